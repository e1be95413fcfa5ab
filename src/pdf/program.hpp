// A font program: the file that goes into the PDF for fonts whose codes are numbered. In: their entries. Out:
// a TrueType font (glyf faces; of a font with CIDs the glyph number is the CID, so that the CIDToGIDMap is
// the identity; simple fonts have a character map, and several may share a program) or a CFF font (CID =
// glyph number), in which every code has a glyph of its own with its own advance.
#pragma once

#include <string>

#include "pdf/embedded.hpp"

namespace ms::pdf {

struct Box {
  std::int32_t x_min = 0, y_min = 0, x_max = 0, y_max = 0;
  friend bool operator==(Box const&, Box const&) = default;
};

/// Widens `box`; an empty one (`seen` is false) becomes `more`.
void unite(Box& box, bool& seen, Box const& more);

struct Program {
  std::string bytes;
  Box box;  ///< of the glyphs that are there, font units: readers place glyphs by it (design, 2.3)
};

/// What a TrueType program holds.
struct ProgramGlyphs {
  /// By glyph number; null: a glyph that draws nothing, as .notdef does, which is glyph 0.
  std::vector<Entry const*> entries;
  font::Face const* host = nullptr;  ///< gives the units, and measures no reader looks at
  std::size_t first_code = 0;        ///< not 0: codes of one byte lead to glyphs, this one to glyph 1
};
/// Of a font with CIDs: glyph number = CID.
ProgramGlyphs glyphs_by_cid(EmbeddedFont const& font);
/// Of simple fonts that share a program: glyph number = code − 31.
ProgramGlyphs glyphs_by_code(std::vector<EmbeddedFont const*> const& fonts);

Program truetype_program(ProgramGlyphs const& glyphs);
Program cff_program(EmbeddedFont const& font, std::string_view name);

}  // namespace ms::pdf
