#include "pdf/embedded.hpp"

#include <doctest/doctest.h>

#include "pdf/fonts.hpp"
#include "pdf/tounicode.hpp"
#include "sample.hpp"

using namespace ms;

namespace {
pdf::Drawing letter(font::Face const& face, char32_t c, int more = 0) {
  std::uint32_t const glyph = face.glyph_of(c);
  return {{{&face, glyph}}, face.advance_of(glyph) + more};
}
}  // namespace

TEST_CASE("one code means one text") {
  font::Face const& latin = tests::face("Latn");
  pdf::EmbeddedFonts fonts;
  auto const a = fonts.place_of(latin, letter(latin, U'a'), "a");
  CHECK(fonts.place_of(latin, letter(latin, U'a'), "a") == a);
  CHECK(!(fonts.place_of(latin, letter(latin, U'a'), "а") == a));
  CHECK(!(fonts.place_of(latin, letter(latin, U'b'), "a") == a));
  pdf::Drawing moved = letter(latin, U'a');
  moved.parts[0].y = 5;
  CHECK(!(fonts.place_of(latin, moved, "a") == a));
  CHECK(fonts.fonts().size() == 1);
  CHECK(fonts.fonts()[0].entries.size() == 4);
}

TEST_CASE("kerning shares a code, another width does not") {
  font::Face const& latin = tests::face("Latn");
  pdf::EmbeddedFonts fonts;
  auto const kerned = fonts.place_of(latin, letter(latin, U'T', -40), "T");
  CHECK(fonts.place_of(latin, letter(latin, U'T'), "T") == kerned);
  CHECK(fonts.fonts()[0].entries[0].drawing == letter(latin, U'T'));
  CHECK(pdf::is_plain(fonts.fonts()[0].entries[0].drawing, latin));
  CHECK(!(fonts.place_of(latin, letter(latin, U'T', 300), "T") == kerned));
  auto const blank = fonts.place_of(latin, {{}, 100}, "x");
  CHECK(!(fonts.place_of(latin, {{}, 101}, "x") == blank));
}

TEST_CASE("codes are numbered by their texts, single characters first") {
  font::Face const& latin = tests::face("Latn");
  pdf::EmbeddedFonts fonts;
  auto const c = fonts.place_of(latin, letter(latin, U'c'), "c");
  auto const ab = fonts.place_of(latin, letter(latin, U'a'), "ab");
  auto const a = fonts.place_of(latin, letter(latin, U'a'), "a");
  auto const b = fonts.place_of(latin, letter(latin, U'b'), "b");
  fonts.number_codes();
  auto const& codes = fonts.fonts()[0].codes;
  CHECK(codes[a.entry] == 1);
  CHECK(codes[b.entry] == 2);
  CHECK(codes[c.entry] == 3);
  CHECK(codes[ab.entry] == 4);
  std::string const map = pdf::to_unicode(fonts.fonts()[0]);
  CHECK(map.find("1 beginbfrange\n<0001><0003><0061>\nendbfrange") != std::string::npos);
  CHECK(map.find("1 beginbfchar\n<0004><00610062>\nendbfchar") != std::string::npos);
}

TEST_CASE(
    "ToUnicode: ranges end with their last byte, planes beyond the first, no characters that are none") {
  font::Face const& latin = tests::face("Latn");
  pdf::EmbeddedFonts fonts;
  for (char const* const text : {"ÿ", "Ā", "ā", "😀", "\uFEFF", "\uFFFE", "ab"})
    fonts.place_of(latin, letter(latin, U'a'), text);
  fonts.number_codes();
  std::string const map = pdf::to_unicode(fonts.fonts()[0]);
  CHECK(map.find("<0001><00FF>\n") != std::string::npos);
  CHECK(map.find("<0002><0003><0100>\n") != std::string::npos);
  CHECK(map.find("<D83DDE00>") != std::string::npos);
  CHECK(map.find("FEFF") == std::string::npos);
  CHECK(map.find("FFFE") == std::string::npos);
}

TEST_CASE("ToUnicode has at most a hundred rows in a block") {
  font::Face const& han = tests::face("Hani", "zh-Hans");
  pdf::EmbeddedFonts fonts;
  for (int i = 0; i < 250; ++i) fonts.place_of(han, {{}, 1000 + i}, i % 2 ? "ab" : "cd");
  fonts.number_codes();
  std::string const map = pdf::to_unicode(fonts.fonts()[0]);
  CHECK(map.find("100 beginbfchar") != std::string::npos);
  CHECK(map.find("50 beginbfchar") != std::string::npos);
  CHECK(map.find("250 beginbfchar") == std::string::npos);
}

TEST_CASE("a full font is followed by a second one, and what is known stays where it is") {
  font::Face const& latin = tests::face("Latn");
  pdf::EmbeddedFonts fonts(4);
  auto const a = fonts.place_of(latin, letter(latin, U'a'), "a");
  fonts.place_of(latin, letter(latin, U'b'), "b");
  fonts.place_of(latin, letter(latin, U'c'), "c");
  auto const d = fonts.place_of(latin, letter(latin, U'd'), "d");
  CHECK(d.font == 1);
  CHECK(fonts.place_of(latin, letter(latin, U'a'), "a") == a);
  CHECK(a.font == 0);
  fonts.number_codes();
  CHECK(pdf::subset_name(fonts.fonts()[0]) != pdf::subset_name(fonts.fonts()[1]));
}

TEST_CASE("subset names: six capitals, a plus and the face's name, the same for the same entries") {
  font::Face const& latin = tests::face("Latn");
  auto const name = [&](char32_t c) {
    pdf::EmbeddedFonts fonts;
    fonts.place_of(latin, letter(latin, c), "x");
    return pdf::subset_name(fonts.fonts()[0]);
  };
  CHECK(name(U'x') == name(U'x'));
  CHECK(name(U'x') != name(U'y'));
  CHECK(name(U'x').substr(6) == "+" + latin.postscript_name());
  for (std::size_t i = 0; i < 6; ++i) CHECK((name(U'x')[i] >= 'A' && name(U'x')[i] <= 'Z'));
}
