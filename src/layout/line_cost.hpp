// What one line costs. In: the candidates it stands between and the width. Out: the cost and how tight the
// line is. The scale of beauty is TeX's: demerits are squares of (10 + badness), badness is 100 for gaps at
// their limit and grows with the cube of their use.
#pragma once

#include <array>

#include "layout/break_lines.hpp"

namespace ms::layout {

/// How gaps compare with natural ones; neighbours more than one apart look uneven.
enum Fitness : std::size_t { tight, decent, loose, very_loose };
constexpr std::size_t fitness_count = 4;

struct LineCost {
  Cost cost;
  Fitness fitness = decent;
};

/// Between neighbouring lines: two classes or more apart; both with a hyphen, or one before the last line.
constexpr std::int64_t uneven_demerits = 5000;
constexpr std::int64_t hyphens_demerits = 12000;
/// No line that keeps its gaps within the limits costs as much in badness as one that does not.
constexpr std::int64_t ragged_badness = 1000;

LineCost line_cost(Candidate const& begin, Candidate const& end, Length width, Manner manner, bool is_last);

/// Demerits of the line from `begin` to `end` beside the line before it; `begin` is not the paragraph's
/// start.
std::int64_t neighbour_demerits(Candidate const& begin, Candidate const& end, Fitness before, Fitness now);

}  // namespace ms::layout
