// Where a report names a meeting. A nominal mention grows from its head ("summit") to the left
// over adjectives, ordinals and names, and to the right over "of", "between", "with". A verbal one
// ("met with", "telephoned") takes its subject and its object from the cast.

#include <algorithm>
#include <array>

#include "draft.h"
#include "ordinal.h"

namespace rapporteur::meetings {

namespace {

using lexicon::Channel;
using lexicon::Match;
using names::MentionKind;
using tagger::Label;
using tagger::Tag;

// How far a verb looks for its subject and object, in tokens.
constexpr std::uint32_t kSubjectReach = 30;
// How far a noun looks for its "with" or "between".
constexpr std::uint32_t kFarReach = 14;

bool is_determiner(std::string_view w) {
  return w == "the" || w == "this" || w == "that" || w == "its" || w == "their" || w == "his" ||
         w == "her" || w == "these" || w == "those";
}

bool is_preposition(std::string_view w) {
  return w == "of" || w == "between" || w == "with" || w == "among" || w == "for" || w == "by" ||
         w == "from";
}

// Kinds of meetings between a few, whose sides may stand outside the phrase.
bool is_between_few(const Mention& m) {
  return m.kind == "talks" || m.kind == "visit" || m.kind == "call" || m.kind == "reception" ||
         (m.kind == "meeting" && !m.organisation && m.organ_words.empty());
}

// The cue of a group that names no organ ("leaders"), if the office says no more than that.
const lexicon::Cue* level_only(const Context& c, const names::Office& office) {
  if (office.words.size() != 1) return nullptr;
  TokenRange words;
  const std::uint32_t begin = c.doc.token_at(office.words.front().begin);
  const lexicon::Cue* cue = c.cue(begin, c.cues.level_only, &words);
  const bool all = cue != nullptr && c.doc.span(words).end == office.words.front().end;
  return all ? cue : nullptr;
}

// A series named after what it is ("Consultative Meeting of the Heads of State") is an organ
// without an organisation; a format with a name of its own ("Visegrad Group") is one.
bool names_organ(const Context& c, const Tag& tag) {
  if (c.catalogue.bodies()[tag.id].kind != catalogue::BodyKind::series) return false;
  for (std::uint32_t t = tag.tokens.begin; t < tag.tokens.end; ++t) {
    if (c.cue(t, c.cues.organ_word) != nullptr) return true;
  }
  return false;
}

class Phrase {
 public:
  Phrase(const Context& context, TokenRange trigger, const lexicon::Cue& cue)
      : c_(context), s_(context.sentence(trigger.begin)) {
    m_.trigger = trigger;
    m_.tokens = trigger;
    m_.kind = cue.value;
    m_.sentence = context.doc.sentence_of(trigger.begin);
    m_.in_headline = context.doc.sentences()[m_.sentence].role == text::LineRole::headline;
  }

  Mention parse() {
    left();
    right();
    if (m_.ordinal > 0 && only_counts()) {
      m_.ordinal = 0;
      m_.ordinal_span = {};
    }
    return m_;
  }

 private:
  // "the first meeting since the enlargement", "the second in two weeks": no number of a row.
  [[nodiscard]] bool only_counts() const {
    if (m_.ordinal > 9 || c_.doc.slice(m_.ordinal_span).front() < 'A') return false;
    const std::string_view after = c_.lower(m_.tokens.end);
    return after == "since" || after == "after" || after == "in" || after == "this" ||
           after == "under";
  }

  void add_body(const Tag& tag) {
    const catalogue::Body* body = tag.id == npos ? nullptr : &c_.catalogue.bodies()[tag.id];
    const ByteSpan span = c_.doc.span(tag.tokens);
    if (body == nullptr) {
      if (m_.organ_words.empty()) {
        m_.organ_span = span;
        m_.organ_words = c_.words(span);
      }
      return;
    }
    if (body->kind == catalogue::BodyKind::organ || names_organ(c_, tag)) {
      if (!m_.organ) m_.organ = {tag.id, span};
      return;
    }
    if (!m_.organisation) m_.organisation = {tag.id, span};
  }

