// A simple glyph of the glyf table in fewer bytes. In: its record. Out: a record that draws the same: every
// contour begins where the steps to its first point and round it take the fewest bytes, flags are not run
// together (deflate does that better), and there are no instructions. The numbers of its points change.
#pragma once

#include <string>
#include <string_view>

namespace ms::pdf {

/// Do the points of a simple glyph end within its record, and count up?
bool is_sound_simple(std::string_view record);

std::string repacked(std::string_view record);

}  // namespace ms::pdf
