// Reads a text as far as this layer goes, with the built pack.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "draft.h"
#include "rapporteur/base/arena.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/meetings/extractor.h"
#include "rapporteur/tagger/tagger.h"

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
    Scratch scratch;
    const text::Document doc(out.report.text);
    lexicon::Matches matches;
    lexicon_->match(doc, matches);
    const tagger::Tags tags = tagger_->tag(doc, matches, scratch);
    std::vector<time::Expression> times;
    recogniser_->find(doc, {out.report.published, ""}, scratch, times);
    const names::Cast cast = caster_->cast({doc, matches, tags, *catalogue_, *lexicon_});
    extractor_->extract({doc, matches, tags, cast, times, out.report}, scratch, out);
    return out;
  }

 private:
  ContentReader()
      : pack_(Pack::open(RAPPORTEUR_BINARY_DIR "/rapporteur.pack").value()),
        catalogue_(
            std::make_unique<catalogue::Catalogue>(catalogue::Catalogue::load(pack_).value())),
        lexicon_(
            std::make_unique<lexicon::Lexicon>(lexicon::Lexicon::load(pack_, *catalogue_).value())),
        tagger_(std::make_unique<tagger::Tagger>(
            tagger::Tagger::load(pack_, *catalogue_, *lexicon_).value())),
        recogniser_(std::make_unique<time::Recogniser>(time::Recogniser::load(pack_).value())),
        caster_(std::make_unique<names::Caster>(*lexicon_)),
        extractor_(std::make_unique<Extractor>(*catalogue_, *lexicon_)) {}

  Pack pack_;
  std::unique_ptr<catalogue::Catalogue> catalogue_;
  std::unique_ptr<lexicon::Lexicon> lexicon_;
  std::unique_ptr<tagger::Tagger> tagger_;
  std::unique_ptr<time::Recogniser> recogniser_;
  std::unique_ptr<names::Caster> caster_;
  std::unique_ptr<Extractor> extractor_;
};

inline record::Reading read(std::string text) {
  return ContentReader::instance().read(std::move(text));
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
