#include "copied_reports.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "copied_facts.h"
#include "copied_words.h"
#include "random.h"

namespace rapporteur::bench {
namespace {

using Words = std::span<const std::string_view>;

// ---- wording

struct Sentence {
  std::string_view pattern;
  std::uint64_t seed = 0;  // of its words
};

std::string fact_of(char mark, const Facts& f) {
  const std::string_view people = "pqrs";
  const std::string_view families = "PQRS";
  if (const auto i = people.find(mark); i != people.npos) {
    return f.people[i].first + ' ' + f.people[i].family;
  }
  if (const auto i = families.find(mark); i != families.npos) return f.people[i].family;
  if (mark >= '1' && mark <= '5') return std::to_string(f.figures[mark - '1']);
  switch (mark) {
    case 'f':
      return f.office[0];
    case 'g':
      return f.office[1];
    case 'b':
      return f.body;
    case 'a':
      return f.acronym;
    case 'c':
      return f.place[0];
    case 'd':
      return f.place[1];
    case 'k':
      return f.country[0];
    case 'l':
      return f.country[1];
    case 'o':
      return f.ordinal;
    case 'y':
      return std::to_string(f.year);
    case 'z':
      return std::to_string(f.year + 1);
    case 'e':
      return f.day[0];
    case 'h':
      return f.day[1];
    default:
      return {};
  }
}

Words words_of(char mark) {
  switch (mark) {
    case 'n':
      return nouns();
    case 'm':
      return plurals();
    case 'j':
      return adjectives();
    case 'v':
      return verbs();
    case 'w':
      return infinitives();
    default:
      return {};
  }
}

std::string_view one_for(std::string_view word, Random& random) {
  for (const Words row : synonyms()) {
    if (word == row[0]) return random.pick(row);
  }
  return word;
}

// The pattern in other words, as the sentence's seed has it.
std::string reworded(std::string_view pattern, Random& random) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t end = std::min(pattern.find(' '), pattern.size());
    out += one_for(pattern.substr(0, end), random);
    out += ' ';
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
  }
  out.pop_back();
  return out;
}

std::string render(const Sentence& sentence, const Facts& facts) {
  Random random(sentence.seed);
  std::string out;
  const std::string p = reworded(sentence.pattern, random);
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] != '%') {
      out += p[i];
      continue;
    }
    const Words words = words_of(p[++i]);
    out += words.empty() ? fact_of(p[i], facts) : std::string(random.pick(words));
  }
  return out;
}

std::size_t count_words(std::string_view s) {
  return static_cast<std::size_t>(std::count(s.begin(), s.end(), ' ')) + 1;
}

// Sentences that stand together, in the order of the report.
std::vector<Sentence> draw_wording(Random& random, const Facts& facts) {
  std::vector<Sentence> out;
  const std::size_t length = random.between(330, 470);
  for (std::size_t words = 0; words < length;) {
    out.push_back(
        {out.empty() ? sentence_patterns()[0] : random.pick(sentence_patterns()), random.next()});
    words += count_words(render(out.back(), facts));
  }
  return out;
}

struct Story {
  Sentence headline;
  std::vector<Sentence> sentences;
  Facts facts;
};

Story draw_story(std::uint64_t seed) {
  Random random(seed);
  Story s;
  s.facts = draw_facts(random);
  s.headline = {random.pick(headline_patterns()), random.next()};
  s.sentences = draw_wording(random, s.facts);
  return s;
}

// ---- edits

// One way to write the sounds of a name in other letters.
void respell(std::string& name, int way) {
  static constexpr std::pair<std::string_view, std::string_view> kWays[] = {
      {"kh", "h"}, {"zh", "j"}, {"y", "i"}, {"v", "w"}, {"ts", "c"}, {"ja", "dja"}, {"u", "ou"}};
  const auto& [from, to] = kWays[way];
  const std::size_t at = name.find(from, 1);
  if (at != std::string::npos) name.replace(at, from.size(), to);
}

void respell(Facts& facts, Random& random) {
  for (int i = random.between(1, 3); i > 0; --i) {
    const int way = random.between(0, 6);
    for (Person& p : facts.people) {
      respell(p.family, way);
      respell(p.first, way);
    }
    for (std::string& p : facts.place) respell(p, way);
  }
}

std::string upper(std::string s) {
  for (char& c : s) c = static_cast<char>(std::toupper(c));
  return s;
}

// A customer's page.
class Page {
 public:
  explicit Page(Random& random) : random_(random) {}

  void around(int most) {
    for (int i = random_.between(0, most); i > 0; --i)
      lines_.emplace_back(random_.pick(page_lines()));
  }
  void line(std::string words) { lines_.push_back(std::move(words)); }
  // Paragraphs of one to three sentences.
  void body(const std::vector<std::string>& sentences) {
    std::string paragraph;
    for (const std::string& s : sentences) {
      paragraph += (paragraph.empty() ? "" : " ") + s;
      if (random_.chance(50)) lines_.push_back(std::exchange(paragraph, {}));
    }
    if (!paragraph.empty()) lines_.push_back(paragraph);
  }
  std::string text() const {
    std::string out;
    for (const std::string& l : lines_) out += l + '\n';
    return out;
  }

 private:
  Random& random_;
  std::vector<std::string> lines_;
};

// Puts other words for a few of a sentence's: an editor's hand.
void retouch(std::string& sentence, Random& random) {
  const std::size_t at = sentence.find(" the ", random.below(sentence.size()));
  if (at != std::string::npos) sentence.replace(at, 5, random.chance(50) ? " this " : " a ");
}

