// Which meeting prepares, follows, precedes or belongs to which. Links run from the meeting that
// the report is about, and from a side meeting to the one that it stands beside.

#include <algorithm>
#include <utility>

#include "link/fallen_visit.h"
#include "link/link_finder.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

using record::Kind;
using record::Relation;

Links::Links(const Context& context, Drafts& drafts)
    : c_(context), drafts_(drafts), preparatory_(context.cues.preparatory) {
  for (std::size_t d = 0; d < drafts.drafts.size(); ++d) {
    for (const std::uint32_t i : drafts.drafts[d].mentions) {
      places_.push_back({drafts.mentions[i].trigger.begin, d});
    }
  }
  std::sort(places_.begin(), places_.end());
}

void Links::run() {
  for (std::uint32_t t = 0; t < c_.doc.size(); ++t) by_cue(t);
  for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) by_occasion(d);
  by_series();
  by_date();
  by_visit();
  by_preparation();
  by_company();
  by_neighbour();
}

void Links::add(std::size_t from, std::size_t to, Relation relation, std::vector<ByteSpan> words,
                float confidence, const char* rule) {
  if (from == to) return;
  // What stands beside a visit, or beside which a visit stands, is part of it.
  const auto is_visit = [&](std::size_t d) {
    const auto& kind = drafts_.drafts[d].meeting.kind;
    return kind && *kind == Kind::visit;
  };
  if (relation == Relation::sidelines && is_visit(from) && !is_visit(to) &&
      is_between_some(drafts_.drafts[to].meeting)) {
    std::swap(from, to);
  }
  if (relation == Relation::sidelines && is_visit(to)) relation = Relation::part_of;
  record::Meeting& m = drafts_.drafts[from].meeting;
  const std::string& target = drafts_.drafts[to].meeting.id;
  const bool known = std::any_of(m.links.begin(), m.links.end(),
                                 [&](const record::Link& l) { return l.to == target; });
  const auto& back = drafts_.drafts[to].meeting.links;
  const bool reverse =
      std::any_of(back.begin(), back.end(), [&](const record::Link& l) { return l.to == m.id; });
  if (known || reverse) return;
  record::Link link;
  link.relation.set(relation, std::move(words), confidence, rule);
  link.to = target;
  m.links.push_back(std::move(link));
  if (relation == Relation::sidelines) take_day(m, drafts_.drafts[to].meeting);
  if (relation == Relation::part_of) take_place(m, drafts_.drafts[to].meeting);
  if (relation == Relation::prepares && to != drafts_.main) await(drafts_.drafts[to].meeting);
}

// What is being prepared is still to come, unless its own words or its day say otherwise.
void Links::await(record::Meeting& whole) {
  const bool told =
      whole.status.rule != "meetings/default" && whole.status.rule != "meetings/tense";
  if (told || *whole.status != record::Status::held || whole.when) return;
  whole.status.value = record::Status::announced;
  for (record::Participant& p : whole.participants) {
    if (p.attendance && *p.attendance == record::Attendance::attended) {
      p.attendance.value = record::Attendance::expected;
    }
  }
}

// What belongs to a visit happens where the visit goes.
void Links::take_place(record::Meeting& part, const record::Meeting& whole) {
  if (part.place || part.country) return;
  part.place = whole.place;
  part.country = whole.country;
  for (record::Fact<std::string>* fact : {&part.place, &part.country}) {
    if (*fact) fact->confidence = 0.5F;
    if (*fact) fact->rule = "meetings/place-of-visit";
  }
}

// A side meeting falls on the day of the meeting beside which it stands; "during" it ties it to
// all of its days.
void Links::take_day(record::Meeting& side, const record::Meeting& parent) const {
  if (side.when || !parent.when) return;
  const std::string_view words = c_.doc.slice(side.links.back().relation.evidence.front());
  const bool during = words.starts_with("During") || words.starts_with("during");
  if (!during && time::length(*parent.when) != 1) return;
  side.when.set(*parent.when, parent.when.evidence, 0.6F, "meetings/when-of-parent");
  side.when_basis = record::Basis::resolved;
}

bool Links::shares_person(const record::Meeting& a, const record::Meeting& b) {
  for (const record::Participant& p : a.participants) {
    for (const record::Participant& q : b.participants) {
      if (p.person && q.person && *p.person == *q.person) return true;
    }
  }
  return false;
}

bool Links::is_elsewhere(const record::Meeting& a, const record::Meeting& b) {
  if (a.country && b.country && *a.country != *b.country) return true;
  return a.place && b.place && catalogue::fold(*a.place) != catalogue::fold(*b.place);
}

// On other days, or one is over and the other still to come.
bool Links::is_other_time(const record::Meeting& a, const record::Meeting& b) {
  if (a.when && b.when) return !time::overlap(*a.when, *b.when);
  const auto is = [](const record::Meeting& m, record::Status status) {
    return m.status && *m.status == status;
  };
  if (is(a, record::Status::ongoing) || is(b, record::Status::ongoing)) return false;
  return is(a, record::Status::announced) != is(b, record::Status::announced);
}

bool Links::has(std::size_t d, Relation relation) const {
  const auto& links = drafts_.drafts[d].meeting.links;
  return std::any_of(links.begin(), links.end(),
                     [&](const record::Link& l) { return *l.relation == relation; });
}

bool Links::is_session(const record::Meeting& m) {
  return m.kind &&
         (*m.kind == Kind::session || *m.kind == Kind::summit || *m.kind == Kind::conference);
}

// What others may stand beside: a session, or the talks of a series.
bool Links::is_company(const record::Meeting& m) {
  return is_session(m) || (m.kind && *m.kind == Kind::talks && (m.organ || m.ordinal));
}

bool Links::is_between_some(const record::Meeting& m) {
  return m.kind &&
         (*m.kind == Kind::talks || *m.kind == Kind::reception || *m.kind == Kind::signing);
}

void add_links(const Context& context, Drafts& drafts) {
  Links(context, drafts).run();
  let_talks_fall(drafts);
}

}  // namespace rapporteur::meetings
