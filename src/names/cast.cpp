// Who is who. Each person gets the offices that stand next to the name (title before it,
// apposition after it); a list after a plural office shares it out; later mentions by a part of
// the name, by the office or as "his counterpart" lead back to the person.

#include "rapporteur/names/cast.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "implied.h"
#include "naming.h"
#include "rapporteur/catalogue/fold.h"
#include "state_groups.h"
#include "state_list.h"

namespace rapporteur::names {

namespace {

using catalogue::npos;
using lexicon::Channel;
using lexicon::Match;
using tagger::Label;
using tagger::Tag;
using text::TokenRange;

constexpr std::size_t kAcronym = 3;  // letters of an office in short: "PM", "FM"

class Work {
 public:
  Work(const Text& text, const Cues& cues)
      : t_(text), doc_(text.doc), n_(text, cues), lists_(n_), groups_(n_, lists_) {}

  Cast run() {
    attach_titles(n_);
    read_stacked_rows(n_);
    read_rows(n_);
    share_portfolios_in_order(n_);
    share_groups(n_);
    share_paired_sides(n_);
    share_senders(n_);
    share_bodies(n_);
    share_sides(n_);
    share_told_delegations(n_);
    share_memberships(n_);
    share_company(n_);
    share_hosts(n_);
    share_owners_in_order(n_);
    join_semicolons(n_);
    take_possessors(n_);
    share_late_names(n_);
    cast_.offices = n_.offices;
    gather();
    complete_people(n_, cast_.people);
    add_unnamed();
    add_counterparts();
    add_collectives();
    std::sort(cast_.mentions.begin(), cast_.mentions.end(),
              [](const Mention& a, const Mention& b) { return a.tokens.begin < b.tokens.begin; });
    cast_.index(doc_.size());
    return std::move(cast_);
  }

 private:
  [[nodiscard]] std::string_view lower(std::uint32_t t) const { return n_.lower(t); }
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const {
    return n_.same_sentence(a, b);
  }

  // With which letters the words of a name begin: names that differ there are told apart at once.
  struct Initials {
    explicit Initials(const std::vector<std::string>& words) : count(words.size()) {
      for (const std::string& word : words) letters |= 1ULL << (word.front() & 63);
    }
    // All of the shorter name's are the longer one's.
    [[nodiscard]] bool may_be(const Initials& other) const {
      const bool shorter = count <= other.count;
      return ((shorter ? letters & ~other.letters : other.letters & ~letters)) == 0;
    }
    std::size_t count;
    std::uint64_t letters = 0;
  };

  // Namings of the same person -> people and mentions.
  void gather() {
    std::vector<std::vector<std::string>> words_of;  // per person: folded words of the name
    std::vector<Initials> initials_of;               // of these
    for (const Naming& n : n_.all) {
      const std::vector<std::string> words = name_words(n.tokens);
      const Initials initials(words);
      std::uint32_t person = kNobody;
      for (std::uint32_t p = 0; p < cast_.people.size() && person == kNobody; ++p) {
        if (!initials_of[p].may_be(initials)) continue;
        if (same_name(words_of[p], words, cast_.people[p], n)) person = p;
      }
      if (person == kNobody && words.size() > 1) person = spelled_otherwise(n_, cast_.people, n);
      if (person == kNobody) {
        person = static_cast<std::uint32_t>(cast_.people.size());
        cast_.people.push_back({name_text(n.tokens), doc_.span(n.tokens), {}, {}, {}, false});
        words_of.push_back(words);
        initials_of.push_back(initials);
      }
      Person& p = cast_.people[person];
      if (words.size() > words_of[person].size()) {
        words_of[person] = words;
        initials_of[person] = initials;
        p.name = name_text(n.tokens);
        p.words = doc_.span(n.tokens);
      }
      person_of_.push_back(person);
      for (const Office& o : n.offices) add_office(p, o);
      if (!p.state && n.state) p.state = n.state;
      if (!p.body && n.body) p.body = n.body;
      cast_.mentions.push_back({n.whole, MentionKind::name, person, kNobody, {}});
    }
    for (const Namings::StandingIn& s : n_.stand_ins) {
      cast_.stand_ins.push_back(
          {person_of_[s.naming], s.other == kNobody ? kNobody : person_of_[s.other], s.office});
    }
  }

