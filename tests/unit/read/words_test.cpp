#include <doctest/doctest.h>

#include <algorithm>

#include <map>
#include <set>

#include "read/calendar.hpp"
#include "read/links.hpp"
#include "read/markers.hpp"
#include "read/people.hpp"
#include "read/words.hpp"

namespace {

using namespace ms;
using read::Key;
using read::Vocabulary;
using read::Word;

std::string names(std::string_view text, std::string_view language) {
  std::string all;
  for (doc::Person const& person : read::people_in(text, Vocabulary::of(language)))
    all += "[" + person.name + "]";
  return all;
}

}  // namespace

TEST_CASE("tables of words are whole") {
  std::set<std::string> languages;
  std::map<std::string, std::set<Word>> kinds;
  for (read::Phrase const& phrase : read::all_phrases()) {
    languages.insert(phrase.language);
    kinds[phrase.language].insert(phrase.kind);
    INFO(phrase.language, ": ", phrase.text);
    // A pattern of two stars, or of nothing but a number, would hold for anything.
    CHECK(phrase.text.find_first_not_of("*# ") != std::string::npos);
    std::size_t const stars =
        static_cast<std::size_t>(std::count(phrase.text.begin(), phrase.text.end(), '*'));
    CHECK(stars <= 1);
    CHECK((stars == 0 || phrase.text.front() == '*' || phrase.text.back() == '*'));
    if (phrase.kind != Word::conjunction) CHECK(!Key(phrase.text).text().empty());
  }
  CHECK(languages.size() >= 26);
  for (auto const& [of, own] : kinds) {
    std::string const language = of;
    if (language == "mul") continue;
    INFO(language);
    for (Word const kind :
         {Word::clipboard, Word::share, Word::related, Word::byline, Word::photo, Word::source, Word::rights})
      CHECK(own.contains(kind));
  }
}

TEST_CASE("keys are blind to case, numbers, spaces and decoration") {
  CHECK(Key("  ▶ Share\u00A0THIS: ").text() == "share this");
  CHECK(Key("12,345 Comments (7)").text() == "#,# comments (#)");
  CHECK(Key("Foto : Ana").text() == "foto: ana");
  CHECK(Key("写真：水嶋").text() == "写真:水嶋");
  CHECK(Key("（责任编辑：韩一鸣）").text() == "责任编辑:韩一鸣");
  CHECK(Key("İlgili").text() == "ilgili");
  CHECK(Key("").text().empty());
  std::string const line = "  By Ana";
  Key const key(line);
  CHECK(line.substr(key.in_line(3)) == "Ana");
}

TEST_CASE("labels of lines") {
  Vocabulary const german = Vocabulary::of("de");
  CHECK(german.labels(Key("Link kopieren")).is(Word::clipboard));
  CHECK(german.labels(Key("Copy link")).is(Word::clipboard));  // pages of any language have English buttons
  CHECK(german.labels(Key("5 Min. Lesezeit")).is(Word::reading_time));
  std::string const line = "Von Katrin Ohlendorf";
  auto const rest = german.labels(Key(line)).begins(Word::byline);
  REQUIRE(rest);
  CHECK(base::slice(line, *rest) == "Katrin Ohlendorf");
  CHECK(!german.labels(Key("Vonseiten der Stadt")).begins(Word::byline));
  CHECK(!german.labels(Key("Von")).begins(Word::byline));
  Vocabulary const korean = Vocabulary::of("ko");
  std::string const reporter = "한서윤 기자";
  auto const before = korean.labels(Key(reporter)).ends(Word::byline);
  REQUIRE(before);
  CHECK(base::slice(reporter, *before) == "한서윤 ");
  CHECK(korean.made_of(Word::share, Word::clipboard, Key("공유 페이스북 카카오톡 URL복사")) == 4);
  CHECK(korean.made_of(Word::share, Word::clipboard, Key("공유 정책 발표")) == 0);
  CHECK(german.month("März") == 3);
  CHECK(Vocabulary::of("fa").month("دی") == 110);
  CHECK(Vocabulary::of("und").month("styczeń") == 1);
}

