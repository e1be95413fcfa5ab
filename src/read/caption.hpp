// Captions of pictures that are not there. In: a unit and its words. Out: is it what stood below a picture?
// Always: a sentence that only speaks of a picture is none; words for pictures begin the line or its end.
#pragma once

#include <string_view>

#include "read/units.hpp"

namespace ms::read {

/// "… Photo: Tom Arkwright": short, and the words for a picture begin it or stand near its end.
bool is_caption(Unit const& unit, std::string_view line, Vocabulary const& vocabulary);

}  // namespace ms::read
