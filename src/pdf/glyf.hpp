// Records of the glyf table (OpenType, "glyf"). In: records of faces. Out: records whose components have
// other numbers, composites of them, and what maxp must say about all.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/glyph_source.hpp"
#include "pdf/program.hpp"

namespace ms::pdf {

/// A composite (its first number is negative) whose components end within it?
bool is_sound_composite(std::string_view record);
/// The record up to where a composite's instructions begin; those of simple glyphs go when they are repacked.
std::string without_instructions(std::string_view record);

/// Simple glyphs in fewer bytes (simple_glyph.hpp), where nothing goes by the numbers of their points.
void repack(std::vector<GlyphRecord>& records);

bool is_composite(GlyphRecord const& record);
Box box_of(GlyphRecord const& record);  ///< of a record that draws something
/// Calls `see(glyph)` for every component and stores what it returns in its place.
void renumber(GlyphRecord& record, std::function<std::uint32_t(std::uint32_t)> const& see);

/// A component of a composite: a glyph whose box is known, moved and scaled (F2DOT14).
struct Component {
  std::uint32_t glyph = 0;
  Box box;
  std::int32_t x = 0, y = 0, scale = Part::unscaled;
};
GlyphRecord composite(std::vector<Component> const& components, std::uint32_t advance);

/// What the profile of all glyphs needs (OpenType, "maxp").
struct Extremes {
  std::uint32_t points = 0, contours = 0;                      ///< of one simple glyph
  std::uint32_t composite_points = 0, composite_contours = 0;  ///< of one composite, all its depth
  std::uint32_t components = 0, depth = 0;
};
Extremes extremes_of(std::vector<GlyphRecord> const& records);

}  // namespace ms::pdf
