#include "state_groups.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rapporteur::names {

using lexicon::Channel;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;

std::optional<StateGroup> StateGroups::at(std::uint32_t token) const {
  const Match* noun = nullptr;
  const lexicon::Cue* cue = n_.cue(token, n_.cues.delegate, &noun);
  const Match* ranked = nullptr;
  const lexicon::Cue* officials = n_.cue(token, officials_, &ranked);
  if (officials != nullptr && (noun == nullptr || ranked->tokens.end > noun->tokens.end)) {
    noun = ranked;
    cue = officials;
  }
  if (cue == nullptr) return std::nullopt;
  StateGroup out{{noun->tokens, MentionKind::state, kNobody, kNobody, {}}, std::nullopt};
  std::uint32_t end = noun->tokens.end;
  if (n_.lower(end - 1) == "of" || n_.lower(end - 1) == "from") --end;  // "delegations of"
  if (cue->value == "side" && n_.lower(end) != "of") lists_.before(token, out.mention);
  const std::uint32_t matter = begin_of_matter(begin_of_rank(token));
  const bool people = officials != nullptr || cue->value == "office";
  if (people && n_.lower(end) != "of" && n_.lower(end) != "from")
    lists_.before(matter, out.mention);
  const std::uint32_t ministries = behind_ministries(end);
  lists_.after(ministries, out.mention);
  if (out.mention.states.empty()) return std::nullopt;
  if (officials == nullptr && cue->value != "office" && ministries == end) return out;
  Office office;
  office.words = {n_.doc.span({matter, ministries})};
  for (const char c : n_.doc.slice(office.words.front())) office.text += c == '\n' ? ' ' : c;
  office.plural = true;
  out.office = std::move(office);
  return out;
}

// "experts |from the health ministries| of", "officials |of the ministries of trade and industry|
// of": behind those that send them, where states follow; or `at`.
std::uint32_t StateGroups::behind_ministries(std::uint32_t at) const {
  static constexpr std::array<std::string_view, 10> kUnits{
      "ministries", "departments", "agencies", "authorities",     "institutions",
      "ministry",   "parliaments", "services", "administrations", "banks"};
  constexpr std::uint32_t kReach = 5;  // tokens of "from the relevant water resources ministries"
  const std::string_view preposition = n_.lower(at);
  if (preposition != "of" && preposition != "from" && preposition != "in") return at;
  for (std::uint32_t t = n_.behind_the(at + 1); t < at + kReach && n_.same_sentence(at, t); ++t) {
    if (n_.doc.is_punctuation(t) || n_.state_covering(t)) return at;
    if (!is_one_of(n_.lower(t), kUnits)) continue;
    const std::uint32_t end = behind_matter(t + 1);
    return leads_to_state(end) ? end : at;
  }
  return at;
}

// "ministries |of trade, industry and labour| of": the end of what they are in charge of, or `at`.
std::uint32_t StateGroups::behind_matter(std::uint32_t at) const {
  constexpr std::uint32_t kLongest = 12;
  if (n_.lower(at) != "of" && n_.lower(at) != "for") return at;
  if (leads_to_state(at)) return at;
  for (std::uint32_t t = at + 1; t < at + kLongest && n_.same_sentence(at, t); ++t) {
    if (leads_to_state(t)) return t;
    if (n_.lower(t) == ";" || n_.lower(t) == "." || n_.state_covering(t)) return at;
  }
  return at;
}

bool StateGroups::leads_to_state(std::uint32_t at) const {
  const std::string_view word = n_.lower(at);
  if (word != "of" && word != "from" && word != "in") return false;
  const Tag* tag = n_.t.tags.starting(n_.behind_the(at + 1));
  return tag != nullptr && tag->label == Label::state;
}

// "Peruvian and Chilean |border| officials": a word that no table knows behind the states; or
// `begin`.
std::uint32_t StateGroups::begin_of_matter(std::uint32_t begin) const {
  constexpr std::uint32_t kLongest = 2;
  const std::uint32_t floor = n_.sentence(begin).begin;
  for (std::uint32_t t = begin; t > floor && begin - t < kLongest; --t) {
    if (n_.doc.shape(t - 1) != text::Shape::lower || n_.lower(t - 1) == "and") return begin;
    const Tag* tag = t > floor + 1 ? n_.t.tags.covering(t - 2) : nullptr;
    if (tag != nullptr && tag->label == Label::nationality) return t - 1;
  }
  return begin;
}

// "|high-level government| officials", "|trade| experts": where their rank and matter start.
std::uint32_t StateGroups::begin_of_rank(std::uint32_t begin) const {
  static constexpr std::array<std::string_view, 9> kRanks{
      "government", "governmental", "technical", "high", "level", "working", "senior", "top", "-"};
  constexpr std::uint32_t kLongest = 3;  // tokens of a matter
  const std::uint32_t floor = n_.sentence(begin).begin;
  for (;;) {
    std::uint32_t next = begin;
    if (begin > floor && is_one_of(n_.lower(begin - 1), kRanks)) next = begin - 1;
    if (next < begin && n_.lower(next) == "-" && n_.doc.space_before(next)) break;
    for (std::uint32_t back = 1; back <= std::min(kLongest, begin - floor); ++back) {
      for (const Match& m : n_.t.matches.at(begin - back)) {
        const bool matter = m.channel == Channel::portfolio || m.channel == Channel::modifier;
        if (matter && m.tokens.end == begin) next = begin - back;
      }
    }
    if (next == begin) break;
    begin = next;
  }
  // "|deputy ministers and| officials"
  const std::uint32_t joined =
      begin > floor + 1 && n_.lower(begin - 1) == "and" ? n_.office_before(begin - 1) : kNobody;
  const bool group = joined != kNobody && n_.offices[joined].plural && !n_.offices[joined].state;
  return group ? n_.offices[joined].tokens.begin : begin;
}

}  // namespace rapporteur::names
