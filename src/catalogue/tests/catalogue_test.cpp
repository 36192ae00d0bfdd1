#include "rapporteur/catalogue/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "rapporteur/catalogue/fold.h"
#include "test_pack.h"

namespace rapporteur::catalogue {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

const Catalogue& all() { return test_catalogue(); }

std::string code_of(Index state) {
  return state == npos ? "" : std::string(all().states()[state].code);
}

std::vector<std::string> codes(const std::vector<Index>& states) {
  std::vector<std::string> result;
  for (const Index state : states) result.push_back(code_of(state));
  return result;
}

// --- the tables ---

TEST(Tables, ParseAndAreAllThere) {
  for (const std::string& section : test_pack().names()) {
    if (section.starts_with("models/")) continue;
    EXPECT_TRUE(test_pack().tables(section).has_value()) << section;
  }
  EXPECT_TRUE(test_pack().verify().has_value());
}

TEST(Tables, HaveNoIdTwice) {
  for (const char* section : {"states/states", "bodies/organisations", "bodies/organs",
                              "bodies/series", "lexicon/offices", "lexicon/portfolios", "topics"}) {
    const auto tables = test_pack().tables(section);
    ASSERT_TRUE(tables.has_value()) << section;
    std::set<std::string> seen;
    for (const Table& table : *tables) {
      for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string id(table.at(row, std::size_t{0}));
        EXPECT_FALSE(id.empty()) << section << ":" << table.line(row);
        EXPECT_TRUE(seen.insert(id).second) << section << ":" << table.line(row) << " " << id;
      }
    }
  }
}

TEST(Tables, NameTheirSourceInEachRowOfASourceColumn) {
  for (const std::string& section : test_pack().names("bodies/")) {
    const auto tables = test_pack().tables(section);
    ASSERT_TRUE(tables.has_value());
    for (const Table& table : *tables) {
      const std::size_t source = table.column("source");
      for (std::size_t row = 0; source != Table::npos && row < table.rows(); ++row) {
        EXPECT_FALSE(table.at(row, source).empty()) << section << ":" << table.line(row);
      }
    }
  }
}

TEST(Tables, OpenWithTheirSourceAndLicence) {
  namespace fs = std::filesystem;
  for (const auto& entry : fs::recursive_directory_iterator(RAPPORTEUR_SOURCE_DIR "/data")) {
    if (entry.path().extension() != ".tsv") continue;
    std::ifstream file(entry.path());
    std::string line;
    std::string opening;
    while (std::getline(file, line) && line.starts_with('#')) opening += line + '\n';
    EXPECT_THAT(opening, HasSubstr("Source")) << entry.path();
    EXPECT_THAT(opening, HasSubstr("Licence")) << entry.path();
  }
}

// --- states ---

TEST(States, AreSortedAndFoundByCode) {
  for (Index i = 0; i < all().states().size(); ++i) {
    EXPECT_EQ(all().find_state(all().states()[i].code), i);
    if (i > 0) {
      EXPECT_LT(all().states()[i - 1].code, all().states()[i].code);
    }
  }
  EXPECT_EQ(all().find_state("QQ"), npos);
  EXPECT_EQ(all().find_state("uz"), npos);
  EXPECT_EQ(all().find_state(""), npos);
}

TEST(States, OfTheUnitedNationsHaveDemonymCapitalAndOfficialName) {
  std::set<Index> with_adjective;
  for (const StateName& name : all().state_names()) {
    if (name.kind == StateNameKind::adjective) with_adjective.insert(name.state);
  }
  const std::vector<Index> members = all().members_of(all().find_body("un"), "2022-01-01");
  EXPECT_EQ(members.size(), 193U);
  for (const Index state : members) {
    const State& facts = all().states()[state];
    EXPECT_TRUE(with_adjective.contains(state)) << facts.name;
    EXPECT_FALSE(facts.capital.empty()) << facts.name;
    EXPECT_FALSE(facts.official.empty()) << facts.name;
    EXPECT_TRUE(facts.sovereign) << facts.name;
  }
}

