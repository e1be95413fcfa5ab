// Half-open ranges of offsets. Unless a header says otherwise an offset is a number of UTF-8 bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace ms::base {

struct Range {
  std::size_t start = 0;
  std::size_t end = 0;

  constexpr std::size_t length() const { return end - start; }
  constexpr bool is_empty() const { return start == end; }
  constexpr bool contains(std::size_t offset) const { return start <= offset && offset < end; }
  constexpr bool contains(Range other) const { return start <= other.start && other.end <= end; }
  constexpr bool overlaps(Range other) const { return start < other.end && other.start < end; }
  friend constexpr bool operator==(Range, Range) = default;
};

/// The part of `text` that `range` covers; range.end <= text.size().
constexpr std::string_view slice(std::string_view text, Range range) {
  return text.substr(range.start, range.length());
}

}  // namespace ms::base
