// What was, or will be, talked about. A cue of data/lexicon/cues/agenda.tsv says on which side of
// it the subjects stand; the words there are split into items.

#include <algorithm>
#include <utility>

#include "content/agenda_finder.h"
#include "statement/statement.h"

namespace rapporteur::meetings {

namespace {

using lexicon::Channel;
using lexicon::Match;

constexpr std::uint32_t kHeadlines = 6;     // sentences from the top that may be headlines
constexpr std::uint32_t kLongestLine = 24;  // tokens of a heading or of an item below it
constexpr std::uint32_t kLongLine = 8;      // tokens of a line that may be a sentence

// The words tell of subjects by themselves.
bool tells_subjects(std::string_view value) {
  return value != "talk" && value != "front" && value != "ordering" && value != "no-section" &&
         value != "work" && value != "means" && value != "pick" && value != "example";
}

}  // namespace

AgendaFinder::AgendaFinder(const Context& context, Statements& statements, Drafts& drafts)
    : c_(context),
      statements_(statements),
      drafts_(drafts),
      phrases_(context),
      owner_(context, drafts) {
  for (const Mention& m : drafts.mentions) named_.push_back(m.tokens);
  std::sort(named_.begin(), named_.end());
  for (std::size_t d = 0; d < drafts.drafts.size(); ++d) {
    for (const std::uint32_t i : drafts.drafts[d].mentions) {
      draft_at_.push_back({drafts.mentions[i].tokens.begin, d});
    }
  }
  std::sort(draft_at_.begin(), draft_at_.end());
}

void AgendaFinder::run() {
  for (std::uint32_t i = 0; i < c_.doc.sentences().size(); ++i) {
    const text::Sentence& s = c_.doc.sentences()[i];
    if (!is_told(s) && s.role != text::LineRole::headline) continue;
    used_ = s.tokens.begin;
    cue_ = s.tokens.begin;
    tense_ = Tense::open;
    if (item(s) || numbered_item(s)) continue;
    if (label(s.tokens)) continue;
    // "10.50 Talks with the President; trade will be discussed": a line of a programme.
    const bool line = s.role == text::LineRole::headline && i >= kHeadlines &&
                      s.tokens.size() >= kLongLine && names_meeting(s.tokens.begin, s.tokens.end);
    if (s.role == text::LineRole::headline && !line) {
      if (is_heading(s.tokens) || heads_programme(i)) list_at_ = s.paragraph + 1;
      continue;
    }
    if (line) {
      cues(s.tokens);
      continue;
    }
    heading(i);
    front(s.tokens);
    if (i > 0) go_on(c_.doc.sentences()[i - 1], s);
    clefts(s.tokens);
    cues(s.tokens);
    if (used_ == s.tokens.begin) issues(s.tokens);
    listed(s);
    tasks_ = opens_tasks(s.tokens);
    const bool heading_above = is_heading(s.tokens) || heads_programme(i);
    if (tasks_ || heading_above || opens_list(s.tokens)) list_at_ = s.paragraph + 1;
  }
  sections();
  fields();
}

// "push forward cooperation in such fields as |energy and mining|": what one side proposes at talks
// of which the report gives no agenda.
void AgendaFinder::fields() {
  const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
  const bool few =
      main.kind && (*main.kind == record::Kind::talks || *main.kind == record::Kind::reception ||
                    *main.kind == record::Kind::call);
  if (!few || !main.agenda.empty()) return;
  for (const text::Sentence& s : c_.doc.sentences()) {
    if (!is_told(s)) continue;
    for (std::uint32_t t = s.tokens.begin + 1; t < s.tokens.end; ++t) {
      std::uint32_t end = 0;
      if (c_.lower(t) != "in" || !phrases_.has_role(t, "narrow", &end) || end < t + 3) continue;
      if (!phrases_.has_role(t - 1, "light")) continue;
      cue_ = t;
      tense_ = Tense::open;
      if (owner_.of(t, {end, end + 1}, Tense::past) != drafts_.main) continue;
      take(end, phrases_.clause_end(end, s.tokens.end, true), 0.45F);
    }
  }
}

void AgendaFinder::cues(TokenRange sentence) {
  results_.clear();
  for (const Statement& said : statements_.in(sentence)) {
    const bool result = (said.act_class == catalogue::ActClass::outcome ||
                         said.act_class == catalogue::ActClass::propose) &&
                        !said.passive;
    if (said.act == "disagree") continue;
    // "The meeting aims to |discuss| trade", "Ghana wants to |raise the matter of| fish."
    const bool wish = said.act == "plan" || said.act_class == catalogue::ActClass::propose;
    if (wish && opens_talk(c_, said.content.begin)) continue;
    if (result && said.voice != Voice::apart) results_.push_back(said.content);
  }
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    TokenRange cue;
    const lexicon::Cue* found = c_.cue(t, c_.cues.agenda, &cue);
    if (found == nullptr || !tells_subjects(found->value) || found->value == "label" ||
        cue.end <= used_ || in_result(t, found->value)) {
      continue;
    }
    cue_ = t;
    tense_ = tense_of(cue, sentence);
    if (handle(found->value, cue, sentence)) t = std::max(t, cue.end - 1);
  }
}

