#include "participant/joint_sides.h"

#include <algorithm>
#include <string>
#include <vector>

#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using record::Attendance;
using record::Kind;
using record::Participant;
using record::Status;
using tagger::Label;

constexpr std::size_t kFew = 3;  // states that have a body of their own

// A state that takes part, and the words that name it.
struct Side {
  std::string code;
  ByteSpan words;
};
using Sides = std::vector<Side>;

void note(Sides& sides, const std::string& code, ByteSpan words) {
  const bool known =
      std::any_of(sides.begin(), sides.end(), [&](const Side& s) { return s.code == code; });
  if (!known) sides.push_back({code, words});
}

class JointSides {
 public:
  JointSides(const Context& context, Drafts& drafts) : c_(context), drafts_(drafts) {}

  void run() {
    for (const Draft& draft : drafts_.drafts) known_.push_back(sides_of(draft));
    for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
      if (!lacks_sides(drafts_.drafts[d])) continue;
      const bool row = is_known_row(drafts_.drafts[d]);
      const Sides sides = row ? named_in_organ(drafts_.drafts[d]) : find(d);
      if (is_few(sides)) add(drafts_.drafts[d], sides);
    }
  }

 private:
  [[nodiscard]] static bool is_few(const Sides& sides) {
    return sides.size() >= 2 && sides.size() <= kFew;
  }

  // A session or talks of no organisation of which nobody is known but groups.
  [[nodiscard]] static bool lacks_sides(const Draft& draft) {
    const record::Meeting& m = draft.meeting;
    if (m.organisation || !m.kind) return false;
    if (*m.kind != Kind::session && *m.kind != Kind::talks) return false;
    return std::none_of(m.participants.begin(), m.participants.end(),
                        [](const Participant& p) { return p.person || p.state || p.organisation; });
  }

  // "the East Asia Summit": a row that a table knows is nobody's own.
  [[nodiscard]] bool is_known_row(const Draft& draft) const {
    return std::any_of(draft.mentions.begin(), draft.mentions.end(), [&](std::uint32_t i) {
      const Mention& m = drafts_.mentions[i];
      return m.organ.id != npos || m.organisation.id != npos;
    });
  }

  [[nodiscard]] static Sides sides_of(const Draft& draft) {
    Sides out;
    for (const Participant& p : draft.meeting.participants) {
      if (p.state && !p.state.evidence.empty()) note(out, *p.state, p.state.evidence.front());
    }
    return out;
  }

  [[nodiscard]] Sides find(std::size_t d) const {
    const Sides named = named_in_organ(drafts_.drafts[d]);
    if (named.size() >= 2) return named;
    const record::Meeting& own = drafts_.drafts[d].meeting;
    if (!own.organ) return {};
    const std::string organ = catalogue::fold(*own.organ);
    for (std::size_t o = oldest_draft(drafts_); o < drafts_.drafts.size(); ++o) {
      const record::Meeting& other = drafts_.drafts[o].meeting;
      if (o == d || other.organisation || !other.organ || !is_few(known_[o])) continue;
      if (catalogue::fold(*other.organ) == organ) return known_[o];
    }
    const Draft& main = drafts_.drafts[drafts_.main];
    const bool two = !main.meeting.organisation && known_[drafts_.main].size() == 2;
    if (two) return known_[drafts_.main];
    return known_[drafts_.main].empty() ? only_pair() : Sides{};
  }

  // Whenever two meet in this report they are the same two; or nothing.
  [[nodiscard]] Sides only_pair() const {
    const Sides* pair = nullptr;
    for (std::size_t d = oldest_draft(drafts_); d < drafts_.drafts.size(); ++d) {
      if (known_[d].empty()) continue;
      if (drafts_.drafts[d].meeting.organisation || known_[d].size() > 2) return {};
      if (known_[d].size() < 2) continue;
      if (pair != nullptr && !are_same(*pair, known_[d])) return {};
      pair = &known_[d];
    }
    return pair != nullptr ? *pair : Sides{};
  }

  static bool are_same(const Sides& a, const Sides& b) {
    return std::all_of(a.begin(), a.end(), [&](const Side& side) {
      return std::any_of(b.begin(), b.end(), [&](const Side& s) { return s.code == side.code; });
    });
  }

  // "the Angola-Cape Verde Bilateral Commission"
  [[nodiscard]] Sides named_in_organ(const Draft& draft) const {
    Sides out;
    for (const std::uint32_t i : draft.mentions) {
      const Mention& m = drafts_.mentions[i];
      const ByteSpan span = m.organ_words.empty() ? m.organ.words : m.organ_span;
      if (span.begin >= span.end) continue;
      const std::uint32_t end = c_.doc.token_at(span.end - 1) + 1;
      for (std::uint32_t t = c_.doc.token_at(span.begin); t < end; ++t) {
        const tagger::Tag* tag = c_.tags.starting(t);
        if (tag == nullptr || tag->id == npos) continue;
        if (tag->label != Label::state && tag->label != Label::nationality) continue;
        note(out, std::string(c_.catalogue.states()[tag->id].code), c_.doc.span(tag->tokens));
      }
    }
    return out;
  }

  // "a |Senior Officials| meeting": those who meet, where its name says so; or nothing.
  [[nodiscard]] TokenRange group_in_name(const Draft& draft) const {
    for (const std::uint32_t i : draft.mentions) {
      const ByteSpan span = drafts_.mentions[i].organ_span;
      if (span.begin >= span.end) continue;
      const std::uint32_t end = c_.doc.token_at(span.end - 1) + 1;
      for (std::uint32_t t = c_.doc.token_at(span.begin); t < end; ++t) {
        const lexicon::Match* m = c_.matches.find(t, lexicon::Channel::office);
        const bool several = m != nullptr && c_.catalogue.office_names()[m->id].plural;
        if (several && m->tokens.end <= end) return m->tokens;
      }
    }
    return {};
  }

  // For each side, with the office of those who are told of ("the Permanent Secretaries").
  void add(Draft& draft, const Sides& sides) const {
    record::Meeting& m = draft.meeting;
    const bool to_come = m.status && *m.status != Status::held && *m.status != Status::ongoing;
    std::vector<Participant> groups = std::move(m.participants);
    m.participants.clear();
    if (groups.empty()) {
      groups.emplace_back();
      const TokenRange office = group_in_name(draft);
      if (!office.empty()) {
        const ByteSpan span = c_.doc.span(office);
        groups.front().offices.set({c_.words(span)}, {span}, 0.6F, "names/office");
      }
    }
    for (const Participant& group : groups) {
      for (const Side& side : sides) {
        Participant p = group;
        p.state.set(side.code, {side.words}, 0.55F, "meetings/joint-sides");
        if (!p.attendance) {
          const ByteSpan words =
              m.status && !m.status.evidence.empty() ? m.status.evidence.front() : side.words;
          p.attendance.set(to_come ? Attendance::expected : Attendance::attended, {words}, 0.55F,
                           "meetings/attendance");
        }
        m.participants.push_back(std::move(p));
      }
    }
  }

  const Context& c_;
  Drafts& drafts_;
  std::vector<Sides> known_;  // of each draft
};

}  // namespace

void add_joint_sides(const Context& context, Drafts& drafts) { JointSides(context, drafts).run(); }

}  // namespace rapporteur::meetings
