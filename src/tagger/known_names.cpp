// What the catalogue knows: bodies and organs; and titles. States are in known_states.cpp.
#include <algorithm>
#include <array>
#include <string_view>

#include "work.h"

namespace rapporteur::tagger {

namespace {

using lexicon::Channel;
using lexicon::Match;

// "The Turkey-Hungary Strategic Council |met| in Budapest.": a headline writes its verb with a
// capital and ends without a full stop.
bool is_running(const text::Document& doc, const text::Sentence& s) {
  constexpr std::size_t kShortestVerb = 3;
  static constexpr std::array<std::string_view, 8> kJoints{"the",  "and",  "for",  "its",
                                                           "with", "from", "into", "over"};
  if (s.role != text::LineRole::body || s.tokens.empty()) return false;
  if (doc.lower(s.tokens.end - 1) != ".") return false;
  for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
    const std::string_view word = doc.lower(t);
    const bool joint = std::find(kJoints.begin(), kJoints.end(), word) != kJoints.end();
    const bool lower = doc.shape(t) == text::Shape::lower;
    if (lower && word.size() >= kShortestVerb && !joint) return true;
  }
  return false;
}

}  // namespace

Work::Work(const Tagger::Impl& impl, const text::Document& doc, const lexicon::Matches& matches)
    : impl_(impl), doc_(doc), matches_(matches), owner_(doc.size()), title_(doc.size()) {
  for (const text::Sentence& s : doc.sentences()) {
    std::uint32_t words = 0, capitals = 0;
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      if (doc.is_punctuation(t) || doc.word(t).size() < 4) continue;
      ++words;
      capitals += doc.is_capital(t) ? 1 : 0;
    }
    // A list of people in running text has many capitals too.
    const bool heading = s.role == text::LineRole::headline || s.role == text::LineRole::teaser ||
                         s.role == text::LineRole::caption || (words < 12 && !is_running(doc, s));
    headline_.push_back(heading && words >= 4 && capitals * 10 >= words * 8);
  }
  find_acronyms();
}

void Work::find_acronyms() {
  for (std::uint32_t t = 2; t + 1 < doc_.size(); ++t) {
    const bool bracketed = doc_.lower(t - 1) == "(" && doc_.lower(t + 1) == ")";
    if (bracketed && doc_.shape(t) == text::Shape::upper && doc_.is_capital(t - 2)) {
      acronyms_.insert(doc_.word(t));
    }
  }
}

// "the |consultative meeting of the heads of state of Central Asia|": so many words that no capital
// need begin them.
bool Work::is_spelled_out(text::TokenRange words) const {
  constexpr std::uint32_t kMany = 6;
  if (words.size() < kMany) return false;
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    if (doc_.is_capital(t)) return true;
  }
  return false;
}

void Work::claim_bodies() {
  for (const Match& m : matches_.all()) {
    if (m.channel != Channel::body || !free(m.tokens)) continue;
    const bool figure = doc_.shape(m.tokens.begin) == text::Shape::number;  // "5+5 Dialogue"
    const bool the = doc_.lower(m.tokens.begin) == "the" && m.tokens.size() > 1;
    const bool capital = doc_.is_capital(the ? m.tokens.begin + 1 : m.tokens.begin);
    if (!capital && !figure && !is_spelled_out(m.tokens)) continue;
    // "the |Commonwealth Parliamentary Association|"
    const Match* longer = the ? matches_.find(m.tokens.begin + 1, Channel::body) : nullptr;
    if (longer != nullptr && longer->tokens.end > m.tokens.end) continue;
    // "Minister of |the Commonwealth| of Dominica"
    const std::uint32_t noun = the ? m.tokens.begin + 1 : m.tokens.begin;
    const Match* state = matches_.find(noun, Channel::state);
    if (state != nullptr && state->tokens.end > m.tokens.end) continue;
    const catalogue::Index body = impl_.catalogue->body_names()[m.id].body;
    const bool letters = m.tokens.size() == 1 && body != npos &&
                         doc_.shape(m.tokens.begin) == text::Shape::upper &&
                         acronyms_.contains(doc_.word(m.tokens.begin));
    const bool other = letters && is_explained_otherwise(m.tokens.begin, body);
    claim(m.tokens, Label::body, other ? npos : body);
  }
  for (Tag& tag : tags_) {
    if (tag.id != npos) place_organ(tag);
  }
  for (const Tag& tag : tags_) {
    // "Foreign ministers of the five Baltic states": people, where nobody's organ is meant.
    const Match* office = matches_.find(tag.tokens.begin, Channel::office);
    if (tag.id == npos && office != nullptr && office->tokens == tag.tokens) drop(tag.tokens);
  }
  for (Tag& tag : tags_) lengthen_short_form(tag);
}

