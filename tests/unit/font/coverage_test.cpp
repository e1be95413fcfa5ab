#include "font/coverage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

using ms::font::Coverage;

namespace {

Coverage random_coverage(std::mt19937& random) {
  auto const step = [&] { return static_cast<char32_t>(random() % (random() % 4 == 0 ? 70'000 : 20)); };
  std::vector<Coverage::Block> blocks;
  for (char32_t at = step(); at < 0x110000 && blocks.size() < 40;) {
    char32_t const last = std::min<char32_t>(0x10FFFF, at + step());
    blocks.push_back({at, last});
    at = last + 2 + step();
  }
  return Coverage(blocks);
}

}  // namespace

TEST_CASE("a coverage knows what is in its blocks and what is between them") {
  Coverage const coverage({{0x20, 0x7E}, {0xA0, 0xA0}, {0x10FFFE, 0x10FFFF}});
  for (char32_t const c : {U' ', U'A', U'~', U'\u00A0', U'\U0010FFFE', U'\U0010FFFF'}) CHECK(coverage.has(c));
  for (char32_t const c : {U'\0', U'\x1F', U'\x7F', U'\x9F', U'\u00A1', U'\U0010FFFD'})
    CHECK(!coverage.has(c));
  CHECK(coverage.text() == "20+5e 21+0 10ff5d+1");
  CHECK(!Coverage().has(U' '));
}

TEST_CASE("law: the text of a coverage reads back as the same coverage") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    Coverage const coverage = random_coverage(random);
    auto const read = Coverage::parse(coverage.text());
    REQUIRE(read.has_value());
    CHECK(*read == coverage);
  }
  CHECK(Coverage::parse("") == Coverage());
}

TEST_CASE("what is not the text of a coverage reads as nothing") {
  for (char const* const text : {"20", "20+", "+5", "20+5 ", " 20+5", "20-5", "20+5,21+0", "x+1", "110000+0",
                                 "10ffff+1", "20+ffffffff", "ffffffff+ffffffff", "20+5  21+0"}) {
    CAPTURE(std::string(text));
    CHECK(!Coverage::parse(text).has_value());
  }
}

TEST_CASE("law: random bytes never read as a coverage that breaks the order of blocks") {
  constexpr char letters[] = "0123456789abcdef+ ";
  for (unsigned seed = 0; seed < 2000; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string text;
    for (auto n = random() % 30; n > 0; --n) text += letters[random() % (sizeof letters - 1)];
    auto const coverage = Coverage::parse(text);
    if (!coverage) continue;
    char32_t end = 0;
    for (auto const block : coverage->blocks()) {
      CHECK(block.first >= end);
      CHECK(block.last >= block.first);
      CHECK(block.last < 0x110000);
      end = block.last + 1;
    }
  }
}
