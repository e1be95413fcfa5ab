#include "layout/paragraph.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "layout/analysis.hpp"
#include "layout/workshop.hpp"
#include "unit/layout/paragraph.hpp"
#include "unit/layout/samples.hpp"

namespace ms::layout {
namespace {

font::Library const& fonts() {
  static font::Library const library;
  return library;
}

Workshop& workshop() {
  static Workshop one(fonts());
  return one;
}

Measure justified(double width, double indent = 0) {
  return {.width = Length::points(width),
          .indent = Length::points(indent),
          .align = style::Align::justify,
          .align_last = style::Align::start,
          .balance = false};
}

Measure ragged(double width) {
  return {.width = Length::points(width), .indent = {}};
}

Measure balanced(double width) {
  return {.width = Length::points(width), .indent = {}, .balance = true};
}

std::string text_of(SetLine const& line) {
  std::string out;
  for (SetRun const& set : line.runs) out += set.run.text;
  return out;
}

/// Lines with " / " between them, hyphens shown.
std::string shown(std::vector<SetLine> const& lines) {
  std::string out;
  for (SetLine const& line : lines) {
    if (!out.empty()) out += "/ ";
    std::string text = text_of(line);
    for (std::size_t at; (at = text.find("\u00AD")) != text.npos;) text.replace(at, 2, "-");
    out += text;
  }
  return out;
}

std::string without_soft_hyphens(std::string text) {
  for (std::size_t at; (at = text.find("\u00AD")) != text.npos;) text.erase(at, 2);
  return text;
}

Length natural_width(page::GlyphRun const& run) {
  std::int64_t units = 0;
  for (page::Glyph const& glyph : run.glyphs) units += glyph.advance;
  Length out = font::scaled(units, run.size, run.face->metrics());
  for (page::Cluster const& cluster : run.clusters) out += cluster.extra;
  return out;
}

StyledText repeated(samples::Sample const& sample, int times) {
  bool const spaced = std::string_view(sample.language).substr(0, 2) != "ja" &&
                      std::string_view(sample.language).substr(0, 2) != "zh";
  std::string text;
  for (int i = 0; i < times; ++i) text += std::string(i > 0 && spaced ? " " : "") + sample.text;
  StyledText out = paragraph::plain(text, sample.language);
  out.hyphenate = true;
  return out;
}

std::vector<SetLine> set(StyledText const& text, Measure const& measure) {
  base::Diagnostics diagnostics;
  auto lines = set_paragraph(text, measure, workshop(), diagnostics);
  for (auto const& diagnostic : diagnostics.list())
    CHECK_MESSAGE(diagnostic.code != "layout.overfull", text.utf8);
  return lines;
}

StyledText hyphenated(std::string_view utf8, std::string_view language) {
  StyledText out = paragraph::plain(utf8, language);
  out.hyphenate = true;
  return out;
}

TEST_CASE("law: lines stand for the whole text, in order, in every script and at every width") {
  for (auto const& sample : samples::all) {
    StyledText const text = repeated(sample, 4);
    for (double width : {400., 250., 130., 61., 24.}) {
      CAPTURE(std::string(sample.language));
      CAPTURE(width);
      for (Measure measure : {justified(width, width > 100 ? 13 : 0), ragged(width), balanced(width)}) {
        auto const lines = set(text, measure);
        std::string all;
        std::size_t at = 0;
        for (SetLine const& line : lines) {
          CHECK(line.text.start == at);
          at = line.text.end;
          all += text_of(line);
          CHECK(line.width <= measure.width);
        }
        CHECK(at == text.utf8.size());
        CHECK(without_soft_hyphens(all) == without_soft_hyphens(text.utf8));
      }
    }
  }
}

/// The text with a note's number after every fifth grapheme, wherever that is.
StyledText with_notes(StyledText const& plain) {
  StyledText out = plain;
  out.utf8.clear();
  out.runs.clear();
  auto const graphemes = analyse(plain).graphemes;
  for (std::size_t i = 0; i + 1 < graphemes.size(); i += 5) {
    std::size_t const end = graphemes[std::min(i + 5, graphemes.size() - 1)];
    for (std::string const& part : {plain.utf8.substr(graphemes[i], end - graphemes[i]), std::string("12")}) {
      StyleRun run = plain.runs[0];
      run.range = {out.utf8.size(), out.utf8.size() + part.size()};
      out.utf8 += part;
      out.runs.push_back(std::move(run));
    }
    out.runs.back().reference = "a";
    out.runs.back().style.size = Length::points(5);
  }
  out.origin = text::Origin::straight(out.utf8.size(), 0);
  return out;
}

TEST_CASE("law: no line begins with the number of a note, nor within it, in any script") {
  for (auto const& sample : samples::all) {
    CAPTURE(std::string(sample.language));
    StyledText const text = with_notes(repeated(sample, 3));
    for (double width : {250., 130., 61., 30.}) {
      CAPTURE(width);
      for (Measure const& measure : {justified(width), ragged(width), balanced(width)})
        for (SetLine const& line : set(text, measure)) {
          auto const run = std::ranges::find_if(
              text.runs, [&](StyleRun const& one) { return one.range.end > line.text.start; });
          REQUIRE(run != text.runs.end());
          CHECK(run->reference.empty());
          CHECK(line.width <= measure.width);
        }
    }
  }
}

TEST_CASE("the number of a note stands close to ideographs on either side") {
  StyledText text = paragraph::plain("橋が12開いた", "ja");
  auto const gaps = [&] {
    int count = 0;
    auto const lines = set(text, ragged(300));
    for (SetRun const& run : lines.at(0).runs)
      for (page::Cluster const& cluster : run.run.clusters) count += cluster.extra != Length();
    return count;
  };
  StyleRun const whole = text.runs[0];
  text.runs.assign(3, whole);
  text.runs[0].range = {0, 6};
  text.runs[1].range = {6, 8};
  text.runs[2].range = {8, text.utf8.size()};
  CHECK(gaps() == 2);
  text.runs[1].reference = "a";
  CHECK(gaps() == 0);
}

TEST_CASE("lines of a headline without spaces end after marks and between words") {
  StyledText const chinese =
      paragraph::plain("老码头的修伞铺重新开张，最远的一把伞寄自三千公里外", "zh-Hans");
  CHECK(shown(set(chinese, balanced(170))) == "老码头的修伞铺重新开张，/ 最远的一把伞寄自三千公里外");
  StyledText const japanese = paragraph::plain("図書館の利用時間が来月から延長される", "ja");
  for (double const width : {80., 100., 120.}) {
    CAPTURE(width);
    std::string const lines = shown(set(japanese, balanced(width)));
    for (std::string const word : {"図書", "利用", "時間", "来月", "延長"})
      CHECK(lines.find(word) != std::string::npos);
  }
}

TEST_CASE("law: clusters cover the glyphs and the text of their run, in visual order") {
  for (auto const& sample : samples::all) {
    CAPTURE(std::string(sample.language));
    for (SetLine const& line : set(repeated(sample, 3), justified(180)))
      for (SetRun const& set_run : line.runs) {
        page::GlyphRun const& run = set_run.run;
        std::size_t glyph = 0;
        bool const is_ltr = run.direction == text::Direction::ltr;
        std::size_t text = is_ltr ? 0 : run.text.size();
        for (page::Cluster const& cluster : run.clusters) {
          CHECK(cluster.glyphs.start == glyph);
          glyph = cluster.glyphs.end;
          CHECK((is_ltr ? cluster.text.start : cluster.text.end) == text);
          text = is_ltr ? cluster.text.end : cluster.text.start;
        }
        CHECK(glyph == run.glyphs.size());
        CHECK(text == (is_ltr ? run.text.size() : 0));
      }
  }
}

TEST_CASE("law: runs of a line stand side by side inside the measure") {
  for (auto const& sample : samples::all) {
    CAPTURE(std::string(sample.language));
    auto const lines = set(repeated(sample, 3), justified(180, 13));
    for (SetLine const& line : lines) {
      std::vector<std::pair<Length, Length>> boxes;
      for (SetRun const& set_run : line.runs)
        boxes.push_back({set_run.run.origin.x, set_run.run.origin.x + natural_width(set_run.run)});
      std::sort(boxes.begin(), boxes.end());
      for (std::size_t i = 1; i < boxes.size(); ++i) CHECK(boxes[i].first == boxes[i - 1].second);
      // An opening bracket's empty half may stand out, and so may rounding.
      CHECK(boxes.front().first >= Length::points(-5.1));
      CHECK(boxes.back().second <= Length::points(180) + Length::units(4));
      CHECK(line.runs.back().run.last_of_line);
    }
  }
}

TEST_CASE("most lines of a justified paragraph fill their measure exactly") {
  for (auto const& sample : samples::all) {
    CAPTURE(std::string(sample.language));
    auto const lines = set(repeated(sample, 6), justified(300));
    std::size_t filled = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
      if (lines[i].width == Length::points(300)) ++filled;
    // Armenian and Tamil words are long, and the first are not hyphenated: some lines stay ragged.
    CHECK(2 * filled >= lines.size() - 1);
    CHECK(lines.back().width < Length::points(300));
  }
}

TEST_CASE("white space at a line's end keeps its glyph and has no width") {
  auto const lines = set(paragraph::plain("one two  three"), ragged(45));
  REQUIRE(shown(lines) == "one two  / three");
  page::GlyphRun const& run = lines[0].runs[0].run;
  auto const advance = [&](std::size_t i) {
    return font::scaled(run.glyphs[run.clusters[i].glyphs.start].advance, run.size, run.face->metrics());
  };
  REQUIRE(run.clusters.size() == 9);
  CHECK(run.clusters[7].extra == -advance(7));
  CHECK(run.clusters[8].extra == -advance(8));
  CHECK(run.clusters[3].extra == Length());
}

TEST_CASE("alignment: start, end, centre, either direction") {
  using style::Align;
  Measure measure{.width = Length::points(200), .indent = Length::points(20)};
  auto const left = [&](char const* language, Align align) {
    measure.align_last = align;
    return set(paragraph::plain(std::string_view(language) == "he" ? "שלום" : "word", language), measure)[0];
  };
  SetLine const start = left("en", Align::start);
  CHECK(start.runs[0].run.origin.x == Length::points(20));
  CHECK(left("en", Align::end).runs[0].run.origin.x == Length::points(200) - start.width);
  CHECK(left("en", Align::centre).runs[0].run.origin.x ==
        Length::points(20) + (Length::points(180) - start.width) / 2);
  SetLine const hebrew = left("he", Align::start);
  CHECK(hebrew.runs[0].run.origin.x == Length::points(180) - hebrew.width);
  CHECK(left("he", Align::end).runs[0].run.origin.x == Length());
}

TEST_CASE("a phrase of the other direction keeps its first words on the first line") {
  auto const lines = set(paragraph::plain("כתב New York Times אמר", "he"), ragged(75));
  CHECK(shown(lines) == "כתב New York / Times אמר");
  REQUIRE(lines[0].runs.size() >= 2);
  CHECK(lines[0].runs[0].run.direction == text::Direction::rtl);
  // The Hebrew word stands on the right.
  CHECK(lines[0].runs[0].run.origin.x > lines[0].runs[1].run.origin.x);
}

TEST_CASE("hyphens: a cluster of their own with the text of a soft hyphen") {
  auto const lines = set(hyphenated("a characteristic hyphenation", "en"), justified(62));
  CHECK(shown(lines) == "a character-/ istic hyphen-/ ation");
  page::Cluster const& last = lines[0].runs.back().run.clusters.back();
  CHECK(last.hyphen);
  CHECK(base::slice(lines[0].runs.back().run.text, last.text) == "\u00AD");
  CHECK(last.glyphs.length() == 1);
}

TEST_CASE("a soft hyphen of the source is used, and is not there twice") {
  auto const lines = set(paragraph::plain("Donau\u00ADdampf\u00ADschiff", "de"), ragged(62));
  CHECK(shown(lines) == "Donau-/ dampf-schiff");
  CHECK(lines[0].runs.back().run.clusters.back().hyphen);
  std::size_t hyphens = 0;
  for (page::Cluster const& cluster : lines[0].runs.back().run.clusters) hyphens += cluster.hyphen ? 1 : 0;
  CHECK(hyphens == 1);
}

TEST_CASE("a change of spelling is drawn, and the text stays as it was") {
  auto const lines = set(hyphenated("az asszonnyal", "hu"), justified(58));
  REQUIRE(lines.size() == 2);
  CHECK(without_soft_hyphens(text_of(lines[0]) + text_of(lines[1])) == "az asszonnyal");
  CHECK(shown(lines) == "az asszon-/ nyal");
  page::GlyphRun const& run = lines[0].runs.back().run;
  // "asszony-": the cluster of the n draws n and y.
  page::Cluster const& letters = run.clusters[run.clusters.size() - 2];
  CHECK(base::slice(run.text, letters.text) == "n");
  CHECK(letters.glyphs.length() == 2);
}

TEST_CASE("kept line ends begin new lines and are not justified") {
  auto const lines = set(paragraph::plain("one two\nthree\n\nfour"), justified(200));
  CHECK(lines.size() == 4);
  CHECK(lines[0].width < Length::points(60));
  CHECK(text_of(lines[2]) == "\n");
}

TEST_CASE("a word longer than the line is cut between its letters, and only such a word") {
  auto const lines =
      set(paragraph::plain("see https://example.org/averyveryverylongaddress ok"), justified(70));
  for (SetLine const& line : lines) CHECK(line.width <= Length::points(70));
  CHECK(lines.size() >= 4);
}

TEST_CASE("what no line can hold is reported once for each line") {
  base::Diagnostics diagnostics;
  auto const lines = set_paragraph(paragraph::plain("abc"), ragged(1), workshop(), diagnostics);
  CHECK(lines.size() == 3);
  REQUIRE(diagnostics.list().size() == 3);
  CHECK(diagnostics.list()[0].code == "layout.overfull");
  CHECK(diagnostics.list()[0].source == Range{0, 1});
}

TEST_CASE("punctuation of ideographs loses its empty half at both ends of a line") {
  auto const lines = set(paragraph::plain("「橋がまた開いた。」「橋がまた開いた。」", "ja"), ragged(92));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].runs[0].run.origin.x < Length());
  CHECK(lines[0].runs.back().run.clusters.back().extra < Length());
}

