// Registers that go away with the test: files in a folder of its own, or, where
// RAPPORTEUR_TEST_ENGINE is "postgresql", schemas on a server.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "postgresql_server.h"
#include "rapporteur/query/query.h"
#include "rapporteur/resolve/resolver.h"
#include "rapporteur/store/register.h"
#include "readings.h"

namespace rapporteur::testing {

class RegisterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (on_server() && !PostgresqlServer::get().why_not().empty()) {
      GTEST_SKIP() << PostgresqlServer::get().why_not();
    }
  }

  RegisterTest() : knowledge_(resolve::plain_knowledge()) {
    resolver_ = resolve::make_resolver(*knowledge_);
    std::string pattern = (std::filesystem::temp_directory_path() / "register-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~RegisterTest() override {
    std::filesystem::remove_all(folder_);
    for (const std::string& schema : schemas_) PostgresqlServer::get().drop(schema);
  }

  static bool on_server() {
    const char* const engine = std::getenv("RAPPORTEUR_TEST_ENGINE");
    return engine != nullptr && std::string_view(engine) == "postgresql";
  }

  std::string path(const std::string& name) const { return folder_ + "/" + name; }

  // What to open for a register of that name.
  std::string register_of(const std::string& name) const {
    if (!on_server()) return path(name);
    std::string schema =
        "of_" + folder_.substr(folder_.size() - 6) + "_" + name.substr(0, name.find('.'));
    for (char& c : schema) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    schemas_.insert(schema);
    return PostgresqlServer::get().schema(schema);
  }

  store::Register open(const std::string& name, store::OpenOptions options = {}) const {
    Result<store::Register> reg = store::Register::open(register_of(name), options);
    if (!reg) {
      ADD_FAILURE() << reg.error().text();
      std::abort();
    }
    return std::move(*reg);
  }

  store::Receipt enter(store::Register& reg, const std::vector<record::Reading>& readings) const {
    const Result<store::Receipt> receipt = reg.ingest(readings, *resolver_);
    EXPECT_TRUE(receipt) << receipt.error().text();
    return receipt ? *receipt : store::Receipt{};
  }

  // The export as lines, for comparison.
  static std::vector<std::string> export_of(const store::Register& reg) {
    std::vector<std::string> lines;
    const Result<void> r = query::export_all(reg, [&lines](const query::ExportRecord& record) {
      std::string line = record.type;
      for (const query::ExportField& f : record.fields) {
        line += " | " + f.name + "=" + (f.null ? "null" : f.text);
        for (const std::string& v : f.list) line += " [" + v + "]";
      }
      lines.push_back(std::move(line));
      return true;
    });
    EXPECT_TRUE(r) << r.error().text();
    return lines;
  }

  void expect_sound(const store::Register& reg) const {
    const Result<std::vector<store::Finding>> findings = reg.check(resolver_.get());
    ASSERT_TRUE(findings) << findings.error().text();
    for (const store::Finding& f : *findings) ADD_FAILURE() << f.where << ": " << f.message;
  }

  std::unique_ptr<resolve::Knowledge> knowledge_;
  std::unique_ptr<record::Resolver> resolver_;
  std::string folder_;
  mutable std::set<std::string> schemas_;
};

}  // namespace rapporteur::testing
