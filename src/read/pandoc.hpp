// Pandoc's JSON → reading. In: what `pandoc -t json` wrote (pandoc-types 1.20 to 1.23). Out: tree and text.
// Always: text of every kind of block and inline is kept, formulas as their TeX; raw parts of other formats
// are left out with a diagnostic. Throws Failure input.pandoc for any other JSON.
#pragma once

#include "base/diagnostics.hpp"
#include "read/read.hpp"

namespace ms::read {

void read_pandoc(Reading& reading, Options const& options, base::Diagnostics& diagnostics);

}  // namespace ms::read
