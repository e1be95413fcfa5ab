// Outlines as Type 2 charstrings (Adobe Technical Note 5177). In: contours in font units. Out: the shortest
// operators for runs of lines and curves, no hints, no subroutines.
#pragma once

#include <string>
#include <vector>

#include "font/subset.hpp"
#include "pdf/program.hpp"

namespace ms::pdf {

/// Contours of several glyphs, drawn one after the other with whole coordinates.
class Path {
 public:
  /// Adds `segments` scaled by `scale` (F2DOT14) and moved by x and y.
  void add(std::vector<font::OutlineSegment> const& segments, std::int32_t x, std::int32_t y,
           std::int32_t scale);

  bool is_empty() const { return steps_.empty(); }
  Box box() const;  ///< of all points, control points included

  /// `width` stands first when it is not the font's default.
  std::string charstring(std::int32_t width, std::int32_t default_width) const;

 private:
  struct Step {
    enum class Kind { move, line, curve } kind = Kind::move;
    std::int32_t d[6] = {};  ///< relative: dx dy, or dx1 dy1 dx2 dy2 dx3 dy3
  };
  friend class StepWriter;
  void close_contour();

  std::vector<Step> steps_;
  std::int32_t x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0;
};

/// A number of a charstring; also of a CFF dictionary when it fits 16 bits.
void append_operand(std::string& out, std::int32_t value);

}  // namespace ms::pdf
