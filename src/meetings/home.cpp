#include "home.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::meetings {

namespace {

using record::Participant;
using tagger::Label;
using tagger::Tag;
using text::LineRole;

constexpr std::uint32_t kDateline = 20;  // tokens of a first sentence that may hold an agency

constexpr const char* kHomeState = "names/home-state";

constexpr std::uint32_t kLetterhead = 3;    // lines of a report that may name who sends it
constexpr std::uint32_t kLongestHead = 14;  // tokens of such a line

constexpr std::size_t kAcronym = 5;  // letters of an agency's name that is always in capitals

constexpr int kPerson = 3;  // what a person with a state said takes from its count

// How often a report names a state, and where first.
struct Count {
  int times = 0;
  ByteSpan words;
};

class Home {
 public:
  Home(const Context& context, Drafts& drafts)
      : c_(context),
        drafts_(drafts),
        agency_(context.lexicon.cue_class("agency")),
        authority_(context.lexicon.cue_class("authority")) {}

  void run() {
    count();
    home_ = of_agency(false);
    if (!home_) home_ = of_publisher();
    if (!home_) home_ = of_dateline();
    if (!home_) home_ = of_agency(true);
    if (!home_) home_ = of_main();
    if (!home_) home_ = most_named({});
    Draft& main = drafts_.drafts[drafts_.main];
    if (main.bilateral) complete(main);  // what it tells of a person holds for the others
    for (Draft& draft : drafts_.drafts) complete(draft);
    for (Draft& draft : drafts_.drafts) same_everywhere(draft.meeting, true);
    for (Draft& draft : drafts_.drafts) chair(draft.meeting);
  }

 private:
  void complete(Draft& draft) const {
    same_everywhere(draft.meeting, false);
    officials(draft.meeting);
    only_side_left(draft);
    other_side(draft);
    host(draft);
    home(draft);
  }

  // --- the state for which the report speaks -------------------------------------------------

  [[nodiscard]] LineRole role_at(std::uint32_t token) const {
    return c_.doc.sentences()[c_.doc.sentence_of(token)].role;
  }
  [[nodiscard]] std::string code(const Named& state) const {
    return std::string(c_.catalogue.states()[state.id].code);
  }

  [[nodiscard]] catalogue::Index state_of(const Tag& tag) const {
    if (tag.label == Label::state || tag.label == Label::nationality) return tag.id;
    if (tag.label != Label::place || tag.id == npos) return npos;
    return c_.catalogue.places()[tag.id].state;
  }

  void count() {
    for (const Tag& tag : c_.tags.all()) {
      const catalogue::Index state = state_of(tag);
      const LineRole role = role_at(tag.tokens.begin);
      if (state == npos || role == LineRole::teaser || role == LineRole::boilerplate) continue;
      Count& count = counts_[state];
      if (tag.label == Label::place && count.words.empty()) continue;
      if (count.words.empty()) count.words = c_.doc.span(tag.tokens);
      count.times += tag.label == Label::place ? 1 : 2;
    }
  }

  // The state that is named most, but for those in `but`; the first of equals. People from abroad
  // are named with their states, those from home often without.
  [[nodiscard]] Named most_named(const std::vector<std::string>& but) const {
    Named best;
    int most = 0;
    for (const auto& [state, count] : counts_) {
      const std::string_view code = c_.catalogue.states()[state].code;
      if (count.words.empty() || std::find(but.begin(), but.end(), code) != but.end()) continue;
      const int times = count.times - kPerson * guests(state);
      const bool earlier = times == most && count.words.begin < best.words.begin;
      if (best && times <= most && !earlier) continue;
      most = times;
      best = {state, count.words};
    }
    return best;
  }

  // People in an office whose state somebody says.
  [[nodiscard]] int guests(catalogue::Index state) const {
    return static_cast<int>(
        std::count_if(c_.cast.people.begin(), c_.cast.people.end(), [&](const names::Person& p) {
          return p.state && p.state.id == state && !p.offices.empty();
        }));
  }

