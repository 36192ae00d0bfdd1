// What tests of sources share: a folder for their files and all that is found in it.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rapporteur/source/source.h"

namespace rapporteur::source {

// A folder that goes with the test.
class SourceTest : public testing::Test {
 protected:
  SourceTest() {
    char name[] = "/tmp/rapporteur-source-XXXXXX";
    folder_ = ::mkdtemp(name);
  }
  ~SourceTest() override { std::filesystem::remove_all(folder_); }

  std::string put(const std::string& name, std::string_view bytes) {
    const std::string path = folder_ + "/" + name;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  // All that a source has; what fails as "error: where: message".
  std::vector<Found> found_in(std::vector<std::string> paths, Options options = {}) {
    options.note = [this](const Error& note) { notes_.push_back(note.text()); };
    const std::unique_ptr<Source> source = open_paths(std::move(paths), options);
    std::vector<Found> out;
    while (std::optional<Result<Found>> next = source->next()) {
      if (*next) {
        out.push_back(**next);
      } else {
        errors_.push_back(next->error());
      }
    }
    EXPECT_FALSE(source->next().has_value()) << "a source that has ended stays ended";
    return out;
  }

  static std::vector<std::string> origins(const std::vector<Found>& all) {
    std::vector<std::string> out;
    for (const Found& found : all) out.push_back(found.origin);
    return out;
  }

  std::string folder_;
  std::vector<Error> errors_;
  std::vector<std::string> notes_;
};

}  // namespace rapporteur::source
