#include "annotated.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "rapporteur/base/file.h"

namespace rapporteur::service::evaluation {

namespace {

namespace fs = std::filesystem;

Result<std::vector<fs::path>> json_files(const std::string& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  fs::directory_iterator entry(folder, error);
  if (error) return Error{ErrorCode::not_found, error.message(), folder};
  for (; entry != fs::directory_iterator(); entry.increment(error)) {
    if (entry->path().extension() == ".json") files.push_back(entry->path());
  }
  if (error) return Error{ErrorCode::io, error.message(), folder};
  if (files.empty()) {
    return Error{ErrorCode::not_found, "holds no annotation (ID.json beside ID.txt)", folder};
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<std::map<std::string, Annotated>> load_annotations(const std::string& folder) {
  const Result<std::vector<fs::path>> files = json_files(folder);
  if (!files) return files.error();
  std::map<std::string, Annotated> out;
  for (const fs::path& file : *files) {
    const Result<std::string> json = read_file(file.string());
    if (!json) return json.error();
    Result<Account> account = parse_account(*json, file.string());
    if (!account) return account.error();
    const std::string id = account->id;
    fs::path text = file;
    text.replace_extension(".txt");
    if (!out.try_emplace(id, Annotated{*std::move(account), text.string()}).second) {
      return Error{ErrorCode::bad_data, "id '" + id + "' was met before", file.string()};
    }
  }
  return out;
}

AnnotatedReports::AnnotatedReports(const std::map<std::string, Annotated>& annotated)
    : at_(annotated.begin()), end_(annotated.end()) {}

std::optional<Result<source::Found>> AnnotatedReports::next() {
  if (at_ == end_) return std::nullopt;
  const auto& [id, annotated] = *at_++;
  Result<std::string> bytes = read_file(annotated.text_path, source::kReportLimit);
  if (!bytes) return Result<source::Found>(bytes.error());
  source::Found found;
  found.where = annotated.text_path;
  found.id = id;
  found.origin = fs::path(annotated.text_path).filename().string();
  found.published = annotated.account.date_given;
  found.size = bytes->size();
  found.bytes = *std::move(bytes);
  return Result<source::Found>(std::move(found));
}

}  // namespace rapporteur::service::evaluation
