// Straight quotation marks and what stands around them, for the apostrophe and the quotation rule. In: the
// characters of one block. Out: for each mark what it can be by its neighbours alone.
#pragma once

#include "normalise/scan.hpp"

namespace ms::normalise {

struct Surroundings {
  bool can_open = false;   ///< something before lets a quotation begin, and text follows
  bool can_close = false;  ///< text is before, and something after lets a quotation end
  bool is_inside = false;  ///< letters on both sides
  bool is_prime = false;   ///< after a digit: minutes, feet, inches
};

inline bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/// Brackets and quotation marks that another quotation may follow directly.
inline bool is_opener(char32_t c) {
  return c == '(' || c == '[' || c == '{' || c == '/' || c == '"' || c == '\'' || text::is_opening(c) ||
         c == 0x201E || c == 0x201A || c == 0xBF || c == 0xA1;
}

inline Surroundings surroundings(Characters const& all, std::size_t index) {
  char32_t const before = all.at(index, -1), after = all.at(index, 1);
  bool const has_text_before =
      !is_space_or_edge(before) && !text::is_opening(before) && before != '(' && before != '[';
  bool const has_text_after =
      !is_space_or_edge(after) && !text::is_closing(after) && after != ')' && after != ']';
  bool const starts = is_space_or_edge(before) || is_opener(before) || is_dash(before);
  bool const ends = is_space_or_edge(after) || text::is_punctuation(after) || is_dash(after);
  Surroundings found;
  found.is_inside = is_letter_or_mark(before) && is_letter_or_mark(after);
  found.is_prime = text::is_digit(before);
  found.can_open = starts && has_text_after && after != ',' && after != '.' && after != ';' && after != ':' &&
                   after != '?' && after != '!';
  found.can_close = has_text_before && ends &&
                    !(is_dash(before) && !is_space_or_edge(after) && !text::is_punctuation(after));
  return found;
}

}  // namespace ms::normalise
