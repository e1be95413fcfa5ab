#include "layout/flow_writer.hpp"

#include <algorithm>
#include <iterator>

namespace ms::layout {
namespace {

struct Mover {
  Length right, down;
  void move(base::Point& point) const {
    point.x += right;
    point.y += down;
  }
  void operator()(page::GlyphRun& run) const { move(run.origin); }
  void operator()(page::Rule& rule) const { move(rule.box.origin); }
  void operator()(page::ImageBox& image) const { move(image.box.origin); }
  void operator()(page::LinkBox& link) const { move(link.box.origin); }
};

}  // namespace

void Column::space(Length gap) {
  gap_ = std::max(gap_, gap);
}

void Column::add(FlowCell cell, Length grid) {
  Length gap = cells_.empty() ? Length() : gap_;
  if (grid > Length()) {
    std::int64_t const over = (bottom_ + gap).units() % grid.units();
    if (over != 0 && !cells_.empty()) {
      Length const push = grid - Length::units(over);
      if (hangs_ && cells_.size() > 1) {
        cells_.back().cell.gap += push;
        bottom_ += push;
      } else {
        gap += push;
      }
    }
  }
  cell.cell.gap = gap;
  if (keep_) cell.cell.break_penalty = std::max(cell.cell.break_penalty, forbidden);
  cell.cell.forced_break = force_ && !cells_.empty();
  if (cell.cell.forced_break)
    bottom_ = cell.cell.height;  // the grid counts from the new region's top
  else
    bottom_ += gap + cell.cell.height;
  cell.anchors.insert(cell.anchors.begin(), std::make_move_iterator(anchors_.begin()),
                      std::make_move_iterator(anchors_.end()));
  anchors_.clear();
  cells_.push_back(std::move(cell));
  gap_ = Length();
  keep_ = force_ = hangs_ = false;
}

void shift(FlowCell& cell, Length right, Length down) {
  for (page::Item& item : cell.items) std::visit(Mover{right, down}, item.what);
  for (Anchor& anchor : cell.anchors) anchor.top += down;
}

FlowCell stacked(std::vector<FlowCell> cells) {
  FlowCell out;
  for (FlowCell& cell : cells) {
    out.cell.height += cell.cell.gap;
    shift(cell, Length(), out.cell.height);
    out.cell.height += cell.cell.height;
    if (out.items.empty() && out.block.empty()) {
      out.article = cell.article;
      out.block = cell.block;
      out.offset = cell.offset;
    }
    // Lines are numbered by cell; a stack makes one cell of several.
    std::uint32_t next_line = 0;
    for (page::Item const& item : out.items)
      if (auto const* run = std::get_if<page::GlyphRun>(&item.what))
        next_line = std::max(next_line, run->line + 1);
    for (page::Item& item : cell.items) {
      if (auto* run = std::get_if<page::GlyphRun>(&item.what)) run->line += next_line;
      out.items.push_back(std::move(item));
    }
    std::ranges::move(cell.anchors, std::back_inserter(out.anchors));
  }
  return out;
}

}  // namespace ms::layout
