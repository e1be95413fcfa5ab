// A text as lines, with what can be seen of a line without knowing any word. In: text with line feeds only.
// Out: the lines that are not blank. Always: measures are script-neutral; a letter of a wide script counts as
// more than one, since it says more.
#pragma once

#include <string_view>
#include <vector>

#include "base/range.hpp"

namespace ms::read {

struct Line {
  base::Range range;             ///< without the line feed
  base::Range visible;           ///< without white space and invisible characters at both ends
  std::size_t blank_before = 0;  ///< blank lines directly above it
  std::size_t blank_after = 0;
  std::size_t indent = 0;   ///< columns of white space before what is visible
  std::size_t columns = 0;  ///< width of what is visible; wide characters take two
  std::size_t letters = 0;
  std::size_t weight = 0;  ///< letters and digits, those of syllables and words more than once
  std::size_t digits = 0;
  bool is_wide = false;                  ///< mostly Chinese or Japanese
  bool has_spaces_between_words = true;  ///< false for scripts that are written without
  bool ends_sentence =
      false;  ///< a full stop, question or exclamation mark at the end, quotation marks aside
  bool ends_with_stop = false;  ///< a full stop of any script
  bool ends_clause = false;     ///< a comma, colon, semicolon or dash
  bool starts_lower = false;    ///< with a small letter
  bool starts_upper = false;
  bool is_upper = false;             ///< no small letter, and at least two capitals
  bool has_sentence_inside = false;  ///< a sentence ends before its end and another begins
};

std::vector<Line> lines_of(std::string_view text);

/// Columns of a piece of text: wide characters two, marks and invisible ones none.
std::size_t columns_of(std::string_view text);

}  // namespace ms::read
