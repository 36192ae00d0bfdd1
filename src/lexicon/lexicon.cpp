// Loading cuts all phrases with the tokeniser that cuts reports, so that both agree; matching
// walks the trie from each token.

#include "rapporteur/lexicon/lexicon.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "rapporteur/catalogue/fold.h"
#include "trie.h"

namespace rapporteur::lexicon {

namespace {

constexpr std::string_view kCueSection = "lexicon/cues/";

enum class Case : std::uint8_t { any, capital, exact };

struct Entry {
  Channel channel;
  Case letters;
  CueClass cue_class;  // of a cue
  std::uint32_t id;
  ByteSpan phrase;         // of Impl::phrases
  std::uint32_t next = 0;  // another entry at the same node; 0: none
};

bool has_lower(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_hyphen(std::string_view lower) { return lower == "-"; }

}  // namespace

struct Lexicon::Impl {
  std::vector<Cue> cues;
  std::map<std::string, CueClass, std::less<>> classes;
  std::string phrases;  // one a line
  std::vector<Entry> entries{Entry{Channel::cue, Case::any, 0, 0, {}, 0}};
  std::unique_ptr<text::Document> doc;  // of `phrases`: owns the words of the vocabulary
  Vocabulary words;
  Trie trie;
  std::vector<std::uint32_t> entry_of;  // per node: its first entry, or 0

  void add(std::string_view phrase, Channel channel, std::uint32_t id, Case letters,
           CueClass cue_class = 0) {
    const auto begin = static_cast<std::uint32_t>(phrases.size());
    phrases += phrase;
    entries.push_back(
        {channel, letters, cue_class, id, {begin, static_cast<std::uint32_t>(phrases.size())}, 0});
    phrases += '\n';
    // "Côte d'Ivoire" is found without its marks too.
    const bool ascii = std::all_of(phrase.begin(), phrase.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii && letters != Case::exact) {
      const std::string plain = catalogue::fold(phrase);
      if (!plain.empty()) add(plain, channel, id, letters, cue_class);
    }
  }

  void add_names(const catalogue::Catalogue& c);
  Result<void> add_cues(const Pack& pack);
  void build();
  [[nodiscard]] std::vector<std::uint32_t> numbers_of_words(const text::Document& text) const;
};

namespace {

// Acronyms match as written; other names need a capital where the table has one.
Case letters_of(std::string_view name) {
  if (!has_lower(name)) return Case::exact;
  const char first = name.front();
  const bool small = first >= 'a' && first <= 'z';
  const bool digit = first >= '0' && first <= '9';  // "3+3 Format"
  return small || digit ? Case::any : Case::capital;
}

// So many words need no capital: "the consultative meeting of the heads of Central Asian states".
Case letters_of_body(std::string_view name) {
  constexpr std::ptrdiff_t kMany = 6;  // words
  const bool many = std::count(name.begin(), name.end(), ' ') + 1 >= kMany;
  return many && has_lower(name) ? Case::any : letters_of(name);
}

}  // namespace

void Lexicon::Impl::add_names(const catalogue::Catalogue& c) {
  const auto each = [&](auto names, Channel channel, auto letters) {
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      if (!names[i].text.empty()) add(names[i].text, channel, i, letters(names[i]));
    }
  };
  const auto by_name = [](const auto& n) { return letters_of(n.text); };
  const auto any = [](const auto&) { return Case::any; };
  each(c.state_names(), Channel::state, by_name);
  for (std::uint32_t i = 0; i < c.body_names().size(); ++i) {
    const catalogue::BodyName& name = c.body_names()[i];
    const bool meeting = name.kind == catalogue::BodyNameKind::meeting;
    add(name.text, meeting ? Channel::meeting : Channel::body, i, letters_of_body(name.text));
  }
  each(c.generic_organs(), Channel::organ, any);
  each(c.notable_place_names(), Channel::place, by_name);
  each(c.office_names(), Channel::office, any);
  each(c.portfolio_names(), Channel::portfolio, any);
  each(c.modifiers(), Channel::modifier, any);
  each(c.honorifics(), Channel::honorific, [](const auto&) { return Case::capital; });
  each(c.topic_names(), Channel::topic, any);
  each(c.speech_act_forms(), Channel::act, any);
}

Result<void> Lexicon::Impl::add_cues(const Pack& pack) {
  for (const std::string& section : pack.names(kCueSection)) {
    const std::string name = section.substr(kCueSection.size());
    const auto number = static_cast<CueClass>(classes.size() + 1);
    classes.emplace(name, number);
    const Result<std::vector<Table>> tables = pack.tables(section);
    if (!tables) return tables.error();
    for (const Table& table : *tables) {
      for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string_view forms = table.at(row, "phrase");
        if (forms.empty()) {
          return Error{ErrorCode::bad_data, "cue row without a phrase",
                       section + ":" + std::to_string(table.line(row))};
        }
        const std::string_view value = table.at(row, "value");
        for_each_part(forms, ';', [&](std::string_view phrase) {
          const auto id = static_cast<std::uint32_t>(cues.size());
          cues.push_back({phrase, value, number});
          add(phrase, Channel::cue, id, Case::any, number);
        });
      }
    }
  }
  return {};
}

