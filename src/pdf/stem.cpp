#include "pdf/stem.hpp"

#include <algorithm>
#include <vector>

#include "font/subset.hpp"

namespace ms::pdf {

namespace {

/// Where the outline crosses the horizontal line at `y`. A stroke's sides are nearly straight there, so
/// curves are taken for their chords.
std::vector<int> crossings(std::vector<font::OutlineSegment> const& outline, int y) {
  std::vector<int> out;
  int x0 = 0, y0 = 0, start_x = 0, start_y = 0;
  auto const line_to = [&](int x1, int y1) {
    if ((y0 < y) != (y1 < y)) out.push_back(x0 + (x1 - x0) * (y - y0) / (y1 - y0));
    x0 = x1;
    y0 = y1;
  };
  for (font::OutlineSegment const& segment : outline) {
    if (segment.kind == font::OutlineSegment::Kind::move) {
      line_to(start_x, start_y);
      x0 = start_x = segment.points[0].x;
      y0 = start_y = segment.points[0].y;
    } else {
      auto const& end = segment.points[segment.kind == font::OutlineSegment::Kind::cubic ? 2 : 0];
      line_to(end.x, end.y);
    }
  }
  line_to(start_x, start_y);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

int stem_width(font::Face const& face) {
  for (char32_t const c : {U'l', U'I', U'|', U'\u0627', U'1'}) {
    std::uint32_t const glyph = face.glyph_of(c);
    if (glyph == 0) continue;
    std::vector<font::OutlineSegment> const outline = font::outline(face, glyph);
    int top = 0;
    for (font::OutlineSegment const& segment : outline) top = std::max(top, segment.points[0].y);
    std::vector<int> const found = crossings(outline, top / 2);
    if (found.size() >= 2 && found[1] > found[0]) return found[1] - found[0];
  }
  return face.metrics().units_per_em / 12;
}

}  // namespace ms::pdf
