// The classes of cues that this layer uses, each a table in data/lexicon/cues/ whose head says
// more.
#pragma once

#include <string_view>

#include "rapporteur/lexicon/lexicon.h"

namespace rapporteur::meetings {

class Cues {
 private:
  const lexicon::Lexicon& lexicon_;
  [[nodiscard]] lexicon::CueClass of(std::string_view table) const {
    return lexicon_.cue_class(table);
  }

 public:
  explicit Cues(const lexicon::Lexicon& lexicon) : lexicon_(lexicon) {}

  // "summit", "talks", ...; value: kind
  lexicon::CueClass head = of("meeting_head");
  // "met with", ...; value: kind
  lexicon::CueClass verb = of("meeting_verb");
  // stands before a head; value: see table
  lexicon::CueClass adjective = of("meeting_adjective");
  // words that make it a domestic or sports one
  lexicon::CueClass no_meeting = of("no_meeting");
  // "by videoconference"; value: mode
  lexicon::CueClass mode = of("mode");
  // "postponed"; value: status
  lexicon::CueClass status = of("status");
  // "will", "is to"
  lexicon::CueClass future = of("future");
  // "to convene", for the status alone
  lexicon::CueClass planned = of("planned");
  // "sat", for the status alone
  lexicon::CueClass past_verb = of("past_verb");
  // "was", "took place"
  lexicon::CueClass past = of("past");
  // "chaired by"; value: before | after | state
  lexicon::CueClass chair = of("chair");
  // "hosted by"; value: before | after
  lexicon::CueClass host = of("host");
  // "at the invitation of"
  lexicon::CueClass inviter = of("inviter");
  // "did not attend"; value: before | after
  lexicon::CueClass absent = of("absent");
  // "took part"; value: before | after
  lexicon::CueClass attend = of("attend");
  // offices whose holders only speak
  lexicon::CueClass speaker_only = of("speaker_only");
  // "discussed"; value: after | before
  lexicon::CueClass agenda = of("agenda");
  // "on the sidelines of"; value: relation
  lexicon::CueClass link = of("link");
  // "Palace", "Hall"
  lexicon::CueClass venue = of("venue");
  // "leaders": says how high, not which organ
  lexicon::CueClass level_only = of("level_only");
  // "WHEN:"; value: when | where | what
  lexicon::CueClass label = of("label");
  // "heads of the delegations", who are received
  lexicon::CueClass delegation_heads = of("delegation_heads");
  // "representatives of", before a list of states
  lexicon::CueClass delegate = of("delegate");
  // "Meeting", "Committee" in the name of a series
  lexicon::CueClass organ_word = of("organ_word");
  // "city" in "the city of"
  lexicon::CueClass town = of("town");
  // "Sea", "Balkans": closes a name that is no town's
  lexicon::CueClass area = of("area");
  // "separately", between a verb and its "with"
  lexicon::CueClass adverb = of("adverb");
  // "Council", "Committee", which may stand for itself
  lexicon::CueClass body_head = of("body_head");
  // "said", "thanked", right behind a person
  lexicon::CueClass person_verb = of("person_verb");
  // "held", "opened", whose object is the meeting
  lexicon::CueClass light_verb = of("light_verb");
  // "trilateral", "together": all meet at once
  lexicon::CueClass in_common = of("in_common");
  // "one-on-one", "private": of two alone
  lexicon::CueClass private_talk = of("private_talk");
  // "Organisation", "Union"; value: last | both
  lexicon::CueClass organisation_head = of("organisation_head");
  // "at a ceremony"; value: leaders or nothing
  lexicon::CueClass signing_apart = of("signing_apart");
  // "Xinhua"; value: the state that it reports from
  lexicon::CueClass agency = of("agency");
  // between a guest and the state that he goes to
  lexicon::CueClass arrival = of("arrival");
  // "over coffee", beside a meeting; value: always
  lexicon::CueClass aside = of("aside");
  // right before a council that is attended
  lexicon::CueClass attended_body = of("attended_body");
  // "Ministry of Foreign Affairs of", above a report
  lexicon::CueClass authority = of("authority");
  // in front of a meeting that only places another
  lexicon::CueClass background = of("background");
  // "Nordic", "Eurasian": whose body is like no other
  lexicon::CueClass circle = of("circle");
  // what is signed at the end of a meeting
  lexicon::CueClass closing_paper = of("closing_paper");
  // "accompanied by"
  lexicon::CueClass companion = of("companion");
  // verbs of a council that meets
  lexicon::CueClass convening = of("convening");
  // "ten", in front of what is counted
  lexicon::CueClass count = of("count");
  // "counterpart"; value: one | several
  lexicon::CueClass counterpart = of("counterpart");
  // organs that one state has by itself
  lexicon::CueClass domestic_organ = of("domestic_organ");
  // "two-day"; value: days
  lexicon::CueClass duration = of("duration");
  // "round", behind its number
  lexicon::CueClass edition = of("edition");
  // before "in" where that is no meeting's place
  lexicon::CueClass elsewhere = of("elsewhere");
  // "on the tarmac"; value: kind of the meeting
  lexicon::CueClass encounter = of("encounter");
  // behind a council, sets its day
  lexicon::CueClass event_verb = of("event_verb");
  // "brought together"; value: seat | host
  lexicon::CueClass gathers = of("gathers");
  // "holding", "taking part" behind "is"; value: hold | attend
  lexicon::CueClass going_on = of("going_on");
  // "experts"; value: how high they stand
  lexicon::CueClass group_level = of("group_level");
  // offices that visitors call on
  lexicon::CueClass head_office = of("head_office");
  // verbs of coming home and setting out
  lexicon::CueClass homeward = of("homeward");
  // "a possible", before a meeting not agreed on
  lexicon::CueClass hypothetical = of("hypothetical");
  // "treaty", "protocol"; value: proper or nothing
  lexicon::CueClass instrument = of("instrument");
  // says that a body is one among states
  lexicon::CueClass international = of("international");
  // verbs that make a meeting of two persons; value: with | both
  lexicon::CueClass joint_verb = of("joint_verb");
  // "runs for three days"; value: days
  lexicon::CueClass lasting = of("lasting");
  // "statement", between a verb of saying and its day; value: medium | made | by | tells
  lexicon::CueClass medium = of("medium");
  // "members", "founders": lists no guests
  lexicon::CueClass membership = of("membership");
  // "Ministerial" in a meeting's name
  lexicon::CueClass naming_adjective = of("naming_adjective");
  // in names that are no organ's; value: front | any | whole
  lexicon::CueClass no_organ = of("no_organ");
  // "experts", whose meeting it is
  lexicon::CueClass officials = of("officials");
  // "commission", "council", in any case; value: joint or nothing
  lexicon::CueClass organ_head = of("organ_head");
  // what those who met came to; value: see table
  lexicon::CueClass outcome = of("outcome");
  // "the adoption of"; value: the speech act
  lexicon::CueClass outcome_noun = of("outcome_noun");
  // bounds clauses and items; value: their role
  lexicon::CueClass phrase = of("phrase");
  // in the name of a meeting that prepares another
  lexicon::CueClass preparatory = of("preparatory");
  // makes the town before it a meeting's place
  lexicon::CueClass scene = of("scene");
  // between a state and those who act for it
  lexicon::CueClass sends = of("sends");
  // "on the Kuwaiti side"; value: group | ...
  lexicon::CueClass side = of("side");
  // right before a person who only is spoken of
  lexicon::CueClass spoken_of = of("spoken_of");
  // being in or going to a place
  lexicon::CueClass stay = of("stay");
  // "opened", "ended"; value: begin | end
  lexicon::CueClass stretch = of("stretch");
  // earlier and later meetings; value: next | previous | ...
  lexicon::CueClass succession = of("succession");
  // "dated", before the date of a thing
  lexicon::CueClass thing_past = of("thing_past");
  // before "to", leads to a place
  lexicon::CueClass travels = of("travels");
  // words that "and" keeps together
  lexicon::CueClass twin = of("twin");
  // right behind "visit", leads to the guest
  lexicon::CueClass visit_paid = of("visit_paid");
};

}  // namespace rapporteur::meetings
