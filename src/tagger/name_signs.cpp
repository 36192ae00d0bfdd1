// What the words of a name, and those around it, say it is: an office, a building, a ruler's title.
#include <algorithm>

#include "work.h"

namespace rapporteur::tagger {

using lexicon::Match;

// "|of| Bahrain", "|of| the Republic of Maldives"
bool Work::leads_to_state(std::uint32_t token) const {
  if (doc_.lower(token) != "of") return false;
  const std::uint32_t state = doc_.lower(token + 1) == "the" ? token + 2 : token + 1;
  return matches_.find(state, lexicon::Channel::state) != nullptr;
}

// "the |Ministry of Trade| of Sri Lanka", "the |High Commission| of Maldives in Singapore": an
// authority is told apart from its state. Where its own name ends.
std::uint32_t Work::before_owner(TokenRange r) const {
  const bool authority = impl_.lexicon->cue_at(matches_, r.begin, impl_.authority) != nullptr;
  for (std::uint32_t t = r.begin + 1; t + 1 < r.end; ++t) {
    if ((authority || doc_.lower(t - 1) == "affairs") && leads_to_state(t)) return t;
  }
  return r.end;
}

// "|Minister of Water Resources| Ana Silva", "|Union Minister for Trade|": an office with what it
// is for.
bool Work::is_office(TokenRange r) const {
  constexpr std::uint32_t kBefore = 2;  // words of "First Deputy"
  for (std::uint32_t t = r.begin; t < std::min(r.begin + kBefore + 1, r.end); ++t) {
    const lexicon::Match* office = matches_.find(t, lexicon::Channel::office);
    if (office != nullptr && office->tokens.end < r.end && !doc_.lower(t).ends_with("s")) {
      const std::string_view link = doc_.lower(office->tokens.end);
      if (link == "of" || link == "for") return true;
    }
    if (!doc_.is_capital(t)) return false;
  }
  return false;
}

// "Justice |Okello|" which the model took for a body: where the name begins behind somebody's
// honorific, or r.begin.
std::uint32_t Work::behind_honorific(TokenRange r) const {
  constexpr std::uint32_t kMostWords = 3;
  const Match* match = matches_.find(r.begin, lexicon::Channel::honorific);
  if (match == nullptr || match->tokens.end >= r.end) return r.begin;
  const TokenRange name{match->tokens.end, r.end};
  if (name.size() > kMostWords || !is_titled(name)) return r.begin;
  for (std::uint32_t t = name.begin; t < name.end; ++t) {
    if (doc_.shape(t) != text::Shape::capitalised) return r.begin;
  }
  return name.begin;
}

// "|Meets|", "|Receives|" in a headline, and no name.
bool Work::is_headline_verb(std::uint32_t token) const {
  constexpr std::uint8_t kName =
      catalogue::kGiven | catalogue::kFamily | catalogue::kFamilyFirst | catalogue::kParticle;
  const text::LineRole role = doc_.sentences()[doc_.sentence_of(token)].role;
  if (role != text::LineRole::headline && !shouted(token)) return false;
  if (!doc_.lower(token).ends_with("s") || (bits(token) & kName) != 0) return false;
  return impl_.lexicon->cue_at(matches_, token, impl_.meeting_verb) != nullptr ||
         impl_.lexicon->cue_at(matches_, token, impl_.person_verb) != nullptr;
}

// "ILO Director General |Ana Silva|": behind an office of two words or more inside the name.
std::uint32_t Work::behind_office(TokenRange r) const {
  for (std::uint32_t t = r.begin; t + 2 < r.end; ++t) {
    const lexicon::Match* office = matches_.find(t, lexicon::Channel::office);
    const bool inside =
        office != nullptr && office->tokens.size() > 1 && office->tokens.end < r.end;
    if (inside) return office->tokens.end;
  }
  return r.begin;
}

// "at the |San Martin Palace|", "|State House| announced"
bool Work::is_building(TokenRange r) const {
  if (r.size() < 2) return false;
  const lexicon::Match* whole = nullptr;
  const bool known = impl_.lexicon->cue_at(matches_, r.begin, impl_.venue, &whole) != nullptr;
  if (known && whole->tokens == r) return true;
  return r.begin > 0 && doc_.lower(r.begin - 1) == "the" &&
         impl_.lexicon->cue_at(matches_, r.end - 1, impl_.venue) != nullptr;
}

// "|Honourable| Ana Silva", "|the| Honourable Ana Silva", "13 |September| Silva".
bool Work::opens_title(std::uint32_t token) const {
  const bool more = token + 1 < doc_.size();
  if (more && is_son_of(token + 1)) return false;  // "|Sultan| bin Said"
  const bool family = more && doc_.lower(token + 1).starts_with("al") &&
                      (doc_.lower(token + 1).size() == 2 || doc_.lower(token + 1)[2] == '-');
  if (family && doc_.lower(token) == "sultan") return false;  // "|Sultan| Al Amri"
  if (more && is_ruler_as_name(token)) return false;
  const bool article = more && doc_.lower(token) == "the";
  return title_[token] || ends_date(token) || (article && title_[token + 1]);
}

// "General |Sultan| Kamal", "Foreign Minister |Amir| Khan", "the governor, |Amir| Zaman": a given
// name behind somebody's title.
bool Work::is_ruler_as_name(std::uint32_t token) const {
  const std::string_view word = doc_.lower(token);
  if (word != "sultan" && word != "amir" && word != "emir") return false;
  if (token == 0 || !doc_.is_capital(token + 1) || title_[token + 1]) return false;
  if (leads_to_title(token + 1)) return true;
  if (doc_.lower(token - 1) == ",") return token > 1 && title_[token - 2];
  if (word != "sultan" && (bits(token + 1) & catalogue::kGiven) == 0 && is_untitled(token - 1)) {
    return true;
  }
  for (std::uint32_t back = 1; back <= std::min(token, 3U); ++back) {
    for (const Match& m : matches_.at(token - back)) {
      if (m.tokens.end != token) continue;
      if (m.channel == lexicon::Channel::office) return true;
      if (m.channel != lexicon::Channel::honorific) continue;
      const std::string_view kind = impl_.catalogue->honorifics()[m.id].kind;
      return kind == "military" || kind == "academic" || kind == "religious";
    }
  }
  return false;
}

// "fell to |Emir| Hodzic", "Deputy Minister |Emir| Hodzic": a word, or an office, that no ruler's
// title follows.
bool Work::is_untitled(std::uint32_t token) const {
  const std::string_view word = doc_.lower(token);
  if (doc_.shape(token) == text::Shape::lower) return word != "the" && word != "of" && word != "'s";
  for (std::uint32_t back = 1; back <= std::min(token + 1, 3U); ++back) {
    for (const Match& m : matches_.at(token + 1 - back)) {
      if (m.channel == lexicon::Channel::office && m.tokens.end == token + 1) return true;
    }
  }
  return false;
}

bool Work::is_son_of(std::uint32_t token) const {
  const std::string_view word = doc_.lower(token);
  return word == "bin" || word == "ibn" || word == "bint";
}

// "|Warmly| thanking his host, the President": an adverb at the head of its sentence.
bool Work::is_adverb(TokenRange r) const {
  constexpr std::string_view kEnd = "ly";
  std::string_view word = doc_.lower(r.begin);
  if (r.size() != 1 || r.end >= doc_.size() || !word.ends_with(kEnd)) return false;
  word.remove_suffix(kEnd.size());
  return starts_sentence(r.begin) && doc_.shape(r.end) == text::Shape::lower &&
         impl_.common.contains(word);
}

// "Honourable", "Doctor", "Emir" with no title before it, which are nobody's name.
bool Work::is_courtesy(TokenRange r) const {
  const lexicon::Match* m = matches_.find(r.begin, lexicon::Channel::honorific);
  if (m == nullptr || m->tokens != r) return false;
  const catalogue::Honorific& h = impl_.catalogue->honorifics()[m->id];
  if (h.part_of_name) return false;
  if (h.kind == "noble") return r.begin == 0 || !title_[r.begin - 1];
  return h.kind == "courtesy" || h.kind == "academic";
}

// "Minister of Planning |Khamla| Vongsa": an unknown name before one that was found.
bool Work::is_front_of_name(std::uint32_t token) const {
  if (token < 2) return false;
  const std::uint32_t front = token - 1;
  const bool name = doc_.shape(front) == text::Shape::capitalised && !taken(front) &&
                    !title_[front] && !is_common(front) && !starts_sentence(front);
  const bool apart = title_[front - 1] || is_common(front - 1) || !doc_.is_capital(front - 1);
  return name && apart && !shouted(front) &&
         impl_.lexicon->cue_at(matches_, front, impl_.body_head) == nullptr &&
         impl_.lexicon->cue_at(matches_, front, impl_.no_name) == nullptr;
}

// "; |S.| V. Kovrigin", ", |Nizar| Hussein al-Zubaidi": an initial or a given name that was left
// out before a name that begins with one.
bool Work::is_given_in_front(std::uint32_t token) const {
  if (token < 2 || taken(token - 1) || title_[token - 1] || shouted(token)) return false;
  const auto is_initial = [this](std::uint32_t t) {
    const std::string_view word = doc_.word(t);
    return word.size() == 2 && word[0] >= 'A' && word[0] <= 'Z' && word[1] == '.';
  };
  const std::uint32_t front = token - 1;
  if (doc_.sentence_of(front) != doc_.sentence_of(token)) return false;
  if (is_initial(front)) return is_initial(token);
  const std::string_view before = doc_.lower(front - 1);
  const bool given = (bits(front) & catalogue::kGiven) != 0 && !is_common(front) &&
                     (bits(token) & catalogue::kGiven) != 0;
  return given && doc_.shape(front) == text::Shape::capitalised &&
         (before == "," || before == ";" || before == "by" || before == "and");
}

// "Under Secretary of State for |Political Affairs|": what an office is for.
bool Work::is_portfolio(TokenRange r) const {
  if (r.begin < 2 || !title_[r.begin - 2]) return false;
  const std::string_view link = doc_.lower(r.begin - 1);
  if (link != "for" && link != "of") return false;
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    const bool head = impl_.lexicon->cue_at(matches_, t, impl_.body_head) != nullptr;
    const bool plain = doc_.shape(t) != text::Shape::capitalised || is_common(t);
    if (head || !plain || doc_.shape(t) == text::Shape::upper) return false;
  }
  return true;
}

