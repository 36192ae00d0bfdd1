#include <archive.h>
#include <archive_entry.h>

#include "packed.h"
#include "source_fixture.h"

namespace rapporteur::source {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Members = std::vector<std::pair<std::string, std::string>>;

std::string archived(const Members& members, bool zip, int filter = ARCHIVE_FILTER_NONE) {
  archive* handle = archive_write_new();
  if (zip) archive_write_set_format_zip(handle);
  if (!zip) archive_write_set_format_pax_restricted(handle);
  archive_write_add_filter(handle, filter);
  archive_write_set_bytes_in_last_block(handle, 1);
  std::string out(64U << 20, '\0');
  std::size_t used = 0;
  archive_write_open_memory(handle, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(handle, entry);
    archive_write_data(handle, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(handle);
  archive_write_free(handle);
  out.resize(used);
  return out;
}

std::string zip(const Members& members) { return archived(members, true); }
std::string tar(const Members& members, int filter = ARCHIVE_FILTER_NONE) {
  return archived(members, false, filter);
}

class ArchiveTest : public SourceTest {};

const Members kMembers = {{"day/a.txt", "words"},
                          {"day/photo.png", "\x89PNG"},
                          {"day/.hidden.txt", "x"},
                          {"b.jsonl", "{\"id\":1,\"text\":\"more\"}\n"}};

TEST_F(ArchiveTest, ReadsMembersOfKnownKindsWhateverTheFormat) {
  const std::vector<std::string> paths = {
      put("a.zip", zip(kMembers)),
      put("a.tar", tar(kMembers)),
      put("a.tar.gz", gzipped(tar(kMembers))),
      put("a.tgz", gzipped(tar(kMembers))),
      put("a.tar.bz2", tar(kMembers, ARCHIVE_FILTER_BZIP2)),
      put("a.tar.xz", tar(kMembers, ARCHIVE_FILTER_XZ)),
      put("zip-without-ending", zip(kMembers)),
      put("tar-without-ending", tar(kMembers)),
  };
  for (const std::string& path : paths) {
    const std::string name = path.substr(folder_.size() + 1);
    const auto found = found_in({path});
    EXPECT_THAT(origins(found), ElementsAre(name + "!day/a.txt", name + "!b.jsonl#1"));
    ASSERT_EQ(found.size(), 2U) << name;
    EXPECT_EQ(found[0].bytes, "words");
    EXPECT_EQ(found[0].where, path + "!day/a.txt");
    EXPECT_EQ(found[1].where, path + "!b.jsonl:1@0");
  }
  EXPECT_THAT(errors_, IsEmpty());
}

TEST_F(ArchiveTest, TakesHostileNamesForNames) {
  EXPECT_THAT(
      origins(found_in({put("a.tar", tar({{"../../out.txt", "x"}, {"/etc/in.txt", "y"}}))})),
      ElementsAre("a.tar!../../out.txt", "a.tar!/etc/in.txt"));
  EXPECT_FALSE(std::filesystem::exists(folder_ + "/../../out.txt"));
}

TEST_F(ArchiveTest, ReadsArchivesWithinArchivesToADepth) {
  std::string nested = zip({{"a.txt", "words"}});
  for (int i = 0; i < 3; ++i) nested = zip({{"in.zip", nested}});
  EXPECT_THAT(origins(found_in({put("a.zip", nested)})),
              ElementsAre("a.zip!in.zip!in.zip!in.zip!a.txt"));
  EXPECT_THAT(errors_, IsEmpty());
  EXPECT_THAT(found_in({put("b.zip", zip({{"in.zip", nested}, {"behind.txt", "x"}}))}).size(), 1U);
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].code, ErrorCode::too_large);
}

TEST_F(ArchiveTest, StopsBombs) {
  const std::string zeros(34U << 20, ' ');
  for (const std::string& bytes :
       {zip({{"a.txt", zeros}, {"b.txt", zeros}, {"c.txt", zeros}, {"d.txt", "never reached"}}),
        tar({{"a.png", zeros}, {"b.png", zeros}, {"d.txt", "x"}}, ARCHIVE_FILTER_BZIP2)}) {
    errors_.clear();
    EXPECT_THAT(found_in({put("bomb", bytes)}, {.report_limit = 99U << 20}).size(),
                testing::Lt(3U));
    ASSERT_EQ(errors_.size(), 1U);
    EXPECT_EQ(errors_[0].code, ErrorCode::too_large);
    EXPECT_THAT(errors_[0].message, HasSubstr("times its size"));
  }
}

TEST_F(ArchiveTest, SaysWhereAnArchiveIsCutOffAndKeepsWhatCameBefore) {
  std::string body;
  for (int i = 0; i < 3000; ++i) body += std::to_string(i * 7919 % 10007) + " ";
  const Members members = {{"a.txt", "words"}, {"b.txt", body}};
  for (const std::string& whole : {zip(members), tar(members)}) {
    errors_.clear();
    EXPECT_EQ(found_in({put("cut", whole.substr(0, 4000))}).size(), 1U);
    EXPECT_GE(errors_.size(), 1U);
    EXPECT_EQ(errors_[0].code, ErrorCode::bad_data);
    EXPECT_THAT(errors_[0].where, HasSubstr("cut"));
  }
}

TEST_F(ArchiveTest, UnpacksAFileThatIsPackedAlone) {
  archive* handle = archive_write_new();
  archive_write_set_format_raw(handle);
  archive_write_add_filter_xz(handle);
  std::string out(4096, '\0');
  std::size_t used = 0;
  archive_write_open_memory(handle, out.data(), out.size(), &used);
  archive_entry* entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_header(handle, entry);
  archive_write_data(handle, "words", 5);
  archive_entry_free(entry);
  archive_write_close(handle);
  archive_write_free(handle);
  const auto found = found_in({put("a.txt.xz", out.substr(0, used))});
  EXPECT_THAT(origins(found), ElementsAre("a.txt.xz"));
  EXPECT_EQ(found[0].bytes, "words");
}

TEST_F(ArchiveTest, RefusesWhatIsNoArchive) {
  found_in({put("a.zip", "plain words that are no archive"), put("b.tar", "")});
  ASSERT_GE(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].code, ErrorCode::bad_data);
}

}  // namespace
}  // namespace rapporteur::source
