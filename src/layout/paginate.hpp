// paginate: which cell goes on which page. In: numbers only: heights, gaps and how bad a break before each
// cell is; the heights of the regions (pages or columns) and the least that is to stand in a last one. Out:
// the first cell of every region. Always: a region holds at least one cell; it is overfull only when its one
// cell is; forced breaks are kept; the total cost is the least there is (dynamic programming over one
// region's length, so linear in the cells).
#pragma once

#include <cstdint>
#include <vector>

#include "base/length.hpp"

namespace ms::layout {

using base::Length;

/// What is not cut: a line, a rule, a row.
struct Cell {
  Length gap;  ///< white space above it, dropped at the top of a region
  Length height;
  std::int64_t break_penalty =
      0;                      ///< of a break before it; `forbidden` is never taken while it can be avoided
  bool forced_break = false;  ///< it begins a region
};

constexpr std::int64_t forbidden = 1'000'000'000;

struct Regions {
  std::vector<Length> heights;  ///< the last one repeats
  Length least_end{};           ///< what ends in a region of its own, not where it began, fills as much of it
};

/// Indices of the first cells, the first of them 0; empty for no cells.
std::vector<std::size_t> paginate(std::vector<Cell> const& cells, Regions const& regions);

}  // namespace ms::layout
