// The members of a reading: its meetings, and whoever it names.
#include "features.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "rapporteur/base/table.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/record/claim.h"

namespace rapporteur::resolve {
namespace {

using record::Member;
using record::Participant;
using record::Reading;

constexpr std::string_view kOfficial = "official=1\n";

// Publishers that speak for whoever takes part.
constexpr std::string_view kAuthorities[] = {"embassy",    "government", "ministerstvo",
                                             "ministry",   "mission",    "parliament",
                                             "presidency", "president",  "secretariat"};

bool is_authority(const record::Report& report) {
  const std::string publisher = catalogue::fold(report.publisher);
  bool found = false;
  for_each_part(publisher, ' ', [&](std::string_view word) {
    found = found || std::find(std::begin(kAuthorities), std::end(kAuthorities), word) !=
                         std::end(kAuthorities);
  });
  const std::string_view origin = report.origin;
  const std::string_view host = origin.substr(0, origin.find('/', origin.find("//") + 2));
  return found || (origin.find("//") != origin.npos &&
                   (host.find(".gov") != host.npos || host.ends_with(".int")));
}

// The claims on each object itself.
using ClaimsOf = std::unordered_map<std::string_view, std::vector<const record::Claim*>>;

ClaimsOf claims_by_object(std::span<const record::Claim> claims) {
  ClaimsOf out;
  for (const record::Claim& c : claims) {
    out[std::string_view(c.pointer).substr(0, c.pointer.rfind('/'))].push_back(&c);
  }
  return out;
}

class MemberMaker {
 public:
  MemberMaker(const Reading& reading, std::span<const record::Claim> claims,
              const Knowledge& knowledge)
      : knowledge_(knowledge),
        report_(report_key(reading.report)),
        group_(reading.report.digest),
        text_(reading.report.text),
        mark_(is_authority(reading.report) ? kOfficial : std::string_view()),
        published_(reading.report.modified.empty() ? reading.report.published
                                                   : reading.report.modified),
        claims_(claims_by_object(claims)) {}

  void meeting(std::size_t index, const MeetingFeatures& f) {
    Member& m = add(record::EntityKind::meeting, "/meetings/" + std::to_string(index));
    m.features = encode(f).append(mark_);
    m.blocks = blocks_of(f);
  }

  template <class Object>
  void person(const std::string& pointer, const Object& o) {
    if (!o.person) return;
    PersonFeatures f;
    f.name = catalogue::fold(*o.person);
    f.state = o.state.value.value_or("");
    f.organisation = knowledge_.body_key(o.organisation.value.value_or(""));
    Member& m = add(record::EntityKind::person, pointer);
    m.features = encode(f).append(mark_);
    for (const std::string& key : knowledge_.name_keys(*o.person, f.state)) {
      m.blocks.push_back("name|" + key);
      // People of two states are never one.
      if (!f.state.empty()) m.blocks.back() += record::kPartOfBlock + f.state;
    }
  }

  std::vector<Member> take() { return std::move(out_); }

 private:
  Member& add(record::EntityKind kind, std::string pointer) {
    Member& m = out_.emplace_back();
    m.kind = kind;
    const auto own = claims_.find(pointer);
    if (own != claims_.end()) {
      m.statements.reserve(own->second.size());
      for (const record::Claim* c : own->second) {
        m.statements.push_back({c->property, c->value, c->confidence});
      }
    }
    m.key = {report_, std::move(pointer)};
    m.group = group_;
    m.text = text_;
    m.published = published_;
    return m;
  }

  const Knowledge& knowledge_;
  std::string report_;
  std::string group_;
  std::string_view text_;
  std::string_view mark_;
  std::string published_;
  ClaimsOf claims_;
  std::vector<Member> out_;
};

}  // namespace

bool is_official(const Member& member) { return member.features.ends_with(kOfficial); }

std::string_view name_of(const Member& member) {
  for (const record::Statement& s : member.statements) {
    if (s.property == "person") return s.value;
  }
  return {};
}

std::vector<Member> members_of(const Reading& reading, std::span<const record::Claim> claims,
                               const Knowledge& knowledge) {
  const std::vector<MeetingFeatures> features = meeting_features(reading, knowledge);
  MemberMaker maker(reading, claims, knowledge);
  for (std::size_t i = 0; i < reading.meetings.size(); ++i) {
    maker.meeting(i, features[i]);
    const std::string base = "/meetings/" + std::to_string(i) + "/participants/";
    const std::vector<Participant>& people = reading.meetings[i].participants;
    for (std::size_t j = 0; j < people.size(); ++j) {
      maker.person(base + std::to_string(j), people[j]);
    }
  }
  for (std::size_t i = 0; i < reading.holdings.size(); ++i) {
    maker.person("/holdings/" + std::to_string(i), reading.holdings[i]);
  }
  return maker.take();
}

}  // namespace rapporteur::resolve
