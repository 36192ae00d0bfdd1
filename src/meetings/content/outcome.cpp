// What those who met agreed, adopted, signed, stressed and called for; and, apart from it, what
// one side alone says.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clause/phrase.h"
#include "content/content_owner.h"
#include "content/hosting.h"
#include "content/list_lead.h"
#include "content/outcome_content.h"
#include "content/outcome_item.h"
#include "content/outcome_judge.h"
#include "draft.h"
#include "statement/statement.h"

namespace rapporteur::meetings {

namespace {

using catalogue::ActClass;

constexpr std::size_t kMostOutcomes = 8;       // per meeting
constexpr std::uint32_t kLongestContent = 22;  // words
constexpr std::uint32_t kLongPhrase = 12;      // words from which on asides are left out
constexpr std::uint32_t kShortFirst = 4;       // tokens of a first thing that others may follow
constexpr float kJoint = 0.45F;                // from here on it is what all say
constexpr std::size_t kFew = 4;                // outcomes of all that leave room for one's own
constexpr std::uint32_t kHeadlines = 6;        // sentences from the top that may be headlines
constexpr std::uint32_t kLongestActor = 12;    // tokens
constexpr std::string_view kRule = "meetings/outcome";

class Outcomes {
 public:
  Outcomes(const Context& context, Statements& statements, const Drafts& drafts)
      : c_(context),
        statements_(statements),
        drafts_(drafts),
        phrases_(context),
        owner_(context, drafts),
        judge_(context, drafts, owner_),
        kinds_(context, phrases_),
        items_(context, phrases_),
        outcome_(context.cues.outcome),
        found_(drafts.drafts.size()),
        alone_(drafts.drafts.size()),
        praise_(drafts.drafts.size()) {}

  void run() {
    ListLeads leads(c_, phrases_);
    for (std::uint32_t i = 0; i < c_.doc.sentences().size(); ++i) {
      const text::Sentence& s = c_.doc.sentences()[i];
      const Lead* lead = leads.above(i);
      if (s.role == text::LineRole::headline && i < kHeadlines) take_headline(s);
      if (!is_told(s)) continue;
      if (s.paragraph != agreed_in_) agreed_ = Attribution::kNone;
      bool some = false;
      TokenRange said;          // the verb of the statement before
      std::uint32_t first = 0;  // where the first content of that verb starts
      std::vector<Statement> led;
      if (lead != nullptr) led = find_statements(c_, phrases_, s.tokens, lead);
      for (const Statement& statement : lead != nullptr ? led : statements_.in(s.tokens)) {
        const bool past = !statement.future || OutcomeJudge::is_undertaking(statement);
        // "The ministers are expected to:" tells what will be talked about.
        if (lead != nullptr && lead->future && !is_documentary(statement.act)) continue;
        // All items of a list speak of the meeting of which their lead speaks.
        const bool item = lead != nullptr && !lead->heading;
        if (statement.verb != said) first = statement.content.begin;
        said = statement.verb;
        const std::size_t d = owner_.of(
            item ? lead->at : statement.verb.begin,
            item ? TokenRange{lead->at, lead->at}
                 : TokenRange{std::min(first, statement.content.begin), statement.content.end},
            past ? Tense::past : Tense::prospective);
        if (d == Attribution::kNone || !take(statement, d, nullptr, item)) continue;
        some = true;
        agreed_ = d;
        agreed_in_ = s.paragraph;
      }
      if (some) continue;
      if (const auto host = next_host(c_, drafts_, phrases_, s.tokens)) {
        take(*host, drafts_.main);
        continue;
      }
      if (agreed_ != Attribution::kNone) {
        for (const Statement& plain : plain_results(c_, phrases_, s.tokens, false)) {
          take(plain, agreed_);
        }
      } else {
        for (const Statement& plain : plain_results(c_, phrases_, s.tokens, true)) {
          const std::size_t d = owner_.of(plain.verb.begin, plain.content, Tense::past);
          if (d != Attribution::kNone) take(plain, d);
        }
        after_talks(s);
      }
    }
  }

  // "Ministers adopt plan": what the report's own headline tells, where the text tells nothing.
  void take_headline(const text::Sentence& s) {
    for (const Statement& statement : statements_.in(s.tokens)) {
      const bool joint = statement.voice == Voice::group || statement.voice == Voice::document;
      const bool paper = is_documentary(statement.act) && statement.act != "adopt";
      const bool deed = paper ? judge_.names_paper(statement.content) : !is_measure(statement.act);
      if (joint && deed && statement.act_class == ActClass::outcome) {
        take(statement, drafts_.main, &headline_);
      }
    }
  }

