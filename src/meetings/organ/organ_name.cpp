// The name of the organ or row that a mention gives in words that no table knows: "the 40th
// |Antarctic Treaty Consultative Meeting|", "the 22nd session of the |Grand Joint Committee|", "the
// CEP began its own 20th meeting".

#include <algorithm>

#include "draft.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "organ/meeting_level.h"
#include "organ/name_ends.h"
#include "organ/ordinal.h"
#include "organ/organ_extent.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

constexpr std::uint32_t kLongestName = 14;

class OrganNames {
 public:
  explicit OrganNames(const Context& context)
      : c_(context),
        organ_head_(context.cues.organ_head),
        naming_(context.cues.naming_adjective),
        circle_(context.cues.circle) {}

  void name(Mention& m) const {
    find(m);
    if (!m.organ && !m.organ_words.empty() && !in_title_case(m)) {
      set(m, whole_organ_name(c_, m.organ_span));
    }
    drop_number(m);
    drop_round(m);
    take_prefixed(m);
    add_states_in_front(m);
    if (!m.organ_words.empty() && !m.organ && is_no_organ(c_, tokens_of(m))) {
      m.organ_words.clear();
      m.organ_span = {};
    }
    resolve(m);
  }

 private:
  // "the 25th |Round of Peru-Chile| Boundary Talks": which of them, not what they are.
  void drop_round(Mention& m) const {
    if (m.organ || m.organ_words.empty()) return;
    const TokenRange name = tokens_of(m);
    if (c_.lower(name.begin) != "round" || c_.lower(name.begin + 1) != "of") return;
    std::uint32_t at = name.begin + 2;
    while (at < name.end) {
      const Tag* tag = c_.tags.starting(at);
      const bool side =
          tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
      if (!side && c_.doc.lower(at) != "-") break;
      at = side ? tag->tokens.end : at + 1;
    }
    if (at + 1 < name.end && c_.doc.is_capital(at)) set(m, {at, name.end});
  }

  // "the |Inter-Togolese talks|", "the |Intra-Afghan negotiations|": the whole of what they are
  // called, not the first half of it.
  void take_prefixed(Mention& m) const {
    const std::uint32_t noun = m.trigger.begin;
    if (m.verbal || m.kind != "talks" || m.organ || noun < c_.sentence(noun).begin + 3) return;
    const std::string_view prefix = c_.doc.lower(noun - 3);
    const bool named = (prefix == "inter" || prefix == "intra") && c_.doc.is_capital(noun - 3) &&
                       c_.doc.lower(noun - 2) == "-" && c_.doc.is_capital(noun - 1);
    const bool other = !m.organ_words.empty() && tokens_of(m) != TokenRange{noun - 3, noun - 2};
    if (named && !other) set(m, {noun - 3, m.trigger.end});
  }

  // "the Twenty-|Eighth| Inter-Sessional Meeting": a number is no part of the name.
  void drop_number(Mention& m) const {
    if (m.organ || m.organ_words.empty()) return;
    constexpr std::uint32_t kLongestNumber = 3;  // tokens of "Twenty-Eighth"
    const TokenRange name = tokens_of(m);
    const std::uint32_t floor = c_.sentence(name.begin).begin;
    for (std::uint32_t n = kLongestNumber; n > 0; --n) {
      if (name.size() <= n) continue;
      const Ordinal number = ordinal_before(c_.doc, name.begin + n, floor);
      if (number.value == 0 || number.tokens.begin > name.begin) continue;
      if (m.ordinal == 0) {
        m.ordinal = number.value;
        m.ordinal_span = c_.doc.span(number.tokens);
      }
      set(m, {name.begin + n, name.end});
      return;
    }
  }

