// Parts of a face for embedding (hb-subset). In: a face and the glyphs that are used. Out: for TrueType
// outlines the tables of a font that holds only those glyphs, renumbered, and the map to the new numbers; for
// any face the outline of a glyph in font units. Deterministic.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "font/face.hpp"

namespace ms::font {

struct Subset {
  std::map<std::string, std::string> tables;         ///< "glyf", "loca", "hmtx", "maxp", "hhea", "head", …
  std::map<std::uint32_t, std::uint32_t> new_glyph;  ///< glyph of the face → glyph of the subset
};

/// glyf-flavoured faces only. Glyph 0 is always in it. Hinting and layout tables are dropped.
Subset subset_truetype(Face const& face, std::set<std::uint32_t> const& glyphs);

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
