#include "postgresql/tokens.h"

#include <algorithm>

namespace rapporteur::store::postgresql {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t end_of_blank(std::string_view sql, std::size_t at) {
  while (at < sql.size()) {
    if (sql.substr(at).starts_with("--")) {
      at = std::min(sql.find('\n', at), sql.size());
    } else if (sql[at] == ' ' || sql[at] == '\n' || sql[at] == '\t' || sql[at] == '\r') {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

std::size_t end_while(std::string_view sql, std::size_t at, bool (*belongs)(char)) {
  while (at < sql.size() && belongs(sql[at])) ++at;
  return at;
}

// A doubled quote reads as the end and a beginning, which comes to the same.
std::size_t end_of_quoted(std::string_view sql, std::size_t at) {
  const std::size_t end = sql.find(sql[at], at + 1);
  return end == std::string_view::npos ? sql.size() : end + 1;
}

}  // namespace

bool Token::is(std::string_view word) const {
  return kind != Kind::text && std::equal(text.begin(), text.end(), word.begin(), word.end(),
                                          [](char a, char b) { return lower(a) == lower(b); });
}

std::vector<Token> tokens_of(std::string_view sql) {
  std::vector<Token> out;
  std::size_t at = 0;
  while (true) {
    Token token;
    const std::size_t begin = end_of_blank(sql, at);
    token.before = sql.substr(at, begin - at);
    std::size_t end = begin;
    if (begin < sql.size()) {
      const char c = sql[begin];
      if (is_letter(c)) {
        token.kind = Token::Kind::word;
        end = end_while(sql, begin, [](char x) { return is_letter(x) || is_digit(x); });
      } else if (is_digit(c)) {
        token.kind = Token::Kind::number;
        end = end_while(sql, begin, [](char x) { return is_digit(x) || x == '.'; });
      } else if (c == '\'' || c == '"') {
        token.kind = c == '"' ? Token::Kind::word : Token::Kind::text;
        end = end_of_quoted(sql, begin);
      } else if (c == '?') {
        token.kind = Token::Kind::parameter;
        end = end_while(sql, begin + 1, is_digit);
      } else {
        end = begin + 1;
      }
    }
    token.text = sql.substr(begin, end - begin);
    out.push_back(std::move(token));
    if (begin == sql.size()) return out;
    at = end;
  }
}

}  // namespace rapporteur::store::postgresql
