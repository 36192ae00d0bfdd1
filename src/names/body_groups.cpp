// Those who lead a delegation of an organisation: "an IMF mission led by A", "a delegation of the
// African Development Bank headed by its Vice President, A".

#include <algorithm>
#include <array>
#include <string_view>

#include "naming.h"
#include "side_list.h"

namespace rapporteur::names {

namespace {

using catalogue::npos;
using tagger::Label;
using tagger::Tag;

class BodyGroups {
 public:
  explicit BodyGroups(Namings& namings) : n_(namings), lists_(namings), doc_(namings.doc) {}

  void run() {
    static constexpr std::array<std::string_view, 4> kGroups{"delegation", "mission", "team",
                                                             "contingent"};
    for (std::uint32_t t = 1; t + 1 < doc_.size(); ++t) {
      if (is_one_of(n_.lower(t), kGroups)) group(t);
    }
  }

 private:
  void group(std::uint32_t noun) {
    std::uint32_t end = noun + 1;
    const Tag* body = before(noun);
    if (body == nullptr) {
      body = behind(noun + 1);
      if (body != nullptr) end = body->tokens.end;
    }
    if (body == nullptr || n_.state_covering(noun - 1)) return;
    const std::uint32_t names = behind_led(end);
    if (names == end) return;
    const std::size_t i = n_.next(names);
    constexpr std::uint32_t kLeadIn = 6;  // tokens of "its"
    if (i == n_.all.size() || !n_.same_sentence(noun, n_.all[i].tokens.begin)) return;
    Naming& leader = n_.all[i];
    if (leader.state || leader.body || !lists_.leads_in(names, leader.whole.begin, kLeadIn)) return;
    leader.body = {body->id, doc_.span(body->tokens)};
  }

  // "an |IMF| mission", "the |ECOWAS| high-level delegation"
  [[nodiscard]] const Tag* before(std::uint32_t noun) const {
    constexpr std::uint32_t kBetween = 4;  // tokens of "high-level"
    const std::uint32_t floor = n_.sentence(noun).begin;
    for (std::uint32_t t = noun; t > floor && noun - t < kBetween; --t) {
      const Tag* tag = n_.t.tags.covering(t - 1);
      if (tag != nullptr) return known(tag);
      if (doc_.shape(t - 1) != text::Shape::lower && n_.lower(t - 1) != "-") return nullptr;
      if (n_.lower(t - 1) == "the" || n_.lower(t - 1) == "a" || n_.lower(t - 1) == "an") {
        return nullptr;
      }
    }
    return nullptr;
  }

  // "delegation |of the| African Development Bank", "team |of experts from| the Fund"
  [[nodiscard]] const Tag* behind(std::uint32_t at) const {
    if (!is_of(at)) return nullptr;
    if (n_.cue(at + 1, n_.cues.delegate) != nullptr && is_of(at + 2)) at += 2;
    const std::uint32_t begin = n_.behind_the(at + 1);
    return begin < doc_.size() ? known(n_.t.tags.starting(begin)) : nullptr;
  }

  [[nodiscard]] bool is_of(std::uint32_t at) const {
    return n_.lower(at) == "of" || n_.lower(at) == "from";
  }

  static const Tag* known(const Tag* tag) {
    return tag != nullptr && tag->label == Label::body && tag->id != npos ? tag : nullptr;
  }

  // ", which is |led by|", "(IMF) |headed by|": behind it, or `at`.
  [[nodiscard]] std::uint32_t behind_led(std::uint32_t at) const {
    static constexpr std::array<std::string_view, 4> kLed{"led", "headed", "chaired", "fronted"};
    constexpr std::uint32_t kReach = 8;  // tokens of "(IMF) to Peru, which is"
    for (std::uint32_t t = at; t < at + kReach && n_.same_sentence(at - 1, t); ++t) {
      if (is_one_of(n_.lower(t), kLed)) return n_.lower(t + 1) == "by" ? t + 2 : at;
      if (t == at && n_.lower(t) == "under") return t + 1;
      const Tag* tag = n_.t.tags.covering(t);
      if (tag != nullptr && tag->label == Label::person) return at;
      if (n_.lower(t) == ";" || n_.lower(t) == "and") return at;
    }
    return at;
  }

  Namings& n_;
  SideLists lists_;  // of n_
  const text::Document& doc_;
};

}  // namespace

void share_bodies(Namings& namings) { BodyGroups(namings).run(); }

}  // namespace rapporteur::names
