// What one side alone says.

#include <string>
#include <string_view>
#include <vector>

#include "clause/phrase.h"
#include "draft.h"
#include "statement/statement.h"

namespace rapporteur::meetings {

namespace {

using catalogue::ActClass;

constexpr std::size_t kMostPositions = 200;     // per report
constexpr std::uint32_t kLongestActor = 12;     // tokens
constexpr std::uint32_t kLongestPosition = 28;  // words

// Deeds rather than words; or words that say nothing of a matter.
bool is_deed(std::string_view act) {
  return act == "attend" || act == "greet" || act == "establish" || act == "elect" ||
         act == "exchange" || act == "sign" || act == "hand_over" || act == "admit" ||
         act == "extend" || act == "impose" || act == "issue" || act == "condole";
}

}  // namespace

void add_positions(const Context& context, Statements& statements,
                   std::vector<record::Position>& out) {
  const Phrases phrases(context);
  for (const text::Sentence& sentence : context.doc.sentences()) {
    if (!is_told(sentence)) continue;
    for (const Statement& s : statements.in(sentence.tokens)) {
      if (s.voice != Voice::single && s.voice != Voice::apart) continue;
      if (s.act_class == ActClass::discuss || is_deed(s.act) || s.passive || s.subject.empty())
        continue;
      const TokenRange content =
          phrases.shorten(phrases.trim_end(s.content, false), kLongestPosition);
      if (content.size() < 3 || out.size() >= kMostPositions) continue;
      TokenRange who = s.subject;
      if (who.size() > kLongestActor) who.begin = who.end - kLongestActor;
      record::Position position;
      position.act = std::string(s.act);
      position.actor = context.words(context.doc.span(who));
      position.text.set(context.words(context.doc.span(content)), {context.doc.span(content)}, 0.6F,
                        "meetings/position");
      out.push_back(std::move(position));
    }
  }
}

}  // namespace rapporteur::meetings
