// Report: one document as published. Reading: what one report says, with evidence.
//
// A Reading is a pure function of its Report and owns everything in it. Its public JSON is a
// contract (docs/formats/reading.md); the field names here are the names there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rapporteur/base/byte_span.h"
#include "rapporteur/record/fact.h"
#include "rapporteur/record/vocabulary.h"

namespace rapporteur::record {

inline constexpr int kReadingSchema = 1;

// What the cleaning took out of the text.
struct LeftOut {
  std::uint32_t at = 0;  // byte in Report::text where it stood
  std::string text;
  std::string reason;  // "share line", "navigation", ...
  friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

struct Dateline {
  std::string place;    // "Tashkent"; empty: none
  std::string country;  // ISO 3166-1 alpha-2; empty: unknown
  std::string date;     // EDTF; empty: none
  friend bool operator==(const Dateline&, const Dateline&) = default;
};

// Empty strings mean "not known"; they are null in the public JSON.
struct Report {
  std::string id;      // the file's stem or the record's own id
  std::string origin;  // address, "source#record", or path below the ingested folder: its identity
  std::string digest;  // "sha256:" + hex of text: its version
  std::string title;
  std::string publisher;
  std::string agency;
  std::string byline;
  Dateline dateline;
  std::string published;  // EDTF day (or coarser): from metadata, else from the text's own stamp
  std::string modified;   // as published, from metadata only
  std::string language;   // ISO 639-1
  std::string text;       // what was read: UTF-8, NFC, '\n' line ends, boilerplate taken out
  std::vector<LeftOut> left_out;
  std::vector<std::string> warnings;  // what the source layer has to say
  friend bool operator==(const Report&, const Report&) = default;
};

struct Participant {
  Fact<std::string> person;
  Fact<std::vector<std::string>> offices;  // as worded, without the state
  Fact<std::string> state;                 // ISO 3166-1 alpha-2
  Fact<std::string> organisation;          // only for who represents an organisation
  Fact<Attendance> attendance;
  std::optional<Capacity> capacity;
  friend bool operator==(const Participant&, const Participant&) = default;
};

struct AgendaItem {
  Fact<std::string> text;
  std::vector<std::string> topics;  // ids of data/topics.tsv
  friend bool operator==(const AgendaItem&, const AgendaItem&) = default;
};

struct Outcome {
  std::string act;    // id of data/speech_acts.tsv: "agree", "adopt", ...
  std::string actor;  // as worded; empty: not said
  Fact<std::string> text;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

struct Instrument {
  Fact<std::string> name;
  InstrumentRelation relation = InstrumentRelation::cited;
  friend bool operator==(const Instrument&, const Instrument&) = default;
};

struct Link {
  Fact<Relation> relation;
  std::string to;  // Meeting::id in the same reading
  friend bool operator==(const Link&, const Link&) = default;
};

struct Meeting {
  std::string id;  // "m1", "m2", ... in the order of first mention, main meetings first
  bool main = false;
  Fact<std::string> name;
  Fact<std::string> organisation;
  Fact<std::string> organ;
  Fact<Kind> kind;
  std::optional<Format> format;
  Fact<Mode> mode;
  Fact<int> ordinal;
  Fact<Status> status;
  Fact<std::string> when;  // EDTF, level 0 or 1
  std::optional<Basis> when_basis;
  Fact<std::string> rescheduled_to;  // EDTF
  Fact<std::string> place;
  Fact<std::string> country;  // ISO 3166-1 alpha-2
  Fact<std::string> venue;
  Fact<std::string> chair;  // ISO alpha-2, or the person's name where no state is known
  Fact<std::string> chair_person;
  Fact<std::string> host;     // ISO alpha-2
  Fact<std::string> inviter;  // as worded
  std::vector<Participant> participants;
  std::vector<AgendaItem> agenda;
  std::vector<Outcome> outcomes;
  std::vector<Instrument> instruments;
  std::vector<Link> links;
  std::vector<std::string> signs;  // that it is a main one (data/main_signs.tsv); for training only
  friend bool operator==(const Meeting&, const Meeting&) = default;
};

// A person in an office, as of this report; also people who only speak.
struct Holding {
  Fact<std::string> person;
  Fact<std::string> office;
  Fact<std::string> state;
  Fact<std::string> organisation;
  friend bool operator==(const Holding&, const Holding&) = default;
};

// What one side says that is no outcome.
struct Position {
  Fact<std::string> text;
  std::string actor;  // as worded
  std::string act;    // id of data/speech_acts.tsv
  friend bool operator==(const Position&, const Position&) = default;
};

// Something named anywhere in the text (--mentions).
struct Mention {
  MentionKind kind = MentionKind::person;
  ByteSpan span;
  std::string value;  // EDTF, ISO code or full name of a body; empty: null
  friend bool operator==(const Mention&, const Mention&) = default;
};

struct Reading {
  std::string engine;  // version of program and data pack
  int schema = kReadingSchema;
  Report report;
  std::vector<Meeting> meetings;
  std::vector<Holding> holdings;
  std::vector<Position> positions;
  std::vector<std::string> warnings;
  std::vector<Mention> mentions;  // only where asked for
  friend bool operator==(const Reading&, const Reading&) = default;
};

}  // namespace rapporteur::record
