// People whose state a line above them says: "On the Kenyan side:", "For Kenya:".
#pragma once

#include "naming.h"

namespace rapporteur::names {

// Gives the state of such a heading to the lines below it that open with a name. Used once.
class HeadedRows {
 public:
  explicit HeadedRows(Namings& namings)
      : n_(namings), doc_(namings.doc), side_(namings.t.lexicon.cue_class("side")) {}
  void run();

 private:
  // "Members of the Kenyan delegation:", "On the Kenyan side", "For Kenya:": whose people the lines
  // below give; or nothing.
  [[nodiscard]] Named heading(const text::Sentence& s) const;
  // "- The Republic of Kenya": a line that says nothing else.
  [[nodiscard]] bool is_state_alone(text::TokenRange line) const;
  // The lines from sentence `s` on that start with a name.
  void rows(std::size_t s, const Named& state);

  Namings& n_;
  const text::Document& doc_;
  lexicon::CueClass side_;
};

}  // namespace rapporteur::names
