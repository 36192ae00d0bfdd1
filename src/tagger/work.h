// One document's work of the tagger: names are claimed in steps, the surest first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "features.h"
#include "model.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/tagger/tagger.h"

namespace rapporteur::tagger {

using catalogue::npos;
using text::TokenRange;

struct Tagger::Impl {
  const catalogue::Catalogue* catalogue = nullptr;
  const lexicon::Lexicon* lexicon = nullptr;
  std::unordered_set<std::string_view> common;
  std::optional<FeatureSources> sources;
  std::optional<Model> model;
  lexicon::CueClass body_head = 0;
  lexicon::CueClass person_verb = 0;
  lexicon::CueClass meeting_verb =
      0;  // meeting_verb: verbs of a headline, in capitals as names are
  lexicon::CueClass place_before = 0;
  lexicon::CueClass no_name = 0;
  lexicon::CueClass how_held = 0;
  lexicon::CueClass naming = 0;
  lexicon::CueClass circle = 0;
  lexicon::CueClass meeting_head = 0;
  lexicon::CueClass venue = 0;
  lexicon::CueClass parliament = 0;
  lexicon::CueClass authority = 0;
  lexicon::CueClass area = 0;
  lexicon::CueClass joined_state = 0;
  lexicon::CueClass shared_state = 0;
  lexicon::CueClass government_verb = 0;
};

class Work {
 public:
  Work(const Tagger::Impl& impl, const text::Document& doc, const lexicon::Matches& matches);

  Tags run() {
    claim_bodies();
    claim_shared_states();
    claim_capitals();
    claim_states();
    claim_joined_states();
    settle_shared_names();
    mark_titles();
    claim_parliaments();
    claim_syllabic();
    claim_modelled();
    claim_titled();
    claim_listed();
    claim_named_bodies();
    claim_parts_of_world();
    claim_later_mentions();
    join_parts();
    for (Tag& tag : tags_) finish_word(tag);
    std::erase_if(tags_, [](const Tag& tag) { return tag.tokens.empty(); });
    return Tags(std::move(tags_), std::move(unowned_), std::move(modelled_), doc_.size());
  }

 private:
  [[nodiscard]] bool free(TokenRange r) const {
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (taken(t)) return false;
    }
    return true;
  }
  [[nodiscard]] bool taken(std::uint32_t t) const { return owner_[t] != 0; }
  // The tag that covers `t`, or null.
  [[nodiscard]] Tag* tag_at(std::uint32_t t) { return taken(t) ? &tags_[owner_[t] - 1] : nullptr; }
  [[nodiscard]] const Tag* tag_at(std::uint32_t t) const {
    return taken(t) ? &tags_[owner_[t] - 1] : nullptr;
  }
  void claim(TokenRange r, Label label, catalogue::Index id) {
    const bool acronym = r.size() == 1 && acronyms_.contains(doc_.word(r.begin));
    if (label == Label::person && acronym) label = Label::body;
    tags_.push_back({r, label, id, {}});
    const auto owner = static_cast<std::uint32_t>(tags_.size());
    for (std::uint32_t t = r.begin; t < r.end; ++t) owner_[t] = owner;
  }

