// `--explain` and `--to explain`: what was done to a source, told to people. In: a reading. Out: a few lines,
// grouped: removed, moved to the metadata, characters changed, uncertain. Always: every edit is counted in
// exactly one group, in the order of the source; nothing of the text is hidden, long passages are cut short.
#pragma once

#include <string>

#include "read/read.hpp"

namespace ms::convert {

std::string explanation(read::Reading const& reading);

}  // namespace ms::convert
