#include "content/outcome_judge.h"

#include <optional>
#include <string>
#include <string_view>

#include "nominal/nominal_words.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

using catalogue::ActClass;

// Acts whose objects are papers.
bool is_documentary(std::string_view act) {
  return act == "sign" || act == "adopt" || act == "issue" || act == "exchange" || act == "approve";
}

// Acts done to a thing, which is the outcome: "doubled the quota", "put off the vote".
bool is_measure(std::string_view act) {
  return act == "reject" || act == "defer" || act == "refer" || act == "change" || act == "fund" ||
         act == "settle" || act == "end" || act == "allow" || act == "forbid" || act == "provide" ||
         act == "establish" || act == "admit" || act == "extend" || act == "impose";
}

// A meeting that did not take place has no outcome, one to come only papers to be signed.
bool OutcomeJudge::may_have(std::size_t d, const Statement& s) const {
  const record::Fact<record::Status>& status = drafts_.drafts[d].meeting.status;
  if (!status || owner_.may_own(d, Tense::past)) return true;
  return *status == record::Status::announced && s.future &&
         (is_documentary(s.act) || s.act == "hand_over");
}

// "The commission was set up |in 1972|", "|In 2010|, the two agreed": long before they met.
bool OutcomeJudge::is_history(const Statement& s, std::size_t d) const {
  constexpr time::DayNumber kLong = 60;  // days
  constexpr std::uint32_t kNear = 2;     // tokens of "back in"
  if (s.future) return false;
  const record::Fact<std::string>& when = drafts_.drafts[d].meeting.when;
  const std::optional<time::Days> met = time::days_of(when ? *when : c_.report.published);
  if (!met) return false;
  const TokenRange sentence = c_.sentence(s.verb.begin);
  for (const time::Expression& e : c_.times_in(sentence)) {
    const std::optional<time::Days> days = time::days_of(e.edtf);
    if (!time::is_date(e.kind) || e.basis != record::Basis::stated || !days ||
        days->last + kLong >= met->first)
      continue;
    const bool behind = e.tokens.begin > s.verb.end && e.tokens.begin <= s.verb.end + kNear;
    const bool front = e.tokens.begin <= sentence.begin + 1;
    // "established ties |in 1962|"
    const bool founded = s.act == "establish" && e.tokens.end == s.content.end;
    if (behind || front || founded) return true;
  }
  return false;
}

// "The official said that the staff |had been recruited|": before they met.
bool OutcomeJudge::was_done_before(const Statement& s) const {
  const std::uint32_t verb = s.verb.begin;
  return s.passive && verb > c_.sentence(verb).begin + 1 && c_.lower(verb - 1) == "been" &&
         c_.lower(verb - 2) == "had";
}

// "Experts and |invited persons took part|": nobody was asked to come.
bool OutcomeJudge::tells_of_attendance(TokenRange content) const {
  for (std::uint32_t t = content.begin; t < content.end; ++t) {
    if (c_.cue(t, c_.cues.attend, "subject") != nullptr) return true;
  }
  return false;
}

// 0: no outcome.
float OutcomeJudge::confidence(const Statement& s, std::size_t d) const {
  const bool joint =
      s.voice == Voice::group || s.voice == Voice::document || s.voice == Voice::impersonal;
  // "The Council ... It condemned": of a body that met.
  const bool it = s.voice == Voice::single && !s.subject.empty() &&
                  c_.lower(s.subject.end - 1) == "it" && !s.future && !s.passive &&
                  (drafts_.drafts[d].meeting.organisation || drafts_.drafts[d].meeting.organ);
  if (it && (s.act_class == ActClass::outcome || s.act == "ask")) return 0.5F;
  if (s.voice == Voice::single && d == drafts_.main && counts_alone(s) && !is_remark(s)) {
    return 0.35F;
  }
  if (!joint || is_history(s, d) || was_done_before(s)) return 0;
  if (c_.lower(s.verb.begin) == "invited" && tells_of_attendance(s.content)) return 0;
  // Forecasts are no outcomes; papers that are to be signed are.
  const bool paper = is_documentary(s.act) && names_paper(s.content);
  const bool founded = s.passive && s.act == "establish";  // "a committee will be set up"
  // "talks scheduled for May": no date that was set.
  const bool dates = s.act == "schedule" && (s.passive || is_deed_of_time(s));
  // "The Council opened |this morning| in Lima": nothing was opened.
  const bool itself = s.act == "establish" && c_.time_at(s.content.begin) != nullptr;
  if (dates || itself) return 0;
  if (is_undertaking(s) && d == drafts_.main) return 0.45F;
  const bool chair = s.act == "hand_over";               // "will hand the presidency to Lima"
  const bool passed_on = s.passive && s.act == "refer";  // "the draft will be submitted to"
  if (s.future && !paper && !founded && !chair && !passed_on) return 0;
  switch (s.act_class) {
    case ActClass::outcome:
      return s.voice == Voice::group ? 0.7F : 0.6F;
    case ActClass::position:
    case ActClass::propose:
      return s.voice == Voice::group && !s.passive ? 0.5F : 0;
    case ActClass::praise:
      return s.voice == Voice::group && !s.passive && s.act == "praise" && !thanks(s) ? 0.4F : 0;
    case ActClass::announce:
      return (s.voice == Voice::group || s.voice == Voice::document) && !s.passive && clausal(s)
                 ? 0.5F
                 : 0;
    case ActClass::discuss:
      return 0;
  }
  return 0;
}

