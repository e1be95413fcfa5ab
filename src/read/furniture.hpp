// What a printer put at the edge of every page: running heads and page numbers in the middle of a text that
// was copied from a PDF. In: text and its lines. Out: which lines are such. Always: numbers that do not count
// up page by page, and lines that are repeated far from them, are none; numbered headings of sections are
// none.
#pragma once

#include <string_view>
#include <vector>

#include "read/lines.hpp"

namespace ms::read {

/// One element for each line.
std::vector<bool> furniture_in(std::string_view text, std::vector<Line> const& lines);

}  // namespace ms::read