  void add_tag(const Tag& tag) {
    const ByteSpan span = c_.doc.span(tag.tokens);
    switch (tag.label) {
      case Label::body:
        add_body(tag);
        break;
      case Label::state:
      case Label::nationality:
        m_.states.push_back({tag.id, span});
        break;
      case Label::place:
        if (!m_.place) m_.place = {tag.id, span};
        break;
      case Label::person:
        add_person(tag.tokens.begin);
        break;
    }
  }

  void add_person(std::uint32_t token) {
    const names::Mention* mention = c_.cast.covering(token);
    if (mention != nullptr && mention->person != kNobody) m_.people.push_back(mention->person);
  }

  void add_office(const names::Office& office) {
    if (const lexicon::Cue* level = level_only(c_, office); level != nullptr) {
      m_.top_level = m_.top_level || level->value == "top";
    } else if (m_.organ_words.empty()) {
      m_.organ_words = office.text;
      m_.organ_span = join(office.words.front(), office.words.back());
    }
    if (office.body && !m_.organisation) {
      const Tag* tag = c_.tags.covering(c_.doc.token_at(office.body.words.begin));
      if (tag != nullptr) add_body(*tag);
    }
    if (office.state) m_.states.push_back(office.state);
  }

  void add_organ(const Match& match) {
    if (!m_.organ_words.empty()) return;
    m_.organ_span = c_.doc.span(match.tokens);
    m_.organ_words = c_.words(m_.organ_span);
  }

  // The match of `channel` that ends at `end`.
  [[nodiscard]] const Match* ending(std::uint32_t end, Channel channel,
                                    lexicon::CueClass wanted = 0) const {
    for (std::uint32_t back = 1; back <= 8 && end >= s_.begin + back; ++back) {
      for (const Match& m : c_.matches.at(end - back)) {
        if (m.channel != channel || m.tokens.end != end) continue;
        if (channel == Channel::cue && c_.lexicon.cues()[m.id].cue_class != wanted) continue;
        return &m;
      }
    }
    return nullptr;
  }

  void left() {
    std::uint32_t at = m_.tokens.begin;
    for (int steps = 0; at > s_.begin && steps < 24; ++steps) {
      const std::string_view before = c_.doc.lower(at - 1);
      if (is_determiner(before)) {
        m_.definite = true;
        --at;
        break;
      }
      if (before == "a" || before == "an") {
        m_.fresh = true;
        --at;
        break;
      }
      if (before == "'s" || before == "'" || before == "-" || before == "+") {
        --at;
        continue;
      }
      if (const Tag* tag = c_.tags.covering(at - 1); tag != nullptr) {
        add_tag(*tag);
        at = tag->tokens.begin;
        continue;
      }
      if (const Ordinal o = ordinal_before(c_.doc, at, s_.begin); o.value > 0) {
        if (m_.ordinal == 0) {
          m_.ordinal = o.value;
          m_.ordinal_span = c_.doc.span(o.tokens);
        }
        at = o.tokens.begin;
        continue;
      }
      const Match* adjective = ending(at, Channel::cue, c_.cues.adjective);
      const Match* organ = ending(at, Channel::organ);
      const names::Office* office = c_.cast.office_ending(at);
      const std::uint32_t adjective_size = adjective == nullptr ? 0 : adjective->tokens.size();
      const std::uint32_t organ_size = organ == nullptr ? 0 : organ->tokens.size();
      if (office != nullptr && office->tokens.size() >= std::max(adjective_size, organ_size)) {
        add_office(*office);
        at = office->tokens.begin;
        continue;
      }
      if (organ != nullptr && organ_size >= adjective_size) {
        add_organ(*organ);
        at = organ->tokens.begin;
        continue;
      }
      if (adjective != nullptr) {
        const std::string_view value = c_.lexicon.cues()[adjective->id].value;
        if (value == "next" || value == "previous") m_.relation = value;
        if (!value.empty()) m_.fresh = true;
        at = adjective->tokens.begin;
        continue;
      }
      // "the 2023 BRICS Summit"
      if (c_.doc.shape(at - 1) == text::Shape::number && c_.doc.word(at - 1).size() == 4) {
        --at;
        continue;
      }
      if (before == "and" && at - 1 > s_.begin && joins_names(at - 1)) {
        --at;
        continue;
      }
      if (c_.doc.is_capital(at - 1) && at - 1 > s_.begin) {
        --at;
        continue;
      }
      break;
    }
    m_.tokens.begin = at;
  }

