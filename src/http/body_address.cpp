#include "body_address.h"

#include "rapporteur/base/secret.h"

namespace rapporteur::http {

using catalogue::Catalogue;

namespace {

constexpr std::string_view kFront = "b-";
constexpr char kBetween = '\x1f';

catalogue::Index index_of(const Catalogue& catalogue, const std::string& organisation,
                          const std::string& organ) {
  catalogue::Index out = catalogue::npos;
  for (const catalogue::Index i : catalogue.find_bodies_named(organisation)) {
    if (catalogue.bodies()[i].name == organisation) out = i;
  }
  if (organ.empty()) return out;
  if (out != catalogue::npos) {
    const catalogue::Index of_it = catalogue.find_organ(out, organ);
    // A generic wording finds an organ too, whose own name then is another.
    return of_it != catalogue::npos && catalogue.bodies()[of_it].name == organ ? of_it
                                                                               : catalogue::npos;
  }
  for (const catalogue::Index i : catalogue.find_bodies_named(organ)) {
    if (organisation.empty() && catalogue.bodies()[i].name == organ) return i;
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
  if (index != catalogue::npos) {
    const catalogue::Body& body = catalogue.bodies()[index];
    if (body.parent == catalogue::npos) {
      const bool is_series = body.kind == catalogue::BodyKind::series;
      return Body{is_series ? "" : std::string(body.name), is_series ? std::string(body.name) : "",
                  index};
    }
    return Body{std::string(catalogue.bodies()[body.parent].name), std::string(body.name), index};
  }
  if (!id.starts_with(kFront)) return std::nullopt;
  const auto words = from_base64url(std::string_view(id).substr(kFront.size()));
  const std::size_t cut = words ? words->find(kBetween) : std::string::npos;
  if (cut == std::string::npos) return std::nullopt;
  return Body{words->substr(0, cut), words->substr(cut + 1), catalogue::npos};
}

}  // namespace rapporteur::http
