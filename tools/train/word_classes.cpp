#include "word_classes.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "rapporteur/base/file.h"
#include "rapporteur/base/table.h"

namespace rapporteur::train {

namespace {

using Entry = tagger::WordClasses::Entry;

struct Neighbour {
  std::uint32_t word;
  std::uint32_t count;
};

// n log n, the measure that exchange maximises over counts of pairs of classes.
double information(double n) { return n <= 0 ? 0 : n * std::log(n); }

class Exchange {
 public:
  Exchange(const std::vector<std::vector<std::uint32_t>>& sentences, const ClassOptions& options)
      : options_(options), classes_(options.classes + 1) {
    number_words(sentences);
    count_neighbours(sentences);
    start();
  }

  std::vector<Entry> run() {
    for (int round = 0; round < options_.rounds; ++round) {
      std::uint32_t moved = 0;
      for (std::uint32_t w = 1; w < counts_.size(); ++w) moved += move(w) ? 1 : 0;
      if (moved * 200 < counts_.size()) break;
    }
    std::vector<Entry> result;
    for (std::uint32_t w = 1; w < counts_.size(); ++w)
      result.push_back({hashes_[w], {0, 0, static_cast<std::uint8_t>(class_[w])}});
    std::sort(result.begin(), result.end(),
              [](const Entry& a, const Entry& b) { return a.hash < b.hash; });
    return result;
  }

 private:
  void number_words(const std::vector<std::vector<std::uint32_t>>& sentences);
  void count_neighbours(const std::vector<std::vector<std::uint32_t>>& sentences);
  void start();
  bool move(std::uint32_t word);
  double& pair(std::uint32_t left, std::uint32_t right) { return pairs_[left * classes_ + right]; }
  void shift(std::uint32_t word, std::uint32_t to, double sign);

