// Which Chinese a text in Chinese characters is. In: text. Out: zh-Hans, zh-Hant, yue, or zh where nothing in
// it tells. Characters that only one of the two orthographies has decide (Unihan variants), and characters
// that only written Cantonese uses.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ms::language {

/// Sorted: characters of everyday sets that only the one orthography has.
extern std::u32string_view const simplified_characters;
extern std::u32string_view const traditional_characters;

struct Chinese {
  std::string tag;             ///< zh-Hans, zh-Hant, yue or zh
  double confidence = 0;       ///< share of the characters that speak for it
  std::size_t characters = 0;  ///< that speak for one or the other
};

Chinese chinese(std::string_view utf8);

}  // namespace ms::language
