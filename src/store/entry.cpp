#include "entry.h"

#include <charconv>
#include <set>
#include <string_view>
#include <utility>

#include "rapporteur/store/evidence.h"
#include "rapporteur/store/register.h"

namespace rapporteur::store {
namespace {

constexpr unsigned kThreads = 1;  // writing is slower
constexpr std::size_t kAhead = 64;

// What lists and counts find a meeting by.
std::set<std::pair<std::string, std::string>> counted_of(const record::Meeting& m) {
  std::set<std::pair<std::string, std::string>> out;
  for (const record::Participant& p : m.participants) {
    if (p.state) out.emplace("state", *p.state);
  }
  for (const record::AgendaItem& item : m.agenda) {
    for (const std::string& topic : item.topics) out.emplace("topic", topic);
  }
  return out;
}

// "/meetings/3" -> the meeting there.
const record::Meeting& meeting_at(const record::Reading& reading, std::string_view pointer) {
  std::size_t index = 0;
  const std::string_view digits = pointer.substr(pointer.rfind('/') + 1);
  std::from_chars(digits.data(), digits.data() + digits.size(), index);
  return reading.meetings.at(index);
}

}  // namespace

std::vector<Held> new_members(const record::Reading& reading, std::span<const record::Claim> claims,
                              const record::Resolver& resolver) {
  std::vector<Held> out;
  for (record::Member& m : resolver.members_of(reading, claims)) {
    Held& held = out.emplace_back();
    held.is_new = true;
    if (m.kind == record::EntityKind::meeting) {
      held.counted = counted_of(meeting_at(reading, m.key.pointer));
    }
    held.member = std::move(m);
  }
  return out;
}

Entries::Entries(std::span<const record::Reading> readings, const record::Resolver& resolver,
                 Wanted is_wanted)
    : readings_(readings), is_wanted_(std::move(is_wanted)), pool_(kThreads, [&resolver] {
        return [&resolver](Order&& order) { return make(order, resolver); };
      }) {}

Entry Entries::next() {
  look_ahead();
  Made made = pool_.take();
  if (made.thrown) std::rethrow_exception(made.thrown);
  return std::move(made.entry);
}

void Entries::look_ahead() {
  for (; ordered_ < readings_.size() && pool_.size() < kAhead; ++ordered_) {
    const record::Reading& reading = readings_[ordered_];
    pool_.submit({&reading, is_wanted_(reading)});
  }
}

Entries::Made Entries::make(const Order& order, const record::Resolver& resolver) {
  Made out;
  Entry& p = out.entry;
  try {
    p.faults = faults_of(*order.reading);
    if (!order.with_claims || !p.faults.empty()) return out;
    p.claims = record::claims_of(*order.reading);
    p.evidence.reserve(p.claims.size());
    for (const record::Claim& claim : p.claims) {
      p.evidence.push_back(print_evidence(claim.evidence));
    }
    p.members = new_members(*order.reading, p.claims, resolver);
  } catch (...) {
    out.thrown = std::current_exception();
  }
  return out;
}

}  // namespace rapporteur::store
