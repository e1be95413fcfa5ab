// Points, sizes and rectangles on a page. The origin is the page's top left corner; x grows to the right,
// y grows downwards; only the PDF writer turns y round.
#pragma once

#include "base/length.hpp"

namespace ms::base {

struct Point {
  Length x, y;
  friend constexpr bool operator==(Point, Point) = default;
};

struct Size {
  Length width, height;
  friend constexpr bool operator==(Size, Size) = default;
};

struct Rect {
  Point origin;
  Size size;
  constexpr Length left() const { return origin.x; }
  constexpr Length top() const { return origin.y; }
  constexpr Length right() const { return origin.x + size.width; }
  constexpr Length bottom() const { return origin.y + size.height; }
  friend constexpr bool operator==(Rect, Rect) = default;
};

}  // namespace ms::base
