#include "content_owner.h"

#include <algorithm>
#include <string_view>

namespace rapporteur::meetings {

ContentOwner::ContentOwner(const Context& context, const Drafts& drafts)
    : c_(context), drafts_(drafts), attribution_(context, drafts) {
  for (std::size_t d = 0; d < drafts.drafts.size(); ++d) {
    for (const std::uint32_t i : drafts.drafts[d].mentions) {
      places_.push_back({drafts.mentions[i].sentence, i, d});
    }
  }
  std::sort(places_.begin(), places_.end());
}

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

bool ContentOwner::is_announced(std::size_t draft) const {
  const record::Fact<record::Status>& status = drafts_.drafts[draft].meeting.status;
  return status && *status == record::Status::announced;
}

// The draft that a mention in the cue's sentence, outside the content, names.
std::size_t ContentOwner::named(std::uint32_t cue, TokenRange content, bool past) const {
  const std::uint32_t sentence = c_.doc.sentence_of(cue);
  std::size_t best = Attribution::kNone;
  std::uint32_t best_cost = 0;
  auto place = std::lower_bound(places_.begin(), places_.end(), Place{sentence, 0, 0});
  for (; place != places_.end() && place->sentence == sentence; ++place) {
    if (past && is_announced(place->draft) && !is_announced(drafts_.main)) continue;
    const Mention& m = drafts_.mentions[place->mention];
    const std::uint32_t begin = m.tokens.begin;
    // "signed a protocol" is a meeting by what is done there.
    const bool signing = m.verbal && m.kind == "signing";
    if (!signing && begin >= content.begin && begin < content.end) continue;
    if (!signing && begin > cue && another_clause(std::max(cue, content.end), begin)) continue;
    const std::uint32_t cost = begin <= cue ? cue - begin : 1000 + begin - cue;
    if (best != Attribution::kNone && cost >= best_cost) continue;
    best = place->draft;
    best_cost = cost;
  }
  return best;
}

std::size_t ContentOwner::of(std::uint32_t cue, TokenRange content, bool past) const {
  const std::uint32_t sentence = c_.doc.sentence_of(cue);
  std::size_t found = Attribution::kNone;
  if (!attribution_.named_in(sentence)) {
    found = attribution_.at(cue);
    if (found == Attribution::kNone) return found;
  } else {
    found = named(cue, content, past);
  }
  if (found == Attribution::kNone) {
    const auto& sentences = c_.doc.sentences();
    const bool goes_on =
        sentence > 0 && sentences[sentence - 1].paragraph == sentences[sentence].paragraph;
    if (goes_on) found = attribution_.at(sentences[sentence - 1].tokens.end - 1);
  }
  if (found == Attribution::kNone || (past && is_announced(found))) return drafts_.main;
  return found;
}

}  // namespace rapporteur::meetings
