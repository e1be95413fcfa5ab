// Shaping with fonts made for the test, whose widths can be counted by hand.
#include <doctest/doctest.h>

#include <string>

#include "fonts/folder.hpp"
#include "fonts/synthetic.hpp"
#include "layout/shaped.hpp"
#include "layout/workshop.hpp"
#include "text/utf8.hpp"
#include "unit/layout/paragraph.hpp"

using namespace ms;
using namespace ms::layout;

namespace {

/// At 10 pt a unit of the font is 10.24 units of length.
Length units(std::int64_t font_units) {
  return Length::points(10).scaled(font_units, 1000);
}

struct Bench {
  Bench() {
    synthetic::Font latin;
    latin.family = "Noto Serif";
    latin.glyphs = synthetic::ascii();
    auto const glyph = [](char c) { return synthetic::ascii_glyph(c); };
    latin.kerns = {{glyph('A'), glyph('V'), -100}};
    latin.glyphs.push_back({0, 900});  // ffi's smaller sister: f and i in one
    ligature = static_cast<unsigned>(latin.glyphs.size());
    latin.ligatures = {{glyph('f'), glyph('i'), ligature}};
    latin.glyphs.push_back({U'\u2010', 300});
    folder.add("latin.ttf", synthetic::file(latin));

    synthetic::Font arabic;
    arabic.family = "Noto Naskh Arabic";
    arabic.script = "arab";
    // Beh alone, at the beginning, in the middle, at the end; the space; brackets.
    arabic.glyphs = {{U'ب', 500}, {0, 200}, {0, 300}, {0, 400}, {U' ', 250}, {U'(', 333}, {U')', 333, 60}};
    arabic.substitutions = {{"init", 1, 2}, {"medi", 1, 3}, {"fina", 1, 4}};
    folder.add("arabic.ttf", synthetic::file(arabic));
    fonts = std::make_unique<font::Library>(std::vector{folder.path()});
    workshop = std::make_unique<Workshop>(*fonts);
  }

  Shaped shape(StyledText const& text) const {
    base::Diagnostics diagnostics;
    return layout::shape(text, itemise(text, analyse(text), *fonts, diagnostics), *workshop);
  }
  Shaped shape(std::string_view utf8, std::string_view language = "en") const {
    return shape(paragraph::plain(utf8, language));
  }

  unsigned ligature = 0;
  synthetic::Folder folder;
  std::unique_ptr<font::Library> fonts;
  std::unique_ptr<Workshop> workshop;
};

/// Advances in font units, cluster by cluster: "600 250 500".
std::string advances(Shaped const& shaped) {
  std::string all;
  for (ShapedCluster const& cluster : shaped.clusters) {
    if (!all.empty()) all += ' ';
    all += std::to_string(cluster.advance);
  }
  return all;
}

StyledText spaced(std::string_view utf8, std::string_view language, std::int32_t permille) {
  StyledText text = paragraph::plain(utf8, language);
  text.runs[0].style.letter_spacing = permille;
  return text;
}

}  // namespace

TEST_CASE("widths are those of the font") {
  Bench const bench;
  Shaped const shaped = bench.shape("ab c.");
  CHECK(advances(shaped) == "600 600 250 600 500");
  CHECK(shaped.total == units(2550));
  CHECK(shaped.position(3) == units(1450));
  CHECK(shaped.clusters[3].start == units(1450));
  CHECK(shaped.clusters[3].width == units(2050) - units(1450));
}

TEST_CASE("kerning and ligatures: no line may begin inside them without another look") {
  Bench const bench;
  Shaped const kerned = bench.shape("AVA");
  CHECK(advances(kerned) == "500 600 600");
  CHECK(kerned.clusters[0].safe_to_break);
  CHECK(!kerned.clusters[1].safe_to_break);
  CHECK(kerned.clusters[2].safe_to_break);
  Shaped const joined = bench.shape("afib");
  CHECK(advances(joined) == "600 900 600");
  CHECK(joined.clusters[1].text == Range{1, 3});
  CHECK(joined.glyphs[joined.clusters[1].glyphs.start].id == bench.ligature);
  CHECK(joined.cluster_at(2) == 1);
  CHECK(joined.position(2) == units(1500));
  CHECK(joined.position(1) == units(600));
}

