// A page as Markdown: every fact with the numbers of its sources, which are listed below with
// the words that they quote.
#include "rapporteur/output/format.h"
#include "sources.h"

namespace rapporteur::output::formats {

namespace {

// Words of others may not become markup or break the line.
std::string escaped(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

void write_section(const Page::Section& section, Sources& sources, std::string& out) {
  if (section.facts.empty()) return;
  if (!section.heading.empty()) out += "## " + escaped(section.heading) + "\n\n";
  for (const Page::Fact& fact : section.facts) {
    out += "- ";
    if (!fact.label.empty()) out += "**" + escaped(fact.label) + "**: ";
    out += escaped(fact.value);
    const std::string marks = sources.marks(fact.sources);
    if (!marks.empty()) out += ' ' + marks;
    out += '\n';
  }
  out += '\n';
}

void write_sources(const Sources& sources, std::string& out) {
  if (sources.listed().empty()) return;
  out += "## Sources\n\n";
  std::size_t number = 0;
  for (const Citation* source : sources.listed()) {
    out += "[" + std::to_string(++number) + "] " + escaped(source->report);
    if (!source->title.empty()) out += ", *" + escaped(source->title) + "*";
    std::string_view joint = ": “";
    for (const std::string& quote : source->quotes) {
      out += joint;
      out += escaped(quote) + "”";
      joint = ", “";
    }
    out += "  \n";
  }
  out += '\n';
}

void write(const Page& page, const Options&, std::string& out) {
  Sources sources;
  out += "# " + escaped(page.title) + "\n\n";
  for (const Page::Section& section : page.sections) write_section(section, sources, out);
  write_sources(sources, out);
}

}  // namespace

extern const Format<subject::page> page_markdown;
const Format<subject::page> page_markdown = {"markdown", "with numbered sources", write};

}  // namespace rapporteur::output::formats
