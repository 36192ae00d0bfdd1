#include <algorithm>
#include <cmath>
#include <span>
#include <unordered_set>

#include "ask.h"
#include "hits.h"

namespace rapporteur::query {

std::string match_expression(std::string_view words) {
  std::string out;
  while (!words.empty()) {
    const bool phrase = words.front() == '"';
    if (phrase || words.front() == ' ' || words.front() == '\t' || words.front() == '\n') {
      words.remove_prefix(1);
    }
    const std::size_t end = words.find_first_of(phrase ? "\"" : " \t\n\"");
    std::string_view word = words.substr(0, end);
    words.remove_prefix(word.size());
    if (phrase && !words.empty()) words.remove_prefix(1);
    const bool prefix = !phrase && word.size() > 1 && word.back() == '*';
    if (prefix) word.remove_suffix(1);
    if (word.empty()) continue;
    out += (out.empty() ? "\"" : " \"") + std::string(word) + (prefix ? "\"*" : "\"");
  }
  return out;
}

namespace {

// Conditions on m become conditions on whatever belongs to such a meeting.
std::string in_meetings(const std::vector<Condition>& conditions, std::vector<Value>& parameters,
                        const char* object_condition) {
  if (conditions.empty()) return "1 = 1";
  auto [where, more] = all_of(conditions);
  parameters.insert(parameters.end(), more.begin(), more.end());
  return std::string(object_condition) +
         " IN (SELECT mm.object_id FROM member AS mm JOIN meeting AS m ON m.id = mm.meeting_id "
         "WHERE " +
         where + ")";
}

struct Question {
  std::string sql;
  std::vector<Value> parameters;
};

Question about_claims(const std::string& match, const std::vector<Condition>& conditions) {
  Question q{"SELECT claim_fts.rowid, bm25(claim_fts) FROM claim_fts ", {match}};
  if (conditions.empty()) {
    q.sql += "WHERE claim_fts MATCH ?";
    return q;
  }
  q.sql +=
      "JOIN claim AS c ON c.id = claim_fts.rowid JOIN object AS o ON o.id = c.object_id "
      "WHERE claim_fts MATCH ? AND " +
      in_meetings(conditions, q.parameters, "coalesce(o.parent_id, o.id)");
  return q;
}

Question about_reports(const std::string& match, const std::vector<Condition>& conditions) {
  Question q{"SELECT report_fts.rowid, bm25(report_fts) FROM report_fts WHERE report_fts MATCH ?",
             {match}};
  if (conditions.empty()) return q;
  q.sql += " AND EXISTS (SELECT 1 FROM object AS o WHERE o.version_id = report_fts.rowid AND " +
           in_meetings(conditions, q.parameters, "o.id") + ")";
  return q;
}

// The best first; those of one score in no order.
Result<std::vector<WordMatch>> matches_of(const Register& reg, const std::string& match,
                                          const std::vector<Condition>& conditions) {
  std::vector<WordMatch> out;
  for (const bool of_claim : {true, false}) {
    const Question q =
        of_claim ? about_claims(match, conditions) : about_reports(match, conditions);
    Result<void> r = for_each_row(reg, q.sql, q.parameters, [&](const Cursor& row) {
      out.push_back({std::llround(-row.real(1) * 1e6), row.integer(0), of_claim});
    });
    if (!r) return r.error();
  }
  std::sort(out.begin(), out.end(),
            [](const WordMatch& a, const WordMatch& b) { return a.score > b.score; });
  return out;
}

// Matches of one score, by key and behind `after`: as many as are wanted.
class Ties {
 public:
  Ties(const Register& reg, std::span<const WordMatch> matches, const SearchFilter::Position* after)
      : reg_(reg), matches_(matches), after_(after) {}

