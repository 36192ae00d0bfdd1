#include "case_file.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

namespace rapporteur::tests {

namespace {

using rapidjson::Value;

std::vector<std::string_view> lines_of(std::string_view bytes) {
  std::vector<std::string_view> out;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    out.push_back(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return out;
}

Error bad(std::size_t line, const std::string& what) {
  return {ErrorCode::bad_data, what, "line " + std::to_string(line)};
}

// --- expectations, from text --------------------------------------------------------------------

std::vector<std::string> steps_of(std::string_view pointer) {
  std::vector<std::string> out;
  bool in_brackets = false;
  for (const char c : pointer) {
    if (c == '/' && !in_brackets) {
      out.emplace_back();
      continue;
    }
    if (c == '[') in_brackets = true;
    if (c == ']') in_brackets = false;
    if (!out.empty()) out.back() += c;
  }
  return out;
}

// Takes a quoted string off the front of `rest`.
std::optional<std::string> take_quoted(std::string_view& rest) {
  if (!rest.starts_with('"')) return std::nullopt;
  const std::size_t end = rest.find('"', 1);
  if (end == std::string_view::npos) return std::nullopt;
  std::string out(rest.substr(1, end - 1));
  rest.remove_prefix(end + 1);
  return out;
}

bool parse_values(std::string_view& rest, Expectation& out) {
  if (!rest.starts_with('"')) {
    const std::size_t end = std::min(rest.find(" | "), rest.size());
    const std::string word(rest.substr(0, end));
    rest.remove_prefix(end);
    out.bare = true;
    if (word != "null") out.values.push_back(word);
    return !word.empty() && word.find(' ') == std::string::npos;
  }
  while (true) {
    std::optional<std::string> value = take_quoted(rest);
    if (!value) return false;
    out.values.push_back(*std::move(value));
    if (!rest.starts_with("; ")) return true;
    rest.remove_prefix(2);
  }
}

bool is_count(const Expectation& e) {
  return e.bare && e.values.size() == 1 &&
         e.values[0].find_first_not_of("0123456789") == std::string::npos;
}

std::optional<Expectation> parse_expectation(std::string_view line) {
  constexpr std::pair<std::string_view, Operator> kOperators[] = {
      {" = ", Operator::equals}, {" ~ ", Operator::contains}, {" !~ ", Operator::lacks}};
  Expectation out;
  out.line = line;
  std::size_t at = line.size();
  std::size_t after = line.size();
  for (const auto& [sign, op] : kOperators) {
    if (const std::size_t found = line.find(sign); found < at) {
      at = found;
      after = found + sign.size();
      out.op = op;
    }
  }
  if (at == line.size() || !line.starts_with('/')) return std::nullopt;
  out.steps = steps_of(line.substr(0, at));
  std::string_view rest = line.substr(after);
  if (!parse_values(rest, out)) return std::nullopt;
  if (out.op != Operator::equals && out.values.empty()) return std::nullopt;
  if (rest.starts_with(" | ")) {
    rest.remove_prefix(3);
    std::optional<std::string> words = take_quoted(rest);
    if (!words || out.op == Operator::lacks || out.values.empty()) return std::nullopt;
    out.words = *std::move(words);
  }
  if (!rest.empty()) return std::nullopt;
  return out;
}

// --- expectations, against JSON -----------------------------------------------------------------

std::string spelling(const Value& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return buffer.GetString();
}

const Value* member(const Value& object, const std::string& name) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(name.c_str());
  return found == object.MemberEnd() || found->value.IsNull() ? nullptr : &found->value;
}

// The field that an object of a list is called by.
const char* called_by(const Value& object) {
  for (const char* name : {"text", "person", "name"}) {
    if (object.HasMember(name)) return name;
  }
  return nullptr;
}

const Value* pick(const Value& list, const std::string& step) {
  const std::size_t sign = step.find('=');
  if (!list.IsArray() || sign == std::string::npos || !step.ends_with(']')) return nullptr;
  const std::string field = step.substr(1, sign - 1);
  const std::string wanted = step.substr(sign + 1, step.size() - sign - 2);
  for (const Value& object : list.GetArray()) {
    const Value* value = member(object, field);
    if (value != nullptr && spelling(*value) == wanted) return &object;
  }
  return nullptr;
}

const Value* take_step(const Value& from, const std::string& step) {
  if (step.starts_with('[')) return pick(from, step);
  if (!from.IsArray()) return member(from, step);
  if (step.empty() || step.find_first_not_of("0123456789") != std::string::npos) return nullptr;
  const auto index = static_cast<rapidjson::SizeType>(std::strtoul(step.c_str(), nullptr, 10));
  return index < from.Size() ? &from[index] : nullptr;
}

// The value and the object that it is a field of; null where a step finds nothing.
struct Place {
  const Value* value = nullptr;
  const Value* owner = nullptr;
};

Place find(const Value& root, const std::vector<std::string>& steps) {
  Place out{&root, nullptr};
  for (const std::string& step : steps) {
    out.owner = out.value;
    out.value = take_step(*out.value, step);
    if (out.value == nullptr) return {};
  }
  return out;
}

std::string folded(const std::string& text) {
  std::string out;
  return icu::UnicodeString::fromUTF8(text).foldCase().toUTF8String(out);
}

bool contains(const std::string& value, const std::string& part) {
  return folded(value).find(folded(part)) != std::string::npos;
}

// What the members of a list are called; a single value is a list of one.
std::vector<std::string> members_of(const Value* value) {
  std::vector<std::string> out;
  if (value == nullptr) return out;
  if (!value->IsArray()) return {spelling(*value)};
  for (const Value& entry : value->GetArray()) {
    if (!entry.IsObject()) {
      out.push_back(spelling(entry));
      continue;
    }
    const char* name = called_by(entry);
    const Value* called = name == nullptr ? nullptr : member(entry, name);
    out.push_back(called == nullptr ? "" : spelling(*called));
  }
  return out;
}

bool equals(const Expectation& e, const Value* value) {
  const bool is_list = value != nullptr && value->IsArray();
  if (e.values.empty()) return value == nullptr || (is_list && value->Empty());
  if (value == nullptr || value->IsObject()) return false;
  if (is_list && is_count(e))
    return value->Size() == std::strtoul(e.values[0].c_str(), nullptr, 10);
  if (!is_list && !e.bare && !value->IsString()) return false;
  std::vector<std::string> found = members_of(value);
  std::vector<std::string> wanted = e.values;
  std::sort(found.begin(), found.end());
  std::sort(wanted.begin(), wanted.end());
  return found == wanted;
}

bool holds(const Expectation& e, const Value* value) {
  if (e.op == Operator::equals) return equals(e, value);
  const std::vector<std::string> found = members_of(value);
  const auto is_contained = [&](const std::string& part) {
    return std::any_of(found.begin(), found.end(),
                       [&](const std::string& member) { return contains(member, part); });
  };
  return e.op == Operator::contains ? std::all_of(e.values.begin(), e.values.end(), is_contained)
                                    : std::none_of(e.values.begin(), e.values.end(), is_contained);
}

bool evidence_holds(const Value* evidence, const std::string& text, const std::string& words) {
  if (evidence == nullptr || !evidence->IsArray()) return false;
  for (const Value& span : evidence->GetArray()) {
    const unsigned begin = span[0].GetUint();
    const unsigned end = span[1].GetUint();
    if (begin > end || end > text.size()) continue;
    if (text.substr(begin, end - begin).find(words) != std::string::npos) return true;
  }
  return false;
}

// The evidence of a field, or, of a list of objects, that of any of its members.
bool has_words(const Place& place, const std::string& field, const std::string& text,
               const std::string& words) {
  const auto of = [&](const Value& owner, const std::string& name) {
    const Value* all = member(owner, "evidence");
    return all != nullptr && evidence_holds(member(*all, name), text, words);
  };
  if (!place.value->IsArray() || place.value->Empty() || !(*place.value)[0].IsObject()) {
    return of(*place.owner, field);
  }
  const auto entries = place.value->GetArray();
  return std::any_of(entries.begin(), entries.end(), [&](const Value& entry) {
    const char* name = called_by(entry);
    return name != nullptr && of(entry, name);
  });
}

std::string shown(const Value* value) {
  if (value == nullptr) return "null";
  std::string out;
  for (const std::string& member : members_of(value)) out += (out.empty() ? "" : "; ") + member;
  return value->IsArray() ? "[" + out + "]" : out;
}

}  // namespace

Result<Case> parse_case(std::string_view bytes) {
  Case out;
  int part = 0;
  std::size_t number = 0;
  bool report_started = false;
  for (const std::string_view line : lines_of(bytes)) {
    ++number;
    if (line == "---") {
      ++part;
    } else if (part == 0 && number == 1 && line.starts_with("# ")) {
      out.shows = line.substr(2);
    } else if (part == 0 && line.starts_with("date: ")) {
      out.date = line.substr(6);
    } else if (part == 0) {
      return bad(number, "neither the sentence nor a date");
    } else if (part == 1) {
      if (std::exchange(report_started, true)) out.report += '\n';
      out.report += line;
    } else if (!line.empty() && !line.starts_with('#')) {
      std::optional<Expectation> expectation = parse_expectation(line);
      if (!expectation) return bad(number, "no expectation: " + std::string(line));
      out.expectations.push_back(*std::move(expectation));
    }
  }
  if (part != 2 || out.shows.empty()) return bad(number, "not three parts under a sentence");
  if (out.expectations.empty()) return bad(number, "expects nothing");
  return out;
}

std::vector<std::string> unmet(const std::vector<Expectation>& expectations,
                               const std::string& reading) {
  rapidjson::Document root;
  root.Parse(reading.c_str(), reading.size());
  const Value* text = find(root, {"report", "text"}).value;
  std::vector<std::string> out;
  for (const Expectation& e : expectations) {
    const Place place = find(root, e.steps);
    if (!holds(e, place.value)) {
      out.push_back(e.line + "   but it is: " + shown(place.value));
    } else if (!e.words.empty() && text != nullptr &&
               !has_words(place, e.steps.back(), spelling(*text), e.words)) {
      out.push_back(e.line + "   but its evidence lacks these words");
    }
  }
  return out;
}

}  // namespace rapporteur::tests
