#include "attribution.h"

namespace rapporteur::meetings {

bool is_aside(const Context& context, const Drafts& drafts, std::uint32_t mention) {
  constexpr std::uint32_t kReach = 5;  // tokens from "which" to the mention
  const Mention& m = drafts.mentions[mention];
  const TokenRange sentence = context.sentence(m.trigger.begin);
  for (std::uint32_t t = m.trigger.begin; m.trigger.begin - t < kReach; --t) {
    const std::string_view word = context.lower(t);
    const bool relative = word == "which" || word == "who" || word == "whose";
    // Another meeting than the one told of: by its name, or by its tense.
    if (relative) return !m.relation.empty() || context.lower(t + 1) == "had";
    if (t == sentence.begin || (word == "," && t != m.trigger.begin)) return false;
  }
  return false;
}

Attribution::Attribution(const Context& context, const Drafts& drafts)
    : c_(context), drafts_(drafts) {
  const auto& sentences = context.doc.sentences();
  mentions_in_.resize(sentences.size());
  for (std::size_t d = 0; d < drafts.drafts.size(); ++d) {
    for (const std::uint32_t i : drafts.drafts[d].mentions) {
      mentions_in_[drafts.mentions[i].sentence].push_back({i, d});
    }
  }
  std::size_t current = kNone;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    const text::LineRole role = sentences[s].role;
    const bool aside = role == text::LineRole::teaser || role == text::LineRole::caption ||
                       role == text::LineRole::boilerplate || role == text::LineRole::stamp;
    if (s == 0 || sentences[s].paragraph != sentences[s - 1].paragraph) {
      // A list goes on with what introduced it; a numbered paragraph stands by itself.
      const std::uint32_t first = sentences[s].tokens.begin;
      const bool numbered = context.doc.shape(first) == text::Shape::number;
      const bool list = role == text::LineRole::item && current != kNone && !numbered;
      if (!list) current = aside ? kNone : drafts.main;
    }
    if (!mentions_in_[s].empty()) {
      // The last one named is what the next sentence goes on with, unless the main one is there.
      const std::size_t before = current;
      current = kNone;
      std::uint32_t latest = 0;
      for (const Place& p : mentions_in_[s]) {
        if (is_aside(context, drafts, p.mention)) continue;
        if (p.draft == drafts.main) {
          current = p.draft;
          break;
        }
        if (current == kNone || p.mention >= latest) {
          current = p.draft;
          latest = p.mention;
        }
      }
      if (current == kNone) current = before;
    }
    default_.push_back(current);
  }
}

std::size_t Attribution::at(std::uint32_t token) const {
  const std::uint32_t sentence = c_.doc.sentence_of(token);
  const std::vector<Place>& here = mentions_in_[sentence];
  std::size_t best = kNone;
  std::uint32_t best_distance = 0;
  for (const Place& p : here) {
    const TokenRange r = drafts_.mentions[p.mention].tokens;
    const std::uint32_t distance = token < r.begin  ? r.begin - token
                                   : token >= r.end ? token - r.end + 1
                                                    : 0;
    if (best == kNone || distance < best_distance) {
      best = p.draft;
      best_distance = distance;
    }
  }
  return best != kNone ? best : default_[sentence];
}

}  // namespace rapporteur::meetings
