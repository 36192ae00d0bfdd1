#include "participant/home_state.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "participant/bystander.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;
using text::LineRole;

namespace {

constexpr std::uint32_t kDateline = 20;     // tokens of a first sentence that may hold an agency
constexpr std::uint32_t kLetterhead = 6;    // lines of a report that may name who sends it
constexpr std::uint32_t kLongestHead = 14;  // tokens of such a line

constexpr std::size_t kAcronym = 5;  // letters of an agency's name that is always in capitals

constexpr std::uint32_t kSignature = 6;  // last tokens of a text that may name its agency

constexpr int kInPassing = 2;  // a count of one mention

constexpr int kPerson = 3;  // what a person with a state said takes from its count

}  // namespace

HomeState::HomeState(const Context& context, const Drafts& drafts)
    : c_(context),
      drafts_(drafts),
      agency_(context.cues.agency),
      authority_(context.cues.authority),
      arrival_(context.cues.arrival) {
  count();
  count_visited();
}

Named HomeState::find() const {
  Named home = of_agency(false);
  if (!home) home = of_publisher();
  if (!home) home = of_dateline();
  if (!home) home = of_first_words();
  if (!home) home = of_quoted();
  if (!home) home = of_agency(true);
  std::vector<std::string> others = visited_;
  add_partners(others);  // nobody comes from the state of those whom he meets
  add_colleagues(others);
  if (!home) home = of_main(others);
  if (home) return home;
  home = most_named(others);
  // A guest whose state nobody says comes from where the report names more than in passing.
  const bool in_passing = home && counts_.at(home.id).times <= kInPassing;
  return in_passing ? Named{} : home;
}

void HomeState::count() {
  for (const Tag& tag : c_.tags.all()) {
    const catalogue::Index state = state_of(tag);
    const LineRole role = role_at(tag.tokens.begin);
    if (state == npos || role == LineRole::teaser || role == LineRole::boilerplate) continue;
    if (names_water(tag.tokens.end)) continue;
    Count& count = counts_[state];
    if (tag.label == Label::place && count.words.empty()) continue;
    if (count.words.empty()) count.words = c_.doc.span(tag.tokens);
    if (tag.label == Label::state && is_state_spoken_of(c_, tag.tokens)) continue;
    count.times += tag.label == Label::place ? 1 : 2;
  }
}

// The state that is named most, but for those in `but`; the first of equals. People from abroad
// are named with their states, those from home often without.
Named HomeState::named(std::string_view code) const {
  const auto found = counts_.find(c_.catalogue.find_state(code));
  return found != counts_.end() && !found->second.words.empty()
             ? Named{found->first, found->second.words}
             : Named{};
}

Named HomeState::most_named(const std::vector<std::string>& but) const {
  Named best;
  int most = 0;
  for (const auto& [state, count] : counts_) {
    const std::string_view code = c_.catalogue.states()[state].code;
    if (count.words.empty() || count.times == 0) continue;
    if (std::find(but.begin(), but.end(), code) != but.end()) continue;
    const int times = count.times - kPerson * guests(state);
    const bool earlier = times == most && count.words.begin < best.words.begin;
    if (best && times <= most && !earlier) continue;
    most = times;
    best = {state, count.words};
  }
  return best;
}

// People in an office whose state somebody says.
int HomeState::guests(catalogue::Index state) const {
  return static_cast<int>(
      std::count_if(c_.cast.people.begin(), c_.cast.people.end(), [&](const names::Person& p) {
        return p.state && p.state.id == state && !p.offices.empty();
      }));
}

// "Hanoi (VNA) -": an agency in a heading, a stamp or a dateline. `abroad`: those that report
// from everywhere.
Named HomeState::of_agency(bool abroad) const {
  bool body = false;
  if (const Named signed_off = of_signature(abroad)) return signed_off;
  for (const text::Sentence& s : c_.doc.sentences()) {
    const bool told = s.role == LineRole::body || s.role == LineRole::item;
    const std::uint32_t end =
        told ? std::min(s.tokens.end, s.tokens.begin + kDateline) : s.tokens.end;
    for (std::uint32_t t = s.tokens.begin; t < end && !(told && body); ++t) {
      if (const Named agency = agency_at(t, abroad)) return agency;
    }
    body = body || told;
  }
  return {};
}

