// The data pack: all tables (and, later, models) in one file, opened read-only by mmap.
//
// Layout (little-endian; docs/formats/pack.md): magic "RAPPACK1", u32 version, u32 count,
// then per section: u64 offset, u64 size, 32 hex digits of its SHA-256, u32 length of its name;
// the names; the sections, each 8-aligned. A fingerprint of all of it names the pack.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/base/table.h"

namespace rapporteur {

// Immutable once opened, so shareable between threads. Views live as long as the Pack.
class Pack {
 public:
  // Maps the file and checks its structure; verify() checks the sums too.
  // Errors: those of FileMap; damaged; unsupported (another version).
  static Result<Pack> open(const std::string& path);
  // A pack in memory, e.g. for tests. Errors: as open.
  static Result<Pack> from_bytes(std::string bytes);

  Pack(Pack&&) noexcept;
  Pack& operator=(Pack&&) noexcept;
  ~Pack();

  // Lays the tables of a user's folder over this pack: DIR/bodies.tsv adds rows to section
  // "bodies", DIR/lexicon/offices.tsv to "lexicon/offices". Rows of the folder come after the
  // built-in ones, so a reader of the table lets the last row of a key win.
  // Errors: not_found, bad_data (where = file:line; a column that the section lacks).
  Result<void> overlay(const std::string& folder);

  // The section's bytes. Errors: not_found.
  Result<std::string_view> section(std::string_view name) const;
  // The section as tables: the built-in one, then those laid over it. Errors: not_found, damaged.
  Result<std::vector<Table>> tables(std::string_view name) const;
  // Names, sorted, of the sections that start with `prefix`.
  [[nodiscard]] std::vector<std::string> names(std::string_view prefix = "") const;

  // Checks each section against its digest. Errors: damaged (where = section).
  Result<void> verify() const;
  // 12 hex digits over all sections, overlays among them: the version of the data.
  [[nodiscard]] std::string fingerprint() const;

 private:
  struct Impl;
  explicit Pack(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// The bytes of a pack of these sections. Deterministic: sorted by name, no time, no path.
std::string encode_pack(const std::map<std::string, std::string>& sections);

}  // namespace rapporteur
