#include "rapporteur/base/secret.h"

#include <gtest/gtest.h>

#include <set>

namespace rapporteur {
namespace {

TEST(Secret, IsOf43CharactersThatAreSafeInAddressesAndNeverTheSame) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string secret = random_secret();
    EXPECT_EQ(secret.size(), 43U);
    EXPECT_EQ(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                       "0123456789-_"),
              std::string::npos);
    seen.insert(secret);
  }
  EXPECT_EQ(seen.size(), 1000U);
}

TEST(Secret, EqualOnesAreTheSameAndNoOthers) {
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_TRUE(same_secret("", ""));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("abc", "ab"));
  EXPECT_FALSE(same_secret("", "a"));
}

TEST(Base64Url, BringsAnyBytesBack) {
  for (const std::string& bytes : {std::string(), std::string("a"), std::string("\0\xff\xfe", 3),
                                   std::string("https://lake.example/1?a=1&b=ü")}) {
    const std::string words = to_base64url(bytes);
    EXPECT_EQ(words.find_first_of("+/= "), std::string::npos);
    EXPECT_EQ(from_base64url(words), bytes);
  }
}

TEST(Base64Url, RefusesWhatIsNone) {
  for (const char* const words : {"a", "ab=", "ab==", "a b", "ab\n", "ab+/", "abé"}) {
    EXPECT_EQ(from_base64url(words), std::nullopt) << words;
  }
}

}  // namespace
}  // namespace rapporteur
