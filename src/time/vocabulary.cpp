#include "vocabulary.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "word_shapes.h"

namespace rapporteur::time {

namespace {

using text::Shape;

constexpr std::string_view kPrefix = "lexicon/time/";

constexpr std::array<std::pair<std::string_view, Code>, 52> kClasses = {{
    {"month", Code::month},
    {"weekday", Code::weekday},
    {"ordinal", Code::ordinal},
    {"cardinal", Code::cardinal},
    {"vague_count", Code::vague_count},
    {"unit", Code::unit},
    {"half", Code::half},
    {"half_year", Code::half_year},
    {"day_part", Code::day_part},
    {"day_word", Code::day_word},
    {"season", Code::season},
    {"quarter", Code::quarter},
    {"decade", Code::decade},
    {"direction", Code::direction},
    {"rolling", Code::rolling},
    {"same", Code::same},
    {"that", Code::that},
    {"ago", Code::ago},
    {"later", Code::later},
    {"earlier", Code::earlier},
    {"hence", Code::hence},
    {"part", Code::part},
    {"until", Code::until},
    {"since", Code::since},
    {"onwards", Code::onwards},
    {"now", Code::now},
    {"approximate", Code::approximate},
    {"vague_year", Code::vague_year},
    {"article", Code::article},
    {"the", Code::the},
    {"from", Code::from},
    {"between", Code::between},
    {"to", Code::to},
    {"conjunction", Code::conjunction},
    {"in", Code::in},
    {"on", Code::on},
    {"at", Code::at},
    {"of", Code::of},
    {"within", Code::within},
    {"every", Code::every},
    {"genitive", Code::genitive},
    {"clock", Code::clock},
    {"zone", Code::zone},
    {"epoch", Code::epoch},
    {"era", Code::era},
    {"holiday", Code::holiday},
    {"label", Code::label},
    {"counted", Code::counted},
    {"currency", Code::currency},
    {"hyphen", Code::hyphen},
    {"slash", Code::slash},
    {"stop", Code::stop},
}};
constexpr std::array<std::pair<std::string_view, Code>, 18> kMoreClasses = {{
    {"aim", Code::aim},
    {"month_abroad", Code::month_abroad},
    {"period_end", Code::period_end},
    {"namesake", Code::namesake},
    {"event", Code::event},
    {"habit", Code::habit},
    {"possessive", Code::possessive},
    {"pronoun", Code::pronoun},
    {"comma", Code::comma},
    {"colon", Code::colon},
    {"open", Code::open},
    {"close", Code::close},
    {"future", Code::future},
    {"past", Code::past},
    {"present", Code::present},
    {"be", Code::be},
    {"forward", Code::forward},
    {"back", Code::back},
}};

constexpr std::array<std::pair<std::string_view, Unit>, 11> kUnits = {{
    {"day", Unit::day},
    {"week", Unit::week},
    {"weekend", Unit::weekend},
    {"fortnight", Unit::fortnight},
    {"month", Unit::month},
    {"quarter", Unit::quarter},
    {"season", Unit::season},
    {"year", Unit::year},
    {"decade", Unit::decade},
    {"century", Unit::century},
    {"hour", Unit::hour},
}};

template <class Pairs>
auto lookup(const Pairs& pairs, std::string_view name) -> decltype(&pairs[0].second) {
  for (const auto& pair : pairs) {
    if (pair.first == name) return &pair.second;
  }
  return nullptr;
}

std::uint32_t hash_of(std::string_view word) {
  std::uint32_t h = 2166136261U;
  for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return h ^ (h >> 15U);
}

// Of the bits that do not choose the slot.
std::uint16_t mark_of(std::uint32_t hash) { return static_cast<std::uint16_t>(hash >> 16U); }

bool to_number(std::string_view text, int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

bool contains_word(std::string_view list, std::string_view word) {
  bool found = false;
  for_each_part(list, ' ', [&](std::string_view part) { found = found || part == word; });
  return found;
}

}  // namespace

Result<Vocabulary> Vocabulary::load(const Pack& pack) {
  Vocabulary vocabulary;
  const std::vector<std::string> sections = pack.names(kPrefix);
  if (sections.empty()) {
    return Error{ErrorCode::not_found, "the data pack has no words of time", "lexicon/time/*"};
  }
  for (const std::string& section : sections) {
    auto tables = pack.tables(section);
    if (!tables) return tables.error();
    for (const Table& table : *tables) {
      if (auto added = vocabulary.add_table(table, section); !added) return added.error();
    }
  }
  vocabulary.build();
  return vocabulary;
}

Result<Item> Vocabulary::item_of(const Table& table, std::size_t row, std::string_view section) {
  const std::string where = std::string(section) + ":" + std::to_string(table.line(row));
  const std::string_view name = table.at(row, "class");
  const std::string_view value = table.at(row, "value");
  const std::string_view flags = table.at(row, "flags");
  const Code* code = lookup(kClasses, name);
  if (code == nullptr) code = lookup(kMoreClasses, name);
  if (code == nullptr) {
    return Error{ErrorCode::bad_data, "unknown class of word: " + std::string(name), where};
  }
  Item item;
  item.code = *code;
  item.weak = contains_word(flags, "weak");
  item.plural = contains_word(flags, "plural");
  item.common = contains_word(flags, "common");
  int number = 0;
  if (item.code == Code::unit || item.code == Code::period_end) {
    const Unit* unit = lookup(kUnits, value);
    if (unit == nullptr) {
      return Error{ErrorCode::bad_data, "unknown unit: " + std::string(value), where};
    }
    item.value = static_cast<std::int32_t>(*unit);
  } else if (item.code == Code::holiday) {
    auto rules = feast_rules(value);
    if (!rules) return Error{ErrorCode::bad_data, rules.error().message, where};
    item.value = static_cast<std::int32_t>(feasts_.size());
    feasts_.push_back(std::move(*rules));
  } else if (item.code == Code::era) {
    if (!days_of(value)) {
      return Error{ErrorCode::bad_data, "not an EDTF value: " + std::string(value), where};
    }
    item.value = static_cast<std::int32_t>(eras_.size());
    eras_.emplace_back(value);
  } else if (!value.empty()) {
    if (!to_number(value, number)) {
      return Error{ErrorCode::bad_data, "not a number: " + std::string(value), where};
    }
    item.value = number;
  }
  return item;
}

Result<void> Vocabulary::add_table(const Table& table, std::string_view section) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    auto item = item_of(table, row, section);
    if (!item) return item.error();
    std::vector<std::string> words;
    for_each_part(table.at(row, "phrase"), ' ',
                  [&](std::string_view word) { words.emplace_back(word); });
    if (words.empty() || words.size() > 8) {
      return Error{ErrorCode::bad_data, "a phrase has one to eight words",
                   std::string(section) + ":" + std::to_string(table.line(row))};
    }
    const auto [entry, fresh] =
        index_.try_emplace(words[0], static_cast<std::uint32_t>(words_.size()));
    if (fresh) {
      words_.emplace_back().text = words[0];
      longest_ = std::max(longest_, words[0].size());
    }
    if (words.size() == 1) {
      Word& word = words_[entry->second];
      if (word.is_word && word.capital) {  // "Mars", "3 mars 2018"
        word.small = *item;
        continue;
      }
      word.item = *item;
      word.is_word = true;
      word.capital = contains_word(table.at(row, "flags"), "capital");
    } else {
      item->length = static_cast<std::uint8_t>(words.size());
      const std::uint32_t second = hash_of(words[1]);
      phrases_.push_back({std::move(words), second, *item});
    }
  }
  return {};
}

