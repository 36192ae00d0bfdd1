#include "identity/attribution.h"

#include <algorithm>
#include <numeric>

#include "identity/main_meeting.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

constexpr std::uint32_t kLongestClause = 100;  // tokens
constexpr std::uint32_t kBackgroundReach = 7;  // tokens from "preparations for" to the mention

}  // namespace

bool is_aside(const Context& context, const Drafts& drafts, std::uint32_t mention) {
  constexpr std::uint32_t kReach = 8;  // tokens from "which" to the mention
  const Mention& m = drafts.mentions[mention];
  const TokenRange sentence = context.sentence(m.trigger.begin);
  bool had = false;
  for (std::uint32_t t = m.trigger.begin; m.trigger.begin - t < kReach; --t) {
    const std::string_view word = context.lower(t);
    // Another meeting than the one told of: by its name, or by its tense.
    if (word == "what") return had;
    if (word == "which" || word == "who" || word == "whose") {
      return !m.relation.empty() || context.lower(t + 1) == "had";
    }
    had = had || word == "had";
    if (t == sentence.begin || (word == "," && t != m.trigger.begin)) return false;
  }
  return false;
}

Attribution::Attribution(const Context& context, const Drafts& drafts)
    : c_(context), drafts_(drafts), background_(context.cues.background) {
  const auto& sentences = context.doc.sentences();
  mentions_in_.resize(sentences.size());
  for (std::size_t d = 0; d < drafts.drafts.size(); ++d) {
    for (const std::uint32_t i : drafts.drafts[d].mentions) {
      // "A, co-chair of the Partners Forum" tells who A is.
      const bool office = context.cast.office_covering(drafts.mentions[i].trigger.begin) != nullptr;
      if (office && d != drafts.main) continue;
      mentions_in_[drafts.mentions[i].sentence].push_back({i, d});
    }
  }
  find_background();
  std::size_t current = kNone;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    const text::LineRole role = sentences[s].role;
    const bool aside = role == text::LineRole::teaser || role == text::LineRole::caption ||
                       role == text::LineRole::boilerplate || role == text::LineRole::stamp;
    if (s == 0 || sentences[s].paragraph != sentences[s - 1].paragraph) {
      // A list goes on with what introduced it; a numbered paragraph stands by itself.
      const std::uint32_t first = sentences[s].tokens.begin;
      const bool numbered = context.doc.shape(first) == text::Shape::number;
      const bool list = role == text::LineRole::item && current != kNone && !numbered;
      if (!list) current = aside ? kNone : drafts.main;
    }
    if (!mentions_in_[s].empty()) {
      const std::size_t here = told(s);
      if (here != kNone) current = here;
    }
    default_.push_back(current);
  }
}

namespace {

// "on the occasion of the session|, which| was held in Lima and produced".
bool is_told_on(const Context& c, const Mention& m) {
  const std::string_view next = c.lower(m.tokens.end + 1);
  return c.lower(m.tokens.end) == "," && (next == "which" || next == "where");
}

// "The ministers met on the sidelines of |the summit|".
bool is_beside(const Context& c, const Mention& m) {
  constexpr std::uint32_t kReach = 8;  // tokens of the cue and an article
  const std::uint32_t floor = c.sentence(m.tokens.begin).begin;
  for (std::uint32_t back = 1; back <= kReach && m.tokens.begin >= floor + back; ++back) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(m.tokens.begin - back, c.cues.link, &words);
    const bool near =
        cue != nullptr && words.end <= m.tokens.begin && m.tokens.begin - words.end <= 1;
    if (near) return !m.verbal && cue->value == "sidelines" && !is_told_on(c, m);
  }
  return false;
}

// "It was noted that the presidents |signed| a treaty in March": what follows is not told of that
// day.
bool is_signed_earlier(const Context& c, const Mention& m) {
  constexpr std::int64_t kLong = 14;  // days
  if (!m.verbal || m.kind != "signing" || m.time == kNobody) return false;
  const auto day = time::days_of(c.times[m.time].edtf);
  const auto today = time::days_of(c.report.published);
  return day && today && day->last + kLong < today->first;
}

}  // namespace

// What the sentence behind that one goes on with: the last one named, unless the main one is there.
std::size_t Attribution::told(std::uint32_t sentence) const {
  std::size_t best = kNone;
  std::size_t placed = kNone;  // named only to place another
  std::uint32_t latest = 0;
  for (const Place& p : mentions_in_[sentence]) {
    if (is_aside(c_, drafts_, p.mention)) continue;
    if (p.draft != drafts_.main && is_signed_earlier(c_, drafts_.mentions[p.mention])) continue;
    if (is_background(p.mention)) {
      if (placed == kNone || p.draft == drafts_.main) placed = p.draft;
      continue;
    }
    if (p.draft == drafts_.main) return p.draft;
    if (best == kNone || p.mention >= latest) {
      best = p.draft;
      latest = p.mention;
    }
  }
  return best != kNone ? best : placed == drafts_.main ? placed : kNone;
}

