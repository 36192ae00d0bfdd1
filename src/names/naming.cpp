#include "naming.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <string>

namespace rapporteur::names {

using tagger::Label;
using tagger::Tag;

namespace {

std::size_t words_in(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

bool equal_but_for_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) ==
           std::tolower(static_cast<unsigned char>(y));
  });
}

std::size_t shared_start(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

// Word for word the same, or with the same first letters: "Minister of Trade", "Ministers of
// Trade".
bool is_of_plural(std::string_view one, std::string_view plural) {
  constexpr std::size_t kStem = 3;
  while (!one.empty() && !plural.empty()) {
    const std::size_t a = std::min(one.find(' '), one.size());
    const std::size_t b = std::min(plural.find(' '), plural.size());
    const std::string_view word = one.substr(0, a);
    const bool same = word == plural.substr(0, b) ||
                      shared_start(word, plural.substr(0, b)) >= std::min(kStem, a);
    if (!same) return false;
    one.remove_prefix(std::min(a + 1, one.size()));
    plural.remove_prefix(std::min(b + 1, plural.size()));
  }
  return one.empty() && plural.empty();
}

// As `model` writes its letters: all small where its first is.
std::string cased_like(std::string_view model, std::string_view text) {
  std::string out(text);
  const bool small = !model.empty() && std::islower(static_cast<unsigned char>(model.front()));
  if (small) {
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return out;
}

// All names of an office: the catalogue lists them office by office.
std::span<const catalogue::OfficeName> names_of(const catalogue::Catalogue& catalogue,
                                                catalogue::Index office) {
  const std::span<const catalogue::OfficeName> all = catalogue.office_names();
  const auto [first, last] =
      std::equal_range(all.begin(), all.end(), catalogue::OfficeName{{}, office},
                       [](const auto& a, const auto& b) { return a.office < b.office; });
  return {first, last};
}

}  // namespace

bool leads_as(const catalogue::Catalogue& catalogue, const Office& word, const Office& held) {
  using catalogue::OfficeLevel;
  if (!word.state || word.plural || word.office == catalogue::npos ||
      held.office == catalogue::npos)
    return false;
  const std::string_view id = catalogue.offices()[word.office].id;
  const OfficeLevel level = catalogue.offices()[held.office].level;
  if (held.former) return false;
  if (id == "leader" && level == OfficeLevel::head_of_government) return true;
  const bool any = id == "leader" || id == "head_of_state" || id == "monarch" || id == "ruler";
  return any && level == OfficeLevel::head_of_state;
}

void make_singular(const catalogue::Catalogue& catalogue, Office& office) {
  const std::span<const catalogue::OfficeName> names = names_of(catalogue, office.office);
  for (const catalogue::OfficeName& plural : names) {
    if (!plural.plural) continue;
    const std::size_t size = plural.text.size();
    for (std::size_t at = 0; at + size <= office.text.size(); ++at) {
      const std::string_view part = std::string_view(office.text).substr(at, size);
      if (!equal_but_for_case(part, plural.text)) continue;
      std::string_view best;
      for (const catalogue::OfficeName& one : names) {
        const bool same = !one.plural && words_in(one.text) == words_in(plural.text);
        const bool closer =
            best.empty() || shared_start(one.text, plural.text) > shared_start(best, plural.text);
        if (same && closer && is_of_plural(one.text, plural.text)) best = one.text;
      }
      const bool cut = shared_start(best, plural.text) == best.size();
      const bool last = at + size == office.text.size() && office.words.size() == 1;
      // One word that changes inside ("Secretaries") has no words that say the other.
      if (best.empty() || (!cut && words_in(office.text) == 0)) return;
      if (cut && last) office.words.back().end -= static_cast<std::uint32_t>(size - best.size());
      office.text =
          office.text.substr(0, at) + cased_like(part, best) + office.text.substr(at + size);
      return;
    }
  }
}

void Namings::index() {
  office_ending.assign(doc.size() + 1, kNobody);
  office_starting.assign(doc.size() + 1, kNobody);
  used.assign(offices.size(), false);
  for (std::uint32_t i = 0; i < offices.size(); ++i) {
    office_ending[offices[i].tokens.end] = i;
    office_starting[offices[i].tokens.begin] = i;
  }
}

bool Namings::in_office(text::TokenRange tokens) const {
  const auto behind = std::partition_point(offices.begin(), offices.end(), [&](const Office& o) {
    return o.tokens.begin <= tokens.begin;
  });
  return behind != offices.begin() && std::prev(behind)->tokens.end >= tokens.end;
}

Named Namings::state_at(std::uint32_t token) const {
  const Tag* tag = token < doc.size() ? t.tags.starting(token) : nullptr;
  const bool state =
      tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
  return state ? Named{tag->id, doc.span(tag->tokens)} : Named{};
}

Named Namings::state_or_capital(const tagger::Tag& tag) const {
  if (tag.label == tagger::Label::state) return {tag.id, doc.span(tag.tokens)};
  if (tag.label != tagger::Label::place || tag.id == catalogue::npos) return {};
  const catalogue::Place& place = t.catalogue.places()[tag.id];
  const bool capital = place.kind == catalogue::PlaceKind::capital;
  return capital ? Named{place.state, doc.span(tag.tokens)} : Named{};
}

Named Namings::state_covering(std::uint32_t token) const {
  const Tag* tag = t.tags.covering(token);
  const bool state =
      tag != nullptr && (tag->label == Label::nationality || tag->label == Label::state);
  return state ? Named{tag->id, doc.span(tag->tokens)} : Named{};
}

// "Bread is dear in Malawi. |The country's| Minister of Trade, A": the state that was named last.
Named Namings::country_before(std::uint32_t token) const {
  constexpr std::uint32_t kReach = 120;  // tokens
  static constexpr std::array<std::string_view, 4> kNouns{"country", "nation", "kingdom",
                                                          "republic"};
  const std::string_view which = lower(token - 3);
  if (!is_one_of(lower(token - 2), kNouns) || (which != "the" && which != "that")) return {};
  const std::uint32_t last = token - 3 > kReach ? token - 3 - kReach : 0;
  for (std::uint32_t at = token - 3; at > last; --at) {
    const Tag* tag = t.tags.covering(at - 1);
    if (tag != nullptr && tag->label == Label::state) return {tag->id, doc.span(tag->tokens)};
  }
  return {};
}

Named Namings::possessor_before(std::uint32_t token) const {
  if (token > 2 && lower(token - 1) == "whose") {  // "Kuwait, whose |Minister|"
    const std::uint32_t before = lower(token - 2) == "," ? token - 3 : token - 2;
    return same_sentence(before, token) ? state_covering(before) : Named{};
  }
  if (token > 3 && lower(token - 1) == "'s") return country_before(token);
  if (token < 2 || lower(token - 1) != "its") return {};
  const std::uint32_t first = sentence(token).begin;
  for (std::uint32_t at = token - 1; at > first; --at) {
    const Tag* tag = t.tags.covering(at - 1);
    if (tag == nullptr || tag->label != Label::state) continue;
    return {tag->id, doc.span(tag->tokens)};
  }
  return {};
}

std::size_t Namings::next(std::uint32_t token) const {
  const auto found = std::partition_point(all.begin(), all.end(),
                                          [&](const Naming& n) { return n.tokens.begin < token; });
  return static_cast<std::size_t>(found - all.begin());
}

void Namings::take(Naming& n, std::uint32_t office) {
  const Office& o = offices[office];
  used[office] = true;
  n.offices.push_back(o);
  n.whole.begin = std::min(n.whole.begin, o.tokens.begin);
  n.whole.end = std::max(n.whole.end, o.tokens.end);
  if (!n.state && o.state) n.state = o.state;
  if (!n.body && o.body) n.body = o.body;
}

// "Deputy Prime Minister and |Foreign Minister| A and his Omani counterpart B": what two of them
// have in common.
const Office& Namings::shared_office(const Naming& n) const {
  using catalogue::OfficeLevel;
  const auto level = [&](const Office& o) {
    return o.office == catalogue::npos ? OfficeLevel::unknown
                                       : t.catalogue.offices()[o.office].level;
  };
  if (level(n.offices.front()) != OfficeLevel::deputy_head) return n.offices.front();
  for (const Office& o : n.offices) {
    if (level(o) == OfficeLevel::minister && !o.former) return o;
  }
  return n.offices.front();
}

namespace {

// "The spokesman said the minister would meet his |counterpart|": the spokesman has none.
bool only_speaks(const Namings& n, const Office& office) {
  const lexicon::CueClass speaker = n.t.lexicon.cue_class("speaker_only");
  for (std::uint32_t t = office.tokens.begin; t < office.tokens.end; ++t) {
    if (n.cue(t, speaker) != nullptr) return true;
  }
  return false;
}

}  // namespace

const Office* Namings::earlier_office(std::size_t i) const {
  for (std::size_t back = i; back-- > 0;) {
    if (all[back].offices.empty()) continue;
    const Office& office = shared_office(all[back]);
    if (!only_speaks(*this, office)) return &office;
  }
  return nullptr;
}

// "A met President B |and his colleague C|": A's, who acts; npos: not so joined.
std::size_t Namings::actor_before(std::size_t i) const {
  constexpr std::uint32_t kNear = 4;
  if (i < 2 || i >= all.size() || !same_sentence(all[i - 1].tokens.begin, all[i].tokens.begin))
    return catalogue::npos;
  std::uint32_t at = all[i - 1].whole.end;
  if (lower(at) == ",") ++at;
  if (lower(at) != "and") return catalogue::npos;
  bool his = false;
  for (std::uint32_t next = at + 1; next < std::min(at + kNear, all[i].tokens.begin); ++next) {
    his = his || lower(next) == "his" || lower(next) == "her";
  }
  std::size_t first = i - 1;
  while (first > 0 && same_sentence(all[first - 1].tokens.begin, all[i].tokens.begin)) --first;
  return his && first + 1 < i && !all[first].offices.empty() ? first : catalogue::npos;
}

// "A met B. |She| then met her counterpart C": A, who opens the sentence before.
std::size_t Namings::subject_meant(std::size_t i) const {
  constexpr std::uint32_t kOpening = 3;
  const auto opens_with_pronoun = [&](std::uint32_t token) {
    const text::TokenRange s = sentence(token);
    for (std::uint32_t at = s.begin; at < std::min(s.begin + kOpening, s.end); ++at) {
      if (lower(at) == "he" || lower(at) == "she") return true;
    }
    return false;
  };
  while (i > 0 && opens_with_pronoun(all[i].tokens.begin)) {
    if (same_sentence(all[i - 1].tokens.begin, all[i].tokens.begin)) return catalogue::npos;
    --i;
    while (i > 0 && same_sentence(all[i - 1].tokens.begin, all[i].tokens.begin)) --i;
    if (!opens_with_pronoun(all[i].tokens.begin)) return i;
  }
  return catalogue::npos;
}

const Office* Namings::owner_office(std::size_t i) const {
  const std::size_t subject = i < all.size() ? subject_meant(i) : catalogue::npos;
  if (subject != catalogue::npos) {
    if (const Office* told = office_told_of(subject); told != nullptr) return told;
  }
  if (const std::size_t actor = actor_before(i); actor != catalogue::npos) {
    return &shared_office(all[actor]);
  }
  const bool near =
      i > 0 && i < all.size() && same_sentence(all[i - 1].tokens.begin, all[i].tokens.begin);
  if (!near || !all[i - 1].offices.empty()) return earlier_office(i);
  const std::string_view name = lower(all[i - 1].tokens.end - 1);
  for (std::size_t back = 0; back + 1 < i; ++back) {
    const bool same = lower(all[back].tokens.end - 1) == name;
    if (same && !all[back].offices.empty()) return &shared_office(all[back]);
  }
  return earlier_office(i);
}

// The office of all[i], or the one that an earlier naming by the same last name has.
const Office* Namings::office_told_of(std::size_t i) const {
  if (!all[i].offices.empty()) return &shared_office(all[i]);
  const std::string_view name = lower(all[i].tokens.end - 1);
  for (std::size_t back = 0; back < i; ++back) {
    const bool same = lower(all[back].tokens.end - 1) == name;
    if (same && !all[back].offices.empty()) return &shared_office(all[back]);
  }
  return nullptr;
}

// "A met B. On Monday |he| met his colleagues from Peru", "Mr A met his colleagues": A's.
const Office* Namings::office_of_acting(std::uint32_t token) const {
  const std::size_t i = next(token);
  if (i == 0) return nullptr;
  std::size_t actor = i - 1;
  if (!same_sentence(all[actor].tokens.begin, token)) {
    bool pronoun = false;
    for (std::uint32_t at = sentence(token).begin; at < token; ++at) {
      pronoun = pronoun || lower(at) == "he" || lower(at) == "she";
    }
    if (!pronoun) return earlier_office(i);
    const std::uint32_t last = all[actor].tokens.begin;
    while (actor > 0 && same_sentence(all[actor - 1].tokens.begin, last)) --actor;
  }
  const Office* office = office_told_of(actor);
  return office != nullptr && !only_speaks(*this, *office) ? office : earlier_office(i);
}

const Office& Namings::fullest(const Office& office, std::size_t i) const {
  const bool bare = office.tokens.size() == 1 && office.office != catalogue::npos &&
                    t.catalogue.offices()[office.office].id == "minister";
  const auto has_it = [&](const Naming& n) {
    return std::any_of(n.offices.begin(), n.offices.end(),
                       [&](const Office& o) { return o.tokens == office.tokens; });
  };
  std::size_t last = i;
  while (last > 0 && !has_it(all[last - 1])) --last;
  if (last == 0) {  // "|The Minister| met her counterpart": she who was named last
    for (last = i; last > 0 && all[last - 1].offices.empty();) --last;
  }
  if (!bare || last == 0) return office;
  const std::string_view name = lower(all[last - 1].tokens.end - 1);
  for (std::size_t back = 0; back < last; ++back) {
    const Naming& n = all[back];
    if (n.offices.empty() || lower(n.tokens.end - 1) != name) continue;
    if (n.offices.front().tokens.size() > 1) return n.offices.front();
  }
  return office;
}

bool Namings::stands_alone(text::TokenRange number) const {
  static constexpr std::array<std::string_view, 22> kVerbs{
      "had",   "have",   "were",   "are",       "will",      "would",  "also",  "met",
      "sat",   "last",   "agreed", "came",      "gathered",  "talked", "spoke", "conferred",
      "began", "signed", "could",  "discussed", "assembled", "did"};
  static constexpr std::array<std::string_view, 5> kLinks{"of", "between", "by", "with", "among"};
  const bool of = number.begin > 0 && is_one_of(lower(number.begin - 1), kLinks);
  return !of && is_one_of(lower(number.end), kVerbs);
}

}  // namespace rapporteur::names
