#include "implied.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "rapporteur/catalogue/fold.h"

namespace rapporteur::names {

namespace {

using catalogue::npos;
using lexicon::Match;

constexpr std::uint32_t kImplied = 3;  // sentences after an office that may name its holders
constexpr std::string_view kAlone = " alone";  // of a state whose office these words are in full
constexpr std::string_view kNamed = " named";  // of a state that the report names, besides others

class Implied {
 public:
  Implied(const Namings& namings, std::vector<Person>& people)
      : n_(namings), t_(namings.t), doc_(namings.doc), people_(people) {}

  void run() {
    imply_offices();
    imply_states();
    imply_homes();
    share_unnamed_states();
  }

 private:
  // "The foreign ministers met. Fuad Hussein of Iraq had ...": who is named with a state and no
  // office soon after an office of several holds that one.
  void imply_offices() {
    for (const Naming& n : n_.all) {
      Person* p = nullptr;
      for (Person& known : people_) {
        if (known.words == doc_.span(n.tokens)) p = &known;
      }
      if (p == nullptr || !p->offices.empty() || !n.state || has_rank(n)) continue;
      const std::uint32_t sentence = doc_.sentence_of(n.tokens.begin);
      for (std::uint32_t o = static_cast<std::uint32_t>(n_.offices.size()); o-- > 0;) {
        const Office& office = n_.offices[o];
        if (office.tokens.begin > n.tokens.begin) continue;
        if (sentence - doc_.sentence_of(office.tokens.begin) > kImplied) break;
        if (!office.plural || office.office == npos) continue;
        if (!is_ministerial(office) && !are_leaders_of_one_kind(office)) continue;
        if (doc_.lower(office.tokens.end - 1) == "diplomats") continue;  // "their |top diplomats|"
        Office own = office;
        own.state = {};
        own.body = {};
        make_singular(t_.catalogue, own);
        p->offices.push_back(std::move(own));
        break;
      }
    }
  }

  // "|General| A of Peru", among ministers: a soldier who is there, too.
  [[nodiscard]] bool has_rank(const Naming& n) const {
    for (std::uint32_t t = n.whole.begin; t < n.tokens.begin; ++t) {
      const Match* m = t_.matches.find(t, lexicon::Channel::honorific);
      if (m != nullptr && t_.catalogue.honorifics()[m->id].kind == "military") return true;
    }
    return false;
  }

  // "EAM A", "the Chairman of the State Duma, B": an office that one state alone has.
  void imply_states() {
    for (Person& p : people_) {
      if (p.state || (p.body && p.body.id != npos)) continue;
      for (const Office& o : p.offices) {
        if (!p.state) p.state = state_of_words(n_, o);
      }
    }
  }

  // "Foreign Minister A |left Dhaka for Kampala|": of the state whose capital he leaves, if nothing
  // else says whose he is.
  void imply_homes() {
    for (const Naming& n : n_.all) {
      for (Person& p : people_) {
        const bool same = p.words == doc_.span(n.tokens);
        if (!same || p.state || p.body || p.offices.empty()) continue;
        p.state = home_left(n.whole.end);
        p.state_from_context = static_cast<bool>(p.state);
      }
    }
  }

  [[nodiscard]] Named home_left(std::uint32_t at) const {
    constexpr std::uint32_t kNear = 3;  // tokens of "on Sunday" and before the verb
    static constexpr std::array<std::string_view, 6> kLeaves{"left",     "leaves",  "leave",
                                                             "departed", "departs", "depart"};
    if (at >= doc_.size()) return {};
    const std::uint32_t limit = n_.sentence(at).end;
    std::uint32_t verb = at;
    while (verb < std::min(limit, at + kNear) && !is_one_of(n_.lower(verb), kLeaves)) ++verb;
    if (verb + 1 >= limit || !is_one_of(n_.lower(verb), kLeaves)) return {};
    const tagger::Tag* tag = t_.tags.starting(verb + 1);
    if (tag == nullptr) return {};
    for (std::uint32_t t = tag->tokens.end; t < std::min(limit, tag->tokens.end + kNear); ++t) {
      if (n_.lower(t) == "for") return n_.state_or_capital(*tag);
    }
    return {};
  }

