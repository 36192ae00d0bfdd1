// A later sentence speaks of what was agreed if it has enough of its words; a word counts the more
// the fewer reports of the register have it. What the sentence says of it (done, to come, not done)
// is told by the words of data/follow_up.tsv. Both are guesses, so the sentence is shown with them.
#include "promises.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>
#include <tuple>

#include "rapporteur/catalogue/fold.h"
#include "rapporteur/query/words.h"
#include "rapporteur/time/edtf.h"
#include "sentence.h"
#include "sessions.h"

namespace rapporteur::query {
namespace {

constexpr time::DayNumber kAftermath =
    14;                              // days in which reports still tell of the session itself
constexpr double kEnough = 0.34;     // of the weight of the words
constexpr std::size_t kShared = 2;   // words at least
constexpr std::size_t kLetters = 4;  // of a word that says something
constexpr std::int64_t kTexts = 50;  // the likeliest, of each promise
constexpr std::size_t kShown = 3;

// "stations", "measuring" -> what other forms of the word begin with.
std::string stem_of(std::string word) {
  for (const std::string_view end :
       {"ations", "ation", "ings", "ing", "ments", "ment", "ies", "ed", "es", "s", "y", "e"}) {
    if (word.size() >= end.size() + kLetters && word.ends_with(end)) {
      word.resize(word.size() - end.size());
      break;
    }
  }
  return word;
}

template <class F>
void for_each_word(std::string_view text, F f) {
  const std::string folded = catalogue::fold(text);
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= folded.size(); ++i) {
    const bool is_letter =
        i < folded.size() && (std::isalnum(static_cast<unsigned char>(folded[i])) != 0 ||
                              (static_cast<unsigned char>(folded[i]) & 0x80U) != 0);
    if (is_letter) continue;
    if (i > begin) f(folded.substr(begin, i - begin));
    begin = i + 1;
  }
}

std::set<std::string> stems_of(std::string_view text, const FollowUps& table) {
  std::set<std::string> out;
  for_each_word(text, [&](const std::string& word) {
    if (word.size() >= kLetters && !table.is_empty(word)) out.insert(stem_of(word));
  });
  return out;
}

std::pair<Fate, std::string> fate_of(std::string_view sentence, const FollowUps& table) {
  std::string words = " ";
  for_each_word(sentence, [&words](const std::string& word) { words += word + " "; });
  return table.fate_of(words);
}

std::string fate_words(Fate fate) {
  switch (fate) {
    case Fate::done:
      return "done";
    case Fate::not_done:
      return "not done";
    case Fate::to_come:
      return "to come";
    default:
      return "mentioned";
  }
}

struct Later {
  double score = 0;
  Fate fate = Fate::mentioned;
  std::string cue;
  std::set<std::string> shared;
  Source source;
};

class Search {
 public:
  Search(const Register& reg, const SeriesRow& series, const std::string& as_of,
         const FollowUps& table)
      : reg_(reg), series_(series), as_of_(as_of), table_(table) {}

  Result<Promise> follow(const MeetingRow& session, const Item& item) {
    Promise out{session, item, "", "", {}};
    if (series_.id.empty() && series_.organisation.empty()) {
      out.because = "no report says which body would speak of it again";
      return out;
    }
    const std::set<std::string> stems = stems_of(item.text, table_);
    const std::optional<time::Days> days = time::days_of(session.when);
    if (stems.empty()) out.because = "its words are too common to be looked for";
    if (stems.empty() || !days || days->last == time::kOpenEnd) return out;
    const time::DayNumber from = days->last + kAftermath;
    Result<std::vector<Later>> later = sentences_after(stems, time::edtf_of({from, from}), item);
    if (!later) return later.error();
    if (!later->empty()) judge(*later, out);
    return out;
  }

 private:
  Result<double> weight_of(const std::string& stem) {
    const auto known = weights_.find(stem);
    if (known != weights_.end()) return known->second;
    double all = 0;
    double having = 0;
    Result<void> r =
        for_each_row(reg_,
                     "SELECT (SELECT count(*) FROM version WHERE current = 1), count(*) "
                     "FROM report_fts WHERE report_fts MATCH ?",
                     {"\"" + stem + "\"*"}, [&](const Cursor& row) {
                       all = row.real(0);
                       having = row.real(1);
                     });
    if (!r) return r.error();
    return weights_[stem] = std::log(1 + all / std::max(1.0, having));
  }

  static std::string any_of(const std::set<std::string>& stems) {
    std::string out;
    for (const std::string& stem : stems) out += (out.empty() ? "\"" : " OR \"") + stem + "\"*";
    return out;
  }

