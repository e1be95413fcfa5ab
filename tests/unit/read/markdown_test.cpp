// Markdown: the contract for every input, letters that may not get lost, and inputs built to be slow.
#include <doctest/doctest.h>

#include <ctime>

#include "doc/walk.hpp"
#include "read/excerpt.hpp"
#include "read/front_matter.hpp"
#include "read/markdown_notes.hpp"
#include "support/time_limits.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "unit/read/contract.hpp"
#include "unit/read/samples.hpp"

namespace {

using namespace ms;
using contract::check_contract;

read::Reading markdown(std::string bytes, read::Options const& options = {}) {
  return contract::reading_of(std::move(bytes), options, "x.md");
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

/// Marks of Markdown, words and white space in any order.
std::string nasty_markdown(samples::Random& random) {
  static std::vector<std::string> const marks = {"*",
                                                 "**",
                                                 "_",
                                                 "__",
                                                 "`",
                                                 "``",
                                                 "~~",
                                                 "[",
                                                 "]",
                                                 "](",
                                                 ")",
                                                 "[^1]",
                                                 "[^1]: ",
                                                 "[^b]",
                                                 "\n[^b]: ",
                                                 "![",
                                                 "<b>",
                                                 "</b>",
                                                 "<br>",
                                                 "<!--",
                                                 "-->",
                                                 "<div>",
                                                 "</div>",
                                                 "<",
                                                 ">",
                                                 "> ",
                                                 "\n> ",
                                                 "\n- ",
                                                 "\n  - ",
                                                 "\n1. ",
                                                 "\n7) ",
                                                 "\n- [x] ",
                                                 "\n# ",
                                                 "\n## ",
                                                 "\n###",
                                                 "\n---\n",
                                                 "\n***\n",
                                                 "\n===\n",
                                                 "\n```\n",
                                                 "\n~~~ x\n",
                                                 "\n    ",
                                                 "\t",
                                                 "  \n",
                                                 "\\\n",
                                                 "\\",
                                                 "|",
                                                 "\n|a|b|\n|-|-|\n|",
                                                 "\n\n",
                                                 "\n",
                                                 "\r\n",
                                                 "\n[a]: b\n",
                                                 "[a]",
                                                 "&amp;",
                                                 "&eacute;",
                                                 "&#8217;",
                                                 "&#0;",
                                                 "&bogus;",
                                                 "https://e.org/a_b_c",
                                                 "www.e.org",
                                                 "\n---\n",
                                                 "title: x\n",
                                                 "---\ntitle: \"",
                                                 "author: [",
                                                 "\n...\n",
                                                 "\n<script>",
                                                 "</script>",
                                                 "<a href=\"",
                                                 "\xEF\xBB\xBF",
                                                 "\u200F",
                                                 "\u202E",
                                                 "\u00A0",
                                                 "\uFFFC",
                                                 "\"",
                                                 "'",
                                                 "+++\n",
                                                 "% "};
  std::string text = random.below(4) == 0 ? "---\ntitle: A \"b\"\nauthor: [C, 'D ''E']\n---\n" : "";
  std::size_t const length = 10 + random.below(500);
  while (text.size() < length) {
    if (random.below(3) > 0) {
      text += marks[random.below(marks.size())];
    } else {
      std::string const& paragraph =
          samples::articles()[random.below(samples::articles().size())].paragraphs[0];
      std::u32string const letters = text::to_utf32(paragraph);
      std::size_t const start = random.below(letters.size());
      text += text::to_utf8(std::u32string_view(letters).substr(start, 1 + random.below(12)));
    }
  }
  return text;
}

}  // namespace

TEST_CASE("edits of Markdown lead to the text and back") {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    samples::Random random(seed);
    std::string const text = nasty_markdown(random);
    INFO(text);
    check_contract(markdown(text));
    if (seed % 8 == 0) check_contract(markdown(text, contract::raw()));
    if (seed % 8 == 1) check_contract(markdown(samples::nasty_text(random)));
    if (seed % 8 == 2) check_contract(markdown(samples::nasty_bytes(random)));
  }
}

TEST_CASE("articles without a mark are the same in Markdown") {
  for (samples::Article const& article : samples::articles()) {
    INFO(article.language);
    read::Reading const reading = markdown("# " + samples::text_of(article));
    CHECK(reading.text == samples::text_of(article));
    CHECK(reading.documents.front().metadata.title.text.utf8 == article.title);
    CHECK(reading.documents.front().metadata.language == article.language);
    CHECK(reading.documents.front().blocks.size() == article.paragraphs.size());
  }
}