// What they agreed to talk about is no talk yet: "agreed to hold |negotiations on| fish".
bool AgendaFinder::in_result(std::uint32_t token, std::string_view value) const {
  if (value == "topic" || value == "before" || value == "object") return false;
  return std::any_of(results_.begin(), results_.end(), [&](TokenRange content) {
    return content.begin <= token && token < content.end;
  });
}

// "The ministers discussed the following:", "Agenda:" in front of items.
bool AgendaFinder::opens_list(TokenRange sentence) const {
  const std::uint32_t colon = sentence.end - 1;
  if (c_.lower(colon) != ":") return false;
  for (std::uint32_t t = colon; t-- > sentence.begin;) {
    TokenRange cue;
    const lexicon::Cue* found = c_.cue(t, c_.cues.agenda, &cue);
    if (found != nullptr && tells_subjects(found->value)) return true;
    // "focused on|, inter alia|:"
    std::uint32_t adverb = t;
    for (std::uint32_t back = 1; back <= 3 && t >= sentence.begin + back; ++back) {
      std::uint32_t end = 0;
      if (phrases_.has_role(t - back, "adverb", &end) && end == t + 1) adverb = t - back;
    }
    if (adverb < t || c_.lower(t) == ",") {
      t = adverb;
      continue;
    }
    const bool pointer = phrases_.has_role(t, "determiner") || phrases_.has_role(t, "issue") ||
                         phrases_.has_role(t, "adverb") || phrases_.has_role(t, "aux") ||
                         phrases_.has_role(t, "preposition") || phrases_.has_role(t, "empty") ||
                         phrases_.has_role(t, "contain") || has_value(t, "talk") ||
                         c_.lower(t) == "as" || c_.lower(t) == "follows" ||
                         c_.lower(t) == "following";
    if (!pointer) return false;
  }
  return false;
}

// "Main topics", "Items on the agenda": a line of its own in front of items.
bool AgendaFinder::is_heading(TokenRange sentence) const {
  std::uint32_t t = sentence.begin;
  while (t < sentence.end && (c_.doc.is_punctuation(t) || phrases_.has_role(t, "determiner") ||
                              c_.doc.shape(t) == text::Shape::number)) {
    ++t;
  }
  TokenRange cue;
  if (!has_value(t, "label", &cue) && !has_value(t, "topic", &cue)) return false;
  for (t = cue.end; t < sentence.end; ++t) {
    const bool goes_on = phrases_.has_role(t, "preposition") ||
                         phrases_.has_role(t, "determiner") || has_value(t, "talk") ||
                         c_.doc.is_punctuation(t);
    if (!goes_on) return false;
  }
  return true;
}

