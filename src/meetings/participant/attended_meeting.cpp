#include "participant/attended_meeting.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"

namespace rapporteur::meetings {

std::size_t AttendedMeeting::at(std::uint32_t token) const {
  const std::size_t told = attribution_.at(token);
  const std::uint32_t sentence = c_.doc.sentence_of(token);
  if (told == Attribution::kNone || is_named(sentence)) return told;
  const Time time = time_of(sentence);
  if (time == Time::unsaid || suits(told, time)) return told;
  std::size_t best = told;
  std::uint32_t latest = 0;
  for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
    if (drafts_.drafts[d].bilateral || !suits(d, time)) continue;
    for (const std::uint32_t i : drafts_.drafts[d].mentions) {
      const Mention& m = drafts_.mentions[i];
      if (m.in_headline || m.sentence >= sentence || m.tokens.begin < latest) continue;
      best = d;
      latest = m.tokens.begin;
    }
  }
  return best;
}

// "|The meeting| was attended by": by nothing of its own, so that it may be any that was told of.
bool AttendedMeeting::is_named(std::uint32_t sentence) const {
  const std::vector<Attribution::Place>& here = attribution_.in(sentence);
  return std::any_of(here.begin(), here.end(), [&](const Attribution::Place& place) {
    const Mention& m = drafts_.mentions[place.mention];
    return !m.definite || m.organisation || m.organ || m.ordinal > 0 || m.place || m.country ||
           m.time != kNobody || m.kind == "summit";
  });
}

// Both times in one sentence say nothing.
AttendedMeeting::Time AttendedMeeting::time_of(std::uint32_t sentence) const {
  const TokenRange s = c_.doc.sentences()[sentence].tokens;
  Time found = Time::unsaid;
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    TokenRange words;
    if (c_.cue(t, c_.cues.attend, &words) == nullptr) continue;
    const Time time = time_of_cue(words);
    if (time == Time::unsaid) continue;
    if (found != Time::unsaid && found != time) return Time::unsaid;
    found = time;
  }
  return found;
}

// "|was| attended by", "in attendance |were|"; "|will| attend", "is expected |to| take part".
AttendedMeeting::Time AttendedMeeting::time_of_cue(TokenRange words) const {
  static constexpr std::array<std::string_view, 4> kFuture{"will", "shall", "expected", "due"};
  static constexpr std::array<std::string_view, 9> kPast{
      "was", "were", "attended", "participated", "took", "joined", "had", "spoke", "addressed"};
  for (std::uint32_t t = words.begin > 1 ? words.begin - 2 : 0; t < words.end; ++t) {
    if (is_one_of(c_.lower(t), kFuture)) return Time::to_come;
  }
  const std::string_view before = words.begin > 0 ? c_.lower(words.begin - 1) : "";
  if (before == "to" || before == "would" || before == "who" || before == "be") return Time::unsaid;
  const bool past = is_one_of(c_.lower(words.begin), kPast) || c_.lower(words.end - 1) == "were" ||
                    c_.lower(words.end - 1) == "included" || before == "was" || before == "were";
  return past ? Time::past : Time::unsaid;
}

bool AttendedMeeting::suits(std::size_t draft, Time time) const {
  const auto& status = drafts_.drafts[draft].meeting.status;
  if (!status) return false;
  const bool over = *status == record::Status::held || *status == record::Status::ongoing;
  const bool ahead = *status == record::Status::announced;
  return time == Time::past ? over : ahead || *status == record::Status::ongoing;
}

bool is_right_behind(const Context& c, const Draft& draft, std::uint32_t token) {
  const std::uint32_t here = c.doc.sentence_of(token);
  return here > 0 && std::binary_search(draft.sentences.begin(), draft.sentences.end(), here - 1);
}

}  // namespace rapporteur::meetings
