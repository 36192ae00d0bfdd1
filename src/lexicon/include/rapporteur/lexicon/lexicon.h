// Lexicon: all phrases that the tables know, found in a document in one pass.
//
// Sources: the catalogue's names (states, bodies, offices, ...) and the cues of reading,
// data/lexicon/cues/<class>.tsv: words that say what happens ("chaired by", "on the sidelines
// of"). A cue row is: phrase forms (separated by ';'), value, note; see their heads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/text/document.h"

namespace rapporteur::lexicon {

// Where a phrase comes from, and so what Match::id counts: a position in the catalogue's span of
// that name, or in Lexicon::cues().
enum class Channel : std::uint8_t {
  state,      // Catalogue::state_names
  body,       // Catalogue::body_names but for those of meetings
  meeting,    // Catalogue::body_names of kind meeting: "SCO Summit"
  organ,      // Catalogue::generic_organs
  place,      // Catalogue::notable_place_names
  office,     // Catalogue::office_names
  portfolio,  // Catalogue::portfolio_names
  modifier,   // Catalogue::modifiers
  honorific,  // Catalogue::honorifics
  topic,      // Catalogue::topic_names
  act,        // Catalogue::speech_act_forms
  cue,        // Lexicon::cues
};
inline constexpr std::size_t kChannels = 12;

// A class of cues: the stem of its table's file name, interned; 0: none.
using CueClass = std::uint16_t;

struct Match {
  text::TokenRange tokens;
  Channel channel = Channel::cue;
  CueClass cue_class = 0;  // of a cue
  std::uint32_t id = 0;
  friend bool operator==(const Match&, const Match&) = default;
};

struct Cue {
  std::string_view phrase;
  std::string_view value;  // what the class makes of it: "summit", "held", "absent"; may be empty
  CueClass cue_class = 0;
};

// The matches of one document: for each token and channel the longest that starts there; of
// equals all (a cue may be of several classes). Sorted by begin, channel, table order.
class Matches {
 public:
  using Iterator = std::vector<Match>::const_iterator;
  struct Range {
    Iterator first, last;
    [[nodiscard]] Iterator begin() const { return first; }
    [[nodiscard]] Iterator end() const { return last; }
  };

  // All that start at `token`; none behind the document. Cost: O(1).
  [[nodiscard]] Range at(std::uint32_t token) const {
    if (token + 1 >= starts_.size()) return {matches_.end(), matches_.end()};
    return {matches_.begin() + starts_[token], matches_.begin() + starts_[token + 1]};
  }
  // The first one of `channel` that starts at `token`, or null.
  [[nodiscard]] const Match* find(std::uint32_t token, Channel channel) const {
    const bool none = token >= bits_.size() || (bits_[token].channels & bit_of(channel)) == 0;
    return none ? nullptr : first_of(token, channel);
  }
  [[nodiscard]] const std::vector<Match>& all() const { return matches_; }

 private:
  friend class Lexicon;
  // What starts at a token, as most asked for does not. Several classes of cues may share a bit:
  // one that is not set says no, a set one maybe.
  struct Bits {
    std::array<std::uint64_t, 2> cues{};
    std::uint16_t channels = 0;
  };
  static constexpr std::size_t word_of(CueClass cue_class) { return (cue_class >> 6U) & 1U; }
  static constexpr std::uint64_t bit_of(CueClass cue_class) { return 1ULL << (cue_class & 63U); }
  static constexpr std::uint16_t bit_of(Channel channel) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(channel));
  }
  static_assert(kChannels <= 16);
  [[nodiscard]] bool may_have(std::uint32_t token, CueClass cue_class) const {
    return token < bits_.size() && (bits_[token].cues[word_of(cue_class)] & bit_of(cue_class)) != 0;
  }
  [[nodiscard]] const Match* first_of(std::uint32_t token, Channel channel) const;

  std::vector<Match> matches_;
  std::vector<std::uint32_t>
      starts_;              // per token: position of its first match; one more at the end
  std::vector<Bits> bits_;  // per token
};

// Immutable once loaded, so shareable between threads.
class Lexicon {
 public:
  // REQUIRES: `pack` and `catalogue` (loaded from it) outlive *this.
  // Errors: damaged, bad_data (a cue row without phrase; where = section:line).
  static Result<Lexicon> load(const Pack& pack, const catalogue::Catalogue& catalogue);
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  // Replaces `out` by the matches of `doc`. Hyphens between words count as spaces. Names that are
  // upper case in the table ("US", "SCO") match only upper case; names match only where their
  // first word has a capital in the text. Cost: O(tokens x longest phrase).
  void match(const text::Document& doc, Matches& out) const;

  [[nodiscard]] const std::vector<Cue>& cues() const;
  // The class of that name; a class that no table has matches nothing.
  [[nodiscard]] CueClass cue_class(std::string_view name) const;
  // The cue of class `wanted` that starts at `token`, the longest; or null. Also its match.
  [[nodiscard]] const Cue* cue_at(const Matches& matches, std::uint32_t token, CueClass wanted,
                                  const Match** match = nullptr) const {
    return matches.may_have(token, wanted) ? find_cue(matches, token, wanted, match) : nullptr;
  }
  // The same among those with that value.
  [[nodiscard]] const Cue* cue_at(const Matches& matches, std::uint32_t token, CueClass wanted,
                                  std::string_view value, const Match** match = nullptr) const {
    return matches.may_have(token, wanted) ? find_cue(matches, token, wanted, value, match)
                                           : nullptr;
  }

 private:
  [[nodiscard]] const Cue* find_cue(const Matches& matches, std::uint32_t token, CueClass wanted,
                                    const Match** match) const;
  [[nodiscard]] const Cue* find_cue(const Matches& matches, std::uint32_t token, CueClass wanted,
                                    std::string_view value, const Match** match) const;
  struct Impl;
  explicit Lexicon(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::lexicon
