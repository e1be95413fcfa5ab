// Marks of a format as spans. In: the marks of a part, in bytes of its source, and how the source was put
// together. Out: spans over the part's text. Always: spans are sorted, properly nested and not empty; rules
// leave code inside of a paragraph alone.
#pragma once

#include <vector>

#include "read/assemble.hpp"
#include "read/outline.hpp"
#include "text/text.hpp"

namespace ms::read {

/// Spans over the part, whose text is at `place` after the assembly. Marks must be sorted, outer ones first.
std::vector<text::Span> spans_of(Part const& part, base::Range place, Shift const& assembly);

/// Edits of the block's rules without those in code, but for rules that are meant for code, too.
text::Edits sparing_code(text::Edits edits, std::vector<text::Span> const& spans);

/// Runs of another language or direction among the marks: a mark that reaches into a run is cut at its edge,
/// and code is no run. Runs must be sorted and those of different ranges must not overlap.
std::vector<text::Span> with_runs(std::vector<text::Span> const& marks, std::vector<text::Span> const& runs);

}  // namespace ms::read
