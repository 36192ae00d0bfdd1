// The text is cut at every line end and wherever a mark begins or ends. Going through the pieces
// from the first to the last, the marks that hold the present piece are kept in order, so that the
// one it leads to is always the first.
#include "marked_text.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <tuple>

#include "markup.h"

namespace rapporteur::output {

namespace {

// How many of the marks on the same words say what they are.
constexpr std::size_t kMostSummaries = 4;

std::string anchor_at(std::size_t byte, std::string_view key) {
  return std::string(key) + "-w" + std::to_string(byte);
}

bool has_letters(std::string_view words) {
  return std::any_of(words.begin(), words.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    const auto lower = static_cast<unsigned char>(byte | 0x20U);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (lower >= 'a' && lower <= 'z');
  });
}

class Writer {
 public:
  Writer(std::string_view text, const std::vector<Mark>& marks,
         const std::vector<record::LeftOut>& left_out, std::string_view key, std::string& out)
      : text_(text), marks_(marks), key_(key), out_(out) {
    for (const record::LeftOut& part : left_out) gone_.push_back(&part);
    std::stable_sort(gone_.begin(), gone_.end(),
                     [](const auto* a, const auto* b) { return a->at < b->at; });
    for (std::size_t i = 0; i < marks.size(); ++i) begins_.push_back(i), ends_.push_back(i);
    std::sort(begins_.begin(), begins_.end(), [&](std::size_t a, std::size_t b) {
      return std::tie(marks[a].span.begin, a) < std::tie(marks[b].span.begin, b);
    });
    std::sort(ends_.begin(), ends_.end(), [&](std::size_t a, std::size_t b) {
      return std::tie(marks[a].span.end, a) < std::tie(marks[b].span.end, b);
    });
  }

  void write() {
    const std::vector<std::size_t> edges = edges_of_pieces();
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
      follow_marks(edges[i]);
      if (text_[edges[i]] == '\n') {
        close_line();
      } else {
        open_line(edges[i]);
        write_piece(edges[i], edges[i + 1]);
      }
    }
    close_line();
    write_left_out(UINT32_MAX);
  }

 private:
  using Rank = std::tuple<bool, std::uint32_t, std::size_t>;  // aside, bytes, number of the mark

  [[nodiscard]] std::vector<std::size_t> edges_of_pieces() const {
    std::vector<std::size_t> edges = {0, text_.size()};
    for (const Mark& mark : marks_)
      edges.push_back(mark.span.begin), edges.push_back(mark.span.end);
    for (std::size_t at = text_.find('\n'); at != std::string_view::npos;
         at = text_.find('\n', at + 1)) {
      edges.push_back(at);
      edges.push_back(at + 1);
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
  }

  [[nodiscard]] Rank rank_of(std::size_t number) const {
    return {marks_[number].aside, marks_[number].span.size(), number};
  }

  void follow_marks(std::size_t at) {
    for (; ended_ < ends_.size() && marks_[ends_[ended_]].span.end <= at; ++ended_) {
      open_.erase(rank_of(ends_[ended_]));
    }
    for (; begun_ < begins_.size() && marks_[begins_[begun_]].span.begin <= at; ++begun_) {
      open_.insert(rank_of(begins_[begun_]));
    }
  }

  void open_line(std::size_t at) {
    if (in_line_) return;
    write_left_out(at);
    out_ += "<p dir=\"auto\">";
    in_line_ = true;
  }

  void close_line() {
    if (in_line_) out_ += "</p>\n";
    in_line_ = false;
  }

  // All that stood at `at` or before.
  void write_left_out(std::size_t at) {
    for (; told_ < gone_.size() && gone_[told_]->at <= at; ++told_) {
      out_ += "<p class=\"gone\" dir=\"auto\"><i>left out, " +
              escaped_markup(gone_[told_]->reason) + ":</i> " + escaped_markup(gone_[told_]->text) +
              "</p>\n";
    }
  }

  void write_piece(std::size_t begin, std::size_t end) {
    const std::string_view words = text_.substr(begin, end - begin);
    if (open_.empty()) {
      out_ += escaped_markup(words);
      return;
    }
    out_ += "<mark id=\"" + anchor_at(begin, key_) + "\">";
    const Mark& first = marks_[std::get<std::size_t>(*open_.begin())];
    const bool leads = has_letters(words) && !first.anchor.empty();
    if (leads) out_ += "<a href=\"#" + first.anchor + "\" title=\"" + summaries() + "\">";
    out_ += escaped_markup(words);
    out_ += leads ? "</a></mark>" : "</mark>";
  }

  [[nodiscard]] std::string summaries() const {
    std::string out;
    std::size_t told = 0;
    for (const auto& [aside, bytes, number] : open_) {
      if (told == kMostSummaries) break;
      out += (told++ == 0 ? "" : "; ") + escaped_markup(marks_[number].summary);
    }
    if (open_.size() > told) out += "; and " + std::to_string(open_.size() - told) + " more";
    return out;
  }

  std::string_view text_;
  const std::vector<Mark>& marks_;
  std::string_view key_;
  std::string& out_;
  std::vector<const record::LeftOut*> gone_;  // by place
  std::vector<std::size_t> begins_, ends_;    // numbers of the marks, by place
  std::size_t begun_ = 0, ended_ = 0, told_ = 0;
  std::set<Rank> open_;
  bool in_line_ = false;
};

}  // namespace

std::string anchor_of_words(ByteSpan span, std::string_view text, std::string_view key) {
  const std::size_t first = span.of(text).find_first_not_of('\n');
  return first == std::string_view::npos ? "" : anchor_at(span.begin + first, key);
}

void write_marked_text(std::string_view text, const std::vector<Mark>& marks,
                       const std::vector<record::LeftOut>& left_out, std::string_view key,
                       std::string& out) {
  Writer(text, marks, left_out, key, out).write();
}

}  // namespace rapporteur::output
