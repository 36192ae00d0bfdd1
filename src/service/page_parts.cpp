#include "page_parts.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "rapporteur/catalogue/fold.h"
#include "rapporteur/output/printable.h"

namespace rapporteur::service {

using output::Citation;
using output::Page;

namespace {

std::string times(int support) {
  return support == 1 ? "1 report" : std::to_string(support) + " reports";
}

}  // namespace

void append_part(std::string& out, std::string_view part) {
  if (part.empty()) return;
  if (!out.empty()) out += ", ";
  out += part;
}

void append_note(std::string& out, std::string_view note) {
  if (!note.empty()) out += " (" + std::string(note) + ")";
}

std::vector<Citation> citations_of(const std::vector<query::Source>& sources) {
  std::vector<Citation> out;
  for (const query::Source& s : sources) {
    const Citation none{s.report, s.title, s.pointer, {}, s.publisher, s.published, {}};
    const std::size_t first = out.size();
    for (std::size_t i = 0; i < s.quotes.size(); ++i) {
      const std::string sentence = i < s.sentences.size() ? s.sentences[i] : std::string();
      const auto same =
          std::find_if(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                       [&sentence](const Citation& c) { return c.sentence == sentence; });
      if (same != out.end()) {
        same->quotes.push_back(s.quotes[i]);
        continue;
      }
      out.push_back(none);
      out.back().sentence = sentence;
      out.back().quotes.push_back(s.quotes[i]);
    }
    if (s.quotes.empty()) out.push_back(none);
  }
  return out;
}

namespace {

// The same sentence once, with all that is quoted of it.
std::vector<Citation> gathered(const std::vector<query::Source>& sources) {
  std::vector<Citation> out;
  std::map<std::pair<std::string, std::string>, std::size_t> index_of;
  for (Citation& c : citations_of(sources)) {
    if (c.quotes.empty()) continue;
    const auto [at, is_new] = index_of.try_emplace({c.report, c.sentence}, out.size());
    if (is_new) {
      out.push_back(std::move(c));
      continue;
    }
    std::vector<std::string>& known = out[at->second].quotes;
    for (std::string& quote : c.quotes) {
      if (std::find(known.begin(), known.end(), quote) == known.end()) {
        known.push_back(std::move(quote));
      }
    }
  }
  return out;
}

}  // namespace

Page::Fact line(std::string label, std::string value, const std::vector<query::Source>& sources,
                std::size_t most) {
  Page::Fact out{std::move(label), std::move(value), {}};
  std::vector<Citation> all = gathered(sources);
  std::stable_sort(all.begin(), all.end(), [](const Citation& a, const Citation& b) {
    return a.quotes.size() > b.quotes.size();
  });
  std::set<std::string> shown;
  for (const bool again : {false, true}) {
    for (Citation& c : all) {
      const bool is_full = out.sources.size() >= most;
      if (is_full || c.quotes.empty() || shown.contains(c.report) != again) continue;
      shown.insert(c.report);
      out.sources.push_back(std::move(c));
      c.quotes.clear();
    }
  }
  std::set<std::string> reports;
  for (const query::Source& s : sources) reports.insert(s.report);
  for (const std::string& report : reports) {
    if (!shown.contains(report)) ++out.more;
  }
  return out;
}

Page::Fact conclusion(std::string label, std::string value, std::string because,
                      const std::vector<query::Source>& sources, std::size_t most) {
  Page::Fact out = line(std::move(label), std::move(value), sources, most);
  out.derived = true;
  out.because = std::move(because);
  return out;
}

std::vector<std::string> full_offices(const std::vector<std::string>& offices) {
  std::vector<std::string> out;
  for (const std::string& office : offices) {
    const std::string folded = " " + catalogue::fold(office) + " ";
    const bool is_said = std::any_of(offices.begin(), offices.end(), [&](const std::string& other) {
      const std::string longer = " " + catalogue::fold(other) + " ";
      return longer.size() > folded.size() && longer.find(folded) != std::string::npos;
    });
    if (!is_said) out.push_back(office);
  }
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) append_part(out, part);
  return out;
}

std::string meeting_line(const query::MeetingRow& m) {
  std::string out = m.name.empty() ? (m.organ.empty() ? m.organisation : m.organ) : m.name;
  if (out.empty()) out = "a meeting";
  append_part(out, m.when);
  append_part(out, m.place);
  append_note(out, m.status);
  return out + " " + m.id;
}

void add_fact(const query::Fact& fact, Page::Section& section) {
  for (const query::FactValue& value : fact.values) {
    std::string words = value.value;
    if (value.disputed) words += " (disputed: " + times(value.support) + ")";
    section.facts.push_back({fact.property, std::move(words), citations_of(value.sources)});
  }
}

std::string participant_line(const query::ParticipantRow& p) {
  std::string out = p.name;
  append_part(out, joined(p.offices));
  append_part(out, p.state);
  append_part(out, p.organisation);
  std::string note = p.attendance;
  append_part(note, p.capacity);
  append_note(out, note);
  return out;
}

Page::Section participants(const std::string& heading,
                           const std::vector<query::ParticipantRow>& rows) {
  Page::Section section{heading, {}};
  for (const query::ParticipantRow& row : rows) {
    section.facts.push_back({"", participant_line(row), citations_of(row.sources)});
  }
  return section;
}

Page::Section items(const std::string& heading, const std::vector<query::Item>& rows) {
  Page::Section section{heading, {}};
  for (const query::Item& item : rows) {
    std::string label = item.actor;
    if (!item.act.empty()) label += (label.empty() ? "" : " ") + output::as_words(item.act);
    if (!item.relation.empty()) label = item.relation;
    std::string words = item.text;
    append_note(words, joined(item.topics));
    section.facts.push_back({std::move(label), std::move(words), citations_of(item.sources)});
  }
  return section;
}

Page::Section meetings(const std::string& heading, const std::vector<query::MeetingRow>& rows) {
  Page::Section section{heading, {}};
  for (const query::MeetingRow& row : rows) section.facts.push_back({"", meeting_line(row), {}});
  return section;
}

namespace {

// "place 'Tashkent' is 'Samarkand' (a.example, in the words 'the Uzbek city')"
std::string words_of(const query::CorrectionRow& c) {
  if (!c.report.empty()) {
    std::string out = c.property + " '" + c.value + "'";
    if (!c.replacement.empty()) out += " is '" + c.replacement + "'";
    out += " (" + c.report;
    if (!c.subject.empty()) out += ", of '" + c.subject + "'";
    if (!c.quote.empty()) out += ", in the words '" + c.quote + "'";
    return out + ")";
  }
  return joined(c.members) + (c.others.empty() ? "" : " from " + joined(c.others));
}

}  // namespace

Page::Section corrections(const std::vector<query::CorrectionRow>& list) {
  Page::Section section{"Corrections", {}};
  for (const query::CorrectionRow& c : list) {
    std::string words = words_of(c) + "; " + c.who + ", " + c.made.substr(0, c.made.find('T'));
    if (!c.why.empty()) words += ": " + c.why;
    section.facts.push_back({c.verdict, words + " [" + c.id + "]", {}});
  }
  return section;
}

std::string series_name(const query::SeriesRow& series) {
  std::string out = series.organisation;
  append_part(out, series.organ);
  return out.empty() ? series.id : out;
}

}  // namespace rapporteur::service
