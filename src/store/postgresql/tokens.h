// SQL in its pieces.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::store::postgresql {

struct Token {
  enum class Kind { word, number, text, parameter, sign };
  Kind kind = Kind::sign;
  std::string before;  // white space and comments
  std::string text;
  [[nodiscard]] bool is(std::string_view word) const;  // whatever its case
};

// All of `sql`: what the tokens hold, one after the other, is `sql` again. A statement ends with a
// token without text, which holds the white space at its end.
std::vector<Token> tokens_of(std::string_view sql);

}  // namespace rapporteur::store::postgresql
