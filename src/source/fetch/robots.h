// robots.txt: what a host asks robots to leave alone.
//
// Source: RFC 9309; Crawl-delay is a custom of many hosts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::source {

class Robots {
 public:
  // All may be fetched.
  Robots() = default;
  // The rules of `text` for the robot called `agent`: those of its own groups or, where it has
  // none, those for "*". Total: lines that say nothing are passed over. Cost: O(bytes).
  static Robots parse(std::string_view text, std::string_view agent);
  // Nothing may be fetched.
  static Robots refusing();

  // The longest rule that matches decides; of two as long, the one that allows.
  // `path`: with its query. Cost: O(rules x (path + pattern)).
  [[nodiscard]] bool allows(std::string_view path) const;
  // Seconds between two requests, where the host asks for some.
  [[nodiscard]] std::optional<double> delay() const { return delay_; }

 private:
  struct Rule {
    std::string pattern;  // '*' stands for any characters, '$' at the end for the end
    bool allow = false;
  };
  std::vector<Rule> rules_;
  std::optional<double> delay_;
};

}  // namespace rapporteur::source
