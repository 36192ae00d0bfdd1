#include "participant/bodies_alone.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;
using text::LineRole;

class Finder {
 public:
  explicit Finder(const Context& context) : c_(context) {}

  std::vector<BodyAct> run() {
    for (const text::Sentence& s : c_.doc.sentences()) {
      if (s.role != LineRole::body && s.role != LineRole::item) continue;
      for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        TokenRange words;
        const lexicon::Cue* cue = c_.cue(t, c_.cues.attend, &words);
        if (cue == nullptr) continue;
        if (cue->value == "object") after(words.end, s.tokens.end);
        if (cue->value == "subject") before(words.begin, s.tokens.begin);
      }
    }
    return std::move(out_);
  }

 private:
  // Words between the members of such a list.
  [[nodiscard]] bool joins(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 16> kJoints{
        ",",    "and",   "the",      "as",   "well", "also", "both", "from",
        "with", "along", "together", "like", "of",   "by",   ";",    ":"};
    return is_one_of(c_.lower(t), kJoints);
  }

  // "the African Union |(AU)|": behind the bracket that opens at `t`, or `t`.
  [[nodiscard]] std::uint32_t behind_acronym(std::uint32_t t) const {
    return c_.lower(t) == "(" && c_.lower(t + 2) == ")" ? t + 3 : t;
  }

  // "|senior representatives of|": behind the words that stand for those who come.
  [[nodiscard]] std::uint32_t behind_delegates(std::uint32_t t) const {
    TokenRange words;
    if (c_.cue(t, c_.cues.delegate, &words) != nullptr) return words.end;
    return t;
  }

  // The name ends there: no "AU |Commissioner| A", "EU |member states|".
  [[nodiscard]] bool is_whole(std::uint32_t end, std::uint32_t limit) const {
    return end >= limit || c_.doc.is_punctuation(end) || c_.lower(end) == "and" ||
           c_.lower(end) == "as";
  }

  // The organisation whose name starts at `t`, or null.
  [[nodiscard]] const Tag* body_at(std::uint32_t t) const {
    const Tag* tag = c_.tags.starting(t);
    const bool body = tag != nullptr && tag->label == Label::body && tag->whole.empty();
    return body && c_.cast.covering(t) == nullptr && !holds_office(*tag) ? tag : nullptr;
  }

  // "Union Minister for Trade", taken for a body that no table knows; "Foreign Ministers".
  [[nodiscard]] bool holds_office(const Tag& tag) const {
    const std::uint32_t last = tag.tokens.end - 1;
    const lexicon::Match* head = c_.matches.find(last, lexicon::Channel::office);
    if (head != nullptr && c_.lower(last).ends_with("s")) return true;
    for (std::uint32_t t = tag.tokens.begin; tag.id == npos && t < tag.tokens.end; ++t) {
      if (c_.matches.find(t, lexicon::Channel::office) != nullptr) return true;
    }
    return false;
  }

  void add(const Tag& tag) {
    out_.push_back({{tag.id, c_.doc.span(tag.tokens)}, tag.tokens, nullptr});
  }

  // "the Secretary-General of |the League|", whom nobody names; to represent is no office.
  bool add(const names::Mention& m) {
    if (m.kind != names::MentionKind::office || m.person != kNobody || m.office == kNobody) {
      return false;
    }
    const names::Office& office = c_.cast.offices[m.office];
    if (!office.body || office.state) return false;
    const bool delegates = c_.cue(office.tokens.begin, c_.cues.delegate) != nullptr;
    out_.push_back({office.body, m.tokens, delegates ? nullptr : &office});
    return true;
  }

  void after(std::uint32_t t, std::uint32_t limit) {
    while (t < limit) {
      const names::Mention* m = c_.cast.starting(t);
      const std::uint32_t next = std::max(behind_delegates(t), behind_acronym(t));
      if (m != nullptr && add(*m)) {  // "representatives of the Union"
        t = m->tokens.end;
      } else if (next > t) {
        t = next;
      } else if (const Tag* body = body_at(t); body != nullptr) {
        const std::uint32_t end = behind_acronym(body->tokens.end);
        const std::uint32_t members = behind_members(end);
        if (members == end && !is_whole(end, limit)) return;
        if (members == end) add(*body);
        t = members;
      } else if (m != nullptr) {
        t = m->tokens.end;
      } else if (const Tag* tag = c_.tags.starting(t); tag != nullptr) {
        const bool group = tag->label == Label::body && holds_office(*tag);
        if (tag->label != Label::state && !group) return;
        t = tag->tokens.end;
      } else if (joins(t)) {
        ++t;
      } else if (const std::uint32_t members = behind_members(t); members > t) {
        t = members;
      } else {
        return;
      }
    }
  }

  // "ministers of the |member states| and the Secretary-General", "of the GCC |countries|"
  [[nodiscard]] std::uint32_t behind_members(std::uint32_t t) const {
    const std::uint32_t noun = c_.lower(t) == "member" ? t + 1 : t;
    const std::string_view word = c_.lower(noun);
    if (word == "states" || word == "countries") return noun + 1;
    // "|two organisations,| the Union and the League"
    static constexpr std::array<std::string_view, 6> kBodies{
        "organisations", "organizations", "bodies", "institutions", "agencies", "secretariats"};
    const bool counted = c_.cue(t, c_.cues.count) != nullptr && is_one_of(c_.lower(t + 1), kBodies);
    return counted && c_.lower(t + 2) == "," ? t + 3 : t;
  }

  // The list that ends at `end`, right before a verb, and starts the sentence.
  void before(std::uint32_t end, std::uint32_t begin) {
    const std::size_t known = out_.size();
    std::uint32_t t = end;
    while (t > begin && is_adverb(t - 1)) --t;
    while (t > begin) {
      if (t >= begin + 3 && c_.lower(t - 1) == ")" && c_.lower(t - 3) == "(") {
        t -= 3;
        continue;
      }
      const Tag* tag = c_.tags.covering(t - 1);
      const names::Mention* m = c_.cast.ending(t);
      if (tag != nullptr && body_at(tag->tokens.begin) != nullptr) {
        add(*tag);
        t = tag->tokens.begin;
      } else if (m != nullptr && m->kind != names::MentionKind::collective) {
        add(*m);
        t = m->tokens.begin;
      } else if (tag != nullptr && tag->label == Label::state) {
        t = tag->tokens.begin;
      } else if (joins(t - 1)) {
        --t;
      } else {
        break;
      }
    }
    const auto first = out_.begin() + static_cast<std::ptrdiff_t>(known);
    if (t != begin && !stands_for(begin, t)) {
      out_.erase(first, out_.end());
    } else {
      std::reverse(first, out_.end());
    }
  }

  [[nodiscard]] bool is_adverb(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 5> kAdverbs{"also", "all", "too", "both", "each"};
    return is_one_of(c_.lower(t), kAdverbs);
  }

  // "Representatives of", "Senior officials from": the words up to `end` open such a list.
  [[nodiscard]] bool stands_for(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t kLongest = 4;
    if (end - begin > kLongest) return false;
    for (std::uint32_t t = begin; t < end; ++t) {
      TokenRange words;
      if (c_.cue(t, c_.cues.delegate, &words) != nullptr && words.end >= end) return true;
    }
    return false;
  }

  const Context& c_;
  std::vector<BodyAct> out_;
};

}  // namespace

std::vector<BodyAct> bodies_alone(const Context& context) { return Finder(context).run(); }

}  // namespace rapporteur::meetings
