// A nominal mention grows from its head ("summit") to the left over adjectives, ordinals and names,
// and to the right over "of", "between", "with".

#include <algorithm>

#include "mention_parts.h"
#include "nominal_words.h"
#include "ordinal.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using lexicon::Channel;
using lexicon::Match;
using names::MentionKind;
using tagger::Label;
using tagger::Tag;

class Phrase {
 public:
  Phrase(const Context& context, TokenRange trigger, const lexicon::Cue& cue)
      : c_(context), s_(context.sentence(trigger.begin)), shouted_(is_shouted(context, s_)) {
    m_.trigger = trigger;
    m_.tokens = trigger;
    m_.kind = cue.value;
    m_.sentence = context.doc.sentence_of(trigger.begin);
    m_.in_headline = context.doc.sentences()[m_.sentence].role == text::LineRole::headline;
  }

  Mention parse() {
    own_name();
    left();
    // "Summit noted with concern": the one that was introduced by its name.
    const bool bare = m_.tokens.begin == m_.trigger.begin && m_.trigger.size() == 1;
    if (bare && !m_.in_headline && !shouted_ && c_.doc.is_capital(m_.trigger.begin)) {
      m_.definite = true;
    }
    right();
    const std::string_view organ =
        m_.organ ? c_.doc.slice(m_.organ.words) : std::string_view(m_.organ_words);
    if (catalogue::fold(organ).find("conference of the parties") != std::string::npos) {
      m_.kind = "conference";
    }
    if (m_.ordinal > 0 && only_counts(c_, m_)) {
      m_.ordinal = 0;
      m_.ordinal_span = {};
    }
    return m_;
  }

 private:
  // "the |Conference of the Parties to the Convention|": the noun is a part of the organ's name.
  void own_name() {
    const Tag* tag = c_.tags.covering(m_.trigger.begin);
    const bool body = tag != nullptr && tag->label == Label::body && tag->id != npos;
    if (!body || !names_organ(c_, *tag)) return;
    add_body(*tag);
    m_.tokens.begin = std::min(m_.tokens.begin, tag->tokens.begin);
    m_.tokens.end = std::max(m_.tokens.end, tag->tokens.end);
  }

  void add_body(const Tag& tag) {
    if (m_.kind == "visit") return;
    const catalogue::Body* body = tag.id == npos ? nullptr : &c_.catalogue.bodies()[tag.id];
    const ByteSpan span = c_.doc.span(tag.tokens);
    if (body == nullptr) {
      if (m_.organ_words.empty() && !sides_) {
        m_.organ_span = c_.doc.span({tag.tokens.begin, rest_of_name(tag.tokens.end)});
        m_.organ_words = c_.words(m_.organ_span);
      }
      return;
    }
    if (names_organ(c_, tag)) {
      if (!m_.organ) m_.organ = {tag.id, span};
      return;
    }
    if (!m_.organisation) m_.organisation = {tag.id, span};
  }