  const ClassOptions& options_;
  std::uint32_t classes_;  // one more than asked for: class 0 holds the rare words
  std::unordered_map<std::uint32_t, std::uint32_t> numbers_;
  std::vector<std::uint32_t> hashes_, class_;
  std::vector<double> counts_, sizes_, pairs_;
  std::vector<std::vector<Neighbour>> before_, behind_;
  std::vector<double> left_, right_;  // of the word being moved, by class
};

void Exchange::number_words(const std::vector<std::vector<std::uint32_t>>& sentences) {
  std::unordered_map<std::uint32_t, std::uint32_t> counts;
  for (const auto& sentence : sentences) {
    for (const std::uint32_t hash : sentence) ++counts[hash];
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> kept;  // count, hash
  for (const auto& [hash, count] : counts) {
    if (count >= options_.least_count) kept.emplace_back(count, hash);
  }
  std::sort(kept.begin(), kept.end(), std::greater<>());
  hashes_.push_back(0);
  counts_.push_back(0);
  for (const auto& [count, hash] : kept) {
    numbers_[hash] = static_cast<std::uint32_t>(hashes_.size());
    hashes_.push_back(hash);
    counts_.push_back(0);
  }
}

void Exchange::count_neighbours(const std::vector<std::vector<std::uint32_t>>& sentences) {
  std::unordered_map<std::uint64_t, std::uint32_t> pairs;
  for (const auto& sentence : sentences) {
    std::uint32_t last = 0;
    for (const std::uint32_t hash : sentence) {
      const auto found = numbers_.find(hash);
      const std::uint32_t word = found == numbers_.end() ? 0 : found->second;
      ++pairs[std::uint64_t{last} << 32 | word];
      counts_[word] += 1;
      last = word;
    }
  }
  before_.resize(counts_.size());
  behind_.resize(counts_.size());
  for (const auto& [pair, count] : pairs) {
    const auto left = static_cast<std::uint32_t>(pair >> 32);
    const auto right = static_cast<std::uint32_t>(pair);
    behind_[left].push_back({right, count});
    before_[right].push_back({left, count});
  }
  const auto by_word = [](const Neighbour& a, const Neighbour& b) { return a.word < b.word; };
  for (auto& list : before_) std::sort(list.begin(), list.end(), by_word);
  for (auto& list : behind_) std::sort(list.begin(), list.end(), by_word);
}

// The frequent words get classes of their own, the others join them in turn.
void Exchange::start() {
  class_.assign(counts_.size(), 0);
  for (std::uint32_t w = 1; w < counts_.size(); ++w) class_[w] = 1 + (w - 1) % options_.classes;
  sizes_.assign(classes_, 0);
  pairs_.assign(std::size_t{classes_} * classes_, 0);
  for (std::uint32_t w = 0; w < counts_.size(); ++w) {
    sizes_[class_[w]] += counts_[w];
    for (const Neighbour& n : behind_[w]) pair(class_[w], class_[n.word]) += n.count;
  }
  left_.resize(classes_);
  right_.resize(classes_);
}

// Takes `word` out of class `to` (sign -1) or puts it in (+1).
void Exchange::shift(std::uint32_t word, std::uint32_t to, double sign) {
  sizes_[to] += sign * counts_[word];
  for (const Neighbour& n : behind_[word]) {
    pair(to, n.word == word ? to : class_[n.word]) += sign * n.count;
  }
  for (const Neighbour& n : before_[word]) {
    if (n.word != word) pair(class_[n.word], to) += sign * n.count;
  }
}

bool Exchange::move(std::uint32_t word) {
  const std::uint32_t home = class_[word];
  shift(word, home, -1);
  std::fill(left_.begin(), left_.end(), 0);
  std::fill(right_.begin(), right_.end(), 0);
  std::vector<std::uint32_t> lefts, rights;
  for (const Neighbour& n : before_[word]) {
    if (n.word == word) continue;
    if (left_[class_[n.word]] == 0) lefts.push_back(class_[n.word]);
    left_[class_[n.word]] += n.count;
  }
  for (const Neighbour& n : behind_[word]) {
    if (n.word == word) continue;
    if (right_[class_[n.word]] == 0) rights.push_back(class_[n.word]);
    right_[class_[n.word]] += n.count;
  }
  double best = -1e300;
  std::uint32_t chosen = home;
  for (std::uint32_t to = 1; to < classes_; ++to) {
    double gain = 2 * (information(sizes_[to]) - information(sizes_[to] + counts_[word]));
    for (const std::uint32_t c : lefts) {
      gain += information(pair(c, to) + left_[c]) - information(pair(c, to));
    }
    for (const std::uint32_t c : rights) {
      gain += information(pair(to, c) + right_[c]) - information(pair(to, c));
    }
    if (gain > best + 1e-9) {
      best = gain;
      chosen = to;
    }
  }
  class_[word] = chosen;
  shift(word, chosen, +1);
  return chosen != home;
}

}  // namespace

std::vector<Entry> find_word_classes(const std::vector<std::vector<std::uint32_t>>& sentences,
                                     const ClassOptions& options) {
  return Exchange(sentences, options).run();
}

Result<std::vector<Entry>> read_word_classes(const std::string& path) {
  const Result<std::string> text = read_file(path);
  if (!text) return text.error();
  const Result<std::string> block = encode_table(*text, path);
  if (!block) return block.error();
  const Result<Table> table = Table::view(*block);
  if (!table) return table.error();
  std::vector<Entry> entries;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const std::string_view number = table->at(row, "coarse");
    tagger::WordClass classes{static_cast<std::uint16_t>(row + 1), 0, 0};
    const auto parsed = std::from_chars(number.begin(), number.end(), classes.coarse);
    if (parsed.ec != std::errc{} || classes.coarse == 0 || row >= 0xFFFF) {
      return Error{ErrorCode::bad_data, "no coarse class from 1 to 255, or too many rows",
                   path + ":" + std::to_string(table->line(row))};
    }
    for_each_part(table->at(row, "words"), ' ', [&](std::string_view word) {
      entries.push_back({tagger::word_hash(word), classes});
    });
  }
  // Where two words have one hash, the first row's counts.
  const auto by_hash = [](const Entry& a, const Entry& b) { return a.hash < b.hash; };
  const auto same_hash = [](const Entry& a, const Entry& b) { return a.hash == b.hash; };
  std::stable_sort(entries.begin(), entries.end(), by_hash);
  entries.erase(std::unique(entries.begin(), entries.end(), same_hash), entries.end());
  return entries;
}

std::vector<Entry> join_word_classes(const std::vector<Entry>& by_exchange,
                                     const std::vector<Entry>& by_meaning) {
  std::vector<Entry> joined;
  auto other = by_meaning.begin();
  for (const Entry& entry : by_exchange) {
    while (other != by_meaning.end() && other->hash < entry.hash) joined.push_back(*other++);
    joined.push_back(entry);
    if (other == by_meaning.end() || other->hash != entry.hash) continue;
    joined.back().classes.fine = other->classes.fine;
    joined.back().classes.coarse = other->classes.coarse;
    ++other;
  }
  joined.insert(joined.end(), other, by_meaning.end());
  return joined;
}

}  // namespace rapporteur::train
