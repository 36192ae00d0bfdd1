// Meetings and offices along an axis of days.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "page_parts.h"
#include "rapporteur/query/words.h"
#include "rapporteur/service/views.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::service {

using output::Timeline;
using query::Subject;
using Event = Timeline::Event;

namespace {

constexpr std::int32_t kMonths = 800;   // days up to which months are counted
constexpr std::int32_t kYears = 36600;  // and years
constexpr const char* kApart = "Meetings of no series";

std::optional<time::Days> days_of(const std::string& edtf) {
  std::optional<time::Days> days = time::days_of(edtf);
  if (!days) return days;
  // What is open at one end is drawn at the other.
  if (days->first == time::kOpenBegin) days->first = days->last;
  if (days->last == time::kOpenEnd) days->last = days->first;
  if (days->first == time::kOpenEnd || days->last == time::kOpenBegin) return std::nullopt;
  return days;
}

// "2024-09-18" of a day.
std::string day_of(time::DayNumber day) { return time::edtf_of({day, day}); }

int year_of(time::DayNumber day) { return std::stoi(day_of(day).substr(0, 4)); }

std::string padded(int number, std::size_t digits) {
  std::string out = std::to_string(number);
  return std::string(digits - std::min(digits, out.size()), '0') + out;
}

// The fronts of all periods that the days touch, and the end of the last.
class Periods {
 public:
  Periods(time::Days days, std::string kind) : kind_(std::move(kind)) {
    if (kind_.empty()) {
      const std::int32_t length = days.last - days.first + 1;
      kind_ = length <= kMonths ? "month" : length <= kYears ? "year" : "decade";
    }
    year_ = year_of(days.first);
    if (kind_ == "month") month_ = std::stoi(day_of(days.first).substr(5, 2));
    if (kind_ == "decade") year_ -= year_ % 10;
    while (front() <= days.last && year_ < 9990) {
      fronts_.push_back({label(), front()});
      advance();
    }
    end_ = front();
  }

  std::vector<Timeline::Period> fronts() && { return std::move(fronts_); }
  [[nodiscard]] time::DayNumber end() const { return end_; }

 private:
  [[nodiscard]] std::string name() const {
    return padded(year_, 4) + (kind_ == "month" ? "-" + padded(month_, 2) : "");
  }
  [[nodiscard]] time::DayNumber front() const { return time::days_of(name())->first; }
  [[nodiscard]] std::string label() const {
    return kind_ == "decade" ? std::to_string(year_) + "s" : query::date_words(name());
  }
  void advance() {
    if (kind_ != "month") {
      year_ += kind_ == "decade" ? 10 : 1;
      return;
    }
    if (++month_ > 12) month_ = 1, ++year_;
  }

  std::string kind_;
  int year_ = 1;
  int month_ = 1;
  std::vector<Timeline::Period> fronts_;
  time::DayNumber end_ = 0;
};

// Gathers events in lanes, drops what lies outside the asked days, and lays out the axis.
class Builder {
 public:
  Builder(std::string id, std::string title) {
    out_.id = std::move(id);
    out_.title = std::move(title);
  }

  Result<void> limit(const TimelineOptions& options) {
    for (const auto& [edtf, name] :
         {std::pair(&options.from, "from"), std::pair(&options.to, "to")}) {
      if (edtf->empty()) continue;
      const std::optional<time::Days> days = time::days_of(*edtf);
      if (!days) {
        return Error{ErrorCode::bad_data,
                     "no date: '" + *edtf + "'; write 2022-08-19, 2022-08 or 2022", name};
      }
      (std::string_view(name) == "from" ? from_ : to_) =
          std::string_view(name) == "from" ? days->first : days->last;
    }
    return {};
  }

  void add(const std::string& lane, Event event) {
    const std::optional<time::Days> days = days_of(event.when);
    event.day = query::date_words(event.when);
    if (!days) {
      out_.undated.push_back(std::move(event));
      return;
    }
    if ((from_ && days->last < *from_) || (to_ && days->first > *to_)) return;
    event.first = days->first;
    event.last = days->last;
    lanes_[lane].push_back(std::move(event));
  }

