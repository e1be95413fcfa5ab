#include "text/bidi.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "text/utf8.hpp"

using namespace ms::text;
using ms::base::Range;

namespace {

std::vector<LevelRun> runs(std::initializer_list<LevelRun> list) {
  return list;
}

/// Runs cover the text in order, and no two neighbours have one level.
void check_cover(std::vector<LevelRun> const& list, Range whole) {
  std::size_t at = whole.start;
  for (std::size_t i = 0; i < list.size(); ++i) {
    REQUIRE(list[i].range.start == at);
    REQUIRE(list[i].range.end > at);
    if (i > 0) REQUIRE(list[i].level != list[i - 1].level);
    at = list[i].range.end;
  }
  REQUIRE(at == whole.end);
}

}  // namespace

TEST_CASE("plain left-to-right text is one run") {
  CHECK(bidi_levels("", Direction::ltr).empty());
  CHECK(bidi_levels("Plain (text), 12.5 %", Direction::ltr) == runs({{{0, 20}, 0}}));
  CHECK(bidi_levels("тексты 12", Direction::ltr).size() == 1);
}

TEST_CASE("embedded runs have levels of their own, in bytes") {
  std::string const text = "ab אב 12 cd";  // two Hebrew letters are four bytes
  CHECK(bidi_levels(text, Direction::ltr) == runs({{{0, 3}, 0}, {{3, 8}, 1}, {{8, 10}, 2}, {{10, 13}, 0}}));
  CHECK(bidi_levels("אב 😀 c", Direction::rtl) == runs({{{0, 10}, 1}, {{10, 11}, 2}}));
  CHECK(bidi_levels("12", Direction::rtl) == runs({{{0, 2}, 2}}));
}

TEST_CASE("what rule X9 takes out has the level of what is before it") {
  std::string const text = "می\u200Cخواهم x";
  CHECK(bidi_levels(text, Direction::rtl) == runs({{{0, 18}, 1}, {{18, 19}, 2}}));
}

TEST_CASE("trailing white space of a line takes the paragraph's level") {
  std::string const text = "אב גד x";
  auto const levels = bidi_levels(text, Direction::ltr);
  CHECK(levels == runs({{{0, 9}, 1}, {{9, 11}, 0}}));
  CHECK(line_levels(text, levels, {0, 5}, Direction::ltr) == runs({{{0, 4}, 1}, {{4, 5}, 0}}));
  CHECK(line_levels(text, levels, {5, 11}, Direction::ltr) == runs({{{5, 9}, 1}, {{9, 11}, 0}}));
  CHECK(line_levels(text, levels, {4, 5}, Direction::rtl) == runs({{{4, 5}, 1}}));
  CHECK(line_levels(text, levels, {5, 5}, Direction::ltr).empty());
}

TEST_CASE("runs stand in the order of rule L2") {
  CHECK(visual_order({}).empty());
  CHECK(visual_order({0, 1, 0}) == std::vector<std::size_t>{0, 1, 2});
  CHECK(visual_order({1, 2, 1}) == std::vector<std::size_t>{2, 1, 0});
  CHECK(visual_order({0, 1, 2, 1, 0}) == std::vector<std::size_t>{0, 3, 2, 1, 4});
}

TEST_CASE("law: runs cover any text, valid or not, and any line of it") {
  std::string_view const pieces[] = {"a",      "é",      "א",      "م",      "12",     " ",      "\t",
                                     "\u200F", "\u202B", "\u202E", "\u202C", "\u2066", "\u2067", "\u2069",
                                     "😀",      "(",      ")",      "٣",      "\u200C", "\xFF",   "\xE2\x82"};
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string text;
    for (std::size_t i = random() % 40; i > 0; --i) text += pieces[random() % std::size(pieces)];
    auto const direction = random() % 2 == 0 ? Direction::ltr : Direction::rtl;
    auto const levels = bidi_levels(text, direction);
    check_cover(levels, {0, text.size()});
    std::vector<std::size_t> cuts;
    for (CodePointAt const c : code_points(text)) cuts.push_back(c.offset);
    cuts.push_back(text.size());
    std::size_t const a = cuts[random() % cuts.size()], b = cuts[random() % cuts.size()];
    Range const line{std::min(a, b), std::max(a, b)};
    check_cover(line_levels(text, levels, line, direction), line);
  }
}

TEST_CASE("a hundred thousand open isolates are survived") {
  std::string text = "א";
  for (int i = 0; i < 100'000; ++i) text += "\u2067";
  check_cover(bidi_levels(text, Direction::ltr), {0, text.size()});
}
