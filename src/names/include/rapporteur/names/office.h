// Offices as reports word them: "Deputy National Security Advisor of the Republic of India".
//
//   |Deputy National Security Advisor| of |the Republic of India|
//    words, text                           state
//   Chinese |State Councilor|          the |UN| |Special Envoy for Syria|
//   state    words                          body  words
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rapporteur/base/byte_span.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/lexicon/lexicon.h"
#include "rapporteur/tagger/tagger.h"
#include "rapporteur/text/document.h"

namespace rapporteur::names {

// A state or a body and the words that name it. `words` is empty: not said.
struct Named {
  catalogue::Index id = catalogue::npos;  // of Catalogue::states() or bodies()
  ByteSpan words;
  explicit operator bool() const { return !words.empty(); }
  friend bool operator==(const Named&, const Named&) = default;
};

struct Office {
  text::TokenRange tokens;                    // the whole phrase, with its state
  std::vector<ByteSpan> words;                // the wording without its state, in pieces
  std::string text;                           // the pieces, joined by a space
  catalogue::Index office = catalogue::npos;  // the head, of Catalogue::offices()
  Named state;
  Named body;
  bool plural = false;  // "Presidents"
  bool former = false;
  bool definite = false;  // "the President", "his minister": a mention, not a title
  friend bool operator==(const Office&, const Office&) = default;
};

// What the parsers of this layer look at. All parts outlive the calls.
struct Text {
  const text::Document& doc;
  const lexicon::Matches& matches;
  const tagger::Tags& tags;
  const catalogue::Catalogue& catalogue;
  const lexicon::Lexicon& lexicon;
};

// Where the name starts in a tag of a person that may hold the end of an office before it:
// "Minister of |Defence Gamini Perera|" -> "Gamini".
std::uint32_t name_begin(const Text& text, const tagger::Tag& tag);

// All offices of the document, in order, never overlapping. An office inside the wording of
// another ("Secretary of the Security Council under the President") is part of that one.
// Cost: O(tokens).
std::vector<Office> find_offices(const Text& text);

}  // namespace rapporteur::names
