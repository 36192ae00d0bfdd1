#include "rapporteur/resolve/resolver.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "features.h"
#include "meetings.h"
#include "neighbours.h"
#include "people.h"
#include "ranking.h"
#include "rapporteur/time/edtf.h"
#include "sources.h"
#include "standings.h"

namespace rapporteur::resolve {
namespace {

using record::Entity;
using record::EntityKind;
using record::Member;

// Goes up with every change of the rules, so that registers are computed anew.
constexpr const char* kRules = "7";

// "1970-01-01" for a day inside the calendar; empty for an open end.
std::string day_text(time::DayNumber day) {
  if (day == time::kOpenBegin || day == time::kOpenEnd) return {};
  return time::edtf_of({day, day});
}

void set_days(Entity& e) {
  const std::optional<time::Days> days = time::days_of(canonical(e, "when"));
  if (!days) return;
  e.first_day = day_text(days->first);
  e.last_day = day_text(days->last);
}

// The series most members name; of equally many the first. The ordinal that ranks first; else the
// least inferred one.
void set_series(Entity& e, const std::vector<MeetingFeatures>& features) {
  std::map<std::string, int> count;
  std::optional<int> stated;
  std::optional<int> inferred;
  for (const MeetingFeatures& f : features) {
    if (!f.series.empty()) ++count[f.series];
    const bool first = f.ordinal && std::to_string(*f.ordinal) == canonical(e, "ordinal");
    if (first) stated = f.ordinal;
    if (f.inferred && (!inferred || *f.inferred < *inferred)) inferred = f.inferred;
  }
  int most = 0;
  for (const auto& [series, n] : count) {
    if (n > most) e.series = series;
    most = std::max(most, n);
  }
  e.ordinal = stated ? stated : inferred;
}

class RuleResolver final : public record::Resolver {
 public:
  explicit RuleResolver(const Knowledge& knowledge) : knowledge_(knowledge) {}

  std::string version() const override {
    return std::string("rules ") + kRules + ", tables " + knowledge_.version();
  }

  using record::Resolver::members_of;
  std::vector<Member> members_of(const record::Reading& reading,
                                 std::span<const record::Claim> claims) const override {
    return resolve::members_of(reading, claims, knowledge_);
  }

  std::vector<bool> neighbours(std::span<const Member* const> from,
                               std::span<const Member* const> others) const override {
    return resolve::neighbours(from, others, knowledge_);
  }

  std::unique_ptr<Notes> notes() const override { return std::make_unique<Known>(); }

  using record::Resolver::resolve;
  std::vector<Entity> resolve(std::span<const Member* const> members, Notes* notes) const override {
    Known passing;
    Known& known = notes == nullptr ? passing : static_cast<Known&>(*notes);
    std::vector<const Member*> meetings;
    std::vector<const Member*> people;
    for (const Member* m : members) {
      (m->kind == EntityKind::meeting ? meetings : people).push_back(m);
    }
    const auto by_key = [](const Member* a, const Member* b) { return a->key < b->key; };
    std::sort(meetings.begin(), meetings.end(), by_key);
    std::sort(people.begin(), people.end(), by_key);
    std::vector<Entity> out;
    add_entities(meetings, group(meetings), known, out);
    add_entities(people, group_persons(people), known, out);
    std::sort(out.begin(), out.end(), [](const Entity& a, const Entity& b) { return a.id < b.id; });
    known.texts.make_room();
    known.people.make_room(known.texts);
    return out;
  }

  std::vector<record::Growth> grow(std::span<const Member* const> more,
                                   Notes* notes) const override {
    auto& known = static_cast<Known&>(*notes);
    return known.people.grow(more, known.texts);
  }

 private:
  struct Known final : Notes {
    bool knows(std::string_view group) const override { return texts.knows(group); }
    void forget(const std::string& entity) override { people.forget(entity); }
    Fingerprints texts;
    Standings people;
  };

  static Grouping group(const std::vector<const Member*>& members) {
    std::vector<MeetingMember> in;
    in.reserve(members.size());
    for (const Member* m : members) {
      in.push_back({*m, decode_meeting(m->features)});
    }
    return group_meetings(in);
  }

  Grouping group_persons(const std::vector<const Member*>& members) const {
    std::vector<PersonMember> in;
    in.reserve(members.size());
    for (const Member* m : members) {
      in.push_back({m, decode_person(m->features), std::string(name_of(*m))});
    }
    return group_people(in, knowledge_);
  }

  void add_entities(const std::vector<const Member*>& members, const Grouping& grouping,
                    Known& known, std::vector<Entity>& out) const {
    std::vector<std::vector<const Member*>> clusters(members.size());  // by their roots
    std::vector<std::uint32_t> place_of;
    for (std::size_t i = 0; i < members.size(); ++i) {
      std::vector<const Member*>& own = clusters[grouping.root[i]];
      place_of.push_back(static_cast<std::uint32_t>(own.size()));
      own.push_back(members[i]);
    }
    std::vector<std::vector<record::Merge>> merges(members.size());
    for (const Join& j : grouping.joins) {
      merges[grouping.root[j.a]].push_back({place_of[j.a], place_of[j.b], j.rule, j.score});
    }
    for (std::size_t root = 0; root < members.size(); ++root) {
      if (clusters[root].empty()) continue;
      Entity e = entity_of(clusters[root], known.texts);
      if (e.kind == EntityKind::person) known.people.keep(e, clusters[root], known.texts);
      e.merges = std::move(merges[root]);
      std::sort(e.merges.begin(), e.merges.end());
      out.push_back(std::move(e));
    }
  }

  Entity entity_of(const std::vector<const Member*>& members, Fingerprints& known) const {
    Entity e;
    e.kind = members.front()->kind;
    e.id = member_id(e.kind, members.front()->key);
    e.members.reserve(members.size());
    for (const Member* m : members) e.members.push_back(m->key);
    const std::vector<std::string_view> sources = sources_of(members, known);
    for (std::size_t i = 0; i < members.size(); ++i) {
      e.copy_of.emplace_back(sources[i] == members[i]->group ? std::string_view() : sources[i]);
    }
    e.values = rank_values(members, sources, knowledge_);
    if (e.kind == EntityKind::person) return e;
    std::vector<MeetingFeatures> features;
    features.reserve(members.size());
    for (const Member* m : members) features.push_back(decode_meeting(m->features));
    set_series(e, features);
    set_days(e);
    return e;
  }

  const Knowledge& knowledge_;
};

}  // namespace

std::unique_ptr<record::Resolver> make_resolver(const Knowledge& knowledge) {
  return std::make_unique<RuleResolver>(knowledge);
}

}  // namespace rapporteur::resolve
