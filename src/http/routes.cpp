// The table of routes, from the files of routes/, and finding one.
#include <algorithm>
#include <array>

#include "desk.h"

namespace rapporteur::http {

namespace routes {

extern const Routes kMeetings;
extern const Routes kMeetingViews;
extern const Routes kSeries;
extern const Routes kPeople;
extern const Routes kOffices;
extern const Routes kStates;
extern const Routes kBodies;
extern const Routes kReports;
extern const Routes kSearch;
extern const Routes kConflicts;
extern const Routes kReview;
extern const Routes kDerived;
extern const Routes kTimelines;
extern const Routes kBriefs;
extern const Routes kCorrections;
extern const Routes kReading;
extern const Routes kEntering;
extern const Routes kAbout;
extern const Routes kExport;

}  // namespace routes

namespace {

const std::array<const Routes*, 19> kAll = {
    &routes::kMeetings, &routes::kMeetingViews, &routes::kSeries, &routes::kPeople,
    &routes::kOffices,  &routes::kStates,       &routes::kBodies, &routes::kReports,
    &routes::kSearch,   &routes::kConflicts,    &routes::kReview, &routes::kReading,
    &routes::kDerived,  &routes::kTimelines,    &routes::kBriefs, &routes::kCorrections,
    &routes::kEntering, &routes::kAbout,        &routes::kExport};

constexpr std::array<std::string_view, 5> kFormats = {"json", "csv", "ics", "html", "svg"};

// What the last segment ends in, if it is a format that the route has.
std::string take_format(std::string_view formats, std::string& last) {
  for (const std::string_view format : kFormats) {
    const std::string ending = "." + std::string(format);
    const bool has = format == "json" || formats.find(format) != std::string_view::npos;
    if (has && last.size() > ending.size() && last.ends_with(ending)) {
      last.resize(last.size() - ending.size());
      return std::string(format);
    }
  }
  return "json";
}

bool fits(std::string_view pattern, const std::vector<std::string>& segments,
          std::vector<std::string>& names) {
  std::size_t at = 0;
  while (!pattern.empty()) {
    const std::size_t end = std::min(pattern.find('/'), pattern.size());
    const std::string_view part = pattern.substr(0, end);
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
    if (part == "**") {
      if (at == segments.size()) return false;
      names.insert(names.end(), segments.begin() + static_cast<std::ptrdiff_t>(at), segments.end());
      return true;
    }
    if (at == segments.size()) return false;
    if (part == "*") {
      names.push_back(segments[at]);
    } else if (part != segments[at]) {
      return false;
    }
    ++at;
  }
  return at == segments.size();
}

bool is_method(const Route& route, std::string_view method) {
  return route.method == method || (route.method == "GET" && method == "HEAD");
}

}  // namespace

Result<Found> find_route(std::string_view method, const Target& target, std::string& allowed) {
  // Those with open names come last, so that "meetings/facets" is no id.
  Found best;
  for (const Routes* routes : kAll) {
    for (const Route* route = routes->begin; route != routes->end; ++route) {
      std::vector<std::string> segments(target.segments.begin() + 2, target.segments.end());
      Found found{route, {}, "json"};
      if (!segments.empty()) found.format = take_format(route->formats, segments.back());
      // "/api/v1/" is "/api/v1"; below it every address is written in one way.
      if ((target.folder && !segments.empty()) || !fits(route->pattern, segments, found.names))
        continue;
      if (!is_method(*route, method)) {
        allowed += (allowed.empty() ? "" : ", ") + std::string(route->method);
        continue;
      }
      if (best.route == nullptr || found.names.size() < best.names.size()) best = std::move(found);
    }
  }
  if (best.route != nullptr) {
    allowed.clear();
    return best;
  }
  if (!allowed.empty()) {
    return Error{ErrorCode::usage, "takes " + allowed + " only", target.path()};
  }
  return Error{ErrorCode::not_found, "no such address", target.path()};
}

}  // namespace rapporteur::http