// A common word that is nobody's name.
bool Work::is_plain_word(std::uint32_t t) const {
  constexpr std::uint8_t kName =
      catalogue::kGiven | catalogue::kFamily | catalogue::kFamilyFirst | catalogue::kParticle;
  return is_common(t) && (bits(t) & kName) == 0;
}

// "G7 Hiroshima Summit"
bool Work::names_meeting(TokenRange r) const {
  return impl_.lexicon->cue_at(matches_, r.end - 1, impl_.meeting_head) != nullptr &&
         impl_.lexicon->cue_at(matches_, r.end - 1, impl_.body_head) == nullptr;
}

// "Gulf of |Mexico|", "Old |Goa|": what was claimed is one place or state within capitals.
bool Work::is_wider_place(TokenRange r) const {
  const Tag* within = nullptr;
  for (std::uint32_t t = r.begin; t < r.end; ++t) {
    if (doc_.is_punctuation(t)) return false;
    const Tag* tag = tag_at(t);
    // "Republic of Azerbaijan |Ilham| Aliyev"
    const bool persons = (bits(t) & (catalogue::kGiven | catalogue::kFamily)) != 0 && !is_common(t);
    if (tag == nullptr && (persons || title_[t])) return false;
    if (tag == nullptr || tag == within) continue;
    if (within != nullptr || (tag->label != Label::place && tag->label != Label::state))
      return false;
    within = tag;
  }
  return within != nullptr && within->tokens.size() < r.size();
}

