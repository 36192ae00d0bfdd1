// The built pages: files of one folder, all in memory. Nothing is looked up on disk for a request,
// so no address can lead out of the folder.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "exchange.h"
#include "target.h"

namespace rapporteur::http {

class Pages {
 public:
  // Reads the folder; none ("") has a plain start page. Links are not followed.
  // Errors: not_found, io, access_denied, too_large (more than 64 MB).
  static Result<Pages> load(const std::string& folder);

  // The file of that path; for a path without an ending, which a page handles by itself,
  // index.html. Errors: not_found.
  [[nodiscard]] Result<Answer> answer(const Target& target) const;

 private:
  struct File {
    std::string type;
    std::shared_ptr<const std::string> bytes;
    bool lasts = false;  // its name changes when its bytes do
  };
  std::map<std::string, File> files_;  // by path, "index.html", "assets/index-4f2a9c.js"
};

}  // namespace rapporteur::http
