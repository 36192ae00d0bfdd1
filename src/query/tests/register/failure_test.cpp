// What goes wrong with files, and what is said about it.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>

#include "fixture.h"

namespace rapporteur {
namespace {

using record::Reading;
using store::Access;
using store::Register;
using ::testing::HasSubstr;
using testing::ReadingBuilder;
using testing::small_world;

class FailureTest : public testing::RegisterTest {
 protected:
  static void overwrite(const std::string& file, long offset, const std::string& bytes) {
    std::fstream f(file, std::ios::in | std::ios::out | std::ios::binary);
    f.seekp(offset);
    f.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }

  void make(const std::string& name) {
    Register reg = open(name);
    enter(reg, small_world());
  }

  static void expect_error(const Result<Register>& r, ErrorCode code, const std::string& where) {
    ASSERT_FALSE(r) << "opened";
    EXPECT_EQ(r.error().code, code) << r.error().text();
    EXPECT_EQ(r.error().where, where);
  }

  // Runs `what` as a process of its own; its exit status.
  static int in_child(const std::function<int()>& what) {
    const pid_t child = fork();
    if (child == 0) _exit(what());
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  static Reading numbered(int n) {
    ReadingBuilder b("https://n.example/" + std::to_string(n), "2022-01-01");
    record::Meeting& m = b.session("Body " + std::to_string(n % 7), "Council", n, "2022-01-01");
    b.participant(m, "Ivan Petrov", "Minister", "BY");
    b.raw().report.text += std::string(2000, 'x');
    return b.done();
  }
};

TEST_F(FailureTest, AFileThatIsNoDatabaseIsDamaged) {
  std::ofstream(path("x.db")) << std::string(8192, 'z');
  expect_error(Register::open(path("x.db")), ErrorCode::damaged, path("x.db"));
  expect_error(Register::open(path("x.db"), {Access::read}), ErrorCode::damaged, path("x.db"));
}

TEST_F(FailureTest, ABrokenPageIsFoundAndNamed) {
  make("x.db");
  const auto size = static_cast<long>(std::filesystem::file_size(path("x.db")));
  for (long page = 4; page * 4096 < size; page += 3) {
    overwrite(path("x.db"), page * 4096, std::string(2048, '\xA5'));
  }
  const Result<Register> reg = Register::open(path("x.db"), {Access::read});
  if (!reg) {
    EXPECT_EQ(reg.error().code, ErrorCode::damaged);
    return;
  }
  const auto findings = reg->check(resolver_.get());
  ASSERT_TRUE(findings) << findings.error().text();
  EXPECT_FALSE(findings->empty());
}

TEST_F(FailureTest, TheRegisterOfANewerProgramIsLeftAlone) {
  make("x.db");
  overwrite(path("x.db"), 60, std::string("\0\0\0\x63", 4));
  expect_error(Register::open(path("x.db")), ErrorCode::unsupported, path("x.db"));
  EXPECT_THAT(Register::open(path("x.db")).error().message, HasSubstr("schema 99"));
}

TEST_F(FailureTest, AStrangersDatabaseIsNoRegister) {
  make("x.db");
  overwrite(path("x.db"), 68, std::string("\0\0\0\x07", 4));
  expect_error(Register::open(path("x.db")), ErrorCode::unsupported, path("x.db"));
}

TEST_F(FailureTest, MissingFilesAndFoldersAreNotFound) {
  expect_error(Register::open(path("x.db"), {Access::read}), ErrorCode::not_found, path("x.db"));
  expect_error(Register::open(path("x.db"), {Access::write}), ErrorCode::not_found, path("x.db"));
  EXPECT_EQ(Register::open(path("no/x.db")).error().code, ErrorCode::not_found);
  EXPECT_EQ(Register::open(folder_).error().code, ErrorCode::io);
}

TEST_F(FailureTest, NoSpaceLeavesTheRegisterAsItWas) {
  make("x.db");
  const std::vector<std::string> before = export_of(open("x.db"));
  store::OpenOptions options;
  options.max_bytes = std::filesystem::file_size(path("x.db")) + 16384;
  Register reg = open("x.db", options);
  std::vector<Reading> many;
  for (int n = 0; n < 100; ++n) many.push_back(numbered(n));
  const Result<store::Receipt> r = reg.ingest(many, *resolver_);
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().code, ErrorCode::io);
  EXPECT_THAT(r.error().message, HasSubstr("space"));
  EXPECT_EQ(r.error().where, path("x.db"));
  EXPECT_EQ(export_of(reg), before);
  expect_sound(reg);
}

TEST_F(FailureTest, AFullDiskIsSaidToBeFull) {
  const std::string disk = path("disk");
  std::filesystem::create_directory(disk);
  if (geteuid() != 0 || mount("none", disk.c_str(), "tmpfs", 0, "size=1m") != 0) {
    GTEST_SKIP() << "only root may mount a small disk";
  }
  {
    Result<Register> reg = Register::open(disk + "/x.db");
    ASSERT_TRUE(reg) << reg.error().text();
    ASSERT_TRUE(reg->ingest(std::vector{numbered(0)}, *resolver_));
    std::vector<Reading> many;
    for (int n = 1; n < 400; ++n) many.push_back(numbered(n));
    const Result<store::Receipt> r = reg->ingest(many, *resolver_);
    EXPECT_EQ(r ? ErrorCode::internal : r.error().code, ErrorCode::io);
    EXPECT_TRUE(reg->reading("https://n.example/0"));
    EXPECT_FALSE(reg->reading("https://n.example/1"));
  }
  umount(disk.c_str());
}

TEST_F(FailureTest, AFolderWithoutRightsIsDeniedForWritingOnly) {
  if (geteuid() != 0) GTEST_SKIP() << "needs root, to give rights up";
  make("x.db");
  chmod(folder_.c_str(), 0555);
  chmod(path("x.db").c_str(), 0644);
  const int status = in_child([this] {
    if (setgid(65534) != 0 || setuid(65534) != 0) return 1;
    const Result<Register> create = Register::open(path("new.db"));
    if (create || create.error().code != ErrorCode::access_denied) return 2;
    const Result<Register> write = Register::open(path("x.db"), {Access::write});
    if (write || write.error().code != ErrorCode::access_denied) return 3;
    if (write.error().where != path("x.db")) return 4;
    const Result<Register> read = Register::open(path("x.db"), {Access::read});
    if (!read) return 5;
    const Result<query::MeetingList> list = query::list_meetings(*read, {});
    return list && !list->meetings.empty() ? 0 : 6;
  });
  chmod(folder_.c_str(), 0755);
  EXPECT_EQ(status, 0);
}

TEST_F(FailureTest, AWriterThatWaitsInVainSaysBusy) {
  Register first = open("x.db");
  store::OpenOptions options;
  options.busy_timeout_ms = 50;
  Register second = open("x.db", options);
  Result<store::Cursor> lock = first.ask("BEGIN IMMEDIATE");
  ASSERT_TRUE(lock && lock->next());
  const Result<store::Receipt> r = second.ingest(small_world(), *resolver_);
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().code, ErrorCode::busy);
  EXPECT_EQ(r.error().where, path("x.db"));
  EXPECT_TRUE(query::list_meetings(second, {})) << "readers need not wait";
}

TEST_F(FailureTest, TwoProcessesMayWriteInTurn) {
  const pid_t child = fork();
  const auto enter_every_second = [this](int first) {
    store::OpenOptions options;
    options.busy_timeout_ms = 20'000;
    Result<Register> reg = Register::open(path("x.db"), options);
    if (!reg) return 1;
    for (int n = first; n < 30; n += 2) {
      if (!reg->ingest(std::vector{numbered(n)}, *resolver_)) return 2;
    }
    return 0;
  };
  if (child == 0) _exit(enter_every_second(1));
  EXPECT_EQ(enter_every_second(0), 0);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  std::vector<Reading> all;
  for (int n = 0; n < 30; ++n) all.push_back(numbered(n));
  Register alone = open("alone.db");
  enter(alone, all);
  Register both = open("x.db");
  EXPECT_EQ(export_of(both), export_of(alone));
  expect_sound(both);
}

TEST_F(FailureTest, WhatWasConfirmedSurvivesKill) {
  int pipe_ends[2];
  ASSERT_EQ(pipe(pipe_ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    Result<Register> reg = Register::open(path("x.db"));
    for (int n = 0; reg; ++n) {
      if (!reg->ingest(std::vector{numbered(n)}, *resolver_)) _exit(1);
      const char confirmed = 1;
      if (write(pipe_ends[1], &confirmed, 1) != 1) _exit(1);
    }
    _exit(1);
  }
  char byte = 0;
  int confirmed = 0;
  while (confirmed < 12 && read(pipe_ends[0], &byte, 1) == 1) ++confirmed;
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  fcntl(pipe_ends[0], F_SETFL, O_NONBLOCK);
  while (read(pipe_ends[0], &byte, 1) == 1) ++confirmed;
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  ASSERT_GE(confirmed, 12);
  Register reg = open("x.db");
  for (int n = 0; n < confirmed; ++n) {
    EXPECT_TRUE(reg.reading("https://n.example/" + std::to_string(n))) << n;
  }
  expect_sound(reg);
}

TEST_F(FailureTest, EvidenceOutsideTheTextIsRefusedWithItsReport) {
  Register reg = open("x.db");
  std::vector<Reading> world = small_world();
  world[3].meetings[0].name.evidence = {{0, 1'000'000}};
  Result<store::Receipt> r = reg.ingest(world, *resolver_);
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().code, ErrorCode::bad_data);
  EXPECT_EQ(r.error().where, report_key(world[3].report));
  EXPECT_TRUE(export_of(reg).empty()) << "all or none";
  world = small_world();
  world[1].report.text += "!";
  r = reg.ingest(world, *resolver_);
  ASSERT_FALSE(r);
  EXPECT_THAT(r.error().message, HasSubstr("digest"));
}

TEST_F(FailureTest, ChecksFindWhatSomebodyTamperedWith) {
  const std::pair<const char*, const char*> kHarm[] = {
      {"UPDATE claim SET evidence = '[[0,99999]]' WHERE property = 'place'", "evidence"},
      {"UPDATE claim SET evidence = '[[0,'  WHERE property = 'place'", "malformed"},
      {"UPDATE text SET text = text || '!'", "digest"},
      {"UPDATE meeting SET place = 'Atlantis'", "stands in the register"},
      {"DELETE FROM merge", "missing from the register"},
      {"UPDATE claim SET value = 'Bishkek' WHERE value = 'Tashkent'", "register"},
      {"UPDATE version SET current = 0", "current"},
      {"DELETE FROM ranked_value", "missing"},
  };
  int number = 0;
  for (const auto& [sql, message] : kHarm) {
    const std::string name = "x" + std::to_string(++number) + ".db";
    make(name);
    Register reg = open(name);
    Result<store::Cursor> harm = reg.ask(sql);
    ASSERT_TRUE(harm) << harm.error().text();
    ASSERT_TRUE(harm->next());
    const auto findings = reg.check(resolver_.get());
    ASSERT_TRUE(findings) << sql << ": " << findings.error().text();
    std::string all;
    for (const store::Finding& f : *findings) all += f.where + ": " + f.message + "\n";
    EXPECT_THAT(all, HasSubstr(message)) << sql;
  }
}

TEST_F(FailureTest, ABackupIsTheSameRegister) {
  Register reg = open("x.db");
  enter(reg, small_world());
  ASSERT_TRUE(reg.backup(path("copy.db")));
  EXPECT_EQ(export_of(open("copy.db")), export_of(reg));
  expect_sound(open("copy.db"));
  EXPECT_FALSE(std::filesystem::exists(path("copy.db-wal.unfinished")));
  const Result<void> r = reg.backup(path("no/copy.db"));
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().code, ErrorCode::not_found) << r.error().text();
}

