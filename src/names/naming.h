// The names of a report and the offices beside them, while they are put together.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "rapporteur/names/cast.h"
#include "rapporteur/names/office.h"

namespace rapporteur::names {

template <class Words>
bool is_one_of(std::string_view word, const Words& words) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// A name in the text with what stands beside it.
struct Naming {
  text::TokenRange tokens;  // of the name
  text::TokenRange whole;   // with titles
  std::vector<Office> offices;
  Named state;
  Named body;
};

// The classes of cues that this layer uses, each a table in data/lexicon/cues/.
struct Cues {
  explicit Cues(const lexicon::Lexicon& lexicon)
      : collective(lexicon.cue_class("collective")),
        counterpart(lexicon.cue_class("counterpart")),
        delegate(lexicon.cue_class("delegate")),
        sends(lexicon.cue_class("sends")),
        stand_in(lexicon.cue_class("stand_in")) {}
  lexicon::CueClass collective;   // "the two sides"
  lexicon::CueClass counterpart;  // "opposite number"; value: one | several
  lexicon::CueClass delegate;     // "representatives of"
  lexicon::CueClass sends;        // "was represented by", after a state and before who acts for it
  lexicon::CueClass stand_in;     // "took his place"; value: alone | other
};

// Words an office of several for one of them: "Prime Ministers" -> "Prime Minister". Its evidence
// ends before the plural's letter where the wording does.
void make_singular(const catalogue::Catalogue& catalogue, Office& office);

// "the Namibian |leader|", "the Jordanian |monarch|" for the one who is |President|, |King|: words
// for whoever leads a state that is told, beside the office `held`.
[[nodiscard]] bool leads_as(const catalogue::Catalogue& catalogue, const Office& word,
                            const Office& held);

// All namings of a document, in order, and its offices with who has taken which.
struct Namings {
  Namings(const Text& text, const Cues& c)
      : t(text), doc(text.doc), cues(c), offices(find_offices(text)) {
    index();
  }

  [[nodiscard]] std::string_view lower(std::uint32_t token) const {
    return token < doc.size() ? doc.lower(token) : std::string_view();
  }
  // "|The two| had met", but "the ministers |of the two| had met", "|the two| bridges had".
  [[nodiscard]] bool stands_alone(text::TokenRange number) const;
  // Behind articles at `token`, but for one that belongs to a name: "The Gambia".
  [[nodiscard]] std::uint32_t behind_the(std::uint32_t token) const {
    while (lower(token) == "the" && t.tags.starting(token) == nullptr) ++token;
    return token;
  }
  [[nodiscard]] text::TokenRange sentence(std::uint32_t token) const {
    return doc.sentences()[doc.sentence_of(token)].tokens;
  }
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return a < doc.size() && b < doc.size() && doc.sentence_of(a) == doc.sentence_of(b);
  }
  // The office that ends at `end` and is free: its number, or kNobody.
  [[nodiscard]] std::uint32_t office_before(std::uint32_t end) const {
    const std::uint32_t i = office_ending[end];
    return i != kNobody && !used[i] && same_sentence(offices[i].tokens.begin, end - 1) ? i
                                                                                       : kNobody;
  }
  [[nodiscard]] std::uint32_t office_after(std::uint32_t begin) const {
    return begin < doc.size() ? office_starting[begin] : kNobody;
  }
  // One office holds all of those tokens. Cost: O(log offices).
  [[nodiscard]] bool in_office(text::TokenRange tokens) const;
  // The state, by its name or as an adjective, that starts at `token`; or nothing.
  [[nodiscard]] Named state_at(std::uint32_t token) const;
  // That whose words cover `token`; or nothing.
  [[nodiscard]] Named state_covering(std::uint32_t token) const;
  // The state that the tag names, by itself or by its capital; or nothing.
  [[nodiscard]] Named state_or_capital(const tagger::Tag& tag) const;
  // The state named last before "its", where that stands right before `token`; or nothing.
  [[nodiscard]] Named possessor_before(std::uint32_t token) const;
  [[nodiscard]] Named country_before(std::uint32_t token) const;
  // The number of the first naming that starts at `token` or later. Cost: O(log namings).
  [[nodiscard]] std::size_t next(std::uint32_t token) const;
  // The cue of that class at `token`, or null; its match in `match`.
  const lexicon::Cue* cue(std::uint32_t token, lexicon::CueClass wanted,
                          const lexicon::Match** match = nullptr) const {
    return token < doc.size() ? t.lexicon.cue_at(t.matches, token, wanted, match) : nullptr;
  }