  // "the |Nepal-|Sri Lanka Joint Commission", "the |Maldives – |Sri Lanka Joint Commission"
  void add_states_in_front(Mention& m) const {
    if (m.organ || m.organ_words.empty()) return;
    const TokenRange name = tokens_of(m);
    std::uint32_t begin = name.begin;
    const std::uint32_t floor = c_.sentence(begin).begin;
    const bool state = c_.matches.find(begin, lexicon::Channel::state) != nullptr;
    while (state && begin >= floor + 2) {
      const std::string_view joint = c_.lower(begin - 1);
      const Tag* tag = c_.tags.covering(begin - 2);
      const bool more = (joint == "-" || joint == "–" || joint == "/") && tag != nullptr &&
                        (tag->label == Label::state || tag->label == Label::nationality);
      if (!more) break;
      begin = tag->tokens.begin;
    }
    if (begin < name.begin) set(m, {begin, name.end});
  }

  // "the Arab foreign ministers": a name that one body alone bears.
  void resolve(Mention& m) const {
    if (m.organ_words.empty() || m.organ) return;
    const std::vector<catalogue::Index> known = c_.catalogue.find_bodies_named(m.organ_words);
    if (known.size() != 1) return;
    const catalogue::Body& body = c_.catalogue.bodies()[known.front()];
    if (body.kind != catalogue::BodyKind::organ || body.parent == npos) return;
    if (m.organisation && m.organisation.id != body.parent) return;
    if (!m.organisation && !bears_name_of(m, c_.catalogue.bodies()[body.parent])) return;
    m.organ = {known.front(), m.organ_span};
  }

  // A nationality or part of the world in the organ's name is in the organisation's too.
  [[nodiscard]] bool bears_name_of(const Mention& m, const catalogue::Body& whole) const {
    const std::uint32_t end = c_.doc.token_at(m.organ_span.end - 1) + 1;
    const std::string name = catalogue::fold(whole.name);
    for (std::uint32_t t = c_.doc.token_at(m.organ_span.begin); t < end; ++t) {
      const Tag* tag = c_.tags.covering(t);
      const bool circle =
          c_.cue(t, circle_) != nullptr || (tag != nullptr && tag->label == Label::nationality);
      if (circle && name.find(c_.doc.lower(t)) != std::string::npos) return true;
    }
    return false;
  }

  void find(Mention& m) const {
    if (is_headline_clause(m)) {
      m.organ_words.clear();
      m.organ_span = {};
    }
    take_owner(c_, m);
    // "the 12th ministerial |Political Consultations|"
    if (!m.organ && m.organ_words == "ministerial" && names_itself(m)) set(m, m.trigger);
    if (m.organ || !m.organ_words.empty() || m.verbal) return;
    if (take_body_before(c_, m) || take_town(m)) return;
    TokenRange words = behind(m);
    if (words.empty()) words = around(m);
    if (words.empty()) words = described(m);
    if (words.empty()) words = of_ministers(m);
    if (words.empty()) return;
    set(m, words);
    if (words.begin >= m.trigger.end) look_behind(c_, words.end, m);
  }

  // "the SCO |Samarkand| Summit", "the G20 |Rio de Janeiro| Summit": the town right before the
  // noun, behind the organisation.
  bool take_town(Mention& m) const {
    constexpr std::uint32_t kLongest = 3;
    if (m.kind != "summit" || m.place || !m.organisation) return false;
    const std::uint32_t end = m.trigger.begin;
    const std::uint32_t first = c_.doc.token_at(m.organisation.words.end - 1) + 1;
    if (first >= end || end - first > kLongest || c_.tags.covering(first) != nullptr) return false;
    const ByteSpan words = c_.doc.span({first, end});
    const catalogue::Index town = c_.catalogue.find_place(c_.doc.slice(words));
    if (town == npos) return false;
    m.place = {town, words};
    return true;
  }

  [[nodiscard]] TokenRange tokens_of(const Mention& m) const {
    return {c_.doc.token_at(m.organ_span.begin), c_.doc.token_at(m.organ_span.end - 1) + 1};
  }

  void set(Mention& m, TokenRange words) const {
    m.organ_span = c_.doc.span(words);
    m.organ_words = c_.words(m.organ_span);
  }

