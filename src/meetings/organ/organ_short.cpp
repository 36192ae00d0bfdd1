// Short names of organs: "the Council" for the Council of Foreign Ministers of which the report
// speaks, "the 18th MSC" for the Steering Committee (MSC).

#include <algorithm>
#include <map>
#include <string>

#include "draft.h"
#include "mention/mention_parts.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

class ShortOrgans {
 public:
  ShortOrgans(const Context& context, std::vector<Mention>& mentions)
      : c_(context), mentions_(mentions) {
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) add_full(i);
    for (std::uint32_t t = 1; t + 1 < c_.doc.size(); ++t) add_acronym(t);
  }

  void complete(std::uint32_t i) {
    Mention& m = mentions_[i];
    if (m.organ || m.organ_words.empty()) return;
    const std::string name = short_name(m);
    if (name.empty()) return;
    if (m.organisation) {
      const catalogue::Index organ = c_.catalogue.find_organ(m.organisation.id, name);
      if (organ != npos) m.organ = {organ, m.organ_span};
      if (organ != npos) return;
    }
    if (const auto defined = acronyms_.find(name); defined != acronyms_.end()) {
      m.organ_span = defined->second;
      m.organ_words = c_.words(m.organ_span);
      take_known(m);
      return;
    }
    if (m.organisation) return;
    if (const auto owner = owners_.find(name); owner != owners_.end()) {
      m.owner = owner->second;  // "the summit of |the Forum|"
      m.organ_words.clear();
      m.organ_span = {};
      return;
    }
    const auto known = full_.find(name);
    const Mention* full = known != full_.end() ? nearest(known->second, i) : spelled_out(m, name);
    if (full == nullptr) return take_named_before(m, name);
    if (!m.organisation) m.organisation = full->organisation;
    m.organ = full->organ;
    m.organ_words = full->organ_words;
    m.organ_span = full->organ_span;
  }

 private:
  // "the African Union Peace and Security Council (PSC) ... |the PSC|": an organ that a table
  // knows.
  void take_known(Mention& m) const {
    const Tag* whole = c_.tags.covering(c_.doc.token_at(m.organ_span.end - 1));
    const bool known = whole != nullptr && whole->label == Label::body && whole->id != npos;
    if (known && names_organ(c_, *whole)) m.organ = {whole->id, m.organ_span};
  }

  // The words by which an organ is known, folded, without its article.
  [[nodiscard]] std::string name_of(const Mention& m) const {
    std::string name = catalogue::fold(m.organ ? c_.words(m.organ.words) : m.organ_words);
    if (name.starts_with("the ")) name.erase(0, 4);
    return name;
  }

  // An organ of more than one word may be called by the noun that heads it.
  void add_full(std::uint32_t i) {
    const Mention& m = mentions_[i];
    if (m.in_headline || (!m.organ && m.organ_words.empty())) return;
    const std::string name = name_of(m);
    if (name.find(' ') == std::string::npos) return;
    const std::string first = name.substr(0, name.find(' '));
    const std::string last = name.substr(name.rfind(' ') + 1);
    full_[first].push_back(i);
    const TokenRange owner = m.organ ? TokenRange{} : owner_within(c_, tokens_of(m.organ_span));
    if (!owner.empty()) {
      owners_.try_emplace(last, c_.doc.span(owner));
    } else if (last != first) {
      full_[last].push_back(i);
    }
    // "the Permanent Joint |Commission| for Cooperation"
    const ByteSpan span = m.organ ? m.organ.words : m.organ_span;
    if (span.begin >= span.end) return;
    const std::uint32_t end = c_.doc.token_at(span.end - 1);
    for (std::uint32_t t = c_.doc.token_at(span.begin); t < end; ++t) {
      if (c_.cue(t, c_.cues.body_head) == nullptr) continue;
      std::string noun = catalogue::fold(c_.doc.word(t));
      if (noun != first && noun != last) full_[std::move(noun)].push_back(i);
    }
  }

  [[nodiscard]] TokenRange tokens_of(ByteSpan span) const {
    return {c_.doc.token_at(span.begin), c_.doc.token_at(span.end - 1) + 1};
  }

  // "the Steering Committee on Haze |(MSC)|": what stands before the bracket is a body that no
  // table knows.
  void add_acronym(std::uint32_t t) {
    if (c_.doc.lower(t - 1) != "(" || c_.lower(t + 1) != ")" || t < 2) return;
    if (letters_at(t).empty()) return;
    const Tag* tag = c_.tags.covering(t - 2);
    const bool body = tag != nullptr && tag->label == Label::body && tag->id == npos;
    TokenRange name = body ? tag->tokens : TokenRange{};
    // "the Permanent |Indus| Commission (PIC)": a river inside, which ends what was tagged
    const bool state = tag != nullptr && tag->label == Label::state;
    const TokenRange words = state ? TokenRange{} : words_of(t);
    if (words.size() > name.size()) name = words;
    if (name.size() < 2 || name.end != t - 1) return;
    acronyms_.try_emplace(catalogue::fold(letters_at(t)), c_.doc.span(name));
  }

  // "|FOC|", "|FOC|s": the letters of an acronym; empty for another word.
  [[nodiscard]] std::string_view letters_at(std::uint32_t t) const {
    std::string_view word = c_.doc.word(t);
    if (c_.doc.shape(t) == text::Shape::upper) return word;
    constexpr std::size_t kFewest = 3;  // of "FO" and the "s"
    if (word.size() < kFewest || !word.ends_with('s')) return {};
    word.remove_suffix(1);
    const bool capitals =
        std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals ? word : std::string_view();
  }

  // "|Regional Coordination Mechanism| (RCM)": the capitals before the bracket that make it up.
  [[nodiscard]] TokenRange words_of(std::uint32_t acronym) const {
    constexpr std::uint32_t kLongest = 9;
    const std::string_view letters = letters_at(acronym);
    const std::uint32_t begin = c_.sentence(acronym).begin;
    std::size_t left = letters.size();
    std::uint32_t t = acronym - 1;
    while (left > 0 && t > begin && acronym - t < kLongest) {
      --t;
      const std::string_view word = c_.doc.word(t);
      if (c_.doc.is_capital(t) && word.front() == letters[left - 1]) {
        --left;
      } else if (c_.doc.is_capital(t) || c_.doc.is_punctuation(t)) {
        return {};
      }
    }
    return left == 0 ? TokenRange{t, acronym - 1} : TokenRange{};
  }

  // "Peru pays its share to |the Coral Isles Commission|. The Commission met": the body of that
  // noun that was named last, though no meeting of it was told.
  void take_named_before(Mention& m, const std::string& name) const {
    if (c_.doc.shape(c_.doc.token_at(m.organ_span.end - 1)) == text::Shape::upper) return;
    const std::uint32_t begin = c_.doc.token_at(m.organ_span.begin);
    const Tag* body = nullptr;
    for (const Tag& tag : c_.tags.all()) {
      if (tag.tokens.begin >= begin) break;
      if (is_headed_by(tag, name)) body = &tag;
    }
    if (body == nullptr) return;
    const ByteSpan words = c_.doc.span(body->tokens);
    if (body->id == npos) {
      m.organ_span = words;
      m.organ_words = c_.words(words);
    } else if (names_organ(c_, *body)) {
      m.organ = {body->id, words};
    } else {
      m.organisation = {body->id, words};
      m.organ_words.clear();
      m.organ_span = {};
    }
  }

  // A name of several words with `noun` first or last, and no organ of one state.
  [[nodiscard]] bool is_headed_by(const Tag& tag, const std::string& noun) const {
    if (tag.label != Label::body || tag.tokens.size() < 2) return false;
    const text::LineRole role = c_.doc.sentences()[c_.doc.sentence_of(tag.tokens.begin)].role;
    if (role != text::LineRole::body) return false;
    const bool heads = c_.lower(tag.tokens.begin) == noun || c_.lower(tag.tokens.end - 1) == noun;
    if (!heads || tag.id != npos) return heads;
    for (std::uint32_t t = tag.tokens.begin; t < tag.tokens.end; ++t) {
      if (c_.lower(t) == "national" || c_.lower(t) == "federal") return false;
    }
    const Tag* before = tag.tokens.begin > 0 ? c_.tags.covering(tag.tokens.begin - 1) : nullptr;
    return before == nullptr || before->label == Label::body;
  }

  // "the 20th |IGC| meeting" in a report of the Intergovernmental Commission: the first organ whose
  // words begin with these letters; or null.
  [[nodiscard]] const Mention* spelled_out(const Mention& m, const std::string& letters) const {
    constexpr std::size_t kFewest = 3;
    const std::uint32_t last = c_.doc.token_at(m.organ_span.end - 1);
    if (letters.size() < kFewest || letters_at(last).empty()) return nullptr;
    for (const auto& [noun, places] : full_) {
      for (const std::uint32_t i : places) {
        if (begins_with_letters(name_of(mentions_[i]), letters)) return &mentions_[i];
      }
    }
    return nullptr;
  }

  // The words of `name` begin with all of `letters` in turn, small words apart; "Intergovernmental"
  // may stand for two of them.
  static bool begins_with_letters(const std::string& name, const std::string& letters) {
    constexpr std::string_view kInter = "inter";
    std::size_t left = 0;
    for (std::size_t at = 0; at < name.size() && left < letters.size();) {
      const std::size_t end = std::min(name.find(' ', at), name.size());
      const std::string_view word = std::string_view(name).substr(at, end - at);
      const bool small =
          word == "on" || word == "of" || word == "for" || word == "and" || word == "the";
      if (!small && word.front() != letters[left]) return false;
      left += small ? 0 : 1;
      const bool two = word.starts_with(kInter) && word.size() > kInter.size() + 1;
      if (two && left < letters.size() && word[kInter.size()] == letters[left]) ++left;
      at = end + 1;
    }
    return left == letters.size();
  }

  // "the Council", "MSC", "|Peru-Chile| MSC"; empty where the words say more or are no name.
  [[nodiscard]] std::string short_name(const Mention& m) const {
    const std::uint32_t last = c_.doc.token_at(m.organ_span.end - 1);
    const std::string_view letters = letters_at(last);
    if (!letters.empty() && is_of_states({c_.doc.token_at(m.organ_span.begin), last})) {
      return catalogue::fold(letters);
    }
    std::string name = name_of(m);
    if (name.find(' ') != std::string::npos) return {};
    const bool noun = c_.doc.is_capital(last) && c_.cue(last, c_.cues.body_head) != nullptr;
    return noun ? name : std::string();
  }

  // No words but the names of states.
  [[nodiscard]] bool is_of_states(TokenRange words) const {
    for (std::uint32_t t = words.begin; t < words.end; ++t) {
      const Tag* tag = c_.tags.covering(t);
      const bool state =
          tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
      if (!state && !c_.doc.is_punctuation(t)) return false;
    }
    return true;
  }

  // The one named last before mention `i`, else the first one behind it.
  [[nodiscard]] const Mention* nearest(const std::vector<std::uint32_t>& full,
                                       std::uint32_t i) const {
    const auto after = std::lower_bound(full.begin(), full.end(), i);
    return &mentions_[after == full.begin() ? *after : *(after - 1)];
  }

  const Context& c_;
  std::vector<Mention>& mentions_;
  std::map<std::string, std::vector<std::uint32_t>> full_;  // mentions, by a noun of their organ
  std::map<std::string, ByteSpan> acronyms_;
  std::map<std::string, ByteSpan> owners_;  // unknown organisations, by their last noun
};

// "a session of the |same| Council": the one that was told.
void drop_same(Mention& m) {
  constexpr std::string_view kSame = "same ";
  if (!m.organ_words.starts_with(kSame)) return;
  m.organ_words.erase(0, kSame.size());
  m.organ_span.begin += static_cast<std::uint32_t>(kSame.size());
}

}  // namespace

void complete_short_organs(const Context& context, std::vector<Mention>& mentions) {
  for (Mention& m : mentions) drop_same(m);
  ShortOrgans organs(context, mentions);
  for (std::uint32_t i = 0; i < mentions.size(); ++i) organs.complete(i);
}

}  // namespace rapporteur::meetings
