// A font program: the file that goes into the PDF for one EmbeddedFont whose codes are numbered. In: its
// entries. Out: a TrueType font (glyf faces: glyph number = CID, so that the CIDToGIDMap is the identity) or
// a CFF font (CID = glyph number), in which every code has a glyph of its own with its own advance.
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

Program truetype_program(EmbeddedFont const& font);
Program cff_program(EmbeddedFont const& font, std::string_view name);

}  // namespace ms::pdf
