// Treaties, charters, declarations and other papers that the report names, and what was done with
// them. A head noun of data/lexicon/cues/instrument.tsv makes a phrase an instrument.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clause/phrase.h"
#include "draft.h"
#include "identity/attribution.h"
#include "statement/statement.h"

namespace rapporteur::meetings {

namespace {

using record::InstrumentRelation;

constexpr std::uint32_t kLongestName = 24;    // tokens
constexpr std::size_t kMostInstruments = 40;  // per meeting
constexpr std::string_view kRule = "meetings/instrument";

struct Paper {
  TokenRange tokens;
  bool proper = false;  // a name in capitals
};

class Instruments {
 public:
  Instruments(const Context& context, Statements& statements, Drafts& drafts)
      : c_(context),
        statements_(statements),
        drafts_(drafts),
        phrases_(context),
        attribution_(context, drafts),
        instrument_(context.cues.instrument) {}

  void run() {
    for (const text::Sentence& s : c_.doc.sentences()) {
      if (!is_told(s)) continue;
      const std::vector<Paper> papers = find(s.tokens);
      if (papers.empty()) continue;
      const std::vector<Statement>& statements = statements_.in(s.tokens);
      for (const Paper& paper : papers) {
        const std::optional<InstrumentRelation> done = governed(paper, statements);
        // In small letters it is an instrument only where something is done with it.
        if (!paper.proper && !done) continue;
        const std::size_t d = attribution_.at(paper.tokens.begin);
        if (d != Attribution::kNone) add(d, paper, done.value_or(InstrumentRelation::cited));
      }
    }
  }

 private:
  [[nodiscard]] std::vector<Paper> find(TokenRange s) const {
    std::vector<Paper> out;
    for (std::uint32_t t = s.begin; t < s.end; ++t) {
      TokenRange head;
      const lexicon::Cue* cue = c_.cue(t, instrument_, &head);
      if (cue == nullptr) continue;
      Paper paper;
      paper.tokens = {name_begin(head.begin, s.begin), head.end};
      const bool capital_head = c_.doc.is_capital(head.end - 1);
      const bool capital_front = paper.tokens.begin < head.begin &&
                                 c_.doc.is_capital(paper.tokens.begin) &&
                                 paper.tokens.begin > s.begin;
      paper.tokens.end = name_end(head.end, s.end, capital_head);
      const bool more = paper.tokens.size() > head.size();
      paper.proper = (capital_head && (more || head.begin > s.begin)) || capital_front;
      if (cue->value == "proper" && !paper.proper) continue;
      while (paper.tokens.size() > 1 && phrases_.has_role(paper.tokens.begin, "determiner")) {
        ++paper.tokens.begin;
      }
      out.push_back(paper);
      t = paper.tokens.end - 1;
    }
    return out;
  }

  // Words before the head that belong to the name: "Khujand Declaration", "SCO Charter",
  // "Kyrgyz-Tajik agreement".
  [[nodiscard]] std::uint32_t name_begin(std::uint32_t head, std::uint32_t floor) const {
    std::uint32_t begin = head;
    while (begin > floor && head - begin < 6) {
      const std::uint32_t t = begin - 1;
      const std::string_view word = c_.lower(t);
      const bool hyphen = word == "-" && !c_.doc.space_before(t) && t > floor;
      const bool plain = word == "joint" || word == "final" || word == "political" ||
                         word == "draft" || word == "bilateral" || word == "trilateral";
      const bool capital = c_.doc.is_capital(t) && t > floor;
      const bool genitive = word == "'s" && t > floor && c_.doc.is_capital(t - 1);
      if (!hyphen && !plain && !capital && !genitive) break;
      begin = t;
    }
    // "The SCO Charter": the first word of the sentence, where a capital says nothing.
    if (begin == floor + 1 && c_.doc.shape(floor) == text::Shape::upper) begin = floor;
    while (begin < head && phrases_.has_role(begin, "determiner")) ++begin;
    return begin;
  }

  // "signed a protocol on trade |on Thursday| in Lima": where the words begin that say when; or
  // `limit`.
  [[nodiscard]] std::uint32_t before_day(std::uint32_t t, std::uint32_t limit) const {
    for (; t + 1 < limit; ++t) {
      const std::string_view link = c_.lower(t);
      if ((link == "on" || link == "in") && c_.date_at(t + 1) != nullptr) return t;
    }
    return limit;
  }

