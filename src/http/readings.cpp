#include "readings.h"

#include <type_traits>

#include "rapporteur/record/fields.h"

namespace rapporteur::http {

namespace {

template <class T>
struct IsFact : std::false_type {};
template <class T>
struct IsFact<record::Fact<T>> : std::true_type {};

template <class T>
struct IsObjects : std::false_type {};
template <class T>
  requires std::is_class_v<T> && (!std::is_same_v<T, std::string>)
struct IsObjects<std::vector<T>> : std::true_type {};

// Calls f on the evidence of every fact below `object`.
template <class T, class F>
void for_each_evidence(T& object, F f) {
  record::for_each_field(object, [&f](std::string_view, auto& field) {
    using Field = std::remove_cvref_t<decltype(field)>;
    if constexpr (IsFact<Field>::value) {
      f(field.evidence);
    } else if constexpr (IsObjects<Field>::value) {
      for (auto& one : field) for_each_evidence(one, f);
    }
  });
}

}  // namespace

void write(record::Reading reading, const Spans& spans, Json& json) {
  const std::string& text = reading.report.text;
  for_each_evidence(
      reading, [&](std::vector<ByteSpan>& evidence) { evidence = spans.in_unit(text, evidence); });
  for (record::LeftOut& part : reading.report.left_out) {
    part.at = spans.in_unit(text, {{part.at, part.at}}).front().begin;
  }
  write_formatted(reading, json);
}

}  // namespace rapporteur::http
