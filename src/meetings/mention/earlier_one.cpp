// "after a successful one in Quito": the meeting before, by the word "one" alone.

#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

std::optional<Mention> earlier_one(const Context& c, std::uint32_t t) {
  constexpr std::uint32_t kLongest = 3;  // words between the article and "one"
  static constexpr std::array<std::string_view, 4> kArticles{"a", "an", "the", "another"};
  static constexpr std::array<std::string_view, 6> kBefore{"after",     "follows",  "followed",
                                                           "following", "succeeds", "succeeded"};
  static constexpr std::array<std::string_view, 9> kBehind{
      "held", "in", "on", "at", "that", "which", "last", "hosted", "convened"};
  const std::uint32_t begin = c.sentence(t).begin;
  if (t == begin || c.doc.lower(t) != "one" || !is_one_of(c.lower(t + 1), kBehind)) {
    return std::nullopt;
  }
  std::uint32_t article = t - 1;
  const auto opens = [&](std::uint32_t at) { return is_one_of(c.doc.lower(at), kArticles); };
  while (article > begin && t - article <= kLongest && !opens(article)) --article;
  if (article <= begin || !opens(article)) return std::nullopt;
  if (!is_one_of(c.doc.lower(article - 1), kBefore)) return std::nullopt;
  bool told = false;  // the meeting that comes after it
  for (std::uint32_t at = begin; at < article; ++at) {
    told = told || c.cue(at, c.cues.head) != nullptr;
  }
  if (!told) return std::nullopt;
  return event_mention(c, {article, t + 1}, {t, t + 1}, "previous");
}

}  // namespace rapporteur::meetings
