// What a person says of a register, put into corrections: claims by where a report states them,
// meetings and people by their ids.
#pragma once

#include <string>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/record/correction.h"
#include "rapporteur/store/register.h"

namespace rapporteur::service {

// An act of now, or of `when` (a day, or a day and a time: "2026-03-01", "2026-03-01T09:30:00Z").
// `who` empty: RAPPORTEUR_USER, else the name of the account. Errors: usage (no such time, nobody).
Result<record::Act> act_of(const std::string& who, const std::string& when, const std::string& why);

struct ClaimVerdict {
  record::Verdict verdict = record::Verdict::accept;
  std::string report;       // key
  std::string pointer;      // of a fact, or of an object for all facts of it and below it
  std::string value;        // which of several values of the fact; empty: all
  std::string replacement;  // correct
};
// One for each fact that it is about. Where the report states another one of the same value in the
// same words, it also names whom or what it is about.
// Errors: not_found (no such report, or no such fact in it); usage (a correction of several facts,
// a value that the fact cannot have).
Result<std::vector<record::Correction>> corrections_of(const store::Register& reg,
                                                       const ClaimVerdict& verdict,
                                                       const record::Act& made);

// That the entities with these ids are one. Errors: not_found; usage (one entity, a meeting and a
// person, or a split that stands between them: its id is named).
Result<record::Correction> merge_of(const store::Register& reg, const std::vector<std::string>& ids,
                                    const record::Act& made);

// That `parts` of the entity are one of their own: ids of members, or keys of reports.
// Errors: not_found (no such entity, or a part that is none of it); usage (nothing or all of it, or
// a merge that stands across: its id is named).
Result<record::Correction> split_of(const store::Register& reg, const std::string& id,
                                    const std::vector<std::string>& parts, const record::Act& made);

// That the correction with this id is taken back. Errors: not_found; usage (it was already).
Result<record::Correction> undoing_of(const store::Register& reg, const std::string& id,
                                      const record::Act& undone);

}  // namespace rapporteur::service