// "Meeting of the ministers of transport" above "- road safety", "- ports": a line without a verb
// that names a meeting, above two lines or more that name things.
bool AgendaFinder::heads_programme(std::uint32_t sentence) const {
  const auto& all = c_.doc.sentences();
  const TokenRange line = all[sentence].tokens;
  if (all[sentence].role == text::LineRole::item || line.size() > kLongestLine) return false;
  if (!names_meeting(line.begin, line.end) || has_verb(line)) return false;
  for (std::uint32_t t = line.begin; t < line.end; ++t) {
    if (phrases_.is_finite_act(t)) return false;
  }
  std::uint32_t things = 0;
  for (std::uint32_t i = sentence + 1; i < all.size(); ++i) {
    if (all[i].role != text::LineRole::item) break;
    const TokenRange item = all[i].tokens;
    if (item.size() > kLongestLine || has_verb(item)) return false;
    for (std::uint32_t t = item.begin; t < item.end; ++t) {
      const names::Mention* who = phrases_.mention_at(t);
      const bool somebody = who != nullptr && who->kind != names::MentionKind::state;
      if (somebody || phrases_.act(t) != nullptr || phrases_.starts_time(t)) return false;
    }
    ++things;
  }
  return things >= 2;
}

// "The ministers are expected to:" in front of what they will do.
bool AgendaFinder::opens_tasks(TokenRange sentence) const {
  if (c_.lower(sentence.end - 1) != ":") return false;
  const std::optional<Lead> lead = find_lead(c_, phrases_, sentence);
  return lead && lead->future && lead->act.empty();
}

// "Nine items await them. |Among them:| the budget and the dam"
void AgendaFinder::go_on(const text::Sentence& before, const text::Sentence& s) {
  TokenRange cue;
  if (!has_value(s.tokens.begin, "example", &cue) || cue.end <= used_) return;
  bool issues = false;
  for (std::uint32_t t = before.tokens.begin; t < before.tokens.end && !issues; ++t) {
    issues = phrases_.has_role(t, "issue");
  }
  if (!issues || before.paragraph + 1 < s.paragraph) return;
  cue_ = before.tokens.end - 1;
  std::uint32_t t = cue.end;
  while (t < s.tokens.end &&
         (phrases_.has_role(t, "aux") || phrases_.has_role(t, "adverb") || c_.lower(t) == ":")) {
    ++t;
  }
  take_after(t, s.tokens, 0.65F);
}

// "They went on to the larger picture: |terrorism, water and trade|": things behind a colon, in a
// sentence of those who meet that says nothing of results.
// "- the President of Chad: |air transport|", below "He met:".
void AgendaFinder::listed(const text::Sentence& s) {
  const TokenRange sentence = s.tokens;
  const lexicon::CueClass outcome = c_.cues.outcome;
  bool theirs = phrases_.has_role(sentence.begin, "narrow");
  std::uint32_t colon = sentence.begin;
  for (; colon < sentence.end && c_.lower(colon) != ":"; ++colon) {
    const lexicon::Cue* group = c_.cue(colon, outcome);
    theirs = theirs || has_value(colon, "talk") || c_.lower(colon) == "they" ||
             (group != nullptr && group->value == "group");
  }
  const bool leads = colon < sentence.end && colon >= sentence.begin + 2;
  const bool met = s.role == text::LineRole::item && names_meeting(sentence.begin, colon);
  if ((!theirs && !met) || !leads || colon < used_ || !results_.empty()) return;
  const TokenRange list{colon + 1, sentence.end};
  if (!is_plain_list(list, met)) return;
  cue_ = colon;
  if (theirs) {
    take(list.begin, list.end, 0.6F);
    return;
  }
  const auto at = std::lower_bound(draft_at_.begin(), draft_at_.end(),
                                   std::pair<std::uint32_t, std::size_t>{sentence.begin, 0});
  if (at == draft_at_.end() || at->first >= colon) return;
  list_begin_ = drafts_.drafts[at->second].meeting.agenda.size();
  used_ = list.end;
  for (Item& thing : phrases_.split(list)) add(at->second, std::move(thing), 0.6F);
}

// Two things or more, or one where that will do, in small letters, without a verb, people or sums.
bool AgendaFinder::is_plain_list(TokenRange range, bool one) const {
  if (range.empty() || (range.size() < 4 && !one) || has_verb(range)) return false;
  if (c_.doc.is_punctuation(range.begin) || c_.doc.is_capital(range.begin)) return false;
  bool parted = one;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const std::string_view word = c_.lower(t);
    const names::Mention* who = phrases_.mention_at(t);
    const bool somebody = who != nullptr && who->kind != names::MentionKind::state;
    const bool verb = phrases_.is_finite_act(t) || (one && word == "to");
    if (somebody || word == ":" || word == "\"" || word == "(" || verb) return false;
    parted = parted || word == "," || word == ";";
  }
  return parted;
}