// "the |PNA| Office", "Parties to the Nauru Agreement (PNA)": somebody else of these letters.
bool HomeState::is_in_longer_name(TokenRange letters) const {
  const std::uint32_t end = c_.sentence(letters.begin).end;
  const Tag* tag = c_.tags.covering(letters.begin);
  const bool longer = tag != nullptr && tag->label == Label::body && tag->tokens.size() > 1;
  if (longer || letters.end >= end || !c_.doc.is_capital(letters.end)) return longer;
  const Tag* behind = c_.tags.starting(letters.end);
  const bool apart = behind != nullptr && behind->label != Label::body;
  return !apart && c_.time_at(letters.end) == nullptr;
}

// The state of the agency whose name starts at `t`.
Named HomeState::agency_at(std::uint32_t t, bool abroad) const {
  TokenRange words;
  const lexicon::Cue* cue = c_.cue(t, agency_, &words);
  if (cue == nullptr || !c_.doc.is_capital(t) || cue->value.size() < 2) return {};
  const bool acronym = cue->phrase.size() <= kAcronym && words.size() == 1;
  const bool set_off = t > 0 && (c_.lower(t - 1) == "(" || c_.lower(t - 1) == "/");  // "(Petra)"
  const bool shouted = c_.doc.shape(t) == text::Shape::upper;
  if (acronym && !set_off && (!shouted || is_in_longer_name(words))) return {};
  if ((cue->value.size() > 2) != abroad) return {};
  // "National News Agency Nepal"
  const Tag* own = words.end < c_.doc.size() ? c_.tags.starting(words.end) : nullptr;
  if (own != nullptr && own->label == Label::state) return {own->id, c_.doc.span(own->tokens)};
  const catalogue::Index state = c_.catalogue.find_state(cue->value.substr(0, 2));
  return state != npos ? Named{state, c_.doc.span(words)} : Named{};
}

// "the Minister will attend, |IRNA| reported", "he told |BSS|": the agency on which a report draws.
Named HomeState::of_quoted() const {
  static constexpr std::array<std::string_view, 5> kBehind{"reported", "reports", "said", "quoted",
                                                           "news"};
  static constexpr std::array<std::string_view, 3> kBefore{"told", "reports", "quoting"};
  for (const text::Sentence& s : c_.doc.sentences()) {
    if (s.role != LineRole::body) continue;
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      TokenRange words;
      if (c_.cue(t, agency_, &words) == nullptr) continue;
      const bool before = t > s.tokens.begin && is_one_of(c_.lower(t - 1), kBefore);
      const bool behind = words.end < s.tokens.end && is_one_of(c_.lower(words.end), kBehind);
      if (!before && !behind) continue;
      if (const Named agency = agency_at(t, false)) return agency;
    }
  }
  return {};
}

// "... on Friday. (ANI)", "... departments. - VNA": the last words of the text.
Named HomeState::of_signature(bool abroad) const {
  const auto& sentences = c_.doc.sentences();
  for (std::size_t s = sentences.size(); s-- > 0;) {
    if (sentences[s].role != LineRole::body) continue;
    const TokenRange r = sentences[s].tokens;
    const std::uint32_t from = r.size() > kSignature ? r.end - kSignature : r.begin;
    for (std::uint32_t t = from; t < r.end; ++t) {
      TokenRange words;
      if (t == r.begin || c_.cue(t, agency_, &words) == nullptr) continue;
      const bool bracket = c_.lower(t - 1) == "(" && c_.lower(words.end) == ")";
      const bool dash = c_.lower(t - 1) == "-" && words.end == r.end;
      if (!bracket && !dash) continue;
      if (const Named agency = agency_at(t, abroad)) return agency;
    }
    return {};
  }
  return {};
}

