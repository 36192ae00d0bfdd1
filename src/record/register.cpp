#include "rapporteur/record/register.h"

#include <initializer_list>

#include "rapporteur/base/digest.h"

namespace rapporteur::record {
namespace {

constexpr std::size_t kIdDigits = 16;  // 64 bits: no clash to fear below a hundred million members

// The parts joined so that no two lists of parts give the same bytes.
std::string digest_of(std::initializer_list<std::string_view> parts) {
  std::string bytes;
  for (const std::string_view part : parts) {
    bytes += std::to_string(part.size());
    bytes += ':';
    bytes += part;
  }
  return sha256_hex(bytes).substr(0, kIdDigits);
}

}  // namespace

std::string_view to_string(EntityKind v) { return v == EntityKind::meeting ? "meeting" : "person"; }

std::string report_key(const Report& report) {
  if (!report.origin.empty()) return report.origin;
  return report.id.empty() ? report.digest : report.id;
}

std::string version_key(const Report& report) {
  const std::string& date = report.modified.empty() ? report.published : report.modified;
  const std::string rest =
      digest_of({report.id, report.title, report.publisher, report.agency, report.byline,
                 report.dateline.place, report.dateline.country, report.dateline.date,
                 report.published, report.modified, report.language});
  return date + ' ' + report.digest + ' ' + rest;
}

std::string member_id(EntityKind kind, const MemberKey& key) {
  return (kind == EntityKind::meeting ? "m-" : "p-") + digest_of({key.report, key.pointer});
}

std::string series_id(std::string_view series_key) { return "s-" + digest_of({series_key}); }

std::string_view whole_block(std::string_view block) {
  return block.substr(0, block.find(kPartOfBlock));
}

std::string_view part_of_block(std::string_view block) {
  const std::size_t at = block.find(kPartOfBlock);
  return at == std::string_view::npos ? std::string_view() : block.substr(at + 1);
}

std::string_view canonical(const Entity& entity, std::string_view property) {
  for (const RankedValue& v : entity.values) {
    if (v.property == property) return v.value;
  }
  return {};
}

}  // namespace rapporteur::record
