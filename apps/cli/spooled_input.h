// A file that a command reads more than once; standard input is stored for that.
#pragma once

#include <string>

#include "rapporteur/base/result.h"

namespace rapporteur::cli {

class SpooledInput {
 public:
  // `path`: a file, or "-" for standard input, which is written to a file that goes away with
  // *this. Errors: io (the disk is full); files are not looked at.
  static Result<SpooledInput> open(const std::string& path);
  SpooledInput(SpooledInput&& other) noexcept;
  SpooledInput(const SpooledInput&) = delete;
  SpooledInput& operator=(const SpooledInput&) = delete;
  SpooledInput& operator=(SpooledInput&&) = delete;
  ~SpooledInput();

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  SpooledInput(std::string path, bool is_ours) : path_(std::move(path)), is_ours_(is_ours) {}
  std::string path_;
  bool is_ours_ = false;
};

}  // namespace rapporteur::cli
