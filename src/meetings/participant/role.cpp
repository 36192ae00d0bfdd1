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
#include "participant/holder.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

class Roles {
 public:
  Roles(const Context& context, Drafts& drafts)
      : c_(context),
        drafts_(drafts),
        attribution_(context, drafts),
        holders_(context),
        side_(context.cues.side) {}

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

  void chair(std::uint32_t t) {
    if (const TokenRange front = presiding_front(t); !front.empty()) {
      record::Meeting* meeting = meeting_at(t);
      const Holder who = holders_.after(front.end);
      if (meeting != nullptr && !meeting->chair && !who.words.empty()) seat(*meeting, who, front);
      return;
    }
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(t, c_.cues.chair, &words);
    if (cue == nullptr || is_shared(*cue, t) || is_of_side(words.begin)) return;
    if (is_of_republic(words) || is_chair_of_other_time(c_, words)) return;
    if (is_office_that_speaks(c_, words)) return;
    const bool label = cue->value == "label";
    const bool bracket = label && is_bracketed(words);
    if (label && !bracket && !is_label(words)) return;
    const std::size_t draft = attribution_.at(t);
    if (draft == Attribution::kNone || is_of_office(drafts_.drafts[draft], words)) return;
    if (is_chair_of_other_body(c_, drafts_, drafts_.drafts[draft], words)) return;
    record::Meeting* meeting = &drafts_.drafts[draft].meeting;
    if (meeting->chair || has_no_chair(*meeting) || is_of_other_day(*meeting, words)) return;
    const Holder told = in_bracket_behind(words.end);
    const Holder who = !told.words.empty()      ? told
                       : bracket                ? holders_.before(words.begin)
                       : label                  ? holders_.after(words.end + 1)
                       : is_given_away(words)   ? holders_.before(words.begin)
                       : cue->value == "after"  ? holders_.after(words.end)
                       : cue->value == "within" ? holders_.within(words)
                                                : holders_.before(words.begin);
    if (is_passed_on_to(who, words)) return;
    const bool two =
        !who.words.empty() && (cue->value == "after"    ? holders_.is_one_of_two(who, words.end)
                               : cue->value == "before" ? holders_.is_second_of_two(who)
                                                        : false);
    if (two) shared_.insert(draft);
    if (!who.words.empty() && !shared_.contains(draft)) seat(*meeting, who, words);
  }

  // "the pro tempore presidency |(Honduras)|"
  [[nodiscard]] Holder in_bracket_behind(std::uint32_t at) const {
    const Tag* tag =
        c_.lower(at) == "(" && at + 1 < c_.doc.size() ? c_.tags.starting(at + 1) : nullptr;
    if (tag == nullptr || tag->label != Label::state || c_.lower(tag->tokens.end) != ")") return {};
    Holder out;
    out.words = c_.doc.span(tag->tokens);
    out.state = {tag->id, out.words};
    return out;
  }

  // "handed the |presidency of| the body |to| A": who has it until then stands before it, unless A
  // "led further work".
  [[nodiscard]] bool is_given_away(TokenRange cue) const {
    constexpr std::uint32_t kReach = 6;  // tokens of "the regional body over to"
    if (c_.lower(cue.end - 1) != "of") return false;
    const std::uint32_t end = std::min(cue.end + kReach, c_.sentence(cue.begin).end);
    for (std::uint32_t t = cue.end; t < end; ++t) {
      if (c_.doc.lower(t) == "to") return !leads_then(t);
      if (c_.doc.is_punctuation(t) || c_.cast.covering(t) != nullptr) return false;
      const Tag* tag = c_.tags.covering(t);
      if (tag != nullptr && tag->label == Label::state) return false;
    }
    return false;
  }

  // "the transfer |to A| of the presidency": who has it next.
  [[nodiscard]] bool is_passed_on_to(const Holder& who, TokenRange cue) const {
    static constexpr std::array<std::string_view, 6> kChairs{
        "presidency", "chairmanship", "chair", "chairpersonship", "chairship", "leadership"};
    if (who.words.empty() || !is_one_of(c_.lower(cue.end - 1), kChairs)) return false;
    std::uint32_t at = c_.doc.token_at(who.words.begin);
    const std::uint32_t begin = c_.sentence(cue.begin).begin;
    if (at >= cue.begin) return false;
    if (at > begin && c_.doc.lower(at - 1) == "the") --at;
    const std::uint32_t behind = c_.doc.token_at(who.words.end - 1) + 1;
    return at > begin && c_.doc.lower(at - 1) == "to" && c_.lower(behind) == "of";
  }

