#include "identity/main_meeting.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "clause/word_list.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

constexpr std::uint32_t kOpening = 3;  // sentences

// A numbered paragraph is text, a short item no more than a list.
bool is_running_text(const text::Sentence& s) {
  constexpr std::uint32_t kParagraph = 20;  // tokens
  return s.role == text::LineRole::body ||
         (s.role == text::LineRole::item && s.tokens.size() >= kParagraph);
}

std::uint32_t body_before(const Context& c, const Mention& m) {
  return running_before(c, m.sentence, kOpening);
}

// How much the place in the running text tells: the first sentence most.
int earliness(const Context& c, const Mention& m) {
  const std::uint32_t body = body_before(c, m);
  return body == 0 ? 5 : body == 1 ? 3 : body == 2 ? 1 : 0;
}

// "the preparatory meeting of senior officials for |the 49th session|": named for the other's sake.
bool is_prepared(const Context& c, const Mention& m, TokenRange s) {
  constexpr std::uint32_t kNear = 12;
  for (std::uint32_t back = 2; back <= kNear && m.trigger.begin >= s.begin + back; ++back) {
    const std::uint32_t t = m.trigger.begin - back;
    if (t < m.tokens.begin && c.doc.lower(t) == "preparatory") return true;
  }
  return false;
}

// "agreed |to| present a common front |at| the EU summit": where something else is to be done.
bool is_of_purpose(const Context& c, const Mention& m) {
  constexpr std::uint32_t kLongest = 14;
  static constexpr std::array<std::string_view, 16> kResolves{
      "agree", "agreed", "agrees", "decided", "vowed", "vow",   "pledged",   "pledge",
      "wants", "want",   "urged",  "urge",    "hopes", "seeks", "committed", "resolved"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  std::uint32_t at = m.tokens.begin;
  while (at > begin && (c.doc.lower(at - 1) == "the" || c.time_at(at - 1) != nullptr ||
                        c.doc.lower(at - 1) == "'s")) {
    --at;
  }
  if (at == begin || m.verbal || m.ordinal > 0) return false;
  const std::string_view link = c.doc.lower(at - 1);
  if (link != "at" && link != "for" && link != "before") return false;
  bool infinitive = false;
  for (std::uint32_t back = 2; back <= kLongest && at >= begin + back; ++back) {
    const std::uint32_t t = at - back;
    if (c.doc.is_punctuation(t)) return false;
    if (infinitive && is_one_of(c.doc.lower(t), kResolves)) return true;
    infinitive = infinitive || c.doc.lower(t) == "to";
  }
  return false;
}

// "She also |recalled| the meeting held in November last year": of weeks ago.
bool is_recalled(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 4;
  constexpr std::int64_t kLongAgo = 14;  // days
  static constexpr std::array<std::string_view, 10> kRecalls{
      "recalled",  "recalls", "recalling", "highlighted", "remembered",
      "mentioned", "noted",   "praised",   "welcomed",    "referred"};
  if (m.time == kNobody || m.in_headline || m.ordinal > 0) return false;
  const auto days = time::days_of(c.times[m.time].edtf);
  const auto today = time::days_of(c.report.published);
  if (!days || !today || today->last - days->last < kLongAgo) return false;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && m.tokens.begin >= begin + back; ++back) {
    if (is_one_of(c.doc.lower(m.tokens.begin - back), kRecalls)) return true;
  }
  return false;
}

// "Lima, |where| the Assembly was in session on Sunday|, saw| X and Y meet": no more than the
// scene.
bool is_scene(const Context& c, const Mention& m) {
  constexpr std::uint32_t kFront = 5;    // tokens of "In the town of Lima,"
  constexpr std::uint32_t kClause = 24;  // tokens up to the comma that closes it
  constexpr std::uint32_t kRest = 5;     // tokens of what is told
  const TokenRange s = c.sentence(m.trigger.begin);
  if (m.verbal || m.in_headline || m.tokens.begin < s.begin + 2) return false;
  const std::uint32_t at =
      c.doc.lower(m.tokens.begin - 1) == "the" ? m.tokens.begin - 1 : m.tokens.begin;
  if (c.lower(at - 1) != "where" || c.lower(at - 2) != "," || at > s.begin + kFront + 2) {
    return false;
  }
  const std::uint32_t end = std::min(m.tokens.end + kClause, s.end);
  for (std::uint32_t t = m.tokens.end; t + kRest < end; ++t) {
    if (c.doc.lower(t) == ",") return true;
  }
  return false;
}