TEST_CASE("hostile Markdown of a megabyte is read in a second") {
  std::size_t size = 1 << 20;
  for (std::string const part :
       {"[", "![[]()", "[a](b)\n", "[a]\n", "www.a.b ", "> ", "- a\n", "<a=\"", "`a``b", "\\",
        // What was never slow is tried in small, to stay so.
        "", "[^1]", "[^1]\n", "[a][b]\n", "https://a.b/c\n", "- ", "1. ", "*a **b ", "_a __b ", "<a ", "<!--",
        "&amp;", "&#64;", "&a;", "| a ", "a|", "\n", "# a\n", "***\n", "---\n", "a\n---\n", "```\n",
        "<div>\n", "<b>", "~a~ ", "\"", "a\n\n", "[^a]: b\n", "[a]: b\n", "  - a\n", "> a\n\n", "<script>",
        "**", "a*b_c`d~"}) {
    if (part.empty()) {
      size = 1 << 16;
      continue;
    }
    INFO(part);
    std::string const text = "[^1]: note\n\n" + repeated(part, size);
    std::clock_t const start = std::clock();
    read::Reading const reading = markdown(text);
    double const seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    // Of the processor; half of it on an idle machine.
    CHECK(seconds < (size > 1 << 16 ? 2 : 0.25) * support::slowness);
    CHECK(text::edited(reading.source.text, reading.edits) == reading.text);
  }
}

TEST_CASE("tables that are too wide, links that are too long") {
  std::string wide = repeated("a|", 3000) + "\n" + repeated("-|", 3000) + "\n" + repeated("b\n", 200'000);
  check_contract(markdown(wide));
  std::string const target = "[a]: <" + std::string(200'000, 'x') + ">\n\n" + repeated("[a] ", 200'000);
  read::Reading const reading = markdown(target);
  std::size_t bytes = 0;
  doc::walk(reading.documents.front(), [&](doc::Block const& block, int) {
    if (text::Text const* text = doc::text_of(block))
      for (text::Span const& span : text->spans) bytes += span.value.size();
  });
  CHECK(bytes < 20 * target.size());
}

TEST_CASE("nesting has an end") {
  read::Reading const reading = markdown(repeated("> - ", 4000) + "text\n");
  int deepest = 0;
  doc::walk(reading.documents.front(),
            [&](doc::Block const&, int depth) { deepest = std::max(deepest, depth); });
  CHECK(deepest >= 10);
  CHECK(deepest < doc::max_depth);
}

TEST_CASE("front matter") {
  std::string const source =
      "---\n"
      "title: 'It''s \"here\"'  # not this\n"
      "# a comment\n"
      "Author:\n  - name: Ana\n    mail: x\n  - Ben\n"
      "tags: [a, \"b, c\", d]\n"
      "abstract: >\n  one\n  two\n"
      "empty:\n"
      "sub-title: \"a\\u00e9\\n\\\\b\"\n"
      "---\nText\n";
  read::FrontMatter const matter = read::front_matter_of(source);
  CHECK(matter.range.end == source.size() - 5);
  auto const value = [&](std::string_view key, std::size_t i = 0) {
    auto const* entry = matter.find(key);
    return entry != nullptr && i < entry->values.size() ? entry->values[i].text : std::string("-");
  };
  CHECK(value("title") == "It's \"here\"");
  CHECK(value("author") == "Ana");
  CHECK(value("author", 1) == "Ben");
  CHECK(value("author", 2) == "-");
  CHECK(value("tags", 1) == "b, c");
  CHECK(value("tags", 2) == "d");
  CHECK(value("abstract") == "one two");
  CHECK(value("empty") == "-");
  CHECK(value("sub_title") == "aé \\b");
  CHECK(read::front_matter_of("---\n\ntext\n").range.is_empty());
  CHECK(read::front_matter_of("---\nkey: value\n").range.is_empty());
  CHECK(read::front_matter_of("+++\ntitle = \"A\"\n+++\n").find("title")->values.front().text == "A");
  read::FrontMatter const lines = read::front_matter_of("% A title\n% Ana; Ben\n% 2025\nText\n");
  CHECK(lines.find("author")->values.size() == 2);
  CHECK(lines.range.end == 28);
}

TEST_CASE("notes are taken out of their indents") {
  std::string const source =
      "a[^x] b[^y]\n[^x]: one\n  lazy\n\n    two\n\nafter\n\n[^y]:\n    three\n\n```\n[^x]: code\n```\n";
  read::MarkdownText const text = read::markdown_text_of(source, 0, true);
  CHECK(text.body.text() == "a[^x] b[^y]\n\nafter\n\n\n```\n[^x]: code\n```\n");
  REQUIRE(text.notes.size() == 2);
  CHECK(text.notes[0].label == "x");
  CHECK(text.notes[0].text.text() == "one\nlazy\n\ntwo\n");
  CHECK(text.notes[1].text.text() == "\n\nthree\n");
  CHECK(read::markdown_text_of(source, 0, false).body.text() == source);
  CHECK(read::markdown_text_of("[^x]: not referred to\n", 0, true).notes.empty());
}
