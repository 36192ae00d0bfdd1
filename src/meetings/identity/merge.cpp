// From mentions to meetings: one draft per meeting, however often the report names it.
//
// In the order of the text each mention joins the draft with which it agrees most and that it does
// not contradict; "the meeting" joins the last one that fits; what names no meeting between
// states or of an organisation opens none.

#include <algorithm>

#include "draft.h"
#include "identity/back_reference.h"
#include "identity/bare_talks.h"
#include "identity/completion.h"
#include "identity/identity.h"
#include "identity/joining.h"
#include "identity/lead_group.h"
#include "identity/main_meeting.h"
#include "identity/private_talks.h"
#include "identity/repeated.h"
#include "identity/signing.h"
#include "identity/states_told.h"
#include "mention/mention_parts.h"
#include "organ/founding.h"
#include "rapporteur/time/edtf.h"
#include "verbal/told_guests.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;

class Merger {
 public:
  Merger(const Context& context, std::vector<Mention> mentions)
      : c_(context),
        founding_(context),
        completion_(context, out_, identities_, founded_),
        back_reference_(context, out_, identities_, founded_),
        joining_(context, out_, identities_, founded_) {
    out_.mentions = std::move(mentions);
  }

  Drafts run() {
    for (std::uint32_t i = 0; i < out_.mentions.size(); ++i) place(i);
    found_by_group();
    drop_unfounded();
    if (!out_.drafts.empty()) {
      out_.set_main(main_draft(c_, out_));
      assign_sentences();
    }
    return std::move(out_);
  }

 private:
  void place(std::uint32_t i) {
    if (out_.mentions[i].told_guests &&
        !take_told_guests({out_, identities_, founded_}, out_.mentions[i])) {
      return;
    }
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
    completion_.tell_other_time(out_.mentions[i]);
    const std::size_t told = back_reference_.target(said, identity_of(c_, said));
    const bool of_row =
        told == kNone &&
        (completion_.complete(out_.mentions[i]) || completion_.takes_group(out_.mentions[i]) ||
         completion_.takes_prelude(out_.mentions[i]) ||
         completion_.takes_committee(out_.mentions[i]) ||
         completion_.takes_other_day(out_.mentions[i]) || take_pair_told(c_, out_.mentions[i]) ||
         take_states_told(c_, founded_, out_.mentions[i]));
    const Mention& m = out_.mentions[i];
    const Identity id = identity_of(c_, m);
    std::size_t best = told;
    if (best == kNone)
      best = id.kind == Kind::signing && !apart ? signed_at(m, id) : joining_.best(m, id);
    if (best != kNone) {
      out_.drafts[best].mentions.push_back(i);
      merge_into(identities_[best], id);
      founded_[best] = founded_[best] || of_row || founding_.founds(m, id);
      return;
    }
    const bool bare = !of_row && !apart && !founding_.founds(m, id) && !is_beside_row(m) &&
                      !is_met_as_well(m) && !is_with_guest({out_, identities_, founded_}, m, id);
    if (bare && (m.kind == "event" || (m.definite && !out_.drafts.empty()))) return;
    // "A and B sign papers" above, until the text tells who did.
    const bool title = m.in_headline && id.kind == Kind::signing && id.people.empty();
    out_.drafts.push_back({{i}, {}, false, {}});
    identities_.push_back(id);
    founded_.push_back(!bare && !title);
  }

  // "The OPEC committee meets on 17 May, while the Joint Technical Committee will meet on 16 May":
  // another organ, in the sentence that tells of an organisation's meeting.
  [[nodiscard]] bool is_beside_row(const Mention& m) const {
    if (m.organ_words.empty() || m.time == kNobody || out_.drafts.empty()) return false;
    const std::size_t d = out_.drafts.size() - 1;
    const Mention& last = out_.mentions[out_.drafts[d].mentions.back()];
    const bool told = founded_[d] && identities_[d].organisation != npos;
    return told && last.sentence == m.sentence && founding_.is_headed(m);
  }

  // "He will hold talks with the President of Peru and |meet Vice President X|": whom the same
  // person meets beside one from elsewhere.
  [[nodiscard]] bool is_met_as_well(const Mention& m) const {
    const bool one = m.verbal && !m.objects.empty() && m.people.size() == m.objects.size() + 1;
    const bool meets = m.kind == "talks" || m.kind == "meeting";
    if (!one || !meets || out_.drafts.empty() || !founded_.back()) return false;
    const Mention& last = out_.mentions[out_.drafts.back().mentions.back()];
    return last.verbal && last.sentence == m.sentence && !last.people.empty() &&
           last.people.front() == m.people.front() && !identities_.back().of_body();
  }

