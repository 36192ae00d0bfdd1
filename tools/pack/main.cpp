// rapporteur-pack --manifest FILE [--cldr en.xml] [--iso3166-1 FILE] --output PACK
//
// The manifest has a line "SECTION<TAB>PATH" for each section: PATH ending in .tsv is a table,
// anything else is taken as it is (a model). Deterministic: the same input gives the same bytes.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/file.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/base/table.h"
#include "sources.h"

namespace {

using namespace rapporteur;  // NOLINT: a program of one file

struct Options {
  std::string manifest;
  std::string cldr;
  std::string iso_countries;
  std::string output;
};

using Sections = std::map<std::string, std::string>;

// Places that name each other's columns; the catalogue reads them in this order.
constexpr std::string_view kPlaceTables[] = {"places/cities", "places/venues"};

bool parse_options(int argc, char** argv, Options& options) {
  const std::map<std::string_view, std::string*> known = {
      {"--manifest", &options.manifest},
      {"--cldr", &options.cldr},
      {"--iso3166-1", &options.iso_countries},
      {"--output", &options.output},
  };
  for (int i = 1; i + 1 < argc; i += 2) {
    const auto found = known.find(argv[i]);
    if (found == known.end()) return false;
    *found->second = argv[i + 1];
  }
  return argc % 2 == 1 && !options.manifest.empty() && !options.output.empty();
}

Result<void> add_table(Sections& sections, const std::string& name, std::string_view tsv,
                       const std::string& path) {
  auto block = encode_table(tsv, path);
  if (!block) return block.error();
  if (!sections.emplace(name, std::move(*block)).second) {
    return Error{ErrorCode::bad_data, "section \"" + name + "\" is there twice", path};
  }
  return {};
}

Result<void> add_file(Sections& sections, const std::string& name, const std::string& path) {
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  if (path.ends_with(".tsv")) return add_table(sections, name, *bytes, path);
  if (!sections.emplace(name, std::move(*bytes)).second) {
    return Error{ErrorCode::bad_data, "section \"" + name + "\" is there twice", path};
  }
  return {};
}

Result<void> add_manifest(Sections& sections, const std::string& path) {
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  std::string_view rest = *bytes;
  for (int line_number = 1; !rest.empty(); ++line_number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) {
      return Error{ErrorCode::bad_data, "expected SECTION<TAB>PATH",
                   path + ":" + std::to_string(line_number)};
    }
    auto added =
        add_file(sections, std::string(line.substr(0, tab)), std::string(line.substr(tab + 1)));
    if (!added) return added;
  }
  return {};
}

Result<void> add_source(Sections& sections, const std::string& name, const std::string& path,
                        Result<std::string> (*read)(const std::string&)) {
  if (path.empty()) return {};
  auto tsv = read(path);
  if (!tsv) return tsv.error();
  return add_table(sections, name, *tsv, path);
}

Result<void> add_place_keys(Sections& sections) {
  std::vector<std::string> blocks;
  for (const std::string_view name : kPlaceTables) {
    const auto found = sections.find(std::string(name));
    if (found != sections.end()) blocks.push_back(found->second);
  }
  if (blocks.empty()) return {};
  auto tsv = pack::place_keys(blocks);
  if (!tsv) return tsv.error();
  return add_table(sections, "places/keys", *tsv, "places/keys");
}

Result<void> build(const Options& options) {
  Sections sections;
  if (auto done = add_manifest(sections, options.manifest); !done) return done;
  if (auto done = add_source(sections, "states/cldr", options.cldr, pack::cldr_territories); !done)
    return done;
  if (auto done = add_source(sections, "states/iso", options.iso_countries, pack::iso_countries);
      !done)
    return done;
  if (auto done = add_place_keys(sections); !done) return done;
  return write_file(options.output, encode_pack(sections));
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!parse_options(argc, argv, options)) {
    std::fputs(
        "usage: rapporteur-pack --manifest FILE [--cldr FILE] [--iso3166-1 FILE] "
        "--output PACK\n",
        stderr);
    return 2;
  }
  const auto done = build(options);
  if (done) return 0;
  std::fprintf(stderr, "rapporteur-pack: %s\n", done.error().text().c_str());
  return 1;
}
