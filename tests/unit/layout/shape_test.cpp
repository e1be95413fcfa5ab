#include <doctest/doctest.h>

#include <iterator>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "font/subset.hpp"
#include "fonts/folder.hpp"
#include "layout/shaped.hpp"
#include "layout/workshop.hpp"
#include "text/utf8.hpp"
#include "unit/layout/paragraph.hpp"
#include "unit/layout/samples.hpp"

using namespace ms;
using namespace ms::layout;

namespace {

/// The installed fonts: those of the packages the project asks for.
font::Library const& fonts() {
  static font::Library const library;
  return library;
}

std::vector<Item> items_of(StyledText const& text) {
  base::Diagnostics diagnostics;
  return itemise(text, analyse(text), fonts(), diagnostics);
}

Shaped shaped(StyledText const& text, Workshop& workshop) {
  return shape(text, items_of(text), workshop);
}

}  // namespace

TEST_CASE("a word from the cache is shaped as it is in its sentence") {
  Workshop workshop(fonts());
  Shaper& shaper = workshop.parts().shaper;
  for (auto const& sample : samples::all) {
    CAPTURE(std::string(sample.language));
    StyledText const text = paragraph::plain(sample.text, sample.language);
    for (int round = 0; round < 2; ++round)
      for (Item const& item : items_of(text)) {
        ShapingJob const job{item.face, item.script, item.language, item.is_right_to_left(), false};
        ShapedPiece by_words, whole;
        shaper.shape(text.utf8, item.range, job, by_words);
        shaper.shape_whole(text.utf8, item.range, job, whole);
        CAPTURE(std::string(base::slice(text.utf8, item.range)));
        CHECK(by_words.glyphs == whole.glyphs);
        REQUIRE(by_words.clusters.size() == whole.clusters.size());
        for (std::size_t i = 0; i < whole.clusters.size(); ++i) {
          CAPTURE(i);
          CHECK(by_words.clusters[i] == whole.clusters[i]);
        }
      }
  }
  CHECK(shaper.words_known() > 50);
}

TEST_CASE("clusters cover the text in order and positions are sums of widths") {
  Workshop workshop(fonts());
  for (auto const& sample : samples::all) {
    CAPTURE(std::string(sample.language));
    StyledText const text = paragraph::plain(sample.text, sample.language);
    Shaped const result = shaped(text, workshop);
    std::size_t at = 0, glyph = 0;
    Length width;
    for (std::size_t i = 0; i < result.clusters.size(); ++i) {
      ShapedCluster const& cluster = result.clusters[i];
      CHECK(cluster.text.start == at);
      CHECK(cluster.text.end > cluster.text.start);
      CHECK(cluster.glyphs.start == glyph);
      CHECK(cluster.start == width);
      CHECK(result.cluster_at(cluster.text.start) == i);
      CHECK(result.cluster_at(cluster.text.end - 1) == i);
      CHECK(result.position(cluster.text.start) == width);
      CHECK(result.items[cluster.item].range.contains(cluster.text));
      std::int64_t advance = 0;
      for (std::size_t g = cluster.glyphs.start; g < cluster.glyphs.end; ++g) {
        CHECK(result.glyphs[g].id != 0);
        advance += result.glyphs[g].advance;
      }
      CHECK(advance == cluster.advance);
      at = cluster.text.end;
      glyph = cluster.glyphs.end;
      width += cluster.width;
    }
    CHECK(at == text.utf8.size());
    CHECK(glyph == result.glyphs.size());
    CHECK(result.total == width);
    CHECK(result.position(at) == width);
    CHECK(result.cluster_at(at) == result.clusters.size());
  }
}

TEST_CASE("kashidas go where Naskh lets them, never into lam-alef, and nowhere in Nastaliq") {
  Workshop workshop(fonts());
  auto const places = [&](std::string_view utf8, std::string_view language) {
    StyledText const text = paragraph::plain(utf8, language);
    std::string all;
    for (ShapedCluster const& cluster : shaped(text, workshop).clusters) {
      all += base::slice(utf8, cluster.text);
      if (cluster.takes_tatweel) all += '_';
    }
    return all;
  };
  CHECK(places("محمد", "ar") == "م_ح_م_د");
  CHECK(places("سلام", "ar") == "س_لام");
  CHECK(places("دار", "ar") == "دار");
  CHECK(places("محمد", "ur") == "محمد");
  CHECK(places("abc", "en") == "abc");
}

