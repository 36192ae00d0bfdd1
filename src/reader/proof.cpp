#include "proof.h"

#include <algorithm>
#include <string>

namespace rapporteur::reader {

namespace {

using record::Fact;

// Longer evidence proves nothing; the second is for lists and sentences.
constexpr std::uint32_t kShort = 200;
constexpr std::uint32_t kLong = 600;

class Prover {
 public:
  explicit Prover(record::Reading& reading) : r_(reading) {}

  void run() {
    for (record::Meeting& m : r_.meetings) check(m);
    drop(r_.holdings, [&](record::Holding& h) {
      fact(h.state, "state", kShort);
      fact(h.organisation, "organisation", kShort);
      return fact(h.person, "person", kShort) && fact(h.office, "office", kShort);
    });
    drop(r_.positions, [&](record::Position& p) { return fact(p.text, "position", kLong); });
  }

 private:
  template <class T>
  bool fact(Fact<T>& f, const char* field, std::uint32_t longest) {
    if (!f) return false;
    const bool good = !f.evidence.empty() &&
                      std::all_of(f.evidence.begin(), f.evidence.end(), [&](ByteSpan span) {
                        return is_valid(span, r_.report.text) && span.size() <= longest;
                      });
    if (good) return true;
    r_.warnings.push_back(std::string(field) + " left out: its evidence does not hold");
    f = {};
    return false;
  }

  template <class T, class Keep>
  static void drop(std::vector<T>& list, Keep keep) {
    list.erase(std::remove_if(list.begin(), list.end(), [&](T& x) { return !keep(x); }),
               list.end());
  }

  void check(record::Meeting& m) {
    fact(m.name, "name", kShort);
    fact(m.organisation, "organisation", kShort);
    fact(m.organ, "organ", kShort);
    fact(m.kind, "kind", kShort);
    fact(m.mode, "mode", kShort);
    fact(m.ordinal, "ordinal", kShort);
    fact(m.status, "status", kShort);
    if (!fact(m.when, "when", kShort)) m.when_basis.reset();
    fact(m.rescheduled_to, "rescheduled_to", kShort);
    fact(m.place, "place", kShort);
    fact(m.country, "country", kShort);
    fact(m.venue, "venue", kShort);
    fact(m.chair, "chair", kShort);
    fact(m.chair_person, "chair_person", kShort);
    fact(m.host, "host", kShort);
    fact(m.inviter, "inviter", kShort);
    for (record::Participant& p : m.participants) {
      fact(p.person, "person", kShort);
      fact(p.offices, "offices", kShort);
      fact(p.state, "state", kShort);
      fact(p.organisation, "organisation", kShort);
      fact(p.attendance, "attendance", kShort);
    }
    drop(m.participants, [](const record::Participant& p) {
      return p.person || p.offices || p.state || p.organisation;
    });
    drop(m.agenda, [&](record::AgendaItem& a) { return fact(a.text, "agenda", kLong); });
    drop(m.outcomes, [&](record::Outcome& o) { return fact(o.text, "outcome", kLong); });
    drop(m.instruments, [&](record::Instrument& i) { return fact(i.name, "instrument", kShort); });
    drop(m.links, [&](record::Link& l) { return fact(l.relation, "link", kLong); });
  }

  record::Reading& r_;
};

}  // namespace

void prove(record::Reading& reading) { Prover(reading).run(); }

}  // namespace rapporteur::reader
