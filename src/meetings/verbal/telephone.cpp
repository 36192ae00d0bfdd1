// Talks by telephone are a call, whatever their verb.

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

// "|by phone| with", "|over the telephone| to": behind the means of talking, or `at`.
std::uint32_t behind_means(const Context& c, std::uint32_t at) {
  static constexpr std::array<std::string_view, 8> kMeans{
      "phone",           "telephone",      "video", "videolink",
      "videoconference", "teleconference", "link",  "zoom"};
  const std::string_view link = c.lower(at);
  if (link != "by" && link != "via" && link != "over" && link != "on") return at;
  std::uint32_t end = at + 1;
  if (c.lower(end) == "the") ++end;
  const std::uint32_t first = end;
  while (end < c.doc.size() && is_one_of(c.doc.lower(end), kMeans)) ++end;
  if (end > first && (c.lower(end) == "call" || c.lower(end) == "conference")) ++end;
  return end > first ? end : at;
}

// "X spoke on telephone today with Y".
bool says_telephone(const Context& c, const Mention& m) {
  // "spoke to X |by phone| on Friday": the "by" may be taken for a part of the words before it
  const std::uint32_t end =
      std::max(behind_means(c, m.tokens.end), behind_means(c, m.tokens.end - 1));
  for (std::uint32_t t = m.trigger.begin; t < end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "telephone" || word == "phone") return true;
  }
  return false;
}

// "|Over the telephone|, X and Y talked": a sentence that opens with the means.
bool opens_on_telephone(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 6;
  const TokenRange s = c.sentence(m.trigger.begin);
  const bool dated = c.dateline.begin >= s.begin && c.dateline.end <= m.trigger.begin;
  std::uint32_t begin = dated ? std::max(s.begin, c.dateline.end) : s.begin;
  while (begin < m.trigger.begin && c.doc.is_punctuation(begin)) ++begin;
  const std::string_view first = c.lower(begin);
  if (first != "over" && first != "by" && first != "on" && first != "in" && first != "during") {
    return false;
  }
  for (std::uint32_t t = begin; t < std::min(begin + kNear, m.trigger.begin); ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == ",") return false;
    if (word == "telephone" || word == "phone") return true;
    if (word == "line" && c.lower(t + 1) == "from") return true;
  }
  return false;
}

}  // namespace

bool is_on_telephone(const Context& context, const Mention& mention) {
  return says_telephone(context, mention) || opens_on_telephone(context, mention);
}

bool is_attending(const Context& c, TokenRange means) {
  constexpr std::uint32_t kNear = 3;  // tokens of "also took part"
  const std::uint32_t begin = c.sentence(means.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && means.begin >= begin + back; ++back) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(means.begin - back, c.cues.attend, &words);
    if (cue != nullptr && words.end >= means.begin) return true;
  }
  return false;
}

TokenRange spoken_over_day(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 6> kSpeaks{"spoke", "speaks", "talked",
                                                           "talks", "spoken", "conferred"};
  if (!is_one_of(c.doc.lower(token), kSpeaks)) return {};
  std::uint32_t at = token + 1;
  if (c.lower(at) == "on" || c.lower(at) == "late" || c.lower(at) == "early") ++at;
  const time::Expression* day = c.date_at(at);
  if (day == nullptr) return {};
  at = behind_means(c, day->tokens.end);
  const bool leads = c.lower(at) == "with" || (c.lower(at) == "to" && at > day->tokens.end);
  return leads ? TokenRange{token, at + 1} : TokenRange{};
}

