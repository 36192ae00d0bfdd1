#include "rapporteur/base/pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "temporary_folder.h"

namespace rapporteur {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Sections = std::map<std::string, std::string>;

Sections sections() {
  return {{"bodies", *encode_table("id\tname\nsco\tShanghai Cooperation Organisation\n", "b.tsv")},
          {"lexicon/offices", *encode_table("phrase\nminister\n", "o.tsv")},
          {"model", std::string("\0\1\2", 3)}};
}

Pack pack_of(const Sections& sections) {
  Result<Pack> pack = Pack::from_bytes(encode_pack(sections));
  EXPECT_TRUE(pack) << pack.error().text();
  return *std::move(pack);
}

TEST(Pack, GivesBackItsSections) {
  const Pack pack = pack_of(sections());
  for (const auto& [name, bytes] : sections()) {
    const Result<std::string_view> section = pack.section(name);
    ASSERT_TRUE(section) << name;
    EXPECT_EQ(*section, bytes);
  }
  EXPECT_TRUE(pack.verify());
}

TEST(Pack, ListsNamesByPrefixInOrder) {
  const Pack pack = pack_of(sections());
  EXPECT_THAT(pack.names(), ElementsAre("bodies", "lexicon/offices", "model"));
  EXPECT_THAT(pack.names("lexicon/"), ElementsAre("lexicon/offices"));
  EXPECT_THAT(pack.names("none"), IsEmpty());
}

TEST(Pack, NamesTheSectionThatIsMissing) {
  const Pack pack = pack_of(sections());
  const Result<std::string_view> section = pack.section("topics");
  ASSERT_FALSE(section);
  EXPECT_EQ(section.error().code, ErrorCode::not_found);
  EXPECT_THAT(section.error().message, HasSubstr("topics"));
}

TEST(Pack, MayBeEmpty) { EXPECT_THAT(pack_of({}).names(), IsEmpty()); }

TEST(Pack, OpensAFileAsItOpensBytes) {
  const TemporaryFolder folder;
  const std::string file = folder.write("data.pack", encode_pack(sections()));
  Result<Pack> opened = Pack::open(file);
  ASSERT_TRUE(opened);
  const Pack pack = *std::move(opened);
  EXPECT_EQ(pack.fingerprint(), pack_of(sections()).fingerprint());
  EXPECT_EQ((*pack.tables("bodies"))[0].at(0, "id"), "sco");
}

TEST(Pack, NamesTheFileThatIsMissingOrNoPack) {
  const TemporaryFolder folder;
  const Result<Pack> missing = Pack::open(folder.path("none.pack"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::not_found);

  const std::string text = folder.write("text.pack", "these are words and no pack at all");
  const Result<Pack> no_pack = Pack::open(text);
  ASSERT_FALSE(no_pack);
  EXPECT_EQ(no_pack.error().code, ErrorCode::damaged);
  EXPECT_EQ(no_pack.error().where, text);
}

TEST(Pack, HasSectionsOnMultiplesOfEight) {
  const std::string bytes = encode_pack(sections());
  EXPECT_EQ(bytes.find(sections().at("bodies")) % 8, 0U);
  EXPECT_EQ(bytes.find(sections().at("lexicon/offices")) % 8, 0U);
}

TEST(Pack, CutAtAnyByteIsRefused) {
  const std::string bytes = encode_pack(sections());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const Result<Pack> pack = Pack::from_bytes(bytes.substr(0, size));
    ASSERT_FALSE(pack) << "cut at " << size;
    EXPECT_EQ(pack.error().code, ErrorCode::damaged);
  }
}

TEST(Pack, OfAnotherVersionIsUnsupported) {
  std::string bytes = encode_pack(sections());
  bytes[8] = 2;
  const Result<Pack> pack = Pack::from_bytes(bytes);
  ASSERT_FALSE(pack);
  EXPECT_EQ(pack.error().code, ErrorCode::unsupported);
  EXPECT_THAT(pack.error().message, HasSubstr("version 2"));
}

// A flipped byte is refused at once, or found by verify(), or lies where no section is: in the
// padding, or in a name, which then is another.
TEST(Pack, WithAnyByteFlippedIsRefusedOrFoundOut) {
  const std::string bytes = encode_pack(sections());
  const std::string fingerprint = pack_of(sections()).fingerprint();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string broken = bytes;
    broken[at] = static_cast<char>(broken[at] ^ 0x41);
    const Result<Pack> pack = Pack::from_bytes(broken);
    if (!pack || !pack->verify() || pack->fingerprint() != fingerprint) continue;
    for (const auto& [name, content] : sections()) {
      EXPECT_EQ(*pack->section(name), content) << "byte " << at;
    }
  }
}

