// Tagger: which words name a person, a body, a place, a state or a nationality.
//
// What the catalogue knows comes first; a trained sequence model (models/tagger) finds the rest.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "rapporteur/base/arena.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/lexicon/lexicon.h"
#include "rapporteur/text/document.h"

namespace rapporteur::tagger {

enum class Label : std::uint8_t { person, body, place, state, nationality };

struct Tag {
  text::TokenRange tokens;
  Label label = Label::person;
  // Position in Catalogue::states() for a state or nationality, bodies() for a known body,
  // places() for a known place; npos otherwise.
  catalogue::Index id = catalogue::npos;
  // The whole name where `tokens` leave out a state or place named in it, which has a tag of its
  // own: "National Bank of Kenya". Else empty.
  text::TokenRange whole;
  friend bool operator==(const Tag&, const Tag&) = default;
};

// Tags by token: sorted, never overlapping.
class Tags {
 public:
  Tags() = default;
  // All lists in any order, but `modelled`, which is sorted.
  Tags(std::vector<Tag> tags, std::vector<Tag> unowned, std::vector<Tag> modelled,
       std::uint32_t tokens);
  [[nodiscard]] const std::vector<Tag>& all() const { return tags_; }
  // Bodies named by a common word alone ("the Council"): names, but nobody's in particular.
  [[nodiscard]] const std::vector<Tag>& unowned() const { return unowned_; }
  // What the sequence model alone takes for names, without what tables and rules know: sorted,
  // never overlapping. For lists of what is named, where these say less or more than a name.
  [[nodiscard]] const std::vector<Tag>& modelled() const { return modelled_; }
  // The tag that covers `token`, or null. Cost: O(1).
  [[nodiscard]] const Tag* covering(std::uint32_t token) const {
    const std::uint32_t i = token < of_token_.size() ? of_token_[token] : 0;
    return i != 0 ? &tags_[i - 1] : nullptr;
  }
  // The tag that starts at `token`, or null. Cost: O(1).
  [[nodiscard]] const Tag* starting(std::uint32_t token) const {
    const Tag* tag = covering(token);
    return tag != nullptr && tag->tokens.begin == token ? tag : nullptr;
  }

 private:
  std::vector<Tag> tags_;
  std::vector<Tag> unowned_;
  std::vector<Tag> modelled_;
  std::vector<std::uint32_t> of_token_;  // 1 + position in tags_; 0: none
};

// Immutable once loaded, so shareable between threads.
class Tagger {
 public:
  // REQUIRES: all three outlive *this. Errors: not_found, damaged.
  static Result<Tagger> load(const Pack& pack, const catalogue::Catalogue& catalogue,
                             const lexicon::Lexicon& lexicon);
  Tagger(Tagger&&) noexcept;
  Tagger& operator=(Tagger&&) noexcept;
  ~Tagger();

  // `matches` are those of `doc`. Cost: O(tokens).
  [[nodiscard]] Tags tag(const text::Document& doc, const lexicon::Matches& matches,
                         Scratch& scratch) const;

  struct Impl;  // private to the layer

 private:
  explicit Tagger(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::tagger
