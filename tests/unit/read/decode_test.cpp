#include <doctest/doctest.h>

#include "base/failure.hpp"
#include "read/decode.hpp"
#include "read/read.hpp"
#include "text/encoding.hpp"
#include "unit/read/samples.hpp"

namespace {

using namespace ms;
using namespace std::string_view_literals;

read::DecodedSource decoded(std::string_view bytes, std::string_view declared = {}) {
  base::Diagnostics diagnostics;
  return read::decode(bytes, declared, diagnostics);
}

/// Text in the bytes of a single-byte encoding, as an old program wrote it.
std::string encoded(std::string_view utf8, std::string_view encoding) {
  auto const bytes = text::encoded_bytewise(utf8, encoding);
  REQUIRE(bytes);
  return *bytes;
}

}  // namespace

TEST_CASE("labels of the Web") {
  CHECK(text::encoding_named("latin1") == "windows-1252");
  CHECK(text::encoding_named(" GB2312 ") == "gb18030");
  CHECK(text::encoding_named("Shift_JIS") == "Shift_JIS");
  CHECK(text::encoding_named("UTF8") == "UTF-8");
  CHECK(!text::encoding_named(""));
  CHECK(!text::encoding_named("klingon"));
}

TEST_CASE("old encodings are found by their letters") {
  std::string const russian =
      "Деревня решила, что башня ей так больше нравится. Инженеры предлагали поднять фундамент.";
  for (std::string_view const encoding : {"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866"}) {
    INFO(encoding);
    CHECK(decoded(encoded(russian, encoding)).decoded.utf8 == russian);
  }
  std::string const german =
      "Der Küster sagte: „Gerade würde er uns fehlen“ – und schüttelte den Kopf über die Größe.";
  CHECK(decoded(encoded(german, "windows-1252")).decoded.utf8 == german);
  std::string const greek = "Το χωριό αποφάσισε ότι ο πύργος του αρέσει έτσι όπως είναι, στραβός και παλιός.";
  CHECK(decoded(encoded(greek, "windows-1253")).decoded.utf8 == greek);
  std::string const thai = "หอนาฬิกาของหมู่บ้านเอียงมากกว่าปีที่แล้วสามองศา และชาวบ้านตัดสินใจว่าชอบแบบนี้";
  CHECK(decoded(encoded(thai, "windows-874")).decoded.utf8 == thai);
}

TEST_CASE("what is declared counts when it is possible") {
  std::string const bytes = encoded("Łódź i Gdańsk", "ISO-8859-2");
  CHECK(decoded(bytes, "iso-8859-2").encoding == "ISO-8859-2");
  CHECK(decoded("plain é", "iso-8859-2").encoding == "UTF-8");
  CHECK(decoded("caf\xE9", "utf-8").encoding == "windows-1252");
  CHECK(decoded("caf\xE9", "klingon").encoding == "windows-1252");
  std::string const russian = "Деревня решила, что башня ей так больше нравится.";
  CHECK(decoded(encoded(russian, "KOI8-R"), "koi8-r").decoded.utf8 == russian);
  CHECK(decoded(encoded(russian, "windows-1251"), "iso-8859-1").decoded.utf8 == russian);
}

TEST_CASE("escapes of a seven-bit encoding count where the rest is valid in it") {
  std::string const chinese = "~{<:Ky2;~} one ~{<:Ky2;~}\n";
  std::string all;
  while (all.size() < 10000) all += chinese;
  CHECK(decoded(all).encoding == "HZ-GB-2312");
  CHECK(decoded(all).decoded.invalid == 0);
  // The other bytes begin late, or at once.
  CHECK(decoded(all + "caf\xE9 gr\xFC\xDF").encoding != "HZ-GB-2312");
  CHECK(decoded("caf\xE9 gr\xFC\xDF, \xE9t\xE9 " + all).encoding != "HZ-GB-2312");
}

TEST_CASE("one replacement for each maximal invalid part, and where it came from") {
  text::Decoded const found = text::decoded("a\xE2\x82z\xF0\x9F\x98\xFF"sv, "UTF-8");
  CHECK(found.utf8 == "a\uFFFDz\uFFFD\uFFFD");
  CHECK(found.invalid == 3);
  CHECK(found.origin.source_of({1, 4}) == base::Range{1, 3});
  CHECK(found.origin.source_of({4, 5}) == base::Range{3, 4});
  CHECK(found.origin.source_of({5, 8}) == base::Range{4, 7});
}

