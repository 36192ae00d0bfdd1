// What a Catalogue holds, and the loaders that fill it: one file per kind of table.
#pragma once

#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "folded_index.h"
#include "person_names.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/catalogue/catalogue.h"

namespace rapporteur::catalogue {

struct Catalogue::Impl {
  std::vector<State> states;
  std::vector<StateName> state_names;
  std::array<Index, 26 * 26> state_of_code{};
  FoldedIndex states_by_name;

  std::vector<Place> places;
  std::vector<PlaceName> notable_place_names;
  FoldedIndex places_by_name;

  std::vector<Body> bodies;
  std::vector<BodyName> body_names;
  std::vector<GenericOrgan> generic_organs;
  std::vector<Membership> memberships;  // grouped by body
  std::unordered_map<std::string_view, Index> body_of_id;
  FoldedIndex bodies_by_name;    // without names of meetings
  FoldedIndex generic_by_words;  // into generic_organs

  std::vector<Office> offices;
  std::vector<OfficeName> office_names;
  std::vector<Portfolio> portfolios;
  std::vector<PortfolioName> portfolio_names;
  std::vector<Modifier> modifiers;
  std::vector<Honorific> honorifics;
  std::unordered_map<std::string_view, Index> office_of_id;
  FoldedIndex offices_by_name;
  FoldedIndex portfolios_by_name;
  FoldedIndex modifiers_by_name;

  std::vector<Topic> topics;
  std::vector<TopicName> topic_names;
  std::unordered_map<std::string_view, Index> topic_of_id;
  std::vector<SpeechAct> acts;
  std::vector<SpeechActForm> act_forms;
  std::unordered_map<std::string_view, Index> act_of_id;

  PersonNames person_names;

  // Strings that stand in no table, such as spellings made from others; stable addresses.
  std::deque<std::string> strings;
  std::string_view keep(std::string text) { return strings.emplace_back(std::move(text)); }

  [[nodiscard]] Index state(std::string_view code) const {
    if (code.size() != 2 || code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z') {
      return npos;
    }
    return state_of_code[static_cast<std::size_t>((code[0] - 'A') * 26 + (code[1] - 'A'))];
  }
};

// Each needs what those before it have loaded. Errors: not_found, damaged, bad_data.
Result<void> load_states(const Pack& pack, Catalogue::Impl& impl);
Result<void> load_places(const Pack& pack, Catalogue::Impl& impl);
Result<void> load_bodies(const Pack& pack, Catalogue::Impl& impl);
Result<void> load_offices(const Pack& pack, Catalogue::Impl& impl);
Result<void> load_topics(const Pack& pack, Catalogue::Impl& impl);

}  // namespace rapporteur::catalogue