  // "The railway and trade were discussed. |A study will be made|."
  void after_talks(const text::Sentence& s) {
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      const lexicon::Cue* cue = c_.cue(t, c_.cues.agenda);
      const bool talks = cue != nullptr &&
                         (cue->value == "verb" || cue->value == "topic" || cue->value == "soft" ||
                          cue->value == "before" || cue->value == "after");
      if (!talks) continue;
      agreed_ = owner_.of(t, {t, t}, Tense::past);
      agreed_in_ = s.paragraph;
      return;
    }
  }

  // Moves what was found into `drafts`, the surest first where there are too many.
  void store(Drafts& drafts) {
    if (found_[drafts_.main].empty()) found_[drafts_.main] = std::move(headline_);
    for (std::size_t d = 0; d < found_.size(); ++d) {
      // What one participant called for or supported, where little else is given.
      if (found_[d].size() < kFew) {
        for (Candidate& one : alone_[d]) found_[d].push_back(std::move(one));
      }
      std::vector<Candidate>& all = found_[d].empty() ? praise_[d] : found_[d];
      if (all.size() > kMostOutcomes) {
        std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
          return a.outcome.text.confidence > b.outcome.text.confidence;
        });
        all.resize(kMostOutcomes);
        std::stable_sort(all.begin(), all.end(),
                         [](const Candidate& a, const Candidate& b) { return a.begin < b.begin; });
      }
      for (Candidate& candidate : all) {
        drafts.drafts[d].meeting.outcomes.push_back(std::move(candidate.outcome));
      }
    }
  }

 private:
  struct Candidate {
    std::uint32_t begin = 0;
    std::uint32_t verb = 0;  // where the verb that governs it starts
    record::Outcome outcome;
  };

  // Whether it is what all agreed. `item_of_list`: the content is one item of a list already.
  bool take(const Statement& s, std::size_t d, std::vector<Candidate>* into = nullptr,
            bool item_of_list = false) {
    const float sure = judge_.may_have(d, s) ? judge_.confidence(s, d) : 0;
    if (sure <= 0) return false;
    const bool joint = sure > kJoint && s.act_class == ActClass::outcome;
    std::vector<Candidate>& out = into != nullptr                             ? *into
                                  : s.act_class == ActClass::praise           ? praise_[d]
                                  : s.voice == Voice::single && sure < kJoint ? alone_[d]
                                                                              : found_[d];
    if (is_measure(s.act) && !has_object(s)) return false;
    if (s.act == "elect" && kinds_.is_theme(s.content)) return false;
    const bool meets =
        opens_talk(c_, s.content.begin) || c_.cue(s.content.begin, c_.cues.verb) != nullptr;
    if (s.act == "plan" && meets) return false;
    if (kinds_.tells_of_meeting(s.content) || tells_of_place(c_, s.content)) return false;
    const bool clause = c_.lower(s.content.begin - 1) == "that";
    if ((is_documentary(s.act) && !clause && s.opening.empty()) || s.list) {
      take_papers(s, sure, out);
      return joint;
    }
    if (!item_of_list && s.act != "elect" && kinds_.is_noun_list(s)) {
      for (Item& item : phrases_.split(s.content)) add(s, std::move(item), sure, out, true);
      return joint;
    }
    const TokenRange content = before_meeting(s.content, d);
    Item item{{phrases_.trim_end(item_of_list ? kinds_.core(content) : content, false)}};
    if (phrases_.count_words(item) > kLongPhrase) {
      item.pieces = phrases_.without_asides(item.pieces.front());
    }
    if (!s.opening.empty()) item.pieces.insert(item.pieces.begin(), s.opening);
    add(s, std::move(item), sure, out);
    return joint;
  }

  // "resume the flights |at their meeting in Rome|": without the words that say where they agreed.
  [[nodiscard]] TokenRange before_meeting(TokenRange content, std::size_t d) const {
    constexpr std::uint32_t kShortest = 3;
    for (const std::uint32_t i : drafts_.drafts[d].mentions) {
      const Mention& m = drafts_.mentions[i];
      if (m.verbal || m.tokens.begin < content.begin + kShortest) continue;
      if (m.tokens.begin >= content.end || !m.relation.empty()) continue;
      std::uint32_t t = m.tokens.begin - 1;
      if (phrases_.has_role(t, "determiner")) --t;
      const std::string_view word = c_.lower(t);
      if (t < content.begin + 2 || (word != "at" && word != "during")) continue;
      return {content.begin, t};
    }
    return content;
  }

  // The content names a thing: no time, no circumstance, no meeting that is opened or put off.
  [[nodiscard]] bool has_object(const Statement& s) const {
    if (!s.opening.empty()) return true;
    std::uint32_t t = s.content.begin;
    std::uint32_t end = 0;
    // "a hotel booked", "money set aside": by anybody.
    if (s.passive && s.content.size() == 1 && !c_.doc.is_capital(t)) return false;
    while (t < s.content.end && phrases_.has_role(t, "determiner", &end)) t = end;
    const time::Expression* when = phrases_.starts_time(t) ? c_.time_at(t) : nullptr;
    const bool time = when != nullptr && (when->tokens.end >= s.content.end ||
                                          phrases_.has_role(when->tokens.end, "preposition"));
    if (t >= s.content.end || time || phrases_.has_role(t, "preposition") ||
        phrases_.has_role(t, "stop") || phrases_.has_role(t, "pronoun")) {
      return false;
    }
    return std::none_of(drafts_.mentions.begin(), drafts_.mentions.end(), [&](const Mention& m) {
      const bool head = m.trigger.begin >= t && m.trigger.begin < t + kShortFirst;
      const bool opens = head && c_.lower(s.verb.begin).substr(0, 4) == "open";
      return ((m.tokens.begin <= t && t < m.tokens.end) || (head && s.act == "end") || opens) &&
             !m.verbal;
    });
  }

  // "adopted a declaration and a statement on trade": each paper is an outcome.
  void take_papers(const Statement& s, float sure, std::vector<Candidate>& out) {
    TokenRange content = s.content;
    if (phrases_.has_role(content.begin, "preposition")) return;
    // "|The following agreements| were signed:", in front of them.
    if (c_.lower(content.begin) == "the" && c_.lower(content.begin + 1) == "following") return;
    if (!s.passive) {
      content.end = phrases_.clause_end(content.begin, content.end, true);
      content.end = kinds_.before_apposition(content);
      if (content.empty()) return;
    }
    const bool papers = judge_.names_paper(content);
    // "Cooperation in transport and energy |was stressed|": one thing said.
    const bool said = s.passive && (s.act == "emphasise" || s.act == "note" || s.act == "reaffirm");
    const std::vector<Item> parts =
        said ? std::vector<Item>{Item{{phrases_.trim(content)}}} : phrases_.split(content);
    // "three agreements on trade, energy and visas": one phrase, where only its head is a paper.
    const auto named = std::count_if(parts.begin(), parts.end(), [&](const Item& part) {
      const tagger::Tag* tag = c_.tags.covering(part.pieces.back().begin);
      const bool state = tag != nullptr && tag->label == tagger::Label::state;
      return judge_.names_paper(part.pieces.back()) ||
             (c_.doc.is_capital(part.pieces.back().begin) && !state);
    });
    // "papers |covering| such areas as trade and the Northern Corridor"
    const bool covers = kinds_.has_cover(content);
    if (papers && !s.passive && (named == 1 || covers) && parts.size() > 1 &&
        judge_.names_paper(parts.front().pieces.back()) &&
        phrases_.count_words(Item{{content}}) <= kLongestContent) {
      add(s, with_deed(s, Item{{phrases_.trim(content)}}), sure, out);
      return;
    }
    const bool takes_all = !s.passive && (s.act == "adopt" || s.act == "approve");
    // "signed |a development plan|", no book; "endorsed |six projects in trade, visas and customs|"
    const bool whole = kinds_.is_signed_thing(s) || (takes_all && kinds_.is_one_thing(parts));
    if (!papers && !s.passive && whole) {
      add(s, with_deed(s, Item{{phrases_.trim(content)}}), sure, out);
      return;
    }
    if (!papers && (s.act == "sign" || s.act == "exchange" || s.act == "issue")) return;
    for (Item item : parts) {
      const TokenRange words = item.pieces.back();
      const bool own = kinds_.is_further_thing(words);
      if (papers && !takes_all && !own && !judge_.names_paper(words) && item.pieces.size() == 1 &&
          !c_.doc.is_capital(words.begin)) {
        continue;
      }
      if (papers && !judge_.names_paper(item.pieces.back()) &&
          (items_.is_somebody(item) || kinds_.is_place(item.pieces.back()))) {
        continue;
      }
      add(s, with_deed(s, std::move(item)), sure, out);
    }
  }

  // "protocol on trade |signed|", "|sign| a protocol on trade": a paper with what becomes of it.
  [[nodiscard]] Item with_deed(const Statement& s, Item item) const {
    const bool done = s.passive || c_.lower(s.verb.end - 1).ends_with("ed");
    if (done && (s.passive || s.verb.size() == 1)) {
      item.pieces.push_back(s.verb);
    } else if (s.future && s.verb.size() == 1) {
      item.pieces.insert(item.pieces.begin(), s.verb);
    }
    return item;
  }

  void add(const Statement& s, Item item, float sure, std::vector<Candidate>& out,
           bool listed = false) {
    if (item.empty() || item.pieces.front().empty()) return;
    const std::string_view opens = c_.lower(item.pieces.front().begin);
    TokenRange& first = item.pieces.front();
    if (opens == "\"" || opens == "“") ++first.begin;
    // "noted |and commended| the plan"
    const lexicon::Match* second = opens == "and" ? phrases_.act(first.begin + 1) : nullptr;
    if (second != nullptr && second->tokens.end < first.end) first.begin = second->tokens.end;
    std::uint32_t room = kLongestContent;
    for (TokenRange& piece : item.pieces) {
      if (piece.empty()) return;
      piece = phrases_.shorten(piece, std::max(room, 2U));
      if (piece.empty()) return;  // a part that says nothing when it is short
      room -= std::min(room, piece.size());
    }
    const lexicon::Cue* only =
        item.pieces.front().size() == 1 ? c_.cue(item.pieces.front().begin, outcome_) : nullptr;
    const bool kernel = only != nullptr && only->value == "kernel";
    if (item.pieces.size() == 1 && kernel && !listed) return;
    if (items_.substance(item) == 0) return;
    if (items_.is_time(item) || (item.pieces.size() == 1 && kinds_.is_place(item.pieces.front())) ||
        items_.is_empty(item) || items_.is_mere_verb(item, s.verb))
      return;
    std::string text = phrases_.text(item);
    for (const Candidate& known : out) {
      // What one verb governs differs, though most of its words be shared.
      const std::string& before = *known.outcome.text;
      if (known.verb == s.verb.begin ? before == text : says_the_same(before, text)) return;
    }
    Candidate candidate;
    candidate.begin = item.pieces.front().begin;
    candidate.verb = s.verb.begin;
    candidate.outcome.act = std::string(s.act);
    candidate.outcome.actor = actor(s);
    candidate.outcome.text.set(std::move(text), phrases_.spans(item), sure, std::string(kRule));
    out.push_back(std::move(candidate));
  }

  [[nodiscard]] std::string actor(const Statement& s) const {
    if (s.subject.empty() || s.voice == Voice::impersonal) return {};
    TokenRange r = s.subject;
    if (r.size() > kLongestActor) r.end = r.begin + kLongestActor;
    while (!r.empty() && c_.doc.is_punctuation(r.end - 1)) --r.end;
    return r.empty() ? std::string() : c_.words(c_.doc.span(r));
  }

  const Context& c_;
  Statements& statements_;
  const Drafts& drafts_;
  Phrases phrases_;
  ContentOwner owner_;
  OutcomeJudge judge_;
  OutcomeContent kinds_;
  OutcomeItem items_;
  lexicon::CueClass outcome_;
  std::size_t agreed_ = Attribution::kNone;     // the draft of the paragraph's last joint result
  std::uint32_t agreed_in_ = 0;                 // that paragraph
  std::vector<Candidate> headline_;             // of the main draft
  std::vector<std::vector<Candidate>> found_;   // per draft
  std::vector<std::vector<Candidate>> alone_;   // per draft: of one speaker
  std::vector<std::vector<Candidate>> praise_;  // per draft
};

}  // namespace

void add_outcomes(const Context& context, Statements& statements, Drafts& drafts) {
  if (drafts.drafts.empty()) return;
  Outcomes outcomes(context, statements, drafts);
  outcomes.run();
  outcomes.store(drafts);
}

}  // namespace rapporteur::meetings