// "Security Council" is that of the United Nations only where the report speaks of these; right
// behind another organisation it is an organ of that one, behind any other name nobody's we know.
void Work::place_organ(Tag& tag) {
  const catalogue::Body& body = impl_.catalogue->bodies()[tag.id];
  if (tag.tokens.size() == 1 && lengthen_purpose(tag)) return;
  if (body.parent == npos) return;
  const std::uint32_t begin = tag.tokens.begin;
  const Tag* before = nullptr;
  bool named = false;  // by a word before it: "National Security Council"
  if (begin > 0 && !starts_sentence(begin)) {
    const std::uint32_t left = doc_.lower(begin - 1) == "'s" && begin > 1 ? begin - 2 : begin - 1;
    before = tag_at(left);
    // "the Extraordinary |Troika|" says how it meets, "Consultative |Commission|" what it is.
    named = before == nullptr && doc_.is_capital(left) && !starts_sentence(left) &&
            doc_.lower(left) != "the" &&
            (doc_.lower(left) == "joint" ||
             impl_.lexicon->cue_at(matches_, left, impl_.naming) != nullptr ||
             impl_.lexicon->cue_at(matches_, left, impl_.how_held) == nullptr);
  }
  if (before != nullptr && before->id != npos && before->id != body.parent) {
    const catalogue::Body& owner = impl_.catalogue->bodies()[before->id];
    tag.id = owner.parent == npos
                 ? impl_.catalogue->find_organ(before->id, doc_.slice(doc_.span(tag.tokens)))
                 : npos;
    return;
  }
  const bool parent_named = is_spoken_of(body.parent, begin);
  const std::string words = folded(tag.tokens);
  const catalogue::Body& parent = impl_.catalogue->bodies()[body.parent];
  const auto says = [&](std::string_view name) {
    return !name.empty() &&
           (" " + words + " ").find(" " + catalogue::fold(name) + " ") != std::string::npos;
  };
  const bool opens = opens_with(words, body.parent) && longer_name(begin, body.parent) == npos;
  const bool says_parent = says_owner(words, body.parent) || opens || says(parent.acronym) ||
                           says(parent.name) || (names_circle(tag.tokens) && !named);
  if (named && !says_parent) {
    tag.id = npos;
    lengthen_left(tag);
  } else if (!parent_named && !says_parent && !is_whole_acronym(tag)) {
    tag.id = organ_of_report(words, begin);
  }
}

// "Council of Ministers of the |Union State|", by any name of the organisation.
bool Work::says_owner(std::string_view organ, catalogue::Index owner) const {
  const std::size_t of = organ.rfind(" of ");
  if (of == std::string_view::npos) return false;
  constexpr std::string_view kThe = "the ";
  std::string_view name = organ.substr(of + 4);
  if (name.starts_with(kThe)) name.remove_prefix(kThe.size());
  const std::vector<catalogue::Index> found = impl_.catalogue->find_bodies_named(name);
  return std::find(found.begin(), found.end(), owner) != found.end();
}

// "|Commonwealth| Heads of Government Meeting", by any name of the organisation.
bool Work::opens_with(std::string_view organ, catalogue::Index owner) const {
  for (std::size_t end = organ.find(' '); end != std::string_view::npos;
       end = organ.find(' ', end + 1)) {
    const std::string name(organ.substr(0, end));
    for (const std::string& called : {name, "the " + name}) {
      const std::vector<catalogue::Index> found = impl_.catalogue->find_bodies_named(called);
      if (std::find(found.begin(), found.end(), owner) != found.end()) return true;
    }
  }
  return false;
}

