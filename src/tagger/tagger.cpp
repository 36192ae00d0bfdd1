// Each step claims words, the surest first: known bodies and states, what the sequence model finds
// beside them, names of bodies by their head noun, later mentions of people.

#include "rapporteur/tagger/tagger.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "features.h"
#include "model.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::tagger {

namespace {

using catalogue::npos;
using catalogue::StateNameKind;
using lexicon::Channel;
using lexicon::Match;
using text::TokenRange;

constexpr int kSurePersonScore = 5;
constexpr std::size_t kLongestSyllable = 4;  // bytes of "cha" in "Chan-o-cha"
constexpr std::uint32_t kLongestName = 8;    // tokens of a person's name that no model found

}  // namespace

Tags::Tags(std::vector<Tag> tags, std::vector<Tag> unowned, std::uint32_t tokens)
    : tags_(std::move(tags)), unowned_(std::move(unowned)) {
  std::sort(tags_.begin(), tags_.end(),
            [](const Tag& a, const Tag& b) { return a.tokens.begin < b.tokens.begin; });
  of_token_.assign(tokens, 0);
  for (std::uint32_t i = 0; i < tags_.size(); ++i) {
    for (std::uint32_t t = tags_[i].tokens.begin; t < tags_[i].tokens.end; ++t) {
      of_token_[t] = i + 1;
    }
  }
}

const Tag* Tags::covering(std::uint32_t token) const {
  return token < of_token_.size() && of_token_[token] != 0 ? &tags_[of_token_[token] - 1] : nullptr;
}

const Tag* Tags::starting(std::uint32_t token) const {
  const Tag* tag = covering(token);
  return tag != nullptr && tag->tokens.begin == token ? tag : nullptr;
}

struct Tagger::Impl {
  const catalogue::Catalogue* catalogue = nullptr;
  const lexicon::Lexicon* lexicon = nullptr;
  std::unordered_set<std::string_view> common;
  std::optional<FeatureSources> sources;
  std::optional<Model> model;
  lexicon::CueClass body_head = 0;
  lexicon::CueClass person_verb = 0;
  lexicon::CueClass place_before = 0;
  lexicon::CueClass no_name = 0;
  lexicon::CueClass meeting_head = 0;
};

namespace {

// One document's work.
class Work {
 public:
  Work(const Tagger::Impl& impl, const text::Document& doc, const lexicon::Matches& matches);

  Tags run() {
    claim_bodies();
    claim_states();
    mark_titles();
    claim_modelled();
    claim_titled();
    claim_named_bodies();
    claim_later_mentions();
    return Tags(std::move(tags_), std::move(unowned_), doc_.size());
  }

 private:
  [[nodiscard]] bool free(TokenRange r) const {
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (taken_[t]) return false;
    }
    return true;
  }
  void claim(TokenRange r, Label label, catalogue::Index id) {
    tags_.push_back({r, label, id, {}});
    for (std::uint32_t t = r.begin; t < r.end; ++t) taken_[t] = true;
  }

  void claim_bodies();
  void place_organ(Tag& tag);
  void lengthen_left(Tag& tag);
  [[nodiscard]] catalogue::Index organ_of_report(std::string_view words) const;
  void lengthen_short_form(Tag& tag) const;
  void claim_states();
  [[nodiscard]] bool is_given_name(TokenRange r) const;
  void mark_titles();
  void claim_modelled();
  void claim_modelled(const TaggedName& name);
  [[nodiscard]] std::uint32_t behind_state(TokenRange r) const;
  [[nodiscard]] std::uint32_t hyphenated_end(TokenRange r) const;
  [[nodiscard]] TokenRange split_title(TokenRange r) const;
  void claim_titled();
  [[nodiscard]] bool ends_title(TokenRange state) const;
  void claim_name_at(std::uint32_t begin);
  [[nodiscard]] bool crosses_tag(TokenRange r) const;
  [[nodiscard]] bool is_titled(TokenRange r) const;
  [[nodiscard]] bool is_known(TokenRange r) const;
  void claim_body(TokenRange r);
  [[nodiscard]] bool says_nothing_alone(std::uint32_t t) const;
  [[nodiscard]] bool is_clearly_person(TokenRange r) const;
  [[nodiscard]] bool names_meeting(TokenRange r) const;
  [[nodiscard]] catalogue::Index place_within(TokenRange r) const;
  void drop(TokenRange r);
  void claim_named_bodies();
  void claim_headed_body(TokenRange run);
  void claim_later_mentions();

