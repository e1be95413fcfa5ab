// How much running text a stretch of a text has. In: the stretch and its language. Out: paragraphs and their
// weight. Always: headings, lists of links and buttons count nothing.
#pragma once

#include <cstddef>
#include <string_view>

namespace ms::read {

struct ArticleBody {
  std::size_t paragraphs = 0, weight = 0;
};

ArticleBody article_body_of(std::string_view text, std::string_view language);

}  // namespace ms::read
