#include <algorithm>
#include <set>

#include "enums.h"
#include "impl.h"
#include "rapporteur/catalogue/fold.h"
#include "rows.h"

namespace rapporteur::catalogue {
namespace {

std::string_view first_part(std::string_view list) { return list.substr(0, list.find(';')); }

// Spellings of which reports use either.
constexpr std::pair<std::string_view, std::string_view> kSpellings[] = {
    {"Organization", "Organisation"}, {"Organisation", "Organization"},
    {"Cooperation", "Co-operation"},  {"Co-operation", "Cooperation"},
    {"Defence", "Defense"},           {"’", "'"},
};

class Loader {
 public:
  Loader(const Pack& pack, Catalogue::Impl& impl) : pack_(pack), impl_(impl) {}

  Result<void> run() {
    if (auto done = read_organisations(); !done) return done;
    if (auto done = read_organs(); !done) return done;
    if (auto done = read_series(); !done) return done;
    if (auto done = read_members(); !done) return done;
    if (auto done = read_generic_organs(); !done) return done;
    read_names();
    mark_shared_names();
    for (const BodyName& name : impl_.body_names) {
      if (name.kind != BodyNameKind::meeting) impl_.bodies_by_name.add(name.text, name.body);
    }
    impl_.bodies_by_name.build();
    return {};
  }

 private:
  // The words of one body, as the tables have them.
  struct Words {
    std::string_view acronyms;
    std::string_view variants;
    std::string_view meetings;
  };

  // A later row of the same id takes the place of the earlier one.
  void put(const Body& body, const Words& words) {
    const auto [at, is_new] =
        impl_.body_of_id.emplace(body.id, static_cast<Index>(impl_.bodies.size()));
    if (is_new) {
      impl_.bodies.push_back(body);
      words_.push_back(words);
    } else {
      impl_.bodies[at->second] = body;
      words_[at->second] = words;
    }
  }

  Result<void> read_organisations() {
    return for_each_row(pack_, "bodies/organisations", [&](const Row& row) -> Result<void> {
      Body body;
      body.id = row["id"];
      body.name = row["name"];
      body.acronym = first_part(row["acronyms"]);
      body.type = row["type"];
      body.founded = row["founded"];
      body.seat_city = row["city"];
      body.seat_state = impl_.state(row["state"]);
      body.source = row["source"];
      if (body.id.empty() || body.name.empty()) return row.error("id and name are needed");
      if (!row["state"].empty() && body.seat_state == npos) {
        return row.error("no such state: " + std::string(row["state"]));
      }
      put(body, {row["acronyms"], row["other_names"], ""});
      return {};
    });
  }

  Result<void> read_meeting_columns(const Row& row, Body& body) {
    body.id = row["id"];
    body.name = row["name"];
    body.acronym = first_part(row["acronyms"]);
    body.portfolio = row["portfolio"];
    body.source = row["source"];
    if (body.id.empty() || body.name.empty()) return row.error("id and name are needed");
    if (!parse_enum(kLevels, row["level"], body.level)) {
      return row.error("no such level: " + std::string(row["level"]));
    }
    if (!parse_enum(kMeetingKinds, row["meeting"], body.meeting)) {
      return row.error("no such kind of meeting: " + std::string(row["meeting"]));
    }
    return {};
  }

  Result<void> read_organs() {
    return for_each_row(pack_, "bodies/organs", [&](const Row& row) -> Result<void> {
      Body body;
      body.kind = BodyKind::organ;
      if (auto done = read_meeting_columns(row, body); !done) return done;
      const auto parent = impl_.body_of_id.find(row["organisation"]);
      if (parent == impl_.body_of_id.end()) {
        return row.error("no such organisation: " + std::string(row["organisation"]));
      }
      body.parent = parent->second;
      body.meeting_name = first_part(row["meeting_name"]);
      put(body, {row["acronyms"], row["other_names"], row["meeting_name"]});
      return {};
    });
  }

  Result<void> read_series() {
    return for_each_row(pack_, "bodies/series", [&](const Row& row) -> Result<void> {
      Body body;
      body.kind = BodyKind::series;
      if (auto done = read_meeting_columns(row, body); !done) return done;
      body.founded = row["founded"];
      put(body, {row["acronyms"], row["other_names"], ""});
      return add_members(row, impl_.body_of_id.find(row["id"])->second);
    });
  }

