#include "rows.h"

#include <algorithm>
#include <set>
#include <vector>

#include "rapporteur/base/table.h"

namespace rapporteur::resolve {
namespace {

using Words = std::vector<std::string_view>;

// Words that many unrelated organs are made of.
const std::set<std::string_view>& everyday_words() {
  // clang-format off
  static const std::set<std::string_view> kWords = {
    "a", "affairs", "and", "annual", "bilateral", "bodies", "chiefs", "commission", "committee",
    "consultations", "cooperation", "council", "councils", "defence", "defense", "delegations",
    "deputy", "dialogue", "economic", "economy", "energy", "experts", "finance", "for",
    "foreign", "forum", "general", "government", "governments", "group", "head", "heads",
    "health", "high", "in", "intergovernmental", "interior", "joint", "justice", "leaders",
    "level", "meeting", "military", "minister", "ministerial", "ministers", "ministries",
    "national", "of", "official", "officials", "on", "parliament", "parliaments", "political",
    "president", "presidents", "prime", "regular", "representatives", "secretaries", "secretary",
    "security", "senior", "session", "speakers", "staff", "state", "states", "strategic",
    "subcommittee", "summit", "talks", "technical", "the", "trade", "transport", "working"
  };
  // clang-format on
  return kWords;
}

// What sort of organ it is: reports leave it out, or put another in its place.
constexpr std::string_view kSorts[] = {"board",   "commission", "committee",   "conference",
                                       "council", "forum",      "group",       "international",
                                       "meeting", "meetings",   "ministerial", "session"};
// And, where its two or three states are known, what tells how they share it.
constexpr std::string_view kShared[] = {"bilateral", "binational",        "governmental",
                                        "inter",     "intergovernmental", "joint",
                                        "mixed",     "permanent"};
constexpr std::string_view kSmallWords[] = {"and", "for", "in", "of", "on", "the", "to"};

bool is_one_of(std::string_view word, const auto& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

Words words_of(std::string_view text) {
  Words out;
  for_each_part(text, ' ', [&](std::string_view word) { out.push_back(word); });
  return out;
}

bool is_id(std::string_view key) { return key.starts_with('='); }

bool all_in(const Words& few, const Words& many) {
  return std::all_of(few.begin(), few.end(),
                     [&](std::string_view w) { return is_one_of(w, many); });
}

// The words that say what it is for: of "joint commission on trade", "trade".
Words matter_of(std::string_view organ) {
  Words out;
  for (const std::string_view word : words_of(organ)) {
    if (is_one_of(word, kSorts) || is_one_of(word, kShared) || is_one_of(word, kSmallWords)) {
      continue;
    }
    out.push_back(word);
  }
  return out;
}

}  // namespace

std::string body_letters(std::string_view body) {
  const Words words = words_of(body);
  if (is_id(body) || words.size() < 2) return std::string(body);
  std::string out;
  for (const std::string_view word : words) {
    if (!is_one_of(word, kSmallWords)) out += word.front();
  }
  return out;
}

std::string_view without_small_words(std::string_view name) {
  for (std::size_t at = name.find(' '); at != std::string_view::npos; at = name.find(' ')) {
    if (!is_one_of(name.substr(0, at), kSmallWords)) break;
    name.remove_prefix(at + 1);
  }
  return name;
}

bool same_body(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (is_id(a) || is_id(b)) return false;
  if (a.size() > b.size()) std::swap(a, b);
  const Words few = words_of(a);
  if (few.size() == 1 && a.size() > 1 && a == body_letters(b)) return true;
  return b.ends_with(a) && b[b.size() - a.size() - 1] == ' ';
}

std::string organ_core(std::string_view organ) {
  if (is_id(organ)) return std::string(organ);
  std::string out;
  for (const std::string_view word : words_of(organ)) {
    if (!is_one_of(word, kSorts)) (out += out.empty() ? "" : " ") += word;
  }
  return out.empty() ? std::string(organ) : out;
}

bool same_organ(std::string_view a, std::string_view b, Bond bond) {
  if (a == b) return true;
  if (a.empty() || b.empty() || is_id(a) || is_id(b)) return false;
  const std::string core_a = organ_core(a);
  const std::string core_b = organ_core(b);
  if (core_a == core_b) return true;
  // "Joint Committee for Technical Cooperation" and "Intergovernmental Commission on Trade and
  // Technical Cooperation", "the commission" of the same states.
  Words few = bond == Bond::states ? matter_of(a) : words_of(core_a);
  Words many = bond == Bond::states ? matter_of(b) : words_of(core_b);
  if (few.size() > many.size()) std::swap(few, many);
  if (!all_in(few, many)) return false;
  // A working group is none of the commission's sessions.
  const bool groups = is_one_of("group", words_of(a)) == is_one_of("group", words_of(b));
  if (few.empty() && !groups) return false;
  return bond != Bond::none || std::any_of(few.begin(), few.end(), [](std::string_view word) {
           return !everyday_words().contains(word);
         });
}

bool is_encounter(std::string_view kind) {
  return kind == "meeting" || kind == "reception" || kind == "signing";
}

bool is_everyday(std::string_view organ) {
  const Words words = words_of(organ);
  return std::all_of(words.begin(), words.end(),
                     [](std::string_view word) { return everyday_words().contains(word); });
}

}  // namespace rapporteur::resolve