  // "on the Junction Point of State Borders", "on housing": what the paper is about.
  [[nodiscard]] std::uint32_t name_end(std::uint32_t head_end, std::uint32_t limit,
                                       bool capital) const {
    const std::string_view link = c_.lower(head_end);
    const bool goes_on =
        head_end < limit && (link == "of" || link == "on" || link == "for" || link == "between" ||
                             link == "concerning" || link == "against" || link == "regarding");
    if (!goes_on) return head_end;
    limit = std::min(before_day(head_end, limit), head_end + kLongestName);
    if (limit <= head_end + 1) return head_end;
    if (!capital) {
      const std::uint32_t end = phrases_.clause_end(head_end + 1, limit, true);
      for (std::uint32_t t = head_end + 1; t < end; ++t) {
        const bool separator = c_.lower(t) == "," || c_.lower(t) == ";";
        const bool next =
            c_.lower(t) == "and" && t + 1 < end &&
            (phrases_.has_role(t + 1, "determiner") || c_.cue(t + 1, instrument_) != nullptr);
        if (separator || next) return t;
      }
      return end;
    }
    std::uint32_t end = head_end;  // behind the last capital
    for (std::uint32_t t = head_end; t < limit; ++t) {
      const std::string_view word = c_.lower(t);
      if (c_.doc.is_capital(t)) {
        // "the Treaty on X and the Declaration": a second paper.
        if (c_.cue(t, instrument_) != nullptr && c_.lower(t - 1) == "the" && t > head_end + 2 &&
            c_.lower(t - 2) == "and") {
          break;
        }
        end = t + 1;
        continue;
      }
      const bool small = phrases_.has_role(t, "preposition") || word == "the" || word == "a" ||
                         word == "and" || word == "-" || word == "'s" || word == "," ||
                         word == "an" || word == "its";
      if (!small && c_.doc.shape(t) != text::Shape::number) break;
    }
    return end;
  }

  // What the verb that governs the paper does with it.
  [[nodiscard]] std::optional<InstrumentRelation> governed(
      const Paper& paper, const std::vector<Statement>& statements) const {
    for (const Statement& s : statements) {
      const bool inside =
          s.content.begin <= paper.tokens.begin + 1 && paper.tokens.begin < s.content.end;
      if (!inside) continue;
      std::optional<InstrumentRelation> relation;
      const std::string_view verb = c_.lower(s.verb.begin);
      if (s.act == "sign") relation = InstrumentRelation::signed_;
      if (s.act == "adopt" || s.act == "issue") relation = InstrumentRelation::adopted;
      if (s.act == "approve") relation = InstrumentRelation::adopted;
      if (verb.substr(0, 5) == "ratif") relation = InstrumentRelation::ratified;
      if (s.act == "propose") relation = InstrumentRelation::proposed;
      if (!relation) continue;
      if (s.future) return InstrumentRelation::proposed;
      return relation;
    }
    return std::nullopt;
  }

  void add(std::size_t d, const Paper& paper, InstrumentRelation relation) {
    std::vector<record::Instrument>& all = drafts_.drafts[d].meeting.instruments;
    const std::string name = c_.words(c_.doc.span(paper.tokens));
    for (record::Instrument& known : all) {
      if (!says_the_same(*known.name, name)) continue;
      if (known.relation == InstrumentRelation::cited) known.relation = relation;
      if (known.name->size() < name.size()) set_name(known, name, paper);
      return;
    }
    if (all.size() >= kMostInstruments) return;
    record::Instrument instrument;
    set_name(instrument, name, paper);
    instrument.relation = relation;
    all.push_back(std::move(instrument));
  }

  void set_name(record::Instrument& out, const std::string& name, const Paper& paper) const {
    out.name.set(name, {c_.doc.span(paper.tokens)}, paper.proper ? 0.8F : 0.6F, std::string(kRule));
  }

  const Context& c_;
  Statements& statements_;
  Drafts& drafts_;
  Phrases phrases_;
  Attribution attribution_;
  lexicon::CueClass instrument_;
};

}  // namespace

void add_instruments(const Context& context, Statements& statements, Drafts& drafts) {
  if (drafts.drafts.empty()) return;
  Instruments(context, statements, drafts).run();
}

}  // namespace rapporteur::meetings