  // "session of the joint border committee": a noun that heads organs, in any case.
  [[nodiscard]] TokenRange behind(const Mention& m) const {
    const TokenRange s = c_.sentence(m.trigger.begin);
    std::uint32_t at = m.trigger.end;
    if (c_.lower(at) != "of" && c_.lower(at) != "by") return {};
    if (c_.lower(at) == "by" && is_within_verb(c_, m.tokens.begin)) return {};
    for (++at; at < s.end && is_opening(at); ++at) {
    }
    const std::string_view what = c_.lower(at);
    const bool bare = what == "group" && c_.lower(at - 1) == "the" && c_.lower(at + 1) != "of";
    if (bare || what == "kind" || what == "sort") return {};  // "the fourth of its kind"
    at = behind_owners(at, s.end);
    for (std::uint32_t t = at; t < std::min(at + kLongestName, s.end); ++t) {
      TokenRange head;
      if (c_.cue(t, organ_head_, &head) != nullptr) {
        const Tag* tag = c_.tags.covering(t);
        const bool whole = tag != nullptr && tag->label == Label::body && tag->id != npos &&
                           !names_organ(c_, *tag);  // "the |Council| of the Baltic Sea States"
        return whole ? TokenRange{} : with_subject(c_, {at, head.end}, s.end);
      }
      const bool inside = is_word(t) && c_.cue(t, c_.cues.past) == nullptr &&
                          c_.cue(t, c_.cues.future) == nullptr && !is_border(c_.lower(t));
      if (!inside) return {};
    }
    return {};
  }

  // "the |two countries'| Intergovernmental Committee": behind whose it is; or `at`.
  [[nodiscard]] std::uint32_t behind_owners(std::uint32_t at, std::uint32_t limit) const {
    constexpr std::uint32_t kLongest = 3;
    for (std::uint32_t t = at; t < std::min(at + kLongest, limit); ++t) {
      const std::string_view word = c_.lower(t);
      if (word == "'" || word == "'s") return t > at ? t + 1 : at;
      if (c_.doc.shape(t) != text::Shape::lower) return at;
    }
    return at;
  }

  // "the 34th |Border Liaison Meeting|", "13th ... |Conference of Ministers responsible for
  // Sport|".
  [[nodiscard]] TokenRange around(const Mention& m) const {
    if (!c_.doc.is_capital(m.trigger.begin)) return {};
    if (m.ordinal == 0 && in_title_case(m)) return {};  // no number bounds the name
    if (names_itself(m)) return m.trigger;
    std::uint32_t begin = m.trigger.begin;
    while (begin > m.tokens.begin && is_part_of_name(m, begin - 1)) --begin;
    while (begin < m.trigger.begin && !is_name_start(begin)) ++begin;
    const std::uint32_t end = level_behind(m);
    const bool named = says_more(begin, m.trigger.begin, m.ordinal > 0) || end > m.trigger.end;
    return named ? TokenRange{begin, end} : TokenRange{};
  }

  // "the U.S.-China |Strategic Dialogue|", "|Foreign Office Consultations|": a row of talks by its
  // own name in running text.
  [[nodiscard]] bool names_itself(const Mention& m) const {
    if (m.trigger.size() < 2 || m.kind == "visit" || m.kind == "call" ||
        (m.in_headline && m.ordinal == 0))
      return false;
    for (std::uint32_t t = m.trigger.begin; t < m.trigger.end; ++t) {
      if (!c_.doc.is_capital(t)) return false;
    }
    return c_.cue(m.trigger.begin, naming_) != nullptr ||
           c_.doc.lower(m.trigger.begin) == "foreign";
  }