  // "and" between two states, bodies or persons: "India and Pakistan talks".
  [[nodiscard]] bool joins_names(std::uint32_t at) const {
    const Tag* a = c_.tags.covering(at - 1);
    const Tag* b = c_.tags.covering(at + 1);
    return a != nullptr && b != nullptr && a->label == b->label;
  }

  void right() {
    std::uint32_t at = m_.tokens.end;
    while (at < s_.end) {
      std::uint32_t next = at;
      if (c_.lower(next) == "(") {  // "the ... Cooperation (SCO)"
        const Tag* tag = c_.tags.covering(next + 1);
        if (tag == nullptr || c_.lower(tag->tokens.end) != ")") break;
        if (tag->label == Label::body) add_body(*tag);
        at = tag->tokens.end + 1;
        continue;
      }
      // "Summit of the East African Community (EAC) Heads of State"
      const names::Office* group = at > m_.tokens.end ? c_.cast.office_starting(next) : nullptr;
      const Match* organ = at > m_.tokens.end ? c_.matches.find(next, Channel::organ) : nullptr;
      const Tag* body = at > m_.tokens.end ? c_.tags.starting(next) : nullptr;
      const bool known = body != nullptr && body->label == Label::body;
      if ((group != nullptr && group->plural) || organ != nullptr || known) {
        at = name_at(next);
        continue;
      }
      const bool towards = m_.kind == "visit" && c_.lower(next) == "to";
      if (!is_preposition(c_.lower(next)) && !towards) break;
      ++next;
      const std::uint32_t end = complement(next);
      if (end == next) break;
      at = end;
    }
    m_.tokens.end = at;
    if (m_.people.empty() && m_.states.empty() && !m_.organisation && is_between_few(m_)) far(at);
  }

  // "talks in Brussels with X", "a meeting took place on 22 April between X and Y".
  void far(std::uint32_t at) {
    for (std::uint32_t t = at; t < std::min(at + kFarReach, s_.end); ++t) {
      const std::string_view word = c_.doc.lower(t);
      if (word == ";" || (t > at && c_.cue(t, c_.cues.head) != nullptr)) return;
      if (c_.cue(t, c_.cues.verb) != nullptr || c_.cast.covering(t) != nullptr) return;
      if (m_.kind == "meeting" && word != "between") continue;
      if (word != "with" && word != "between") continue;
      m_.tokens.end = std::max(m_.tokens.end, complement(t + 1));
      return;
    }
  }

  // One or more names joined by commas and "and" from `begin`; its end, or `begin` if none.
  std::uint32_t complement(std::uint32_t begin) {
    std::uint32_t end = begin;
    for (int items = 0; items < 40; ++items) {
      std::uint32_t next = end;
      while (next < s_.end &&
             (c_.lower(next) == "," || c_.lower(next) == "and" || c_.lower(next) == "the" ||
              c_.lower(next) == "its" || c_.lower(next) == "his" || c_.lower(next) == "her" ||
              c_.lower(next) == "as" || c_.lower(next) == "well" || c_.lower(next) == "'s" ||
              c_.lower(next) == "'" || c_.lower(next) == "-")) {
        ++next;
      }
      const std::uint32_t after = name_at(next);
      if (after == next) break;
      end = after;
    }
    return end;
  }

