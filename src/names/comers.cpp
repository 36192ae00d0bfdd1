#include "comers.h"

#include <array>
#include <string_view>

namespace rapporteur::names {

using tagger::Label;
using tagger::Tag;

namespace {

constexpr std::array<std::string_view, 8> kComes{"came",      "come",     "comes", "arrived",
                                                 "travelled", "traveled", "flew",  "joined"};

}  // namespace

// "for Peru, A": at the start of a sentence or behind the people of another.
void Comers::at(std::uint32_t token) {
  const std::uint32_t place = n_.behind_the(token + 1);
  const Tag* tag = place < n_.doc.size() ? n_.t.tags.starting(place) : nullptr;
  const Named state = tag == nullptr ? Named{} : n_.state_or_capital(*tag);
  if (!state) return;
  if (Naming* guest = who_came(token); guest != nullptr) guest->state = state;
  if (of_guest(token)) return lists_.give(tag->tokens.end, state, 1);
  if (!opens(token)) return;
  static constexpr std::array<std::string_view, 3> kThere{"attending", "present", "joining"};
  const bool there = token > 0 && is_one_of(n_.lower(token - 1), kThere);
  const std::uint32_t end = behind_coming(tag->tokens.end, there);
  // "from Peru the Minister", "from Peru his colleague"
  const bool peer = (n_.lower(end) == "his" || n_.lower(end) == "her") &&
                    n_.cue(end + 1, n_.cues.counterpart) != nullptr;
  const bool office = peer || n_.office_after(n_.behind_the(end)) != kNobody;
  const bool dash = n_.lower(end) == "-" && n_.doc.space_before(end);  // "from Peru - General A"
  const bool set_off = n_.lower(end) == "," || n_.lower(end) == ":" || dash;
  const bool comes = end > tag->tokens.end || goes_on(token);
  // "From Lima, President A flew home": where somebody was
  const bool told = comes || office || (tag->label == Label::state && set_off);
  if (told) lists_.give(end, state, peer ? 2 : 1);
}

bool Comers::opens(std::uint32_t token) const {
  static constexpr std::array<std::string_view, 13> kBefore{
      ":",   ";",    ",",     "and",       "that",    "those",  "were",
      "was", "came", "while", "attending", "present", "joining"};
  return token == n_.sentence(token).begin || is_one_of(n_.lower(token - 1), kBefore);
}

// "from Peru |had come| the Minister": behind the verb, or `at`.
std::uint32_t Comers::behind_coming(std::uint32_t at, bool there) const {
  // "for Peru |it was| A"
  if (n_.lower(at) == "it" && (n_.lower(at + 1) == "was" || n_.lower(at + 1) == "is"))
    return at + 2;
  // "attending from Peru |was| A"
  if (there && (n_.lower(at) == "was" || n_.lower(at) == "were")) return at + 1;
  const std::uint32_t verb = n_.lower(at) == "had" || n_.lower(at) == "has" ? at + 1 : at;
  if (!is_one_of(n_.lower(verb), kComes)) return at;
  return n_.lower(verb + 1) == "in" ? verb + 2 : verb + 1;
}

// "From Lima came A, |from Quito| B", "for Lima it was A; |for Quito,| B": the verb is said once.
bool Comers::goes_on(std::uint32_t token) const {
  const std::uint32_t begin = n_.sentence(token).begin;
  if (begin == token || n_.lower(begin) != n_.lower(token)) return false;
  for (std::uint32_t t = begin + 1; t < token; ++t) {
    const bool was = n_.lower(t) == "it" && n_.lower(t + 1) == "was";
    if (is_one_of(n_.lower(t), kComes) || was) return true;
  }
  return false;
}

// "|A| had come from Oslo and |B| from Vilnius": a bare name before "from" at `token`, if nothing
// else is said of whose he is; or null.
Naming* Comers::who_came(std::uint32_t token) {
  static constexpr std::array<std::string_view, 4> kCame{"came", "come", "comes", "travelled"};
  if (n_.lower(token) != "from") return nullptr;
  const std::uint32_t begin = n_.sentence(token).begin;
  const auto is_come = [&](std::uint32_t t) { return is_one_of(n_.lower(t), kCame); };
  std::uint32_t end = token;
  if (end > begin && is_come(end - 1)) {
    --end;
    while (end > begin && (n_.lower(end - 1) == "had" || n_.lower(end - 1) == "has")) --end;
  } else {
    bool told = false;  // the verb, before the first of the row
    for (std::uint32_t t = begin; t < token && !told; ++t) told = is_come(t);
    if (!told) return nullptr;
  }
  const std::size_t i = n_.next(end);
  if (i == 0 || n_.all[i - 1].whole.end != end || n_.all[i - 1].tokens.begin < begin) {
    return nullptr;
  }
  return is_known(i - 1) ? nullptr : &n_.all[i - 1];
}

// Somebody of that family name was told of before, or is said to be of somewhere.
bool Comers::is_known(std::size_t naming) const {
  const std::string_view last = n_.lower(n_.all[naming].tokens.end - 1);
  for (std::size_t i = 0; i < n_.all.size(); ++i) {
    const Naming& n = n_.all[i];
    const bool told = i < naming || n.state || n.body || !n.offices.empty();
    if (told && n_.lower(n.tokens.end - 1) == last) return true;
  }
  return false;
}

// "his |guest from| Peru, A"
bool Comers::of_guest(std::uint32_t token) const {
  static constexpr std::array<std::string_view, 5> kGuests{"guest", "visitor", "host", "guests",
                                                           "interlocutor"};
  return n_.lower(token) == "from" && token > n_.sentence(token).begin &&
         is_one_of(n_.lower(token - 1), kGuests);
}

}  // namespace rapporteur::names
