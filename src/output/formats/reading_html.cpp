// Readings as one HTML document that needs nothing else: for each report what it says, then its
// text, in which the words behind every value are marked. A value leads to its words, and marked
// words to their value. The first reading brings the head of the document.
#include <algorithm>
#include <cmath>

#include "html_document.h"
#include "marked_text.h"
#include "markup.h"
#include "rapporteur/output/format.h"
#include "rapporteur/output/printable.h"
#include "rapporteur/record/fields.h"
#include "reading_words.h"

namespace rapporteur::output::formats {

namespace {

constexpr const char* kStyle =
    R"(h2 .v{color:inherit}h3{font-size:.95rem;margin:1.1rem 0 .3rem;color:var(--soft)}
.v{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
.c{color:var(--soft);font-size:.78rem;font-weight:400;white-space:nowrap;margin-left:.35rem}
.tbl{overflow-x:auto;overflow-wrap:break-word}table{border-collapse:collapse;font-size:.95rem;min-width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:400;font-size:.85rem}td{min-width:3.5rem}
.t{max-width:44rem;font:1.05rem/1.65 Georgia,"Times New Roman",serif}.t p{margin:0 0 .8em}
mark a{color:inherit;text-decoration:underline 1px;text-underline-offset:.22em}
.t .gone{color:var(--soft);border-left:3px solid var(--line);padding-left:.7rem;
font:.9rem/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media print{.tbl{overflow:visible}}
)";

std::string title_of(const record::Report& report) {
  return report.title.empty() ? report.id : report.title;
}

std::string percent(float share) { return std::to_string(std::lround(share * 100)) + " %"; }

// Addresses of the web are led to; all others are words.
bool is_address(std::string_view origin) {
  return origin.starts_with("https://") || origin.starts_with("http://");
}

// A code of two small letters, as attributes take it.
bool is_language(std::string_view code) {
  return code.size() == 2 && code.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == code.npos;
}

class Writer {
 public:
  Writer(const record::Reading& reading, const Options& options, std::string& out)
      : reading_(reading),
        text_(reading.report.text),
        key_(anchor_key(reading.report.origin + '\n' + reading.report.id + '\n' +
                        reading.report.digest)),
        options_(options),
        out_(out) {}

  void write() {
    out_ += "<article>\n";
    write_header(reading_.report);
    if (reading_.meetings.empty()) out_ += "<p class=\"note\">It tells of no meeting.</p>\n";
    for (std::size_t i = 0; i < reading_.meetings.size(); ++i) write_meeting(i);
    write_list("h2", "In office", reading_.holdings);
    write_list("h2", "Positions", reading_.positions);
    if (options_.mentions) write_mentions();
    write_text();
    write_warnings();
    out_ +=
        "<footer>A percentage says how sure a value is: of those at 90 %, nine in ten are right. "
        "Read by Rapporteur " +
        escaped_markup(reading_.engine) + ".</footer>\n</article>\n";
  }

 private:
  void write_header(const record::Report& report) {
    out_ += "<header>\n<h1>" + escaped_markup(title_of(report)) + "</h1>\n<p class=\"sub\">";
    const std::string& day = report.published.empty() ? report.dateline.date : report.published;
    for (const std::string* part : {&report.publisher, &report.agency, &report.byline, &day}) {
      if (!part->empty()) out_ += escaped_markup(*part) + ", ";
    }
    const std::string origin = escaped_markup(report.origin);
    out_ += is_address(report.origin)
                ? "<a class=\"v\" rel=\"noreferrer\" href=\"" + origin + "\">" + origin + "</a>"
                : origin;
    out_ += "</p>\n</header>\n";
  }

  // A value that leads to its words, all of them, and how sure it is.
  void write_stated(std::string_view label, const std::string& value,
                    const std::vector<ByteSpan>& evidence, const std::string& sure,
                    bool aside = false) {
    const std::string own = key_ + "-f" + std::to_string(++facts_);
    std::string summary = std::string(label) + ": " + value + (sure.empty() ? "" : ", " + sure);
    std::vector<std::string> places;
    for (const ByteSpan span : evidence) {
      if (!is_valid(span, text_)) continue;
      std::string place = anchor_of_words(span, text_, key_);
      if (place.empty()) continue;
      places.push_back(std::move(place));
      marks_.push_back({span, own, summary, aside});
    }
    if (places.empty()) {
      out_ += "<span id=\"" + own + "\">" + escaped_markup(value) + "</span>";
    } else {
      out_ += "<a class=\"v\" id=\"" + own + "\" href=\"#" + places.front() + "\">" +
              escaped_markup(value) + "</a>";
    }
    for (std::size_t i = 1; i < places.size(); ++i) {
      out_ += std::string(i == 1 ? "<sup>" : "") + "<a title=\"more of its words\" href=\"#" +
              places[i] + "\">[" + std::to_string(i + 1) + "]</a>" +
              (i + 1 == places.size() ? "</sup>" : "");
    }
    if (!sure.empty()) out_ += "<span class=\"c\">" + sure + "</span>";
  }

  template <class T>
  void write_fact(std::string_view label, const record::Fact<T>& fact) {
    write_stated(label, shown(*fact), fact.evidence, percent(fact.confidence));
  }

  // The fields of an object, one a line: facts and closed words; lists and names stand elsewhere.
  template <class T>
  void write_field(std::string_view name, const record::Fact<T>& fact) {
    if (!fact || name == "name") return;
    begin_line(as_words(name));
    write_fact(as_words(name), fact);
    out_ += "</li>\n";
  }
  template <class E>
  void write_field(std::string_view name, const std::optional<E>& value) {
    if (!value) return;
    begin_line(as_words(name));
    out_ += shown(*value) + "</li>\n";
  }
  template <class T>
  void write_field(std::string_view, const T&) {}

  void begin_line(const std::string& label) { out_ += "<li><b class=\"l\">" + label + "</b>"; }

  void write_meeting(std::size_t number) {
    const record::Meeting& m = reading_.meetings[number];
    out_ += "<section>\n<h2 id=\"" + anchor_of_meeting(number) + "\">";
    m.name ? write_fact("name", m.name) : void(out_ += escaped_markup(name_of(m)));
    out_ += "</h2>\n";
    if (!m.main) out_ += "<p class=\"note\">Only mentioned.</p>\n";
    out_ += "<ul class=\"f\">\n";
    record::for_each_field(
        m, [&](std::string_view name, const auto& field) { write_field(name, field); });
    out_ += "</ul>\n";
    write_participants(m.participants);
    write_list("h3", "Agenda", m.agenda);
    write_list("h3", "Outcomes", m.outcomes);
    write_list("h3", "Documents", m.instruments);
    write_list("h3", "Links", m.links);
    out_ += "</section>\n";
  }

  [[nodiscard]] std::string anchor_of_meeting(std::size_t number) const {
    return key_ + "-m" + std::to_string(number + 1);
  }

  static std::string name_of(const record::Meeting& m) {
    if (m.name) return *m.name;
    return "A meeting" + (m.kind ? " (" + shown(*m.kind) + ")" : "");
  }

  // A column for each field that some participant has.
  void write_participants(const std::vector<record::Participant>& all) {
    std::vector<std::string_view> columns;
    const auto has_column = [&](std::string_view name) {
      return std::find(columns.begin(), columns.end(), name) != columns.end();
    };
    for (const record::Participant& p : all) {
      record::for_each_field(p, [&](std::string_view name, const auto& field) {
        if (static_cast<bool>(field) && !has_column(name)) columns.push_back(name);
      });
    }
    if (columns.empty()) return;
    // Wider than a telephone: it can be scrolled, by keyboard too.
    out_ +=
        "<h3>Participants</h3>\n<div class=\"tbl\" role=\"group\" aria-label=\"Participants\" "
        "tabindex=\"0\">\n<table>\n<tr>";
    record::for_each_field(all.front(), [&](std::string_view name, const auto&) {
      if (has_column(name)) out_ += "<th scope=\"col\">" + as_words(name) + "</th>";
    });
    out_ += "</tr>\n";
    for (const record::Participant& p : all) {
      out_ += "<tr>";
      record::for_each_field(p, [&](std::string_view name, const auto& field) {
        if (!has_column(name)) return;
        out_ += "<td>";
        write_cell(name, field);
        out_ += "</td>";
      });
      out_ += "</tr>\n";
    }
    out_ += "</table>\n</div>\n";
  }

  template <class T>
  void write_cell(std::string_view name, const record::Fact<T>& fact) {
    if (fact) write_fact(as_words(name), fact);
  }
  template <class E>
  void write_cell(std::string_view, const std::optional<E>& value) {
    if (value) out_ += shown(*value);
  }

  template <class T>
  void write_list(const std::string& level, std::string_view heading, const std::vector<T>& items) {
    if (items.empty()) return;
    out_ += "<" + level + ">" + std::string(heading) + "</" + level + ">\n<ul class=\"f\">\n";
    for (const T& item : items) {
      out_ += "<li>";
      write_item(item);
      out_ += "</li>\n";
    }
    out_ += "</ul>\n";
  }

  void write_item(const record::AgendaItem& item) {
    if (item.text) write_fact("agenda", item.text);
    if (!item.topics.empty()) {
      out_ += " <span class=\"c\">" + escaped_markup(as_words(shown(item.topics))) + "</span>";
    }
  }
  void write_item(const record::Outcome& outcome) {
    write_speech("outcome", outcome.actor, outcome.act, outcome.text);
  }
  void write_item(const record::Position& position) {
    write_speech("position", position.actor, position.act, position.text);
  }
  void write_item(const record::Instrument& instrument) {
    if (instrument.name) write_fact("document", instrument.name);
    out_ += " (" + shown(instrument.relation) + ")";
  }
  void write_item(const record::Link& link) {
    if (link.relation) {
      write_stated("link", as_words(shown(*link.relation)), link.relation.evidence,
                   percent(link.relation.confidence));
      out_ += " ";
    }
    for (std::size_t i = 0; i < reading_.meetings.size(); ++i) {
      if (reading_.meetings[i].id != link.to) continue;
      out_ += "<a class=\"v\" href=\"#" + anchor_of_meeting(i) + "\">" +
              escaped_markup(name_of(reading_.meetings[i])) + "</a>";
      return;
    }
    out_ += escaped_markup(link.to);
  }
  void write_item(const record::Holding& holding) {
    std::string_view joint;
    record::for_each_field(holding, [&](std::string_view name, const auto& field) {
      if (!field) return;
      out_ += joint;
      write_fact(name, field);
      joint = ", ";
    });
  }

  void write_speech(std::string_view label, const std::string& actor, const std::string& act,
                    const record::Fact<std::string>& text) {
    const std::string speech = speech_of(actor, act);
    out_ += escaped_markup(speech) + (speech.empty() || !text ? "" : ": ");
    if (text) write_fact(label, text);
  }

  void write_mentions() {
    if (reading_.mentions.empty()) return;
    out_ += "<h2>Named in the text</h2>\n<ul class=\"f\">\n";
    for (const record::Mention& mention : reading_.mentions) {
      begin_line(shown(mention.kind));
      const std::string words(is_valid(mention.span, text_) ? mention.span.of(text_) : "");
      write_stated(shown(mention.kind), words, {mention.span}, "", true);
      if (!mention.value.empty()) out_ += " = " + escaped_markup(mention.value);
      out_ += "</li>\n";
    }
    out_ += "</ul>\n";
  }

  void write_text() {
    const std::string& language = reading_.report.language;
    out_ += "<section>\n<h2>The text</h2>\n<div class=\"t\"" +
            (is_language(language) ? " lang=\"" + language + "\"" : "") + ">\n";
    write_marked_text(text_, marks_, reading_.report.left_out, key_, out_);
    out_ += "</div>\n</section>\n";
  }

  void write_warnings() {
    const std::vector<std::string> warnings = all_warnings(reading_);
    if (warnings.empty()) return;
    out_ += "<section>\n<h2>Warnings</h2>\n<ul class=\"f\">\n";
    for (const std::string& warning : warnings)
      out_ += "<li>" + escaped_markup(warning) + "</li>\n";
    out_ += "</ul>\n</section>\n";
  }

  const record::Reading& reading_;
  std::string_view text_;
  std::string key_;
  const Options& options_;
  std::string& out_;
  std::size_t facts_ = 0;
  std::vector<Mark> marks_;
};

void write(const record::Reading& reading, const Options& options, std::string& out) {
  Writer(reading, options, out).write();
}

void write_head(const record::Reading& first, const Options&, std::string& out) {
  write_html_head(title_of(first.report), kStyle, out);
}

}  // namespace

extern const Format<subject::reading> reading_html;
const Format<subject::reading> reading_html = {
    "html", "a document for a browser or a printer, with the text marked", write, write_head};

}  // namespace rapporteur::output::formats
