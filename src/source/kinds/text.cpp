// Plain text: the whole file is one document.
#include <utility>

#include "kind.h"

namespace rapporteur::source::all {

namespace {

class TextFile : public Source {
 public:
  TextFile(Input input, const Options& options) : input_(std::move(input)), options_(options) {}

  std::optional<Result<Found>> next() override {
    if (std::exchange(ended_, true)) return std::nullopt;
    Result<std::string> bytes = input_.bytes.read_all(options_.report_limit);
    if (!bytes) return Result<Found>(bytes.error());
    Found found;
    found.where = input_.bytes.name();
    found.id = stem_of(input_.origin);
    found.origin = input_.origin;
    found.published = options_.date;
    found.size = bytes->size();
    found.bytes = *std::move(bytes);
    return Result<Found>(std::move(found));
  }

 private:
  Input input_;
  const Options& options_;
  bool ended_ = false;
};

bool recognises(std::string_view) { return false; }

std::unique_ptr<Source> open(Input input, const Options& options) {
  return std::make_unique<TextFile>(std::move(input), options);
}

}  // namespace

extern const Kind text;
const Kind text = {"text", ".txt", recognises, open};

}  // namespace rapporteur::source::all
