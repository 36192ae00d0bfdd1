// Tokens: who may do what with a register over HTTP. The file keeps digests, never the tokens.
//
// A token is "rpt_" + id + "_" + secret; the id finds its line, the secret proves it. The secret
// has 256 random bits, so that a plain SHA-256 of it can be neither guessed nor searched.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"

namespace rapporteur::service {

// Each may what those before it may.
enum class Role {
  reader,    // look and read
  reviewer,  // also correct, merge and split
  editor,    // also enter and forget reports
};
std::string_view to_string(Role role);
std::optional<Role> role_of(std::string_view name);

struct Token {
  std::string id;  // 8 characters
  Role role = Role::reader;
  std::string created;  // a day
  std::string name;     // whose it is, or what for
  std::string digest;   // of the secret
  friend bool operator==(const Token&, const Token&) = default;
};

// The tokens of one file, as it was when it was read. Plain values: copy and share freely.
class Tokens {
 public:
  // A file that is not there holds none. Errors: io, access_denied, bad_data (a line that is no
  // token).
  static Result<Tokens> read(const std::string& path);

  // Writes the file anew with one more token and gives its words, which are not kept anywhere.
  // Errors: usage (a name with a tab or line end), io, access_denied.
  Result<std::string> create(Role role, const std::string& name, const std::string& day);
  // Writes the file anew without it. Errors: not_found, io, access_denied.
  Result<void> revoke(const std::string& id);

  [[nodiscard]] const std::vector<Token>& all() const { return tokens_; }
  // Whose words these are; null: nobody's.
  [[nodiscard]] const Token* find(std::string_view words) const;

 private:
  [[nodiscard]] Result<void> write() const;

  std::string path_;
  std::vector<Token> tokens_;
};

// Where the tokens of a register lie: beside its file; those of one on a server in the current
// folder.
std::string token_file_of(const std::string& register_path);

}  // namespace rapporteur::service
