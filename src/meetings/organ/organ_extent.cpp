#include "organ/organ_extent.h"

#include <algorithm>

#include "nominal/nominal_words.h"
#include "organ/ordinal.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

constexpr std::uint32_t kLongest = 16;  // tokens of a name

class Extent {
 public:
  explicit Extent(const Context& context) : c_(context), organ_head_(context.cues.organ_head) {}

  [[nodiscard]] TokenRange of(TokenRange name) const {
    const TokenRange s = c_.sentence(name.begin);
    if (!c_.doc.is_capital(name.end - 1) || name.end > s.end) return name;
    TokenRange out = name;
    if (const Tag* tag = c_.tags.covering(name.begin);
        tag != nullptr && tag->label == Label::body && tag->id == npos) {
      out = {std::min(name.begin, tag->tokens.begin), std::max(name.end, tag->tokens.end)};
    }
    out.end = to_head(out, s.end);
    if (!is_head(out.end - 1) && !is_head(name.end - 1)) return out;
    out.begin = left_end(out.begin, s.begin);
    out.end = right_end(out.end, s.end, out.begin);
    return out;
  }

 private:
  [[nodiscard]] bool is_head(std::uint32_t token) const {
    return c_.cue(token, organ_head_) != nullptr || c_.cue(token, c_.cues.body_head) != nullptr;
  }

  // Behind the whole head that begins at `token`: "|Intergovernmental Commission|".
  [[nodiscard]] std::uint32_t head_end(std::uint32_t token) const {
    TokenRange words{token, token + 1};
    return c_.cue(token, organ_head_, &words) != nullptr ? words.end : token + 1;
  }

  // "Joint Intergovernmental |Turkmen-Kazakh Commission|", "Joint |Turkmen-Kazakh Economic
  // Commission|": the states, and what a joint body is called, stand inside the name.
  [[nodiscard]] std::uint32_t to_head(TokenRange name, std::uint32_t limit) const {
    constexpr std::uint32_t kMost = 5;  // states, dashes and words before the head
    if (is_head(name.end - 1)) return name.end;
    const bool joint = is_joint_word(c_.doc.lower(name.begin));
    std::uint32_t at = name.end;
    for (std::uint32_t n = 0; n < kMost && at < limit && !is_head(at); ++n) {
      const Tag* tag = c_.tags.starting(at);
      const bool state =
          tag != nullptr && (tag->label == Label::nationality || tag->label == Label::state);
      const bool unknown = tag != nullptr && tag->label == Label::body && tag->id == npos;
      if (joint && unknown && is_head(tag->tokens.end - 1)) return tag->tokens.end;
      const bool word = joint && (unknown || is_free_capital(at, name.begin));
      if (!state && !word && c_.doc.lower(at) != "-") break;
      at = state || unknown ? tag->tokens.end : at + 1;
    }
    const bool inside = at > name.end || joint;
    return inside && at < limit && c_.doc.is_capital(at) && is_head(at) ? head_end(at) : name.end;
  }

  // "Joint Economic |Commission|": capitals that no other name owns.
  [[nodiscard]] std::uint32_t left_end(std::uint32_t begin, std::uint32_t floor) const {
    std::uint32_t best = begin;
    for (std::uint32_t t = begin; t > floor && begin - t < kLongest; --t) {
      const std::string_view word = c_.doc.lower(t - 1);
      const bool joint = word == "-" || word == "and" || word == "&";
      if (joint && t - 1 > floor && is_free_capital(t - 2, floor)) continue;
      if (joint || !is_free_capital(t - 1, floor)) break;
      best = t - 1;
    }
    return best;
  }

  [[nodiscard]] bool is_free_capital(std::uint32_t token, std::uint32_t floor) const {
    if (!c_.doc.is_capital(token) || token == floor) return false;
    if (c_.tags.covering(token) != nullptr || c_.cast.covering(token) != nullptr) return false;
    if (c_.time_at(token) != nullptr || c_.cue(token, c_.cues.head) != nullptr) return false;
    if (ordinal_before(c_.doc, token + 1, token).value > 0) return false;
    TokenRange words;
    const lexicon::Cue* how = c_.cue(token, c_.cues.adjective, &words);
    return how == nullptr || how->value.empty();
  }

