#include "body_address.h"

#include "rapporteur/base/secret.h"

namespace rapporteur::http {

using catalogue::Catalogue;

namespace {

constexpr std::string_view kFront = "b-";
constexpr char kBetween = '\x1f';

// How a reading words a body of the tables.
Body worded(const Catalogue& catalogue, catalogue::Index index) {
  const catalogue::Body& body = catalogue.bodies()[index];
  if (body.parent != catalogue::npos) {
    return {std::string(catalogue.bodies()[body.parent].name), std::string(body.name), index};
  }
  // A row of meetings of no organisation; a circle of states is itself the organisation that meets.
  const bool is_row =
      body.kind == catalogue::BodyKind::series && body.meeting != catalogue::MeetingKind::unknown;
  if (is_row) return {"", std::string(body.name), index};
  return {std::string(body.name), "", index};
}

// The body of the tables that these words name; npos if there is none. A body counts only if its
// own words are these: organs of many organisations bear one name, so that a name alone names none
// of them.
catalogue::Index index_of(const Catalogue& catalogue, const std::string& organisation,
                          const std::string& organ) {
  for (const catalogue::Index i :
       catalogue.find_bodies_named(organ.empty() ? organisation : organ)) {
    const Body known = worded(catalogue, i);
    if (known.organisation == organisation && known.organ == organ) return i;
  }
  return catalogue::npos;
}

}  // namespace

std::string body_id_of(const Catalogue& catalogue, const std::string& organisation,
                       const std::string& organ) {
  const catalogue::Index index = index_of(catalogue, organisation, organ);
  if (index != catalogue::npos) return std::string(catalogue.bodies()[index].id);
  return std::string(kFront) + to_base64url(organisation + kBetween + organ);
}

std::optional<Body> body_of(const Catalogue& catalogue, const std::string& id) {
  const catalogue::Index index = catalogue.find_body(id);
  if (index != catalogue::npos) return worded(catalogue, index);
  if (!id.starts_with(kFront)) return std::nullopt;
  const auto words = from_base64url(std::string_view(id).substr(kFront.size()));
  const std::size_t cut = words ? words->find(kBetween) : std::string::npos;
  if (cut == std::string::npos || words->size() == 1) return std::nullopt;
  return Body{words->substr(0, cut), words->substr(cut + 1), catalogue::npos};
}

}  // namespace rapporteur::http