TEST(States, AreFoundByAnyOfTheirNames) {
  const std::pair<const char*, const char*> names[] = {
      {"Kyrgyz Republic", "KG"},
      {"Kyrgyzstan", "KG"},
      {"ROK", "KR"},
      {"the Republic of Korea", "KR"},
      {"DPRK", "KP"},
      {"PRC", "CN"},
      {"UAE", "AE"},
      {"U.S.", "US"},
      {"USA", "US"},
      {"the United States", "US"},
      {"Britain", "GB"},
      {"UK", "GB"},
      {"Russian Federation", "RU"},
      {"Türkiye", "TR"},
      {"Turkey", "TR"},
      {"Czech Republic", "CZ"},
      {"Czechia", "CZ"},
      {"Ivory Coast", "CI"},
      {"Côte d'Ivoire", "CI"},
      {"COTE D’IVOIRE", "CI"},
      {"Burma", "MM"},
      {"Swaziland", "SZ"},
      {"Hellenic Republic", "GR"},
      {"Swiss Confederation", "CH"},
      {"State of Kuwait", "KW"},
      {"Islamic Republic of Iran", "IR"},
      {"Congo-Brazzaville", "CG"},
      {"DR Congo", "CD"},
      {"Georgia", "GE"},
      {"Kosovo", "XK"},
      {"State of Palestine", "PS"},
      {"Greenland", "GL"},
      {"Viet Nam", "VN"},
      {"Lao PDR", "LA"},
      {"Brunei Darussalam", "BN"},
      {"North Macedonia", "MK"},
  };
  for (const auto& [name, code] : names) {
    EXPECT_EQ(code_of(all().find_state_named(name)), code) << name;
  }
  EXPECT_EQ(all().find_state_named("us"), npos);
  EXPECT_EQ(all().find_state_named("Atlantis"), npos);
  EXPECT_EQ(all().find_state_named(""), npos);
}

TEST(States, MarkNamesThatAreAlsoSomethingElse) {
  const auto is_ambiguous = [](std::string_view text) {
    for (const StateName& name : all().state_names()) {
      if (name.text == text && name.ambiguous) return true;
    }
    return false;
  };
  for (const char* name : {"Georgia", "Jordan", "Chad", "Guinea", "Congolese", "Dominican"}) {
    EXPECT_TRUE(is_ambiguous(name)) << name;
  }
  for (const char* name : {"Kazakhstan", "Uzbek", "Poland", "Tashkent"}) {
    EXPECT_FALSE(is_ambiguous(name)) << name;
  }
}

// --- places ---

TEST(Places, IncludeTheCapitalOfEveryState) {
  for (Index i = 0; i < all().states().size(); ++i) {
    const State& state = all().states()[i];
    if (!state.sovereign || state.capital.empty()) continue;
    const Index place = all().find_place(state.capital, i);
    ASSERT_NE(place, npos) << state.capital;
    EXPECT_EQ(all().places()[place].state, i) << state.capital << " in " << state.name;
  }
}

TEST(Places, AreFoundByOldForeignAndUnaccentedNames) {
  const std::pair<const char*, const char*> names[] = {
      {"Nur-Sultan", "KZ"},    {"Kiev", "UA"},
      {"KYIV", "UA"},          {"Naypyitaw", "MM"},
      {"Nay Pyi Taw", "MM"},   {"Peking", "CN"},
      {"Geneva", "CH"},        {"Cologne", "DE"},
      {"Sao Paulo", "BR"},     {"Bogota", "CO"},
      {"Davos", "CH"},         {"Cholpon-Ata", "KG"},
      {"Awaza", "TM"},         {"Sharm el-Sheikh", "EG"},
      {"Schloss Elmau", "DE"}, {"Hakone", "JP"},
      {"Sana'a", "YE"},        {"St. Petersburg", "RU"},
      {"New York", "US"},      {"London", "GB"},
      {"Paris", "FR"},         {"Samarkand", "UZ"},
      {"Qingdao", "CN"},       {"Santiago", "CL"},
      {"Tripoli", "LY"},       {"San Jose", "CR"},
  };
  for (const auto& [name, code] : names) {
    const Index place = all().find_place(name);
    ASSERT_NE(place, npos) << name;
    EXPECT_EQ(code_of(all().places()[place].state), code) << name;
  }
  EXPECT_EQ(all().find_place("Nowhereville-on-Sea"), npos);
  EXPECT_EQ(all().find_place(""), npos);
}

