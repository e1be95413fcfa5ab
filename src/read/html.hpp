// HTML → reading. In: the decoded source of a saved page. Out: tree, text and edits. Always: every visible
// character of the page is in the tree or in an edit that says why not; blocks stand in the order of the
// page.
#pragma once

#include "base/diagnostics.hpp"
#include "read/read.hpp"

namespace ms::read {

void read_html(Reading& reading, Options const& options, base::Diagnostics& diagnostics);

}  // namespace ms::read