  void claim_bodies();
  [[nodiscard]] bool is_spelled_out(text::TokenRange words) const;
  void place_organ(Tag& tag);
  bool lengthen_purpose(Tag& tag);
  [[nodiscard]] bool names_circle(TokenRange words) const;
  [[nodiscard]] bool says_owner(std::string_view organ, catalogue::Index owner) const;
  [[nodiscard]] bool opens_with(std::string_view organ, catalogue::Index owner) const;
  [[nodiscard]] bool is_whole_acronym(const Tag& tag) const;
  [[nodiscard]] bool is_spoken_of(catalogue::Index body, std::uint32_t token) const;
  [[nodiscard]] bool ends_state(std::uint32_t end) const;
  void lengthen_left(Tag& tag);
  [[nodiscard]] catalogue::Index organ_of_report(std::string_view words, std::uint32_t token) const;
  void lengthen_short_form(Tag& tag) const;
  [[nodiscard]] catalogue::Index longer_name(std::uint32_t token, catalogue::Index body) const;
  void claim_states();
  [[nodiscard]] catalogue::Index joined_state(std::uint32_t token) const;
  void claim_joined_states();
  [[nodiscard]] catalogue::Index capital_at(std::uint32_t token, TokenRange& words) const;
  [[nodiscard]] bool acts(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool is_government(TokenRange capital) const;
  void claim_capitals();
  void claim_shared_states();
  template <typename Fits>
  [[nodiscard]] catalogue::Index namesake(const Tag& tag, Fits fits) const;
  [[nodiscard]] bool is_state_named(catalogue::Index state) const;
  void settle_shared_names();
  void claim_parts_of_world();
  // "|Republic of| Mongolia" where only the name is known.
  [[nodiscard]] TokenRange with_form_of_state(TokenRange name) const;
  [[nodiscard]] std::uint32_t behind_water(TokenRange name) const;
  [[nodiscard]] bool is_given_name(TokenRange r) const;
  [[nodiscard]] bool is_of_continent(TokenRange words) const;
  [[nodiscard]] bool opens_body(TokenRange r) const;
  [[nodiscard]] bool ends_name(const lexicon::Match& title) const;
  void mark_titles();
  void claim_parliaments();
  [[nodiscard]] std::uint32_t behind_known_body(TokenRange r, Entity entity) const;
  void claim_syllabic();
  [[nodiscard]] bool is_syllabic(TokenRange r) const;
  void claim_modelled();
  void claim_modelled(TokenRange r, Entity entity);
  bool claim_parts(TokenRange r, Entity entity);
  void claim_as(TokenRange r, Entity entity);
  TokenRange with_front(TokenRange r);
  [[nodiscard]] TokenRange whole_person(TokenRange r) const;
  [[nodiscard]] TokenRange whole_name(TokenRange r, Entity entity) const;
  [[nodiscard]] std::uint32_t behind_state(TokenRange r) const;
  [[nodiscard]] bool ends_date(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t behind_honorific(TokenRange r) const;
  [[nodiscard]] bool is_weekday(std::uint32_t token) const;
  [[nodiscard]] bool opens_with_article(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t hyphenated_end(TokenRange r) const;
  [[nodiscard]] TokenRange split_title(TokenRange r) const;
  [[nodiscard]] std::uint32_t behind_portfolio(std::uint32_t at) const;
  [[nodiscard]] bool leads_to_state(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t before_owner(TokenRange r) const;
  void claim_titled();
  [[nodiscard]] bool ends_title(TokenRange state) const;
  [[nodiscard]] bool is_of_state(TokenRange r) const;
  void claim_name_at(std::uint32_t begin, int worth = 0);
  void claim_listed();
  [[nodiscard]] bool is_listed(TokenRange r) const;
  [[nodiscard]] bool crosses_tag(TokenRange r) const;
  [[nodiscard]] bool is_titled(TokenRange r) const;
  [[nodiscard]] bool is_called(TokenRange r) const;
  [[nodiscard]] bool ends_portfolio(std::uint32_t token) const;
  [[nodiscard]] bool is_known(TokenRange r) const;
  void claim_body(TokenRange r);
  [[nodiscard]] bool says_nothing_alone(std::uint32_t t) const;
  [[nodiscard]] bool is_owned_name(text::TokenRange r) const;
  [[nodiscard]] bool is_clearly_person(TokenRange r) const;
  [[nodiscard]] bool is_front_of_name(std::uint32_t token) const;
  void join_parts();
  [[nodiscard]] bool goes_on(TokenRange front) const;
  [[nodiscard]] bool is_given_in_front(std::uint32_t token) const;
  [[nodiscard]] bool is_portfolio(TokenRange r) const;
  [[nodiscard]] bool is_office(TokenRange r) const;
  [[nodiscard]] bool is_plain_word(std::uint32_t t) const;
  [[nodiscard]] bool names_meeting(TokenRange r) const;
  void find_acronyms();
  [[nodiscard]] std::uint32_t spelt_out(std::uint32_t token) const;
  [[nodiscard]] std::size_t shared_words(TokenRange name, std::string_view known) const;
  [[nodiscard]] bool is_explained_otherwise(std::uint32_t token, catalogue::Index body) const;
  [[nodiscard]] bool is_headline_verb(std::uint32_t token) const;
  [[nodiscard]] bool opens_title(std::uint32_t token) const;
  [[nodiscard]] bool is_untitled(std::uint32_t token) const;
  [[nodiscard]] bool is_ruler_as_name(std::uint32_t token) const;
  [[nodiscard]] bool leads_to_title(std::uint32_t token) const;
  [[nodiscard]] bool is_son_of(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t behind_office(TokenRange r) const;
  [[nodiscard]] bool is_building(TokenRange r) const;
  [[nodiscard]] bool is_courtesy(TokenRange r) const;
  [[nodiscard]] bool is_adverb(TokenRange r) const;
  [[nodiscard]] bool holds_acronym(TokenRange r) const;
  [[nodiscard]] bool is_wider_place(TokenRange r) const;
  [[nodiscard]] catalogue::Index place_within(TokenRange r) const;
  void drop(TokenRange r);
  void claim_named_bodies();
  void claim_headed_body(TokenRange run);
  void claim_later_mentions();
  [[nodiscard]] std::unordered_set<std::string_view> words_of_people() const;
  [[nodiscard]] std::uint32_t article_before(std::uint32_t token) const;
  void finish_word(Tag& tag);
  void drop_number(Tag& tag);

  [[nodiscard]] bool shouted(std::uint32_t token) const {
    return headline_[doc_.sentence_of(token)];
  }
  [[nodiscard]] bool is_common(std::uint32_t t) const {
    return impl_.common.contains(doc_.lower(t));
  }
  [[nodiscard]] bool starts_sentence(std::uint32_t t) const {
    const std::uint32_t first = doc_.sentences()[doc_.sentence_of(t)].tokens.begin;
    if (t == first) return true;
    const std::string_view before = doc_.lower(t - 1);
    const bool dash = before == "–" || before == "—" || before == "--";  // behind a dateline
    return dash || before == "\"" || before == ":" || before == "(" ||
           (t == first + 1 && before == "'");
  }
  [[nodiscard]] std::uint8_t bits(std::uint32_t t) const {
    return impl_.catalogue->name_bits(catalogue::fold(doc_.word(t)));
  }
  [[nodiscard]] bool is_of_part_of_world(TokenRange r) const;
  [[nodiscard]] bool names_circle_of_states(std::uint32_t last) const;
  [[nodiscard]] int person_score(TokenRange run) const;
  [[nodiscard]] bool speaks_of_offices(std::uint32_t token) const;
  [[nodiscard]] catalogue::Index place_of(TokenRange run) const;
  [[nodiscard]] TokenRange body_run(std::uint32_t head) const;
  [[nodiscard]] bool body_word(std::uint32_t t) const;
  [[nodiscard]] std::string folded(TokenRange r) const {
    return catalogue::fold(doc_.slice(doc_.span(r)));
  }

  const Tagger::Impl& impl_;
  const text::Document& doc_;
  const lexicon::Matches& matches_;
  std::vector<Tag> tags_;  // one that was taken back has no tokens
  std::vector<Tag> unowned_;
  std::vector<Tag> modelled_;                      // as the model has them
  std::vector<std::uint32_t> owner_;               // per token: 1 + position in tags_; 0: nobody's
  std::vector<bool> title_;                        // words of an office or an honorific
  std::unordered_set<std::string_view> acronyms_;  // that the text defines: "the Commission (BNC)"
  std::vector<bool> headline_;                     // per sentence: capitals say nothing there
};

}  // namespace rapporteur::tagger
