// JSON lines: one object a line with `id`, `text` or `html` and, where known, `date`, `title`,
// `url`, `source`, `lang`. A line that cannot be used is an error of its own; the rest goes on.
//
// Source: https://jsonlines.org (UTF-8, one value a line, "\n"); field names in
// docs/formats/reading.md.
#include <simdjson.h>

#include <array>
#include <utility>

#include "address.h"
#include "kind.h"
#include "rapporteur/text/normalise.h"
#include "seen_ids.h"

namespace rapporteur::source::all {

namespace {

// The fields that are used, as they stand in a record.
struct Record {
  std::string id, text, html, date, title, url, source, lang;
  bool has_text = false;
  bool has_html = false;
};

struct Field {
  std::string_view name;
  std::string Record::* value;
  bool Record::* present;      // may be null
  std::string_view also = {};  // another name for it: what readings call it
};
constexpr std::array kFields = {
    Field{"id", &Record::id, nullptr},
    Field{"text", &Record::text, &Record::has_text},
    Field{"html", &Record::html, &Record::has_html},
    Field{"date", &Record::date, nullptr, "published"},
    Field{"title", &Record::title, nullptr},
    Field{"url", &Record::url, nullptr},
    Field{"source", &Record::source, nullptr},
    Field{"lang", &Record::lang, nullptr},
};

// The words of a string; a number's digits for ids such as 17. Errors: bad_data.
Result<std::string> words_of(std::string_view field, std::string_view name,
                             const simdjson::dom::element& value) {
  switch (value.type()) {
    case simdjson::dom::element_type::STRING:
      return std::string(value.get_string().value_unsafe());
    case simdjson::dom::element_type::INT64:
    case simdjson::dom::element_type::UINT64:
      if (field == "id") return std::string(simdjson::minify(value));
      [[fallthrough]];
    default:
      return Error{ErrorCode::bad_data, "field '" + std::string(name) + "' is not a string", ""};
  }
}

// How records name `field`.
std::string_view name_of(std::string_view field, const std::vector<FieldName>& names) {
  for (auto at = names.rbegin(); at != names.rend(); ++at) {
    if (at->field == field) return at->name;
  }
  return field;
}

// False if there is none.
bool find(const simdjson::dom::object& object, std::string_view name,
          simdjson::dom::element& value) {
  const auto found = name.starts_with('/') ? object.at_pointer(name) : object.at_key(name);
  return found.get(value) == simdjson::SUCCESS && !value.is_null();
}

Result<Record> record_of(const simdjson::dom::object& object, const std::vector<FieldName>& names) {
  Record record;
  for (const Field& field : kFields) {
    simdjson::dom::element value;
    std::string_view name = name_of(field.name, names);
    if (!find(object, name, value)) {
      if (field.also.empty() || name != field.name) continue;
      name = field.also;
      if (!find(object, name, value)) continue;
    }
    Result<std::string> words = words_of(field.name, name, value);
    if (!words) return words.error();
    record.*field.value = *std::move(words);
    if (field.present != nullptr) record.*field.present = true;
  }
  if (record.has_text || record.has_html) return record;
  return Error{ErrorCode::bad_data,
               "has neither '" + std::string(name_of("text", names)) + "' nor '" +
                   std::string(name_of("html", names)) + "'",
               ""};
}

class JsonLines : public Source {
 public:
  JsonLines(Input input, const Options& options) : input_(std::move(input)), options_(options) {}

  std::optional<Result<Found>> next() override {
    while (!ended_) {
      const Result<std::optional<ByteStream::Line>> line =
          input_.bytes.next_line(options_.report_limit);
      if (!line) {
        ended_ = true;
        return Result<Found>(line.error());
      }
      if (!line->has_value()) break;
      if (std::optional<Result<Found>> found = found_in(**line)) return found;
    }
    ended_ = true;
    return std::nullopt;
  }

