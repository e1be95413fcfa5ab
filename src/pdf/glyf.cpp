#include "pdf/glyf.hpp"

#include <algorithm>

#include "pdf/bytes.hpp"
#include "pdf/simple_glyph.hpp"

namespace ms::pdf {

namespace {

// Flags of a component (OpenType, "Composite glyph flags").
constexpr std::uint32_t words = 0x0001, offsets = 0x0002, scaled = 0x0008, more = 0x0020, two_scales = 0x0040,
                        instructed = 0x0100, own_metrics = 0x0200, matrix = 0x0080, unscaled_offsets = 0x1000;

std::size_t component_size(std::uint32_t flags) {
  return 4u + (flags & words ? 4u : 2u) +
         (flags & scaled       ? 2u
          : flags & two_scales ? 4u
          : flags & matrix     ? 8u
                               : 0u);
}

template <class See>
void for_components(std::string_view bytes, See const& see) {
  std::size_t at = 10;
  for (;;) {
    std::uint32_t const flags = u16_at(bytes, at);
    see(at + 2);
    if ((flags & more) == 0) return;
    at += component_size(flags);
  }
}

std::int32_t scaled_down(std::int64_t value, std::int32_t scale) {
  std::int64_t const product = value * scale;
  return static_cast<std::int32_t>(product >= 0 ? product / Part::unscaled
                                                : -((-product + Part::unscaled - 1) / Part::unscaled));
}
std::int32_t scaled_up(std::int64_t value, std::int32_t scale) {
  return -scaled_down(-value, scale);
}

Box moved(Component const& component) {
  Box const& box = component.box;
  return {scaled_down(box.x_min, component.scale) + component.x,
          scaled_down(box.y_min, component.scale) + component.y,
          scaled_up(box.x_max, component.scale) + component.x,
          scaled_up(box.y_max, component.scale) + component.y};
}

std::int32_t fitting(std::int32_t value) {
  return std::clamp(value, -32768, 32767);
}

void append_box(std::string& out, Box const& box) {
  append_s16(out, fitting(box.x_min));
  append_s16(out, fitting(box.y_min));
  append_s16(out, fitting(box.x_max));
  append_s16(out, fitting(box.y_max));
}

/// Points, contours and depth of glyphs, each walked once.
class Walk {
 public:
  struct Sum {
    std::uint32_t points = 0, contours = 0, depth = 0;
    bool known = false;
  };
  explicit Walk(std::vector<GlyphRecord> const& records) : records_(records), sums_(records.size()) {}

  Sum const& sum(std::size_t glyph) {
    Sum& own = sums_[glyph];
    if (own.known) return own;
    own.known = true;  // a damaged font may refer to itself
    GlyphRecord const& record = records_[glyph];
    if (record.bytes.empty()) return own;
    Sum total;
    if (!is_composite(record)) {
      total.contours = u16_at(record.bytes, 0);
      if (total.contours > 0) total.points = u16_at(record.bytes, 10 + 2 * (total.contours - 1)) + 1;
    } else {
      for_components(record.bytes, [&](std::size_t at) {
        Sum const part = sum(u16_at(record.bytes, at));
        total.points += part.points;
        total.contours += part.contours;
        total.depth = std::max(total.depth, part.depth + 1);
      });
    }
    total.known = true;
    return own = total;
  }

 private:
  std::vector<GlyphRecord> const& records_;
  std::vector<Sum> sums_;
};

}  // namespace

bool is_sound_composite(std::string_view record) {
  std::size_t at = 10;
  for (;;) {
    if (at + 4 > record.size()) return false;
    std::uint32_t const flags = u16_at(record, at);
    at += component_size(flags);
    if (at > record.size()) return false;
    if ((flags & more) == 0) return true;
  }
}

std::string without_instructions(std::string_view record) {
  std::string out(record);
  if (s16_at(record, 0) >= 0) return out;
  std::size_t end = 10;
  for_components(record, [&](std::size_t at) {
    std::uint32_t const flags = u16_at(record, at - 2);
    set_u16(out, at - 2, flags & ~instructed);
    end = at - 2 + component_size(flags);
  });
  out.resize(end);
  return out;
}

/// Are parts of composites placed by offsets, as they are in all but very old fonts, not by points that meet?
static bool goes_by_offsets(std::vector<GlyphRecord> const& records) {
  bool out = true;
  for (GlyphRecord const& record : records)
    if (is_composite(record))
      for_components(record.bytes,
                     [&](std::size_t at) { out = out && (u16_at(record.bytes, at - 2) & offsets) != 0; });
  return out;
}

void repack(std::vector<GlyphRecord>& records) {
  if (!goes_by_offsets(records)) return;
  for (GlyphRecord& record : records) record.bytes = repacked(record.bytes);
}

bool is_composite(GlyphRecord const& record) {
  return !record.bytes.empty() && s16_at(record.bytes, 0) < 0;
}

Box box_of(GlyphRecord const& record) {
  return {s16_at(record.bytes, 2), s16_at(record.bytes, 4), s16_at(record.bytes, 6), s16_at(record.bytes, 8)};
}

void renumber(GlyphRecord& record, std::function<std::uint32_t(std::uint32_t)> const& see) {
  if (!is_composite(record)) return;
  for_components(record.bytes, [&](std::size_t at) {
    set_u16(record.bytes, at, see(u16_at(record.bytes, at)));
    // Its advance is what hmtx says, not that of a component, which may have become another one.
    set_u16(record.bytes, at - 2, u16_at(record.bytes, at - 2) & ~own_metrics);
  });
}

GlyphRecord composite(std::vector<Component> const& components, std::uint32_t advance) {
  GlyphRecord record;
  record.advance = advance;
  if (components.empty()) return record;
  Box box;
  bool seen = false;
  std::string parts;
  for (std::size_t i = 0; i < components.size(); ++i) {
    Component const& component = components[i];
    unite(box, seen, moved(component));
    std::int32_t const x = fitting(component.x), y = fitting(component.y);
    bool const small = x >= -128 && x <= 127 && y >= -128 && y <= 127;
    std::uint32_t flags = offsets | (small ? 0 : words);
    if (component.scale != Part::unscaled) flags |= scaled | unscaled_offsets;
    if (i + 1 < components.size()) flags |= more;
    append_u16(parts, flags);
    append_u16(parts, component.glyph);
    if (small) {
      append_u8(parts, static_cast<std::uint32_t>(x));
      append_u8(parts, static_cast<std::uint32_t>(y));
    } else {
      append_s16(parts, x);
      append_s16(parts, y);
    }
    if (component.scale != Part::unscaled) append_s16(parts, component.scale);
  }
  append_s16(record.bytes, -1);
  append_box(record.bytes, box);
  record.bytes += parts;
  record.left_bearing = fitting(box.x_min);
  return record;
}

Extremes extremes_of(std::vector<GlyphRecord> const& records) {
  Extremes out;
  Walk walk(records);
  for (std::size_t i = 0; i < records.size(); ++i) {
    Walk::Sum const sum = walk.sum(i);
    if (!is_composite(records[i])) {
      out.points = std::max(out.points, sum.points);
      out.contours = std::max(out.contours, sum.contours);
      continue;
    }
    out.composite_points = std::max(out.composite_points, sum.points);
    out.composite_contours = std::max(out.composite_contours, sum.contours);
    out.depth = std::max(out.depth, sum.depth);
    std::uint32_t components = 0;
    for_components(records[i].bytes, [&](std::size_t) { ++components; });
    out.components = std::max(out.components, components);
  }
  return out;
}

}  // namespace ms::pdf
