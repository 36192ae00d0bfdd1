// The fields of a reading's objects by their public names, each listed once.
//
// for_each_field(object, f) calls f(name, member) for every member, in the order of the public
// JSON: Fact<T>, std::optional<E>, plain values, and the lists of objects last. `object` may be
// const. What walks a reading (claims, JSON, columns) walks it through here.
#pragma once

#include <concepts>
#include <type_traits>

#include "rapporteur/record/reading.h"

namespace rapporteur::record {

template <class T, class F>
  requires std::same_as<std::remove_const_t<T>, Participant>
void for_each_field(T& o, F&& f) {
  f("person", o.person);
  f("offices", o.offices);
  f("state", o.state);
  f("organisation", o.organisation);
  f("attendance", o.attendance);
  f("capacity", o.capacity);
}

template <class T, class F>
  requires std::same_as<std::remove_const_t<T>, AgendaItem>
void for_each_field(T& o, F&& f) {
  f("text", o.text);
  f("topics", o.topics);
}

template <class T, class F>
  requires std::same_as<std::remove_const_t<T>, Outcome>
void for_each_field(T& o, F&& f) {
  f("act", o.act);
  f("actor", o.actor);
  f("text", o.text);
}

template <class T, class F>
  requires std::same_as<std::remove_const_t<T>, Instrument>
void for_each_field(T& o, F&& f) {
  f("name", o.name);
  f("relation", o.relation);
}

template <class T, class F>
  requires std::same_as<std::remove_const_t<T>, Link>
void for_each_field(T& o, F&& f) {
  f("relation", o.relation);
  f("to", o.to);
}

template <class T, class F>
  requires std::same_as<std::remove_const_t<T>, Meeting>
void for_each_field(T& o, F&& f) {
  f("id", o.id);
  f("main", o.main);
  f("name", o.name);
  f("organisation", o.organisation);
  f("organ", o.organ);
  f("kind", o.kind);
  f("format", o.format);
  f("mode", o.mode);
  f("ordinal", o.ordinal);
  f("status", o.status);
  f("when", o.when);
  f("when_basis", o.when_basis);
  f("rescheduled_to", o.rescheduled_to);
  f("place", o.place);
  f("country", o.country);
  f("venue", o.venue);
  f("chair", o.chair);
  f("chair_person", o.chair_person);
  f("host", o.host);
  f("inviter", o.inviter);
  f("participants", o.participants);
  f("agenda", o.agenda);
  f("outcomes", o.outcomes);
  f("instruments", o.instruments);
  f("links", o.links);
}

template <class T, class F>
  requires std::same_as<std::remove_const_t<T>, Holding>
void for_each_field(T& o, F&& f) {
  f("person", o.person);
  f("office", o.office);
  f("state", o.state);
  f("organisation", o.organisation);
}

template <class T, class F>
  requires std::same_as<std::remove_const_t<T>, Position>
void for_each_field(T& o, F&& f) {
  f("text", o.text);
  f("actor", o.actor);
  f("act", o.act);
}

// The lists of objects at the root: meetings, holdings, positions.
template <class T, class F>
  requires std::same_as<std::remove_const_t<T>, Reading>
void for_each_field(T& o, F&& f) {
  f("meetings", o.meetings);
  f("holdings", o.holdings);
  f("positions", o.positions);
}

}  // namespace rapporteur::record
