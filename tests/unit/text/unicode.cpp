#include "text/unicode.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "text/utf8.hpp"

using namespace ms::text;

TEST_CASE("white space and what is invisible are known among all characters") {
  // PropList.txt has 25 characters of white space.
  std::vector<char32_t> spaces, ignorable;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (is_white_space(c)) spaces.push_back(c);
    if (c < 0x400 && is_default_ignorable(c)) ignorable.push_back(c);
  }
  CHECK(spaces == std::vector<char32_t>{0x9,    0xA,    0xB,    0xC,    0xD,    0x20,   0x85,
                                        0xA0,   0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
                                        0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028,
                                        0x2029, 0x202F, 0x205F, 0x3000});
  CHECK(ignorable == std::vector<char32_t>{0xAD, 0x34F});
  CHECK(is_wide(0x1100));
  CHECK_FALSE(is_wide(0x10FF));
}

TEST_CASE("scripts have the tags of ISO 15924") {
  CHECK(script_of(U'a') == script_tag("Latn"));
  CHECK(script_of(U'я') == script_tag("Cyrl"));
  CHECK(script_of(U'م') == script_tag("Arab"));
  CHECK(script_of(U'漢') == script_tag("Hani"));
  CHECK(script_of(U',') == script_tag("Zyyy"));
  CHECK(script_of(U'\u0301') == script_tag("Zinh"));
  CHECK(script_of(U'\U000E0080') == script_tag("Zzzz"));
  CHECK(script_of(static_cast<char32_t>(0x110000)) == script_tag("Zzzz"));
  CHECK(script_named("latn") == script_tag("Latn"));
  CHECK(script_named("ARAB") == script_tag("Arab"));
  for (char const* odd : {"", "Lat", "Latin", "La1n", "é42"}) CHECK(script_named(odd) == script_tag("Zzzz"));
  CHECK(name_of(script_tag("Deva")) == "Deva");
}

TEST_CASE("a character is used with a script by its own, by its extensions, or because it is common") {
  CHECK(has_script(U'a', script_tag("Latn")));
  CHECK_FALSE(has_script(U'a', script_tag("Cyrl")));
  CHECK(has_script(U',', script_tag("Latn")));
  CHECK(has_script(U'\u0301', script_tag("Cyrl")));
  CHECK(has_script(U'\u060C', script_tag("Arab")));  // ARABIC COMMA, common with extensions
  CHECK_FALSE(has_script(U'\u060C', script_tag("Latn")));
  CHECK(has_script(U'\u0964', script_tag("Beng")));  // DEVANAGARI DANDA
  CHECK(has_script(U'か', script_tag("Jpan")));
  CHECK(has_script(U'漢', script_tag("Hans")));
  CHECK(has_script(U'한', script_tag("Kore")));
  CHECK_FALSE(has_script(U'か', script_tag("Hans")));
  CHECK_FALSE(has_script(U'a', script_tag("Qabc")));
}

TEST_CASE("right-to-left scripts") {
  for (char const* name : {"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Samr"})
    CHECK_MESSAGE(is_right_to_left(script_named(name)), name);
  for (char const* name : {"Latn", "Hani", "Jpan", "Mong", "Zyyy", "Zzzz"})
    CHECK_MESSAGE(!is_right_to_left(script_named(name)), name);
}

TEST_CASE("properties") {
  CHECK(is_letter(U'é'));
  CHECK_FALSE(is_letter(U'1'));
  CHECK(is_mark(U'\u064B'));
  CHECK(is_digit(U'۴'));
  CHECK_FALSE(is_digit(U'²'));
  CHECK(digit_value(U'۴') == 4);
  CHECK(digit_value(U'９') == 9);
  CHECK(digit_value(U'²') == -1);
  CHECK(digit_value(U'x') == -1);
  CHECK(is_upper(U'Ж'));
  CHECK_FALSE(is_upper(U'ß'));
  CHECK(is_punctuation(U'。'));
  CHECK(is_white_space(U'\u00A0'));
  CHECK_FALSE(is_white_space(U'\u200B'));
  CHECK(is_control(U'\t'));
  CHECK(is_default_ignorable(U'\u200D'));
  CHECK(is_private_use(U'\uE000'));
  CHECK(is_noncharacter(U'\uFFFE'));
  CHECK(is_emoji_presentation(U'😀'));
  CHECK_FALSE(is_emoji_presentation(U'1'));
  CHECK(is_wide(U'漢'));
  CHECK(is_wide(U'Ａ'));
  CHECK_FALSE(is_wide(U'A'));
  CHECK(is_ideographic(U'漢'));
  CHECK_FALSE(is_ideographic(U'か'));
  for (char32_t const c : std::u32string_view(U".!?。؟।።။")) CHECK(is_sentence_end(c));
  CHECK_FALSE(is_sentence_end(U','));
  CHECK((is_opening(U'«') && is_opening(U'(') && is_opening(U'「') && is_opening(U'“')));
  CHECK((is_closing(U'»') && is_closing(U')') && is_closing(U'」') && is_closing(U'”')));
  CHECK(lower(U'É') == U'é');
  CHECK(lower(U'漢') == U'漢');
  CHECK(mirrored(U'(') == U')');
  CHECK(mirrored(U'a') == U'a');
  CHECK(name_of(U'a') == "LATIN SMALL LETTER A");
  CHECK(name_of(U'\uE000') == "U+E000");
  CHECK(name_of(U'\u0007') == "U+0007");
}

TEST_CASE("normal forms and folding") {
  CHECK(to_nfc("plain") == "plain");
  CHECK(to_nfc("e\u0301") == "é");
  CHECK(to_nfc("ᄒ\u1161\u11AB") == "한");
  CHECK(is_nfc("é"));
  CHECK_FALSE(is_nfc("e\u0301"));
  CHECK(folded("Straße ΣΑΣ İ") == "strasse σασ i\u0307");
}

TEST_CASE("the main script is the one most letters have") {
  CHECK(main_script("") == script_tag("Zyyy"));
  CHECK(main_script("12, 13!") == script_tag("Zyyy"));
  CHECK(main_script("Reuters گزارش داد که") == script_tag("Arab"));
  CHECK(main_script("The word слово means word") == script_tag("Latn"));
  CHECK(main_script("abяю") == script_tag("Latn"));
}

TEST_CASE("text that is no UTF-8 is survived") {
  std::string const bad = "a\xC3(\xE2\x82\xF0\x9F\x98z\xFF\xED\xA0\x80";
  CHECK(main_script(bad) == script_tag("Latn"));
  CHECK_FALSE(to_nfc(bad).empty());
  CHECK_FALSE(folded(bad).empty());
  (void)is_nfc(bad);
}