  [[nodiscard]] bool shouted(std::uint32_t token) const {
    return headline_[doc_.sentence_of(token)];
  }
  [[nodiscard]] bool is_common(std::uint32_t t) const {
    return impl_.common.contains(doc_.lower(t));
  }
  [[nodiscard]] bool starts_sentence(std::uint32_t t) const {
    const std::uint32_t first = doc_.sentences()[doc_.sentence_of(t)].tokens.begin;
    if (t == first) return true;
    const std::string_view before = doc_.lower(t - 1);
    return before == "\"" || before == ":" || before == "(" || (t == first + 1 && before == "'");
  }
  [[nodiscard]] std::uint8_t bits(std::uint32_t t) const {
    return impl_.catalogue->name_bits(catalogue::fold(doc_.word(t)));
  }
  [[nodiscard]] int person_score(TokenRange run) const;
  [[nodiscard]] bool speaks_of_offices(std::uint32_t token) const;
  [[nodiscard]] catalogue::Index place_of(TokenRange run) const;
  [[nodiscard]] TokenRange body_run(std::uint32_t head) const;
  [[nodiscard]] bool body_word(std::uint32_t t) const;
  [[nodiscard]] std::string folded(TokenRange r) const {
    return catalogue::fold(doc_.slice(doc_.span(r)));
  }

  const Tagger::Impl& impl_;
  const text::Document& doc_;
  const lexicon::Matches& matches_;
  std::vector<Tag> tags_;
  std::vector<Tag> unowned_;
  std::vector<bool> taken_;
  std::vector<bool> title_;     // words of an office or an honorific
  std::vector<bool> headline_;  // per sentence: capitals say nothing there
};

Work::Work(const Tagger::Impl& impl, const text::Document& doc, const lexicon::Matches& matches)
    : impl_(impl), doc_(doc), matches_(matches), taken_(doc.size()), title_(doc.size()) {
  for (const text::Sentence& s : doc.sentences()) {
    std::uint32_t words = 0, capitals = 0;
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      if (doc.is_punctuation(t) || doc.word(t).size() < 4) continue;
      ++words;
      capitals += doc.is_capital(t) ? 1 : 0;
    }
    // A list of people in running text has many capitals too.
    const bool heading = s.role == text::LineRole::headline || s.role == text::LineRole::teaser ||
                         s.role == text::LineRole::caption || words < 12;
    headline_.push_back(heading && words >= 4 && capitals * 10 >= words * 8);
  }
}

void Work::claim_bodies() {
  for (const Match& m : matches_.all()) {
    if (m.channel != Channel::body || !free(m.tokens)) continue;
    if (!doc_.is_capital(m.tokens.begin)) continue;
    claim(m.tokens, Label::body, impl_.catalogue->body_names()[m.id].body);
  }
  for (Tag& tag : tags_) place_organ(tag);
  for (Tag& tag : tags_) lengthen_short_form(tag);
}

// "Security Council" is that of the United Nations only where the report speaks of these; right
// behind another organisation it is an organ of that one, behind any other name nobody's we know.
void Work::place_organ(Tag& tag) {
  const catalogue::Body& body = impl_.catalogue->bodies()[tag.id];
  if (body.parent == npos) return;
  const std::uint32_t begin = tag.tokens.begin;
  const Tag* before = nullptr;
  bool named = false;  // by a word before it: "National Security Council"
  if (begin > 0 && !starts_sentence(begin)) {
    const std::uint32_t left = doc_.lower(begin - 1) == "'s" && begin > 1 ? begin - 2 : begin - 1;
    for (const Tag& other : tags_) {
      if (other.tokens.begin <= left && left < other.tokens.end) before = &other;
    }
    named = before == nullptr && doc_.is_capital(left) && !starts_sentence(left);
  }
  if (before != nullptr && before->id != npos && before->id != body.parent) {
    const catalogue::Body& owner = impl_.catalogue->bodies()[before->id];
    tag.id = owner.parent == npos
                 ? impl_.catalogue->find_organ(before->id, doc_.slice(doc_.span(tag.tokens)))
                 : npos;
    return;
  }
  const bool parent_named = std::any_of(tags_.begin(), tags_.end(),
                                        [&](const Tag& other) { return other.id == body.parent; });
  const std::string words = folded(tag.tokens);
  const catalogue::Body& parent = impl_.catalogue->bodies()[body.parent];
  const auto says = [&](std::string_view name) {
    return !name.empty() &&
           (" " + words + " ").find(" " + catalogue::fold(name) + " ") != std::string::npos;
  };
  const bool says_parent = says(parent.acronym) || says(parent.name);
  if (named && !says_parent) {
    tag.id = npos;
    lengthen_left(tag);
  } else if (!parent_named && !says_parent) {
    tag.id = organ_of_report(words);
  }
}

