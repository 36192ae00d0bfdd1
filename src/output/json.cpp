#include "rapporteur/output/json.h"

#include <rapidjson/writer.h>

#include <cmath>

namespace rapporteur::output {

namespace {

// What RapidJSON calls an output stream.
struct StringStream {
  using Ch = char;
  std::string* out;
  void Put(char c) { out->push_back(c); }
  void Flush() {}
};

// The library's writer, which takes strings apart by the character; most have nothing to escape.
class Writer : public rapidjson::Writer<StringStream> {
 public:
  explicit Writer(StringStream& stream) : rapidjson::Writer<StringStream>(stream) {}

  void text(std::string_view value) {
    Prefix(rapidjson::kStringType);
    std::string& out = *os_->out;
    out += '"';
    std::size_t plain = 0;  // begin of what needs no escape
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (!needs_escape(value[i])) continue;
      out.append(value, plain, i - plain);
      escape(value[i], out);
      plain = i + 1;
    }
    out.append(value, plain);
    out += '"';
    EndValue(true);
  }

 private:
  static bool needs_escape(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
  }
  static void escape(char c, std::string& out) {
    constexpr std::string_view kSpecial = "\"\\\b\f\n\r\t", kLetters = "\"\\bfnrt";
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    out += '\\';
    if (const std::size_t at = kSpecial.find(c); at != std::string_view::npos) {
      out += kLetters[at];
      return;
    }
    out += "u00";
    out += kDigits[static_cast<unsigned char>(c) >> 4U];
    out += kDigits[static_cast<unsigned char>(c) & 15U];
  }
};

}  // namespace

struct Json::Impl {
  explicit Impl(std::string& out) : stream{&out}, writer(stream) {}
  StringStream stream;
  Writer writer;
};

Json::Json(std::string& out) : impl_(std::make_unique<Impl>(out)) {}
Json::~Json() = default;

void Json::begin_object() { impl_->writer.StartObject(); }
void Json::end_object() { impl_->writer.EndObject(); }
void Json::begin_array() { impl_->writer.StartArray(); }
void Json::end_array() { impl_->writer.EndArray(); }
void Json::key(std::string_view name) { impl_->writer.text(name); }
void Json::string(std::string_view value) { impl_->writer.text(value); }
void Json::string_or_null(std::string_view value) { value.empty() ? null() : string(value); }
void Json::integer(std::int64_t value) { impl_->writer.Int64(value); }

void Json::fraction(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  impl_->writer.Double(std::round(value * scale) / scale);
}

void Json::number(double value) {
  if (!std::isfinite(value)) return null();
  impl_->writer.Double(value);
}

void Json::boolean(bool value) { impl_->writer.Bool(value); }
void Json::null() { impl_->writer.Null(); }

void Json::raw(std::string_view value) {
  if (value.ends_with('\n')) value.remove_suffix(1);
  impl_->writer.RawValue(value.data(), value.size(), rapidjson::kObjectType);
}

}  // namespace rapporteur::output
