#include "copied_facts.h"

#include <cctype>
#include <utility>

#include "copied_words.h"

namespace rapporteur::bench {

std::string name(Random& random, int syllables_least, int syllables_most) {
  std::string out;
  const int count = random.between(syllables_least, syllables_most);
  for (int i = 0; i < count; ++i) out += random.pick(syllables());
  out[0] = static_cast<char>(std::toupper(out[0]));
  return out;
}

static Person person(Random& random) { return {name(random, 2, 3), name(random, 2, 4)}; }

std::string day(Random& random) {
  return std::to_string(random.between(1, 28)) + ' ' + std::string(random.pick(months()));
}

static std::string ordinal(int n) {
  const char* const ends[] = {"th", "st", "nd", "rd"};
  const bool teen = n % 100 > 10 && n % 100 < 14;
  return std::to_string(n) + ends[!teen && n % 10 < 4 ? n % 10 : 0];
}

static void draw_time(Random& random, Facts& f) {
  f.year = random.between(1996, 2029);
  f.ordinal = ordinal(random.between(2, 60));
  for (std::string& d : f.day) d = day(random);
}

static void draw_figures(Random& random, Facts& f) {
  for (int& figure : f.figures) figure = random.between(3, 990);
}

Facts draw_facts(Random& random) {
  Facts f;
  for (Person& p : f.people) p = person(random);
  for (std::string& o : f.office) o = random.pick(offices());
  for (std::string& p : f.place) p = name(random, 2, 3);
  for (std::string& c : f.country) c = name(random, 2, 3) + "ia";
  f.body = name(random, 2, 2) + " " + name(random, 2, 2) + " Council";
  f.acronym = {f.body[0], f.body[f.body.find(' ') + 1], 'C'};
  draw_time(random, f);
  draw_figures(random, f);
  return f;
}

Facts other_facts(Facts f, Random& random) {
  const Facts old = f;
  draw_time(random, f);
  if (f.year == old.year) ++f.year;
  if (f.ordinal == old.ordinal) f.ordinal = "61st";
  if (random.chance(50)) draw_figures(random, f);
  const std::size_t new_people = random.below(5);
  for (std::size_t i = 0; i < new_people; ++i) f.people[i] = person(random);
  if (random.chance(60)) {
    for (std::string& p : f.place) p = name(random, 2, 3);
  }
  return f;
}

}  // namespace rapporteur::bench
