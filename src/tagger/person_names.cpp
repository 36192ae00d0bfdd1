// Persons: by the title beside them, by the lists of names, by a name that came before.
#include <algorithm>
#include <unordered_map>

#include "work.h"

namespace rapporteur::tagger {

namespace {

using lexicon::Channel;
using lexicon::Match;

constexpr int kSurePersonScore = 5;
constexpr int kTitle = 3;                    // what a title right before a name is worth
constexpr std::size_t kLongestSyllable = 4;  // bytes of "cha" in "Chan-o-cha"
constexpr std::uint32_t kLongestName = 8;    // tokens of a person's name that no model found

}  // namespace

// An office or an honorific before it, and no word that heads a body in it: "General Lucky Irabor".
bool Work::is_titled(TokenRange r) const {
  if (r.begin == 0 || !title_[r.begin - 1]) return false;
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    if (impl_.lexicon->cue_at(matches_, t, impl_.body_head) != nullptr || is_common(t))
      return false;
  }
  return true;
}

// "Oman's Ambassador to Peru, |Samir Haddad|,", "the Secretary General of the Union, |Samir
// Haddad|": two capitals or more, set off behind somebody's office.
bool Work::is_called(TokenRange r) const {
  constexpr std::uint32_t kMost = 4;
  if (r.size() < 2 || r.size() > kMost || r.begin < 3 || doc_.lower(r.begin - 1) != ",")
    return false;
  const std::string_view next = r.end < doc_.size() ? doc_.lower(r.end) : ".";
  if (next != "," && next != "." && next != ";" && next != ")" && next != "and") return false;
  const std::uint32_t before = r.begin - 2;
  const Tag* owner = tag_at(before);
  const bool owned = owner != nullptr && owner->tokens.end == before + 1 && owner->id != npos &&
                     (owner->label == Label::state || owner->label == Label::body) &&
                     ends_title(owner->tokens);
  if (!title_[before] && !owned && !ends_portfolio(before)) return false;
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    const bool particle = t > r.begin && t + 1 < r.end && (bits(t) & catalogue::kParticle) != 0;
    if (particle) continue;
    if (doc_.shape(t) != text::Shape::capitalised || is_common(t)) return false;
    if (impl_.lexicon->cue_at(matches_, t, impl_.body_head) != nullptr) return false;
  }
  return true;
}

// "the Governor of Cunene |Province|": capitals behind an office and "of" end at `token`.
bool Work::ends_portfolio(std::uint32_t token) const {
  constexpr std::uint32_t kLongest = 8;
  const std::uint32_t floor = doc_.sentences()[doc_.sentence_of(token)].tokens.begin;
  if (!doc_.is_capital(token)) return false;
  for (std::uint32_t t = token; t > floor && token - t < kLongest; --t) {
    const std::string_view word = doc_.lower(t);
    const bool joint = word == "of" || word == "for" || word == "and" || word == "the";
    if (joint && title_[t - 1] && (word == "of" || word == "for")) return true;
    if (!joint && !doc_.is_capital(t)) return false;
  }
  return false;
}

// "Foreign Minister of |Jordan Samir Haddad|": the state ends the office; "Jordan - Samir Haddad",
// "Barbados' Samir Haddad".
std::uint32_t Work::behind_state(TokenRange r) const {
  const Tag* state = tag_at(r.begin);
  const bool opens = state != nullptr && state->tokens.begin == r.begin &&
                     state->label == Label::state && state->tokens.end < r.end;
  if (!opens) return r.begin;
  const std::uint32_t end = state->tokens.end;
  const bool owns = doc_.lower(end) == "'" || doc_.lower(end) == "'s";
  if (owns && end + 1 < r.end) return end + 1;
  if (doc_.is_punctuation(end) && doc_.space_before(end) && end + 1 < r.end) return end + 1;
  if (r.begin == 0) return r.begin;
  const std::string_view before = doc_.lower(r.begin - 1);
  const bool office = before == "of" || before == "the" || before == "to" || before == "from";
  return office ? end : r.begin;
}

