// flow: an edition as one long column. In: the tree and the style. Out: cells in reading order, each with the
// items it shows, the places in it that links and the outline lead to and what the page marks need, and the
// structure tree. Always: cells of one measure; positions are from the cell's top left corner; body lines
// stand on the grid.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "doc/document.hpp"
#include "layout/layout.hpp"
#include "layout/paginate.hpp"
#include "page/page.hpp"
#include "style/style.hpp"

namespace ms::layout {

/// A place that links, or the outline as well, lead to. It is part of a cell and goes where the cell goes,
/// into a table's row or a list's item.
struct Anchor {
  std::string name;  ///< unique in the edition
  std::size_t structure = 0;
  Length top;                               ///< below the top of its cell
  std::optional<page::OutlineEntry> entry;  ///< title, language and level; where it is, is not known yet
};

struct FlowCell {
  Cell cell;
  std::vector<page::Item> items;
  std::vector<Anchor> anchors;  ///< in reading order
  std::size_t article = 0;
  std::string block;       ///< id of the block it begins or goes on with, empty: no block of the tree
  std::size_t offset = 0;  ///< byte of the block's text at which it begins
};

struct Flow {
  std::vector<FlowCell> cells;
  std::vector<page::StructureNode> structure;
  std::vector<page::Image> images;
};

Flow flow(doc::Edition const& edition, style::Style const& style, Length measure, Workshop& workshop,
          base::Diagnostics& diagnostics);

}  // namespace ms::layout
