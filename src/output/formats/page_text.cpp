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

std::size_t label_width(const std::vector<Page::Fact>& facts) {
  std::size_t width = 0;
  for (const Page::Fact& fact : facts) width = std::max(width, letters_of(fact.label));
  return width;
}

void write_facts(const std::vector<Page::Fact>& facts, const std::string& indent, Sources& sources,
                 std::string& out) {
  const std::size_t width = label_width(facts);
  for (const Page::Fact& fact : facts) {
    out += indent;
    if (width > 0)
      out += one_line(fact.label) + std::string(width - letters_of(fact.label) + 2, ' ');
    out += one_line(fact.value);
    const std::string marks = sources.marks(fact.sources, fact.more);
    if (!marks.empty()) out += ' ' + marks;
    out += '\n';
    if (fact.derived) out += indent + "  concluded: " + one_line(fact.because) + '\n';
    write_facts(fact.details, indent + "    ", sources, out);
  }
}

void write_section(const Page::Section& section, Sources& sources, std::string& out) {
  if (section.facts.empty()) return;
  if (!section.heading.empty()) out += '\n' + one_line(section.heading) + '\n';
  if (!section.note.empty()) out += "  " + one_line(section.note) + '\n';
  write_facts(section.facts, "  ", sources, out);
}

void write_sources(const Sources& sources, std::string& out) {
  if (sources.listed().empty()) return;
  out += "\nSources\n";
  std::size_t number = 0;
  for (const Citation& source : sources.listed()) {
    out += "  [" + std::to_string(++number) + "] " + one_line(source.report);
    const std::vector<std::string> sentence = {source.sentence};
    std::string_view joint = ": \"";
    for (const std::string& words : source.sentence.empty() ? source.quotes : sentence) {
      out += joint;
      out += one_line(words) + '"';
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
  if (!page.subtitle.empty()) out += one_line(page.subtitle) + '\n';
  for (const Page::Section& section : page.sections) write_section(section, sources, out);
  write_sources(sources, out);
  out += '\n';
}

}  // namespace

extern const Format<subject::page> page_text;
const Format<subject::page> page_text = {"text", "for people, with numbered sources", write};

}  // namespace rapporteur::output::formats