TEST(Places, OfOneNameAreToldApartByTheirState) {
  const Index canada = all().find_state("CA");
  EXPECT_EQ(all().places()[all().find_place("London", canada)].state, canada);
  EXPECT_GE(all().find_places("London").size(), 2U);
}

TEST(Places, NameTheTownOfEachVenue) {
  for (const Place& place : all().places()) {
    if (place.kind == PlaceKind::venue) {
      EXPECT_FALSE(place.city.empty()) << place.name;
    }
  }
}

// --- bodies ---

TEST(Bodies, HaveOrgansWithAnOrganisationAndSeatsInKnownStates) {
  std::size_t organisations = 0;
  for (const Body& body : all().bodies()) {
    if (body.kind == BodyKind::organisation) ++organisations;
    EXPECT_EQ(body.parent != npos, body.kind == BodyKind::organ) << body.id;
    EXPECT_EQ(body.seat_state == npos, body.seat_city.empty()) << body.id;
    if (body.kind == BodyKind::organ) {
      EXPECT_EQ(all().bodies()[body.parent].kind, BodyKind::organisation) << body.id;
    }
    if (body.seat_state != npos) {
      const Index seat = all().find_place(body.seat_city, body.seat_state);
      EXPECT_NE(seat, npos) << body.id << " " << body.seat_city;
      if (seat == npos) continue;
      EXPECT_EQ(all().places()[seat].state, body.seat_state) << body.id << " " << body.seat_city;
    }
  }
  EXPECT_GE(organisations, 60U);
}

TEST(Bodies, NamePortfoliosThatExist) {
  std::set<std::string_view> known;
  for (const Portfolio& portfolio : all().portfolios()) known.insert(portfolio.id);
  for (const Body& body : all().bodies()) {
    EXPECT_TRUE(body.portfolio.empty() || known.contains(body.portfolio)) << body.id;
  }
  for (const GenericOrgan& organ : all().generic_organs()) {
    EXPECT_TRUE(organ.portfolio.empty() || known.contains(organ.portfolio)) << organ.text;
  }
  for (const Office& office : all().offices()) {
    EXPECT_TRUE(office.portfolio.empty() || known.contains(office.portfolio)) << office.id;
  }
}

TEST(Bodies, AreFoundByNameSpellingAndAcronym) {
  const Index sco = all().find_body("sco");
  ASSERT_NE(sco, npos);
  for (const char* name :
       {"SCO", "Shanghai Cooperation Organization", "Shanghai Cooperation Organisation",
        "the Shanghai Co-operation Organisation"}) {
    EXPECT_THAT(all().find_bodies_named(name), Contains(sco)) << name;
  }
  EXPECT_TRUE(all().find_bodies_named("Board of Nothing").empty());
}

TEST(Bodies, HaveTheirOwnOrganForSharedWords) {
  const Index sco = all().find_body("sco");
  const Index csto = all().find_body("csto");
  EXPECT_EQ(all().bodies()[all().find_organ(sco, "Council of Foreign Ministers")].id, "sco.cfm");
  EXPECT_EQ(all().bodies()[all().find_organ(csto, "Council of Foreign Ministers")].id, "csto.cfm");
  EXPECT_EQ(all().bodies()[all().find_organ(sco, "Heads of State Council")].id, "sco.chs");
  EXPECT_EQ(all().bodies()[all().find_organ(sco, "SCO Council of Heads of State")].id, "sco.chs");
  EXPECT_EQ(all().bodies()[all().find_organ(csto, "heads of state")].id, "csto.csc");
  EXPECT_EQ(all().bodies()[all().find_organ(sco, "security council secretaries")].id, "sco.scs");
  EXPECT_EQ(all().find_organ(csto, "health ministers"), npos);
  EXPECT_EQ(all().find_organ(sco, ""), npos);
}

