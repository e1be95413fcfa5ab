#include "base/json_writer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace ms::base;

TEST_CASE("JSON comes in pieces that are the dump of the whole") {
  std::vector<std::string> pieces;
  JsonWriter out([&](std::string_view piece) { pieces.emplace_back(piece); });
  Json expected;
  out.begin_object();
  out.member("empty", Json::object());
  expected["empty"] = Json::object();
  out.key("rows");
  out.begin_array();
  for (int i = 0; i < 20000; ++i) {
    out.begin_array();
    out.value(i);
    out.value("a \"b\" \x01 ä");
    out.value(i % 2 == 0);
    out.end_array();
    expected["rows"].push_back({i, "a \"b\" \x01 ä", i % 2 == 0});
  }
  out.end_array();
  out.end_object();
  std::string whole;
  for (std::string const& piece : pieces) whole += piece;
  CHECK(whole == expected.dump(2));
  CHECK(pieces.size() > 5);
  CHECK(std::ranges::all_of(pieces, [](std::string const& piece) { return piece.size() < 1 << 17; }));
}
