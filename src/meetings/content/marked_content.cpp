// What the model of contents marks (rapporteur/tagger/content.h) and no rule has taken: subjects
// and results worded as no table foresees.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "clause/phrase.h"
#include "clause/word_form.h"
#include "content/content_owner.h"
#include "content/outcome_judge.h"
#include "content/topics.h"
#include "draft.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using tagger::Content;
using tagger::ContentKind;

constexpr std::size_t kMostSubjects = 16;  // per meeting
constexpr std::size_t kMostResults = 8;    // per meeting
constexpr std::uint32_t kLongest = 22;     // tokens
constexpr float kConfidence = 0.5F;        // measured on reports that the model had not seen

// Extents of a text: what covers or touches another is found in O(log stretches).
class Extents {
 public:
  void add(std::uint32_t begin, std::uint32_t end) { all_.push_back({begin, end}); }
  // To be called once, behind the last add().
  void close() {
    std::sort(all_.begin(), all_.end());
    for (const auto& [begin, end] : all_) {
      farthest_.push_back(farthest_.empty() ? end : std::max(farthest_.back(), end));
    }
  }
  // How far those reach that begin before `limit`; 0: none does.
  [[nodiscard]] std::uint32_t reach_before(std::uint32_t limit) const {
    const auto behind = std::lower_bound(all_.begin(), all_.end(), std::pair{limit, 0U});
    return behind == all_.begin() ? 0
                                  : farthest_[static_cast<std::size_t>(behind - all_.begin()) - 1];
  }

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> all_;
  std::vector<std::uint32_t> farthest_;  // of all up to there
};

class MarkedContent {
 public:
  MarkedContent(const Context& context, Drafts& drafts)
      : c_(context), drafts_(drafts), phrases_(context), owner_(context, drafts) {
    for (const Draft& draft : drafts.drafts) {
      for (const record::AgendaItem& item : draft.meeting.agenda) note(item.text.evidence);
      for (const record::Outcome& outcome : draft.meeting.outcomes) note(outcome.text.evidence);
    }
    for (const Mention& m : drafts.mentions) named_.add(m.tokens.begin, m.tokens.end);
    taken_.close();
    named_.close();
  }

  void run() {
    for (const Content& content : c_.content_tagger->find(c_.doc)) {
      const text::Sentence& s = c_.doc.sentences()[c_.doc.sentence_of(content.tokens.begin)];
      if (!is_told(s)) continue;
      const TokenRange words = phrases_.shorten(phrases_.trim(content.tokens), kLongest);
      if (words.empty() || is_taken(words) || is_no_content(words)) continue;
      const bool subject = content.kind == ContentKind::agenda;
      if (subject && (is_no_subject(words) || is_denied(words, s.tokens))) continue;
      if (!subject &&
          (is_rest_of_list(words, s.tokens) || is_history(words, s.tokens) || is_body(words))) {
        continue;
      }
      const std::size_t d = owner_.of(words.begin, words, subject ? Tense::open : Tense::past);
      // Of a meeting that is only mentioned, hardly one in ten is right.
      if (d != drafts_.main) continue;
      record::Meeting& meeting = drafts_.drafts[d].meeting;
      if (!subject && (is_to_come(meeting) || is_visit(meeting)) && !names_paper(words)) continue;
      if (subject) {
        add_subject(words, meeting);
      } else {
        add_result(words, s.tokens, meeting);
      }
    }
  }

 private:
  // Its words with the asides that were left out of them.
  void note(const std::vector<ByteSpan>& evidence) {
    if (evidence.empty()) return;
    ByteSpan all = evidence.front();
    for (const ByteSpan& span : evidence) {
      all = {std::min(all.begin, span.begin), std::max(all.end, span.end)};
    }
    taken_.add(all.begin, all.end);
  }

  // A rule has taken some of the words.
  [[nodiscard]] bool is_taken(TokenRange words) const {
    const ByteSpan span = c_.doc.span(words);
    return taken_.reach_before(span.end) > span.begin;
  }

