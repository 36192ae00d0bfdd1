// The ways in which a report names a meeting, by a noun, by a verb or by a number alone;
// mention.cpp joins them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "draft.h"
#include "rapporteur/tagger/tagger.h"

namespace rapporteur::meetings {

// How far a verb looks for its subject and object, in tokens.
inline constexpr std::uint32_t kSubjectReach = 30;
// How far a noun or verb looks for its "with" or "between".
inline constexpr std::uint32_t kFarReach = 14;

// "17th Meeting of Security Council Secretaries of the SCO": grown from its head to both sides.
Mention nominal_mention(const Context& context, TokenRange head, const lexicon::Cue& cue);

// The verb before the phrase, over days, places and adverbs, whose object the meeting is ("held",
// "opened"), and its cue if `found` is given; or an empty range.
TokenRange light_verb_before(const Context& context, const Mention& mention,
                             const lexicon::Cue** found = nullptr);
// "X has completed an official visit to Y", "X had talks with Y": adds the subject of the clause.
void subject_beside(const Context& context, Mention& mention);

// "X met with Y": subject and object from the cast and the bodies around the verb, or the subject
// of `before`, the verb joined to it by "and"; may be null. Empty where nobody could meet.
std::optional<Mention> verbal_mention(const Context& context, TokenRange verb,
                                      const lexicon::Cue& cue, const Mention* before);

// A meeting told without the noun of its kind, and how it stands to the one before it, if that is
// said ("previous", "next").
Mention event_mention(const Context& context, TokenRange tokens, TokenRange trigger,
                      std::string_view relation = {});
// "The first was held in Astana", "the next one will take place" at `token`: a number without its
// noun.
std::optional<Mention> elliptic_mention(const Context& context, std::uint32_t token);
// "which follows |an earlier one| held in Lima in May", "after |a successful one| in Quito", with
// "one" at `token`: another of the row.
std::optional<Mention> earlier_one(const Context& context, std::uint32_t token);
// "was preceded by |that of the Technical Committee|" at `token`: the meeting of another body.
std::optional<Mention> that_of_body(const Context& context, std::uint32_t token);
// "The Finance Committee had met, and |so had the Consultative Board|": another body beside the one
// of which `before` tells.
std::optional<Mention> so_did_body(const Context& context, std::uint32_t token,
                                   const Mention& before);
// A heading of no more than a body and a day, from `token`: "Energy Council, 12 June 2019".
std::optional<Mention> titled_mention(const Context& context, std::uint32_t token);
// "to the 22nd Council of Ministers" with its body at `token`: a body with a number is its meeting.
std::optional<Mention> numbered_mention(const Context& context, std::uint32_t token);

// "The Council of Ministers |opens| in Lima": a body that is held, by the verb. Empty where nothing
// but a place or a day may stand behind the verb and something else does, or no organ stands
// before.
std::optional<Mention> convened_mention(const Context& context, TokenRange verb);

// "the visit |which X paid|", "a visit |lies ahead of X|", "X, |whose| visit has ended": adds the
// guest and where he goes.
bool visitor_of_clause(const Context& context, Mention& mention);

// "X spoke on telephone today with Y", "|over the telephone|, X and Y talked".
bool is_on_telephone(const Context& context, const Mention& mention);
// "Wang |took part| by video link": in what others hold. `means`: the words of the means.
bool is_attending(const Context& context, TokenRange means);

// "X |spoke Tuesday by phone with| Y": a verb of speaking with the day inside it, or nothing.
TokenRange spoken_over_day(const Context& context, std::uint32_t token);

// "met |by video conference|": the noun says how they met, and is no meeting itself.
bool is_means(const Context& context, TokenRange noun);
// "|In the margins|, he spoke with X"
bool is_in_margins(const Context& context, const Mention& mention);
// "met |separately| with Y", "|in the margins| he met Y": two who meet beside another meeting.
bool is_beside_others(const Context& context, const Mention& mention);
// The report speaks of a telephone, a call or a video link anywhere. Cost: O(tokens).
bool tells_of_telephone(const Context& context);
// "|The Prime Minister spoke with X| this evening": how a readout of a call begins, which tells of
// no place.
bool leads_readout(const Context& context, const Mention& mention);
// "|spoke to| reporters": nobody in an office of a state or an organisation is spoken to.
bool only_addresses(const Context& context, const Mention& mention);

// "X is staying in Georgia", "X will be in Tbilisi": the guest and where he is. Empty where no
// office-holder from elsewhere stands before the verb or no known place right behind it.
std::optional<Mention> stay_mention(const Context& context, TokenRange verb);

// "will on Thursday, 28 September, |host|" at `token`: a verb with the day before it that is
// planned; or nothing.
TokenRange planned_over_day(const Context& context, std::uint32_t token);

// "X discussed fish with Y", "X and Y spoke about a wharf": persons of different states who deal
// with each other by the verb `cue`. Empty where they are of one state, or of none that is known.
std::optional<Mention> joint_mention(const Context& context, TokenRange verb,
                                     const lexicon::Cue& cue);

// Two or three persons who hold offices, at least one for a known state or organisation and none
// for the same.
bool are_of_two_sides(const Context& context, const std::vector<std::uint32_t>& people);

// "In the margins, X and Y went through the list" at the words of the occasion, "With Y, he went
// over the tolls" at the first word: persons of two sides in a sentence in which nothing else tells
// of a meeting; or empty. `aside`: the class of the words of such occasions.
std::optional<Mention> aside_mention(const Context& context, std::uint32_t token,
                                     lexicon::CueClass aside);

// "X of Peru and Y of Chile inspected the bridge in Arica on Tuesday": those of two sides, or a
// group of an organisation, who do something somewhere some day. REQUIRES: nothing else in `s`
// tells of a meeting.
std::optional<Mention> together_mention(const Context& context, const text::Sentence& s);

// "X picked up the phone to wish Y well", "Waiting on the tarmac in Lima was Y": those of two sides
// in the scene of a meeting. REQUIRES: nothing else in `s` tells of a meeting.
std::optional<Mention> encounter_mention(const Context& context, const text::Sentence& s);

// "A dinner was given by X for Y", "X was the host, Y his guest" at `token`: the guest and the
// host, of two sides. Empty where one of them has no name.
std::optional<Mention> hospitality(const Context& context, std::uint32_t token);

// "Senior officials on Monday and ministers on Tuesday |had prepared| it": one for each group that
// has a day of its own before the verb; empty where fewer than two have.
std::vector<Mention> groups_with_days(const Context& context, TokenRange verb);

// "A preparatory meeting for |the session of the Council| was held today": the meeting that
// prepares another, with the day and the place of its clause, before that one.
void tell_preparations(const Context& context, std::vector<Mention>& told);

// "He met the following: - President X, on 3 June": one mention for each item of the list that the
// sentence of `mention` opens and that names somebody; empty if it opens none.
std::vector<Mention> listed(const Context& context, const Mention& mention);

// "the Convention, |signed| in Belgrade in 2007": a treaty signed a week and more before the
// report, whoever signed it. Empty where the words do not tell both where and when.
std::optional<Mention> old_signing(const Context& context, TokenRange verb);
// "signed the protocol of the session": the paper behind the verb is the meeting's own.
bool is_of_closing_paper(const Context& context, TokenRange verb);
// Whether the sentence of a signing tells of it as an event of its own, and before whom.
void tell_apart(const Context& context, Mention& mention);

// "|Ministers of Peru and Chile| discussed the Union at |their| meeting": those of several states
// who are named before any body.
[[nodiscard]] bool is_owned_by_sides(const Context& context, const Mention& mention);

// The body that stands before a meeting of its own becomes its organ or organisation. False: none
// that says an organ.
bool take_body_before(const Context& context, Mention& mention);
// "ECOWAS held |its 25th Council meeting|": the organisation whose organ the mention names.
void take_owner(const Context& context, Mention& mention);
// "held its annual session in Abuja, |the 34th|": the number is that of the mention.
void take_number_behind(const Context& context, Mention& mention);

// "CIS and EAEU summits": one of each organisation. False: of one at most.
bool keep_bodies(const Context& context, const Mention& mention, std::vector<Mention>& out);

// The time expression inside the phrase or nearest behind it in its sentence; or kNobody.
std::uint32_t time_beside(const Context& context, const Mention& mention);
// "in Baku", "at Davos" right behind the phrase, over a date.
void place_beside(const Context& context, Mention& mention);
// "On Monday he was in Lima. |There| he met X": where and when the sentence before was.
void place_there(const Context& context, Mention& mention);
// "the meeting of |the joint committee|, for which 5 May had been fixed": the day and the place
// behind the name that ends at `end`, where none were found beside the noun.
void look_behind(const Context& context, std::uint32_t end, Mention& mention);
// "|President X| will attend the summit and visit Peru": who opens the words; or kNobody.
[[nodiscard]] std::uint32_t person_opening(const Context& context, TokenRange words);
// "come to Mexico on a working visit", "sets out for India today on a visit".
void place_before(const Context& context, Mention& mention);
// "visited Mexico": the state that is visited is where it happens.
void place_visited(const Context& context, Mention& mention);
// "will visit Papua New Guinea and Timor-Leste": appends a visit to each. False: to one at most.
bool keep_visits(const Context& context, const Mention& mention, std::vector<Mention>& out);
// A day and the town or state beside it.
struct DatedPlace {
  std::uint32_t time = kNobody;
  Named place;
  Named country;
};
// "on 3 June in Ghana and on 4 June in Togo" behind the words of the meeting: two or more, or none.
std::vector<DatedPlace> dated_places(const Context& context, const Mention& mention);
// "met |in January and in March|, and again |in May|": days weeks apart with no places beside them,
// right behind the words of the meeting; two or more, or none.
std::vector<std::uint32_t> days_apart(const Context& context, const Mention& mention);
// "The session and the summit were |respectively| held on 18 and on 20 June": each has its own day.
void tell_in_order(const Context& context, std::vector<Mention>& mentions);
// Appends a mention for each of those days and places. False: there are none.
bool keep_dated_places(const Context& context, const Mention& mention, std::vector<Mention>& out);
// "saw A on 1 May|, on 2 May B and on 3 May C|": the others, with whose days the verb is not said
// again; the day before the verb becomes that of `mention`. Empty where nothing of the kind
// follows.
std::vector<Mention> gapped_mentions(const Context& context, Mention& mention);
// "|next year's| summit", "|last year's| talks": a meeting of another year is another one.
void take_year_before(const Context& context, Mention& mention);
// The day right behind `end`, over "on", "in" and a comma; or null.
const time::Expression* day_right_behind(const Context& context, std::uint32_t end);
// "held talks with A on fish |and with B on tolls|": the other of two, each of whom was met apart.
std::optional<Mention> other_with(const Context& context, const Mention& mention);
// "meetings of the Foreign and Defence Ministers": appends one of each group. False: of one at
// most.
bool keep_levels(const Context& context, const Mention& mention, std::vector<Mention>& out);
// Appends the mention, or one for each of those who are met one after the other.
void keep_each(const Context& context, const Mention& mention, std::vector<Mention>& out);

// "delivered |a message from President A| to President B": takes A out of those who meet; a mention
// of which nobody else is left goes. Cost: O(mentions * tokens of a sentence).
void drop_senders(const Context& context, std::vector<Mention>& mentions);

// Drops trips and groups of which something else tells, and what is no particular meeting; lets
// joined mentions share day and place.
void tidy(const Context& context, std::vector<Mention>& mentions);

// Kinds of meetings between a few, whose sides may stand outside the phrase.
bool is_between_few(const Mention& mention);

// "the accord, signed on August 28", "the body, founded in 1995": the day of a thing rather than of
// a meeting. `signing`: a signing is told, which has such a day.
bool is_day_of_thing(const Context& context, const time::Expression& day, bool signing);

// "returned on Thursday after having taken part in the session", "flew out on Thursday": the day of
// a journey.
bool is_day_of_journey(const Context& context, const time::Expression& day);
// "arrived in Lima |on Monday| to attend the session", "landed |on Monday| for the ASEAN summit".
bool is_day_of_arrival(const Context& context, const time::Expression& day);
// "|After landing in Lima on Monday|, X opened the summit": of what was done before the rest.
bool is_day_of_fronted_act(const Context& context, const time::Expression& day);

// "the first |since 2014|, when the sides met in Accra": the day of the one before.
bool is_day_of_last(const Context& context, const time::Expression& day);
// "at which Togo has had a seat |since July 2014|": no meeting has lasted for months.
bool is_since_long_ago(const Context& context, const time::Expression& day);
// "since 27 May, |when their presidents met|": the day of what the clause behind it tells.
bool is_day_of_when_clause(const Context& context, const time::Expression& day);

// "Date: 24/10/2013", "date 2018-06-09 Ministers meet": when the page was made.
bool is_day_of_page(const Context& context, const time::Expression& day);
// The cue of a group that names no organ ("leaders"), if the office says no more than that; or
// null.
const lexicon::Cue* level_only(const Context& context, const names::Office& office);
// An organ, or a series named after its meetings ("Consultative Meeting of the Heads of State"): an
// organ without an organisation. A circle of states ("Visegrad Group") is itself an organisation.
// REQUIRES: a known body.
bool names_organ(const Context& context, const tagger::Tag& tag);

}  // namespace rapporteur::meetings
