// Markdown → reading. In: the decoded source (CommonMark with tables, strikethrough, task lists, footnotes
// and what authors write above their text). Out: tree, text and edits, as for plain text. Always: the text is
// the source after the edits, whatever the source is; marks of the format are edits, never lost in silence.
#pragma once

#include "base/diagnostics.hpp"
#include "read/read.hpp"

namespace ms::read {

void read_markdown(Reading& reading, Options const& options, base::Diagnostics& diagnostics);

}  // namespace ms::read
