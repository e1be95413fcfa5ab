// What a set line shows. In: its runs, from left to right from where the line begins, what each belongs to,
// and where the line stands in its cell. Out: items of the cell. Always: a run that is part of a link has a
// rectangle of its own to click on, as high as the line; it stands before the run.
#pragma once

#include <vector>

#include "layout/styled_text.hpp"
#include "page/page.hpp"

namespace ms::layout {

/// From the top left corner of the cell.
struct LinePlace {
  Length right;  ///< of where the line begins
  Length baseline;
  Length top, height;
};

void add_run(std::vector<page::Item>& items, page::GlyphRun run, StyleRun const& style,
             LinePlace const& line);

}  // namespace ms::layout
