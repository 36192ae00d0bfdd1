// Roles of single words, and what is shared by the other parts of Phrases.

#include "clause/phrase.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "clause/word_form.h"
#include "clause/word_list.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using lexicon::Channel;
using lexicon::Match;

}  // namespace

Phrases::Phrases(const Context& context)
    : c_(context),
      phrase_(context.cues.phrase),
      twin_(context.cues.twin),
      meeting_head_(context.cues.head),
      outcome_(context.cues.outcome) {}

std::string_view Phrases::role(std::uint32_t token, std::uint32_t* end) const {
  TokenRange words;
  const lexicon::Cue* cue = c_.cue(token, phrase_, &words);
  if (cue == nullptr) return {};
  if (end != nullptr) *end = words.end;
  return cue->value;
}

const Match* Phrases::act(std::uint32_t token) const {
  return c_.matches.find(token, Channel::act);
}

const catalogue::SpeechActForm& Phrases::form(const Match& match) const {
  return c_.catalogue.speech_act_forms()[match.id];
}

bool Phrases::is_finite_act(std::uint32_t token) const {
  if (token >= c_.doc.size() || c_.doc.is_capital(token)) return false;
  for (const Match& m : c_.matches.at(token)) {
    if (m.channel != Channel::act) continue;
    const catalogue::VerbForm f = form(m).form;
    if (f == catalogue::VerbForm::past) return true;
    // "reports", "plans": a verb only right after its subject.
    if (f == catalogue::VerbForm::third && token > 0 &&
        mention_before(token, token - 1) != nullptr) {
      return true;
    }
  }
  return false;
}

const names::Mention* Phrases::mention_at(std::uint32_t token) const {
  const auto& all = c_.cast.mentions;
  const auto it =
      std::lower_bound(all.begin(), all.end(), token,
                       [](const names::Mention& m, std::uint32_t t) { return m.tokens.begin < t; });
  return it != all.end() && it->tokens.begin == token ? &*it : nullptr;
}

const names::Mention* Phrases::mention_before(std::uint32_t token, std::uint32_t floor) const {
  const auto& all = c_.cast.mentions;
  auto it =
      std::lower_bound(all.begin(), all.end(), token,
                       [](const names::Mention& m, std::uint32_t t) { return m.tokens.begin < t; });
  while (it != all.begin()) {
    --it;
    if (it->tokens.end > token) continue;
    return it->tokens.end > floor ? &*it : nullptr;
  }
  return nullptr;
}

// "long-|standing|", "deep-|rooted|", "short-|term|", but "peace-|building|".
bool Phrases::ends_compound_adjective(std::uint32_t token) const {
  static constexpr std::array<std::string_view, 14> kFirst{
      "long", "short", "medium", "mid",  "near", "far",  "wide",
      "deep", "high",  "low",    "ever", "fast", "well", "forward"};
  const bool joined = token >= 2 && c_.lower(token - 1) == "-" && !c_.doc.space_before(token) &&
                      !c_.doc.space_before(token - 1);
  return joined && (is_one_of(c_.lower(token - 2), kFirst) || ends_with(c_.lower(token), "ed"));
}

std::uint32_t Phrases::last_preposition(TokenRange range) const {
  for (std::uint32_t t = range.end; t-- > range.begin;) {
    if (has_role(t, "preposition")) return t;
  }
  return range.end;
}

bool Phrases::starts_time(std::uint32_t token) const {
  const time::Expression* e = c_.time_at(token);
  return e != nullptr && e->tokens.begin == token;
}

bool Phrases::opens_subordinate(std::uint32_t token) const {
  if (role(token) != "relative") return false;
  // "of that joint action": a determiner.
  return c_.lower(token) != "that" || token == 0 || !has_role(token - 1, "preposition");
}

std::string Phrases::text(const Item& item) const {
  std::string out;
  for (const TokenRange& piece : item.pieces) {
    if (!out.empty()) out += ' ';
    out += c_.words(c_.doc.span(piece));
  }
  return out;
}

std::vector<ByteSpan> Phrases::spans(const Item& item) const {
  std::vector<ByteSpan> out;
  for (const TokenRange& piece : item.pieces) out.push_back(c_.doc.span(piece));
  return out;
}

std::uint32_t Phrases::count_words(const Item& item) const {
  std::uint32_t count = 0;
  for (const TokenRange& piece : item.pieces) {
    for (std::uint32_t t = piece.begin; t < piece.end; ++t)
      count += c_.doc.is_punctuation(t) ? 0 : 1;
  }
  return count;
}

namespace {

// The words of `folded` that say something, sorted, each once.
std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> out;
  std::size_t at = 0;
  while (at < folded.size()) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    const std::string_view word = folded.substr(at, end - at);
    if (word.size() > 2 && word != "the" && word != "and") out.push_back(word);
    at = end + 1;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

bool says_the_same(std::string_view a, std::string_view b) {
  const std::string folded_a = catalogue::fold(a), folded_b = catalogue::fold(b);
  const std::vector<std::string_view> x = words_of(folded_a), y = words_of(folded_b);
  const std::size_t fewer = std::min(x.size(), y.size());
  const auto shared =
      static_cast<std::size_t>(std::count_if(x.begin(), x.end(), [&](std::string_view w) {
        return std::binary_search(y.begin(), y.end(), w);
      }));
  if (shared == fewer) return true;
  return fewer >= 4 && 4 * shared >= 3 * fewer;
}

bool opens_talk(const Context& context, std::uint32_t token) {
  const lexicon::Cue* cue = context.cue(token, context.cues.agenda);
  return cue != nullptr && (cue->value == "verb" || cue->value == "soft" || cue->value == "after" ||
                            cue->value == "on" || cue->value == "speak" || cue->value == "apart");
}

bool is_told(const text::Sentence& sentence) {
  return sentence.role == text::LineRole::body || sentence.role == text::LineRole::item;
}

}  // namespace rapporteur::meetings
