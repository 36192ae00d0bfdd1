// A meeting that goes on by the present tense of those who meet: "is holding its session", "six
// countries are taking part".

#include <algorithm>
#include <array>
#include <cstdint>

#include "circumstance/status_words.h"
#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

using record::Status;

// "|is| today |hosting|", "|are| also |taking part|": the words from the auxiliary to the
// participle at `token`; empty where no present tense stands before it.
TokenRange present_before(const Context& c, std::uint32_t token, TokenRange participle) {
  constexpr std::uint32_t kNear = 3;
  const std::uint32_t begin = c.sentence(token).begin;
  for (std::uint32_t back = 1; back <= kNear && token >= begin + back; ++back) {
    const std::uint32_t t = token - back;
    const std::string_view word = c.doc.lower(t);
    if (word == "is" || word == "are") return {t, participle.end};
    // "|has been| sitting since Sunday"
    const std::string_view before = t > begin ? c.doc.lower(t - 1) : std::string_view();
    if (word == "been" && (before == "has" || before == "have")) return {t - 1, participle.end};
    const bool adverb = word.ends_with("ly") || c.cue(t, c.cues.adverb) != nullptr ||
                        c.time_at(t) != nullptr || word == "there" || word == "also";
    if (!adverb) return {};
  }
  return {};
}

// Nothing but the rest of one noun phrase or a place lies between the verb and the meeting.
bool leads_to(const Context& c, TokenRange verb, const Mention& m) {
  constexpr std::uint32_t kReach = 16;
  if (verb.end > m.trigger.begin || m.trigger.begin - verb.end > kReach) return false;
  for (std::uint32_t t = verb.end; t < m.trigger.begin; ++t) {
    const bool inside = t >= m.tokens.begin;
    if (c.doc.lower(t) == ";" || (!inside && c.cue(t, c.cues.head) != nullptr)) return false;
    const lexicon::Cue* role = c.cue(t, c.cues.phrase);
    const bool since = c.time_at(t + 1) != nullptr;  // "has been sitting |since Monday|"
    const bool clause = role != nullptr && (role->value == "relative" || role->value == "aux");
    if (!inside && clause && !since) return false;
  }
  return true;
}

Verdict going_on(const Context& c, TokenRange words) {
  return {Status::ongoing, c.doc.span(words), 0.7F, "meetings/present", true, false, true};
}

// "are taking part |.|", "is attending |the meeting|": what is attended is no other thing.
bool is_of_meeting(const Context& c, TokenRange words) {
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t end = c.sentence(words.begin).end;
  if (words.end >= end || c.doc.is_punctuation(words.end)) return true;
  for (std::uint32_t t = words.end; t < std::min(end, words.end + kNear); ++t) {
    if (c.doc.is_punctuation(t)) return false;
    if (c.cue(t, c.cues.head) != nullptr) return true;
  }
  return false;
}

// The words of a sentence that tell of who takes part now; empty if it has none.
TokenRange attendance_in(const Context& c, TokenRange sentence) {
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    TokenRange participle;
    if (c.cue(t, c.cues.going_on, "attend", &participle) == nullptr) continue;
    const TokenRange words = present_before(c, t, participle);
    if (words.size() != 0 && is_of_meeting(c, words)) return words;
  }
  return {};
}

}  // namespace

std::optional<Verdict> status_by_present(const Context& c, const Mention& m) {
  if (m.in_headline || !m.relation.empty()) return std::nullopt;
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = s.begin; t < std::min(s.end, m.trigger.end); ++t) {
    TokenRange participle;
    if (c.cue(t, c.cues.going_on, &participle) == nullptr) continue;
    const TokenRange words = present_before(c, t, participle);
    const bool own = m.verbal && t >= m.trigger.begin;
    if (words.size() != 0 && (own || leads_to(c, words, m))) return going_on(c, words);
  }
  return std::nullopt;
}

std::optional<Verdict> status_by_news_of_today(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 18> kVerbs{
      "attends",  "chairs",   "co-chairs", "convenes", "gathers", "heads",
      "holds",    "hosts",    "joins",     "launches", "leads",   "meets",
      "presides", "receives", "sees",      "sits",     "takes",   "welcomes"};
  if (c.doc.sentences()[m.sentence].role != text::LineRole::body) return std::nullopt;
  const TokenRange s = c.sentence(m.trigger.begin);
  const auto days = c.times_in(s);
  const bool today = std::any_of(days.begin(), days.end(), [&](const time::Expression& e) {
    return time::is_date(e.kind) && e.edtf == c.report.published && !c.in_dateline(e);
  });
  if (!today) return std::nullopt;
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const bool takes_place = c.doc.lower(t).starts_with("take") && c.lower(t + 1) == "place";
    const bool before = t < m.trigger.end && is_one_of(c.doc.lower(t), kVerbs);
    if (!before && !takes_place) continue;
    return Verdict{Status::announced, c.doc.span({t, t + 1}), 0.55F, "meetings/own-verb"};
  }
  return std::nullopt;
}

std::optional<Verdict> status_by_attendance(const Context& c, const Drafts& drafts) {
  const std::vector<std::uint32_t>& own = drafts.drafts[drafts.main].mentions;
  std::size_t next = 0;  // of the mentions, which stand in the order of the text
  for (std::uint32_t s = 0; s < c.doc.sentences().size(); ++s) {
    while (next < drafts.mentions.size() && drafts.mentions[next].sentence < s) ++next;
    if (c.doc.sentences()[s].role != text::LineRole::body) continue;
    bool of_main = true;
    for (std::size_t k = next; k < drafts.mentions.size() && drafts.mentions[k].sentence == s; ++k)
      of_main = of_main && std::find(own.begin(), own.end(), k) != own.end();
    if (!of_main) continue;
    if (const TokenRange words = attendance_in(c, c.doc.sentences()[s].tokens); words.size() != 0)
      return going_on(c, words);
  }
  return std::nullopt;
}

}  // namespace rapporteur::meetings
