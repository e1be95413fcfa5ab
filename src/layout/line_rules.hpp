// Where a line may end, as languages have it on top of UAX 14. In: styled text and its break opportunities.
// Out: the opportunities that are left, with a penalty each. Always: no opportunity is added, forced ones
// stay, and there is none before the number of a note. The rules are a table in line_rules.cpp, each with its
// source.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/analysis.hpp"

namespace ms::layout {

struct Opportunity {
  std::size_t offset = 0;  ///< a line may end before this byte
  std::int32_t penalty = 0;
  bool forced = false;
  bool soft_hyphen = false;  ///< U+00AD stands before it: the line ends with a hyphen
  friend bool operator==(Opportunity const&, Opportunity const&) = default;
};

/// The end of the text is the last one, and forced.
std::vector<Opportunity> opportunities(StyledText const& text, Analysis const& analysis);

}  // namespace ms::layout
