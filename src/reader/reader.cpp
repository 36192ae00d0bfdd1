#include "rapporteur/reader/reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "calibration.h"
#include "dateline.h"
#include "heading.h"
#include "mentions.h"
#include "proof.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/lexicon/lexicon.h"
#include "rapporteur/meetings/extractor.h"
#include "rapporteur/names/cast.h"
#include "rapporteur/tagger/content.h"
#include "rapporteur/tagger/tagger.h"
#include "rapporteur/text/document.h"
#include "rapporteur/time/recogniser.h"

namespace rapporteur::reader {

// The parts refer to one another: none may move once it is made.
struct Reader::Impl {
  explicit Impl(catalogue::Catalogue c) : catalogue(std::move(c)) {}
  catalogue::Catalogue catalogue;
  std::optional<lexicon::Lexicon> lexicon;
  std::optional<tagger::Tagger> tagger;
  std::optional<tagger::ContentTagger> content_tagger;
  std::optional<time::Recogniser> recogniser;
  std::optional<names::Caster> caster;
  std::optional<meetings::Extractor> extractor;
  Calibration calibration;
  std::string engine;
};

Reader::Reader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::load(const Pack& pack) {
  Result<catalogue::Catalogue> catalogue = catalogue::Catalogue::load(pack);
  if (!catalogue) return catalogue.error();
  auto impl = std::make_unique<Impl>(std::move(*catalogue));
  Result<lexicon::Lexicon> lexicon = lexicon::Lexicon::load(pack, impl->catalogue);
  if (!lexicon) return lexicon.error();
  impl->lexicon.emplace(std::move(*lexicon));
  Result<tagger::Tagger> tagger = tagger::Tagger::load(pack, impl->catalogue, *impl->lexicon);
  if (!tagger) return tagger.error();
  impl->tagger.emplace(std::move(*tagger));
  Result<tagger::ContentTagger> content_tagger = tagger::ContentTagger::load(pack);
  if (!content_tagger) return content_tagger.error();
  impl->content_tagger.emplace(std::move(*content_tagger));
  Result<time::Recogniser> recogniser = time::Recogniser::load(pack);
  if (!recogniser) return recogniser.error();
  impl->recogniser.emplace(std::move(*recogniser));
  impl->caster.emplace(*impl->lexicon);
  Result<meetings::Extractor> extractor =
      meetings::Extractor::load(pack, impl->catalogue, *impl->lexicon);
  if (!extractor) return extractor.error();
  impl->extractor.emplace(std::move(*extractor));
  Result<Calibration> calibration = Calibration::load(pack);
  if (!calibration) return calibration.error();
  impl->calibration = std::move(*calibration);
  impl->engine = std::string(RAPPORTEUR_VERSION) + "+" + pack.fingerprint();
  return Reader(std::move(impl));
}

const std::string& Reader::engine() const { return impl_->engine; }

namespace {

// "Theresa |May|", "Ann |March|": part of a name, no time.
void drop_names(const tagger::Tags& tags, std::vector<time::Expression>& times) {
  const auto is_name = [&](const time::Expression& e) {
    const tagger::Tag* tag = tags.covering(e.tokens.begin);
    return tag != nullptr && tag->label == tagger::Label::person &&
           tag->tokens.end >= e.tokens.end && tag->tokens.size() > e.tokens.size();
  };
  times.erase(std::remove_if(times.begin(), times.end(), is_name), times.end());
}

}  // namespace

record::Reading Reader::read(const record::Report& report, Scratch& scratch,
                             const Options& options) const {
  const Impl& parts = *impl_;
  record::Reading out;
  out.engine = parts.engine;
  out.report = report;
  if (!is_read(report)) {
    out.warnings.push_back("written in '" + report.language + "': only English is read");
    return out;
  }

  const text::Document doc(report.text);
  lexicon::Matches matches;
  parts.lexicon->match(doc, matches);
  const tagger::Tags tags = parts.tagger->tag(doc, matches, scratch);

  const time::Wordings wordings = parts.recogniser->scan(doc, scratch);
  std::vector<time::Expression> times;
  parts.recogniser->resolve(doc, wordings, {}, times);
  add_published(doc, times, out.report);
  const text::TokenRange dateline = add_dateline(doc, tags, parts.catalogue, times, out.report);
  if (constexpr std::size_t kDay = 10;
      out.report.published.empty() && out.report.dateline.date.size() == kDay) {
    out.report.published = out.report.dateline.date;
  }
  if (out.report.published.empty() && !out.report.dateline.country.empty()) {
    // "03/10/2019" is a day in October or in March, as the country writes it.
    times.clear();
    parts.recogniser->resolve(doc, wordings, {{}, out.report.dateline.country}, times);
    add_published(doc, times, out.report);
  }
  if (!out.report.published.empty()) {
    const std::string today = day_of_writing(dateline, times, out.report.published);
    times.clear();
    parts.recogniser->resolve(doc, wordings, {today, out.report.dateline.country}, times);
  }

  drop_names(tags, times);

  const names::Cast cast =
      parts.caster->cast({doc, matches, tags, parts.catalogue, *parts.lexicon});
  parts.extractor->extract({doc, matches, tags, cast, times, out.report, &*parts.content_tagger,
                            dateline, options.signs},
                           scratch, out);
  prove(out);
  if (!options.as_ruled) parts.calibration.apply(out);
  if (options.mentions) {
    out.mentions = mentions_of(doc, tags, times, cast, parts.catalogue, out);
  }
  scratch.reset();
  return out;
}

}  // namespace rapporteur::reader
