// flow: an edition as one long column. In: the tree and the style. Out: cells in reading order, each with the
// items it shows, the structure tree they belong to, and what the outline and the page marks need. Always:
// cells of one measure; positions are from the cell's top left corner; body lines stand on the grid.
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

struct FlowCell {
  Cell cell;
  std::vector<page::Item> items;
  std::size_t article = 0;
  std::string block;       ///< id of the block it begins or goes on with, empty: no block of the tree
  std::size_t offset = 0;  ///< byte of the block's text at which it begins
};

struct FlowEntry {           ///< of the outline
  page::OutlineEntry entry;  ///< page and top are not known yet
  std::size_t cell = 0;
  std::string destination;  ///< name of the place, unique in the edition
};

struct Flow {
  std::vector<FlowCell> cells;
  std::vector<page::StructureNode> structure;
  std::vector<FlowEntry> entries;
  std::vector<FlowEntry> places;  ///< that only links lead to: notes
  std::vector<page::Image> images;
};

Flow flow(doc::Edition const& edition, style::Style const& style, Length measure, Workshop& workshop,
          base::Diagnostics& diagnostics);

}  // namespace ms::layout
