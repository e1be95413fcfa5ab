#include "text/direction.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace ms::text;

namespace {
constexpr char const* rle = "\u202B";
constexpr char const* pdf = "\u202C";
constexpr char const* lri = "\u2066";
constexpr char const* pdi = "\u2069";

std::string joined(std::initializer_list<char const*> parts) {
  std::string out;
  for (char const* part : parts) out += part;
  return out;
}
}  // namespace

TEST_CASE("the direction is that of most strong characters, not of the first") {
  CHECK(majority_direction("A plain sentence.") == Direction::ltr);
  CHECK(majority_direction("BBC گزارش داد که هزار نفر امضا کرده‌اند") ==
        Direction::rtl);
  CHECK(majority_direction("המועצה מסרה ל-Reuters כי תמתין") == Direction::rtl);
  CHECK(majority_direction("The word سلام means peace") == Direction::ltr);
}

TEST_CASE("no strong character or a balance says nothing") {
  CHECK_FALSE(majority_direction(""));
  CHECK_FALSE(majority_direction("12.5 % (…)"));
  CHECK_FALSE(majority_direction("ab אב"));
}

TEST_CASE("what is isolated or embedded is left aside") {
  CHECK(majority_direction(joined({"שלום ", lri, "a long English title", pdi, " סוף"})) == Direction::rtl);
  CHECK(majority_direction(joined({"one ", rle, "שלום לכולם שלום", pdf, " two"})) == Direction::ltr);
  CHECK(majority_direction(joined({"ab ", lri, "x", rle, "אבגד", pdi, " אבג"})) == Direction::rtl);
}

TEST_CASE("controls without a partner hide nothing") {
  CHECK(majority_direction(joined({lri, "שלום לכולם"})) == Direction::rtl);
  CHECK(majority_direction(joined({pdf, pdi, "שלום", pdi})) == Direction::rtl);
  CHECK(majority_direction(joined({lri, "abcdef", "\n", "אב", pdi})) == Direction::ltr);
}

TEST_CASE("a text that is wholly embedded has the direction of its letters") {
  CHECK(majority_direction(joined({rle, "سلام دنیا", pdf})) == Direction::rtl);
}

TEST_CASE("a hundred thousand open isolates are survived") {
  std::string hostile;
  for (int i = 0; i < 100'000; ++i) hostile += lri;
  hostile += "שלום";
  for (int i = 0; i < 100'000; ++i) hostile += rle;
  CHECK(majority_direction(hostile) == Direction::rtl);
  CHECK_FALSE(majority_direction("\xFF\xE2\x80"));
}