TEST_CASE("positions are sums of font units, not of rounded widths") {
  Bench const bench;
  std::string const utf8(9999, 'a');
  Shaped const shaped = bench.shape(utf8);
  CHECK(shaped.total == units(9999 * 600));
  for (std::size_t i = 0; i < utf8.size(); i += 97)
    CHECK(shaped.position(i) == units(static_cast<std::int64_t>(i) * 600));
}

TEST_CASE("letters are spaced out between clusters where the script allows it") {
  Bench const bench;
  Length const gap = Length::points(10).scaled(100, 1000);
  Shaped const shaped = bench.shape(spaced("fix", "en", 100));
  CHECK(advances(shaped) == "600 600 600");  // no ligature
  CHECK(shaped.total == units(1800) + 2 * gap);
  CHECK(shaped.clusters[0].width == units(600) + gap);
  CHECK(shaped.position(1) == units(600) + gap);
  CHECK(shaped.clusters[2].width == units(1800) - units(1200));
  Shaped const arabic = bench.shape(spaced("ببب", "ar", 100));
  CHECK(arabic.total == arabic.items[0].size.scaled(900, 1000));
  // A spaced word after a plain one in the same workshop: the cache knows them apart.
  CHECK(advances(bench.shape("fix")) == "900 600");
  CHECK(advances(bench.shape(spaced("fix", "en", 100))) == "600 600 600");
}

TEST_CASE("line ends take no room, tabs that of a space, soft hyphens none") {
  Bench const bench;
  Shaped const lines = bench.shape("a\nb\tc\u00ADd\u200Be");
  CHECK(advances(lines) == "600 0 600 250 600 0 600 0 600");
  CHECK(lines.clusters[1].glyphs.is_empty());
  for (page::Glyph const& glyph : lines.glyphs) CHECK(glyph.id != 0);
  CHECK(advances(bench.shape("\n")) == "0");
  CHECK(advances(bench.shape("a\u0007\u0085\u2028b")) == "600 0 0 0 600");
}

TEST_CASE("spaces that the face lacks have their own width all the same") {
  Bench const bench;
  Shaped const shaped = bench.shape("a\u00A0b\u2003c\u2009d\u202Fe");
  std::uint32_t const space = bench.fonts->face({.script = text::script_tag("Latn")})->glyph_of(U' ');
  for (std::size_t i = 1; i < shaped.clusters.size(); i += 2) {
    CAPTURE(i);
    CHECK(shaped.glyphs[shaped.clusters[i].glyphs.start].id == space);
  }
  CHECK(shaped.clusters[1].advance == 250);
  CHECK(shaped.clusters[3].advance == 1000);
  CHECK(shaped.clusters[5].advance == 200);
  CHECK(shaped.clusters[7].advance > 0);
  CHECK(shaped.clusters[7].advance <= 250);
}

TEST_CASE("right to left: clusters in the order of the text, brackets turned") {
  Bench const bench;
  Shaped const shaped = bench.shape("بب (ب", "ar");
  CHECK(advances(shaped) == "200 400 250 333 500");
  std::size_t at = 0;
  for (ShapedCluster const& cluster : shaped.clusters) {
    CHECK(cluster.text.start == at);
    at = cluster.text.end;
  }
  font::Face const* const face = shaped.items[0].face;
  CHECK(shaped.items.size() == 1);
  CHECK(shaped.glyphs[shaped.clusters[3].glyphs.start].id == face->glyph_of(U')'));
}

TEST_CASE("letters join across a change of style, and over the end of a line") {
  Bench const bench;
  StyledText text = paragraph::plain("ببب", "ar");
  text.runs.push_back(text.runs[0]);
  text.runs[0].range.end = text.runs[1].range.start = 2;
  text.runs[1].style.colour = {255, 0, 0};
  Shaped const shaped = bench.shape(text);
  CHECK(shaped.items.size() == 2);
  CHECK(advances(shaped) == "200 300 400");
  CHECK(advances(reshape(text, shaped, {0, 4}, "", *bench.workshop)) == "200 300");
  CHECK(advances(reshape(text, shaped, {4, 6}, "", *bench.workshop)) == "400");
}

