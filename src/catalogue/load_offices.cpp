#include "enums.h"
#include "impl.h"
#include "rows.h"

namespace rapporteur::catalogue {
namespace {

std::string_view first_part(std::string_view list) { return list.substr(0, list.find(';')); }

Result<void> read_offices(const Pack& pack, Catalogue::Impl& impl) {
  struct Words {
    std::string_view singular;
    std::string_view plural;
    bool ambiguous = false;
  };
  std::vector<Words> words;
  auto done = for_each_row(pack, "lexicon/offices", [&](const Row& row) -> Result<void> {
    Office office{row["id"], first_part(row["singular"]), OfficeLevel::unknown, OfficeTakes::state,
                  row["portfolio"]};
    if (office.id.empty() || office.name.empty()) return row.error("id and singular are needed");
    if (!parse_enum(kOfficeLevels, row["level"], office.level)) {
      return row.error("no such level: " + std::string(row["level"]));
    }
    if (!parse_enum(kOfficeTakes, row["takes"], office.takes)) {
      return row.error("takes is state, body or both, not " + std::string(row["takes"]));
    }
    const Words forms{row["singular"], row["plural"], row.flag("ambiguous")};
    const auto [at, is_new] =
        impl.office_of_id.emplace(office.id, static_cast<Index>(impl.offices.size()));
    if (is_new) {
      impl.offices.push_back(office);
      words.push_back(forms);
    } else {
      impl.offices[at->second] = office;
      words[at->second] = forms;
    }
    return {};
  });
  // Office by office, which names::make_singular relies on.
  for (Index i = 0; i < words.size(); ++i) {
    for_each_part(words[i].singular, ';', [&](std::string_view text) {
      impl.office_names.push_back({text, i, false, words[i].ambiguous});
    });
    for_each_part(words[i].plural, ';', [&](std::string_view text) {
      impl.office_names.push_back({text, i, true, words[i].ambiguous});
    });
  }
  for (const OfficeName& name : impl.office_names) impl.offices_by_name.add(name.text, name.office);
  impl.offices_by_name.build();
  return done;
}

Result<void> read_portfolios(const Pack& pack, Catalogue::Impl& impl) {
  auto done = for_each_row(pack, "lexicon/portfolios", [&](const Row& row) -> Result<void> {
    if (row["id"].empty() || row["names"].empty()) return row.error("id and names are needed");
    const auto index = static_cast<Index>(impl.portfolios.size());
    impl.portfolios.push_back({row["id"], first_part(row["names"])});
    for_each_part(row["names"], ';', [&](std::string_view text) {
      impl.portfolio_names.push_back({text, index, false});
    });
    for_each_part(row["adjectives"], ';', [&](std::string_view text) {
      impl.portfolio_names.push_back({text, index, true});
    });
    return {};
  });
  for (const PortfolioName& name : impl.portfolio_names) {
    impl.portfolios_by_name.add(name.text, name.portfolio);
  }
  impl.portfolios_by_name.build();
  return done;
}

Result<void> read_modifiers(const Pack& pack, Catalogue::Impl& impl) {
  auto done = for_each_row(pack, "lexicon/office_modifiers", [&](const Row& row) -> Result<void> {
    Modifier modifier{"", row["id"], ModifierKind::rank};
    if (!parse_enum(kModifierKinds, row["kind"], modifier.kind)) {
      return row.error("no such kind of modifier: " + std::string(row["kind"]));
    }
    for_each_part(row["forms"], ';', [&](std::string_view text) {
      modifier.text = text;
      impl.modifiers_by_name.add(text, static_cast<Index>(impl.modifiers.size()));
      impl.modifiers.push_back(modifier);
    });
    return {};
  });
  impl.modifiers_by_name.build();
  return done;
}

Result<void> read_honorifics(const Pack& pack, Catalogue::Impl& impl) {
  return for_each_row(pack, "lexicon/honorifics", [&](const Row& row) -> Result<void> {
    for_each_part(row["text"], ';', [&](std::string_view text) {
      impl.honorifics.push_back({text, row["kind"], row.flag("part_of_name"), row.flag("after")});
    });
    return {};
  });
}

}  // namespace

Result<void> load_offices(const Pack& pack, Catalogue::Impl& impl) {
  if (auto done = read_offices(pack, impl); !done) return done;
  if (auto done = read_portfolios(pack, impl); !done) return done;
  if (auto done = read_modifiers(pack, impl); !done) return done;
  return read_honorifics(pack, impl);
}

}  // namespace rapporteur::catalogue
