// One paragraph ready for the line machinery: text, direction and language, and what each part looks like and
// belongs to. In: flow makes it from a block and the style. Out: analyse and itemise read it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/length.hpp"
#include "base/range.hpp"
#include "font/library.hpp"
#include "page/page.hpp"
#include "text/direction.hpp"
#include "text/origin.hpp"

namespace ms::layout {

using base::Length;
using base::Range;

/// The look of a stretch of text.
struct TextStyle {
  font::Family family = font::Family::serif;
  Length size;  ///< nominal; scripts are fitted to it by font::Library::fit
  bool bold = false, italic = false;
  std::int32_t letter_spacing = 0;  ///< 1/1000 em; ignored where the script forbids it
  page::Colour colour;
  friend bool operator==(TextStyle const&, TextStyle const&) = default;
};

/// Runs are sorted, adjacent and cover the text.
struct StyleRun {
  Range range;
  TextStyle style;
  std::string language;                  ///< BCP 47, resolved
  std::optional<std::size_t> structure;  ///< node of the structure tree the glyphs belong to
  std::string link;                      ///< target; empty: none
  std::string reference{};               ///< to a note: name of its place, stands raised; empty: none
};

struct StyledText {
  std::string utf8;  ///< no paragraph separators but \n where lines are kept
  text::Direction direction = text::Direction::ltr;
  std::string language;
  bool hyphenate = false;
  std::vector<StyleRun> runs;
  text::Origin origin;  ///< of utf8
};

}  // namespace ms::layout