TEST_CASE("reshaping a part of a line") {
  Bench const bench;
  StyledText const text = paragraph::plain("AVA fixed");
  Shaped const whole = bench.shape(text);
  CHECK(advances(whole) == "500 600 600 250 900 600 600 600");
  Shaped const part = reshape(text, whole, {1, 6}, "", *bench.workshop);
  CHECK(advances(part) == "600 600 250 900");
  CHECK(part.clusters.front().text == Range{1, 2});
  CHECK(part.clusters.back().text == Range{4, 6});
  CHECK(part.total == units(2350));
  CHECK(part.position(3) == units(1200));
  CHECK(advances(reshape(text, whole, {0, 1}, "", *bench.workshop)) == "600");
  CHECK(advances(reshape(text, whole, {4, 5}, "", *bench.workshop)) == "600");
}

TEST_CASE("an appended hyphen is a cluster without text") {
  Bench const bench;
  StyledText const text = paragraph::plain("AVA fixed");
  Shaped const whole = bench.shape(text);
  Shaped const part = reshape(text, whole, {4, 7}, "\u2010", *bench.workshop);
  CHECK(advances(part) == "900 600 300");
  CHECK(part.clusters.back().text == Range{7, 7});
  CHECK(part.total == units(1800));
  CHECK(part.items.size() == 1);
  // The Arabic face has none: another face lends its own.
  StyledText const arabic = paragraph::plain("بببب", "ar");
  Shaped const other = reshape(arabic, bench.shape(arabic), {0, 4}, "\u2010", *bench.workshop);
  REQUIRE(other.items.size() == 2);
  CHECK(other.items[1].face == bench.fonts->face({.script = text::script_tag("Latn")}));
  CHECK(other.clusters.back().advance == 300);
  CHECK(other.clusters.back().text == Range{4, 4});
}

TEST_CASE("law: reshaping everything gives what shaping gave") {
  Bench const bench;
  for (char const* const utf8 : {"AVA fixed (a)\nb", "one\ttwo", "بب (ب one", "x"}) {
    StyledText const text = paragraph::plain(utf8, "ar");
    Shaped const whole = bench.shape(text);
    Shaped const again = reshape(text, whole, {0, text.utf8.size()}, "", *bench.workshop);
    CHECK(again.glyphs == whole.glyphs);
    CHECK(again.total == whole.total);
    REQUIRE(again.clusters.size() == whole.clusters.size());
    for (std::size_t i = 0; i < whole.clusters.size(); ++i) {
      CHECK(again.clusters[i].text == whole.clusters[i].text);
      CHECK(again.clusters[i].start == whole.clusters[i].start);
      CHECK(again.clusters[i].width == whole.clusters[i].width);
    }
  }
}

TEST_CASE("the cache of words is bounded and changes nothing") {
  Bench const bench;
  Shaper& shaper = bench.workshop->parts().shaper;
  font::Face const* const face = bench.fonts->face({.script = text::script_tag("Latn")});
  ShapingJob const job{face, text::script_tag("Latn"), "en", false, false};
  for (std::size_t i = 0; i < WordCache::most_words + 100; ++i) {
    std::string const word = std::to_string(i);
    ShapedPiece piece;
    shaper.shape(word, {0, word.size()}, job, piece);
    REQUIRE(piece.clusters.size() == word.size());
    CHECK(shaper.words_known() <= WordCache::most_words);
  }
  CHECK(advances(bench.shape("AVA fix")) == "500 600 600 250 900 600");
}

TEST_CASE("a font that kerns with the space is shaped whole") {
  synthetic::Folder const folder;
  synthetic::Font font;
  font.family = "Noto Serif";
  font.glyphs = synthetic::ascii();
  font.kerns = {{synthetic::ascii_glyph('T'), synthetic::ascii_glyph(' '), -60}};
  folder.add("kerned.ttf", synthetic::file(font));
  font::Library const library({folder.path()});
  Workshop workshop(library);
  StyledText const text = paragraph::plain("T T aT");
  base::Diagnostics diagnostics;
  Shaped const shaped = shape(text, itemise(text, analyse(text), library, diagnostics), workshop);
  CHECK(advances(shaped) == "540 250 540 250 600 600");
  CHECK(!shaped.clusters[1].safe_to_break);
  CHECK(workshop.parts().shaper.words_known() == 0);
}

TEST_CASE("an empty paragraph is shaped to nothing") {
  Bench const bench;
  Shaped const shaped = bench.shape("");
  CHECK(shaped.clusters.empty());
  CHECK(shaped.total == Length());
  CHECK(shaped.cluster_at(0) == 0);
  CHECK(shaped.position(0) == Length());
}
