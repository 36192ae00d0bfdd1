// Meetings of several groups of office holders in one phrase: "meetings of the Foreign and Defence
// Ministers", "meetings of education ministers (Lima, 20 April) and of tourism ministers".

#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;

struct Level {
  std::string words;
  TokenRange tokens;
  std::uint32_t end = 0;  // behind it and its bracket
};

// The office of several that starts at `t`, or null.
const names::Office* group_at(const Context& c, std::uint32_t t) {
  const names::Office* office = t < c.doc.size() ? c.cast.office_starting(t) : nullptr;
  return office != nullptr && office->plural && !office->words.empty() ? office : nullptr;
}

// Over "of", "the" and "for".
std::uint32_t over_small(const Context& c, std::uint32_t t) {
  while (c.lower(t) == "of" || c.lower(t) == "the" || c.lower(t) == "for") ++t;
  return t;
}

// "|Foreign| and Defence Ministers": the first shares the noun of the second.
std::optional<Level> shared_at(const Context& c, std::uint32_t t) {
  const names::Office* second = c.lower(t + 1) == "and" ? group_at(c, t + 2) : nullptr;
  if (second == nullptr || c.doc.is_punctuation(t) || group_at(c, t) != nullptr)
    return std::nullopt;
  const std::size_t noun = second->text.rfind(' ');
  if (noun == std::string::npos || !c.doc.is_capital(t)) return std::nullopt;
  Level level;
  level.words = std::string(c.doc.word(t)) + second->text.substr(noun);
  level.tokens = {t, second->tokens.end};
  level.end = t + 1;
  return level;
}

std::vector<Level> levels_behind(const Context& c, const Mention& m) {
  constexpr std::size_t kMost = 6;
  std::vector<Level> out;
  if (c.lower(m.trigger.end) != "of") return out;
  const std::uint32_t end = c.sentence(m.trigger.begin).end;
  std::uint32_t t = over_small(c, m.trigger.end);
  while (t < end && out.size() < kMost) {
    if (std::optional<Level> shared = shared_at(c, t); shared) {
      t = shared->end;
      out.push_back(std::move(*shared));
    } else if (const names::Office* office = group_at(c, t); office != nullptr) {
      Level level{office->text, office->tokens, office->tokens.end};
      if (c.lower(level.end) == "(") level.end = after_bracket(c, level.end);
      t = level.end;
      out.push_back(std::move(level));
    } else {
      break;
    }
    if (c.lower(t) != "and" && c.lower(t) != ",") break;
    t = over_small(c, c.lower(t) == "," && c.lower(t + 1) == "and" ? t + 2 : t + 1);
  }
  return out;
}

// "(Lima, 20 April 2018)" behind the words.
void take_bracket(const Context& c, const Level& level, Mention& m) {
  for (std::uint32_t t = level.tokens.end; t < level.end; ++t) {
    const tagger::Tag* tag = c.tags.starting(t);
    if (tag != nullptr && tag->label == Label::place) m.place = {tag->id, c.doc.span(tag->tokens)};
    if (const time::Expression* day = c.time_at(t); day != nullptr) m.time = c.index_of(*day);
  }
}

}  // namespace

bool keep_levels(const Context& c, const Mention& m, std::vector<Mention>& out) {
  static constexpr std::array<std::string_view, 3> kNouns{"meetings", "sessions", "conferences"};
  if (m.verbal || m.ordinal > 0 || !is_one_of(c.lower(m.trigger.end - 1), kNouns)) return false;
  const std::vector<Level> levels = levels_behind(c, m);
  if (levels.size() < 2) return false;
  for (const Level& level : levels) {
    Mention one = m;
    one.fresh = true;
    one.organ = {};
    one.organ_words = level.words;
    one.organ_span = c.doc.span(level.tokens);
    if (level.end > level.tokens.end) {
      one.place = {};
      one.country = {};
      one.time = kNobody;
      take_bracket(c, level, one);
    }
    out.push_back(std::move(one));
  }
  return true;
}

}  // namespace rapporteur::meetings