  std::uint32_t name_at(std::uint32_t at) {
    if (at >= s_.end) return at;
    const names::Mention* who = cast_at(at);
    const Match* longer = c_.matches.find(at, Channel::organ);
    const Tag* named = c_.tags.starting(at);
    const bool longest = longer != nullptr &&
                         (who == nullptr || longer->tokens.end > who->tokens.end) &&
                         (named == nullptr || longer->tokens.end > named->tokens.end);
    if (longest) {
      add_organ(*longer);
      return longer->tokens.end;
    }
    if (who != nullptr) {
      add_cast(*who);
      return who->tokens.end;
    }
    if (const Tag* tag = c_.tags.starting(at); tag != nullptr) {
      add_tag(*tag);
      return tag->tokens.end;
    }
    if (const Ordinal o = ordinal_before(c_.doc, at + 1, at); o.value > 0) {
      return at + 1;
    }
    if (const names::Office* office = c_.cast.office_starting(at); office != nullptr) {
      add_office(*office);
      return office->tokens.end;
    }
    if (c_.doc.is_capital(at) && m_.organ_words.empty()) return capitals(at);
    return at;
  }

  // A run of capitals that nobody knows: the name of a series ("Consultative Meeting of ...") or
  // of an organ ("Troika of the Organ on Politics, Defence and Security").
  std::uint32_t capitals(std::uint32_t at) {
    std::uint32_t end = at;
    while (end < s_.end && end - at < 14) {
      std::uint32_t next = end;
      while (end > at && next < end + 3 && is_inside_name(c_.lower(next))) ++next;
      if (next >= s_.end || c_.tags.covering(next) != nullptr || !c_.doc.is_capital(next)) break;
      end = next + 1;
    }
    if (end > at) {
      m_.organ_span = c_.doc.span({at, end});
      m_.organ_words = c_.words(m_.organ_span);
    }
    return end;
  }

  static bool is_inside_name(std::string_view word) {
    return word == "of" || word == "the" || word == "on" || word == "for" || word == "and" ||
           word == "," || word == "-";
  }

  [[nodiscard]] const names::Mention* cast_at(std::uint32_t at) const {
    const names::Mention* mention = c_.cast.starting(at);
    return mention != nullptr && mention->kind != MentionKind::collective ? mention : nullptr;
  }

  void add_cast(const names::Mention& who) {
    if (who.person != kNobody) {
      m_.people.push_back(who.person);
    } else if (who.kind == MentionKind::office) {
      const names::Office& office = c_.cast.offices[who.office];
      if (office.plural) {
        add_office(office);
      }
      for (const Named& state : who.states) m_.states.push_back(state);
    } else {
      for (const Named& state : who.states) m_.states.push_back(state);
    }
  }

  const Context& c_;
  TokenRange s_;
  Mention m_;
};

// Subject and object of a verb, from the cast and the bodies around it.
class Clause {
 public:
  Clause(const Context& context, TokenRange verb, const lexicon::Cue& cue)
      : c_(context), s_(context.sentence(verb.begin)) {
    m_.trigger = verb;
    m_.tokens = verb;
    m_.kind = cue.value;
    m_.verbal = true;
    m_.sentence = context.doc.sentence_of(verb.begin);
    m_.in_headline = context.doc.sentences()[m_.sentence].role == text::LineRole::headline;
  }

  // Empty where the verb has nobody who could meet.
  std::optional<Mention> parse() {
    subject();
    const std::vector<std::uint32_t> subjects = m_.people;
    object();
    for (const std::uint32_t p : m_.people) {
      if (std::find(subjects.begin(), subjects.end(), p) == subjects.end()) m_.objects.push_back(p);
    }
    const std::size_t sides = m_.people.size() + m_.states.size();
    const bool body = m_.organisation || m_.organ || !m_.organ_words.empty();
    if (m_.kind == "meeting" && !body && sides < 2) return std::nullopt;
    // "The presidents held talks": who they are is left to the text before.
    const bool told_before = m_.kind == "talks" || m_.kind == "call";
    if (m_.kind != "meeting" && m_.kind != "visit" && !told_before && sides == 0 && !body) {
      return std::nullopt;
    }
    if (m_.kind == "signing" && sides < 2) return std::nullopt;
    if (m_.kind == "visit" && m_.people.empty()) return std::nullopt;
    if (m_.kind == "visit" && m_.states.empty() && !m_.place) return std::nullopt;
    return m_;
  }

