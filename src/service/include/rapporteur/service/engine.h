// Engine: the data pack, a user's own tables laid over it, and the reader bound to both.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"
#include "rapporteur/reader/reader.h"

namespace rapporteur::service {

// Where the data pack lies: `given` if not empty, else $RAPPORTEUR_PACK, else rapporteur.pack in
// `program_folder` or in its ../share/rapporteur. Errors: not_found (names all places).
Result<std::string> find_pack(const std::string& given, const std::string& program_folder);

// Immutable once loaded, so one Engine serves all threads.
class Engine {
 public:
  // Opens the pack and lays the tables of `data_folders` over it, the last on top.
  // Errors: those of Pack::open, Pack::overlay and Reader::load.
  static Result<Engine> load(const std::string& pack_path,
                             const std::vector<std::string>& data_folders = {});

  [[nodiscard]] const Pack& pack() const { return *pack_; }
  [[nodiscard]] const reader::Reader& reader() const { return *reader_; }

 private:
  Engine(std::unique_ptr<Pack> pack, std::unique_ptr<reader::Reader> reader)
      : pack_(std::move(pack)), reader_(std::move(reader)) {}
  std::unique_ptr<Pack> pack_;  // at an address of its own: the reader refers to it
  std::unique_ptr<reader::Reader> reader_;
};

}  // namespace rapporteur::service
