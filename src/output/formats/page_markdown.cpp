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

void write_fact(const Page::Fact& fact, const std::string& indent, Sources& sources,
                std::string& out) {
  out += indent + "- ";
  if (!fact.label.empty()) out += "**" + escaped(fact.label) + "**: ";
  out += escaped(fact.value);
  const std::string marks = sources.marks(fact.sources, fact.more);
  if (!marks.empty()) out += ' ' + marks;
  out += '\n';
  if (fact.derived) out += indent + "  *Concluded: " + escaped(fact.because) + "*\n";
  for (const Page::Fact& detail : fact.details) write_fact(detail, indent + "  ", sources, out);
}

void write_section(const Page::Section& section, Sources& sources, std::string& out) {
  if (section.facts.empty()) return;
  if (!section.heading.empty()) out += "## " + escaped(section.heading) + "\n\n";
  if (!section.note.empty()) out += escaped(section.note) + "\n\n";
  for (const Page::Fact& fact : section.facts) write_fact(fact, "", sources, out);
  out += '\n';
}

// The sentence with what is quoted of it in bold, else the quotes.
std::string words_of(const Citation& source) {
  if (source.sentence.empty()) {
    std::string out;
    for (const std::string& quote : source.quotes) {
      out += (out.empty() ? "“" : ", “") + escaped(quote) + "”";
    }
    return out;
  }
  std::string out = "“";
  std::size_t done = 0;
  const std::string_view sentence = source.sentence;
  for (const auto& [begin, end] : quoted_parts(source)) {
    out += escaped(sentence.substr(done, begin - done));
    out += "**" + escaped(sentence.substr(begin, end - begin)) + "**";
    done = end;
  }
  return out + escaped(sentence.substr(done)) + "”";
}

void write_sources(const Sources& sources, std::string& out) {
  if (sources.listed().empty()) return;
  out += "## Sources\n\n";
  std::size_t number = 0;
  for (const Citation& source : sources.listed()) {
    out += "[" + std::to_string(++number) + "] " + escaped(source.report);
    if (!source.title.empty()) out += ", *" + escaped(source.title) + "*";
    if (!source.publisher.empty()) out += ", " + escaped(source.publisher);
    if (!source.published.empty()) out += ", " + source.published;
    const std::string words = words_of(source);
    if (!words.empty()) out += ": " + words;
    out += "  \n";
  }
  out += '\n';
}

void write(const Page& page, const Options&, std::string& out) {
  Sources sources;
  out += "# " + escaped(page.title) + "\n\n";
  if (!page.subtitle.empty()) out += escaped(page.subtitle) + "\n\n";
  for (const Page::Section& section : page.sections) write_section(section, sources, out);
  write_sources(sources, out);
}

}  // namespace

extern const Format<subject::page> page_markdown;
const Format<subject::page> page_markdown = {"markdown", "with numbered sources", write};

}  // namespace rapporteur::output::formats
