// Where a sentence ends, as far as marks tell: in any script, with abbreviations and numbers.
#include <doctest/doctest.h>

#include <string>

#include "base/diagnostics.hpp"
#include "read/lines.hpp"
#include "read/read.hpp"

namespace {

ms::read::Line line_of(std::string const& text) {
  return ms::read::lines_of(text).front();
}

}  // namespace

TEST_CASE("a full stop inside of a line ends a sentence, after an abbreviation or a number it does not") {
  for (char const* const text :
       {"The bridge was closed. Nobody knew why", "The year of the flood was 2025. Nobody knew why",
        "ድልድዩ ለረጅም ጊዜ ተዘግቷል፡፡ ማንም አላወቀም", "桥已经关闭了很长时间没有人知道。为什么",
        "Der Steg war gesperrt. Niemand wusste warum"}) {
    INFO(std::string(text));
    CHECK(line_of(text).has_sentence_inside);
  }
  for (char const* const text :
       {"Ein Kommentar von Anna Weber, Dienstag, 3. März 2026",
        "Los restos del huracán llegan a EE. UU. el lunes", "A long way to the U.S. Capitol for the mayor",
        "สมหญิง รักไทย เมื่อวันที่ 3 มีนาคม พ.ศ. 2569", "How the paper of example.org. was made & Co.: The story"}) {
    INFO(std::string(text));
    CHECK_FALSE(line_of(text).has_sentence_inside);
  }
}

TEST_CASE("Ethiopic full stops are typed as two word separators, too") {
  CHECK(line_of("ድልድዩ ለረጅም ጊዜ ተዘግቷል፡፡").ends_with_stop);
  CHECK(line_of("ድልድዩ ለረጅም ጊዜ ተዘግቷል።").ends_with_stop);
  CHECK_FALSE(line_of("ድልድዩ ለረጅም ጊዜ ተዘግቷል፡").ends_with_stop);
}

TEST_CASE("a text of very many lines with hardly anything in them is kept, many lines a block") {
  for (ms::read::Format const format : {ms::read::Format::text, ms::read::Format::markdown}) {
    for (std::string const line : {"a\n", "- a\n", "a\n\n", "> a\n"}) {
      INFO(line);
      std::string source;
      for (int i = 0; i < 50'000; ++i) source += line;
      ms::base::Diagnostics diagnostics;
      ms::read::Reading const reading = ms::read::read({"-", source, format}, {}, diagnostics);
      CHECK(reading.documents.front().blocks.size() < 200);
      CHECK(reading.text.size() + 8 > source.size());
      CHECK(ms::text::edited(reading.source.text, reading.edits) == reading.text);
      CHECK(ms::text::edited(reading.text, ms::text::inverse(reading.source.text, reading.edits)) == source);
    }
  }
  // A list of words is one of paragraphs as long as it is no longer than lists are.
  std::string words;
  for (int i = 0; i < 3000; ++i) words += "word\n\n";
  ms::base::Diagnostics diagnostics;
  ms::read::Reading const reading = ms::read::read({"-", words, ms::read::Format::text}, {}, diagnostics);
  CHECK(reading.documents.front().blocks.size() == 3000);
}