TEST(Bodies, KnowTheirMembersOnADay) {
  const Index sco = all().find_body("sco");
  EXPECT_EQ(all().members_of(sco, "2016-06-24").size(), 6U);
  EXPECT_THAT(codes(all().members_of(sco, "2017-06-08")), Not(Contains("IN")));
  EXPECT_THAT(codes(all().members_of(sco, "2018-05-21/2018-05-22")), Contains("IN"));
  EXPECT_THAT(codes(all().members_of(sco, "2018")), Not(Contains("IR")));
  EXPECT_THAT(codes(all().members_of(sco, "")), Contains("IR"));
  EXPECT_THAT(codes(all().members_of(sco, "2022-08", MemberStatus::observer)), Contains("IR"));
  const Index eu = all().find_body("eu");
  EXPECT_EQ(all().members_of(eu, "2019-06-01").size(), 28U);
  EXPECT_EQ(all().members_of(eu, "2021-06-01").size(), 27U);
  EXPECT_EQ(all().members_of(all().find_body("asean"), "2020-01-01").size(), 10U);
  EXPECT_EQ(all().members_of(all().find_body("au"), "2020-01-01").size(), 55U);
  EXPECT_EQ(all().members_of(all().find_body("nato"), "2024-06-01").size(), 32U);
  EXPECT_EQ(all().members_of(all().find_body("oic"), "2024-06-01").size(), 57U);
  EXPECT_EQ(all().members_of(all().find_body("las"), "2024-06-01").size(), 22U);
  EXPECT_EQ(all().members_of(all().find_body("osce"), "2024-06-01").size(), 57U);
  EXPECT_EQ(all().members_of(all().find_body("coe"), "2024-06-01").size(), 46U);
  EXPECT_EQ(all().members_of(all().find_body("commonwealth"), "2024-06-01").size(), 56U);
  EXPECT_EQ(all().members_of(all().find_body("apec"), "2024-06-01").size(), 21U);
  // An organ has the members of its organisation.
  EXPECT_EQ(all().members_of(all().find_body("sco.scs"), "2018-05-21"),
            all().members_of(sco, "2018-05-21"));
  EXPECT_TRUE(all().members_of(npos, "2018").empty());
}

TEST(Bodies, MarkNamesThatNeedTheirOrganisation) {
  for (const BodyName& name : all().body_names()) {
    const std::string folded = fold(name.text);
    if (folded == "council of foreign ministers" || folded == "secretariat") {
      EXPECT_TRUE(name.ambiguous) << all().bodies()[name.body].id;
    }
    if (name.text == "Shanghai Cooperation Organization" || name.text == "CSTO") {
      EXPECT_FALSE(name.ambiguous) << name.text;
    }
  }
}

// --- offices, topics, acts ---

TEST(Offices, AreFoundByIdAndHaveNames) {
  ASSERT_NE(all().find_office("foreign_minister"), npos);
  EXPECT_EQ(all().offices()[all().find_office("foreign_minister")].portfolio, "foreign_affairs");
  EXPECT_EQ(all().find_office("astronaut"), npos);
  std::set<Index> named;
  for (const OfficeName& name : all().office_names()) named.insert(name.office);
  EXPECT_EQ(named.size(), all().offices().size());
}

TEST(Offices, GiveNoWordingToTwoOffices) {
  std::map<std::string, Index> seen;
  for (const OfficeName& name : all().office_names()) {
    const auto [at, is_new] = seen.emplace(fold(name.text), name.office);
    EXPECT_TRUE(is_new || at->second == name.office)
        << name.text << ": " << all().offices()[name.office].id << " and "
        << all().offices()[at->second].id;
  }
}

TEST(Topics, HaveBroaderTopicsWithoutCycles) {
  EXPECT_GE(all().topics().size(), 100U);
  for (Index i = 0; i < all().topics().size(); ++i) {
    std::size_t steps = 0;
    for (Index up = i; up != npos; up = all().topics()[up].broader) {
      ASSERT_LT(++steps, 10U) << all().topics()[i].id;
    }
  }
  EXPECT_EQ(all().topics()[all().find_topic("terrorism")].name, "terrorism");
}

