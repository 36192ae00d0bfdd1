#include "rapporteur/record/correction.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "rapporteur/base/digest.h"

namespace rapporteur::record {
namespace {

constexpr std::array<std::string_view, 5> kVerdicts = {"accept", "reject", "correct", "merge",
                                                       "split"};
constexpr std::string_view kNames[] = {"person", "name", "text", "office", "organisation", "state"};
// What holds a reading together is nothing that a person could know better.
constexpr std::string_view kFixed[] = {"id", "to", "main"};
constexpr std::size_t kIdDigits = 16;

// Parts, so that no two lists of parts give the same bytes.
class Bytes {
 public:
  void add(std::string_view part) {
    bytes_ += std::to_string(part.size());
    bytes_ += ':';
    bytes_ += part;
  }
  void add(const std::vector<MemberKey>& keys) {
    add(std::to_string(keys.size()));
    for (const MemberKey& key : keys) {
      add(key.report);
      add(key.pointer);
    }
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

bool is_fixed(std::string_view property) {
  return std::find(std::begin(kFixed), std::end(kFixed), property) != std::end(kFixed);
}

Error fault(std::string message) { return {ErrorCode::bad_data, std::move(message), ""}; }

bool is_sorted_set(const std::vector<MemberKey>& keys) {
  return std::adjacent_find(keys.begin(), keys.end(), std::greater_equal<>()) == keys.end();
}

bool is_meeting(const MemberKey& key) {
  return key.pointer.starts_with("/meetings/") &&
         std::count(key.pointer.begin(), key.pointer.end(), '/') == 2;
}

Result<void> inspect_claim(const Correction& c) {
  if (c.report.empty() || c.property.empty()) return fault("a correction of no claim");
  if (!c.members.empty() || !c.others.empty()) return fault("a correction of claims and members");
  if (is_fixed(c.property)) {
    return fault("'" + c.property + "' cannot be corrected");
  }
  const bool is_new = c.verdict == Verdict::correct;
  if (is_new == c.replacement.empty()) {
    return fault(is_new ? "a correction without the right value" : "a verdict with a new value");
  }
  return {};
}

Result<void> inspect_members(const Correction& c) {
  if (!c.report.empty() || !c.property.empty()) return fault("a correction of claims and members");
  const bool is_split = c.verdict == Verdict::split;
  const bool is_enough = is_split ? !c.members.empty() && !c.others.empty() : c.members.size() > 1;
  if (!is_enough || (!is_split && !c.others.empty())) {
    return fault(is_split ? "a split needs both sides" : "a merge needs two members or more");
  }
  if (!is_sorted_set(c.members) || !is_sorted_set(c.others)) {
    return fault("members that are not in order, or twice the same");
  }
  std::vector<MemberKey> all = c.members;
  all.insert(all.end(), c.others.begin(), c.others.end());
  std::sort(all.begin(), all.end());
  if (!is_sorted_set(all)) return fault("a member on both sides of a split");
  const auto meetings = std::count_if(all.begin(), all.end(), is_meeting);
  if (meetings != 0 && meetings != std::ssize(all)) return fault("a meeting and a person");
  return {};
}

// The claims of each object, whose pointer is the key.
using Objects = std::map<std::string_view, std::vector<const Claim*>>;

Objects objects_of(const std::vector<Claim>& claims) {
  Objects out;
  for (const Claim& c : claims) out[object_of(c.pointer)].push_back(&c);
  return out;
}

// What keeps the place of an object that states nothing.
Claim place_of(std::string_view object) {
  const std::string_view list = object.substr(0, object.rfind('/'));
  Claim out;
  out.pointer = object;
  out.property = list.substr(list.rfind('/') + 1);
  return out;
}

bool is_placeholder(const Claim& c) { return object_of(c.pointer).size() == c.pointer.size(); }

}  // namespace

std::string_view to_string(Verdict v) { return kVerdicts[static_cast<std::size_t>(v)]; }

std::optional<Verdict> verdict_from(std::string_view name) {
  const auto found = std::find(kVerdicts.begin(), kVerdicts.end(), name);
  if (found == kVerdicts.end()) return std::nullopt;
  return static_cast<Verdict>(found - kVerdicts.begin());
}

bool is_of_claim(Verdict v) { return v != Verdict::merge && v != Verdict::split; }

std::string correction_id(const Correction& c) {
  Bytes all;
  for (const std::string_view part :
       {to_string(c.verdict), std::string_view(c.report), std::string_view(c.property),
        std::string_view(c.value), std::string_view(c.quote), std::string_view(c.subject),
        std::string_view(c.replacement), std::string_view(c.made.who),
        std::string_view(c.made.when), std::string_view(c.made.why)}) {
    all.add(part);
  }
  all.add(c.members);
  all.add(c.others);
  return "c-" + sha256_hex(all.bytes()).substr(0, kIdDigits);
}

Result<void> inspect(const Correction& c) {
  if (c.made.who.empty() || c.made.when.empty()) {
    return fault("a correction that nobody made, or at no time");
  }
  return is_of_claim(c.verdict) ? inspect_claim(c) : inspect_members(c);
}

std::string quote_of(const std::vector<ByteSpan>& evidence, std::string_view text) {
  std::string out;
  for (const ByteSpan span : evidence) {
    if (!is_valid(span, text)) continue;
    if (!out.empty()) out += " ... ";
    out += span.of(text);
  }
  return out;
}

std::string_view subject_of(const std::vector<const Claim*>& claims) {
  for (const std::string_view name : kNames) {
    for (const Claim* c : claims) {
      if (c->property == name) return c->value;
    }
  }
  return {};
}

std::vector<std::size_t> decide(const std::vector<Claim>& claims, std::string_view text,
                                const std::vector<Correction>& corrections) {
  std::vector<std::size_t> out(claims.size(), kUndecided);
  if (corrections.empty()) return out;
  const Objects objects = objects_of(claims);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    if (is_placeholder(claim)) continue;
    for (std::size_t k = 0; k < corrections.size(); ++k) {
      const Correction& c = corrections[k];
      if (!c.stands() || !is_of_claim(c.verdict) || c.property != claim.property ||
          c.value != claim.value || c.quote != quote_of(claim.evidence, text)) {
        continue;
      }
      if (!c.subject.empty() && c.subject != subject_of(objects.at(object_of(claim.pointer)))) {
        continue;
      }
      if (c.verdict == Verdict::correct && !may_state(claim.pointer, c.replacement)) continue;
      const bool is_later = out[i] == kUndecided || std::tuple(corrections[out[i]].made.when,
                                                               correction_id(corrections[out[i]])) <
                                                        std::tuple(c.made.when, correction_id(c));
      if (is_later) out[i] = k;
    }
  }
  return out;
}

std::vector<Claim> corrected(const std::vector<Claim>& claims,
                             const std::vector<std::size_t>& decided,
                             const std::vector<Correction>& corrections,
                             std::vector<std::string>& silenced) {
  std::vector<Claim> out;
  out.reserve(claims.size());
  for (std::size_t i = 0; i < claims.size();) {
    const std::string_view object = object_of(claims[i].pointer);
    const std::size_t before = out.size();
    bool is_rejected = false;
    bool is_left = false;
    for (; i < claims.size() && object_of(claims[i].pointer) == object; ++i) {
      const Correction* c = decided[i] == kUndecided ? nullptr : &corrections[decided[i]];
      if (c != nullptr && c->verdict == Verdict::reject) {
        is_rejected = true;
        continue;
      }
      is_left = is_left || !is_fixed(claims[i].property);
      out.push_back(claims[i]);
      if (c != nullptr && c->verdict == Verdict::correct) out.back().value = c->replacement;
    }
    if (is_rejected && !is_left) silenced.emplace_back(object);
    if (out.size() == before) out.push_back(place_of(object));
  }
  return out;
}

}  // namespace rapporteur::record
