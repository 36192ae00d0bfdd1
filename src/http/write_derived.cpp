#include "write_derived.h"

#include "office_address.h"

namespace rapporteur::http {

namespace {

void write_successor(const query::Tenure::Next& next, Spans& spans, Json& json) {
  json.begin_object();
  json.member("person", next.person);
  json.member("name", next.name);
  json.member_or_null("first", next.first);
  write(next.sources, spans, json);
  json.end_object();
}

}  // namespace

void write(const query::Tenure& t, const catalogue::Catalogue* catalogue, Spans& spans,
           Json& json) {
  json.begin_object();
  json.member("person", t.person);
  json.member("name", t.name);
  json.member("office", t.office);
  json.member("office_id",
              office_id_of(query::office_key_of(t.state, t.organisation, t.office, catalogue)));
  json.member_or_null("state", t.state);
  json.member_or_null("organisation", t.organisation);
  json.member_or_null("first", t.first);
  json.member_or_null("last", t.last);
  json.member("support", t.support);
  json.member("because", t.because);
  write(t.sources, spans, json);
  json.key("successor");
  t.successor ? write_successor(*t.successor, spans, json) : json.null();
  json.end_object();
}

void write(const query::Presidency& p, Spans& spans, Json& json) {
  json.begin_object();
  json.member("year", p.year);
  json.member("state", p.state);
  json.key("others");
  write(p.others, json);
  json.member("because", p.because);
  write(p.sources, spans, json);
  write_list("against", p.against, json,
             [&](const query::Source& source) { write(source, spans, json); });
  json.end_object();
}

void write(const query::Due& d, Spans& spans, Json& json) {
  json.begin_object();
  json.member_or_null("when", d.when);
  json.member_or_null("basis", d.basis);
  json.member_or_null("ordinal", d.ordinal);
  json.member_or_null("kind", d.kind);
  json.member_or_null("meeting", d.meeting);
  json.member_or_null("place", d.place);
  json.member_or_null("country", d.country);
  json.member("overdue", d.overdue);
  json.member("because", d.because);
  write(d.sources, spans, json);
  json.end_object();
}

void write(const query::Missing& m, Spans& spans, Json& json) {
  json.begin_object();
  json.key("session");
  write(m.session, json);
  json.member_or_null("members_by", m.members_by);
  json.member("members", m.members);
  json.key("present");
  write(m.present, json);
  write_list("states", m.states, json, [&](const query::Missing::State& s) {
    json.begin_object();
    json.member("state", s.state);
    json.member("said_absent", s.said_absent);
    json.member("because", s.because);
    write(s.sources, spans, json);
    json.end_object();
  });
  json.end_object();
}

void write(const query::Promise& p, Spans& spans, Json& json) {
  json.begin_object();
  json.member("session", p.session.id);
  json.key("item");
  write(p.item, spans, json);
  json.member_or_null("fate", p.fate);
  json.member_or_null("because", p.because);
  write_list("sources", p.sources, json, [&](const query::Source& s) {
    json.begin_object();
    json.member("report", s.report);
    json.member("report_id", report_id_of(s.report));
    json.member_or_null("title", s.title);
    json.member_or_null("publisher", s.publisher);
    json.member_or_null("published", s.published);
    json.member_or_null("sentence", s.sentences.empty() ? "" : s.sentences.front());
    json.end_object();
  });
  json.end_object();
}

void write(const query::Newcomer& n, const catalogue::Catalogue* catalogue, Spans& spans,
           Json& json) {
  json.begin_object();
  json.key("tenure");
  write(n.tenure, catalogue, spans, json);
  json.member_or_null("before", n.before);
  json.member("because", n.because);
  json.end_object();
}

}  // namespace rapporteur::http
