// What all HTML documents share: a head that lets nothing be asked for or run, the style of their
// articles, and anchors.
//
// The end tags of body and html may be left out in HTML, so that articles can follow one another
// in a stream.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::output {

// Everything above the first article. `title` is plain words; `own_style` is CSS for what one
// format alone has, laid over the style of all.
void write_html_head(std::string_view title, std::string_view own_style, std::string& out);

// What anchors of one article begin with, so that those of others in the document differ: 17
// letters and digits, the same for the same `content`. O(bytes).
std::string anchor_key(std::string_view content);

}  // namespace rapporteur::output