// An item of such a list.
bool AgendaFinder::item(const text::Sentence& s) {
  // "(b) Climate Resilience"
  const std::uint32_t first = s.tokens.begin;
  const bool lettered =
      s.role == text::LineRole::headline && c_.lower(first) == "(" && c_.lower(first + 2) == ")";
  if (s.paragraph != list_at_ || (s.role != text::LineRole::item && !lettered)) return false;
  std::uint32_t t = s.tokens.begin;
  while (t < s.tokens.end && (c_.doc.is_punctuation(t) || c_.doc.word(t).size() == 1 ||
                              c_.doc.shape(t) == text::Shape::number)) {
    ++t;
  }
  list_at_ = s.paragraph + 1;
  if (tasks_) t = behind_task(t, s.tokens.end);
  if (t >= s.tokens.end || phrases_.starts_clause(t, s.tokens.end)) return false;
  return take(t, phrases_.clause_end(t, s.tokens.end, true), 0.65F);
}

// "Item 2: |quotas for 2024|", "Agenda item 5. |Control of landings|"; not "Opening", "Any other
// business".
bool AgendaFinder::numbered_item(const text::Sentence& s) {
  std::uint32_t t = s.tokens.begin;
  if (c_.lower(t) == "agenda") ++t;
  if (c_.lower(t) != "item" || c_.doc.shape(t + 1) != text::Shape::number) return false;
  t += 2;
  const std::string_view sign = c_.lower(t);
  if (sign != ":" && sign != "." && sign != "-" && sign != "–" && sign != "—") return false;
  while (t < s.tokens.end && c_.doc.is_punctuation(t)) ++t;
  std::uint32_t end = s.tokens.end;
  // "Item 2." ends a sentence of its own.
  const std::size_t next = static_cast<std::size_t>(&s - c_.doc.sentences().data()) + 1;
  if (t >= end && next < c_.doc.sentences().size() &&
      c_.doc.sentences()[next].paragraph == s.paragraph) {
    end = c_.doc.sentences()[next].tokens.end;
  }
  if (t >= end || end - t > kLongestLine || has_value(t, "no-section") || has_verb({t, end})) {
    return false;
  }
  cue_ = t;
  return take(t, phrases_.clause_end(t, end, true), 0.6F);
}

// "|deliberate on| the budget", "|decide whether| to enlarge": behind what is to be done.
std::uint32_t AgendaFinder::behind_task(std::uint32_t t, std::uint32_t limit) const {
  std::uint32_t next = t;
  const Match* act = phrases_.act(t);
  if (act != nullptr) next = act->tokens.end;
  TokenRange cue;
  for (const std::string_view value : {"verb", "soft", "after"}) {
    if (has_value(t, value, &cue)) next = std::max(next, cue.end);
  }
  if (next == t && !c_.doc.is_capital(t) && !phrases_.has_role(t, "determiner")) {
    const bool object =
        phrases_.has_role(t + 1, "determiner") || phrases_.has_role(t + 1, "preposition");
    if (object) next = t + 1;
  }
  while (next > t && next < limit &&
         (phrases_.has_role(next, "preposition") || c_.lower(next) == "whether" ||
          c_.lower(next) == "upon")) {
    ++next;
  }
  return next;
}

bool AgendaFinder::has_value(std::uint32_t token, std::string_view value,
                             TokenRange* tokens) const {
  return c_.cue(token, c_.cues.agenda, value, tokens) != nullptr;
}

// The first mention that starts at `token` or later.
std::vector<TokenRange>::const_iterator AgendaFinder::first_mention(std::uint32_t token) const {
  return std::lower_bound(named_.begin(), named_.end(), TokenRange{token, 0});
}

bool AgendaFinder::names_meeting(std::uint32_t begin, std::uint32_t end) const {
  const auto it = first_mention(begin);
  return it != named_.end() && it->begin < end;
}

void add_agenda(const Context& context, Statements& statements, Drafts& drafts) {
  if (drafts.drafts.empty()) return;
  AgendaFinder(context, statements, drafts).run();
}

}  // namespace rapporteur::meetings