 private:
  void take(const names::Mention& who) {
    if (who.person != kNobody) {
      if (std::find(m_.people.begin(), m_.people.end(), who.person) == m_.people.end()) {
        m_.people.push_back(who.person);
      }
      return;
    }
    if (who.kind == MentionKind::office) {
      const names::Office& office = c_.cast.offices[who.office];
      const lexicon::Cue* level = level_only(c_, office);
      if (office.plural && level != nullptr) {
        m_.top_level = m_.top_level || level->value == "top";
        if (office.body && office.body.id != npos && !m_.organisation)
          m_.organisation = office.body;
      } else if (office.plural && m_.organ_words.empty()) {
        m_.organ_words = office.text;
        m_.organ_span = join(office.words.front(), office.words.back());
        if (office.body && office.body.id != npos) m_.organisation = office.body;
      }
    }
    for (const Named& state : who.states) m_.states.push_back(state);
  }

  void take(const Tag& tag) {
    if (tag.label == Label::state) m_.states.push_back({tag.id, c_.doc.span(tag.tokens)});
    if (tag.label == Label::place && !m_.place) m_.place = {tag.id, c_.doc.span(tag.tokens)};
    if (tag.label != Label::body || tag.id == npos) return;
    const bool organ = c_.catalogue.bodies()[tag.id].kind == catalogue::BodyKind::organ;
    Named& slot = organ ? m_.organ : m_.organisation;
    if (!slot) slot = {tag.id, c_.doc.span(tag.tokens)};
  }

  // The nearest names before the verb, over commas, "and" and brackets, back to a clause border.
  void subject() {
    std::uint32_t at = m_.trigger.begin;
    bool any = false;
    while (at > s_.begin && m_.trigger.begin - at < kSubjectReach) {
      const names::Mention* who = c_.cast.ending(at);
      if (who != nullptr && who->kind != MentionKind::collective) {
        take(*who);
        at = who->tokens.begin;
        any = true;
        continue;
      }
      const Tag* tag = c_.tags.covering(at - 1);
      if (tag != nullptr && tag->tokens.end == at) {
        if (tag->label == Label::body ||
            (tag->label == Label::state && (any || m_.kind == "signing"))) {
          take(*tag);
          any = true;
        }
        at = tag->tokens.begin;
        continue;
      }
      const std::string_view word = c_.doc.lower(at - 1);
      const bool joint =
          word == "," || word == "and" || word == ")" || word == "(" || word == "the";
      if (any && !joint) break;
      if (word == ";" || word == ":" || word == "that") break;
      --at;
    }
    m_.tokens.begin = any ? at : m_.tokens.begin;
    if (!any) pronoun();
  }

  // "He also met X": the first person of the sentence before, failing that the last one named.
  void pronoun() {
    bool refers = false;
    for (std::uint32_t back = 1; back <= 4 && m_.trigger.begin >= s_.begin + back; ++back) {
      const std::string_view word = c_.doc.lower(m_.trigger.begin - back);
      refers = refers || word == "he" || word == "she" || word == "who";
    }
    if (!refers) return;
    for (const names::Mention& m : c_.cast.mentions) {
      if (m.tokens.begin >= m_.trigger.begin) break;
      if (m.tokens.begin < s_.begin || m.person == kNobody) continue;
      m_.people.push_back(m.person);
      return;
    }
    const std::uint32_t before = s_.begin;
    const names::Mention* found = nullptr;
    for (const names::Mention& m : c_.cast.mentions) {
      if (m.tokens.begin >= before) break;
      if (m.person == kNobody) continue;
      const bool same_sentence = found != nullptr && c_.doc.sentence_of(found->tokens.begin) ==
                                                         c_.doc.sentence_of(m.tokens.begin);
      if (!same_sentence) found = &m;
    }
    if (found != nullptr) m_.people.push_back(found->person);
  }

