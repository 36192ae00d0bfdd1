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
      : c_(context),
        drafts_(drafts),
        attribution_(context, drafts),
        preparatory_(context.lexicon.cue_class("preparatory")) {}

  void run() {
    for (std::uint32_t t = 0; t < c_.doc.size(); ++t) by_cue(t);
    by_series();
    by_date();
    by_visit();
    by_preparation();
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
    if (*relation == Relation::prepares && is_higher(source, target)) std::swap(source, target);
    add(source, target, *relation, {c_.doc.span(words)}, 0.7F, "meetings/link-cue");
  }

  [[nodiscard]] bool is_of_body(std::size_t d) const { return !drafts_.drafts[d].bilateral; }

  // Of one row: the same organ of the same organisation, as far as both are said.
  [[nodiscard]] static bool same_series(const record::Meeting& a, const record::Meeting& b) {
    if (a.organisation && b.organisation && *a.organisation != *b.organisation) return false;
    if (a.organ && b.organ) return same_organ(*a.organ, *b.organ);
    if (a.organ || b.organ) {
      const bool same_kind = a.kind && b.kind && *a.kind == *b.kind;
      return a.organisation && b.organisation && same_kind;
    }
    return a.organisation && b.organisation;
  }

  [[nodiscard]] static bool same_organ(const std::string& a, const std::string& b) {
    const std::string x = catalogue::fold(a);
    const std::string y = catalogue::fold(b);
    return x.find(y) != std::string::npos || y.find(x) != std::string::npos;
  }

  // Nothing that both say differs: "the next round" after a round of talks.
  [[nodiscard]] static bool may_follow(const record::Meeting& a, const record::Meeting& b) {
    if (a.organisation && b.organisation && *a.organisation != *b.organisation) return false;
    if (a.organ && b.organ) return same_organ(*a.organ, *b.organ);
    return a.kind && b.kind && (*a.kind == *b.kind || (is_session(a) && is_session(b)));
  }

  // "the next meeting", "the previous summit"; the 18th after the 17th.
  void by_series() {
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
      if (!main.ordinal || !other.ordinal || !same_series(main, other)) continue;
      if (*other.ordinal == *main.ordinal + 1) {
        add(drafts_.main, d, Relation::next, other.ordinal.evidence, 0.85F,
            "meetings/link-ordinal");
      } else if (*other.ordinal == *main.ordinal - 1) {
        add(drafts_.main, d, Relation::previous, other.ordinal.evidence, 0.85F,
            "meetings/link-ordinal");
      }
    }
  }

  // Of several earlier meetings in a list only the last one is the previous one, of later ones only
  // the first the next.
  [[nodiscard]] bool nearer_in_row(std::size_t d, std::string_view relation) const {
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
  [[nodiscard]] static bool runs_back(const record::Meeting& main, const record::Meeting& other,
                                      Relation relation) {
    if (!main.when || !other.when) return false;
    const std::optional<time::Days> here = time::days_of(*main.when);
    const std::optional<time::Days> there = time::days_of(*other.when);
    if (!here || !there) return false;
    return relation == Relation::next ? there->last < here->first : there->first > here->last;
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

  // Talks, receptions and signings of which no other day, town or fate is said stand beside the
  // session that the report is about.
  void by_company() {
    const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
    if (!is_session(main)) return;
    for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
      const record::Meeting& m = drafts_.drafts[d].meeting;
      if (d == drafts_.main || !is_between_some(m) || !m.links.empty()) continue;
      if (is_elsewhere(m, main) || is_other_time(m, main)) continue;
      const bool company = shares_person(main, m);
      if (!company && is_aside(d)) continue;
      add(d, drafts_.main, Relation::sidelines, m.kind.evidence, company ? 0.5F : 0.4F,
          "meetings/link-company");
    }
  }

  [[nodiscard]] static bool is_session(const record::Meeting& m) {
    return m.kind &&
           (*m.kind == Kind::session || *m.kind == Kind::summit || *m.kind == Kind::conference);
  }

  [[nodiscard]] static bool is_between_some(const record::Meeting& m) {
    return m.kind &&
           (*m.kind == Kind::talks || *m.kind == Kind::reception || *m.kind == Kind::signing);
  }

  [[nodiscard]] static bool is_elsewhere(const record::Meeting& a, const record::Meeting& b) {
    if (a.country && b.country && *a.country != *b.country) return true;
    return a.place && b.place && catalogue::fold(*a.place) != catalogue::fold(*b.place);
  }

  // On other days, or one is over and the other still to come.
  [[nodiscard]] static bool is_other_time(const record::Meeting& a, const record::Meeting& b) {
    if (a.when && b.when) return !time::overlap(*a.when, *b.when);
    const auto ahead = [](const record::Meeting& m) {
      return m.status && *m.status == record::Status::announced;
    };
    return ahead(a) != ahead(b);
  }

  // Named in teasers and captions only.
  [[nodiscard]] bool is_aside(std::size_t d) const {
    const Draft& draft = drafts_.drafts[d];
    return std::all_of(draft.sentences.begin(), draft.sentences.end(), [&](std::uint32_t s) {
      const text::LineRole role = c_.doc.sentences()[s].role;
      return role == text::LineRole::teaser || role == text::LineRole::caption;
    });
  }

  // Officials and experts meet to prepare the session of ministers, ministers that of presidents.
  void by_preparation() {
    const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
    if (!is_session(main)) return;
    for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
      const record::Meeting& m = drafts_.drafts[d].meeting;
      if (d == drafts_.main || !is_session(m) || !may_prepare(m, main)) continue;
      const bool lower = *main.kind == Kind::summit
                             ? *m.kind == Kind::session
                             : is_preparatory(d) && !is_preparatory(drafts_.main);
      const bool higher = *m.kind == Kind::summit && *main.kind == Kind::session;
      if (lower && comes_before(m, main)) {
        add(d, drafts_.main, Relation::prepares, m.kind.evidence, 0.5F, "meetings/link-level");
      } else if (higher && comes_before(main, m)) {
        add(drafts_.main, d, Relation::prepares, m.kind.evidence, 0.4F, "meetings/link-level");
      }
    }
  }

  // A summit is prepared by sessions, and sessions by officials and experts.
  [[nodiscard]] bool is_higher(std::size_t a, std::size_t b) const {
    const record::Meeting& x = drafts_.drafts[a].meeting;
    const record::Meeting& y = drafts_.drafts[b].meeting;
    const bool summit = x.kind && y.kind && *x.kind == Kind::summit && *y.kind != Kind::summit;
    return summit || (is_preparatory(b) && !is_preparatory(a));
  }

  // Of one organisation, or in a report that names but one.
  [[nodiscard]] static bool may_prepare(const record::Meeting& a, const record::Meeting& b) {
    if (a.organisation && b.organisation) return *a.organisation == *b.organisation;
    return a.organ && b.organ && !a.organisation && !b.organisation && *a.organ != *b.organ;
  }

  // Not long before: what prepares a meeting is not a year older.
  [[nodiscard]] static bool comes_before(const record::Meeting& a, const record::Meeting& b) {
    constexpr std::int32_t kLongest = 60;
    const auto ahead = [](const record::Meeting& m) {
      return m.status && *m.status == record::Status::announced;
    };
    if (!a.when || !b.when) return !ahead(a) || ahead(b);
    const std::optional<time::Days> first = time::days_of(*a.when);
    const std::optional<time::Days> second = time::days_of(*b.when);
    if (!first || !second || first->first > second->last) return false;
    return second->first == time::kOpenBegin || first->last == time::kOpenEnd ||
           second->first - first->last < kLongest;
  }

  [[nodiscard]] bool is_preparatory(std::size_t d) const {
    for (const std::uint32_t i : drafts_.drafts[d].mentions) {
      const Mention& m = drafts_.mentions[i];
      for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) {
        if (c_.cue(t, preparatory_) != nullptr) return true;
      }
    }
    return false;
  }

  // Talks, receptions and signings during a visit are parts of it.
  void by_visit() {
    const std::size_t visit = visit_told();
    if (visit == Attribution::kNone) return;
    const record::Meeting& whole = drafts_.drafts[visit].meeting;
    for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
      const record::Meeting& m = drafts_.drafts[d].meeting;
      if (d == visit || !is_during(m, whole)) continue;
      if (!is_between_some(m) && !(is_session(m) && (m.main || m.when))) continue;
      if (!shares_person(whole, m) && !(whole.main && !is_elsewhere(m, whole))) continue;
      add(d, visit, Relation::part_of, m.kind.evidence, 0.6F, "meetings/link-visit");
    }
  }

  // On a day of the visit or right behind the one that is told; what has no day goes with it.
  [[nodiscard]] static bool is_during(const record::Meeting& part, const record::Meeting& visit) {
    constexpr std::int32_t kStay = 2;
    if (!part.when || !visit.when) return is_between_some(part) || part.main;
    const std::optional<time::Days> a = time::days_of(*part.when);
    const std::optional<time::Days> b = time::days_of(*visit.when);
    if (!a || !b || b->last == time::kOpenEnd) return false;
    return a->last >= b->first && a->first <= b->last + kStay;
  }

  // The visit that the report is about, or in the course of which what it is about happens.
  [[nodiscard]] std::size_t visit_told() const {
    std::size_t best = Attribution::kNone;
    const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
    for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
      const record::Meeting& m = drafts_.drafts[d].meeting;
      if (!m.kind || *m.kind != Kind::visit) continue;
      if (m.main) return d;
      if (best != Attribution::kNone || is_other_time(main, m)) continue;
      if (shares_person(main, m) || drafts_.drafts.size() <= 3) best = d;
    }
    return best;
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
  lexicon::CueClass preparatory_;
};

}  // namespace

void add_links(const Context& context, Drafts& drafts) { Links(context, drafts).run(); }

}  // namespace rapporteur::meetings
