#include "nominal/told_meeting.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"

namespace rapporteur::meetings {

bool refers_to_call(const Context& c, const Mention& m) {
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.kind != "call" || !m.fresh || !m.people.empty() || m.tokens.begin == begin) return false;
  const std::string_view link = c.doc.lower(m.tokens.begin - 1);
  return m.states.empty() && (link == "during" || link == "in" || link == "over");
}

// "|It was| the last session under the Swiss chairmanship": of the one that was told.
bool is_said_of_told(const Context& c, const Mention& m) {
  constexpr std::uint32_t kFront = 3;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  const std::string_view it = c.lower(begin);
  const std::string_view verb = c.lower(begin + 1);
  const bool says = (it == "it" || it == "this" || it == "that") && (verb == "was" || verb == "is");
  return says && m.tokens.begin <= begin + kFront;
}

void refer_back(Mention& m) {
  m.relation = {};
  m.fresh = false;
  m.definite = true;
  m.time = kNobody;
}

bool is_part_session(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 9> kParts{"plenary", "opening", "closing",
                                                          "closed",  "open",    "working",
                                                          "retreat", "morning", "afternoon"};
  const std::string_view noun = c.lower(m.trigger.end - 1);
  const bool sits = noun == "session" || noun == "sitting" || noun == "plenary";
  if (c.doc.sentences()[m.sentence].role != text::LineRole::body) return false;
  if (!sits || m.ordinal > 0 || !m.relation.empty() || m.tokens.end > m.trigger.end) return false;
  if (noun == "plenary") return m.tokens.size() <= 2;
  for (std::uint32_t t = m.tokens.begin; t + 1 < m.trigger.end; ++t) {
    if (is_one_of(c.lower(t), kParts)) return true;
  }
  return false;
}

void refer_to_whole(const std::vector<Mention>& told, Mention& m) {
  const bool of_body = std::any_of(told.begin(), told.end(), [](const Mention& other) {
    return other.organisation || other.organ || !other.organ_words.empty();
  });
  if (!of_body) return;
  m.definite = true;
  m.fresh = false;
  m.kind = "meeting";
  m.organisation = {};
  m.organ = {};
  m.organ_words.clear();
  m.organ_span = {};
}

}  // namespace rapporteur::meetings