void Vocabulary::build() {
  std::stable_sort(phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) {
    if (a.words[0] != b.words[0]) return a.words[0] < b.words[0];
    return a.words.size() > b.words.size();
  });
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
    Word& word = words_[index_.at(phrases_[i].words[0])];
    if (word.last == 0) word.first = i;
    word.last = i + 1;
  }
  std::size_t size = 64;
  while (size < words_.size() * 3) size *= 2;
  slots_.assign(size, {});
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::uint32_t hash = hash_of(words_[i].text);
    std::size_t slot = hash & (size - 1);
    while (slots_[slot].word != 0) slot = (slot + 1) & (size - 1);
    slots_[slot] = {static_cast<std::uint16_t>(i + 1), mark_of(hash)};
  }
  index_.clear();
  for (std::size_t c = 0; c < signs_.size(); ++c) {
    const char text = static_cast<char>(c);
    const Word* word = find(std::string_view(&text, 1));
    is_sign_[c] = word == nullptr || word->last == word->first;
    if (is_sign_[c] && word != nullptr && !word->capital) signs_[c] = word->item;
  }
}

const Vocabulary::Word* Vocabulary::find(std::string_view word) const {
  if (word.size() > longest_) return nullptr;
  const std::uint32_t hash = hash_of(word);
  for (std::size_t slot = hash & (slots_.size() - 1); slots_[slot].word != 0;
       slot = (slot + 1) & (slots_.size() - 1)) {
    if (slots_[slot].mark != mark_of(hash)) continue;
    const Word& candidate = words_[slots_[slot].word - 1U];
    if (candidate.text == word) return &candidate;
  }
  return nullptr;
}

