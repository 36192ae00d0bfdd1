#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "rapporteur/base/table.h"
#include "rapporteur/base/word_list.h"
#include "rapporteur/catalogue/fold.h"
#include "words.h"

namespace rapporteur::resolve {
namespace {

using catalogue::Body;
using catalogue::BodyKind;
using catalogue::Catalogue;
using catalogue::Index;
using catalogue::npos;

// States whose people stand in reports now with the given name first, now last, without a family
// name that would tell which.
constexpr std::string_view kEitherOrder[] = {"MN"};
constexpr std::size_t kInitial = 3;  // "Ts."
// States whose people have two family names, the second of which reports often leave out: "Juan
// Manuel Santos Calderón".
constexpr std::string_view kTwoFamilyNames[] = {"AR", "BO", "CL", "CO", "CR", "CU", "DO",
                                                "EC", "ES", "GQ", "GT", "HN", "MX", "NI",
                                                "PA", "PE", "PY", "SV", "UY", "VE"};

class CatalogueKnowledge final : public Knowledge {
 public:
  CatalogueKnowledge(const Catalogue& catalogue, std::string version)
      : catalogue_(catalogue), version_(std::move(version)) {
    for (const catalogue::StateName& name : catalogue.state_names()) {
      std::string folded = catalogue::fold(name.text);
      if (folded.find(' ') == std::string::npos) state_words_.insert(std::move(folded));
    }
  }

  std::string version() const override { return version_; }

  // Known bodies by id, which no wording can look like: ids hold no space and begin with "=".
  std::string body_key(std::string_view name) const override {
    if (name.empty()) return {};
    const Index body = find_organisation(name);
    return body == npos ? body_words(name) : id_of(body);
  }

  std::string organ_key(std::string_view organisation, std::string_view organ,
                        std::optional<record::Kind> kind) const override {
    const Index parent = organisation.empty() ? npos : find_organisation(organisation);
    const bool is_summit = kind == record::Kind::summit;
    if (organ.empty()) return is_summit ? summit_organ(parent) : "";
    // "Leaders' Summit" of an organisation that no table knows is its summit.
    if (is_summit && parent == npos && !organisation.empty() && is_of_heads(organ)) {
      return summit_organ(npos);
    }
    Index found = parent == npos ? find_series(organ) : catalogue_.find_organ(parent, organ);
    return found == npos ? organ_words(organ, kind, organisation) : id_of(found);
  }

  std::string without_states(std::string_view organ_key) const override {
    std::string_view rest = organ_key;
    for (std::size_t at = 0; at != std::string_view::npos && !rest.empty();) {
      at = rest.find(' ');
      if (at == std::string_view::npos || !state_words_.contains(rest.substr(0, at))) break;
      rest.remove_prefix(at + 1);
    }
    return std::string(rest);
  }

  // A venue or a historic name of a town is that town.
  std::string place_key(std::string_view name) const override {
    if (name.empty()) return {};
    const Index place = catalogue_.find_place(name);
    if (place == npos) return catalogue::fold(name);
    const catalogue::Place& p = catalogue_.places()[place];
    const std::string_view town = p.city.empty() ? p.name : p.city;
    return catalogue::fold(town) + "/" + (p.state == npos ? "" : code_of(p.state));
  }

  std::string office_key(std::string_view office) const override {
    return catalogue_.office_key(office);
  }
  std::string name_key(std::string_view name) const override {
    std::string key = catalogue_.name_key(name);
    return key.empty() ? catalogue::fold(name) : key;
  }
  std::vector<std::string> name_keys(std::string_view name, std::string_view state) const override {
    std::set<std::string> keys;
    if (is_one_of(state, kEitherOrder)) {
      for_each_part(name, ' ', [&](std::string_view word) {
        if (word.size() > kInitial) keys.insert(name_key(word));
      });
    }
    if (is_one_of(state, kTwoFamilyNames)) add_family_names(name, keys);
    if (keys.empty()) return {name_key(name)};
    return {keys.begin(), keys.end()};
  }
  double name_similarity(std::string_view a, std::string_view b) const override {
    return catalogue_.name_similarity(a, b);
  }

 private:
  // The key of the whole and that of the name without its last word, where three and more are left.
  void add_family_names(std::string_view name, std::set<std::string>& keys) const {
    const std::size_t last = name.rfind(' ');
    const bool two = last != std::string_view::npos && name.find(' ') < last;
    keys.insert(name_key(name));
    if (two) keys.insert(name_key(name.substr(0, last)));
  }

  std::string id_of(Index body) const { return "=" + std::string(catalogue_.bodies()[body].id); }
  std::string code_of(Index state) const { return std::string(catalogue_.states()[state].code); }

  // An organisation before an organ of the same name; several of them: the first.
  Index find_organisation(std::string_view name) const {
    Index organ = npos;
    for (const Index body : catalogue_.find_bodies_named(name)) {
      if (catalogue_.bodies()[body].kind == BodyKind::organisation) return body;
      if (organ == npos) organ = body;
    }
    return organ;
  }

  Index find_series(std::string_view name) const {
    for (const Index body : catalogue_.find_bodies_named(name)) {
      if (catalogue_.bodies()[body].kind == BodyKind::series) return body;
    }
    return npos;
  }

  bool is_of_heads(std::string_view organ) const {
    const catalogue::GenericOrgan* known = catalogue_.find_generic_organ(catalogue::fold(organ));
    return known != nullptr && (known->level == catalogue::Level::heads_of_state ||
                                known->level == catalogue::Level::heads_of_government);
  }

  std::string summit_organ(Index organisation) const {
    if (organisation == npos) return organ_words("", record::Kind::summit);
    for (const catalogue::Level level :
         {catalogue::Level::heads_of_state, catalogue::Level::heads_of_government}) {
      const Index organ = catalogue_.find_organ(organisation, level, "");
      if (organ != npos) return id_of(organ);
    }
    return organ_words("", record::Kind::summit);
  }

  const Catalogue& catalogue_;
  std::string version_;
  std::set<std::string, std::less<>> state_words_;  // "peru", "peruvian", "peruvians"
};

}  // namespace

std::unique_ptr<Knowledge> catalogue_knowledge(const Catalogue& catalogue, std::string version) {
  return std::make_unique<CatalogueKnowledge>(catalogue, std::move(version));
}

}  // namespace rapporteur::resolve
