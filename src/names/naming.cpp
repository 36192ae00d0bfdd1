#include "naming.h"

namespace rapporteur::names {

using tagger::Label;
using tagger::Tag;

void Namings::index() {
  office_ending.assign(doc.size() + 1, kNobody);
  office_starting.assign(doc.size() + 1, kNobody);
  used.assign(offices.size(), false);
  for (std::uint32_t i = 0; i < offices.size(); ++i) {
    office_ending[offices[i].tokens.end] = i;
    office_starting[offices[i].tokens.begin] = i;
  }
}

Named Namings::state_at(std::uint32_t token) const {
  const Tag* tag = token < doc.size() ? t.tags.starting(token) : nullptr;
  const bool state =
      tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
  return state ? Named{tag->id, doc.span(tag->tokens)} : Named{};
}

std::size_t Namings::next(std::uint32_t token) const {
  const auto found = std::partition_point(all.begin(), all.end(),
                                          [&](const Naming& n) { return n.tokens.begin < token; });
  return static_cast<std::size_t>(found - all.begin());
}

void Namings::take(Naming& n, std::uint32_t office) {
  const Office& o = offices[office];
  used[office] = true;
  n.offices.push_back(o);
  n.whole.begin = std::min(n.whole.begin, o.tokens.begin);
  n.whole.end = std::max(n.whole.end, o.tokens.end);
  if (!n.state && o.state) n.state = o.state;
  if (!n.body && o.body) n.body = o.body;
}

const Office* Namings::earlier_office(std::size_t i) const {
  for (std::size_t back = i; back-- > 0;) {
    if (!all[back].offices.empty()) return &all[back].offices.front();
  }
  return nullptr;
}

}  // namespace rapporteur::names