 private:
  // Nothing for a blank line.
  std::optional<Result<Found>> found_in(const ByteStream::Line& line) {
    const std::string where = input_.bytes.place_of(line);
    if (line.too_long) {
      return Result<Found>(Error{ErrorCode::too_large,
                                 "a line of " + std::to_string(line.size) +
                                     " bytes is over the limit of " +
                                     std::to_string(options_.report_limit) +
                                     " bytes; it is skipped, --limit-mb raises the limit",
                                 where});
    }
    std::string_view bytes = line.bytes;
    if (line.number == 1 && bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (line.number == 1 && (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))) {
      ended_ = true;
      return Result<Found>(
          Error{ErrorCode::unsupported, "is UTF-16; JSON lines must be UTF-8", where});
    }
    if (bytes.find_first_not_of(" \t\r") == std::string_view::npos) return std::nullopt;
    return parsed(bytes, line, where);
  }

  Result<Found> parsed(std::string_view bytes, const ByteStream::Line& line,
                       const std::string& where) {
    Found found;
    std::string repaired;
    if (!simdjson::validate_utf8(bytes)) {
      Result<text::Normalised> normal = text::normalise(bytes, where);
      if (!normal) return normal.error();
      repaired = std::move(normal->text);
      bytes = repaired;
      found.notes = std::move(normal->warnings);
    }
    simdjson::dom::element root;
    if (const auto code = parser_.parse(bytes.data(), bytes.size()).get(root);
        code != simdjson::SUCCESS) {
      return Error{ErrorCode::bad_data, "is no JSON: " + std::string(simdjson::error_message(code)),
                   where};
    }
    simdjson::dom::object object;
    if (root.get_object().get(object) != simdjson::SUCCESS) {
      return Error{ErrorCode::bad_data, "is JSON, but no object", where};
    }
    Result<Record> record = record_of(object, options_.fields);
    if (!record) return Error{record.error().code, record.error().message, where};
    found.where = where;
    found.size = line.size;
    take(*std::move(record), line, found);
    return found;
  }

  void take(Record record, const ByteStream::Line& line, Found& found) {
    const bool named = !record.id.empty();
    found.id = named ? std::move(record.id)
                     : std::string(stem_of(input_.origin)) + ":" + std::to_string(line.number);
    if (named) note_if_seen(found);
    if (!record.url.empty()) {
      found.origin = canonical_address(record.url);
      found.address = record.url;
    } else {
      found.origin = (record.source.empty() ? input_.origin : record.source) + "#" +
                     (named ? found.id : std::to_string(line.number));
    }
    const bool page = !record.has_text;
    found.bytes = page ? std::move(record.html) : std::move(record.text);
    found.media = page ? Media::html : Media::text;
    // JSON is UTF-8, whatever the page in it says of itself.
    if (page) found.charset = "utf-8";
    found.title = std::move(record.title);
    found.publisher = std::move(record.source);
    found.language = std::move(record.lang);
    found.date_if_none = options_.date;
    if (!record.date.empty()) {
      const Result<std::string> date = parse_date(record.date);
      if (date) found.published = *date;
      if (!date) found.notes.push_back("field 'date': " + date.error().message);
    }
  }

  void note_if_seen(const Found& found) {
    if (seen_.add(found.id) || !options_.note) return;
    options_.note(
        {ErrorCode::bad_data, "id '" + found.id + "' was met before in this file", found.where});
  }

  Input input_;
  const Options& options_;
  simdjson::dom::parser parser_;
  SeenIds seen_;
  bool ended_ = false;
};

bool recognises(std::string_view start) {
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && start[first] == '{';
}

std::unique_ptr<Source> open(Input input, const Options& options) {
  return std::make_unique<JsonLines>(std::move(input), options);
}

}  // namespace

extern const Kind jsonl;
const Kind jsonl = {"jsonl", ".jsonl .ndjson", recognises, open};

}  // namespace rapporteur::source::all

namespace rapporteur::source {

std::vector<std::string_view> record_fields() {
  std::vector<std::string_view> names;
  for (const auto& field : all::kFields) names.push_back(field.name);
  return names;
}

}  // namespace rapporteur::source
