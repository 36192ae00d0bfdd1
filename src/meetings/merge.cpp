// From mentions to meetings: one draft per meeting, however often the report names it.
//
// In the order of the text each mention joins the draft with which it agrees most and that it does
// not contradict; "the meeting" joins the last one that fits; what names no meeting between
// states or of an organisation opens none.

#include <algorithm>

#include "draft.h"
#include "identity.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;

class Merger {
 public:
  Merger(const Context& context, std::vector<Mention> mentions) : c_(context) {
    out_.mentions = std::move(mentions);
  }

  Drafts run() {
    for (std::uint32_t i = 0; i < out_.mentions.size(); ++i) place(i);
    drop_unfounded();
    if (!out_.drafts.empty()) {
      choose_main();
      assign_sentences();
    }
    return std::move(out_);
  }

 private:
  void place(std::uint32_t i) {
    complete(out_.mentions[i]);
    const Mention& m = out_.mentions[i];
    const Identity id = identity_of(c_, m);
    const std::size_t best = id.kind == Kind::signing ? signed_at(id) : best_draft(m, id);
    if (best != kNone) {
      out_.drafts[best].mentions.push_back(i);
      merge_into(identities_[best], id);
      founded_[best] = founded_[best] || founds(m, id);
      return;
    }
    const bool bare = !founds(m, id);
    if (bare && (m.kind == "event" || (m.definite && !out_.drafts.empty()))) return;
    out_.drafts.push_back({{i}, {}, false, {}});
    identities_.push_back(id);
    founded_.push_back(!bare);
  }

