// The briefing on a body's next session: what an officer reads on the way to it.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "page_parts.h"
#include "rapporteur/output/printable.h"
#include "rapporteur/query/words.h"
#include "rapporteur/service/views.h"

namespace rapporteur::service {

using output::Page;
using query::Brief;
using query::MeetingPage;
using query::Source;

namespace {

constexpr std::size_t kNamed = 8;  // missing members that are named one by one

const query::Fact* fact_of(const MeetingPage& page, const std::string& property) {
  for (const query::Fact& fact : page.facts) {
    if (fact.property == property && !fact.values.empty()) return &fact;
  }
  return nullptr;
}

std::string value_of(const MeetingPage& page, const std::string& property) {
  const query::Fact* fact = fact_of(page, property);
  return fact == nullptr ? std::string() : fact->values.front().value;
}

// What the reports say of these properties, of the canonical values only.
std::vector<Source> sources_of(const MeetingPage& page,
                               const std::vector<std::string>& properties) {
  std::vector<Source> out;
  for (const std::string& property : properties) {
    if (const query::Fact* fact = fact_of(page, property)) {
      const std::vector<Source>& own = fact->values.front().sources;
      out.insert(out.end(), own.begin(), own.end());
    }
  }
  return out;
}

class Writer {
 public:
  Writer(const Brief& brief, const catalogue::Catalogue* catalogue)
      : brief_(brief), catalogue_(catalogue) {}

  Page write() {
    Page page{brief_.series.id, "Brief: " + series_name(brief_.series), {}};
    page.subtitle = subtitle();
    page.timeline = timeline_of(brief_, catalogue_);
    page.sections.push_back(next());
    page.sections.push_back(last());
    page.sections.push_back(promises());
    page.sections.push_back(unheard_of());
    page.sections.push_back(agenda());
    page.sections.push_back(came());
    page.sections.push_back(newcomers());
    page.sections.push_back(missing());
    page.sections.push_back(conflicts());
    page.sections.push_back(presidency());
    return page;
  }

 private:
  std::string state(const std::string& code) const { return query::state_words(code, catalogue_); }

  std::string subtitle() const {
    std::string out = "As of " + query::date_words(brief_.as_of);
    out += ": " + std::to_string(brief_.all.size()) +
           (brief_.all.size() == 1 ? " session" : " sessions") + " in " +
           std::to_string(brief_.reports) + (brief_.reports == 1 ? " report" : " reports") + ".";
    return out;
  }

  // "16th, 15th and 14th session"
  std::string session_names(const std::vector<std::string>& ids) const {
    std::vector<std::string> names;
    for (const query::MeetingRow& m : brief_.all) {
      const auto at = std::find(ids.begin(), ids.end(), m.id);
      if (at != ids.end()) names.insert(names.begin(), query::session_words(m));
    }
    static constexpr std::string_view kSession = " session";
    const bool is_numbered = std::all_of(names.begin(), names.end(), [](const std::string& name) {
      return name.ends_with(kSession);
    });
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool is_last = i + 1 == names.size();
      if (i > 0) out += is_last ? " and " : ", ";
      out += is_numbered && !is_last ? names[i].substr(0, names[i].size() - kSession.size())
                                     : names[i];
    }
    return out;
  }

  // "18 September 2024, Dushanbe, Tajikistan; in the chair: Firdavs Boboev (Tajikistan)"
  std::string facts_line(const MeetingPage& page) const {
    const query::MeetingRow& m = page.row;
    std::string out = query::date_words(m.when);
    append_part(out, query::place_words(m, catalogue_));
    std::string chair = value_of(page, "chair_person");
    if (chair.empty()) {
      chair = state(m.chair);
    } else if (m.chair.size() == 2) {
      chair += " (" + state(m.chair) + ")";
    }
    if (!chair.empty()) out += "; in the chair: " + chair;
    if (m.status != "held") append_note(out, m.status);
    return out;
  }

  // ---- the next session

  Page::Section next() const {
    Page::Section section{"The next session", {}};
    const bool is_stated =
        brief_.due.basis == "announced" && !brief_.due.meeting.empty() && !brief_.due.overdue;
    if (!is_stated) section.facts.push_back(due());
    for (const MeetingPage& page : brief_.next) {
      Page::Fact fact = line(query::session_words(page.row), facts_line(page),
                             sources_of(page, {"when", "place", "chair_person", "status"}));
      add_expectations(page, fact);
      section.facts.push_back(std::move(fact));
    }
    std::erase_if(section.facts, [](const Page::Fact& fact) { return fact.sources.empty(); });
    return section;
  }

