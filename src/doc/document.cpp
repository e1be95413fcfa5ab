#include "doc/document.hpp"

#include "base/ensure.hpp"

namespace ms::doc {

Edition edition_of(Document article) {
  Edition edition;
  edition.metadata = article.metadata;
  edition.articles.push_back(std::move(article));
  return edition;
}

std::string_view name_of(Role role) {
  switch (role) {
    case Role::author: return "author";
    case Role::editor: return "editor";
    case Role::translator: return "translator";
    case Role::photographer: return "photographer";
    case Role::agency: return "agency";
  }
  base::ensure(false, "a role is one of the five");
  return {};
}

namespace {

struct KindName {
  std::string_view operator()(Paragraph const&) const { return "paragraph"; }
  std::string_view operator()(Heading const&) const { return "heading"; }
  std::string_view operator()(Quote const&) const { return "quote"; }
  std::string_view operator()(List const&) const { return "list"; }
  std::string_view operator()(Figure const&) const { return "figure"; }
  std::string_view operator()(Table const&) const { return "table"; }
  std::string_view operator()(Code const&) const { return "code"; }
  std::string_view operator()(Verse const&) const { return "verse"; }
  std::string_view operator()(Separator const&) const { return "separator"; }
};

}  // namespace

std::string_view kind_of(Block const& block) {
  return std::visit(KindName{}, block.content);
}

}  // namespace ms::doc
