// What a mention leaves to what was said before it: whose next meeting, whose talks, whose visit.
#pragma once

#include <vector>

#include "draft.h"
#include "identity/identity.h"

namespace rapporteur::meetings {

// Sees the drafts as they grow. Binds to all four, which must outlive it.
class Completion {
 public:
  Completion(const Context& context, const Drafts& drafts, const std::vector<Identity>& identities,
             const std::vector<bool>& founded)
      : c_(context), out_(drafts), identities_(identities), founded_(founded) {}

  // Adds the organisation of "the sixth Summit" and "the next meeting", the sides of "the talks".
  // True if it is one of a row that was named before.
  bool complete(Mention& mention) const;

  // "The ministers of the eight demanded in Riga ...; when |the meeting| was over": the group of
  // which the report spoke before anything else met. True if `mention` took it.
  bool takes_group(Mention& mention) const;

  // "|Ministers| will meet on 3 August" where leaders meet later in the month: a group that meets
  // by itself before the meeting that was told. True if `mention` took the words of the group.
  bool takes_prelude(Mention& mention) const;

  // "The Council met in Lomé on Friday. On Thursday |the Committee of Experts| had met": a
  // committee at work for the organisation whose meeting was told right before, a few days ahead of
  // it. True if `mention` took the organisation.
  bool takes_committee(Mention& mention) const;

  // "received X on 10 March. |The talks held on 9 March| had shown": of the same two sides, on
  // another day. True if `mention` took the sides.
  bool takes_other_day(Mention& mention) const;

  // "The ministers met in Lomé on 12 May. |They had gathered| in Kara last year": those who met as
  // was told, weeks before or after that. Says so in `mention`.
  void tell_other_time(Mention& mention) const;

 private:
  [[nodiscard]] const Draft* told_by_group(const Mention& mention) const;
  [[nodiscard]] bool is_ahead_of(const Mention& mention, const Draft& told,
                                 const std::string& when) const;
  [[nodiscard]] bool is_of_those(const Mention& mention) const;
  [[nodiscard]] std::string_view relation_to_news(const std::string& day) const;
  [[nodiscard]] bool is_occasion_of(const Mention& m, std::size_t draft) const;
  [[nodiscard]] bool is_new_day(const Mention& m, const std::string& day) const;
  bool adopts_organ(Mention& m) const;
  bool adopts_organisation(Mention& m) const;
  bool adopts_owner(Mention& m) const;
  [[nodiscard]] bool is_committee_alone(const Mention& m) const;
  [[nodiscard]] bool comes_shortly_before(const Mention& m, const Identity& told) const;
  [[nodiscard]] catalogue::Index first_organisation() const;
  [[nodiscard]] bool is_special(const Mention& m) const;
  [[nodiscard]] bool is_of_year(const Mention& mention) const;
  void take_summit_of_row(Mention& mention) const;
  [[nodiscard]] static bool may_be_of_row(const Mention& mention, const Mention& named);
  [[nodiscard]] const Mention* row_of(const Mention& m) const;
  [[nodiscard]] bool is_prelude(std::size_t draft) const;
  [[nodiscard]] const Mention* row_spoken_of(const Mention& m, std::string_view kind) const;
  bool takes_sides(Mention& m) const;
  void take_states_of(std::size_t draft, Mention& m) const;
  [[nodiscard]] bool is_told_ahead(const Mention& m) const;
  [[nodiscard]] bool comes_before(const Mention& m, const Identity& told) const;
  [[nodiscard]] std::vector<std::uint32_t> signatories_before(const Mention& m) const;
  void take_states_of_named(Mention& m) const;
  void complete_few(Mention& m) const;
  void refer_to_visit(Mention& m) const;
  [[nodiscard]] bool is_said_of_it(const Mention& m) const;
  [[nodiscard]] bool told_talks() const;
  void add_guest(Mention& m) const;
  [[nodiscard]] std::vector<std::uint32_t> guest_and_host() const;
  [[nodiscard]] const Mention* named_mention(std::size_t d, std::string_view kind,
                                             bool verbal) const;
  [[nodiscard]] std::size_t oldest() const { return oldest_draft(out_); }

  const Context& c_;
  const Drafts& out_;
  const std::vector<Identity>& identities_;
  const std::vector<bool>& founded_;
};

}  // namespace rapporteur::meetings
