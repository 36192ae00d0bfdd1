#include "identity/main_signs.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "identity/attribution.h"
#include "identity/main_meeting.h"
#include "rapporteur/base/table.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;
using record::Status;

constexpr std::string_view kSection = "main_signs";
constexpr std::string_view kAlways = "always";
constexpr std::int64_t kFar = 31;      // days
constexpr std::uint32_t kFarDown = 5;  // sentences of running text

// A draft among the others of its report.
struct View {
  const Context& c;
  const Drafts& drafts;
  const Attribution& attribution;
  const Draft& draft;
  std::uint32_t opens = kFarDown;  // sentences of running text before it is first named there
  bool named_in_text = false;      // not in headlines, teasers and captions alone
  std::optional<std::int64_t> ago =
      {};  // days from its last day to the report's; less than 0: to come
  std::optional<std::int64_t> ahead =
      {};  // days from the report's to its first; less than 0: begun
};

template <class F>
bool all_mentions(const View& v, F holds) {
  return std::all_of(v.draft.mentions.begin(), v.draft.mentions.end(), holds);
}

bool is_named_first(const View& v) {
  const auto first = [&](const Draft& d) {
    return v.drafts.mentions[d.mentions.front()].tokens.begin;
  };
  return std::all_of(v.drafts.drafts.begin(), v.drafts.drafts.end(),
                     [&](const Draft& d) { return first(v.draft) <= first(d); });
}

std::size_t named_participants(const View& v) {
  const auto& all = v.draft.meeting.participants;
  return static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(),
      [](const record::Participant& p) { return p.person || p.state || p.organisation; }));
}

bool has_status(const View& v, Status status) { return *v.draft.meeting.status == status; }

struct Sign {
  std::string_view name;
  bool (*holds)(const View&);
};

// What each means stands in the table.
constexpr std::array<Sign, 22> kSigns{{
    {"named-first", is_named_first},
    {"opens-text", [](const View& v) { return v.named_in_text && v.opens == 0; }},
    {"second-sentence", [](const View& v) { return v.named_in_text && v.opens == 1; }},
    {"third-sentence", [](const View& v) { return v.named_in_text && v.opens == 2; }},
    {"further-sentence",
     [](const View& v) { return v.named_in_text && v.opens > 2 && v.opens < kFarDown; }},
    {"outside-text", [](const View& v) { return !v.named_in_text; }},
    {"one-of-many",
     [](const View& v) {
       constexpr std::size_t kMany = 6;
       return v.drafts.drafts.size() >= kMany;
     }},
    {"only-places",
     [](const View& v) {
       return all_mentions(v, [&](std::uint32_t i) { return v.attribution.is_background(i); });
     }},
    {"for-another",
     [](const View& v) {
       return all_mentions(
           v, [&](std::uint32_t i) { return is_for_another(v.c, v.drafts.mentions[i]); });
     }},
    {"beside-another",
     [](const View& v) {
       const auto& links = v.draft.meeting.links;
       return std::any_of(links.begin(), links.end(), [](const record::Link& l) {
         return *l.relation == record::Relation::sidelines;
       });
     }},
    {"organ", [](const View& v) { return static_cast<bool>(v.draft.meeting.organ); }},
    {"call", [](const View& v) { return *v.draft.meeting.kind == Kind::call; }},
    {"place", [](const View& v) { return v.draft.meeting.place || v.draft.meeting.country; }},
    {"nobody", [](const View& v) { return named_participants(v) == 0; }},
    {"two-sides", [](const View& v) { return named_participants(v) >= 2; }},
    {"person",
     [](const View& v) {
       const auto& people = v.draft.meeting.participants;
       return std::any_of(people.begin(), people.end(),
                          [](const record::Participant& p) { return bool{p.person}; });
     }},
    {"agenda", [](const View& v) { return v.draft.meeting.agenda.size() >= 2; }},
    {"these-days", [](const View& v) { return v.ago && *v.ago <= 1 && *v.ahead <= 1; }},
    {"long-over", [](const View& v) { return v.ago && *v.ago > kFar; }},
    {"far-ahead", [](const View& v) { return v.ahead && *v.ahead > kFar; }},
    {"announced", [](const View& v) { return has_status(v, Status::announced); }},
    {"put-off",
     [](const View& v) {
       return has_status(v, Status::postponed) || has_status(v, Status::cancelled);
     }},
}};