  Page::Fact due() const {
    const query::Due& due = brief_.due;
    std::string words = query::due_words(due) + ", ";
    words += due.when.empty() ? "no date can be told" : query::date_words(due.when);
    if (!due.when.empty() && query::date_words(due.when) != due.when) {
      words += " (EDTF " + due.when + ")";
    }
    if (due.overdue) words += "; no report says that it was held";
    std::vector<Source> sources = due.sources;
    if (sources.empty() && !brief_.last.empty()) {
      sources = sources_of(brief_.last.front(), {"when", "status"});
    }
    return conclusion("Due", words, due.because, sources, 4);
  }

  void add_expectations(const MeetingPage& page, Page::Fact& fact) const {
    for (const query::Item& item : page.agenda) {
      fact.details.push_back(line("on the agenda", item.text, item.sources, 2));
    }
    std::map<std::string, std::vector<Source>> states;
    for (const query::ParticipantRow& p : page.participants) {
      if (p.attendance == "absent") continue;
      if (p.name.empty()) {
        if (p.state.empty()) continue;
        std::vector<Source>& own = states[state(p.state)];
        own.insert(own.end(), p.sources.begin(), p.sources.end());
      } else {
        fact.details.push_back(line("expected", person(p) + from(p), p.sources, 2));
      }
    }
    std::string names;
    std::vector<Source> sources;
    for (const auto& [name, own] : states) {
      append_part(names, name);
      sources.insert(sources.end(), own.begin(), own.end());
    }
    if (!names.empty()) fact.details.push_back(line("expected, nobody named", names, sources, 2));
  }

  // ---- the sessions before

  Page::Section last() const {
    Page::Section section{"The last sessions", {}};
    for (const MeetingPage& page : brief_.last) {
      section.facts.push_back(line(query::session_words(page.row), facts_line(page),
                                   sources_of(page, {"when", "place", "chair_person", "status"})));
    }
    return section;
  }

  std::string said(const query::Item& item) const {
    std::string verb = output::as_words(item.act);
    if (catalogue_ != nullptr) {
      const catalogue::Index act = catalogue_->find_speech_act(item.act);
      for (const catalogue::SpeechActForm& form : catalogue_->speech_act_forms()) {
        if (form.act == act && form.form == catalogue::VerbForm::past) {
          verb = form.text;
          break;
        }
      }
    }
    return verb.empty() ? item.text : verb + ": " + item.text;
  }

  Page::Section promises() const {
    Page::Section section{"What was agreed, and what later reports say of it", {}};
    section.note =
        "Reports about this body that appeared two weeks and more after the session. Whether one "
        "tells what became of a promise is concluded from its words: read the sentence.";
    static const std::map<std::string, std::string> kFates = {
        {"done", "it happened, a later report says"},
        {"not done", "it has not happened, a later report says"},
        {"to come", "it is still to come, a later report says"},
        {"mentioned", "a later report speaks of it"}};
    for (const query::Promise& p : brief_.promises) {
      if (p.fate.empty()) continue;
      Page::Fact fact = promised(p);
      fact.details.push_back(conclusion("", kFates.at(p.fate), p.because, p.sources, 3));
      section.facts.push_back(std::move(fact));
    }
    return section;
  }

  Page::Section unheard_of() const {
    Page::Section section{"Agreed, and no later report of the register speaks of it", {}};
    for (const query::Promise& p : brief_.promises) {
      if (p.fate.empty()) section.facts.push_back(promised(p));
    }
    return section;
  }

  Page::Fact promised(const query::Promise& p) const {
    std::string words = said(p.item);
    if (p.fate.empty()) append_note(words, p.because);
    return line(query::session_words(p.session), words, p.item.sources, 2);
  }

  Page::Section agenda() const {
    Page::Section section{"On the agenda of the last sessions", {}};
    for (const Brief::Recurring& recurring : brief_.agenda) {
      std::vector<Source> sources;
      std::set<std::string> wordings;
      std::vector<std::string> sessions;
      for (const MeetingPage& page : brief_.last) {
        bool is_on = false;
        for (const query::Item& item : page.agenda) {
          if (!is_about(item, recurring.item)) continue;
          is_on = true;
          if (item.text != topic(recurring.item)) wordings.insert(item.text);
          sources.insert(sources.end(), item.sources.begin(), item.sources.end());
        }
        if (is_on) sessions.push_back(page.row.id);
      }
      std::string words = topic(recurring.item);
      std::string own;
      for (const std::string& wording : wordings) append_part(own, "\u201c" + wording + "\u201d");
      append_note(words, own);
      section.facts.push_back(line(session_names(sessions), words, sources, 3));
    }
    return section;
  }

  static bool is_about(const query::Item& item, const std::string& topic_or_text) {
    return item.text == topic_or_text ||
           std::find(item.topics.begin(), item.topics.end(), topic_or_text) != item.topics.end();
  }

  std::string topic(const std::string& id) const {
    if (catalogue_ == nullptr) return id;
    const catalogue::Index index = catalogue_->find_topic(id);
    return std::string(index == catalogue::npos ? id : catalogue_->topics()[index].name);
  }

