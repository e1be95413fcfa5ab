// The door to md4c. In: an excerpt of Markdown. Out: its parts, written by the writer. Always: parts come in
// the order of the source; what a mark means is in the part, the mark itself is in no piece.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "read/excerpt.hpp"
#include "read/part_writer.hpp"

namespace ms::read {

/// What the walks over one source have in common.
struct MarkdownState {
  std::string_view source;
  PartWriter& writer;
  base::Diagnostics& diagnostics;
  std::map<std::string, std::string, std::less<>> notes;  ///< label → id
  std::string title;           ///< what stands above the text; when empty the first headline is the title
  bool has_title = false;      ///< has that headline been met?
  int ids = 0;                 ///< of containers and tables so far
  std::size_t link_bytes = 0;  ///< of all targets so far
};

/// `around` is what all of the excerpt is in. Returns false, with parts half written, when a table is wider
/// than any that people write; without tables it cannot happen.
bool walk_markdown(MarkdownState& state, Excerpt const& excerpt, std::vector<Container> around,
                   bool with_tables);

}  // namespace ms::read
