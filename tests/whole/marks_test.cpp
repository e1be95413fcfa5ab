// Letters with combining marks that no single character stands for, as DIN 91379 asks offices to write and
// print them: what is copied out of the PDF is the sequence that was put in.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "whole/program.hpp"

namespace {

/// The letters below carry the marks beside them, in both cases; marks of one string are stacked.
struct Letters {
  char const* letter;
  std::vector<char const*> marks;
};

std::vector<Letters> const& sequences() {
  static std::vector<Letters> const all = {
      {"Aa", {"\u030B"}},
      {"Cc", {"\u0300", "\u0304", "\u0306", "\u0308", "\u0315", "\u0323", "\u0326", "\u0328\u0306"}},
      {"Dd", {"\u0302"}},
      {"Ff", {"\u0300", "\u0304"}},
      {"Gg", {"\u0300"}},
      {"Hh", {"\u0304", "\u0326", "\u0331"}},
      {"Jj", {"\u0301", "\u030C"}},
      {"Kk", {"\u0300", "\u0302", "\u0304", "\u0307", "\u0315", "\u031B", "\u0326", "\u035FH", "\u035Fh"}},
      {"Ll", {"\u0302", "\u0325", "\u0325\u0304", "\u0326"}},
      {"Mm", {"\u0300", "\u0302", "\u0306", "\u0310"}},
      {"Nn", {"\u0302", "\u0304", "\u0306", "\u0326"}},
      {"Pp", {"\u0300", "\u0304", "\u0315", "\u0323"}},
      {"Rr", {"\u0306", "\u0325", "\u0325\u0304"}},
      {"Ss", {"\u0300", "\u0304", "\u031B\u0304", "\u0331"}},
      {"Tt", {"\u0300", "\u0304", "\u0308", "\u0315", "\u031B"}},
      {"Uu", {"\u0307"}},
      {"Zz", {"\u0300", "\u0304", "\u0306", "\u0308", "\u0327"}},
      {"ÇÛĄĖĘĪĮŌŽž", {"\u0306", "\u0304", "\u0308", "\u0301", "\u0302", "\u0326", "\u0327"}},
      {"çûąėęīįō", {"\u0306", "\u0304", "\u0308", "\u0301", "\u0302"}},
      {"ḲḳṢṣṬṭỤụ", {"\u0304"}},
      {"ẠạỌọỤụ", {"\u0308"}},
      {"ΑΕΗΙΟΥΩαεηιουω", {"\u0304\u0301", "\u0313\u0304", "\u0306\u0301"}},
      {"АЕИОУЫЭЮЯаеиоуыэюя", {"\u0301", "\u0300", "\u0304\u0301", "\u030B"}},
  };
  return all;
}

/// A word for each, as NFC has it, ten in a paragraph.
std::string words() {
  std::string out;
  std::size_t count = 0;
  for (Letters const& letters : sequences())
    for (auto const c : ms::text::code_points(letters.letter))
      for (char const* const marks : letters.marks) {
        out += "n" + std::string(letters.letter).substr(c.offset, c.length) + marks + "n";
        out += ++count % 10 == 0 ? "\n\n" : " ";
      }
  return ms::text::to_nfc(out);
}

std::string without_spaces(std::string const& text) {
  std::string out;
  for (char const c : text)
    if (c != ' ' && c != '\n' && c != '\f' && c != '\r') out += c;
  return out;
}

}  // namespace

TEST_SUITE("text") {
  TEST_CASE("poppler and MuPDF give letters with stacked marks back exactly") {
    whole::Scratch const out;
    whole::fs::path const source = out.path() / "marks.txt", pdf = out.path() / "marks.pdf";
    std::string const text = "Letters and marks\n\n" + words();
    whole::write(source, text);
    REQUIRE(whole::manyscript({"convert", source, "--language", "en", "--raw", "-o", pdf}).status == 0);
    for (auto const& command : {std::vector<std::string>{"pdftotext", "-enc", "UTF-8", pdf, "-"},
                                std::vector<std::string>{"mutool", "draw", "-q", "-F", "txt", pdf}}) {
      INFO(command[0]);
      auto const taken = whole::run(command);
      REQUIRE(taken.status == 0);
      std::string const printed = ms::text::to_nfc(without_spaces(taken.out));
      // Feet stand between the pages: each word must be there, in its order.
      std::size_t at = 0, missing = 0;
      std::string word;
      for (char const c : text + " ") {
        if (c != ' ' && c != '\n') {
          word += c;
          continue;
        }
        if (word.empty()) continue;
        std::size_t const found = printed.find(word, at);
        if (found == std::string::npos)
          ++missing;
        else
          at = found + word.size();
        word.clear();
      }
      CHECK(missing == 0);
    }
  }
}
