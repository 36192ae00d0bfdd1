#include "mention/body_of_sides.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "organ/name_ends.h"
#include "organ/ordinal.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

constexpr std::uint32_t kSubject = 20;  // tokens from the first side to the verb
constexpr std::uint32_t kFront = 10;    // tokens before the name

// A body of several sides and the phrase that names it.
struct Body {
  TokenRange phrase;  // with the number, the sides and the brackets
  TokenRange name;
  Ordinal number;
};

class BodyOfSides {
 public:
  explicit BodyOfSides(const Context& context) : c_(context) {}

  std::optional<Mention> at(std::uint32_t token) {
    if (!c_.doc.is_capital(token)) return std::nullopt;
    // "the |Fourth| Joint Commission", "the |IV| Joint Commission"
    const bool number = ordinal_before(c_.doc, token + 1, token).value > 0;
    body_.name = capital_body_at(c_, number ? token + 1 : token, c_.sentence(token).end);
    if (body_.name.empty()) return std::nullopt;
    body_.phrase = body_.name;
    s_ = behind_dateline(c_, token);
    take_front();
    take_behind();
    const bool told = takes_place() || is_held();
    const std::size_t sides = m_.states.size() + (m_.organisation ? 1 : 0);
    if (!told || sides < 2) return std::nullopt;
    return mention();
  }

 private:
  // "the |fourth regular Ghana-Togo| Joint Committee"
  void take_front() {
    std::uint32_t at = body_.name.begin;
    for (std::uint32_t steps = 0; at > s_.begin && steps < kFront; ++steps) {
      const std::uint32_t before = over_word(at);
      if (before == at) break;
      at = before;
    }
    body_.phrase.begin = at;
  }

  std::uint32_t over_word(std::uint32_t at) {
    const Tag* tag = c_.tags.covering(at - 1);
    const bool side =
        tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
    if (side) {
      add_sides({tag->tokens.begin, tag->tokens.end});
      return std::max(tag->tokens.begin, s_.begin);
    }
    const Ordinal number = ordinal_before(c_.doc, at, s_.begin);
    if (number.value > 0 && body_.number.value == 0) {
      body_.number = number;
      return number.tokens.begin;
    }
    const std::uint32_t level = level_before(c_, at, s_.begin);
    if (level < at) return level;
    const std::string_view word = c_.doc.lower(at - 1);
    const bool joint = at < body_.name.begin && (word == "-" || word == "/" || word == "–");
    const bool plain = is_determiner(word) || c_.cue(at - 1, c_.cues.adjective) != nullptr;
    return joint || plain ? at - 1 : at;
  }

  // "Joint Committee |(JC) between the Governments of A and B|"
  void take_behind() {
    std::uint32_t at = body_.name.end;
    if (c_.lower(at) == "(") at = after_bracket(c_, at);
    const bool link = c_.lower(at) == "between" || c_.lower(at) == "of";
    std::uint32_t end = at;
    const std::uint32_t limit = std::min(at + kSubject, s_.end);
    for (std::uint32_t t = at + 1; link && t < limit; ++t) {
      const Tag* tag = c_.tags.starting(t);
      const std::string_view word = c_.doc.lower(t);
      if (tag != nullptr && tag->label == Label::state) {
        add_sides(tag->tokens);
        t = tag->tokens.end - 1;
        end = tag->tokens.end;
      } else if (word != "and" && word != "the" && word != "of" && word != "," &&
                 !word.starts_with("government") && word != "republic" && word != "republics") {
        break;
      }
    }
    body_.phrase.end = end;
  }

  // The states and organisations named in `range`, each once.
  void add_sides(TokenRange range) {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      const Tag* tag = c_.tags.starting(t);
      if (tag == nullptr || tag->id == npos) continue;
      const Named named{tag->id, c_.doc.span(tag->tokens)};
      if (tag->label == Label::body && !m_.organisation && !names_organ(c_, *tag)) {
        m_.organisation = named;
      }
      if (tag->label != Label::state && tag->label != Label::nationality) continue;
      const bool known = std::any_of(m_.states.begin(), m_.states.end(),
                                     [&](const Named& other) { return other.id == named.id; });
      if (!known) m_.states.push_back(named);
    }
  }

  // "the Joint Committee |was held|", "|, which is to sit|": a verb of sessions behind it.
  bool takes_place() {
    std::uint32_t at = body_.phrase.end;
    if (c_.lower(at) == ",") ++at;
    const bool relative = c_.lower(at) == "which" || c_.lower(at) == "that";
    if (!relative && at > body_.phrase.end) return false;
    if (relative) ++at;
    TokenRange words;
    const lexicon::Cue* meets = c_.cue(at, c_.cues.verb, &words);
    const bool told = (meets != nullptr && meets->value == "meeting") ||
                      c_.cue(at, c_.cues.event_verb, &words) != nullptr ||
                      c_.cue(at, c_.cues.convening, &words) != nullptr;
    if (!told || has_noun(words.end)) return false;
    body_.phrase.end = words.end;
    return true;
  }

  // "met |for its fourth session|", "closed |the 19th session|": the noun tells of it.
  [[nodiscard]] bool has_noun(std::uint32_t at) const {
    constexpr std::uint32_t kReach = 8;
    for (std::uint32_t t = at; t < std::min(at + kReach, s_.end); ++t) {
      if (c_.cue(t, c_.cues.head) != nullptr) return true;
    }
    return false;
  }

  // "A and B |held| the 3rd Joint Committee": those before the verb.
  bool is_held() {
    static constexpr std::array<std::string_view, 7> kHolds{
        "held", "hold", "holds", "holding", "convened", "celebrated", "opened"};
    const std::uint32_t at = body_.phrase.begin;
    if (body_.number.value == 0 || at == s_.begin || !is_one_of(c_.doc.lower(at - 1), kHolds)) {
      return false;
    }
    const std::uint32_t verb = at - 1;
    add_sides({verb > s_.begin + kSubject ? verb - kSubject : s_.begin, verb});
    return true;
  }

  Mention mention() {
    m_.tokens = body_.phrase;
    m_.trigger = {body_.name.begin, std::max(body_.name.end, body_.phrase.end)};
    m_.sentence = c_.doc.sentence_of(body_.name.begin);
    m_.in_headline = c_.doc.sentences()[m_.sentence].role == text::LineRole::headline;
    m_.kind = "meeting";
    m_.organ_span = c_.doc.span(body_.name);
    m_.organ_words = c_.words(m_.organ_span);
    if (body_.number.value > 0) {
      m_.ordinal = body_.number.value;
      m_.ordinal_span = c_.doc.span(body_.number.tokens);
    }
    return std::move(m_);
  }

  const Context& c_;
  TokenRange s_;
  Body body_;
  Mention m_;
};

}  // namespace

std::optional<Mention> body_of_sides(const Context& c, std::uint32_t token) {
  return BodyOfSides(c).at(token);
}

}  // namespace rapporteur::meetings
