#include "proof.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "rapporteur/record/fields.h"

namespace rapporteur::reader {

namespace {

using record::Fact;

// Longer evidence proves nothing; the second is for sentences and lists.
constexpr std::uint32_t kShort = 200;
constexpr std::uint32_t kLong = 600;

template <class T>
inline constexpr bool kIsFact = false;
template <class T>
inline constexpr bool kIsFact<Fact<T>> = true;

// What an object says at all; without it the object goes.
bool says_something(const record::Meeting&) { return true; }
bool says_something(const record::Participant& p) {
  return p.person || p.offices || p.state || p.organisation;
}
bool says_something(const record::AgendaItem& a) { return bool(a.text); }
bool says_something(const record::Outcome& o) { return bool(o.text); }
bool says_something(const record::Instrument& i) { return bool(i.name); }
bool says_something(const record::Link& l) { return bool(l.relation); }
bool says_something(const record::Holding& h) { return h.person && h.office; }
bool says_something(const record::Position& p) { return bool(p.text); }

class Prover {
 public:
  explicit Prover(record::Reading& reading) : r_(reading) {}

  template <class Object>
  void check(Object& object) {
    record::for_each_field(object, [&](std::string_view name, auto& member) {
      using Member = std::remove_cvref_t<decltype(member)>;
      if constexpr (kIsFact<Member>) {
        const bool sentence = name == "text" || name == "relation";
        check_fact(member, name, sentence ? kLong : kShort);
      } else {
        check_list(member);
      }
    });
  }

 private:
  template <class T>
  void check_fact(Fact<T>& fact, std::string_view name, std::uint32_t longest) {
    if (!fact) return;
    const bool good = !fact.evidence.empty() &&
                      std::all_of(fact.evidence.begin(), fact.evidence.end(), [&](ByteSpan span) {
                        return is_valid(span, r_.report.text) && span.size() <= longest;
                      });
    if (good) return;
    r_.warnings.push_back(std::string(name) + " left out: its evidence does not hold");
    fact = {};
  }

  template <class T>
  void check_list(std::vector<T>& list) {
    if constexpr (std::is_class_v<T> && !std::is_same_v<T, std::string>) {
      for (T& object : list) check(object);
      std::erase_if(list, [](const T& object) { return !says_something(object); });
    }
  }
  template <class T>
  void check_list(T&) {}  // plain values need no evidence

  record::Reading& r_;
};

}  // namespace

void prove(record::Reading& reading) {
  Prover(reading).check(reading);
  for (record::Meeting& m : reading.meetings) {
    if (!m.when) m.when_basis.reset();
  }
}

}  // namespace rapporteur::reader
