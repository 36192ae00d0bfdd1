// Which meeting prepares, follows, precedes or belongs to which. Links run from the meeting that
// the report is about, and from a side meeting to the one that it stands beside.

#include <algorithm>

#include "attribution.h"
#include "draft.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;
using record::Relation;

class Links {
 public:
  Links(const Context& context, Drafts& drafts)
      : c_(context), drafts_(drafts), attribution_(context, drafts) {}

  void run() {
    for (std::uint32_t t = 0; t < c_.doc.size(); ++t) by_cue(t);
    by_series();
    by_date();
    by_visit();
    by_company();
  }

 private:
  void add(std::size_t from, std::size_t to, Relation relation, std::vector<ByteSpan> words,
           float confidence, const char* rule) {
    if (from == to) return;
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
  }

  // What belongs to a visit happens where the visit goes.
  static void take_place(record::Meeting& part, const record::Meeting& whole) {
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
  void take_day(record::Meeting& side, const record::Meeting& parent) const {
    if (side.when || !parent.when) return;
    const std::string_view words = c_.doc.slice(side.links.back().relation.evidence.front());
    const bool during = words.starts_with("During") || words.starts_with("during");
    if (!during && time::length(*parent.when) != 1) return;
    side.when.set(*parent.when, parent.when.evidence, 0.6F, "meetings/when-of-parent");
    side.when_basis = record::Basis::resolved;
  }

  // The draft whose mention starts at or after `from` in the sentence of `from`, or kNone.
  [[nodiscard]] std::size_t first_after(std::uint32_t from, std::uint32_t until,
                                        std::uint32_t* where = nullptr) const {
    std::size_t best = Attribution::kNone;
    std::uint32_t best_at = until;
    for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
      for (const std::uint32_t i : drafts_.drafts[d].mentions) {
        const Mention& m = drafts_.mentions[i];
        const std::uint32_t at = m.trigger.begin;
        if (at >= from && at < best_at && m.tokens.end > from) {
          best = d;
          best_at = at;
        }
      }
    }
    if (where != nullptr) *where = best_at;
    return best;
  }

