// From mentions to meetings: one draft per meeting, however often the report names it.
//
// In the order of the text each mention joins the draft with which it agrees most and that it does
// not contradict; "the meeting" joins the last one that fits; what names no meeting between
// states or of an organisation opens none.

#include <algorithm>

#include "draft.h"
#include "founding.h"
#include "identity.h"
#include "main_meeting.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"
#include "sides.h"
#include "signing.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;

class Merger {
 public:
  Merger(const Context& context, std::vector<Mention> mentions) : c_(context), founding_(context) {
    out_.mentions = std::move(mentions);
  }

  Drafts run() {
    for (std::uint32_t i = 0; i < out_.mentions.size(); ++i) place(i);
    drop_unfounded();
    if (!out_.drafts.empty()) {
      out_.main = main_draft(c_, out_);
      out_.drafts[out_.main].meeting.main = true;
      assign_sentences();
    }
    return std::move(out_);
  }

 private:
  void place(std::uint32_t i) {
    const bool apart =
        out_.mentions[i].apart && complete_signing(c_, told_so_far(), out_.mentions[i]);
    const Mention& said = out_.mentions[i];
    if (said.apart && !apart && (lacks_sides(said) || belongs_to_witnesses(said))) return;
    if (said.closing) {
      if (const std::size_t ended = ended_by(identity_of(c_, said)); ended != kNone) {
        out_.drafts[ended].mentions.push_back(i);
        return;
      }
    }
    const bool of_row = complete(out_.mentions[i]);
    const Mention& m = out_.mentions[i];
    const Identity id = identity_of(c_, m);
    std::size_t best = told_of(m, id);
    if (best == kNone)
      best = id.kind == Kind::signing && !apart ? signed_at(id) : best_draft(m, id);
    if (best != kNone) {
      out_.drafts[best].mentions.push_back(i);
      merge_into(identities_[best], id);
      founded_[best] = founded_[best] || of_row || founding_.founds(m, id);
      return;
    }
    const bool bare = !of_row && !apart && !founding_.founds(m, id);
    if (bare && (m.kind == "event" || (m.definite && !out_.drafts.empty()))) return;
    out_.drafts.push_back({{i}, {}, false, {}});
    identities_.push_back(id);
    founded_.push_back(!bare);
  }

  // "It was the eighth round of their consultations": what was told right before, by its number.
  [[nodiscard]] std::size_t told_of(const Mention& m, const Identity& id) const {
    constexpr std::uint32_t kNear = 2;
    const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
    if (id.ordinal == 0 || !m.relation.empty() || m.tokens.begin < begin + 2) return kNone;
    const std::string_view verb = c_.doc.lower(m.tokens.begin - 1);
    const bool future = verb == "be" && m.tokens.begin >= begin + 3;
    const std::uint32_t it_at = m.tokens.begin - (future ? 3 : 2);
    const bool says =
        future || verb == "was" || verb == "is" || verb == "marked" || verb == "marks";
    const std::string_view it_word = c_.doc.lower(it_at);
    const bool it = it_word == "it" || it_word == "this" || it_word == "that";
    if (!says || !it || it_at != begin) return kNone;
    std::size_t best = kNone;
    std::uint32_t nearest = 0;
    std::uint32_t first = m.trigger.begin;
    for (std::size_t d = oldest(); d < out_.drafts.size(); ++d) {
      const Mention& last = out_.mentions[out_.drafts[d].mentions.back()];
      const Identity& told = identities_[d];
      const bool near = last.sentence < m.sentence && last.sentence + kNear >= m.sentence;
      const bool other = told.organisation != npos && id.organisation != npos &&
                         told.organisation != id.organisation;
      const bool numbered = told.ordinal != 0 && told.ordinal != id.ordinal;
      if (!founded_[d] || !near || other || numbered || !last.relation.empty()) continue;
      if (told.kind == Kind::visit || told.kind == Kind::call) continue;
      if (last.sentence < nearest) continue;
      if (last.sentence == nearest && last.trigger.begin >= first) continue;
      best = d;
      nearest = last.sentence;
      first = last.trigger.begin;
    }
    return best;
  }

