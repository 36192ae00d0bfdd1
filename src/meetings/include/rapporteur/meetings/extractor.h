// Meetings: from what is named in a report to what it says happened.
//
// Each concern is a file of its own; extractor.cpp calls them in this order: mentions,
// drafts (one per meeting), identity, circumstances, status, roles, participants, agenda,
// outcomes, what the model of contents marks, positions, instruments, links. Rules are rows of
// data/lexicon/cues/*.tsv.
#pragma once

#include <memory>
#include <vector>

#include "rapporteur/base/arena.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/lexicon/lexicon.h"
#include "rapporteur/names/cast.h"
#include "rapporteur/record/reading.h"
#include "rapporteur/tagger/content.h"
#include "rapporteur/tagger/tagger.h"
#include "rapporteur/text/document.h"
#include "rapporteur/time/recogniser.h"

namespace rapporteur::meetings {

// What the earlier steps found in one report. All parts outlive the call.
struct Found {
  const text::Document& doc;
  const lexicon::Matches& matches;
  const tagger::Tags& tags;
  const names::Cast& cast;
  const std::vector<time::Expression>& times;   // resolved against the report's date
  const record::Report& report;                 // published and dateline are filled in
  const tagger::ContentTagger* content_tagger;  // asked where there is a meeting; null: nobody is
  text::TokenRange dateline = {};               // its tokens, where the text has one
  bool signs = false;  // fill Meeting::signs, and leave the main meeting as first guessed
};

// Immutable once loaded, so shareable between threads.
class Extractor {
 public:
  // REQUIRES: catalogue and lexicon outlive *this. Errors: not_found, bad_data (a table).
  static Result<Extractor> load(const Pack& pack, const catalogue::Catalogue& catalogue,
                                const lexicon::Lexicon& lexicon);
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  // Fills meetings, holdings, positions and warnings of `out`. Cost: O(tokens x meetings); the
  // number of meetings in one report is bounded by its own mentions.
  void extract(const Found& found, Scratch& scratch, record::Reading& out) const;

  struct Impl;  // private to the layer

 private:
  explicit Extractor(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::meetings
