// States by other words than their names: "the |Sino|-Russian talks", "|Lima| and |Quito| signed".
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "work.h"

namespace rapporteur::tagger {

using lexicon::Channel;
using lexicon::Match;

namespace {

bool is_hyphen(std::string_view word) { return word == "-" || word == "–" || word == "‑"; }

bool names_state(const Tag* tag) {
  return tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
}

}  // namespace

// The state that the word is a joined form of; npos.
catalogue::Index Work::joined_state(std::uint32_t token) const {
  if (token >= doc_.size() || !doc_.is_capital(token) || taken(token)) return npos;
  const lexicon::Cue* cue = impl_.lexicon->cue_at(matches_, token, impl_.joined_state);
  return cue != nullptr ? impl_.catalogue->find_state(cue->value) : npos;
}

// "|Sino|-Russian", "|Indo|-|Pak|": beside a state, or beside another such form.
void Work::claim_joined_states() {
  for (std::uint32_t t = 1; t + 1 < doc_.size(); ++t) {
    if (!is_hyphen(doc_.word(t))) continue;
    const catalogue::Index left = joined_state(t - 1);
    const catalogue::Index right = joined_state(t + 1);
    const bool left_known = left != npos || names_state(tag_at(t - 1));
    const bool right_known = right != npos || names_state(tag_at(t + 1));
    if (!left_known || !right_known) continue;
    if (left != npos) claim({t - 1, t}, Label::nationality, left);
    if (right != npos) claim({t + 1, t + 2}, Label::nationality, right);
  }
}

// "the |two| |Koreas|", "|inter|-|Korean| talks": two states by one name.
void Work::claim_shared_states() {
  constexpr std::size_t kCode = 2;  // letters
  for (std::uint32_t t = 0; t < doc_.size(); ++t) {
    const Match* match = nullptr;
    const lexicon::Cue* cue = impl_.lexicon->cue_at(matches_, t, impl_.shared_state, &match);
    if (cue == nullptr || cue->value.size() <= kCode || match->tokens.size() < 2) continue;
    const TokenRange words = match->tokens;
    if (!free(words) || !doc_.is_capital(words.end - 1)) continue;
    const catalogue::Index first = impl_.catalogue->find_state(cue->value.substr(0, kCode));
    const catalogue::Index second = impl_.catalogue->find_state(cue->value.substr(kCode + 1));
    claim({words.begin, words.begin + 1}, Label::state, first);
    claim({words.end - 1, words.end}, Label::state, second);
  }
}

// The state whose capital stands there, with the capital's words; npos.
catalogue::Index Work::capital_at(std::uint32_t token, TokenRange& words) const {
  if (token >= doc_.size()) return npos;
  for (const Match& m : matches_.at(token)) {
    if (m.channel != Channel::state || !free(m.tokens)) continue;
    const catalogue::StateName& name = impl_.catalogue->state_names()[m.id];
    if (name.kind != catalogue::StateNameKind::capital) continue;
    words = m.tokens;
    return name.state;
  }
  return npos;
}

// "talks between |Lima and Quito|", "|Lima and Quito| have agreed": governments, no places.
// Brussels is left a place: it stands for the European Union.
void Work::claim_capitals() {
  for (std::uint32_t t = 0; t < doc_.size(); ++t) {
    std::vector<std::pair<TokenRange, catalogue::Index>> run;
    std::uint32_t at = t;
    bool joined = false;
    for (TokenRange words; capital_at(at, words) != npos;) {
      run.emplace_back(words, capital_at(at, words));
      at = words.end;
      if (doc_.sentence_of(words.begin) != doc_.sentence_of(t) || at + 1 >= doc_.size()) break;
      const std::string_view link = doc_.lower(at);
      if (link != "and" && link != ",") break;
      TokenRange next;
      const bool both = link == "," && doc_.lower(at + 1) == "and";
      if (capital_at(at + (both ? 2 : 1), next) == npos) break;
      joined = joined || both || link == "and";
      at += both ? 2 : 1;
    }
    if (run.size() > 1 && joined && acts(t, at)) {
      for (const auto& [words, state] : run) {
        if (doc_.lower(words.begin) != "brussels") claim(words, Label::state, state);
      }
    }
    if (run.size() == 1 && is_government(run.front().first)) {
      claim(run.front().first, Label::state, run.front().second);
    }
    if (run.size() > 1) t = at - 1;
  }
}

// "talks with |Seoul|", "|Ankara|'s foreign minister", "|Ankara|'s Hakan Fidan": the government.
bool Work::is_government(TokenRange capital) const {
  const std::uint32_t begin = capital.begin;
  const bool met = begin > 1 && doc_.lower(begin - 1) == "with" &&
                   impl_.lexicon->cue_at(matches_, begin - 2, impl_.meeting_head) != nullptr;
  if (met) return true;
  const std::uint32_t behind = capital.end + 1;
  if (behind >= doc_.size() || doc_.lower(capital.end) != "'s") return false;
  const bool person = (bits(behind) & catalogue::kGiven) != 0 && doc_.is_capital(behind);
  const Match* office = matches_.find(behind, Channel::office);
  return person || (office != nullptr && doc_.lower(office->tokens.end - 1) != "mayor");
}

// Whether the capitals of this range do something, or something is between them.
bool Work::acts(std::uint32_t begin, std::uint32_t end) const {
  const std::uint32_t sentence = doc_.sentence_of(begin);
  const bool first = begin == doc_.sentences()[sentence].tokens.begin;
  const std::string_view before = first ? std::string_view() : doc_.lower(begin - 1);
  if (before == "between") return true;
  static constexpr std::array<std::string_view, 14> kBegins{
      "", "that", ",", ":", "-", "–", "—", "while", "as", "when", "after", "since", "both", "if"};
  if (std::find(kBegins.begin(), kBegins.end(), before) == kBegins.end()) return false;
  return end < doc_.size() && doc_.sentence_of(end) == sentence &&
         (impl_.lexicon->cue_at(matches_, end, impl_.government_verb) != nullptr ||
          impl_.lexicon->cue_at(matches_, end, impl_.meeting_verb) != nullptr);
}

}  // namespace rapporteur::tagger
