// From mentions to meetings: one draft per meeting, however often the report names it.
//
// In the order of the text each mention joins the draft with which it agrees most and that it does
// not contradict; "the meeting" joins the last one that fits; what names no meeting between
// states or of an organisation opens none.

#include <algorithm>
#include <span>

#include "back_reference.h"
#include "bare_talks.h"
#include "completion.h"
#include "draft.h"
#include "founding.h"
#include "identity.h"
#include "lead_group.h"
#include "main_meeting.h"
#include "mention_parts.h"
#include "private_talks.h"
#include "prospect.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"
#include "repeated.h"
#include "sides.h"
#include "signing.h"
#include "told_guests.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;

class Merger {
 public:
  Merger(const Context& context, std::vector<Mention> mentions)
      : c_(context),
        founding_(context),
        completion_(context, out_, identities_, founded_),
        back_reference_(context, out_, identities_, founded_) {
    out_.mentions = std::move(mentions);
  }

  Drafts run() {
    for (std::uint32_t i = 0; i < out_.mentions.size(); ++i) place(i);
    found_by_group();
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
    const std::size_t told = back_reference_.target(said, identity_of(c_, said));
    const bool of_row =
        told == kNone &&
        (completion_.complete(out_.mentions[i]) || completion_.takes_group(out_.mentions[i]) ||
         completion_.takes_prelude(out_.mentions[i]) ||
         completion_.takes_other_day(out_.mentions[i]) || take_pair_told(c_, out_.mentions[i]));
    const Mention& m = out_.mentions[i];
    const Identity id = identity_of(c_, m);
    std::size_t best = told;
    if (best == kNone)
      best = id.kind == Kind::signing && !apart ? signed_at(m, id) : best_draft(m, id);
    if (best != kNone) {
      out_.drafts[best].mentions.push_back(i);
      merge_into(identities_[best], id);
      founded_[best] = founded_[best] || of_row || founding_.founds(m, id);
      return;
    }
    const bool bare = !of_row && !apart && !founding_.founds(m, id) && !is_beside_row(m) &&
                      !is_met_as_well(m) && !is_with_guest({out_, identities_, founded_}, m, id);
    if (bare && (m.kind == "event" || (m.definite && !out_.drafts.empty()))) return;
    out_.drafts.push_back({{i}, {}, false, {}});
    identities_.push_back(id);
    founded_.push_back(!bare);
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
      if (founded_[d] && meets && !strangers && !is_earlier_edition(d)) return d;
    }
    return kNone;
  }

  // "the 7th session ... the decisions of |the 6th session|": the next number was told before.
  [[nodiscard]] bool is_earlier_edition(std::size_t d) const {
    const Identity& id = identities_[d];
    const auto told = identities_.begin() + static_cast<std::ptrdiff_t>(d);
    return id.ordinal > 0 && std::any_of(identities_.begin(), told, [&](const Identity& other) {
             return other.ordinal == id.ordinal + 1 && other.kind == id.kind;
           });
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

  [[nodiscard]] std::size_t best_draft(const Mention& m, const Identity& id) const {
    std::size_t best = kNone;
    int best_score = 0;
    // "The ministers met to prepare the summit" speaks of two.
    const bool linked = !m.verbal && is_only_linked(c_, m);
    const bool attended = is_attended(c_, m);
    // "Beside the trilateral, X will hold |bilateral talks with Y|"
    const bool of_two = id.people.size() == 2 && !id.of_body() && is_private(c_, m);
    for (std::size_t d = out_.drafts.size(); d-- > oldest();) {
      if (!compatible(identities_[d], id) && !is_of_headline(d, m, id)) continue;
      const Mention& last = out_.mentions[out_.drafts[d].mentions.back()];
      if (linked && last.sentence == m.sentence) continue;
      const bool talks = last.verbal && last.people.size() > 1 && last.sentence == m.sentence;
      if ((attended && talks) || (of_two && identities_[d].sides.size() > 2)) continue;
      if (is_at_other_time(m, d) || is_still_to_come(m, id, d) || is_long_past(id, d)) continue;
      int score = 2 * agreement(identities_[d], id);
      const bool says_nothing =
          !id.of_body() && id.people.empty() && id.states.empty() && id.ordinal == 0;
      const Mention& first = out_.mentions[out_.drafts[d].mentions.front()];
      const bool only_headline =
          first.in_headline && out_.mentions[out_.drafts[d].mentions.back()].in_headline;
      const bool same_number = id.ordinal != 0 && id.ordinal == identities_[d].ordinal;
      const bool same_visit = is_same_visit(identities_[d], id);
      const bool to_come = m.relation == "next" && is_to_come(d, id, m);
      const bool same = same_number || same_visit || to_come || are_same_talks(identities_[d], id);
      if (m.fresh && !only_headline && score < 14 && !same) continue;
      // "held talks about the coming summit"
      const bool other = !first.relation.empty() && m.relation.empty() && id.kind_known &&
                         first.kind == "summit" && id.kind == Kind::talks && !m.definite;
      if (other && !same) continue;
      // "The next meeting" is never the one that was spoken of so far.
      const bool by_number = to_come || (m.relation == "next" && follows(identities_[d]));
      const bool opens = only_headline && !is_told_in_text();
      if (!m.relation.empty() && m.relation != first.relation && !same_number && !by_number &&
          !opens) {
        continue;
      }
      if (says_nothing && !m.fresh) score += refers_back(m, id, d);
      if (!says_nothing && !id.of_body() && score == 0 && m.verbal) score = 0;
      // The headline and the first sentence speak of one meeting.
      const bool of_headline = first.in_headline && founded_[d] && says_nothing && m.definite &&
                               !is_told_right_before(m, d);
      if ((only_headline || of_headline) && !m.in_headline) score += 1;
      if (score > best_score) {
        best = d;
        best_score = score;
      }
    }
    return best;
  }

  // The text below the headline has told of a meeting already.
  [[nodiscard]] bool is_told_in_text() const {
    for (std::size_t d = 0; d < out_.drafts.size(); ++d) {
      const bool told = !out_.mentions[out_.drafts[d].mentions.back()].in_headline;
      if (told && founded_[d] && identities_[d].kind == Kind::talks) return true;
    }
    return false;
  }

  // "Experts took up their work in Abuja. |Their meeting| ...": of what was told in the sentence
  // before, rather than of draft `d`.
  [[nodiscard]] bool is_told_right_before(const Mention& m, std::size_t d) const {
    const std::size_t last = out_.drafts.size() - 1;
    const Mention& told = out_.mentions[out_.drafts[last].mentions.back()];
    return last != d && founded_[last] && told.verbal && told.group &&
           told.sentence + 1 == m.sentence && c_.lower(m.tokens.begin) == "their";
  }

  // "She is to meet X on Saturday. She |did meet| him last week": one is done, the other to come.
  [[nodiscard]] bool is_at_other_time(const Mention& m, std::size_t d) const {
    const Prospect now = prospect_of(c_, m);
    if (now == Prospect::untold || m.in_headline) return false;
    constexpr std::size_t kLast = 8;
    const std::vector<std::uint32_t>& all = out_.drafts[d].mentions;
    const std::span<const std::uint32_t> told = std::span(all).last(std::min(kLast, all.size()));
    return std::any_of(told.begin(), told.end(), [&](std::uint32_t i) {
      const Mention& other = out_.mentions[i];
      const Prospect before = prospect_of(c_, other);
      const bool dated = other.time != kNobody && m.time != kNobody;
      return !other.in_headline && !dated && before != Prospect::untold && before != now;
    });
  }

  // "The Board met. The Assembly meets in May. X |took part in the meeting|": not in the Assembly.
  [[nodiscard]] bool is_still_to_come(const Mention& m, const Identity& id, std::size_t d) const {
    if (!m.definite || m.verbal || !m.relation.empty() || id.of_body() || id.ordinal != 0) {
      return false;
    }
    const auto days = time::days_of(identities_[d].when);
    const auto today = time::days_of(c_.report.published);
    if (!days || !today || days->first <= today->last) return false;
    bool past = false;
    const TokenRange s = c_.sentence(m.trigger.begin);
    for (std::uint32_t t = s.begin; t < s.end; ++t) {
      if (c_.cue(t, c_.cues.future) != nullptr || c_.cue(t, c_.cues.planned) != nullptr) {
        return false;
      }
      past = past || c_.cue(t, c_.cues.past) != nullptr;
    }
    return past;
  }

  // "The Process goes back to a meeting |in 1996|": not the one of which the first words tell.
  [[nodiscard]] bool is_long_past(const Identity& id, std::size_t d) const {
    constexpr std::int64_t kNews = 500;  // days: nobody reports what is older
    const auto days = time::days_of(id.when);
    const auto today = time::days_of(c_.report.published);
    if (!days || !today || days->last + kNews > today->first) return false;
    const Mention& first = out_.mentions[out_.drafts[d].mentions.front()];
    const bool same = id.ordinal != 0 && id.ordinal == identities_[d].ordinal;
    return !same && identities_[d].when.empty() && (first.in_headline || is_in_opening(c_, first));
  }

  // "Defence chiefs meet in Accra" above "West African military chiefs are due to meet in Accra".
  [[nodiscard]] bool is_of_headline(std::size_t d, const Mention& m, const Identity& id) const {
    const Mention& last = out_.mentions[out_.drafts[d].mentions.back()];
    const bool group = !last.organ && last.ordinal == 0 && last.in_headline;
    if (!group || m.in_headline || !m.relation.empty()) return false;
    for (std::uint32_t s = last.sentence + 1; s < m.sentence; ++s) {
      if (c_.doc.sentences()[s].role == text::LineRole::body) return false;
    }
    if (compatible_in_headline(identities_[d], id)) return true;
    // "Meeting of the Basin Commission" above "the Council of Ministers of the Basin Commission"
    Identity named = id;
    named.organ = catalogue::fold(m.organ_words);
    return !m.organ_words.empty() && named.organ == identities_[d].organ &&
           compatible(identities_[d], named);
  }

  // "is on a visit to India", "is undertaking a week-long visit to India": one guest, one host.
  [[nodiscard]] static bool is_same_visit(const Identity& a, const Identity& b) {
    const bool visits = a.kind == Kind::visit && b.kind == Kind::visit;
    return visits && !a.people.empty() && !b.people.empty() &&
           a.people.front() == b.people.front() &&
           (a.country != npos ? a.country == b.country : !a.states.empty() && a.states == b.states);
  }

  // "The next meeting" is the 41st where the 40th is the one that was spoken of.
  [[nodiscard]] bool follows(const Identity& id) const {
    return id.ordinal > 1 &&
           std::any_of(identities_.begin(), identities_.end(),
                       [&](const Identity& other) { return other.ordinal + 1 == id.ordinal; });
  }

  // "The League will hold a session in September. The next meeting will be on 9 September."
  // "The summit will be held on 23 July. The coming summit ..."
  [[nodiscard]] bool is_to_come(std::size_t d, const Identity& id, const Mention& m) const {
    const Identity& told = identities_[d];
    const bool below = told.kind == Kind::talks && id.kind == Kind::summit;
    bool next = false;
    for (std::uint32_t t = m.tokens.begin; t < m.trigger.end; ++t) next |= c_.lower(t) == "next";
    if (below || (id.when.empty() && next)) return false;
    if (told.when.empty()) return id.when.empty() && is_announced(d);
    if (!id.when.empty() && !time::overlap(told.when, id.when)) return false;
    const auto days = time::days_of(told.when);
    const auto today = time::days_of(c_.report.published);
    return days && today && days->last >= today->last;
  }

  // "The session of the Council |will be| held in Lima": by the words, whatever the day.
  [[nodiscard]] bool is_announced(std::size_t d) const {
    const std::vector<std::uint32_t>& told = out_.drafts[d].mentions;
    return std::any_of(told.begin(), told.end(), [&](std::uint32_t i) {
      return c_.cue(out_.mentions[i].tokens.end, c_.cues.future) != nullptr;
    });
  }

  [[nodiscard]] std::size_t oldest() const { return oldest_draft(out_); }

  // "the meeting" after a meeting: the later the draft was spoken of, the likelier.
  [[nodiscard]] int refers_back(const Mention& m, const Identity& id, std::size_t d) const {
    const Mention& last = out_.mentions[out_.drafts[d].mentions.back()];
    if (!m.definite && !m.in_headline && m.sentence != last.sentence) return 0;
    const bool by_telephone = identities_[d].spoken && id.kind == Kind::call;
    const bool same_kind = !id.kind_known || identities_[d].kind == id.kind || m.kind == "event" ||
                           m.kind == "meeting" || by_telephone;
    if (!same_kind) return 0;
    // "received X on the occasion of his visit. Attending |the meeting| were": not the visit.
    const bool visit = identities_[d].kind == Kind::visit && m.kind == "meeting";
    // "At our last summit we said so. Attending |the meeting| were": not the one before.
    const Mention& first = out_.mentions[out_.drafts[d].mentions.front()];
    const bool before = first.relation == "previous" && m.sentence != last.sentence;
    return visit || before || is_by_the_way(m, d) || is_only_aimed_at(d) || is_earlier_edition(d)
               ? 1
               : 2;
  }

  // "The delegates endorsed a plan at the ninth meeting for |the Lisbon Summit|. The meeting ...":
  // told but once, behind another meeting in the sentence before.
  [[nodiscard]] bool is_by_the_way(const Mention& m, std::size_t d) const {
    const std::vector<std::uint32_t>& told = out_.drafts[d].mentions;
    const Mention& last = out_.mentions[told.back()];
    if (told.size() > 1 || last.in_headline || last.sentence == m.sentence || d == 0) return false;
    const Mention& before = out_.mentions[out_.drafts[d - 1].mentions.back()];
    return founded_[d - 1] && before.sentence == last.sentence && identities_[d - 1].of_body() &&
           before.trigger.begin < last.trigger.begin && identities_[d].kind == Kind::summit;
  }

  // "in preparation for |the coming summit|. The meeting ...", "preceded by |a meeting of senior
  // officials|": wherever it is named, it only places another one that was told before it.
  [[nodiscard]] bool is_only_aimed_at(std::size_t d) const {
    const std::vector<std::uint32_t>& told = out_.drafts[d].mentions;
    return d > 0 && founded_[d - 1] && std::all_of(told.begin(), told.end(), [&](std::uint32_t i) {
             const Mention& m = out_.mentions[i];
             return (is_only_linked(c_, m) || goes_before(m)) && !m.in_headline;
           });
  }

  // "The meeting was preceded by |that of the senior officials|"
  [[nodiscard]] bool goes_before(const Mention& m) const {
    std::uint32_t at = m.tokens.begin;
    if (at > 0 && (c_.lower(at - 1) == "the" || c_.lower(at - 1) == "a")) --at;
    return at > 1 && c_.lower(at - 1) == "by" && c_.lower(at - 2) == "preceded";
  }

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
};

}  // namespace

Drafts draft_meetings(const Context& context, std::vector<Mention> mentions) {
  return Merger(context, std::move(mentions)).run();
}

}  // namespace rapporteur::meetings