  Result<std::vector<Later>> sentences_after(const std::set<std::string>& stems,
                                             const std::string& day, const Item& item) {
    const auto states_it = [&item](std::string_view report) {
      return std::any_of(item.sources.begin(), item.sources.end(),
                         [&report](const Source& s) { return s.report == report; });
    };
    double all = 0;
    for (const std::string& stem : stems) {
      const Result<double> weight = weight_of(stem);
      if (!weight) return weight.error();
      all += *weight;
    }
    std::vector<Later> out;
    std::set<std::string> seen;  // copies say nothing new
    Result<void> r = for_each_row(
        reg_,
        "SELECT key, title, publisher, published, t.text FROM (SELECT r.key, v.title, v.publisher, "
        "v.published, v.digest AS picked, bm25(report_fts) AS fit FROM report_fts "
        "JOIN version AS v ON v.id = report_fts.rowid JOIN report AS r ON r.id = v.report_id "
        "WHERE report_fts MATCH ?1 AND substr(v.published, 1, 10) > ?2 AND v.id IN "
        "(SELECT o.version_id FROM meeting AS m JOIN member AS mm ON mm.meeting_id = m.id "
        "JOIN object AS o ON o.id = mm.object_id WHERE m.series_id = ?3 OR m.organisation = ?4) "
        "AND " +
            known_by(as_of_) +
            " ORDER BY fit, r.key LIMIT ?5) JOIN text AS t ON t.digest = picked ORDER BY fit, key",
        {any_of(stems), day, series_.id, series_.organisation, kTexts}, [&](const Cursor& row) {
          if (states_it(row.text(0))) return;
          for (const std::string_view sentence : sentences_of(row.text(4))) {
            if (!seen.insert(std::string(sentence)).second) continue;
            std::optional<Later> later = look_at(sentence, stems, all);
            if (!later) continue;
            Source& s = later->source;
            s.report = row.text(0);
            s.title = row.text(1);
            s.publisher = row.text(2);
            s.published = row.text(3);
            out.push_back(std::move(*later));
          }
        });
    if (!r) return r.error();
    return out;
  }

  std::optional<Later> look_at(std::string_view sentence, const std::set<std::string>& stems,
                               double all) const {
    Later out;
    for (const std::string& stem : stems_of(sentence, table_)) {
      if (!stems.contains(stem)) continue;
      out.shared.insert(stem);
      out.score += weights_.at(stem) / all;
    }
    if (out.score < kEnough || out.shared.size() < std::min(kShared, stems.size())) {
      return std::nullopt;
    }
    // One word shared of one is enough only where it is rare.
    if (stems.size() < kShared && weights_.at(*stems.begin()) < 2) return std::nullopt;
    std::tie(out.fate, out.cue) = fate_of(sentence, table_);
    out.source.sentences = {std::string(sentence)};
    out.source.quotes = {std::string(sentence)};
    return out;
  }

  static void judge(std::vector<Later>& later, Promise& out) {
    const auto says = [](const Later& l) {
      return l.fate == Fate::done || l.fate == Fate::not_done || l.fate == Fate::to_come;
    };
    // What says how it stands comes first, and of that what was said last.
    std::sort(later.begin(), later.end(), [&says](const Later& a, const Later& b) {
      return std::tuple(says(b), b.source.published, b.score, a.source.report,
                        a.source.sentences.front()) < std::tuple(says(a), a.source.published,
                                                                 a.score, b.source.report,
                                                                 b.source.sentences.front());
    });
    const Later& best = later.front();
    out.fate = fate_words(best.fate);
    std::string shared;
    for (const std::string& stem : best.shared) shared += (shared.empty() ? "" : ", ") + stem + "-";
    out.because =
        "a report of " + date_words(best.source.published) + " shares the words " + shared;
    if (!best.cue.empty()) out.because += " and says \"" + best.cue + "\"";
    for (Later& l : later) {
      if (out.sources.size() < kShown) out.sources.push_back(std::move(l.source));
    }
  }

  const Register& reg_;
  const SeriesRow& series_;
  const std::string& as_of_;
  const FollowUps& table_;
  std::map<std::string, double> weights_;
};

}  // namespace

Result<std::vector<Promise>> promises_of(const Register& reg, const SeriesRow& series,
                                         const std::vector<MeetingPage>& sessions,
                                         const std::string& as_of, const FollowUps& table) {
  Search search(reg, series, as_of, table);
  std::vector<Promise> out;
  for (const MeetingPage& page : sessions) {
    for (const Item& item : page.outcomes) {
      if (item.text.empty() || !table.promises(item.act)) continue;
      Result<Promise> promise = search.follow(page.row, item);
      if (!promise) return promise.error();
      out.push_back(std::move(*promise));
    }
  }
  return out;
}

Result<std::vector<Promise>> promises_of(const Register& reg, const MeetingPage& session,
                                         const std::string& as_of, const FollowUps& table) {
  const Snapshot snapshot(reg);
  const SeriesRow series{session.row.series, session.row.organisation, session.row.organ, 1};
  return promises_of(reg, series, {session}, as_of, table);
}

}  // namespace rapporteur::query
