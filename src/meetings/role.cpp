// Who chairs, hosts and invites.

#include <algorithm>

#include "attribution.h"
#include "draft.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

constexpr std::uint32_t kReach = 12;

// A person, state or body that stands at or near a cue.
struct Holder {
  std::uint32_t person = kNobody;
  Named state;
  ByteSpan words;
};

class Roles {
 public:
  Roles(const Context& context, Drafts& drafts)
      : c_(context), drafts_(drafts), attribution_(context, drafts) {}

  void run() {
    for (std::uint32_t t = 0; t < c_.doc.size(); ++t) {
      const text::LineRole role = c_.doc.sentences()[c_.doc.sentence_of(t)].role;
      if (role == text::LineRole::boilerplate || role == text::LineRole::teaser) continue;
      chair(t);
      host(t);
      inviter(t);
    }
  }

 private:
  // The record of the meeting of which the words at `token` speak, or null.
  record::Meeting* meeting_at(std::uint32_t token) {
    const std::size_t d = attribution_.at(token);
    return d == Attribution::kNone ? nullptr : &drafts_.drafts[d].meeting;
  }

  [[nodiscard]] Holder holder_of(const names::Mention& m) const {
    Holder out;
    if (m.kind == names::MentionKind::collective) return out;
    out.person = m.person;
    out.words = c_.doc.span(m.tokens);
    if (m.person != kNobody) {
      out.state = c_.cast.people[m.person].state;
      out.words = c_.cast.people[m.person].words;
      const bool here = out.words.begin >= c_.doc.span(m.tokens).begin &&
                        out.words.end <= c_.doc.span(m.tokens).end;
      if (!here) out.words = c_.doc.span(m.tokens);
    } else if (!m.states.empty()) {
      out.state = m.states.front();
    }
    return out;
  }

  Holder after(std::uint32_t from) const {
    const TokenRange s = c_.sentence(from > 0 ? from - 1 : 0);
    if (from < s.end && c_.doc.lower(from) == ",") ++from;  // "its chairperson, President X"
    for (std::uint32_t t = from; t < std::min(from + 6, s.end); ++t) {
      if (const names::Mention* m = c_.cast.covering(t); m != nullptr) {
        const Holder h = holder_of(*m);
        if (h.person != kNobody || h.state) return h;
      }
      const Tag* tag = c_.tags.covering(t);
      if (tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality)) {
        return {kNobody, {tag->id, c_.doc.span(tag->tokens)}, c_.doc.span(tag->tokens)};
      }
      if (c_.doc.lower(t) == "," || c_.doc.lower(t) == ";") break;
    }
    return {};
  }

  Holder before(std::uint32_t from) const {
    const TokenRange s = c_.sentence(from);
    std::uint32_t steps = 0;
    for (std::uint32_t t = from; t > s.begin && steps < kReach; --t, ++steps) {
      if (const names::Mention* m = c_.cast.covering(t - 1); m != nullptr) {
        const Holder h = holder_of(*m);
        if (h.person != kNobody || h.state) return h;
        t = m->tokens.begin + 1;
        continue;
      }
      const Tag* tag = c_.tags.covering(t - 1);
      if (tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality)) {
        return {kNobody, {tag->id, c_.doc.span(tag->tokens)}, c_.doc.span(tag->tokens)};
      }
      if (c_.doc.lower(t - 1) == ";") break;
    }
    return {};
  }

  void chair(std::uint32_t t) {
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(t, c_.cues.chair, &words);
    if (cue == nullptr) return;
    record::Meeting* meeting = meeting_at(t);
    if (meeting == nullptr || meeting->chair) return;
    const Holder who = cue->value == "after" ? after(words.end) : before(words.begin);
    if (who.words.empty()) return;
    const ByteSpan evidence = join(who.words, c_.doc.span(words));
    const std::vector<ByteSpan> spans =
        evidence.size() <= 200 ? std::vector<ByteSpan>{evidence} : std::vector<ByteSpan>{who.words};
    if (who.state) {
      meeting->chair.set(std::string(c_.catalogue.states()[who.state.id].code), spans, 0.8F,
                         "meetings/chair");
    } else if (who.person != kNobody) {
      meeting->chair.set(c_.cast.people[who.person].name, spans, 0.6F, "meetings/chair-person");
    }
    if (who.person != kNobody) {
      meeting->chair_person.set(c_.cast.people[who.person].name, {c_.cast.people[who.person].words},
                                0.8F, "meetings/chair-person");
    }
  }

  void host(std::uint32_t t) {
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(t, c_.cues.host, &words);
    if (cue == nullptr) return;
    record::Meeting* meeting = meeting_at(t);
    if (meeting == nullptr || meeting->host) return;
    const Holder who = cue->value == "after" ? after(words.end) : before(words.begin);
    if (!who.state) return;
    meeting->host.set(std::string(c_.catalogue.states()[who.state.id].code),
                      {who.state.words, c_.doc.span(words)}, 0.7F, "meetings/host");
  }

  void inviter(std::uint32_t t) {
    TokenRange words;
    if (c_.cue(t, c_.cues.inviter, &words) == nullptr) return;
    record::Meeting* meeting = meeting_at(t);
    if (meeting == nullptr || meeting->inviter) return;
    for (std::uint32_t at = words.end; at < std::min(words.end + 3, c_.doc.size()); ++at) {
      const names::Mention* m = c_.cast.covering(at);
      if (m == nullptr) continue;
      const ByteSpan span = c_.doc.span(m->tokens);
      if (span.size() > 200) return;
      meeting->inviter.set(c_.words(span), {span}, 0.75F, "meetings/inviter");
      return;
    }
  }

  const Context& c_;
  Drafts& drafts_;
  Attribution attribution_;
};

}  // namespace

void add_roles(const Context& context, Drafts& drafts) { Roles(context, drafts).run(); }

}  // namespace rapporteur::meetings
