// The canonical form of an office: "minister:foreign_affairs" for "Minister of External Affairs",
// "deputy adviser:national_security" for "Deputy NSA".
//
// Modifiers are taken from the front, then the longest known head from the front or the end;
// what is left is a portfolio, or words of its own ("of the Central Bank").
#include <algorithm>
#include <vector>

#include "impl.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::catalogue {
namespace {

using Words = std::vector<std::string_view>;

Words split(std::string_view folded) {
  Words words;
  for_each_part(folded, ' ', [&](std::string_view word) { words.push_back(word); });
  return words;
}

std::string join(const Words& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (!text.empty()) text += ' ';
    text += words[i];
  }
  return text;
}

bool is_link(std::string_view word) {
  return word == "of" || word == "for" || word == "the" || word == "on" || word == "to" ||
         word == "in" || word == "at" || word == "s" || word == "and";
}

class KeyMaker {
 public:
  KeyMaker(const Catalogue::Impl& impl, std::string_view office)
      : impl_(impl), folded_(fold(office)), words_(split(folded_)) {}

  std::string make() {
    take_modifiers();
    if (!take_head()) return prefix_ + join(words_, begin_, words_.size());
    const std::string rest = portfolio_or_words();
    std::string key = prefix_ + head_;
    if (!rest.empty()) key += ':' + rest;
    return key;
  }

 private:
  Index office_at(std::size_t begin, std::size_t end) const {
    const std::span<const Index> found = impl_.offices_by_name.find(join(words_, begin, end));
    return found.empty() ? npos : found[0];
  }

  // "former", "acting", "senior" do not make another office; "deputy" and "special" do.
  void take_modifiers() {
    bool again = true;
    while (again && begin_ + 1 < words_.size()) {
      again = false;
      // "Deputy Prime Minister", "Special Envoy": known as a whole.
      if (head_length(begin_) > 1) return;
      for (std::size_t n = std::min<std::size_t>(3, words_.size() - begin_ - 1); n > 0; --n) {
        const auto found = impl_.modifiers_by_name.find(join(words_, begin_, begin_ + n));
        if (found.empty()) continue;
        const Modifier& modifier = impl_.modifiers[found[0]];
        if (modifier.kind == ModifierKind::rank) prefix_ += std::string(modifier.id) + ' ';
        begin_ += n;
        again = true;
        break;
      }
    }
  }

  // The words of the longest head that begins at `at`; 0: none.
  std::size_t head_length(std::size_t at) const {
    for (std::size_t n = words_.size() - at; n > 0; --n) {
      if (office_at(at, at + n) != npos) return n;
    }
    return 0;
  }

  // A head at the front whose rest is a portfolio ("Minister" + "energy and water"), the longest
  // such; else the longest head at either end.
  bool take_head() {
    end_ = words_.size();
    for (std::size_t n = end_ - begin_; n > 0; --n) {
      const Index office = office_at(begin_, begin_ + n);
      if (office == npos) continue;
      const bool whole = n == end_ - begin_;
      const bool fits = impl_.offices[office].portfolio.empty() && is_portfolio(begin_ + n, end_);
      if (whole || fits) return take(begin_, n);
    }
    const std::size_t front = head_length(begin_);
    std::size_t back = 0;
    for (std::size_t at = begin_; at < end_ && back == 0; ++at) {
      if (office_at(at, end_) != npos) back = end_ - at;
    }
    if (front == 0 && back == 0) return false;
    return front >= back ? take(begin_, front) : take(end_ - back, back);
  }

  bool take(std::size_t at, std::size_t length) {
    set_head(impl_.offices[office_at(at, at + length)]);
    if (at == begin_) {
      begin_ += length;
    } else {
      end_ = at;
    }
    return true;
  }

  bool is_portfolio(std::size_t begin, std::size_t end) const {
    while (begin < end && is_link(words_[begin])) ++begin;
    return !impl_.portfolios_by_name.find(join(words_, begin, end)).empty();
  }