// "On 13 |September Haddad", "on |Monday Haddad": the month or the day of the week ends a date.
bool Work::ends_date(std::uint32_t token) const {
  if (token == 0 || impl_.lexicon->cue_at(matches_, token, impl_.no_name) == nullptr) return false;
  const std::string_view before = doc_.lower(token - 1);
  if (before.front() >= '0' && before.front() <= '9') return true;
  return before == "on" || before == "in" || before == "last" || before == "this" ||
         before == "next" || before == "since";
}

// "Prayut Chan-o-cha": short syllables behind hyphens belong to the name, "Putin-led" does not.
std::uint32_t Work::hyphenated_end(TokenRange r) const {
  std::uint32_t end = r.end;
  while (end + 1 < doc_.size() && doc_.lower(end) == "-" && !doc_.space_before(end) &&
         !doc_.space_before(end + 1) && !taken(end + 1) && !doc_.is_punctuation(end + 1) &&
         doc_.word(end + 1).size() <= kLongestSyllable) {
    const bool word = doc_.lower(end + 1).size() > 2 && is_common(end + 1);
    const bool first = end == r.end;
    if (first && word && !doc_.is_capital(end + 1)) break;
    end += 2;
  }
  return end;
}

// "Sultan |Khalid Al Amri, Assistant Minister|": capitals from `token` on that an office follows.
bool Work::leads_to_title(std::uint32_t token) const {
  const std::uint32_t limit = std::min(doc_.size(), token + kLongestName);
  std::uint32_t end = token;
  while (end < limit && !title_[end] &&
         (doc_.is_capital(end) || (bits(end) & catalogue::kParticle) != 0)) {
    ++end;
  }
  return end > token + 1 && end + 1 < doc_.size() && doc_.lower(end) == "," && title_[end + 1];
}

// "Chairman of |the Cabinet of Ministers Oraz Berdiev|": behind an office a person follows.
TokenRange Work::split_title(TokenRange r) const {
  std::uint32_t begin = r.begin;
  for (std::uint32_t t = r.begin; t + 2 < r.end; ++t) {
    if (title_[t] && title_[r.begin] && !title_[t + 1]) begin = t + 1;
  }
  const TokenRange rest{begin, r.end};
  return begin != r.begin && person_score(rest) >= kSurePersonScore ? rest : r;
}

// "Minister |of Health and Tourism| Ana Silva": behind what an office that ends at `at` is for, as
// far as it is known; or `at`.
std::uint32_t Work::behind_portfolio(std::uint32_t at) const {
  constexpr std::uint32_t kLongest = 16;  // tokens
  const std::string_view link = at < doc_.size() ? doc_.lower(at) : std::string_view();
  if (link != "of" && link != "for") return at;
  std::uint32_t end = at;
  std::uint32_t next = at + 1;
  while (next < doc_.size() && next < at + kLongest) {
    if (doc_.lower(next) == "the" && next + 1 < doc_.size()) ++next;
    const Match* portfolio = matches_.find(next, Channel::portfolio);
    if (portfolio == nullptr) break;
    end = portfolio->tokens.end;
    next = end;
    if (next < doc_.size() && doc_.lower(next) == ",") ++next;
    if (next < doc_.size() && doc_.lower(next) == "and") ++next;
    if (next == end) break;
  }
  return end;
}

// "UN Secretary-General Ban Ki-moon", "Ambassador of X to Y Jan de Wit": capitals right behind an
// office or its state that nothing else claims.
void Work::claim_titled() {
  std::vector<std::uint32_t> ends;
  for (const Match& m : matches_.all()) {
    if (m.channel != Channel::office || !doc_.is_capital(m.tokens.begin)) continue;
    ends.push_back(m.tokens.end);
    const std::uint32_t end = behind_portfolio(m.tokens.end);
    if (end > m.tokens.end) claim_name_at(end, kTitle);
  }
  for (const Tag& tag : tags_) {
    const bool state = tag.label == Label::state && !tag.tokens.empty();
    if (state && ends_title(tag.tokens)) ends.push_back(tag.tokens.end);
  }
  for (const std::uint32_t end : ends) claim_name_at(end);
}

