#include "event_title.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <sstream>
#include <vector>

#include "rapporteur/catalogue/fold.h"
#include "rapporteur/output/printable.h"
#include "rapporteur/query/words.h"
#include "seniority.h"

namespace rapporteur::service {

namespace {

using catalogue::Catalogue;

constexpr std::size_t kMostParties = 4;
constexpr std::size_t kMostVisitors = 2;

// The first letter as a title has it; a letter of another alphabet stays as it is.
std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] -= 'a' - 'A';
  return words;
}

// As " a b c ", so that whole words are found in it: what is no letter or digit parts words.
std::string spaced(std::string_view text) {
  std::string out = " ";
  for (const char c : text) {
    const bool parts = static_cast<unsigned char>(c) < 0x80 && std::isalnum(c) == 0;
    if (!parts || out.back() != ' ') out += parts ? ' ' : c;
  }
  return out.back() == ' ' ? out : out + " ";
}

// Whether `part` stands in `words` as whole words, however both are spelt.
bool mentions(const std::string& words, std::string_view part) {
  const std::string sought = spaced(catalogue::fold(part));
  return sought.size() > 1 && spaced(catalogue::fold(words)).find(sought) != std::string::npos;
}

// "Council of Ministers" and "9th session of the Ministers": one word of four letters is enough.
bool share_a_word(const std::string& words, const std::string& others) {
  std::istringstream each(spaced(catalogue::fold(others)));
  for (std::string word; each >> word;) {
    if (word.size() > 3 && mentions(words, word)) return true;
  }
  return false;
}

// The organisation of a meeting, by all its names.
class Owner {
 public:
  Owner(const std::string& organisation, const Catalogue* catalogue) : name_(organisation) {
    if (name_.empty() || catalogue == nullptr) return;
    const std::string folded = catalogue::fold(name_);
    const auto bodies = catalogue->bodies();
    const auto body = std::find_if(bodies.begin(), bodies.end(), [&folded](const auto& b) {
      return b.parent == catalogue::npos && catalogue::fold(b.name) == folded;
    });
    if (body == bodies.end()) return;
    acronym_ = body->acronym;
    for (const catalogue::BodyName& other : catalogue->body_names()) {
      const bool is_long = other.kind == catalogue::BodyNameKind::name;
      if (other.body == body - bodies.begin() && is_long) others_.emplace_back(other.text);
    }
  }

  [[nodiscard]] bool is_known() const { return !name_.empty(); }
  // Acronyms by their letters' case: "WHO" is no "who".
  [[nodiscard]] bool is_in(const std::string& words) const {
    const bool by_acronym =
        !acronym_.empty() && spaced(words).find(spaced(acronym_)) != std::string::npos;
    return !is_known() || by_acronym || mentions(words, name_) ||
           std::any_of(others_.begin(), others_.end(),
                       [&words](std::string_view other) { return mentions(words, other); });
  }
  [[nodiscard]] bool has_acronym() const { return !acronym_.empty(); }
  [[nodiscard]] std::string shortest() const {
    return acronym_.empty() ? name_ : std::string(acronym_);
  }

 private:
  const std::string& name_;
  std::string_view acronym_;
  std::vector<std::string_view> others_;
};

std::string named(const query::MeetingRow& m, const Owner& owner) {
  // "Ministerial Conference" of the organ "Ministerial Conference on Dry Ports".
  if (!owner.is_known() && mentions(m.organ, m.name)) return m.organ;
  std::string before;
  if (!owner.is_in(m.name)) {
    before = owner.shortest();
  } else if (!owner.is_known() && !share_a_word(m.name, m.organ)) {
    before = m.organ;
  }
  return before.empty() ? m.name : capital(before) + ": " + capital(m.name);
}

// "22nd summit", "3rd round of talks", "visit"; "meeting" where no kind is known.
std::string occasion(const query::MeetingRow& m) {
  if (!m.ordinal) return m.kind.empty() ? "meeting" : output::as_words(m.kind);
  const std::string number = query::ordinal_words(*m.ordinal);
  if (m.kind == "talks") return number + " round of talks";
  return number + " " + (m.kind.empty() ? "meeting" : output::as_words(m.kind));
}

