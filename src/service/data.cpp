#include "rapporteur/service/data.h"

#include <unistd.h>

#include <cstdlib>
#include <utility>

namespace rapporteur::service {

Result<std::string> find_pack(const std::string& given, const std::string& program_folder) {
  if (!given.empty()) return given;
  if (const char* named = std::getenv("RAPPORTEUR_PACK"); named != nullptr && *named != '\0') {
    return std::string(named);
  }
  const std::string beside = program_folder + "/rapporteur.pack";
  const std::string shared = program_folder + "/../share/rapporteur/rapporteur.pack";
  for (const std::string& path : {beside, shared}) {
    if (::access(path.c_str(), F_OK) == 0) return path;
  }
  return Error{ErrorCode::not_found,
               "no data pack there, nor at " + shared + "; name one with --pack or RAPPORTEUR_PACK",
               beside};
}

Result<std::unique_ptr<Pack>> open_pack(const std::string& path,
                                        const std::vector<std::string>& data_folders) {
  Result<Pack> opened = Pack::open(path);
  if (!opened) return opened.error();
  auto pack = std::make_unique<Pack>(*std::move(opened));
  for (const std::string& folder : data_folders) {
    if (Result<void> laid = pack->overlay(folder); !laid) return laid.error();
  }
  return pack;
}

}  // namespace rapporteur::service
