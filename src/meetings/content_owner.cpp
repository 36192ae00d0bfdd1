#include "content_owner.h"

#include <algorithm>
#include <string_view>

namespace rapporteur::meetings {

ContentOwner::ContentOwner(const Context& context, const Drafts& drafts)
    : c_(context), drafts_(drafts), attribution_(context, drafts) {}

// Words between the content and a mention behind it that part the two.
bool ContentOwner::another_clause(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t t = from; t < to; ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "and" || word == "," || word == ";" || word == "that" || word == "which") {
      return true;
    }
  }
  return false;
}

std::size_t ContentOwner::of(std::uint32_t cue, TokenRange content) const {
  const std::uint32_t sentence = c_.doc.sentence_of(cue);
  if (!attribution_.named_in(sentence)) return attribution_.at(cue);
  std::size_t best = Attribution::kNone;
  std::uint32_t best_cost = 0;
  for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
    for (const std::uint32_t i : drafts_.drafts[d].mentions) {
      const Mention& m = drafts_.mentions[i];
      if (m.sentence != sentence) continue;
      const std::uint32_t begin = m.tokens.begin;
      if (begin > content.begin && begin < content.end) continue;
      if (begin > cue && another_clause(std::max(cue, content.end), begin)) continue;
      const std::uint32_t cost = begin <= cue ? cue - begin : 1000 + begin - cue;
      if (best != Attribution::kNone && cost >= best_cost) continue;
      best = d;
      best_cost = cost;
    }
  }
  if (best != Attribution::kNone) return best;
  const auto& sentences = c_.doc.sentences();
  const bool goes_on =
      sentence > 0 && sentences[sentence - 1].paragraph == sentences[sentence].paragraph;
  if (!goes_on) return drafts_.main;
  const std::size_t before = attribution_.at(sentences[sentence - 1].tokens.end - 1);
  return before != Attribution::kNone ? before : drafts_.main;
}

}  // namespace rapporteur::meetings
