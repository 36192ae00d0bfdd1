// What can be written: each subject is a type; the files of formats/ start with its name here.
#pragma once

#include <cstdint>
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
};

// A page of facts, each with the words that state it.
struct Page {
  struct Fact {
    std::string label;  // "when"; may be empty
    std::string value;
    std::vector<Citation> sources;
  };
  struct Section {
    std::string heading;  // empty: none
    std::vector<Fact> facts;
  };
  std::string id;  // what the page is about; may be empty
  std::string title;
  std::vector<Section> sections;  // those without facts are not shown
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
}  // namespace subject

}  // namespace rapporteur::output
