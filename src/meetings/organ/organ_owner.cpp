// The organisations that no table knows, of whose organs a report speaks.

#include "organ/organ_owner.h"

#include <map>
#include <string>

#include "clause/group_words.h"
#include "draft.h"
#include "nominal/nominal_words.h"
#include "organ/name_ends.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

TokenRange owner_within(const Context& c, TokenRange organ) {
  const bool closed = c.cue(organ.end - 1, c.cues.organisation_head) != nullptr;
  for (std::uint32_t of = organ.end; of-- > organ.begin + 1;) {
    if (c.doc.lower(of) != "of") continue;
    const std::uint32_t name = c.doc.lower(of + 1) == "the" ? of + 2 : of + 1;
    const lexicon::Cue* head = c.cue(name, c.cues.organisation_head);
    const bool opened = head != nullptr && head->value == "both";
    const bool owns = may_own_organs(c, {name, organ.end}) && organ.size() > 4;
    const bool whole = closed || opened || owns;
    if (!c.doc.is_capital(name) || name + 1 >= organ.end || !whole) continue;
    return c.doc.lower(name) == "national" ? TokenRange{} : TokenRange{name, organ.end};
  }
  return {};
}

namespace {

// `end` moved before "of the"; one word at least is left.
std::uint32_t before_small(const Context& c, std::uint32_t begin, std::uint32_t end) {
  while (end > begin + 1 && (c.doc.lower(end - 1) == "the" || c.doc.lower(end - 1) == "of")) --end;
  return end;
}

// "Council of Ministers of the |Inland Waters Cooperation Organisation|": whose organ it is.
void take_out_owner(const Context& c, Mention& m) {
  const bool within = !m.organ_words.empty() && m.owner.end == m.organ_span.end &&
                      m.owner.begin > m.organ_span.begin;
  if (within) {
    const std::uint32_t begin = c.doc.token_at(m.organ_span.begin);
    m.organ_span = c.doc.span({begin, before_small(c, begin, c.doc.token_at(m.owner.begin))});
    m.organ_words = c.words(m.organ_span);
  }
  if (m.organ_words.empty() || m.organisation || !m.owner.empty()) return;
  const TokenRange organ{c.doc.token_at(m.organ_span.begin),
                         c.doc.token_at(m.organ_span.end - 1) + 1};
  const TokenRange owner = owner_within(c, organ);
  if (owner.empty()) return;
  const std::uint32_t end = before_small(c, organ.begin, owner.begin);
  m.owner = c.doc.span(owner);
  m.organ_span = c.doc.span({organ.begin, end});
  m.organ_words = c.words(m.organ_span);
}

// "Council of Ministers", which any organisation has; "Steering Committee", "Working Group on
// Trade".
bool is_organ(const Context& c, TokenRange words) {
  const std::string folded = catalogue::fold(c.doc.slice(c.doc.span(words)));
  if (c.catalogue.find_generic_organ(folded) != nullptr) return true;
  if (words.size() < 2 || !c.doc.is_capital(words.begin)) return false;
  TokenRange head;
  return c.cue(words.begin, c.cues.organ_head, &head) != nullptr ||
         c.cue(words.end - 1, c.cues.organ_head) != nullptr;
}

// "|Coral Isles Association| Leaders' Summit": the organisation stands in front of a level that any
// may have.
void take_out_owner_in_front(const Context& c, Mention& m) {
  if (m.organ_words.empty() || m.organisation || !m.owner.empty()) return;
  const TokenRange organ{c.doc.token_at(m.organ_span.begin),
                         c.doc.token_at(m.organ_span.end - 1) + 1};
  for (std::uint32_t end = organ.begin + 2; end < organ.end; ++end) {
    const bool head = c.cue(end - 1, c.cues.organisation_head) != nullptr ||
                      may_own_organs(c, {organ.begin, end});
    if (!head || !c.doc.is_capital(end - 1)) continue;
    const std::uint32_t begin = c.lower(end) == "'s" ? end + 1 : end;
    if (begin >= organ.end || !is_organ(c, {begin, organ.end})) continue;
    const ByteSpan rest = c.doc.span(TokenRange{begin, organ.end});
    m.owner = c.doc.span(TokenRange{organ.begin, end});
    m.organ_span = rest;
    m.organ_words = c.words(rest);
    return;
  }
}

// "the |foreign ministers| of", with "of" at `of`: the group right before it; or nothing.
ByteSpan group_before(const Context& c, std::uint32_t of, std::uint32_t floor) {
  constexpr std::uint32_t kLongest = 5;
  for (std::uint32_t back = 1; back <= kLongest && of >= floor + back; ++back) {
    const names::Office* group = c.cast.office_starting(of - back);
    if (group == nullptr || !group->plural || group->words.empty()) continue;
    // "the |Board of Governors|"; the words of the office may go on with whose it is
    return {words_of_group(c, *group).begin, c.doc.span({of - back, of}).end};
  }
  return {};
}

}  // namespace

