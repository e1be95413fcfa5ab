// How thick the upright strokes of a face are, for the font descriptor's StemV (ISO 32000-1 9.8.1). In: a
// face. Out: font units, measured on the outline of a letter that is one stroke; a twelfth of an em when the
// face has none.
#pragma once

#include "font/face.hpp"

namespace ms::pdf {

int stem_width(font::Face const& face);

}  // namespace ms::pdf
