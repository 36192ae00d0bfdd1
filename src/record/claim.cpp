#include "rapporteur/record/claim.h"

#include <charconv>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "rapporteur/record/fields.h"

namespace rapporteur::record {
namespace {

template <class E>
concept Enumerator = std::is_enum_v<E>;

template <class T>
constexpr bool kIsObject = false;
template <class T>
  requires requires(T& object) { for_each_field(object, [](const char*, auto&) {}); }
constexpr bool kIsObject<T> = true;

std::string print(const std::string& v) { return v; }
std::string print(bool v) { return v ? "true" : "false"; }
std::string print(int v) { return std::to_string(v); }
template <Enumerator E>
std::string print(E v) {
  return std::string(to_string(v));
}

bool parse(const std::string& value, std::string& out) {
  out = value;
  return true;
}
bool parse(const std::string& value, bool& out) {
  out = value == "true";
  return out || value == "false";
}
bool parse(const std::string& value, int& out) {
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, out);
  return error == std::errc() && stop == end;
}
template <Enumerator E>
bool parse(const std::string& value, E& out) {
  const std::optional<E> v = from_string<E>(value);
  if (v) out = *v;
  return v.has_value();
}

// Reading -> claims.
class Writer {
 public:
  template <class Object>
  void object(const Object& o) {
    for_each_field(o, [this](const char* name, const auto& member) {
      const std::size_t parent = path_.size();
      path_ += '/';
      path_ += name;
      name_ = name;
      field(member);
      path_.resize(parent);
    });
  }

  std::vector<Claim> take() { return std::move(out_); }

 private:
  void add(std::string value) {
    out_.push_back({path_, std::string(name_), std::move(value), {}, 0, {}});
  }
  template <class T>
  void add(std::string value, const Fact<T>& fact) {
    out_.push_back(
        {path_, std::string(name_), std::move(value), fact.evidence, fact.confidence, fact.rule});
  }

  void field(const std::string& v) {
    if (!v.empty()) add(v);
  }
  void field(bool v) { add(print(v)); }
  template <Enumerator E>
  void field(E v) {
    add(print(v));
  }
  template <class T>
  void field(const std::optional<T>& v) {
    if (v) add(print(*v));
  }
  template <class T>
  void field(const Fact<T>& fact) {
    if (fact) add(print(*fact), fact);
  }
  void field(const Fact<std::vector<std::string>>& fact) {
    if (!fact) return;
    for (const std::string& v : *fact) add(v, fact);
  }
  void field(const std::vector<std::string>& list) {
    for (const std::string& v : list) add(v);
  }
  template <class T>
    requires kIsObject<T>
  void field(const std::vector<T>& list) {
    const std::string_view list_name = name_;
    const std::size_t parent = path_.size();
    for (std::size_t i = 0; i < list.size(); ++i) {
      path_ += '/';
      path_ += std::to_string(i);
      const std::size_t before = out_.size();
      object(list[i]);
      name_ = list_name;
      if (out_.size() == before) add({});  // an object that states nothing keeps its place
      path_.resize(parent);
    }
  }

  std::string path_;
  std::string_view name_;
  std::vector<Claim> out_;
};

// Claims -> reading: puts one claim into the member that its pointer names.
class Placer {
 public:
  explicit Placer(const Claim& claim) : claim_(claim), rest_(claim.pointer) {}

  template <class Object>
  bool place(Object& o) {
    const std::string_view name = next();
    bool placed = false;
    for_each_field(o, [&](const char* field_name, auto& member) {
      if (name == field_name) placed = field(member);
    });
    return placed;
  }

 private:
  // The next part of the pointer; empty at its end.
  std::string_view next() {
    if (rest_.empty() || rest_.front() != '/') return {};
    rest_.remove_prefix(1);
    const std::string_view part = rest_.substr(0, rest_.find('/'));
    rest_.remove_prefix(part.size());
    return part;
  }
  bool at_end() const { return rest_.empty(); }

  template <class T>
  bool plain(T& v) {
    return at_end() && parse(claim_.value, v);
  }
  template <class T>
  bool fact_of(Fact<T>& fact) {
    fact.evidence = claim_.evidence;
    fact.confidence = claim_.confidence;
    fact.rule = claim_.rule;
    return true;
  }

  bool field(std::string& v) { return plain(v); }
  bool field(bool& v) { return plain(v); }
  template <Enumerator E>
  bool field(E& v) {
    return plain(v);
  }
  template <class T>
  bool field(std::optional<T>& v) {
    return plain(v.emplace());
  }
  template <class T>
  bool field(Fact<T>& fact) {
    return plain(fact.value.emplace()) && fact_of(fact);
  }
  bool field(Fact<std::vector<std::string>>& fact) {
    if (!at_end()) return false;
    if (!fact.value) fact.value.emplace();
    fact.value->push_back(claim_.value);
    return fact_of(fact);
  }
  bool field(std::vector<std::string>& list) {
    if (!at_end()) return false;
    list.push_back(claim_.value);
    return true;
  }
  template <class T>
    requires kIsObject<T>
  bool field(std::vector<T>& list) {
    const std::string_view part = next();
    std::size_t index = 0;
    const auto [stop, error] = std::from_chars(part.data(), part.data() + part.size(), index);
    if (part.empty() || error != std::errc() || stop != part.data() + part.size()) return false;
    // Objects come in order, so a pointer can open at most one: no claim makes a list huge.
    if (index > list.size()) return false;
    if (index == list.size()) list.emplace_back();
    return at_end() ? claim_.value.empty() : place(list[index]);
  }

  const Claim& claim_;
  std::string_view rest_;
};

bool is_index(std::string_view part) {
  return !part.empty() && part.front() >= '0' && part.front() <= '9';
}

}  // namespace

std::vector<Claim> claims_of(const Reading& reading) {
  Writer writer;
  writer.object(reading);
  return writer.take();
}

Result<Reading> reading_of(const std::vector<Claim>& claims) {
  Reading reading;
  for (const Claim& claim : claims) {
    if (!Placer(claim).place(reading)) {
      return Error{ErrorCode::bad_data, "no such field, or no value of it: '" + claim.value + "'",
                   claim.pointer};
    }
  }
  return reading;
}

std::string_view object_of(std::string_view pointer) {
  const std::string_view last = pointer.substr(pointer.rfind('/') + 1);
  return is_index(last) ? pointer : pointer.substr(0, pointer.rfind('/'));
}

bool may_state(std::string_view pointer, const std::string& value) {
  Claim claim{"", "", value, {}, 0, ""};
  while (!pointer.empty()) {
    const std::string_view part = pointer.substr(1, pointer.find('/', 1) - 1);
    claim.pointer += '/';
    claim.pointer += is_index(part) ? "0" : part;  // the first of its list, which may be empty
    pointer.remove_prefix(part.size() + 1);
  }
  return !value.empty() && reading_of({claim}).has_value();
}

}  // namespace rapporteur::record
