// The clusters of one line, wherever they were shaped: in the paragraph, or again for this line because its
// end or its hyphen changed them. In: the paragraph and the line's ends. Out: clusters in logical order.
// Always: together they stand for the line's text, and a hyphen stands last.
#pragma once

#include <memory>
#include <vector>

#include "layout/candidates.hpp"

namespace ms::layout {

struct LineCluster {
  Shaped const* shaped = nullptr;  ///< the paragraph, or a piece of LinePieces
  ShapedCluster const* cluster = nullptr;
  ClusterLook look;
  Range
      text;  ///< bytes of the paragraph it stands for; empty: of the cluster before it (a change of spelling)
  bool hyphen = false;  ///< put there by hyphenation; its text is empty, or a soft hyphen of the paragraph
  Item const& item() const { return shaped->items[cluster->item]; }
};

struct LinePieces {
  std::vector<LineCluster> clusters;
  std::vector<std::unique_ptr<Shaped>> shaped_again;
};

LinePieces line_pieces(ParagraphParts const& parts, Range text, BreakPlace const& end, Workshop& workshop);

}  // namespace ms::layout
