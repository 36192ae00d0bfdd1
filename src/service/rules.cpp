#include "rapporteur/service/rules.h"

#include <utility>

#include "rapporteur/resolve/knowledge.h"
#include "rapporteur/resolve/resolver.h"

namespace rapporteur::service {

struct Rules::Impl {
  Impl(catalogue::Catalogue tables, std::string version)
      : catalogue(std::move(tables)),
        knowledge(resolve::catalogue_knowledge(catalogue, std::move(version))),
        resolver(resolve::make_resolver(*knowledge)) {}
  catalogue::Catalogue catalogue;
  std::unique_ptr<resolve::Knowledge> knowledge;
  std::unique_ptr<record::Resolver> resolver;
};

Rules::Rules(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Rules::Rules(Rules&&) noexcept = default;
Rules& Rules::operator=(Rules&&) noexcept = default;
Rules::~Rules() = default;

Result<Rules> Rules::load(const Pack& pack) {
  Result<catalogue::Catalogue> catalogue = catalogue::Catalogue::load(pack);
  if (!catalogue) return catalogue.error();
  return Rules(std::make_unique<Impl>(*std::move(catalogue), pack.fingerprint()));
}

const catalogue::Catalogue& Rules::catalogue() const { return impl_->catalogue; }
const record::Resolver& Rules::resolver() const { return *impl_->resolver; }

}  // namespace rapporteur::service
