// shape: text to glyphs (HarfBuzz, cached by word). In: styled text and its items. Out: clusters in logical
// order with their glyphs, and prefix sums of advances, so that the natural width of any stretch is one
// subtraction. Immutable afterwards: justification and line ends have outputs of their own.
// Glyphs stand cluster by cluster in logical order, left to right within each. Letter spacing stands between
// clusters: the last one of a shaped range has none. A line end (\n) is a cluster without glyphs and width; a
// soft hyphen and other invisible characters have no width; a tab has that of a space.
#pragma once

#include <vector>

#include "layout/item.hpp"
#include "page/page.hpp"

namespace ms::layout {

class Workshop;

struct ShapedCluster {
  Range text;    ///< bytes of the paragraph
  Range glyphs;  ///< indices into Shaped::glyphs, left to right
  std::size_t item = 0;
  std::int64_t advance = 0;    ///< font units
  Length start;                ///< sum of the widths of all clusters before it in logical order
  Length width;                ///< at the item's size, letter spacing included
  bool safe_to_break = true;   ///< may a line begin here without reshaping? (HarfBuzz unsafe-to-break)
  bool takes_tatweel = false;  ///< may a kashida be put after it? (safe-to-insert-tatweel)
};

struct Shaped {
  std::vector<Item> items;
  std::vector<page::Glyph> glyphs;
  std::vector<ShapedCluster> clusters;
  Length total;

  /// Index of the cluster that holds byte `offset`; clusters.size() for the end of the text.
  std::size_t cluster_at(std::size_t offset) const;
  /// Sum of widths of all clusters that begin before `offset`.
  Length position(std::size_t offset) const;
};

Shaped shape(StyledText const& text, std::vector<Item> items, Workshop& workshop);

/// Shapes `range` of the paragraph alone, as it stands at the start or end of a line; clusters keep offsets
/// of the paragraph, items are those of the range, cut to it. Letters that join still do so towards what is
/// beyond the range. `appended` (a hyphen) is shaped with the last item, or as an item of its own in a
/// borrowed face where that item's face lacks it; its cluster has an empty text range.
Shaped reshape(StyledText const& text, Shaped const& shaped, Range range, std::string_view appended,
               Workshop& workshop);

}  // namespace ms::layout
