// Tables of a page. In: a table element. Out: whether it holds data or only arranges the page, and its cells
// as a grid. Always: a grid has rows of equal width; cells that span several columns or rows stand in the
// first, the others are empty.
#pragma once

#include <vector>

#include "read/html_page.hpp"

namespace ms::read::html {

bool is_data_table(Page const& page, NodeId table);

struct Grid {
  struct Row {
    std::vector<NodeId> cells;  ///< no_node for empty ones
    bool is_head = false;
  };
  std::vector<Row> rows;
};
Grid grid_of(Page const& page, NodeId table);

}  // namespace ms::read::html
