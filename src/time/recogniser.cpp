#include "rapporteur/time/recogniser.h"

#include <memory_resource>
#include <utility>

#include "grammar.h"
#include "resolver.h"
#include "tense.h"
#include "vocabulary.h"

namespace rapporteur::time {

namespace {

using text::LineRole;

bool is_read(LineRole role) { return role != LineRole::boilerplate && role != LineRole::blank; }

// All expressions of the text, unresolved.
std::vector<Phrase> phrases_of(const text::Document& doc, std::span<const Item> items) {
  std::vector<Phrase> phrases;
  Grammar grammar(doc, items);
  TenseTracker tracker;
  for (const text::Sentence& sentence : doc.sentences()) {
    if (!is_read(sentence.role)) continue;
    grammar.enter(sentence.tokens);
    tracker.start_sentence(phrases.size());
    for (Pos at = sentence.tokens.begin; at < sentence.tokens.end;) {
      const std::size_t size = phrases.size();
      const Code code = items[at].code;
      const Pos end = code == Code::none ? kFail : grammar.expression(at, phrases);
      if (end == kFail) {
        tracker.see(items[at], doc, at, phrases);
        at += items[at].length;
        continue;
      }
      tracker.mark(phrases, size);
      at = end;
    }
  }
  return phrases;
}

}  // namespace

std::string_view to_string(Kind kind) {
  switch (kind) {
    case Kind::day:
      return "day";
    case Kind::interval:
      return "interval";
    case Kind::weekend:
      return "weekend";
    case Kind::week:
      return "week";
    case Kind::month:
      return "month";
    case Kind::season:
      return "season";
    case Kind::quarter:
      return "quarter";
    case Kind::year:
      return "year";
    case Kind::decade:
      return "decade";
    case Kind::century:
      return "century";
    case Kind::holiday:
      return "holiday";
    case Kind::vague:
      return "vague";
    case Kind::reference:
      return "reference";
    case Kind::time_of_day:
      return "time-of-day";
    case Kind::duration:
      return "duration";
    case Kind::recurring:
      return "recurring";
  }
  return {};
}

bool is_date(Kind kind) {
  return kind != Kind::time_of_day && kind != Kind::duration && kind != Kind::recurring;
}

struct Recogniser::Impl {
  Vocabulary vocabulary;
};

Recogniser::Recogniser(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Recogniser::Recogniser(Recogniser&&) noexcept = default;
Recogniser& Recogniser::operator=(Recogniser&&) noexcept = default;
Recogniser::~Recogniser() = default;

Result<Recogniser> Recogniser::load(const Pack& pack) {
  auto vocabulary = Vocabulary::load(pack);
  if (!vocabulary) return vocabulary.error();
  return Recogniser(std::make_unique<Impl>(Impl{std::move(*vocabulary)}));
}

void Recogniser::find(const text::Document& doc, const Anchor& anchor, Scratch& scratch,
                      std::vector<Expression>& out) const {
  std::pmr::vector<Item> items(doc.size(), scratch.arena.resource());
  impl_->vocabulary.classify(doc, items);
  const std::vector<Phrase> phrases = phrases_of(doc, items);
  Resolver(doc, impl_->vocabulary, anchor).resolve(phrases, out);
}

}  // namespace rapporteur::time
