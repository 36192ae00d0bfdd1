// Claims with their words, and what stands around these.
#include <algorithm>

#include "ask.h"
#include "rapporteur/query/export.h"
#include "rapporteur/store/evidence.h"

namespace rapporteur::query {
namespace {

constexpr std::uint32_t kAround = 32;  // characters

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// A text whose bytes can be counted in characters without starting over each time.
class CountedText {
 public:
  explicit CountedText(std::string text) : text_(std::move(text)) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (i % kBlock == 0) before_.push_back(count);
      if (begins_character(text_[i])) ++count;
    }
    before_.push_back(count);
  }

  // How many characters begin before byte `at`.
  [[nodiscard]] std::uint32_t characters(std::size_t at) const {
    const std::size_t block = at / kBlock;
    std::uint32_t count = before_[std::min(block, before_.size() - 1)];
    for (std::size_t i = block * kBlock; i < at; ++i) {
      if (begins_character(text_[i])) ++count;
    }
    return count;
  }

  [[nodiscard]] Quote quote(ByteSpan span) const {
    Quote out;
    out.exact = text_.substr(span.begin, span.end - span.begin);
    std::size_t from = span.begin;
    for (std::uint32_t n = 0; n < kAround && from > 0; ++n) {
      do --from;
      while (from > 0 && !begins_character(text_[from]));
    }
    std::size_t to = span.end;
    for (std::uint32_t n = 0; n < kAround && to < text_.size(); ++n) {
      do ++to;
      while (to < text_.size() && !begins_character(text_[to]));
    }
    out.prefix = text_.substr(from, span.begin - from);
    out.suffix = text_.substr(span.end, to - span.end);
    out.begin = characters(span.begin);
    out.end = characters(span.end);
    return out;
  }

  [[nodiscard]] std::size_t size() const { return text_.size(); }

 private:
  static constexpr std::size_t kBlock = 1024;
  std::string text_;
  std::vector<std::uint32_t> before_;  // characters before each block
};

constexpr const char* kClaims =
    "SELECT v.id, r.key, v.engine, o.pointer || '/' || c.property, c.property, c.value, "
    "coalesce(own.meeting_id, own.person_id, above.meeting_id, ''), c.evidence, "
    "c.correction_id "
    "FROM report AS r JOIN version AS v ON v.report_id = r.id AND v.current = 1 "
    "JOIN object AS o ON o.version_id = v.id JOIN standing_claim AS c ON c.object_id = o.id "
    "LEFT JOIN member AS own ON own.object_id = o.id "
    "LEFT JOIN member AS above ON above.object_id = o.parent_id "
    "WHERE c.evidence <> '[]' ORDER BY r.key, o.id, c.id";

Result<CountedText> text_of(const Register& reg, std::int64_t version) {
  std::string text;
  Result<void> r = for_each_row(
      reg, "SELECT t.text FROM version AS v JOIN text AS t ON t.digest = v.digest WHERE v.id = ?",
      {version}, [&text](const Cursor& row) { text = row.text(0); });
  if (!r) return r.error();
  return CountedText(std::move(text));
}

QuotedClaim claim_of(const Cursor& row, const CountedText& text) {
  QuotedClaim out;
  out.report = row.text(1);
  out.engine = row.text(2);
  out.pointer = row.text(3);
  out.property = row.text(4);
  out.value = row.text(5);
  out.entity = row.text(6);
  std::vector<ByteSpan> spans;
  store::parse_evidence(row.text(7), spans);
  out.correction = row.text(8);
  for (const ByteSpan span : spans) {
    if (span.begin <= span.end && span.end <= text.size()) out.quotes.push_back(text.quote(span));
  }
  return out;
}

}  // namespace

Result<void> for_each_quoted_claim(const Register& reg,
                                   const std::function<bool(const QuotedClaim&)>& sink) {
  const Snapshot snapshot(reg);
  Result<Cursor> rows = reg.ask(kClaims);
  if (!rows) return rows.error();
  std::int64_t version = 0;
  CountedText text{""};
  while (true) {
    Result<bool> more = rows->next();
    if (!more) return more.error();
    if (!*more) return {};
    if (rows->integer(0) != version) {
      version = rows->integer(0);
      Result<CountedText> next = text_of(reg, version);
      if (!next) return next.error();
      text = *std::move(next);
    }
    if (!sink(claim_of(*rows, text))) return {};
  }
}

}  // namespace rapporteur::query