  void object() {
    const std::size_t before = m_.people.size() + m_.states.size();
    object_from(m_.trigger.end);
    const bool none = m_.people.size() + m_.states.size() == before;
    if (!none || m_.kind != "talks") return;
    // "had talks in Brussels, one-to-one, with X"
    for (std::uint32_t t = m_.trigger.end; t < std::min(m_.trigger.end + kFarReach, s_.end); ++t) {
      if (c_.doc.lower(t) == ";" || c_.cue(t, c_.cues.head) != nullptr) return;
      if (c_.doc.lower(t) == "with") return object_from(t);
    }
  }

  void object_from(std::uint32_t at) {
    const std::uint32_t from = at;
    while (at < s_.end && at - from < kSubjectReach) {
      const names::Mention* who = c_.cast.starting(at);
      TokenRange delegations;
      const bool receives = m_.kind == "talks" || m_.kind == "meeting" || m_.kind == "reception";
      if (receives && c_.cue(at, c_.cues.delegation_heads, &delegations) != nullptr) {
        m_.kind = "reception";
        at = delegations.end;
      } else if (who != nullptr) {
        take(*who);
        at = who->tokens.end;
      } else if (const Tag* tag = c_.tags.starting(at);
                 tag != nullptr && (tag->label == Label::state || m_.kind == "visit")) {
        take(*tag);
        at = tag->tokens.end;
      } else {
        const std::string_view word = c_.doc.lower(at);
        TokenRange adverb;
        if (c_.cue(at, c_.cues.adverb, &adverb) != nullptr) {
          at = adverb.end;
          continue;
        }
        const bool joint = word == "," || word == "and" || word == "the" || word == "with" ||
                           word == "his" || word == "her" || word == "also" || word == "host" ||
                           word == "guest" || word == "colleague" || word == "separately" ||
                           word == "as" || word == "well" || word == "both" || word == "by" ||
                           word == "to" || word == "from";
        if (!joint) break;
        ++at;
      }
    }
    m_.tokens.end = std::max(at, m_.trigger.end);
  }

  const Context& c_;
  TokenRange s_;
  Mention m_;
};

// "X has completed an official visit to Y", "X had talks with Y": the subject of the clause.
void subject_beside(const Context& c, Mention& m) {
  if (m.verbal || !is_between_few(m) || m.people.size() > 2 || m.organisation) return;
  const TokenRange s = c.sentence(m.trigger.begin);
  if (m.kind != "visit" && (!m.people.empty() || !m.states.empty())) {
    bool with = false;
    for (std::uint32_t t = m.trigger.end; t < std::min(m.tokens.end, m.trigger.end + kFarReach);
         ++t) {
      with = with || c.doc.lower(t) == "with";
    }
    if (!with) return;
  }
  if (m.kind == "meeting" && m.people.empty() && m.states.empty()) return;
  for (std::uint32_t t = m.tokens.begin; t > s.begin && m.tokens.begin - t < kSubjectReach;) {
    const std::string_view word = c.doc.lower(t - 1);
    if (word == ";" || c.cue(t - 1, c.cues.head) != nullptr) return;
    const names::Mention* who = c.cast.covering(t - 1);
    if (who == nullptr) {
      --t;
      continue;
    }
    const bool known = who->person != kNobody &&
                       std::find(m.people.begin(), m.people.end(), who->person) != m.people.end();
    if (who->person != kNobody && !known) {
      m.objects = m.people;
      m.people.push_back(who->person);
      // "Presidents A and B held talks": a second one joined to the first.
      std::uint32_t before = who->tokens.begin;
      while (before > s.begin &&
             (c.doc.lower(before - 1) == "and" || c.doc.lower(before - 1) == ",")) {
        --before;
      }
      const names::Mention* other = before < who->tokens.begin ? c.cast.ending(before) : nullptr;
      if (other != nullptr && other->person != kNobody) m.people.push_back(other->person);
      return;
    }
    t = who->tokens.begin;
  }
}

// A word of sport, companies or the domestic house in the phrase or right beside it.
bool is_something_else(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t from = m.tokens.begin > s.begin + 2 ? m.tokens.begin - 2 : s.begin;
  const std::uint32_t to = std::min(m.tokens.end + 2, s.end);
  for (std::uint32_t t = from; t < to; ++t) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, c.cues.no_meeting, &words);
    if (cue == nullptr) continue;
    if (m.organisation || m.organ) continue;
    return true;
  }
  return false;
}