  // "Permanent Joint Technical |Commission for Nile Waters|", "High|-Level Commission|": the end of
  // a name of which the halves are tagged apart.
  [[nodiscard]] std::uint32_t rest_of_name(std::uint32_t end) const {
    const std::uint32_t at = c_.lower(end) == "-" ? end + 1 : end;
    const Tag* tag = at < s_.end ? c_.tags.starting(at) : nullptr;
    const bool rest = tag != nullptr && tag->label == Label::body && tag->id == npos;
    return rest ? tag->tokens.end : end;
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
        if (!m_.place && (tag.id != npos || !shouted_)) m_.place = {tag.id, span};
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
    } else if (m_.organ_words.empty() && office.plural && !sides_) {
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
      if (const std::uint32_t of = round_before(c_, at, kDeterminer); of < at) {
        at = of;
        continue;
      }
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
      if (before == "'s" && at - 1 > s_.begin && c_.time_at(at - 2) != nullptr) m_.definite = true;
      if (before == "'s" || before == "'" || before == "-" || before == "+") {
        --at;
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
      if (const Tag* tag = c_.tags.covering(at - 1); tag != nullptr) {
        add_tag(*tag);
        at = tag->tokens.begin;
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
      // "the second 2+2 dialogue"
      if (c_.doc.shape(at - 1) == text::Shape::number && c_.doc.word(at - 1).size() == 1 &&
          at - 1 > s_.begin && (c_.lower(at) == "+" || c_.doc.lower(at - 2) == "+")) {
        --at;
        continue;
      }
      // "the 2023 BRICS Summit"
      if (c_.doc.shape(at - 1) == text::Shape::number && c_.doc.word(at - 1).size() == 4) {
        --at;
        continue;
      }
      if (before == "and" && at - 1 > s_.begin && joins_names(c_, at - 1)) {
        --at;
        continue;
      }
      if (c_.doc.is_capital(at - 1) && at - 1 > s_.begin && !shouted_) {
        add_capital(at - 1);
        --at;
        continue;
      }
      const std::uint32_t round = round_before(c_, at, kPossessor);
      if (round == at) break;
      at = round;
    }
    m_.tokens.begin = at;
  }

  // "the Committee's 21st session", "Expert Group Meeting": a capital before the head names a body,
  // alone or as the front of its name.
  void add_capital(std::uint32_t at) {
    const ByteSpan word = c_.doc.span({at, at + 1});
    const std::string_view joint = c_.lower(at + 1);
    const std::uint32_t next = joint == "-" || joint == "–" ? at + 2 : at + 1;  // "Africa-Arab"
    const bool of_name = !m_.organ_words.empty() && next < c_.doc.size() &&
                         c_.doc.span({next, next + 1}).begin == m_.organ_span.begin;
    const bool body = c_.cue(at, c_.cues.body_head) != nullptr;
    if (of_name) {
      m_.organ_span = join(word, m_.organ_span);
    } else if (body && m_.organ_words.empty() && !m_.organ && m_.kind != "visit") {
      m_.organ_span = word;
    } else {
      return;
    }
    m_.organ_words = c_.words(m_.organ_span);
  }

  void right() {
    std::uint32_t at = m_.tokens.end;
    while (at < s_.end) {
      std::uint32_t next = at;
      if (c_.lower(next) == "(") {  // "the ... Cooperation (SCO)"
        const Tag* tag = c_.tags.covering(next + 1);
        if (tag != nullptr && tag->label == Label::body) add_body(*tag);
        const std::uint32_t end = after_bracket(c_, next);
        if (end == next) break;
        at = end;
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
      const std::string_view link = c_.lower(next);
      if (link == "between" || link == "with") sides_ = true;
      // "Conference of the Parties to the Basel Convention"
      const std::uint32_t party = c_.lower(next + 1) == "the" ? next + 2 : next + 1;
      const Tag* convention = c_.tags.starting(party);
      const bool of_parties = convention != nullptr && convention->label == Label::body;
      const bool towards = (m_.kind == "visit" || of_parties) && link == "to";
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
              c_.lower(next) == "as" || c_.lower(next) == "well" ||
              (next > begin && c_.lower(next) == "with") || c_.lower(next) == "'s" ||
              c_.lower(next) == "'" || c_.lower(next) == "-")) {
        ++next;
      }
      std::uint32_t after = name_at(next);
      // "with the visiting Russian and Chinese delegates"
      TokenRange adjective;
      if (after == next && c_.cue(next, c_.cues.adjective, &adjective) != nullptr) {
        next = adjective.end;
        after = name_at(next);
      }
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
    const bool may_name = m_.organ_words.empty() && m_.kind != "visit" && !sides_;
    if (!c_.doc.is_capital(at) || !may_name || shouted_) return at;
    const std::uint32_t end = capitals_behind(c_, at);
    if (end > at) {
      m_.organ_span = c_.doc.span({at, end});
      m_.organ_words = c_.words(m_.organ_span);
    }
    return end;
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
  bool shouted_ = false;
  bool sides_ = false;  // what follows "between" or "with" are the sides, no organ
};

}  // namespace

Mention nominal_mention(const Context& context, TokenRange head, const lexicon::Cue& cue) {
  return Phrase(context, head, cue).parse();
}

}  // namespace rapporteur::meetings
