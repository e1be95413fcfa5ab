#include "layout/analysis.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "text/utf8.hpp"
#include "unit/layout/paragraph.hpp"
#include "unit/layout/samples.hpp"

using namespace ms;
using namespace ms::layout;

namespace {

/// "|name:text" behind what there is.
void add(std::string& all, std::string const& name, std::string_view text) {
  if (!all.empty()) all += '|';
  all.append(name).append(":").append(text);
}

/// "Latn:abc |Hebr:…": script runs with their text.
std::string scripts(std::string_view utf8, std::string_view language = "en") {
  std::string all;
  for (ScriptRun const& run : analyse(paragraph::plain(utf8, language)).scripts)
    add(all, text::name_of(run.script), base::slice(utf8, run.range));
  return all;
}

std::string levels(std::string_view utf8, text::Direction direction) {
  StyledText text = paragraph::plain(utf8);
  text.direction = direction;
  std::string all;
  for (text::LevelRun const& run : analyse(text).levels)
    add(all, std::to_string(run.level), base::slice(utf8, run.range));
  return all;
}

void check_covers(Analysis const& analysis, std::string_view utf8) {
  std::size_t at = 0;
  for (ScriptRun const& run : analysis.scripts) {
    CHECK(run.range.start == at);
    CHECK(run.range.end > at);
    CHECK(run.script != text::script_tag("Zyyy"));
    CHECK(run.script != text::script_tag("Zinh"));
    at = run.range.end;
  }
  CHECK(at == utf8.size());
  at = 0;
  for (text::LevelRun const& run : analysis.levels) {
    CHECK(run.range.start == at);
    CHECK(run.range.end > at);
    at = run.range.end;
  }
  CHECK(at == utf8.size());
  CHECK(analysis.graphemes.front() == 0);
  CHECK(analysis.graphemes.back() == utf8.size());
  for (std::size_t i = 1; i < analysis.graphemes.size(); ++i) {
    CHECK(analysis.graphemes[i - 1] < analysis.graphemes[i]);
    CHECK(text::is_boundary(utf8, analysis.graphemes[i]));
  }
}

}  // namespace

TEST_CASE("common characters take the script before them, the first ones that of the first letter") {
  CHECK(scripts("Hello, world. 12") == "Latn:Hello, world. 12");
  CHECK(scripts("12. שלום, abc") == "Hebr:12. שלום, |Latn:abc");
  CHECK(scripts("Привет, «мир»!") == "Cyrl:Привет, «мир»!");
  CHECK(scripts("e\u0301tude о\u0301да") == "Latn:e\u0301tude |Cyrl:о\u0301да");
}

TEST_CASE("a text without letters has the script of its language") {
  CHECK(scripts("1234 – 5", "en") == "Latn:1234 – 5");
  CHECK(scripts("1234", "ar") == "Arab:1234");
  CHECK(scripts("1234!", "ja") == "Hani:1234!");
  CHECK(scripts("…", "und") == "Latn:…");
}

TEST_CASE("a closing bracket has the script of its opening one, and so has what follows") {
  CHECK(scripts("word (слово) 7") == "Latn:word (|Cyrl:слово|Latn:) 7");
  CHECK(scripts("(слово) word") == "Cyrl:(слово) |Latn:word");
  CHECK(scripts("a [b (слово] c") == "Latn:a [b (|Cyrl:слово|Latn:] c");
  CHECK(scripts("слово) word", "ru") == "Cyrl:слово) |Latn:word");
}

TEST_CASE("characters of some scripts only stand with those") {
  CHECK(scripts("NATO、EU。", "ja") == "Latn:NATO|Hani:、|Latn:EU|Hani:。");
  CHECK(scripts("यह NATO।", "hi") == "Deva:यह |Latn:NATO|Deva:।");
  CHECK(scripts("كلمة word، كلمة", "ar") == "Arab:كلمة |Latn:word|Arab:، كلمة");
  CHECK(scripts("one، two") == "Latn:one|Arab:، |Latn:two");
}

TEST_CASE("Han and kana are one run; Hangul is another") {
  CHECK(scripts("カーテンを漢字で。", "ja") == "Hani:カーテンを漢字で。");
  CHECK(scripts("한국(韓國) 말", "ko") == "Hang:한국(|Hani:韓國|Hang:) 말");
}

TEST_CASE("levels: brackets and numbers in right-to-left text, and each line of a verse on its own") {
  using text::Direction;
  CHECK(levels("abc", Direction::ltr) == "0:abc");
  CHECK(levels("abc 12", Direction::rtl) == "2:abc 12");
  CHECK(levels("אב 12 (אב)", Direction::rtl) == "1:אב |2:12|1: (אב)");
  CHECK(levels("abc (אב) c", Direction::ltr) == "0:abc (|1:אב|0:) c");
  CHECK(levels("אב\nabc.\nאב.", Direction::rtl) == "1:אב\n|2:abc|1:.\nאב.");
}

TEST_CASE("the quick way through ASCII finds what the long way finds") {
  std::string const ascii = "Some text, 12%\r\nwith (odd) \t things\n";
  Analysis const quick = analyse(paragraph::plain(ascii));
  CHECK(quick.graphemes == text::grapheme_starts(ascii));
  CHECK(quick.levels.size() == 1);
  CHECK(quick.scripts.size() == 1);
  // The same with one letter more, which takes the long way.
  std::string const longer = ascii + "é";
  Analysis const slow = analyse(paragraph::plain(longer));
  REQUIRE(slow.graphemes.size() == quick.graphemes.size() + 1);
  for (std::size_t i = 0; i < quick.graphemes.size(); ++i) CHECK(slow.graphemes[i] == quick.graphemes[i]);
  CHECK(slow.scripts.size() == 1);
}

TEST_CASE("an empty paragraph has no runs") {
  Analysis const analysis = analyse(paragraph::plain(""));
  CHECK(analysis.levels.empty());
  CHECK(analysis.scripts.empty());
  CHECK(analysis.graphemes == std::vector<std::size_t>{0});
}

TEST_CASE("law: runs cover any text") {
  for (auto const& sample : samples::all) {
    CAPTURE(std::string(sample.language));
    check_covers(analyse(paragraph::plain(sample.text, sample.language)), sample.text);
  }
  constexpr char32_t alphabet[] =
      U"ab (אבب١٢漢カ한ไทยक्ष्।،、\u0301\u200D\u202E\u2067\u2069\n\t\u00A0😀🇩🇪«»“”\uFFFC\U000F0000";
  for (unsigned seed = 0; seed < 500; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string utf8;
    for (auto n = 1 + random() % 30; n > 0; --n)
      text::append(utf8, alphabet[random() % (std::size(alphabet) - 1)]);
    char const* const language = seed % 3 == 0 ? "en" : seed % 3 == 1 ? "ar" : "ja";
    check_covers(analyse(paragraph::plain(utf8, language)), utf8);
  }
}
