#include "mentions.h"

#include <algorithm>
#include <string>

namespace rapporteur::reader {

namespace {

using record::Mention;
using record::MentionKind;
using tagger::Label;

MentionKind kind_of(Label label) {
  switch (label) {
    case Label::person:
      return MentionKind::person;
    case Label::body:
      return MentionKind::body;
    case Label::place:
      return MentionKind::place;
    case Label::state:
      return MentionKind::state;
    case Label::nationality:
      return MentionKind::nationality;
  }
  return MentionKind::body;
}

std::string value_of(const tagger::Tag& tag, const catalogue::Catalogue& catalogue) {
  if (tag.id == catalogue::npos) return {};
  switch (tag.label) {
    case Label::state:
    case Label::nationality:
      return std::string(catalogue.states()[tag.id].code);
    case Label::body:
      return std::string(catalogue.bodies()[tag.id].name);
    case Label::person:
    case Label::place:
      return {};
  }
  return {};
}

// Each end of an interval has its own year in its words ("from 1947 to 1960"): two dates, where
// "30 June - 2 July 2018" is one.
bool are_whole(const std::vector<time::End>& ends, const text::Document& doc) {
  const auto is_whole = [&](const time::End& end) {
    return end.edtf.size() >= 4 &&
           doc.slice(end.span).find(end.edtf.substr(0, 4)) != std::string_view::npos;
  };
  return ends.size() == 2 && is_whole(ends.front()) && is_whole(ends.back());
}

}  // namespace

std::vector<Mention> mentions_of(const text::Document& doc, const tagger::Tags& tags,
                                 const std::vector<time::Expression>& times,
                                 const names::Cast& cast, const catalogue::Catalogue& catalogue,
                                 const record::Reading& reading) {
  std::vector<Mention> flat;
  for (const tagger::Tag& tag : tags.all()) {
    const text::TokenRange words = tag.whole.empty() ? tag.tokens : tag.whole;
    flat.push_back({kind_of(tag.label), doc.span(words), value_of(tag, catalogue)});
  }
  for (const tagger::Tag& tag : tags.unowned()) {
    flat.push_back({kind_of(tag.label), doc.span(tag.tokens), {}});
  }
  for (const time::Expression& e : times) {
    // The bare date: "30 March" of "by 30 March". "Recently" says too little to be one.
    if (!time::is_date(e.kind) || e.kind == time::Kind::vague) continue;
    if (are_whole(e.ends, doc)) {
      for (const time::End& end : e.ends) flat.push_back({MentionKind::date, end.span, end.edtf});
    } else {
      flat.push_back({MentionKind::date, e.core, e.core_edtf});
    }
  }
  // The longest wins.
  std::sort(flat.begin(), flat.end(), [](const Mention& a, const Mention& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end > b.span.end;
  });
  std::vector<Mention> out;
  for (Mention& m : flat) {
    if (!out.empty() && m.span.begin < out.back().span.end) {
      if (m.span.size() > out.back().span.size()) out.back() = std::move(m);
      continue;
    }
    out.push_back(std::move(m));
  }
  for (const names::Office& office : cast.offices) {
    out.push_back({MentionKind::office, join(office.words.front(), office.words.back()), {}});
  }
  for (const record::Meeting& meeting : reading.meetings) {
    for (const ByteSpan span : meeting.name.evidence) {
      out.push_back({MentionKind::meeting, span, {}});
    }
    for (const record::Instrument& i : meeting.instruments) {
      for (const ByteSpan span : i.name.evidence)
        out.push_back({MentionKind::instrument, span, {}});
    }
  }
  std::sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) {
    if (a.span != b.span) return a.span < b.span;
    return a.kind < b.kind;
  });
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace rapporteur::reader
