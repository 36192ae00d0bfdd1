// One form for all spellings that differ only in case, diacritics, punctuation and spacing.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::catalogue {

// Lower case; marks stripped (NFKD); ø, ł, đ, ı, ß, æ, œ, þ, ð, ə as o, l, d, i, ss, ae, oe, th,
// d, a; apostrophes and full stops dropped; dashes and other white space as one space; trimmed.
// "Côte d'Ivoire" -> "cote divoire"; "U.S." -> "us"; "Nur-Sultan" -> "nur sultan".
// Total: other scripts are lower-cased and kept; invalid UTF-8 becomes U+FFFD.
// Thread-safe. Cost: O(bytes); no allocation beyond the result for ASCII.
std::string fold(std::string_view text);

// As fold(), into `out`, whose memory is reused.
void fold_into(std::string_view text, std::string& out);

}  // namespace rapporteur::catalogue