// "Binational Commission": the capitals before it are part of the name.
void Work::lengthen_left(Tag& tag) {
  while (tag.tokens.begin > 0) {
    const std::uint32_t before = tag.tokens.begin - 1;
    if (taken_[before] || !doc_.is_capital(before) || starts_sentence(before)) return;
    if (doc_.sentence_of(before) != doc_.sentence_of(tag.tokens.begin)) return;
    if (matches_.find(before, Channel::state) != nullptr) return;
    taken_[before] = true;
    tag.tokens.begin = before;
  }
}

// The organ of that wording of an organisation that the report names; npos.
catalogue::Index Work::organ_of_report(std::string_view words) const {
  for (const Tag& other : tags_) {
    if (other.id == npos || impl_.catalogue->bodies()[other.id].parent != npos) continue;
    const catalogue::Index organ = impl_.catalogue->find_organ(other.id, words);
    if (organ != npos) return organ;
  }
  return npos;
}

// "the Commonwealth" in a report on the Commonwealth of Independent States.
void Work::lengthen_short_form(Tag& tag) const {
  if (tag.id == npos || tag.tokens.size() != 1) return;
  if (doc_.shape(tag.tokens.begin) == text::Shape::upper) return;
  const std::string_view word = doc_.lower(tag.tokens.begin);
  for (const Tag& other : tags_) {
    if (other.tokens.size() < 2 || other.id == npos || other.id == tag.id) continue;
    for (std::uint32_t t = other.tokens.begin; t < other.tokens.end; ++t) {
      if (doc_.lower(t) != word) continue;
      tag.id = other.id;
      return;
    }
  }
}

void Work::claim_states() {
  for (const Match& m : matches_.all()) {
    if (m.channel != Channel::state || !free(m.tokens)) continue;
    const catalogue::StateName& name = impl_.catalogue->state_names()[m.id];
    const bool adjective =
        name.kind == StateNameKind::adjective || name.kind == StateNameKind::people;
    const bool place = name.kind == StateNameKind::capital || name.kind == StateNameKind::metonym;
    if ((place || name.ambiguous) && is_given_name(m.tokens)) continue;
    if (place) {
      const catalogue::Index at = impl_.catalogue->find_place(name.text, name.state);
      claim(m.tokens, Label::place, at);
    } else {
      claim(m.tokens, adjective ? Label::nationality : Label::state, name.state);
    }
  }
  for (const Match& m : matches_.all()) {
    if (m.channel != Channel::place || !free(m.tokens)) continue;
    const catalogue::Index place = impl_.catalogue->notable_place_names()[m.id].place;
    if (impl_.catalogue->places()[place].ambiguous || is_given_name(m.tokens)) continue;
    claim(m.tokens, Label::place, place);
  }
}

// "Nursultan Nazarbayev", "Jordan Smith": the word opens a person's name here.
bool Work::is_given_name(TokenRange r) const {
  if (r.size() != 1 || r.end >= doc_.size()) return false;
  // "President of Kazakhstan Nursultan X": right behind a state stands its president's name.
  const bool behind_state = r.begin > 0 && taken_[r.begin - 1];
  if ((bits(r.begin) & catalogue::kGiven) == 0 && !behind_state) return false;
  if (r.begin > 0) {  // "of Georgia X": there a state ends
    const std::string_view before = doc_.lower(r.begin - 1);
    if (before == "of" || before == "in" || before == "to" || before == "from" || before == "the") {
      return false;
    }
  }
  const bool follows = doc_.shape(r.end) == text::Shape::capitalised && !taken_[r.end] &&
                       doc_.sentence_of(r.begin) == doc_.sentence_of(r.end);
  return follows && !is_common(r.end) &&
         impl_.lexicon->cue_at(matches_, r.end, impl_.no_name) == nullptr &&
         matches_.find(r.end, Channel::office) == nullptr;
}

