#include "grid.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "rapporteur/base/file.h"
#include "rapporteur/base/table.h"

namespace rapporteur::tests {

namespace {

// A table with the block that it views.
struct Loaded {
  std::string block;
  Table table;
};

Result<Loaded> load_table(const std::string& path) {
  const Result<std::string> tsv = read_file(path);
  if (!tsv) return tsv.error();
  Result<std::string> block = encode_table(*tsv, path);
  if (!block) return block.error();
  Loaded out{*std::move(block), {}};
  const Result<Table> table = Table::view(out.block);
  if (!table) return table.error();
  out.table = *table;
  return out;
}

// Calls text(part) and name(part) for what stands outside and inside of braces.
template <class Text, class Name>
void each_part(std::string_view wording, Text text, Name name) {
  while (!wording.empty()) {
    const std::size_t open = wording.find('{');
    const std::size_t close = wording.find('}', open);
    text(wording.substr(0, open));
    if (close == std::string_view::npos) return;
    name(std::string(wording.substr(open + 1, close - open - 1)));
    wording.remove_prefix(close + 1);
  }
}

// With the line ends that a cell can only hold as "\\n".
std::string with_line_ends(std::string_view cell) {
  std::string out(cell);
  for (std::size_t at = 0; (at = out.find("\\n", at)) != std::string::npos;) {
    out.replace(at, 2, "\n");
  }
  return out;
}

std::vector<FactLine> parse_facts(std::string_view cell) {
  std::vector<FactLine> out;
  for_each_part(cell, ';', [&](std::string_view part) {
    const std::size_t sign = std::min(part.find('='), part.size());
    out.emplace_back(part.substr(0, sign), part.substr(std::min(sign + 1, part.size())));
  });
  return out;
}

bool starts_sentence(std::string_view before) {
  return before.empty() || before.ends_with(". ") || before.ends_with("-- ") ||
         before.ends_with('\n');
}

// Without the blanks and commas that empty or ending wordings leave, sentences with a capital.
std::string tidied(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool mark = c == ',' || c == '.' || c == '\n';
    while (mark && out.ends_with(' ')) out.pop_back();
    if (mark && out.ends_with(',')) out.pop_back();
    if (c == ' ' && (out.empty() || out.back() == ' ' || out.back() == '\n')) continue;
    const bool lower = c >= 'a' && c <= 'z';
    out += lower && starts_sentence(out) ? static_cast<char>(c - 'a' + 'A') : c;
  }
  while (out.ends_with(' ') || out.ends_with('\n')) out.pop_back();
  return out;
}

}  // namespace

// --- loading ------------------------------------------------------------------------------------

class GridLoader {
 public:
  GridLoader(const std::string& folder, const std::string& name)
      : folder_(folder), path_(folder + "/wordings/" + name + ".tsv") {}

  Result<Grid> load() {
    const Result<Loaded> rows = load_table(path_);
    if (!rows) return rows.error();
    const Table& table = rows->table;
    for (std::size_t i = 0; i < table.rows(); ++i) add_row(table, i);
    std::map<std::string, std::size_t> drawn;
    for (const auto& [variable, words] : grid_.variables_) {
      add_words(words);
      if (++drawn[words] > grid_.words_[words].size()) complain(0, "draws too many of " + words);
    }
    for (std::size_t i = 0; i < table.rows(); ++i) check_row(table, i);
    if (!grid_.slots_.contains("report")) complain(0, "has no slot 'report'");
    if (error_.message.empty()) return std::move(grid_);
    return error_;
  }

 private:
  void add_row(const Table& table, std::size_t i) {
    const std::string slot(table.at(i, "slot"));
    const std::string_view text = table.at(i, "text");
    if (text.starts_with('@')) {
      grid_.variables_[slot] = text.substr(1);
    } else {
      grid_.slots_[slot].push_back({with_line_ends(text), parse_facts(table.at(i, "facts"))});
    }
  }