// The line of the publisher above or below the text names a state: "Ministry of Foreign Affairs
// of the Republic of Singapore", "Daily News Egypt".
Named HomeState::of_publisher() const {
  for (const lexicon::Match& m : c_.matches.all()) {
    if (m.channel != lexicon::Channel::state) continue;
    const LineRole role = role_at(m.tokens.begin);
    if (role == LineRole::body || role == LineRole::item) continue;
    const std::string_view line = c_.doc.slice(c_.doc.span(c_.sentence(m.tokens.begin)));
    const std::string_view name = c_.report.publisher;
    const bool publisher = !name.empty() && (name.find(line) != std::string_view::npos ||
                                             line.find(name) != std::string_view::npos);
    if (role != LineRole::stamp && !publisher && !is_letterhead(m.tokens)) continue;
    const catalogue::Index state = c_.catalogue.state_names()[m.id].state;
    if (state != npos) return {state, c_.doc.span(m.tokens)};
  }
  return {};
}

// "REPUBLIC OF THE GAMBIA", "U.S. Department of State" among the first lines.
bool HomeState::is_letterhead(TokenRange state) const {
  if (c_.doc.sentence_of(state.begin) >= kLetterhead) return false;
  const TokenRange line = c_.sentence(state.begin);
  if (line.size() > kLongestHead) return false;
  if (state == line) return state.size() > 1;  // "France" may be a rubric
  for (std::uint32_t t = line.begin; t < line.end; ++t) {
    if (c_.cue(t, authority_) != nullptr) return true;
  }
  return false;
}

// Where the meeting is that the report is about.
Named HomeState::of_main(const std::vector<std::string>& but) const {
  const record::Meeting& m = drafts_.drafts[drafts_.main].meeting;
  if (!m.country || m.country.evidence.empty()) return {};
  if (std::find(but.begin(), but.end(), *m.country) != but.end()) return {};
  // Everybody is abroad at the seat of a body of the whole world.
  if ((m.organisation && *m.organisation == "United Nations") || is_at_seat(m)) return {};
  if (m.organisation && is_attended_from_abroad()) return {};
  if (m.place && (m.place->starts_with("New York") || *m.place == "Geneva")) return {};
  const catalogue::Index state = c_.catalogue.find_state(*m.country);
  return state == npos ? Named{} : Named{state, m.country.evidence.front()};
}

// "Foreign Minister X |took part| in the Union's summit in Lima": who comes is rarely the host.
bool HomeState::is_attended_from_abroad() const {
  static constexpr std::array<std::string_view, 8> kCame{
      "attended",     "attends",       "attending", "participated",
      "participates", "participating", "travelled", "arrived"};
  return std::any_of(
      c_.cast.mentions.begin(), c_.cast.mentions.end(), [&](const names::Mention& who) {
        if (who.person == kNobody || c_.cast.people[who.person].state) return false;
        std::uint32_t at = who.tokens.end;
        while (c_.lower(at) == "," || c_.lower(at) == "has" || c_.lower(at) == "will") ++at;
        const bool part = (c_.lower(at) == "took" || c_.lower(at) == "takes" ||
                           c_.lower(at) == "taking" || c_.lower(at) == "take") &&
                          c_.lower(at + 1) == "part";
        return part || is_one_of(c_.lower(at), kCame);
      });
}

// "The NATO defence ministers met in Brussels": where the organisation that meets has its seat.
bool HomeState::is_at_seat(const record::Meeting& m) const {
  if (!m.place) return false;
  const auto sits_here = [&](catalogue::Index body) {
    while (body != npos && c_.catalogue.bodies()[body].parent != npos) {
      body = c_.catalogue.bodies()[body].parent;
    }
    return body != npos && c_.catalogue.bodies()[body].seat_city == *m.place;
  };
  // "met the Secretary-General of NATO in Brussels"
  if (std::any_of(c_.cast.people.begin(), c_.cast.people.end(),
                  [&](const names::Person& p) { return sits_here(p.body.id); })) {
    return true;
  }
  if (!m.organisation) return false;
  const std::vector<catalogue::Index> bodies = c_.catalogue.find_bodies_named(*m.organisation);
  return std::any_of(bodies.begin(), bodies.end(), sits_here);
}

