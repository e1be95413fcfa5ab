// set_paragraph: one paragraph from text to lines; the whole line machinery behind one call (analyse,
// itemise, shape, candidates, break_lines, set_lines). In: styled text and its measure. Out: lines of glyph
// runs. Always: the clusters of all lines together stand for the whole text, hyphens aside; no line is wider
// than the measure unless a single grapheme cluster is, with the numbers of its notes, which is reported
// (`layout.overfull`).
#pragma once

#include <vector>

#include "base/diagnostics.hpp"
#include "layout/layout.hpp"
#include "layout/styled_text.hpp"
#include "style/style.hpp"

namespace ms::layout {

struct Measure {
  Length width;
  Length indent;  ///< of the first line, at the start edge
  style::Align align = style::Align::start;
  style::Align align_last = style::Align::start;  ///< of the last line and of lines before a kept \n
  bool balance = false;                           ///< lines of about equal length (headings)
};

struct SetRun {
  page::GlyphRun run;         ///< origin.x from the left edge of the measure; origin.y is 0, the baseline
  std::size_t style_run = 0;  ///< index into StyledText::runs
};

struct SetLine {
  Range text;                ///< bytes of the paragraph, trailing white space included
  std::vector<SetRun> runs;  ///< in logical order
  Length width;  ///< of the ink, from the left end of the leftmost run to the right end of the last
};

std::vector<SetLine> set_paragraph(StyledText const& text, Measure const& measure, Workshop& workshop,
                                   base::Diagnostics& diagnostics);

}  // namespace ms::layout
