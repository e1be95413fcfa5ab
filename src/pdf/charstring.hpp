// Outlines as Type 2 charstrings (Adobe Technical Note 5177). In: contours in font units. Out: the shortest
// operators for runs of lines and curves, no hints, no subroutines.
#pragma once

#include <string>
#include <vector>

#include "font/subset.hpp"
#include "pdf/program.hpp"

namespace ms::pdf {

/// Contours of several glyphs, drawn one after the other with whole coordinates. The next one is that which
/// is reached with the fewest bytes, and what closes it by a straight line is not written (5177, 4.1).
class Path {
 public:
  /// Adds `segments` scaled by `scale` (F2DOT14) and moved by x and y.
  void add(std::vector<font::OutlineSegment> const& segments, std::int32_t x, std::int32_t y,
           std::int32_t scale);

  bool is_empty() const { return contours_.empty(); }
  Box box() const;  ///< of all points, control points included

  /// `width` stands first when it is not the font's default.
  std::string charstring(std::int32_t width, std::int32_t default_width) const;

 private:
  friend class StepWriter;
  struct Point {
    std::int32_t x = 0, y = 0;
    friend bool operator==(Point, Point) = default;
  };
  struct Segment {
    bool is_curve = false;
    Point points[3];  ///< absolute; of a line the last alone
    Point end() const { return points[2]; }
  };
  using Contour = std::vector<Segment>;  ///< closed: it begins where its last segment ends
  struct Step {
    enum class Kind { move, line, curve } kind = Kind::move;
    std::int32_t d[6] = {};  ///< relative: dx dy, or dx1 dy1 dx2 dy2 dx3 dy3
  };
  struct Start {
    std::size_t contour = 0, segment = 0;
  };
  Start next_start(std::vector<bool> const& drawn, Point pen) const;
  std::vector<Step> steps() const;

  std::vector<Contour> contours_;
};

/// A number of a charstring; also of a CFF dictionary when it fits 16 bits.
void append_operand(std::string& out, std::int32_t value);

}  // namespace ms::pdf