  // Lanes in the order of the first event; `last` of them at the end.
  Timeline finish(const std::string& period, const std::string& last = "") && {
    std::optional<time::Days> all;
    std::size_t events = 0;
    for (auto& [label, lane] : lanes_) {
      std::stable_sort(lane.begin(), lane.end(), [](const Event& a, const Event& b) {
        return std::tie(a.first, a.last, a.id) < std::tie(b.first, b.last, b.id);
      });
      for (const Event& e : lane) {
        if (!all) all = {e.first, e.last};
        all->first = std::min(all->first, e.first);
        all->last = std::max(all->last, e.last);
        ++events;
      }
      out_.lanes.push_back({label, std::move(lane)});
    }
    std::stable_sort(out_.lanes.begin(), out_.lanes.end(), [&last](const auto& a, const auto& b) {
      return std::pair(a.label == last, a.events.front().first) <
             std::pair(b.label == last, b.events.front().first);
    });
    out_.subtitle = std::to_string(events) + (events == 1 ? " entry" : " entries");
    if (all) {
      Periods periods(*all, period);
      out_.end = periods.end();
      out_.periods = std::move(periods).fronts();
      out_.subtitle += ", " + query::date_words(day_of(all->first)) + " to " +
                       query::date_words(day_of(all->last));
    }
    if (!out_.undated.empty()) {
      out_.subtitle += "; " + std::to_string(out_.undated.size()) + " without a date";
    }
    return std::move(out_);
  }

