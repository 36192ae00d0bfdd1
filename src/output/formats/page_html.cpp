// Pages as one HTML document that needs nothing else: no script, no outside file; for light and
// dark screens and for paper. Every fact has the numbers of its sources, which lead to the
// sentences that state it and back. The first page brings the head of the document.
#include <map>

#include "html_document.h"
#include "markup.h"
#include "rapporteur/output/format.h"
#include "sources.h"
#include "timeline_drawing.h"

namespace rapporteur::output::formats {

namespace {

constexpr const char* kStyle =
    R"(.more{color:var(--soft);font-size:.8rem}
.d{display:inline-block;font-size:.72rem;letter-spacing:.02em;color:var(--due);border:1px solid var(--due);
border-radius:.7rem;padding:0 .5rem;margin-left:.4rem;vertical-align:.08em}
.why{display:block;color:var(--soft);font-size:.88rem;font-style:italic;border-left:3px solid var(--due);
padding-left:.6rem;margin:.15rem 0 .35rem}
.src{font-size:.9rem}.src h3{font-size:.95rem;margin:1rem 0 .2rem;font-weight:600}.src h3 span{font-weight:400;color:var(--soft)}
.src li{padding-left:2.6rem;text-indent:-2.6rem}.src li>b{display:inline-block;min-width:2.6rem;text-indent:0;color:var(--soft);
font-weight:400}.src a{text-decoration:underline}
.tlbox{overflow-x:auto;margin:0 0 1rem}.tlbox svg{max-width:100%;height:auto;min-width:40rem}
)";

std::string key_of(const Page& page) {
  std::string content = page.id + '\n' + page.title + '\n';
  for (const Page::Section& section : page.sections) {
    content += section.heading + '\n';
    for (const Page::Fact& fact : section.facts) content += fact.label + '\n' + fact.value + '\n';
  }
  return anchor_key(content);
}

class Writer {
 public:
  Writer(const Page& page, std::string& out) : page_(page), key_(key_of(page)), out_(out) {}

  void write() {
    out_ += "<article>\n<header>\n<h1>" + escaped_markup(page_.title) + "</h1>\n";
    std::string below = escaped_markup(page_.subtitle);
    if (below.empty()) below = escaped_markup(page_.id);
    if (!below.empty()) out_ += "<p class=\"sub\">" + below + "</p>\n";
    out_ += "</header>\n";
    if (page_.timeline) {
      // Wider than a telephone: it can be scrolled, by keyboard too.
      out_ += "<div class=\"tlbox\" role=\"region\" aria-label=\"Timeline\" tabindex=\"0\">" +
              drawing_of(*page_.timeline, key_) + "</div>\n";
    }
    for (const Page::Section& section : page_.sections) write_section(section);
    write_sources();
    out_ += "</article>\n";
  }

 private:
  void write_section(const Page::Section& section) {
    if (section.facts.empty()) return;
    out_ += "<section>\n";
    if (!section.heading.empty()) out_ += "<h2>" + escaped_markup(section.heading) + "</h2>\n";
    if (!section.note.empty()) {
      out_ += "<p class=\"note\">" + escaped_markup(section.note) + "</p>\n";
    }
    write_facts(section.facts);
    out_ += "</section>\n";
  }

  void write_facts(const std::vector<Page::Fact>& facts) {
    out_ += "<ul class=\"f\">\n";
    for (const Page::Fact& fact : facts) {
      out_ += "<li>";
      if (!fact.label.empty()) out_ += "<b class=\"l\">" + escaped_markup(fact.label) + "</b>";
      out_ += escaped_markup(fact.value);
      write_marks(fact);
      if (fact.derived) {
        out_ += "<span class=\"d\">concluded</span><span class=\"why\">" +
                escaped_markup(fact.because) + "</span>";
      }
      if (!fact.details.empty()) {
        out_ += '\n';
        write_facts(fact.details);
      }
      out_ += "</li>\n";
    }
    out_ += "</ul>\n";
  }

  void write_marks(const Page::Fact& fact) {
    const std::vector<std::size_t> numbers = sources_.numbers(fact.sources);
    if (numbers.empty()) return;
    out_ += " <sup>";
    for (const std::size_t n : numbers) {
      const std::string number = std::to_string(n);
      out_ += "<a href=\"#" + key_ + "-" + number + "\"";
      if (cited_.size() < n) cited_.resize(n, false);
      if (!cited_[n - 1]) out_ += " id=\"" + key_ + "-r" + number + "\"";
      cited_[n - 1] = true;
      out_ += ">[" + number + "]</a>";
    }
    out_ += "</sup>";
    if (fact.more > 0) {
      out_ += "<span class=\"more\"> and " + std::to_string(fact.more) +
              (fact.more == 1 ? " more report" : " more reports") + "</span>";
    }
  }

  // By report, in the order in which they are first cited.
  void write_sources() {
    const std::vector<Citation>& listed = sources_.listed();
    if (listed.empty()) return;
    std::map<std::string, std::vector<std::size_t>> of_report;
    std::vector<std::string> order;
    for (std::size_t i = 0; i < listed.size(); ++i) {
      std::vector<std::size_t>& own = of_report[listed[i].report];
      if (own.empty()) order.push_back(listed[i].report);
      own.push_back(i);
    }
    out_ += "<section class=\"src\">\n<h2>Sources</h2>\n";
    for (const std::string& report : order) {
      const Citation& first = listed[of_report[report].front()];
      std::string about = first.publisher;
      for (const std::string& part : {first.published, report}) {
        if (!part.empty()) about += (about.empty() ? "" : ", ") + part;
      }
      out_ += "<h3>" + escaped_markup(first.title.empty() ? report : first.title) +
              " <span>\xE2\x80\x93 " + escaped_markup(about) + "</span></h3>\n<ul>\n";
      for (const std::size_t i : of_report[report]) write_source(listed[i], i + 1);
      out_ += "</ul>\n";
    }
    out_ += "</section>\n";
  }

  void write_source(const Citation& source, std::size_t n) {
    const std::string number = std::to_string(n);
    out_ += "<li id=\"" + key_ + "-" + number + "\"><b><a href=\"#" + key_ + "-r" + number +
            "\">[" + number + "]</a></b>";
    if (!source.sentence.empty()) {
      out_ += "\xE2\x80\x9C";
      std::size_t done = 0;
      const std::string_view sentence = source.sentence;
      for (const auto& [begin, end] : quoted_parts(source)) {
        out_ += escaped_markup(sentence.substr(done, begin - done)) + "<mark>" +
                escaped_markup(sentence.substr(begin, end - begin)) + "</mark>";
        done = end;
      }
      out_ += escaped_markup(sentence.substr(done)) + "\xE2\x80\x9D";
    } else {
      std::string_view joint;
      for (const std::string& quote : source.quotes) {
        out_ += std::string(joint) + "\xE2\x80\x9C<mark>" + escaped_markup(quote) +
                "</mark>\xE2\x80\x9D";
        joint = ", ";
      }
    }
    out_ += "</li>\n";
  }

  const Page& page_;
  std::string key_;
  std::string& out_;
  Sources sources_;
  std::vector<bool> cited_;
};

void write(const Page& page, const Options&, std::string& out) { Writer(page, out).write(); }

void write_head(const Page& first, const Options&, std::string& out) {
  write_html_head(first.title, kStyle, out);
}

}  // namespace

extern const Format<subject::page> page_html;
const Format<subject::page> page_html = {"html", "a document for a browser or a printer", write,
                                         write_head};

}  // namespace rapporteur::output::formats