// The time expression inside the phrase or nearest behind it in its sentence.
std::uint32_t time_beside(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  std::uint32_t best = kNobody;
  std::uint32_t best_distance = 12;
  const auto first = std::lower_bound(
      c.times.begin(), c.times.end(), s.begin,
      [](const time::Expression& e, std::uint32_t token) { return e.tokens.begin < token; });
  for (auto i = static_cast<std::uint32_t>(first - c.times.begin()); i < c.times.size(); ++i) {
    const time::Expression& e = c.times[i];
    if (e.tokens.begin >= s.end) break;
    if (e.tokens.end > s.end || !time::is_date(e.kind)) continue;
    if (c.in_dateline(e)) continue;
    if (m.in_headline && e.edtf == c.report.published) continue;  // its stamp in the same line
    const std::uint32_t distance = e.tokens.begin >= m.tokens.end ? e.tokens.begin - m.tokens.end
                                   : e.tokens.end <= m.tokens.begin
                                       ? m.tokens.begin - e.tokens.end + 3
                                       : 0;
    if (distance < best_distance) {
      best = i;
      best_distance = distance;
    }
  }
  return best;
}

// "in Baku", "at Davos" right behind the phrase, over a date.
void place_beside(const Context& c, Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = m.tokens.end; t < std::min(m.tokens.end + 12, s.end); ++t) {
    const std::string_view word = c.doc.lower(t);
    const bool relative = word == "which" || word == "that";
    if (word == ";" || word == "who" || (relative && m.kind != "visit")) return;
    if (c.cue(t, c.cues.head) != nullptr && t > m.tokens.end) return;
    if (word != "in" && word != "at") continue;
    std::uint32_t next = t + 1;
    while (c.lower(next) == "the") ++next;
    const Tag* tag = next < s.end ? c.tags.starting(next) : nullptr;
    if (tag == nullptr) continue;
    if (tag->label == Label::place && c.cue(tag->tokens.end - 1, c.cues.venue) != nullptr) continue;
    if (tag->label == Label::place && !m.place) m.place = {tag->id, c.doc.span(tag->tokens)};
    if (tag->label == Label::state && !m.country) m.country = {tag->id, c.doc.span(tag->tokens)};
    if (tag->label == Label::place && c.lower(tag->tokens.end) == ",") {
      const Tag* country = c.tags.covering(tag->tokens.end + 1);
      if (country != nullptr && country->label == Label::state && !m.country) {
        m.country = {country->id, c.doc.span(country->tokens)};
      }
    }
    if (m.place || m.country) return;
  }
}

// "come to Mexico on a working visit", "sets out for India today on a visit".
void place_before(const Context& c, Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = m.tokens.begin; t > s.begin && m.tokens.begin - t < 8; --t) {
    const Tag* tag = c.tags.covering(t - 1);
    if (tag == nullptr || tag->tokens.begin == s.begin) continue;
    const std::string_view before = c.doc.lower(tag->tokens.begin - 1);
    if (before != "to" && before != "for" && before != "in") continue;
    if (tag->label == Label::state) m.country = {tag->id, c.doc.span(tag->tokens)};
    if (tag->label == Label::place) m.place = {tag->id, c.doc.span(tag->tokens)};
    return;
  }
}

