// Articles made of blocks, and the pages they come to, for tests of flow and compose.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "layout/layout.hpp"

namespace blocks {

inline ms::doc::Block paragraph(std::string id, std::string utf8) {
  ms::doc::Block block;
  block.id = std::move(id);
  block.content = ms::doc::Paragraph{{.utf8 = std::move(utf8), .spans = {}, .origin = {}}};
  return block;
}

inline ms::doc::Block heading(std::string id, std::string utf8, int level = 2) {
  ms::doc::Block block;
  block.id = std::move(id);
  block.content = ms::doc::Heading{level, {.utf8 = std::move(utf8), .spans = {}, .origin = {}}};
  return block;
}

/// An edition of this article alone.
inline ms::page::Document laid_out(ms::doc::Document article, std::string_view css) {
  static ms::font::Library const library;
  ms::layout::Workshop workshop(library);
  ms::base::Diagnostics diagnostics;
  ms::style::Style const style = ms::style::Style::parse({{"test.css", std::string(css)}}, diagnostics);
  ms::doc::Edition edition;
  edition.metadata = article.metadata;
  edition.articles.push_back(std::move(article));
  return ms::layout::lay_out(edition, style, workshop, diagnostics);
}

}  // namespace blocks
