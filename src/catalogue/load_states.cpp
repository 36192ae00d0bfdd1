#include <algorithm>
#include <map>
#include <set>

#include "enums.h"
#include "impl.h"
#include "rapporteur/catalogue/fold.h"
#include "rows.h"

namespace rapporteur::catalogue {
namespace {

class Loader {
 public:
  Loader(const Pack& pack, Catalogue::Impl& impl) : pack_(pack), impl_(impl) {}

  Result<void> run() {
    // Own tables come first among the names: they know best what reports use.
    if (auto done = read_codes(); !done) return done;
    number_states();
    if (auto done = read_own_names(); !done) return done;
    if (auto done = read_package_names(); !done) return done;
    if (auto done = read_demonyms(); !done) return done;
    if (auto done = read_capitals(); !done) return done;
    mark_shared_names();
    index_names();
    return {};
  }

 private:
  Result<void> read_codes() {
    auto done = for_each_row(pack_, "states/iso", [&](const Row& row) -> Result<void> {
      State& state = by_code_[row["code"]];
      state.code = row["code"];
      state.alpha3 = row["alpha3"];
      state.name = row["common"].empty() ? row["name"] : row["common"];
      state.official = row["official"];
      return {};
    });
    if (!done) return done;
    done = for_each_row(pack_, "states/cldr", [&](const Row& row) -> Result<void> {
      const auto found = by_code_.find(row["code"]);
      // Short names ("Hong Kong") come after the plain ones and win.
      if (found != by_code_.end() && row["kind"] != "variant") found->second.name = row["name"];
      return {};
    });
    if (!done) return done;
    return for_each_row(pack_, "states/states", [&](const Row& row) -> Result<void> {
      const std::string_view code = row["code"];
      if (code.size() != 2 || code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z') {
        return row.error("a code of two capital letters is needed");
      }
      State& state = by_code_[code];
      state.code = code;
      state.name = row["name"];
      state.official = row["official"];
      state.sovereign = row["status"] != "territory";
      return {};
    });
  }

  void number_states() {
    impl_.state_of_code.fill(npos);
    for (const auto& [code, state] : by_code_) {
      impl_.state_of_code[static_cast<std::size_t>((code[0] - 'A') * 26 + (code[1] - 'A'))] =
          static_cast<Index>(impl_.states.size());
      impl_.states.push_back(state);
    }
  }

  // The same words are kept once for each state, with the first kind.
  void add(std::string_view text, Index state, StateNameKind kind, bool ambiguous = false) {
    if (!text.empty() && seen_.insert({text, state}).second) {
      impl_.state_names.push_back({text, state, kind, ambiguous});
    }
  }

  Result<void> read_own_names() {
    auto done = for_each_row(pack_, "states/states", [&](const Row& row) -> Result<void> {
      const Index state = impl_.state(row["code"]);
      const bool ambiguous = row.flag("ambiguous");
      add(row["name"], state, StateNameKind::name, ambiguous);
      add(row["official"], state, StateNameKind::official);
      return {};
    });
    if (!done) return done;
    return for_each_row(pack_, "states/names", [&](const Row& row) -> Result<void> {
      const Index state = impl_.state(row["code"]);
      if (state == npos) return row.error("no such state: " + std::string(row["code"]));
      StateNameKind kind{};
      if (!parse_enum(kStateNameKinds, row["kind"], kind)) {
        return row.error("no such kind of name: " + std::string(row["kind"]));
      }
      for_each_part(row["names"], ';',
                    [&](std::string_view name) { add(name, state, kind, row.flag("ambiguous")); });
      return {};
    });
  }

  Result<void> read_package_names() {
    // Names that nobody writes: "Congo - Kinshasa", "Myanmar (Burma)", "Korea, Republic of".
    const auto usable = [](std::string_view name) {
      return name.find(" - ") == std::string_view::npos &&
             name.find_first_of("(),") == std::string_view::npos;
    };
    auto done = for_each_row(pack_, "states/cldr", [&](const Row& row) -> Result<void> {
      const Index state = impl_.state(row["code"]);
      if (state != npos && usable(row["name"])) add(row["name"], state, StateNameKind::name);
      return {};
    });
    if (!done) return done;
    return for_each_row(pack_, "states/iso", [&](const Row& row) -> Result<void> {
      const Index state = impl_.state(row["code"]);
      if (usable(row["name"])) add(row["name"], state, StateNameKind::name);
      if (usable(row["common"])) add(row["common"], state, StateNameKind::name);
      add(row["official"], state, StateNameKind::official);
      return {};
    });
  }

  Result<void> read_demonyms() {
    return for_each_row(pack_, "states/demonyms", [&](const Row& row) -> Result<void> {
      const Index state = impl_.state(row["code"]);
      if (state == npos) return row.error("no such state: " + std::string(row["code"]));
      const bool ambiguous = row.flag("ambiguous");
      for_each_part(row["adjectives"], ';', [&](std::string_view text) {
        add(text, state, StateNameKind::adjective, ambiguous);
      });
      for_each_part(row["people"], ';', [&](std::string_view text) {
        add(text, state, StateNameKind::people, ambiguous);
      });
      return {};
    });
  }

  Result<void> read_capitals() {
    return for_each_row(pack_, "states/capitals", [&](const Row& row) -> Result<void> {
      const Index state = impl_.state(row["code"]);
      if (state == npos) return row.error("no such state: " + std::string(row["code"]));
      impl_.states[state].capital = row["capital"];
      add(row["capital"], state, StateNameKind::capital);
      for_each_part(row["alternatives"], ';',
                    [&](std::string_view text) { add(text, state, StateNameKind::capital); });
      for_each_part(row["metonyms"], ';',
                    [&](std::string_view text) { add(text, state, StateNameKind::metonym); });
      return {};
    });
  }

  void mark_shared_names() {
    std::map<std::string_view, Index> first;
    std::set<std::string_view> shared;
    for (const StateName& name : impl_.state_names) {
      const auto [at, is_new] = first.emplace(name.text, name.state);
      if (!is_new && at->second != name.state) shared.insert(name.text);
    }
    for (StateName& name : impl_.state_names) {
      if (shared.contains(name.text)) name.ambiguous = true;
    }
  }

  void index_names() {
    for (const bool ambiguous : {false, true}) {
      for (const StateName& name : impl_.state_names) {
        if (name.ambiguous == ambiguous && name.kind <= StateNameKind::historic) {
          impl_.states_by_name.add(name.text, name.state);
        }
      }
    }
    impl_.states_by_name.build();
  }

  const Pack& pack_;
  Catalogue::Impl& impl_;
  std::map<std::string_view, State> by_code_;
  std::set<std::pair<std::string_view, Index>> seen_;
};

}  // namespace

Result<void> load_states(const Pack& pack, Catalogue::Impl& impl) {
  return Loader(pack, impl).run();
}

}  // namespace rapporteur::catalogue
