// Where the words of a paragraph may be hyphenated. In: styled text and the dictionaries. Out: places sorted
// by offset, with what the line ends in and how welcome it is. Always: no place in a paragraph that is not to
// be hyphenated, in a word with digits or soft hyphens of its own, in an address, in capitals, or in a
// language without a dictionary; fragments keep the length the language asks for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/hyphenators.hpp"
#include "layout/styled_text.hpp"

namespace ms::layout {

struct HyphenPlace {
  std::size_t offset = 0;  ///< the line ends before this byte
  std::int32_t penalty = 0;
  Range replaced;  ///< bytes up to `offset` that are drawn as `before`; empty: as they are
  std::string before;
  friend bool operator==(HyphenPlace const&, HyphenPlace const&) = default;
};

std::vector<HyphenPlace> hyphen_places(StyledText const& text, Hyphenators& hyphenators);

/// The hyphen of a script, "" where lines just end; the face may have U+2010 or only U+002D.
std::string hyphen_of(text::Script script, std::string_view language, bool has_true_hyphen);

}  // namespace ms::layout