void Attribution::find_background() {
  const std::vector<Mention>& all = drafts_.mentions;
  std::vector<bool> placed(all.size());
  for (const std::vector<Place>& here : mentions_in_) {
    for (const Place& p : here) placed[p.mention] = true;
  }
  std::vector<std::uint32_t> order(all.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return all[a].tokens.begin < all[b].tokens.begin;
  });
  is_background_.resize(all.size());
  std::vector<bool> ends(c_.doc.size() + 1);  // such a mention ends there
  for (const std::uint32_t i : order) {
    is_background_[i] = follows_background(all[i], ends) || is_beside(c_, all[i]);
    if (is_background_[i] && placed[i]) ends[all[i].tokens.end] = true;
  }
  for (const std::vector<Place>& here : mentions_in_) {
    Told told;
    for (const Place& p : here) {
      if (is_background_[p.mention] || p.draft == told.first) continue;
      (told.first == kNone ? told.first : told.second) = p.draft;
    }
    told_in_.push_back(told);
  }
}

bool Attribution::follows_background(const Mention& m, const std::vector<bool>& ends) const {
  const std::uint32_t floor = c_.sentence(m.tokens.begin).begin;
  const std::uint32_t reach =
      m.tokens.begin > floor + kBackgroundReach ? m.tokens.begin - kBackgroundReach : floor;
  for (std::uint32_t t = m.tokens.begin; t-- > reach;) {
    TokenRange cue;
    const bool never = t > floor && c_.lower(t - 1) == "never";  // "never before had they met"
    if (!never && c_.cue(t, background_, &cue) != nullptr && cue.end <= m.tokens.begin) {
      return true;
    }
    // "preparations for the summit |and| the ministers' meeting": the one before is background too.
    // "decisions of the Council |and the summit|"
    if (c_.lower(t) == "and") {
      if (ends[t] || m.verbal || c_.lower(t + 1) != "the") return ends[t];
      continue;
    }
    if (c_.lower(t) == ",") return false;
  }
  return false;
}

bool Attribution::only_places(const Place& place, std::uint32_t token) const {
  const Mention& m = drafts_.mentions[place.mention];
  if (!is_background(place.mention)) return false;
  const Told& told = told_in_[m.sentence];
  const bool another = (told.first != kNone && told.first != place.draft) || told.second != kNone;
  if (!another) return false;
  for (std::uint32_t t = m.tokens.end; t < token; ++t) {
    const std::string_view word = c_.lower(t);
    if (word == "which" || word == "where" || word == "whose" || word == "who") return false;
    // "the preparations for the summit, attended by" tells of the summit, "and |was| attended by"
    // of what was prepared.
    const bool finite =
        word == "was" || word == "were" || c_.lower(t - 1) == "was" || c_.lower(t - 1) == "were";
    const bool company =
        c_.cue(t, c_.cues.chair) != nullptr || c_.cue(t, c_.cues.attend) != nullptr;
    if (company && !finite) return false;
  }
  return true;
}

// From the mention on, up to a semicolon: "A, who had chaired |the third summit in Accra|; B".
bool Attribution::is_in_clause(TokenRange mention, std::uint32_t token) const {
  if (token > mention.end + kLongestClause) return false;
  for (std::uint32_t t = mention.end; t < token; ++t) {
    if (c_.lower(t) == ";") return false;
  }
  return token >= mention.begin;
}

// "the Council, which was called to prepare |the 65th Summit|, was chaired by": its clause is over.
bool Attribution::is_closed_off(TokenRange mention, std::uint32_t token) const {
  constexpr std::uint32_t kReach = 12;  // tokens from "which" to the mention
  if (token <= mention.end) return false;
  const std::uint32_t floor = c_.sentence(mention.begin).begin;
  std::uint32_t t = mention.begin;
  const auto opens = [&](std::uint32_t at) {
    const std::string_view word = c_.lower(at);
    return word == "which" || word == "who" || word == "whose" || word == "where";
  };
  while (t > floor && mention.begin - t < kReach && !opens(t) && c_.lower(t) != ",") --t;
  if (!opens(t) || t == floor || c_.lower(t - 1) != ",") return false;
  t = mention.end;
  while (t < token && c_.lower(t) != ",") ++t;
  // The main clause goes on behind the comma.
  const std::string_view verb = c_.lower(t + 1);
  return t < token && (c_.cue(t + 1, c_.cues.past) != nullptr || verb == "is" || verb == "are" ||
                       verb == "will" || verb == "has" || verb == "have");
}

// "Peru will be represented by X |as| Minister Y is on |a trip| to Seoul": why, told behind
// `token`.
bool Attribution::is_in_reason(TokenRange mention, std::uint32_t token) const {
  constexpr std::uint32_t kReach = 16;  // tokens from the conjunction to the mention
  for (std::uint32_t t = mention.begin; t-- > token && mention.begin - t < kReach;) {
    const std::string_view word = c_.lower(t);
    if (c_.doc.is_punctuation(t)) return false;
    if (word == "because" || word == "since") return true;
    // "as chair": no reason
    if (word != "as") continue;
    std::uint32_t next = t + 1;
    while (next < mention.begin && c_.cast.office_covering(next) != nullptr) ++next;
    const names::Mention* who = c_.cast.covering(next);
    return who != nullptr && who->person != kNobody;
  }
  return false;
}

