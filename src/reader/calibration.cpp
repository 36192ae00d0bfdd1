#include "calibration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>

#include "rapporteur/base/table.h"

namespace rapporteur::reader {

namespace {

using record::Fact;

constexpr std::string_view kSection = "confidence";
// As many values of the wider group are added to those of the narrower one.
constexpr float kBorrowed = 12;
// No rule is always right or wrong.
constexpr float kLeast = 0.02F;
constexpr float kMost = 0.98F;

// The keys of a value, from the widest group to the narrowest: each begins with the one before.
class Keys {
 public:
  Keys(std::string_view row, std::string_view rule, std::string_view main, std::string_view ruled) {
    text_.reserve(row.size() + rule.size() + main.size() + ruled.size() + 3);
    std::size_t key = 0;
    for (const std::string_view part : {row, rule, main, ruled}) {
      if (key > 0) text_ += '\t';
      text_ += part;
      sizes_[key++] = text_.size();
    }
  }
  // Views of *this.
  [[nodiscard]] std::array<std::string_view, 4> all() const {
    std::array<std::string_view, 4> keys;
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = {text_.data(), sizes_[i]};
    return keys;
  }

 private:
  std::string text_;
  std::array<std::size_t, 4> sizes_{};
};

std::string_view main_word(bool main) { return main ? "main" : "other"; }

// In hundredths, as the table writes it.
std::string hundredths(float confidence) {
  return std::to_string(static_cast<int>(std::lround(confidence * 100)));
}

class Applier {
 public:
  Applier(const Calibration& calibration, bool main) : calibration_(calibration), main_(main) {}

  template <class T>
  void operator()(std::string_view row, Fact<T>& fact) const {
    if (fact) fact.confidence = calibration_.share({row, fact.rule, main_, fact.confidence});
  }

 private:
  const Calibration& calibration_;
  bool main_;
};

void apply_to(record::Meeting& m, const Applier& to) {
  to("organisation", m.organisation);
  to("organ", m.organ);
  to("ordinal", m.ordinal);
  to("kind", m.kind);
  to("status", m.status);
  to("when", m.when);
  to("place", m.place);
  to("country", m.country);
  to("chair", m.chair);
  for (record::Participant& p : m.participants) {
    to("participant", p.person);
    to("office", p.offices);
    to("state", p.state);
    to("attendance", p.attendance);
  }
  for (record::AgendaItem& item : m.agenda) to("agenda", item.text);
  for (record::Outcome& outcome : m.outcomes) to("outcome", outcome.text);
  for (record::Link& link : m.links) to("link", link.relation);
}

}  // namespace

Result<Calibration> Calibration::load(const Pack& pack) {
  const Result<std::vector<Table>> tables = pack.tables(kSection);
  if (!tables) return tables.error();
  ByKey<Count> counts;
  for (const Table& table : *tables) {
    for (std::size_t i = 0; i < table.rows(); ++i) {
      const auto number = [&](std::string_view column, std::uint32_t& value) {
        const std::string_view cell = table.at(i, column);
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        return error == std::errc() && end == cell.data() + cell.size();
      };
      Count count;
      if (!number("values", count.values) || !number("right", count.right) ||
          count.right > count.values) {
        return Error{ErrorCode::bad_data, "no counts of values and of the right ones among them",
                     std::string(kSection) + ":" + std::to_string(table.line(i))};
      }
      const Keys keys(table.at(i, "row"), table.at(i, "rule"), table.at(i, "meeting"),
                      table.at(i, "ruled"));
      for (const std::string_view key : keys.all()) {
        Count& sum = counts[std::string(key)];
        sum.values += count.values;
        sum.right += count.right;
      }
    }
  }
  Calibration out;
  for (const auto& [key, count] : counts) {
    if (count.values > 0) out.shares_.emplace(key, share_of(key, counts));
  }
  return out;
}

float Calibration::share_of(std::string_view key, const ByKey<Count>& counts) {
  float share = 0;
  for (std::size_t end = 0; end != key.size();) {
    const bool widest = end == 0;
    end = std::min(key.find('\t', end + 1), key.size());
    const Count& found = counts.find(key.substr(0, end))->second;
    const auto values = static_cast<float>(found.values);
    const auto right = static_cast<float>(found.right);
    // The widest group borrows from nobody.
    share = widest ? right / values : (right + kBorrowed * share) / (values + kBorrowed);
  }
  return share;
}

float Calibration::share(const Like& like) const {
  const Keys keys(like.row, like.rule, main_word(like.main), hundredths(like.ruled));
  const auto all = keys.all();
  for (auto key = all.rbegin(); key != all.rend(); ++key) {
    const auto found = shares_.find(*key);
    if (found == shares_.end()) continue;
    return std::min(std::max(std::round(found->second * 100) / 100, kLeast), kMost);
  }
  return like.ruled;
}

void Calibration::apply(record::Reading& reading) const {
  for (record::Meeting& m : reading.meetings) apply_to(m, Applier(*this, m.main));
}

}  // namespace rapporteur::reader
