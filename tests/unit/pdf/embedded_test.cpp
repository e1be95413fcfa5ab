#include "pdf/embedded.hpp"

#include <doctest/doctest.h>

#include <set>

#include "pdf/fonts.hpp"
#include "pdf/tounicode.hpp"
#include "sample.hpp"
#include "text/utf8.hpp"

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

TEST_CASE("kerning shares a code, whose advance is the commonest; another width does not") {
  font::Face const& latin = tests::face("Latn");
  pdf::EmbeddedFonts fonts;
  auto const kerned = fonts.place_of(latin, letter(latin, U'T', -40), "T");
  CHECK(fonts.place_of(latin, letter(latin, U'T'), "T") == kerned);
  CHECK(fonts.place_of(latin, letter(latin, U'T'), "T") == kerned);
  fonts.number_codes();
  CHECK(fonts.fonts()[0].entries[0].drawing == letter(latin, U'T'));
  CHECK(fonts.fonts()[0].entries[0].uses == 3);
  CHECK(pdf::is_plain(fonts.fonts()[0].entries[0].drawing, latin));
  CHECK(!(fonts.place_of(latin, letter(latin, U'T', 300), "T") == kerned));
  auto const blank = fonts.place_of(latin, {{}, 100}, "x");
  CHECK(!(fonts.place_of(latin, {{}, 101}, "x") == blank));
}

TEST_CASE("codes are numbered by their texts, single characters first, the space in its own place") {
  font::Face const& latin = tests::face("Hani", "zh-Hans");  // no simple font
  pdf::EmbeddedFonts fonts;
  auto const c = fonts.place_of(latin, letter(latin, U'c'), "c");
  auto const ab = fonts.place_of(latin, letter(latin, U'a'), "ab");
  auto const a = fonts.place_of(latin, letter(latin, U'a'), "a");
  auto const b = fonts.place_of(latin, letter(latin, U'b'), "b");
  auto const d = fonts.place_of(latin, letter(latin, U'd'), "d");
  auto const space = fonts.place_of(latin, letter(latin, U' '), " ");
  fonts.number_codes();
  auto const& cids = fonts.fonts()[0].cids;
  CHECK(cids[space.entry] == 32);
  CHECK(cids[a.entry] == 33);
  CHECK(cids[b.entry] == 34);
  CHECK(cids[c.entry] == 35);
  CHECK(cids[d.entry] == 36);
  CHECK(cids[ab.entry] == 37);
  auto const& by_cid = fonts.fonts()[0].by_cid;
  CHECK(by_cid.size() == 38);
  CHECK(by_cid[31] == pdf::EmbeddedFont::unused);
  CHECK(by_cid[35] == c.entry);
  std::string const map = pdf::to_unicode(fonts.tables()[0]);
  CHECK(map.find("1 begincodespacerange\n<20><FF>\nendcodespacerange") != std::string::npos);
  CHECK(map.find("1 beginbfrange\n<21><24><0061>\nendbfrange") != std::string::npos);
  CHECK(map.find("2 beginbfchar\n<20><0020>\n<25><00610062>\nendbfchar") != std::string::npos);
}

TEST_CASE("fonts for the same texts share a table, others have one of their own") {
  font::Face const& han = tests::face("Hani", "zh-Hans");
  font::Face const& hangul = tests::face("Hang", "ko");
  pdf::EmbeddedFonts fonts(6);
  for (char32_t const c : {U'a', U'b', U'c', U'd', U'e'})
    fonts.place_of(han, letter(han, c), std::string(1, static_cast<char>(c)));
  // The font is full; the same texts, drawn otherwise, begin a second one.
  for (char32_t const c : {U'c', U'd', U'x'})
    fonts.place_of(han, letter(han, c, 300), std::string(1, static_cast<char>(c)));
  fonts.place_of(hangul, letter(hangul, U'한'), "한");
  REQUIRE(fonts.fonts().size() == 3);
  fonts.number_codes();
  CHECK(fonts.fonts()[0].table == fonts.fonts()[1].table);
  CHECK(fonts.fonts()[2].table != fonts.fonts()[0].table);
  CHECK(fonts.fonts()[0].cids[2] == fonts.fonts()[1].cids[0]);
  CHECK(fonts.fonts()[1].by_cid.size() < fonts.fonts()[0].by_cid.size());
  for (pdf::CodeTable const& table : fonts.tables()) CHECK(!table.simple);
}

