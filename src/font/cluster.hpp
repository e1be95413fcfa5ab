// What a face must have to draw a grapheme cluster. In: the cluster, and a way to ask for single characters.
// Out: yes or no. HarfBuzz can make some characters from others; what it can make counts as had.
#pragma once

#include <string_view>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::font {

/// Does c leave no mark of its own, so that no face needs to have it? Controls, joiners, variation selectors,
/// direction marks; not the Hangul fillers, which are default ignorable but keep their place.
bool draws_nothing(char32_t c);

/// What may stand for c where a face lacks it: the space for spaces of other widths (HarfBuzz keeps the
/// width), U+2010 for U+2011; 0 when nothing does.
char32_t stand_in(char32_t c);

/// The two parts of a canonical decomposition; false when c has none.
bool decompose(char32_t c, char32_t& first, char32_t& second);

template <typename Has>
bool can_draw(char32_t c, Has const& has) {
  if (has(c) || draws_nothing(c)) return true;
  if (char32_t const other = stand_in(c); other != 0) return has(other);
  char32_t first = 0, second = 0;
  return decompose(c, first, second) && can_draw(first, has) && (second == 0 || can_draw(second, has));
}

template <typename Has>
bool can_draw_all(std::string_view text, Has const& has) {
  for (auto const c : text::code_points(text))
    if (!can_draw(c.value, has)) return false;
  return true;
}

/// `has` says of one character whether the face has it.
template <typename Has>
bool can_draw_cluster(std::string_view cluster, Has const& has) {
  if (can_draw_all(cluster, has)) return true;
  // A letter and its mark may be one glyph where the mark alone is none.
  return !text::is_nfc(cluster) && can_draw_all(text::to_nfc(cluster), has);
}

}  // namespace ms::font