void Lexicon::Impl::build() {
  doc = std::make_unique<text::Document>(text::Document::of_phrases(phrases));
  std::uint32_t token = 0;
  for (std::uint32_t e = 1; e < entries.size(); ++e) {
    std::uint32_t node = 0;
    for (; token < doc->size() && doc->span(token).begin < entries[e].phrase.end; ++token) {
      if (is_hyphen(doc->lower(token))) continue;
      node = trie.add_edge(node, words.add(doc->lower(token)));
      if (entry_of.size() < trie.nodes()) entry_of.resize(trie.nodes() + 1024);
    }
    if (node == 0) continue;
    entries[e].next = std::exchange(entry_of[node], e);
  }
  entry_of.resize(trie.nodes());
  trie.finish();
}

// The tables are larger than the near caches: memory is asked for some words ahead.
std::vector<std::uint32_t> Lexicon::Impl::numbers_of_words(const text::Document& text) const {
  constexpr std::uint32_t kAhead = 8;
  std::vector<std::uint64_t> hashes(text.size());
  for (std::uint32_t t = 0; t < text.size(); ++t) hashes[t] = Vocabulary::hash(text.lower(t));
  std::vector<std::uint32_t> numbers(text.size());
  const auto node = [&](std::uint32_t t) { return trie.child(0, numbers[t]); };
  for (std::uint32_t t = 0; t < text.size() + 2 * kAhead; ++t) {
    if (t + 2 * kAhead < text.size()) words.expect_slot(hashes[t + 2 * kAhead]);
    if (t + kAhead < text.size()) words.expect_word(hashes[t + kAhead]);
    if (t < text.size()) {
      numbers[t] = words.find(text.lower(t), hashes[t]);
      trie.expect_root(numbers[t]);
    }
    if (t >= kAhead && t - kAhead < text.size()) {
      __builtin_prefetch(&entry_of[node(t - kAhead)]);
      trie.expect_children(node(t - kAhead));
    }
    if (t >= 2 * kAhead) __builtin_prefetch(&entries[entry_of[node(t - 2 * kAhead)]]);
  }
  return numbers;
}

Lexicon::Lexicon(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Result<Lexicon> Lexicon::load(const Pack& pack, const catalogue::Catalogue& catalogue) {
  auto impl = std::make_unique<Impl>();
  impl->add_names(catalogue);
  if (const Result<void> done = impl->add_cues(pack); !done) return done.error();
  impl->build();
  return Lexicon(std::move(impl));
}

namespace {

// "U.S." in the table and "US" in the text are different phrases; letters must be equal.
bool same_letters(const text::Document& doc, text::TokenRange tokens, std::string_view phrase) {
  std::size_t at = 0;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const std::string_view word = doc.word(t);
    while (at < phrase.size() && (phrase[at] == ' ' || phrase[at] == '-')) ++at;
    if (is_hyphen(doc.lower(t))) continue;
    if (phrase.substr(at, word.size()) != word) return false;
    at += word.size();
  }
  return at == phrase.size();
}

}  // namespace

