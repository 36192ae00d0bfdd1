// Where the offices of a document are: heads that are no part of a name, a rank or a modifier.

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "office_parser.h"

namespace rapporteur::names {

namespace {

using lexicon::Channel;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;
using text::TokenRange;

// Words such as "general", "secretary" or "head" in lower case need a complement to be an office.
bool is_office(const Text& text, const Office& office, const Match& head) {
  const catalogue::OfficeName& name = text.catalogue.office_names()[head.id];
  if (!name.ambiguous || text.doc.is_capital(head.tokens.begin)) return true;
  return office.tokens.size() > head.tokens.size();
}

// A person starts at `token`, honorifics aside.
bool starts_person(const Text& text, std::uint32_t token) {
  for (int more = 0; more < 3 && token < text.doc.size(); ++more) {
    const Tag* tag = text.tags.covering(token);
    if (tag != nullptr) return tag->label == Label::person;
    const Match* honorific = text.matches.find(token, Channel::honorific);
    if (honorific == nullptr) return false;
    token = honorific->tokens.end;
  }
  return false;
}

// "Prime" in "Prime Minister", "King" before a name are nobody.
bool is_inside(const Text& text, const Tag& tag, const Match& m) {
  const bool inside = tag.label == Label::person && tag.tokens.begin >= m.tokens.begin &&
                      tag.tokens.end <= m.tokens.end && text.doc.is_capital(m.tokens.end - 1);
  return inside && (tag.tokens.size() < m.tokens.size() || starts_person(text, m.tokens.end));
}

// A title ends there: "Deputy Minister |Emir| A", "Mawlawi |Amir| A" have one already.
bool follows_title(const Text& text, std::uint32_t token) {
  if (token == 0) return false;
  for (const Match& m : text.matches.at(token - 1)) {
    const bool title =
        m.channel == Channel::office ||
        (m.channel == Channel::honorific && text.catalogue.honorifics()[m.id].kind == "religious");
    if (title && m.tokens.end == token) return true;
  }
  return false;
}

// "|King| Abdullah", taken for a name as a whole: where the name itself starts.
std::uint32_t behind_crown(const Text& text, const Tag& tag) {
  const Match* m = text.matches.find(tag.tokens.begin, Channel::office);
  if (m == nullptr || m->tokens.end >= tag.tokens.end) return tag.tokens.begin;
  const std::uint32_t next = m->tokens.end;  // "|Amir|-Zaman"
  const bool hyphen = text.doc.lower(next) == "-" && !text.doc.space_before(next);
  if (m->tokens.begin != tag.tokens.begin || hyphen || follows_title(text, tag.tokens.begin)) {
    return tag.tokens.begin;
  }
  const catalogue::OfficeName& name = text.catalogue.office_names()[m->id];
  const std::string_view id =
      name.office == catalogue::npos ? "" : text.catalogue.offices()[name.office].id;
  const bool crown = id == "king" || id == "queen" || id == "emperor" || id == "emir";
  return crown ? m->tokens.end : tag.tokens.begin;
}

// "|ten| more Prime Ministers", "|both| Foreign Ministers": so many people, no council.
bool is_counted(const Text& text, std::uint32_t token) {
  static constexpr std::array<std::string_view, 4> kMore{"more", "further", "other", "additional"};
  if (token == 0) return false;
  std::uint32_t at = token - 1;
  const std::string_view word = text.doc.lower(at);
  if (word == "both" || word == "several") return true;
  if (std::find(kMore.begin(), kMore.end(), word) != kMore.end() && at > 0) --at;
  const lexicon::CueClass counts = text.lexicon.cue_class("count");
  return text.lexicon.cue_at(text.matches, at, counts) != nullptr;
}

// "Prime Ministers attended: |A| and B": those of whom a list follows.
bool leads_to_list(const Text& text, std::uint32_t token) {
  constexpr std::uint32_t kReach = 12;
  if (token >= text.doc.size()) return false;
  const TokenRange s = text.doc.sentences()[text.doc.sentence_of(token)].tokens;
  for (std::uint32_t t = token; t + 1 < std::min(token + kReach, s.end); ++t) {
    if (text.doc.lower(t) == ":") return starts_person(text, t + 1);
  }
  return false;
}

// "|Ministers of Transport| of Estonia and Latvia": office holders, whatever bears the same name.
bool is_group_of_states(const Text& text, const Tag& tag, const Match& m) {
  const bool plural = text.catalogue.office_names()[m.id].plural;
  if (!plural || tag.tokens.begin != m.tokens.begin || tag.id != catalogue::npos) return false;
  std::uint32_t owner = tag.tokens.end;
  if (owner + 1 >= text.doc.size() || text.doc.lower(owner) != "of") return false;
  owner += text.doc.lower(owner + 1) == "the" ? 2 : 1;
  const Tag* state = owner < text.doc.size() ? text.tags.starting(owner) : nullptr;
  return state != nullptr && state->label == Label::state;
}

// Nothing else is named here; or what looks like a body ("Foreign Ministers", "Parliament
// Speaker") stands as an office before a name or before the states whose it is.
bool is_head(const Text& text, const Match& m) {
  const Tag* tag = text.tags.covering(m.tokens.begin);
  if (tag == nullptr) return true;
  const bool son = tag->label == Label::person && m.tokens.end < tag->tokens.end &&
                   text.doc.lower(m.tokens.end) == "bin";  // "Sultan bin Said"
  if (son) return false;
  if (is_inside(text, *tag, m) || m.tokens.end == behind_crown(text, *tag)) return true;
  const auto word = [&](std::uint32_t t) {
    return t < text.doc.size() ? text.doc.lower(t) : std::string_view();
  };
  if (tag->label != Label::body) return false;
  if (tag->tokens.end != m.tokens.end) return is_group_of_states(text, *tag, m);
  std::uint32_t next = m.tokens.end;
  if (starts_person(text, next)) return true;
  const bool unknown = tag->id == catalogue::npos;  // "the UN Secretary-General, A"
  const bool plural = text.catalogue.office_names()[m.id].plural;
  if (word(next) == "," && (plural || unknown)) return starts_person(text, next + 1);
  if (!plural) return false;
  if (is_counted(text, tag->tokens.begin) || leads_to_list(text, next)) return true;
  if (word(next) != "of" && word(next) != "from") return false;
  ++next;
  while (word(next) == "the" && text.tags.starting(next) == nullptr) ++next;
  const Tag* owner = next < text.doc.size() ? text.tags.starting(next) : nullptr;
  if (owner == nullptr) return false;
  // "Interior Ministers of the |Visegrad Group|", though another body has a council called so.
  const bool other = owner->label == Label::body && owner->id != catalogue::npos && !unknown &&
                     text.catalogue.bodies()[tag->id].parent != owner->id;
  // "Environment ministers of the |Congo Basin| countries"
  const bool region = owner->label == Label::place && owner->id == catalogue::npos;
  return owner->label == Label::state || region || other;
}

// "Region Commander |Brig. Gen.| A": who has a rank besides commands.
bool precedes_rank(const Text& text, std::uint32_t token) {
  const Match* next = text.matches.find(token, Channel::honorific);
  return next != nullptr && text.catalogue.honorifics()[next->id].kind == "military";
}

// "General", "Chief" and the like right before a name are no offices.
bool is_rank(const Text& text, const Match& m) {
  for (const Match& other : text.matches.at(m.tokens.begin)) {
    if (other.channel != Channel::honorific || other.tokens != m.tokens) continue;
    const std::string_view kind = text.catalogue.honorifics()[other.id].kind;
    // "Prince A": part of the name.
    const bool noble = text.catalogue.honorifics()[other.id].part_of_name;
    const bool military = kind == "military" && !precedes_rank(text, m.tokens.end);
    const bool rank = military || noble || text.doc.lower(m.tokens.begin) == "chief";
    return rank && starts_person(text, m.tokens.end);
  }
  return false;
}

// "Assistant" in "Assistant Secretary".
bool is_modifier(const Text& text, const Match& m) {
  const Match* modifier = text.matches.find(m.tokens.begin, Channel::modifier);
  if (modifier == nullptr || modifier->tokens != m.tokens || m.tokens.end >= text.doc.size()) {
    return false;
  }
  const Match* next = text.matches.find(m.tokens.end, Channel::office);
  return next != nullptr &&
         text.doc.is_capital(m.tokens.end) == text.doc.is_capital(m.tokens.begin);
}

// "the importance Lima |attaches| to the talks": a verb, not those at an embassy.
bool is_verb(const Text& text, const Match& m) {
  return m.tokens.size() == 1 && text.doc.word(m.tokens.begin) == "attaches";
}

// "|At the head| of the delegation was A": where somebody stands, at the start of a clause.
bool is_at_the_head(const Text& text, const Match& m) {
  const std::uint32_t at = m.tokens.begin;
  const bool stands = at > 1 && text.doc.lower(at) == "head" && text.doc.lower(at - 1) == "the" &&
                      text.doc.lower(at - 2) == "at";
  if (!stands) return false;
  const text::Sentence& s = text.doc.sentences()[text.doc.sentence_of(at)];
  return s.tokens.begin == at - 2 || text.doc.lower(at - 3) == ";" ||
         text.doc.lower(at - 3) == "and" || text.doc.lower(at - 3) == "while";
}

// "the |UN Secretary-General's| Special Envoy": who is sent serves the body of who sends.
void take_body_of_master(const Text& text, const Office& master, Office& office) {
  if (office.state || office.body || office.office == catalogue::npos || !master.body) return;
  const std::string_view mark = text.doc.lower(office.tokens.begin - 1);
  const bool owned = (mark == "'s" || mark == "'") && master.tokens.end + 1 == office.tokens.begin;
  const catalogue::OfficeLevel level = text.catalogue.offices()[office.office].level;
  if (owned && level == catalogue::OfficeLevel::envoy) office.body = master.body;
}

}  // namespace

std::uint32_t name_begin(const Text& text, const Tag& tag) {
  const std::uint32_t begin = tag.tokens.begin;
  if (const std::uint32_t name = behind_crown(text, tag); name > begin) return name;
  const std::string_view before = begin > 0 ? text.doc.lower(begin - 1) : std::string_view();
  if (before != "of" && before != "for") return begin;
  const Match* portfolio = text.matches.find(begin, Channel::portfolio);
  return portfolio != nullptr && portfolio->tokens.end <= tag.tokens.end ? portfolio->tokens.end
                                                                         : begin;
}

std::vector<Office> find_offices(const Text& text) {
  std::vector<Office> out;
  std::uint32_t done = 0;
  for (const Match& m : text.matches.all()) {
    if (m.channel != Channel::office || m.tokens.begin < done) continue;
    if (!is_head(text, m) || is_rank(text, m) || is_modifier(text, m)) continue;
    if (is_at_the_head(text, m) || is_verb(text, m)) continue;
    Office office = parse_office(text, m, done);
    if (!is_office(text, office, m)) continue;
    if (!out.empty() && office.tokens.begin < out.back().tokens.end) {
      office.tokens.begin = out.back().tokens.end;
    }
    done = office.tokens.end;
    if (!out.empty()) take_body_of_master(text, out.back(), office);
    out.push_back(std::move(office));
  }
  return out;
}

}  // namespace rapporteur::names
