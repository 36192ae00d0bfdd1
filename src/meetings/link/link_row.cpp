// Which meeting of a row comes before the main one, and which behind it.

#include <algorithm>

#include "clause/phrase.h"
#include "link/link_finder.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

using record::Kind;
using record::Relation;

namespace {

constexpr std::size_t kMostParts = 16;  // of the main meeting that are sessions of their own

}  // namespace

// Of one row: the same organ of the same organisation, as far as both are said.
bool Links::same_series(const record::Meeting& a, const record::Meeting& b) {
  if (a.organisation && b.organisation && *a.organisation != *b.organisation) return false;
  if (a.organ && b.organ) return same_organ(*a.organ, *b.organ);
  if (a.organ || b.organ) {
    const bool same_kind = a.kind && b.kind && *a.kind == *b.kind;
    // A session whose organ is named is not of the row of one without.
    const bool part = same_kind && *a.kind != Kind::summit && !a.organ;
    return a.organisation && b.organisation && same_kind && !part;
  }
  return a.organisation && b.organisation;
}

// One name holds the other, or all of its words, three at least: "Joint Economic Commission" for
// the "Joint Commission on Economic Cooperation".
bool Links::same_organ(const std::string& a, const std::string& b) {
  const std::string x = catalogue::fold(a);
  const std::string y = catalogue::fold(b);
  if (x.find(y) != std::string::npos || y.find(x) != std::string::npos) return true;
  const std::string& shorter = x.size() < y.size() ? x : y;
  return std::count(shorter.begin(), shorter.end(), ' ') >= 2 && says_the_same(x, y);
}

bool Links::is_face_to_face(const record::Meeting& m) {
  return m.kind && (*m.kind == Kind::talks || *m.kind == Kind::reception);
}

// Nothing that both say differs: "the next round" after a round of talks.
bool Links::may_follow(const record::Meeting& a, const record::Meeting& b) {
  if (a.organisation && b.organisation && *a.organisation != *b.organisation) return false;
  if (a.organ && b.organ) return same_organ(*a.organ, *b.organ);
  if (!a.kind || !b.kind) return false;
  const bool few = is_face_to_face(a) && is_face_to_face(b);
  return *a.kind == *b.kind || few || (is_session(a) && is_session(b));
}

// "the next meeting", "the previous summit"; the 18th after the 17th.
void Links::by_series() {
  const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
  for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
    if (d == drafts_.main) continue;
    const record::Meeting& other = drafts_.drafts[d].meeting;
    if (!may_follow(main, other)) continue;
    for (const std::uint32_t i : drafts_.drafts[d].mentions) {
      const Mention& m = drafts_.mentions[i];
      const std::optional<Relation> relation = record::from_string<Relation>(m.relation);
      if (!relation || runs_back(main, other, *relation)) continue;
      if (nearer_in_row(d, m.relation)) continue;
      add(drafts_.main, d, *relation,
          {c_.doc.span(m.tokens).size() <= 600 ? c_.doc.span(m.tokens) : c_.doc.span(m.trigger)},
          0.8F, "meetings/link-adjective");
    }
    const bool rounds = main.kind && other.kind && *main.kind == *other.kind;
    if (!main.ordinal || !other.ordinal || !(same_series(main, other) || rounds)) continue;
    if (*other.ordinal == *main.ordinal + 1) {
      add(drafts_.main, d, Relation::next, other.ordinal.evidence, 0.85F, "meetings/link-ordinal");
    } else if (*other.ordinal == *main.ordinal - 1) {
      add(drafts_.main, d, Relation::previous, other.ordinal.evidence, 0.85F,
          "meetings/link-ordinal");
    }
  }
}

// "During the visit the committee met; |its previous meeting| was held in Lima": of the row of what
// is part of the main meeting.
void Links::by_neighbour() {
  const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
  std::vector<std::size_t> parts;
  for (std::size_t e = 0; e < drafts_.drafts.size() && parts.size() < kMostParts; ++e) {
    const record::Meeting& m = drafts_.drafts[e].meeting;
    const bool part = std::any_of(m.links.begin(), m.links.end(),
                                  [&](const record::Link& l) { return l.to == main.id; });
    // "received the ministers who had come for the session": what the main meeting stands beside
    const bool whole = std::any_of(
        main.links.begin(), main.links.end(),
        [&](const record::Link& l) { return l.to == m.id && *l.relation == Relation::sidelines; });
    if ((part || whole) && m.organ) parts.push_back(e);
  }
  for (std::size_t d = 0; d < drafts_.drafts.size() && !parts.empty(); ++d) {
    if (d == drafts_.main || may_follow(main, drafts_.drafts[d].meeting)) continue;
    for (const std::uint32_t i : drafts_.drafts[d].mentions) by_neighbour(d, i, parts);
    for (const std::size_t e : parts) by_number(e, d);
  }
}

// The 6th and the 5th session of one row.
void Links::by_number(std::size_t from, std::size_t to) {
  const record::Meeting& here = drafts_.drafts[from].meeting;
  const record::Meeting& other = drafts_.drafts[to].meeting;
  if (!here.ordinal || !other.ordinal || !other.organ || !same_series(here, other)) return;
  const int step = *other.ordinal - *here.ordinal;
  if (step != 1 && step != -1) return;
  add(from, to, step == 1 ? Relation::next : Relation::previous, other.ordinal.evidence, 0.7F,
      "meetings/link-ordinal");
}

