#include "rapporteur/service/corrections.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <set>
#include <utility>

#include "rapporteur/query/query.h"

namespace rapporteur::service {

using record::Claim;
using record::Correction;
using record::MemberKey;
using record::Verdict;

namespace {

Error usage(std::string message, std::string where) {
  return {ErrorCode::usage, std::move(message), std::move(where)};
}

std::string account() {
  if (const char* named = std::getenv("RAPPORTEUR_USER"); named != nullptr) return named;
  const passwd* entry = getpwuid(geteuid());
  return entry == nullptr ? "" : entry->pw_name;
}

// "2026-03-01T09:30:00.123Z": to the millisecond, so that what is said twice is said twice.
std::string now() {
  using std::chrono::duration_cast;
  using std::chrono::milliseconds;
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  const auto ms = duration_cast<milliseconds>(since).count();
  const std::time_t seconds = ms / 1000;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char day[32];
  std::strftime(day, sizeof day, "%Y-%m-%dT%H:%M:%S", &parts);
  char rest[16];
  std::snprintf(rest, sizeof rest, ".%03dZ", static_cast<int>(ms % 1000));
  return std::string(day) + rest;
}

// '9' stands for a digit.
bool has_form(std::string_view text, std::string_view form) {
  return text.size() == form.size() &&
         std::equal(text.begin(), text.end(), form.begin(),
                    [](char c, char f) { return f == '9' ? c >= '0' && c <= '9' : c == f; });
}

bool is_time(std::string_view text) {
  for (const char* const form :
       {"9999-99-99", "9999-99-99T99:99:99Z", "9999-99-99T99:99:99.999Z"}) {
    if (has_form(text, form)) return true;
  }
  return false;
}

// The facts at `pointer`, or of the object there and what is below it, by index.
std::vector<std::size_t> facts_at(const std::vector<Claim>& claims, const ClaimVerdict& verdict) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& c = claims[i];
    const bool is_place = record::object_of(c.pointer).size() == c.pointer.size();
    const bool is_below = c.pointer.starts_with(verdict.pointer + '/');
    if (is_place || (c.pointer != verdict.pointer && !is_below)) continue;
    if (!verdict.value.empty() && c.value != verdict.value) continue;
    // What holds the reading together goes with its object.
    if (is_below && (c.property == "id" || c.property == "to" || c.property == "main")) continue;
    out.push_back(i);
  }
  return out;
}

std::string subject_at(const std::vector<Claim>& claims, std::size_t at) {
  const std::string_view object = record::object_of(claims[at].pointer);
  std::vector<const Claim*> own;
  for (const Claim& c : claims) {
    if (record::object_of(c.pointer) == object) own.push_back(&c);
  }
  return std::string(record::subject_of(own));
}

Result<void> may_replace(const std::vector<Claim>& claims, const std::vector<std::size_t>& facts,
                         const ClaimVerdict& verdict) {
  if (verdict.verdict != Verdict::correct) return {};
  if (facts.size() > 1) {
    std::string values;
    for (const std::size_t i : facts)
      values += (values.empty() ? "'" : ", '") + claims[i].value + "'";
    return usage("states several values there: " + values + "; say which one is meant (is)",
                 verdict.report + " " + verdict.pointer);
  }
  const std::string fault = query::fault_of(claims[facts.front()].property, verdict.replacement);
  if (!fault.empty()) {
    return usage("'" + verdict.replacement + "' is " + fault,
                 verdict.report + " " + verdict.pointer);
  }
  if (!record::may_state(claims[facts.front()].pointer, verdict.replacement)) {
    return usage(
        "'" + verdict.replacement + "' is no value of '" + claims[facts.front()].property + "'",
        verdict.report + " " + verdict.pointer);
  }
  return {};
}

Correction correction_at(const std::vector<Claim>& claims, std::size_t at,
                         const record::Report& report, const std::set<std::size_t>& meant,
                         const ClaimVerdict& verdict, const record::Act& made) {
  Correction out;
  out.verdict = verdict.verdict;
  out.report = report_key(report);
  out.property = claims[at].property;
  out.value = claims[at].value;
  out.quote = record::quote_of(claims[at].evidence, report.text);
  out.replacement = verdict.replacement;
  out.made = made;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const bool is_alike = claims[i].property == out.property && claims[i].value == out.value &&
                          record::quote_of(claims[i].evidence, report.text) == out.quote;
    if (is_alike && !meant.contains(i)) out.subject = subject_at(claims, at);
  }
  return out;
}

using Sides = std::map<MemberKey, int>;

// The first standing correction of that kind which has members on both sides. A merge has them on
// one of its own, a split has its own two.
Result<void> refuse_contradiction(const store::Register& reg, Verdict kind, const Sides& sides) {
  Result<std::vector<Correction>> all = reg.corrections();
  if (!all) return all.error();
  for (const Correction& c : *all) {
    if (c.verdict != kind || !c.stands()) continue;
    bool in[2][2] = {};  // [side of ours][side of theirs]
    for (int theirs = 0; theirs < 2; ++theirs) {
      for (const MemberKey& key : theirs == 0 ? c.members : c.others) {
        const auto ours = sides.find(key);
        if (ours != sides.end()) in[ours->second][theirs] = true;
      }
    }
    const bool across = kind == Verdict::merge ? in[0][0] && in[1][0]
                                               : (in[0][0] && in[1][1]) || (in[0][1] && in[1][0]);
    if (!across) continue;
    const std::string name(to_string(kind));
    return usage(c.made.who + " has said otherwise (" + correction_id(c) +
                     "); take that back first: " + "rapporteur " + name + " --undo " +
                     correction_id(c),
                 correction_id(c));
  }
  return {};
}

}  // namespace

