// One word for ministers, with as many matters as names: "his foreign and trade ministers, A and
// B", "the ministers of health and of labour, A and B".

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "name_list.h"
#include "naming.h"

namespace rapporteur::names {

namespace {

using lexicon::Channel;
using lexicon::Match;
using text::TokenRange;

// The matters of an office of several and the words that are said once.
struct Matters {
  std::vector<TokenRange> matters;
  TokenRange head;  // "ministers", "ministers of"
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class PortfoliosInOrder {
 public:
  explicit PortfoliosInOrder(Namings& namings) : n_(namings), names_(namings) {}

  void run() {
    for (std::uint32_t o = 0; o < n_.offices.size(); ++o) {
      const Office& office = n_.offices[o];
      if (!office.plural || office.words.empty() || office.body) continue;
      Matters m = before_head(office);
      if (m.matters.size() < 2) m = behind_head(office);
      if (m.matters.size() > 1) share(o, m);
    }
  }

 private:
  // The matter that ends at `end`, or starts at `at`; empty if there is none.
  [[nodiscard]] TokenRange matter_ending(std::uint32_t end) const {
    constexpr std::uint32_t kLongest = 4;
    for (std::uint32_t back = std::min(kLongest, end); back > 0; --back) {
      for (const Match& m : n_.t.matches.at(end - back)) {
        if (m.channel == Channel::portfolio && m.tokens.end == end) return m.tokens;
      }
    }
    return {};
  }
  [[nodiscard]] TokenRange matter_at(std::uint32_t at) const {
    const Match* m = n_.t.matches.find(at, Channel::portfolio);
    return m == nullptr ? TokenRange{} : m->tokens;
  }

  // "|foreign and trade| ministers"
  [[nodiscard]] Matters before_head(const Office& office) const {
    Matters out;
    const std::uint32_t first = n_.doc.token_at(office.words.front().begin);
    const std::uint32_t last = n_.doc.token_at(office.words.back().end - 1);
    std::uint32_t at = last;
    TokenRange own;
    while (at > first && own.empty()) own = matter_ending(at--);
    if (own.empty()) own = matter_at(first);
    if (own.empty() || own.end > last || own.begin < first) return out;
    if (matter_ending(last + 1).end == last + 1) return out;  // "ministers of trade and |labour|"
    out.head = {own.end, last + 1};
    out.end = office.tokens.end;
    const std::uint32_t floor = n_.sentence(first).begin;
    for (TokenRange next = own; !next.empty();) {
      out.matters.insert(out.matters.begin(), next);
      out.begin = next.begin;
      std::uint32_t end = next.begin;
      while (end > floor && is_joint(n_.lower(end - 1))) --end;
      next = end < out.begin ? matter_ending(end) : TokenRange{};
      if (!next.empty() && next.begin < floor) next = {};
    }
    return out;
  }

  // "ministers |of health and of labour|"
  [[nodiscard]] Matters behind_head(const Office& office) const {
    Matters out;
    const std::uint32_t first = n_.doc.token_at(office.words.front().begin);
    std::uint32_t of = first;
    while (of < office.tokens.end && n_.lower(of) != "of" && n_.lower(of) != "for") ++of;
    if (of == office.tokens.end) return out;
    out.begin = first;
    out.head = {first, of + 1};
    for (std::uint32_t at = of + 1;;) {
      const TokenRange matter = matter_at(at);
      if (matter.empty()) break;
      out.matters.push_back(matter);
      out.end = at = matter.end;
      while (is_joint(n_.lower(at))) ++at;
      if (at == matter.end) break;
      if (n_.lower(at) == "of" || n_.lower(at) == "for") ++at;
    }
    return out;
  }

  void share(std::uint32_t o, const Matters& m) {
    const std::vector<std::size_t> names = names_.after(m.end);
    if (names.size() != m.matters.size()) return;
    for (const std::size_t i : names) {
      if (!n_.all[i].offices.empty()) return;
    }
    Named state = n_.offices[o].state ? n_.offices[o].state : owner(m.begin);
    if (!state) state = n_.all[names.back()].state;  // "ministers A and |B of Peru|"
    const bool behind = m.head.begin < m.matters.front().begin;
    for (std::size_t k = 0; k < names.size(); ++k) {
      Office one = n_.offices[o];
      const ByteSpan head = n_.doc.span(m.head);
      const ByteSpan matter = n_.doc.span(m.matters[k]);
      one.words =
          behind ? std::vector<ByteSpan>{head, matter} : std::vector<ByteSpan>{matter, head};
      one.text =
          std::string(n_.doc.slice(one.words[0])) + ' ' + std::string(n_.doc.slice(one.words[1]));
      const std::string plural = one.text;
      know(one, one.text);
      make_singular(n_.t.catalogue, one);
      if (one.text == plural) {  // no table has the whole, but "ministers"
        know(one, n_.lower(behind ? m.head.begin : m.head.end - 1));
        make_singular(n_.t.catalogue, one);
      }
      Naming& n = n_.all[names[k]];
      if (state && !n.state) n.state = state;
      one.state = n.state;
      one.plural = false;
      n.offices.push_back(std::move(one));
    }
    n_.used[o] = true;
  }

  // "foreign ministers", where "foreign and trade ministers" is said: the office of that name.
  void know(Office& office, std::string_view text) const {
    const auto same = [](char a, char b) {
      return std::tolower(static_cast<unsigned char>(a)) ==
             std::tolower(static_cast<unsigned char>(b));
    };
    for (const catalogue::OfficeName& name : n_.t.catalogue.office_names()) {
      const bool known = name.plural && std::equal(name.text.begin(), name.text.end(), text.begin(),
                                                   text.end(), same);
      if (known) office.office = name.office;
    }
  }

  // "X came with |his| foreign and trade ministers": whose they are, the first of the sentence.
  [[nodiscard]] Named owner(std::uint32_t begin) const {
    if (begin == 0 || (n_.lower(begin - 1) != "his" && n_.lower(begin - 1) != "her")) return {};
    const std::size_t i = n_.next(n_.sentence(begin).begin);
    return i < n_.all.size() && n_.all[i].tokens.begin < begin ? n_.all[i].state : Named{};
  }

  Namings& n_;
  NameLists names_;  // of n_
};

}  // namespace

void share_portfolios_in_order(Namings& namings) { PortfoliosInOrder(namings).run(); }

}  // namespace rapporteur::names
