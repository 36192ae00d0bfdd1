#include "copied_words.h"

namespace rapporteur::bench {
namespace {

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

std::span<const std::span<const std::string_view>> synonyms() { return kSynonyms; }

}  // namespace rapporteur::bench
