// Where the data pack lies, and opening it with a user's own tables laid over it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"

namespace rapporteur::service {

// Where the data pack lies: `given` if not empty, else $RAPPORTEUR_PACK, else rapporteur.pack in
// `program_folder` or in its ../share/rapporteur. Errors: not_found (names all places).
Result<std::string> find_pack(const std::string& given, const std::string& program_folder);

// Opens the pack and lays the tables of `data_folders` over it, the last on top. It stays at one
// address, so that readers and rules can refer to it. Errors: those of Pack::open, Pack::overlay.
Result<std::unique_ptr<Pack>> open_pack(const std::string& path,
                                        const std::vector<std::string>& data_folders = {});

}  // namespace rapporteur::service