// "UNGA", "COFCOR": letters enough to be nobody else's.
bool Work::is_whole_acronym(const Tag& tag) const {
  constexpr std::size_t kSure = 4;
  const std::string_view acronym = impl_.catalogue->bodies()[tag.id].acronym;
  return acronym.size() >= kSure && doc_.slice(doc_.span(tag.tokens)) == acronym;
}

// "|Central American| Agricultural Council": a name that no other organisation's organ bears.
bool Work::names_circle(TokenRange words) const {
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    if (impl_.lexicon->cue_at(matches_, t, impl_.circle) != nullptr) return true;
  }
  return false;
}

// "|Commission| for the Conservation of Migratory Fish": with its purpose it is another body than
// the one that is called so for short.
bool Work::lengthen_purpose(Tag& tag) {
  constexpr std::uint32_t kLongest = 12;
  const std::uint32_t at = tag.tokens.end;
  if (at + 2 >= doc_.size() || (doc_.lower(at) != "for" && doc_.lower(at) != "on")) return false;
  const std::uint32_t first = doc_.lower(at + 1) == "the" ? at + 2 : at + 1;
  if (!doc_.is_capital(first) || taken(first) ||
      doc_.shape(tag.tokens.begin) == text::Shape::upper) {
    return false;
  }
  std::uint32_t end = first;
  for (std::uint32_t t = first; t < std::min(first + kLongest, doc_.size()); ++t) {
    const std::string_view word = doc_.lower(t);
    const bool joint = word == "of" || word == "and" || word == "the";
    if (taken(t) || (!joint && !doc_.is_capital(t))) break;
    if (!joint) end = t + 1;
  }
  if (end < first + 2) return false;  // "the Council on Monday", "the Commission for Africa"
  for (std::uint32_t t = at; t < end; ++t) owner_[t] = owner_[tag.tokens.begin];
  tag.tokens.end = end;
  tag.id = npos;
  return true;
}

// The report names the organisation before `token` or more than once; once behind it is by the way.
bool Work::is_spoken_of(catalogue::Index body, std::uint32_t token) const {
  int times = 0;
  for (const Tag& tag : tags_) {
    // "the |ECOWAS Authority|": an organ by the name of its organisation
    const bool of_it = tag.id != npos && tag.tokens.begin < token && !tag.tokens.empty() &&
                       impl_.catalogue->bodies()[tag.id].parent == body &&
                       tag.label == Label::body && opens_with(folded(tag.tokens), body);
    if (tag.id != body && !of_it) continue;
    if (tag.tokens.begin < token || ++times > 1) return true;
    if (doc_.sentence_of(tag.tokens.begin) == doc_.sentence_of(token)) return true;
  }
  return false;
}

// A state's name ends before `end`: "Sri Lanka |Joint Commission".
bool Work::ends_state(std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 6;  // tokens of "Lao People's Democratic Republic"
  for (std::uint32_t back = 1; back <= std::min(kLongest, end); ++back) {
    for (const Match& m : matches_.at(end - back)) {
      if (m.channel == Channel::state && m.tokens.end == end) return true;
    }
  }
  return false;
}

// "Binational Commission": the capitals before it are part of the name.
void Work::lengthen_left(Tag& tag) {
  while (tag.tokens.begin > 0) {
    const std::uint32_t before = tag.tokens.begin - 1;
    if (taken(before) || !doc_.is_capital(before) || starts_sentence(before)) return;
    if (doc_.lower(before) == "the") return;
    if (doc_.sentence_of(before) != doc_.sentence_of(tag.tokens.begin)) return;
    if (ends_state(tag.tokens.begin)) return;
    owner_[before] = owner_[tag.tokens.begin];
    tag.tokens.begin = before;
  }
}

