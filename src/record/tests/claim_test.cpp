#include "rapporteur/record/claim.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "rapporteur/record/fields.h"

namespace rapporteur::record {
namespace {

// Fills every field of a reading at random, so that a field added later is tested too.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  template <class Object>
  void fill(Object& o) {
    for_each_field(o, [this](const char*, auto& member) { this->field(member); });
  }

 private:
  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }

  void value(std::string& v) {
    static const char* const kWords[] = {"Tashkent", "каз", "a/b~1", "17", "\"quoted\"\n", "true"};
    v = kWords[below(6)];
  }
  void value(int& v) { v = below(200) - 3; }
  void value(std::vector<std::string>& v) {
    for (int i = below(3); i >= 0; --i) value(v.emplace_back());
  }
  template <class E>
    requires std::is_enum_v<E>
  void value(E& v) {
    do {
      v = static_cast<E>(below(10));
    } while (to_string(v).empty());
  }

  void field(std::string& v) {
    if (below(4)) value(v);
  }
  void field(bool& v) { v = below(2); }
  template <class E>
    requires std::is_enum_v<E>
  void field(E& v) {
    value(v);
  }
  template <class T>
  void field(std::optional<T>& v) {
    if (below(2)) value(v.emplace());
  }
  template <class T>
  void field(Fact<T>& fact) {
    if (below(3) == 0) return;
    value(fact.value.emplace());
    for (int i = below(3); i > 0; --i) {
      const auto begin = static_cast<std::uint32_t>(below(100));
      fact.evidence.push_back({begin, begin + 4});
    }
    fact.confidence = static_cast<float>(below(101)) / 100.0F;
    fact.rule = "test/rule";
  }
  void field(std::vector<std::string>& list) {
    if (below(2)) value(list);
  }
  template <class T>
  void field(std::vector<T>& list) {
    for (int i = below(4); i > 0; --i) fill(list.emplace_back());
  }

  std::mt19937 random_;
};

TEST(Claims, OfAReadingMakeTheSameReadingAgain) {
  std::size_t claims_seen = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    Reading reading;
    Generator(seed).fill(reading);
    const std::vector<Claim> claims = claims_of(reading);
    claims_seen += claims.size();
    const Result<Reading> again = reading_of(claims);
    ASSERT_TRUE(again) << again.error().text();
    ASSERT_EQ(*again, reading) << "seed " << seed;
    ASSERT_EQ(claims_of(*again), claims);
  }
  EXPECT_GT(claims_seen, 10000U);
}

TEST(Claims, NameTheFactByItsPointerAndCarryItsWords) {
  Reading reading;
  Participant& p = reading.meetings.emplace_back().participants.emplace_back();
  p.offices.set({"Aide to the President", "Secretary"}, {{3, 9}}, 0.5F, "names/offices");
  const std::vector<Claim> claims = claims_of(reading);
  ASSERT_EQ(claims.size(), 3U);
  EXPECT_EQ(claims[0], (Claim{"/meetings/0/main", "main", "false", {}, 0, ""}));
  const std::string pointer = "/meetings/0/participants/0/offices";
  EXPECT_EQ(claims[1],
            (Claim{pointer, "offices", "Aide to the President", {{3, 9}}, 0.5F, "names/offices"}));
  EXPECT_EQ(claims[2], (Claim{pointer, "offices", "Secretary", {{3, 9}}, 0.5F, "names/offices"}));
}

TEST(Claims, KeepThePlaceOfAnObjectThatStatesNothing) {
  Reading reading;
  reading.holdings.resize(3);
  reading.holdings[1].person.set("Zhang Ming", {{0, 10}}, 0.9F, "r");
  const Result<Reading> again = reading_of(claims_of(reading));
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, reading);
}

TEST(Claims, ThatNoReadingCouldHaveStatedAreRefusedByTheirPointer) {
  const std::pair<const char*, const char*> kBad[] = {
      {"/meetings/0/colour", "red"},
      {"/meetings/0/ordinal", "17th"},
      {"/meetings/0/kind", "party"},
      {"/meetings/1/kind", "talks"},
      {"/meetings/-1/kind", "talks"},
      {"/meetings//kind", "talks"},
      {"/meetings/99999999999999999999/kind", "talks"},
      {"meetings/0/kind", "talks"},
      {"", "talks"},
      {"/meetings/0/kind/0", "talks"},
      {"/meetings", "x"},
      {"/meetings/0", "x"},
      {"/meetings/0/main", "yes"},
      {"/report/title", "x"},
  };
  for (const auto& [pointer, value] : kBad) {
    const Result<Reading> r = reading_of({{pointer, "p", value, {}, 0, ""}});
    ASSERT_FALSE(r) << pointer;
    EXPECT_EQ(r.error().code, ErrorCode::bad_data);
    EXPECT_EQ(r.error().where, pointer);
  }
}

template <class E>
std::size_t names_that_return() {
  std::set<std::string_view> names;
  for (int i = 0; i < 32; ++i) {
    const std::string_view name = to_string(static_cast<E>(i));
    if (name.empty()) continue;
    EXPECT_EQ(from_string<E>(name), static_cast<E>(i)) << name;
    names.insert(name);
  }
  EXPECT_FALSE(from_string<E>("no such name"));
  EXPECT_FALSE(from_string<E>(""));
  return names.size();
}

TEST(Vocabularies, ReturnTheEnumeratorOfEachName) {
  EXPECT_EQ(names_that_return<Kind>(), 8U);
  EXPECT_EQ(names_that_return<Format>(), 3U);
  EXPECT_EQ(names_that_return<Mode>(), 3U);
  EXPECT_EQ(names_that_return<Status>(), 5U);
  EXPECT_EQ(names_that_return<Basis>(), 2U);
  EXPECT_EQ(names_that_return<Attendance>(), 3U);
  EXPECT_EQ(names_that_return<Capacity>(), 8U);
  EXPECT_EQ(names_that_return<Relation>(), 5U);
  EXPECT_EQ(names_that_return<InstrumentRelation>(), 5U);
  EXPECT_EQ(names_that_return<MentionKind>(), 9U);
}

TEST(Vocabularies, SpellAsThePublicReadingDoes) {
  EXPECT_EQ(to_string(Mode::in_person), "in-person");
  EXPECT_EQ(to_string(Capacity::deputy_for), "deputy-for");
  EXPECT_EQ(to_string(Relation::part_of), "part_of");
  EXPECT_EQ(to_string(InstrumentRelation::signed_), "signed");
}

}  // namespace
}  // namespace rapporteur::record