// "A. Reporter | Thimphu"
bool HomeState::ends_byline(const Tag& place) const {
  const TokenRange line = c_.sentence(place.tokens.begin);
  const Tag* first = c_.tags.starting(line.begin);
  return place.tokens.end == line.end && first != nullptr && first->label == Label::person &&
         first->tokens.end + 1 == place.tokens.begin && c_.lower(first->tokens.end) == "|";
}

Named HomeState::of_dateline() const {
  for (const Tag& tag : c_.tags.all()) {
    const LineRole role = role_at(tag.tokens.begin);
    const std::string_view line = c_.doc.slice(c_.doc.span(c_.sentence(tag.tokens.begin)));
    // "Wellington" on a line of its own above or below the text.
    const bool alone = tag.label == Label::place && tag.id != npos && role == LineRole::headline &&
                       (c_.doc.span(tag.tokens).size() == line.size() || ends_byline(tag)) &&
                       c_.catalogue.places()[tag.id].kind == catalogue::PlaceKind::capital;
    if (alone) return {c_.catalogue.places()[tag.id].state, c_.doc.span(tag.tokens)};
    const bool dateline = !c_.report.dateline.country.empty() &&
                          c_.doc.slice(c_.doc.span(tag.tokens)) == c_.report.dateline.place;
    if (!dateline) continue;
    if (is_seat(tag)) return {};
    const catalogue::Index state = c_.catalogue.find_state(c_.report.dateline.country);
    if (state != npos) return {state, c_.doc.span(tag.tokens)};
  }
  return {};
}

Named HomeState::of_first_words() const {
  constexpr int kFirst = 3;  // sentences, where a byline may stand before the text
  int told = 0;
  for (const text::Sentence& s : c_.doc.sentences()) {
    if (s.role != LineRole::body && s.role != LineRole::stamp) continue;
    const Tag* tag = c_.tags.starting(s.tokens.begin);
    const bool place = tag != nullptr && tag->label == Label::place && tag->id != npos;
    const std::string_view next = place ? c_.lower(tag->tokens.end) : std::string_view();
    const bool shouted = place && c_.doc.shape(s.tokens.begin) == text::Shape::upper;
    const bool dateline = next == "," || next == "-" || next == "(" || next == "/" || next == ".";
    const bool alone = next == "." && tag->tokens.end + 1 == s.tokens.end;  // "Dar es Salaam."
    if ((shouted && dateline && told == 0) || alone) {
      return {c_.catalogue.places()[tag->id].state, c_.doc.span(tag->tokens)};
    }
    if (s.role == LineRole::body && ++told == kFirst) return {};
  }
  return {};
}

bool HomeState::names_water(std::uint32_t token) const {
  const lexicon::Cue* cue = c_.cue(token, c_.cues.area);
  return cue != nullptr && cue->value == "water";
}

// Where the United Nations sit those of every state meet, and every state's reporters write.
bool HomeState::is_seat(const Tag& tag) const {
  const std::string_view first = c_.lower(tag.tokens.begin);
  return first == "geneva" || (first == "new" && c_.lower(tag.tokens.begin + 1) == "york");
}

catalogue::Index HomeState::state_of(const Tag& tag) const {
  if (tag.label == Label::state || tag.label == Label::nationality) return tag.id;
  if (tag.label != Label::place || tag.id == npos || is_seat(tag)) return npos;
  return c_.catalogue.places()[tag.id].state;
}

LineRole HomeState::role_at(std::uint32_t token) const {
  return c_.doc.sentences()[c_.doc.sentence_of(token)].role;
}

}  // namespace rapporteur::meetings