  // "Iran's foreign minister met ...; the meeting was attended by Foreign Minister A": the only
  // state of which somebody in that office is told without a name.
  void share_unnamed_states() {
    for (Person& p : people_) {
      if (p.state || p.body || p.offices.empty() || !is_single(p.offices.front())) continue;
      Named only;
      bool several = false;
      for (std::uint32_t o = 0; o < n_.offices.size(); ++o) {
        const Office& other = n_.offices[o];
        if (other.office != p.offices.front().office || !other.state) continue;
        if (!is_shortly_before(other, p)) {
          several = true;  // somebody else may be meant
          break;
        }
        several = several || (only && only.id != other.state.id) || n_.used[o] || other.plural;
        only = other.state;
      }
      if (only && !several && !holds_office_of(only, p.offices.front().office)) p.state = only;
    }
  }

  [[nodiscard]] bool is_shortly_before(const Office& office, const Person& p) const {
    const std::uint32_t there = doc_.sentence_of(office.tokens.begin);
    const std::uint32_t name = doc_.token_at(p.words.begin);
    const std::uint32_t here = doc_.sentence_of(name);
    // "President A met the Peruvian President": another one.
    if (there == here && office.tokens.begin > name) return false;
    return there <= here && here - there <= kImplied &&
           doc_.sentences()[there].role != text::LineRole::teaser;
  }

  // There is one such office in a state.
  [[nodiscard]] bool is_single(const Office& office) const {
    if (office.office == npos || office.former || office.plural) return false;
    const catalogue::Office& head = t_.catalogue.offices()[office.office];
    return head.level == catalogue::OfficeLevel::head_of_state ||
           head.level == catalogue::OfficeLevel::head_of_government ||
           (head.level == catalogue::OfficeLevel::minister && head.id != "minister" &&
            head.id.ends_with("_minister"));
  }

  [[nodiscard]] bool holds_office_of(const Named& state, catalogue::Index office) const {
    return std::any_of(people_.begin(), people_.end(), [&](const Person& p) {
      return p.state && p.state.id == state.id &&
             std::any_of(p.offices.begin(), p.offices.end(),
                         [&](const Office& o) { return o.office == office; });
    });
  }

  [[nodiscard]] bool is_ministerial(const Office& office) const {
    const catalogue::OfficeLevel level = t_.catalogue.offices()[office.office].level;
    return level == catalogue::OfficeLevel::minister ||
           level == catalogue::OfficeLevel::deputy_minister;
  }

  // "the presidents met", in a report that tells of no prime ministers beside them.
  [[nodiscard]] bool are_leaders_of_one_kind(const Office& office) const {
    using catalogue::OfficeLevel;
    const auto level_of = [&](const Office& o) { return t_.catalogue.offices()[o.office].level; };
    const auto leads = [&](const Office& o) {
      return o.plural && o.office != npos &&
             (level_of(o) == OfficeLevel::head_of_state ||
              level_of(o) == OfficeLevel::head_of_government);
    };
    if (!leads(office) || office.body || office.text.find(' ') < office.text.find_last_of(' ')) {
      return false;
    }
    return std::none_of(n_.offices.begin(), n_.offices.end(),
                        [&](const Office& o) { return leads(o) && o.office != office.office; });
  }

