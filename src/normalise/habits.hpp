// Of characters that mean the same, the one an article uses. In: the text of an article. Out: the usual one
// of each kind. Always: none where two are as frequent.
#pragma once

#include <string_view>

namespace ms::normalise {

/// 0: none is the usual one.
struct Habits {
  char32_t wave_dash = 0;   ///< 〜 or ～
  char32_t double_bar = 0;  ///< ‖ or ∥
  char32_t minus = 0;       ///< − or －
  char32_t apostrophe = 0;  ///< ' ’ ʼ or ` between letters
};

Habits habits_of(std::string_view text);

/// Marks between digits belong to the number.
bool is_between_digits(char32_t before, char32_t after);

}  // namespace ms::normalise