// "The first was held in Astana", "the next one will take place": a number without its noun.
std::optional<Mention> ellipsis(const Context& c, std::uint32_t t) {
  const TokenRange s = c.sentence(t);
  if (t == s.begin || c.doc.lower(t - 1) != "the") return std::nullopt;
  const Ordinal ordinal = ordinal_before(c.doc, t + 1, t);
  const lexicon::Cue* adjective = c.cue(t, c.cues.adjective);
  const bool relates =
      adjective != nullptr && (adjective->value == "next" || adjective->value == "previous");
  if (ordinal.value == 0 && !relates) return std::nullopt;
  std::uint32_t end = t + 1;
  const std::string_view noun = c.lower(end);
  if (noun == "one" || noun == "edition" || noun == "round") ++end;
  const bool verb = c.cue(end, c.cues.past) != nullptr || c.cue(end, c.cues.future) != nullptr;
  if (!verb || (relates && end == t + 1)) return std::nullopt;
  Mention m;
  m.tokens = {t, end};
  m.trigger = {t, end};
  m.sentence = c.doc.sentence_of(t);
  m.kind = "event";
  m.fresh = true;
  m.ordinal = ordinal.value;
  if (m.ordinal > 0) m.ordinal_span = c.doc.span(ordinal.tokens);
  if (relates) m.relation = adjective->value;
  return m;
}

// "met separately with X and Y", "separate talks with X and with Y": two meetings.
bool is_separate(const Context& c, const Mention& m) {
  for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "separate" || word == "separately" || word == "respectively") return true;
  }
  return false;
}

}  // namespace

std::vector<Mention> find_mentions(const Context& context) {
  std::vector<Mention> out;
  const auto keep = [&](Mention m) {
    if (is_something_else(context, m)) return;
    subject_beside(context, m);
    m.time = time_beside(context, m);
    place_beside(context, m);
    if (m.kind == "visit" && !m.place && !m.country && m.states.empty()) place_before(context, m);
    if (m.objects.size() < 2 || !is_separate(context, m)) {
      out.push_back(std::move(m));
      return;
    }
    for (const std::uint32_t object : m.objects) {
      Mention one = m;
      one.fresh = true;
      one.people.erase(std::remove_if(one.people.begin(), one.people.end(),
                                      [&](std::uint32_t p) {
                                        return p != object &&
                                               std::find(m.objects.begin(), m.objects.end(), p) !=
                                                   m.objects.end();
                                      }),
                       one.people.end());
      one.objects = {object};
      out.push_back(std::move(one));
    }
  };
  for (std::uint32_t t = 0; t < context.doc.size(); ++t) {
    const text::LineRole role = context.doc.sentences()[context.doc.sentence_of(t)].role;
    if (role == text::LineRole::boilerplate) continue;
    const Tag* tag = context.tags.covering(t);
    if (tag != nullptr && tag->label != Label::body) continue;
    if (std::optional<Mention> m = ellipsis(context, t); m) {
      keep(std::move(*m));
      continue;
    }
    TokenRange words;
    if (const lexicon::Cue* cue = context.cue(t, context.cues.head, &words); cue != nullptr) {
      const bool in_name =
          tag != nullptr && (words.begin < tag->tokens.begin || words.end > tag->tokens.end);
      const lexicon::Cue* verb = context.cue(t, context.cues.verb);
      // "the Pacific Islands Forum" is an organisation, no forum.
      const bool organisation =
          tag != nullptr && tag->id != npos && words.end == tag->tokens.end &&
          (cue->value == "conference" || cue->value == "talks") &&
          context.catalogue.bodies()[tag->id].kind != catalogue::BodyKind::organ &&
          !names_organ(context, *tag);
      if (organisation) continue;
      if (!in_name && verb == nullptr) {
        keep(Phrase(context, words, *cue).parse());
        t = words.end - 1;
        continue;
      }
    }
    if (const lexicon::Cue* cue = context.cue(t, context.cues.verb, &words); cue != nullptr) {
      if (std::optional<Mention> m = Clause(context, words, *cue).parse()) keep(std::move(*m));
      t = words.end - 1;
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) {
    return a.trigger.begin < b.trigger.begin;
  });
  return out;
}

}  // namespace rapporteur::meetings