// Office heads with the modifiers and portfolios that stand before them, and honorifics.
void Work::mark_titles() {
  const auto mark = [&](TokenRange r) {
    for (std::uint32_t t = r.begin; t < r.end; ++t) title_[t] = true;
  };
  for (const Match& m : matches_.all()) {
    if (m.channel == Channel::honorific) mark(m.tokens);
    if (m.channel != Channel::office) continue;
    mark(m.tokens);
    std::uint32_t at = m.tokens.begin;
    while (at > 0 && !taken_[at - 1]) {
      const std::uint32_t before = at;
      for (std::uint32_t back = 1; back <= 4 && back <= at; ++back) {
        const std::uint32_t from = at - back;
        for (const Match& left : matches_.at(from)) {
          const bool part = left.channel == Channel::modifier || left.channel == Channel::portfolio;
          if (part && left.tokens.end == at) {
            mark(left.tokens);
            at = from;
            break;
          }
        }
        if (at != before) break;
      }
      if (at == before) break;
    }
  }
}

bool Work::body_word(std::uint32_t t) const {
  if (taken_[t] || doc_.is_punctuation(t)) return false;
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
    // "the Ministry and Foreign Minister X": an office begins another name.
    if (matches_.find(next, Channel::office) != nullptr && next > run.end) break;
    run.end = next + 1;
    if (run.size() > 14) break;
  }
  return run;
}

void Work::claim_modelled() {
  const Features features(*impl_.sources, doc_, matches_);
  std::vector<TaggedName> names;
  for (const text::Sentence& s : doc_.sentences()) impl_.model->decode(features, s.tokens, names);
  for (const TaggedName& name : names) claim_modelled(name);
}

// Takes back what was claimed within `r`.
void Work::drop(TokenRange r) {
  std::erase_if(tags_, [&](const Tag& tag) {
    return tag.tokens.begin >= r.begin && tag.tokens.end <= r.end;
  });
  for (std::uint32_t t = r.begin; t < r.end; ++t) taken_[t] = false;
}

// Some tag lies partly in `r` and partly outside.
bool Work::crosses_tag(TokenRange r) const {
  return std::any_of(tags_.begin(), tags_.end(), [&](const Tag& tag) {
    const bool overlaps = tag.tokens.begin < r.end && r.begin < tag.tokens.end;
    return overlaps && (tag.tokens.begin < r.begin || tag.tokens.end > r.end);
  });
}

// An office or an honorific before it, and no word that heads a body in it: "General Lucky Irabor".
bool Work::is_titled(TokenRange r) const {
  if (r.begin == 0 || !title_[r.begin - 1]) return false;
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    if (impl_.lexicon->cue_at(matches_, t, impl_.body_head) != nullptr || is_common(t))
      return false;
  }
  return true;
}

// "Foreign Minister of |Jordan Samir Haddad|": the state ends the office.
std::uint32_t Work::behind_state(TokenRange r) const {
  if (r.begin == 0) return r.begin;
  const std::string_view before = doc_.lower(r.begin - 1);
  if (before != "of" && before != "the" && before != "to" && before != "from") return r.begin;
  const auto state = std::find_if(tags_.begin(), tags_.end(), [&](const Tag& tag) {
    return tag.tokens.begin == r.begin && tag.label == Label::state && tag.tokens.end < r.end;
  });
  return state == tags_.end() ? r.begin : state->tokens.end;
}

