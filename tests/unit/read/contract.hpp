// The contract of reversible edits as a check. In: any bytes. Out: checks of doctest. Always: what is checked
// holds for every input whatsoever.
#pragma once

#include <string>

#include "read/read.hpp"

namespace contract {

ms::read::Reading reading_of(std::string bytes, ms::read::Options const& options = {},
                             std::string const& path = "x.txt");
ms::read::Options raw();

void check_contract(ms::read::Reading const& reading);

}  // namespace contract
