// A nominal mention grows from its head ("summit") to the left over adjectives, ordinals and names,
// and to the right over "of", "between", "with".

#include <algorithm>
#include <array>

#include "circumstance/speech_time.h"
#include "clause/clause.h"
#include "clause/group_words.h"
#include "clause/named_of_group.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/behind_noun.h"
#include "nominal/front_subject.h"
#include "nominal/meeting_number.h"
#include "nominal/nominal_front.h"
#include "nominal/nominal_words.h"
#include "nominal/own_clause.h"
#include "organ/name_ends.h"
#include "organ/ordinal.h"
#include "organ/small_organ.h"
#include "rapporteur/catalogue/fold.h"
#include "verbal/told_body.h"

namespace rapporteur::meetings {

namespace {

using lexicon::Channel;
using lexicon::Match;
using names::MentionKind;
using tagger::Label;
using tagger::Tag;

class Phrase : private NominalFront {
 public:
  Phrase(const Context& context, TokenRange trigger, const lexicon::Cue& cue)
      : NominalFront(context, behind_dateline(context, trigger.begin),
                     is_shouted(context, context.sentence(trigger.begin))) {
    m_.trigger = trigger;
    m_.tokens = trigger;
    m_.kind = cue.value;
    m_.sentence = context.doc.sentence_of(trigger.begin);
    m_.in_headline = context.doc.sentences()[m_.sentence].role == text::LineRole::headline;
  }