std::string of_body(const query::MeetingRow& m, const Owner& owner) {
  std::string body = m.organ;
  if (body.empty()) {
    body = owner.shortest();
  } else if (!owner.is_in(body)) {
    body = owner.shortest() + (owner.has_acronym() ? " " : ", ") + body;
  }
  return body + ": " + occasion(m);
}

// "A, B, C and 5 more"; `last` stands before the last one of a list that is shown whole.
std::string list_of(const std::vector<std::string>& names, std::size_t most,
                    const std::string& last = ", ") {
  std::string out;
  const std::size_t shown = std::min(names.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == names.size() ? last : ", ";
    out += names[i];
  }
  if (names.size() > shown) out += " and " + std::to_string(names.size() - shown) + " more";
  return out;
}

class Untitled {
 public:
  Untitled(const query::Event& event, const Catalogue* catalogue)
      : event_(event), catalogue_(catalogue) {}

  std::string title() const {
    if (event_.row.kind == "visit") return visit();
    std::vector<std::string> parties = states_but("");
    if (parties.size() < 2) {
      const std::vector<std::string> people = people_but("");
      if (!people.empty()) parties = people;
    }
    const std::string what = occasion(event_.row);
    if (!parties.empty()) return what + ": " + list_of(parties, kMostParties);
    const std::string where = place();
    return where.empty() ? what : what + " in " + where;
  }

 private:
  std::string visit() const {
    const query::MeetingRow& m = event_.row;
    const std::string& host = event_.host.empty() ? m.country : event_.host;
    const std::string target = host.empty() ? m.place : query::state_words(host, catalogue_);
    const std::string to = target.empty() ? "" : " to " + target;
    const std::vector<std::string> people = people_but(host);
    const std::vector<std::string> states = states_but(host);
    if (!people.empty()) return "visit of " + list_of(people, kMostVisitors, " and ") + to;
    return "visit" + to + (states.empty() ? "" : ": " + list_of(states, kMostParties));
  }

  // Names of states and organisations, sorted, without one.
  std::vector<std::string> states_but(const std::string& code) const {
    std::set<std::string> out;
    for (const query::ParticipantRow& p : event_.people) {
      if (!code.empty() && p.state == code) continue;
      const std::string party =
          p.state.empty() ? p.organisation : query::state_words(p.state, catalogue_);
      if (!party.empty()) out.insert(party);
    }
    return {out.begin(), out.end()};
  }

  // "Ana Okoye (Kenya)", the most senior first, without those of one state.
  std::vector<std::string> people_but(const std::string& code) const {
    std::vector<std::pair<std::size_t, std::string>> ranked;
    for (const query::ParticipantRow& p : event_.people) {
      if (p.name.empty() || (!code.empty() && p.state == code)) continue;
      const std::string state = query::state_words(p.state, catalogue_);
      ranked.emplace_back(rank(p), p.name + (state.empty() ? "" : " (" + state + ")"));
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> out;
    for (auto& [rank, name] : ranked) out.push_back(std::move(name));
    return out;
  }

  std::size_t rank(const query::ParticipantRow& p) const {
    std::size_t best = kNoRank;
    if (catalogue_ == nullptr) return best;
    for (const std::string& office : p.offices) {
      best = std::min(best, seniority_rank(office, *catalogue_));
    }
    return best;
  }

  std::string place() const {
    const query::MeetingRow& m = event_.row;
    return m.place.empty() ? query::state_words(m.country, catalogue_) : m.place;
  }

  const query::Event& event_;
  const Catalogue* catalogue_;
};

}  // namespace

std::string title_of(const query::Event& event, const Catalogue* catalogue) {
  const query::MeetingRow& m = event.row;
  const Owner owner(m.organisation, catalogue);
  if (!m.name.empty()) return capital(named(m, owner));
  if (!m.organ.empty() || owner.is_known()) return capital(of_body(m, owner));
  return capital(Untitled(event, catalogue).title());
}

}  // namespace rapporteur::service
