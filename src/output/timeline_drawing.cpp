// How it is laid out, in pixels of the picture (its size on a page is the page's affair):
//
//    2016      2017      2018          the axis: a line at the front of each period
//   Council of Ministers               a lane: its name, then rows of marks
//    o 9th, Almaty     o 10th ...      a mark and its words; the next one that would run into
//        o 31st ...                    them begins a row below
//
// A lane with more marks than anybody can read shows how many there are in each period instead.
#include "timeline_drawing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "markup.h"

namespace rapporteur::output {
namespace {

using Event = Timeline::Event;

constexpr int kWidth = 960;
constexpr int kMargin = 24;
constexpr int kRow = 22;
constexpr int kLaneHead = 26;
constexpr int kLaneFoot = 10;
constexpr int kBars = 56;
constexpr std::size_t kReadable = 36;  // marks in a lane
constexpr double kLetter = 6.3;        // mean width at 12 px, with some room
constexpr double kMark = 12;
constexpr std::size_t kLongest = 44;  // bytes of a label; its title has the whole

// Colours stand in the rules, since not every program that shows SVG knows variables.
constexpr const char* kStyle =
    R"(.tl{font:12px/1.3 system-ui,"Segoe UI",Roboto,"Helvetica Neue","DejaVu Sans",Arial,sans-serif}
.tl .bg{fill:#fff}.tl text{fill:#1b2430}.tl .soft{fill:#5b6776}.tl .h{font-size:17px;font-weight:600}
.tl .lane{font-weight:600;font-size:12.5px}.tl .grid{stroke:#dfe4ea;stroke-width:1}
.tl .m{fill:#1f5fa8;stroke:#1f5fa8;stroke-width:1.6}.tl .announced .m,.tl .postponed .m{fill:#fff}
.tl .postponed .m{stroke-dasharray:2 2}.tl .ongoing .m,.tl .office .m{fill:#c9dcf1}
.tl .cancelled .m{fill:#fff;stroke:#a4421c}.tl .cancelled .w{text-decoration:line-through;fill:#5b6776}
.tl .rough .m{fill-opacity:.2}.tl .due .m{fill:none;stroke:#7a4fa3;stroke-dasharray:4 3}.tl .due .w{fill:#7a4fa3}.tl .count{fill:#1f5fa8}
@media (prefers-color-scheme:dark){.tl .bg{fill:#12161c}.tl text{fill:#e7ecf2}.tl .soft,.tl .cancelled .w{fill:#9aa7b6}
.tl .grid{stroke:#2b333e}.tl .m{fill:#7db4f0;stroke:#7db4f0}.tl .announced .m,.tl .postponed .m{fill:#12161c}
.tl .ongoing .m,.tl .office .m{fill:#294766}.tl .cancelled .m{fill:#12161c;stroke:#f0956b}
.tl .due .m{fill:none;stroke:#c6a4ea}.tl .due .w{fill:#c6a4ea}.tl .count{fill:#7db4f0}}
)";

std::string number(double value) {
  const long tenths = std::lround(value * 10);
  std::string out = std::to_string(tenths / 10);
  if (tenths % 10 != 0) out += "." + std::to_string(std::abs(tenths % 10));
  return out;
}

// Letters, those of scripts with wide ones counted twice.
double width_of(std::string_view words) {
  double letters = 0;
  for (const char c : words) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) letters += byte >= 0xE3 ? 2 : 1;
  }
  return letters * kLetter;
}

// Cut between words; the ellipsis says that something is missing.
std::string shortened(const std::string& label) {
  if (label.size() <= kLongest) return label;
  const std::size_t cut = label.rfind(' ', kLongest - 1);
  if (cut == std::string::npos || cut == 0) return label;
  return label.substr(0, cut) + "\u2026";
}

std::string words_of(const Event& event) {
  return event.place.empty() ? event.label : event.label + ", " + event.place;
}

// "16th session, Dushanbe: 18 September 2024, held, 3 reports (m-...)"
std::string title_of(const Event& event) {
  std::string out = words_of(event) + ": " + (event.day.empty() ? event.when : event.day);
  if (!event.status.empty() && event.status != "office") out += ", " + event.status;
  if (event.reports > 0) {
    out += ", " + std::to_string(event.reports) + (event.reports == 1 ? " report" : " reports");
  }
  if (!event.because.empty()) out += "; concluded: " + event.because;
  if (!event.id.empty()) out += " (" + event.id + ")";
  return out;
}

// Known to the month or year only: some time in these days, not all of them.
bool is_coarse(const Event& event) {
  return event.when.substr(0, event.when.find('/')).size() < 10;
}

class Drawing {
 public:
  Drawing(const Timeline& timeline, const std::string& key) : t_(timeline), key_(key) {}

  std::string draw() {
    int y = 70;
    std::string body;
    for (const Timeline::Lane& lane : t_.lanes) {
      if (!lane.events.empty()) y = draw_lane(lane, y, body);
    }
    const int end_of_lanes = y;
    y = draw_legend(y + 26, body);
    std::string out = head(y);
    draw_axis(end_of_lanes, out);
    return out + body + "</svg>";
  }

 private:
  double x(std::int32_t day) const {
    if (t_.periods.empty()) return kMargin;
    const double first = t_.periods.front().first;
    const double days = std::max(1.0, t_.end - first);
    const double share = std::clamp((day - first) / days, 0.0, 1.0);
    return kMargin + share * (kWidth - 2.0 * kMargin);
  }

  std::string head(int height) const {
    const std::string size = std::to_string(kWidth) + " " + std::to_string(height);
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tl\" viewBox=\"0 0 " +
                      size + "\" width=\"" + std::to_string(kWidth) + "\" height=\"" +
                      std::to_string(height) + "\" role=\"graphics-document document\" " +
                      "aria-labelledby=\"" + key_ + "-t " + key_ + "-d\" lang=\"en\">\n";
    out += "<title id=\"" + key_ + "-t\">" + escaped_markup(t_.title) + "</title>\n";
    out += "<desc id=\"" + key_ + "-d\">" + escaped_markup(t_.subtitle) + "</desc>\n";
    out += std::string("<style>") + kStyle + "</style>\n";
    out += "<rect class=\"bg\" width=\"" + std::to_string(kWidth) + "\" height=\"" +
           std::to_string(height) + "\"/>\n";
    out += text(kMargin, 26, "h", t_.title) + text(kMargin, 44, "soft", t_.subtitle);
    return out;
  }

  static std::string text(double at_x, double at_y, const std::string& style,
                          const std::string& words, const std::string& more = "") {
    return "<text x=\"" + number(at_x) + "\" y=\"" + number(at_y) + "\" class=\"" + style + "\"" +
           more + ">" + escaped_markup(words) + "</text>\n";
  }

  // A line for every period; a label wherever it has room.
  void draw_axis(int bottom, std::string& out) const {
    double free_from = 0;
    for (const Timeline::Period& period : t_.periods) {
      const double at = x(period.first);
      out += "<line class=\"grid\" x1=\"" + number(at) + "\" x2=\"" + number(at) +
             "\" y1=\"64\" y2=\"" + std::to_string(bottom) + "\"/>\n";
      const bool fits = at + width_of(period.label) < kWidth - 4.0;
      if (at < free_from || !fits) continue;
      out += text(at + 4, 66, "soft", period.label);
      free_from = at + width_of(period.label) + 10;
    }
  }

  int draw_lane(const Timeline::Lane& lane, int y, std::string& out) {
    out += "<g role=\"graphics-object group\" aria-label=\"" + escaped_markup(lane.label) + "\">\n";
    if (!lane.label.empty()) {
      out += text(kMargin, y + 18, "lane", lane.label);
      y += kLaneHead;
    }
    y = lane.events.size() > kReadable ? draw_counts(lane, y, out) : draw_marks(lane, y, out);
    out += "</g>\n";
    return y + kLaneFoot;
  }

  int draw_marks(const Timeline::Lane& lane, int y, std::string& out) {
    std::vector<double> free_from;  // of each row
    for (const Event& event : lane.events) {
      const double begin = x(event.first);
      const double end = std::max(x(event.last + 1), begin + kMark);
      const double words = width_of(shortened(event.label)) +
                           (event.place.empty() ? 0 : width_of(", " + event.place));
      const bool to_the_left = end + 6 + words > kWidth - 4.0 && begin - 6 - words > 4.0;
      const double from = to_the_left ? begin - 6 - words : begin;
      std::size_t row = 0;
      while (row < free_from.size() && free_from[row] > from) ++row;
      if (row == free_from.size()) free_from.push_back(0);
      free_from[row] = to_the_left ? end + 8 : end + 6 + words + 8;
      draw_mark(event, begin, end, y + static_cast<double>(row) * kRow + kRow / 2.0, to_the_left,
                out);
    }
    return y + static_cast<int>(free_from.size()) * kRow;
  }

  void draw_mark(const Event& event, double begin, double end, double y, bool to_the_left,
                 std::string& out) {
    shown_.insert(event.status);
    const bool is_rough = is_coarse(event) && event.status != "due";
    if (is_rough) shown_.insert("rough");
    out += "<g class=\"" + escaped_markup(event.status) + (is_rough ? " rough" : "") +
           "\" role=\"graphics-symbol img\"><title>" + escaped_markup(title_of(event)) + "</title>";
    out += shape(event.status, begin, end, y);
    const double at = to_the_left ? begin - 6 : end + 6;
    out += "<text class=\"w\" x=\"" + number(at) + "\" y=\"" + number(y + 4) + "\"" +
           (to_the_left ? " text-anchor=\"end\"" : "") + ">" +
           escaped_markup(shortened(event.label));
    if (!event.place.empty()) {
      out += "<tspan class=\"soft\">, " + escaped_markup(event.place) + "</tspan>";
    }
    out += "</text></g>\n";
  }

  static std::string shape(const std::string& status, double begin, double end, double y) {
    const bool is_short = end - begin <= kMark + 0.01;
    if (status == "cancelled" && is_short) {
      const double cx = begin + kMark / 2;
      return "<path class=\"m\" d=\"M" + number(cx - 4) + " " + number(y - 4) + "l8 8m0-8l-8 8\"/>";
    }
    if (is_short && status != "office") {
      return "<circle class=\"m\" cx=\"" + number(begin + kMark / 2) + "\" cy=\"" + number(y) +
             "\" r=\"4.5\"/>";
    }
    return "<rect class=\"m\" x=\"" + number(begin) + "\" y=\"" + number(y - 5) + "\" width=\"" +
           number(end - begin) + "\" height=\"10\" rx=\"4\"/>";
  }

  // How many events begin in each period, as bars.
  int draw_counts(const Timeline::Lane& lane, int y, std::string& out) {
    std::map<std::size_t, std::size_t> counts;
    for (const Event& event : lane.events) ++counts[period_of(event)];
    std::size_t most = 1;
    for (const auto& [period, count] : counts) most = std::max(most, count);
    for (const auto& [period, count] : counts) {
      const double begin = x(t_.periods[period].first);
      const bool is_last = period + 1 == t_.periods.size();
      const double end = x(is_last ? t_.end : t_.periods[period + 1].first);
      const double height = 4 + 34.0 * static_cast<double>(count) / static_cast<double>(most);
      const double top = y + kBars - 4 - height;
      const std::string meetings = std::to_string(count) + (count == 1 ? " event" : " events");
      out += "<g role=\"graphics-symbol img\"><title>" +
             escaped_markup(t_.periods[period].label + ": " + meetings) + "</title>";
      out += "<rect class=\"count\" x=\"" + number(begin + 1) + "\" y=\"" + number(top) +
             "\" width=\"" + number(std::max(1.0, end - begin - 2)) + "\" height=\"" +
             number(height) + "\"/>";
      const std::string label = std::to_string(count);
      if (end - begin > width_of(label)) {
        out += text((begin + end) / 2, top - 3, "soft", label, " text-anchor=\"middle\"");
      }
      out += "</g>\n";
    }
    return y + kBars;
  }

  std::size_t period_of(const Event& event) const {
    const auto after = std::upper_bound(
        t_.periods.begin(), t_.periods.end(), event.first,
        [](std::int32_t day, const Timeline::Period& period) { return day < period.first; });
    return after == t_.periods.begin() ? 0
                                       : static_cast<std::size_t>(after - t_.periods.begin() - 1);
  }

  // What the marks mean, of those that are there.
  int draw_legend(int y, std::string& out) const {
    static constexpr std::pair<const char*, const char*> kMeanings[] = {
        {"held", "held"},
        {"ongoing", "ongoing"},
        {"announced", "announced"},
        {"postponed", "postponed"},
        {"cancelled", "cancelled"},
        {"rough", "some time in these days"},
        {"office", "in office, as of reports"},
        {"due", "due, concluded"}};
    double at = kMargin;
    for (const auto& [status, meaning] : kMeanings) {
      if (!shown_.contains(status)) continue;
      const bool is_wide =
          std::string_view(status) == "office" || std::string_view(status) == "rough";
      const double end = at + (is_wide ? 20 : kMark);
      out += std::string("<g class=\"") + status + "\">" + shape(status, at, end, y - 4) +
             text(end + 6, y, "soft", meaning) + "</g>\n";
      at = end + 6 + width_of(meaning) + 16;
    }
    if (!t_.undated.empty()) {
      const std::string words = std::to_string(t_.undated.size()) + " without a date not drawn";
      out += text(at, y, "soft", words);
    }
    return y + 18;
  }

  const Timeline& t_;
  const std::string& key_;
  std::set<std::string> shown_;
};

}  // namespace

std::string drawing_of(const Timeline& timeline, const std::string& key) {
  return Drawing(timeline, key).draw();
}

}  // namespace rapporteur::output
