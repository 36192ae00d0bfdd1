#include "rapporteur/base/result.h"

namespace rapporteur {

std::string_view to_string(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::access_denied:
      return "access_denied";
    case ErrorCode::io:
      return "io";
    case ErrorCode::bad_data:
      return "bad_data";
    case ErrorCode::too_large:
      return "too_large";
    case ErrorCode::unsupported:
      return "unsupported";
    case ErrorCode::damaged:
      return "damaged";
    case ErrorCode::busy:
      return "busy";
    case ErrorCode::usage:
      return "usage";
    case ErrorCode::internal:
      return "internal";
  }
  return "internal";
}

std::string Error::text() const {
  std::string out = where.empty() ? message : where + ": " + message;
  out += " (";
  out += to_string(code);
  out += ')';
  return out;
}

}  // namespace rapporteur
