#include "pdf/numbers.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <random>

using namespace ms;

namespace {
std::string thousandths(std::int64_t value) {
  std::string out;
  pdf::append_thousandths(out, value);
  return out;
}
}  // namespace

TEST_CASE("thousandths print as the shortest decimal") {
  CHECK(thousandths(0) == "0");
  CHECK(thousandths(1) == ".001");
  CHECK(thousandths(-20) == "-.02");
  CHECK(thousandths(300) == ".3");
  CHECK(thousandths(1500) == "1.5");
  CHECK(thousandths(-841890) == "-841.89");
  CHECK(thousandths(3000) == "3");
  CHECK(thousandths(1000001) == "1000.001");
}

TEST_CASE("lengths are rounded to the nearest thousandth of a point") {
  auto const printed = [](std::int64_t units) {
    std::string out;
    pdf::append_length(out, base::Length::units(units));
    return out;
  };
  CHECK(printed(0) == "0");
  CHECK(printed(1024) == "1");
  CHECK(printed(-512) == "-.5");
  CHECK(printed(1) == ".001");
  CHECK(printed(-1) == "-.001");
  CHECK(printed(base::Length::points(595.276).units()) == "595.276");
}

TEST_CASE("what is printed reads back as the same number") {
  std::uint32_t const seed = 20240711;
  INFO("seed " << seed);
  std::mt19937_64 random(seed);
  for (int i = 0; i < 2000; ++i) {
    auto const value = static_cast<std::int64_t>(random() % 40'000'000) - 20'000'000;
    std::string const text = thousandths(value);
    CAPTURE(text);
    CHECK(std::llround(std::strtod(text.c_str(), nullptr) * 1000) == value);
    CHECK(text.find("e") == std::string::npos);
  }
}

TEST_CASE("integers and hexadecimal") {
  std::string out;
  pdf::append_integer(out, -9223372036854775807 - 1);
  pdf::append_hex16(out, 0x00AF);
  CHECK(out == "-922337203685477580800AF");
}
