#include "rapporteur/base/file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pwd.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <functional>
#include <string>

#include "temporary_folder.h"

namespace rapporteur {
namespace {

using testing::HasSubstr;

// Root passes every permission check, so what rights forbid is tried as somebody else: runs
// `check` in a child that has given up root's, and says whether it returned true.
bool holds_without_rights(const std::function<bool()>& check) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0) {
      const passwd* nobody = ::getpwnam("nobody");
      const uid_t user = nobody == nullptr ? 65534 : nobody->pw_uid;
      if (::setgid(user) != 0 || ::setuid(user) != 0) ::_exit(2);
    }
    ::_exit(check() ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::ptrdiff_t entries_of(const std::string& folder) {
  const std::filesystem::directory_iterator entries(folder);
  return std::distance(begin(entries), end(entries));
}

TEST(ReadFile, GivesEveryByte) {
  const TemporaryFolder folder;
  const std::string bytes = std::string("a\0b\r\n", 5) + std::string(200'000, '\xFF');
  const Result<std::string> read = read_file(folder.write("file", bytes));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, bytes);
}

TEST(ReadFile, OfAnEmptyFileIsEmpty) {
  const TemporaryFolder folder;
  const Result<std::string> read = read_file(folder.write("file", ""));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, "");
}

TEST(ReadFile, ReadsWhatDoesNotTellItsSize) {
  const Result<std::string> read = read_file("/proc/self/status");
  ASSERT_TRUE(read);
  EXPECT_THAT(*read, HasSubstr("Pid:"));
}

TEST(ReadFile, NamesTheFileThatIsMissing) {
  const TemporaryFolder folder;
  const Result<std::string> read = read_file(folder.path("none"));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::not_found);
  EXPECT_EQ(read.error().where, folder.path("none"));
}

TEST(ReadFile, RefusesAFolder) {
  const TemporaryFolder folder;
  const Result<std::string> read = read_file(folder.path());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::io);
  EXPECT_THAT(read.error().message, HasSubstr("folder"));
}

TEST(ReadFile, RefusesMoreThanItsLimit) {
  const TemporaryFolder folder;
  const std::string file = folder.write("file", "12345");
  EXPECT_TRUE(read_file(file, 5));
  const Result<std::string> read = read_file(file, 4);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::too_large);
}

TEST(ReadFile, KeepsToItsLimitWhereTheSizeIsNotTold) {
  const Result<std::string> read = read_file("/proc/self/status", 10);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::too_large);
}

TEST(ReadFile, SaysThatRightsAreMissing) {
  const TemporaryFolder folder;
  const std::string file = folder.write("secret", "words");
  ::chmod(file.c_str(), 0);
  ::chmod(folder.path().c_str(), 0755);
  EXPECT_TRUE(holds_without_rights([&] {
    const Result<std::string> read = read_file(file);
    return !read && read.error().code == ErrorCode::access_denied && read.error().where == file;
  }));
  EXPECT_TRUE(holds_without_rights([&] {
    const Result<FileMap> map = FileMap::open(file);
    return !map && map.error().code == ErrorCode::access_denied;
  }));
}

TEST(WriteFile, ReplacesTheWholeContent) {
  const TemporaryFolder folder;
  const std::string file = folder.write("file", "a longer text than the new one");
  ASSERT_TRUE(write_file(file, "new"));
  EXPECT_EQ(*read_file(file), "new");
}

TEST(WriteFile, LeavesNothingElseBehind) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_file(folder.path("file"), "words"));
  EXPECT_EQ(entries_of(folder.path()), 1);
}

TEST(WriteFile, DoesNotReplaceAFolder) {
  const TemporaryFolder folder;
  folder.write("inner/file", "words");
  const Result<void> written = write_file(folder.path("inner"), "words");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::io);
  EXPECT_EQ(entries_of(folder.path()), 1);
}

TEST(WriteFile, NamesTheFolderThatIsMissing) {
  const TemporaryFolder folder;
  const Result<void> written = write_file(folder.path("none/file"), "words");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::not_found);
  EXPECT_EQ(written.error().where, folder.path("none/file"));
}

TEST(WriteFile, SaysThatAFolderGivesNoRightsAndKeepsTheOldContent) {
  const TemporaryFolder folder;
  const std::string file = folder.write("file", "old");
  ::chmod(folder.path().c_str(), 0555);
  EXPECT_TRUE(holds_without_rights([&] {
    const Result<void> written = write_file(file, "new");
    return !written && written.error().code == ErrorCode::access_denied;
  }));
  EXPECT_EQ(*read_file(file), "old");
}

// A limit on the size of files fails a write half-way, as a full disk does.
TEST(WriteFile, KeepsTheOldContentWhenTheDiskIsFull) {
  const TemporaryFolder folder;
  const std::string file = folder.write("file", "old");
  ::chmod(folder.path().c_str(), 0777);
  EXPECT_TRUE(holds_without_rights([&] {
    const rlimit ten_bytes{10, 10};
    ::setrlimit(RLIMIT_FSIZE, &ten_bytes);
    std::signal(SIGXFSZ, SIG_IGN);
    const Result<void> written = write_file(file, std::string(100, 'x'));
    return !written && written.error().code == ErrorCode::io && written.error().where == file;
  }));
  EXPECT_EQ(*read_file(file), "old");
  EXPECT_EQ(entries_of(folder.path()), 1);
}

TEST(FileMap, ShowsTheBytesUntilItEnds) {
  const TemporaryFolder folder;
  Result<FileMap> opened = FileMap::open(folder.write("file", "mapped words"));
  ASSERT_TRUE(opened);
  FileMap map = *std::move(opened);
  EXPECT_EQ(map.bytes(), "mapped words");
  FileMap other = std::move(map);
  EXPECT_EQ(other.bytes(), "mapped words");
}

TEST(FileMap, OfAnEmptyFileIsEmpty) {
  const TemporaryFolder folder;
  const Result<FileMap> map = FileMap::open(folder.write("file", ""));
  ASSERT_TRUE(map);
  EXPECT_TRUE(map->bytes().empty());
}

TEST(FileMap, RefusesAFolderAndAMissingFile) {
  const TemporaryFolder folder;
  const Result<FileMap> of_folder = FileMap::open(folder.path());
  ASSERT_FALSE(of_folder);
  EXPECT_EQ(of_folder.error().code, ErrorCode::io);
  const Result<FileMap> of_nothing = FileMap::open(folder.path("none"));
  ASSERT_FALSE(of_nothing);
  EXPECT_EQ(of_nothing.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace rapporteur
