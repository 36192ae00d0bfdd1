#include "rapporteur/catalogue/gazetteer.h"

#include <charconv>
#include <unordered_map>
#include <utility>

namespace rapporteur::catalogue {

namespace {

// A place by its name in the tables and its state.
std::string key_of(std::string_view name, std::string_view state) {
  std::string out(state);
  out += '\t';
  out += name;
  return out;
}

// "41.31 69.24"
std::optional<Coordinates> coordinates_in(std::string_view at) {
  const std::size_t space = at.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  Coordinates out;
  const char* const middle = at.data() + space;
  const char* const end = at.data() + at.size();
  const auto north = std::from_chars(at.data(), middle, out.latitude);
  const auto east = std::from_chars(middle + 1, end, out.longitude);
  const bool is_whole =
      north.ec == std::errc() && north.ptr == middle && east.ec == std::errc() && east.ptr == end;
  return is_whole ? std::optional(out) : std::nullopt;
}

}  // namespace

struct Gazetteer::Impl {
  std::unordered_map<std::string, Coordinates> places;

  [[nodiscard]] std::optional<Coordinates> find(std::string_view name,
                                                std::string_view state) const {
    const auto found = places.find(key_of(name, state));
    return found == places.end() ? std::nullopt : std::optional(found->second);
  }
};

Gazetteer::Gazetteer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::load(const Pack& pack) {
  auto impl = std::make_unique<Impl>();
  for (const char* const section : {"places/cities", "places/venues"}) {
    auto tables = pack.tables(section);
    if (!tables) return tables.error();
    for (const Table& table : *tables) {
      const std::size_t name = table.column("name");
      const std::size_t state = table.column("state");
      const std::size_t at = table.column("at");
      if (name == Table::npos || state == Table::npos || at == Table::npos) continue;
      for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto lies = coordinates_in(table.at(row, at));
        if (lies) impl->places[key_of(table.at(row, name), table.at(row, state))] = *lies;
      }
    }
  }
  return Gazetteer(std::move(impl));
}

std::optional<Coordinates> Gazetteer::find(const Catalogue& catalogue, std::string_view name,
                                           std::string_view state) const {
  const Index wanted = state.empty() ? npos : catalogue.find_state(state);
  if (!state.empty() && wanted == npos) return std::nullopt;
  const Index index = catalogue.find_place(name, wanted);
  if (index == npos) return std::nullopt;
  const Place& place = catalogue.places()[index];
  if (wanted != npos && place.state != wanted) return std::nullopt;
  const std::string_view code = catalogue.states()[place.state].code;
  const auto own = impl_->find(place.name, code);
  return own || place.city.empty() ? own : impl_->find(place.city, code);
}

}  // namespace rapporteur::catalogue
