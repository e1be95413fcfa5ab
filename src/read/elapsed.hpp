// How long ago something came out, as pages say it instead of a day: "3 hours ago". In: a line and what its
// words say. Out: whether that is all it tells. Always: such a line names no day, so it is worth nothing once
// it is copied; who wrote it may stand beside it.
#pragma once

#include <string_view>

#include "read/words.hpp"

namespace ms::read {

/// "3 hours ago", "Last updated 15 hours ago", "2 hours ago | 10:05 | Ana Lund": an elapsed time, and beside
/// it nothing but a time of day, names, a section, a counter.
bool tells_elapsed(std::string_view line, Labels const& labels, Vocabulary const& vocabulary);

}  // namespace ms::read
