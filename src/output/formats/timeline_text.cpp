// A timeline for people: period by period, a line for each event.
//
//   Inland Waters Cooperation Organisation, Council of Ministers  (s-7facd20081526365)
//
//   2024
//     18 September 2024   16th session, Dushanbe, Tajikistan  held, 3 reports  m-2421...
#include <algorithm>

#include "rapporteur/output/format.h"
#include "rapporteur/output/printable.h"

namespace rapporteur::output::formats {

namespace {

using Event = Timeline::Event;

struct Line {
  const Event* event;
  const std::string* lane;
};

std::string one_line(std::string words) {
  std::replace(words.begin(), words.end(), '\n', ' ');
  return printable(words);
}

std::vector<Line> lines_of(const Timeline& timeline) {
  std::vector<Line> out;
  for (const Timeline::Lane& lane : timeline.lanes) {
    for (const Event& event : lane.events) out.push_back({&event, &lane.label});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Line& a, const Line& b) { return a.event->first < b.event->first; });
  return out;
}

void write_event(const Event& event, const std::string& lane, std::size_t width, std::string& out) {
  const std::string day = one_line(event.day);
  out += "  " + day + std::string(width - std::min(width, letters_of(day)) + 2, ' ');
  if (!lane.empty()) out += one_line(lane) + ": ";
  out += one_line(event.label);
  if (!event.place.empty()) out += ", " + one_line(event.place);
  out += "  ";
  if (!event.status.empty() && event.status != "office") out += one_line(event.status);
  if (event.reports > 0) {
    if (out.back() != ' ') out += ", ";
    out += std::to_string(event.reports) + (event.reports == 1 ? " report" : " reports");
  }
  if (!event.id.empty()) out += "  " + one_line(event.id);
  out += '\n';
  if (!event.because.empty()) out += "    concluded: " + one_line(event.because) + '\n';
}

void write(const Timeline& timeline, const Options&, std::string& out) {
  out += one_line(timeline.title);
  if (!timeline.id.empty()) out += "  (" + one_line(timeline.id) + ")";
  out += '\n';
  if (!timeline.subtitle.empty()) out += one_line(timeline.subtitle) + '\n';
  const std::vector<Line> lines = lines_of(timeline);
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, letters_of(line.event->day));
  const bool name_lanes = timeline.lanes.size() > 1;
  std::size_t next = 0;
  for (const Line& line : lines) {
    std::size_t period = next;
    while (period < timeline.periods.size() &&
           timeline.periods[period].first <= line.event->first) {
      ++period;
    }
    if (period != next) {
      out += '\n' + one_line(timeline.periods[period - 1].label) + '\n';
      next = period;
    }
    write_event(*line.event, name_lanes ? *line.lane : std::string(), width, out);
  }
  if (!timeline.undated.empty()) out += "\nWithout a date\n";
  for (const Event& event : timeline.undated) write_event(event, "", 0, out);
  out += '\n';
}

}  // namespace

extern const Format<subject::timeline> timeline_text;
const Format<subject::timeline> timeline_text = {"text", "period by period, for people", write};

}  // namespace rapporteur::output::formats