  [[nodiscard]] std::size_t last_before(std::uint32_t until, std::uint32_t from) const {
    std::size_t best = Attribution::kNone;
    std::uint32_t best_at = from;
    for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
      for (const std::uint32_t i : drafts_.drafts[d].mentions) {
        const std::uint32_t at = drafts_.mentions[i].trigger.begin;
        if (at < until && at >= best_at) {
          best = d;
          best_at = at;
        }
      }
    }
    return best;
  }

  void by_cue(std::uint32_t t) {
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(t, c_.cues.link, &words);
    if (cue == nullptr) return;
    const std::optional<Relation> relation = record::from_string<Relation>(cue->value);
    if (!relation) return;
    const TokenRange s = c_.sentence(t);
    std::uint32_t target_at = 0;
    std::size_t target = first_after(words.end, s.end, &target_at);
    std::size_t source = last_before(words.begin, s.begin);
    if (*relation == Relation::sidelines) {
      if (target == Attribution::kNone) {
        target = drafts_.main;
      } else if (source == Attribution::kNone || source == target) {
        // "On the sidelines of the summit, X met Y": the side meeting stands behind.
        const std::size_t behind = first_after(target_at + 1, s.end);
        if (behind != Attribution::kNone && behind != target) source = behind;
        if (behind == Attribution::kNone) std::swap(source, target);
        if (source == Attribution::kNone) return;
        if (behind == Attribution::kNone) target = drafts_.main;
      }
      // "During the meeting, leaders will meet the delegations": the side meeting is that one.
      if (source == drafts_.main && target != drafts_.main && target != Attribution::kNone &&
          !is_of_body(target)) {
        std::swap(source, target);
      }
    } else {
      if (target == Attribution::kNone) return;
      if (source == Attribution::kNone || source == target) {
        const std::size_t behind = first_after(target_at + 1, s.end);
        source = behind != Attribution::kNone && behind != target ? behind : drafts_.main;
      }
    }
    if (source == Attribution::kNone || target == Attribution::kNone || source == target) return;
    add(source, target, *relation, {c_.doc.span(words)}, 0.7F, "meetings/link-cue");
  }

  [[nodiscard]] bool is_of_body(std::size_t d) const { return !drafts_.drafts[d].bilateral; }

  [[nodiscard]] bool same_series(const record::Meeting& a, const record::Meeting& b) const {
    const bool organisation =
        a.organisation && b.organisation && *a.organisation == *b.organisation;
    const bool organ =
        (!a.organ && !b.organ) ||
        (a.organ && b.organ && catalogue::fold(*a.organ) == catalogue::fold(*b.organ));
    if (a.organisation || b.organisation) return organisation && (organ || !b.organ);
    return a.organ && b.organ && organ;
  }

  // "the next meeting", "the previous summit"; the 18th after the 17th.
  void by_series() {
    const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
    for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
      if (d == drafts_.main) continue;
      const record::Meeting& other = drafts_.drafts[d].meeting;
      if (!same_series(main, other)) continue;
      for (const std::uint32_t i : drafts_.drafts[d].mentions) {
        const Mention& m = drafts_.mentions[i];
        const std::optional<Relation> relation = record::from_string<Relation>(m.relation);
        if (!relation) continue;
        add(drafts_.main, d, *relation,
            {c_.doc.span(m.tokens).size() <= 600 ? c_.doc.span(m.tokens) : c_.doc.span(m.trigger)},
            0.8F, "meetings/link-adjective");
      }
      if (!main.ordinal || !other.ordinal) continue;
      if (*other.ordinal == *main.ordinal + 1) {
        add(drafts_.main, d, Relation::next, other.ordinal.evidence, 0.85F,
            "meetings/link-ordinal");
      } else if (*other.ordinal == *main.ordinal - 1) {
        add(drafts_.main, d, Relation::previous, other.ordinal.evidence, 0.85F,
            "meetings/link-ordinal");
      }
    }
  }

  // Of the same row, the last one before the main meeting and the first one after it.
  void by_date() {
    const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
    if (!main.when) return;
    const std::optional<time::Days> here = time::days_of(*main.when);
    if (!here) return;
    std::size_t before = Attribution::kNone, after = Attribution::kNone;
    time::DayNumber before_day = time::kOpenBegin, after_day = time::kOpenEnd;
    for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
      const record::Meeting& other = drafts_.drafts[d].meeting;
      if (d == drafts_.main || !same_row(main, other) || !other.when) continue;
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
  }

  [[nodiscard]] bool has(std::size_t d, Relation relation) const {
    const auto& links = drafts_.drafts[d].meeting.links;
    return std::any_of(links.begin(), links.end(),
                       [&](const record::Link& l) { return *l.relation == relation; });
  }

  // Sessions or summits of one series.
  [[nodiscard]] bool same_row(const record::Meeting& a, const record::Meeting& b) const {
    const bool same_kind = a.kind && b.kind && *a.kind == *b.kind;
    return same_kind && (*a.kind == Kind::summit || *a.kind == Kind::session) && same_series(a, b);
  }

  // Talks between some of those who are at the main meeting, on no other day and in no other place,
  // stand beside it.
  void by_company() {
    const Draft& main = drafts_.drafts[drafts_.main];
    const bool session = main.meeting.kind && (*main.meeting.kind == Kind::session ||
                                               *main.meeting.kind == Kind::summit ||
                                               *main.meeting.kind == Kind::conference);
    if (!session) return;
    for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
      const record::Meeting& m = drafts_.drafts[d].meeting;
      const bool side = m.kind && (*m.kind == Kind::talks || *m.kind == Kind::reception ||
                                   *m.kind == Kind::signing);
      if (d == drafts_.main || !side || !m.links.empty()) continue;
      const bool elsewhere = m.place && main.meeting.place && *m.place != *main.meeting.place;
      const bool other_day =
          m.when && main.meeting.when && !time::overlap(*m.when, *main.meeting.when);
      if (elsewhere || other_day || !shares_person(main.meeting, m)) continue;
      add(d, drafts_.main, Relation::sidelines, m.kind.evidence, 0.5F, "meetings/link-company");
    }
  }

  // Talks, receptions and signings during a visit are parts of it.
  void by_visit() {
    std::size_t visit = Attribution::kNone;
    for (std::size_t d = 0; d < drafts_.drafts.size() && visit == Attribution::kNone; ++d) {
      const record::Meeting& m = drafts_.drafts[d].meeting;
      if (m.kind && *m.kind == Kind::visit && (m.main || drafts_.drafts.size() <= 3)) visit = d;
    }
    if (visit == Attribution::kNone) return;
    const record::Meeting& whole = drafts_.drafts[visit].meeting;
    for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
      const record::Meeting& m = drafts_.drafts[d].meeting;
      const bool part = m.kind && (*m.kind == Kind::talks || *m.kind == Kind::reception ||
                                   *m.kind == Kind::signing);
      if (d == visit || !part || !shares_person(whole, m)) continue;
      add(d, visit, Relation::part_of, m.kind.evidence, 0.6F, "meetings/link-visit");
    }
  }

  [[nodiscard]] static bool shares_person(const record::Meeting& a, const record::Meeting& b) {
    for (const record::Participant& p : a.participants) {
      for (const record::Participant& q : b.participants) {
        if (p.person && q.person && *p.person == *q.person) return true;
      }
    }
    return false;
  }

  const Context& c_;
  Drafts& drafts_;
  Attribution attribution_;
};

}  // namespace

void add_links(const Context& context, Drafts& drafts) { Links(context, drafts).run(); }

}  // namespace rapporteur::meetings
