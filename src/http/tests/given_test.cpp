#include "given.h"

#include <gtest/gtest.h>

#include "office_address.h"

namespace rapporteur::http {
namespace {

TEST(Given, IsADocumentWithWhatIsKnownOfIt) {
  const Result<Given> given = parse_document(
      R"({"text": "Talks.", "date": "2021-05-06", "title": "T", "url": "https://a.example/1",
          "source": "S", "id": "x"})");
  ASSERT_TRUE(given);
  ASSERT_EQ(given->documents.size(), 1U);
  const source::Found& found = given->documents[0];
  EXPECT_EQ(found.bytes, "Talks.");
  EXPECT_EQ(found.media, source::Media::text);
  EXPECT_EQ(found.published, "2021-05-06");
  EXPECT_EQ(found.title, "T");
  EXPECT_EQ(found.publisher, "S");
  EXPECT_EQ(found.id, "x");
  EXPECT_EQ(found.origin, "https://a.example/1");
}

TEST(Given, ADocumentWithoutANameHasOneOfItsBytes) {
  const Result<Given> a = parse_document(R"({"text": "a"})");
  const Result<Given> b = parse_document(R"({"text": "a", "title": "b"})");
  ASSERT_TRUE(a && b);
  EXPECT_EQ(a->documents[0].origin, b->documents[0].origin);
  EXPECT_TRUE(a->documents[0].origin.starts_with("given#given-"));
}

TEST(Given, WhatIsNoDocumentIsNamed) {
  for (const auto& [body, where] : std::vector<std::pair<std::string, std::string>>{
           {"", "body"},
           {"{", "body"},
           {"[]", "body"},
           {"{}", "body"},
           {R"({"text": ""})", "body"},
           {R"({"text": "a", "address": "b"})", "body"},
           {R"({"text": 1})", "text"},
           {R"({"text": "a", "date": "soon"})", "date"},
           {R"({"text": "a", "tilte": "b"})", "tilte"},
           {R"({"text": "a", "title": ")" + std::string(5000, 'a') + "\"}", "title"}}) {
    const Result<Given> given = parse_document(body);
    ASSERT_FALSE(given) << body;
    EXPECT_EQ(given.error().code, ErrorCode::bad_data) << body;
    EXPECT_EQ(given.error().where, where) << body;
  }
  EXPECT_EQ(parse_documents(R"({"documents": []})").error().where, "documents");
  EXPECT_EQ(parse_documents(R"({"text": "a"})").error().where, "documents");
}

TEST(Given, OpensWhatIsAtHandFirstAndFilesNever) {
  Result<Given> given =
      parse_documents(R"({"documents": [{"address": "/etc/hostname"}, {"text": "a"}]})");
  ASSERT_TRUE(given);
  const auto from = open_given(*std::move(given), {});
  const auto first = from->next();
  ASSERT_TRUE(first && *first);
  EXPECT_EQ((*first)->bytes, "a");
  const auto second = from->next();
  ASSERT_TRUE(second);
  ASSERT_FALSE(*second);
  EXPECT_EQ(second->error().code, ErrorCode::usage);
  EXPECT_FALSE(from->next());
}

TEST(OfficeAddress, TellsItsKey) {
  for (const query::OfficeKey& key :
       {query::OfficeKey{"IN", "", "minister:foreign_affairs"},
        query::OfficeKey{"", "Shanghai Cooperation Organization", "secretary general"},
        query::OfficeKey{"", "", ""}}) {
    EXPECT_EQ(office_key_of(office_id_of(key)), key);
  }
  for (const char* const id : {"", "o-", "o-YQ", "x", "r-YQ", "o-YR9i"}) {
    EXPECT_FALSE(office_key_of(id)) << id;
  }
}

}  // namespace
}  // namespace rapporteur::http
