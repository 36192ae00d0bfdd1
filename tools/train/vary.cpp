#include "vary.h"

#include <algorithm>
#include <functional>
#include <random>
#include <string>

namespace rapporteur::train {

namespace {

using Random = std::mt19937_64;

std::string_view draw(const std::vector<std::string_view>& from, Random& random) {
  return from[random() % from.size()];
}

std::size_t words_in(std::string_view name) {
  return 1 + static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
}

// As many words as the name had, in the orders of the world.
std::string person(std::size_t words, const NameStock& stock, Random& random) {
  const std::string given(draw(stock.given, random));
  const std::string family(draw(stock.family, random));
  if (words == 1) return random() % 8 == 0 ? given : family;
  const unsigned shape = random() % 16;
  if (words == 2) {
    if (shape == 0) return family + " " + given;
    if (shape == 1) return given.substr(0, 1) + ". " + family;
    if (shape == 2) return given + "-" + std::string(draw(stock.given, random)) + " " + family;
    if (shape == 3) return given + " " + family + "-" + std::string(draw(stock.family, random));
    return given + " " + family;
  }
  const std::string second(draw(stock.given, random));
  if (shape < 4) return given + " " + std::string(draw(stock.particles, random)) + " " + family;
  if (shape < 6) return given + " " + second.substr(0, 1) + ". " + family;
  if (shape < 9) return given + " " + family + " " + std::string(draw(stock.family, random));
  return given + " " + second + " " + family;
}

bool is_plain_name(std::string_view name) {
  const bool capital = name.front() >= 'A' && name.front() <= 'Z';
  return capital && words_in(name) <= 4 &&
         std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

Result<NameStock> load_names(const Pack& pack, const catalogue::Catalogue& catalogue) {
  NameStock stock;
  const std::pair<std::string_view, std::vector<std::string_view>*> sections[] = {
      {"names/given_names", &stock.given},
      {"names/family_names", &stock.family},
      {"names/particles", &stock.particles},
  };
  for (const auto& [section, names] : sections) {
    const Result<std::vector<Table>> tables = pack.tables(section);
    if (!tables) return tables.error();
    for (const Table& table : *tables) {
      for (std::size_t row = 0; row < table.rows(); ++row) names->push_back(table.at(row, 0));
    }
  }
  for (const catalogue::Place& place : catalogue.places()) {
    if (place.kind == catalogue::PlaceKind::city) stock.cities.push_back(place.name);
  }
  return stock;
}

GoldText vary_names(const GoldText& text, const NameStock& stock, double share,
                    std::uint64_t seed) {
  GoldText varied;
  std::size_t at = 0;
  const std::string_view source = text.text;
  for (const GoldName& name : text.names) {
    if (name.begin < at) continue;  // inside the one before
    varied.text += source.substr(at, name.begin - at);
    const std::string_view words = source.substr(name.begin, name.end - name.begin);
    at = name.end;
    const auto begin = static_cast<std::uint32_t>(varied.text.size());
    Random random(seed ^ std::hash<std::string_view>{}(words));
    const bool chosen =
        static_cast<double>(random() % 1000) < share * 1000 && name.known && is_plain_name(words);
    if (chosen && name.entity == Entity::person) {
      varied.text += person(words_in(words), stock, random);
    } else if (chosen && name.entity == Entity::place && random() % 2 == 0) {
      varied.text += draw(stock.cities, random);
    } else {
      varied.text += words;
    }
    varied.names.push_back(
        {begin, static_cast<std::uint32_t>(varied.text.size()), name.entity, name.known});
  }
  varied.text += source.substr(at);
  return varied;
}

}  // namespace rapporteur::train