TEST_CASE("ideographs and Latin letters stand a little apart, but not at a line's end") {
  auto const line = set(paragraph::plain("約NHK局", "ja"), ragged(200))[0];
  REQUIRE(line.runs.size() == 3);
  CHECK(line.runs[0].run.clusters.back().extra > Length());
  CHECK(line.runs[0].run.clusters.back().extra < line.runs[0].run.size / 4);
  CHECK(line.runs[1].run.clusters.back().extra > Length());
  CHECK(line.runs[2].run.clusters.back().extra == Length());
}

TEST_CASE("headings: balanced, no lonely word") {
  StyledText const text = paragraph::plain("Iran, Iraq sign memorandum on border security");
  auto const lines = set(text, balanced(190));
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].width > Length::points(70));
}

TEST_CASE("every run knows where in the source it comes from") {
  StyledText text = paragraph::plain("one two three four");
  text.origin = text::Origin::straight(text.utf8.size(), 1000);
  auto const lines = set(text, ragged(50));
  CHECK(lines[0].runs[0].run.source.start == 1000);
  CHECK(lines.back().runs.back().run.source.end == 1000 + text.utf8.size());
}

TEST_CASE("the same paragraph gives the same lines, whatever was set before") {
  for (auto const& sample : samples::all) {
    StyledText const text = repeated(sample, 2);
    Workshop fresh(fonts());
    base::Diagnostics diagnostics;
    auto const one = set_paragraph(text, justified(150), fresh, diagnostics);
    auto const two = set_paragraph(text, justified(150), workshop(), diagnostics);
    REQUIRE(one.size() == two.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
      REQUIRE(one[i].runs.size() == two[i].runs.size());
      for (std::size_t k = 0; k < one[i].runs.size(); ++k) {
        CHECK(one[i].runs[k].run.clusters == two[i].runs[k].run.clusters);
        CHECK(one[i].runs[k].run.glyphs == two[i].runs[k].run.glyphs);
        CHECK(one[i].runs[k].run.origin == two[i].runs[k].run.origin);
      }
    }
  }
}

}  // namespace
}  // namespace ms::layout
