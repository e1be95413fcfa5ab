#include <doctest/doctest.h>

#include <set>

#include "normalise/normalise.hpp"
#include "normalise/quote_table.hpp"
#include "text/utf8.hpp"

namespace {

using namespace ms;

/// The same numbers on every machine (xorshift).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 2685821657736338717u + 1) {}
  std::size_t below(std::size_t limit) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<std::size_t>(state_ % limit);
  }

 private:
  std::uint64_t state_;
};

constexpr std::string_view languages[] = {"en", "de", "fr", "fa", "ur", "ckb",
                                          "he", "th", "ko", "ja", "ro", "und"};

std::string random_text(Random& random) {
  constexpr std::u32string_view pool =
      U"  "
      U"\n\t\u00A0\u200B\u200C\u200D\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
      U"\uFEFF\u0301\u00AD"
      U"\u3000\u2003\"'\"'-.,“”„«»’&;abzЖяאביكيهدگกำํ่าा्क한中あｱﾞ⽇ﬁﺳﻼ１٢５x👨👩\U0001F468";
  std::u32string text;
  std::size_t const length = 1 + random.below(60);
  for (std::size_t i = 0; i < length; ++i) text += pool[random.below(pool.size())];
  return text::to_utf8(text);
}

text::Edits edits_of(std::string_view text, std::string_view language, normalise::Selection const& selection,
                     normalise::Stage stage = normalise::Stage::block) {
  base::Diagnostics diagnostics;
  normalise::Context context;
  context.language = language;
  context.language_is_sure = language != "und";
  return normalise::normalise(text, context, selection, diagnostics, stage);
}

}  // namespace

TEST_CASE("normalising twice changes nothing more") {
  normalise::Selection everything;
  for (normalise::Rule const& rule : normalise::rules()) everything.keep.emplace_back(rule.name);
  for (normalise::Selection const& selection : {normalise::Selection{}, everything}) {
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
      CAPTURE(seed);
      Random random(seed);
      std::string const text = random_text(random);
      std::string_view const language = languages[random.below(std::size(languages))];
      CAPTURE(language);
      CAPTURE(text);
      for (normalise::Stage const stage : {normalise::Stage::source, normalise::Stage::block}) {
        std::string const once = text::edited(text, edits_of(text, language, selection, stage));
        text::Edits const again = edits_of(once, language, selection, stage);
        CHECK_MESSAGE(again.empty(), once);
      }
    }
  }
}

TEST_CASE("every rule alone is idempotent and its edits are in order") {
  for (normalise::Rule const& rule : normalise::rules()) {
    INFO(rule.name);
    normalise::Selection only;
    for (normalise::Rule const& other : normalise::rules())
      (other.name == rule.name ? only.keep : only.drop).emplace_back(other.name);
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      CAPTURE(seed);
      Random random(seed);
      std::string const text = random_text(random);
      std::string_view const language = languages[random.below(std::size(languages))];
      text::Edits const edits = edits_of(text, language, only, rule.stage);
      text::check_edits(edits, text);
      std::string const once = text::edited(text, edits);
      CHECK(text::is_valid_utf8(once));
      CHECK(edits_of(once, language, only, rule.stage).empty());
    }
  }
}

TEST_CASE("rules have names, sentences and functions, each name once") {
  std::set<std::string_view> names;
  for (normalise::Rule const& rule : normalise::rules()) {
    CHECK(names.insert(rule.name).second);
    CHECK(rule.name.find('.') != std::string_view::npos);
    CHECK(rule.says.ends_with('.'));
    bool const has_function = rule.edits != nullptr;
    CHECK(has_function);
    CHECK((rule.safety != normalise::Safety::optional) == rule.on_by_default);
  }
}

TEST_CASE("quotation marks are known for sixty languages") {
  constexpr std::string_view tags[] = {
      "en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "pl",  "cs", "sk", "sl", "hr", "sr", "bs", "mk",
      "bg", "ro", "hu", "fi", "sv", "da", "nb", "nn", "is", "et",  "lv", "lt", "el", "tr", "az", "kk", "ky",
      "uz", "tg", "hy", "ka", "he", "yi", "ar", "fa", "ps", "ckb", "ur", "ug", "hi", "mr", "ne", "bn", "pa",
      "gu", "ta", "te", "kn", "ml", "si", "th", "lo", "km", "my",  "vi", "id", "ms", "tl", "ko", "am", "ti",
      "sw", "ha", "yo", "ig", "zu", "xh", "af", "eo", "eu", "ca",  "gl", "sq", "mt", "cy", "ga", "be", "mg"};
  for (std::string_view const tag : tags) {
    INFO(tag);
    normalise::QuoteMarks const* const marks = normalise::quote_marks(tag);
    REQUIRE(marks != nullptr);
    CHECK(!marks->open.empty());
    CHECK(!marks->inner_close.empty());
  }
  CHECK(normalise::quote_marks("de-CH")->open == "«");
  CHECK(normalise::quote_marks("de-AT")->open == "„");
  CHECK(normalise::quote_marks("sr-Latn-RS")->close == "”");
  CHECK(normalise::quote_marks("ja") == nullptr);
  CHECK(normalise::quote_marks("zh-Hans") == nullptr);
  CHECK(normalise::quote_marks("und") == nullptr);
}
