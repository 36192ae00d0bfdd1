#include "content/list_lead.h"

#include <string_view>

namespace rapporteur::meetings {

const Lead* ListLeads::above(std::uint32_t sentence) {
  const auto& all = c_.doc.sentences();
  const text::Sentence& s = all[sentence];
  const char mine = mark(s);
  if (mine == '1' && mark_ == '1' && lead_) number_ = number(s);
  // "Axis on trade": a heading between the items 3 and 4.
  const bool heading = lead_ && mark_ == '1' && number_ > 0 && s.role == text::LineRole::headline;
  const bool kept = heading && next_number(sentence) == number_ + 1;
  if (kept) return nullptr;
  if (mine == 0 || mine != mark_) lead_.reset();
  char next = '\0';
  if (sentence + 1 < all.size()) {
    next = mark(all[sentence + 1]);
    if (next != 'l' && all[sentence + 1].paragraph == s.paragraph) next = '\0';
  }
  if (next != 0 && next != mine && leads_on(s)) {
    lead_ = find_lead(c_, phrases_, s.tokens);
    if (lead_) lead_->at = s.tokens.end - 1;
    mark_ = next;
    return nullptr;
  }
  // A second sentence of an item speaks for itself.
  const bool starts = mine == 'l' || sentence == 0 || all[sentence - 1].paragraph != s.paragraph;
  return lead_ && starts ? &*lead_ : nullptr;
}

// The figure that an item starts with; 0 for none.
std::uint32_t ListLeads::number(const text::Sentence& s) const {
  constexpr std::size_t kLongest = 3;  // digits
  std::uint32_t t = s.tokens.begin;
  if (c_.lower(t) == "(") ++t;
  const std::string_view word = c_.lower(t);
  if (word.empty() || word.size() > kLongest) return 0;
  std::uint32_t out = 0;
  for (const char digit : word) {
    if (digit < '0' || digit > '9') return 0;
    out = 10 * out + static_cast<std::uint32_t>(digit - '0');
  }
  return out;
}

// That of the first item behind the sentence; 0 if something else stands between.
std::uint32_t ListLeads::next_number(std::uint32_t sentence) const {
  const auto& all = c_.doc.sentences();
  for (std::uint32_t i = sentence + 1; i < all.size(); ++i) {
    if (all[i].role == text::LineRole::headline) continue;
    return mark(all[i]) == '1' ? number(all[i]) : 0;
  }
  return 0;
}

// What an item starts with: a dash or bullet, a number, a letter in brackets, a small letter in a
// line of its own; 0 for no item.
char ListLeads::mark(const text::Sentence& s) const {
  std::uint32_t t = s.tokens.begin;
  if (goes_on_with_lines(s)) return 'l';
  if (s.role != text::LineRole::item && c_.lower(t) != "-") return 0;
  if (c_.lower(t) == "(") ++t;
  if (c_.doc.is_punctuation(t)) return '-';
  return c_.doc.shape(t) == text::Shape::number ? '1' : 'a';
}

// "It was decided:" above "the move to Lome;" and "a smaller staff.": bare lines in small letters.
bool ListLeads::goes_on_with_lines(const text::Sentence& s) const {
  const auto& all = c_.doc.sentences();
  const auto at = static_cast<std::size_t>(&s - all.data());
  if (at == 0 || s.role != text::LineRole::body || s.tokens.empty()) return false;
  const text::Sentence& before = all[at - 1];
  if (before.tokens.empty() || c_.doc.shape(s.tokens.begin) != text::Shape::lower) return false;
  const std::string_view last = c_.lower(before.tokens.end - 1);
  return last == ":" || last == ";";
}

// It ends in a colon or in mid-sentence.
bool ListLeads::leads_on(const text::Sentence& s) const {
  const std::string_view last = c_.lower(s.tokens.end - 1);
  // "What was decided?"
  const bool asks = last == "?" && c_.lower(s.tokens.begin) == "what";
  return last != "." && last != ";" && last != "!" && (last != "?" || asks);
}

}  // namespace rapporteur::meetings
