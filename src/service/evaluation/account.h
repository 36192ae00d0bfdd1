// Account: what a reading or an annotation says of meetings, in the one form that is compared.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/record/reading.h"

namespace rapporteur::service::evaluation {

// A value as text (enumerators by name, numbers in decimal), how sure a reading was of it and by
// which rule it was found; stored readings name no rules.
struct Value {
  std::optional<std::string> text;
  std::optional<double> confidence;
  std::string rule;

  explicit operator bool() const { return text.has_value(); }
  [[nodiscard]] std::string_view view() const { return text ? std::string_view(*text) : ""; }
};

struct Participant {
  Value person;
  Value offices;  // joined by "; "; an empty list is no value
  Value state;
  Value organisation;
  Value attendance;
};

struct Link {
  Value relation;
  std::string to;  // Meeting::ref
};

// The fields in which a meeting has one value each, in the order of the figures.
enum Field { organisation, organ, ordinal, kind, status, when, place, country, chair, kFields };

struct Meeting {
  std::string ref;
  bool main = false;
  std::string name;
  Value fields[kFields];
  std::vector<Participant> participants;
  std::vector<Value> agenda;
  std::vector<Value> outcomes;
  std::vector<Link> links;
  std::vector<std::string> signs;  // as record::Meeting::signs
};

struct Account {
  std::string id;
  std::string date_given;  // EDTF; annotations only
  std::vector<Meeting> meetings;
};

Account account_of(const record::Reading& reading);

// An annotation (ID.json) or one line of readings; both name their fields alike.
// Errors: bad_data (no JSON object, no id, a field of another type), where = `where`.
Result<Account> parse_account(std::string_view json, const std::string& where);

}  // namespace rapporteur::service::evaluation
