// What --explain tells: each change once, in its group, in words that can be checked against the source.
#include "convert/explain.hpp"

#include <doctest/doctest.h>

#include "read/read.hpp"

namespace {

using namespace ms;

constexpr std::string_view article =
    "Copy link\n"
    "Council delays vote\n"
    "The council said on \"Tuesday\" that it would wait until the spring before it decides about the "
    "bridge.\n"
    "Residents disagreed at once; one of them called the \"delay\" a gift to no one, and others left the "
    "hall.\n"
    "Source: https://example.org/vote?utm_source=mail\n";

std::string explained(std::string_view text, bool raw = false) {
  base::Diagnostics diagnostics;
  read::Options options;
  options.language = "en";
  options.raw = raw;
  return convert::explanation(
      read::read({"a.txt", std::string(text), read::Format::text}, options, diagnostics));
}

bool tells(std::string const& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an explanation names what went, what moved and what changed") {
  std::string const text = explained(article);
  INFO(text);
  CHECK(tells(text, "a.txt\n  Council delays vote\n  language en\n  encoding UTF-8, "));
  CHECK(tells(text, "\nRemoved (1)\n     1:1  Copy link\n          residue.clipboard, 98 %: "));
  CHECK(tells(text,
              "\nMoved to the metadata (1)\n     5:1  Source: https://example.org/vote?utm_source=mail\n"));
  CHECK(tells(text, "\nCharacters changed (4)\n"));
  CHECK(tells(text, "\" became “, 2 times  quote.pairs\n"));
  CHECK(tells(text, "\nLines joined and paragraphs parted ("));
}

TEST_CASE("what cannot be seen is told by its number") {
  CHECK(tells(explained("One\xE2\x80\x8Bword is here, and a good many more of them follow it.\n"),
              "U+200B became nothing  char.zero-width-space"));
}

TEST_CASE("a source that needs no change is said to need none") {
  CHECK(tells(explained("One sentence, as clean as can be.\n", true), "Nothing was changed."));
}