TEST(SpeechActs, HaveAllFormsOfTheirVerbs) {
  const auto has = [](std::string_view id, std::string_view text, VerbForm form) {
    const Index act = all().find_speech_act(id);
    for (const SpeechActForm& f : all().speech_act_forms()) {
      if (f.act == act && f.text == text && f.form == form) return true;
    }
    return false;
  };
  EXPECT_TRUE(has("agree", "agreed", VerbForm::past));
  EXPECT_TRUE(has("call_for", "calling for", VerbForm::gerund));
  EXPECT_TRUE(has("hand_over", "took over", VerbForm::past));
  EXPECT_TRUE(has("hand_over", "taken over", VerbForm::participle));
  EXPECT_TRUE(has("say", "says", VerbForm::third));
  EXPECT_TRUE(has("reaffirm", "reaffirming", VerbForm::gerund));
  EXPECT_TRUE(has("sign", "signed", VerbForm::past));
  EXPECT_TRUE(has("admit", "admitted", VerbForm::past));
}

// --- overlays and errors ---

class Overlay : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("rapporteur-overlay-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_ / "bodies");
    std::filesystem::create_directories(folder_ / "places");
    std::filesystem::create_directories(folder_ / "states");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const char* path, const std::string& text) { std::ofstream(folder_ / path) << text; }

  Result<Catalogue> load() {
    auto opened = Pack::open(RAPPORTEUR_BINARY_DIR "/rapporteur.pack");
    EXPECT_TRUE(opened.has_value());
    pack_.emplace(std::move(*opened));
    const auto laid = pack_->overlay(folder_.string());
    EXPECT_TRUE(laid.has_value()) << laid.error().text();
    return Catalogue::load(*pack_);
  }

  std::filesystem::path folder_;
  std::optional<Pack> pack_;
};

TEST_F(Overlay, AddsBodiesAndReplacesThoseOfTheSameId) {
  write("bodies/organisations.tsv",
        "id\tname\tacronyms\tcity\tstate\tsource\n"
        "lake_club\tClub of the Great Lake\tCGL\tBishkek\tKG\tits statute\n"
        "sco\tShanghai Cooperation Organization, renamed\tSCO\tBeijing\tCN\ta test\n");
  const auto catalogue = load();
  ASSERT_TRUE(catalogue.has_value()) << catalogue.error().text();
  const Index club = catalogue->find_body("lake_club");
  ASSERT_NE(club, npos);
  EXPECT_THAT(catalogue->find_bodies_named("CGL"), Contains(club));
  EXPECT_EQ(catalogue->bodies()[catalogue->find_body("sco")].name,
            "Shanghai Cooperation Organization, renamed");
  EXPECT_NE(catalogue->find_organ(catalogue->find_body("sco"), "Heads of State"), npos);
  EXPECT_EQ(catalogue->bodies().size(), all().bodies().size() + 1);
}

TEST_F(Overlay, AddsPlaces) {
  write("places/venues.tsv", "name\tstate\tkind\tcity\nHouse of Tests\tUZ\tvenue\tTashkent\n");
  const auto catalogue = load();
  ASSERT_TRUE(catalogue.has_value()) << catalogue.error().text();
  const Index place = catalogue->find_place("house of tests");
  ASSERT_NE(place, npos);
  EXPECT_EQ(catalogue->places()[place].city, "Tashkent");
  EXPECT_EQ(catalogue->states()[catalogue->places()[catalogue->find_place("Kiev")].state].code,
            "UA");
}

TEST_F(Overlay, WithAnUnknownStateIsAnErrorThatNamesItsLine) {
  write("states/names.tsv", "# mine\ncode\tkind\tnames\nQQ\tname\tQuonia\n");
  const auto catalogue = load();
  ASSERT_FALSE(catalogue.has_value());
  EXPECT_EQ(catalogue.error().code, ErrorCode::bad_data);
  EXPECT_EQ(catalogue.error().where, "states/names:3");
}

TEST(Catalogue, NeedsItsSections) {
  const auto pack = Pack::from_bytes(encode_pack({}));
  ASSERT_TRUE(pack.has_value());
  const auto catalogue = Catalogue::load(*pack);
  ASSERT_FALSE(catalogue.has_value());
  EXPECT_EQ(catalogue.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace rapporteur::catalogue
