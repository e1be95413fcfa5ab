// itemise: cuts a paragraph into stretches that are shaped in one go. In: styled text, its analysis, the font
// library. Out: items in logical order that cover the text, each with one level, script, language, style and
// face; a grapheme cluster is never cut, unless no face covers it whole. A character that no face covers is
// reported once for each paragraph (`font.missing-glyph`) with its name and place.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "layout/analysis.hpp"

namespace ms::layout {

struct Item {
  Range range;
  std::uint8_t level = 0;
  text::Script script;
  std::string language;
  std::size_t style_run = 0;  ///< index into StyledText::runs
  font::Face const* face = nullptr;
  Length size;  ///< fitted to the script; a face borrowed for signs keeps Latin's size
  bool is_right_to_left() const { return level % 2 == 1; }
};

std::vector<Item> itemise(StyledText const& text, Analysis const& analysis, font::Library const& library,
                          base::Diagnostics& diagnostics);

}  // namespace ms::layout
