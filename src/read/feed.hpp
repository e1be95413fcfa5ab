// A feed → reading. In: RSS 2.0, RSS 1.0 or Atom. Out: one article for each entry that has text, in the order
// of the feed, and what the feed says of itself as their collection. Always: the HTML of an entry is read as
// a page of its own; edits point into the source of the feed.
#pragma once

#include "base/diagnostics.hpp"
#include "read/read.hpp"

namespace ms::read {

void read_feed(Reading& reading, Options const& options, base::Diagnostics& diagnostics);

}  // namespace ms::read