  const Namings& n_;
  const Text& t_;
  const text::Document& doc_;
  std::vector<Person>& people_;
};

}  // namespace

namespace {

// "|Sergey| Lavrov", later "Russian Foreign Minister |Sergei| Lavrov": the same family name, and of
// one of them it is not said whose he is.
bool is_same_family_name(const catalogue::Catalogue& catalogue, const Person& known,
                         std::string_view name, const Naming& naming) {
  constexpr double kNearlySame = 0.9;
  if (known.state && naming.state && known.state.id != naming.state.id) return false;
  if (known.state && naming.state && !known.offices.empty() && !naming.offices.empty()) {
    return false;  // two of one state
  }
  const auto family = [](std::string_view full) {
    return catalogue::fold(full.substr(full.rfind(' ') + 1));
  };
  return known.name.front() == name.front() && family(known.name) == family(name) &&
         catalogue.name_similarity(known.name, name) >= kNearlySame;
}

}  // namespace

std::uint32_t spelled_otherwise(const Namings& namings, const std::vector<Person>& people,
                                const Naming& naming) {
  constexpr double kAlike = 0.85;
  if (naming.tokens.size() < 2) return kNobody;
  const auto in_office = [&](const Person& p) {
    return std::any_of(naming.offices.begin(), naming.offices.end(), [&](const Office& now) {
      return std::any_of(p.offices.begin(), p.offices.end(), [&](const Office& known) {
        return now.office != npos && now.office == known.office;
      });
    });
  };
  const std::string_view name = namings.doc.slice(namings.doc.span(naming.tokens));
  for (std::uint32_t p = 0; p < people.size(); ++p) {
    const Person& known = people[p];
    if (known.name.find(' ') == std::string::npos) continue;
    if (is_same_family_name(namings.t.catalogue, known, name, naming)) return p;
    const bool same_state = known.state && naming.state && known.state.id == naming.state.id;
    if (!same_state || !in_office(known)) continue;
    if (namings.t.catalogue.name_similarity(known.name, name) >= kAlike) return p;
  }
  return kNobody;
}

namespace {

// The report names the state, its people or a town of it.
bool is_named(const Namings& n, catalogue::Index state) {
  const std::vector<tagger::Tag>& tags = n.t.tags.all();
  return std::any_of(tags.begin(), tags.end(), [&](const tagger::Tag& tag) {
    if (tag.id == npos) return false;
    if (tag.label == tagger::Label::place) return n.t.catalogue.places()[tag.id].state == state;
    return tag.id == state &&
           (tag.label == tagger::Label::state || tag.label == tagger::Label::nationality);
  });
}

}  // namespace

std::uint32_t only_minister(const Namings& namings, const std::vector<Person>& people,
                            const Office& office) {
  if (office.state || !office.definite || catalogue::fold(office.text) != "minister") {
    return kNobody;
  }
  std::uint32_t only = kNobody;
  for (std::uint32_t p = 0; p < people.size(); ++p) {
    const bool minister =
        std::any_of(people[p].offices.begin(), people[p].offices.end(), [&](const Office& o) {
          return o.office != npos &&
                 namings.t.catalogue.offices()[o.office].level == catalogue::OfficeLevel::minister;
        });
    if (!minister) continue;
    const bool later = namings.doc.token_at(people[p].words.begin) >= office.tokens.begin;
    if (only != kNobody || later) return kNobody;
    only = p;
  }
  return only;
}

bool is_sender(const Namings& namings, const Person& person) {
  constexpr std::uint32_t kReach = 6;
  const std::uint32_t name = namings.doc.token_at(person.words.begin);
  const lexicon::CueClass spoken_of = namings.t.lexicon.cue_class("spoken_of");
  const std::uint32_t begin = namings.sentence(name).begin;
  for (std::uint32_t t = name; t > begin && name - t < kReach; --t) {
    if (namings.cue(t - 1, spoken_of) != nullptr) return true;
    if (namings.doc.is_punctuation(t - 1)) return false;
  }
  return false;
}

Named state_of_words(const Namings& namings, const Office& office) {
  const lexicon::CueClass own = namings.t.lexicon.cue_class("office_state");
  for (std::uint32_t t = office.tokens.begin; t < office.tokens.end; ++t) {
    const Match* match = nullptr;
    const lexicon::Cue* cue = namings.cue(t, own, &match);
    if (cue == nullptr || match->tokens.end > office.tokens.end) continue;
    if (cue->value.ends_with(kAlone) && match->tokens != office.tokens) continue;
    const catalogue::Index state = namings.t.catalogue.find_state(cue->value.substr(0, 2));
    if (cue->value.ends_with(kNamed) && !is_named(namings, state)) continue;
    return {state, namings.doc.span(match->tokens)};
  }
  return {};
}

void complete_people(const Namings& namings, std::vector<Person>& people) {
  Implied(namings, people).run();
}

}  // namespace rapporteur::names
