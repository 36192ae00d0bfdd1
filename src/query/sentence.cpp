#include "sentence.h"

#include <algorithm>
#include <cctype>

namespace rapporteur::query {
namespace {

constexpr std::size_t kReach = 360;  // bytes on either side of the quote

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// Whether the stop at `at` ends a sentence: space and something that begins one behind it, and no
// initial or short title ("S.", "Gen.", "Mr.") before it.
bool ends_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c != '.' && c != '!' && c != '?') return false;
  std::size_t next = at + 1;
  while (next < text.size() && (text[next] == '"' || text[next] == ')')) ++next;
  if (next < text.size() && static_cast<unsigned char>(text[next]) == 0xE2) next += 3;  // a quote
  if (next >= text.size() || text[next] != ' ') return next >= text.size();
  if (next + 1 < text.size() && text[next + 1] >= 'a' && text[next + 1] <= 'z') return false;
  if (c != '.') return true;
  std::size_t begin = at;
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  const bool is_short = at - begin <= 3 && at > begin && is_upper(text[begin]);
  return !is_short;
}

}  // namespace

std::string sentence_around(std::string_view text, ByteSpan span) {
  std::size_t begin = span.begin;
  const std::size_t least = span.begin > kReach ? span.begin - kReach : 0;
  while (begin > least && text[begin - 1] != '\n') {
    if (begin < span.begin && text[begin - 1] == ' ' && begin >= 2) {
      std::size_t stop = begin - 2;
      while (stop > least && (text[stop] == '"' || text[stop] == ')')) --stop;
      if (ends_sentence(text, stop)) break;
    }
    --begin;
  }
  while (begin < span.begin && is_continuation(text[begin])) ++begin;
  std::size_t end = std::max<std::size_t>(span.end, span.begin + 1);
  const std::size_t most = std::min(text.size(), end + kReach);
  while (end < most && text[end] != '\n' && !ends_sentence(text, end - 1)) ++end;
  while (end > span.end && end < text.size() && is_continuation(text[end])) --end;
  std::string_view out = text.substr(begin, end - begin);
  while (!out.empty() && out.front() == ' ' && begin < span.begin) out.remove_prefix(1);
  while (out.size() > span.end - begin && out.back() == ' ') out.remove_suffix(1);
  return std::string(out);
}

std::vector<std::string_view> sentences_of(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  const auto end_at = [&](std::size_t end) {
    std::string_view sentence = text.substr(begin, end - begin);
    while (!sentence.empty() && sentence.front() == ' ') sentence.remove_prefix(1);
    if (!sentence.empty()) out.push_back(sentence);
    begin = end;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      end_at(i);
      begin = i + 1;
    } else if (ends_sentence(text, i)) {
      end_at(i + 1);
    }
  }
  end_at(text.size());
  return out;
}

}  // namespace rapporteur::query
