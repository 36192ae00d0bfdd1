// Measures copies::Grouper on generated reports: pairwise F1, reports a second on one core, memory.
//
//   copies_bench [REPORTS [GROUPS]]      100000 10000 unless told otherwise
//   copies_bench --pairs [REPORTS ...]   what comparisons of copies and of lookalikes give instead
//
// Ends with 1 if F1 is below 0.97.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "copied_reports.h"
#include "rapporteur/copies/comparison.h"
#include "rapporteur/copies/grouper.h"

namespace rapporteur::bench {
namespace {

// Seconds that this process has had of its core: what else runs on the machine does not count.
double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Score {
  double precision = 0;
  double recall = 0;
  [[nodiscard]] double f1() const { return 2 * precision * recall / (precision + recall); }
};

double pairs(double n) { return n * (n - 1) / 2; }

// Over pairs of reports. `truth` holds the true group of each origin.
Score score(const std::vector<copies::Group>& groups,
            const std::unordered_map<std::string, std::uint32_t>& truth) {
  double found = 0;
  double right = 0;
  for (const copies::Group& g : groups) {
    std::map<std::uint32_t, double> parts;
    for (const copies::GroupMember& m : g.members) parts[truth.at(m.origin)] += 1;
    found += pairs(static_cast<double>(g.members.size()));
    for (const auto& [group, n] : parts) right += pairs(n);
  }
  std::unordered_map<std::uint32_t, double> sizes;
  for (const auto& [origin, group] : truth) sizes[group] += 1;
  double all = 0;
  for (const auto& [group, n] : sizes) all += pairs(n);
  return {right / found, right / all};
}

int measure(const CopiedReports& reports) {
  copies::Grouper grouper;
  std::unordered_map<std::string, std::uint32_t> truth;
  double adding = 0;
  double words = 0;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    CopiedReport r = reports.at(i);
    truth.emplace(r.origin, r.group);
    const double start = cpu_seconds();
    copies::Piece piece{r.origin, r.origin, r.published, copies::fingerprint_of(r.text)};
    words += static_cast<double>(piece.fingerprint.words.size());
    grouper.add(std::move(piece));
    adding += cpu_seconds() - start;
  }
  const double start = cpu_seconds();
  const std::vector<copies::Group> groups = grouper.groups();
  const double grouping = cpu_seconds() - start;
  const Score s = score(groups, truth);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto n = static_cast<double>(reports.size());
  std::printf("reports %.0f, words each %.0f, groups found %zu\n", n, words / n, groups.size());
  std::printf("precision %.4f, recall %.4f, F1 %.4f\n", s.precision, s.recall, s.f1());
  std::printf("fingerprints %.2f s, groups %.2f s: %.0f reports a second\n", adding, grouping,
              n / (adding + grouping));
  std::printf("peak memory %.0f MB\n", static_cast<double>(usage.ru_maxrss) / 1024);
  return s.f1() >= 0.97 ? 0 : 1;
}

// ---- what comparisons give

struct Pair {
  copies::Comparison comparison;
  bool shares_band = false;
  bool passes_sketch = false;
};

Pair look(const copies::Fingerprint& a, const copies::Fingerprint& b) {
  Pair p{copies::compare(a, b), false, copies::may_be_copies(a.glance, b.glance)};
  for (std::size_t i = 0; i < copies::kBands; ++i) {
    p.shares_band = p.shares_band || a.bands[i] == b.bands[i];
  }
  return p;
}

template <class Value>
void print_percentiles(const char* what, std::vector<Pair>& all, Value value) {
  std::sort(all.begin(), all.end(),
            [&](const Pair& a, const Pair& b) { return value(a) < value(b); });
  std::printf("  %-14s", what);
  for (const double at : {0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1.0}) {
    const auto last = static_cast<double>(all.size() - 1);
    std::printf(" %6.2f", value(all[static_cast<std::size_t>(at * last)]));
  }
  std::printf("\n");
}

void print(const char* title, std::vector<Pair>& all) {
  if (all.empty()) return;
  const auto share = [&all](auto is) {
    return 100.0 * static_cast<double>(std::count_if(all.begin(), all.end(), is)) /
           static_cast<double>(all.size());
  };
  std::printf("%s: %zu pairs; share a band %.2f%%, pass the sketch %.2f%%, are copies %.2f%%\n",
              title, all.size(), share([](const Pair& p) { return p.shares_band; }),
              share([](const Pair& p) { return p.passes_sketch; }),
              share([](const Pair& p) { return are_copies(p.comparison); }));
  std::printf("  %-14s", "percentile");
  for (const char* at : {"0", "1", "5", "25", "50", "75", "95", "99", "100"})
    std::printf(" %6s", at);
  std::printf("\n");
  print_percentiles("containment", all, [](const Pair& p) { return p.comparison.containment; });
  print_percentiles("other figures", all,
                    [](const Pair& p) { return static_cast<double>(p.comparison.other_figures); });
  print_percentiles("other names", all,
                    [](const Pair& p) { return static_cast<double>(p.comparison.other_names); });
}

int look_at_pairs(const CopiedReports& reports) {
  std::unordered_map<std::uint32_t, copies::Fingerprint> first;
  std::map<Part, std::vector<Pair>> found;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const CopiedReport r = reports.at(i);
    if (r.part == Part::original) first.emplace(r.group, copies::fingerprint_of(r.text));
  }
  std::unordered_map<std::uint32_t, copies::Fingerprint> before;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const CopiedReport r = reports.at(i);
    if (r.part == Part::original) continue;
    copies::Fingerprint f = copies::fingerprint_of(r.text);
    if (r.part == Part::copy) {
      const auto other = before.find(r.group);
      if (other != before.end()) found[r.part].push_back(look(other->second, f));
      before[r.group] = std::move(f);
    } else {
      found[r.part].push_back(look(first.at(r.related), f));
    }
  }
  print("two copies of one story", found[Part::copy]);
  print("a session of the same series", found[Part::series]);
  print("another agency's report of the same meeting", found[Part::rival]);
  print("reports of different meetings", found[Part::alone]);
  return 0;
}

}  // namespace
}  // namespace rapporteur::bench

int main(int argc, char** argv) {
  int at = 1;
  const bool pairs = argc > 1 && std::string(argv[1]) == "--pairs";
  if (pairs) ++at;
  const std::size_t reports = argc > at ? std::strtoul(argv[at], nullptr, 10) : 100000;
  const std::size_t groups = argc > at + 1 ? std::strtoul(argv[at + 1], nullptr, 10) : reports / 10;
  if (groups == 0 || reports < 8 * groups) {
    std::fprintf(stderr, "copies_bench: REPORTS must be at least eight times GROUPS\n");
    return 2;
  }
  const rapporteur::bench::CopiedReports generated(reports, groups);
  return pairs ? rapporteur::bench::look_at_pairs(generated)
               : rapporteur::bench::measure(generated);
}
