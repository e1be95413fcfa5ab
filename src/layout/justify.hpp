// justify: how the gaps of one line grow or shrink so that it fills its width. In: numbers only: what each
// gap can give, and how much is missing. Out: what is added to each gap. Always: the sum is exactly what was
// asked for, or nothing where the gaps cannot give it within their limits (the line is set ragged).
#pragma once

#include <vector>

#include "layout/springs.hpp"

namespace ms::layout {

/// `slack` may be negative. Empty when the gaps cannot take it.
std::vector<Length> shared_out(std::vector<Spring> const& gaps, Length slack);

/// For a line that a hair's breadth keeps from fitting: all of `slack` < 0 on the gaps that may shrink at
/// all, or on every gap alike where none may.
std::vector<Length> squeezed(std::vector<Spring> const& gaps, Length slack);

}  // namespace ms::layout
