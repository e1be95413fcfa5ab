// What elements say of themselves by their kind, their role and the names authors gave them. In: a page. Out:
// for each element a hint. Always: weak evidence; the body (html_body.hpp) overrules it where the text does.
#pragma once

#include <vector>

#include "read/html_page.hpp"

namespace ms::read::html {

enum class Hint : std::uint8_t {
  none,
  body,     ///< the text of the article: itemprop=articleBody, class="article-body"
  article,  ///< the article with its head: <article>, <main>
  caption,  ///< of a picture, or who took it
  byline,   ///< who wrote it
  date,
  standfirst,  ///< the sum of the article under its headline
  kicker,
  furniture,  ///< menus, footers, related links, newsletters, comments
};

/// By node.
std::vector<Hint> hints_of(Page const& page);

/// For signatures: alike for elements that are made alike (name and class, digits left out).
std::uint32_t likeness(Page const& page, NodeId node);

}  // namespace ms::read::html