// "scheduled |to take place|", "scheduled |for May|"
bool OutcomeJudge::is_deed_of_time(const Statement& s) const {
  const std::string_view before = c_.lower(s.content.begin - 1);
  const std::string_view first = c_.lower(s.content.begin);
  return before == "to" || first == "for" || first == "in" || first == "on";
}

// "The sides will set up a commission": what they will do is what they agreed.
bool OutcomeJudge::is_undertaking(const Statement& s) {
  return s.future && !s.passive && s.voice == Voice::group && is_measure(s.act);
}

// "He stressed", "she called on all": a speech goes on; "a leader reaffirmed" at a summit of many.
bool OutcomeJudge::is_remark(const Statement& s) const {
  const bool mild = s.act == "emphasise" || s.act == "reaffirm" || s.act == "call_for" ||
                    s.act == "support" || s.act == "confirm";
  if (!mild || s.subject.empty()) return false;
  const std::string_view who = c_.lower(s.subject.end - 1);
  const record::Fact<record::Kind>& kind = drafts_.drafts[drafts_.main].meeting.kind;
  return who == "he" || who == "she" || (kind && *kind == record::Kind::summit);
}

// Acts of one participant that commit or ask, rather than hope, thank or forecast.
bool OutcomeJudge::counts_alone(const Statement& s) const {
  if (s.future || s.passive || thanks(s)) return false;
  if (s.act == "express_concern") {
    for (std::uint32_t t = s.verb.begin; t < s.verb.end; ++t) {
      if (c_.lower(t) == "concern" || c_.lower(t) == "solidarity") return true;
    }
    return false;
  }
  if (s.act_class == ActClass::outcome && !is_documentary(s.act) && !is_measure(s.act) &&
      s.act != "note" && s.act != "welcome" && s.act != "want" && s.act != "elect" &&
      s.act != "hand_over" && s.act != "oppose") {
    return true;
  }
  return s.act == "call_for" || s.act == "emphasise" || s.act == "reaffirm" || s.act == "support" ||
         s.act == "commit" || s.act == "condemn" || s.act == "advocate" || s.act == "confirm" ||
         s.act == "praise";
}

bool OutcomeJudge::thanks(const Statement& s) const {
  for (std::uint32_t t = s.verb.begin; t < s.verb.end; ++t) {
    const std::string_view word = c_.lower(t).substr(0, 7);
    if (word.substr(0, 5) == "thank" || word == "gratitu" || word == "congrat" ||
        word == "tribute") {
      return true;
    }
  }
  return false;
}

// "declared that ...", "X, both believe, must Y": the verb takes a clause.
bool OutcomeJudge::clausal(const Statement& s) const {
  const bool behind = s.content.begin > s.verb.end && c_.lower(s.content.begin - 1) == "that";
  return behind || !s.opening.empty();
}

bool OutcomeJudge::names_paper(TokenRange range) const {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (c_.cue(t, instrument_) != nullptr) return true;
  }
  return false;
}

namespace {

// "|Lima next year|", "|12 September in Lima|"
bool is_where_and_when(const Context& c, TokenRange words) {
  bool place = false;
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    const tagger::Tag* tag = c.tags.covering(t);
    const bool here = tag != nullptr && tag->label == tagger::Label::place;
    const std::string_view word = c.lower(t);
    if (!here && c.time_at(t) == nullptr && word != "in" && word != "on") return false;
    place = place || here;
  }
  return place;
}

}  // namespace

bool tells_of_place(const Context& c, TokenRange content) {
  std::uint32_t at = content.begin;
  if (c.lower(at) == "that" || c.lower(at) == "which") ++at;
  const tagger::Tag* host = at < content.end ? c.tags.starting(at) : nullptr;
  // "the summit that |Peru will host on Monday|", but "Peru will host the next one" is one
  const bool hosts = host != nullptr && c.lower(host->tokens.end + 1) == "host";
  if (hosts && !is_determiner(c.lower(host->tokens.end + 2))) return true;
  if (c.lower(at) == "will" || c.lower(at) == "to") ++at;
  const std::string_view verb = c.lower(at);
  const std::string_view next = c.lower(at + 1);
  if ((verb == "take" && next == "place") || (verb == "be" && next == "held")) return true;
  const bool planned = c.lower(content.begin) == "for";
  return is_where_and_when(c, {planned ? content.begin + 1 : content.begin, content.end});
}

}  // namespace rapporteur::meetings