  Mention parse() {
    own_name();
    take_front();
    // "Summit noted with concern": the one that was introduced by its name.
    const bool bare = m_.tokens.begin == m_.trigger.begin && m_.trigger.size() == 1;
    if (bare && !m_.in_headline && !shouted_ && c_.doc.is_capital(m_.trigger.begin)) {
      m_.definite = true;
    }
    take_rest();
    take_parties(c_, m_);
    take_level();
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
  // "the 4th |Foreign Secretary| level meeting of the Association"
  void take_level() {
    if (level_ == nullptr || !m_.organisation || !m_.organ_words.empty() || m_.organ) return;
    if (level_->words.size() != 1 || level_only(c_, *level_) != nullptr) return;
    m_.organ_words = level_->text;
    m_.organ_span = level_->words.front();
  }

  // "the |Conference of the Parties to the Convention|": the noun is a part of the organ's name.
  void own_name() {
    const Tag* tag = c_.tags.covering(m_.trigger.begin);
    if (tag == nullptr || tag->label != Label::body) return;
    const bool unknown = tag->id == npos && m_.kind == "conference" &&
                         tag->tokens.begin == m_.trigger.begin &&
                         tag->tokens.end > m_.trigger.end;  // "the Conference of Ministers"
    if (!unknown && (tag->id == npos || !names_organ(c_, *tag))) return;
    unknown ? add_words(tag->tokens) : add_body(*tag);
    m_.tokens.begin = std::min(m_.tokens.begin, tag->tokens.begin);
    m_.tokens.end = std::max(m_.tokens.end, tag->tokens.end);
  }

  void take_rest() {
    std::uint32_t at = m_.tokens.end;
    while (at < s_.end) {
      const std::uint32_t next = behind_part(at);
      if (next == at) break;
      at = next;
    }
    at = behind_was_with(at);
    m_.tokens.end = at;
    const bool few = (is_between_few(m_) && m_.kind != "visit") || m_.kind == "signing";
    if (m_.people.empty() && m_.states.empty() && !m_.organisation && few) far(at);
  }

  // The end of the next part of the phrase from `at` on, or `at`.
  std::uint32_t behind_part(std::uint32_t at) {
    if (c_.lower(at) == "(") return behind_bracket(at);
    if (at > m_.tokens.end && is_name(at)) return name_at(at);
    // "of the Community (COM)|'s foreign ministers|"
    const bool owns = at > m_.tokens.end && c_.lower(at) == "'s" && m_.kind != "visit";
    if (owns && at + 1 < s_.end && is_name(at + 1)) return name_at(at + 1);
    if (const Format format = format_behind(c_, at); format.body != nullptr) {
      add_body(*format.body);
      return format.end;
    }
    std::uint32_t next = at;
    // "a visit of the minister|'s| to Lima"
    if (c_.lower(next) == "'s" && at > m_.trigger.end && m_.kind == "visit") ++next;
    if (const std::uint32_t end = those_holding(at); end > at) return end;
    // "A fifth encounter|, with X|, did not materialise"
    const bool aside = c_.lower(at) == "," && c_.lower(at + 1) == "with" && is_between_few(m_);
    if (aside && m_.fresh && m_.people.empty() && m_.kind != "visit") ++next;
    const std::string_view link = c_.lower(next);
    if (link == "between" || link == "among" || link == "with") sides_ = true;
    if (const std::uint32_t days = duration_behind(c_, next); days > next) return days;
    // "a meeting |via videoconference| of the ministers"
    TokenRange mode;
    const bool screen = c_.cue(next, c_.cues.mode, &mode) != nullptr;
    if (screen && c_.lower(mode.end) == "of") return mode.end;
    if (const std::uint32_t end = some_named(next); end > next) return end;
    if (link == "of" && is_of_meeting(c_, next + 1)) return at;
    if (link == "by" && is_within_verb(c_, m_.tokens.begin)) return at;
    if (const std::uint32_t end = officials_behind(next); end > next) return end;
    if (!is_link(next) || is_house_of_body(c_, next + 1)) return at;
    next = behind_among_others(c_, next + 1);
    if (link == "with" && is_between_few(m_)) next = behind_group(c_, next);
    // "of |the bloc's| foreign ministers"
    const bool told = link == "of" && stands_for_organisation(c_.lower(next + 1));
    if (told && c_.lower(next + 2) == "'s" && c_.lower(next) == "the") next += 3;
    std::uint32_t end = complement(next);
    if (end == next) end = group_behind(next);
    return end == next ? at : end;
  }

  // "the talks |which X had in Lima with Y|", "the talks |that unite X and Y|": behind them, or
  // `at`.
  std::uint32_t those_holding(std::uint32_t at) {
    if (m_.kind == "visit") return at;
    const bool few = is_between_few(m_);
    const std::uint32_t he = few ? pronoun_holding(c_, at) : 0;
    if (he > 0) return he_held(he, at);
    const std::uint32_t begin = those_gathered(c_, at);
    if (begin == at && (!few || !is_name_holding(c_, at))) return at;
    sides_ = true;
    const std::uint32_t end = complement(begin);
    return few ? complement(behind_holding(c_, end)) : end;
  }

  // "the talks which |he| had with Y": behind Y, or `at`.
  std::uint32_t he_held(std::uint32_t he, std::uint32_t at) {
    const std::uint32_t person = antecedent(c_, he);
    if (person == kNobody) return at;
    sides_ = true;
    m_.people.push_back(person);
    return complement(behind_holding(c_, he + 1));
  }

  // "ten bilateral meetings, |among them with X and Y|": the end of those named of all; or `comma`.
  std::uint32_t some_named(std::uint32_t comma) {
    if (c_.lower(comma) != "," || !is_between_few(m_) || m_.kind == "visit") return comma;
    const bool one = opens_list(c_, m_, comma + 1);
    const std::uint32_t begin = one ? comma + 3 : behind_naming(c_, comma + 1);
    if (begin == comma + 1 || c_.lower(begin - 1) != "with") return comma;
    sides_ = true;
    const std::uint32_t end = complement(begin);
    return end > begin ? end : comma;
  }

  // "the ... Cooperation |(SCO)|"
  std::uint32_t behind_bracket(std::uint32_t at) {
    const Tag* tag = c_.tags.covering(at + 1);
    const bool edition = c_.doc.shape(at + 1) == text::Shape::mixed;  // "(WCPFC11)"
    if (tag != nullptr && tag->label == Label::body && (tag->id != npos || !edition)) {
      add_body(*tag);
    }
    return after_bracket(c_, at);
  }

  // "Summit of the East African Community (EAC) |Heads of State|"
  [[nodiscard]] bool is_name(std::uint32_t at) const {
    const names::Office* group = c_.cast.office_starting(at);
    const Match* organ = c_.matches.find(at, Channel::organ);
    const Tag* body = c_.tags.starting(at);
    return (group != nullptr && group->plural) || organ != nullptr ||
           (body != nullptr && body->label == Label::body);
  }

  // What follows the word at `at` belongs to the meeting: "of", "between", "to" whom one goes.
  [[nodiscard]] bool is_link(std::uint32_t at) const {
    const std::string_view link = c_.lower(at);
    if (link == "for" && is_preparatory(c_, {m_.tokens.begin, m_.trigger.begin})) return false;
    // "Conference of the Parties to the Basel Convention"
    const std::uint32_t party = c_.lower(at + 1) == "the" ? at + 2 : at + 1;
    const Tag* convention = c_.tags.starting(party);
    const bool of_parties = convention != nullptr && convention->label == Label::body;
    const bool towards = (m_.kind == "visit" || of_parties) && link == "to";
    // "courtesy calls on X and Y", "a courtesy visit to X"
    const bool upon = m_.kind == "reception" && (link == "on" || link == "to");
    return is_preposition(link) || towards || upon;
  }

  // "Another meeting of X's |was with| Y"
  std::uint32_t behind_was_with(std::uint32_t at) {
    const std::uint32_t verb = c_.lower(at) == "'s" || c_.lower(at) == "’s" ? at + 1 : at;
    const bool was = c_.lower(verb) == "was" || c_.lower(verb) == "is" || c_.lower(verb) == "were";
    if (!was || c_.lower(verb + 1) != "with" || verb + 2 >= s_.end || !is_between_few(m_)) {
      return at;
    }
    sides_ = true;
    const std::uint32_t end = complement(verb + 2);
    return end > verb + 2 ? end : at;
  }

  // "talks in Brussels with X", "a meeting took place on 22 April between X and Y".
  void far(std::uint32_t begin) {
    const std::uint32_t at = behind_own_clause(c_, begin);
    for (std::uint32_t t = at; t < std::min(at + kFarReach, s_.end); ++t) {
      const std::string_view word = c_.doc.lower(t);
      // "talks on the fringes of the summit with X"
      if (word == "fringes" || word == "sidelines" || word == "margins") {
        while (t + 1 < s_.end && c_.cue(t, c_.cues.head) == nullptr && t < at + kFarReach) ++t;
        continue;
      }
      if (word == ";" || (t > at && c_.cue(t, c_.cues.head) != nullptr)) return;
      if (word == "including" || c_.cast.office_covering(t) != nullptr) return;
      if (c_.cue(t, c_.cues.verb) != nullptr || c_.cast.covering(t) != nullptr) return;
      const bool between = word == "between" || word == "among" || word == "amongst";
      const bool only_between = m_.kind == "meeting" || m_.kind == "signing";
      const bool host = m_.kind == "reception" && word == "by";  // "an audience today by X"
      const bool callee = m_.kind == "call" && word == "to";     // "a phone call today to X"
      const bool with = word == "with" &&
                        (!only_between || is_arranged(c_, m_, t - 1) || opens_list(c_, m_, t - 1));
      if (!between && !host && !callee && !with) continue;
      sides_ = true;
      m_.tokens.end = std::max(m_.tokens.end, complement(behind_group(c_, t + 1)));
      return;
    }
  }

  // "of |the member states of| the Process", "of |the working party of| the Basin Commission":
  // where the name of the organisation begins, or `begin`.
  std::uint32_t group_behind(std::uint32_t begin) {
    if (m_.kind == "visit" || sides_) return begin;
    const std::uint32_t at = is_determiner(c_.lower(begin)) ? begin + 1 : begin;
    TokenRange group = members_at(c_, at);
    const bool organ = group.empty();
    if (organ) group = small_organ_behind(c_, at);
    const std::uint32_t link = group.end;
    if (group.empty() || link + 1 >= s_.end || c_.lower(link) != "of") return begin;
    const std::uint32_t owner = is_determiner(c_.lower(link + 1)) ? link + 2 : link + 1;
    const Tag* tag = owner < s_.end ? c_.tags.starting(owner) : nullptr;
    if (tag == nullptr || tag->label != Label::body || tag->id == npos) return begin;
    if (organ) add_words(group);
    return organ ? link : owner;
  }

  // One or more names joined by commas and "and" from `begin`; its end, or `begin` if none.
  std::uint32_t complement(std::uint32_t begin) {
    std::uint32_t end = begin;
    for (int items = 0; items < 40; ++items) {
      std::uint32_t next = end;
      while (next < s_.end && cast_at(next) == nullptr &&  // "with |His Highness X|"
             c_.matches.find(next, Channel::honorific) == nullptr &&
             (c_.lower(next) == "," || c_.lower(next) == "and" || c_.lower(next) == "the" ||
              c_.lower(next) == "its" || c_.lower(next) == "his" || c_.lower(next) == "her" ||
              c_.lower(next) == "their" || c_.lower(next) == "as" || c_.lower(next) == "well" ||
              (next > begin && (c_.lower(next) == "with" || joins_guests(c_, m_, next))) ||
              (next > begin && c_.lower(next) == "on" && m_.kind == "reception") ||
              c_.lower(next) == "'s" || c_.lower(next) == "'" || c_.lower(next) == "-" ||
              c_.lower(next) == "/" || c_.lower(next) == "–")) {
        sides_ = sides_ || c_.lower(next) == "with";
        ++next;
      }
      // "of the Ghana-Togo |Strategic Dialogue|"
      const TokenRange row = sides_ || shouted_ ? TokenRange{} : row_of_talks(c_, next);
      if (!row.empty()) {
        add_words(row);
        end = row.end;
        continue;
      }
      if (end > begin && !is_between_few(m_) && opens_meeting(c_, next)) break;
      if (end > begin && opens_clause(next)) break;
      next = behind_level(c_, next, s_.end);
      // "between |Shri| Antony and |Mr| Faisal"
      if (const Match* title = c_.matches.find(next, Channel::honorific); title != nullptr) {
        if (cast_at(next) == nullptr && cast_at(title->tokens.end) != nullptr) {
          next = title->tokens.end;
        }
      }
      const Tag* peers = m_.organisation || m_.organ ? nullptr : body_of_peers(c_, next);
      if (peers != nullptr) add_body(*peers);
      std::uint32_t after = peers != nullptr ? peers->tokens.end : name_at(next);
      // "with the visiting Russian and Chinese delegates"
      TokenRange adjective;
      if (after == next && c_.cue(next, c_.cues.adjective, &adjective) != nullptr) {
        next = adjective.end;
        after = name_at(next);
      }
      if (after == next) {
        if (is_between_few(m_)) next = behind_institutions(c_, next, s_.end);
        next = behind_guest(c_, behind_apposition(c_, next, s_.end), s_.end);
        after = name_at(next);
      }
      if (after == next) break;
      end = sides_ ? rest_of_side(c_, after) : behind_letters(c_, after);
    }
    return end;
  }

  // "On the sidelines of the session of the Assembly, |Minister X| met Y", "talks between A and B,
  // |the ministry| said": the subject of the clause.
  [[nodiscard]] bool opens_clause(std::uint32_t next) const {
    const std::uint32_t before = c_.lower(next - 1) == "the" ? next - 2 : next - 1;
    if (c_.lower(before) == "," && is_speaker(c_, next)) return true;
    if (m_.kind != "visit" && opens_main_clause(c_, m_.tokens.begin, next)) return true;
    if (is_between_few(m_) || sides_ || c_.lower(next - 1) != ",") return false;
    const names::Mention* who = cast_at(next);
    return who != nullptr && who->person != names::kNobody && m_.people.empty();
  }

  // Behind the name of the organ, which may go on behind what was tagged; 0 without one.
  [[nodiscard]] std::uint32_t organ_end() const {
    return m_.organ_words.empty() ? 0 : c_.doc.token_at(m_.organ_span.end - 1) + 1;
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
      add_words(longer->tokens);
      return std::max(longer->tokens.end, organ_end());
    }
    if (who != nullptr) {
      add_cast(*who);
      return who->tokens.end;
    }
    if (const Tag* tag = c_.tags.starting(at); tag != nullptr) {
      add_tag(*tag);
      const bool unknown = tag->label == Label::body && tag->id == npos;
      if (unknown && organ_end() > tag->tokens.end) return organ_end();
      // "the Sudanese-Egyptian |political consultation committee|"
      const bool of_state = (tag->label == Label::nationality || tag->label == Label::state) &&
                            m_.kind != "visit" && !sides_;
      const bool whole =
          of_state || (tag->label == Label::body && tag->id != npos && !names_organ(c_, *tag));
      const TokenRange small = whole ? small_organ_behind(c_, tag->tokens.end) : TokenRange{};
      if (small.empty()) return tag->tokens.end;
      add_words(small);
      return small.end;
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
};

}  // namespace

Mention nominal_mention(const Context& context, TokenRange head, const lexicon::Cue& cue) {
  return Phrase(context, head, cue).parse();
}

}  // namespace rapporteur::meetings
