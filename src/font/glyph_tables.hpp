// The tables that hold a TrueType face's glyphs, as its file has them (OpenType, "glyf", "loca", "hmtx" and
// the three that say how to read those). In: a face with such outlines. Out: views of its file, which is open
// as long as the face lives; a table the file lacks is empty. Nothing is checked.
#pragma once

#include <string_view>

#include "font/face.hpp"

namespace ms::font {

struct GlyphTables {
  std::string_view head, hhea, maxp, hmtx, loca, glyf;
};
GlyphTables glyph_tables(Face const& face);

}  // namespace ms::font
