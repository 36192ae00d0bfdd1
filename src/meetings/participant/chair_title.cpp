#include "participant/chair_title.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "clause/word_list.h"
#include "organ/ordinal.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;
using tagger::Label;
using tagger::Tag;

constexpr std::uint32_t kNear = 6;  // tokens between the title and who has it

bool is_title(std::string_view word) {
  static constexpr std::array<std::string_view, 4> kTitles{"chair", "chairman", "chairperson",
                                                           "chairwoman"};
  return is_one_of(word, kTitles);
}

// The title is of another time, or only second to it.
bool is_other_title(std::string_view word) {
  static constexpr std::array<std::string_view, 11> kOthers{
      "incoming", "outgoing", "next", "former", "past", "deputy",
      "vice",     "future",   "co",   "new",    "late"};
  return is_one_of(word, kOthers);
}

// "|MSG Chair|", "|Chair of the Council|": the title with its body.
struct Title {
  TokenRange tokens;
  const Tag* body = nullptr;  // a known one
  std::string_view word;      // else the word for it, in lower case: "council"
  bool sitting = false;       // "of the 14th session": of the meeting itself
};

struct Holder {
  std::uint32_t person = kNobody;
  Named state;
  ByteSpan words;
};

class Titles {
 public:
  Titles(const Context& context, Drafts& drafts) : c_(context), drafts_(drafts) {}

  void run() {
    for (std::uint32_t t = 0; t < c_.doc.size(); ++t) {
      if (is_led(t)) set_leader(t);
      if (!is_title(c_.doc.lower(t))) continue;
      const text::LineRole role = c_.doc.sentences()[c_.doc.sentence_of(t)].role;
      if (role != text::LineRole::body && role != text::LineRole::item) continue;
      const Title title = title_at(t);
      if (title.sitting) {
        set_chair_of_sitting(title);
        continue;
      }
      if (title.body == nullptr && title.word.empty()) continue;
      Draft* draft = meeting_of(title);
      if (draft == nullptr) continue;
      // Whoever has the title need not be the host: without a state nothing tells which it is.
      if (const Holder who = holder_of(title); who.state) {
        set(draft->meeting, who, c_.doc.span(title.tokens));
      }
    }
  }

 private:
  [[nodiscard]] bool is_body_word(std::uint32_t t) const {
    return c_.doc.is_capital(t) && c_.cue(t, c_.cues.body_head) != nullptr;
  }

  [[nodiscard]] bool is_sitting(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 5> kSittings{"session", "meeting", "summit",
                                                               "conference", "round"};
    return is_one_of(c_.lower(t), kSittings);
  }

  // "Chairman of |the current session of the| GCC Council", "Chair of |the 58th regular meeting of
  // the| Committee": where the body is named.
  [[nodiscard]] std::uint32_t behind_session(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 12> kSession{
        "the",     "current",  "present", "this",   "term",    "of",
        "regular", "ordinary", "special", "annual", "ongoing", "ministerial"};
    while (t < c_.doc.size() && (is_one_of(c_.doc.lower(t), kSession) || is_sitting(t) ||
                                 ordinal_before(c_.doc, t + 1, t).value > 0)) {
      ++t;
    }
    return t;
  }

  // "the 14th session|,", "the 14th JBC meeting|,": behind the meeting itself, or `t`.
  [[nodiscard]] std::uint32_t behind_sitting(std::uint32_t t) const {
    if (c_.lower(t) != "the" && c_.lower(t) != "this") return t;
    std::uint32_t end = behind_session(t);
    const bool letters = end < c_.doc.size() && c_.doc.shape(end) == text::Shape::upper;
    if (letters && is_sitting(end + 1)) end += 2;
    return is_sitting(end - 1) ? end : t;
  }

