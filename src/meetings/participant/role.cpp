// Who chairs, hosts and invites.

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "clause/word_list.h"
#include "draft.h"
#include "identity/attribution.h"
#include "participant/chair_elsewhere.h"
#include "participant/chair_title.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

constexpr std::uint32_t kReach = 12;

// A person, state or body that stands at or near a cue.
struct Holder {
  std::uint32_t person = kNobody;
  Named state;
  ByteSpan words;
};

class Roles {
 public:
  Roles(const Context& context, Drafts& drafts)
      : c_(context), drafts_(drafts), attribution_(context, drafts), side_(context.cues.side) {}

  void run() {
    find(false);
    find(true);  // a headline knows less than the text
    by_office();
    add_chairs_by_title(c_, drafts_);
  }

 private:
  void find(bool in_headlines) {
    for (const text::Sentence& s : c_.doc.sentences()) {
      if (s.role == text::LineRole::boilerplate || s.role == text::LineRole::teaser) continue;
      if ((s.role == text::LineRole::headline) != in_headlines) continue;
      for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        chair(t);
        host(t);
        inviter(t);
      }
    }
  }

  // "Chair of the Mediation and Security Council": who has that office chairs its session.
  void by_office() {
    const std::map<std::string, Chair> chairs = chairs_of_organs();
    for (Draft& draft : drafts_.drafts) {
      record::Meeting& m = draft.meeting;
      if (!m.organ || m.chair || has_no_chair(m) || m.organ.evidence.empty()) continue;
      if (m.status && *m.status == record::Status::announced) continue;
      const auto at = chairs.find(catalogue::fold(c_.doc.slice(m.organ.evidence.front())));
      if (at == chairs.end()) continue;
      const names::Person& p = *at->second.person;
      m.chair.set(std::string(c_.catalogue.states()[p.state.id].code),
                  {p.words, at->second.office->words.front()}, 0.7F, "meetings/chair");
      m.chair_person.set(p.name, {p.words}, 0.7F, "meetings/chair-person");
    }
  }

  // Who presides over an organ, and by what office.
  struct Chair {
    const names::Person* person;
    const names::Office* office;
  };
  // By the folded name of the organ, the first of each.
  [[nodiscard]] std::map<std::string, Chair> chairs_of_organs() const {
    std::map<std::string, Chair> out;
    for (const names::Person& p : c_.cast.people) {
      for (const names::Office& office : p.offices) {
        const std::string text = catalogue::fold(office.text);
        const bool heads = text.starts_with("chair") && !office.former && !office.words.empty();
        const std::size_t at = text.find(" of the ");
        constexpr std::size_t kOf = 8;  // characters of " of the "
        if (p.state && heads && at != std::string::npos) {
          out.try_emplace(text.substr(at + kOf), Chair{&p, &office});
        }
      }
    }
    return out;
  }

  // The record of the meeting of which the words at `token` speak, or null.
  record::Meeting* meeting_at(std::uint32_t token) {
    const std::size_t d = attribution_.at(token);
    return d == Attribution::kNone ? nullptr : &drafts_.drafts[d].meeting;
  }

  [[nodiscard]] Holder holder_of(const names::Mention& m) const {
    Holder out;
    if (m.kind == names::MentionKind::collective) return out;
    out.person = m.person;
    out.words = c_.doc.span(m.tokens);
    if (m.person != kNobody) {
      out.state = c_.cast.people[m.person].state;
      out.words = c_.cast.people[m.person].words;
      const bool here = out.words.begin >= c_.doc.span(m.tokens).begin &&
                        out.words.end <= c_.doc.span(m.tokens).end;
      if (!here) out.words = c_.doc.span(m.tokens);
    } else if (!m.states.empty()) {
      out.state = m.states.front();
    }
    return out;
  }

  Holder after(std::uint32_t from) const {
    static constexpr std::array<std::string_view, 6> kTitles{"excellency", "highness",  "majesty",
                                                             "honourable", "honorable", "hon"};
    const TokenRange s = c_.sentence(from > 0 ? from - 1 : 0);
    if (from < s.end && c_.doc.lower(from) == ",") ++from;  // "its chairperson, President X"
    for (std::uint32_t t = from; t < std::min(from + 6, s.end); ++t) {
      if (const names::Mention* m = c_.cast.covering(t); m != nullptr) {
        const Holder h = holder_of(*m);
        if (h.person != kNobody || h.state) return h;
      }
      const Tag* tag = c_.tags.covering(t);
      if (tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality)) {
        return {kNobody, {tag->id, c_.doc.span(tag->tokens)}, c_.doc.span(tag->tokens)};
      }
      const bool title = t > 0 && is_one_of(c_.doc.lower(t - 1), kTitles);  // "His Excellency, A"
      if ((c_.doc.lower(t) == "," && !title) || c_.doc.lower(t) == ";") break;
    }
    return {};
  }

  Holder before(std::uint32_t from) const {
    const TokenRange s = c_.sentence(from);
    std::uint32_t steps = 0;
    for (std::uint32_t t = from; t > s.begin && steps < kReach; --t, ++steps) {
      if (const names::Mention* m = c_.cast.covering(t - 1); m != nullptr) {
        const Holder h = holder_of(*m);
        if (h.person != kNobody || h.state) return h;
        t = m->tokens.begin + 1;
        continue;
      }
      const Tag* tag = c_.tags.covering(t - 1);
      if (tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality)) {
        return {kNobody, {tag->id, c_.doc.span(tag->tokens)}, c_.doc.span(tag->tokens)};
      }
      if (c_.doc.lower(t - 1) == ";") break;
    }
    return {};
  }

  // "|President of the Conference| A (B)"; the President of the Council of Ministers heads a
  // cabinet.
  Holder within(TokenRange cue) const {
    const names::Mention* m = c_.cast.covering(cue.begin);
    // "Chair of the Committee |on budgets|": of another body
    const std::string_view next = c_.lower(cue.end);
    if (m == nullptr || m->person == kNobody || next == "of" || next == "on" || next == "for") {
      return {};
    }
    return holder_of(*m);
  }

  void chair(std::uint32_t t) {
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(t, c_.cues.chair, &words);
    if (cue == nullptr || is_shared(*cue, t) || is_of_side(words.begin)) return;
    if (is_of_republic(words) || is_chair_of_other_time(c_, words)) return;
    const bool label = cue->value == "label";
    const bool bracket = label && is_bracketed(words);
    if (label && !bracket && !is_label(words)) return;
    const std::size_t draft = attribution_.at(t);
    if (draft == Attribution::kNone || is_of_office(drafts_.drafts[draft], words)) return;
    if (is_chair_of_other_body(c_, drafts_, drafts_.drafts[draft], words)) return;
    record::Meeting* meeting = &drafts_.drafts[draft].meeting;
    if (meeting->chair || has_no_chair(*meeting)) return;
    const Holder who = bracket                  ? before(words.begin)
                       : label                  ? after(words.end + 1)
                       : cue->value == "after"  ? after(words.end)
                       : cue->value == "within" ? within(words)
                                                : before(words.begin);
    const bool two = !who.words.empty() && (cue->value == "after"    ? is_one_of_two(who, words.end)
                                            : cue->value == "before" ? is_second_of_two(who)
                                                                     : false);
    if (two) shared_.insert(draft);
    if (who.words.empty() || shared_.contains(draft)) return;
    const ByteSpan evidence = join(who.words, c_.doc.span(words));
    const std::vector<ByteSpan> spans =
        evidence.size() <= 200 ? std::vector<ByteSpan>{evidence} : std::vector<ByteSpan>{who.words};
    if (who.state) {
      meeting->chair.set(std::string(c_.catalogue.states()[who.state.id].code), spans, 0.8F,
                         "meetings/chair");
    } else if (who.person != kNobody) {
      meeting->chair.set(c_.cast.people[who.person].name, spans, 0.6F, "meetings/chair-person");
    }
    if (who.person != kNobody) {
      meeting->chair_person.set(c_.cast.people[who.person].name, {c_.cast.people[who.person].words},
                                0.8F, "meetings/chair-person");
    }
  }

  // "Ann Dahl (Norway|, chair)|", "Ann Dahl |(chair)|"
  [[nodiscard]] bool is_bracketed(TokenRange cue) const {
    constexpr std::uint32_t kNear = 6;
    if (c_.lower(cue.end) != ")") return false;
    for (std::uint32_t t = cue.begin; t > 0 && cue.begin - t < kNear; --t) {
      if (c_.doc.lower(t - 1) == "(") return true;
    }
    return false;
  }

  // Who receives or visits presides over nothing.
  static bool has_no_chair(const record::Meeting& m) {
    return m.kind && (*m.kind == record::Kind::reception || *m.kind == record::Kind::visit ||
                      *m.kind == record::Kind::call);
  }

  // Where two chair, no one state does: "co-chaired by".
  [[nodiscard]] bool is_shared(const lexicon::Cue& cue, std::uint32_t t) const {
    const bool second = t > 1 && c_.doc.lower(t - 1) == "-" && c_.doc.lower(t - 2) == "co";
    static constexpr std::array<std::string_view, 4> kTogether{"joint", "jointly", "both",
                                                               "shared"};
    const bool jointly = t > 0 && is_one_of(c_.doc.lower(t - 1), kTogether);
    return second || jointly || cue.phrase.find("co-") != std::string_view::npos ||
           cue.phrase.find("joint") != std::string_view::npos;
  }

  // "met A, chairperson of the National Assembly": two who meet have no chair by their offices; nor
  // has a council one by the office of somebody who chairs another body, or deputises.
  [[nodiscard]] bool is_of_office(const Draft& draft, TokenRange cue) const {
    const names::Office* office = c_.cast.office_covering(cue.begin);
    if (office == nullptr) return false;
    if (draft.bilateral) return true;
    const std::string_view first = c_.lower(office->tokens.begin);
    if (first == "deputy" || first == "vice" || first.starts_with("vice-")) return true;
    const catalogue::Index body = office->body.id;
    if (!office->body || body == npos) return chairs_other(draft, *office, cue);
    return std::none_of(draft.mentions.begin(), draft.mentions.end(), [&](std::uint32_t i) {
      const Mention& m = drafts_.mentions[i];
      const bool part =
          m.organ && m.organ.id != npos && c_.catalogue.bodies()[m.organ.id].parent == body;
      return part || m.organ.id == body || m.organisation.id == body;
    });
  }

  // "Chairperson of |the Federation Council|": a body that no table knows and that is nowhere named
  // as the one that meets.
  [[nodiscard]] bool chairs_other(const Draft& draft, const names::Office& office,
                                  TokenRange cue) const {
    std::uint32_t at = cue.end;
    if (c_.lower(at) != "of") return false;
    if (c_.lower(++at) == "the") ++at;
    if (at >= office.tokens.end || !c_.doc.is_capital(at)) return false;
    const std::string body = catalogue::fold(c_.doc.slice(c_.doc.span({at, office.tokens.end})));
    return std::none_of(draft.mentions.begin(), draft.mentions.end(), [&](std::uint32_t i) {
      const Mention& m = drafts_.mentions[i];
      std::string named = catalogue::fold(c_.doc.slice(c_.doc.span(m.tokens)));
      for (const Named& known : {m.organ, m.organisation}) {
        if (known.id != npos && known) {
          named += " " + catalogue::fold(c_.catalogue.bodies()[known.id].name);
        }
      }
      return named.find(body) != std::string::npos;
    });
  }

  // "chaired by |A| and B", of two states.
  [[nodiscard]] bool is_one_of_two(const Holder& holder, std::uint32_t from) const {
    const TokenRange s = c_.sentence(from > 0 ? from - 1 : 0);
    for (std::uint32_t t = from; t < std::min(from + kReach, s.end); ++t) {
      const names::Mention* m = c_.cast.covering(t);
      if (m == nullptr || m->person == kNobody || m->person != holder.person) continue;
      const std::uint32_t end = behind_state(m->tokens.end);
      if (c_.lower(end) != "and") return false;
      const names::Mention* next = person_behind(end + 1);
      if (next == nullptr || next->person == kNobody) return false;
      const names::Person& other = c_.cast.people[next->person];
      if (!other.state) return other.body && holder.state;
      return !holder.state || other.state.id != holder.state.id;
    }
    return false;
  }

  // "A and |B| presided over the session", of two states.
  [[nodiscard]] bool is_second_of_two(const Holder& holder) const {
    if (holder.person == kNobody || !holder.state) return false;
    const names::Mention* m = c_.cast.covering(c_.doc.token_at(holder.words.begin));
    if (m == nullptr || m->person != holder.person) return false;
    const std::uint32_t joint = before_colleague(m->tokens.begin);
    if (joint < 2 || c_.doc.lower(joint - 1) != "and") return false;
    const names::Mention* other = person_before(joint - 1);
    if (other == nullptr || other->person == kNobody) return false;
    const Named& state = c_.cast.people[other->person].state;
    return state ? state.id != holder.state.id : bool{c_.cast.people[other->person].body};
  }

  // "A |of Peru| and B": behind the state, or `at`.
  [[nodiscard]] std::uint32_t behind_state(std::uint32_t at) const {
    if (c_.lower(at) != "of") return at;
    const std::uint32_t state = c_.lower(at + 1) == "the" ? at + 2 : at + 1;
    const Tag* tag = state < c_.doc.size() ? c_.tags.starting(state) : nullptr;
    return tag != nullptr && tag->label == Label::state ? tag->tokens.end : at;
  }

  // "|her Chilean counterpart| B", "Foreign Minister B": who is named from `at` on, or null.
  [[nodiscard]] const names::Mention* person_behind(std::uint32_t at) const {
    while (c_.cast.covering(at) == nullptr && at < c_.doc.size() && is_of_colleague(at)) ++at;
    return c_.cast.covering(at);
  }

  // "|A| of Peru and": who is named right before `end`, over the state; or null.
  [[nodiscard]] const names::Mention* person_before(std::uint32_t end) const {
    const Tag* state = end > 0 ? c_.tags.covering(end - 1) : nullptr;
    const names::Mention* who = c_.cast.ending(end);
    if (who != nullptr || state == nullptr || state->label != Label::state) return who;
    std::uint32_t at = state->tokens.begin;
    if (at > 0 && c_.doc.lower(at - 1) == "the") --at;
    return at > 0 && c_.doc.lower(at - 1) == "of" ? c_.cast.ending(at - 1) : nullptr;
  }

  // "and |her Chilean counterpart| B": where the words begin that stand before a name.
  [[nodiscard]] std::uint32_t before_colleague(std::uint32_t name) const {
    std::uint32_t at = name;
    while (at > 1 && is_of_colleague(at - 1)) --at;
    return at;
  }

  [[nodiscard]] bool is_of_colleague(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 4> kWhose{"his", "her", "their", "its"};
    const Tag* tag = c_.tags.covering(t);
    return is_one_of(c_.doc.lower(t), kWhose) || c_.cue(t, c_.cues.counterpart) != nullptr ||
           (tag != nullptr && tag->label == Label::nationality);
  }

  // "The Omani side was chaired by A", "the Omani part of the commission is chaired by A": not the
  // meeting.
  [[nodiscard]] bool is_of_side(std::uint32_t cue) const {
    constexpr std::uint32_t kPart = 8;  // tokens of "part of the intergovernmental commission is"
    const std::uint32_t floor = c_.sentence(cue).begin;
    for (std::uint32_t t = cue; t > floor && cue - t < kPart; --t) {
      const bool part = (c_.lower(t - 1) == "part" || c_.lower(t - 1) == "side") &&
                        c_.lower(t) == "of" && t - 1 > floor;
      const tagger::Tag* tag = part ? c_.tags.covering(t - 2) : nullptr;
      if (tag != nullptr && tag->label == Label::nationality) return true;
    }
    for (std::uint32_t t = cue; t > floor && cue - t < 3; --t) {
      const lexicon::Cue* side = c_.cue(t - 1, side_);
      if (side != nullptr && side->value == "group") return true;
    }
    return false;
  }

  // "the |Presidency| of the Republic": of a state.
  [[nodiscard]] bool is_of_republic(TokenRange cue) const {
    const std::uint32_t of = c_.lower(cue.end - 1) == "of" ? cue.end - 1 : cue.end;
    return c_.lower(of) == "of" && c_.lower(of + 1) == "the" && c_.lower(of + 2) == "republic";
  }

  // "Chair | A | Head of the Customs Service": first in its line and set off.
  [[nodiscard]] bool is_label(TokenRange words) const {
    std::uint32_t t = c_.sentence(words.begin).begin;
    while (t < words.begin && c_.doc.is_punctuation(t)) ++t;
    const std::string_view next = c_.lower(words.end);
    return t == words.begin && (next == "|" || next == ":" || next == "-");
  }

  void host(std::uint32_t t) {
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(t, c_.cues.host, &words);
    if (cue == nullptr) return;
    record::Meeting* meeting = meeting_at(t);
    if (meeting == nullptr || meeting->host) return;
    // "the Chadian dialogue |hosted| in Doha": who hosts it is not said
    const std::string_view next = c_.lower(words.end);
    const bool passive = c_.lower(words.begin) == "hosted" && (next == "in" || next == "at");
    if (passive && c_.tags.covering(words.begin - 1) == nullptr) return;
    const Holder who = cue->value == "after" ? after(words.end) : before(words.begin);
    if (!who.state) return;
    meeting->host.set(std::string(c_.catalogue.states()[who.state.id].code),
                      {who.state.words, c_.doc.span(words)}, 0.7F, "meetings/host");
  }

  void inviter(std::uint32_t t) {
    TokenRange words;
    if (c_.cue(t, c_.cues.inviter, &words) == nullptr) return;
    record::Meeting* meeting = meeting_at(t);
    if (meeting == nullptr || meeting->inviter) return;
    for (std::uint32_t at = words.end; at < std::min(words.end + 3, c_.doc.size()); ++at) {
      const names::Mention* m = c_.cast.covering(at);
      if (m == nullptr) continue;
      const ByteSpan span = c_.doc.span(m->tokens);
      if (span.size() > 200) return;
      meeting->inviter.set(c_.words(span), {span}, 0.75F, "meetings/inviter");
      return visit_inviter(*m, *meeting);
    }
  }

  // "is on a visit at the invitation of the President |of Peru|": there, unless it is said where.
  void visit_inviter(const names::Mention& inviter, record::Meeting& meeting) const {
    const bool visit = meeting.kind && *meeting.kind == record::Kind::visit;
    if (!visit || meeting.country || meeting.place) return;
    const Named state = inviter.person != kNobody    ? c_.cast.people[inviter.person].state
                        : inviter.states.size() == 1 ? inviter.states.front()
                                                     : Named{};
    if (!state) return;
    meeting.country.set(std::string(c_.catalogue.states()[state.id].code), {state.words}, 0.55F,
                        "meetings/country");
  }

  const Context& c_;
  Drafts& drafts_;
  Attribution attribution_;
  lexicon::CueClass side_;
  std::set<std::size_t> shared_;  // drafts that two chair
};

}  // namespace

void add_roles(const Context& context, Drafts& drafts) { Roles(context, drafts).run(); }

}  // namespace rapporteur::meetings
