#include "font/glyph_tables.hpp"

#include "base/ensure.hpp"
#include "font/sfnt.hpp"

namespace ms::font {

GlyphTables glyph_tables(Face const& face) {
  base::ensure(face.outlines() == Outlines::truetype, "only TrueType outlines are in a table of glyphs");
  // A table's blob is a part of the file's, which the face holds.
  auto const table = [&](hb_tag_t tag) { return Table(face.hb_face(), tag).bytes(); };
  return {table(HB_TAG('h', 'e', 'a', 'd')), table(HB_TAG('h', 'h', 'e', 'a')),
          table(HB_TAG('m', 'a', 'x', 'p')), table(HB_TAG('h', 'm', 't', 'x')),
          table(HB_TAG('l', 'o', 'c', 'a')), table(HB_TAG('g', 'l', 'y', 'f'))};
}

}  // namespace ms::font
