#include <algorithm>
#include <charconv>

#include "enums.h"
#include "impl.h"
#include "rows.h"

namespace rapporteur::catalogue {
namespace {

std::uint32_t number(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// The columns of one table by number: there are tens of thousands of rows.
struct Columns {
  explicit Columns(const Table& table)
      : name(table.column("name")),
        alternatives(table.column("alternatives")),
        state(table.column("state")),
        population(table.column("population")),
        kind(table.column("kind")),
        city(table.column("city")),
        ambiguous(table.column("ambiguous")) {}
  std::size_t name, alternatives, state, population, kind, city, ambiguous;
};

std::string_view cell(const Table& table, std::size_t row, std::size_t column) {
  return column == Table::npos ? std::string_view() : table.at(row, column);
}

class Loader {
 public:
  Loader(const Pack& pack, Catalogue::Impl& impl) : pack_(pack), impl_(impl) {}

  Result<void> run() {
    auto cities = pack_.tables("places/cities");
    if (!cities) return cities.error();
    auto venues = pack_.tables("places/venues");
    if (!venues) return venues.error();
    const bool overlaid = cities->size() > 1 || venues->size() > 1;
    // Built-in tables first and in this order: "places/keys" counts rows through both.
    for (std::size_t layer = 0; layer < std::max(cities->size(), venues->size()); ++layer) {
      for (const auto* tables : {&*cities, &*venues}) {
        if (layer >= tables->size()) continue;
        const std::string_view section = tables == &*cities ? "places/cities" : "places/venues";
        if (auto done = read((*tables)[layer], section, overlaid); !done) return done;
      }
    }
    if (overlaid) {
      impl_.places_by_name.build();
    } else if (auto done = read_keys(); !done) {
      return done;
    }
    impl_.places_by_name.for_each_tie([&](std::span<Index> tie) { rank(tie); });
    return {};
  }

 private:
  Result<void> read(const Table& table, std::string_view section, bool index_names) {
    const Columns columns(table);
    impl_.places.reserve(impl_.places.size() + table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) {
      Place place;
      place.name = cell(table, row, columns.name);
      place.state = impl_.state(cell(table, row, columns.state));
      place.population = number(cell(table, row, columns.population));
      place.city = cell(table, row, columns.city);
      place.ambiguous = cell(table, row, columns.ambiguous) == "yes";
      if (place.state == npos) {
        return Row(table, row, section)
            .error("no such state: " + std::string(cell(table, row, columns.state)));
      }
      if (!parse_enum(kPlaceKinds, cell(table, row, columns.kind), place.kind)) {
        return Row(table, row, section)
            .error("no such kind of place: " + std::string(cell(table, row, columns.kind)));
      }
      add(place, cell(table, row, columns.alternatives), index_names);
    }
    return {};
  }

  void add(const Place& place, std::string_view alternatives, bool index_names) {
    const auto index = static_cast<Index>(impl_.places.size());
    impl_.places.push_back(place);
    const bool notable = place.kind != PlaceKind::city;
    if (!notable && !index_names) return;
    const auto add_name = [&](std::string_view name) {
      if (notable) impl_.notable_place_names.push_back({name, index});
      if (index_names) impl_.places_by_name.add(name, index);
    };
    add_name(place.name);
    for_each_part(alternatives, ';', add_name);
  }

  Result<void> read_keys() {
    auto tables = pack_.tables("places/keys");
    if (!tables) return tables.error();
    std::vector<Index> rows;
    for (const Table& table : *tables) {
      for (std::size_t row = 0; row < table.rows(); ++row) {
        rows.clear();
        for_each_part(table.at(row, std::size_t{1}), ';',
                      [&](std::string_view digits) { rows.push_back(number(digits)); });
        for (const Index place : rows) {
          if (place >= impl_.places.size()) {
            return Error{ErrorCode::damaged, "it names a row that is not there", "places/keys"};
          }
        }
        impl_.places_by_name.add_group(table.at(row, std::size_t{0}), rows);
      }
    }
    impl_.places_by_name.build_groups();
    return {};
  }

  void rank(std::span<Index> tie) const {
    const auto weight = [&](Index index) {
      const Place& place = impl_.places[index];
      const bool capital = place.kind == PlaceKind::capital && impl_.states[place.state].sovereign;
      return std::pair(capital, place.population);
    };
    std::stable_sort(tie.begin(), tie.end(),
                     [&](Index a, Index b) { return weight(a) > weight(b); });
  }

  const Pack& pack_;
  Catalogue::Impl& impl_;
};

}  // namespace

Result<void> load_places(const Pack& pack, Catalogue::Impl& impl) {
  return Loader(pack, impl).run();
}

}  // namespace rapporteur::catalogue