  // "their 30th |annual border meeting|", "the sixth |maritime affairs dialogue|": a row that
  // has a number is known by what it is about.
  [[nodiscard]] TokenRange described(const Mention& m) const {
    if (m.in_headline || m.ordinal == 0 || c_.doc.is_capital(m.trigger.begin)) return {};
    const std::string_view noun = c_.lower(m.trigger.end - 1);
    const bool series = noun == "dialogue" || noun == "consultations" || noun == "consultation";
    if (!series && noun != "meeting" && noun != "session") return {};
    std::uint32_t begin = m.trigger.begin;
    bool says = m.trigger.size() > 1 && series;
    while (begin > m.tokens.begin && is_small_word(begin - 1)) {
      --begin;
      const bool adjective = c_.cue(begin, c_.cues.adjective) != nullptr;
      says = says || !adjective || (m.organisation && c_.lower(begin) == "ministerial");
    }
    return says ? TokenRange{begin, m.trigger.end} : TokenRange{};
  }

  // "a C5+1 ministerial, which brought him together with the |foreign ministers| of ...": those
  // who meet, else the words themselves.
  [[nodiscard]] TokenRange of_ministers(const Mention& m) const {
    if (!m.organisation || m.in_headline || !m.relation.empty()) return {};
    std::uint32_t at = m.tokens.begin;
    while (at < m.trigger.end && c_.lower(at) != "ministerial") ++at;
    if (at == m.trigger.end) return {};
    const TokenRange s = c_.sentence(at);
    for (std::uint32_t t = s.begin; t < s.end; ++t) {
      const names::Office* office = c_.cast.office_starting(t);
      if (office == nullptr || !office->plural || office->words.empty()) continue;
      if (office->text.find("inisters") == std::string::npos) continue;
      return {c_.doc.token_at(office->words.front().begin),
              c_.doc.token_at(office->words.back().end - 1) + 1};
    }
    return at + 1 < m.trigger.end ? TokenRange{at, m.trigger.end} : TokenRange{};
  }

  [[nodiscard]] bool is_small_word(std::uint32_t token) const {
    const std::string_view word = c_.lower(token);
    return (c_.doc.shape(token) == text::Shape::lower || word == "-") && !is_opening(token) &&
           c_.tags.covering(token) == nullptr && !is_preposition(word) && word != "round" &&
           ordinal_before(c_.doc, token + 1, token).value == 0;
  }

  // "Conference |of Ministers responsible for Sport|": a level with what it is responsible for.
  [[nodiscard]] std::uint32_t level_behind(const Mention& m) const {
    const TokenRange s = c_.sentence(m.trigger.begin);
    const std::uint32_t end = m.trigger.end;
    if (c_.lower(end) != "of") return end;
    std::uint32_t at = end + 1;
    while (at < s.end && c_.lower(at) == "the") ++at;
    const names::Office* office = c_.cast.office_starting(at);
    if (office == nullptr || !office->plural) return end;
    std::uint32_t last = office->tokens.end;
    const bool charge = c_.lower(last) == "responsible" || c_.lower(last) == "in" ||
                        c_.lower(last) == "of" || c_.lower(last) == "for";
    if (!charge) return end;
    while (last < s.end && last - at < kLongestName &&
           (c_.doc.is_capital(last) || c_.lower(last) == "responsible" || c_.lower(last) == "in" ||
            c_.lower(last) == "charge" || c_.lower(last) == "of" || c_.lower(last) == "for" ||
            c_.lower(last) == "and" || c_.lower(last) == "the")) {
      ++last;
    }
    while (last > at && !c_.doc.is_capital(last - 1)) --last;
    return last;
  }

  [[nodiscard]] bool is_part_of_name(const Mention& m, std::uint32_t token) const {
    const Tag* tag = c_.tags.covering(token);
    const bool organisation = tag != nullptr && tag->label == Label::body &&
                              (tag->id != npos || c_.doc.span(tag->tokens) == m.organisation.words);
    if (organisation || (tag != nullptr && tag->label == Label::person)) return false;
    if (ordinal_before(c_.doc, token + 1, token).value > 0) return false;
    const std::string_view word = c_.lower(token);
    if (word == "-" || word == "–" || word == "+") return true;
    if (word == "to" || word == "of" || word == "on" || word == "for" || word == "and") return true;
    return c_.doc.is_capital(token) && !is_opening(token);
  }

