// Pages as one HTML document that needs nothing else: no script, no outside file; for light and
// dark screens and for paper. Every fact has the numbers of its sources, which lead to the
// sentences that state it and back.
//
// The first page brings the head of the document; the end tags of body and html may be left out in
// HTML, so that pages can follow one another in a stream.
#include <cstdint>
#include <map>

#include "markup.h"
#include "rapporteur/output/format.h"
#include "sources.h"
#include "timeline_drawing.h"

namespace rapporteur::output::formats {

namespace {

constexpr const char* kStyle =
    R"(:root{color-scheme:light dark;--bg:#fff;--ink:#1b2430;--soft:#5b6776;--line:#dfe4ea;
--main:#1f5fa8;--mark:#fff1b8;--due:#7a4fa3;--tint:#f6f3fa}
@media (prefers-color-scheme:dark){:root{--bg:#12161c;--ink:#e7ecf2;--soft:#9aa7b6;--line:#2b333e;--main:#7db4f0;
--mark:#5a4a12;--due:#c6a4ea;--tint:#1d1826}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);
font:16px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
article{max-width:62rem;margin:0 auto;padding:2.2rem 1.4rem 3rem}article+article{border-top:3px double var(--line)}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem}.sub{color:var(--soft);margin:0 0 1.4rem}
h2{font-size:1.08rem;margin:2rem 0 .6rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
.note{color:var(--soft);font-size:.92rem;margin:0 0 .6rem}ul{margin:0;padding:0;list-style:none}
li{margin:.3rem 0}ul.f>li{padding-left:1.1rem;text-indent:-1.1rem}ul.f>li>*{text-indent:0}
ul.f>li::before{content:"\2013\00a0\00a0";color:var(--soft)}
ul.f ul.f{margin:.2rem 0 .5rem .2rem;font-size:.95rem}b.l{font-weight:600}b.l::after{content:":\00a0"}
a{color:var(--main);text-decoration:none}a:hover,a:focus{text-decoration:underline}
sup{font-size:.72rem;line-height:0;white-space:nowrap}sup a{padding:0 .12rem}.more{color:var(--soft);font-size:.8rem}
.d{display:inline-block;font-size:.72rem;letter-spacing:.02em;color:var(--due);border:1px solid var(--due);
border-radius:.7rem;padding:0 .5rem;margin-left:.4rem;vertical-align:.08em}
.why{display:block;color:var(--soft);font-size:.88rem;font-style:italic;border-left:3px solid var(--due);
padding-left:.6rem;margin:.15rem 0 .35rem}
.src{font-size:.9rem}.src h3{font-size:.95rem;margin:1rem 0 .2rem;font-weight:600}.src h3 span{font-weight:400;color:var(--soft)}
.src li{padding-left:2.6rem;text-indent:-2.6rem}.src li>b{display:inline-block;min-width:2.6rem;text-indent:0;color:var(--soft);
font-weight:400}.src a{text-decoration:underline}mark{background:var(--mark);color:inherit;padding:0 .08em;border-radius:.15em}:target{outline:2px solid var(--main)}
.tlbox{overflow-x:auto;margin:0 0 1rem}.tlbox svg{max-width:100%;height:auto;min-width:40rem}
footer{margin-top:2.2rem;color:var(--soft);font-size:.82rem;border-top:1px solid var(--line);padding-top:.6rem}
@media print{body{font-size:10.5pt}article{max-width:none;padding:0}article+article{break-before:page;border:0}
h2,h3{break-after:avoid}li{break-inside:avoid}a{color:inherit}}
)";

// Keeps the anchors of one page apart from those of others in the document.
std::string key_of(const Page& page) {
  std::uint32_t sum = 2166136261U;
  const auto add = [&sum](const std::string& words) {
    for (const char c : words + '\n') sum = (sum ^ static_cast<unsigned char>(c)) * 16777619U;
  };
  add(page.id);
  add(page.title);
  for (const Page::Section& section : page.sections) {
    add(section.heading);
    for (const Page::Fact& fact : section.facts) add(fact.label), add(fact.value);
  }
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "p";
  for (int shift = 28; shift >= 0; shift -= 4) out += kDigits[(sum >> shift) & 15U];
  return out;
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
  out += "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out +=
      "<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";
  out += "<title>" + escaped_markup(first.title) + "</title>\n<style>\n" + kStyle;
  out += "</style>\n</head>\n<body>\n";
}

}  // namespace

extern const Format<subject::page> page_html;
const Format<subject::page> page_html = {"html", "a document for a browser or a printer", write,
                                         write_head};

}  // namespace rapporteur::output::formats