// "Prayut Chan-o-cha": short syllables behind hyphens belong to the name, "Putin-led" does not.
std::uint32_t Work::hyphenated_end(TokenRange r) const {
  std::uint32_t end = r.end;
  while (end + 1 < doc_.size() && doc_.lower(end) == "-" && !doc_.space_before(end) &&
         !doc_.space_before(end + 1) && !taken_[end + 1] && !doc_.is_punctuation(end + 1) &&
         doc_.word(end + 1).size() <= kLongestSyllable) {
    const std::string_view word = doc_.lower(end + 1);
    if (word.size() > 2 && word != "cha" && is_common(end + 1) && !doc_.is_capital(end + 1)) break;
    end += 2;
  }
  return end;
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

// "UN Secretary-General Ban Ki-moon", "Ambassador of X to Y Jan de Wit": capitals right behind an
// office or its state that nothing else claims.
void Work::claim_titled() {
  std::vector<std::uint32_t> ends;
  for (const Match& m : matches_.all()) {
    if (m.channel == Channel::office && doc_.is_capital(m.tokens.begin))
      ends.push_back(m.tokens.end);
  }
  for (const Tag& tag : tags_) {
    if (tag.label == Label::state && ends_title(tag.tokens)) ends.push_back(tag.tokens.end);
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
  const auto before = std::find_if(tags_.begin(), tags_.end(),
                                   [&](const Tag& tag) { return tag.tokens.end == t - 1; });
  return before != tags_.end() && before->label == Label::state && before->tokens != state &&
         ends_title(before->tokens);
}

// The name that starts there, of two words or more and of capitals, but for particles.
void Work::claim_name_at(std::uint32_t begin) {
  if (begin >= doc_.size() || shouted(begin)) return;
  const std::uint32_t limit =
      std::min(doc_.sentences()[doc_.sentence_of(begin - 1)].tokens.end, begin + kLongestName);
  TokenRange r{begin, begin};
  for (std::uint32_t t = begin; t < limit && !taken_[t] && !title_[t]; ++t) {
    const bool capital = doc_.shape(t) == text::Shape::capitalised;
    if (!capital && (r.empty() || (bits(t) & catalogue::kParticle) == 0)) break;
    if (capital) r.end = t + 1;
  }
  if (r.empty()) return;
  r.end = hyphenated_end(r);
  if (r.size() < 2 || !free(r)) return;
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    if (impl_.lexicon->cue_at(matches_, t, impl_.body_head) != nullptr) return;
    if (doc_.is_capital(t) && is_common(t)) return;
  }
  if (person_score(r) >= kSurePersonScore) claim(r, Label::person, npos);
}

void Work::claim_modelled(const TaggedName& name) {
  TokenRange r = name.tokens;
  // A title is no part of a name.
  while (r.size() > 1 && title_[r.begin] && name.entity == Entity::person) ++r.begin;
  while (r.size() > 1 && doc_.is_punctuation(r.end - 1)) --r.end;
  if (name.entity == Entity::person) r = {behind_state(r), hyphenated_end(r)};
  if (name.entity == Entity::body) r = split_title(r);
  if (doc_.is_punctuation(r.begin) || crosses_tag(r)) return;
  const bool person = name.entity == Entity::person || is_titled(r) || is_clearly_person(r);
  if (person) {
    if (!free(r) && is_known(r)) return;
    drop(r);
    claim(r, Label::person, npos);
  } else if (name.entity == Entity::body) {
    if (!names_meeting(r)) claim_body(r);
  } else if (name.entity == Entity::place && free(r)) {
    claim(r, Label::place, place_within(r));
  }
}

// Names of the tables and no word that heads a body: "María del Carmen Almendras".
bool Work::is_clearly_person(TokenRange r) const {
  if (r.size() < 2 || !free(r) || place_of(r) != npos) return false;
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    if (impl_.lexicon->cue_at(matches_, t, impl_.body_head) != nullptr || is_common(t))
      return false;
  }
  return person_score(r) >= kSurePersonScore;
}

// "G7 Hiroshima Summit"
bool Work::names_meeting(TokenRange r) const {
  return impl_.lexicon->cue_at(matches_, r.end - 1, impl_.meeting_head) != nullptr &&
         impl_.lexicon->cue_at(matches_, r.end - 1, impl_.body_head) == nullptr;
}

// The place of that name, or else the one named in it: "Palace of Carthage".
catalogue::Index Work::place_within(TokenRange r) const {
  catalogue::Index place = place_of(r);
  for (std::uint32_t t = r.end; place == npos && t-- > r.begin;) {
    if (doc_.is_capital(t)) place = place_of({t, t + 1});
  }
  return place;
}

bool Work::says_nothing_alone(std::uint32_t t) const {
  if (doc_.shape(t) == text::Shape::upper && !shouted(t)) return false;
  return is_common(t) || impl_.lexicon->cue_at(matches_, t, impl_.body_head) != nullptr;
}

// The words of `r` are one known name.
bool Work::is_known(TokenRange r) const {
  return std::any_of(tags_.begin(), tags_.end(),
                     [&](const Tag& tag) { return tag.tokens == r && tag.id != npos; });
}

