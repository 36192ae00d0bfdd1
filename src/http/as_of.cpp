#include "as_of.h"

#include "rapporteur/query/derived.h"

namespace rapporteur::http {

Result<AsOf> as_of(Desk& desk, Parameters& parameters) {
  const std::string asked = parameters.text("as_of");
  if (Result<void> fine = parameters.check(); !fine) return fine.error();
  Result<std::string> day =
      asked.empty() ? query::latest_day(desk.reg) : query::day_to_look_from(asked);
  if (!day) return Error{day.error().code, day.error().message, asked.empty() ? "" : "?as_of"};
  return AsOf{asked.empty() ? "" : *day, *day};
}

}  // namespace rapporteur::http
