// Scorer: compares what readings say with what annotations say, and counts.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "account.h"
#include "rapporteur/service/evaluate.h"

namespace rapporteur::service::evaluation {

class Scorer {
 public:
  Scorer();

  // Counts one report. Order matters for the lists of the result only.
  void compare(const Account& expected, const std::vector<Meeting>& read);

  // Figures, judgements, misses and the number of reports.
  Evaluation finish() &&;

 private:
  enum Row {
    kMeeting,
    kMain,
    kFirstField,  // the rows of Field follow one another
    kParticipant = kFirstField + kFields,
    kOffice,
    kState,
    kAttendance,
    kAgenda,
    kOutcome,
    kLink,
    kRows
  };
  using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

  void note_signs(const std::vector<Meeting>& expected, const std::vector<Meeting>& read,
                  const Pairs& pairs);
  void compare_meetings(const std::vector<Meeting>& expected, const std::vector<Meeting>& read,
                        const Pairs& pairs);
  void compare_matched(const Meeting& expected, const Meeting& read);
  void compare_participants(const Meeting& expected, const Meeting& read);
  void compare_matched_participant(const Participant& expected, const Participant& read);
  void compare_phrases(Row row, const std::vector<Value>& expected, const std::vector<Value>& read,
                       double floor);
  void compare_links(const std::vector<Meeting>& expected, const std::vector<Meeting>& read,
                     const Pairs& pairs, std::size_t i, std::size_t j);

  void miss_meeting(const Meeting& expected);
  void make_up_meeting(const Meeting& read);
  void miss_participant(const Participant& expected);
  void make_up_participant(const Participant& read);

  void single(Row row, const Value& expected, const Value& read, bool same, bool lenient,
              std::string_view about = {});
  void right(Row row, const Value& read);
  void miss(Row row);
  void make_up(Row row, const Value& read);
  void judge(Row row, const Value& read, bool right);
  void note(Row row, std::string_view expected, std::string_view read, std::string_view about = {});

  Evaluation out_;
  std::string report_;    // being compared
  std::string meeting_;   // being compared
  bool in_main_ = false;  // the reading's meeting is its main one
};

}  // namespace rapporteur::service::evaluation
