// From parts to the tree. In: the finished text, where each part is in it, the outline it came from,
// languages and directions. Out: the document. Always: blocks are in the order of the parts; a part of
// metadata is a line of metadata and no block; nesting is at most doc::max_depth.
#pragma once

#include <string>
#include <vector>

#include "doc/document.hpp"
#include "read/outline.hpp"

namespace ms::read {

/// A part after all rules.
struct FinishedPart {
  text::Text text;
  std::string language;  ///< its own, always set
  text::Direction direction = text::Direction::ltr;
};

/// `metadata` brings language and direction of the article and all facts; the lines are put in here.
/// `byline` and `date_line` are set when only a piece of their part is the line.
doc::Document tree_of(Outline const& outline, std::vector<FinishedPart> parts, doc::Metadata metadata,
                      text::Text byline, text::Text date_line);

/// Printers set the first paragraph after a headline, heading or separator flush left: it gets the class
/// "first".
void mark_first(doc::Blocks& blocks);

}  // namespace ms::read
