#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "rapporteur/base/file.h"
#include "rapporteur/base/pack.h"
#include "sources.h"

namespace rapporteur::pack {
namespace {

using testing::HasSubstr;

// A folder of its own for each test.
class PackTool : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() / ("rapporteur-pack-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string write(const std::string& name, const std::string& text) const {
    EXPECT_TRUE(write_file(path(name), text).has_value());
    return path(name);
  }
  std::string read(const std::string& name) const {
    auto bytes = read_file(path(name));
    return bytes ? *bytes : "";
  }
  // Runs the tool; its messages land in "messages".
  int run(const std::string& arguments) const {
    const std::string command =
        RAPPORTEUR_BINARY_DIR "/rapporteur-pack " + arguments + " 2> " + path("messages");
    return WEXITSTATUS(std::system(command.c_str()));
  }

  std::filesystem::path folder_;
};

TEST_F(PackTool, MakesThePackFromTheManifestTwiceTheSame) {
  const std::string table = write("t.tsv", "# c\nname\tstate\nÖrebro\tSE\n");
  const std::string model = write("m.model", "bytes");
  const std::string manifest =
      write("manifest", "places/cities\t" + table + "\nmodels/m\t" + model + "\n");
  ASSERT_EQ(run("--manifest " + manifest + " --output " + path("a")), 0) << read("messages");
  ASSERT_EQ(run("--manifest " + manifest + " --output " + path("b")), 0);
  EXPECT_EQ(read("a"), read("b"));
  const auto pack = Pack::open(path("a"));
  ASSERT_TRUE(pack.has_value());
  EXPECT_EQ(pack->section("models/m").value(), "bytes");
  const auto keys = pack->tables("places/keys");
  ASSERT_TRUE(keys.has_value());
  EXPECT_EQ(keys->front().at(0, "key"), "orebro");
  EXPECT_EQ(keys->front().at(0, "rows"), "0");
}

TEST_F(PackTool, NamesFileAndLineOfABadRow) {
  const std::string table = write("bad.tsv", "# c\nname\tstate\none\tSE\ntoo\tmany\tcells\n");
  const std::string manifest = write("manifest", "t\t" + table + "\n");
  EXPECT_EQ(run("--manifest " + manifest + " --output " + path("a")), 1);
  EXPECT_THAT(read("messages"), HasSubstr("bad.tsv:4"));
  EXPECT_FALSE(std::filesystem::exists(path("a")));
}

TEST_F(PackTool, NamesTheLineOfABadManifest) {
  const std::string manifest = write("manifest", "no tab here\n");
  EXPECT_EQ(run("--manifest " + manifest + " --output " + path("a")), 1);
  EXPECT_THAT(read("messages"), HasSubstr("manifest:1"));
}

TEST_F(PackTool, RefusesUnknownOptionsAndMissingFiles) {
  EXPECT_EQ(run("--colour red"), 2);
  EXPECT_EQ(run(""), 2);
  EXPECT_EQ(run("--manifest " + path("none") + " --output " + path("a")), 1);
  EXPECT_THAT(read("messages"), HasSubstr("not_found"));
}

TEST_F(PackTool, ReadsTerritoriesOfCldrInOrderOfTheirCodes) {
  const auto tsv = cldr_territories(write("en.xml",
                                          "<ldml><localeDisplayNames><territories>"
                                          "<territory type=\"UZ\">Uzbekistan</territory>"
                                          "<territory type=\"001\">world</territory>"
                                          "<territory type=\"GB\" alt=\"short\">UK</territory>"
                                          "</territories></localeDisplayNames></ldml>"));
  ASSERT_TRUE(tsv.has_value());
  EXPECT_THAT(*tsv, HasSubstr("code\tname\tkind\nGB\tUK\tshort\nUZ\tUzbekistan\t\n"));
}

TEST_F(PackTool, SaysWhatIsWrongWithItsSources) {
  const auto no_xml = cldr_territories(write("en.xml", "<ldml>"));
  ASSERT_FALSE(no_xml.has_value());
  EXPECT_EQ(no_xml.error().code, ErrorCode::bad_data);
  EXPECT_EQ(no_xml.error().where, path("en.xml"));
  EXPECT_FALSE(cldr_territories(write("empty.xml", "<ldml/>")).has_value());
  const auto no_json = iso_countries(write("iso.json", "{\"3166-1\": 7}"));
  ASSERT_FALSE(no_json.has_value());
  EXPECT_EQ(no_json.error().code, ErrorCode::bad_data);
  EXPECT_FALSE(iso_countries(path("none")).has_value());
}

TEST_F(PackTool, ReadsCountriesOfIsoCodes) {
  const auto tsv = iso_countries(write("iso.json",
                                       R"({"3166-1": [{"alpha_2": "UZ", "alpha_3": "UZB",
      "name": "Uzbekistan", "official_name": "Republic of Uzbekistan"}]})"));
  ASSERT_TRUE(tsv.has_value());
  EXPECT_THAT(*tsv, HasSubstr("UZ\tUZB\tUzbekistan\tRepublic of Uzbekistan\t\n"));
}

}  // namespace
}  // namespace rapporteur::pack
