#include "copied_words.h"

namespace rapporteur::bench {
namespace {

constexpr std::string_view kSentences[] = {
    "The %o session of the %b opened in %c on %e %y with delegations from %1 states in the hall.",
    "%p, the %f of %k, %v the %j %n that had been prepared by experts since the spring.",
    "%q, the %g of %l, told the gathering that %m needed a %j %n before the end of %z.",
    "Members of the %a %v a %n on %m and asked the secretariat to %w it by %h.",
    "In his opening words %P said that the %n had grown by %2 per cent since the last session.",
    "The delegations %v the %j state of the %n and the %m that come with it.",
    "According to the press service, the talks in %c lasted for %3 hours and were held behind "
    "closed doors.",
    "%Q proposed to %w the %m of the region and to open a %j %n in %d.",
    "A budget of %4 million for the %n was %v without a vote.",
    "%r, who heads the delegation of %k, spoke in favour of a %j %n and against new %m.",
    "The final document has %5 points, most of which concern %m and the %j %n.",
    "\"We came to %c in order to %w the %n, and we have done so,\" %P told reporters.",
    "Experts will meet again in %d on %h to %w the %m that remained open.",
    "The %a has dealt with the %n since its first session and %v a %j plan of %m two years ago.",
    "%S of %l raised the question of %m and received no answer from the other delegations.",
    "Observers from %2 organisations followed the debate on the %j %n.",
    "The next session of the %b is planned for %h %z in %d.",
    "A working group on %m will %w the %n and report to the ministers.",
    "Trade between %k and %l reached %4 million last year, which %P called a %j result.",
    "The ministers signed %5 agreements, among them one on the %j %n and one on %m.",
    "%q and %p met on the margins of the session and %v their %m in detail.",
    "The delegation of %l %v the draft, since the %n in it was not %j enough.",
    "%R reminded the hall that the %n of %y had left many %m without help.",
    "The host city had closed %3 streets around the congress centre for the %n.",
    "Both sides agreed to %w %m and to keep the %j %n as it is.",
    "A statement that was handed out in %c says that the %m are to be %v step by step.",
    "The secretariat of the %a will send a %j %n to all capitals by %h.",
    "The %f of %k thanked the hosts for a %j %n and for the care of the %m.",
    "Some %m were left for the %n in %d, where %s will take the chair.",
    "%Q added that without a %j %n no one could %w the %m of the coming years.",
    "Of the %1 members of the %a, all but two %v the %n in the first round.",
    "The chair passes from %k to %l at the end of %y, together with the care of the %n.",
    "Participants %v the %n of the %m, which had been delayed by a %j dispute.",
    "The rules on %m will be %v within %3 months and apply to every %n.",
    "In the afternoon the delegations visited a %j %n near %c and spoke with its %m.",
    "%P and %Q are to speak again by telephone before the %n in %d.",
    "The %n, he said, is a matter of %j %m and not of money alone.",
    "No date was named for the %j %n, although several %m had been expected to %w it.",
    "Ahead of the session %r had called the %m \"a %j %n\".",
    "The fund of the %a now holds %4 million, of which a third is meant for %m.",
    "The text on %m was %v late at night after a %j exchange about the %n.",
    "Journalists were told that the %n would %w %m in %5 places along the border.",
    "%S and the %g of %l opened a %j %n for young %m in the old town of %c.",
    "The council heard a report on %m, a report on the %n and a %j one on its own work.",
    "It was the first time since %h that %k and %l had %v a %n together.",
    "Railway, port and %n are to be joined by a %j corridor for %m.",
    "The ministers %v to %w the %j %n at the level of deputies every six months.",
    "%p handed over a list of %2 %m that his country wants to see %v.",
    "A centre for the %j %n will open in %d as soon as the %m are ready.",
    "Critics at home had asked %R to %w the %n rather than the %m.",
    "The %b was founded to %w the %n of its members and has its seat in %d.",
    "Water, energy and %m filled most of the second day, the %n most of the third.",
    "Delegates from %k brought a %j proposal on %m, which the %a will study until %h.",
    "On the %n the positions of %k and %l remained far apart.",
    "The communique calls the %m \"%j\" and asks all members to %w the %n.",
    "%Q thanked %P for the %j hospitality and invited him to %d in %z."};

constexpr std::string_view kHeadlines[] = {"%a members agree on %n at %c session",
                                           "%k and %l speak about %m in %c",
                                           "%P: the %n must come before the %m",
                                           "Ministers of the %a %v a %j %n",
                                           "%c hosts talks on %m",
                                           "A %j %n for the %a",
                                           "What the %o session of the %a decided",
                                           "%Q wants to %w the %m",
                                           "Talks in %c end with a %j %n",
                                           "%l takes its %m to the %a"};

constexpr std::string_view kBackground[] = {
    "Readers will remember that a %j %n of %m was the subject of our own report in the winter.",
    "In our region the %n touches many %m, as local companies told this newspaper.",
    "A local expert called the %n \"%j\" and warned that %m may take years to %w.",
    "The %m of our town have long asked the authorities to %w the %j %n.",
    "Whether the %n will change anything for %m here is an open question, say people in the trade.",
    "Last autumn the chamber of commerce %v a %j paper on %m, which nobody in the capital took up.",
    "Our correspondent adds that the %n had been the talk of the corridors for %3 days."};

constexpr std::string_view kPageLines[] = {
    "Share this story with your friends",
    "Subscribe to our morning letter for more news",
    "Read also: the week in pictures",
    "All rights reserved. Reprint only with a link to the source.",
    "Follow us on the usual networks",
    "Found a mistake? Mark it and tell the editors.",
    "Advertisement",
    "Home / World / Politics",
    "Print this page",
    "Comments are closed",
    "This article is free for registered readers until the end of the month",
    "More on this subject below",
    "Back to the start page",
    "The editors do not answer for comments",
    "Photo: archive of the press service",
    "Download our app for quick news every hour of the day"};

constexpr std::string_view kNouns[] = {"roadmap",
                                       "treaty",
                                       "charter",
                                       "programme",
                                       "strategy",
                                       "statement",
                                       "declaration",
                                       "budget",
                                       "network",
                                       "corridor",
                                       "customs code",
                                       "payment system",
                                       "power grid",
                                       "pipeline",
                                       "reservoir",
                                       "harvest",
                                       "research fund",
                                       "satellite",
                                       "customs union",
                                       "labour market",
                                       "visa regime",
                                       "border post",
                                       "rescue service",
                                       "vaccine plan",
                                       "school exchange",
                                       "language centre",
                                       "film festival",
                                       "sports league",
                                       "court",
                                       "register",
                                       "database",
                                       "early warning system",
                                       "forest belt",
                                       "glacier survey",
                                       "bus line",
                                       "freight tariff",
                                       "railway gauge",
                                       "air route",
                                       "sea port",
                                       "river basin",
                                       "tax rule",
                                       "pension scheme",
                                       "insurance pool",
                                       "credit line",
                                       "trade fair",
                                       "business council",
                                       "peace plan",
                                       "ceasefire",
                                       "prisoner exchange",
                                       "sanction list",
                                       "arms register",
                                       "drone rule",
                                       "drug law",
                                       "passport rule",
                                       "census",
                                       "climate pledge",
                                       "carbon market",
                                       "wind park",
                                       "solar field",
                                       "nuclear station",
                                       "uranium bank",
                                       "grain reserve",
                                       "milk quota",
                                       "fishing zone",
                                       "whale census",
                                       "museum loan",
                                       "archive",
                                       "manuscript",
                                       "youth camp",
                                       "scholarship",
                                       "hospital ship",
                                       "blood bank",
                                       "ambulance fleet",
                                       "food standard",
                                       "water meter",
                                       "dam",
                                       "canal",
                                       "bridge",
                                       "tunnel",
                                       "ring road",
                                       "lighthouse",
                                       "weather station",
                                       "cable",
                                       "data centre",
                                       "chip plant",
                                       "textile mill",
                                       "steel tariff",
                                       "gold reserve",
                                       "mint"};
constexpr std::string_view kPlurals[] = {"tariffs",
                                         "quotas",
                                         "visas",
                                         "migrants",
                                         "students",
                                         "farmers",
                                         "fishermen",
                                         "engineers",
                                         "teachers",
                                         "pilots",
                                         "sailors",
                                         "judges",
                                         "police officers",
                                         "firefighters",
                                         "doctors",
                                         "libraries",
                                         "universities",
                                         "laboratories",
                                         "clinics",
                                         "kindergartens",
                                         "villages",
                                         "cities",
                                         "islands",
                                         "mountain passes",
                                         "rivers",
                                         "lakes",
                                         "glaciers",
                                         "forests",
                                         "steppes",
                                         "deserts",
                                         "roads",
                                         "bridges",
                                         "airports",
                                         "harbours",
                                         "warehouses",
                                         "factories",
                                         "mines",
                                         "wells",
                                         "pipelines",
                                         "turbines",
                                         "reactors",
                                         "batteries",
                                         "vehicles",
                                         "lorries",
                                         "wagons",
                                         "containers",
                                         "parcels",
                                         "letters",
                                         "stamps",
                                         "banknotes",
                                         "loans",
                                         "bonds",
                                         "shares",
                                         "pensions",
                                         "wages",
                                         "taxes",
                                         "fees",
                                         "fines",
                                         "permits",
                                         "licences",
                                         "patents",
                                         "trademarks",
                                         "standards",
                                         "norms",
                                         "weights and measures",
                                         "medicines",
                                         "vaccines",
                                         "seeds",
                                         "fertilisers",
                                         "pesticides",
                                         "cattle",
                                         "horses",
                                         "bees",
                                         "languages",
                                         "textbooks",
                                         "films",
                                         "songs",
                                         "monuments",
                                         "caves",
                                         "carpets"};
constexpr std::string_view kAdjectives[] = {
    "common",    "broad",    "careful",   "bold",         "modest",    "lasting",  "short",
    "practical", "binding",  "voluntary", "joint",        "regional",  "global",   "local",
    "digital",   "green",    "costly",    "cheap",        "slow",      "rapid",    "balanced",
    "uneven",    "fair",     "strict",    "flexible",     "open",      "secret",   "new",
    "old",       "revised",  "second",    "final",        "early",     "late",     "small",
    "large",     "deep",     "narrow",    "legal",        "technical", "cultural", "military",
    "civil",     "medical",  "financial", "agricultural", "urban",     "rural",    "coastal",
    "northern",  "southern", "eastern",   "western",      "central"};
constexpr std::string_view kVerbs[] = {
    "discussed", "approved", "rejected",  "praised",    "studied",    "adopted",
    "postponed", "examined", "reviewed",  "endorsed",   "criticised", "welcomed",
    "debated",   "changed",  "extended",  "shortened",  "confirmed",  "renewed",
    "opened",    "closed",   "supported", "questioned", "compared",   "presented",
    "defended",  "noted",    "signed",    "drafted",    "amended",    "published"};
constexpr std::string_view kInfinitives[] = {
    "protect", "finance",   "widen",      "strengthen", "simplify", "rebuild", "register",
    "count",   "exchange",  "regulate",   "inspect",    "repair",   "support", "translate",
    "teach",   "modernise", "coordinate", "restore",    "test",     "monitor", "insure",
    "replace", "unify",     "limit",      "renew"};
constexpr std::string_view kOffices[] = {"President",
                                         "Prime Minister",
                                         "Foreign Minister",
                                         "Minister of Trade",
                                         "Minister of Transport",
                                         "Defence Minister",
                                         "Secretary of the Security Council",
                                         "Minister of Energy",
                                         "Speaker",
                                         "Deputy Prime Minister",
                                         "Minister of Health",
                                         "Minister of Culture",
                                         "Envoy"};
constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
constexpr std::string_view kSyllables[] = {
    "ba", "bek", "cha", "da",  "dov", "du",  "el",   "far", "ga",  "gor", "hal",  "id",
    "ja", "jar", "ka",  "kha", "kir", "ko",  "lan",  "lev", "li",  "lo",  "ma",   "mir",
    "mo", "na",  "nar", "ner", "nov", "ol",  "or",   "pa",  "pet", "ra",  "rakh", "ri",
    "ru", "sa",  "ser", "shi", "so",  "ta",  "tash", "ti",  "tov", "tse", "tu",   "ul",
    "va", "vik", "wan", "yas", "ye",  "yur", "za",   "zhe"};

// Words that patterns use again and again, first; sense matters little, variety a lot.
constexpr std::string_view kSessionWords[] = {"session", "meeting", "gathering", "sitting"};
constexpr std::string_view kDelegationsWords[] = {"delegations", "teams", "envoys", "participants"};
constexpr std::string_view kDelegationWords[] = {"delegation", "team", "mission", "group"};
constexpr std::string_view kMembersWords[] = {"members", "partners", "parties", "associates"};
constexpr std::string_view kSaidWords[] = {"said", "stated", "declared", "remarked"};
constexpr std::string_view kToldWords[] = {"told", "informed", "assured", "answered"};
constexpr std::string_view kAskedWords[] = {"asked", "urged", "invited", "begged"};
constexpr std::string_view kAgreedWords[] = {"agreed", "promised", "decided", "resolved"};
constexpr std::string_view kProposedWords[] = {"proposed", "suggested", "offered", "advised"};
constexpr std::string_view kStatementWords[] = {"statement", "paper", "note", "text"};
constexpr std::string_view kDocumentWords[] = {"document", "act", "paper", "text"};
constexpr std::string_view kTalksWords[] = {"talks", "negotiations", "conversations",
                                            "consultations"};
constexpr std::string_view kMinistersWords[] = {"ministers", "chiefs", "secretaries", "deputies"};
constexpr std::string_view kExpertsWords[] = {"experts", "specialists", "advisers", "analysts"};
constexpr std::string_view kLastWords[] = {"last", "previous", "past", "former"};
constexpr std::string_view kNextWords[] = {"next", "coming", "following", "nearest"};
constexpr std::string_view kHallWords[] = {"hall", "chamber", "room", "assembly"};
constexpr std::string_view kRegionWords[] = {"region", "area", "neighbourhood", "zone"};
constexpr std::string_view kYearsWords[] = {"years", "decades", "seasons", "winters"};
constexpr std::string_view kReportedWords[] = {"reported", "explained", "added", "noted"};
constexpr std::string_view kCalledWords[] = {"called", "named", "termed", "labelled"};
constexpr std::string_view kPointsWords[] = {"points", "items", "articles", "chapters"};
constexpr std::string_view kAnswerWords[] = {"answer", "reply", "reaction", "response"};
constexpr std::string_view kDebateWords[] = {"debate", "discussion", "exchange", "argument"};
constexpr std::string_view kGroupWords[] = {"group", "panel", "circle", "commission"};
constexpr std::string_view kPlanWords[] = {"plan", "scheme", "project", "concept"};
constexpr std::string_view kStatesWords[] = {"states", "nations", "governments", "republics"};
constexpr std::string_view kOpenedWords[] = {"opened", "began", "started", "resumed"};
constexpr std::string_view kMeetWords[] = {"meet", "gather", "assemble", "convene"};
constexpr std::string_view kReachedWords[] = {"reached", "hit", "touched", "passed"};
constexpr std::string_view kLastedWords[] = {"lasted", "ran", "continued", "went"};
constexpr std::string_view kBroughtWords[] = {"brought", "tabled", "submitted", "carried"};
constexpr std::string_view kRemainWords[] = {"remain", "stay", "stand", "keep"};
constexpr std::string_view kStudyWords[] = {"study", "examine", "weigh", "consider"};
constexpr std::string_view kOpenWords[] = {"open", "unsettled", "unresolved", "undecided"};
constexpr std::string_view kHalfWords[] = {"half", "part", "share", "portion"};
constexpr std::string_view kMonthsWords[] = {"months", "weeks", "quarters", "seasons"};
constexpr std::string_view kMoneyWords[] = {"money", "funds", "means", "resources"};
constexpr std::string_view kAgainstWords[] = {"against", "opposed", "versus", "contra"};
constexpr std::string_view kFavourWords[] = {"favour", "support", "defence", "praise"};
constexpr std::string_view kBetweenWords[] = {"between", "among", "betwixt", "amid"};
constexpr std::string_view kDuringWords[] = {"during", "in", "throughout", "within"};
constexpr std::string_view kAboutWords[] = {"about", "on", "over", "concerning"};
constexpr std::string_view kAfterWords[] = {"after", "following", "upon", "past"};
constexpr std::string_view kBeforeWords[] = {"before", "ahead", "until", "till"};
constexpr std::string_view kWithWords[] = {"with", "alongside", "together", "using"};
constexpr std::string_view kThatWords[] = {"that", "which", "this", "such"};
constexpr std::string_view kSeveralWords[] = {"several", "some", "many", "various"};
constexpr std::string_view kFirstWords[] = {"first", "initial", "opening", "earliest"};
constexpr std::string_view kBothWords[] = {"both", "all", "most"};
constexpr std::string_view kMustWords[] = {"must", "should", "shall", "ought"};
constexpr std::string_view kWillWords[] = {"will", "may", "might", "could"};
constexpr std::string_view kHaveWords[] = {"have", "keep", "hold", "own"};
constexpr std::string_view kHadWords[] = {"had", "kept", "held", "owned"};
constexpr std::string_view kAndWords[] = {"and", "plus"};
constexpr std::string_view kWasWords[] = {"was", "became", "stood", "lay"};
constexpr std::span<const std::string_view> kSynonyms[] = {
    kSessionWords,  kDelegationsWords, kDelegationWords, kMembersWords,  kSaidWords,
    kToldWords,     kAskedWords,       kAgreedWords,     kProposedWords, kStatementWords,
    kDocumentWords, kTalksWords,       kMinistersWords,  kExpertsWords,  kLastWords,
    kNextWords,     kHallWords,        kRegionWords,     kYearsWords,    kReportedWords,
    kCalledWords,   kPointsWords,      kAnswerWords,     kDebateWords,   kGroupWords,
    kPlanWords,     kStatesWords,      kOpenedWords,     kMeetWords,     kReachedWords,
    kLastedWords,   kBroughtWords,     kRemainWords,     kStudyWords,    kOpenWords,
    kHalfWords,     kMonthsWords,      kMoneyWords,      kAgainstWords,  kFavourWords,
    kBetweenWords,  kDuringWords,      kAboutWords,      kAfterWords,    kBeforeWords,
    kWithWords,     kThatWords,        kSeveralWords,    kFirstWords,    kBothWords,
    kMustWords,     kWillWords,        kHaveWords,       kHadWords,      kAndWords,
    kWasWords};

}  // namespace

std::span<const std::string_view> sentence_patterns() { return kSentences; }
std::span<const std::string_view> headline_patterns() { return kHeadlines; }
std::span<const std::string_view> background_patterns() { return kBackground; }
std::span<const std::string_view> page_lines() { return kPageLines; }
std::span<const std::span<const std::string_view>> synonyms() { return kSynonyms; }
std::span<const std::string_view> nouns() { return kNouns; }
std::span<const std::string_view> plurals() { return kPlurals; }
std::span<const std::string_view> adjectives() { return kAdjectives; }
std::span<const std::string_view> verbs() { return kVerbs; }
std::span<const std::string_view> infinitives() { return kInfinitives; }
std::span<const std::string_view> offices() { return kOffices; }
std::span<const std::string_view> months() { return kMonths; }
std::span<const std::string_view> syllables() { return kSyllables; }

}  // namespace rapporteur::bench