// "Ambassador of |Norway", "Minister for Trade of the |Republic of Peru".
bool Work::ends_title(TokenRange state) const {
  const TokenRange s = doc_.sentences()[doc_.sentence_of(state.begin)].tokens;
  std::uint32_t t = state.begin;
  if (t > s.begin && doc_.lower(t - 1) == "the") --t;
  if (t < s.begin + 2 || (doc_.lower(t - 1) != "of" && doc_.lower(t - 1) != "to")) return false;
  if (title_[t - 2]) return true;
  const Tag* before = tag_at(t - 2);
  return before != nullptr && before->tokens.end == t - 1 && before->label == Label::state &&
         ends_title(before->tokens);
}

// "King |Tupou| of Tonga", "President |Sauli| of Finland": one word, but of a state.
bool Work::is_of_state(TokenRange r) const {
  if (r.end + 1 >= doc_.size() || doc_.lower(r.end) != "of" || !is_titled(r)) return false;
  const Tag* state = tag_at(doc_.lower(r.end + 1) == "the" ? r.end + 2 : r.end + 1);
  return state != nullptr && state->label == Label::state;
}

// The name that starts there, of two words or more and of capitals, but for particles.
// `worth`: what speaks for a name besides.
void Work::claim_name_at(std::uint32_t begin, int worth) {
  if (begin >= doc_.size() || shouted(begin)) return;
  const std::uint32_t limit =
      std::min(doc_.sentences()[doc_.sentence_of(begin - 1)].tokens.end, begin + kLongestName);
  TokenRange r{begin, begin};
  for (std::uint32_t t = begin; t < limit && !taken(t) && !title_[t]; ++t) {
    const bool capital = doc_.shape(t) == text::Shape::capitalised;
    if (!capital && (r.empty() || (bits(t) & catalogue::kParticle) == 0)) break;
    if (capital) r.end = t + 1;
  }
  if (r.empty()) return;
  r.end = hyphenated_end(r);
  if (!free(r) || is_building(r)) return;
  if (r.size() < 2) {
    if (is_of_state(r)) claim(r, Label::person, npos);
    return;
  }
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    if (impl_.lexicon->cue_at(matches_, t, impl_.body_head) != nullptr) return;
    // "Tumur Bold": a word may end a name.
    const bool last = t + 1 == r.end && t > r.begin;
    if (doc_.is_capital(t) && is_common(t) && !last) return;
  }
  if (person_score(r) + worth >= kSurePersonScore) claim(r, Label::person, npos);
}

// Capitals in running text that nothing else claims and that are all names of people by the tables,
// the first a given one: "the Secretary-General of the United Nations, |António Guterres|".
void Work::claim_listed() {
  for (std::uint32_t t = 0; t < doc_.size(); ++t) {
    const bool begins = !taken(t) && !starts_sentence(t) && doc_.is_capital(t) &&
                        (bits(t) & catalogue::kGiven) != 0;
    if (!begins || shouted(t)) continue;
    TokenRange r{t, t + 1};
    while (r.end < doc_.size() && doc_.is_capital(r.end) && !taken(r.end)) ++r.end;
    const bool inside = doc_.is_capital(t - 1) && !title_[t - 1];
    if (!inside && is_listed(r) && !is_building(r)) claim(r, Label::person, npos);
    t = r.end - 1;
  }
}