// "the Council with A and B met |in the margins of the Assembly|": who stands in front of it was in
// the meeting that the sentence tells of before.
bool Attribution::leads_to_linked(const Place& place) const {
  const Mention& m = drafts_.mentions[place.mention];
  if (!is_only_linked(c_, m)) return false;
  const std::vector<Place>& here = mentions_in_[m.sentence];
  return std::any_of(here.begin(), here.end(), [&](const Place& other) {
    return other.draft != place.draft &&
           drafts_.mentions[other.mention].tokens.end <= m.tokens.begin;
  });
}

std::size_t Attribution::at(std::uint32_t token) const {
  const std::uint32_t sentence = c_.doc.sentence_of(token);
  const std::vector<Place>& here = mentions_in_[sentence];
  std::size_t best = kNone;
  std::uint32_t best_distance = 0;
  bool reason = false;  // a mention is skipped for telling why
  for (const Place& p : here) {
    if (only_places(p, token)) continue;
    const TokenRange r = drafts_.mentions[p.mention].tokens;
    // "The preparatory meeting for the session opened in Lima and |will go on until Friday|"
    const TokenRange own = drafts_.mentions[p.mention].prepared;
    if (!own.empty() && token >= own.end) continue;
    if (!is_in_clause(r, token) && is_aside(c_, drafts_, p.mention)) continue;
    if (is_closed_off(r, token)) continue;
    if (token < r.begin && leads_to_linked(p)) continue;
    if (is_in_reason(r, token)) {
      reason = true;
      continue;
    }
    const std::uint32_t distance = token < r.begin  ? r.begin - token
                                   : token >= r.end ? token - r.end + 1
                                                    : 0;
    if (best == kNone || distance < best_distance) {
      best = p.draft;
      best_distance = distance;
    }
  }
  if (best != kNone) return best;
  // The sentence goes on with what was told before it.
  const auto& sentences = c_.doc.sentences();
  const bool first =
      sentence == 0 || sentences[sentence].paragraph != sentences[sentence - 1].paragraph;
  return !reason ? default_[sentence] : first ? drafts_.main : default_[sentence - 1];
}

std::size_t Attribution::meant_by_it(std::uint32_t token) const {
  const std::uint32_t sentence = c_.doc.sentence_of(token);
  if (sentence == 0 || named_in(sentence)) return kNone;
  const TokenRange s = c_.sentence(token);
  for (std::uint32_t t = token; t < s.end; ++t) {
    if (c_.doc.lower(t) != "it" && c_.doc.lower(t) != "them") continue;
    const std::vector<Place>& before = mentions_in_[sentence - 1];
    return before.empty() ? kNone : before.back().draft;
  }
  return kNone;
}

namespace {

// How much farther a mention is that a semicolon, or ", and", parts from what stands before it.
constexpr std::uint32_t kOtherClause = 12;

// "in May 2017|; the third|", "in May|, and the leaders will meet|", "agreed today |that the
// third|": another clause begins between the two, right before the second.
bool opens_clause(const Context& c, std::uint32_t from, std::uint32_t to) {
  constexpr std::uint32_t kNear = 6;
  if (c.doc.lower(from) == "that") return true;
  for (std::uint32_t t = to > from + kNear ? to - kNear : from; t < to; ++t) {
    if (c.doc.lower(t) == ";") return true;
    const std::string_view next = c.doc.lower(t + 1);
    const bool joins = next == "and" || next == "but" || next == "while" || next == "whereas";
    if (c.doc.lower(t) == "," && joins && t == from) return true;
  }
  return false;
}

}  // namespace

Draft* nearest_draft(const Context& context, Drafts& drafts, const Attribution& attribution,
                     TokenRange tokens, std::uint32_t* distance) {
  Draft* best = nullptr;
  std::uint32_t best_distance = kNearestReach;
  for (const Attribution::Place& place : attribution.in(context.doc.sentence_of(tokens.begin))) {
    const TokenRange own = drafts.mentions[place.mention].prepared;
    if (!own.empty() && (tokens.begin < own.begin || tokens.begin >= own.end)) continue;
    const TokenRange m = drafts.mentions[place.mention].tokens;
    // "met on Thursday to prepare the summit": the day of those who prepare.
    const bool before = tokens.end <= m.begin;
    if (before && is_only_linked(context, drafts.mentions[place.mention])) continue;
    std::uint32_t d = tokens.begin >= m.end   ? tokens.begin - m.end
                      : tokens.end <= m.begin ? m.begin - tokens.end + 2
                                              : 0;
    if (before && opens_clause(context, tokens.end, m.begin)) d += kOtherClause;
    if (d >= best_distance) continue;
    best = &drafts.drafts[place.draft];
    best_distance = d;
  }
  if (distance != nullptr) *distance = best_distance;
  return best;
}

}  // namespace rapporteur::meetings