  // A signing by those who meet anyway belongs to their meeting.
  [[nodiscard]] std::size_t signed_at(const Identity& id) const {
    for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
      const Identity& other = identities_[d];
      const bool same_people = !id.people.empty() && other.people == id.people;
      const bool all_there = std::includes(other.people.begin(), other.people.end(),
                                           id.people.begin(), id.people.end());
      const bool same_time =
          id.when.empty() || other.when.empty() || time::overlap(id.when, other.when);
      const bool same_place = id.place.empty() || other.place.empty() || id.place == other.place;
      if ((same_people || (all_there && other.of_body())) && same_time && same_place) return d;
    }
    return kNone;
  }

  // What the words leave to what was said before: the organisation of "the sixth Summit" and "the
  // next meeting", the sides of "the talks".
  void complete(Mention& m) {
    const bool bare = !m.organisation && !m.organ && m.organ_words.empty();
    if (bare && m.people.size() == 1 && (m.kind == "talks" || m.kind == "reception")) add_guest(m);
    if (!bare || !m.people.empty() || !m.states.empty()) return;
    const bool other = m.ordinal > 0 || !m.relation.empty();
    if (other && !m.verbal) {
      for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
        const Mention* named = named_mention(d, m.kind);
        if (named == nullptr) continue;
        m.organisation = named->organisation;
        m.organ = named->organ;
        m.organ_words = named->organ_words;
        m.organ_span = named->organ_span;
        m.top_level = named->top_level;
        if (m.kind == "event") m.kind = named->kind;
        return;
      }
    }
    const bool few = m.kind == "talks" || m.kind == "call";
    if (!few || m.in_headline) return;
    bool known = false;
    for (std::size_t d = 0; d < out_.drafts.size(); ++d) {
      known = known || (founded_[d] && !out_.mentions[out_.drafts[d].mentions.front()].in_headline);
    }
    if (known) {
      if (m.kind == "talks") m.people = guest_and_host();
      return;
    }
    m.states = states_of_sentence(m);
    if (m.states.empty()) m.people = two_sides();
  }

  // "the talks with X" during a visit: the other side is the visitor.
  void add_guest(Mention& m) const {
    for (std::size_t d = 0; d < out_.drafts.size(); ++d) {
      if (identities_[d].kind != Kind::visit || identities_[d].people.empty()) continue;
      const std::uint32_t guest = identities_[d].people.front();
      if (guest != m.people.front()) m.people.push_back(guest);
      return;
    }
  }

  // The sides of talks during a visit that is the only thing spoken of so far; else nobody.
  [[nodiscard]] std::vector<std::uint32_t> guest_and_host() const {
    for (std::size_t d = 0; d < out_.drafts.size(); ++d) {
      if (identities_[d].kind != Kind::visit) return {};
      if (identities_[d].people.empty()) continue;
      std::vector<std::uint32_t> out{identities_[d].people.front()};
      const names::Person& guest = c_.cast.people[out.front()];
      for (std::uint32_t p = 0; p < c_.cast.people.size() && out.size() < 2; ++p) {
        const names::Person& person = c_.cast.people[p];
        const bool other = !person.offices.empty() && guest.state &&
                           (!person.state || person.state.id != guest.state.id);
        if (other && p != out.front()) out.push_back(p);
      }
      return out.size() == 2 ? out : std::vector<std::uint32_t>{};
    }
    return {};
  }

  // "Ministers of Mali, Mauritania and Senegal held talks": two states or more, none of them a
  // place; empty if there are fewer.
  [[nodiscard]] std::vector<Named> states_of_sentence(const Mention& m) const {
    const TokenRange s = c_.sentence(m.trigger.begin);
    std::vector<Named> out;
    for (std::uint32_t t = s.begin; t < m.trigger.begin; ++t) {
      const tagger::Tag* tag = c_.tags.starting(t);
      if (tag == nullptr || tag->label != tagger::Label::state) continue;
      const bool known =
          std::any_of(out.begin(), out.end(), [&](const Named& n) { return n.id == tag->id; });
      if (!known) out.push_back({tag->id, c_.doc.span(tag->tokens)});
    }
    if (out.size() < 2) out.clear();
    return out;
  }

  // The mention of draft `d` that names its body, if a meeting called `kind` may be of that row.
  [[nodiscard]] const Mention* named_mention(std::size_t d, std::string_view kind) const {
    for (const std::uint32_t i : out_.drafts[d].mentions) {
      const Mention& m = out_.mentions[i];
      const bool same =
          kind == "meeting" || kind == "session" ? m.kind != "summit" : m.kind == kind;
      if (same && (m.organisation || m.organ || !m.organ_words.empty())) return &m;
    }
    return nullptr;
  }

  // The first two office-holders of different states, in the order of the text.
  [[nodiscard]] std::vector<std::uint32_t> two_sides() const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t p = 0; p < c_.cast.people.size() && out.size() < 2; ++p) {
      const names::Person& person = c_.cast.people[p];
      if (!person.state || person.offices.empty()) continue;
      const bool new_side = out.empty() || c_.cast.people[out.front()].state.id != person.state.id;
      if (new_side) out.push_back(p);
    }
    if (out.size() < 2) out.clear();
    return out;
  }

  [[nodiscard]] std::size_t best_draft(const Mention& m, const Identity& id) const {
    std::size_t best = kNone;
    int best_score = 0;
    for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
      if (!compatible(identities_[d], id)) continue;
      int score = 2 * agreement(identities_[d], id);
      const bool says_nothing =
          !id.of_body() && id.people.empty() && id.states.empty() && id.ordinal == 0;
      const Mention& first = out_.mentions[out_.drafts[d].mentions.front()];
      const bool only_headline =
          first.in_headline && out_.mentions[out_.drafts[d].mentions.back()].in_headline;
      const bool same_number = id.ordinal != 0 && id.ordinal == identities_[d].ordinal;
      if (m.fresh && !only_headline && score < 14 && !same_number) continue;
      // "The next meeting" is never the one that was spoken of so far.
      if (!m.relation.empty() && m.relation != first.relation && !same_number && !only_headline) {
        continue;
      }
      if (says_nothing && !m.fresh) score += refers_back(m, id, d);
      if (!says_nothing && !id.of_body() && score == 0 && m.verbal) score = 0;
      // The headline and the first sentence speak of one meeting.
      if (out_.mentions[out_.drafts[d].mentions.front()].in_headline && !m.in_headline) score += 1;
      if (score > best_score) {
        best = d;
        best_score = score;
      }
    }
    return best;
  }

  // A report of hundreds of meetings is a list: what stood far above is not spoken of again.
  [[nodiscard]] std::size_t oldest() const {
    constexpr std::size_t kWindow = 256;
    return out_.drafts.size() > kWindow ? out_.drafts.size() - kWindow : 0;
  }

  // "the meeting" after a meeting: the later the draft was spoken of, the likelier.
  [[nodiscard]] int refers_back(const Mention& m, const Identity& id, std::size_t d) const {
    const Mention& last = out_.mentions[out_.drafts[d].mentions.back()];
    if (!m.definite && !m.in_headline && m.sentence != last.sentence) return 0;
    const bool same_kind = !id.kind_known || identities_[d].kind == id.kind || m.kind == "event" ||
                           m.kind == "meeting";
    if (!same_kind) return 0;
    return 2;
  }

  // The mention itself says that states or an organisation meet.
  [[nodiscard]] bool founds(const Mention& m, const Identity& id) const {
    if (m.organisation || (m.organ && organisation_of(c_, m) != npos)) return true;
    if (m.organ && m.organ.id != npos &&
        c_.catalogue.bodies()[m.organ.id].kind == catalogue::BodyKind::series) {
      return true;
    }
    if (sides(m) >= 2) return true;
    if (id.kind == Kind::visit) return sides(m) >= 1 && visits_abroad(m);
    if (m.top_level && m.ordinal > 0) return true;
    if (m.kind == "summit") return m.place || m.country || !m.organ_words.empty() || m.ordinal > 0;
    if (id.kind == Kind::signing) return sides(m) >= 2;
    if (id.kind == Kind::call || id.kind == Kind::reception) return sides(m) >= 1;
    if (!m.organ_words.empty()) return is_international(m);
    return false;
  }

  // How many different states take part by the words of the mention.
  [[nodiscard]] std::size_t sides(const Mention& m) const {
    std::vector<catalogue::Index> states;
    const auto add = [&](catalogue::Index state) {
      if (state != npos && std::find(states.begin(), states.end(), state) == states.end()) {
        states.push_back(state);
      }
    };
    for (const Named& state : m.states) add(state.id);
    std::size_t unknown = 0;
    std::vector<catalogue::Index> held;  // by those of no known state
    for (const std::uint32_t p : m.people) {
      const names::Person& person = c_.cast.people[p];
      if (person.state) add(person.state.id);
      if (person.state || (!person.body && person.offices.empty())) continue;
      unknown = std::max<std::size_t>(unknown, 1);
      for (const names::Office& office : person.offices) {
        // One state has no two presidents.
        if (std::find(held.begin(), held.end(), office.office) != held.end()) unknown = 2;
        held.push_back(office.office);
      }
    }
    return states.size() + unknown;
  }

  // "visit to Georgia" by somebody: the state is another one than the visitor's.
  [[nodiscard]] bool visits_abroad(const Mention& m) const {
    return m.country || m.place || !m.states.empty();
  }

  // An organ's wording that only meetings of states have: plural ministers, heads of state.
  [[nodiscard]] bool is_international(const Mention& m) const {
    for (const names::Office& office : c_.cast.offices) {
      if (office.words.empty() || !office.plural) continue;
      const bool same = office.words.front().begin >= m.organ_span.begin &&
                        office.words.back().end <= m.organ_span.end;
      if (same) return !office.state;
    }
    return false;
  }

  void drop_unfounded() {
    std::vector<Draft> kept;
    std::vector<Identity> identities;
    for (std::size_t d = 0; d < out_.drafts.size(); ++d) {
      if (!founded_[d]) continue;
      kept.push_back(std::move(out_.drafts[d]));
      identities.push_back(identities_[d]);
    }
    out_.drafts = std::move(kept);
    identities_ = std::move(identities);
  }

  // The report is about what its headline and its first sentences name, and names most.
  void choose_main() {
    int best_score = -1;
    for (std::size_t d = 0; d < out_.drafts.size(); ++d) {
      int score = 0;
      for (const std::uint32_t i : out_.drafts[d].mentions) {
        const Mention& m = out_.mentions[i];
        const text::LineRole role = c_.doc.sentences()[m.sentence].role;
        if (role == text::LineRole::teaser || role == text::LineRole::caption) continue;
        if (is_only_linked(m)) continue;
        score += 2;
        if (m.in_headline) score += 4;
        if (m.ordinal > 0) score += 2;
        if (m.relation.empty() && !m.in_headline && is_early(m)) score += 4;
        if (!m.relation.empty()) score -= 3;
      }
      if (score > best_score) {
        best_score = score;
        out_.main = d;
      }
    }
    out_.drafts[out_.main].meeting.main = true;
  }

  // "as part of the preparations for the summit", "on the sidelines of the session": the words are
  // about another meeting.
  [[nodiscard]] bool is_only_linked(const Mention& m) const {
    const TokenRange s = c_.sentence(m.trigger.begin);
    for (std::uint32_t back = 1; back <= 8 && m.tokens.begin >= s.begin + back; ++back) {
      TokenRange words;
      const lexicon::Cue* cue = c_.cue(m.tokens.begin - back, c_.cues.link, &words);
      if (cue != nullptr && words.end <= m.tokens.begin && m.tokens.begin - words.end <= 1) {
        return true;
      }
    }
    return false;
  }

  // In the first two sentences of running text.
  [[nodiscard]] bool is_early(const Mention& m) const {
    std::uint32_t body = 0;
    for (std::uint32_t s = 0; s < m.sentence; ++s) {
      body += c_.doc.sentences()[s].role == text::LineRole::body ? 1 : 0;
    }
    return body < 2;
  }

  void assign_sentences() {
    for (Draft& draft : out_.drafts) {
      for (const std::uint32_t i : draft.mentions) {
        draft.sentences.push_back(out_.mentions[i].sentence);
      }
      std::sort(draft.sentences.begin(), draft.sentences.end());
      draft.sentences.erase(std::unique(draft.sentences.begin(), draft.sentences.end()),
                            draft.sentences.end());
    }
    for (Draft& draft : out_.drafts) {
      const Identity id = identities_[static_cast<std::size_t>(&draft - out_.drafts.data())];
      draft.bilateral = !id.of_body();
    }
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  const Context& c_;
  Drafts out_;
  std::vector<Identity> identities_;
  std::vector<bool> founded_;
};

}  // namespace

Drafts draft_meetings(const Context& context, std::vector<Mention> mentions) {
  return Merger(context, std::move(mentions)).run();
}

}  // namespace rapporteur::meetings