  // "to A, |who led| further work", behind the "to"
  [[nodiscard]] bool leads_then(std::uint32_t to) const {
    for (std::uint32_t t = to; t + 1 < c_.sentence(to).end; ++t) {
      if (c_.doc.lower(t) != "who") continue;
      const std::string_view verb = c_.doc.lower(t + 1);
      return verb == "led" || verb == "then" || c_.cue(t + 1, c_.cues.chair) != nullptr;
    }
    return false;
  }

  // "|Presiding over the session of the Council in Lima was| A": up to the verb; or empty.
  [[nodiscard]] TokenRange presiding_front(std::uint32_t t) const {
    constexpr std::uint32_t kReach = 24;
    static constexpr std::array<std::string_view, 3> kVerbs{"presiding", "chairing", "moderating"};
    const TokenRange s = c_.sentence(t);
    if (t != s.begin || !is_one_of(c_.doc.lower(t), kVerbs)) return {};
    for (std::uint32_t at = t + 1; at < std::min(s.end, t + kReach); ++at) {
      const std::string_view word = c_.doc.lower(at);
      if (word == "," || c_.cast.covering(at) != nullptr) return {};
      if (word == "was" || word == "is" || word == "were") return {t, at + 1};
    }
    return {};
  }

  // Says that `who` presides, by those words.
  void seat(record::Meeting& m, const Holder& who, TokenRange words) const {
    record::Meeting* meeting = &m;
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

  // "will take the chair |in July|", when the meeting is long over.
  [[nodiscard]] bool is_of_other_day(const record::Meeting& m, TokenRange cue) const {
    constexpr std::uint32_t kNear = 2;
    const auto is_ahead = [&](std::uint32_t t) {
      const std::string_view word = c_.doc.lower(t);
      return word == "will" || word == "to" || word == "would";
    };
    if (!is_ahead(cue.begin) && (cue.begin == 0 || !is_ahead(cue.begin - 1))) return false;
    const auto days = c_.times_in({cue.end, std::min(cue.end + kNear, c_.sentence(cue.begin).end)});
    if (days.empty() || !m.when || !time::is_date(days.front().kind)) return false;
    const std::string& day = days.front().edtf;
    return !day.empty() && !time::overlap(day, *m.when);
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

  // "the |Presidency| of the Republic", "Minister in the |Presidency|": of a state.
  [[nodiscard]] bool is_of_republic(TokenRange cue) const {
    for (std::uint32_t t = cue.begin; t < cue.end; ++t) {
      const bool office = c_.doc.is_capital(t) && c_.lower(t) == "presidency" && t > 1 &&
                          c_.cast.office_covering(t) != nullptr;
      const std::string_view link = office ? c_.lower(t - 2) : std::string_view();
      if (link == "in" || link == "at") return true;
    }
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

  // "agreed that |the next trilateral| would be hosted by Peru", of which no meeting is told
  [[nodiscard]] bool is_of_next(std::uint32_t cue) const {
    constexpr std::uint32_t kNear = 7;
    const std::uint32_t begin = c_.sentence(cue).begin;
    for (std::uint32_t back = 1; back <= kNear && cue >= begin + back; ++back) {
      const std::uint32_t t = cue - back;
      if (c_.cue(t, c_.cues.head) != nullptr || c_.doc.lower(t) == ",") return false;
      if (c_.doc.lower(t) == "next" && c_.time_at(t) == nullptr) return true;
    }
    return false;
  }

  void host(std::uint32_t t) {
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(t, c_.cues.host, &words);
    if (cue == nullptr) return;
    record::Meeting* meeting = meeting_at(t);
    if (meeting == nullptr || meeting->host) return;
    // "the Chadian dialogue |hosted| in Doha": who hosts it is not said
    const std::string_view next = c_.lower(words.end);
    // "A of Peru thanked |the hosts|"
    static constexpr std::array<std::string_view, 7> kTo{
        "thanked", "thanks", "thanking", "praised", "to", "with", "congratulated"};
    const bool others = words.begin > 1 && c_.doc.lower(words.begin - 1) == "the" &&
                        is_one_of(c_.doc.lower(words.begin - 2), kTo);
    if (others || is_of_next(words.begin)) return;
    const bool passive = c_.lower(words.begin) == "hosted" && (next == "in" || next == "at");
    if (passive && c_.tags.covering(words.begin - 1) == nullptr) return;
    const Holder who =
        cue->value == "after" ? holders_.after(words.end) : holders_.before(words.begin);
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
  Holders holders_;
  lexicon::CueClass side_;
  std::set<std::size_t> shared_;  // drafts that two chair
};

}  // namespace

void add_roles(const Context& context, Drafts& drafts) { Roles(context, drafts).run(); }

}  // namespace rapporteur::meetings
