#include "participant/visit_host.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "clause/word_list.h"
#include "participant/bystander.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using record::Participant;

constexpr std::array<std::string_view, 4> kWhose{"his", "her", "their", "the"};

bool has_host(const record::Meeting& m) {
  return std::any_of(m.participants.begin(), m.participants.end(), [&](const Participant& p) {
    const bool there = !p.state || *p.state == *m.country;
    return p.person && there && &p != &m.participants.front();
  });
}

// `called`: he is called the host, which is as good as an office.
bool may_host(const Context& c, const Entries& entries, const record::Meeting& m, std::uint32_t p,
              bool called) {
  const names::Person& person = c.cast.people[p];
  const Participant& first = m.participants.front();
  const bool guest = first.person && *first.person == person.name;
  const bool former = !person.offices.empty() && person.offices.front().former;
  // "at the invitation of his Nepali counterpart X"
  const bool known =
      called || !person.offices.empty() || (person.state && !person.state_from_context);
  const bool there = !person.state || c.catalogue.states()[person.state.id].code == *m.country;
  return !guest && !former && known && !person.body && there && !entries.only_speaks(p);
}

// 2: in the same office as the guest; 1: as high as he.
int equals_guest(const Context& c, const Draft& draft, const Mention& visit, std::uint32_t p) {
  const Participant& first = draft.meeting.participants.front();
  if (c.cast.people[p].offices.empty()) return 0;
  const catalogue::Index there = c.cast.people[p].offices.front().office;
  if (!first.person || there == npos) return 0;
  for (const std::uint32_t i : visit.people) {
    const names::Person& guest = c.cast.people[i];
    if (guest.name != *first.person || guest.offices.empty()) continue;
    const catalogue::Index here = guest.offices.front().office;
    if (here == there) return 2;
    const auto& offices = c.catalogue.offices();
    return here != npos && offices[here].level == offices[there].level ? 1 : 0;
  }
  return 0;
}

// "|His host| is Prime Minister X", "X, |her host|", "the host, X"
bool is_called_host(const Context& c, TokenRange who) {
  constexpr std::uint32_t kNear = 3;  // tokens of "host will be"
  const std::uint32_t begin = c.sentence(who.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && who.begin >= begin + back + 1; ++back) {
    if (c.doc.lower(who.begin - back) == "host") {
      return is_one_of(c.doc.lower(who.begin - back - 1), kWhose);
    }
  }
  return c.lower(who.end) == "," && is_one_of(c.lower(who.end + 1), kWhose) &&
         c.lower(who.end + 2) == "host";
}

}  // namespace

bool is_recalled(const Context& c, const record::Meeting& visit) {
  constexpr std::int64_t kLong = 30;  // days
  if (visit.main || !visit.when) return false;
  const auto days = time::days_of(*visit.when);
  const auto today = time::days_of(c.report.published);
  return days && today && days->last + kLong <= today->first;
}

std::uint32_t host_of(const Context& c, const Entries& entries, const Draft& draft,
                      const Mention& visit, bool anywhere) {
  const record::Meeting& m = draft.meeting;
  if (!m.country || m.participants.empty() || has_host(m)) return kNobody;
  anywhere = anywhere && !is_recalled(c, m);
  std::uint32_t host = kNobody;
  int best = 0;
  if (!anywhere && draft.sentences.empty()) return kNobody;
  const std::uint32_t first = anywhere ? 0 : draft.sentences.front();
  const std::uint32_t last =
      anywhere ? static_cast<std::uint32_t>(c.doc.sentences().size()) : draft.sentences.back();
  auto named_from = std::partition_point(
      c.cast.mentions.begin(), c.cast.mentions.end(),
      [&](const names::Mention& who) { return c.doc.sentence_of(who.tokens.begin) < first; });
  for (; named_from != c.cast.mentions.end(); ++named_from) {
    const names::Mention& who = *named_from;
    const std::uint32_t here = c.doc.sentence_of(who.tokens.begin);
    if (here > last) break;
    if (who.person == kNobody || is_spoken_of(c, who.tokens)) continue;
    const bool told = std::binary_search(draft.sentences.begin(), draft.sentences.end(), here);
    // The host of the visit that the report is about receives no guest of another.
    const bool called = is_called_host(c, who.tokens) &&
                        (told || (here > 0 && std::binary_search(draft.sentences.begin(),
                                                                 draft.sentences.end(), here - 1)));
    if ((!anywhere && !told) || !may_host(c, entries, m, who.person, called)) continue;
    if (!told && !m.main && !called && !c.cast.people[who.person].state) continue;
    const int behind = who.tokens.begin >= visit.tokens.end ? 1 : 0;
    const int named = (called ? 6 : 0) + (told ? 3 : 0) + (c.cast.people[who.person].state ? 2 : 0);
    const int rank = 1 + behind + named + 2 * equals_guest(c, draft, visit, who.person);
    if (rank <= best) continue;
    best = rank;
    host = who.person;
  }
  return host;
}

bool shares_guest(const record::Meeting& talks, const record::Meeting& visit) {
  return std::any_of(talks.participants.begin(), talks.participants.end(), [&](const auto& p) {
    if (!p.person || !p.state || *p.state == *visit.country) return false;
    return std::any_of(visit.participants.begin(), visit.participants.end(),
                       [&](const auto& q) { return q.person && *q.person == *p.person; });
  });
}

void add_hosts_met(const Entries& entries, Drafts& drafts) {
  Draft& visit = drafts.drafts[drafts.main];
  const record::Meeting& v = visit.meeting;
  if (!v.kind || *v.kind != record::Kind::visit || !v.country) return;
  for (const Draft& draft : drafts.drafts) {
    const record::Meeting& m = draft.meeting;
    const bool talks = m.kind && *m.kind == record::Kind::talks && draft.bilateral;
    if (!talks || !shares_guest(m, v) || (m.country && *m.country != *v.country)) continue;
    if (m.when && v.when && !time::overlap(*m.when, *v.when)) continue;
    for (const Participant& p : m.participants) {
      const bool host = p.person && p.state && *p.state == *v.country;
      const bool known = host && std::any_of(v.participants.begin(), v.participants.end(),
                                             [&](const Participant& other) {
                                               return other.person && *other.person == *p.person;
                                             });
      if (host && !known) entries.join(p, visit);
    }
  }
}

bool is_met_elsewhere(const Context& c, const Drafts& drafts, std::uint32_t person,
                      const std::string& country) {
  const Named& own = c.cast.people[person].state;
  if (own && c.catalogue.states()[own.id].code == country) return false;
  return std::any_of(drafts.mentions.begin(), drafts.mentions.end(), [&](const Mention& m) {
    if (m.kind == "visit" || std::find(m.people.begin(), m.people.end(), person) == m.people.end())
      return false;
    catalogue::Index state = m.country ? m.country.id : npos;
    if (m.place && m.place.id != npos) state = c.catalogue.places()[m.place.id].state;
    return state != npos && c.catalogue.states()[state].code != country;
  });
}

}  // namespace rapporteur::meetings
