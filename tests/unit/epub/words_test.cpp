// Labels, tags, dates and links.
#include <doctest/doctest.h>

#include "epub/chapter.hpp"
#include "epub/labels.hpp"
#include "epub/links.hpp"
#include "epub/place.hpp"
#include "text/tag.hpp"

using namespace ms;
using namespace ms::epub;

TEST_CASE("labels in many languages") {
  CHECK(label_languages() == 71);
  CHECK(summary_languages() == 23);
  auto const contents = [](std::string_view language) { return label(language, Labels::contents); };
  CHECK(contents("de-AT").text == "Inhalt");
  CHECK(contents("de-AT").place.language == "de-AT");
  CHECK(contents("zh-Hant-HK").text == "目錄");
  CHECK(contents("zh-CN").text == "目录");
  CHECK(contents("sr").text == "Садржај");
  CHECK(contents("sr-Latn-RS").text == "Sadržaj");
  CHECK(contents("tl").text == "Nilalaman");
  CHECK(contents("tl").place.language == "tl");
  CHECK(contents("ur").place.direction == text::Direction::rtl);
  CHECK(contents("und").text == "Contents");
  CHECK(contents("und").place.language == "en");
  CHECK(contents("haw").place.language == "en");
}

TEST_CASE("every label is written in its language's script") {
  for (char const* language : {"am", "ar", "bg", "bn", "el", "fa", "gu", "he", "hi", "hy", "ka", "km", "kn",
                               "lo", "ml", "mr", "my", "ne", "pa", "ru", "si", "ta", "te", "th", "uk", "ur"})
    for (Labels const which :
         {Labels::contents, Labels::title_page, Labels::start, Labels::source, Labels::untitled}) {
      CAPTURE(language);
      Label const one = label(language, which);
      CHECK(one.place.language == language);
      CHECK(text::main_script(one.text) == text::script_of_tag(language));
    }
}

TEST_CASE("summaries") {
  CHECK(accessibility_summary("ja", Described::all_images).text ==
        "本文はすべて拡大、表示の変更、読み上げができます。目次があります。すべての画像に代替テキストがありま"
        "す。");
  CHECK(accessibility_summary("sv", Described::not_all_images).text.find("ning. Vissa bilder") !=
        std::string::npos);
  CHECK(accessibility_summary("sw", Described::no_images).place.language == "en");
}

TEST_CASE("tags for reading systems") {
  CHECK(ebook_tag("zh") == "zh-Hans");
  CHECK(ebook_tag("zh-TW") == "zh-Hant-TW");
  CHECK(ebook_tag("zh-hant") == "zh-Hant");
  CHECK(ebook_tag("zh-HK") == "zh-Hant-HK");
  CHECK(ebook_tag("eng") == "en");
  CHECK(ebook_tag("sr-Latn") == "sr-Latn");
  CHECK_FALSE(ebook_tag("C.UTF-8"));
  CHECK_FALSE(ebook_tag(""));
}

TEST_CASE("strings that show their direction") {
  using text::Direction;
  CHECK(marked("abc", Direction::ltr) == "abc");
  CHECK(marked("123", Direction::ltr) == "123");
  CHECK(marked("שלום world", Direction::ltr) == "\u200Eשלום world");
  CHECK(marked("שלום", Direction::rtl) == "שלום");
  CHECK(marked("2025 שלום", Direction::rtl) == "\u200F2025 שלום");
  CHECK(marked("\u200Fabc", Direction::rtl) == "\u200Fabc");
  CHECK(marked("", Direction::rtl).empty());
}

TEST_CASE("dates") {
  for (char const* good :
       {"2025", "2025-08", "2025-08-11", "2025-08-11T10:00:00Z", "2025-08-11T10:00:00+03:30"})
    CHECK(valid_date(good) == good);
  CHECK(valid_date("2025-08-11T10:00") == "2025-08-11");
  CHECK(valid_date("2025-08-11T25:00:00Z") == "2025-08-11");
  for (char const* bad :
       {"", "11 August 2025", "2025-13-01", "2025-00", "2025-08-32", "25-08-11", "2025/08/11"})
    CHECK_MESSAGE(valid_date(bad).empty(), bad);
}

TEST_CASE("links that may leave a book") {
  CHECK(safe_link("HTTPS://Example.org:8080/a%20b#c#d") == "https://Example.org:8080/a%20b#c%23d");
  CHECK(safe_link("http://bücher.example/über?x=[1]") == "http://bücher.example/%C3%BCber?x=%5B1%5D");
  CHECK(safe_link("mailto:a@example.org") == "mailto:a@example.org");
  CHECK(safe_link("tel:+49 30 1") == "tel:+49%2030%201");
  for (char const* bad :
       {"", "example.org", "ftp://example.org/", "http:example.org", "http://user@example.org/",
        "http://exa mple.org/", "http://example.org:port/", "mailto:", "//example.org/"})
    CHECK_MESSAGE(!safe_link(bad), bad);
}
