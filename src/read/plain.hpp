// Plain text → reading. In: the decoded source. Out: tree, text and edits. Always: `text` is the source after
// `edits`, by construction; a block's text is a range of it.
#pragma once

#include "base/diagnostics.hpp"
#include "normalise/normalise.hpp"
#include "read/borders.hpp"
#include "read/outline.hpp"
#include "read/read.hpp"

namespace ms::read {

void read_plain(Reading& reading, Options const& options, base::Diagnostics& diagnostics);

/// How the parts of a source are found: by lines, or by the marks of a format.
using FindOutline = Outline (*)(std::string_view text, std::string_view language,
                                normalise::Selection const& selection, base::Diagnostics& diagnostics);

/// Where the articles of a source are.
using FindStretches = std::vector<Stretch> (*)(std::string_view text, Options const& options,
                                               normalise::Selection const& selection);

/// What plain text and Markdown have in common: rules of the source, outline, edits between parts, rules of
/// the blocks in their languages, tree. Without `find_stretches` the source is one article.
void read_with(FindOutline find_outline, FindStretches find_stretches, Reading& reading,
               Options const& options, base::Diagnostics& diagnostics);

}  // namespace ms::read
