// Statements: who says or does what, one for each verb of speech_acts.tsv and each predicate of
// data/lexicon/cues/outcome.tsv that a report uses of somebody.
//
//   |The ministers| |confirmed| their readiness to |continue their talks| and |signed| |a
//   protocol|.
//    subject         act                            content                    act      content
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "clause/phrase.h"
#include "draft.h"

namespace rapporteur::meetings {

enum class Voice : std::uint8_t {
  nobody,      // no subject was found
  group,       // those who meet: "the sides", "foreign ministers", the body itself, "they"
  document,    // what they issued: "the declaration reaffirms"
  impersonal,  // "it was agreed"; "an agreement was signed": the passive names nobody
  single,      // one person or one party
  apart,       // somebody who takes no part: a spokesperson, the press
};

struct Statement {
  std::string_view act;  // id of data/speech_acts.tsv
  catalogue::ActClass act_class = catalogue::ActClass::outcome;
  Voice voice = Voice::nobody;
  TokenRange subject;  // may be empty
  TokenRange verb;
  TokenRange opening;    // content before the verb: "|Africa|, they believe, |ought to speak|"
  TokenRange content;    // never empty
  bool passive = false;  // the content is the grammatical subject: "a protocol was signed"
  bool list = false;     // the content is a list of things rather than a clause
  bool future = false;   // "will sign", "are to adopt"
};

// What a sentence leaves to the items below it.
//
//   "The ministers also" | "- welcomed the truce"            the subject
//   "The ministers agreed to:" | "(a) meet every year"       the act, whose content the items are
struct Lead {
  Voice voice = Voice::nobody;
  TokenRange subject;
  std::string_view act;  // empty: the items have verbs of their own
  catalogue::ActClass act_class = catalogue::ActClass::outcome;
  bool future = false;
  bool heading = false;  // "Conclusions": its items may be whole sentences
  std::uint32_t at = 0;  // the last token of the sentence that leads
};

// All statements of a sentence, in order; `lead`: what stands above it where it is an item.
// Cost: O(tokens of the sentence squared), bounded by Phrases' reach.
std::vector<Statement> find_statements(const Context& context, const Phrases& phrases,
                                       TokenRange sentence, const Lead* lead = nullptr);

// What that sentence, behind which items follow, says of them all; or nothing.
std::optional<Lead> find_lead(const Context& context, const Phrases& phrases, TokenRange sentence);

// What the sentence, behind one that tells of an agreement or of talks, says will be done; `joint`:
// what the two sides together will do, wherever it stands.
std::vector<Statement> plain_results(const Context& context, const Phrases& phrases,
                                     TokenRange sentence, bool joint);

// The statements of whole sentences, each sentence searched once: when first asked for.
class Statements {
 public:
  explicit Statements(const Context& context)
      : c_(context), phrases_(context), found_(context.doc.sentences().size()) {}
  // As find_statements without a lead. REQUIRES: `sentence` is a whole one.
  const std::vector<Statement>& in(TokenRange sentence) {
    auto& found = found_[c_.doc.sentence_of(sentence.begin)];
    if (!found) found = find_statements(c_, phrases_, sentence);
    return *found;
  }

 private:
  const Context& c_;
  Phrases phrases_;
  std::vector<std::optional<std::vector<Statement>>> found_;  // by sentence
};

}  // namespace rapporteur::meetings