void set_place_in_text(View& v) {
  const auto& sentences = v.c.doc.sentences();
  for (const std::uint32_t i : v.draft.mentions) {
    const Mention& m = v.drafts.mentions[i];
    const text::LineRole role = sentences[m.sentence].role;
    if (m.in_headline || role == text::LineRole::teaser || role == text::LineRole::caption) {
      continue;
    }
    v.named_in_text = true;
    v.opens = running_before(v.c, m.sentence, kFarDown);
    return;
  }
}

void set_days(View& v) {
  const record::Meeting& m = v.draft.meeting;
  const auto days = time::days_of(m.when ? *m.when : std::string());
  const auto report = time::days_of(v.c.report.published);
  if (!days || !report) return;
  v.ago = report->first - days->last;
  v.ahead = days->first - report->last;
}

// Calls f(draft, sign) for each sign that a draft bears.
template <class F>
void for_each_sign(const Context& c, const Drafts& drafts, F f) {
  const Attribution attribution(c, drafts);
  for (std::size_t d = 0; d < drafts.drafts.size(); ++d) {
    View view{c, drafts, attribution, drafts.drafts[d]};
    set_place_in_text(view);
    set_days(view);
    for (std::size_t s = 0; s < kSigns.size(); ++s) {
      if (kSigns[s].holds(view)) f(d, s);
    }
  }
}

}  // namespace

Result<MainSigns> MainSigns::load(const Pack& pack) {
  const Result<std::vector<Table>> tables = pack.tables(kSection);
  if (!tables) return tables.error();
  MainSigns out;
  std::vector<bool> weighed(kSigns.size());
  const auto fault = [](const char* what, const std::string& where) {
    return Error{ErrorCode::bad_data, what, std::string(kSection) + where};
  };
  for (const Table& table : *tables) {
    out.weights_.resize(kSigns.size());
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const std::string where = ":" + std::to_string(table.line(row));
      const std::string_view name = table.at(row, "sign");
      const std::string_view cell = table.at(row, "weight");
      float weight = 0;
      const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
      if (error != std::errc() || end != cell.data() + cell.size()) {
        return fault("is no weight", where);
      }
      if (name == kAlways) {
        out.always_ = weight;
        continue;
      }
      const auto* sign =
          std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& s) { return s.name == name; });
      if (sign == kSigns.end()) return fault("is no sign", where);
      const auto at = static_cast<std::size_t>(sign - kSigns.begin());
      out.weights_[at] = weight;
      weighed[at] = true;
    }
  }
  const auto missing = std::find(weighed.begin(), weighed.end(), false);
  if (missing != weighed.end()) {
    const auto at = static_cast<std::size_t>(missing - weighed.begin());
    return fault("a sign without a weight", ": " + std::string(kSigns[at].name));
  }
  return out;
}

std::vector<std::vector<std::string>> MainSigns::of(const Context& context, const Drafts& drafts) {
  std::vector<std::vector<std::string>> out(drafts.drafts.size());
  for_each_sign(context, drafts,
                [&](std::size_t d, std::size_t s) { out[d].emplace_back(kSigns[s].name); });
  return out;
}

std::vector<float> MainSigns::weigh(const Context& context, const Drafts& drafts) const {
  std::vector<float> out(drafts.drafts.size(), always_);
  for_each_sign(context, drafts, [&](std::size_t d, std::size_t s) { out[d] += weights_[s]; });
  return out;
}

}  // namespace rapporteur::meetings
