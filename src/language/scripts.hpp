// What the letters of a text say without a dictionary. In: text. Out: the script most of it is written in,
// with its share, and the language of that script where it has only one of weight.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/unicode.hpp"

namespace ms::language {

struct Writing {
  /// Jpan where there is kana, Kore where there is Hangul, else Hani or any single script; Zyyy: no letters.
  text::Script script;
  double share = 0;         ///< of all letters, a wide one counted twice
  std::size_t letters = 0;  ///< in this script
};

Writing writing(std::string_view utf8);

/// Does `c` belong to text in this script, so that nothing else disturbs what decides the language?
bool is_of(char32_t c, text::Script script);

/// The language that (nearly) all text in this script has.
std::optional<std::string_view> only_language(text::Script script);

}  // namespace ms::language
