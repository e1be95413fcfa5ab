// Ranges of what there is a million of. In: offsets below 2^32. Out: a Range in half the memory, which stands
// for one wherever a Range is taken.
#pragma once

#include <cstdint>

#include "base/range.hpp"

namespace ms::base {

struct ShortRange {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  constexpr ShortRange() = default;
  constexpr ShortRange(std::size_t from, std::size_t to)
      : start(static_cast<std::uint32_t>(from)), end(static_cast<std::uint32_t>(to)) {}
  constexpr operator Range() const { return {start, end}; }
  constexpr std::size_t length() const { return end - start; }
  friend constexpr bool operator==(ShortRange, ShortRange) = default;
};

}  // namespace ms::base