bool Work::is_listed(TokenRange r) const {
  constexpr std::uint32_t kMost = 4;
  if (r.size() < 2 || r.size() > kMost) return false;
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    const bool name = doc_.shape(t) == text::Shape::capitalised &&
                      (bits(t) & (catalogue::kGiven | catalogue::kFamily)) != 0;
    if (!name || is_common(t) || (bits(t) & catalogue::kAlsoWord) != 0) return false;
  }
  return is_clearly_person(r);
}

// Names of the tables and no word that heads a body: "María del Carmen Almendras".
bool Work::is_clearly_person(TokenRange r) const {
  if (r.size() < 2 || !free(r) || place_of(r) != npos) return false;
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    const bool inside = t > r.begin && t + 1 < r.end;
    if (inside && !doc_.is_capital(t) && (bits(t) & catalogue::kParticle) != 0) continue;
    if (impl_.lexicon->cue_at(matches_, t, impl_.body_head) != nullptr || is_common(t))
      return false;
  }
  return person_score(r) >= kSurePersonScore;
}

// "the Gulf |States|", "the Andean |Countries|": nobody's family name.
bool Work::names_circle_of_states(std::uint32_t last) const {
  const std::string_view word = doc_.lower(last);
  return word == "states" || word == "countries" || word == "nations" || word == "republics";
}

int Work::person_score(TokenRange run) const {
  int score = 0;
  int words = 0;
  bool initials = false;
  bool unusual = true;  // no word of it is a common one
  for (std::uint32_t t = run.begin; t < run.end; ++t) {
    if (doc_.is_punctuation(t)) continue;
    const std::uint8_t known = bits(t);
    if (doc_.shape(t) == text::Shape::lower && (known & catalogue::kParticle) != 0) continue;
    ++words;
    unusual = unusual && !is_common(t) && doc_.shape(t) == text::Shape::capitalised;
    const bool also_word = (known & catalogue::kAlsoWord) != 0 || is_common(t);
    if ((known & catalogue::kGiven) != 0) score += also_word ? 1 : 2;
    if ((known & (catalogue::kFamily | catalogue::kFamilyFirst)) != 0) score += also_word ? 0 : 1;
    if (doc_.word(t).size() <= 3 && doc_.word(t).ends_with('.')) initials = true;
  }
  if (initials && words > 1) score += 2;
  // "Southeast Asia", "Eastern Mediterranean": a part of the world
  const lexicon::Match* whole = nullptr;
  const bool region =
      impl_.lexicon->cue_at(matches_, run.begin, impl_.no_name, &whole) != nullptr &&
      whole->tokens == run && run.size() > 1;
  if (region || (words > 1 && names_circle_of_states(run.end - 1))) score -= 6;
  // "Defence Policy Dialogue"
  if (impl_.lexicon->cue_at(matches_, run.end - 1, impl_.meeting_head) != nullptr) score -= 4;
  if (words >= 2 && words <= 5) score += 1;
  if (words >= 2 && words <= 3 && unusual) score += 1;
  if (words >= 2 && speaks_of_offices(run.begin)) score += 1;
  if (run.begin > 0 && title_[run.begin - 1]) score += kTitle;
  // "President of Kazakhstan X", "SCO Secretary-General X", "Indian X".
  const bool behind = run.begin > 0 && taken(run.begin - 1) && !starts_sentence(run.begin);
  if (behind && words >= 2 && unusual) score += 2;
  if (run.begin > 1 && doc_.lower(run.begin - 1) == "," && title_[run.begin - 2]) score += 2;
  if (run.end < doc_.size()) {
    const bool apposition = doc_.lower(run.end) == "," && run.end + 1 < doc_.size();
    if (apposition) {
      for (std::uint32_t t = run.end + 1; t < std::min(run.end + 4, doc_.size()); ++t) {
        if (title_[t]) score += 1;
        if (title_[t]) break;
      }
    }
    if (impl_.lexicon->cue_at(matches_, run.end, impl_.person_verb) != nullptr) score += 2;
  }
  if (words == 1 && doc_.shape(run.begin) == text::Shape::upper) score -= 2;
  if (run.begin > 0 &&
      impl_.lexicon->cue_at(matches_, run.begin - 1, impl_.place_before) != nullptr) {
    score -= 3;
  }
  if (shouted(run.begin)) score -= 1;
  return score;
}