bool is_means(const Context& c, TokenRange noun) {
  const std::uint32_t begin = c.sentence(noun.begin).begin;
  if (noun.begin < begin + 2) return false;
  // "held in a |video-conference system|"
  static constexpr std::array<std::string_view, 6> kWays{"system",   "format", "mode",
                                                         "platform", "manner", "mechanism"};
  const std::uint32_t noun_at = noun.end - 1;
  const std::uint32_t made = c.doc.lower(noun_at - 1) == "-" ? noun_at - 2 : noun_at - 1;
  const bool video = c.lower(made) == "video" || c.doc.lower(noun_at).starts_with("video");
  if (video && is_one_of(c.lower(noun.end), kWays)) return true;
  // "took part |by video link|", "met |via videoconference|"
  const std::string_view front = c.doc.lower(noun.begin - 1);
  const bool by_link = front == "by" || front == "via" || front == "through";
  const std::string_view means = c.doc.lower(noun.begin);
  const bool afar = means.starts_with("video") || means.starts_with("teleconf");
  if ((by_link || front == "over" || front == "in") && afar) return true;
  TokenRange words;
  const std::string_view link = c.doc.lower(noun.begin - 2);
  const bool by = link == "by" || link == "via" || link == "through" || link == "over";
  const lexicon::Cue* mode = c.cue(by ? noun.begin - 2 : noun.begin - 1, c.cues.mode, &words);
  return by && (words.end == noun.end || (mode == nullptr && c.lower(noun.begin - 1) == "video"));
}

bool tells_of_telephone(const Context& c) {
  static constexpr std::array<std::string_view, 11> kWords{
      "telephone", "phone",     "call",  "calls",           "telephoned",    "telephonic",
      "phoned",    "videolink", "video", "videoconference", "teleconference"};
  for (std::uint32_t t = 0; t < c.doc.size(); ++t) {
    if (!is_one_of(c.doc.lower(t), kWords)) continue;
    const std::string_view before = t > 0 ? c.doc.lower(t - 1) : std::string_view();
    const std::string_view after = c.lower(t + 1);
    // "to call for", "courtesy call"
    if (after != "for" && after != "on" && before != "courtesy" && after != ":") return true;
  }
  return false;
}

bool leads_readout(const Context& c, const Mention& m) {
  constexpr std::uint32_t kLead = 2;  // sentences of running text
  static constexpr std::array<std::string_view, 8> kWhere{"in",     "at",   "on",      "during",
                                                          "inside", "over", "outside", "after"};
  if (m.place || m.country) return false;
  std::uint32_t told = 0;
  for (std::uint32_t s = 0; s < m.sentence; ++s) {
    told += c.doc.sentences()[s].role == text::LineRole::body ? 1 : 0;
  }
  const TokenRange s = c.sentence(m.trigger.begin);
  std::uint32_t first = std::max(s.begin, c.dateline.end <= m.trigger.begin ? c.dateline.end : 0);
  while (first < s.end && c.doc.is_punctuation(first)) ++first;
  const bool where = is_one_of(c.lower(first), kWhere) && c.time_at(first) == nullptr &&
                     c.time_at(first + 1) == nullptr;
  Mention beside = m;
  place_beside(c, beside);
  return told < kLead && !where && !beside.place;
}

bool only_addresses(const Context& c, const Mention& m) {
  const bool to = m.trigger.size() == 2 && c.lower(m.trigger.begin + 1) == "to" &&
                  c.lower(m.trigger.begin).starts_with("sp");
  return to && std::none_of(m.objects.begin(), m.objects.end(), [&](std::uint32_t who) {
           const names::Person& p = c.cast.people[who];
           return !p.offices.empty() && (p.state || p.body);
         });
}

bool is_in_margins(const Context& c, const Mention& m) {
  for (std::uint32_t t = c.sentence(m.trigger.begin).begin; t < m.trigger.begin; ++t) {
    const lexicon::Cue* link = c.cue(t, c.cues.link);
    if (link != nullptr && link->value == "sidelines") return true;
  }
  return false;
}

bool is_beside_others(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 4;
  if ((m.kind != "meeting" && m.kind != "talks") || m.people.size() != 2) return false;
  if (m.organisation || m.organ || m.in_headline) return false;
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t from = m.trigger.begin > s.begin + kNear ? m.trigger.begin - kNear : s.begin;
  for (std::uint32_t t = from; t < std::min(m.trigger.end + kNear, s.end); ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "separately" || word == "bilaterally") return true;
  }
  return is_in_margins(c, m);
}

}  // namespace rapporteur::meetings
