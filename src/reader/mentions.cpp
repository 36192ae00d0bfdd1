#include "mentions.h"

#include <algorithm>
#include <iterator>
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

// What the sequence model found at that token, or null.
const tagger::Tag* modelled_at(const tagger::Tags& tags, std::uint32_t token) {
  const std::vector<tagger::Tag>& names = tags.modelled();
  const auto behind =
      std::upper_bound(names.begin(), names.end(), token,
                       [](std::uint32_t t, const tagger::Tag& n) { return t < n.tokens.begin; });
  if (behind == names.begin()) return nullptr;
  const tagger::Tag& name = *std::prev(behind);
  return token < name.tokens.end ? &name : nullptr;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "the 1943 |Tehran| Conference", "the 1992 |United Kingdom| general election": the name of
// something else, of which the model makes no name.
bool is_part_of_event(const tagger::Tag& tag, const text::Document& doc, const tagger::Tags& tags) {
  const bool place = tag.label == Label::state || tag.label == Label::place;
  if (!place || tag.tokens.begin == 0 || tag.tokens.end >= doc.size()) return false;
  if (modelled_at(tags, tag.tokens.begin) != nullptr) return false;
  return is_year(doc.word(tag.tokens.begin - 1)) && !doc.is_punctuation(tag.tokens.end);
}

// A known place of which the model knows that it speaks: "the |White House| said"; and a known body
// that goes on in small letters, where the name ends before: "|NATO| leaders".
tagger::Tag as_named(const tagger::Tag& tag, const text::Document& doc, const tagger::Tags& tags) {
  const tagger::Tag* name = modelled_at(tags, tag.tokens.begin);
  if (name == nullptr || name->tokens.begin != tag.tokens.begin) return tag;
  const bool speaks = tag.label == Label::place && name->label == Label::body;
  if (speaks && name->tokens == tag.tokens) return *name;
  const bool goes_on = tag.label == Label::body && tag.whole.empty() &&
                       name->tokens.end < tag.tokens.end && name->label != Label::person;
  for (std::uint32_t t = name->tokens.end; goes_on && t < tag.tokens.end; ++t) {
    if (doc.shape(t) != text::Shape::lower) return tag;
  }
  return goes_on ? *name : tag;
}

void add_mention(const tagger::Tag& known, const text::Document& doc, const tagger::Tags& tags,
                 const catalogue::Catalogue& catalogue, std::vector<Mention>& out) {
  if (is_part_of_event(known, doc, tags)) return;
  const tagger::Tag tag = as_named(known, doc, tags);
  const text::TokenRange words = tag.whole.empty() ? tag.tokens : tag.whole;
  out.push_back({kind_of(tag.label), doc.span(words), value_of(tag, catalogue)});
}

// "|U.S.| |State Department|", "|United Nations| |World Food Program|": one body for the model, and
// for the tables two names side by side.
bool joins_tags(const tagger::Tag& name, const text::Document& doc, const tagger::Tags& tags) {
  if (name.label != Label::body) return false;
  const tagger::Tag* first = tags.starting(name.tokens.begin);
  if (first == nullptr || first->label == Label::person) return false;
  const std::uint32_t second = first->tokens.end;
  const tagger::Tag* last = second < name.tokens.end ? tags.starting(second) : nullptr;
  const bool body = last != nullptr && last->tokens.end == name.tokens.end &&
                    (last->label == Label::body || last->label == Label::place);
  return body && !doc.is_punctuation(second);
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
  for (const tagger::Tag& tag : tags.all()) add_mention(tag, doc, tags, catalogue, flat);
  for (const tagger::Tag& name : tags.modelled()) {
    if (joins_tags(name, doc, tags))
      flat.push_back({kind_of(name.label), doc.span(name.tokens), {}});
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
