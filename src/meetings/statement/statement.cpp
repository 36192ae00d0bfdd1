#include "statement/statement.h"

#include <utility>

#include "statement/statement_finder.h"

namespace rapporteur::meetings {

StatementFinder::StatementFinder(const Context& context, const Phrases& phrases,
                                 TokenRange sentence)
    : c_(context),
      p_(phrases),
      s_(sentence),
      outcome_(context.cues.outcome),
      noun_(context.cues.outcome_noun),
      doc_(context.doc),
      headline_(!sentence.empty() && doc_.sentences()[doc_.sentence_of(sentence.begin)].role ==
                                         text::LineRole::headline) {}

std::vector<Statement> StatementFinder::run(const Lead* lead) {
  std::uint32_t t = s_.begin;
  // Below a mere heading ("Conclusions") a sentence speaks for itself.
  const bool heading = lead != nullptr && lead->heading;
  if (lead != nullptr && !heading && follow(*lead)) t = first_word() + 1;
  if (lead == nullptr && run_in_list()) return std::move(out_);
  if (lead == nullptr && say_labelled()) return std::move(out_);
  say_terms();
  if (lead == nullptr && (!out_.empty() || agreed_on_front())) return std::move(out_);
  for (; t < s_.end; ++t) {
    const bool outcome = has_outcome(t);
    if (outcome && (chair_passes(t) || closes_with(t) || lists_results(t))) continue;
    if (cleft(t) || papers_behind(t) || done_ahead(t)) break;
    if (outcome && wins(t)) continue;
    const std::optional<Verb> verb = verb_at(t);
    if (!verb) continue;
    if (say(*verb)) t = std::max(t, verb->tokens.end - 1);
  }
  // "1. The Secretariat to report to the next session"
  const bool joint = std::any_of(out_.begin(), out_.end(), [](const Statement& s) {
    return s.voice != Voice::single && s.voice != Voice::apart;
  });
  if (heading && !joint) {
    out_.clear();
    follow(*lead);
  }
  return std::move(out_);
}

std::vector<Statement> find_statements(const Context& context, const Phrases& phrases,
                                       TokenRange sentence, const Lead* lead) {
  return StatementFinder(context, phrases, sentence).run(lead);
}

std::optional<Lead> find_lead(const Context& context, const Phrases& phrases, TokenRange sentence) {
  return StatementFinder(context, phrases, sentence).lead();
}

std::vector<Statement> plain_results(const Context& context, const Phrases& phrases,
                                     TokenRange sentence, bool joint) {
  std::vector<Statement> out;
  std::uint32_t from = sentence.begin;
  for (std::uint32_t t = from; t <= sentence.end; ++t) {
    if (t < sentence.end && context.lower(t) != ";") continue;
    const TokenRange part{from, t};
    from = t + 1;
    if (part.empty()) continue;
    const std::optional<Statement> found = StatementFinder(context, phrases, part).plain(joint);
    if (found) out.push_back(*found);
  }
  return out;
}

}  // namespace rapporteur::meetings
