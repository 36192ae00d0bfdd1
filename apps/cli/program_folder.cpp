#include "program_folder.h"

#include <unistd.h>

#include <climits>

namespace rapporteur::cli {

std::string program_folder() {
  char path[PATH_MAX];
  const ssize_t size = ::readlink("/proc/self/exe", path, sizeof path);
  if (size <= 0 || size == static_cast<ssize_t>(sizeof path)) return ".";
  const std::string program(path, static_cast<std::size_t>(size));
  return program.substr(0, program.rfind('/'));
}

}  // namespace rapporteur::cli
