// What the model of contents marks (rapporteur/tagger/content.h) and no rule has taken: subjects
// and results worded as no table foresees.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "content_owner.h"
#include "draft.h"
#include "phrase.h"
#include "topics.h"

namespace rapporteur::meetings {

namespace {

using tagger::Content;
using tagger::ContentKind;

constexpr std::size_t kMostSubjects = 16;  // per meeting
constexpr std::size_t kMostResults = 8;    // per meeting
constexpr std::uint32_t kLongest = 22;     // tokens
constexpr float kConfidence = 0.5F;        // measured on reports that the model had not seen

class MarkedContent {
 public:
  MarkedContent(const Context& context, Drafts& drafts)
      : c_(context), drafts_(drafts), phrases_(context), owner_(context, drafts) {
    for (const Draft& draft : drafts.drafts) {
      for (const record::AgendaItem& item : draft.meeting.agenda) note(item.text.evidence);
      for (const record::Outcome& outcome : draft.meeting.outcomes) note(outcome.text.evidence);
    }
    std::sort(taken_.begin(), taken_.end(),
              [](const ByteSpan& a, const ByteSpan& b) { return a.begin < b.begin; });
  }

  void run() {
    for (const Content& content : c_.contents) {
      const text::Sentence& s = c_.doc.sentences()[c_.doc.sentence_of(content.tokens.begin)];
      if (!is_told(s)) continue;
      const TokenRange words = phrases_.shorten(phrases_.trim(content.tokens), kLongest);
      if (words.empty() || is_taken(words) || is_no_content(words)) continue;
      const bool subject = content.kind == ContentKind::agenda;
      const std::size_t d = owner_.of(words.begin, words, subject ? Tense::open : Tense::past);
      // Of a meeting that is only mentioned, hardly one in ten is right.
      if (d != drafts_.main) continue;
      record::Meeting& meeting = drafts_.drafts[d].meeting;
      if (subject) {
        add_subject(words, meeting);
      } else {
        add_result(words, s.tokens, meeting);
      }
    }
  }

 private:
  void note(const std::vector<ByteSpan>& evidence) {
    taken_.insert(taken_.end(), evidence.begin(), evidence.end());
  }

  // A rule has taken some of the words.
  [[nodiscard]] bool is_taken(TokenRange words) const {
    const ByteSpan span = c_.doc.span(words);
    return std::any_of(taken_.begin(), taken_.end(),
                       [&](const ByteSpan& t) { return t.begin < span.end && span.begin < t.end; });
  }

  // A person, a pronoun, a date or a meeting alone.
  [[nodiscard]] bool is_no_content(TokenRange words) const {
    const names::Mention* who = phrases_.mention_at(words.begin);
    if (who != nullptr && who->tokens.end >= words.end) return true;
    if (phrases_.has_role(words.begin, "pronoun") && words.size() < 3) return true;
    const time::Expression* when = c_.time_at(words.begin);
    if (when != nullptr && when->tokens.end >= words.end) return true;
    return std::any_of(drafts_.mentions.begin(), drafts_.mentions.end(), [&](const Mention& m) {
      return m.tokens.begin <= words.begin && words.end <= m.tokens.end;
    });
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
  std::vector<ByteSpan> taken_;
};

}  // namespace

void add_marked_content(const Context& context, Drafts& drafts) {
  if (!drafts.drafts.empty()) MarkedContent(context, drafts).run();
}

}  // namespace rapporteur::meetings
