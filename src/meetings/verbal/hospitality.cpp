// Who had whom as a guest, where the words are turned round: "a dinner was given by X for Y", "X
// was the host, Y his guest".

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/word_form.h"
#include "clause/word_list.h"
#include "mention/meals.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

// The person who is named at `t` or right behind small words, before `end`; or null.
const names::Mention* person_at(const Context& c, std::uint32_t t, std::uint32_t end) {
  constexpr std::uint32_t kNear = 8;
  for (std::uint32_t at = t; at < std::min(end, t + kNear); ++at) {
    const names::Mention* who = c.cast.starting(at);
    if (who != nullptr) return who->person == kNobody ? nullptr : who;
    const std::string_view word = c.doc.lower(at);
    if (word == "," || word == ";" || word == "who") return nullptr;
  }
  return nullptr;
}

// The last person named before `end` in its clause; or null.
const names::Mention* person_before(const Context& c, std::uint32_t end) {
  constexpr std::uint32_t kReach = 24;
  const std::uint32_t begin = c.sentence(end).begin;
  for (std::uint32_t t = end; t > begin && end - t < kReach; --t) {
    const names::Mention* who = c.cast.covering(t - 1);
    if (who != nullptr && who->person != kNobody) return who;
    if (c.doc.lower(t - 1) == ";") return nullptr;
  }
  return nullptr;
}

std::optional<Mention> between(const Context& c, TokenRange words, std::uint32_t host,
                               std::uint32_t guest) {
  Mention m;
  m.trigger = words;
  m.tokens = words;
  m.kind = "reception";
  m.verbal = true;
  m.sentence = c.doc.sentence_of(words.begin);
  m.people = {host, guest};
  m.objects = {guest};
  const bool known = host != guest && host != kNobody && guest != kNobody;
  if (!known || !are_of_two_sides(c, m.people)) return std::nullopt;
  return m;
}

// "A dinner |in honour of Y| was given": behind whom it honours, or behind the noun at `t`.
std::uint32_t behind_honour(const Context& c, std::uint32_t t) {
  constexpr std::uint32_t kReach = 24;
  const bool honours =
      c.lower(t + 1) == "for" || (c.lower(t + 1) == "in" && c.lower(t + 2).starts_with("hono"));
  if (!honours) return t + 1;
  const std::uint32_t end = std::min(c.sentence(t).end, t + kReach);
  for (std::uint32_t at = t + 2; at < end; ++at) {
    if (is_be(c.doc.lower(at)) || c.doc.lower(at) == "will") return at;
    if (c.doc.lower(at) == ",") break;
  }
  return t + 1;
}

// "A dinner |in honour of Y| was given": Y; or null.
const names::Mention* honoured_before(const Context& c, TokenRange words) {
  for (std::uint32_t t = words.begin + 1; t < words.end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->person != kNobody) return who;
  }
  return nullptr;
}

// "A dinner |was given by| X |for| Y", with the noun at `t`.
std::optional<Mention> meal_given(const Context& c, std::uint32_t t) {
  static constexpr std::array<std::string_view, 5> kGiven{"given", "hosted", "offered", "tendered",
                                                          "thrown"};
  constexpr std::uint32_t kReach = 24;
  if (!is_meal(c.doc.lower(t)) && c.doc.lower(t) != "reception") return std::nullopt;
  const TokenRange s = c.sentence(t);
  const std::uint32_t verb = behind_honour(c, t);
  std::uint32_t at = verb;
  while (at < s.end && (is_be(c.doc.lower(at)) || c.doc.lower(at) == "will" ||
                        c.doc.lower(at) == "to" || c.doc.lower(at) == "been")) {
    ++at;
  }
  if (at == verb || at + 1 >= s.end || !is_one_of(c.doc.lower(at), kGiven)) return std::nullopt;
  if (c.doc.lower(at + 1) != "by") return std::nullopt;
  const names::Mention* host = person_at(c, at + 2, s.end);
  if (host == nullptr) return std::nullopt;
  if (const names::Mention* guest = honoured_before(c, {t, at}); guest != nullptr) {
    return between(c, {t, at + 1}, host->person, guest->person);
  }
  for (std::uint32_t f = host->tokens.end; f < std::min(s.end, host->tokens.end + kReach); ++f) {
    const std::string_view word = c.doc.lower(f);
    const bool honour = word == "of" && c.doc.lower(f - 1).starts_with("hono");
    if (word != "for" && !honour) continue;
    const names::Mention* guest = person_at(c, f + 1, s.end);
    return guest == nullptr ? std::nullopt : between(c, {t, at + 1}, host->person, guest->person);
  }
  return std::nullopt;
}

