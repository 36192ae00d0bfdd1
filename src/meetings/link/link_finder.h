// The search for links between meetings. One class, its parts by subject in link*.cpp.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "draft.h"
#include "identity/attribution.h"

namespace rapporteur::meetings {

// Adds to the drafts it is made with, which outlive it.
class Links {
 public:
  Links(const Context& context, Drafts& drafts);
  void run();

 private:
  // link.cpp: what the others share
  void add(std::size_t from, std::size_t to, record::Relation relation, std::vector<ByteSpan> words,
           float confidence, const char* rule);
  static void await(record::Meeting& whole);
  static void take_place(record::Meeting& part, const record::Meeting& whole);
  void take_day(record::Meeting& side, const record::Meeting& parent) const;
  [[nodiscard]] static bool shares_person(const record::Meeting& a, const record::Meeting& b);
  [[nodiscard]] static bool is_elsewhere(const record::Meeting& a, const record::Meeting& b);
  [[nodiscard]] static bool is_other_time(const record::Meeting& a, const record::Meeting& b);
  [[nodiscard]] bool has(std::size_t d, record::Relation relation) const;
  [[nodiscard]] static bool is_session(const record::Meeting& m);
  [[nodiscard]] static bool is_company(const record::Meeting& m);
  [[nodiscard]] static bool is_between_some(const record::Meeting& m);

  // link_cue.cpp: links in words
  [[nodiscard]] std::size_t first_after(std::uint32_t from, std::uint32_t until,
                                        std::uint32_t* where = nullptr) const;
  [[nodiscard]] std::size_t last_before(std::uint32_t until, std::uint32_t from) const;
  [[nodiscard]] std::size_t called(std::uint32_t begin) const;
  // A link while its two ends are looked for.
  struct CueLink {
    record::Relation relation;
    TokenRange words;
    TokenRange sentence;
    std::size_t source = Attribution::kNone;
    std::size_t target = Attribution::kNone;
    std::uint32_t target_at = 0;  // where the sentence names the target
  };
  void by_cue(std::uint32_t t);
  [[nodiscard]] bool place_beside(CueLink& link) const;
  [[nodiscard]] bool place_in_front(CueLink& link) const;
  [[nodiscard]] bool place_apart(CueLink& link);
  [[nodiscard]] bool order_preparation(CueLink& link) const;
  [[nodiscard]] std::uint32_t behind_circumstances(std::uint32_t token) const;
  void by_occasion(std::size_t d);
  [[nodiscard]] std::vector<std::size_t> told_with(std::size_t draft, TokenRange sentence) const;
  [[nodiscard]] const record::Meeting& main_meeting() const {
    return drafts_.drafts[drafts_.main].meeting;
  }
  [[nodiscard]] bool behind_there(std::uint32_t from, std::uint32_t until) const;
  [[nodiscard]] std::vector<std::size_t> named_in(TokenRange range) const;
  [[nodiscard]] bool is_over(std::size_t one, std::size_t other, int days = 0) const;
  [[nodiscard]] bool is_talked_of(const CueLink& link) const;
  [[nodiscard]] bool lies_apart(std::size_t one, std::size_t other) const;
  [[nodiscard]] bool is_before(TokenRange words) const;
  [[nodiscard]] bool is_bare_aside(TokenRange words) const;
  void by_bare_aside(TokenRange words, TokenRange sentence);
  [[nodiscard]] bool is_of_body(std::size_t d) const;

  // link_row.cpp: rows
  [[nodiscard]] static bool same_series(const record::Meeting& a, const record::Meeting& b);
  [[nodiscard]] static bool same_organ(const std::string& a, const std::string& b);
  [[nodiscard]] static bool is_face_to_face(const record::Meeting& m);
  [[nodiscard]] static bool may_follow(const record::Meeting& a, const record::Meeting& b);
  void by_series();
  void by_neighbour();
  void by_neighbour(std::size_t d, std::uint32_t mention, const std::vector<std::size_t>& parts);
  void by_number(std::size_t from, std::size_t to);
  [[nodiscard]] bool nearer_in_row(std::size_t d, std::string_view relation) const;
  [[nodiscard]] static bool runs_back(const record::Meeting& main, const record::Meeting& other,
                                      record::Relation relation);
  void by_date();
  [[nodiscard]] static bool same_few(const record::Meeting& a, const record::Meeting& b);
  [[nodiscard]] bool same_row(const record::Meeting& a, const record::Meeting& b) const;

  // link_level.cpp: levels
  void by_preparation();
  [[nodiscard]] bool is_higher(std::size_t a, std::size_t b) const;
  [[nodiscard]] static bool may_prepare(const record::Meeting& a, const record::Meeting& b);
  [[nodiscard]] static bool comes_before(const record::Meeting& a, const record::Meeting& b);
  [[nodiscard]] bool is_ministerial(std::size_t d) const;
  [[nodiscard]] bool is_preparatory(std::size_t d) const;

  // link_company.cpp: company and visits
  std::size_t parent_session();
  [[nodiscard]] std::size_t session_of_others() const;
  void by_company();
  [[nodiscard]] bool is_tied(std::size_t d, std::size_t parent) const;
  [[nodiscard]] bool is_aside(std::size_t d) const;
  [[nodiscard]] static bool is_next_day(const record::Meeting& a, const record::Meeting& b);
  void by_visit();
  [[nodiscard]] static bool is_joint(const record::Meeting& m);
  [[nodiscard]] bool is_part(std::size_t d, std::size_t visit) const;
  void by_guest(std::size_t d, std::size_t v);
  [[nodiscard]] static bool is_during(const record::Meeting& part, const record::Meeting& visit);
  [[nodiscard]] std::size_t visit_told() const;

  // Where a draft is named.
  struct Place {
    std::uint32_t at = 0;  // the token of its trigger
    std::size_t draft = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
  };

  const Context& c_;
  Drafts& drafts_;
  std::vector<Place> places_;  // sorted
  lexicon::CueClass preparatory_;
};

}  // namespace rapporteur::meetings
