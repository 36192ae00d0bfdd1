// What can be written: each subject is a type; the files of formats/ start with its name here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/record/reading.h"

namespace rapporteur::output {

// How a run went. `seconds` is for people only and never part of a result.
struct Statistics {
  std::uint64_t reports = 0;  // read without an error
  std::uint64_t bytes = 0;    // of the reports as they were found
  double seconds = 0;
  std::uint64_t facts = 0;
  std::uint64_t errors = 0;  // reports that failed
  std::uint64_t unread = 0;  // reports in a language that is not read
  friend bool operator==(const Statistics&, const Statistics&) = default;
};

// What a user should know that stops nothing.
struct Note {
  Error what;
};

// One line of a list: named values in the order of the columns. All rows of one list have the
// same names.
struct Row {
  using Value = std::variant<std::nullptr_t, bool, std::int64_t, double, std::string,
                             std::vector<std::string>>;
  struct Cell {
    std::string name;
    Value value;
  };
  std::vector<Cell> cells;

  // An empty string is null.
  void text(std::string name, std::string value);
  void integer(std::string name, std::int64_t value);
  void list(std::string name, std::vector<std::string> values);
};

// Words of a report that state something.
struct Citation {
  std::string report;  // key
  std::string title;   // may be empty
  std::string pointer;
  std::vector<std::string> quotes;
  std::string publisher = {};  // may be empty
  std::string published = {};  // EDTF; may be empty
  std::string sentence = {};   // that holds all the quotes, to be read with them; may be empty
};

// When things happened, as lanes below one axis of days. Days count from 1970-01-01.
struct Timeline {
  struct Event {
    std::string id;       // may be empty
    std::string label;    // "16th session"
    std::string place;    // "Dushanbe, Tajikistan"; may be empty
    std::string when;     // EDTF
    std::string day;      // the same in words: "18 September 2024"
    std::string status;   // "held", "announced", ...; "due": concluded; "office": somebody held one
    std::string because;  // why one that is due is
    std::int32_t first = 0;  // both included
    std::int32_t last = 0;
    int reports = 0;
  };
  struct Lane {
    std::string label;
    std::vector<Event> events;  // by first day
  };
  struct Period {
    std::string label;  // "2024", "September 2024"
    std::int32_t first = 0;
  };
  std::string id;  // what it is of; may be empty
  std::string title;
  std::string subtitle;
  std::vector<Period> periods;  // ascending; the first begins the axis
  std::int32_t end = 0;         // the day after the axis
  std::vector<Lane> lanes;
  std::vector<Event> undated;
};

// A page of facts, each with the words that state it.
struct Page {
  struct Fact {
    std::string label;  // "when"; may be empty
    std::string value;
    std::vector<Citation> sources;
    std::size_t more = 0;            // reports that say so as well and are not in `sources`
    bool derived = false;            // concluded from the sources; none of them states it
    std::string because = {};        // how; empty if it is not derived
    std::vector<Fact> details = {};  // what belongs below it
  };
  struct Section {
    std::string heading;  // empty: none
    std::vector<Fact> facts;
    std::string note = {};  // a sentence below the heading; may be empty
  };
  std::string id;  // what the page is about; may be empty
  std::string title;
  std::vector<Section> sections;  // those without facts are not shown
  std::string subtitle = {};      // may be empty
  std::optional<Timeline> timeline = {};
};

// A meeting in a calendar.
struct Event {
  enum class Standing { tentative, confirmed, cancelled };
  std::string id;
  std::string first_day;  // "2018-05-21"
  std::string last_day;   // the same; included
  std::string stamp_day;  // the day of the latest report or correction
  int sequence = 0;       // how often it has changed
  Standing standing = Standing::confirmed;
  std::string summary;
  std::string description;  // lines; may be empty
  std::string location;     // may be empty
  std::string category;     // may be empty
  std::string address;      // http(s)://...; may be empty
  std::string dates;        // EDTF
};

// A tree of named values: what has no columns.
struct Node {
  struct Value;
  struct Member;
  using Object = std::vector<Member>;
  struct Value {
    std::variant<std::string, std::int64_t, double, Object, std::vector<Value>> of;
  };
  Object members;

  // Each leaves empty values out.
  void text(std::string name, std::string value);
  void texts(std::string name, const std::vector<std::string>& values);
  void integer(std::string name, std::int64_t value);
  void object(std::string name, Node value);
  void objects(std::string name, std::vector<Node> values);
};
struct Node::Member {
  std::string name;
  Value value;
};

// A part of a network of people.
struct Network {
  struct Person {
    std::string id;
    std::string name;
    std::string state;         // may be empty
    std::string organisation;  // may be empty
  };
  struct Tie {
    std::string a;  // ids
    std::string b;
    std::int64_t meetings = 0;
    std::string first_day;  // may be empty
    std::string last_day;   // may be empty
  };
  std::variant<Person, Tie> part;  // all people come before all ties
};

namespace subject {
using reading = record::Reading;
using report = record::Report;  // what the source layer made of a page, file or record
using error = Error;
using note = Note;
using statistics = Statistics;
using row = Row;
using page = Page;
using event = Event;
using node = Node;
using network = Network;
using timeline = Timeline;
}  // namespace subject

}  // namespace rapporteur::output
