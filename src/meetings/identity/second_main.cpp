#include "identity/second_main.h"

#include <algorithm>

namespace rapporteur::meetings {

namespace {

bool is_told_before(const Draft& a, const Draft& b) {
  return !a.sentences.empty() && !b.sentences.empty() && a.sentences.front() < b.sentences.front();
}

// A report on a visit is about the talks held during it as well, and the other way round, if it
// says who talks, and when the visit is or first of all that there is one.
bool add_visit_or_talks(Drafts& drafts) {
  for (Draft& part : drafts.drafts) {
    const bool talks = part.meeting.kind && *part.meeting.kind == record::Kind::talks;
    if (!talks || part.meeting.participants.size() < 2) continue;
    for (const record::Link& link : part.meeting.links) {
      if (*link.relation != record::Relation::part_of) continue;
      for (Draft& whole : drafts.drafts) {
        if (whole.meeting.id != link.to || (!whole.meeting.main && !part.meeting.main)) continue;
        if (!whole.meeting.main && !whole.meeting.when && !is_told_before(whole, part)) continue;
        whole.meeting.main = true;
        part.meeting.main = true;
        return true;
      }
    }
  }
  return false;
}

// "the one and the other", behind one verb.
bool are_joined(const Context& c, const Mention& a, const Mention& b) {
  constexpr std::uint32_t kLongest = 5;  // tokens of "and that of the"
  if (a.sentence != b.sentence || !a.relation.empty() || !b.relation.empty()) return false;
  if (a.trigger.begin == b.trigger.begin && a.trigger.end == b.trigger.end) return true;
  if (a.verbal || b.verbal || b.tokens.begin < a.tokens.end) return false;
  if (b.tokens.begin - a.tokens.end > kLongest) return false;
  bool joined = false;
  for (std::uint32_t t = a.tokens.end; t < b.tokens.begin; ++t) {
    const std::string_view word = c.lower(t);
    joined = joined || word == "and";
    if (word != "and" && word != "of" && word != "the" && word != ",") return false;
  }
  return joined;
}

bool are_twins(const Context& c, const Drafts& drafts, const Draft& main, const Draft& other) {
  constexpr std::uint32_t kOpening = 4;  // sentences from the first that tells of the main one
  const record::Meeting& x = main.meeting;
  const record::Meeting& y = other.meeting;
  if (!x.kind || !y.kind || *x.kind != *y.kind) return false;
  if (!x.status || !y.status || *x.status != *y.status) return false;
  for (const std::uint32_t i : main.mentions) {
    const Mention& a = drafts.mentions[i];
    if (a.sentence > main.sentences.front() + kOpening) break;
    for (const std::uint32_t k : other.mentions) {
      const Mention& b = drafts.mentions[k];
      if (are_joined(c, a, b) || are_joined(c, b, a)) return true;
    }
  }
  return false;
}

// Two of a pair; of a longer row the report is not about each.
void add_twin(const Context& c, Drafts& drafts) {
  Draft* twin = nullptr;
  Draft& main = drafts.drafts.front();
  if (main.sentences.empty()) return;
  for (Draft& draft : drafts.drafts) {
    if (&draft == &main || !are_twins(c, drafts, main, draft)) continue;
    if (twin != nullptr) return;
    twin = &draft;
  }
  if (twin != nullptr) twin->meeting.main = true;
}

}  // namespace

void add_second_main(const Context& c, Drafts& drafts) {
  if (drafts.drafts.empty() || add_visit_or_talks(drafts)) return;
  add_twin(c, drafts);
}

}  // namespace rapporteur::meetings
