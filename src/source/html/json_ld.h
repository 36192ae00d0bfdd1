// What a page says of its article in JSON-LD (schema.org).
#pragma once

#include <string>
#include <vector>

namespace rapporteur::source::html {

// Words as they stand there, HTML taken out; empty: not said.
struct Linked {
  std::string headline;
  std::string published;
  std::string modified;
  std::string byline;     // authors, joined by ", "
  std::string publisher;  // of the article, else of the site
  std::string language;
  std::string address;
  std::string body;         // articleBody, paragraphs apart by line ends
  bool unreadable = false;  // a script is no JSON
};

// Of several articles the first counts; a plain WebPage only where there is none.
// Source: https://schema.org/Article. Cost: O(bytes).
Linked linked_data(const std::vector<std::string>& scripts);

}  // namespace rapporteur::source::html