// The place of that name, or else the one named in it: "Palace of Carthage".
catalogue::Index Work::place_within(TokenRange r) const {
  catalogue::Index place = place_of(r);
  for (std::uint32_t t = r.end; place == npos && t-- > r.begin;) {
    if (doc_.is_capital(t)) place = place_of({t, t + 1});
    // "Mersa Matruh" is not Mersa: a village gives no other place its name.
    constexpr std::uint32_t kVillage = 100000;
    if (place != npos && r.size() == 2 && impl_.catalogue->places()[place].population < kVillage &&
        impl_.catalogue->places()[place].kind == catalogue::PlaceKind::city) {
      place = npos;
    }
  }
  return place;
}

// The words of `r` are one known name.
bool Work::is_known(TokenRange r) const {
  const Tag* tag = tag_at(r.begin);
  return tag != nullptr && tag->tokens == r && tag->id != npos;
}

// "Secretary |General SAARC| Anna Dahl": the letters of a body that is known, in no shouted line.
bool Work::holds_acronym(TokenRange r) const {
  for (std::uint32_t t = r.begin; t < r.end && r.size() > 1; ++t) {
    const Tag* tag = tag_at(t);
    const bool body = tag != nullptr && tag->label == Label::body && tag->id != npos;
    if (body && doc_.shape(t) == text::Shape::upper && !shouted(t)) return true;
  }
  return false;
}

catalogue::Index Work::place_of(TokenRange run) const {
  const std::span<const catalogue::Index> found = impl_.catalogue->find_places_folded(folded(run));
  return found.empty() ? npos : found.front();
}

}  // namespace rapporteur::tagger