  // "deputy_foreign_minister" -> "deputy " + "minister" with the portfolio "foreign_affairs".
  void set_head(const Office& office) {
    std::string_view id = office.id;
    for (const std::string_view rank : {"first_vice_", "deputy_", "vice_"}) {
      if (!id.starts_with(rank)) continue;
      prefix_ += rank == "first_vice_" ? "first_deputy " : "deputy ";
      id.remove_prefix(rank.size());
      break;
    }
    portfolio_ = office.portfolio;
    // Only these say their portfolio in other words too; elsewhere the id says all.
    if (id.ends_with("_minister") && !portfolio_.empty()) {
      id = "minister";
    } else if (id == "national_security_adviser") {
      id = "adviser";
    } else {
      portfolio_ = {};
    }
    head_ = id;
  }

  std::string portfolio_or_words() const {
    Words rest;
    std::size_t begin = begin_;
    while (begin < end_ && is_link(words_[begin])) ++begin;
    const auto found = impl_.portfolios_by_name.find(join(words_, begin, end_));
    const bool whole = !found.empty();
    if (whole) return std::string(impl_.portfolios[found[0]].id);
    for (std::size_t i = begin; i < end_; ++i) {
      if (!is_link(words_[i])) rest.push_back(words_[i]);
    }
    std::string text(portfolio_);
    // "ministry", "affairs" of an office whose portfolio is known add nothing.
    if (!text.empty()) {
      std::erase_if(rest, [](std::string_view word) { return word == "affairs"; });
    }
    if (!rest.empty()) text += (text.empty() ? "" : " ") + join(rest, 0, rest.size());
    return text;
  }

  const Catalogue::Impl& impl_;
  std::string folded_;
  Words words_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::string prefix_;  // "deputy "
  std::string head_;    // "minister"
  std::string_view portfolio_;
};

// "State Councilor and Minister of Public Security", "Deputy Prime Minister; Foreign Minister",
// "Aide to the President – Secretary of the Security Council".
std::vector<std::string_view> offices_in(const Catalogue::Impl& impl, std::string_view text) {
  std::vector<std::string_view> parts;
  for_each_part(text, ';', [&](std::string_view part) {
    while (true) {
      const std::size_t cut = part.find(" and ");
      if (cut == std::string_view::npos) break;
      // A second office begins or ends with a head; "Trade and Industry Minister" does not
      // become "Trade": its first half must be an office too.
      const auto ends_office = [&](std::string_view half) {
        const std::string folded = fold(half);
        const Words words = split(folded);
        if (words.empty()) return false;
        const bool first = !impl.offices_by_name.find(words.front()).empty();
        const bool last = !impl.offices_by_name.find(words.back()).empty();
        const bool two =
            words.size() > 1 &&
            !impl.offices_by_name.find(join(words, words.size() - 2, words.size())).empty();
        return first || last || two;
      };
      if (!ends_office(part.substr(0, cut)) || !ends_office(part.substr(cut + 5))) break;
      parts.push_back(part.substr(0, cut));
      part = part.substr(cut + 5);
    }
    parts.push_back(part);
  });
  return parts;
}

}  // namespace

std::string Catalogue::office_key(std::string_view office) const {
  std::vector<std::string> keys;
  std::string text(office);
  for (const std::string_view dash : {" – ", " — ", " - "}) {
    for (std::size_t at = text.find(dash); at != std::string::npos; at = text.find(dash)) {
      text.replace(at, dash.size(), "; ");
    }
  }
  for (const std::string_view part : offices_in(*impl_, text)) {
    keys.push_back(KeyMaker(*impl_, part).make());
  }
  std::sort(keys.begin(), keys.end());
  std::string key;
  for (const std::string& one : keys) key += (key.empty() ? "" : "+") + one;
  return key;
}

}  // namespace rapporteur::catalogue