  [[nodiscard]] Title title_at(std::uint32_t t) const {
    const TokenRange s = c_.sentence(t);
    Title out;
    out.tokens = {t, t + 1};
    if (c_.lower(t + 1) == "of") {
      const std::uint32_t sitting = behind_sitting(t + 2);
      out.sitting = sitting > t + 2;
      const std::uint32_t named = behind_session(t + 2);
      if (named >= s.end) return out;
      const Tag* tag = out.sitting ? nullptr : c_.tags.starting(named);
      if (out.sitting) {
        out.tokens.end = sitting;
      } else if (tag != nullptr && tag->label == Label::body && tag->id != npos) {
        out.body = tag;
        out.tokens.end = tag->tokens.end;
      } else if (tag == nullptr && is_body_word(named) && c_.lower(named + 1) != "of") {
        out.word = c_.doc.lower(named);
        out.tokens.end = named + 1;
      }
    } else if (t > s.begin) {
      const std::uint32_t owner = c_.doc.lower(t - 1) == "'s" && t > s.begin + 1 ? t - 1 : t;
      const Tag* tag = c_.tags.covering(owner - 1);
      if (tag != nullptr && tag->label == Label::body && tag->id != npos &&
          tag->tokens.end == owner) {
        out.body = tag;
        out.tokens.begin = tag->tokens.begin;
      } else if (tag == nullptr && is_body_word(t - 1) && t > s.begin + 1 &&
                 (!c_.doc.is_capital(t - 2) || c_.doc.lower(t - 2) == "the")) {
        out.word = c_.doc.lower(t - 1);
        out.tokens.begin = t - 1;
      }
    }
    // "|in the| chair of the summits was X"
    if (t > s.begin + 1 && c_.doc.lower(t - 1) == "the" && c_.doc.lower(t - 2) == "in") return {};
    if (out.tokens.begin > s.begin && is_other_title(c_.doc.lower(out.tokens.begin - 1))) return {};
    return out;
  }

  // The main one, if it is of the body.
  [[nodiscard]] Draft* meeting_of(const Title& title) const {
    Draft& main = drafts_.drafts[drafts_.main];
    if (is_of(main, title)) return &main;
    return nullptr;
  }

  // A session or summit of which nobody is said to preside.
  static bool is_of_many(const Draft& draft) {
    const record::Meeting& m = draft.meeting;
    const bool many = m.kind && (*m.kind == Kind::session || *m.kind == Kind::summit);
    return many && !draft.bilateral && !m.chair;
  }

  [[nodiscard]] bool is_of(const Draft& draft, const Title& title) const {
    const record::Meeting& m = draft.meeting;
    if (!is_of_many(draft)) return false;
    if (title.body == nullptr) {
      const auto names = [&](const auto& name) {
        return name &&
               (" " + catalogue::fold(*name) + " ").find(" " + std::string(title.word) + " ") !=
                   std::string::npos;
      };
      return names(m.organ) || (!m.organ && names(m.organisation));
    }
    return std::any_of(draft.mentions.begin(), draft.mentions.end(), [&](std::uint32_t i) {
      const Mention& mention = drafts_.mentions[i];
      const bool part = mention.organ && mention.organ.id != npos &&
                        c_.catalogue.bodies()[mention.organ.id].parent == title.body->id;
      return part || mention.organisation.id == title.body->id ||
             mention.organ.id == title.body->id;
    });
  }

  [[nodiscard]] Holder of_mention(const names::Mention* m) const {
    if (m == nullptr || m->kind == names::MentionKind::collective || m->person == kNobody)
      return {};
    return {m->person, c_.cast.people[m->person].state, c_.doc.span(m->tokens)};
  }

  [[nodiscard]] Holder of_state(const Tag* tag) const {
    const bool state = tag != nullptr && tag->label == Label::state && tag->id != npos;
    if (!state) return {};
    const ByteSpan words = c_.doc.span(tag->tokens);
    return {kNobody, {tag->id, words}, words};
  }

  [[nodiscard]] Holder holder_of(const Title& title) const {
    for (std::uint32_t t = title.tokens.begin; t < title.tokens.end; ++t) {
      if (const Holder who = of_mention(c_.cast.covering(t)); who.words.size() > 0) return who;
    }
    const Holder who = before(title);
    return who.words.size() > 0 ? who : after(title.tokens.end);
  }

  // "|X of Fiji|, as Forum Chair", "|India|, this year's SCO chair"
  [[nodiscard]] Holder before(const Title& title) const {
    const std::uint32_t begin = c_.sentence(title.tokens.begin).begin;
    static constexpr std::array<std::string_view, 16> kJoints{
        ",",  "as",  "the",     "and", "who",      "which",     "is",  "was",
        "in", "his", "current", "her", "capacity", "incumbent", "its", "'s"};
    for (std::uint32_t t = title.tokens.begin; t > begin && title.tokens.begin - t < kNear; --t) {
      const Holder person = of_mention(c_.cast.covering(t - 1));
      if (person.words.size() > 0) return person;
      const Holder state = of_state(c_.tags.covering(t - 1));
      if (state.state) return state;
      if (!is_one_of(c_.doc.lower(t - 1), kJoints)) return {};
    }
    return {};
  }

