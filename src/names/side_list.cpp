#include "side_list.h"

#include <algorithm>
#include <string_view>

namespace rapporteur::names {

using lexicon::Channel;
using lexicon::Match;

namespace {

constexpr std::uint32_t kBracket = 14;  // tokens of a remark in brackets between two names

}  // namespace

void SideLists::give(std::uint32_t at, const Named& state, std::uint32_t lead) {
  bool first = true;
  for (std::size_t i = n_.next(at); i < n_.all.size(); ++i) {
    Naming& naming = n_.all[i];
    if (!n_.same_sentence(at - 1, naming.tokens.begin)) return;
    if (!(first ? leads_in(at, naming.whole.begin, lead) : joins(at, naming.whole.begin))) return;
    if (naming.state && naming.state.id != state.id) return;
    if (!first && opens_clause(naming)) return;
    if (!naming.body || naming.body.id == catalogue::npos) naming.state = state;
    first = false;
    at = naming.whole.end;
  }
}

// "accompanied by A, |and B was| accompanied by C": the subject of what follows.
bool SideLists::opens_clause(const Naming& naming) const {
  const std::string_view next = n_.lower(naming.whole.end);
  return n_.lower(naming.whole.begin - 1) == "and" &&
         (next == "was" || next == "is" || next == "had" || next == "will");
}

bool SideLists::leads_in(std::uint32_t from, std::uint32_t to, std::uint32_t lead) const {
  if (to > from + lead + 1) return false;
  for (std::uint32_t t = from; t < to;) {
    const Match* honorific = n_.t.matches.find(t, Channel::honorific);
    if (honorific != nullptr && honorific->tokens.end <= to) {
      t = honorific->tokens.end;
      continue;
    }
    // "led by |Department of Trade| Undersecretary A"
    const tagger::Tag* body = n_.t.tags.starting(t);
    if (body != nullptr && body->label == tagger::Label::body && body->tokens.end == to)
      return true;
    const bool word = doc_.shape(t) == text::Shape::lower || n_.lower(t) == "," ||
                      n_.lower(t) == ":" || n_.lower(t) == "-" || n_.lower(t) == "(";
    if (!word || n_.t.tags.covering(t) != nullptr || n_.office_starting[t] != kNobody) {
      return false;
    }
    ++t;
  }
  return true;
}

bool SideLists::joins(std::uint32_t from, std::uint32_t to) const {
  bool joint = false;
  for (std::uint32_t t = from; t < to;) {
    const Match* honorific = n_.t.matches.find(t, Channel::honorific);
    if (honorific != nullptr && honorific->tokens.end <= to) {
      t = honorific->tokens.end;
      continue;
    }
    const std::string_view word = n_.lower(t);
    // "A, |Border Service| Director B": whose director, right before the office
    const tagger::Tag* body = joint ? n_.t.tags.starting(t) : nullptr;
    if (body != nullptr && body->label == tagger::Label::body && body->tokens.end <= to) {
      t = body->tokens.end;
      continue;
    }
    if (word == "(") {
      const std::uint32_t end = bracket_end(t, to);
      if (end == t) return false;
      t = end;
      continue;
    }
    const bool parts = word == "," || word == ";" || word == "and" || word == "&";
    const bool small = word == "the" || word == "as" || word == "well" || word == "also" ||
                       word == "by" || word == "his" || word == "her" || word == "with";
    if (!parts && !small) return false;
    joint = joint || parts || word == "well";
    ++t;
  }
  return joint;
}

// Behind the bracket that opens at `at`, or `at`.
std::uint32_t SideLists::bracket_end(std::uint32_t at, std::uint32_t limit) const {
  for (std::uint32_t t = at + 1; t < std::min(limit, at + kBracket); ++t) {
    if (n_.state_covering(t)) return at;
    if (n_.lower(t) == ")") return t + 1;
  }
  return at;
}

}  // namespace rapporteur::names