  // "Committee |on Trade, Economic and Technical Cooperation|".
  [[nodiscard]] std::uint32_t right_end(std::uint32_t end, std::uint32_t limit,
                                        std::uint32_t begin) const {
    const std::string_view link = c_.lower(end);
    if (link != "on" && link != "for") return end;
    std::uint32_t at = end + 1;
    if (c_.lower(at) == "the") ++at;
    std::uint32_t best = end;
    for (; at < limit && at - begin < kLongest + 4; ++at) {
      const std::string_view word = c_.doc.lower(at);
      const bool capital = c_.doc.is_capital(at) && c_.time_at(at) == nullptr;
      const Tag* tag = c_.tags.covering(at);
      const bool other = tag != nullptr && tag->label != Label::body;
      if (capital && !other) {
        best = at + 1;
        continue;
      }
      // "Committee for |Peru-Chile| Bilateral Cooperation": the sides in front of the subject
      const bool side =
          tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
      if (side && best == end) {
        at = tag->tokens.end - 1;
        continue;
      }
      const bool joint = word == "-" || word == "and" || word == "&" || word == "," || word == "of";
      const bool goes_on =
          joint && at + 1 < limit &&
          (c_.doc.is_capital(at + 1) ||
           (word == "," && c_.lower(at + 1) == "and" && c_.doc.is_capital(at + 2)) ||
           (c_.lower(at + 1) == "the" && c_.doc.is_capital(at + 2)));
      if (!goes_on) break;
      // A comma goes on with a list that "and" closes.
      if (word == "," && !closes_list(at, limit)) break;
    }
    return best;
  }

  [[nodiscard]] bool closes_list(std::uint32_t comma, std::uint32_t limit) const {
    for (std::uint32_t t = comma + 1; t < std::min(comma + kLongest, limit); ++t) {
      const std::string_view word = c_.doc.lower(t);
      if (word == "and") return c_.doc.is_capital(t + 1) && c_.tags.covering(t + 1) == nullptr;
      if (word != "," && word != "-" && !c_.doc.is_capital(t)) return false;
      if (c_.cast.covering(t) != nullptr) return false;
    }
    return false;
  }

  const Context& c_;
  lexicon::CueClass organ_head_;
};

// "the Peace Agreement", "the Treaty on the Founding of X" without a body that deals with it.
bool is_paper(const Context& c, TokenRange name) {
  TokenRange words;
  const bool last = c.cue(name.end - 1, c.cues.instrument, &words) != nullptr;
  bool paper = last && words.end == name.end;
  if (c.cue(name.begin, c.cues.instrument, &words) != nullptr && words.end < name.end) {
    const std::string_view link = c.doc.lower(words.end);
    paper = paper || link == "on" || link == "for" || link == "concerning";
  }
  const lexicon::CueClass organ_head = c.cues.organ_head;
  for (std::uint32_t t = name.begin; paper && t < name.end; ++t) {
    // "the |parties| to the Peace Agreement"
    const bool bound = c.doc.lower(t) == "parties" || c.doc.lower(t) == "signatories";
    paper = c.cue(t, organ_head) == nullptr && !bound;
  }
  return paper;
}

}  // namespace

TokenRange whole_organ_name(const Context& context, ByteSpan span) {
  return Extent(context).of(
      {context.doc.token_at(span.begin), context.doc.token_at(span.end - 1) + 1});
}

bool is_no_organ(const Context& c, TokenRange name) {
  const std::uint32_t begin = name.begin;
  if (begin < c.dateline.end && begin >= c.dateline.begin) return true;
  TokenRange words;
  const bool bracket = begin > 0 && c.doc.lower(begin - 1) == "(" && c.lower(name.end) == ")";
  const lexicon::CueClass agency = c.cues.agency;
  if (bracket && c.cue(begin, agency, &words) != nullptr && words.end == name.end) return true;
  const Tag* tag = c.tags.covering(begin);
  const lexicon::CueClass areas = c.cues.area;
  const bool area = c.cue(begin, areas, &words) != nullptr && words.end == name.end;
  const bool place = tag != nullptr && tag->label == Label::place && tag->tokens.end >= name.end;
  // "the |Central Asian| leaders": a part of the world by its adjective
  const std::string_view end = c.doc.lower(name.end - 1);
  const bool adjective = c.cue(begin, c.cues.circle, &words) != nullptr && words.end == name.end &&
                         (end.ends_with("an") || end.ends_with("ic"));
  if (area || place || adjective) return true;  // "leaders of the |Great Lakes| region"
  const std::string_view only = c.doc.lower(begin);
  const bool suffix = only == "jnr" || only == "jr" || only == "snr" || only == "sr";
  const bool crowd = only == "delegations" || only == "delegation" || only == "sides";
  if (name.size() == 1 && (suffix || crowd)) return true;
  // "Summit of Peru and Chile |Begins|", in the capitals of a headline
  const bool verb = c.cue(begin, c.cues.convening, &words) != nullptr && words.end >= name.end;
  if (verb && c.doc.sentences()[c.doc.sentence_of(begin)].role == text::LineRole::headline) {
    return true;
  }
  // "talks of the |Secretary of State|": one person's office.
  const names::Office* office = c.cast.office_starting(begin);
  const bool one = office != nullptr && !office->plural && office->tokens.end >= name.end;
  return one || is_paper(c, name);
}

}  // namespace rapporteur::meetings
