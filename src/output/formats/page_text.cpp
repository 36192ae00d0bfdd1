// A page for people: every fact with the numbers of its sources, which are listed below with
// the words that they quote.
#include <algorithm>

#include "rapporteur/output/format.h"
#include "rapporteur/output/printable.h"
#include "sources.h"

namespace rapporteur::output::formats {

namespace {

std::string one_line(std::string words) {
  std::replace(words.begin(), words.end(), '\n', ' ');
  return printable(words);
}

std::size_t label_width(const Page::Section& section) {
  std::size_t width = 0;
  for (const Page::Fact& fact : section.facts) width = std::max(width, fact.label.size());
  return width;
}

void write_section(const Page::Section& section, Sources& sources, std::string& out) {
  if (section.facts.empty()) return;
  if (!section.heading.empty()) out += '\n' + one_line(section.heading) + '\n';
  const std::size_t width = label_width(section);
  for (const Page::Fact& fact : section.facts) {
    out += "  ";
    if (width > 0) out += one_line(fact.label) + std::string(width - fact.label.size() + 2, ' ');
    out += one_line(fact.value);
    const std::string marks = sources.marks(fact.sources);
    if (!marks.empty()) out += ' ' + marks;
    out += '\n';
  }
}

void write_sources(const Sources& sources, std::string& out) {
  if (sources.listed().empty()) return;
  out += "\nSources\n";
  std::size_t number = 0;
  for (const Citation* source : sources.listed()) {
    out += "  [" + std::to_string(++number) + "] " + one_line(source->report);
    std::string_view joint = ": \"";
    for (const std::string& quote : source->quotes) {
      out += joint;
      out += one_line(quote) + '"';
      joint = ", \"";
    }
    out += '\n';
  }
}

void write(const Page& page, const Options&, std::string& out) {
  Sources sources;
  out += one_line(page.title);
  if (!page.id.empty()) out += "  (" + one_line(page.id) + ")";
  out += '\n';
  for (const Page::Section& section : page.sections) write_section(section, sources, out);
  write_sources(sources, out);
  out += '\n';
}

}  // namespace

extern const Format<subject::page> page_text;
const Format<subject::page> page_text = {"text", "for people, with numbered sources", write};

}  // namespace rapporteur::output::formats
