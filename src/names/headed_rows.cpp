#include "headed_rows.h"

#include <string_view>

namespace rapporteur::names {

using tagger::Label;
using tagger::Tag;
using text::TokenRange;

void HeadedRows::run() {
  const auto& sentences = doc_.sentences();
  for (std::size_t s = 0; s + 1 < sentences.size(); ++s) {
    const Named state = heading(sentences[s]);
    if (state) rows(s + 1, state);
  }
}

// "Members of the Kenyan delegation:", "On the Kenyan side", "For Kenya:": whose people the lines
// below give; or nothing.
Named HeadedRows::heading(const text::Sentence& s) const {
  constexpr std::uint32_t kLongest = 16;
  if (s.tokens.empty() || s.tokens.size() > kLongest) return {};
  const bool line = s.role == text::LineRole::headline || s.role == text::LineRole::item;
  const bool opens = n_.lower(s.tokens.end - 1) == ":";
  if (!line && !opens) return {};
  Named out;
  bool side = n_.lower(s.tokens.begin) == "for" || n_.lower(s.tokens.begin) == "from" ||
              (line && is_state_alone(s.tokens));
  for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
    const Tag* tag = n_.t.tags.starting(t);
    if (tag != nullptr && tag->label == Label::person) return {};
    const lexicon::Cue* cue = n_.cue(t, side_);
    side =
        side || (cue != nullptr && cue->value == "group") || n_.cue(t, n_.cues.delegate) != nullptr;
    const Named state = n_.state_at(t);
    if (state && out && state.id != out.id) return {};
    if (state) out = state;
  }
  return side ? out : Named{};
}

// "- The Republic of Kenya": a line that says nothing else.
bool HeadedRows::is_state_alone(TokenRange line) const {
  for (std::uint32_t t = line.begin; t < line.end; ++t) {
    const std::string_view word = n_.lower(t);
    const bool title = word == "the" || word == "of" || word == "republic" || word == "kingdom" ||
                       word == "state" || word == "commonwealth" || word == "federation";
    const bool bullet = doc_.is_punctuation(t) || doc_.shape(t) == text::Shape::number;
    if (!title && !bullet && !n_.state_covering(t)) return false;
  }
  return true;
}

// The lines from sentence `s` on that start with a name.
void HeadedRows::rows(std::size_t s, const Named& state) {
  const auto& sentences = doc_.sentences();
  for (; s < sentences.size(); ++s) {
    std::uint32_t t = sentences[s].tokens.begin;
    while (t < sentences[s].tokens.end &&
           (doc_.is_punctuation(t) || doc_.shape(t) == text::Shape::number)) {
      ++t;
    }
    const std::size_t i = n_.next(t);
    const bool row = i < n_.all.size() && n_.all[i].whole.begin == t &&
                     n_.same_sentence(t, n_.all[i].tokens.begin);
    if (!row || (n_.all[i].state && n_.all[i].state.id != state.id)) return;
    if (!n_.all[i].body || n_.all[i].body.id == catalogue::npos) n_.all[i].state = state;
  }
}

}  // namespace rapporteur::names