  [[nodiscard]] std::vector<std::string> name_words(TokenRange r) const {
    std::vector<std::string> out;
    for (std::uint32_t t = r.begin; t < r.end; ++t) {
      if (doc_.is_punctuation(t)) continue;
      std::string word = catalogue::fold(doc_.word(t));
      if (!word.empty()) out.push_back(std::move(word));
    }
    return out;
  }

  // "FUMIO KISHIDA" and line breaks as the eye reads them.
  [[nodiscard]] std::string name_text(TokenRange r) const {
    std::string out;
    for (const char c : doc_.slice(doc_.span(r))) out += c == '\n' ? ' ' : c;
    return out;
  }

  // "Salman" in "Mohammed bin |Salman|": that of the father.
  static bool is_fathers(const std::string& word, const std::vector<std::string>& name) {
    const auto at = std::find(name.begin(), name.end(), word);
    if (at == name.end() || at == name.begin()) return false;
    const std::string& before = *std::prev(at);
    return before == "bin" || before == "ibn" || before == "bint";
  }

  // All words of the shorter one stand in the longer one (initials count), and one is long enough.
  static bool same_name(const std::vector<std::string>& known, const std::vector<std::string>& now,
                        const Person& person, const Naming& naming) {
    const auto& shorter = known.size() <= now.size() ? known : now;
    const auto& longer = known.size() <= now.size() ? now : known;
    if (shorter.empty()) return false;
    if (person.state && naming.state && person.state.id != naming.state.id) return false;
    if (shorter.size() < longer.size() && is_fathers(shorter.front(), longer)) return false;
    bool whole_word = false;
    for (const std::string& word : shorter) {
      const bool whole = std::find(longer.begin(), longer.end(), word) != longer.end();
      const bool found =
          whole || std::any_of(longer.begin(), longer.end(), [&](const std::string& other) {
            return (word.size() == 1 && other.starts_with(word)) ||
                   (other.size() == 1 && word.starts_with(other));
          });
      if (!found) return false;
      // "Lu" is all of a family name where it stands at an end of the longer one; "S. Jansen" is
      // not "Kim J. Smith".
      whole_word = whole_word || (whole && word.size() > 2) ||
                   (word.size() == 2 && (word == longer.front() || word == longer.back()));
    }
    return whole_word;
  }

  // "PM", "Deputy PM"
  static bool is_short(std::string_view office) {
    const std::size_t space = office.rfind(' ');
    if (space != std::string_view::npos) office.remove_prefix(space + 1);
    const auto capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    return office.size() <= kAcronym && std::all_of(office.begin(), office.end(), capital);
  }

  static void add_office(Person& p, const Office& office) {
    const std::string folded = catalogue::fold(office.text);
    for (Office& known : p.offices) {
      // "Presidents A and B", later "President A"; "PM A", later "Prime Minister A".
      const bool shorter = is_short(office.text) && !is_short(known.text);
      const bool fuller = !shorter && ((known.plural && !office.plural) ||
                                       (is_short(known.text) && !is_short(office.text)));
      if (fuller && known.office == office.office) {
        known = office;
        return;
      }
      const std::string other = catalogue::fold(known.text);
      if (other == folded || other.find(folded) != std::string::npos) return;
      if (folded.find(other) != std::string::npos) {
        known = office;
        return;
      }
      // "Minister for Foreign Affairs" and later "the Minister", "Foreign Minister Lavrov".
      if (known.office == office.office) return;
    }
    if (p.offices.size() < 4) p.offices.push_back(office);
  }

  // "Omani |and| Fijian ministers", "Omani|,| Fijian ministers hold talks", as headlines have it.
  [[nodiscard]] bool joins_another(std::uint32_t begin) const {
    if (begin < 2) return false;
    if (lower(begin - 1) == "and") return true;
    const Tag* tag = t_.tags.covering(begin - 2);
    return lower(begin - 1) == "," && tag != nullptr && tag->label == Label::nationality &&
           doc_.sentence_of(begin - 2) == doc_.sentence_of(begin);
  }