  // ---- people

  static std::string person(const query::ParticipantRow& p) {
    std::string out = p.name;
    append_part(out, joined(full_offices(p.offices)));
    return out;
  }

  std::string from(const query::ParticipantRow& p) const {
    const std::string whose = p.state.empty() ? p.organisation : state(p.state);
    return whose.empty() ? std::string() : " (" + whose + ")";
  }

  Page::Section came() const {
    Page::Section section{"Who came", {}};
    std::set<std::string> named;  // states of which somebody is
    for (const Brief::Came& came : brief_.came) {
      if (!came.sessions.empty() && !came.who.name.empty()) named.insert(came.who.state);
    }
    for (const Brief::Came& came : brief_.came) {
      const query::ParticipantRow& p = came.who;
      if (came.sessions.empty()) continue;
      if (p.name.empty() &&
          (named.contains(p.state) || (p.state.empty() && p.organisation.empty())))
        continue;
      std::string words = p.name.empty() ? joined(full_offices(p.offices)) : person(p);
      const std::string sessions = session_names(came.sessions);
      words += words.empty() ? sessions : " \u2013 " + sessions;
      section.facts.push_back(
          line(p.state.empty() ? p.organisation : state(p.state), words, p.sources));
    }
    return section;
  }

  Page::Section newcomers() const {
    Page::Section section{"New in office since the last session", {}};
    for (const query::Newcomer& n : brief_.new_in_office) {
      std::string words = n.tenure.name;
      append_part(words, n.tenure.office);
      if (!n.before.empty()) words += "; before: " + n.before;
      section.facts.push_back(
          conclusion(state(n.tenure.state), words, n.because, n.tenure.sources));
    }
    return section;
  }

  Page::Section missing() const {
    Page::Section section{"Members that no report names as present", {}};
    for (std::size_t i = 0; i < brief_.missing.size() && i < brief_.last.size(); ++i) {
      const query::Missing& m = brief_.missing[i];
      const std::string label = query::session_words(m.session);
      const std::vector<Source> session = sources_of(brief_.last[i], {"status", "when"});
      if (m.states.size() > kNamed) {
        section.facts.push_back(conclusion(
            label,
            "reports name " + query::count_words(m.present.size()) + " of the " +
                query::count_words(m.members) + " members",
            "members by the " + m.members_by + "; too many are not named to tell who was missing",
            session, 1));
        continue;
      }
      for (const query::Missing::State& s : m.states) {
        std::vector<Source> sources = s.sources.empty() ? session : s.sources;
        section.facts.push_back(
            conclusion(label, state(s.state) + (s.said_absent ? ", said to be absent" : ""),
                       s.because, sources, 2));
      }
    }
    return section;
  }

  // ---- doubts and the presidency

  Page::Section conflicts() const {
    Page::Section section{"Where reports disagree", {}};
    for (const auto* pages : {&brief_.next, &brief_.last}) {
      for (const MeetingPage& page : *pages) {
        for (const query::Fact& fact : page.facts) add_conflict(page, fact, section);
      }
    }
    return section;
  }

  void add_conflict(const MeetingPage& page, const query::Fact& fact,
                    Page::Section& section) const {
    const bool disputed = fact.values.size() > 1 && fact.values.front().disputed;
    if (!disputed) return;
    std::vector<Source> all;
    Page::Fact conflict;
    for (const query::FactValue& value : fact.values) {
      if (!value.disputed) continue;
      all.insert(all.end(), value.sources.begin(), value.sources.end());
      const std::string reports = std::to_string(value.support);
      conflict.details.push_back(line(shown(fact.property, value.value),
                                      reports + (value.support == 1 ? " report" : " reports"),
                                      value.sources));
    }
    Page::Fact head = line(query::session_words(page.row), output::as_words(fact.property), all, 4);
    head.details = std::move(conflict.details);
    section.facts.push_back(std::move(head));
  }

  std::string shown(const std::string& property, const std::string& value) const {
    if (property == "when") return query::date_words(value);
    const bool is_state = property == "country" || property == "chair" || property == "host";
    return is_state ? state(value) : value;
  }

  Page::Section presidency() const {
    Page::Section section{"The presidency by year", {}};
    for (const query::Presidency& p : brief_.presidency) {
      std::string words = state(p.state);
      std::string others;
      for (const std::string& other : p.others) append_part(others, state(other));
      if (!others.empty()) words += " (some reports: " + others + ")";
      section.facts.push_back(conclusion(p.year, words, p.because, p.sources, 2));
    }
    std::reverse(section.facts.begin(), section.facts.end());
    return section;
  }

  const Brief& brief_;
  const catalogue::Catalogue* catalogue_;
};

}  // namespace

Page brief_page(const Brief& brief, const catalogue::Catalogue* catalogue) {
  return Writer(brief, catalogue).write();
}

}  // namespace rapporteur::service
