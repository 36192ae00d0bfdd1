#include "content/hosting.h"

#include <algorithm>
#include <string_view>

namespace rapporteur::meetings {

namespace {

constexpr std::uint32_t kReach = 4;  // tokens from "will" to "host"

// The next meeting that the sentence names, or null.
const Mention* next_in(const Drafts& drafts, TokenRange sentence) {
  auto found = std::lower_bound(
      drafts.mentions.begin(), drafts.mentions.end(), sentence.begin,
      [](const Mention& m, std::uint32_t token) { return m.tokens.begin < token; });
  while (found != drafts.mentions.end() && found->tokens.begin < sentence.end &&
         (found->relation != "next" || found->tokens.end > sentence.end)) {
    ++found;
  }
  if (found != drafts.mentions.end() && found->tokens.begin >= sentence.end) return nullptr;
  return found == drafts.mentions.end() ? nullptr : &*found;
}

bool is_host(std::string_view word) {
  return word == "host" || word == "hosted" || word == "hosting";
}

// The "will" or "is to" in front of the word at `host`, or `host`.
std::uint32_t promise_before(const Context& context, std::uint32_t host, std::uint32_t floor) {
  for (std::uint32_t t = host; t > floor && host - t < kReach;) {
    --t;
    const std::string_view word = context.lower(t);
    const bool to_come = word == "to" && t > floor &&
                         (context.lower(t - 1) == "is" || context.lower(t - 1) == "are");
    if (to_come) return t - 1;
    if (word == "will" || word == "shall") return t;
    if (context.doc.is_punctuation(t)) break;
  }
  return host;
}

}  // namespace

std::optional<Statement> next_host(const Context& context, const Drafts& drafts,
                                   const Phrases& phrases, TokenRange sentence) {
  for (std::uint32_t t = sentence.begin + 1; t < sentence.end; ++t) {
    if (!is_host(context.lower(t))) continue;
    const std::uint32_t verb = promise_before(context, t, sentence.begin);
    if (verb == t || context.lower(verb + 1) == "not") continue;
    const Mention* next = next_in(drafts, sentence);
    if (next == nullptr) return std::nullopt;
    // "|The next one| is to be hosted by Fiji."
    const std::uint32_t begin =
        next->tokens.end <= verb ? next->tokens.begin : phrases.subject_begin(verb, sentence.begin);
    if (begin >= verb || phrases.has_role(begin, "relative")) return std::nullopt;
    Statement s;
    s.act = "agree";
    s.voice = Voice::impersonal;
    s.verb = {verb, t + 1};
    s.content = {begin, phrases.clause_end(t, sentence.end, false)};
    return s;
  }
  return std::nullopt;
}

}  // namespace rapporteur::meetings