Result<record::Act> act_of(const std::string& who, const std::string& when,
                           const std::string& why) {
  record::Act out{who.empty() ? account() : who, when.empty() ? now() : when, why};
  if (!is_time(out.when)) {
    return usage("no time: '" + when + "'; write 2026-03-01 or 2026-03-01T09:30:00Z", "--at");
  }
  if (out.who.empty()) return usage("say who you are with --by or RAPPORTEUR_USER", "--by");
  return out;
}

Result<std::vector<Correction>> corrections_of(const store::Register& reg,
                                               const ClaimVerdict& verdict,
                                               const record::Act& made) {
  const Result<record::Reading> reading = reg.reading(verdict.report);
  if (!reading) return reading.error();
  const std::vector<Claim> claims = claims_of(*reading);
  const std::vector<std::size_t> facts = facts_at(claims, verdict);
  if (facts.empty()) {
    return Error{ErrorCode::not_found,
                 "the report states nothing at " + verdict.pointer +
                     (verdict.value.empty() ? "" : " with the value '" + verdict.value + "'"),
                 verdict.report};
  }
  if (Result<void> r = may_replace(claims, facts, verdict); !r) return r.error();
  const std::set<std::size_t> meant(facts.begin(), facts.end());
  std::vector<Correction> out;
  for (const std::size_t i : facts) {
    Correction c = correction_at(claims, i, reading->report, meant, verdict, made);
    if (Result<void> sound = inspect(c); !sound) {
      return usage(sound.error().message, verdict.report + " " + claims[i].pointer);
    }
    if (std::find(out.begin(), out.end(), c) == out.end()) out.push_back(std::move(c));
  }
  return out;
}

Result<Correction> merge_of(const store::Register& reg, const std::vector<std::string>& ids,
                            const record::Act& made) {
  Correction out;
  out.verdict = Verdict::merge;
  out.made = made;
  std::vector<std::vector<MemberKey>> entities;
  for (const std::string& id : ids) {
    const Result<std::string> entity = reg.entity_of(id);
    if (!entity) return entity.error();
    Result<std::vector<MemberKey>> members = reg.members(*entity);
    if (!members) return members.error();
    out.members.push_back(members->front());
    entities.push_back(*std::move(members));
  }
  std::sort(out.members.begin(), out.members.end());
  out.members.erase(std::unique(out.members.begin(), out.members.end()), out.members.end());
  if (out.members.size() < 2) return usage("these are one already", ids.front());
  if (Result<void> sound = inspect(out); !sound) return usage(sound.error().message, ids.front());
  for (std::size_t i = 0; i < entities.size(); ++i) {
    for (std::size_t j = i + 1; j < entities.size(); ++j) {
      Sides sides;
      for (const MemberKey& key : entities[i]) sides[key] = 0;
      for (const MemberKey& key : entities[j]) sides[key] = 1;
      if (Result<void> r = refuse_contradiction(reg, Verdict::split, sides); !r) return r.error();
    }
  }
  return out;
}

Result<Correction> split_of(const store::Register& reg, const std::string& id,
                            const std::vector<std::string>& parts, const record::Act& made) {
  const Result<std::string> entity = reg.entity_of(id);
  if (!entity) return entity.error();
  const Result<std::vector<MemberKey>> members = reg.members(*entity);
  if (!members) return members.error();
  const auto kind =
      entity->starts_with("m-") ? record::EntityKind::meeting : record::EntityKind::person;
  Sides sides;
  for (const MemberKey& key : *members) sides[key] = 1;
  for (const std::string& part : parts) {
    bool found = false;
    for (auto& [key, side] : sides) {
      if (key.report != part && member_id(kind, key) != part) continue;
      side = 0;
      found = true;
    }
    if (!found) {
      return Error{ErrorCode::not_found, "no member and no report of " + *entity + ": " + part, id};
    }
  }
  Correction out;
  out.verdict = Verdict::split;
  out.made = made;
  for (const auto& [key, side] : sides) (side == 0 ? out.members : out.others).push_back(key);
  if (out.members.empty() || out.others.empty()) {
    return usage("a split needs somebody on both sides", id);
  }
  if (Result<void> r = refuse_contradiction(reg, Verdict::merge, sides); !r) return r.error();
  return out;
}

Result<Correction> undoing_of(const store::Register& reg, const std::string& id,
                              const record::Act& undone) {
  Result<std::vector<Correction>> all = reg.corrections();
  if (!all) return all.error();
  for (Correction& c : *all) {
    if (correction_id(c) != id) continue;
    if (!c.stands()) return usage("was taken back already, by " + c.undone.who, id);
    c.undone = undone;
    return std::move(c);
  }
  return Error{ErrorCode::not_found, "no such correction", id};
}

}  // namespace rapporteur::service