  [[nodiscard]] std::size_t signed_at(const Identity& id) const {
    for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
      if (may_end_in(identities_[d], id)) return d;
    }
    return kNone;
  }

  // The meeting whose closing paper is signed: the one told last that those who sign may end.
  [[nodiscard]] std::size_t ended_by(const Identity& id) const {
    for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
      const Identity& other = identities_[d];
      const bool meets = other.kind != Kind::signing && other.kind != Kind::call &&
                         other.kind != Kind::visit && other.kind != Kind::reception;
      const bool strangers =
          !other.of_body() && !other.sides.empty() && !id.sides.empty() &&
          !std::includes(other.sides.begin(), other.sides.end(), id.sides.begin(), id.sides.end());
      if (founded_[d] && meets && !strangers) return d;
    }
    return kNone;
  }

  // "The presidents witnessed how their ministers signed": no meeting beside theirs.
  [[nodiscard]] bool belongs_to_witnesses(const Mention& m) const {
    if (!m.before_leaders) return false;
    for (std::size_t d = oldest(); d < out_.drafts.size(); ++d) {
      const Kind kind = identities_[d].kind;
      if (founded_[d] && kind != Kind::signing && kind != Kind::call) return true;
    }
    return false;
  }

  [[nodiscard]] static bool lacks_sides(const Mention& m) {
    return m.people.size() + m.states.size() < 2;
  }

  [[nodiscard]] std::vector<Told> told_so_far() const {
    std::vector<Told> out;
    for (std::size_t d = oldest(); d < out_.drafts.size(); ++d) {
      if (!founded_[d]) continue;
      out.push_back({&identities_[d], &out_.mentions[out_.drafts[d].mentions.front()]});
    }
    return out;
  }

  // What the words leave to what was said before: the organisation of "the sixth Summit" and "the
  // next meeting", the sides of "the talks". True if it is one of a row that was named before.
  bool complete(Mention& m) {
    const bool bare = !m.organisation && !m.organ && m.organ_words.empty();
    if (bare && m.people.size() == 1 && (m.kind == "talks" || m.kind == "reception")) add_guest(m);
    if (!bare) return adopts_organ(m);
    if (!m.people.empty() || !m.states.empty()) return false;
    const bool other = m.ordinal > 0 || !m.relation.empty();
    if (other && (!m.verbal || !m.relation.empty())) {
      if (const Mention* named = row_of(m); named != nullptr) {
        m.organisation = named->organisation;
        m.organ = named->organ;
        m.organ_words = named->organ_words;
        m.organ_span = named->organ_span;
        m.top_level = named->top_level;
        if (m.kind == "event" || m.verbal) m.kind = named->kind;
        return true;
      }
      if (takes_sides(m)) return true;
    }
    complete_few(m);
    return false;
  }

  // "The Council last met in Doha": the council of which the report spoke with its full name.
  bool adopts_organ(Mention& m) const {
    if (m.relation.empty() || m.organisation || m.organ || m.organ_words.empty()) return false;
    const std::string words = catalogue::fold(m.organ_words);
    for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
      const Identity& id = identities_[d];
      if (!founded_[d] || id.organ.empty() || !id.organ.ends_with(words)) continue;
      for (const std::uint32_t i : out_.drafts[d].mentions) {
        const Mention& named = out_.mentions[i];
        if (!m.organisation) m.organisation = named.organisation;
        if (!m.organ) m.organ = named.organ;
      }
      return true;
    }
    return false;
  }

  // The mention that names the row of "the next meeting": of the draft spoken of last in its
  // paragraph; where the paragraph names none, of the one spoken of most.
  [[nodiscard]] const Mention* row_of(const Mention& m) const {
    const Mention* out = nullptr;
    std::size_t most = 0;
    const std::uint32_t paragraph = c_.doc.sentences()[m.sentence].paragraph;
    for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
      const Mention* named = named_mention(d, m.kind, m.verbal);
      if (named == nullptr || !founded_[d]) continue;
      const std::vector<std::uint32_t>& spoken = out_.drafts[d].mentions;
      const Mention& last = out_.mentions[spoken.back()];
      if (c_.doc.sentences()[last.sentence].paragraph == paragraph) return named;
      if (spoken.size() < most) continue;
      most = spoken.size();
      out = named;
    }
    return out;
  }

  // "The next round": between those who met in the talks that were spoken of last.
  bool takes_sides(Mention& m) const {
    if (m.relation.empty() && m.ordinal == 0) return false;
    for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
      const Identity& id = identities_[d];
      if (!founded_[d] || id.of_body() || id.kind != Kind::talks) continue;
      const Mention& named = out_.mentions[out_.drafts[d].mentions.front()];
      m.states = named.states;
      for (const std::uint32_t p : named.people) {
        const Named& state = c_.cast.people[p].state;
        if (state) m.states.push_back(state);
      }
      if (m.kind == "event") m.kind = "talks";
      return true;
    }
    return false;
  }

  void complete_few(Mention& m) {
    const bool few = m.kind == "talks" || m.kind == "call";
    if (!few || m.in_headline) return;
    bool known = false;
    for (std::size_t d = 0; d < out_.drafts.size(); ++d) {
      known = known || (founded_[d] && !out_.mentions[out_.drafts[d].mentions.front()].in_headline);
    }
    if (known) {
      if (m.kind == "talks" && !(m.definite && told_talks())) m.people = guest_and_host();
      return;
    }
    m.states = states_of_sentence(c_, m);
    if (m.states.empty()) m.people = two_sides(c_);
  }

  // Talks between persons who are known were told before: "the talks" are those.
  [[nodiscard]] bool told_talks() const {
    for (std::size_t d = oldest(); d < out_.drafts.size(); ++d) {
      const Identity& id = identities_[d];
      if (founded_[d] && id.kind == Kind::talks && !id.of_body() && id.people.size() >= 2) {
        return true;
      }
    }
    return false;
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
      if (!founded_[d]) continue;
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

  // The mention of draft `d` that names its body, if a meeting called `kind` may be of that row.
  [[nodiscard]] const Mention* named_mention(std::size_t d, std::string_view kind,
                                             bool verbal) const {
    for (const std::uint32_t i : out_.drafts[d].mentions) {
      const Mention& m = out_.mentions[i];
      const bool same =
          kind == "event" || verbal ||
          (kind == "meeting" || kind == "session" ? m.kind != "summit" : m.kind == kind);
      if (same && (m.organisation || m.organ || !m.organ_words.empty())) return &m;
    }
    return nullptr;
  }

  [[nodiscard]] std::size_t best_draft(const Mention& m, const Identity& id) const {
    std::size_t best = kNone;
    int best_score = 0;
    // "The ministers met to prepare the summit" speaks of two.
    const bool linked = !m.verbal && is_only_linked(c_, m);
    for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
      if (!compatible(identities_[d], id)) continue;
      if (linked && out_.mentions[out_.drafts[d].mentions.back()].sentence == m.sentence) continue;
      int score = 2 * agreement(identities_[d], id);
      const bool says_nothing =
          !id.of_body() && id.people.empty() && id.states.empty() && id.ordinal == 0;
      const Mention& first = out_.mentions[out_.drafts[d].mentions.front()];
      const bool only_headline =
          first.in_headline && out_.mentions[out_.drafts[d].mentions.back()].in_headline;
      const bool same_number = id.ordinal != 0 && id.ordinal == identities_[d].ordinal;
      if (m.fresh && !only_headline && score < 14 && !same_number) continue;
      // "The next meeting" is never the one that was spoken of so far.
      const bool by_number = m.relation == "next" && follows(identities_[d]);
      if (!m.relation.empty() && m.relation != first.relation && !same_number && !by_number &&
          !only_headline) {
        continue;
      }
      if (says_nothing && !m.fresh) score += refers_back(m, id, d);
      if (!says_nothing && !id.of_body() && score == 0 && m.verbal) score = 0;
      // The headline and the first sentence speak of one meeting.
      const bool of_headline = first.in_headline && founded_[d] && says_nothing && m.definite;
      if ((only_headline || of_headline) && !m.in_headline) score += 1;
      if (score > best_score) {
        best = d;
        best_score = score;
      }
    }
    return best;
  }

  // "The next meeting" is the 41st where the 40th is the one that was spoken of.
  [[nodiscard]] bool follows(const Identity& id) const {
    return id.ordinal > 1 &&
           std::any_of(identities_.begin(), identities_.end(),
                       [&](const Identity& other) { return other.ordinal + 1 == id.ordinal; });
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
  Founding founding_;
  Drafts out_;
  std::vector<Identity> identities_;
  std::vector<bool> founded_;
};

}  // namespace

Drafts draft_meetings(const Context& context, std::vector<Mention> mentions) {
  return Merger(context, std::move(mentions)).run();
}

}  // namespace rapporteur::meetings
