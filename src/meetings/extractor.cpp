#include "rapporteur/meetings/extractor.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "circumstance/day_before.h"
#include "draft.h"
#include "identity/main_signs.h"
#include "rapporteur/time/edtf.h"
#include "statement/statement.h"

namespace rapporteur::meetings {

struct Extractor::Impl {
  Impl(const catalogue::Catalogue& c, const lexicon::Lexicon& l, MainSigns s)
      : catalogue(c), lexicon(l), cues(l), signs(std::move(s)) {}
  const catalogue::Catalogue& catalogue;
  const lexicon::Lexicon& lexicon;
  Cues cues;
  MainSigns signs;
};

Result<Extractor> Extractor::load(const Pack& pack, const catalogue::Catalogue& catalogue,
                                  const lexicon::Lexicon& lexicon) {
  Result<MainSigns> signs = MainSigns::load(pack);
  if (!signs) return signs.error();
  return Extractor(std::make_unique<Impl>(catalogue, lexicon, std::move(*signs)));
}

Extractor::Extractor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

namespace {

// Talks of which the report says neither who meets nor when nor on what nor for what body: nobody
// could know them again.
bool is_unknown(const record::Meeting& m) {
  const bool few = m.kind && (*m.kind == record::Kind::talks || *m.kind == record::Kind::summit);
  if (!few || m.main || m.organisation || m.organ || m.ordinal || m.when) return false;
  if (!m.agenda.empty() || !m.outcomes.empty()) return false;
  return std::none_of(
      m.participants.begin(), m.participants.end(),
      [](const record::Participant& p) { return p.person || p.state || p.organisation; });
}

// The session of those who are all of one state and at home, if the report tells of no other
// meeting.
bool is_domestic(const record::Meeting& m) {
  const bool many = m.kind && (*m.kind == record::Kind::session || *m.kind == record::Kind::summit);
  if (!many || m.organisation) return false;
  std::set<std::string> states;
  int named = 0;
  for (const record::Participant& p : m.participants) {
    if (!p.person && !p.state && !p.organisation) continue;  // "the governors"
    if (!p.state) return false;
    states.insert(*p.state);
    ++named;
  }
  const bool abroad = m.country && !states.contains(*m.country);
  return named >= 2 && states.size() == 1 && !abroad;
}

// "the Executive Chairman of the oil company"
bool speaks_for_company(const Context& c, const record::Participant& p) {
  const lexicon::CueClass company = c.lexicon.cue_class("company_office");
  for (const ByteSpan& span : p.offices.evidence) {
    const std::uint32_t end = c.doc.token_at(span.end - 1) + 1;
    for (std::uint32_t t = c.doc.token_at(span.begin); t < end; ++t) {
      if (c.cue(t, company) != nullptr) return true;
    }
  }
  return false;
}

// Talks of one state with nobody but those who speak for companies.
bool is_business(const Context& c, const record::Meeting& m) {
  if (m.organisation || m.organ || m.ordinal) return false;
  std::set<std::string> states;
  bool company = false;
  for (const record::Participant& p : m.participants) {
    if (p.organisation) return false;
    const bool business = speaks_for_company(c, p);
    if (p.state && !business) states.insert(*p.state);
    company = company || business;
  }
  return company && states.size() < 2;
}

// "X leaves for Conakry today. He is to preside over the Conference there": a journey made only to
// attend a meeting is no visit. What it says passes on to that meeting.
void drop_ways_to_meetings(Drafts& drafts) {
  const auto is_body = [](const record::Meeting& m) {
    return m.kind && (*m.kind == record::Kind::session || *m.kind == record::Kind::summit ||
                      *m.kind == record::Kind::conference);
  };
  for (Draft& visit : drafts.drafts) {
    const record::Meeting& v = visit.meeting;
    const bool trip = std::all_of(visit.mentions.begin(), visit.mentions.end(),
                                  [&](std::uint32_t i) { return drafts.mentions[i].trip; });
    if (!v.kind || *v.kind != record::Kind::visit || !trip || (!v.place && !v.country)) continue;
    for (Draft& draft : drafts.drafts) {
      record::Meeting& m = draft.meeting;
      if (!is_body(m) || !m.status || !v.status) continue;
      const bool over = *m.status == record::Status::held;
      if (over && *v.status != record::Status::held) continue;
      const bool there =
          v.place ? m.place && *m.place == *v.place : m.country && *m.country == *v.country;
      if (!there || (v.when && m.when && !time::overlap(*v.when, *m.when))) continue;
      m.main = m.main || v.main;
      visit.meeting.kind = {};
      break;
    }
  }
  std::erase_if(drafts.drafts, [](const Draft& d) { return !d.meeting.kind; });
  std::stable_partition(drafts.drafts.begin(), drafts.drafts.end(),
                        [](const Draft& d) { return d.meeting.main; });
}

// "The next meeting will be held in Peru": where, though nothing else is told of it. Their ids.
std::set<std::string> places_in_rows(const Drafts& drafts) {
  std::set<std::string> out;
  for (const Draft& draft : drafts.drafts) {
    for (const record::Link& link : draft.meeting.links) {
      const record::Relation relation = *link.relation;
      const bool row = relation == record::Relation::next || relation == record::Relation::previous;
      if (row) out.insert(link.to);
    }
  }
  for (const Draft& draft : drafts.drafts) {
    if (!draft.meeting.place && !draft.meeting.country) out.erase(draft.meeting.id);
  }
  return out;
}

// Drops those with the links to them, and numbers the others anew.
void drop_unknown(const Context& context, Drafts& drafts) {
  drop_ways_to_meetings(drafts);
  std::map<std::string, std::string> ids;
  const bool one = drafts.drafts.size() == 1;
  const std::set<std::string> rows = places_in_rows(drafts);
  std::erase_if(drafts.drafts, [&](const Draft& d) {
    return (is_unknown(d.meeting) && !rows.contains(d.meeting.id)) ||
           is_business(context, d.meeting) || (one && is_domestic(d.meeting));
  });
  for (std::size_t i = 0; i < drafts.drafts.size(); ++i) {
    record::Meeting& m = drafts.drafts[i].meeting;
    const std::string id = "m" + std::to_string(i + 1);
    ids.emplace(m.id, id);
    m.id = id;
  }
  for (Draft& draft : drafts.drafts) {
    auto& links = draft.meeting.links;
    std::erase_if(links, [&](const record::Link& l) { return !ids.contains(l.to); });
    for (record::Link& link : links) link.to = ids.at(link.to);
  }
}

// The main meeting first, then in the order of first mention.
void number(Drafts& drafts) {
  std::stable_partition(drafts.drafts.begin(), drafts.drafts.end(),
                        [](const Draft& d) { return d.meeting.main; });
  drafts.main = 0;
  for (std::size_t i = 0; i < drafts.drafts.size(); ++i) {
    drafts.drafts[i].meeting.id = "m" + std::to_string(i + 1);
  }
}

void add_format(record::Meeting& m, bool bilateral) {
  std::set<std::string> sides;
  for (const record::Participant& p : m.participants) {
    if (p.state) sides.insert(*p.state);
  }
  if (!bilateral && (m.organisation || sides.size() > 3)) {
    m.format = record::Format::multilateral;
  } else if (sides.size() == 2) {
    m.format = record::Format::bilateral;
  } else if (sides.size() == 3) {
    m.format = record::Format::trilateral;
  } else if (sides.size() > 3) {
    m.format = record::Format::multilateral;
  }
}

// Says of each draft what the report says, taking the main one for what it is about.
void fill(const Context& context, Statements& statements, Drafts& drafts) {
  number(drafts);
  add_identity(context, drafts);
  add_circumstances(context, drafts);
  add_stretches(context, drafts);
  add_days_before(context, drafts);
  add_status(context, drafts);
  add_rescheduling(context, drafts);
  add_roles(context, drafts);
  add_participants(context, drafts);
  add_agenda(context, statements, drafts);
  add_outcomes(context, statements, drafts);
  add_marked_content(context, drafts);
  add_instruments(context, statements, drafts);
  add_links(context, drafts);
  add_surroundings(context, drafts);
}

std::size_t heaviest(const std::vector<float>& weights) {
  return static_cast<std::size_t>(std::max_element(weights.begin(), weights.end()) -
                                  weights.begin());
}

// Another draft than the one first guessed may turn out to be the main one by what is told of it.
// Then all is read once more, as told of that one. A second one may be main as well.
void fill_by_signs(const Context& context, const MainSigns& signs, Statements& statements,
                   Drafts& drafts) {
  constexpr float kClearly = 1;  // what is read already speaks for the first guess
  if (drafts.drafts.size() == 1) return fill(context, statements, drafts);
  Drafts again = drafts;
  fill(context, statements, drafts);
  std::vector<float> weights = signs.weigh(context, drafts);
  if (const std::size_t best = heaviest(weights); weights[best] > weights[drafts.main] + kClearly) {
    const std::uint32_t opens = drafts.drafts[best].mentions.front();
    const auto main = std::find_if(again.drafts.begin(), again.drafts.end(),
                                   [&](const Draft& d) { return d.mentions.front() == opens; });
    again.set_main(static_cast<std::size_t>(main - again.drafts.begin()));
    drafts = std::move(again);
    fill(context, statements, drafts);
    weights = signs.weigh(context, drafts);
  }
  weights[drafts.main] = 0;
  const std::size_t second = heaviest(weights);
  if (weights[second] > 0) drafts.drafts[second].meeting.main = true;
}

void add_signs(const Context& context, Drafts& drafts) {
  const std::vector<std::vector<std::string>> signs = MainSigns::of(context, drafts);
  for (std::size_t d = 0; d < signs.size(); ++d) drafts.drafts[d].meeting.signs = signs[d];
}

}  // namespace

void Extractor::extract(const Found& found, Scratch&, record::Reading& out) const {
  const Context context{impl_->catalogue, impl_->lexicon,       impl_->cues,   found.doc,
                        found.matches,    found.tags,           found.cast,    found.times,
                        found.report,     found.content_tagger, found.dateline};
  add_holdings(context, out.holdings);
  std::vector<Mention> mentions = find_mentions(context);
  name_organs(context, mentions);
  add_successions(context, mentions);
  complete_short_organs(context, mentions);
  split_rows(context, mentions);
  add_listed_editions(context, mentions);
  split_owners(context, mentions);
  Drafts drafts = draft_meetings(context, std::move(mentions));
  Statements statements(context);
  if (!drafts.drafts.empty()) {
    if (found.signs) {
      fill(context, statements, drafts);
      add_signs(context, drafts);
    } else {
      fill_by_signs(context, impl_->signs, statements, drafts);
    }
    drop_unknown(context, drafts);
  }
  add_positions(context, statements, out.positions);
  for (Draft& draft : drafts.drafts) {
    add_format(draft.meeting, draft.bilateral);
    out.meetings.push_back(std::move(draft.meeting));
  }
}

}  // namespace rapporteur::meetings
