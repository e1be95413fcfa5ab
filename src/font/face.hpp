// One face of one font file, open and immutable: safe to share between threads. In: a path and an index in a
// collection. Out: metrics in font units, coverage, and HarfBuzz's objects for the two folders that may use
// them (layout shapes, font subsets).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/length.hpp"

struct hb_face_t;
struct hb_font_t;

namespace ms::font {

enum class Outlines { truetype, cff };

struct Metrics {
  int units_per_em = 1000;
  int ascender = 0, descender = 0;  ///< font units, descender negative
  int x_height = 0, cap_height = 0;
  int italic_angle = 0;  ///< whole degrees
  bool fixed_pitch = false;
};

class Face {
 public:
  /// Throws Failure (font.damaged, font.not-embeddable) that names the file. `order`: see below.
  static std::shared_ptr<Face const> open(std::string const& path, unsigned index, unsigned order = 0);
  ~Face();
  Face(Face const&) = delete;
  Face& operator=(Face const&) = delete;

  std::string const& path() const;
  unsigned index() const;
  std::string const& postscript_name() const;  ///< reduced to [A-Za-z0-9.-]
  Outlines outlines() const;
  Metrics const& metrics() const;

  bool covers(char32_t c) const;
  /// Can it draw a whole grapheme cluster, with what HarfBuzz makes of a missing character (wide spaces from
  /// the space, letters with marks from their parts)? Characters that leave no mark need no glyph.
  bool covers(std::string_view cluster) const;
  std::uint32_t glyph_of(char32_t c) const;   ///< 0 when not covered
  int advance_of(std::uint32_t glyph) const;  ///< font units

  hb_face_t* hb_face() const;
  hb_font_t* hb_font() const;  ///< scale = units per em, immutable

  /// Position in the library's list, stable for one font installation; orders faces deterministically.
  unsigned order() const;

 private:
  struct Parts;
  explicit Face(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// `units` font units at `size`.
inline base::Length scaled(std::int64_t units, base::Length size, Metrics const& metrics) {
  return size.scaled(units, metrics.units_per_em);
}

}  // namespace ms::font
