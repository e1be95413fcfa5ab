#include "text/breaks.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <thread>

#include "text/utf8.hpp"

using namespace ms::text;

namespace {

/// The text with "|" where a line may end and "‖" where it must.
std::string shown(std::string_view text, std::string_view language) {
  std::string out;
  std::size_t at = 0;
  for (LineBreak const b : line_breaks(text, language)) {
    out += text.substr(at, b.offset - at);
    if (b.offset < text.size()) out += b.mandatory ? "‖" : "|";
    at = b.offset;
  }
  return out;
}

std::string shown_words(std::string_view text, std::string_view language) {
  std::string out;
  for (Word const w : words(text, language)) {
    out += '[';
    out += text.substr(w.start, w.end - w.start);
    out += ']';
  }
  return out;
}

}  // namespace

TEST_CASE("lines break at spaces, after hyphens, and where they must") {
  CHECK(line_breaks("", "en").empty());
  CHECK(line_breaks("a", "en") == std::vector<LineBreak>{{1, false}});
  CHECK(shown("A well-known word, 12.5 % (no more).", "en") == "A |well-|known |word, |12.5 |% |(no |more).");
  CHECK(shown("one\ntwo\r\nthree\n", "en") == "one\n‖two\r\n‖three\n");
  CHECK(shown("10\u00A0km and\u2060so", "en") == "10\u00A0km |and\u2060so");
}

TEST_CASE("languages without spaces break at words of the dictionary") {
  CHECK(shown("ภาษาไทยไม่มีช่องว่าง", "th") == "ภาษา|ไทย|ไม่มี|ช่อง|ว่าง");
  CHECK(shown("ชาวบ้าน", "und") == shown("ชาวบ้าน", "th"));
  CHECK(line_breaks("ភាសាខ្មែរមិនមានដកឃ្លា", "km").size() > 2);
  CHECK(line_breaks("ພາສາລາວບໍ່ມີຊ່ອງຫວ່າງ", "lo").size() > 2);
  CHECK(line_breaks("မြန်မာစာတွင်စကားလုံးခြားမရှိပါ", "my").size() > 2);
}

TEST_CASE("Japanese and Chinese keep strict kinsoku") {
  CHECK(shown("あーっ、と言う。", "ja") == "あーっ、|と|言|う。");
  CHECK(shown("彼は「はい」と……言った", "ja") == "彼|は|「は|い」|と……|言っ|た");
  CHECK(shown("他说——是", "zh-Hans") == "他|说|——|是");
}

TEST_CASE("curly quotes are brackets in Chinese and Japanese only") {
  CHECK(shown("他说“你好”然后走", "zh-Hans") == "他|说|“你|好”|然|后|走");
  CHECK(shown("他说：“好。”“走”", "zh-Hant") == "他|说：|“好。”|“走”");
  CHECK(shown("他说“你好”然后走", "") == "他|说“你|好”然|后|走");
}

TEST_CASE("Korean breaks between words") {
  CHECK(shown("서울에서 (한국)은 20%가 넘는다", "ko") == "서울에서 |(한국)은 |20%가 |넘는다");
  CHECK(shown("정치·경제·사회", "ko") == "정치·|경제·|사회");
  CHECK(shown("한국 well-known 말", "ko") == "한국 |well-|known |말");
  CHECK(shown("둘\n셋", "ko") == "둘\n‖셋");
}

TEST_CASE("grapheme clusters") {
  CHECK(grapheme_starts("") == std::vector<std::size_t>{0});
  CHECK(grapheme_starts("ab") == std::vector<std::size_t>{0, 1, 2});
  CHECK(grapheme_starts("a\r\nb") == std::vector<std::size_t>{0, 1, 3, 4});
  CHECK(grapheme_starts("éa\u0301x") == std::vector<std::size_t>{0, 2, 5, 6});
  CHECK(grapheme_starts("👩‍👩‍👧🇫🇷") == std::vector<std::size_t>{0, 18, 26});
}

TEST_CASE("words") {
  CHECK(words("", "en").empty());
  CHECK(shown_words("It’s 12.5 — no, “so”!", "en") == "[It’s][12.5][no][so]");
  CHECK(shown_words("ภาษาไทย", "th") == "[ภาษา][ไทย]");
  CHECK(shown_words("议会推迟表决。", "zh") == "[议会][推迟][表决]");
}

TEST_CASE("law: breaks are sorted, end at the end, and never lie inside a cluster") {
  std::string_view const pieces[] = {
      "a",      " ",  "\u0301", "한",     "ᄒ", "\u1161", "\u11AB", "🇫",        "🇷",    "👩",      "\u200D",
      "“",      "”",  "漢",     "。",     "、", "\u0600", "क",      "\u094D",   "ि",    "\u00AD", "-",
      "\u200B", "\n", "\r",     "\u0E33", "ก",  "\uFE0F", "\u2060", "\xF0\x9F", "\xFF", "("};
  for (unsigned seed = 1; seed <= 600; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (std::size_t i = 1 + random() % 20; i > 0; --i) text += pieces[random() % std::size(pieces)];
    for (char const* language : {"", "ja", "zh-Hant", "ko", "th"}) {
      CAPTURE(seed);
      CAPTURE(language);
      auto const clusters = grapheme_starts(text);
      REQUIRE(std::is_sorted(clusters.begin(), clusters.end()));
      auto const breaks = line_breaks(text, language);
      REQUIRE(breaks.back() == LineBreak{text.size(), false});
      for (std::size_t i = 0; i < breaks.size(); ++i) {
        if (i > 0) REQUIRE(breaks[i - 1].offset < breaks[i].offset);
        REQUIRE(std::binary_search(clusters.begin(), clusters.end(), breaks[i].offset));
      }
    }
  }
}

TEST_CASE("threads do not share iterators") {
  std::string const text = "Two words ภาษาไทย";
  auto const expected = line_breaks(text, "th");
  std::vector<std::thread> threads;
  std::vector<int> right(4, 0);
  for (int& mine : right)
    threads.emplace_back([&] {
      mine = 1;
      for (int i = 0; i < 50; ++i)
        if (line_breaks(text, "th") != expected) mine = 0;
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(right == std::vector<int>(4, 1));
}

TEST_CASE("a megabyte in one line is survived") {
  std::string marks = "a";
  while (marks.size() < 1'000'000) marks += "\u0301";
  CHECK(grapheme_starts(marks).size() == 2);
  CHECK(line_breaks(marks, "en").size() == 1);
  std::string const letters(1'000'000, 'x');
  CHECK(line_breaks(letters, "ja").size() == 1);
  CHECK(words(letters, "en").size() == 1);
  std::string thai;
  while (thai.size() < 1'000'000) thai += "ไทย";
  CHECK(line_breaks(thai, "th").size() > 1);
}
