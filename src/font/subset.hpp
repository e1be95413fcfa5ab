// Parts of a face for embedding. In: a face and what is used of it. Out: the outline of a glyph in font
// units; a font file that shapes a text as the face does (hb-subset). Deterministic.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "font/face.hpp"

namespace ms::font {

struct OutlineSegment {
  enum class Kind { move, line, cubic } kind = Kind::move;
  struct {
    int x = 0, y = 0;
  } points[3];  ///< the last one used is the end point: 1 for move and line, 3 for cubic
};
/// Contours are closed by a last segment back to their start or implicitly.
std::vector<OutlineSegment> outline(Face const& face, std::uint32_t glyph);

/// A standalone font file with layout tables kept, for the EPUB: shapes `text` as the whole face does.
std::string shaping_subset(Face const& face, std::string_view text);

}  // namespace ms::font
