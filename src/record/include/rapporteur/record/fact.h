// Fact<T>: a value together with the words that state it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rapporteur/base/byte_span.h"

namespace rapporteur::record {

// Spans point into Report::text. A fact without a value has neither evidence nor rule.
template <class T>
struct Fact {
  std::optional<T> value;
  std::vector<ByteSpan> evidence;
  float confidence = 0;  // 0..1: of the values at 0.9, nine in ten are right
  std::string rule;      // which rule found it, e.g. "meetings/ordinal"; `explain` prints it

  explicit operator bool() const { return value.has_value(); }
  // REQUIRES: a value
  const T& operator*() const { return *value; }
  const T* operator->() const { return &*value; }

  void set(T v, std::vector<ByteSpan> words, float how_sure, std::string by) {
    value = std::move(v);
    evidence = std::move(words);
    confidence = how_sure;
    rule = std::move(by);
  }
  friend bool operator==(const Fact&, const Fact&) = default;
};

}  // namespace rapporteur::record
