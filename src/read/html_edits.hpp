// What of a page is not in the tree, as edits. In: passages that go, with the reason. Out: edits against the
// source of the page. Always: sorted, without overlap; a passage that stands in one piece is one edit.
#pragma once

#include <string_view>
#include <vector>

#include "read/html_passages.hpp"
#include "text/edit.hpp"

namespace ms::read::html {

struct Removal {
  std::size_t passage = 0;
  std::string_view rule, evidence;
  double confidence = 1;
};

text::Edits removals_of(Page const& page, Flow const& flow, std::vector<Removal> const& removals);

/// Sorted; edits that would touch the same bytes (parts of one character reference) become one.
text::Edits in_order(text::Edits edits);

}  // namespace ms::read::html
