#include "abbreviations.h"

#include <algorithm>
#include <array>

namespace rapporteur::text {

namespace {

using namespace std::string_view_literals;

// Each sorted, for binary search.
constexpr std::array kTitles = {
    "abg"sv,  "abog"sv, "adm"sv,  "alh"sv,  "amb"sv,   "arc"sv,  "arq"sv,  "assoc"sv, "asst"sv,
    "attn"sv, "atty"sv, "barr"sv, "bldr"sv, "bp"sv,    "brig"sv, "capt"sv, "cde"sv,   "cdr"sv,
    "cdre"sv, "cllr"sv, "cmdr"sv, "col"sv,  "comdr"sv, "comm"sv, "cpl"sv,  "dept"sv,  "dr"sv,
    "drs"sv,  "econ"sv, "ed"sv,   "eng"sv,  "engr"sv,  "esq"sv,  "exc"sv,  "excmo"sv, "exma"sv,
    "exmo"sv, "fr"sv,   "gen"sv,  "genl"sv, "gov"sv,   "hon"sv,  "ing"sv,  "lic"sv,   "licda"sv,
    "lt"sv,   "maj"sv,  "md"sv,   "mgr"sv,  "mme"sv,   "mohd"sv, "mr"sv,   "mrs"sv,   "ms"sv,
    "msgr"sv, "mt"sv,   "mtra"sv, "mtro"sv, "pharm"sv, "pres"sv, "prof"sv, "qs"sv,    "rep"sv,
    "retd"sv, "rev"sv,  "rt"sv,   "rtd"sv,  "rtn"sv,   "sen"sv,  "sgt"sv,  "smt"sv,   "sr"sv,
    "sra"sv,  "st"sv,   "supt"sv, "surv"sv, "tpl"sv,   "vs"sv,   "wg"sv};

constexpr std::array kOthers = {
    "approx"sv, "apr"sv, "art"sv, "aug"sv, "bros"sv, "co"sv,  "corp"sv, "dec"sv,
    "etc"sv,    "feb"sv, "fig"sv, "inc"sv, "incl"sv, "jan"sv, "jr"sv,   "jul"sv,
    "jun"sv,    "ltd"sv, "mar"sv, "no"sv,  "nos"sv,  "nov"sv, "oct"sv,  "op"sv,
    "para"sv,   "pp"sv,  "ref"sv, "sep"sv, "sept"sv, "tel"sv, "viz"sv,  "vol"sv};

// How transliterations and some alphabets write one letter; "Ma. Theresa" (Maria).
constexpr std::array kInitials = {"bh"sv, "ch"sv, "cs"sv, "dh"sv, "dj"sv, "dz"sv, "dzh"sv,
                                  "gh"sv, "gy"sv, "kh"sv, "lj"sv, "ma"sv, "nj"sv, "ny"sv,
                                  "ph"sv, "rh"sv, "sh"sv, "sz"sv, "th"sv, "ts"sv, "tsh"sv,
                                  "ya"sv, "ye"sv, "yo"sv, "yu"sv, "zh"sv, "zs"sv};

constexpr std::array kBeforeFigures = {"approx"sv, "art"sv,  "c"sv,   "ca"sv,  "cf"sv,   "ch"sv,
                                       "est"sv,    "fig"sv,  "fri"sv, "mon"sv, "no"sv,   "nos"sv,
                                       "p"sv,      "para"sv, "pg"sv,  "pop"sv, "pp"sv,   "ref"sv,
                                       "sec"sv,    "sect"sv, "tel"sv, "thu"sv, "thur"sv, "thurs"sv,
                                       "tue"sv,    "tues"sv, "vol"sv, "vols"sv};

constexpr std::array kMonths = {"apr"sv,      "april"sv, "aug"sv,      "august"sv,   "dec"sv,
                                "december"sv, "feb"sv,   "february"sv, "jan"sv,      "january"sv,
                                "jul"sv,      "july"sv,  "jun"sv,      "june"sv,     "mar"sv,
                                "march"sv,    "may"sv,   "nov"sv,      "november"sv, "oct"sv,
                                "october"sv,  "sep"sv,   "sept"sv,     "september"sv};

constexpr std::array kStarters = {
    "a"sv,     "according"sv, "after"sv,  "also"sv,    "an"sv,  "and"sv,   "as"sv,    "at"sv,
    "both"sv,  "but"sv,       "during"sv, "earlier"sv, "for"sv, "from"sv,  "he"sv,    "her"sv,
    "his"sv,   "however"sv,   "in"sv,     "it"sv,      "its"sv, "later"sv, "next"sv,  "on"sv,
    "other"sv, "our"sv,       "she"sv,    "that"sv,    "the"sv, "their"sv, "there"sv, "these"sv,
    "they"sv,  "this"sv,      "those"sv,  "to"sv,      "we"sv,  "when"sv,  "while"sv, "with"sv};

static_assert(std::is_sorted(kTitles.begin(), kTitles.end()));
static_assert(std::is_sorted(kOthers.begin(), kOthers.end()));
static_assert(std::is_sorted(kInitials.begin(), kInitials.end()));
static_assert(std::is_sorted(kBeforeFigures.begin(), kBeforeFigures.end()));
static_assert(std::is_sorted(kMonths.begin(), kMonths.end()));
static_assert(std::is_sorted(kStarters.begin(), kStarters.end()));

}  // namespace

bool is_title_abbreviation(std::string_view word) {
  return std::binary_search(kTitles.begin(), kTitles.end(), word);
}
bool is_other_abbreviation(std::string_view word) {
  return std::binary_search(kOthers.begin(), kOthers.end(), word);
}
bool is_long_initial(std::string_view word) {
  return std::binary_search(kInitials.begin(), kInitials.end(), word);
}
bool is_abbreviation_before_figures(std::string_view word) {
  return std::binary_search(kBeforeFigures.begin(), kBeforeFigures.end(), word);
}
bool is_month(std::string_view word) {
  return std::binary_search(kMonths.begin(), kMonths.end(), word);
}
bool starts_sentences(std::string_view word) {
  return std::binary_search(kStarters.begin(), kStarters.end(), word);
}

}  // namespace rapporteur::text