  // A person, a pronoun, a date or a meeting alone.
  [[nodiscard]] bool is_no_content(TokenRange words) const {
    const names::Mention* who = phrases_.mention_at(words.begin);
    if (who != nullptr && who->tokens.end >= words.end) return true;
    if (is_in_name(words) || tells_of_place(c_, words)) return true;
    if (phrases_.has_role(words.begin, "pronoun") && words.size() < 3) return true;
    const time::Expression* when = c_.time_at(words.begin);
    if (when != nullptr && when->tokens.end >= words.end) return true;
    if (is_occasion(words) || names_participants(words) || is_unbalanced(words)) return true;
    return named_.reach_before(words.begin + 1) >= words.end;
  }

  // "|Following the meeting|, a protocol was signed": when or where, but not what.
  [[nodiscard]] bool is_occasion(TokenRange words) const {
    std::uint32_t at = words.begin;
    if (!phrases_.has_role(words.begin, "stop", &at) &&
        !phrases_.has_role(words.begin, "preposition", &at)) {
      return false;
    }
    while (at < words.end && phrases_.has_role(at, "determiner")) ++at;
    TokenRange head;
    const bool meeting = at < words.end && c_.cue(at, c_.cues.head, &head) != nullptr;
    return meeting && head.end >= words.end;
  }

  // "|the Trade Council) met|": a scrap of a phrase.
  [[nodiscard]] bool is_unbalanced(TokenRange words) const {
    std::int32_t open = 0;
    for (std::uint32_t t = words.begin; t < words.end && open >= 0; ++t) {
      open += c_.lower(t) == "(" ? 1 : c_.lower(t) == ")" ? -1 : 0;
    }
    return open != 0;
  }

  // "|is| under way", a lone "|economic|", "on the |agenda|", "a |range of issues|": no subject.
  [[nodiscard]] bool is_no_subject(TokenRange words) const {
    if (words.size() == 1 && c_.lower(words.begin) == "agenda") return true;
    const std::uint32_t last = words.end - 1;
    if (words.size() > 2 && c_.lower(last - 1) == "of" && phrases_.has_role(last, "issue")) {
      return true;
    }
    const bool adjective = words.size() == 1 && phrases_.is_adjective(words.begin);
    return adjective || phrases_.has_role(words.begin, "aux");
  }

  // "They did not discuss |the loan|."
  [[nodiscard]] bool is_denied(TokenRange words, TokenRange sentence) const {
    for (std::uint32_t t = sentence.begin; t + 1 < words.begin; ++t) {
      const bool denies = c_.lower(t) == "not" || c_.lower(t) == "never";
      if (denies && c_.cue(t + 1, c_.cues.agenda) != nullptr) return true;
    }
    return false;
  }

  // "|Participants| in the meeting": who, but not what.
  [[nodiscard]] bool names_participants(TokenRange words) const {
    return c_.cue(words.begin, c_.lexicon.cue_class("collective")) != nullptr;
  }

  // "the board of |the Basin Commission|": nothing that anybody settled on.
  [[nodiscard]] bool is_body(TokenRange words) const {
    bool body = false;
    for (std::uint32_t t = words.begin; t < words.end; ++t) {
      const tagger::Tag* tag = c_.tags.covering(t);
      const bool known = tag != nullptr && tag->label == tagger::Label::body && tag->id != npos;
      body = body || known;
      const bool small = phrases_.has_role(t, "determiner") || c_.lower(t) == "of" ||
                         c_.cue(t, c_.cues.organ_head) != nullptr;
      if (!known && !small) return false;
    }
    return body;
  }

  // "the Minister for |Defence|", "the World |Health| Organization": what an office or a body is
  // for.
  [[nodiscard]] bool is_in_name(TokenRange words) const {
    const names::Office* office = c_.cast.office_covering(words.begin);
    if (office != nullptr && office->tokens.end >= words.end) return true;
    const tagger::Tag* tag = c_.tags.covering(words.begin);
    return tag != nullptr && tag->label == tagger::Label::body && tag->tokens.end >= words.end &&
           tag->tokens.size() > words.size();
  }

  // "They stressed the need for ending the war |and rebuilding the towns|": a rule has taken what
  // was stressed, and its further gerunds were no deeds of their own.
  [[nodiscard]] bool is_rest_of_list(TokenRange words, TokenRange sentence) const {
    if (words.begin == sentence.begin || !is_gerund(c_.lower(words.begin))) return false;
    const std::string_view before = c_.lower(words.begin - 1);
    const std::uint32_t first = c_.doc.span(sentence).begin;
    return (before == "and" || before == ",") &&
           taken_.reach_before(c_.doc.span(words).begin) > first;
  }