// "Central Bank of Kenya": what is known stays what it is, the words before it are the body.
void Work::claim_body(TokenRange r) {
  TokenRange words = r;
  while (!words.empty() && taken_[words.begin]) ++words.begin;
  std::uint32_t end = words.begin;
  while (end < r.end && !taken_[end]) ++end;
  while (end > words.begin && !doc_.is_capital(end - 1)) --end;
  words.end = end;
  if (words.empty() || !doc_.is_capital(words.begin)) return;
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
    if (taken_[t] || !doc_.is_capital(t) || shouted(t)) continue;
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
  const auto before = std::find_if(tags_.begin(), tags_.end(), [&](const Tag& tag) {
    return tag.tokens.end == run.begin && tag.id == npos &&
           (tag.label == Label::place || tag.label == Label::person);
  });
  const bool adjoins = before != tags_.end() &&
                       doc_.sentence_of(run.begin) == doc_.sentence_of(before->tokens.begin);
  if (adjoins) {
    run.begin = before->tokens.begin;
    drop(run);
  }
  claim(run, Label::body, npos);
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
  // "Defence Policy Dialogue"
  if (impl_.lexicon->cue_at(matches_, run.end - 1, impl_.meeting_head) != nullptr) score -= 4;
  if (words >= 2 && words <= 5) score += 1;
  if (words >= 2 && words <= 3 && unusual) score += 1;
  if (words >= 2 && speaks_of_offices(run.begin)) score += 1;
  if (run.begin > 0 && title_[run.begin - 1]) score += 3;
  // "President of Kazakhstan X", "SCO Secretary-General X", "Indian X".
  const bool behind = run.begin > 0 && taken_[run.begin - 1] && !starts_sentence(run.begin);
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

catalogue::Index Work::place_of(TokenRange run) const {
  const std::span<const catalogue::Index> found = impl_.catalogue->find_places_folded(folded(run));
  return found.empty() ? npos : found.front();
}

// "Clark" after "Helen Clark": a word of a name already found, alone.
void Work::claim_later_mentions() {
  std::unordered_set<std::string_view> words;
  for (const Tag& tag : tags_) {
    if (tag.label != Label::person) continue;
    for (std::uint32_t t = tag.tokens.begin; t < tag.tokens.end; ++t) {
      const bool particle = (bits(t) & catalogue::kParticle) != 0;
      if (doc_.word(t).size() >= 3 && !doc_.is_punctuation(t) && !particle && !is_common(t)) {
        words.insert(doc_.lower(t));
      }
    }
  }
  // What the model took for an unknown town or body, while the report names a person so.
  std::erase_if(tags_, [&](const Tag& tag) {
    const bool name = tag.tokens.size() == 1 && tag.id == npos && tag.label != Label::person &&
                      words.contains(doc_.lower(tag.tokens.begin));
    if (name) taken_[tag.tokens.begin] = false;
    return name;
  });
  for (std::uint32_t t = 0; t < doc_.size(); ++t) {
    if (taken_[t] || !doc_.is_capital(t) || !words.contains(doc_.lower(t))) continue;
    std::uint32_t end = t + 1;
    while (end < doc_.size() && !taken_[end]) {
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
    claim({t, end}, Label::person, npos);
    t = end - 1;
  }
}

}  // namespace

Tagger::Tagger(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;
Tagger::~Tagger() = default;

Result<Tagger> Tagger::load(const Pack& pack, const catalogue::Catalogue& catalogue,
                            const lexicon::Lexicon& lexicon) {
  auto impl = std::make_unique<Impl>();
  impl->catalogue = &catalogue;
  impl->lexicon = &lexicon;
  impl->body_head = lexicon.cue_class("body_head");
  impl->person_verb = lexicon.cue_class("person_verb");
  impl->place_before = lexicon.cue_class("place_before");
  impl->meeting_head = lexicon.cue_class("meeting_head");
  impl->no_name = lexicon.cue_class("no_name");
  Result<std::unordered_set<std::string_view>> common = load_common_words(pack);
  if (!common) return common.error();
  impl->common = std::move(*common);
  impl->sources.emplace(catalogue, lexicon, impl->common);
  const Result<std::string_view> bytes = pack.section("models/tagger/tagger");
  if (!bytes) return bytes.error();
  Result<Model> model = Model::open(*bytes);
  if (!model) return model.error();
  impl->sources->classes = model->classes();
  impl->model = *model;
  return Tagger(std::move(impl));
}

Tags Tagger::tag(const text::Document& doc, const lexicon::Matches& matches, Scratch&) const {
  return Work(*impl_, doc, matches).run();
}

}  // namespace rapporteur::tagger
