#include "layout_phrases.h"

#include <array>

namespace rapporteur::text {

namespace {

constexpr auto kWhole = PhraseAt::whole;
constexpr auto kStart = PhraseAt::start;
constexpr auto kAnywhere = PhraseAt::anywhere;
constexpr auto kBoilerplate = LineRole::boilerplate;

constexpr std::array kPhrases = {
    LayoutPhrase{"share this", kStart, kBoilerplate, "share line"},
    LayoutPhrase{"share on", kStart, kBoilerplate, "share line"},
    LayoutPhrase{"share:", kStart, kBoilerplate, "share line"},
    LayoutPhrase{"share via", kStart, kBoilerplate, "share line"},
    LayoutPhrase{"share", kWhole, kBoilerplate, "share line"},
    LayoutPhrase{"tweet", kWhole, kBoilerplate, "share line"},
    LayoutPhrase{"facebook |", kAnywhere, kBoilerplate, "share line"},
    LayoutPhrase{"| facebook", kAnywhere, kBoilerplate, "share line"},
    LayoutPhrase{"twitter |", kAnywhere, kBoilerplate, "share line"},
    LayoutPhrase{"facebook twitter", kAnywhere, kBoilerplate, "share line"},
    LayoutPhrase{"facebook", kWhole, kBoilerplate, "share line"},
    LayoutPhrase{"twitter", kWhole, kBoilerplate, "share line"},
    LayoutPhrase{"whatsapp", kWhole, kBoilerplate, "share line"},
    LayoutPhrase{"telegram", kWhole, kBoilerplate, "share line"},
    LayoutPhrase{"linkedin", kWhole, kBoilerplate, "share line"},
    LayoutPhrase{"follow us", kStart, kBoilerplate, "share line"},
    LayoutPhrase{"copy link", kStart, kBoilerplate, "share line"},
    LayoutPhrase{"cookies:", kStart, kBoilerplate, "cookie notice"},
    LayoutPhrase{"we use cookies", kAnywhere, kBoilerplate, "cookie notice"},
    LayoutPhrase{"uses cookies", kAnywhere, kBoilerplate, "cookie notice"},
    LayoutPhrase{"use of cookies", kAnywhere, kBoilerplate, "cookie notice"},
    LayoutPhrase{"relies on cookies", kAnywhere, kBoilerplate, "cookie notice"},
    LayoutPhrase{"accept all", kStart, kBoilerplate, "cookie notice"},
    LayoutPhrase{"privacy policy", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"terms of use", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"scroll to top", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"back to top", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"back to the list", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"back to list", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"back to", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"page top", kWhole, kBoilerplate, "navigation"},
    LayoutPhrase{"top of page", kWhole, kBoilerplate, "navigation"},
    LayoutPhrase{"skip to", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"jump to", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"print", kWhole, kBoilerplate, "navigation"},
    LayoutPhrase{"print ", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"printer-friendly", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"font:", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"font size", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"text size", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"spacing between letters", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"home >", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"home /", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"home |", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"home »", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"you are here", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"select page", kWhole, kBoilerplate, "navigation"},
    LayoutPhrase{"main menu", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"menu", kWhole, kBoilerplate, "navigation"},
    LayoutPhrase{"search", kWhole, kBoilerplate, "navigation"},
    LayoutPhrase{"search in archive", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"log in", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"sign in", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"subscribe", kStart, kBoilerplate, "subscription"},
    LayoutPhrase{"sign up for", kStart, kBoilerplate, "subscription"},
    LayoutPhrase{"newsletter", kWhole, kBoilerplate, "subscription"},
    LayoutPhrase{"views:", kStart, kBoilerplate, "counter"},
    LayoutPhrase{"hits:", kStart, kBoilerplate, "counter"},
    LayoutPhrase{"tags:", kStart, kBoilerplate, "tags"},
    LayoutPhrase{"tagged:", kStart, kBoilerplate, "tags"},
    LayoutPhrase{"tagged with", kStart, kBoilerplate, "tags"},
    LayoutPhrase{"filed under", kStart, kBoilerplate, "tags"},
    LayoutPhrase{"keywords:", kStart, kBoilerplate, "tags"},
    LayoutPhrase{"leave a reply", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"read comments", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"comments (", kStart, kBoilerplate, "counter"},
    LayoutPhrase{"leave a comment", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"post a comment", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"advertisement", kWhole, kBoilerplate, "advertisement"},
    LayoutPhrase{"all rights reserved", kAnywhere, kBoilerplate, "copyright"},
    LayoutPhrase{"copyright ", kStart, kBoilerplate, "copyright"},
    LayoutPhrase{"© ", kStart, kBoilerplate, "copyright"},
    LayoutPhrase{"your last edit", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"your browser", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"download pdf", kStart, kBoilerplate, "navigation"},
    LayoutPhrase{"read also", kStart, LineRole::teaser, ""},
    LayoutPhrase{"also read", kStart, LineRole::teaser, ""},
    LayoutPhrase{"read more", kStart, LineRole::teaser, ""},
    LayoutPhrase{"see also", kStart, LineRole::teaser, ""},
    LayoutPhrase{"related", kWhole, LineRole::teaser, ""},
    LayoutPhrase{"related:", kStart, LineRole::teaser, ""},
    LayoutPhrase{"related news", kStart, LineRole::teaser, ""},
    LayoutPhrase{"related articles", kStart, LineRole::teaser, ""},
    LayoutPhrase{"related stories", kStart, LineRole::teaser, ""},
    LayoutPhrase{"related topics", kStart, LineRole::teaser, ""},
    LayoutPhrase{"related information", kStart, LineRole::teaser, ""},
    LayoutPhrase{"most read", kStart, LineRole::teaser, ""},
    LayoutPhrase{"trending", kWhole, LineRole::teaser, ""},
    LayoutPhrase{"latest news", kStart, LineRole::teaser, ""},
    LayoutPhrase{"more news", kStart, LineRole::teaser, ""},
    LayoutPhrase{"you may also like", kStart, LineRole::teaser, ""},
    LayoutPhrase{"photo:", kStart, LineRole::caption, ""},
    LayoutPhrase{"photo by", kStart, LineRole::caption, ""},
    LayoutPhrase{"photo credit", kStart, LineRole::caption, ""},
    LayoutPhrase{"file photo", kStart, LineRole::caption, ""},
    LayoutPhrase{"image:", kStart, LineRole::caption, ""},
    LayoutPhrase{"picture:", kStart, LineRole::caption, ""},
    LayoutPhrase{"caption:", kStart, LineRole::caption, ""},
    LayoutPhrase{"pictured:", kStart, LineRole::caption, ""},
    LayoutPhrase{"published", kStart, LineRole::stamp, ""},
    LayoutPhrase{"posted", kStart, LineRole::stamp, ""},
    LayoutPhrase{"updated", kStart, LineRole::stamp, ""},
    LayoutPhrase{"last updated", kStart, LineRole::stamp, ""},
    LayoutPhrase{"date:", kStart, LineRole::stamp, ""},
    LayoutPhrase{"release date", kStart, LineRole::stamp, ""},
    LayoutPhrase{"by ", kStart, LineRole::stamp, ""},
};

bool has(std::string_view line, const LayoutPhrase& row) {
  switch (row.at) {
    case PhraseAt::whole:
      return line == row.phrase;
    case PhraseAt::start:
      return line.front() == row.phrase.front() && line.starts_with(row.phrase);
    case PhraseAt::anywhere:
      return line.find(row.phrase) != std::string_view::npos;
  }
  return false;
}

}  // namespace

const LayoutPhrase* find_layout_phrase(std::string_view line) {
  if (line.empty()) return nullptr;
  for (const LayoutPhrase& row : kPhrases) {
    if (has(line, row)) return &row;
  }
  return nullptr;
}

}  // namespace rapporteur::text