  // A name starts neither with a joint nor with a word that only says how they meet.
  [[nodiscard]] bool is_name_start(std::uint32_t token) const {
    const Tag* tag = c_.tags.covering(token);
    if (tag != nullptr && tag->label != Label::body) return false;
    const std::string_view word = c_.lower(token);
    if (word == "-" || word == "–" || word == "+" || word == "to" || word == "of" || word == "on" ||
        word == "for" || word == "and") {
      return false;
    }
    TokenRange adjective;
    const lexicon::Cue* cue = c_.cue(token, c_.cues.adjective, &adjective);
    return cue == nullptr || cue->value.empty() || c_.cue(token, c_.cues.head) != nullptr;
  }

  // "MINISTERS IN ALMATY PREPARE SUMMIT": a whole clause in the capitals of a headline.
  [[nodiscard]] bool is_headline_clause(const Mention& m) const {
    if (m.organ || m.organ_words.empty()) return false;
    const std::uint32_t begin = c_.doc.token_at(m.organ_span.begin);
    const std::uint32_t end = c_.doc.token_at(m.organ_span.end - 1) + 1;
    bool border = false;
    bool shouted = end > begin + 1;
    for (std::uint32_t t = begin; t < end; ++t) {
      border = border || (is_border(c_.lower(t)) && c_.lower(t) != "to");
      shouted = shouted && c_.doc.shape(t) == text::Shape::upper;
    }
    if (shouted) return c_.cue(end - 1, organ_head_) == nullptr && !ends_in_group(end);
    return border && in_title_case(m);
  }

  [[nodiscard]] bool ends_in_group(std::uint32_t end) const {
    const names::Office* office = c_.cast.office_ending(end);
    return office != nullptr && office->plural;
  }

  // "Special Meeting", "Extraordinary Session" name nothing; "the 24th Ministerial Meeting" does.
  [[nodiscard]] bool says_more(std::uint32_t begin, std::uint32_t end, bool numbered) const {
    for (std::uint32_t t = begin; t < end; ++t) {
      TokenRange adjective;
      const bool naming = numbered && c_.doc.is_capital(t) && c_.cue(t, naming_) != nullptr;
      if (naming) return true;
      if (c_.cue(t, c_.cues.adjective, &adjective) != nullptr) {
        t = adjective.end - 1;
        continue;
      }
      if (c_.doc.is_capital(t)) return true;
    }
    return false;
  }

  // Headlines in capitals tell no names.
  [[nodiscard]] bool in_title_case(const Mention& m) const {
    const TokenRange s = c_.sentence(m.trigger.begin);
    if (!m.in_headline && !is_shouted(c_, s)) return false;
    std::uint32_t capitals = 0;
    std::uint32_t words = 0;
    for (std::uint32_t t = s.begin; t < s.end; ++t) {
      if (!is_word(t)) continue;
      ++words;
      capitals += c_.doc.is_capital(t) ? 1 : 0;
    }
    return capitals * 2 > words;
  }

  [[nodiscard]] bool is_word(std::uint32_t token) const {
    const text::Shape shape = c_.doc.shape(token);
    return shape != text::Shape::punctuation && shape != text::Shape::number;
  }

  [[nodiscard]] static bool is_border(std::string_view word) {
    return word == "in" || word == "at" || word == "with" || word == "between" || word == "to" ||
           word == "that" || word == "which" || word == "from";
  }

  [[nodiscard]] bool is_opening(std::uint32_t token) const {
    const std::string_view word = c_.lower(token);
    return word == "the" || word == "a" || word == "an" || word == "their" || word == "its" ||
           word == "this" || word == "our" || word == "his" || word == "her";
  }

  const Context& c_;
  lexicon::CueClass organ_head_;
  lexicon::CueClass naming_;
  lexicon::CueClass circle_;
};

}  // namespace

void name_organs(const Context& context, std::vector<Mention>& mentions) {
  const OrganNames names(context);
  for (Mention& m : mentions) names.name(m);
  for (Mention& m : mentions) take_level_or_pair(context, m);
}

}  // namespace rapporteur::meetings
