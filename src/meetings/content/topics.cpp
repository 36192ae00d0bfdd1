#include "content/topics.h"

#include <algorithm>
#include <utility>

namespace rapporteur::meetings {

void add_topics(const Context& c, TokenRange range, std::vector<std::string>& out) {
  for (std::uint32_t t = range.begin; t < range.end;) {
    const lexicon::Match* m = c.matches.find(t, lexicon::Channel::topic);
    if (m == nullptr || m->tokens.end > range.end) {
      ++t;
      continue;
    }
    const catalogue::TopicName& name = c.catalogue.topic_names()[m->id];
    std::string id(c.catalogue.topics()[name.topic].id);
    if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(std::move(id));
    t = m->tokens.end;
  }
}

}  // namespace rapporteur::meetings
