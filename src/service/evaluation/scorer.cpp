#include "scorer.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "same.h"
#include "words.h"

namespace rapporteur::service::evaluation {

namespace {

constexpr std::array<std::string_view, 18> kRowNames = {
    "meeting", "main",  "organisation", "organ",   "ordinal", "kind",
    "status",  "when",  "place",        "country", "chair",   "participant",
    "office",  "state", "attendance",   "agenda",  "outcome", "link"};

constexpr double kSameAgendaItem = 0.5;
constexpr double kSameOutcome = 0.4;

// What a meeting that is only mentioned may take over from its surroundings without the
// annotation saying so.
bool may_be_inherited(std::size_t field) {
  return field == organisation || field == when || field == place || field == country ||
         field == chair;
}

std::string label(const Meeting& m) {
  std::string out;
  for (const Field field : {organisation, organ, kind, when, place}) {
    if (!m.fields[field]) continue;
    if (!out.empty()) out += ", ";
    out += m.fields[field].view();
  }
  return out.empty() ? m.name : out;
}

// Who takes part, in a word.
const Value& subject(const Participant& p) {
  if (p.person) return p.person;
  return p.state ? p.state : p.organisation;
}

// A link by where it leads in the annotation, or by where it leads nowhere there.
using Target = std::pair<std::string, std::string>;

}  // namespace

Scorer::Scorer() {
  static_assert(kRowNames.size() == kRows);
  for (const std::string_view name : kRowNames) out_.figures.push_back({std::string(name)});
  out_.when_of_matched.row = "when, aligned";
}

void Scorer::compare(const Account& expected, const std::vector<Meeting>& read) {
  ++out_.reports;
  report_ = expected.id;
  const Pairs pairs = align(expected.meetings, read);
  note_signs(expected.meetings, read, pairs);
  compare_meetings(expected.meetings, read, pairs);
}

Evaluation Scorer::finish() && { return std::move(out_); }

void Scorer::note_signs(const std::vector<Meeting>& expected, const std::vector<Meeting>& read,
                        const Pairs& pairs) {
  std::vector<bool> main(read.size());
  for (const auto& [i, j] : pairs) main[j] = expected[i].main;
  for (std::size_t j = 0; j < read.size(); ++j) {
    out_.meetings.push_back({report_, main[j], read[j].signs});
  }
}

void Scorer::compare_meetings(const std::vector<Meeting>& expected,
                              const std::vector<Meeting>& read, const Pairs& pairs) {
  std::map<std::size_t, std::size_t> partner;  // of an expected meeting
  std::vector<bool> used(read.size());
  for (const auto& [i, j] : pairs) {
    partner[i] = j;
    used[j] = true;
  }
  for (std::size_t i = 0; i < expected.size(); ++i) {
    meeting_ = expected[i].ref;
    const auto found = partner.find(i);
    if (found == partner.end()) {
      miss_meeting(expected[i]);
      continue;
    }
    in_main_ = read[found->second].main;
    compare_matched(expected[i], read[found->second]);
    compare_links(expected, read, pairs, i, found->second);
  }
  for (std::size_t j = 0; j < read.size(); ++j) {
    meeting_ = read[j].ref;
    in_main_ = read[j].main;
    if (!used[j]) make_up_meeting(read[j]);
  }
}

void Scorer::compare_matched(const Meeting& expected, const Meeting& read) {
  ++out_.figures[kMeeting].right;
  Figure& main = out_.figures[kMain];
  main.right += expected.main && read.main;
  main.missed += expected.main && !read.main;
  main.made_up += read.main && !expected.main;
  if (expected.main != read.main) {
    note(kMain, expected.main ? "main" : "", read.main ? "main" : "");
  }
  for (std::size_t f = 0; f < kFields; ++f) {
    const Value& g = expected.fields[f];
    const Value& p = read.fields[f];
    const bool lenient = !expected.main && may_be_inherited(f);
    const bool same = same_value(static_cast<Field>(f), g, p);
    single(static_cast<Row>(kFirstField + f), g, p, same, lenient);
    if (f != when || (!g && (!p || lenient))) continue;
    out_.when_of_matched.right += same;
    out_.when_of_matched.made_up += !same && p;
    out_.when_of_matched.missed += !same && g;
  }
  compare_participants(expected, read);
  compare_phrases(kAgenda, expected.agenda, read.agenda, kSameAgendaItem);
  compare_phrases(kOutcome, expected.outcomes, read.outcomes, kSameOutcome);
}

void Scorer::compare_participants(const Meeting& expected, const Meeting& read) {
  std::vector<const Participant*> rest = named(read.participants);
  std::vector<const Participant*> missed;
  for (const Participant* g : named(expected.participants)) {
    const auto found = std::find_if(rest.begin(), rest.end(),
                                    [&](const Participant* p) { return same_participant(*g, *p); });
    if (found == rest.end()) {
      missed.push_back(g);
      continue;
    }
    compare_matched_participant(*g, **found);
    rest.erase(found);
  }
  for (const Participant* g : missed) {
    note(kParticipant, subject(*g).view(), "");
    miss_participant(*g);
  }
  for (const Participant* p : rest) {
    note(kParticipant, "", subject(*p).view());
    make_up_participant(*p);
  }
}

void Scorer::compare_matched_participant(const Participant& expected, const Participant& read) {
  right(kParticipant, subject(read));
  const std::string_view about = subject(expected).view();
  const bool same_office =
      expected.offices && read.offices && names_same(expected.offices.view(), read.offices.view());
  single(kOffice, expected.offices, read.offices, same_office, false, about);
  single(kState, expected.state, read.state, same_words(expected.state, read.state), false, about);
  single(kAttendance, expected.attendance, read.attendance,
         same_words(expected.attendance, read.attendance), false, about);
}

void Scorer::compare_phrases(Row row, const std::vector<Value>& expected,
                             const std::vector<Value>& read, double floor) {
  std::vector<bool> used(read.size());
  for (const Value& g : expected) {
    double best = 0;
    std::size_t at = read.size();
    for (std::size_t j = 0; j < read.size(); ++j) {
      const double how_like = used[j] ? 0.0 : token_f1(g.view(), read[j].view());
      if (how_like < floor || how_like <= best) continue;
      best = how_like;
      at = j;
    }
    if (at == read.size()) {
      note(row, g.view(), "");
      miss(row);
      continue;
    }
    used[at] = true;
    right(row, read[at]);
  }
  for (std::size_t j = 0; j < read.size(); ++j) {
    if (used[j]) continue;
    note(row, "", read[j].view());
    make_up(row, read[j]);
  }
}

void Scorer::compare_links(const std::vector<Meeting>& expected, const std::vector<Meeting>& read,
                           const Pairs& pairs, std::size_t i, std::size_t j) {
  // What a link of the reading leads to, by the annotation's name for it. Of several meetings of
  // one name, the last is meant.
  const auto target = [&](const std::string& to) -> std::string {
    std::size_t named = read.size();
    while (named > 0 && read[named - 1].ref != to) --named;
    for (const auto& [mine, theirs] : pairs) {
      if (theirs + 1 == named) return expected[mine].ref;
    }
    return "?" + to;
  };
  std::set<Target> wanted;
  for (const Link& link : expected[i].links) wanted.emplace(link.relation.view(), link.to);
  std::map<Target, const Link*> found;
  for (const Link& link : read[j].links) {
    found.try_emplace({std::string(link.relation.view()), target(link.to)}, &link);
  }
  for (const Target& link : wanted) {
    if (found.contains(link)) continue;
    note(kLink, link.first + " " + link.second, "");
    miss(kLink);
  }
  for (const auto& [link, from] : found) {
    if (wanted.contains(link)) {
      right(kLink, from->relation);
      continue;
    }
    note(kLink, "", link.first + " " + link.second);
    make_up(kLink, from->relation);
  }
}

void Scorer::miss_meeting(const Meeting& expected) {
  note(kMeeting, label(expected), "");
  ++out_.figures[kMeeting].missed;
  out_.figures[kMain].missed += expected.main;
  for (std::size_t f = 0; f < kFields; ++f) {
    if (expected.fields[f]) miss(static_cast<Row>(kFirstField + f));
  }
  for (const Participant* p : named(expected.participants)) miss_participant(*p);
  out_.figures[kAgenda].missed += expected.agenda.size();
  out_.figures[kOutcome].missed += expected.outcomes.size();
  std::set<Target> links;
  for (const Link& link : expected.links) links.emplace(link.relation.view(), link.to);
  out_.figures[kLink].missed += links.size();
}

void Scorer::make_up_meeting(const Meeting& read) {
  note(kMeeting, "", label(read));
  ++out_.figures[kMeeting].made_up;
  out_.figures[kMain].made_up += read.main;
  for (std::size_t f = 0; f < kFields; ++f) {
    if (read.fields[f]) make_up(static_cast<Row>(kFirstField + f), read.fields[f]);
  }
  for (const Participant* p : named(read.participants)) make_up_participant(*p);
  for (const Value& item : read.agenda) make_up(kAgenda, item);
  for (const Value& item : read.outcomes) make_up(kOutcome, item);
  for (const Link& link : read.links) make_up(kLink, link.relation);
}

void Scorer::miss_participant(const Participant& expected) {
  miss(kParticipant);
  if (expected.offices) miss(kOffice);
  if (expected.state) miss(kState);
  miss(kAttendance);
}

void Scorer::make_up_participant(const Participant& read) {
  make_up(kParticipant, subject(read));
  if (read.offices) make_up(kOffice, read.offices);
  if (read.state) make_up(kState, read.state);
  make_up(kAttendance, read.attendance);
}

void Scorer::single(Row row, const Value& expected, const Value& read, bool same, bool lenient,
                    std::string_view about) {
  if (!expected && (!read || lenient)) return;
  if (same) return right(row, read);
  note(row, expected.view(), read.view(), about);
  if (read) make_up(row, read);
  if (expected) miss(row);
}

void Scorer::right(Row row, const Value& read) {
  ++out_.figures[row].right;
  judge(row, read, true);
}

void Scorer::miss(Row row) { ++out_.figures[row].missed; }

void Scorer::make_up(Row row, const Value& read) {
  ++out_.figures[row].made_up;
  judge(row, read, false);
}

void Scorer::judge(Row row, const Value& read, bool right) {
  if (!read.confidence) return;
  out_.judgements.push_back(
      {std::string(kRowNames[row]), *read.confidence, read.rule, in_main_, right});
}

void Scorer::note(Row row, std::string_view expected, std::string_view read,
                  std::string_view about) {
  out_.misses.push_back({report_, meeting_, std::string(kRowNames[row]), std::string(about),
                         std::string(expected), std::string(read)});
}

}  // namespace rapporteur::service::evaluation
