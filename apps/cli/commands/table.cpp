// The commands, in the order of the help.
#include <array>

#include "command.h"

namespace rapporteur::cli {

extern const CommandEntry kRead;
extern const CommandEntry kExtract;
extern const CommandEntry kGroup;
extern const CommandEntry kCompareNames;
extern const CommandEntry kEvaluate;
extern const CommandEntry kIngest;
extern const CommandEntry kWatch;
extern const CommandEntry kMeetings;
extern const CommandEntry kShow;
extern const CommandEntry kSeries;
extern const CommandEntry kBrief;
extern const CommandEntry kCalendar;
extern const CommandEntry kTimeline;
extern const CommandEntry kSearch;
extern const CommandEntry kSql;
extern const CommandEntry kConflicts;
extern const CommandEntry kExplain;
extern const CommandEntry kExport;
extern const CommandEntry kImport;
extern const CommandEntry kCorrect;
extern const CommandEntry kMerge;
extern const CommandEntry kSplit;
extern const CommandEntry kReread;
extern const CommandEntry kCheck;
extern const CommandEntry kForget;
extern const CommandEntry kBackup;
extern const CommandEntry kServe;
extern const CommandEntry kToken;

std::span<const CommandEntry* const> commands() {
  static constexpr std::array kAll = {
      &kRead,     &kExtract,   &kGroup,   &kCompareNames, &kEvaluate, &kIngest,   &kWatch,
      &kMeetings, &kShow,      &kSeries,  &kBrief,        &kTimeline, &kCalendar, &kSearch,
      &kSql,      &kConflicts, &kExplain, &kExport,       &kImport,   &kCorrect,  &kMerge,
      &kSplit,    &kReread,    &kCheck,   &kForget,       &kBackup,   &kServe,    &kToken};
  return kAll;
}

}  // namespace rapporteur::cli
