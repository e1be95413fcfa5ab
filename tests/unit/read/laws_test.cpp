// What must hold for any input whatsoever.
#include <doctest/doctest.h>

#include <map>

#include "doc/walk.hpp"
#include "read/assemble.hpp"
#include "read/read.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "unit/read/contract.hpp"
#include "unit/read/samples.hpp"

namespace {

using namespace ms;
using contract::check_contract, contract::raw, contract::reading_of;

/// Visible letters, marks and digits with how often they stand there.
std::map<char32_t, std::size_t> letters_of(std::string_view utf8) {
  std::map<char32_t, std::size_t> counts;
  for (text::CodePointAt const c : text::code_points(utf8))
    if (text::is_letter(c.value) || text::is_mark(c.value) || text::is_digit(c.value)) ++counts[c.value];
  return counts;
}

}  // namespace

TEST_CASE("edits lead to the text and back for articles in any form") {
  for (samples::Article const& article : samples::articles()) {
    INFO(article.language);
    for (std::string const separator : {"\n\n", "\n", "\r\n\r\n", "\r", "\n \t\n", "\xE2\x80\xA9"}) {
      check_contract(reading_of(samples::text_of(article, separator)));
      check_contract(reading_of("\xEF\xBB\xBF" + samples::text_of(article, separator), raw()));
    }
  }
}

TEST_CASE("edits lead to the text and back for nasty text and bytes") {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    samples::Random random(seed);
    check_contract(reading_of(samples::nasty_text(random)));
    check_contract(reading_of(samples::nasty_bytes(random)));
  }
}

TEST_CASE("clean text keeps every letter, its language and its paragraphs") {
  for (samples::Article const& article : samples::articles()) {
    INFO(article.language);
    std::string const source = samples::text_of(article);
    read::Reading const reading = reading_of(source);
    CHECK(letters_of(reading.text) == letters_of(source));
    CHECK(reading.text == source);
    CHECK(reading.documents.front().metadata.title.text.utf8 == article.title);
    CHECK(reading.documents.front().blocks.size() == article.paragraphs.size());
    CHECK(reading.documents.front().metadata.language == article.language);
  }
}

TEST_CASE("a text that was read once is read the same again") {
  for (samples::Article const& article : samples::articles()) {
    INFO(article.language);
    std::string const dirty =
        "Copy link\r\n" + samples::text_of(article, "\r\n") + "https://example.org/a\r\n";
    read::Reading const once = reading_of(dirty);
    read::Reading const twice = reading_of(once.text);
    CHECK(twice.text == once.text);
    CHECK(twice.edits.empty());
  }
}

TEST_CASE("raw text loses nothing but line ends and controls") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    samples::Random random(seed);
    read::Reading const reading = reading_of(samples::nasty_text(random), raw());
    for (text::Edit const& edit : reading.edits)
      for (std::string_view const rule : edit.rules)
        CHECK((rule.starts_with("decode.") || rule == "paragraph.break" || rule == "space.edge" ||
               rule == "space.marker" || rule == "quote.prefix"));
  }
}

TEST_CASE("long and deep inputs are read in linear time") {
  // Linear programs take milliseconds for these; a quadratic one would run into CTest's time limit.
  std::string marks = "a";
  for (int i = 0; i < 100000; ++i) marks += "\xCC\x81";
  std::string embeddings, quotes(100000, '>'), lines, joiners, shares;
  for (int i = 0; i < 50000; ++i) embeddings += "\xE2\x80\xAB";
  for (int i = 0; i < 30000; ++i) {
    lines += "ab\n";
    joiners += "\xE2\x80\x8C";
    shares += "Share\n";
  }
  for (std::string const& text :
       {marks, embeddings, quotes, lines, joiners, shares, std::string(300000, '"'),
        std::string(300000, '\''), std::string(300000, '&'), std::string(300000, '\n')})
    check_contract(reading_of(text));
}

TEST_CASE("a gap keeps what it can and drops what it must") {
  read::Outline outline;
  read::Part first, second;
  first.pieces.push_back({{0, 3}, {}});
  second.pieces.push_back({{12, 15}, {}});
  outline.parts = {first, second};
  outline.drops.push_back({{4, 11}, "residue.advert", text::EditClass::remove, 1, ""});
  std::string const source = "one\nadvert\n two";
  read::Assembly const assembly = read::assemble(source, outline);
  CHECK(text::edited(source, assembly.edits) == "one\n\ntwo\n");
  CHECK(assembly.parts == std::vector<base::Range>{{0, 3}, {5, 8}});
}

TEST_CASE("articles that are pasted together are parted and lead back, whatever ends their lines") {
  auto const headed = [](samples::Article const& article, std::string const& separator) {
    std::string const text = samples::text_of(article, separator);
    std::size_t const end = text.find(separator);
    return text.substr(0, end) + separator + "By Ana Lund" + separator + "3 May 2025" + text.substr(end);
  };
  std::vector<samples::Article> const articles = samples::articles();
  std::size_t parted = 0, tried = 0;
  for (std::size_t i = 0; i + 1 < articles.size(); ++i) {
    INFO(articles[i].language);
    for (std::string const separator : {"\n\n", "\n", "\r\n", "\r", "\xE2\x80\xA9"}) {
      std::string const paste = "\xEF\xBB\xBF" + headed(articles[i], separator) + separator + "-----" +
                                separator + headed(articles[i + 1], separator);
      read::Reading const reading = reading_of(paste);
      check_contract(reading);
      check_contract(reading_of(paste, raw()));
      parted += reading.documents.size() == 2;
      ++tried;
      if (reading.documents.size() == 2) {
        CHECK(reading.documents.front().metadata.title.text.utf8 == articles[i].title);
        CHECK(reading.documents.back().metadata.title.text.utf8 == articles[i + 1].title);
        CHECK(reading.documents.back().blocks.size() == articles[i + 1].paragraphs.size());
      }
    }
  }
  // "By" is no word of every language.
  CHECK(parted * 2 > tried);
}
