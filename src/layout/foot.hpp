// The running foot. In: the article's title, page number and number of pages, style and measure. Out: items
// of one line, positions from the foot's top left corner. Always: the title is cut at a word, with an
// ellipsis, so that it never comes near the number; the number stands at the outer edge, mirrored right to
// left.
#pragma once

#include <string>
#include <vector>

#include "doc/resolve.hpp"
#include "layout/layout.hpp"
#include "layout/styled_text.hpp"
#include "page/page.hpp"
#include "style/style.hpp"

namespace ms::layout {

struct FootLine {
  std::string title;
  doc::Resolved title_place;
  std::string number;                                ///< "3 / 7"
  text::Direction direction = text::Direction::ltr;  ///< of the page
};

/// Height of the whole foot below the text area, the gap above it included; zero when the style has none.
Length foot_height(style::Computed const& foot);

std::vector<page::Item> set_foot(FootLine const& line, style::Computed const& foot, Length measure,
                                 Workshop& workshop, base::Diagnostics& diagnostics);

}  // namespace ms::layout
