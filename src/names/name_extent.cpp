#include "name_extent.h"

#include <algorithm>
#include <string_view>

namespace rapporteur::names {

using lexicon::Channel;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;

constexpr std::uint32_t kLongestHonorific = 6;  // tokens of "Samdech Akka Moha Sena Padei Techo"

Naming NameExtent::of(text::TokenRange tokens) const {
  Naming n;
  n.tokens = tokens;
  const bool by = lower(tokens.begin) == "by" && tokens.size() > 1;  // "By Ladi Abiodun"
  n.tokens.begin = by ? tokens.begin + 1 : after_office(tokens.begin);
  n.tokens.end = behind_hyphens(tokens.end);
  n.whole = n.tokens;
  n.whole.begin = skip_honorifics_back(n.tokens.begin);
  n.tokens.begin = with_title_name(n.tokens.begin);
  if (is_retired(n.whole.end)) n.whole.end += 3;
  const std::string_view quote = lower(n.whole.end);
  if (quote == "’" || quote == "'" || quote == "”" || quote == "\"") ++n.whole.end;
  n.whole.end = behind_alias(behind_orders(n.whole.end));
  return n;
}

// "Omar Haddad |(Abu Salim)| of Jordan": behind what somebody is called besides.
std::uint32_t NameExtent::behind_alias(std::uint32_t at) const {
  constexpr std::uint32_t kLongest = 2;
  if (lower(at) != "(") return at;
  std::uint32_t end = at + 1;
  while (end <= at + kLongest && end < doc_.size() && doc_.shape(end) == text::Shape::capitalised &&
         is_nobody_else(end)) {
    ++end;
  }
  return end > at + 1 && lower(end) == ")" ? end + 1 : at;
}

// No state, town, body or office there.
bool NameExtent::is_nobody_else(std::uint32_t token) const {
  const Tag* tag = t_.tags.covering(token);
  return (tag == nullptr || tag->label == Label::person) &&
         t_.matches.find(token, Channel::office) == nullptr &&
         t_.matches.find(token, Channel::state) == nullptr;
}

// "Orville Sealy, |Q.C.|", "Mutahi Kagwe, |EGH|, Minister": behind the letters of orders and
// degrees that follow a name.
std::uint32_t NameExtent::behind_orders(std::uint32_t at) const {
  for (;;) {
    const std::uint32_t next = lower(at) == "," ? at + 1 : at;
    const Match* m = next < doc_.size() ? t_.matches.find(next, Channel::honorific) : nullptr;
    const bool letters = m != nullptr && t_.catalogue.honorifics()[m->id].after &&
                         same_sentence(at - 1, next) &&
                         (n_.office_starting[next] == kNobody || leads_to_office(*m));
    if (!letters) return at;
    at = m->tokens.end;
  }
}

// "A |MP|, Minister of Trade": the letters, which are an office too, stand before a higher one.
bool NameExtent::leads_to_office(const Match& letters) const {
  const std::uint32_t end = letters.tokens.end;
  return lower(end) == "," && n_.office_after(n_.behind_the(end + 1)) != kNobody;
}

// "Alexis |Downes-Amsterdam|", "|Mahkamov-zoda|": a name that a hyphen joins goes on behind it.
std::uint32_t NameExtent::behind_hyphens(std::uint32_t at) const {
  while (at + 1 < doc_.size() && lower(at) == "-" && !doc_.space_before(at) &&
         !doc_.space_before(at + 1) && same_sentence(at - 1, at + 1)) {
    const Tag* tag = t_.tags.covering(at + 1);
    const bool apart = tag != nullptr && tag->label != Label::place;
    const bool word = doc_.shape(at + 1) == text::Shape::capitalised || is_suffix(lower(at + 1));
    if (apart || !word || doc_.shape(at - 1) != text::Shape::capitalised) break;
    at += 2;
  }
  return at;
}

// "-zoda": son of, in lower case behind a family name.
bool NameExtent::is_suffix(std::string_view word) {
  return word == "zoda" || word == "zade" || word == "zadeh" || word == "zada" || word == "ogly" ||
         word == "oglu" || word == "uulu" || word == "kyzy" || word == "kizi";
}

// "Babagana Monguno |(rtd)|", "Brigadier |(Ret'd)| David Granger"
bool NameExtent::is_retired(std::uint32_t at) const {
  if (at + 2 >= doc_.size() || lower(at) != "(" || lower(at + 2) != ")") return false;
  const Match* m = t_.matches.find(at + 1, Channel::honorific);
  return m != nullptr && m->tokens.end == at + 2 &&
         t_.catalogue.honorifics()[m->id].kind == "military";
}

// "President of Botswana Thabo |Kgosana|": what stands between an office and a name is part of
// it.
std::uint32_t NameExtent::after_office(std::uint32_t begin) const {
  for (std::uint32_t at = begin; at > 0 && begin - at < 2;) {
    --at;
    const bool word = doc_.shape(at) == text::Shape::capitalised &&
                      t_.tags.covering(at) == nullptr && same_sentence(at, begin) &&
                      t_.matches.find(at, Channel::honorific) == nullptr &&
                      t_.matches.find(at, Channel::office) == nullptr;
    if (!word) return begin;
    if (n_.office_ending[at] != kNobody) return at;
  }
  return begin;
}

// "Sheikh" and "Sayyid" are part of the name.
std::uint32_t NameExtent::with_title_name(std::uint32_t at) const {
  if (at == 0 || n_.office_ending[at] != kNobody) return at;  // "Crown |Prince| A"
  for (const Match& m : t_.matches.at(at - 1)) {
    if (m.channel != Channel::honorific || m.tokens.end != at) continue;
    const catalogue::Honorific& h = t_.catalogue.honorifics()[m.id];
    if (h.part_of_name && same_sentence(at - 1, at)) return at - 1;
  }
  return at;
}

// "Chief of |Staff General| A": the first word is that of the office.
bool NameExtent::office_ends_within(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = begin + 1; t < end; ++t) {
    if (n_.office_ending[t] != kNobody) return true;
  }
  return false;
}

// The start of the honorifics that stand right before `at`: "Dr. the Hon.".
std::uint32_t NameExtent::skip_honorifics_back(std::uint32_t at) const {
  for (bool moved = true; moved && at > 0;) {
    moved = at > 3 && is_retired(at - 3);
    if (moved) at -= 3;
    if (n_.office_ending[at] != kNobody) break;  // "Secretary-General X" is no General
    for (std::uint32_t back = std::min(at, kLongestHonorific); back > 0 && !moved; --back) {
      for (const Match& m : t_.matches.at(at - back)) {
        const bool title = m.channel == Channel::honorific && m.tokens.end == at;
        if (!title || !same_sentence(at - back, at) || office_ends_within(at - back, at)) continue;
        at -= back;
        moved = true;
        break;
      }
    }
    const bool article = moved && at > 1 && lower(at - 1) == "the" && same_sentence(at - 1, at);
    if (article) --at;
  }
  return at;
}

}  // namespace rapporteur::names
