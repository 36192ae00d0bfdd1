#include "whole_file.h"

#include <utility>

namespace rapporteur::source {

namespace {

class WholeFile : public Source {
 public:
  WholeFile(Input input, const Options& options, Media media)
      : input_(std::move(input)), options_(options), media_(media) {}

  std::optional<Result<Found>> next() override {
    if (std::exchange(ended_, true)) return std::nullopt;
    Result<std::string> bytes = input_.bytes.read_all(options_.report_limit);
    if (!bytes) return Result<Found>(bytes.error());
    Found found;
    found.where = input_.bytes.name();
    found.id = input_.address.empty() ? stem_of(input_.origin) : input_.address;
    found.origin = input_.origin;
    found.address = input_.address;
    found.charset = input_.charset;
    found.date_if_none = options_.date;
    found.size = bytes->size();
    found.media = media_;
    found.bytes = *std::move(bytes);
    return Result<Found>(std::move(found));
  }

 private:
  Input input_;
  const Options& options_;
  Media media_;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Source> open_whole_file(Input input, const Options& options, Media media) {
  return std::make_unique<WholeFile>(std::move(input), options, media);
}

}  // namespace rapporteur::source
