#include "text/tag.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>

using namespace ms::text;

TEST_CASE("tags have one canonical form") {
  std::map<std::string, std::string> const cases{
      {"zh-hans", "zh-Hans"}, {"eng", "en"},          {"iw", "he"},   {"in", "id"},
      {"ji", "yi"},           {"EN-us", "en-US"},     {"cmn", "zh"},  {"arb", "ar"},
      {"zh-yue", "yue"},      {"sr-latn", "sr-Latn"}, {"und", "und"}, {"de-DE-1996", "de-DE-1996"},
      {"i-klingon", "tlh"}};
  for (auto const& [tag, canonical] : cases) CHECK(canonical_tag(tag) == canonical);
}

TEST_CASE("codes of two letters are what ICU makes of them before a script") {
  for (char first = 'a'; first <= 'z'; ++first) {
    for (char second = 'a'; second <= 'z'; ++second) {
      std::string const code{first, second};
      std::string canonical = canonical_tag(code + "-Cyrl").value_or("");
      // What stands for a language in its Latin script ("sh") already says so.
      if (code == "sh") canonical = "sr-Latn-Cyrl";
      CHECK(canonical_tag(code).value_or("") + "-Cyrl" == canonical);
    }
  }
}

TEST_CASE("what is not well-formed has none") {
  for (char const* tag : {"", "a", "en--us", "zh_Hans", "abcdefghi", "12", "en-", " en", "日本"})
    CHECK_MESSAGE(!canonical_tag(tag), tag);
  CHECK_FALSE(canonical_tag(std::string(100'000, 'a')));
}

TEST_CASE("language, script and direction of a tag") {
  CHECK(primary_language("zh-Hans") == "zh");
  CHECK(primary_language("fr") == "fr");
  CHECK(script_of_tag("zh-Hans") == script_tag("Hans"));
  CHECK(script_of_tag("zh-TW") == script_tag("Hant"));
  CHECK(script_of_tag("ja") == script_tag("Jpan"));
  CHECK(script_of_tag("fa") == script_tag("Arab"));
  CHECK(script_of_tag("und-Arab") == script_tag("Arab"));
  CHECK(script_of_tag("und") == script_tag("Zzzz"));
  CHECK(script_of_tag("not a tag") == script_tag("Zzzz"));
  CHECK(direction_of_tag("ckb") == Direction::rtl);
  CHECK(direction_of_tag("az-Arab") == Direction::rtl);
  CHECK(direction_of_tag("az") == Direction::ltr);
  CHECK_FALSE(direction_of_tag("und"));
}

TEST_CASE("languages by their own names, whatever language the machine speaks") {
  CHECK(own_name("fr") == "français");
  CHECK(own_name("fa") == "فارسی");
  CHECK(own_name("zh-Hans") == "简体中文");
  CHECK(own_name("und") == "und");
  CHECK(own_name("xxa") == "xxa");
}