  // "Hanoi (VNA) -": an agency in a heading, a stamp or a dateline. `abroad`: those that report
  // from everywhere.
  [[nodiscard]] Named of_agency(bool abroad) const {
    bool body = false;
    for (const text::Sentence& s : c_.doc.sentences()) {
      const bool told = s.role == LineRole::body || s.role == LineRole::item;
      const std::uint32_t end =
          told ? std::min(s.tokens.end, s.tokens.begin + kDateline) : s.tokens.end;
      for (std::uint32_t t = s.tokens.begin; t < end && !(told && body); ++t) {
        TokenRange words;
        const lexicon::Cue* cue = c_.cue(t, agency_, &words);
        if (cue == nullptr || !c_.doc.is_capital(t) || cue->value.size() < 2) continue;
        const bool acronym = cue->phrase.size() <= kAcronym && words.size() == 1;
        if (acronym && c_.doc.shape(t) != text::Shape::upper) continue;
        if ((cue->value.size() > 2) != abroad) continue;
        const catalogue::Index state = c_.catalogue.find_state(cue->value.substr(0, 2));
        if (state != npos) return {state, c_.doc.span(words)};
      }
      body = body || told;
    }
    return {};
  }

  // The line of the publisher above or below the text names a state: "Ministry of Foreign Affairs
  // of the Republic of Singapore", "Daily News Egypt".
  [[nodiscard]] Named of_publisher() const {
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
  [[nodiscard]] bool is_letterhead(TokenRange state) const {
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
  [[nodiscard]] Named of_main() const {
    const record::Meeting& m = drafts_.drafts[drafts_.main].meeting;
    if (!m.country || m.country.evidence.empty()) return {};
    const catalogue::Index state = c_.catalogue.find_state(*m.country);
    return state == npos ? Named{} : Named{state, m.country.evidence.front()};
  }

  // "A. Reporter | Thimphu"
  [[nodiscard]] bool ends_byline(const Tag& place) const {
    const TokenRange line = c_.sentence(place.tokens.begin);
    const Tag* first = c_.tags.starting(line.begin);
    return place.tokens.end == line.end && first != nullptr && first->label == Label::person &&
           first->tokens.end + 1 == place.tokens.begin && c_.lower(first->tokens.end) == "|";
  }

  [[nodiscard]] Named of_dateline() const {
    for (const Tag& tag : c_.tags.all()) {
      const LineRole role = role_at(tag.tokens.begin);
      const std::string_view line = c_.doc.slice(c_.doc.span(c_.sentence(tag.tokens.begin)));
      // "Wellington" on a line of its own above or below the text.
      const bool alone = tag.label == Label::place && tag.id != npos &&
                         role == LineRole::headline &&
                         (c_.doc.span(tag.tokens).size() == line.size() || ends_byline(tag)) &&
                         c_.catalogue.places()[tag.id].kind == catalogue::PlaceKind::capital;
      if (alone) return {c_.catalogue.places()[tag.id].state, c_.doc.span(tag.tokens)};
      const bool dateline = !c_.report.dateline.country.empty() &&
                            c_.doc.slice(c_.doc.span(tag.tokens)) == c_.report.dateline.place;
      if (!dateline) continue;
      const catalogue::Index state = c_.catalogue.find_state(c_.report.dateline.country);
      if (state != npos) return {state, c_.doc.span(tag.tokens)};
    }
    return {};
  }

  // --- participants without a state ----------------------------------------------------------

  static bool open(const Participant& p) {
    return p.person && p.offices && !p.state && !p.organisation;
  }

  [[nodiscard]] bool lacks_state(const Participant& p) const {
    return open(p) && !is_official(head_of(p));
  }

  [[nodiscard]] const names::Person* person(const Participant& p) const {
    for (const names::Person& known : c_.cast.people) {
      if (p.person && known.name == *p.person) return &known;
    }
    return nullptr;
  }

  [[nodiscard]] catalogue::Index head_of(const Participant& p) const {
    const names::Person* known = person(p);
    return known == nullptr || known->offices.empty() ? npos : known->offices.front().office;
  }

  [[nodiscard]] bool is_top(catalogue::Index office) const {
    if (office == npos) return false;
    const auto level = c_.catalogue.offices()[office].level;
    return level == catalogue::OfficeLevel::head_of_state ||
           level == catalogue::OfficeLevel::head_of_government;
  }

  // There is one such office in a state: "Prime Minister", "Foreign Minister".
  [[nodiscard]] bool is_single(catalogue::Index office) const {
    if (office == npos) return false;
    const catalogue::Office& head = c_.catalogue.offices()[office];
    return is_top(office) || (head.level == catalogue::OfficeLevel::minister &&
                              head.id != "minister" && head.id.ends_with("_minister"));
  }

  // Somebody else is said to hold that office of `state`, or is one of two at the top of it.
  [[nodiscard]] bool is_held(catalogue::Index office, catalogue::Index state,
                             const std::string& person) const {
    if (!is_single(office)) return false;
    for (const names::Person& p : c_.cast.people) {
      if (p.name == person || p.offices.empty() || p.offices.front().former) continue;
      if (p.state && p.state.id == state && p.offices.front().office == office) return true;
    }
    return false;
  }

  // "The Secretary-General, X": of the organisation that meets.
  void officials(record::Meeting& m) const {
    if (!m.organisation) return;
    for (Participant& p : m.participants) {
      if (!open(p) || !is_official(head_of(p))) continue;
      p.organisation.set(*m.organisation, m.organisation.evidence, 0.5F,
                         "names/organisation-of-meeting");
    }
  }

  // An office that organisations have rather than states.
  [[nodiscard]] bool is_official(catalogue::Index office) const {
    if (office == npos) return false;
    const catalogue::Office& head = c_.catalogue.offices()[office];
    const bool official = head.level == catalogue::OfficeLevel::body_head ||
                          head.level == catalogue::OfficeLevel::body_official;
    return official && !is_chair(head);
  }

  // Chairs come from states.
  static bool is_chair(const catalogue::Office& head) {
    return head.id == "chair" || head.id == "co_chair" || head.id == "vice_chair" ||
           head.id == "director_general" || head.id == "executive_director" ||
           head.id == "managing_director";
  }

  // Of the states that meet, one is there by name alone and one person without a state: the one is
  // the other's.
  void only_side_left(Draft& draft) const {
    if (!draft.bilateral) return;
    Participant* someone = nullptr;
    const Participant* side = nullptr;
    bool other = false;
    for (Participant& p : draft.meeting.participants) {
      const bool alone = !p.person && p.state && *p.attendance != record::Attendance::absent;
      other = other || (p.person && p.state);
      if (lacks_state(p) && std::exchange(someone, &p) != nullptr) return;
      if (alone && std::exchange(side, &p) != nullptr) return;
    }
    if (someone == nullptr || side == nullptr || !other) return;
    someone->state.set(*side->state, side->state.evidence, 0.6F, "names/side-left");
    const Participant named = *side;
    std::erase_if(draft.meeting.participants, [&](const Participant& p) {
      return !p.person && p.state && *p.state == *named.state;
    });
  }

  // Of two who meet, one comes from elsewhere: from the state for which the report speaks or,
  // where that is the first one's, from the one it names most besides.
  void other_side(Draft& draft) const {
    record::Meeting& m = draft.meeting;
    if (!draft.bilateral) return;
    std::vector<std::string> sides;
    for (const Participant& p : m.participants) {
      if (p.state) sides.push_back(*p.state);
    }
    std::sort(sides.begin(), sides.end());
    sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
    if (sides.size() != 1) return;
    const bool represented =
        home_ && std::find(sides.begin(), sides.end(), code(home_)) != sides.end();
    const Named other = home_ && !represented ? home_ : most_named(sides);
    if (!other) return;
    for (Participant& p : m.participants) {
      if (!lacks_state(p) || is_held(head_of(p), other.id, *p.person)) continue;
      p.state.set(code(other), {other.words}, 0.5F, "names/other-side");
    }
  }

  // Whom a guest from abroad meets, in an office of no state that is said, is of the host's state.
  void host(Draft& draft) const {
    record::Meeting& m = draft.meeting;
    if (!draft.bilateral || !m.country || m.participants.size() < 2) return;
    const auto& all = m.participants;
    const bool abroad = std::any_of(all.begin(), all.end(), [&](const Participant& p) {
      return p.state && *p.state != *m.country;
    });
    const bool represented = std::any_of(all.begin(), all.end(), [&](const Participant& p) {
      return p.person && p.state && *p.state == *m.country;
    });
    if (!abroad || represented) return;
    for (Participant& p : m.participants) {
      if (lacks_state(p)) p.state.set(*m.country, m.country.evidence, 0.5F, "names/host-state");
    }
  }

  // Whoever remains is of the state for which the report speaks, unless somebody in the same
  // office is known to be.
  void home(Draft& draft) const {
    if (!home_) return;
    auto& all = draft.meeting.participants;
    // Beside a guest from abroad it is no guess.
    const bool beside = draft.bilateral && std::any_of(all.begin(), all.end(), [&](const auto& p) {
                          return p.state && *p.state != code(home_);
                        });
    for (Participant& p : all) {
      if (!lacks_state(p)) continue;
      const catalogue::Index office = head_of(p);
      const bool taken = std::any_of(all.begin(), all.end(), [&](const Participant& other) {
        if (&other == &p || !other.person || !other.offices || other.organisation) return false;
        const catalogue::Index held = head_of(other);
        const bool same = held == office || (is_top(held) && is_top(office));
        return same && (!other.state || *other.state == code(home_));
      });
      if (!taken && !is_held(office, home_.id, *p.person))
        p.state.set(code(home_), {home_.words}, 0.5F, beside ? "names/home-side" : kHomeState);
    }
  }

  // What one meeting tells of a person holds for the others. `guesses`: even that nothing else is
  // known than for whom the report speaks.
  void same_everywhere(record::Meeting& m, bool guesses) const {
    for (Participant& p : m.participants) {
      if (!open(p)) continue;
      for (const Draft& other : drafts_.drafts) {
        for (const Participant& known : other.meeting.participants) {
          if (!known.person || *known.person != *p.person || !known.state) continue;
          if (guesses || known.state.rule != kHomeState) p.state = known.state;
        }
        if (p.state) break;
      }
    }
  }

  // The chair is a state: that of the person in it, who presides as the host where nothing says
  // otherwise.
  static void chair(record::Meeting& m) {
    if (!m.chair || !m.chair_person || *m.chair != *m.chair_person) return;
    for (Participant& p : m.participants) {
      if (!p.person || *p.person != *m.chair) continue;
      if (!p.state && !p.organisation && p.offices && m.country) {
        p.state.set(*m.country, m.country.evidence, 0.5F, "names/state-of-host-chair");
      }
      if (!p.state) return;
      std::vector<ByteSpan> words = m.chair.evidence;
      words.insert(words.end(), p.state.evidence.begin(), p.state.evidence.end());
      m.chair.set(*p.state, std::move(words), 0.6F, "meetings/chair-of-person");
      return;
    }
  }

  const Context& c_;
  Drafts& drafts_;
  lexicon::CueClass agency_;
  lexicon::CueClass authority_;  // "ministry of", "office of the president"
  std::map<catalogue::Index, Count> counts_;
  Named home_;
};

}  // namespace

void complete_states(const Context& context, Drafts& drafts) { Home(context, drafts).run(); }

}  // namespace rapporteur::meetings
