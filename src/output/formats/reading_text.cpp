// A reading for people: one block a meeting, values with the words of the report that state them.
#include <algorithm>
#include <cstddef>

#include "rapporteur/output/format.h"
#include "rapporteur/output/printable.h"
#include "reading_words.h"

namespace rapporteur::output::formats {

namespace {

constexpr std::size_t kLabelWidth = 14;

void line(std::string_view label, std::string_view words, std::string& out) {
  out += "  ";
  out += label;
  out.append(label.size() < kLabelWidth ? kLabelWidth - label.size() : 1, ' ');
  out += printable(words);
  out += '\n';
}

// The words behind a fact, on one line: "17th"; "under the Presidency of Uzbekistan".
std::string quoted(const std::vector<ByteSpan>& evidence, std::string_view text) {
  std::string out;
  for (const ByteSpan span : evidence) {
    if (!is_valid(span, text)) continue;
    out += out.empty() ? "" : "; ";
    out += '"' + std::string(span.of(text)) + '"';
  }
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

template <class T>
void fact_line(std::string_view label, const record::Fact<T>& fact, std::string_view text,
               std::string& out) {
  if (!fact) return;
  const std::string words = quoted(fact.evidence, text);
  line(label, shown(*fact) + (words.empty() ? "" : "  <- " + words), out);
}

void append_part(std::string& out, std::string_view part) {
  if (part.empty()) return;
  if (!out.empty()) out += ", ";
  out += part;
}

std::string participant_line(const record::Participant& p) {
  std::string out = p.person.value.value_or("");
  if (p.offices) {
    for (const std::string& office : *p.offices) append_part(out, office);
  }
  append_part(out, p.state.value.value_or(""));
  append_part(out, p.organisation.value.value_or(""));
  std::string role = p.attendance ? shown(*p.attendance) : "";
  if (p.capacity) append_part(role, record::to_string(*p.capacity));
  return role.empty() ? out : out + " (" + role + ")";
}

std::string outcome_line(const std::string& act, const std::string& actor,
                         const std::string& text) {
  const std::string speech = speech_of(actor, act);
  return speech.empty() ? text : speech + ": " + text;
}

void write_lists(const record::Meeting& m, std::string& out) {
  for (const auto& p : m.participants) line("participant", participant_line(p), out);
  for (const auto& item : m.agenda) line("agenda", item.text.value.value_or(""), out);
  for (const auto& o : m.outcomes) {
    line("outcome", outcome_line(o.act, o.actor, o.text.value.value_or("")), out);
  }
  for (const auto& i : m.instruments) {
    line("instrument",
         i.name.value.value_or("") + " (" + std::string(record::to_string(i.relation)) + ")", out);
  }
  for (const auto& link : m.links) {
    if (link.relation) line(record::to_string(*link.relation), link.to, out);
  }
}

void write_meeting(const record::Meeting& m, std::string_view text, std::string& out) {
  out += '\n' + printable(m.id) + (m.main ? "" : " (only mentioned)") + "  " +
         printable(m.name.value.value_or("a meeting")) + '\n';
  fact_line("organisation", m.organisation, text, out);
  fact_line("organ", m.organ, text, out);
  fact_line("kind", m.kind, text, out);
  if (m.format) line("format", record::to_string(*m.format), out);
  fact_line("mode", m.mode, text, out);
  fact_line("ordinal", m.ordinal, text, out);
  fact_line("status", m.status, text, out);
  fact_line("when", m.when, text, out);
  fact_line("moved to", m.rescheduled_to, text, out);
  fact_line("place", m.place, text, out);
  fact_line("country", m.country, text, out);
  fact_line("venue", m.venue, text, out);
  fact_line("chair", m.chair, text, out);
  fact_line("chair person", m.chair_person, text, out);
  fact_line("host", m.host, text, out);
  fact_line("inviter", m.inviter, text, out);
  write_lists(m, out);
}

std::string holding_line(const record::Holding& h) {
  std::string out = h.person.value.value_or("");
  append_part(out, h.office.value.value_or(""));
  append_part(out, h.state.value.value_or(""));
  append_part(out, h.organisation.value.value_or(""));
  return out;
}

void write_heading(const record::Report& report, std::string& out) {
  out += printable(report.id);
  if (!report.title.empty()) out += "  " + printable(report.title);
  out += '\n';
  if (!report.publisher.empty()) line("publisher", report.publisher, out);
  if (!report.published.empty()) line("published", report.published, out);
}

void write(const record::Reading& reading, const Options& options, std::string& out) {
  const std::string& text = reading.report.text;
  write_heading(reading.report, out);
  if (reading.meetings.empty()) line("", "no meeting", out);
  for (const auto& m : reading.meetings) write_meeting(m, text, out);
  if (!reading.holdings.empty()) out += '\n';
  for (const auto& h : reading.holdings) line("in office", holding_line(h), out);
  for (const auto& p : reading.positions) {
    line("position", outcome_line(p.act, p.actor, p.text.value.value_or("")), out);
  }
  for (const auto& warning : reading.warnings) line("warning", warning, out);
  if (options.mentions) {
    for (const auto& m : reading.mentions) {
      line(record::to_string(m.kind),
           std::string(m.span.of(text)) + (m.value.empty() ? "" : " = " + m.value), out);
    }
  }
  out += '\n';
}

}  // namespace

extern const Format<subject::reading> reading_text;
const Format<subject::reading> reading_text = {"text", "for people, with the words behind values",
                                               write};

}  // namespace rapporteur::output::formats
