// What stands around words that point to another meeting of a row: its day, its place, its host,
// the body whose it is.
#pragma once

#include <cstdint>
#include <vector>

#include "draft.h"
#include "rapporteur/tagger/tagger.h"

namespace rapporteur::meetings {

// Binds to one report and the mentions found in it so far, which must outlive it.
class SuccessionFacts {
 public:
  SuccessionFacts(const Context& context, const std::vector<Mention>& mentions);

  // The first day behind the words, before the next mention; failing that one right before them.
  void add_time(Mention& m) const;
  // "in Doha", "is down for Accra", "goes to Nay Pyi Taw".
  void add_place(Mention& m, std::uint32_t from) const;
  // The state or town before "will be the host" at `verb`.
  void add_host(Mention& m, std::uint32_t verb) const;
  // "settled on |Lima| again for the next": the town or state before "for" at `end`.
  void add_chosen(Mention& m, std::uint32_t end) const;
  // "The Council last met": the body that stands before.
  bool own_body(Mention& m) const;
  void take(Mention& m, const tagger::Tag& tag) const;
  // "it": what the phrase named last is called, unless it is a visit, which nobody else hosts.
  void take_name(Mention& m) const;
  // "will host |the heads of state| in Durban": who meets is a level of its own.
  void take_level(Mention& m) const;
  [[nodiscard]] bool is_body_noun(std::uint32_t token) const;
  // The verb of hosting that ends before the determiner at `end`; or nothing.
  [[nodiscard]] TokenRange host_before(std::uint32_t end) const;
  // "The minister will meet again with ...": one person's, no row's.
  [[nodiscard]] bool has_one_subject(TokenRange words) const;

 private:
  [[nodiscard]] std::uint32_t next_mention(const Mention& m) const;
  // How far behind `from` its day and place may stand.
  [[nodiscard]] std::uint32_t part_end(std::uint32_t from) const;

  const Context& c_;
  const std::vector<Mention>& mentions_;
  std::vector<std::uint32_t> triggers_;  // where they begin, sorted
};

}  // namespace rapporteur::meetings
