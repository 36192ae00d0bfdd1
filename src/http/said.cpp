#include "said.h"

#include <array>
#include <utility>

#include "json_body.h"

namespace rapporteur::http {

namespace {

using record::Verdict;

// What belongs to a verdict besides `why`.
Result<void> check(const Said& said) {
  const bool of_claim = record::is_of_claim(said.verdict);
  const bool corrects = said.verdict == Verdict::correct;
  const bool merges = said.verdict == Verdict::merge;
  const bool splits = said.verdict == Verdict::split;
  struct Need {
    std::string_view name;
    bool given;
    bool belongs;
    bool needed;
  };
  const std::array needs = {Need{"report", !said.report.empty(), of_claim, of_claim},
                            Need{"pointer", !said.pointer.empty(), of_claim, of_claim},
                            Need{"is", !said.is.empty(), of_claim, false},
                            Need{"value", !said.value.empty(), corrects, corrects},
                            Need{"ids", !said.ids.empty(), merges, merges},
                            Need{"id", !said.id.empty(), splits, splits},
                            Need{"parts", !said.parts.empty(), splits, splits}};
  for (const Need& need : needs) {
    if (need.given && !need.belongs) {
      return bad_body("does not belong to " + std::string(to_string(said.verdict)), need.name);
    }
    if (need.needed && !need.given) {
      return bad_body("is needed to " + std::string(to_string(said.verdict)), need.name);
    }
  }
  if (merges && said.ids.size() < 2) return bad_body("must be two or more", "ids");
  return {};
}

}  // namespace

Result<Said> parse_said(std::string_view body) {
  simdjson::dom::parser parser;
  Result<simdjson::dom::element> value = parse_json(parser, body);
  if (!value) return value.error();
  Said out;
  std::string verdict;
  const std::array words = {
      WordsMember{"verdict", &verdict},     WordsMember{"report", &out.report, 8192},
      WordsMember{"pointer", &out.pointer}, WordsMember{"is", &out.is},
      WordsMember{"value", &out.value},     WordsMember{"id", &out.id},
      WordsMember{"why", &out.why}};
  const std::array lists = {ListMember{"ids", &out.ids, 100}, ListMember{"parts", &out.parts}};
  if (Result<void> read = read_members(*value, words, lists); !read) return read.error();
  const std::optional<Verdict> known = record::verdict_from(verdict);
  if (!known) return bad_body("must be accept, reject, correct, merge or split", "verdict");
  out.verdict = *known;
  if (Result<void> fine = check(out); !fine) return fine.error();
  return out;
}

Result<std::string> parse_reason(std::string_view body) {
  std::string out;
  if (body.empty()) return out;
  simdjson::dom::parser parser;
  Result<simdjson::dom::element> value = parse_json(parser, body);
  if (!value) return value.error();
  const std::array words = {WordsMember{"why", &out}};
  if (Result<void> read = read_members(*value, words); !read) return read.error();
  return out;
}

}  // namespace rapporteur::http
