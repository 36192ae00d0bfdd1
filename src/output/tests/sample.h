// A reading in which every field of the public JSON is set, and one in which none is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/output/subjects.h"

namespace rapporteur::output {

inline constexpr std::string_view kSampleText =
    "Lake Talks\n"
    "The 3rd “Lake Talks” of the Union (LU) were held in Port Azul on 5 May 2021, Ruritania "
    "presiding. Minister Ada O'Neil took part; they agreed to \tshare data.";

// The span of `words` in kSampleText, so that no test counts bytes.
inline ByteSpan at(std::string_view words) {
  const std::size_t begin = kSampleText.find(words);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
}

template <class T>
record::Fact<T> fact(T value, std::string_view words, float confidence = 0.9F) {
  record::Fact<T> out;
  out.set(std::move(value), {at(words)}, confidence, "test");
  return out;
}

inline record::Report sample_report() {
  record::Report report;
  report.id = "lake";
  report.origin = "lake.txt";
  report.digest = "sha256:" + std::string(64, '0');
  report.title = "Lake Talks";
  report.publisher = "The \"Azul\" Post";
  report.agency = "LPA";
  report.byline = "Jo Doe";
  report.dateline = {"Port Azul", "RU", "2021-05-06"};
  report.published = "2021-05-06";
  report.modified = "2021-05-07";
  report.language = "en";
  report.text = kSampleText;
  report.left_out = {{11, "Share this", "share line"}};
  report.warnings = {"1 invalid byte replaced"};
  return report;
}

inline record::Meeting sample_meeting() {
  using std::string;
  record::Meeting m;
  m.id = "m1";
  m.main = true;
  m.name = fact<string>("3rd “Lake Talks” of the Union", "3rd “Lake Talks” of the Union", 0.975F);
  m.organisation = fact<string>("Lake Union", "Union (LU)");
  m.organ = fact<string>("Lake Talks", "Lake Talks");
  m.kind = fact(record::Kind::session, "Talks");
  m.format = record::Format::multilateral;
  m.mode = fact(record::Mode::in_person, "held in");
  m.ordinal = fact(3, "3rd");
  m.status = fact(record::Status::held, "were held");
  m.when = fact<string>("2021-05-05", "5 May 2021");
  m.when_basis = record::Basis::stated;
  m.rescheduled_to = fact<string>("2021-06", "May");
  m.place = fact<string>("Port Azul", "Port Azul");
  m.country = fact<string>("RU", "Port Azul");
  m.venue = fact<string>("Lake", "Lake");
  m.chair = fact<string>("RU", "Ruritania presiding");
  m.chair_person = fact<string>("Ada O'Neil", "Ada O'Neil");
  m.host = fact<string>("RU", "Ruritania");
  m.inviter = fact<string>("Ruritania", "Ruritania");
  record::Participant p;
  p.person = fact<string>("Ada O'Neil", "Ada O'Neil", 1.0F);
  p.offices = fact<std::vector<string>>({"Minister", "Envoy"}, "Minister", 0.855F);
  p.offices.evidence.push_back(at("Ada"));
  p.state = fact<string>("RU", "Ruritania");
  p.organisation = fact<string>("Lake Union", "Union");
  p.attendance = fact(record::Attendance::attended, "took part");
  p.capacity = record::Capacity::deputy_for;
  m.participants = {p, {}};
  m.agenda = {{fact<string>("data", "data"), {"data", "trade"}}};
  m.outcomes = {{"agree", "they", fact<string>("share data", "share data")}};
  m.instruments = {{fact<string>("Lake", "Lake"), record::InstrumentRelation::signed_}};
  m.links = {{fact(record::Relation::part_of, "of the"), "m2"}};
  return m;
}

inline record::Reading sample_reading() {
  record::Reading reading;
  reading.engine = "0.1.0+abc";
  reading.report = sample_report();
  record::Meeting bare;
  bare.id = "m2";
  reading.meetings = {sample_meeting(), bare};
  reading.holdings = {{fact<std::string>("Ada O'Neil", "Ada O'Neil"),
                       fact<std::string>("Minister", "Minister"),
                       fact<std::string>("RU", "Ruritania"),
                       {}}};
  reading.positions = {{fact<std::string>("share data", "share data"), "they", "urge"}};
  reading.warnings = {"two dates"};
  reading.mentions = {{record::MentionKind::person, at("Ada O'Neil"), ""},
                      {record::MentionKind::date, at("5 May 2021"), "2021-05-05"}};
  return reading;
}

}  // namespace rapporteur::output
