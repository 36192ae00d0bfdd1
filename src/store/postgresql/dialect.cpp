#include "postgresql/dialect.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "postgresql/tokens.h"

namespace rapporteur::store::postgresql {
namespace {

using Tokens = std::vector<Token>;
using Word = std::pair<std::string_view, std::string_view>;

constexpr std::array<Word, 1> kWords = {{{"LIKE", "ILIKE"}}};
constexpr std::array<Word, 3> kFunctions = {
    {{"group_concat", "string_agg"}, {"char", "chr"}, {"json_each", "json_array_elements_text"}}};
constexpr std::array<Word, 3> kTypes = {
    {{"TEXT", "text COLLATE \"C\""}, {"INTEGER", "bigint"}, {"REAL", "double precision"}}};
constexpr std::array<std::string_view, 4> kNeverNull = {"id", "key", "version_key", "pointer"};
constexpr std::array<std::string_view, 7> kAfterOrder = {"LIMIT", "OFFSET", "ROWS", "RANGE",
                                                         "UNION", "FOR",    ";"};
// The columns of the full-text views, by their numbers in snippet().
constexpr std::array<Word, 2> kSnippetColumns = {{{"claim_fts", "value"}, {"report_fts", "text"}}};

template <std::size_t size>
std::string_view find(const std::array<Word, size>& words, const Token& token) {
  for (const auto& [from, to] : words) {
    if (token.is(from)) return to;
  }
  return {};
}

// The number that a parameter has or gets.
void number_parameters(Tokens& tokens, Translated& out) {
  int last = 0;
  for (Token& token : tokens) {
    if (token.kind != Token::Kind::parameter) continue;
    last = token.text.size() > 1 ? std::stoi(token.text.substr(1)) : last + 1;
    out.parameters = std::max(out.parameters, last);
    out.numbers.insert(last);
    token.text = "$" + std::to_string(last);
  }
}

void rename(Tokens& tokens) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens[i].kind != Token::Kind::word) continue;
    const bool calls = tokens[i + 1].is("(");
    // SQLite's way to say in which order to join.
    const bool orders = tokens[i].is("CROSS") && !tokens[i + 2].is("LATERAL");
    if (orders) tokens[i].text.clear();
    const std::string_view other = calls ? find(kFunctions, tokens[i]) : find(kWords, tokens[i]);
    if (!other.empty()) tokens[i].text = other;
  }
}

std::size_t end_of_call(const Tokens& tokens, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < tokens.size(); ++i) {
    depth += tokens[i].is("(") ? 1 : tokens[i].is(")") ? -1 : 0;
    if (depth == 0) return i;
  }
  return tokens.size() - 1;
}

void replace_call(Tokens& tokens, std::size_t at, std::string sql) {
  const std::size_t end = end_of_call(tokens, at + 1);
  tokens[at].text = std::move(sql);
  tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1,
               tokens.begin() + static_cast<std::ptrdiff_t>(end) + 1);
}

// What is asked of a full-text index stands in its MATCH, wherever that is in the statement.
void search(Tokens& tokens) {
  std::string question;
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (!tokens[i].is("MATCH")) continue;
    question = "register_query(" + tokens[i + 1].text + ")";
    tokens[i - 1].text += ".words";
    tokens[i].text = "@@";
    tokens[i + 1].text = question;
  }
  if (question.empty()) return;
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    const Token& table = tokens[i + 2];
    if (tokens[i].is("bm25")) {
      replace_call(tokens, i, "(-ts_rank(" + table.text + ".words, " + question + "))");
    } else if (tokens[i].is("snippet")) {
      const std::string column(find(kSnippetColumns, table));
      replace_call(tokens, i,
                   "register_snippet(" + table.text + "." + column + ", " + question + ")");
    }
  }
}

void name_questions(Tokens& tokens) {
  int names = 0;
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    const bool from = tokens[i - 1].is("FROM") || tokens[i - 1].is("JOIN");
    if (!from || !tokens[i].is("(") || !tokens[i + 1].is("SELECT")) continue;
    const std::size_t end = end_of_call(tokens, i);
    if (!tokens[end + 1].is("AS")) tokens[end].text += " AS unnamed" + std::to_string(++names);
  }
}

// Completes the term of an ORDER BY that ends before `end`.
void place_nulls(Tokens& tokens, std::size_t begin, std::size_t end) {
  if (begin == end) return;
  Token& last = tokens[end - 1];
  const bool falls = last.is("DESC");
  if (last.is("FIRST") || last.is("LAST")) return;
  const std::size_t direction = falls || last.is("ASC") ? 1 : 0;
  if (end - begin > direction && is_never_null(tokens[end - 1 - direction].text)) return;
  last.text += falls ? " NULLS LAST" : " NULLS FIRST";
}

void sort_nulls(Tokens& tokens) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (!tokens[i].is("ORDER") || !tokens[i + 1].is("BY")) continue;
    std::size_t begin = i + 2;
    int depth = 0;
    for (std::size_t at = begin; at < tokens.size(); ++at) {
      const Token& token = tokens[at];
      const bool ends = token.text.empty() || (depth == 0 && token.is(")")) ||
                        (depth == 0 && std::any_of(kAfterOrder.begin(), kAfterOrder.end(),
                                                   [&](auto word) { return token.is(word); }));
      if (ends || (depth == 0 && token.is(","))) {
        place_nulls(tokens, begin, at);
        begin = at + 1;
      }
      if (ends) break;
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
  }
}

std::string joined(const Tokens& tokens) {
  std::string out;
  for (const Token& token : tokens) out += token.before + token.text;
  return out;
}

}  // namespace

bool is_never_null(std::string_view column) {
  return std::find(kNeverNull.begin(), kNeverNull.end(), column) != kNeverNull.end();
}

Translated translate(std::string_view sql) {
  Tokens tokens = tokens_of(sql);
  Translated out;
  number_parameters(tokens, out);
  rename(tokens);
  search(tokens);
  sort_nulls(tokens);
  name_questions(tokens);
  out.sql = joined(tokens);
  return out;
}

std::string translate_schema(std::string_view sql) {
  Tokens tokens = tokens_of(sql);
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    Token& token = tokens[i];
    if (const std::string_view type = find(kTypes, token); !type.empty()) token.text = type;
    const bool behind = i > 0 && (tokens[i - 1].is(")") || tokens[i - 1].text.empty());
    if (token.is("STRICT") && behind) token.text.clear();
    if (token.is(",") && behind && tokens[i + 1].is("WITHOUT")) token.text.clear();
    if (token.is("WITHOUT")) token.text.clear();
    if (token.is("ROWID") && behind) token.text.clear();
  }
  return joined(tokens);
}

}  // namespace rapporteur::store::postgresql