  // "The commission was set up in 1972 as |a channel for border affairs|": a day long before that
  // on which they met, outside the words.
  [[nodiscard]] bool is_history(TokenRange words, TokenRange sentence) const {
    constexpr time::DayNumber kLong = 60;  // days
    const record::Fact<std::string>& when = drafts_.drafts[drafts_.main].meeting.when;
    const std::optional<time::Days> met = time::days_of(when ? *when : c_.report.published);
    if (!met) return false;
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (c_.cue(t, c_.cues.future) != nullptr) return false;
    }
    const auto times = c_.times_in(sentence);
    return std::any_of(times.begin(), times.end(), [&](const time::Expression& e) {
      const bool inside = e.tokens.begin >= words.begin && e.tokens.begin < words.end;
      const std::optional<time::Days> days = time::days_of(e.edtf);
      const bool told = time::is_date(e.kind) && e.basis == record::Basis::stated;
      return !inside && told && days && days->last + kLong < met->first;
    });
  }

  [[nodiscard]] static bool is_to_come(const record::Meeting& meeting) {
    return meeting.status && *meeting.status == record::Status::announced;
  }

  [[nodiscard]] static bool is_visit(const record::Meeting& meeting) {
    return meeting.kind && *meeting.kind == record::Kind::visit;
  }

  // Of a meeting to come or a visit, nothing but a paper to be signed is a result.
  [[nodiscard]] bool names_paper(TokenRange words) const {
    for (std::uint32_t t = words.begin; t < words.end; ++t) {
      if (c_.cue(t, c_.cues.instrument) != nullptr) return true;
    }
    return false;
  }

  void add_subject(TokenRange words, record::Meeting& meeting) const {
    const std::string text = phrases_.text({{words}});
    if (meeting.agenda.size() >= kMostSubjects) return;
    for (const record::AgendaItem& known : meeting.agenda) {
      if (says_the_same(*known.text, text)) return;
    }
    record::AgendaItem item;
    add_topics(c_, words, item.topics);
    item.text.set(text, {c_.doc.span(words)}, kConfidence, "meetings/agenda-marked");
    meeting.agenda.push_back(std::move(item));
  }

  void add_result(TokenRange words, TokenRange sentence, record::Meeting& meeting) const {
    const std::string text = phrases_.text({{words}});
    if (meeting.outcomes.size() >= kMostResults) return;
    for (const record::Outcome& known : meeting.outcomes) {
      if (says_the_same(*known.text, text)) return;
    }
    record::Outcome outcome;
    outcome.act = act_of(words, sentence);
    outcome.text.set(text, {c_.doc.span(words)}, kConfidence, "meetings/outcome-marked");
    meeting.outcomes.push_back(std::move(outcome));
  }

  // The speech act of the sentence that stands nearest, those before the words first.
  [[nodiscard]] std::string act_of(TokenRange words, TokenRange sentence) const {
    const auto outcome_at = [&](std::uint32_t t) {
      const lexicon::Match* verb = phrases_.act(t);
      if (verb == nullptr) return std::string();
      const catalogue::SpeechAct& act = c_.catalogue.speech_acts()[phrases_.form(*verb).act];
      return act.act_class == catalogue::ActClass::outcome ? std::string(act.id) : std::string();
    };
    for (std::uint32_t t = words.end; t-- > sentence.begin;) {
      if (std::string act = outcome_at(t); !act.empty()) return act;
    }
    for (std::uint32_t t = words.end; t < sentence.end; ++t) {
      if (std::string act = outcome_at(t); !act.empty()) return act;
    }
    return "agree";
  }

  const Context& c_;
  Drafts& drafts_;
  Phrases phrases_;
  ContentOwner owner_;
  Extents taken_;  // bytes
  Extents named_;  // tokens of the mentions of meetings
};

}  // namespace

void add_marked_content(const Context& context, Drafts& drafts) {
  if (context.content_tagger == nullptr || drafts.drafts.empty()) return;
  MarkedContent(context, drafts).run();
}

}  // namespace rapporteur::meetings
