#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "hits.h"

namespace rapporteur::query {

PlacedHit placed_in(const Cursor& row, std::int64_t score, bool of_claim) {
  PlacedHit out;
  out.match = {score, row.integer(0), of_claim};
  out.hit.report = row.text(1);
  out.hit.title = row.text(2);
  out.hit.pointer = row.text(3);
  out.hit.property = row.text(4);
  if (of_claim) out.value = sha256_hex(row.text(5)).substr(0, 16);
  out.hit.score = static_cast<double>(score) / 1e6;
  return out;
}

namespace {

constexpr std::size_t kAtOnce = 100;  // reports

// Goes through the days on which reports were published, the last one first.
class NewestWalk {
 public:
  NewestWalk(const Register& reg, const std::string& match, const SearchFilter::Position* after,
             std::size_t wanted)
      : reg_(reg), match_(match), after_(after), wanted_(wanted) {}

  Result<std::vector<PlacedHit>> run() {
    std::string key;
    std::optional<std::string> day =
        after_ == nullptr
            ? text_of("SELECT max(v.published) FROM version AS v WHERE v.current = 1", {})
            : text_of(
                  "SELECT v.published FROM report AS r JOIN version AS v ON v.report_id = r.id "
                  "AND v.current = 1 WHERE r.key = ?",
                  {after_->report});
    if (after_ != nullptr) key = after_->report;
    while (day && !error_ && out_.size() < wanted_) {
      go_through(*day, std::exchange(key, ""));
      if (day->empty()) break;
      day = text_of(
          "SELECT max(v.published) FROM version AS v WHERE v.current = 1 AND v.published < ?",
          {*day});
    }
    if (error_) return *error_;
    if (out_.size() > wanted_) out_.resize(wanted_);
    return std::move(out_);
  }

 private:
  // Nothing: no row, NULL, or an error.
  std::optional<std::string> text_of(const char* sql, const std::vector<Value>& parameters) {
    std::optional<std::string> out;
    note(for_each_row(reg_, sql, parameters, [&out](const Cursor& row) {
      if (!row.is_null(0)) out = row.text(0);
    }));
    return out;
  }

  // The reports of a day, by key from this one on.
  void go_through(const std::string& day, std::string key) {
    // Those without a date may be very many: these are had from the index of keys.
    const char* const sql = day.empty()
                                ? "SELECT v.id, r.key FROM report AS r CROSS JOIN version AS v "
                                  "ON v.report_id = r.id WHERE v.current = 1 AND v.published = ? "
                                  "AND r.key >= ? ORDER BY r.key LIMIT ?"
                                : "SELECT v.id, r.key FROM version AS v CROSS JOIN report AS r "
                                  "ON r.id = v.report_id WHERE v.current = 1 AND v.published = ? "
                                  "AND r.key >= ? ORDER BY r.key LIMIT ?";
    while (!error_ && out_.size() < wanted_) {
      std::vector<std::pair<std::int64_t, std::string>> reports;
      note(for_each_row(
          reg_, sql, {day, key, static_cast<std::int64_t>(kAtOnce)},
          [&reports](const Cursor& row) { reports.emplace_back(row.integer(0), row.text(1)); }));
      for (const auto& [version, report] : reports) {
        if (error_ || out_.size() >= wanted_) return;
        take(version);
      }
      if (reports.size() < kAtOnce) return;
      key = reports.back().second + '\x01';  // behind it, and before every other
    }
  }

  void take(std::int64_t version) {
    std::vector<PlacedHit> here;
    note(for_each_row(reg_,
                      std::string(kReport) + "JOIN report_fts ON report_fts.rowid = v.id "
                                             "WHERE report_fts.rowid = ?1 AND report_fts MATCH ?2",
                      {version, match_},
                      [&here](const Cursor& row) { here.push_back(placed_in(row, 0, false)); }));
    const std::unordered_set<std::int64_t> claims = claims_of(version);
    if (!claims.empty()) {
      note(for_each_row(reg_, std::string(kClaim) + "WHERE v.id = ?", {version},
                        [&](const Cursor& row) {
                          if (!claims.contains(row.integer(0))) return;
                          here.push_back(placed_in(row, 0, true));
                        }));
    }
    std::sort(here.begin(), here.end(),
              [](const PlacedHit& a, const PlacedHit& b) { return a.key() < b.key(); });
    for (PlacedHit& p : here) {
      if (is_behind(p)) out_.push_back(std::move(p));
    }
  }

  // Facts of the version, or of others, that hold the words: their ids are close to each other.
  std::unordered_set<std::int64_t> claims_of(std::int64_t version) {
    std::int64_t first = 0;
    std::int64_t last = -1;
    note(for_each_row(reg_,
                      "SELECT coalesce(min(c.id), 0), coalesce(max(c.id), -1) FROM object AS o "
                      "JOIN claim AS c ON c.object_id = o.id WHERE o.version_id = ?",
                      {version}, [&](const Cursor& row) {
                        first = row.integer(0);
                        last = row.integer(1);
                      }));
    std::unordered_set<std::int64_t> out;
    note(for_each_row(reg_,
                      "SELECT claim_fts.rowid FROM claim_fts WHERE claim_fts MATCH ?1 "
                      "AND claim_fts.rowid >= ?2 AND claim_fts.rowid <= ?3",
                      {match_, first, last},
                      [&out](const Cursor& row) { out.insert(row.integer(0)); }));
    return out;
  }

  [[nodiscard]] bool is_behind(const PlacedHit& p) const {
    return after_ == nullptr || p.hit.report != after_->report ||
           p.key() > std::tie(after_->report, after_->pointer, after_->value);
  }

  void note(Result<void> result) {
    if (!result && !error_) error_ = result.error();
  }

  const Register& reg_;
  const std::string& match_;
  const SearchFilter::Position* after_;
  std::size_t wanted_;
  std::vector<PlacedHit> out_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::vector<PlacedHit>> newest_hits(const Register& reg, const std::string& match,
                                           const SearchFilter::Position* after,
                                           std::size_t wanted) {
  return NewestWalk(reg, match, after, wanted).run();
}

}  // namespace rapporteur::query
