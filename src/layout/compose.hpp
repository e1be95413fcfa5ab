// compose: cells to pages. In: the flow and which cell begins which region. Out: the display list, with
// running feet, outline, destinations and page marks. Always: nothing but the foot stands outside of the
// margins.
#pragma once

#include <vector>

#include "layout/flow.hpp"

namespace ms::layout {

/// Where columns stand on a page, after margins.
struct PageFrame {
  base::Rect text;  ///< the text area of a right-hand page, or of every page
  Length column_width;
  std::vector<Length> column_left;  ///< from the text area's left edge, in reading order
};
PageFrame frame_of(style::PageStyle const& page, text::Direction direction);

page::Document compose(Flow flow, std::vector<std::size_t> const& starts, doc::Edition const& edition,
                       style::Style const& style, Workshop& workshop, base::Diagnostics& diagnostics);

}  // namespace ms::layout