TEST_CASE("kana are shaped alike as kana and as a part of Han") {
  Workshop workshop(fonts());
  Shaper& shaper = workshop.parts().shaper;
  std::string const utf8 = "カーテンをヴァイオリンで。「いすゞ」";
  for (font::Family const family : {font::Family::serif, font::Family::sans}) {
    font::Face const* const face =
        fonts().face({.family = family, .script = text::script_tag("Hani"), .language = "ja"});
    ShapedPiece as_han, as_kana;
    shaper.shape_whole(utf8, {0, utf8.size()}, {face, text::script_tag("Hani"), "ja", false, false}, as_han);
    shaper.shape_whole(utf8, {0, utf8.size()}, {face, text::script_tag("Hira"), "ja", false, false}, as_kana);
    CHECK(as_han.glyphs == as_kana.glyphs);
    CHECK(as_han.clusters == as_kana.clusters);
  }
}

TEST_CASE("law: a subset for the EPUB shapes its text as the whole face does") {
  for (auto const& sample : samples::all) {
    CAPTURE(std::string(sample.language));
    StyledText const text = paragraph::plain(sample.text, sample.language);
    Item const item = items_of(text).front();
    synthetic::Folder const folder;
    font::Library const subset(
        {folder.add("subset.ttf", font::shaping_subset(*item.face, base::slice(text.utf8, item.range)))});
    font::Face const* const small = subset.face({.script = item.script, .language = item.language});
    ShapedPiece with_whole, with_subset;
    ShapingJob job{item.face, item.script, item.language, item.is_right_to_left(), false};
    Workshop of_whole(fonts()), of_subset(subset);
    of_whole.parts().shaper.shape_whole(text.utf8, item.range, job, with_whole);
    job.face = small;
    of_subset.parts().shaper.shape_whole(text.utf8, item.range, job, with_subset);
    CHECK(with_subset.clusters == with_whole.clusters);
    REQUIRE(with_subset.glyphs.size() == with_whole.glyphs.size());
    for (std::size_t i = 0; i < with_whole.glyphs.size(); ++i) {
      CHECK(with_subset.glyphs[i].x_offset == with_whole.glyphs[i].x_offset);
      CHECK(with_subset.glyphs[i].y_offset == with_whole.glyphs[i].y_offset);
      CHECK(font::outline(*small, with_subset.glyphs[i].id).size() ==
            font::outline(*item.face, with_whole.glyphs[i].id).size());
    }
  }
}

TEST_CASE("law: any text is shaped, to clusters that cover it, the same in every workshop") {
  constexpr char32_t alphabet[] =
      U"ab AV(fi "
      U"אב,"
      U"بسلا١٢漢カ한ไท\u0E33ក្ស\u17BEक्षि।\u0301\u05B7\u064E\u200D\u200C\u202E\u2069\n\t\u00A0\u00AD\u3164😀🇩🇪"
      U"\U000F0000";
  Workshop one(fonts()), other(fonts());
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string utf8;
    for (auto n = 1 + random() % 40; n > 0; --n)
      text::append(utf8, alphabet[random() % (std::size(alphabet) - 1)]);
    CAPTURE(utf8);
    char const* const language = seed % 3 == 0 ? "en" : seed % 3 == 1 ? "ur" : "ja";
    StyledText const text = paragraph::plain(utf8, language);
    Shaped const result = shaped(text, one);
    std::size_t at = 0, glyph = 0;
    Length width;
    for (ShapedCluster const& cluster : result.clusters) {
      CHECK(cluster.text.start == at);
      CHECK(cluster.text.end > at);
      CHECK(cluster.glyphs.start == glyph);
      CHECK(cluster.start == width);
      CHECK(cluster.width >= Length());
      at = cluster.text.end;
      glyph = cluster.glyphs.end;
      width += cluster.width;
    }
    CHECK(at == utf8.size());
    CHECK(glyph == result.glyphs.size());
    CHECK(result.total == width);
    // The other workshop meets the texts in another order: what it remembers does not show.
    if (seed % 2 == 0) shaped(paragraph::plain(utf8 + " " + utf8, language), other);
    Shaped const again = shaped(text, other);
    CHECK(again.glyphs == result.glyphs);
    CHECK(again.total == result.total);
  }
}

TEST_CASE("workshops on several threads share a library and give one result") {
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  font::Library const library;
  for (std::string& result : results)
    threads.emplace_back([&] {
      Workshop workshop(library);
      for (auto const& sample : samples::all) {
        StyledText const text = paragraph::plain(sample.text, sample.language);
        base::Diagnostics diagnostics;
        Shaped const made = shape(text, itemise(text, analyse(text), library, diagnostics), workshop);
        result += std::to_string(made.total.units()) + " ";
        for (page::Glyph const& glyph : made.glyphs) result += std::to_string(glyph.id) + ",";
      }
    });
  for (std::thread& thread : threads) thread.join();
  for (std::string const& result : results) CHECK(result == results.front());
}