  void take(Naming& n, std::uint32_t office);
  // The office of the last person before naming `i` who has one, without its state; or nothing.
  [[nodiscard]] const Office* earlier_office(std::size_t i) const;
  // The one of the offices of `n`, which has some, that a counterpart would have, too.
  [[nodiscard]] const Office& shared_office(const Naming& n) const;
  [[nodiscard]] std::size_t actor_before(std::size_t i) const;
  [[nodiscard]] std::size_t subject_meant(std::size_t i) const;
  // That of the person before naming `i` in its sentence, who may have it from elsewhere; or else
  // as above.
  [[nodiscard]] const Office* owner_office(std::size_t i) const;
  [[nodiscard]] const Office* office_told_of(std::size_t i) const;
  // Whose colleagues at `token` are meant, who have no names: the office of who acts, or null.
  [[nodiscard]] const Office* office_of_acting(std::uint32_t token) const;
  // For "Minister" of "Minister X" that first of X, before naming `i`, that says more.
  [[nodiscard]] const Office& fullest(const Office& office, std::size_t i) const;

  const Text& t;
  const text::Document& doc;
  const Cues& cues;
  std::vector<Office> offices;
  std::vector<Naming> all;
  // Who comes for somebody else: for another naming or, where that has no name, for the holder of
  // an office; the one that is not said is kNobody.
  struct StandingIn {
    std::size_t naming = 0;
    std::size_t other = kNobody;
    std::uint32_t office = kNobody;
  };
  std::vector<StandingIn> stand_ins;
  std::vector<std::uint32_t> office_ending, office_starting;
  std::vector<bool> used;

 private:
  void index();
};

// Every name of a person with its titles, apposition and state; fills Namings::all.
void attach_titles(Namings& namings);  // titles.cpp

// The state that stands beside the name: "X (Tanzania)", "X of Zimbabwe", "India's X".
void take_state(const Namings& namings, Naming& naming);  // name_state.cpp

// What a minister is in charge of, behind the name: "Minister X |of Trade and Industry|".
void take_matter(const Namings& namings, Naming& naming);  // name_state.cpp

// The office and state of `all[naming]` by somebody else's: "his Chinese counterpart A", "his
// deputy B". REQUIRES: those before it have theirs.
void take_relative(Namings& namings, std::size_t naming);  // relatives.cpp

// As many people as states beside them: "A and B, his Omani and Iranian counterparts", "Omani and
// Iranian delegations, led by A and B".
void share_paired_sides(Namings& namings);  // paired_sides.cpp

// "The Maltese premier rang his Libyan counterpart. A and B agreed ...": the names of those whom
// the sentence before tells by office and state alone.
void share_late_names(Namings& namings);  // late_names.cpp

// States that "its", "his" and "in his place" hand on.
void take_possessors(Namings& namings);  // possessors.cpp

// One office for several people: "Presidents A of X and B of Y", "the presidents of X and Y, A and
// B respectively", "A and B, the foreign ministers of X and Y", "his Chinese and Japanese
// counterparts, A and B".
void share_groups(Namings& namings);  // groups.cpp

// States that send somebody: "X and Y were represented by A and B".
void share_senders(Namings& namings);  // senders.cpp

// Who leads a delegation of an organisation: "an IMF mission led by A".
void share_bodies(Namings& namings);  // body_groups.cpp

// Lists of people of one side: "on the Kuwaiti side were A, B and C".
void share_sides(Namings& namings);  // sides.cpp

// "The Kenyan delegation came. The delegation is led by A and includes B": of the state told
// before.
void share_told_delegations(Namings& namings);  // told_delegations.cpp

// Those who are of a group of one state: "officials of Peru, including A and B".
void share_memberships(Namings& namings);  // memberships.cpp

// Those who come with somebody: "accompanied by A and B".
void share_company(Namings& namings);  // company.cpp

// Those who are met together: "met Chilean President A and Prime Minister B".
void share_hosts(Namings& namings);  // hosts.cpp

// As many matters as names: "his foreign and trade ministers, A and B".
void share_portfolios_in_order(Namings& namings);  // portfolios_in_order.cpp

// As many people as states, "Presidents A and B of X and Y", and him whose office speaks: "the
// Omani minister's office said that A".
void share_owners_in_order(Namings& namings);  // owners_in_order.cpp

// "Deputy Director of the Commission; Minister of Public Security X": in a list of people set
// off by semicolons, an entry without a name is the first half of the next.
void join_semicolons(Namings& namings);  // name_list.cpp

// Lines that give one person each: "Libya: H.E. A, Minister", "A, Minister, Grenada",
// "Iran | A | President of the Customs Administration".
void read_rows(Namings& namings);  // rows.cpp

// Lists that set office and state on the lines below each name.
void read_stacked_rows(Namings& namings);  // stacked_rows.cpp

}  // namespace rapporteur::names
