// What flow writes into: a column of cells that grows at its end. In: cells with their margins, one after the
// other. Out: the column. Always: adjoining margins have become one gap (CSS 2.2 8.3.1: the larger counts),
// and a line that asks for the grid stands on it, counted from the column's top.
#pragma once

#include <vector>

#include "layout/flow.hpp"

namespace ms::layout {

class Column {
 public:
  /// At least this much white space comes before the next cell.
  void space(Length gap);
  /// The next cell must not begin a region (break-after: avoid).
  void keep_with_next() { keep_ = true; }
  /// The last cell stays at its distance from the next one: what the grid pushes goes above it (a rule).
  void hang_on_next() { hangs_ = !cells_.empty(); }
  /// The next cell begins a region.
  void force_break() { force_ = true; }
  /// The top of the next cell is a place that something leads to.
  void anchor(Anchor anchor) { anchors_.push_back(std::move(anchor)); }
  /// `grid`: the cell's top is put on a multiple of it, zero: wherever it comes.
  void add(FlowCell cell, Length grid);

  std::vector<FlowCell> const& cells() const { return cells_; }
  std::vector<FlowCell> take() { return std::move(cells_); }
  Length height() const { return bottom_; }
  bool is_empty() const { return cells_.empty(); }

 private:
  std::vector<FlowCell> cells_;
  std::vector<Anchor> anchors_;  // of the next cell
  Length bottom_, gap_;
  bool keep_ = false, force_ = false, hangs_ = false;
};

/// All cells of a column as one that is not cut: a table's cell, a figure with its caption.
FlowCell stacked(std::vector<FlowCell> cells);

/// Moves everything in the cell.
void shift(FlowCell& cell, Length right, Length down);

}  // namespace ms::layout
