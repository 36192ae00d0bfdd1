// Each step claims words, the surest first: known bodies and states, what the sequence model finds
// beside them, names of bodies by their head noun, later mentions of people.

#include "rapporteur/tagger/tagger.h"

#include <algorithm>
#include <utility>

#include "work.h"

namespace rapporteur::tagger {

Tags::Tags(std::vector<Tag> tags, std::vector<Tag> unowned, std::vector<Tag> modelled,
           std::uint32_t tokens)
    : tags_(std::move(tags)), unowned_(std::move(unowned)), modelled_(std::move(modelled)) {
  std::sort(tags_.begin(), tags_.end(),
            [](const Tag& a, const Tag& b) { return a.tokens.begin < b.tokens.begin; });
  of_token_.assign(tokens, 0);
  for (std::uint32_t i = 0; i < tags_.size(); ++i) {
    for (std::uint32_t t = tags_[i].tokens.begin; t < tags_[i].tokens.end; ++t) {
      of_token_[t] = i + 1;
    }
  }
}

Tagger::Tagger(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;
Tagger::~Tagger() = default;

Result<Tagger> Tagger::load(const Pack& pack, const catalogue::Catalogue& catalogue,
                            const lexicon::Lexicon& lexicon) {
  auto impl = std::make_unique<Impl>();
  impl->catalogue = &catalogue;
  impl->lexicon = &lexicon;
  impl->body_head = lexicon.cue_class("body_head");
  impl->person_verb = lexicon.cue_class("person_verb");
  impl->meeting_verb = lexicon.cue_class("meeting_verb");
  impl->place_before = lexicon.cue_class("place_before");
  impl->meeting_head = lexicon.cue_class("meeting_head");
  impl->venue = lexicon.cue_class("venue");
  impl->parliament = lexicon.cue_class("parliament");
  impl->area = lexicon.cue_class("area");
  impl->joined_state = lexicon.cue_class("joined_state");
  impl->shared_state = lexicon.cue_class("shared_state");
  impl->government_verb = lexicon.cue_class("government_verb");
  impl->authority = lexicon.cue_class("authority");
  impl->no_name = lexicon.cue_class("no_name");
  impl->how_held = lexicon.cue_class("meeting_adjective");
  impl->naming = lexicon.cue_class("naming_adjective");
  impl->circle = lexicon.cue_class("circle");
  Result<std::unordered_set<std::string_view>> common = load_common_words(pack);
  if (!common) return common.error();
  impl->common = std::move(*common);
  impl->sources.emplace(catalogue, lexicon, impl->common);
  const Result<std::string_view> bytes = pack.section("models/tagger/tagger");
  if (!bytes) return bytes.error();
  Result<Model> model = Model::open(*bytes, "tagger", kFeatureVersion);
  if (!model) return model.error();
  impl->sources->classes = model->classes();
  impl->model = *model;
  return Tagger(std::move(impl));
}

Tags Tagger::tag(const text::Document& doc, const lexicon::Matches& matches, Scratch&) const {
  return Work(*impl_, doc, matches).run();
}

}  // namespace rapporteur::tagger