  [[nodiscard]] std::size_t signed_at(const Mention& m, const Identity& id) const {
    if (m.fresh) return kNone;
    for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
      const Mention& first = out_.mentions[out_.drafts[d].mentions.front()];
      const bool old = is_signed_long_before(c_, id, {&identities_[d], &first});
      if (may_end_in(identities_[d], id) && !old && !is_signed_before(m, identities_[d])) return d;
    }
    return kNone;
  }

  // "the agreement |signed| between A and B" below a summit of next month: no end of that one.
  [[nodiscard]] bool is_signed_before(const Mention& m, const Identity& meeting) const {
    constexpr std::uint32_t kNear = 4;
    const auto days = time::days_of(meeting.when);
    const auto today = time::days_of(c_.report.published);
    if (!m.verbal || !days || !today || days->first <= today->last) return false;
    const std::uint32_t begin = c_.sentence(m.trigger.begin).begin;
    for (std::uint32_t back = 0; back <= kNear && m.trigger.begin >= begin + back; ++back) {
      const std::uint32_t t = m.trigger.begin - back;
      const bool ahead = c_.cue(t, c_.cues.future) != nullptr;
      if (ahead || c_.lower(t) == "to" || c_.lower(t) == "be") return false;
    }
    return c_.lower(m.trigger.end - 1) == "signed";
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
      if (founded_[d] && meets && !strangers && !joining_.is_earlier_edition(d)) return d;
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

  [[nodiscard]] std::size_t oldest() const { return oldest_draft(out_); }

  // "The meeting", of which nothing else is said, is that of those of whom the report speaks first.
  void found_by_group() {
    if (out_.drafts.empty() || founded_.front()) return;
    Mention& m = out_.mentions[out_.drafts.front().mentions.front()];
    const bool summit = m.kind == "summit" && !is_only_linked(c_, m);
    const bool many = m.kind == "meeting" || m.kind == "session" || m.kind == "talks" || summit;
    if (!many || !m.definite || m.organ || m.organisation || !m.organ_words.empty()) return;
    const std::optional<LeadGroup> group = lead_group(c_);
    if (!group || group->sentence > m.sentence) return;
    if (!summit) {
      m.organ_words = group->office->text;
      m.organ_span = join(group->office->words.front(), group->office->words.back());
    }
    m.organisation = group->organisation;
    if (!group->organisation) m.states = group->states;
    Mention told;
    told.tokens = told.trigger = group->office->tokens;
    told.sentence = group->sentence;
    if (m.time == kNobody) m.time = time_beside(c_, told);
    if (!m.place && !m.country) {
      place_beside(c_, told);
      m.place = told.place;
      m.country = told.country;
    }
    identities_.front() = identity_of(c_, m);
    founded_.front() = true;
  }

  // The meeting of which the report speaks from its first lines on, where it never says whose it
  // is: "The meeting is to be held by video. ..."
  void found_by_report() {
    const bool any = std::find(founded_.begin(), founded_.end(), true) != founded_.end();
    if (any || !founding_.among_states()) return;
    std::size_t best = kNone;
    for (std::size_t d = 0; d < out_.drafts.size(); ++d) {
      const Mention& first = out_.mentions[out_.drafts[d].mentions.front()];
      const bool may = first.kind != "visit" && first.kind != "signing" && first.kind != "event";
      if (!may || is_only_linked(c_, first)) continue;
      if (best != kNone && out_.drafts[d].mentions.size() <= out_.drafts[best].mentions.size()) {
        continue;
      }
      best = d;
    }
    if (best != kNone) founded_[best] = true;
  }

  void drop_unfounded() {
    found_by_report();
    drop_titles_of_papers(out_, identities_, founded_);
    join_bare_talks(c_, out_, identities_, founded_);
    join_dealt_talks(c_, out_, identities_, founded_);
    join_signings(out_, identities_, founded_);
    join_repeated(c_.report.published, out_, identities_, founded_);
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

  static constexpr std::size_t kNone = BackReference::kNone;
  const Context& c_;
  Founding founding_;
  Drafts out_;
  std::vector<Identity> identities_;
  std::vector<bool> founded_;
  Completion completion_;
  BackReference back_reference_;
  Joining joining_;
};

}  // namespace

Drafts draft_meetings(const Context& context, std::vector<Mention> mentions) {
  return Merger(context, std::move(mentions)).run();
}

}  // namespace rapporteur::meetings