// Somebody's title stands in the sentence.
bool Work::speaks_of_offices(std::uint32_t token) const {
  const TokenRange s = doc_.sentences()[doc_.sentence_of(token)].tokens;
  const auto first = title_.begin() + s.begin;
  return std::find(first, title_.begin() + s.end, true) != title_.begin() + s.end;
}

// The words of names of people that may stand for them alone. One that is a person's name only
// where it stands alone has to be that more often than a town's or a body's.
std::unordered_set<std::string_view> Work::words_of_people() const {
  std::unordered_map<std::string_view, int> alone;  // how often a person's, less all others
  for (const Tag& tag : tags_) {
    if (tag.tokens.size() != 1 || tag.id != npos) continue;
    const bool titled = is_titled(tag.tokens);
    const int worth = titled ? kTitle : 1;
    alone[doc_.lower(tag.tokens.begin)] += tag.label == Label::person ? worth : -1;
  }
  std::unordered_set<std::string_view> words;
  for (const Tag& tag : tags_) {
    if (tag.label != Label::person) continue;
    for (std::uint32_t t = tag.tokens.begin; t < tag.tokens.end; ++t) {
      const bool particle = (bits(t) & catalogue::kParticle) != 0;
      if (tag.tokens.size() == 1 && alone[doc_.lower(t)] < 0) continue;
      // "|Xi| Jinping": short, but the family name
      const bool first = t == tag.tokens.begin && tag.tokens.size() > 1 &&
                         doc_.shape(t) == text::Shape::capitalised;
      const std::size_t shortest = first ? 2 : 3;  // letters
      if (doc_.word(t).size() >= shortest && !doc_.is_punctuation(t) && !particle &&
          !is_common(t)) {
        words.insert(doc_.lower(t));
      }
    }
  }
  return words;
}

// "Clark" after "Helen Clark": a word of a name already found, alone.
void Work::claim_later_mentions() {
  const std::unordered_set<std::string_view> words = words_of_people();
  // What the model took for an unknown town or body, while the report names a person so.
  for (const Tag& tag : tags_) {
    const bool name = tag.tokens.size() == 1 && tag.id == npos && tag.label != Label::person &&
                      words.contains(doc_.lower(tag.tokens.begin));
    if (name) drop(tag.tokens);
  }
  for (std::uint32_t t = 0; t < doc_.size(); ++t) {
    if (taken(t) || !doc_.is_capital(t) || !words.contains(doc_.lower(t))) continue;
    std::uint32_t end = t + 1;
    while (end < doc_.size() && !taken(end)) {
      const bool joined = doc_.lower(end) == "-" && !doc_.space_before(end) &&
                          end + 1 < doc_.size() && words.contains(doc_.lower(end + 1));
      if (joined) {
        end += 2;
      } else if (doc_.is_capital(end) && words.contains(doc_.lower(end))) {
        ++end;
      } else {
        break;
      }
    }
    claim({article_before(t), end}, Label::person, npos);
    t = end - 1;
  }
}

// "|Al-|Safad", "|al-|Rashdi": where the article begins that belongs to the name, or `token`.
std::uint32_t Work::article_before(std::uint32_t token) const {
  const bool hyphen = token >= 2 && doc_.lower(token - 1) == "-" && !doc_.space_before(token - 1) &&
                      !doc_.space_before(token);
  if (!hyphen || taken(token - 1) || taken(token - 2)) return token;
  return doc_.lower(token - 2).size() <= 3 && (bits(token - 2) & catalogue::kParticle) != 0
             ? token - 2
             : token;
}

}  // namespace rapporteur::tagger