bool is_tied(const Context& c, const Mention& m) {
  // "X and Y met on the occasion of the Fourth Meeting": they met in it.
  const bool met_in = m.people.size() >= 2 && !m.organisation && !m.organ && m.ordinal > 0;
  return is_only_linked(c, m) && !met_in;
}

// `opens`: the report opens with it, "Lima to host |the next meeting|", so that it is no aside.
int weight(const Context& c, const Mention& m, bool opens) {
  const text::LineRole role = c.doc.sentences()[m.sentence].role;
  if (role == text::LineRole::teaser || role == text::LineRole::caption) return 0;
  if (is_tied(c, m)) return 0;
  if (is_for_another(c, m)) return 1;
  int score = 2;
  if (m.kind == "signing") --score;
  if (m.in_headline && is_in_opening(c, m)) score += 4;
  if (m.ordinal > 0) score += 2;
  const bool aside = !m.relation.empty() && !(opens && m.relation == "next");
  if (!aside && !m.in_headline) score += earliness(c, m);
  if (aside) score -= 3;
  return score;
}

}  // namespace

std::uint32_t running_before(const Context& c, std::uint32_t sentence, std::uint32_t most) {
  std::uint32_t out = 0;
  for (std::uint32_t s = 0; s < sentence && out < most; ++s) {
    out += is_running_text(c.doc.sentences()[s]) ? 1 : 0;
  }
  return out;
}

bool is_in_opening(const Context& c, const Mention& m) { return body_before(c, m) < kOpening; }

bool is_attended(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 12;  // tokens of "who has been in Lima since Monday to attend"
  static constexpr std::array<std::string_view, 6> kAttends{
      "attend", "attending", "part in", "participate in", "participating in", "attended"};
  static constexpr std::array<std::string_view, 6> kThere{"here", "visiting", "town",
                                                          "who",  "where",    "whose"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.in_headline || m.verbal || m.tokens.begin < begin + 4) return false;
  const std::string last(c.doc.lower(m.tokens.begin - 1));
  const std::string two = std::string(c.doc.lower(m.tokens.begin - 2)) + " " + last;
  if (!is_one_of(last, kAttends) && !is_one_of(two, kAttends)) return false;
  for (std::uint32_t back = 3; back <= kNear && m.tokens.begin >= begin + back; ++back) {
    const std::string_view word = c.doc.lower(m.tokens.begin - back);
    if (word == ";") return false;
    if (is_one_of(word, kThere)) return true;
  }
  return false;
}

bool is_only_linked(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  if (is_prepared(c, m, s)) return true;
  for (std::uint32_t back = 1; back <= 8 && m.tokens.begin >= s.begin + back; ++back) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(m.tokens.begin - back, c.cues.link, &words);
    if (cue != nullptr && words.end <= m.tokens.begin && m.tokens.begin - words.end <= 1) {
      return true;
    }
  }
  return false;
}

bool is_for_another(const Context& c, const Mention& m) {
  if (is_tied(c, m) || is_attended(c, m) || is_scene(c, m)) return true;
  if (words_of_what_is_left(c, m).size() > 0 && m.ordinal == 0) return true;
  return is_of_purpose(c, m) || is_recalled(c, m);
}

TokenRange words_of_what_is_left(const Context& c, const Mention& m) {
  constexpr std::uint32_t kLongest = 5;  // tokens of the phrase
  constexpr std::uint32_t kBetween = 2;  // "the recent"
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kLongest + kBetween && m.tokens.begin >= begin + back;
       ++back) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(m.tokens.begin - back, c.cues.background, "over", &words);
    const bool near =
        cue != nullptr && words.end <= m.tokens.begin && m.tokens.begin - words.end <= kBetween;
    if (near && !m.verbal && c.lower(words.end) != "its" && c.lower(words.end) != "their") {
      return words;
    }
  }
  return {};
}

std::size_t main_draft(const Context& context, const Drafts& drafts) {
  std::size_t best = 0;
  int best_score = -1;
  for (std::size_t d = 0; d < drafts.drafts.size(); ++d) {
    int score = 0;
    int told = 0;  // by the sentence: "spoke with X in a phone call" tells of the call once
    std::uint32_t sentence = npos;
    const bool opens = drafts.drafts[d].mentions.front() == 0;
    for (const std::uint32_t i : drafts.drafts[d].mentions) {
      const Mention& m = drafts.mentions[i];
      if (m.sentence != sentence || m.kind != "call") told = 0;
      const int now = std::max(told, weight(context, m, opens));
      score += now - told;
      told = now;
      sentence = m.sentence;
    }
    if (score > best_score) {
      best_score = score;
      best = d;
    }
  }
  return best;
}

}  // namespace rapporteur::meetings
