#include "rapporteur/copies/grouper.h"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

#include "hash.h"
#include "judge.h"
#include "rapporteur/base/digest.h"
#include "rapporteur/record/register.h"

namespace rapporteur::copies {
namespace {

// A coarse date is taken for its end: "2018" is not known to be before "2018-05-16". No date
// comes last.
std::string day_key(const std::string& published) { return published + '~'; }

auto order_key(const Piece& p) { return std::tuple(day_key(p.published), p.origin, p.id); }

// How much of each member's text others have as well, in shingles.
class Shared {
 public:
  explicit Shared(const std::vector<const Piece*>& members) {
    std::size_t shingles = 0;
    for (const Piece* p : members) shingles += shingles_of(p->fingerprint.words.size());
    table_.resize(std::bit_ceil(2 * shingles + 2));
    for (std::uint32_t i = 0; i < members.size(); ++i) {
      for_each_shingle(*members[i], [this, i](Entry& entry) {
        if (entry.last == i + 1) return;
        entry.last = i + 1;
        ++entry.members;
      });
    }
  }

  std::size_t of(const Piece& piece) {
    std::size_t shared = 0;
    for_each_shingle(piece, [&shared](const Entry& e) { shared += e.members > 1 ? 1 : 0; });
    return shared;
  }

 private:
  struct Entry {
    std::uint32_t key = 0;
    std::uint32_t last = 0;  // number of the last member that has it; 0: free
    std::uint32_t members = 0;
  };

  template <class F>
  void for_each_shingle(const Piece& piece, F&& f) {
    const std::vector<Word>& words = piece.fingerprint.words;
    const std::size_t mask = table_.size() - 1;
    for (std::size_t i = 0; i < shingles_of(words.size()); ++i) {
      const std::uint32_t key = short_shingle_at(&words[i]);
      std::size_t at = key & mask;
      while (table_[at].last != 0 && table_[at].key != key) at = (at + 1) & mask;
      table_[at].key = key;
      f(table_[at]);
    }
  }

  std::vector<Entry> table_;
};

std::size_t most_complete_of(const std::vector<const Piece*>& members) {
  Shared shared(members);
  std::size_t best = 0;
  std::pair<std::size_t, std::size_t> most{0, 0};
  for (std::size_t i = 0; i < members.size(); ++i) {
    const std::pair<std::size_t, std::size_t> mine{shared.of(*members[i]),
                                                   members[i]->fingerprint.words.size()};
    if (mine > most) best = i;
    most = std::max(most, mine);
  }
  return best;
}

std::string id_of(const std::vector<const Piece*>& members) {
  const Piece* smallest =
      *std::min_element(members.begin(), members.end(), [](const Piece* a, const Piece* b) {
        return std::tie(a->origin, a->id) < std::tie(b->origin, b->id);
      });
  return "g-" + sha256_hex(smallest->origin + '\n' + smallest->id).substr(0, 16);
}

Group group_of(std::vector<const Piece*> members, Judge& judge) {
  std::sort(members.begin(), members.end(), [](const Piece* a, const Piece* b) {
    return std::tuple(order_key(*a), a->fingerprint.digest) <
           std::tuple(order_key(*b), b->fingerprint.digest);
  });
  Group out;
  out.id = id_of(members);
  out.most_complete = most_complete_of(members);
  const Fingerprint& whole = members[out.most_complete]->fingerprint;
  for (const Piece* p : members) {
    const bool exact = p->fingerprint.words == whole.words;
    const double similarity = exact ? 1 : judge.compare(p->fingerprint, whole).containment;
    out.members.push_back(
        {p->id, p->origin, p->published, p->fingerprint.words.size(), similarity, exact});
  }
  return out;
}

}  // namespace

Piece piece_of(const record::Report& report) {
  return {report.id, record::report_key(report), report.published, fingerprint_of(report.text)};
}

void Grouper::add(Piece piece) { pieces_.push_back(std::move(piece)); }

std::vector<Group> Grouper::groups() const {
  std::vector<const Fingerprint*> fingerprints;
  fingerprints.reserve(pieces_.size());
  for (const Piece& p : pieces_) fingerprints.push_back(&p.fingerprint);
  const std::vector<std::uint32_t> roots = partition(fingerprints);
  std::vector<std::vector<const Piece*>> lists(pieces_.size());
  for (std::size_t i = 0; i < roots.size(); ++i) lists[roots[i]].push_back(&pieces_[i]);
  std::vector<Group> out;
  Judge judge;
  for (std::vector<const Piece*>& list : lists) {
    if (list.size() > 1) out.push_back(group_of(std::move(list), judge));
  }
  std::sort(out.begin(), out.end(), [](const Group& a, const Group& b) { return a.id < b.id; });
  return out;
}

}  // namespace rapporteur::copies
