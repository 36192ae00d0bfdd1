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

rapidjson::SizeType size_of(std::string_view s) {
  return static_cast<rapidjson::SizeType>(s.size());
}

}  // namespace

struct Json::Impl {
  explicit Impl(std::string& out) : stream{&out}, writer(stream) {}
  StringStream stream;
  rapidjson::Writer<StringStream> writer;
};

Json::Json(std::string& out) : impl_(std::make_unique<Impl>(out)) {}
Json::~Json() = default;

void Json::begin_object() { impl_->writer.StartObject(); }
void Json::end_object() { impl_->writer.EndObject(); }
void Json::begin_array() { impl_->writer.StartArray(); }
void Json::end_array() { impl_->writer.EndArray(); }
void Json::key(std::string_view name) { impl_->writer.Key(name.data(), size_of(name)); }

void Json::string(std::string_view value) {
  // A view of nothing may have no address, and the library asserts one.
  if (value.empty()) value = "";
  impl_->writer.String(value.data(), size_of(value));
}

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
