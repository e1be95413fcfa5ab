// The Unicode Bidirectional Algorithm (UAX 9, by ICU). In: one paragraph and its direction. Out: runs of
// equal level that cover the text, in logical order; per line, the visual order of runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/range.hpp"
#include "text/direction.hpp"

namespace ms::text {

struct LevelRun {
  base::Range range;
  std::uint8_t level = 0;  ///< even: left to right
  friend bool operator==(LevelRun, LevelRun) = default;
};

/// Levels of a paragraph by rules P to I (X9 characters take the level of what is before them). The text must
/// not hold a paragraph separator (bidi class B) but at its end.
std::vector<LevelRun> bidi_levels(std::string_view paragraph, Direction direction);

/// Rule L1 for the line `line`: trailing white space takes the paragraph's level. Runs are cut to the line.
std::vector<LevelRun> line_levels(std::string_view paragraph, std::vector<LevelRun> const& runs,
                                  base::Range line, Direction direction);

/// Rule L2: the order in which runs with these levels stand from left to right, as indices.
std::vector<std::size_t> visual_order(std::vector<std::uint8_t> const& levels);

}  // namespace ms::text
