#include <set>

#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "unicode/data.hpp"

using namespace ms::text;
using namespace unicode_data;

TEST_CASE("NormalizationTest.txt: NFC") {
  Failures failures;
  std::set<std::string> listed;  // characters that part 1 names: all others are their own normal form
  bool is_part_one = false;
  int cases = 0;
  for (std::string const& line : lines("NormalizationTest.txt")) {
    if (line.front() == '@') {
      is_part_one = line.starts_with("@Part1");
      continue;
    }
    ++cases;
    auto const parts = split(line, ';');
    REQUIRE(parts.size() >= 5);
    std::string column[5];
    for (std::size_t i = 0; i < 5; ++i) column[i] = text_of(parts[i]);
    if (is_part_one) listed.insert(column[0]);
    for (std::size_t i = 0; i < 5; ++i) {
      std::string const& expected = i < 3 ? column[1] : column[3];
      if (to_nfc(column[i]) != expected || is_nfc(column[i]) != (column[i] == expected)) failures.add(line);
    }
  }
  CHECK(cases > 18'000);
  CHECK(listed.size() > 10'000);
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string utf8;
    append(utf8, c);
    if (!listed.contains(utf8) && (to_nfc(utf8) != utf8 || !is_nfc(utf8))) failures.add(name_of(c));
  }
  failures.check();
}
