#include "json_body.h"

#include <algorithm>
#include <utility>

namespace rapporteur::http {

namespace {

using simdjson::dom::element;

Result<std::string> words_of(const element& value, std::string_view name, std::size_t longest) {
  std::string_view words;
  if (value.get(words) != simdjson::SUCCESS) return bad_body("must be a string", name);
  if (words.size() > longest) return bad_body("is too long", name);
  return std::string(words);
}

Result<void> read_list(const element& value, const ListMember& member) {
  simdjson::dom::array values;
  if (value.get(values) != simdjson::SUCCESS) return bad_body("must be a list", member.name);
  if (values.size() > member.most) return bad_body("has too many entries", member.name);
  for (const element& one : values) {
    Result<std::string> words = words_of(one, member.name, kLongestWords);
    if (!words) return words.error();
    if (words->empty()) return bad_body("has an empty entry", member.name);
    member.values->push_back(*std::move(words));
  }
  return {};
}

template <class Members>
auto find_member(const Members& members, std::string_view name) {
  return std::find_if(members.begin(), members.end(),
                      [name](const auto& member) { return member.name == name; });
}

}  // namespace

Error bad_body(std::string message, std::string_view where) {
  return {ErrorCode::bad_data, std::move(message), std::string(where)};
}

Result<element> parse_json(simdjson::dom::parser& parser, std::string_view body) {
  element out;
  const simdjson::error_code failed = parser.parse(body.data(), body.size()).get(out);
  if (failed == simdjson::SUCCESS) return out;
  return bad_body(std::string("no JSON: ") + simdjson::error_message(failed), "body");
}

Result<void> read_members(const element& value, std::span<const WordsMember> words,
                          std::span<const ListMember> lists) {
  simdjson::dom::object from;
  if (value.get(from) != simdjson::SUCCESS) return bad_body("must be an object", "body");
  for (const auto [name, content] : from) {
    if (const auto member = find_member(words, name); member != words.end()) {
      if (content.is_null()) continue;
      Result<std::string> read = words_of(content, name, member->longest);
      if (!read) return read.error();
      *member->value = *std::move(read);
    } else if (const auto list = find_member(lists, name); list != lists.end()) {
      if (Result<void> read = read_list(content, *list); !read) return read;
    } else {
      return bad_body("is not known here", name);
    }
  }
  return {};
}

}  // namespace rapporteur::http
