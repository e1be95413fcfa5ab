#include "layout/flow_writer.hpp"

#include <doctest/doctest.h>

using namespace ms;
using namespace ms::layout;

namespace {

FlowCell cell(int height) {
  FlowCell out;
  out.cell.height = Length::points(height);
  return out;
}

}  // namespace

TEST_CASE("adjoining margins collapse to the larger, and none stands at the top") {
  Column column;
  column.space(Length::points(9));
  column.add(cell(10), {});
  column.space(Length::points(4));
  column.space(Length::points(7));
  column.add(cell(10), {});
  CHECK(column.cells()[0].cell.gap == Length());
  CHECK(column.cells()[1].cell.gap == Length::points(7));
  CHECK(column.height() == Length::points(27));
}

TEST_CASE("a line on the grid is pushed down to it, never up") {
  Column column;
  column.add(cell(10), {});
  column.add(cell(14), Length::points(14));
  column.add(cell(14), Length::points(14));
  CHECK(column.cells()[1].cell.gap == Length::points(4));
  CHECK(column.cells()[2].cell.gap == Length());
}

TEST_CASE("what hangs on the next cell keeps its distance: the grid pushes both") {
  Column column;
  column.add(cell(20), {});
  column.space(Length::points(3));
  column.add(cell(1), {});
  column.space(Length::points(7));
  column.hang_on_next();
  column.add(cell(14), Length::points(14));
  CHECK(column.cells()[1].cell.gap == Length::points(14));
  CHECK(column.cells()[2].cell.gap == Length::points(7));
  CHECK(column.height() == Length::points(56));
}

TEST_CASE("keeps and forced breaks hold for the next cell only") {
  Column column;
  column.add(cell(10), {});
  column.keep_with_next();
  column.add(cell(10), {});
  column.add(cell(10), {});
  column.force_break();
  column.add(cell(10), {});
  CHECK(column.cells()[1].cell.break_penalty == forbidden);
  CHECK(column.cells()[2].cell.break_penalty == 0);
  CHECK(column.cells()[3].cell.forced_break);
}

TEST_CASE("a stack is as high as its parts with their gaps, and its lines are numbered on") {
  Column column;
  FlowCell first = cell(10), second = cell(20);
  first.items.push_back({.structure = 1, .what = page::GlyphRun{}});
  second.items.push_back({.structure = 2, .what = page::GlyphRun{}});
  column.add(std::move(first), {});
  column.space(Length::points(5));
  column.add(std::move(second), {});
  FlowCell const whole = stacked(column.take());
  CHECK(whole.cell.height == Length::points(35));
  REQUIRE(whole.items.size() == 2);
  auto const& run = std::get<page::GlyphRun>(whole.items[1].what);
  CHECK(run.origin.y == Length::points(15));
  CHECK(run.line == 1);
}
