// A timeline as a picture that stands by itself.
#include "rapporteur/output/format.h"
#include "timeline_drawing.h"

namespace rapporteur::output::formats {

namespace {

void write(const Timeline& timeline, const Options&, std::string& out) {
  out += drawing_of(timeline, "timeline") + "\n";
}

}  // namespace

extern const Format<subject::timeline> timeline_svg;
const Format<subject::timeline> timeline_svg = {"svg", "a picture, without scripts", write};

}  // namespace rapporteur::output::formats
