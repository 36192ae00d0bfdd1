#include "rapporteur/catalogue/catalogue.h"

#include <algorithm>

#include "impl.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::catalogue {
namespace {

std::string_view without_the(std::string_view folded) {
  if (folded.starts_with("the ")) folded.remove_prefix(4);
  return folded;
}

bool has_lower_case(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Index find_id(const std::unordered_map<std::string_view, Index>& ids, std::string_view id) {
  const auto found = ids.find(id);
  return found == ids.end() ? npos : found->second;
}

}  // namespace

Catalogue::Catalogue(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;
Catalogue::~Catalogue() = default;

Result<Catalogue> Catalogue::load(const Pack& pack) {
  auto impl = std::make_unique<Impl>();
  for (auto* load_part : {load_states, load_places, load_bodies, load_offices, load_topics}) {
    if (auto done = load_part(pack, *impl); !done) return done.error();
  }
  auto done = impl->person_names.load(pack, impl->honorifics, impl->office_names);
  if (!done) return done.error();
  return Catalogue(std::move(impl));
}

std::span<const State> Catalogue::states() const { return impl_->states; }
std::span<const StateName> Catalogue::state_names() const { return impl_->state_names; }
Index Catalogue::find_state(std::string_view code) const { return impl_->state(code); }

Index Catalogue::find_state_named(std::string_view name) const {
  const std::string folded = fold(name);
  const std::span<const Index> found = impl_->states_by_name.find(without_the(folded));
  const std::span<const Index> with_the = impl_->states_by_name.find(folded);
  if (found.empty() && with_the.empty()) return npos;
  // "us" is a word; "US" and "U.S." are a state.
  if (folded == "us" && has_lower_case(name)) return npos;
  return found.empty() ? with_the[0] : found[0];
}

std::span<const Place> Catalogue::places() const { return impl_->places; }

std::span<const Catalogue::PlaceName> Catalogue::notable_place_names() const {
  return impl_->notable_place_names;
}

std::span<const Index> Catalogue::find_places(std::string_view name) const {
  return impl_->places_by_name.find(fold(name));
}

std::span<const Index> Catalogue::find_places_folded(std::string_view folded) const {
  return impl_->places_by_name.find(folded);
}

Index Catalogue::find_place(std::string_view name, Index state) const {
  const std::span<const Index> found = find_places(name);
  const auto fits = std::find_if(found.begin(), found.end(),
                                 [&](Index i) { return impl_->places[i].state == state; });
  if (fits != found.end()) return *fits;
  return found.empty() ? npos : found[0];
}

std::span<const Body> Catalogue::bodies() const { return impl_->bodies; }
std::span<const BodyName> Catalogue::body_names() const { return impl_->body_names; }
std::span<const GenericOrgan> Catalogue::generic_organs() const { return impl_->generic_organs; }
std::span<const Membership> Catalogue::memberships() const { return impl_->memberships; }
Index Catalogue::find_body(std::string_view id) const { return find_id(impl_->body_of_id, id); }

std::vector<Index> Catalogue::find_bodies_named(std::string_view name) const {
  const std::string folded = fold(name);
  std::span<const Index> found = impl_->bodies_by_name.find(folded);
  if (found.empty()) found = impl_->bodies_by_name.find(without_the(folded));
  return {found.begin(), found.end()};
}

Index Catalogue::find_organ(Index organisation, std::string_view name) const {
  const auto of_this = [&](Index body) { return impl_->bodies[body].parent == organisation; };
  const std::string folded = fold(name);
  std::string_view words = without_the(folded);
  // "SCO Council of Heads of State" without its organisation.
  const std::string acronym =
      organisation < impl_->bodies.size() ? fold(impl_->bodies[organisation].acronym) : "";
  for (int attempt = 0; attempt < 2; ++attempt) {
    const std::span<const Index> found = impl_->bodies_by_name.find(words);
    const auto organ = std::find_if(found.begin(), found.end(), of_this);
    if (organ != found.end()) return *organ;
    const bool prefixed = !acronym.empty() && words.starts_with(acronym) &&
                          words.size() > acronym.size() && words[acronym.size()] == ' ';
    if (!prefixed) break;
    words.remove_prefix(acronym.size() + 1);
  }
  const std::span<const Index> prefixed =
      impl_->bodies_by_name.find(acronym + " " + std::string(words));
  const auto named = std::find_if(prefixed.begin(), prefixed.end(), of_this);
  if (!acronym.empty() && named != prefixed.end()) return *named;
  const std::span<const Index> generic = impl_->generic_by_words.find(words);
  if (generic.empty()) return npos;
  const GenericOrgan& organ = impl_->generic_organs[generic[0]];
  const bool says_which = organ.level == Level::heads_of_state ||
                          organ.level == Level::heads_of_government ||
                          organ.level == Level::security_council_secretaries ||
                          (organ.level == Level::ministers && !organ.portfolio.empty());
  return says_which ? find_organ(organisation, organ.level, organ.portfolio) : npos;
}

const GenericOrgan* Catalogue::find_generic_organ(std::string_view folded) const {
  const std::span<const Index> found = impl_->generic_by_words.find(folded);
  return found.empty() ? nullptr : &impl_->generic_organs[found[0]];
}

Index Catalogue::find_organ(Index organisation, Level level, std::string_view portfolio) const {
  for (Index i = 0; i < impl_->bodies.size(); ++i) {
    const Body& body = impl_->bodies[i];
    if (body.parent != organisation || body.level != level) continue;
    if (portfolio.empty() || body.portfolio == portfolio) return i;
  }
  return npos;
}

std::vector<Index> Catalogue::members_of(Index body, std::string_view date,
                                         MemberStatus status) const {
  std::vector<Index> members;
  if (body >= impl_->bodies.size()) return members;
  if (impl_->bodies[body].kind == BodyKind::organ) body = impl_->bodies[body].parent;
  date = date.substr(0, date.find('/'));
  // Dates compare as strings; '~' comes after digits, so that a month reaches to its end.
  const std::string end_of_date = std::string(date) + '~';
  const auto first = std::lower_bound(
      impl_->memberships.begin(), impl_->memberships.end(), body,
      [](const Membership& membership, Index wanted) { return membership.body < wanted; });
  for (auto m = first; m != impl_->memberships.end() && m->body == body; ++m) {
    if (m->status != status) continue;
    const bool lasts = m->to.empty() || (!date.empty() && date < m->to);
    const bool begun = date.empty() || m->from <= end_of_date;
    if (lasts && begun) members.push_back(m->state);
  }
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  return members;
}

std::span<const Office> Catalogue::offices() const { return impl_->offices; }
std::span<const OfficeName> Catalogue::office_names() const { return impl_->office_names; }
std::span<const Portfolio> Catalogue::portfolios() const { return impl_->portfolios; }
std::span<const PortfolioName> Catalogue::portfolio_names() const { return impl_->portfolio_names; }
std::span<const Modifier> Catalogue::modifiers() const { return impl_->modifiers; }
std::span<const Honorific> Catalogue::honorifics() const { return impl_->honorifics; }
Index Catalogue::find_office(std::string_view id) const { return find_id(impl_->office_of_id, id); }

std::uint8_t Catalogue::name_bits(std::string_view folded) const {
  return impl_->person_names.bits(folded);
}

void Catalogue::expect_name(std::string_view folded) const {
  const std::size_t hash = FoldedIndex::hash_of(folded);
  impl_->person_names.expect(hash);
  impl_->places_by_name.expect(hash);
}

std::span<const Topic> Catalogue::topics() const { return impl_->topics; }
std::span<const TopicName> Catalogue::topic_names() const { return impl_->topic_names; }
Index Catalogue::find_topic(std::string_view id) const { return find_id(impl_->topic_of_id, id); }
std::span<const SpeechAct> Catalogue::speech_acts() const { return impl_->acts; }
std::span<const SpeechActForm> Catalogue::speech_act_forms() const { return impl_->act_forms; }
Index Catalogue::find_speech_act(std::string_view id) const {
  return find_id(impl_->act_of_id, id);
}

double Catalogue::name_similarity(std::string_view a, std::string_view b) const {
  return impl_->person_names.similarity(a, b);
}
std::string Catalogue::name_key(std::string_view name) const {
  return impl_->person_names.key(name);
}

}  // namespace rapporteur::catalogue
