// How far a name in capitals reaches of which no table knows.
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "organ/name_ends.h"
#include "organ/ordinal.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

namespace {

bool is_inside_name(std::string_view word) {
  return word == "of" || word == "the" || word == "on" || word == "for" || word == "and" ||
         word == "," || word == "-";
}

// "Joint |Tajik-Japanese Commission|": where the body of two sides ends that begins at `at`; or
// `at`.
std::uint32_t behind_body_of_pair(const Context& c, std::uint32_t at) {
  const auto side = [&](std::uint32_t t) {
    const Tag* tag = c.tags.starting(t);
    const bool is =
        tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
    return is ? tag->tokens.end : t;
  };
  const std::uint32_t dash = side(at);
  if (dash == at || (c.lower(dash) != "-" && c.lower(dash) != "–")) return at;
  const std::uint32_t end = dash + 1 < c.doc.size() ? side(dash + 1) : dash + 1;
  const Tag* body = end > dash + 1 && end < c.doc.size() ? c.tags.starting(end) : nullptr;
  const bool own = body != nullptr && body->label == Label::body && body->id == npos;
  return own ? body->tokens.end : at;
}

}  // namespace

std::uint32_t capitals_behind(const Context& c, std::uint32_t at) {
  const std::uint32_t limit = c.sentence(at).end;
  std::uint32_t end = at;
  while (end < limit && end - at < 14) {
    std::uint32_t next = end;
    while (end > at && next < end + 3 && is_inside_name(c.lower(next))) ++next;
    if (next >= limit || !c.doc.is_capital(next) || c.time_at(next) != nullptr) break;
    // "Chief Scientists and the |First| Forum": another meeting's name
    if (next > end + 1 && ordinal_before(c.doc, next + 1, next).value > 0) break;
    // "Meeting of His |Excellency| X"
    if (c.matches.find(next, lexicon::Channel::honorific) != nullptr) break;
    // "Joint |Permanent Commission|", "High-|Level Commission|": a body that no table knows is the
    // rest of the name.
    if (const std::uint32_t pair = behind_body_of_pair(c, next); end == next && pair > next) {
      end = pair;
      continue;
    }
    const Tag* tag = c.tags.covering(next);
    const bool joined = end > at && (next == end || c.lower(next - 1) == "-");
    // "Conference on Glaciers and |Mountain Water|"
    const bool matter = tag != nullptr && tag->label == Label::place && tag->id == npos &&
                        end > at && c.lower(next - 1) == "and";
    const bool rest =
        matter || (tag != nullptr && joined && tag->label == Label::body && tag->id == npos);
    if (tag != nullptr && !rest) break;
    end = glued_end(c, rest ? tag->tokens.end : next + 1);
  }
  return end;
}

}  // namespace rapporteur::meetings
