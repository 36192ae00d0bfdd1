// Where a clause ends: at a stop, at an aside that breaks it off, at the next verb with a subject
// of its own; a list of things ends also at adjuncts and at the first finite verb.

#include <algorithm>
#include <optional>

#include "clause/phrase.h"
#include "clause/word_form.h"

namespace rapporteur::meetings {

using lexicon::Match;

// The search for one end. Used once.
class Phrases::ClauseEnd {
 public:
  ClauseEnd(const Phrases& phrases, TokenRange range, bool list)
      : p_(phrases),
        c_(phrases.c_),
        begin_(range.begin),
        limit_(range.end),
        list_(list),
        asks_(opens_question()),
        subordinate_(asks_) {}

  std::uint32_t run() {
    for (t_ = begin_; t_ < limit_; ++t_) {
      if (is_stop()) return t_;
      if (passes_sign()) continue;
      if (closes()) return t_;
      if (passes_bracket()) continue;
      if (const std::uint32_t behind = behind_aside(); behind != t_) {
        if (list_) return t_;
        t_ = behind - 1;
        continue;
      }
      if (joins_names()) continue;
      if (is_joint()) {
        if (parts()) return t_;
        continue;
      }
      verbs_ = verbs_ || has("aux");
      if (!list_) continue;
      if (const std::optional<std::uint32_t> end = before_verb()) return *end;
      if (opens_adjunct()) return t_;
    }
    return limit_;
  }

 private:
  [[nodiscard]] bool has(std::string_view role) const { return p_.has_role(t_, role); }
  [[nodiscard]] bool is_first() const { return t_ == begin_; }
  [[nodiscard]] std::string_view word() const { return c_.lower(t_); }

  // "how trade grew", "in which way"
  [[nodiscard]] bool opens_question() const {
    std::uint32_t t = begin_;
    while (t < limit_ && (p_.has_role(t, "preposition") || p_.has_role(t, "determiner"))) ++t;
    return p_.has_role(t, "relative") || c_.lower(t) == "how" || c_.lower(t) == "what";
  }

  // "during the visit", "on the sidelines of"
  [[nodiscard]] bool is_stop() const {
    if (!is_first() && has("occasion")) return true;
    if (is_first() || !has("stop") || (!list_ && !c_.doc.is_punctuation(t_ - 1))) return false;
    // "issues |in the context of| trade" names them.
    const bool names = p_.has_role(t_ - 1, "issue") && has("of");
    // "touched upon the border and |upon| the dam"
    const bool again = begin_ > 0 && word() == c_.lower(begin_ - 1);
    // "recovery |after the pandemic| and tourism"
    return !names && !again && !has("kept");
  }

  // The semicolon of a list; "6.5 billion", "2,223 prisoners".
  bool passes_sign() {
    if (word() == ";" && list_) {
      separator_ = t_;
      subordinate_ = false;
      return true;
    }
    return (word() == "." || word() == ",") && !is_first() && !c_.doc.space_before(t_) &&
           t_ + 1 < limit_ && !c_.doc.space_before(t_ + 1) &&
           c_.doc.shape(t_ + 1) == text::Shape::number;
  }

  // A stop, or a dash between spaces.
  [[nodiscard]] bool closes() const {
    const std::string_view sign = word();
    if (sign == ";" || sign == "." || sign == "?" || sign == "!") return true;
    if (is_first()) return false;
    if (sign == ":") return true;
    return sign == "-" && c_.doc.space_before(t_) && t_ + 1 < limit_ &&
           c_.doc.space_before(t_ + 1) && !p_.has_role(t_ - 1, "narrow");
  }

  bool passes_bracket() {
    if (word() != "(") return false;
    std::uint32_t close = t_;
    while (close < limit_ && c_.lower(close) != ")") ++close;
    if (close < limit_) t_ = close;
    return true;
  }

  // Behind the aside that a comma opens, or here.
  [[nodiscard]] std::uint32_t behind_aside() const {
    return word() == "," && !is_first() ? p_.behind_aside(t_, limit_) : t_;
  }

  // "relations between A |and| B"
  bool joins_names() {
    if (word() == "between") between_ = true;
    const bool joins = between_ && word() == "and" && !verbs_ && t_ + 1 < limit_ &&
                       c_.doc.is_capital(t_ + 1) && c_.doc.is_capital(t_ - 1);
    if (joins) between_ = false;
    return joins;
  }

  [[nodiscard]] bool is_and() const { return word() == "and" || word() == "but" || word() == "or"; }
  [[nodiscard]] bool is_joint() const { return !is_first() && (word() == "," || is_and()); }

  // The joint here parts the clause from what follows; else it is passed, with the relative clause
  // that it opens.
  bool parts() {
    const bool comma = word() == ",";
    if (comma && (closes_quote() || p_.names_source(t_ + 1, limit_))) return true;
    const std::uint32_t next = behind_joint();
    const bool joins = p_.has_role(next, "join");
    // "X, as follows"; but "X, as well as Y" goes on.
    if (comma && !joins && c_.lower(next) == "as") return true;
    if (comma && !joins && p_.opens_subordinate(next) && c_.lower(next) != "that") {
      const std::uint32_t behind = list_ ? p_.behind_relative(next, limit_) : next;
      t_ = behind == next ? t_ : behind - 1;
      return behind == next;
    }
    if (opens_clause(next) || opens_deed(next)) return true;
    separator_ = t_;
    subordinate_ = asks_;
    return false;
  }