TEST_CASE("origins of any encoding cover the text in order") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    samples::Random random(seed);
    std::string const bytes = samples::nasty_bytes(random);
    for (std::string_view const encoding :
         {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "windows-1252", "windows-1255", "Shift_JIS", "gb18030",
          "Big5", "EUC-KR", "EUC-JP", "ISO-2022-JP"}) {
      INFO(encoding);
      text::Decoded const found = text::decoded(bytes, encoding);
      std::size_t at = 0, source = 0;
      for (text::OriginPiece const& piece : found.origin.pieces()) {
        CHECK(piece.text.start == at);
        CHECK(piece.source.start >= source);
        CHECK(piece.source.end <= bytes.size());
        at = piece.text.end;
        source = piece.source.end;
      }
      CHECK(at == found.utf8.size());
    }
  }
}

TEST_CASE("no text") {
  CHECK(read::looks_binary("\x89PNG\r\n\x1A\n"sv, "windows-1252"));
  CHECK(read::looks_binary("%PDF-1.7\n"sv, "UTF-8"));
  CHECK(read::looks_binary("PK\3\4rest"sv, "UTF-8"));
  CHECK(read::looks_binary(std::string(50, '\0'), "UTF-8"));
  CHECK(!read::looks_binary("Pk is no zip, and PDF is a word"sv, "UTF-8"));
  CHECK(!read::looks_binary("T\0e\0x\0t\0"sv, "UTF-16LE"));
  CHECK(!read::looks_binary(""sv, "UTF-8"));
}

TEST_CASE("formats by ending, then by bytes") {
  using read::Format;
  CHECK(read::guess_format("a.md", "") == Format::markdown);
  CHECK(read::guess_format("a.HTML", "") == Format::html);
  CHECK(read::guess_format("a.txt", "<html>") == Format::text);
  CHECK(read::guess_format("-", "<!DOCTYPE html><p>") == Format::html);
  CHECK(read::guess_format("-", "\xEF\xBB\xBF <?xml version='1.0'?><rss>") == Format::feed);
  CHECK(read::guess_format("-", "{\"manyscript\": 1}") == Format::json);
  CHECK(read::guess_format("-", "Text") == Format::text);
  CHECK(read::guess_format("-", "<p>Rye is <b>patient</b>.</p>") == Format::html);
  CHECK(read::guess_format("-", "<pre is what it costs") == Format::text);
  CHECK(read::guess_format("a.json", "{\"pandoc-api-version\":[1,22],\"meta\":{}}") == Format::pandoc);
  for (Format const format : {Format::automatic, Format::text, Format::html, Format::markdown, Format::feed,
                              Format::json, Format::pandoc})
    CHECK(read::format_named(read::name_of(format)) == format);
  CHECK(!read::format_named("docx"));
}

TEST_CASE("places are lines and columns of code points") {
  read::Source source;
  source.text = "äb\r\ncd\re\n";
  read::Places const places(source);
  CHECK(places.of(0).line == 1);
  CHECK(places.of(2).column == 2);
  CHECK(places.of(5).line == 2);
  CHECK(places.of(5).column == 1);
  CHECK(places.of(8).line == 3);
  CHECK(places.of(1000).line == 4);
}

TEST_CASE("Markdown is known by several kinds of marks, whatever the file is called") {
  using read::Format;
  for (char const* const markdown :
       {"## Rye\n\nIt **keeps** for a week.\n\n- flour\n- water\n\nSee [this](https://e.org).\n",
        "# Rye\n\nText.\n\n## Water\n\nText.\n",
        "Three things:\n\n1. **Acid**: low.\n2. **Water**: bound.\n3. **Time**: much.\n",
        "| Day | Taste |\n|-----|-------|\n| 1 | flat |\n\n**Best** on the third, see [b](c.png).\n"}) {
    CHECK(read::guess_format("a.txt", markdown) == Format::markdown);
    CHECK(read::guess_format("-", markdown) == Format::markdown);
  }
  for (char const* const text :
       {"# a comment\nrm -rf build\n# another\ncmake -B build\n",
        "> Have you seen it?\n> Yes.\n\n* * *\n\nYours\n", "1. One\n2. Two\n3. Three\n\n- four\n",
        "The score was 3 ** 4, he said, and 2 ** 2.\n",
        "#rye #bread #water\n\nIt keeps [1](2 pages) for a week.\n", "|---|\n\n* one\n* two\n"})
    CHECK(read::guess_format("a.txt", text) == Format::text);
}