  // "SADC Chairperson |and President of Angola X|", "CARICOM Chairman, |the Prime Minister X|"
  [[nodiscard]] Holder after(std::uint32_t from) const {
    const std::uint32_t end = std::min(from + kNear, c_.sentence(from - 1).end);
    static constexpr std::array<std::string_view, 6> kJoints{",", "and", "the", "(", "h.e.", "is"};
    for (std::uint32_t t = from; t < end; ++t) {
      const names::Mention* m = c_.cast.covering(t);
      if (const Holder person = of_mention(m); person.words.size() > 0) return person;
      if (const Holder state = of_state(c_.tags.covering(t)); state.state) return state;
      if (m == nullptr && !is_one_of(c_.doc.lower(t), kJoints)) return {};
    }
    return {};
  }

  void set(record::Meeting& m, const Holder& who, ByteSpan words) const {
    m.chair.set(std::string(c_.catalogue.states()[who.state.id].code), {who.words, words}, 0.65F,
                "meetings/chair");
    if (who.person == kNobody) return;
    const names::Person& person = c_.cast.people[who.person];
    m.chair_person.set(person.name, {person.words}, 0.65F, "meetings/chair-person");
  }

  // "|The Chairman of the 14th session|, Mr. X, said", "X is |the Chair of the meeting|"
  void set_chair_of_sitting(const Title& title) const {
    record::Meeting& m = drafts_.drafts[drafts_.main].meeting;
    const bool sits = m.kind && (*m.kind == Kind::session || *m.kind == Kind::summit ||
                                 *m.kind == Kind::conference);
    const Holder who = sits && !m.chair ? holder_of(title) : Holder{};
    if (who.state) return set(m, who, c_.doc.span(title.tokens));
    if (who.person == kNobody) return;
    const names::Person& person = c_.cast.people[who.person];
    m.chair.set(person.name, {person.words, c_.doc.span(title.tokens)}, 0.6F, "meetings/chair");
    m.chair_person.set(person.name, {person.words}, 0.6F, "meetings/chair-person");
  }

  [[nodiscard]] bool is_led(std::uint32_t t) const {
    return (c_.doc.lower(t) == "headed" || c_.doc.lower(t) == "led") && c_.lower(t + 1) == "by";
  }

  // "the session, |headed by| Iraq", "the meeting was |led by| Minister X": the meeting, where no
  // delegation is named between.
  void set_leader(std::uint32_t verb) const {
    Draft& main = drafts_.drafts[drafts_.main];
    if (!is_of_many(main)) return;
    std::uint32_t from = kNobody;
    for (const std::uint32_t i : main.mentions) {
      const Mention& m = drafts_.mentions[i];
      if (m.sentence == c_.doc.sentence_of(verb) && m.tokens.end <= verb) from = m.tokens.end;
    }
    if (from == kNobody) return;
    static constexpr std::array<std::string_view, 4> kSides{"delegation", "delegations", "team",
                                                            "side"};
    // "The Nepali |delegation| to the meeting was led by X"
    for (std::uint32_t t = c_.sentence(verb).begin; t < from; ++t) {
      if (is_one_of(c_.doc.lower(t), kSides)) return;
    }
    for (std::uint32_t t = from; t < verb; ++t) {
      if (c_.cue(t, c_.cues.side) != nullptr || c_.cue(t, c_.cues.head) != nullptr) return;
      const names::Mention* who = c_.cast.covering(t);
      if (who != nullptr && who->person != kNobody) return;
    }
    const Holder who = after(verb + 2);
    static constexpr std::array<std::string_view, 4> kBe{"was", "is", "be", "been"};
    const bool told = who.person == kNobody || is_one_of(c_.doc.lower(verb - 1), kBe);
    if (who.state && told) set(main.meeting, who, c_.doc.span({verb, verb + 2}));
  }

  const Context& c_;
  Drafts& drafts_;
};

}  // namespace

void add_chairs_by_title(const Context& context, Drafts& drafts) { Titles(context, drafts).run(); }

}  // namespace rapporteur::meetings