TEST_CASE("simple fonts share codes of one byte, but no code except the space") {
  font::Face const& latin = tests::face("Latn");
  font::Face const& hebrew = tests::face("Hebr", "he");
  font::Face const& han = tests::face("Hani", "zh-Hans");
  pdf::EmbeddedFonts fonts;
  auto const place = [&](font::Face const& face, char32_t c) {
    std::string text;
    text::append(text, c);
    return fonts.place_of(face, letter(face, c), text);
  };
  auto const b = place(latin, U'b'), latin_space = place(latin, U' '), a = place(latin, U'a');
  auto const alef = place(hebrew, U'א'), point = place(hebrew, U'.');
  place(han, U'a');
  fonts.number_codes();
  auto const cid = [&](pdf::EntryPlace at) { return fonts.fonts()[at.font].cids[at.entry]; };
  CHECK(cid(latin_space) == ' ');
  CHECK(cid(a) == '-');
  CHECK(cid(b) == '.');
  CHECK(cid(point) == '0');
  CHECK(cid(alef) == '1');
  CHECK(fonts.fonts()[0].table == fonts.fonts()[1].table);
  CHECK(fonts.tables()[fonts.fonts()[0].table].simple);
  CHECK(!fonts.tables()[fonts.fonts()[2].table].simple);
  CHECK(fonts.fonts()[0].by_cid.size() == 1 + std::size_t{'.'});
  CHECK(fonts.fonts()[1].by_cid['.'] == pdf::EmbeddedFont::unused);
}

TEST_CASE("what a simple font uses most has the bytes of numbers") {
  font::Face const& latin = tests::face("Latn");
  pdf::EmbeddedFonts fonts;
  for (int times = 0; times < 2; ++times)
    for (char32_t c = U'z'; c > U'n'; --c)
      fonts.place_of(latin, letter(latin, c), std::string(1, static_cast<char>(c)));
  for (char32_t const c : {U'a', U'b'})
    fonts.place_of(latin, letter(latin, c), std::string(1, static_cast<char>(c)));
  fonts.number_codes();
  std::string codes;
  for (std::size_t i = 0; i < fonts.tables()[0].texts.size(); ++i) codes += fonts.tables()[0].texts[i];
  CHECK(codes == "abopqrstuvwxyz");
  CHECK(fonts.tables()[0].texts['9'] == "z");
}

TEST_CASE("a face whose space is as wide shares it, another has a program of its own") {
  font::Face const& latin = tests::face("Latn");
  font::Face const& hebrew = tests::face("Hebr", "he");
  for (int const more : {0, 7}) {
    CAPTURE(more);
    pdf::EmbeddedFonts fonts;
    std::int32_t const width = latin.advance_of(latin.glyph_of(U' '));
    fonts.place_of(latin, letter(latin, U' '), " ");
    fonts.place_of(hebrew, {{{&hebrew, hebrew.glyph_of(U' ')}}, width + more}, " ");
    fonts.number_codes();
    CHECK((fonts.fonts()[0].table == fonts.fonts()[1].table) == (more == 0));
    for (pdf::EmbeddedFont const& font : fonts.fonts()) CHECK(font.cids[0] == 32);
  }
}

TEST_CASE("a font of more codes than one byte has is no simple one") {
  font::Face const& latin = tests::face("Latn");
  for (std::size_t const count : {221u, 222u}) {
    CAPTURE(count);
    pdf::EmbeddedFonts fonts;
    for (char32_t c = 0x4E00; c < 0x4E00 + count - 1; ++c) {
      std::string text;
      text::append(text, c);
      fonts.place_of(latin, {{}, 500}, text);
    }
    fonts.place_of(latin, letter(latin, U' '), " ");
    fonts.number_codes();
    CHECK(fonts.tables()[0].simple == (count == 221));
  }
}

