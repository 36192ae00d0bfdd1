#include "circumstance/told_outright.h"

#include <algorithm>
#include <string>

#include "circumstance/meeting_day.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

// "Date: 23/09/2016" above a report: its own, unless another line says where it takes place.
bool is_of_report(const Context& c, std::uint32_t label, const time::Expression& e) {
  if (c.lower(label) != "date" || e.edtf != c.report.published) return false;
  return std::none_of(
      c.doc.sentences().begin(), c.doc.sentences().end(), [&](const text::Sentence& s) {
        TokenRange words;
        const lexicon::Cue* where = c.cue(s.tokens.begin, c.cues.label, &words);
        return where != nullptr && where->value == "where" && c.lower(words.end) == ":";
      });
}

// The several days of a line that holds nothing else but where it was; or null.
const time::Expression* days_of_line(const Context& c, TokenRange line) {
  const time::Expression* days = nullptr;
  for (std::uint32_t t = line.begin; t < line.end; ++t) {
    const time::Expression* e = c.date_at(t);
    const tagger::Tag* tag = c.tags.starting(t);
    if (e != nullptr && days == nullptr && time::length(e->edtf) > 1) {
      days = e;
      t = e->tokens.end - 1;
    } else if (tag != nullptr &&
               (tag->label == tagger::Label::place || tag->label == tagger::Label::state)) {
      t = tag->tokens.end - 1;
    } else if (!c.doc.is_punctuation(t) && c.doc.lower(t) != "|") {
      return nullptr;
    }
  }
  return days;
}

void set_town(const Context& c, record::Meeting& m, const tagger::Tag& town, float confidence) {
  const ByteSpan words = c.doc.span(town.tokens);
  m.place.set(c.words(words), {words}, confidence, "meetings/place");
  const catalogue::Index state = town.id == npos ? npos : c.catalogue.places()[town.id].state;
  if (state == npos || m.country) return;
  m.country.set(std::string(c.catalogue.states()[state].code), {words}, confidence,
                "meetings/country-of-place");
}

void set_subtitle_place(const Context& c, record::Meeting& m, std::uint32_t sentence) {
  const TokenRange line = c.doc.sentences()[sentence].tokens;
  for (std::uint32_t t = line.begin; t < line.end; ++t) {
    const tagger::Tag* tag = c.tags.starting(t);
    if (tag != nullptr && tag->label == tagger::Label::place) return set_town(c, m, *tag, 0.7F);
  }
}

}  // namespace

void add_labelled(const Context& c, Draft& main) {
  for (const text::Sentence& s : c.doc.sentences()) {
    TokenRange words;
    const lexicon::Cue* label = c.cue(s.tokens.begin, c.cues.label, &words);
    if (label == nullptr || c.lower(words.end) != ":") continue;
    for (const time::Expression& e : c.times_in(s.tokens)) {
      const bool here = e.tokens.begin >= s.tokens.begin && e.tokens.end <= s.tokens.end;
      if (!here || label->value != "when" || e.edtf.empty() || !time::is_date(e.kind)) continue;
      if (is_of_report(c, s.tokens.begin, e)) continue;
      set_when(c, main, e, 0.9F);
      break;
    }
  }
}

void add_stamped(const Context& c, Draft& main) {
  constexpr std::uint32_t kTop = 12;  // sentences
  const auto& sentences = c.doc.sentences();
  for (std::uint32_t s = 0; s < std::min<std::size_t>(kTop, sentences.size()); ++s) {
    const TokenRange line = sentences[s].tokens;
    const time::Expression* day = c.time_at(line.begin);
    const tagger::Tag* town = c.tags.covering(line.end - 1);
    if (day == nullptr || town == nullptr || town->label != tagger::Label::place) continue;
    if (!time::is_date(day->kind) || day->edtf.empty() || time::length(day->edtf) != 1) continue;
    const time::Expression* clock = c.time_at(day->tokens.end);
    if (clock == nullptr || clock->kind != time::Kind::time_of_day) continue;
    if (clock->tokens.end != town->tokens.begin || town->tokens.end != line.end) continue;
    set_when(c, main, *day, 0.5F);
    return set_town(c, main.meeting, *town, 0.5F);
  }
}

void add_subtitle(const Context& c, Draft& main) {
  constexpr std::int64_t kLongest = 21;  // days
  for (const std::uint32_t title : main.sentences) {
    if (c.doc.sentences()[title].role == text::LineRole::body) break;
    for (const std::uint32_t beside : {title + 1, title - 1}) {
      if (beside >= c.doc.sentences().size()) continue;
      const time::Expression* days = days_of_line(c, c.doc.sentences()[beside].tokens);
      if (days == nullptr || time::length(days->edtf) > kLongest) continue;
      if (main.meeting.when && !time::overlap(*main.meeting.when, days->edtf)) continue;
      set_when(c, main, *days, 0.85F);
      if (!main.meeting.place) set_subtitle_place(c, main.meeting, beside);
      return;
    }
  }
}

}  // namespace rapporteur::meetings
