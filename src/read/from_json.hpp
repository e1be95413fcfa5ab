// Our own JSON → reading. In: the text that `--to json` wrote. Out: the same tree, the same metadata, the
// same account of the source. Always: what was written is read back whole (the JSON of it is the same bytes);
// what cannot be in a tree is left out with a diagnostic. Throws Failure input.json for any other JSON.
#pragma once

#include "base/diagnostics.hpp"
#include "read/read.hpp"

namespace ms::read {

void read_json(Reading& reading, Options const& options, base::Diagnostics& diagnostics);

}  // namespace ms::read