TEST_F(FailureTest, StrangersMayAskButNotTouch) {
  Register reg = open("x.db");
  enter(reg, small_world());
  Result<store::Cursor> rows =
      reg.ask_stranger("SELECT name, reports FROM meetings ORDER BY id;", 1000);
  ASSERT_TRUE(rows) << rows.error().text();
  ASSERT_TRUE(*rows->next());
  EXPECT_EQ(rows->column_name(1), "reports");
  for (const char* const sql :
       {"DELETE FROM claim", "SELECT 1; SELECT 2", "ATTACH 'y.db' AS y", "PRAGMA user_version = 1",
        "", "SELECT FROM", "CREATE TABLE x (y)", "SELECT load_extension('x')", "VACUUM"}) {
    const Result<store::Cursor> r = reg.ask_stranger(sql, 1000);
    ASSERT_FALSE(r) << sql;
    EXPECT_EQ(r.error().code, ErrorCode::usage) << sql;
  }
  Result<store::Cursor> endless = reg.ask_stranger(
      "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
      50);
  ASSERT_TRUE(endless);
  const Result<bool> r = endless->next();
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().code, ErrorCode::too_large);
}

TEST_F(FailureTest, EveryViewAnswers) {
  Register reg = open("x.db");
  enter(reg, small_world());
  for (const char* const view : {"meetings", "participants", "facts", "evidence", "conflicts",
                                 "links", "series_sessions", "aliases"}) {
    Result<store::Cursor> rows = reg.ask_stranger("SELECT * FROM " + std::string(view), 5000);
    ASSERT_TRUE(rows) << view << rows.error().text();
    const Result<bool> row = rows->next();
    ASSERT_TRUE(row) << view << row.error().text();
    EXPECT_TRUE(*row) << view << " is empty";
  }
  Result<store::Cursor> quote = reg.ask_stranger(
      "SELECT quote FROM evidence WHERE property = 'place' AND value = 'Tashkent'", 5000);
  ASSERT_TRUE(quote && *quote->next());
  EXPECT_EQ(quote->text(0), "Tashkent");
}

}  // namespace
}  // namespace rapporteur