TEST(Pack, NamesTheSectionThatIsDamaged) {
  std::string bytes = encode_pack(sections());
  bytes[bytes.find("Shanghai")] = 's';
  const Result<Pack> pack = Pack::from_bytes(bytes);
  ASSERT_TRUE(pack);
  const Result<void> verified = pack->verify();
  ASSERT_FALSE(verified);
  EXPECT_EQ(verified.error().code, ErrorCode::damaged);
  EXPECT_THAT(verified.error().where, HasSubstr("bodies"));
}

TEST(Pack, IsTheSameBytesForTheSameSections) {
  EXPECT_EQ(encode_pack(sections()), encode_pack(sections()));
}

TEST(Pack, FingerprintChangesWithAnyContentOrName) {
  const std::string before = pack_of(sections()).fingerprint();
  EXPECT_EQ(before.size(), 12U);
  Sections other = sections();
  other["model"] += 'x';
  EXPECT_NE(pack_of(other).fingerprint(), before);
  other = sections();
  other["models"] = other.extract("model").mapped();
  EXPECT_NE(pack_of(other).fingerprint(), before);
}

TEST(Pack, SectionThatIsNoTableIsDamagedAsTable) {
  const Pack pack = pack_of(sections());
  const Result<std::vector<Table>> tables = pack.tables("model");
  ASSERT_FALSE(tables);
  EXPECT_EQ(tables.error().code, ErrorCode::damaged);
  EXPECT_THAT(tables.error().where, HasSubstr("model"));
}

TEST(Overlay, ComesAfterTheBuiltInRows) {
  const TemporaryFolder folder;
  folder.write("bodies.tsv", "id\tname\nown\tOwn Body\n");
  folder.write("lexicon/offices.tsv", "phrase\nfirst clerk\n");
  folder.write("README.md", "no table");
  Pack pack = pack_of(sections());
  const Result<void> laid = pack.overlay(folder.path());
  ASSERT_TRUE(laid) << laid.error().text();
  const std::vector<Table> bodies = *pack.tables("bodies");
  ASSERT_EQ(bodies.size(), 2U);
  EXPECT_EQ(bodies[0].at(0, "id"), "sco");
  EXPECT_EQ(bodies[1].at(0, "id"), "own");
  EXPECT_EQ((*pack.tables("lexicon/offices"))[1].at(0, "phrase"), "first clerk");
}

TEST(Overlay, MayNameSomeOfTheColumnsInAnyOrder) {
  const TemporaryFolder folder;
  folder.write("bodies.tsv", "name\tid\nOwn Body\town\n");
  Pack pack = pack_of(sections());
  ASSERT_TRUE(pack.overlay(folder.path()));
  EXPECT_EQ((*pack.tables("bodies"))[1].at(0, "id"), "own");
}

TEST(Overlay, ChangesTheFingerprintWithItsContentNotItsPlace) {
  const TemporaryFolder here;
  const TemporaryFolder there;
  here.write("bodies.tsv", "id\nown\n");
  there.write("bodies.tsv", "id\nown\n");
  Pack plain = pack_of(sections());
  Pack one = pack_of(sections());
  Pack two = pack_of(sections());
  ASSERT_TRUE(one.overlay(here.path()));
  ASSERT_TRUE(two.overlay(there.path()));
  EXPECT_EQ(one.fingerprint(), two.fingerprint());
  EXPECT_NE(one.fingerprint(), plain.fingerprint());
}

TEST(Overlay, NamesTheFolderThatIsMissing) {
  const TemporaryFolder folder;
  Pack pack = pack_of(sections());
  const Result<void> laid = pack.overlay(folder.path("none"));
  ASSERT_FALSE(laid);
  EXPECT_EQ(laid.error().code, ErrorCode::not_found);
}

TEST(Overlay, RefusesAnUnknownTableOrColumnAndSaysWhere) {
  const TemporaryFolder unknown_table;
  const std::string table = unknown_table.write("boddies.tsv", "id\nown\n");
  Pack pack = pack_of(sections());
  const Result<void> laid = pack.overlay(unknown_table.path());
  ASSERT_FALSE(laid);
  EXPECT_EQ(laid.error().code, ErrorCode::bad_data);
  EXPECT_EQ(laid.error().where, table);

  const TemporaryFolder unknown_column;
  unknown_column.write("bodies.tsv", "id\tcolour\nown\tred\n");
  const Result<void> laid_too = pack.overlay(unknown_column.path());
  ASSERT_FALSE(laid_too);
  EXPECT_THAT(laid_too.error().message, HasSubstr("colour"));
}

TEST(Overlay, NamesTheLineOfARowThatIsTooLong) {
  const TemporaryFolder folder;
  const std::string file = folder.write("bodies.tsv", "# ours\nid\tname\nown\tOwn\tand more\n");
  Pack pack = pack_of(sections());
  const Result<void> laid = pack.overlay(folder.path());
  ASSERT_FALSE(laid);
  EXPECT_EQ(laid.error().where, file + ":3");
}

}  // namespace
}  // namespace rapporteur