  // Offices that no name takes: groups, unnamed holders, and those who are named elsewhere.
  void add_unnamed() {
    for (std::uint32_t o = 0; o < n_.offices.size(); ++o) {
      if (n_.used[o]) continue;
      Office& office = n_.offices[o];
      if (office.plural && take_group(office)) continue;
      if (!office.state && !office.body && !office.plural) {
        office.state = n_.possessor_before(office.tokens.begin);
      }
      const bool known_body = office.body && office.body.id != npos;
      if (!office.state && !known_body) office.state = state_of_words(n_, office);
      Mention m{office.tokens, MentionKind::office, kNobody, o, {}};
      if (office.state) m.states.push_back(office.state);
      if (office.plural) {
        const bool adjective =
            office.state && office.state.words.begin < office.words.front().begin;
        const std::uint32_t begin = m.tokens.begin;
        if (adjective && joins_another(begin)) lists_.before(begin - 1, m);
        lists_.after(office.tokens.end, m);
      } else if (lower(office.tokens.end) == ":" && !office.state) {
        lists_.after(office.tokens.end, m);  // "Vice President: Comoros"
      }
      if (!office.plural) m.person = holder_of(office, office.tokens.begin);
      if (office.plural && m.states.empty() && is_counted(office.tokens)) continue;
      std::optional<Mention> those;
      if (office.plural && m.states.empty()) those = lists_.those_of(m);
      cast_.mentions.push_back(std::move(m));
      if (those) cast_.mentions.push_back(*std::move(those));
    }
  }

  // "|Officials| from the health ministries of A and B": more than the office says. False: not.
  bool take_group(const Office& office) {
    if (office.body || office.words.empty()) return false;
    std::optional<StateGroup> group = groups_.at(doc_.token_at(office.words.front().begin));
    if (!group || !group->office || group->office->text.size() <= office.text.size()) return false;
    add_group(*std::move(group));
    return true;
  }

  // "senior officials of A and B". Its words are no office that anybody else may look for.
  void add_group(StateGroup group) {
    if (group.office) {
      group.mention.office = static_cast<std::uint32_t>(cast_.offices.size());
      cast_.offices.push_back(*std::move(group.office));
    }
    cast_.mentions.push_back(std::move(group.mention));
  }

  // "|the two heads of state|": those who were named, whatever their offices are called.
  [[nodiscard]] bool is_counted(TokenRange office) const {
    if (lower(office.begin) != "heads") return false;
    for (std::uint32_t back = 1; back <= 2 && office.begin >= back; ++back) {
      const Match* m = nullptr;
      const lexicon::Cue* cue = n_.cue(office.begin - back, n_.cues.collective, &m);
      if (cue != nullptr && cue->value == "sides" && m->tokens.end == office.end) return true;
    }
    return false;
  }

  // The sentence names that person before `token`.
  [[nodiscard]] bool is_named_before(std::uint32_t person, std::uint32_t token) const {
    for (std::size_t i = n_.next(token); i-- > 0;) {
      if (!same_sentence(n_.all[i].tokens.begin, token)) return false;
      if (person_of_[i] == person && n_.all[i].tokens.end <= token) return true;
    }
    return false;
  }

  // "|The Foreign Minister| met X, Foreign Minister of Peru": whom the rest of the sentence names.
  [[nodiscard]] bool is_named_behind(std::uint32_t person, std::uint32_t token) const {
    for (std::size_t i = n_.next(token); i < n_.all.size(); ++i) {
      if (!same_sentence(n_.all[i].tokens.begin, token)) return false;
      if (person_of_[i] == person) return true;
    }
    return false;
  }

