#include "pdf/glyph_source.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/failure.hpp"
#include "pdf/bytes.hpp"
#include "pdf/glyf.hpp"
#include "pdf/simple_glyph.hpp"

namespace ms::pdf {

GlyphSource::GlyphSource(font::Face const& face) : face_(&face), tables_(font::glyph_tables(face)) {
  if (tables_.maxp.size() < 6 || tables_.head.size() < 54 || tables_.hhea.size() < 36)
    refuse("a table of the font is cut short");
  count_ = u16_at(tables_.maxp, 4);
  metrics_ = u16_at(tables_.hhea, 34);
  wide_ = u16_at(tables_.head, 50) != 0;
  if (metrics_ == 0 || metrics_ > count_ || tables_.loca.size() < (count_ + 1) * (wide_ ? 4 : 2) ||
      tables_.hmtx.size() < 4 * metrics_ + 2 * (count_ - metrics_))
    refuse("a table of the font is cut short");
}

void GlyphSource::refuse(char const* what) const {
  throw base::Failure("font.damaged", fmt::format("{}; install the font again", what), face_->path());
}

std::string_view GlyphSource::outline(std::uint32_t glyph) const {
  auto const offset = [&](std::size_t i) -> std::size_t {
    return wide_ ? u32_at(tables_.loca, 4 * i) : 2 * u16_at(tables_.loca, 2 * i);
  };
  std::size_t const start = offset(glyph), end = offset(std::size_t{glyph} + 1);
  if (start > end || end > tables_.glyf.size()) refuse("a glyph of the font lies outside of its table");
  return tables_.glyf.substr(start, end - start);
}

GlyphRecord GlyphSource::record(std::uint32_t glyph) const {
  if (glyph >= count_) refuse("a glyph of the font refers to one that is not there");
  std::size_t const own = std::min<std::size_t>(glyph, metrics_ - 1);
  GlyphRecord out;
  out.advance = u16_at(tables_.hmtx, 4 * own);
  out.left_bearing =
      s16_at(tables_.hmtx, glyph < metrics_ ? 4 * own + 2 : 4 * metrics_ + 2 * (glyph - metrics_));
  std::string_view const bytes = outline(glyph);
  if (bytes.empty()) return out;
  if (!is_sound(bytes)) refuse("a glyph of the font is damaged");
  // A glyph of no contours is as good as none.
  if (u16_at(bytes, 0) != 0) out.bytes = without_instructions(bytes);
  return out;
}

bool is_sound(std::string_view record) {
  if (record.size() < 12) return false;
  return s16_at(record, 0) < 0 ? is_sound_composite(record) : is_sound_simple(record);
}

}  // namespace ms::pdf