 private:
  Timeline out_;
  std::map<std::string, std::vector<Event>> lanes_;
  std::optional<time::DayNumber> from_, to_;
};

Event event_of(const query::MeetingRow& m, const catalogue::Catalogue* catalogue) {
  Event out;
  out.id = m.id;
  out.label = query::session_words(m);
  out.place = query::place_words(m, catalogue);
  out.when = m.when;
  out.status = m.status;
  out.reports = m.reports;
  return out;
}

std::string lane_of(const query::MeetingRow& m) {
  if (m.series.empty()) return kApart;
  std::string out = m.organisation;
  append_part(out, m.organ);
  return out.empty() ? m.series : out;
}

// The one that is due, unless it is announced and so stands there already.
void add_due(const query::Due& due, const std::string& lane, const catalogue::Catalogue* catalogue,
             Builder& builder) {
  if (due.when.empty() || due.basis == "announced") return;
  Event event;
  event.label = query::due_words(due) + " due";
  event.place = query::state_words(due.country, catalogue);
  event.when = due.when;
  event.status = "due";
  event.because = due.because;
  builder.add(lane, std::move(event));
}

Result<void> add_meetings(const store::Register& reg, const query::MeetingFilter& filter,
                          const catalogue::Catalogue* catalogue, Builder& builder) {
  const Result<query::MeetingList> list = query::list_meetings(reg, filter, catalogue);
  if (!list) return list.error();
  std::map<std::string, std::string> lanes;  // one name for a series
  for (const query::MeetingRow& m : list->meetings) {
    const std::string lane =
        m.series.empty() ? kApart : lanes.try_emplace(m.series, lane_of(m)).first->second;
    builder.add(lane, event_of(m, catalogue));
  }
  return {};
}

Result<void> add_offices(const store::Register& reg, const query::TenureFilter& filter,
                         const catalogue::Catalogue* catalogue, Builder& builder) {
  const Result<std::vector<query::Tenure>> held = query::tenures(reg, filter, catalogue);
  if (!held) return held.error();
  for (const query::Tenure& t : *held) {
    if (t.first.empty()) continue;
    Event event;
    event.id = filter.person.empty() ? t.person : "";
    event.label = t.office;
    if (filter.person.empty()) event.label = t.name;
    event.place = filter.person.empty() ? "" : query::state_words(t.state, catalogue);
    event.when = t.first == t.last ? t.first : t.first + "/" + t.last;
    event.status = "office";
    event.reports = t.support;
    builder.add(filter.person.empty() ? t.office : "Offices, as of reports", std::move(event));
  }
  return {};
}

Result<void> add_series(const store::Register& reg, const query::SeriesRow& series,
                        const std::string& as_of, const catalogue::Catalogue* catalogue,
                        Builder& builder) {
  const Result<query::SeriesPage> page = query::show_series(reg, series.id);
  if (!page) return page.error();
  const std::string lane = series_name(series);
  for (const query::MeetingRow& m : page->sessions) builder.add(lane, event_of(m, catalogue));
  const Result<query::Due> due = query::next_due(reg, series.id, as_of);
  if (!due) return due.error();
  add_due(*due, lane, catalogue, builder);
  return {};
}

Result<void> add_body(const store::Register& reg, const Subject& body, const std::string& as_of,
                      const catalogue::Catalogue* catalogue, Builder& builder) {
  const Result<std::vector<query::SeriesRow>> all = query::series_of_body(reg, body.id, body.organ);
  if (!all) return all.error();
  for (const query::SeriesRow& s : *all) {
    if (Result<void> r = add_series(reg, s, as_of, catalogue, builder); !r) return r;
  }
  const Result<std::vector<query::MeetingRow>> apart =
      query::meetings_apart(reg, body.id, body.organ);
  if (!apart) return apart.error();
  for (const query::MeetingRow& m : *apart) builder.add(kApart, event_of(m, catalogue));
  return {};
}

Result<void> add_subject(const store::Register& reg, const Subject& subject,
                         const std::string& as_of, const catalogue::Catalogue* catalogue,
                         Builder& builder) {
  query::MeetingFilter meetings;
  query::TenureFilter offices;
  offices.as_of = as_of;
  switch (subject.kind) {
    case Subject::Kind::series: {
      const Result<query::SeriesPage> page = query::show_series(reg, subject.id);
      if (!page) return page.error();
      return add_series(reg, page->row, as_of, catalogue, builder);
    }
    case Subject::Kind::body:
      return add_body(reg, subject, as_of, catalogue, builder);
    case Subject::Kind::person: {
      offices.person = subject.id;
      meetings.person = subject.id;
      if (Result<void> r = add_offices(reg, offices, catalogue, builder); !r) return r;
      return add_meetings(reg, meetings, catalogue, builder);
    }
    case Subject::Kind::state:
      meetings.state = subject.id;
      return add_meetings(reg, meetings, catalogue, builder);
    case Subject::Kind::meeting: {
      const Result<query::MeetingPage> page = query::show_meeting(reg, subject.id);
      if (!page) return page.error();
      builder.add("", event_of(page->row, catalogue));
      return {};
    }
  }
  return {};
}

Result<std::string> title_of(const store::Register& reg, const Subject& subject) {
  if (!subject.name.empty()) return subject.name;
  if (subject.kind == Subject::Kind::person) {
    const Result<query::PersonPage> person = query::show_person(reg, subject.id);
    if (!person) return person.error();
    return person->name;
  }
  if (subject.kind == Subject::Kind::series) {
    const Result<query::SeriesPage> series = query::show_series(reg, subject.id);
    if (!series) return series.error();
    return series_name(series->row);
  }
  const Result<query::MeetingPage> meeting = query::show_meeting(reg, subject.id);
  if (!meeting) return meeting.error();
  return query::session_words(meeting->row);
}

}  // namespace

Result<Timeline> timeline_of(const store::Register& reg, const Subject* subject,
                             const TimelineOptions& options,
                             const catalogue::Catalogue* catalogue) {
  std::string day;
  if (!options.as_of.empty()) {
    Result<std::string> to = query::day_to_look_from(options.as_of);
    if (!to) return to.error();
    day = std::move(*to);
  }
  std::string title = "All meetings of the register";
  if (subject != nullptr) {
    Result<std::string> own = title_of(reg, *subject);
    if (!own) return own.error();
    title = std::move(*own);
  }
  Builder builder(subject == nullptr ? "" : subject->id, std::move(title));
  Result<void> r = builder.limit(options);
  if (r) {
    r = subject == nullptr ? add_meetings(reg, {}, catalogue, builder)
                           : add_subject(reg, *subject, day, catalogue, builder);
  }
  if (!r) return r.error();
  return std::move(builder).finish(options.period, kApart);
}

Timeline timeline_of(const query::Brief& brief, const catalogue::Catalogue* catalogue) {
  Builder builder(brief.series.id, "The sessions so far and the next one");
  for (const query::MeetingRow& m : brief.all) builder.add("", event_of(m, catalogue));
  add_due(brief.due, "", catalogue, builder);
  return std::move(builder).finish("year");
}

}  // namespace rapporteur::service