TEST_CASE("where one byte is not enough, what is used most and the space have one, the others two") {
  font::Face const& latin = tests::face("Latn");
  pdf::EmbeddedFonts fonts;
  auto const often = [&](char32_t c) {
    std::string text;
    text::append(text, c);
    auto const place = fonts.place_of(latin, {{}, 500}, text);
    fonts.place_of(latin, {{}, 500}, text);
    return place;
  };
  for (char32_t c = 0x4E00; c < 0x4E00 + 600; ++c) {
    std::string text;
    text::append(text, c);
    fonts.place_of(latin, {{}, 500}, text);
  }
  auto const frequent = often(0x9000);
  auto const space = fonts.place_of(latin, letter(latin, U' '), " ");
  fonts.number_codes();
  auto const& font = fonts.fonts()[0];
  CHECK(font.cids[space.entry] == 32);
  CHECK(font.cids[frequent.entry] < 256);
  std::size_t long_codes = 0;
  for (std::size_t i = 0; i < font.cids.size(); ++i) {
    std::uint16_t const cid = font.cids[i];
    CHECK(font.by_cid[cid] == i);
    std::string bytes;
    pdf::append_code(bytes, cid);
    CHECK(bytes.size() == (cid < 256 ? 1u : 2u));
    CHECK(bytes.find_first_of("()\\") ==
          (bytes.size() == 1 ? std::string::npos : bytes.find_first_of("()\\")));
    // As a number the code is the CID, and no code begins another.
    std::size_t number = 0;
    for (char const byte : bytes) number = number * 256 + static_cast<unsigned char>(byte);
    CHECK(number == cid);
    CHECK((bytes.size() == 1 || static_cast<unsigned char>(bytes[0]) < 32));
    long_codes += bytes.size() - 1;
  }
  CHECK(long_codes == 602 - 221);
  CHECK(fonts.tables()[0].space.ranges() ==
        "2 begincodespacerange\n<20><FF>\n<0100><02FF>\nendcodespacerange\n");
}

TEST_CASE("a code space of forty thousand codes has no code that begins another") {
  pdf::CodeSpace const space(40000);
  std::set<std::size_t> firsts, shorts, all;
  for (std::size_t i = 0; i < 40000; ++i) {
    std::uint16_t const cid = space.cid_of(i);
    all.insert(cid);
    if (cid < 256)
      shorts.insert(cid);
    else
      firsts.insert(cid / 256u);
  }
  CHECK(all.size() == 40000);
  CHECK(shorts.count(32) == 1);
  for (std::size_t const first : firsts) CHECK(shorts.count(first) == 0);
  CHECK(pdf::CodeSpace(300).holds(pdf::CodeSpace(100)));
  CHECK(!pdf::CodeSpace(100).holds(pdf::CodeSpace(300)));
  CHECK(!space.holds(pdf::CodeSpace(100)));
}

TEST_CASE(
    "ToUnicode: ranges end with their last byte, planes beyond the first, no characters that are none") {
  font::Face const& latin = tests::face("Hani", "zh-Hans");
  pdf::EmbeddedFonts fonts;
  for (char const* const text : {"ÿ", "Ā", "ā", "Ă", "ă", "😀", "\uFEFF", "\uFFFE", "ab"})
    fonts.place_of(latin, letter(latin, U'a'), text);
  fonts.number_codes();
  std::string const map = pdf::to_unicode(fonts.tables()[0]);
  CHECK(map.find("<21><00FF>\n") != std::string::npos);
  CHECK(map.find("<22><25><0100>\n") != std::string::npos);
  CHECK(map.find("<D83DDE00>") != std::string::npos);
  CHECK(map.find("FEFF") == std::string::npos);
  CHECK(map.find("FFFE") == std::string::npos);
}

TEST_CASE("ToUnicode: texts that do not count up go into lists, which end with the first byte of the code") {
  font::Face const& han = tests::face("Hani", "zh-Hans");
  pdf::EmbeddedFonts fonts;
  for (int i = 0; i < 600; ++i) fonts.place_of(han, {{}, 1000 + i}, i % 2 ? "ab" : "cd");
  fonts.number_codes();
  std::string const map = pdf::to_unicode(fonts.tables()[0]);
  CHECK(map.find("<0100><01FF>[<") != std::string::npos);
  CHECK(map.find("<21><27>[<00610062>") != std::string::npos);
  CHECK(map.find("<2A><5B>[<") != std::string::npos);
  CHECK(map.find("beginbfchar") == std::string::npos);
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
