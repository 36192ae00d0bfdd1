// Reads a text as far as this layer goes, with the built pack.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "draft.h"
#include "rapporteur/base/arena.h"
#include "rapporteur/meetings/extractor.h"
#include "tagged_text.h"

namespace rapporteur::meetings::testing {

// Loaded once for all tests of the program.
class ContentReader {
 public:
  static const ContentReader& instance() {
    static const ContentReader reader;
    return reader;
  }

  [[nodiscard]] record::Reading read(std::string text, std::string published = "2024-05-16") const {
    record::Reading out;
    out.report.text = std::move(text);
    out.report.published = std::move(published);
    const tests::TaggedText tagged(out.report.text);
    const auto& [doc, matches, tags] = tagged;
    Scratch scratch;
    std::vector<time::Expression> times;
    recogniser_.find(doc, {out.report.published, ""}, scratch, times);
    const names::Cast cast = caster_.cast({doc, matches, tags, tables_.catalogue, tables_.lexicon});
    const tagger::ContentTagger* none = nullptr;  // the rules alone
    extractor_.extract({doc, matches, tags, cast, times, out.report, none}, scratch, out);
    return out;
  }

 private:
  ContentReader() = default;

  const tests::BuiltTables& tables_ = tests::BuiltTables::instance();
  time::Recogniser recogniser_ = time::Recogniser::load(tables_.pack).value();
  names::Caster caster_{tables_.lexicon};
  Extractor extractor_ = Extractor::load(tables_.pack, tables_.catalogue, tables_.lexicon).value();
};

inline record::Reading read(std::string text) {
  return ContentReader::instance().read(std::move(text));
}

// The first meeting of the reading; the test fails where there is none.
inline record::Meeting first_meeting(const std::string& text) {
  record::Reading reading = read(text);
  if (reading.meetings.empty()) {
    ADD_FAILURE() << "no meeting in: " << text;
    return {};
  }
  return std::move(reading.meetings.front());
}

// The items of all meetings, in order.
inline std::vector<std::string> agenda_of(const record::Reading& reading) {
  std::vector<std::string> out;
  for (const record::Meeting& m : reading.meetings) {
    for (const record::AgendaItem& item : m.agenda) out.push_back(*item.text);
  }
  return out;
}

inline std::vector<std::string> outcomes_of(const record::Reading& reading) {
  std::vector<std::string> out;
  for (const record::Meeting& m : reading.meetings) {
    for (const record::Outcome& o : m.outcomes) out.push_back(*o.text);
  }
  return out;
}

}  // namespace rapporteur::meetings::testing
