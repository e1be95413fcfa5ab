// Lines put together to what the author wrote in one go: a unit is a paragraph, a title, a button, an item.
// In: text and its language. Out: units with what their words and their shape say. Always: every line that is
// not blank is in exactly one unit, in order.
#pragma once

#include <string_view>
#include <vector>

#include "read/lines.hpp"
#include "read/words.hpp"
#include "read/wrap.hpp"

namespace ms::read {

struct Unit {
  std::size_t first = 0, last = 0;  ///< lines
  Line shape;                       ///< of the first line, with the sums and the end of all
  Labels labels;                    ///< none for long ones
  std::size_t lines() const { return last - first + 1; }
  bool is_furniture = false;  ///< a running head or a page number, see furniture.hpp
  bool is_labelled = false;   ///< it was short enough to be held against the words
};

/// A paragraph goes on behind the furniture of a page.
struct PageBreak {
  std::size_t before = 0, after = 0;  ///< units
  Wrap wrap;                          ///< what stands between the two
};

struct Units {
  std::vector<Line> lines;
  std::vector<Wrap> wraps;
  std::vector<Unit> units;
  std::vector<PageBreak> page_breaks;  ///< sorted
};

/// `joins`: do broken lines go together?
Units units_of(std::string_view text, Vocabulary const& vocabulary, std::string_view language, bool joins);

/// Running text: sentences, not a title, a link or a button. By length and ends alone, so in any script.
bool is_prose(Unit const& unit);
/// A sentence at least, if a short one.
bool is_sentence(Unit const& unit);
/// Weight of the longest line that may be a heading by what stands around it.
constexpr std::size_t longest_heading = 64;
/// A short line, not the first, with blank lines around it and a sentence below.
bool stands_like_heading(std::vector<Unit> const& units, std::size_t unit);
/// A short line right above running text, and two more of them follow soon: headings of sections.
bool opens_sections(std::vector<Unit> const& units, std::size_t unit);

}  // namespace ms::read
