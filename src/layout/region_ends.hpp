// Where a paragraph may be cut by the end of a region. In: its lines and their style. Out: for each line,
// what it costs to end a region before it. Always: `forbidden` where fewer lines than widows or orphans would
// be left.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/paragraph.hpp"
#include "style/style.hpp"

namespace ms::layout {

std::vector<std::int64_t> region_penalties(std::vector<SetLine> const& lines,
                                           style::Computed const& computed);

}  // namespace ms::layout
