#include "doc/document.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "doc/head.hpp"

namespace ms::doc {

Edition edition_of(Document article) {
  std::vector<Document> articles;
  articles.push_back(std::move(article));
  return edition_of(std::move(articles), std::nullopt);
}

Metadata edition_metadata(std::vector<Document> const& articles, std::optional<Metadata> const& collection) {
  base::ensure(!articles.empty(), "an edition holds an article");
  if (articles.size() == 1 && !collection) return articles.front().metadata;
  Metadata all = collection.value_or(Metadata{});
  if (all.title.is_empty() && articles.size() > 1) all.title = joined_titles(articles);
  bool const has_date = !all.date.empty();
  // The language most articles have, the first of them when several do; and its direction.
  std::vector<std::pair<std::string, std::size_t>> counts;
  for (Document const& article : articles) {
    if (!has_date) all.date = std::max(all.date, article.metadata.date);
    std::string const& tag = article.metadata.language;
    if (tag == "und") continue;
    auto const found = std::ranges::find(counts, tag, &std::pair<std::string, std::size_t>::first);
    if (found == counts.end())
      counts.emplace_back(tag, 1);
    else
      ++found->second;
  }
  std::ranges::stable_sort(counts, std::ranges::greater{}, &std::pair<std::string, std::size_t>::second);
  if (!counts.empty()) all.language = counts.front().first;
  all.languages.clear();
  for (auto const& [tag, count] : counts) all.languages.push_back(tag);
  for (Document const& article : articles)
    if (article.metadata.language == all.language) {
      all.direction = article.metadata.direction;
      break;
    }
  return all;
}

Edition edition_of(std::vector<Document> articles, std::optional<Metadata> const& collection) {
  Edition edition;
  edition.metadata = edition_metadata(articles, collection);
  if (edition.metadata.title.is_empty()) edition.metadata.title = stand_in_title(articles.front());
  edition.articles = std::move(articles);
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
