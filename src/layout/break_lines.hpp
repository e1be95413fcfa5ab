// break_lines: where the lines of a paragraph end. In: numbers only — the places where a line may end, with
// widths as sums from the paragraph's start, and the width to fill. Out: the places chosen. Always: every
// line ends at a candidate, forced ones included; no line is overfull when some choice of candidates has
// none; the cost is never above that of the greedy choice; the time is linear in the number of candidates.
//
// The method is Knuth's and Plass's (Breaking Paragraphs into Lines, 1981) with costs of strict magnitudes
// instead of infinite penalties: an overfull line, a break inside a word that has no place for one, the
// number of lines (where lines are balanced), and only then beauty.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "base/length.hpp"

namespace ms::layout {

using base::Length;

/// A place where a line may end. Sums count from the paragraph's start at natural widths; what stands at a
/// line's end but is not seen there (spaces) is in no line.
struct Candidate {
  enum class Kind : std::uint8_t {
    ordinary,
    hyphen,     ///< the line ends with a hyphen that is not in the text
    emergency,  ///< inside a word, only because the word does not fit a line
    forced      ///< a line must end here; the paragraph's end is one
  };
  Length end;                         ///< where a line that ends here ends, a hyphen included
  Length start;                       ///< where the next line begins
  Length end_stretch, start_stretch;  ///< what gaps before that place can grow by
  Length end_shrink, start_shrink;    ///< and shrink by
  std::int32_t penalty = 0;           ///< of ending a line here; 0 is a good place, 50 a hyphen
  std::int32_t runt = 0;              ///< penalty when the line that begins here is the paragraph's last
  Kind kind = Kind::ordinary;
};

struct LineWidths {
  Length first;  ///< width of the first line, the indent taken off
  Length others;
};

enum class Manner {
  justified,  ///< gaps stretch and shrink up to their sums; a line that would need more is set ragged
  ragged,     ///< gaps stay; lines are of similar length
  balanced    ///< as few lines as can be, as equal as can be
};

enum class Method { greedy, optimal };

struct Cost {
  std::int64_t overfull = 0;  ///< 1/1024 pt over the width, all lines together
  std::int64_t emergencies = 0;
  std::int64_t lines = 0;  ///< counted for balanced lines only
  std::int64_t demerits = 0;
  friend auto operator<=>(Cost const&, Cost const&) = default;
  Cost& operator+=(Cost const& other);
};

struct Breaks {
  std::vector<std::size_t> ends;  ///< candidates where lines end; the last one is the paragraph's end
  Cost cost;
};

/// The first candidate is the paragraph's start (only its start counts), the last its end, which is forced.
Breaks break_lines(std::vector<Candidate> const& candidates, LineWidths widths, Manner manner, Method method);

/// The cost of ending lines at `ends`, as break_lines counts it.
Cost cost_of(std::vector<Candidate> const& candidates, LineWidths widths, Manner manner,
             std::vector<std::size_t> const& ends);

}  // namespace ms::layout
