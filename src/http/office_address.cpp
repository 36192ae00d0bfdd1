#include "office_address.h"

#include "rapporteur/base/secret.h"

namespace rapporteur::http {

namespace {

constexpr std::string_view kFront = "o-";
constexpr char kBetween = '\x1f';

}  // namespace

std::string office_id_of(const query::OfficeKey& key) {
  return std::string(kFront) +
         to_base64url(key.state + kBetween + key.organisation + kBetween + key.office);
}

std::optional<query::OfficeKey> office_key_of(const std::string& id) {
  if (!id.starts_with(kFront)) return std::nullopt;
  const std::optional<std::string> words =
      from_base64url(std::string_view(id).substr(kFront.size()));
  if (!words) return std::nullopt;
  const std::size_t first = words->find(kBetween);
  const std::size_t second = words->find(kBetween, first == std::string::npos ? first : first + 1);
  if (second == std::string::npos) return std::nullopt;
  return query::OfficeKey{words->substr(0, first), words->substr(first + 1, second - first - 1),
                          words->substr(second + 1)};
}

}  // namespace rapporteur::http
