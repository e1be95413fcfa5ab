// `--report`: one JSON line for each document. In: outcomes. Out: lines, in the order of the inputs.
#pragma once

#include <string>

#include "convert/pipeline.hpp"

namespace ms::convert {

std::string report_line(Outcome const& outcome);

}  // namespace ms::convert