  // Who holds that office, by what the text says up to `before` or, failing that, later.
  [[nodiscard]] std::uint32_t holder_of(const Office& office, std::uint32_t before) const {
    std::uint32_t best = kNobody;
    bool best_worded = false;  // in the very words
    bool best_agrees = false;  // of that state, by what is said
    const std::string wording = catalogue::fold(office.text);
    for (std::uint32_t p = 0; p < cast_.people.size(); ++p) {
      const Person& person = cast_.people[p];
      if (office.state && person.state && office.state.id != person.state.id) continue;
      const bool same =
          std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& o) {
            return o.office == office.office || leads_as(t_.catalogue, office, o);
          });
      if (!same) continue;
      if (is_named_behind(p, before)) continue;
      // "President A met the Peruvian President": another one.
      const bool unsaid = !person.state || person.state_from_context;
      if (office.state && unsaid && is_named_before(p, before)) continue;
      // "brought a message from Qatar's Amir B. |The Amir| received A": the one who was there
      if (best != kNobody && !office.state && is_sender(n_, person)) continue;
      const bool agrees = office.state && person.state;
      if (!agrees && (!office.definite || best_agrees)) continue;
      const bool worded =
          std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& o) {
            return catalogue::fold(o.text).find(wording) != std::string::npos;
          });
      if (best_worded && !worded && agrees == best_agrees) continue;
      const std::uint32_t at = doc_.token_at(person.words.begin);
      const bool surer = worded != best_worded || agrees != best_agrees;
      if (best == kNobody || at < before || surer) best = p;
      best_worded = worded;
      best_agrees = agrees;
    }
    return best != kNobody ? best : only_minister(n_, cast_.people, office);
  }

  // "with their Kyrgyz and Tajik colleagues", "counterparts from Oman and Iran": nobody's name.
  void add_counterparts() {
    std::vector<bool> taken(doc_.size());
    for (const Mention& m : cast_.mentions) {
      for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) taken[t] = true;
    }
    const std::size_t told = n_.offices.size();  // in the order of the text
    std::size_t at = 0, group = told;
    for (std::uint32_t t = 0; t < doc_.size(); ++t) {
      const Match* match = nullptr;
      if (taken[t] || n_.cue(t, n_.cues.counterpart, &match) == nullptr) continue;
      Mention m{match->tokens, MentionKind::office, kNobody, kNobody, {}};
      lists_.before(t, m);
      lists_.after(match->tokens.end, m);
      const std::size_t next = n_.next(t);
      const Office* earlier = n_.office_of_acting(t);
      const bool far =
          next > 0 && doc_.sentence_of(t) - doc_.sentence_of(n_.all[next - 1].tokens.begin) > 2;
      const bool named = earlier != nullptr && !far;
      // "The |foreign ministers| met. They were joined by their counterparts from Oman"
      for (; at < told && cast_.offices[at].tokens.end <= t; ++at) {
        if (cast_.offices[at].plural) group = at;
      }
      const bool near =
          group < told && !cast_.offices[group].words.empty() &&
          doc_.sentence_of(t) - doc_.sentence_of(cast_.offices[group].tokens.begin) < 2;
      if (m.states.empty() || (!named && !near)) continue;
      Office office = named ? n_.fullest(*earlier, next) : cast_.offices[group];
      office.tokens = match->tokens;
      office.plural = true;
      office.state = {};
      office.body = {};
      m.office = static_cast<std::uint32_t>(cast_.offices.size());
      cast_.offices.push_back(std::move(office));
      cast_.mentions.push_back(std::move(m));
    }
  }

  void add_collectives() {
    std::vector<bool> taken(doc_.size());
    for (const Mention& m : cast_.mentions) {
      for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) taken[t] = true;
    }
    for (std::uint32_t t = 0; t < doc_.size(); ++t) {
      if (taken[t]) continue;
      if (std::optional<StateGroup> group = groups_.at(t)) {
        t = group->mention.tokens.end - 1;
        add_group(*std::move(group));
        continue;
      }
      const Match* m = nullptr;
      const lexicon::Cue* cue = t_.lexicon.cue_at(t_.matches, t, n_.cues.collective, &m);
      const bool group = cue != nullptr && (cue->value != "number" || n_.stands_alone(m->tokens));
      const std::string_view next = group ? lower(m->tokens.end) : std::string_view();
      if (group && next != "of" && next != "from") {  // "the delegations of A and B" are of these
        cast_.mentions.push_back({m->tokens, MentionKind::collective, kNobody, kNobody, {}});
        t = m->tokens.end - 1;
      }
    }
  }

  const Text& t_;
  const text::Document& doc_;
  Namings n_;
  StateLists lists_;                      // of n_
  StateGroups groups_;                    // of n_
  std::vector<std::uint32_t> person_of_;  // per naming, of Cast::people
  Cast cast_;
};

}  // namespace

void Cast::index(std::uint32_t tokens) {
  const auto mark = [](std::vector<std::uint32_t>& of, TokenRange r, std::size_t position) {
    for (std::uint32_t t = r.begin; t < r.end; ++t)
      of[t] = static_cast<std::uint32_t>(position + 1);
  };
  of_token_.assign(tokens, 0);
  office_of_token_.assign(tokens, 0);
  for (std::size_t i = 0; i < mentions.size(); ++i) mark(of_token_, mentions[i].tokens, i);
  for (std::size_t i = 0; i < offices.size(); ++i) mark(office_of_token_, offices[i].tokens, i);
}

Caster::Caster(const lexicon::Lexicon& lexicon) : cues_(std::make_unique<Cues>(lexicon)) {}
Caster::Caster(Caster&&) noexcept = default;
Caster& Caster::operator=(Caster&&) noexcept = default;
Caster::~Caster() = default;

Cast Caster::cast(const Text& text) const { return Work(text, *cues_).run(); }

}  // namespace rapporteur::names
