#include "state_runs.h"

#include "name_list.h"

namespace rapporteur::names {

using tagger::Label;
using tagger::Tag;

// "of Uzbekistan, Kazakhstan and the Kyrgyz Republic": goes on with a list of states at `at`.
std::uint32_t states_on(const Namings& n, std::uint32_t at, std::vector<Named>& states) {
  for (;;) {
    std::uint32_t next = at;
    while (is_joint(n.lower(next))) ++next;
    next = n.behind_the(next);
    if (next == at && !states.empty()) return at;
    const Tag* tag = next < n.doc.size() ? n.t.tags.starting(next) : nullptr;
    if (tag == nullptr || tag->label != Label::state) return at;
    states.push_back({tag->id, n.doc.span(tag->tokens)});
    at = tag->tokens.end;
  }
}

// "the Russian, Turkish and" right before `begin`, put in front of `states`.
void adjectives_before(const Namings& n, std::uint32_t begin, std::vector<Named>& states) {
  if (begin > 0 && n.lower(begin - 1) == "the") --begin;  // "the Greek and |the| Cypriot"
  while (begin > 2 && (n.lower(begin - 1) == "and" || n.lower(begin - 1) == ",")) {
    const std::uint32_t last = n.lower(begin - 2) == "'s" ? begin - 3 : begin - 2;  // "Peru's and"
    const Tag* tag = n.t.tags.covering(last);
    const bool state =
        tag != nullptr && (tag->label == Label::nationality || tag->label == Label::state);
    if (!state || !n.same_sentence(tag->tokens.begin, begin)) return;
    states.insert(states.begin(), Named{tag->id, n.doc.span(tag->tokens)});
    begin = tag->tokens.begin;
    if (begin > 0 && n.lower(begin - 1) == "the") --begin;
  }
}

}  // namespace rapporteur::names
