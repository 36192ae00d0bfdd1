// Bodies by the noun that heads them, and what of a body stays its name beside a known one.
#include <algorithm>
#include <array>
#include <string_view>

#include "work.h"

namespace rapporteur::tagger {

namespace {

using lexicon::Channel;
using lexicon::Match;

}  // namespace

// "the Inter-Agency Committee of Officials |(IACO)|": where the words begin whose capitals are the
// letters in the bracket at `token`; or `token`.
std::uint32_t Work::spelt_out(std::uint32_t token) const {
  constexpr std::uint32_t kFar = 14;  // tokens
  const std::string_view letters = doc_.word(token);
  const std::uint32_t floor = doc_.sentences()[doc_.sentence_of(token)].tokens.begin;
  std::size_t left = letters.size();
  for (std::uint32_t t = token - 1; t > floor && token - t < kFar && left > 0; --t) {
    const std::string_view word = doc_.word(t - 1);
    if (doc_.shape(t - 1) == text::Shape::lower || doc_.lower(t - 1) == "-") continue;
    // "Inter-|Governmental|": the first half may speak for both
    const bool half = t > 1 && doc_.lower(t - 2) == "-" && !doc_.space_before(t - 1);
    if (word.front() == letters[left - 1]) {
      if (--left == 0) return t - 1;
    } else if (!half) {
      return token;
    }
  }
  return token;
}

// Words of `name` that start as words of `known` do, however they are spelt: "organization".
std::size_t Work::shared_words(TokenRange name, std::string_view known) const {
  constexpr std::size_t kStem = 5;
  std::size_t shared = 0;
  for (std::uint32_t t = name.begin; t < name.end; ++t) {
    const std::string word = catalogue::fold(doc_.word(t)).substr(0, kStem);
    const bool whole = word.size() == kStem;
    if (whole && known.find(" " + word) != std::string_view::npos) ++shared;
  }
  return shared;
}

// "the Committee of Officials (ICO)": letters that the report explains by words of which the body
// that is known by them has fewer than half.
bool Work::is_explained_otherwise(std::uint32_t token, catalogue::Index body) const {
  const std::string known = " " + catalogue::fold(impl_.catalogue->bodies()[body].name);
  for (std::uint32_t t = 2; t + 1 < doc_.size(); ++t) {
    const bool bracketed = doc_.lower(t - 1) == "(" && doc_.lower(t + 1) == ")";
    if (!bracketed || doc_.word(t) != doc_.word(token)) continue;
    const TokenRange name{spelt_out(t), t - 1};
    if (name.begin == t) return false;
    const bool other = 2 * shared_words(name, known) < doc_.word(t).size();
    const std::vector<catalogue::Index> named = impl_.catalogue->find_bodies_named(folded(name));
    return other && std::find(named.begin(), named.end(), body) == named.end();
  }
  return false;
}

bool Work::body_word(std::uint32_t t) const {
  if (taken(t) || doc_.is_punctuation(t)) return false;
  return doc_.is_capital(t);
}

// The run of capitals around `head`, over "of", "for", "on", "and", "the" between capitals.
TokenRange Work::body_run(std::uint32_t head) const {
  const text::Sentence& s = doc_.sentences()[doc_.sentence_of(head)];
  TokenRange run{head, head + 1};
  for (;;) {
    // "Inter-Governmental Committee"
    const bool hyphen = run.begin > s.tokens.begin + 1 && doc_.lower(run.begin - 1) == "-" &&
                        !doc_.space_before(run.begin) && !doc_.space_before(run.begin - 1);
    const std::uint32_t next = run.begin - (hyphen ? 2 : 1);
    if (run.begin == s.tokens.begin || title_[next] || !body_word(next)) break;
    run.begin = next;
  }
  while (run.begin < head && starts_sentence(run.begin) && is_common(run.begin)) ++run.begin;
  for (;;) {
    std::uint32_t next = run.end;
    while (next < s.tokens.end && next < run.end + 2 &&
           (doc_.lower(next) == "of" || doc_.lower(next) == "for" || doc_.lower(next) == "on" ||
            doc_.lower(next) == "and" || doc_.lower(next) == "the" || doc_.lower(next) == "-" ||
            doc_.lower(next) == "to" || doc_.lower(next) == "&")) {
      ++next;
    }
    if (next >= s.tokens.end || !body_word(next)) break;
    // "Foreign Office Consultations on Monday"
    if (next > run.end && doc_.lower(next).ends_with("day") && ends_date(next)) break;
    // "the Foreign Ministry |Monday| said"
    if (next == run.end && is_weekday(next)) break;
    // "a meeting of the Council on October 15"
    const lexicon::Cue* month = impl_.lexicon->cue_at(matches_, next, impl_.no_name);
    if (next > run.end && doc_.lower(next - 1) == "on" && month != nullptr &&
        month->value == "date") {
      break;
    }
    // "the Ministry and Foreign Minister X": an office begins another name.
    if (matches_.find(next, Channel::office) != nullptr && next > run.end) break;
    run.end = next + 1;
    if (run.size() > 14) break;
  }
  return run;
}

bool Work::is_weekday(std::uint32_t token) const {
  constexpr std::size_t kShortest = 6;  // "Monday", where "day" is none
  const lexicon::Cue* cue = impl_.lexicon->cue_at(matches_, token, impl_.no_name);
  return cue != nullptr && cue->value == "date" && doc_.word(token).size() >= kShortest &&
         doc_.lower(token).ends_with("day");
}

// "|al|-Jazeera"
bool Work::opens_with_article(std::uint32_t token) const {
  return (bits(token) & catalogue::kParticle) != 0 && token + 2 < doc_.size() &&
         doc_.lower(token + 1) == "-" && !doc_.space_before(token + 1) &&
         doc_.is_capital(token + 2);
}

bool Work::says_nothing_alone(std::uint32_t t) const {
  if (doc_.shape(t) == text::Shape::upper && !shouted(t)) return false;
  return is_common(t) || impl_.lexicon->cue_at(matches_, t, impl_.body_head) != nullptr;
}

// "Central Bank of Kenya": what is known stays what it is, the words before it are the body.
void Work::claim_body(TokenRange r) {
  TokenRange words = r;
  while (!words.empty() && taken(words.begin)) ++words.begin;
  std::uint32_t end = words.begin;
  while (end < r.end && !taken(end)) ++end;
  while (end > words.begin && !doc_.is_capital(end - 1)) --end;
  if (end > words.begin + 1 && doc_.lower(words.begin) == "the") ++words.begin;
  words.end = end;
  if (words.empty()) return;
  if (!doc_.is_capital(words.begin) && !opens_with_article(words.begin)) return;
  // "World Bank |Regional Director|": an office behind a body that is known.
  if (words.begin != r.begin && title_[words.begin]) return;
  // "the Council", "Parliament": whose it is, the word does not say.
  if (words.size() == 1 && words == r && says_nothing_alone(r.begin)) {
    unowned_.push_back({r, Label::body, npos, {}});
    return;
  }
  claim(words, Label::body, npos);
  if (words != r) tags_.back().whole = r;
}

void Work::claim_named_bodies() {
  for (std::uint32_t t = 0; t < doc_.size(); ++t) {
    if (taken(t) || !doc_.is_capital(t) || shouted(t)) continue;
    const Match* match = nullptr;
    const lexicon::Cue* cue = impl_.lexicon->cue_at(matches_, t, impl_.body_head, &match);
    if (cue == nullptr || !free(match->tokens)) continue;
    const TokenRange run = body_run(t);
    const bool opens = run.begin == t && run.end > match->tokens.end && cue->value != "last";
    const bool closes = run.begin < t && cue->value != "first";
    if (!opens && !closes) continue;
    // "Foreign Affairs Committee Chairman": the title follows the body.
    claim_headed_body(run);
  }
}

// "Lake Zorin Basin Authority": an unknown name right before it is part of it.
void Work::claim_headed_body(TokenRange run) {
  const Tag* before = run.begin > 0 ? tag_at(run.begin - 1) : nullptr;
  const bool unknown = before != nullptr && before->id == npos &&
                       (before->label == Label::place || before->label == Label::person);
  if (unknown && doc_.sentence_of(run.begin) == doc_.sentence_of(before->tokens.begin)) {
    run.begin = before->tokens.begin;
    drop(run);
  }
  if (!is_office(run)) claim(run, Label::body, npos);
}

// "Commission for Co|-operation|": a body that no table knows ends with the word.
namespace {

// "12th", "Twelfth", "Twentieth"
bool is_ordinal(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kUnits{
      "first",   "second", "third", "fourth", "fifth",    "sixth",
      "seventh", "eighth", "ninth", "tenth",  "eleventh", "twelfth"};
  const bool figures = word.front() >= '0' && word.front() <= '9';
  if (figures) return word.ends_with("th") || word.ends_with("st") || word.ends_with("rd");
  return word.ends_with("teenth") || word.ends_with("tieth") ||
         std::find(kUnits.begin(), kUnits.end(), word) != kUnits.end();
}

// "XXII"; one letter alone may be an initial.
bool is_roman(std::string_view word) {
  return word.size() > 1 && word.find_first_not_of("IVX") == std::string_view::npos;
}

}  // namespace

// "the Twelfth |Conference of Ministers|", "the XII |Joint Council|": a number counts meetings, and
// is no part of their name.
void Work::drop_number(Tag& tag) {
  if (tag.tokens.size() > 1 && is_roman(doc_.word(tag.tokens.begin)) &&
      doc_.is_capital(tag.tokens.begin + 1)) {
    owner_[tag.tokens.begin] = 0;
    ++tag.tokens.begin;
    return;
  }
  constexpr std::uint32_t kName = 3;  // tokens of "Conference of Ministers"
  const bool counted = tag.tokens.size() > kName && is_ordinal(doc_.lower(tag.tokens.begin)) &&
                       impl_.lexicon->cue_at(matches_, tag.tokens.begin + 1, impl_.meeting_head);
  if (!counted) return;
  owner_[tag.tokens.begin] = 0;
  ++tag.tokens.begin;
}

void Work::finish_word(Tag& tag) {
  if (tag.label != Label::body || tag.id != npos || tag.tokens.empty()) return;
  drop_number(tag);
  const std::uint32_t limit = doc_.sentences()[doc_.sentence_of(tag.tokens.begin)].tokens.end;
  std::uint32_t& end = tag.tokens.end;
  while (end + 1 < limit && doc_.lower(end) == "-" && !doc_.space_before(end) &&
         !doc_.space_before(end + 1) && !taken(end + 1) && !doc_.is_punctuation(end + 1) &&
         !doc_.is_capital(end + 1)) {
    end += 2;
  }
}

}  // namespace rapporteur::tagger