// The organ of that wording of an organisation of which the report speaks by `token`; npos.
catalogue::Index Work::organ_of_report(std::string_view words, std::uint32_t token) const {
  for (const Tag& other : tags_) {
    if (other.id == npos || impl_.catalogue->bodies()[other.id].parent != npos) continue;
    const catalogue::Index organ = impl_.catalogue->find_organ(other.id, words);
    if (organ != npos && is_spoken_of(other.id, token)) return organ;
  }
  return npos;
}

// "the Commonwealth" in a report on the Commonwealth of Independent States, "The Alliance" in one
// on the Pacific Alliance.
void Work::lengthen_short_form(Tag& tag) const {
  if (tag.id == npos) return;
  const std::uint32_t first = tag.tokens.begin + (doc_.lower(tag.tokens.begin) == "the" ? 1 : 0);
  if (first + 1 != tag.tokens.end) return;
  const catalogue::Index longer = longer_name(first, tag.id);
  if (longer != npos) tag.id = longer;
}

// Another body than `body` in whose longer name the word at `token` stands, no acronym; or npos.
catalogue::Index Work::longer_name(std::uint32_t token, catalogue::Index body) const {
  const text::Shape shape = doc_.shape(token);
  if (shape == text::Shape::upper || shape == text::Shape::mixed) return npos;  // "BRICS", "G7"
  const std::string_view acronym = impl_.catalogue->bodies()[body].acronym;
  if (catalogue::fold(acronym) == doc_.lower(token)) return npos;  // "Asean"
  for (const Tag& other : tags_) {
    if (other.tokens.size() < 2 || other.id == npos || other.id == body) continue;
    if (impl_.catalogue->bodies()[other.id].parent == body) continue;
    for (std::uint32_t t = other.tokens.begin; t < other.tokens.end; ++t) {
      if (doc_.lower(t) == doc_.lower(token)) return other.id;
    }
  }
  return npos;
}

// "the |General| Border Committee": a rank that is the first word of a body's name.
bool Work::opens_body(TokenRange r) const {
  constexpr std::uint32_t kLongest = 5;
  if (r.size() != 1 || doc_.lower(r.begin) != "general") return false;
  const std::uint32_t end = doc_.sentences()[doc_.sentence_of(r.begin)].tokens.end;
  for (std::uint32_t t = r.end; t < std::min(r.end + kLongest, end); ++t) {
    if (taken(t) || doc_.shape(t) != text::Shape::capitalised) return false;
    if (impl_.lexicon->cue_at(matches_, t, impl_.body_head) != nullptr) return true;
  }
  return false;
}

// "Hun |Sen| of Cambodia": a short title behind a capital, with no name behind it.
bool Work::ends_name(const Match& title) const {
  const std::uint32_t end = title.tokens.end;
  const std::uint32_t begin = title.tokens.begin;
  return title.channel == Channel::honorific && title.tokens.size() == 1 && begin > 0 &&
         doc_.is_capital(begin - 1) && doc_.shape(begin) == text::Shape::capitalised &&
         (end >= doc_.size() || !doc_.is_capital(end));
}

// Office heads with the modifiers and portfolios that stand before them, and honorifics.
void Work::mark_titles() {
  const auto mark = [&](TokenRange r) {
    for (std::uint32_t t = r.begin; t < r.end; ++t) title_[t] = true;
  };
  for (const Match& m : matches_.all()) {
    const bool title = m.channel == Channel::honorific || m.channel == Channel::office;
    if (!title || opens_body(m.tokens) || ends_name(m)) continue;
    mark(m.tokens);
    if (m.channel == Channel::honorific) continue;
    std::uint32_t at = m.tokens.begin;
    while (at > 0 && !taken(at - 1)) {
      const std::uint32_t before = at;
      for (std::uint32_t back = 1; back <= 4 && back <= at; ++back) {
        const std::uint32_t from = at - back;
        for (const Match& left : matches_.at(from)) {
          const bool part = left.channel == Channel::modifier || left.channel == Channel::portfolio;
          if (part && left.tokens.end == at) {
            mark(left.tokens);
            at = from;
            break;
          }
        }
        if (at != before) break;
      }
      if (at == before) break;
    }
  }
}

}  // namespace rapporteur::tagger