void correct_a_figure(std::vector<std::string>& sentences, Random& random) {
  std::string& s = sentences[random.below(sentences.size())];
  const std::size_t at = s.find_first_of("123456789");
  if (at != std::string::npos) s[at] = static_cast<char>('1' + (s[at] - '0') % 9);
}

std::vector<std::string> background(const Facts& facts, Random& random) {
  std::vector<std::string> out;
  for (int i = random.between(2, 4); i > 0; --i) {
    out.push_back(render({random.pick(background_patterns()), random.next()}, facts));
  }
  return out;
}

std::vector<std::string> edited_body(Story& story, Random& random) {
  if (random.chance(35)) respell(story.facts, random);
  std::vector<std::string> out;
  for (const Sentence& s : story.sentences) out.push_back(render(s, story.facts));
  if (random.chance(45)) {
    out.resize(std::max<std::size_t>(6, out.size() * random.between(40, 95) / 100));
  }
  if (random.chance(20))
    out.erase(out.begin() + 2 + static_cast<long>(random.below(out.size() - 2)));
  if (random.chance(30)) {
    for (int i = random.between(1, 6); i > 0; --i) retouch(out[random.below(out.size())], random);
  }
  if (random.chance(3)) correct_a_figure(out, random);
  if (random.chance(30)) {
    const std::vector<std::string> more = background(story.facts, random);
    const std::size_t at = random.chance(50) ? out.size() : 1 + random.below(out.size());
    out.insert(out.begin() + static_cast<long>(at), more.begin(), more.end());
  }
  return out;
}

std::string copy_of(Story story, Random& random) {
  std::vector<std::string> sentences = edited_body(story, random);
  Page page(random);
  const bool has_lines = random.chance(50);
  if (has_lines) page.around(4);
  if (random.chance(60)) story.headline = {random.pick(headline_patterns()), random.next()};
  if (random.chance(90)) page.line(render(story.headline, story.facts));
  if (random.chance(40)) page.line("By " + name(random, 2, 2) + ' ' + name(random, 2, 3));
  if (random.chance(60)) {
    sentences.front() = upper(story.facts.place[0]) + ", " + day(random) + " (" +
                        upper(name(random, 1, 2)) + ") - " + sentences.front();
  }
  page.body(sentences);
  if (has_lines) page.around(5);
  return page.text();
}

std::string plain(const Story& story, Random& random) {
  std::vector<std::string> sentences;
  for (const Sentence& s : story.sentences) sentences.push_back(render(s, story.facts));
  Page page(random);
  page.line(render(story.headline, story.facts));
  page.body(sentences);
  return page.text();
}

// Another agency's report: its own words, but for a statement of two or three sentences.
std::string rival_of(Story story, Random& random) {
  std::vector<Sentence> own = draw_wording(random, story.facts);
  const std::size_t quoted = random.between(2, 3);
  const std::size_t from = random.below(story.sentences.size() - quoted);
  for (std::size_t i = 0; i < quoted; ++i) {
    own[random.below(own.size())] = story.sentences[from + i];
  }
  story.sentences = std::move(own);
  story.headline.seed = random.next();
  return plain(story, random);
}

std::string session_of(Story story, Random& random) {
  story.facts = other_facts(story.facts, random);
  if (random.chance(50)) story.sentences[random.below(story.sentences.size())].seed = random.next();
  return plain(story, random);
}

// 2 to 14 copies, now and then 30 or 100: with the sizes of news agencies' customers in mind.
std::size_t size_of_group(Random& random) {
  if (random.chance(1)) return random.chance(20) ? 100 : 30;
  return random.between(2, random.chance(50) ? 5 : 14);
}

std::string iso_day(int day_of_month) {
  return "2024-05-" + std::string(day_of_month < 10 ? "0" : "") + std::to_string(day_of_month);
}

}  // namespace

CopiedReports::CopiedReports(std::size_t reports, std::size_t groups, std::uint64_t seed)
    : seed_(seed) {
  Random random(seed);
  std::uint32_t next = 0;
  for (; next < groups; ++next) {
    const std::size_t size = size_of_group(random);
    for (std::uint32_t i = 0; i < size && plan_.size() < reports; ++i) {
      plan_.push_back({i == 0 ? Part::original : Part::copy, next, next, i});
    }
  }
  while (plan_.size() < reports) {
    const auto like = static_cast<std::uint32_t>(random.below(groups));
    const Part parts[] = {Part::series, Part::rival, Part::alone};
    plan_.push_back({parts[random.below(3)], next, like, next});
    ++next;
  }
  for (std::size_t i = plan_.size(); i > 1; --i) std::swap(plan_[i - 1], plan_[random.below(i)]);
}

CopiedReport CopiedReports::at(std::size_t index) const {
  const Plan& plan = plan_[index];
  const bool is_alone = plan.part == Part::alone;
  const Story story = draw_story(seed_ * 1000003 + (is_alone ? plan.group : plan.related));
  Random random(seed_ * 7919 + plan.group * 1000033ULL + plan.number);
  CopiedReport out;
  out.part = plan.part;
  out.group = plan.group;
  out.related = plan.related;
  out.origin = "site-" + std::to_string(index % 977) + "/" + std::to_string(index);
  out.published = iso_day(plan.part == Part::original ? 1 : random.between(1, 28));
  switch (plan.part) {
    case Part::copy:
      out.text = copy_of(story, random);
      break;
    case Part::series:
      out.text = session_of(story, random);
      break;
    case Part::rival:
      out.text = rival_of(story, random);
      break;
    case Part::original:
    case Part::alone:
      out.text = plain(story, random);
      break;
  }
  return out;
}

}  // namespace rapporteur::bench
