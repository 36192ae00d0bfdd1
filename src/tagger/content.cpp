#include "rapporteur/tagger/content.h"

#include <utility>

#include "content_features.h"
#include "model.h"

namespace rapporteur::tagger {

struct ContentTagger::Impl {
  WordClasses classes;
  Model model;
};

ContentTagger::ContentTagger(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ContentTagger::ContentTagger(ContentTagger&&) noexcept = default;
ContentTagger& ContentTagger::operator=(ContentTagger&&) noexcept = default;
ContentTagger::~ContentTagger() = default;

Result<ContentTagger> ContentTagger::load(const Pack& pack) {
  // The classes of words are those of the model of names: one table serves both.
  const Result<std::string_view> names = pack.section("models/tagger/tagger");
  if (!names) return names.error();
  const Result<Model> of_names = Model::open(*names, "tagger", kFeatureVersion);
  if (!of_names) return of_names.error();
  const Result<std::string_view> contents = pack.section("models/content/content");
  if (!contents) return contents.error();
  Result<Model> model = Model::open(*contents, "content", kContentVersion);
  if (!model) return model.error();
  return ContentTagger(std::make_unique<Impl>(Impl{of_names->classes(), std::move(*model)}));
}

std::vector<Content> ContentTagger::find(const text::Document& doc) const {
  const ContentFeatures features(impl_->classes, doc);
  std::vector<Labelled> found;
  for (const text::Sentence& s : doc.sentences()) {
    if (may_hold_content(s)) impl_->model.decode(features, s.tokens, found);
  }
  std::vector<Content> contents;
  contents.reserve(found.size());
  for (const Labelled& run : found) {
    contents.push_back({run.tokens, static_cast<ContentKind>(run.kind)});
  }
  return contents;
}

}  // namespace rapporteur::tagger