TEST_CASE("names of people") {
  CHECK(names("Nora Whitcombe", "en") == "[Nora Whitcombe]");
  CHECK(names("Ana Šimić and John B. Smith", "en") == "[Ana Šimić][John B. Smith]");
  CHECK(names("Sarah Whitcombe in Barcelona", "en") == "[Sarah Whitcombe]");
  CHECK(names("John Smith, Political Editor", "en") == "[John Smith]");
  CHECK(names("Ludwig van Beethoven und Jan de Vries", "de") == "[Ludwig van Beethoven][Jan de Vries]");
  CHECK(names("سلمى الحوراني", "ar") == "[سلمى الحوراني]");
  CHECK(names("水嶋佐和子、山田太郎", "ja") == "[水嶋佐和子][山田太郎]");
  CHECK(names("沈若溪", "zh") == "[沈若溪]");
  CHECK(names("road the trip is shorter", "en").empty());
  CHECK(names("", "en").empty());
  CHECK(read::is_only_names("Stefan Trunzik, ", Vocabulary::of("de")));
  CHECK(!read::is_only_names("Nur ein Satz", Vocabulary::of("de")));
}

TEST_CASE("days of other calendars") {
  using read::Calendar;
  CHECK(read::iso_day({2025, 8, 11}, Calendar::gregorian) == "2025-08-11");
  CHECK(!read::iso_day({2025, 2, 29}, Calendar::gregorian));
  CHECK(read::iso_day({2024, 2, 29}, Calendar::gregorian) == "2024-02-29");
  CHECK(read::iso_day({1405, 1, 29}, Calendar::persian) == "2026-04-18");
  CHECK(read::iso_day({1403, 12, 30}, Calendar::persian) == "2025-03-20");  // a leap year
  CHECK(read::iso_day({1404, 1, 1}, Calendar::persian) == "2025-03-21");
  CHECK(!read::iso_day({1404, 12, 30}, Calendar::persian));
  CHECK(read::iso_day({1357, 11, 22}, Calendar::persian) == "1979-02-11");
  CHECK(read::iso_day({1446, 11, 22}, Calendar::islamic) == "2025-05-20");
  CHECK(read::iso_day({2018, 6, 12}, Calendar::ethiopic) == "2026-02-19");
  CHECK(read::iso_day({2017, 1, 1}, Calendar::ethiopic) == "2024-09-11");
  CHECK(read::iso_day({2016, 1, 1}, Calendar::ethiopic) == "2023-09-12");  // after a leap year
}

TEST_CASE("addresses and what counts clicks in them") {
  CHECK(read::without_tracking("https://e.org/a?utm_source=x&id=3&fbclid=9#part") ==
        "https://e.org/a?id=3#part");
  CHECK(read::without_tracking("https://e.org/a?utm_source=x#ixzz12") == "https://e.org/a");
  CHECK(read::without_tracking("https://e.org/a?") == "https://e.org/a");
  CHECK(
      read::without_tracking("https://www.google.com/url?q=https://e.org/a%3Fid%3D3%26utm_source%3Dx&sa=D") ==
      "https://e.org/a?id=3");
  CHECK(read::without_tracking("https://l.facebook.com/l.php?h=1&u=https%3A%2F%2Fe.org%2F%C3%A4%20b") ==
        "https://e.org/%C3%A4%20b");
  CHECK(read::without_tracking(
            "https://eur01.safelinks.protection.outlook.com/?url=http%3A%2F%2Fe.org&data=5") ==
        "http://e.org");
  for (char const* const other :
       {"https://www.google.com/search?q=https://e.org", "https://www.google.com/url?q=javascript:alert(1)",
        "https://e.org/url?q=https://f.org", "https://www.google.com/url", "https://www.google.com/url?q"})
    CHECK(read::without_tracking(other) == other);
  std::string const line = "See (https://e.org/a).";
  auto const found = read::address_in(line);
  REQUIRE(found);
  CHECK(base::slice(line, *found) == "https://e.org/a");
  CHECK(!read::address_in("no address"));
}

TEST_CASE("markers of lists") {
  auto const text_of = [](std::string_view line) {
    auto const marker = read::marker_of(line);
    return marker ? std::string(line.substr(marker->text)) : std::string();
  };
  CHECK(text_of("• one") == "one");
  CHECK(text_of("•one") == "one");
  CHECK(text_of("- one") == "one");
  CHECK(text_of("-one").empty());
  CHECK(text_of("12) one") == "one");
  CHECK(text_of("١. خمسة") == "خمسة");
  CHECK(text_of("一、道路") == "道路");
  CHECK(text_of("(3) one") == "one");
  CHECK(text_of("①one") == "one");
  CHECK(text_of("3.5 million").empty());
  CHECK(text_of("1989. A year").empty());
  CHECK(text_of("*bold* text").empty());
  CHECK(read::is_separator("* * *"));
  CHECK(read::is_separator("⁂"));
  CHECK(!read::is_separator("..."));
  CHECK(!read::is_separator("- one"));
}
