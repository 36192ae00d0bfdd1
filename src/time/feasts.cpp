#include "feasts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <utility>

#include "rapporteur/base/table.h"

namespace rapporteur::time {

namespace {

bool to_number(std::string_view text, int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

Result<FeastRule> feast_rule(std::string_view text) {
  FeastRule rule;
  if (const std::size_t equals = text.find('='); equals != std::string_view::npos) {
    for_each_part(text.substr(0, equals), ',',
                  [&](std::string_view country) { rule.countries.emplace_back(country); });
    text.remove_prefix(equals + 1);
  }
  const Error bad{ErrorCode::bad_data, "not a day of a feast: " + std::string(text), ""};
  if (text.starts_with("easter") || text.starts_with("orthodox")) {
    rule.kind = text[0] == 'e' ? FeastRule::Kind::easter : FeastRule::Kind::orthodox;
    text.remove_prefix(text[0] == 'e' ? 6 : 8);
    if (text.starts_with('+')) text.remove_prefix(1);
    return to_number(text, rule.day) ? Result<FeastRule>(rule) : Result<FeastRule>(bad);
  }
  if (text.starts_with("nth:")) {
    rule.kind = FeastRule::Kind::nth;
    std::array<int, 3> parts = {0, 0, 0};
    std::size_t count = 0;
    bool good = true;
    for_each_part(text.substr(4), ':', [&](std::string_view part) {
      good = good && count < 3 && to_number(part, parts[count]);
      ++count;
    });
    rule.month = parts[0];
    rule.weekday = parts[1];
    rule.n = parts[2];
    good = good && count == 3 && rule.month >= 1 && rule.month <= 12 && rule.weekday >= 1 &&
           rule.weekday <= 7;
    return good ? Result<FeastRule>(rule) : Result<FeastRule>(bad);
  }
  const bool good = text.size() == 5 && text[2] == '-' &&
                    to_number(text.substr(0, 2), rule.month) &&
                    to_number(text.substr(3), rule.day) && is_valid(2000, rule.month, rule.day);
  return good ? Result<FeastRule>(rule) : Result<FeastRule>(bad);
}

}  // namespace

Result<std::vector<FeastRule>> feast_rules(std::string_view text) {
  std::vector<FeastRule> rules;
  std::string fault;
  for_each_part(text, ';', [&](std::string_view part) {
    auto rule = feast_rule(part);
    if (!rule) {
      fault = rule.error().message;
    } else {
      rules.push_back(std::move(*rule));
    }
  });
  if (!fault.empty()) return Error{ErrorCode::bad_data, fault, ""};
  if (rules.empty()) return Error{ErrorCode::bad_data, "a feast without a day", ""};
  return rules;
}

std::optional<DayNumber> feast_day(const std::vector<FeastRule>& rules, int year,
                                   std::string_view country) {
  const FeastRule* rule = rules.front().countries.empty() ? &rules.front() : nullptr;
  for (const FeastRule& candidate : rules) {
    if (std::find(candidate.countries.begin(), candidate.countries.end(), country) !=
        candidate.countries.end()) {
      rule = &candidate;
    }
  }
  if (rule == nullptr) return std::nullopt;
  switch (rule->kind) {
    case FeastRule::Kind::fixed:
      return to_days(year, rule->month, rule->day);
    case FeastRule::Kind::easter:
      return easter(year) + rule->day;
    case FeastRule::Kind::orthodox:
      return orthodox_easter(year) + rule->day;
    case FeastRule::Kind::nth:
      return nth_weekday(year, rule->month, rule->weekday, rule->n);
  }
  return std::nullopt;
}

}  // namespace rapporteur::time
