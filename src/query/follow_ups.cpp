#include "rapporteur/query/follow_ups.h"

#include <algorithm>
#include <optional>

#include "rapporteur/catalogue/fold.h"

namespace rapporteur::query {
namespace {

std::optional<Fate> fate_named(std::string_view name) {
  constexpr std::pair<std::string_view, Fate> kFates[] = {{"not done", Fate::not_done},
                                                          {"to come", Fate::to_come},
                                                          {"repeated", Fate::repeated},
                                                          {"done", Fate::done}};
  for (const auto& [known, fate] : kFates) {
    if (known == name) return fate;
  }
  return std::nullopt;
}

}  // namespace

Result<FollowUps> FollowUps::load(const Pack& pack) {
  const Result<std::vector<Table>> tables = pack.tables("follow_up");
  if (!tables) return tables.error();
  FollowUps out;
  for (const Table& table : *tables) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const std::string_view kind = table.at(row, "kind");
      const std::optional<Fate> fate = fate_named(table.at(row, "means"));
      if ((kind != "act" && kind != "word" && kind != "cue") || (kind == "cue" && !fate)) {
        return Error{ErrorCode::bad_data, "no such kind or meaning",
                     "follow_up:" + std::to_string(table.line(row))};
      }
      for_each_part(table.at(row, "forms"), ';', [&](std::string_view form) {
        if (kind == "act") out.acts_.emplace(form);
        if (kind == "word") out.empty_.insert(catalogue::fold(form));
        if (kind == "cue") out.cues_.emplace_back(*fate, " " + catalogue::fold(form) + " ");
      });
    }
  }
  std::stable_sort(out.cues_.begin(), out.cues_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  return out;
}

std::pair<Fate, std::string> FollowUps::fate_of(std::string_view words) const {
  for (const auto& [fate, cue] : cues_) {
    if (words.find(cue) != std::string_view::npos) return {fate, cue.substr(1, cue.size() - 2)};
  }
  return {Fate::mentioned, ""};
}

}  // namespace rapporteur::query
