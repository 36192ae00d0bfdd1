#include "enums.h"
#include "impl.h"
#include "rows.h"

namespace rapporteur::catalogue {
namespace {

Result<void> read_topics(const Pack& pack, Catalogue::Impl& impl) {
  const auto number = [&](std::string_view id) {
    const auto [at, is_new] = impl.topic_of_id.emplace(id, static_cast<Index>(impl.topics.size()));
    if (is_new) impl.topics.push_back({id, "", npos});
    return at->second;
  };
  auto done = for_each_row(pack, "topics", [&](const Row& row) -> Result<void> {
    if (row["id"].empty() || row["forms"].empty()) return row.error("id and forms are needed");
    const Index topic = number(row["id"]);
    // A broader topic may come later in the table; it must come, as the check below sees to.
    const Index broader = row["broader"].empty() ? npos : number(row["broader"]);
    impl.topics[topic].broader = broader;
    if (impl.topics[topic].name.empty()) {
      impl.topics[topic].name = row["forms"].substr(0, row["forms"].find(';'));
    }
    for_each_part(row["forms"], ';',
                  [&](std::string_view text) { impl.topic_names.push_back({text, topic}); });
    return {};
  });
  if (!done) return done;
  for (const Topic& topic : impl.topics) {
    if (topic.name.empty()) {
      return Error{ErrorCode::bad_data, "no row for the topic " + std::string(topic.id), "topics"};
    }
  }
  return {};
}

Result<void> read_speech_acts(const Pack& pack, Catalogue::Impl& impl) {
  constexpr std::pair<std::string_view, VerbForm> kForms[] = {
      {"base", VerbForm::base},     {"third", VerbForm::third},
      {"past", VerbForm::past},     {"participle", VerbForm::participle},
      {"gerund", VerbForm::gerund},
  };
  return for_each_row(pack, "speech_acts", [&](const Row& row) -> Result<void> {
    SpeechAct act{row["id"], ActClass::outcome};
    if (act.id.empty() || !parse_enum(kActClasses, row["class"], act.act_class)) {
      return row.error("an id and one of the classes are needed");
    }
    const auto [at, is_new] = impl.act_of_id.emplace(act.id, static_cast<Index>(impl.acts.size()));
    if (is_new) {
      impl.acts.push_back(act);
    } else {
      impl.acts[at->second] = act;
    }
    for (const auto& [column, form] : kForms) {
      if (!row[column].empty()) impl.act_forms.push_back({row[column], at->second, form});
    }
    return {};
  });
}

}  // namespace

Result<void> load_topics(const Pack& pack, Catalogue::Impl& impl) {
  if (auto done = read_topics(pack, impl); !done) return done;
  return read_speech_acts(pack, impl);
}

}  // namespace rapporteur::catalogue