  Result<void> add_members(const Row& row, Index body) {
    bool known = true;
    for_each_part(row["members"], ';', [&](std::string_view code) {
      const Index state = impl_.state(code);
      known = known && state != npos;
      impl_.memberships.push_back({body, state, "", "", MemberStatus::member});
    });
    if (!known) return row.error("a state among the members is not known");
    return {};
  }

  Result<void> read_members() {
    auto done = for_each_row(pack_, "bodies/members", [&](const Row& row) -> Result<void> {
      Membership member;
      const auto body = impl_.body_of_id.find(row["organisation"]);
      if (body == impl_.body_of_id.end()) {
        return row.error("no such body: " + std::string(row["organisation"]));
      }
      member.body = body->second;
      member.state = impl_.state(row["state"]);
      member.from = row["from"];
      member.to = row["to"];
      if (member.state == npos) return row.error("no such state: " + std::string(row["state"]));
      if (!parse_enum(kMemberStatuses, row["status"], member.status)) {
        return row.error("no such status: " + std::string(row["status"]));
      }
      impl_.memberships.push_back(member);
      return {};
    });
    std::stable_sort(impl_.memberships.begin(), impl_.memberships.end(),
                     [](const Membership& a, const Membership& b) { return a.body < b.body; });
    return done;
  }

  Result<void> read_generic_organs() {
    auto done = for_each_row(pack_, "bodies/generic_organs", [&](const Row& row) -> Result<void> {
      GenericOrgan organ;
      organ.canonical = row["name"];
      organ.portfolio = row["portfolio"];
      if (!parse_enum(kLevels, row["level"], organ.level)) {
        return row.error("no such level: " + std::string(row["level"]));
      }
      if (!parse_enum(kMeetingKinds, row["meeting"], organ.meeting)) {
        return row.error("no such kind of meeting: " + std::string(row["meeting"]));
      }
      for_each_part(row["wordings"], ';', [&](std::string_view text) {
        organ.text = text;
        impl_.generic_by_words.add(text, static_cast<Index>(impl_.generic_organs.size()));
        impl_.generic_organs.push_back(organ);
      });
      return {};
    });
    impl_.generic_by_words.build();
    return done;
  }

  void add_name(std::string_view text, Index body, BodyNameKind kind) {
    if (text.empty() || !seen_.insert({text, body}).second) return;
    impl_.body_names.push_back({text, body, kind, false});
  }

  void add_spellings(std::string_view text, Index body, BodyNameKind kind) {
    add_name(text, body, kind);
    for (const auto& [from, to] : kSpellings) {
      const std::size_t at = text.find(from);
      if (at == std::string_view::npos) continue;
      std::string other(text);
      other.replace(at, from.size(), to);
      add_name(impl_.keep(std::move(other)), body, kind);
    }
  }

  void read_names() {
    for (Index i = 0; i < impl_.bodies.size(); ++i) {
      add_spellings(impl_.bodies[i].name, i, BodyNameKind::name);
      for_each_part(words_[i].acronyms, ';',
                    [&](std::string_view text) { add_name(text, i, BodyNameKind::acronym); });
      for_each_part(words_[i].variants, ';',
                    [&](std::string_view text) { add_spellings(text, i, BodyNameKind::variant); });
      for_each_part(words_[i].meetings, ';',
                    [&](std::string_view text) { add_name(text, i, BodyNameKind::meeting); });
    }
  }

  void mark_shared_names() {
    std::vector<std::string> folded;
    std::unordered_map<std::string_view, Index> first;
    std::set<std::string_view> shared;
    folded.reserve(impl_.body_names.size());
    for (const BodyName& name : impl_.body_names) {
      folded.push_back(fold(name.text));
      const auto [at, is_new] = first.emplace(folded.back(), name.body);
      if (!is_new && at->second != name.body) shared.insert(at->first);
    }
    for (std::size_t i = 0; i < folded.size(); ++i) {
      BodyName& name = impl_.body_names[i];
      // Two or three letters are too few to be sure; generic words need their organisation.
      name.ambiguous = shared.contains(folded[i]) ||
                       !impl_.generic_by_words.find(folded[i]).empty() ||
                       (impl_.bodies[name.body].kind == BodyKind::organ &&
                        name.kind == BodyNameKind::acronym && folded[i].size() <= 3);
    }
  }

  const Pack& pack_;
  Catalogue::Impl& impl_;
  std::vector<Words> words_;  // by body
  std::set<std::pair<std::string_view, Index>> seen_;
};

}  // namespace

Result<void> load_bodies(const Pack& pack, Catalogue::Impl& impl) {
  return Loader(pack, impl).run();
}

}  // namespace rapporteur::catalogue
