#include "rapporteur/http/server.h"

#include <algorithm>
#include <array>
#include <utility>

#include "daemon.h"
#include "desk.h"

namespace rapporteur::http {

namespace {

constexpr std::array<std::string_view, 3> kLoopback = {"127.0.0.1", "::1", "localhost"};

bool is_loopback(const std::string& address) {
  return address.starts_with("127.") || address == "::1";
}

// Somebody else's name for this server means that others than this machine come.
bool has_strange_names(const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [](const std::string& name) {
    return std::find(kLoopback.begin(), kLoopback.end(), name) == kLoopback.end();
  });
}

Options with_name(Options options) {
  if (options.register_name.empty()) options.register_name = options.register_path;
  return options;
}

Access::Rules rules_of(const Options& options) {
  Access::Rules out;
  out.open = !options.closed && is_loopback(options.address) && !has_strange_names(options.names);
  for (const std::string& name : options.names) out.names.push_back(host_of(name));
  if (is_loopback(options.address)) out.names.emplace_back("localhost");
  out.token_file = options.token_file.empty() ? service::token_file_of(options.register_path)
                                              : options.token_file;
  out.requests_per_second = options.limits.requests_per_second;
  return out;
}

}  // namespace

Result<Knowledge> Knowledge::load(const Pack& pack) {
  Result<service::Rules> rules = service::Rules::load(pack);
  if (!rules) return rules.error();
  Result<catalogue::Gazetteer> gazetteer = catalogue::Gazetteer::load(pack);
  if (!gazetteer) return gazetteer.error();
  Result<service::RuleBook> rule_book = service::RuleBook::load(pack);
  if (!rule_book) return rule_book.error();
  Result<query::FollowUps> follow_ups = query::FollowUps::load(pack);
  if (!follow_ups) return follow_ups.error();
  Result<reader::Reader> reader = reader::Reader::load(pack);
  if (!reader) return reader.error();
  return Knowledge{*std::move(rules), *std::move(gazetteer), *std::move(rule_book),
                   *std::move(follow_ups), *std::move(reader)};
}

Office::Office(const Options& the_options, Knowledge knowledge, Pages the_pages,
               Access::Rules access_rules)
    : options(with_name(the_options)),
      rules(std::move(knowledge.rules)),
      gazetteer(std::move(knowledge.gazetteer)),
      rule_book(std::move(knowledge.rule_book)),
      follow_ups(std::move(knowledge.follow_ups)),
      reader(std::move(knowledge.reader)),
      pages(std::move(the_pages)),
      access(std::move(access_rules)),
      cache(the_options.limits.cache) {}

Result<store::Register> Office::open_to_read() const {
  return store::Register::open(options.register_path, {.access = store::Access::read});
}

Result<store::Register> Office::open_to_write() const {
  return store::Register::open(options.register_path, {.access = store::Access::write});
}

struct Server::Impl {
  std::unique_ptr<Office> office;
  std::vector<std::unique_ptr<Desk>> desks;  // one a worker
  std::unique_ptr<Daemon> daemon;            // ends first
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::start(const Pack& pack, Options options) {
  Result<Knowledge> knowledge = Knowledge::load(pack);
  if (!knowledge) return knowledge.error();
  Result<Pages> pages = Pages::load(options.pages);
  if (!pages) return pages.error();
  const Access::Rules access = rules_of(options);
  if (Result<service::Tokens> tokens = service::Tokens::read(access.token_file); !tokens) {
    return tokens.error();
  }
  auto impl = std::make_unique<Impl>();
  impl->office =
      std::make_unique<Office>(options, *std::move(knowledge), *std::move(pages), access);
  for (unsigned i = 0; i < worker_count(options.limits); ++i) {
    Result<store::Register> reg = impl->office->open_to_read();
    if (!reg) return reg.error();
    impl->desks.push_back(std::make_unique<Desk>(*impl->office, *std::move(reg)));
    look_for_changes(*impl->desks.back());
  }
  Impl& self = *impl;
  Result<std::unique_ptr<Daemon>> daemon =
      Daemon::start(options.address, options.port, options.limits,
                    {&look, [&self](Request&& request, unsigned worker) {
                       return answer(*self.desks[worker], request);
                     }});
  if (!daemon) return daemon.error();
  impl->daemon = *std::move(daemon);
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

std::uint16_t Server::port() const { return impl_->daemon->port(); }
bool Server::is_open() const { return impl_->office->access.is_open(); }
void Server::stop() { impl_->daemon->stop(); }

}  // namespace rapporteur::http
