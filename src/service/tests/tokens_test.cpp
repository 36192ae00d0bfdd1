#include "rapporteur/service/tokens.h"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <filesystem>

#include "rapporteur/base/file.h"

namespace rapporteur::service {
namespace {

using testing::HasSubstr;
using testing::Not;

class TokensTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "/tokens-XXXXXX";
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    path_ = folder_ + "/r.db.tokens";
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string folder_;
  std::string path_;
};

TEST_F(TokensTest, AreFoundByTheirWordsAndKeptAsDigestsOnly) {
  Result<Tokens> tokens = Tokens::read(path_);
  ASSERT_TRUE(tokens);
  const Result<std::string> words = tokens->create(Role::reviewer, "the desk", "2022-08-19");
  ASSERT_TRUE(words);
  const Result<Tokens> again = Tokens::read(path_);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->all(), tokens->all());
  const Token* const found = again->find(*words);
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->role, Role::reviewer);
  EXPECT_EQ(found->name, "the desk");
  const Result<std::string> bytes = read_file(path_);
  ASSERT_TRUE(bytes);
  EXPECT_THAT(*bytes, Not(HasSubstr(words->substr(words->size() - 43))));
}

TEST_F(TokensTest, OtherWordsAreNobodys) {
  Result<Tokens> tokens = Tokens::read(path_);
  ASSERT_TRUE(tokens);
  const Result<std::string> words = tokens->create(Role::editor, "", "2022-08-19");
  ASSERT_TRUE(words);
  std::string other = *words;
  other.back() = other.back() == 'A' ? 'B' : 'A';
  EXPECT_EQ(tokens->find(other), nullptr);
  EXPECT_EQ(tokens->find(words->substr(0, words->size() - 1)), nullptr);
  EXPECT_EQ(tokens->find(*words + "A"), nullptr);
  EXPECT_EQ(tokens->find(""), nullptr);
  EXPECT_EQ(tokens->find("rpt_" + tokens->all()[0].id + "_" + tokens->all()[0].digest), nullptr);
}

TEST_F(TokensTest, RevokedOnesAreNobodys) {
  Result<Tokens> tokens = Tokens::read(path_);
  ASSERT_TRUE(tokens);
  const Result<std::string> kept = tokens->create(Role::reader, "kept", "2022-08-19");
  const Result<std::string> lost = tokens->create(Role::editor, "lost", "2022-08-19");
  ASSERT_TRUE(kept && lost);
  ASSERT_TRUE(tokens->revoke(tokens->all()[1].id));
  const Result<Tokens> again = Tokens::read(path_);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->find(*lost), nullptr);
  EXPECT_NE(again->find(*kept), nullptr);
  EXPECT_EQ(tokens->revoke("12345678").error().code, ErrorCode::not_found);
}

TEST_F(TokensTest, ALineThatIsNoTokenIsNamed) {
  ASSERT_TRUE(write_file(path_, "id\trole\tcreated\tname\tdigest\n12345678\tking\t\t\tabc\n"));
  const Result<Tokens> tokens = Tokens::read(path_);
  ASSERT_FALSE(tokens);
  EXPECT_EQ(tokens.error().code, ErrorCode::bad_data);
  EXPECT_EQ(tokens.error().where, path_ + ":2");
}

TEST_F(TokensTest, ANameOfSeveralLinesIsRefused) {
  Result<Tokens> tokens = Tokens::read(path_);
  ASSERT_TRUE(tokens);
  EXPECT_EQ(tokens->create(Role::reader, "a\nb", "2022-08-19").error().code, ErrorCode::usage);
  EXPECT_TRUE(tokens->all().empty());
}

}  // namespace
}  // namespace rapporteur::service