Item Vocabulary::phrase_item(const text::Document& doc, std::uint32_t token,
                             const Word& word) const {
  const auto word_at = [&](std::uint32_t t) {
    std::string_view lower = doc.lower(t);
    if (lower.size() > 1 && lower.back() == '.') lower.remove_suffix(1);
    return lower;
  };
  if (token + 1 >= doc.size()) return {};
  const std::uint32_t second = hash_of(word_at(token + 1));
  for (std::uint32_t p = word.first; p < word.last; ++p) {
    const Phrase& phrase = phrases_[p];
    if (phrase.second != second) continue;
    const auto count = static_cast<std::uint32_t>(phrase.words.size());
    if (token + count > doc.size()) continue;
    bool same = doc.sentence_of(token) == doc.sentence_of(token + count - 1);
    for (std::uint32_t k = 1; same && k < count; ++k) same = word_at(token + k) == phrase.words[k];
    if (same) return phrase.item;
  }
  return {};
}

Item Vocabulary::word_item(const text::Document& doc, std::uint32_t token) const {
  const std::string_view lower = doc.lower(token);
  const Word* word = find(lower);
  if (word == nullptr && lower.size() > 1 && lower.back() == '.') {
    word = find(lower.substr(0, lower.size() - 1));
  }
  Item item;
  if (word == nullptr && (lower.ends_with("'ll") || lower.ends_with("’ll"))) {
    item.code = Code::future;
    return item;
  }
  if (word != nullptr) {
    if (word->last > word->first) item = phrase_item(doc, token, *word);
    if (item.code == Code::none && word->is_word) {
      // Two letters: a code ("LH 1925"), which a name is not.
      const bool code = word->text.size() == 2 && doc.shape(token) != Shape::upper;
      const bool capital = doc.is_capital(token) && !(word->capital && code);
      item = !word->capital || capital ? word->item : word->small;
    }
    if (item.code != Code::none) return item;
  }
  const Shape shape = doc.shape(token);
  if (shape == Shape::mixed) {
    const bool stopped = lower.size() > 2 && lower.back() == '.';
    const Item mixed = mixed_item(stopped ? lower.substr(0, lower.size() - 1) : lower);
    return mixed.code == Code::none ? glued_date(lower) : mixed;
  }
  const bool opens = shape == Shape::capitalised &&  // "Asked on Thursday whether ..."
                     doc.sentences()[doc.sentence_of(token)].tokens.begin == token;
  item.past_form = (shape == Shape::lower || opens) && lower.size() >= 5 && lower.ends_with("ed");
  return item;
}

// "03MAY2011", "15Sep", "20110503T101500Z": day, month and year without anything between them.
Item Vocabulary::glued_date(std::string_view lower) const {
  Item item;
  const Figures day = figures_of(lower);
  if (day.count == 8 && lower.size() > 8 && lower[8] == 't') {
    if (!is_valid(day.value / 10000, day.value / 100 % 100, day.value % 100)) return item;
    item.code = Code::full_date;
    item.value = day.value;
    return item;
  }
  if (day.count < 1 || day.count > 2 || day.value < 1 || day.value > 31) return item;
  std::string_view rest = lower.substr(day.count);
  std::size_t letters = 0;
  while (letters < rest.size() && rest[letters] >= 'a' && rest[letters] <= 'z') ++letters;
  const Word* month = letters < 3 ? nullptr : find(rest.substr(0, letters));
  if (month == nullptr || !month->is_word || month->item.code != Code::month) return item;
  rest.remove_prefix(letters);
  const Figures year = figures_of(rest);
  if (year.count != rest.size() || (year.count != 0 && year.count != 4)) return item;
  item.code = Code::full_date;
  item.value = year.value * 10000 + month->item.value * 100 + day.value;
  return item;
}

void Vocabulary::classify(const text::Document& doc, std::span<Item> items) const {
  for (std::uint32_t token = 0; token < doc.size(); ++token) {
    if (doc.is_punctuation(token)) {
      const auto sign = static_cast<unsigned char>(doc.lower(token).front());
      if (sign < signs_.size() && is_sign_[sign]) {
        items[token] = signs_[sign];
        continue;
      }
    }
    const bool number = doc.shape(token) == Shape::number;
    items[token] = number ? number_item(doc.lower(token)) : word_item(doc, token);
    if (items[token].code == Code::label && items[token].length > 1) {
      // "climbed to 2016": the label stands directly before its figure.
      Item label = items[token];
      label.length = 1;
      for (std::uint32_t rest = items[token].length; rest > 1; --rest) items[++token] = label;
    }
  }
}

}  // namespace rapporteur::time