// Of the parts of one row the last that is named before the mention.
void Links::by_neighbour(std::size_t d, std::uint32_t mention,
                         const std::vector<std::size_t>& parts) {
  const record::Meeting& other = drafts_.drafts[d].meeting;
  const Mention& m = drafts_.mentions[mention];
  const std::optional<Relation> relation = record::from_string<Relation>(m.relation);
  if (!relation) return;
  std::size_t best = Attribution::kNone;
  std::uint32_t best_at = 0;
  for (const std::size_t e : parts) {
    const record::Meeting& here = drafts_.drafts[e].meeting;
    const std::uint32_t at = drafts_.mentions[drafts_.drafts[e].mentions.front()].tokens.begin;
    if (e == d || at > m.tokens.begin || at < best_at) continue;
    if (!same_series(here, other) || runs_back(here, other, *relation)) continue;
    best = e;
    best_at = at;
  }
  if (best == Attribution::kNone) return;
  add(best, d, *relation, {c_.doc.span(m.trigger)}, 0.6F, "meetings/link-adjective");
}

// Of several earlier meetings in a list only the last one is the previous one, of later ones only
// the first the next.
bool Links::nearer_in_row(std::size_t d, std::string_view relation) const {
  const record::Meeting& m = drafts_.drafts[d].meeting;
  const std::optional<time::Days> days = m.when ? time::days_of(*m.when) : std::nullopt;
  if (!days) return false;
  for (std::size_t e = 0; e < drafts_.drafts.size(); ++e) {
    const Draft& other = drafts_.drafts[e];
    const Mention& first = drafts_.mentions[other.mentions.front()];
    if (e == d || e == drafts_.main || first.relation != relation) continue;
    if (!other.meeting.when || !may_follow(m, other.meeting)) continue;
    const std::optional<time::Days> there = time::days_of(*other.meeting.when);
    if (!there) continue;
    if (relation == "previous" ? there->first > days->last : there->last < days->first) {
      return true;
    }
  }
  return false;
}

// "The next summit" that was over before the main meeting began is next to something else.
bool Links::runs_back(const record::Meeting& main, const record::Meeting& other,
                      Relation relation) {
  if (!main.when || !other.when) return false;
  const std::optional<time::Days> here = time::days_of(*main.when);
  const std::optional<time::Days> there = time::days_of(*other.when);
  if (!here || !there) return false;
  return relation == Relation::next ? there->last < here->first : there->first > here->last;
}

// Of the same row, the last one before the main meeting and the first one after it.
void Links::by_date() {
  const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
  if (!main.when) return;
  const std::optional<time::Days> here = time::days_of(*main.when);
  if (!here) return;
  std::size_t before = Attribution::kNone, after = Attribution::kNone;
  std::size_t undated = Attribution::kNone;
  time::DayNumber before_day = time::kOpenBegin, after_day = time::kOpenEnd;
  for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
    const record::Meeting& other = drafts_.drafts[d].meeting;
    if (d == drafts_.main || !same_row(main, other)) continue;
    if (!other.when) {
      undated = d;
      continue;
    }
    const std::optional<time::Days> days = time::days_of(*other.when);
    if (!days) continue;
    if (days->last < here->first && days->last > before_day) {
      before = d;
      before_day = days->last;
    }
    if (days->first > here->last && days->first < after_day) {
      after = d;
      after_day = days->first;
    }
  }
  const auto link = [&](std::size_t d, Relation relation) {
    if (d == Attribution::kNone || has(drafts_.main, relation)) return;
    add(drafts_.main, d, relation, drafts_.drafts[d].meeting.when.evidence, 0.6F,
        "meetings/link-date");
  };
  link(before, Relation::previous);
  link(after, Relation::next);
  // A session of the same organ elsewhere that has been held is an earlier one.
  if (undated == Attribution::kNone || before != Attribution::kNone) return;
  const record::Meeting& other = drafts_.drafts[undated].meeting;
  const bool over = other.status && *other.status == record::Status::held;
  if (over && main.organ && other.organ && is_elsewhere(main, other) &&
      !has(drafts_.main, Relation::previous)) {
    add(drafts_.main, undated, Relation::previous, other.status.evidence, 0.5F,
        "meetings/link-date");
  }
}

// Talks or summits of the same few, weeks apart.
bool Links::same_few(const record::Meeting& a, const record::Meeting& b) {
  constexpr time::DayNumber kApart = 14;
  const bool few = a.kind && b.kind && *a.kind == *b.kind &&
                   (*a.kind == Kind::talks || *a.kind == Kind::summit) && !a.organisation &&
                   !b.organisation && !a.organ && !b.organ;
  if (!few || !a.when || !b.when) return false;
  const auto here = time::days_of(*a.when);
  const auto there = time::days_of(*b.when);
  if (!here || !there) return false;
  if (there->first - here->last < kApart && here->first - there->last < kApart) return false;
  const auto people = [](const record::Meeting& m) {
    std::vector<std::string> out;
    for (const record::Participant& p : m.participants) {
      if (p.person) out.push_back(catalogue::fold(*p.person));
    }
    std::sort(out.begin(), out.end());
    return out;
  };
  const std::vector<std::string> one = people(a);
  return one.size() >= 2 && one == people(b);
}

// Sessions or summits of one series.
bool Links::same_row(const record::Meeting& a, const record::Meeting& b) const {
  if (same_few(a, b)) return true;
  if (!a.kind || !b.kind || !same_series(a, b)) return false;
  if (a.organ && b.organ) return true;
  return *a.kind == *b.kind && (*a.kind == Kind::summit || *a.kind == Kind::session);
}

}  // namespace rapporteur::meetings