  // Looks each of them up, or goes through the reports by key until there are enough, whichever
  // takes fewer looks.
  Result<std::vector<PlacedHit>> first(std::size_t wanted) {
    const Result<double> reports = count_reports();
    if (!reports) return reports.error();
    const auto all = static_cast<double>(matches_.size());
    constexpr double kReportCosts = 25;  // as many as this many of them
    const double walk = kReportCosts * static_cast<double>(wanted) * *reports / all;
    Result<void> r = wanted == 0 || walk > all ? look_up() : walk_reports(wanted);
    if (!r) return r.error();
    std::sort(out_.begin(), out_.end(),
              [](const PlacedHit& a, const PlacedHit& b) { return a.key() < b.key(); });
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kAtOnce = 200;

  Result<double> count_reports() {
    double out = 0;
    Result<void> r = for_each_row(reg_, "SELECT coalesce(max(id), 0) FROM report", {},
                                  [&out](const Cursor& row) { out = row.real(0); });
    if (!r) return r.error();
    return out;
  }

  void keep(PlacedHit placed) {
    const bool is_behind = after_ == nullptr ||
                           placed.key() > std::tie(after_->report, after_->pointer, after_->value);
    if (is_behind) out_.push_back(std::move(placed));
  }

  Result<void> look_up() {
    for (const bool of_claim : {true, false}) {
      std::vector<std::int64_t> ids;
      for (const WordMatch& m : matches_) {
        if (m.of_claim == of_claim) ids.push_back(m.id);
      }
      for (std::size_t at = 0; at < ids.size(); at += kAtOnce) {
        const std::span some = std::span(ids).subspan(at, std::min(kAtOnce, ids.size() - at));
        const std::string sql = of_claim ? kClaim + ("WHERE c.id IN (" + listed(some)) + ")"
                                         : kReport + ("WHERE v.id IN (" + listed(some)) + ")";
        Result<void> r = for_each_row(reg_, sql, {}, [&](const Cursor& row) {
          keep(placed_in(row, matches_.front().score, of_claim));
        });
        if (!r) return r;
      }
    }
    return {};
  }

  static std::string listed(std::span<const std::int64_t> ids) {
    std::string out;
    for (const std::int64_t id : ids) out += (out.empty() ? "" : ",") + std::to_string(id);
    return out;
  }

  Result<void> walk_reports(std::size_t wanted) {
    std::unordered_set<std::int64_t> claims, versions;
    for (const WordMatch& m : matches_) (m.of_claim ? claims : versions).insert(m.id);
    const std::int64_t score = matches_.front().score;
    std::string from = after_ == nullptr ? "" : after_->report;
    const char* side = "r.key >= ?";
    for (bool more = true; more && out_.size() < wanted;) {
      std::vector<std::pair<std::int64_t, std::string>> some;
      Result<void> r = for_each_row(
          reg_,
          std::string("SELECT v.id, r.key FROM report AS r JOIN version AS "
                      "v ON v.report_id = r.id AND v.current = 1 WHERE ") +
              side + " ORDER BY r.key LIMIT 100",
          {from}, [&some](const Cursor& row) { some.emplace_back(row.integer(0), row.text(1)); });
      if (!r) return r;
      more = some.size() == 100;
      for (const auto& [version, key] : some) {
        if (out_.size() >= wanted) break;
        if (Result<void> done = take(version, score, claims, versions); !done) return done;
      }
      if (more) from = some.back().second;
      side = "r.key > ?";
    }
    return {};
  }

  // What a report's current version has of them.
  Result<void> take(std::int64_t version, std::int64_t score,
                    const std::unordered_set<std::int64_t>& claims,
                    const std::unordered_set<std::int64_t>& versions) {
    if (versions.contains(version)) {
      Result<void> r = for_each_row(reg_, std::string(kReport) + "WHERE v.id = ?", {version},
                                    [&](const Cursor& row) { keep(placed_in(row, score, false)); });
      if (!r) return r;
    }
    if (claims.empty()) return {};
    return for_each_row(reg_, std::string(kClaim) + "WHERE v.id = ?", {version},
                        [&](const Cursor& row) {
                          if (claims.contains(row.integer(0))) keep(placed_in(row, score, true));
                        });
  }

  const Register& reg_;
  std::span<const WordMatch> matches_;
  const SearchFilter::Position* after_;
  std::vector<PlacedHit> out_;
};

// The first `wanted` (0: all) behind `after`.
Result<std::vector<PlacedHit>> place(const Register& reg, const std::vector<WordMatch>& matches,
                                     const std::optional<SearchFilter::Position>& after,
                                     std::size_t wanted) {
  std::vector<PlacedHit> out;
  for (std::size_t begin = 0; begin < matches.size() && (wanted == 0 || out.size() < wanted);) {
    const std::int64_t score = matches[begin].score;
    std::size_t end = begin;
    while (end < matches.size() && matches[end].score == score) ++end;
    const std::span<const WordMatch> equal(matches.data() + begin, end - begin);
    begin = end;
    if (after && score > after->score) continue;
    const bool is_cut = after && score == after->score;
    Result<std::vector<PlacedHit>> some =
        Ties(reg, equal, is_cut ? &*after : nullptr).first(wanted == 0 ? 0 : wanted - out.size());
    if (!some) return some.error();
    std::move(some->begin(), some->end(), std::back_inserter(out));
  }
  if (wanted > 0 && out.size() > wanted) out.resize(wanted);
  return out;
}

// What is shown of a hit, and only of those that are.
Result<SearchHit> show(const Register& reg, const std::string& match, PlacedHit placed) {
  SearchHit out = std::move(placed.hit);
  const WordMatch& m = placed.match;
  Result<void> r = for_each_row(
      reg,
      m.of_claim ? "SELECT snippet(claim_fts, 0, char(2), char(3), '…', 24) FROM claim_fts "
                   "WHERE claim_fts MATCH ? AND claim_fts.rowid = ?"
                 : "SELECT snippet(report_fts, -1, char(2), char(3), '…', 24) FROM report_fts "
                   "WHERE report_fts MATCH ? AND report_fts.rowid = ?",
      {match, m.id}, [&out](const Cursor& row) { out.snippet = row.text(0); });
  if (r && m.of_claim) {
    r = for_each_row(reg,
                     "SELECT mm.meeting_id FROM claim AS c JOIN object AS o ON o.id = c.object_id "
                     "JOIN member AS mm ON mm.object_id = coalesce(o.parent_id, o.id) "
                     "WHERE c.id = ? AND mm.meeting_id IS NOT NULL",
                     {m.id}, [&out](const Cursor& row) { out.meeting = row.text(0); });
  }
  if (!r) return r.error();
  return out;
}

// `placed`: one more than a page, if there are more.
Result<SearchResult> show_page(const Register& reg, const std::string& match, std::size_t limit,
                               std::vector<PlacedHit> placed, SearchResult out) {
  const bool more = limit > 0 && placed.size() > limit;
  if (more) placed.pop_back();
  for (PlacedHit& one : placed) {
    out.next = {one.match.score, one.hit.report, one.hit.pointer, one.value};
    Result<SearchHit> hit = show(reg, match, std::move(one));
    if (!hit) return hit.error();
    out.hits.push_back(*std::move(hit));
  }
  if (!more) out.next.reset();
  return out;
}

// Whether there are no more facts and no more texts than that; counts them as far as that.
Result<bool> can_rank(const Register& reg, const std::string& match, std::size_t most,
                      SearchResult& out) {
  const auto wanted = static_cast<std::int64_t>(most) + 1;
  Result<void> r = for_each_row(
      reg,
      "SELECT (SELECT count(*) FROM (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?1 LIMIT "
      "?2) AS c), (SELECT count(*) FROM (SELECT rowid FROM report_fts WHERE report_fts MATCH ?1 "
      "LIMIT ?2) AS r)",
      {match, wanted}, [&out](const Cursor& row) {
        out.facts = static_cast<std::size_t>(row.integer(0));
        out.texts = static_cast<std::size_t>(row.integer(1));
      });
  if (!r) return r.error();
  return out.facts <= most && out.texts <= most;
}

Result<SearchResult> newest(const Register& reg, const std::string& match,
                            const SearchFilter& filter, SearchResult out) {
  out.facts = std::min(out.facts, filter.most_ranked);
  out.texts = std::min(out.texts, filter.most_ranked);
  Result<std::vector<PlacedHit>> placed =
      newest_hits(reg, match, filter.after ? &*filter.after : nullptr, filter.limit + 1);
  if (!placed) return placed.error();
  return show_page(reg, match, filter.limit, *std::move(placed), std::move(out));
}

Result<std::vector<std::string>> why_empty(const Register& reg, const std::string& match,
                                           const std::vector<Condition>& conditions) {
  Result<std::vector<WordMatch>> alone = matches_of(reg, match, {});
  if (!alone) return alone.error();
  if (alone->empty() || conditions.empty()) return std::vector<std::string>{"words"};
  return blame(conditions, [&](const std::vector<Condition>& some) -> Result<std::size_t> {
    Result<std::vector<WordMatch>> matches = matches_of(reg, match, some);
    if (!matches) return matches.error();
    return matches->size();
  });
}

}  // namespace

Result<SearchResult> search(const Register& reg, const SearchFilter& filter,
                            const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  SearchResult out;
  const std::string match = match_expression(filter.words);
  if (match.empty()) {
    out.emptied_by = {"words"};
    return out;
  }
  Result<std::vector<Condition>> conditions = conditions_of(reg, filter.meetings, catalogue);
  if (!conditions) return conditions.error();
  const bool is_page = filter.limit > 0 && conditions->empty();
  if (is_page) {
    const Result<bool> ranked = can_rank(reg, match, filter.most_ranked, out);
    if (!ranked) return ranked.error();
    if (!*ranked) return newest(reg, match, filter, std::move(out));
  }
  out.facts = out.texts = 0;
  const Result<std::vector<WordMatch>> matches = matches_of(reg, match, *conditions);
  if (!matches) return matches.error();
  for (const WordMatch& m : *matches) ++(m.of_claim ? out.facts : out.texts);
  if (matches->empty()) {
    Result<std::vector<std::string>> emptied_by = why_empty(reg, match, *conditions);
    if (!emptied_by) return emptied_by.error();
    out.emptied_by = std::move(*emptied_by);
    return out;
  }
  // One more than asked for tells whether there are more.
  Result<std::vector<PlacedHit>> placed =
      place(reg, *matches, filter.after, filter.limit == 0 ? 0 : filter.limit + 1);
  if (!placed) return placed.error();
  return show_page(reg, match, filter.limit, *std::move(placed), std::move(out));
}

}  // namespace rapporteur::query
