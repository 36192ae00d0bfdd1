#include "corpora.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>

#include "rapporteur/base/file.h"
#include "rapporteur/tagger/content.h"

namespace rapporteur::train {

namespace {

constexpr std::size_t kSentencesPerText = 40;
constexpr std::size_t kTestEvery = 10;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find(separator, at);
    parts.push_back(text.substr(at, end - at));
    if (end == std::string_view::npos) return parts;
    at = end + 1;
  }
}

constexpr Entity kAgenda = static_cast<Entity>(tagger::ContentKind::agenda);
constexpr Entity kOutcome = static_cast<Entity>(tagger::ContentKind::outcome);

std::optional<Entity> entity_named(std::string_view label) {
  static const std::map<std::string_view, Entity> kNames = {
      {"PER", Entity::person},    {"ORG", Entity::body},
      {"LOC", Entity::place},     {"NORP", Entity::nationality},
      {"person", Entity::person}, {"body", Entity::body},
      {"place", Entity::place},   {"nationality", Entity::nationality},
      {"state", Entity::place},   {"agenda", kAgenda},
      {"outcome", kOutcome},
  };
  const auto found = kNames.find(label);
  return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

Error fault(const std::string& path, std::size_t line, const std::string& what) {
  return Error{ErrorCode::bad_data, what, path + ":" + std::to_string(line)};
}

// Tokens are set as in print: no space before a comma, none behind a bracket.
class TextWriter {
 public:
  void token(std::string_view word, std::string_view label) {
    const bool tight = !glue_ && !at_start_ && closes_up(word);
    if (!at_start_ && !tight && !glue_) text_.text += ' ';
    glue_ = word == "(" || word == "[" || word == "$";
    at_start_ = false;
    const auto begin = static_cast<std::uint32_t>(text_.text.size());
    text_.text += word;
    const auto end = static_cast<std::uint32_t>(text_.text.size());
    if (label.size() < 3) {
      open_ = false;
      return;
    }
    const bool goes_on = label.front() == 'I' && open_ && label.substr(2) == label_;
    if (goes_on) {
      text_.names.back().end = end;
      return;
    }
    label_ = label.substr(2);
    const std::optional<Entity> entity = entity_named(label_);
    text_.names.push_back({begin, end, entity.value_or(Entity::person), entity.has_value()});
    open_ = true;
  }
  void end_sentence() {
    if (at_start_) return;
    text_.text += "\n\n";
    at_start_ = true;
    open_ = false;
    glue_ = false;
  }
  GoldText take() { return std::exchange(text_, {}); }

 private:
  static bool closes_up(std::string_view word) {
    return word == "," || word == "." || word == ";" || word == ":" || word == ")" || word == "]" ||
           word == "?" || word == "!" || word == "%" || word.starts_with("'") || word == "n't";
  }

  GoldText text_;
  std::string label_;
  bool open_ = false;
  bool at_start_ = true;
  bool glue_ = false;
};

Result<Corpus> read_tokens(const Source& source, const std::string& path) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.error();
  Corpus corpus;
  corpus.source = source;
  TextWriter train, test;
  std::size_t sentence = 0, in_train = 0, in_test = 0, line_number = 0;
  bool empty = true;
  const auto is_test = [&] {
    return source.part == Source::Part::test ||
           (source.part == Source::Part::split && sentence % kTestEvery == kTestEvery - 1);
  };
  const auto end_sentence = [&] {
    if (empty) return;
    const bool measure = is_test();
    (measure ? test : train).end_sentence();
    std::size_t& count = measure ? in_test : in_train;
    if (++count % kSentencesPerText == 0) {
      (measure ? corpus.test : corpus.train).push_back((measure ? test : train).take());
    }
    ++sentence;
    empty = true;
  };
  for (const std::string_view line : split(*bytes, '\n')) {
    ++line_number;
    if (line.empty()) {
      end_sentence();
      continue;
    }
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return fault(path, line_number, "expected token<TAB>label");
    const std::string_view label = line.substr(tab + 1);
    const bool marked = label.size() > 2 && (label[0] == 'B' || label[0] == 'I') && label[1] == '-';
    if (!marked && label != "O") {
      return fault(path, line_number, "\"" + std::string(label) + "\" is no label");
    }
    (is_test() ? test : train).token(line.substr(0, tab), label);
    empty = false;
  }
  end_sentence();
  if (GoldText rest = train.take(); !rest.text.empty()) corpus.train.push_back(std::move(rest));
  if (GoldText rest = test.take(); !rest.text.empty()) corpus.test.push_back(std::move(rest));
  return corpus;
}

