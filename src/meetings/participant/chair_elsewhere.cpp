#include "participant/chair_elsewhere.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// The known body whose chair the words are: "the chair |of the Council|", "|the EU| presidency"; or
// npos.
catalogue::Index body_of_chair(const Context& c, TokenRange cue) {
  const bool of = c.lower(cue.end - 1) == "of";
  std::uint32_t at = of ? cue.end : cue.end + 1;
  if (of || c.lower(cue.end) == "of") {
    static constexpr std::array<std::string_view, 4> kArticles{"the", "that", "this", "our"};
    if (is_one_of(c.lower(at), kArticles)) ++at;
    const Tag* tag = c.tags.starting(at);
    return tag != nullptr && tag->label == Label::body ? tag->id : npos;
  }
  const Tag* tag = cue.begin > 0 ? c.tags.covering(cue.begin - 1) : nullptr;
  const bool right_before = tag != nullptr && tag->label == Label::body;
  return right_before && c.lower(cue.begin - 1) != "'s" ? tag->id : npos;
}

// `body` or a body above it is `whole`.
bool is_part_of(const catalogue::Catalogue& catalogue, catalogue::Index body,
                catalogue::Index whole) {
  constexpr int kDeepest = 8;
  for (int i = 0; i < kDeepest && body != npos; ++i) {
    if (body == whole) return true;
    body = catalogue.bodies()[body].parent;
  }
  return false;
}

}  // namespace

bool is_chair_of_other_body(const Context& c, const Drafts& drafts, const Draft& draft,
                            TokenRange cue) {
  const catalogue::Index body = body_of_chair(c, cue);
  if (body == npos) return false;
  bool known = false;  // which body meets
  for (const std::uint32_t i : draft.mentions) {
    for (const Named& own : {drafts.mentions[i].organisation, drafts.mentions[i].organ}) {
      if (!own || own.id == npos) continue;
      known = true;
      if (is_part_of(c.catalogue, own.id, body) || is_part_of(c.catalogue, body, own.id)) {
        return false;
      }
    }
  }
  return known;
}

bool is_office_that_speaks(const Context& c, TokenRange cue) {
  static constexpr std::array<std::string_view, 8> kSays{
      "said", "says", "announced", "stated", "reported", "reports", "informed", "tweeted"};
  return c.lower(cue.end - 1) == "presidency" && is_one_of(c.lower(cue.end), kSays);
}

bool is_chair_of_other_time(const Context& c, TokenRange cue) {
  constexpr std::uint32_t kNear = 4;
  static constexpr std::array<std::string_view, 9> kOther{"upcoming", "incoming", "forthcoming",
                                                          "coming",   "future",   "next",
                                                          "previous", "former",   "past"};
  static constexpr std::array<std::string_view, 6> kEnds{"stepping", "stepped",   "steps",
                                                         "step",     "resigning", "resigned"};
  const std::uint32_t begin = c.sentence(cue.begin).begin;
  for (std::uint32_t t = cue.begin; t > begin && cue.begin - t < kNear; --t) {
    const std::string_view word = c.lower(t - 1);
    if (word == "," || word == ";" || c.cue(t - 1, c.cues.head) != nullptr) break;
    if (is_one_of(word, kOther)) return true;
  }
  constexpr std::uint32_t kFar = 7;
  for (std::uint32_t t = cue.begin; t > begin && cue.begin - t < kFar; --t) {
    const std::string_view word = c.lower(t - 1);
    if (word == "," || word == ";") break;
    if (is_one_of(word, kEnds) && (c.lower(t) == "down" || word.starts_with("resign"))) return true;
  }
  return false;
}

}  // namespace rapporteur::meetings