// "A call |was paid on| X |by| Y", with the noun at `t`.
std::optional<Mention> call_paid(const Context& c, std::uint32_t t) {
  constexpr std::uint32_t kReach = 24;
  if (c.doc.lower(t) != "call" && c.doc.lower(t) != "visit") return std::nullopt;
  const TokenRange s = c.sentence(t);
  std::uint32_t at = t + 1;
  while (at < s.end && (is_be(c.doc.lower(at)) || c.doc.lower(at) == "will")) ++at;
  if (at == t + 1 || c.lower(at) != "paid") return std::nullopt;
  if (c.lower(at + 1) != "on" && c.lower(at + 1) != "to") return std::nullopt;
  const names::Mention* host = person_at(c, at + 2, s.end);
  if (host == nullptr) return std::nullopt;
  for (std::uint32_t by = host->tokens.end; by < std::min(s.end, host->tokens.end + kReach); ++by) {
    if (c.doc.lower(by) != "by") continue;
    const names::Mention* guest = person_at(c, by + 1, s.end);
    return guest == nullptr ? std::nullopt : between(c, {t, at + 2}, host->person, guest->person);
  }
  return std::nullopt;
}

// "X |was the host|, Y his guest", with the verb at `t`.
std::optional<Mention> host_and_guest(const Context& c, std::uint32_t t) {
  constexpr std::uint32_t kReach = 16;
  const TokenRange s = c.sentence(t);
  if (!is_be(c.doc.lower(t)) || t + 3 >= s.end) return std::nullopt;
  const std::uint32_t noun = c.doc.lower(t + 1) == "the" ? t + 2 : t + 1;
  if (c.doc.lower(noun) != "host") return std::nullopt;
  const std::uint32_t behind = noun + 1;
  if (c.lower(behind) != "," && c.lower(behind) != "and") return std::nullopt;
  const names::Mention* host = person_before(c, t);
  const names::Mention* guest = person_at(c, behind + 1, s.end);
  if (host == nullptr || guest == nullptr) return std::nullopt;
  for (std::uint32_t g = guest->tokens.end; g < std::min(s.end, guest->tokens.end + kReach); ++g) {
    if (c.doc.lower(g) == "guest") return between(c, {t, noun + 1}, host->person, guest->person);
  }
  return std::nullopt;
}

// "Y was |X's guest| for dinner", "|the minister| was X's guest" with the noun at `t`: Y, or the
// one of whom the sentence before tells.
std::optional<Mention> guest_of_owner(const Context& c, const names::Mention& host,
                                      std::uint32_t t) {
  const std::uint32_t begin = c.sentence(t).begin;
  const std::uint32_t be = host.tokens.begin;
  if (be < begin + 2 || !is_be(c.doc.lower(be - 1))) return std::nullopt;
  const names::Mention* guest = person_before(c, be - 1);
  if (guest != nullptr) return between(c, {be - 1, t + 1}, host.person, guest->person);
  const bool he = c.doc.lower(be - 2) == "he" || c.doc.lower(be - 2) == "she";
  const bool office = c.cast.office_ending(be - 1) != nullptr;
  if (!he && !office) return std::nullopt;
  return between(c, {be - 1, t + 1}, host.person, antecedent(c, begin));
}

