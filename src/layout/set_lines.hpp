// set_lines: chosen breaks to lines of glyphs. In: a shaped paragraph, its candidates and where its lines
// end. Out: lines with every glyph in its place. Always: text is shaped again only where a line's end changed
// it; rules L1 and L2 of UAX 9 hold for every line; white space at a line's end keeps its glyph and has no
// width.
#pragma once

#include "layout/candidates.hpp"
#include "layout/paragraph.hpp"

namespace ms::layout {

std::vector<SetLine> set_lines(ParagraphParts const& parts, Candidates const& candidates,
                               Breaks const& breaks, Measure const& measure, Workshop& workshop,
                               base::Diagnostics& diagnostics);

}  // namespace ms::layout