// A marked report, see tools/marked.py: [[label|words]], marks in one another.
Result<GoldText> read_marked(const std::string& path) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.error();
  GoldText text;
  struct Open {
    std::string_view label;
    std::uint32_t begin;
  };
  std::vector<Open> open;
  const std::string_view marked = *bytes;
  std::size_t line = 1;
  for (std::size_t at = 0; at < marked.size();) {
    const std::string_view rest = marked.substr(at);
    const auto size = static_cast<std::uint32_t>(text.text.size());
    const std::size_t bar = rest.starts_with("[[") ? rest.find('|') : std::string_view::npos;
    if (bar != std::string_view::npos &&
        std::all_of(rest.begin() + 2, rest.begin() + static_cast<std::ptrdiff_t>(bar),
                    [](char c) { return c >= 'a' && c <= 'z'; })) {
      open.push_back({rest.substr(2, bar - 2), size});
      at += bar + 1;
    } else if (rest.starts_with("]]") && !open.empty()) {
      if (const std::optional<Entity> entity = entity_named(open.back().label)) {
        text.names.push_back({open.back().begin, size, *entity, true});
      }
      open.pop_back();
      at += 2;
    } else {
      line += rest.front() == '\n' ? 1 : 0;
      text.text += rest.front();
      ++at;
    }
  }
  if (!open.empty()) {
    return fault(path, line, std::string(open.back().label) + " is not closed");
  }
  std::sort(text.names.begin(), text.names.end(),
            [](const GoldName& a, const GoldName& b) { return a.begin < b.begin; });
  return text;
}

Result<void> read_folder(const std::string& folder, std::vector<GoldText>& texts) {
  std::error_code failed;
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".marked") paths.push_back(entry.path().string());
  }
  if (failed) return Error{ErrorCode::not_found, "no such folder", folder};
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) {
    Result<GoldText> text = read_marked(path);
    if (!text) return text.error();
    texts.push_back(std::move(*text));
  }
  return {};
}

}  // namespace

Result<std::vector<Source>> read_sources(const std::string& path) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.error();
  std::vector<Source> sources;
  std::size_t line_number = 0;
  bool head = true;
  for (const std::string_view line : split(*bytes, '\n')) {
    ++line_number;
    if (line.empty() || line.front() == '#') continue;
    if (std::exchange(head, false)) continue;
    const std::vector<std::string_view> fields = split(line, '\t');
    if (fields.size() != 6) return fault(path, line_number, "expected six columns");
    Source source;
    source.file = fields[0];
    const auto mark = [&](std::string_view names, bool* flags) {
      for (const std::string_view name : split(names, ' ')) {
        if (name.empty()) continue;
        const std::optional<Entity> entity = entity_named(name);
        if (!entity) return false;
        flags[static_cast<std::size_t>(*entity)] = true;
      }
      return true;
    };
    if (!mark(fields[1], source.labels) || !mark(fields[2], source.loose) ||
        !mark(fields[3], source.masked)) {
      return fault(path, line_number, "unknown label");
    }
    if (fields[4] == "train") {
      source.part = Source::Part::train;
    } else if (fields[4] == "test") {
      source.part = Source::Part::test;
    } else if (fields[4] == "split") {
      source.part = Source::Part::split;
    } else {
      return fault(path, line_number, "part is train, test or split");
    }
    const std::string_view copies = fields[5];
    const auto parsed =
        std::from_chars(copies.data(), copies.data() + copies.size(), source.copies);
    if (parsed.ec != std::errc{}) return fault(path, line_number, "copies is a number");
    sources.push_back(std::move(source));
  }
  return sources;
}

Result<Corpus> read_corpus(const Source& source, const std::string& corpora,
                           const std::string& reports) {
  if (source.file != "reports") return read_tokens(source, corpora + "/" + source.file);
  Corpus corpus;
  corpus.source = source;
  if (const auto read = read_folder(reports + "/train", corpus.train); !read) return read.error();
  if (const auto read = read_folder(reports + "/test", corpus.test); !read) return read.error();
  return corpus;
}

Result<std::vector<GoldText>> read_contents(const std::string& folder) {
  std::vector<GoldText> texts;
  if (const auto read = read_folder(folder, texts); !read) return read.error();
  return texts;
}

}  // namespace rapporteur::train
