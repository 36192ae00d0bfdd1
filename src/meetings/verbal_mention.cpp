// A verbal mention ("met with", "telephoned") takes its subject and its object from the cast.

#include <algorithm>

#include "mention_parts.h"

namespace rapporteur::meetings {

namespace {

using names::MentionKind;
using tagger::Label;
using tagger::Tag;

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

}  // namespace

std::optional<Mention> verbal_mention(const Context& context, TokenRange verb,
                                      const lexicon::Cue& cue) {
  return Clause(context, verb, cue).parse();
}

}  // namespace rapporteur::meetings