// "X|'s guest| in Lima on Monday was Y", "|guests of| X were Y and Z", with the noun at `t`.
std::optional<Mention> guest_behind(const Context& c, std::uint32_t t) {
  constexpr std::uint32_t kReach = 14;  // tokens from the noun to the verb
  const TokenRange s = c.sentence(t);
  if (c.doc.lower(t) != "guest" && c.doc.lower(t) != "guests") return std::nullopt;
  const bool owned = t > s.begin && (c.doc.lower(t - 1) == "'s" || c.doc.lower(t - 1) == "'");
  const names::Mention* host = owned                    ? c.cast.ending(t - 1)
                               : c.lower(t + 1) == "of" ? person_at(c, t + 2, s.end)
                                                        : nullptr;
  if (host == nullptr || host->person == kNobody) return std::nullopt;
  if (owned) {
    if (std::optional<Mention> m = guest_of_owner(c, *host, t); m) return m;
  }
  const std::uint32_t from = std::max(t + 1, owned ? t + 1 : host->tokens.end);
  for (std::uint32_t at = from; at < std::min(s.end, from + kReach); ++at) {
    if (c.cast.starting(at) != nullptr || c.doc.lower(at) == ",") return std::nullopt;
    const bool to_come = c.doc.lower(at) == "will" && c.lower(at + 1) == "be";
    if (!is_be(c.doc.lower(at)) && !to_come) continue;
    const names::Mention* guest = person_at(c, to_come ? at + 2 : at + 1, s.end);
    return guest == nullptr ? std::nullopt : between(c, {t, at + 1}, host->person, guest->person);
  }
  return std::nullopt;
}

// The person named last before `end`, other than `not_this`; or null.
const names::Mention* other_before(const Context& c, std::uint32_t end, std::uint32_t not_this) {
  const std::uint32_t begin = c.sentence(end).begin;
  for (std::uint32_t t = end; t > begin; --t) {
    const names::Mention* who = c.cast.covering(t - 1);
    if (who != nullptr && who->person != kNobody && who->person != not_this) return who;
  }
  return nullptr;
}

// "X was |the guest of| Y", "X spent Monday in Lima as |the guest of| Y", with the noun at `t`.
std::optional<Mention> guest_of(const Context& c, std::uint32_t t) {
  const names::Mention* host = person_at(c, t + 2, c.sentence(t).end);
  const names::Mention* guest = person_before(c, t);
  if (host == nullptr) return std::nullopt;
  if (guest != nullptr) return between(c, {t, t + 2}, host->person, guest->person);
  const std::uint32_t begin = c.sentence(t).begin;  // "|He| was the guest of Y"
  const bool he = c.doc.lower(begin) == "he" || c.doc.lower(begin) == "she";
  return he ? between(c, {t, t + 2}, host->person, antecedent(c, begin)) : std::nullopt;
}

// "Y, |who| was her |guest| in Lima", "Y, |whose guest| he was", with the noun at `t`.
std::optional<Mention> guest_aside(const Context& c, std::uint32_t t) {
  constexpr std::uint32_t kReach = 6;
  const std::uint32_t begin = c.sentence(t).begin;
  for (std::uint32_t back = 1; back <= kReach && t >= begin + back + 2; ++back) {
    const std::string_view word = c.doc.lower(t - back);
    if (word != "who" && word != "whose") continue;
    const std::uint32_t end = c.doc.lower(t - back - 1) == "," ? t - back - 1 : t - back;
    const names::Mention* one = c.cast.ending(end);
    if (one == nullptr || one->person == kNobody) return std::nullopt;
    const names::Mention* other = other_before(c, end, one->person);
    if (other == nullptr) return std::nullopt;
    const bool hosts = word == "whose";
    return between(c, {t, t + 1}, hosts ? one->person : other->person,
                   hosts ? other->person : one->person);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Mention> hospitality(const Context& c, std::uint32_t t) {
  if (c.doc.sentences()[c.doc.sentence_of(t)].role != text::LineRole::body) return std::nullopt;
  if (std::optional<Mention> m = meal_given(c, t); m) return m;
  if (std::optional<Mention> m = call_paid(c, t); m) return m;
  if (std::optional<Mention> m = guest_behind(c, t); m) return m;
  const std::string_view word = c.doc.lower(t);
  if (word == "guest" || word == "visitor") {
    return c.lower(t + 1) == "of" ? guest_of(c, t) : guest_aside(c, t);
  }
  return host_and_guest(c, t);
}

}  // namespace rapporteur::meetings
