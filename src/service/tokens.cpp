#include "rapporteur/service/tokens.h"

#include <algorithm>
#include <array>
#include <utility>

#include "rapporteur/base/digest.h"
#include "rapporteur/base/file.h"
#include "rapporteur/base/secret.h"
#include "rapporteur/base/table.h"

namespace rapporteur::service {

namespace {

constexpr std::array<std::pair<Role, std::string_view>, 3> kRoles = {
    {{Role::reader, "reader"}, {Role::reviewer, "reviewer"}, {Role::editor, "editor"}}};

constexpr std::string_view kFront = "rpt_";
constexpr std::size_t kIdLength = 8;
constexpr std::size_t kSecretLength = 43;
constexpr std::uint64_t kLargestFile = 16U << 20;

constexpr std::string_view kHeader =
    "# Who may do what with the register beside this file. Made by `rapporteur token`.\n"
    "# Columns: id; role; created: day; name; digest: SHA-256 of the token's secret.\n"
    "id\trole\tcreated\tname\tdigest\n";

bool is_digest(std::string_view words) {
  return words.size() == 64 &&
         words.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<Token> token_of(const Table& table, std::size_t row, const std::string& path) {
  const std::optional<Role> role = role_of(table.at(row, "role"));
  Token out{std::string(table.at(row, "id")), Role::reader, std::string(table.at(row, "created")),
            std::string(table.at(row, "name")), std::string(table.at(row, "digest"))};
  if (!role || out.id.size() != kIdLength || !is_digest(out.digest)) {
    return Error{ErrorCode::bad_data, "no token; make it with `rapporteur token create`",
                 path + ":" + std::to_string(table.line(row))};
  }
  out.role = *role;
  return out;
}

}  // namespace

std::string_view to_string(Role role) {
  for (const auto& [value, name] : kRoles) {
    if (value == role) return name;
  }
  return "";
}

std::optional<Role> role_of(std::string_view name) {
  for (const auto& [role, its_name] : kRoles) {
    if (its_name == name) return role;
  }
  return std::nullopt;
}

Result<Tokens> Tokens::read(const std::string& path) {
  Tokens out;
  out.path_ = path;
  Result<std::string> bytes = read_file(path, kLargestFile);
  if (!bytes && bytes.error().code == ErrorCode::not_found) return out;
  if (!bytes) return bytes.error();
  Result<std::string> block = encode_table(*bytes, path);
  if (!block) return block.error();
  Result<Table> table = Table::view(*block);
  if (!table) return table.error();
  for (std::size_t row = 0; row < table->rows(); ++row) {
    Result<Token> token = token_of(*table, row, path);
    if (!token) return token.error();
    out.tokens_.push_back(*std::move(token));
  }
  return out;
}

Result<std::string> Tokens::create(Role role, const std::string& name, const std::string& day) {
  const bool fits_a_line =
      std::none_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  if (!fits_a_line || name.size() > 200) {
    return Error{ErrorCode::usage, "must be one line of at most 200 bytes", "--name"};
  }
  // Underscores part the token; the id has none.
  std::string id = sha256_hex(random_secret()).substr(0, kIdLength);
  const std::string secret = random_secret();
  tokens_.push_back({id, role, day, name, sha256_hex(secret)});
  if (Result<void> written = write(); !written) {
    tokens_.pop_back();
    return written.error();
  }
  return std::string(kFront) + id + "_" + secret;
}

Result<void> Tokens::revoke(const std::string& id) {
  const auto found = std::find_if(tokens_.begin(), tokens_.end(),
                                  [&id](const Token& token) { return token.id == id; });
  if (found == tokens_.end()) return Error{ErrorCode::not_found, "no such token: " + id, path_};
  tokens_.erase(found);
  return write();
}

const Token* Tokens::find(std::string_view words) const {
  if (words.size() != kFront.size() + kIdLength + 1 + kSecretLength || !words.starts_with(kFront)) {
    return nullptr;
  }
  const std::string_view id = words.substr(kFront.size(), kIdLength);
  const std::string digest = sha256_hex(words.substr(words.size() - kSecretLength));
  for (const Token& token : tokens_) {
    if (token.id == id && same_secret(token.digest, digest)) return &token;
  }
  return nullptr;
}

Result<void> Tokens::write() const {
  std::string out(kHeader);
  for (const Token& t : tokens_) {
    out += t.id + '\t' + std::string(to_string(t.role)) + '\t' + t.created + '\t' + t.name + '\t' +
           t.digest + '\n';
  }
  return write_file(path_, out);
}

std::string token_file_of(const std::string& register_path) {
  const bool is_address = register_path.find("://") != std::string::npos;
  return is_address ? "register.tokens" : register_path + ".tokens";
}

}  // namespace rapporteur::service
