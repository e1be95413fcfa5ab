#include "pdf/glyf.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "pdf/bytes.hpp"
#include "pdf/simple_glyph.hpp"

namespace ms::pdf {

namespace {

// Flags of a component (OpenType, "Composite glyph flags").
constexpr std::uint32_t words = 0x0001, offsets = 0x0002, scaled = 0x0008, more = 0x0020, two_scales = 0x0040,
                        own_metrics = 0x0200, matrix = 0x0080, unscaled_offsets = 0x1000;

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

std::vector<GlyphRecord> glyph_records(font::Subset const& subset, font::Face const& face) {
  auto const table = [&](char const* name) -> std::string_view {
    auto const found = subset.tables.find(name);
    return found == subset.tables.end() ? std::string_view() : std::string_view(found->second);
  };
  auto const damaged = [&]() -> base::Failure {
    return {"font.damaged", "a table of the font is cut short; install the font again", face.path()};
  };
  std::string_view const glyf = table("glyf"), loca = table("loca"), hmtx = table("hmtx");
  if (table("maxp").size() < 6 || table("head").size() < 54 || table("hhea").size() < 36) throw damaged();
  std::size_t const count = u16_at(table("maxp"), 4);
  std::size_t const metrics = u16_at(table("hhea"), 34);
  bool const wide = u16_at(table("head"), 50) != 0;
  if (metrics == 0 || metrics > count || loca.size() < (count + 1) * (wide ? 4 : 2) ||
      hmtx.size() < 4 * metrics + 2 * (count - metrics))
    throw damaged();
  auto const offset = [&](std::size_t glyph) -> std::size_t {
    return wide ? u32_at(loca, 4 * glyph) : 2 * u16_at(loca, 2 * glyph);
  };
  std::vector<GlyphRecord> records(count);
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t const start = offset(i), end = offset(i + 1);
    if (start > end || end > glyf.size() || (end > start && end - start < 10)) throw damaged();
    records[i].bytes = glyf.substr(start, end - start);
    std::size_t const own = std::min(i, metrics - 1);
    records[i].advance = u16_at(hmtx, 4 * own);
    records[i].left_bearing = s16_at(hmtx, i < metrics ? 4 * i + 2 : 4 * metrics + 2 * (i - metrics));
  }
  return records;
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
