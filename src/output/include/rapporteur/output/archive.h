// Files that are written piece by piece into a folder or into one ZIP file.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "rapporteur/base/result.h"

namespace rapporteur::output {

// One file after another. Nothing shows under its own name before it is whole; what was there
// before is then replaced. Errors name the path: io (a full disk among them), access_denied,
// not_found (no such folder above `path`).
class FileSet {
 public:
  virtual ~FileSet() = default;
  // Ends the file before, if there is one.
  virtual Result<void> begin(const std::string& name) = 0;
  // REQUIRES: begin().
  virtual Result<void> write(std::string_view bytes) = 0;
  virtual Result<void> finish() = 0;
};

// A path that ends in ".zip" becomes a ZIP file (64 bits, so that no size is too large), any other
// a folder, which is made if it is not there. The same bytes give the same ZIP file.
Result<std::unique_ptr<FileSet>> open_file_set(const std::string& path);

}  // namespace rapporteur::output