ByteSpan organ_of(const Context& c, std::uint32_t whole) {
  const std::uint32_t floor = c.sentence(whole).begin;
  const std::uint32_t behind = whole > floor && c.lower(whole - 1) == "the" ? whole - 1 : whole;
  if (behind < floor + 2 || c.lower(behind - 1) != "of") return {};
  const std::uint32_t of = behind - 1;
  if (const ByteSpan group = group_before(c, of, floor); !group.empty()) return group;
  const TokenRange body = capital_body_before(c, of, floor);  // "Technical Committee on Water"
  if (!body.empty()) return c.doc.span(body);
  const tagger::Tag* tag = c.tags.covering(of - 1);
  const bool named = tag != nullptr && tag->label == tagger::Label::body && tag->tokens.end == of;
  return named && is_organ(c, tag->tokens) ? c.doc.span(tag->tokens) : ByteSpan{};
}

namespace {

// "the 4th meeting of |the Lake Basin Commission (LBC)|", "of the Coral Isles Association": the
// name is the organisation's, and no organ of it is told.
void take_whole_name(const Context& c, Mention& m) {
  if (m.organ_words.empty() || m.organisation || m.organ || !m.owner.empty()) return;
  const TokenRange name{c.doc.token_at(m.organ_span.begin),
                        c.doc.token_at(m.organ_span.end - 1) + 1};
  const lexicon::Cue* first = c.cue(name.begin, c.cues.organisation_head);
  const bool headed = c.cue(name.end - 1, c.cues.organisation_head) != nullptr ||
                      (first != nullptr && first->value == "both");
  const bool explained = c.lower(name.end) == "(" && c.lower(name.end + 2) == ")";
  if ((!headed && !explained) || !may_own_organs(c, name)) return;
  m.owner = m.organ_span;
  m.organ_span = organ_of(c, name.begin);
  m.organ_words = m.organ_span.empty() ? std::string() : c.words(m.organ_span);
}

// The short names that the report defines: "Inland Waters Cooperation Organisation (IWCO)" ->
// {"iwco": the full name}.
std::map<std::string_view, ByteSpan> short_names(const Context& c) {
  std::map<std::string_view, ByteSpan> out;
  for (const tagger::Tag& tag : c.tags.all()) {
    const std::uint32_t open = tag.tokens.end;
    const bool bracket = c.lower(open) == "(" && c.lower(open + 2) == ")";
    if (!bracket || !names_unknown_organisation(c, tag)) continue;
    if (c.doc.shape(open + 1) != text::Shape::upper) continue;
    out.try_emplace(c.doc.lower(open + 1), c.doc.span(tag.tokens));
  }
  return out;
}

// "|IWCO| Council of Ministers": letters that no table and no line of the report explains, beside
// a council that any organisation may have.
bool is_letters_of_owner(const Context& c, std::uint32_t letters, TokenRange organ) {
  constexpr std::size_t kFewest = 3;
  const tagger::Tag* tag = c.tags.covering(letters);
  if (tag != nullptr && tag->label == tagger::Label::state) return false;  // "the U.S."
  return c.doc.shape(letters) == text::Shape::upper && c.doc.word(letters).size() >= kFewest &&
         !is_shouted(c, c.sentence(letters)) && !organ.empty() &&
         c.catalogue.find_generic_organ(catalogue::fold(c.doc.slice(c.doc.span(organ)))) != nullptr;
}

// "|IWCO| Council of Ministers", "Council of Ministers of the |IWCO|"
void take_out_short_owner(const Context& c, const std::map<std::string_view, ByteSpan>& names,
                          Mention& m) {
  if (m.organ_words.empty() || m.organisation || !m.owner.empty()) return;
  std::uint32_t begin = c.doc.token_at(m.organ_span.begin);
  std::uint32_t end = c.doc.token_at(m.organ_span.end - 1) + 1;
  if (begin > 0 && begin - 1 >= c.sentence(begin).begin &&
      is_letters_of_owner(c, begin - 1, {begin, end})) {
    const auto explained = names.find(c.doc.lower(begin - 1));
    m.owner = explained != names.end() ? explained->second : c.doc.span({begin - 1, begin});
    return;
  }
  const auto front = names.find(c.doc.lower(begin));
  const auto back = names.find(c.doc.lower(end - 1));
  if (front != names.end() && end - begin > 1) {
    m.owner = front->second;
    ++begin;
  } else if (back != names.end() && end - begin > 1) {
    m.owner = back->second;
    end = before_small(c, begin, end - 1);
  } else if (is_letters_of_owner(c, begin, {begin + 1, end})) {
    m.owner = c.doc.span({begin, begin + 1});
    ++begin;
  } else {
    const std::uint32_t before = before_small(c, begin, end - 1);
    if (before + 1 >= end || !is_letters_of_owner(c, end - 1, {begin, before})) return;
    m.owner = c.doc.span({end - 1, end});
    end = before;
  }
  m.organ_span = c.doc.span({begin, end});
  m.organ_words = c.words(m.organ_span);
}

}  // namespace

void split_owners(const Context& context, std::vector<Mention>& mentions) {
  const std::map<std::string_view, ByteSpan> names = short_names(context);
  for (Mention& m : mentions) {
    take_out_owner(context, m);
    take_out_owner_in_front(context, m);
    take_out_short_owner(context, names, m);
    take_whole_name(context, m);
  }
}

}  // namespace rapporteur::meetings
