#include "base/short_string.hpp"

#include <doctest/doctest.h>

#include <vector>

using ms::base::ShortString;

static_assert(sizeof(ShortString) == 16);

TEST_CASE("a short string is the string it was made of, however long") {
  ShortString const literal = "a sentence that is a literal";
  CHECK(literal == "a sentence that is a literal");
  for (std::size_t length = 0; length < 20; ++length) {
    std::string const text = std::string(length, 'x') + "ä";
    for (ShortString const& one :
         {ShortString(text), ShortString(std::string_view(text)), ShortString(std::string(text))}) {
      CHECK(one == text);
      CHECK(one.size() == text.size());
      ShortString copy = one;
      ShortString const taken = std::move(copy);
      CHECK(taken == one);
      CHECK(copy.empty());  // NOLINT: what was moved is empty, lists that are taken apart rely on it
    }
  }
  CHECK(ShortString().empty());
  CHECK(ShortString("") == ShortString());
}

TEST_CASE("short strings grow, change and forget") {
  ShortString text;
  std::string expected;
  for (int i = 0; i < 30; ++i) {
    text += "ab";
    expected += "ab";
    CHECK(text == expected);
  }
  ShortString other = "a literal that grows";
  other += ", indeed";
  CHECK(other == "a literal that grows, indeed");
  other = text;
  CHECK(other == text);
  ShortString& same = other;
  other = same;
  other = std::move(same);
  CHECK(other == expected);
  other = "short";
  CHECK(other == "short");
  text.clear();
  CHECK(text.empty());
  std::vector<ShortString> many(3, other);
  many.insert(many.begin(), ShortString(expected));
  many.erase(many.begin() + 1);
  CHECK(many[0] == expected);
  CHECK(many[2] == "short");
}