  // "discussed trade|," the ministry said|
  [[nodiscard]] bool closes_quote() const {
    const std::uint32_t next = t_ + 1;
    const std::string_view quote = next < limit_ ? c_.lower(next) : std::string_view();
    const bool closing = quote == "”" || (quote == "\"" && !c_.doc.space_before(next));
    return closing && p_.starts_clause(next + 1, limit_);
  }

  // Where what is joined begins: "and, in this context, |discussed|", "and “|discussed ways|".
  [[nodiscard]] std::uint32_t behind_joint() const {
    std::uint32_t next = t_ + 1;
    std::uint32_t end = 0;
    if (word() == "," && (c_.lower(next) == "and" || c_.lower(next) == "but")) ++next;
    if (is_and() && c_.lower(next) == "," && p_.has_role(next + 1, "adverb", &end) &&
        c_.lower(end) == ",") {
      next = end + 1;
    }
    if (is_and() && (c_.lower(next) == "“" || c_.lower(next) == "\"")) ++next;
    while (next < limit_ && p_.has_role(next, "adverb", &end) && !p_.has_role(next, "join")) {
      next = end;
    }
    return next;
  }

  // A clause with a verb of its own begins at `next`.
  [[nodiscard]] bool opens_clause(std::uint32_t next) const {
    const bool comma = word() == ",";
    // "supplies, light and heavy, will go on": the verb that the content still lacks.
    const bool lacks_verb = !list_ && comma && !verbs_ && p_.has_role(next, "aux");
    if (!lacks_verb &&
        (p_.has_role(next, "aux") || p_.starts_clause(next, limit_) || p_.is_finite_act(next))) {
      // ", as were regional developments" goes on with the list elsewhere.
      return true;
    }
    return list_ && comma && next > t_ + 1 && p_.clause_follows(next, limit_);
  }

  // Another deed of the same subject begins at `next`.
  [[nodiscard]] bool opens_deed(std::uint32_t next) const {
    const bool comma = word() == ",";
    if (p_.opens_action(next, comma && next == t_ + 1)) return true;
    const bool and_next = !comma || next > t_ + 1;
    if ((list_ || !verbs_) && and_next && p_.opens_deed(next, limit_)) return true;
    if (list_ && c_.lower(next) == "to" && p_.act(next + 1) != nullptr) return true;
    if (!comma && !list_ && (c_.lower(next) == "to" || c_.lower(next) == "that")) return true;
    const Match* verb = comma ? p_.act(next) : nullptr;
    return verb != nullptr && p_.form(*verb).form == catalogue::VerbForm::gerund &&
           c_.lower(t_ + 1) != "and" && c_.lower(verb->tokens.end) != "of";
  }

  // "trade and transit |were discussed|": where a list ends before the verb of which it is no part.
  std::optional<std::uint32_t> before_verb() {
    if (is_first()) return std::nullopt;
    if (p_.opens_subordinate(t_)) subordinate_ = true;
    if (!has("aux") || subordinate_) return std::nullopt;
    if (p_.bare_relative(t_, begin_)) {
      subordinate_ = true;
      return std::nullopt;
    }
    // "views on trade and |on transit| will be exchanged": no new subject.
    const bool same = separator_ > begin_ && p_.has_role(separator_ + 1, "preposition");
    return separator_ > begin_ && !same ? separator_ : t_;
  }

  // Of a list: "|by stressing| X", "|with| the minister", "|on| Monday", "|at| the talks".
  [[nodiscard]] bool opens_adjunct() const {
    if (is_first()) return false;
    if (word() == "by") return is_gerund(c_.lower(t_ + 1));
    if (word() == "on") return p_.starts_time(t_) || p_.starts_time(t_ + 1);
    return (word() == "with" && names_person()) || (word() == "at" && names_meeting());
  }

  [[nodiscard]] bool names_person() const {
    std::uint32_t next = t_ + 1;
    for (std::uint32_t end = 0; p_.has_role(next, "determiner", &end);) next = end;
    const names::Mention* m = p_.mention_at(next);
    return m != nullptr && m->kind == names::MentionKind::name;
  }

  [[nodiscard]] bool names_meeting() const {
    for (std::uint32_t next = t_ + 1; next < std::min(t_ + 4, limit_); ++next) {
      if (c_.cue(next, p_.meeting_head_) != nullptr) return true;
    }
    return false;
  }

  const Phrases& p_;
  const Context& c_;
  const std::uint32_t begin_;
  const std::uint32_t limit_;
  const bool list_;
  const bool asks_;
  std::uint32_t t_ = 0;
  std::uint32_t separator_ = 0;  // the last comma or "and" passed
  bool verbs_ = false;           // a finite auxiliary was passed
  bool between_ = false;         // "relations between"
  bool subordinate_;
};

std::uint32_t Phrases::clause_end(std::uint32_t begin, std::uint32_t limit, bool list) const {
  return ClauseEnd(*this, {begin, limit}, list).run();
}

}  // namespace rapporteur::meetings
