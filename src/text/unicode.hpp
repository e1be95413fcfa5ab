// Properties of code points (ICU). Scripts are ISO 15924 tags packed in 32 bits, big end first, as OpenType
// and HarfBuzz have them, so no other library's numbers leave this folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ms::text {

/// 'Latn', 'Arab', 'Zyyy' (common), 'Zinh' (inherited), 'Zzzz' (unknown).
struct Script {
  std::uint32_t tag = 0;
  friend constexpr bool operator==(Script, Script) = default;
  friend constexpr auto operator<=>(Script, Script) = default;
};

/// script_tag("Latn")
constexpr Script script_tag(char const (&name)[5]) {
  auto const at = [&](int i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(name[i])); };
  return {at(0) << 24 | at(1) << 16 | at(2) << 8 | at(3)};
}
/// "Latn" → tag; anything that is not four ASCII letters → Zzzz.
Script script_named(std::string_view name);
std::string name_of(Script script);

Script script_of(char32_t c);
/// Is c used with `script`: by its own script, its Script_Extensions, or because it is common or inherited?
bool has_script(char32_t c, Script script);
bool is_right_to_left(Script script);

bool is_letter(char32_t c);
bool is_mark(char32_t c);
bool is_digit(char32_t c);  ///< decimal digit of any script (Nd)
bool is_upper(char32_t c);
bool is_punctuation(char32_t c);
bool is_white_space(char32_t c);  ///< White_Space
bool is_control(char32_t c);      ///< Cc
bool is_default_ignorable(char32_t c);
bool is_private_use(char32_t c);
bool is_noncharacter(char32_t c);
bool is_emoji_presentation(char32_t c);
bool is_wide(char32_t c);  ///< East_Asian_Width W or F
bool is_ideographic(char32_t c);
bool is_sentence_end(char32_t c);  ///< Sentence_Terminal
bool is_opening(char32_t c);       ///< Ps or Pi
bool is_closing(char32_t c);       ///< Pe or Pf
char32_t lower(char32_t c);        ///< Simple_Lowercase_Mapping, or c itself
char32_t mirrored(char32_t c);     ///< Bidi_Mirroring_Glyph, or c itself
/// Value 0–9 of a decimal digit of any script, or -1.
int digit_value(char32_t c);
/// "LATIN SMALL LETTER A", or "U+E000" when it has no name.
std::string name_of(char32_t c);

std::string to_nfc(std::string_view utf8);
bool is_nfc(std::string_view utf8);
/// Case folding for comparisons, never for output.
std::string folded(std::string_view utf8);

/// The script most letters of the text have; Zyyy when it has none.
Script main_script(std::string_view utf8);

}  // namespace ms::text
