// What encoding makes of a line: codes with their places, and what they have in common. In: runs of a page.
// Out: what the content stream paints. Positions are of the page, y downwards.
#pragma once

#include <cstdint>
#include <optional>

#include "page/page.hpp"
#include "pdf/embedded.hpp"

namespace ms::pdf {

struct Run {
  std::size_t item = 0;  ///< index into Page::items
  page::GlyphRun const* glyphs = nullptr;
  std::optional<std::size_t> node;                   ///< what the run is part of
  text::Direction paragraph = text::Direction::ltr;  ///< direction of what the run is part of
  bool is_label = false;                             ///< of a list
};

struct Shown {
  EntryPlace place;
  std::int32_t x = 0;  ///< in units of a Length
};

/// Neighbouring codes in one font, size and colour, of one thing on the page.
struct Strip {
  std::size_t item = 0;
  std::uint16_t font = 0;
  base::Length size, baseline;
  page::Colour colour;
  bool private_use = false;        ///< one cluster whose text is of the private use area
  std::size_t first = 0, end = 0;  ///< indices into the codes of the page
};

}  // namespace ms::pdf