void Lexicon::match(const text::Document& doc, Matches& out) const {
  const Impl& impl = *impl_;
  out.matches_.clear();
  out.starts_.assign(doc.size() + 1, 0);
  out.bits_.assign(doc.size(), {});
  const std::vector<std::uint32_t> words = impl.numbers_of_words(doc);

  for (std::uint32_t t = 0; t < doc.size(); ++t) {
    const auto first = static_cast<std::uint32_t>(out.matches_.size());
    out.starts_[t] = first;
    const std::uint32_t stop = doc.sentences()[doc.sentence_of(t)].tokens.end;
    std::array<std::uint32_t, kChannels> longest{};
    std::uint32_t node = 0;
    for (std::uint32_t end = t; end < stop; ++end) {
      if (end > t && is_hyphen(doc.lower(end)) && !doc.space_before(end)) continue;
      node = impl.trie.child(node, words[end]);
      if (node == 0) break;
      for (std::uint32_t e = impl.entry_of[node]; e != 0; e = impl.entries[e].next) {
        const Entry& entry = impl.entries[e];
        const text::TokenRange tokens{t, end + 1};
        if (entry.letters == Case::capital && !doc.is_capital(t)) continue;
        if (entry.letters == Case::exact &&
            !same_letters(doc, tokens, entry.phrase.of(impl.phrases))) {
          continue;
        }
        Matches::Bits& bits = out.bits_[t];
        bits.channels |= Matches::bit_of(entry.channel);
        bits.cues[Matches::word_of(entry.cue_class)] |= Matches::bit_of(entry.cue_class);
        longest[static_cast<std::size_t>(entry.channel)] = end + 1;
        out.matches_.push_back({tokens, entry.channel, entry.cue_class, entry.id});
      }
    }
    const auto begin = out.matches_.begin() + first;
    // A cue may be hidden by a longer one only within its own class; cue_at() sees to that.
    out.matches_.erase(std::remove_if(begin, out.matches_.end(),
                                      [&](const Match& m) {
                                        return m.channel != Channel::cue &&
                                               m.tokens.end !=
                                                   longest[static_cast<std::size_t>(m.channel)];
                                      }),
                       out.matches_.end());
    std::sort(out.matches_.begin() + first, out.matches_.end(), [](const Match& a, const Match& b) {
      if (a.channel != b.channel) return a.channel < b.channel;
      if (a.tokens.end != b.tokens.end) return a.tokens.end > b.tokens.end;
      return a.id < b.id;
    });
  }
  out.starts_[doc.size()] = static_cast<std::uint32_t>(out.matches_.size());
}

const std::vector<Cue>& Lexicon::cues() const { return impl_->cues; }

CueClass Lexicon::cue_class(std::string_view name) const {
  const auto it = impl_->classes.find(name);
  return it == impl_->classes.end() ? CueClass{0} : it->second;
}

const Cue* Lexicon::find_cue(const Matches& matches, std::uint32_t token, CueClass wanted,
                             const Match** match) const {
  for (const Match& m : matches.at(token)) {
    if (m.channel != Channel::cue || m.cue_class != wanted) continue;
    if (match != nullptr) *match = &m;
    return &impl_->cues[m.id];
  }
  return nullptr;
}

const Cue* Lexicon::find_cue(const Matches& matches, std::uint32_t token, CueClass wanted,
                             std::string_view value, const Match** match) const {
  for (const Match& m : matches.at(token)) {
    if (m.channel != Channel::cue || m.cue_class != wanted) continue;
    if (impl_->cues[m.id].value != value) continue;
    if (match != nullptr) *match = &m;
    return &impl_->cues[m.id];
  }
  return nullptr;
}

const Match* Matches::first_of(std::uint32_t token, Channel channel) const {
  for (const Match& m : at(token)) {
    if (m.channel == channel) return &m;
  }
  return nullptr;
}

}  // namespace rapporteur::lexicon
