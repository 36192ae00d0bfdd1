#include "import_index.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace rapporteur::service {

namespace {

using simdjson::dom::element;

// What an export computes from the rest; an import computes it again.
constexpr std::array<std::string_view, 7> kDerived = {"series", "meeting",  "person", "participant",
                                                      "link",   "conflict", "merge"};

class Indexer {
 public:
  Indexer(std::string_view bytes, const std::string& name,
          const std::function<void(const Error&)>& damaged)
      : bytes_(bytes), name_(name), damaged_(damaged) {}

  ImportIndex run() {
    for (std::size_t at = 0; at < bytes_.size();) {
      const std::size_t end = std::min(bytes_.find('\n', at), bytes_.size());
      ++index_.lines;
      if (bytes_.find_first_not_of(" \t\r", at) < end) take(at, end);
      at = end + 1;
    }
    return std::move(index_);
  }

 private:
  void take(std::size_t begin, std::size_t end) {
    element root;
    std::string_view type;
    const auto code = parser_.parse(bytes_.data() + begin, end - begin).get(root);
    if (code != simdjson::SUCCESS) {
      return complain("is no JSON: " + std::string(simdjson::error_message(code)));
    }
    if (root["type"].get(type) != simdjson::SUCCESS) return complain("has no 'type'");
    if (std::find(kDerived.begin(), kDerived.end(), type) != kDerived.end()) return;
    if (type == "correction") return add(index_.corrections, begin, end);
    std::vector<LineRun> ReportLines::* list = nullptr;
    if (type == "report") list = &ReportLines::versions;
    if (type == "left_out") list = &ReportLines::left_out;
    if (type == "claim") list = &ReportLines::claims;
    if (list == nullptr) return complain("has an unknown type: " + std::string(type));
    std::string_view key;
    if (root["report"].get(key) != simdjson::SUCCESS) return complain("names no 'report'");
    add(lines_of(key).*list, begin, end);
  }

  ReportLines& lines_of(std::string_view key) {
    if (!index_.reports.empty() && index_.reports[last_].key == key) return index_.reports[last_];
    const auto [at, is_new] = known_.try_emplace(std::string(key), index_.reports.size());
    if (is_new) index_.reports.push_back({std::string(key), {}, {}, {}});
    last_ = at->second;
    return index_.reports[last_];
  }

  void add(std::vector<LineRun>& runs, std::uint64_t begin, std::uint64_t end) const {
    const bool goes_on = !runs.empty() && runs.back().end + 1 == begin;
    if (goes_on) {
      runs.back().end = end;
    } else {
      runs.push_back({begin, end, index_.lines});
    }
  }

  void complain(std::string message) {
    ++index_.damaged;
    damaged_({ErrorCode::bad_data, "the line " + std::move(message),
              name_ + ":" + std::to_string(index_.lines)});
  }

  std::string_view bytes_;
  const std::string& name_;
  const std::function<void(const Error&)>& damaged_;
  simdjson::dom::parser parser_;
  std::unordered_map<std::string, std::size_t> known_;
  std::size_t last_ = 0;
  ImportIndex index_;
};

}  // namespace

ImportIndex index_of(std::string_view bytes, const std::string& name,
                     const std::function<void(const Error&)>& damaged) {
  return Indexer(bytes, name, damaged).run();
}

}  // namespace rapporteur::service