  void add_words(const std::string& name) {
    if (grid_.words_.contains(name)) return;
    const Result<Loaded> rows = load_table(folder_ + "/words/" + name + ".tsv");
    if (!rows) {
      if (error_.message.empty()) error_ = rows.error();
      return;
    }
    const Table& table = rows->table;
    std::vector<Grid::Word>& words = grid_.words_[name];
    for (std::size_t i = 0; i < table.rows(); ++i) {
      Grid::Word& word = words.emplace_back();
      for (std::size_t c = 0; c < table.columns(); ++c) {
        word.emplace(table.column_name(c), table.at(i, c));
      }
    }
  }

  // What stands in braces must be a slot, or a column of the words that a variable is drawn from.
  void check_row(const Table& table, std::size_t i) {
    const auto check = [&](const std::string& name) {
      if (!is_known(name)) complain(table.line(i), "nothing is called {" + name + "}");
    };
    each_part(table.at(i, "text"), [](std::string_view) {}, check);
    each_part(table.at(i, "facts"), [](std::string_view) {}, check);
  }

  bool is_known(const std::string& name) const {
    const std::size_t dot = name.find('.');
    if (dot == std::string::npos) return grid_.slots_.contains(name);
    const auto variable = grid_.variables_.find(name.substr(0, dot));
    if (variable == grid_.variables_.end()) return false;
    const auto words = grid_.words_.find(variable->second);
    return words != grid_.words_.end() && !words->second.empty() &&
           words->second.front().contains(name.substr(dot + 1));
  }

  void complain(std::size_t line, const std::string& what) {
    if (!error_.message.empty()) return;  // what follows from the first is of no interest
    error_ = {ErrorCode::bad_data, what, path_ + ":" + std::to_string(line)};
  }

  std::string folder_;
  std::string path_;
  Grid grid_;
  Error error_;
};

Result<Grid> Grid::load(const std::string& folder, const std::string& name) {
  return GridLoader(folder, name).load();
}

// --- drawing ------------------------------------------------------------------------------------

// One report in the making. A slot and a variable are drawn once in it, so that a name in braces
// means the same wherever it stands.
class Drawing {
 public:
  Drawing(const Grid& grid, std::mt19937& random) : grid_(grid), random_(random) {}

  Drawn draw() {
    Drawn out;
    out.text = tidied(fill("{report}"));
    // Filling a fact may draw further slots, which bring their own facts.
    std::size_t done = 0;
    while (done < facts_.size()) {
      const FactLine fact = facts_[done++];
      out.facts.emplace_back(fact.first, fill(fact.second));
    }
    return out;
  }

 private:
  std::string fill(std::string_view wording) {
    std::string out;
    each_part(
        wording, [&](std::string_view text) { out += text; },
        [&](const std::string& name) { out += value_of(name); });
    return out;
  }

  std::string value_of(const std::string& name) {
    const std::size_t dot = name.find('.');
    if (dot == std::string::npos) return slot(name);
    return word(name.substr(0, dot)).at(name.substr(dot + 1));
  }

  std::string slot(const std::string& name) {
    if (const auto drawn = drawn_.find(name); drawn != drawn_.end()) return drawn->second;
    const Grid::Wording& wording = pick(grid_.slots_.at(name));
    drawn_[name].clear();  // what it means inside of itself
    for (const FactLine& fact : wording.facts) {
      if (fact.first.starts_with('{')) {
        drawn_[fact.first.substr(1, fact.first.size() - 2)] = fill(fact.second);
      } else {
        facts_.push_back(fact);
      }
    }
    return drawn_[name] = fill(wording.text);
  }

  // Never the row that another variable of the same table has.
  const Grid::Word& word(const std::string& variable) {
    const Grid::Word*& out = words_[variable];
    const std::vector<Grid::Word>& all = grid_.words_.at(grid_.variables_.at(variable));
    while (out == nullptr) {
      const Grid::Word& word = pick(all);
      if (taken_.insert(&word).second) out = &word;
    }
    return *out;
  }

  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[random_() % from.size()];
  }

  const Grid& grid_;
  std::mt19937& random_;
  std::map<std::string, std::string> drawn_;
  std::map<std::string, const Grid::Word*> words_;
  std::set<const Grid::Word*> taken_;
  std::vector<FactLine> facts_;
};

Drawn Grid::draw(std::mt19937& random) const { return Drawing(*this, random).draw(); }

}  // namespace rapporteur::tests
