#include "doc/document.hpp"

#include <doctest/doctest.h>

#include "doc/dump.hpp"
#include "doc/resolve.hpp"
#include "doc/walk.hpp"

using namespace ms;
using namespace ms::doc;

namespace {

Block paragraph(std::string id, std::string utf8) {
  return {.id = std::move(id),
          .classes = {},
          .language = {},
          .direction = {},
          .content = Paragraph{text::Text{.utf8 = std::move(utf8), .spans = {}, .origin = {}}}};
}

Document sample() {
  Document document;
  document.metadata.language = "en";
  document.metadata.languages = {"en", "ar"};
  document.metadata.title.text.utf8 = "A \"title\"";
  document.metadata.people = {{"Ana Ruiz", Role::author}};
  document.blocks.push_back(paragraph("p1", "First\u200f words"));
  document.blocks[0].classes = {"first"};

  Block quote = paragraph("q1", "");
  Quote inner;
  inner.blocks.push_back(paragraph("p2", "قال"));
  quote.content = inner;
  quote.language = "ar";
  quote.direction = text::Direction::rtl;
  document.blocks.push_back(quote);

  Block list = paragraph("l1", "");
  List items{.ordered = true, .start = 3, .items = {}};
  items.items.push_back({"3.", {paragraph("p3", "three")}});
  items.items.push_back({"4.", {paragraph("p4", "four")}});
  list.content = items;
  document.blocks.push_back(list);

  Block table = paragraph("t1", "");
  Table cells;
  cells.rows.push_back({{{paragraph("p5", "a")}, {paragraph("p6", "b")}}});
  table.content = cells;
  document.blocks.push_back(table);
  document.notes.push_back({"n1", {paragraph("p7", "a note")}});
  return document;
}

}  // namespace

TEST_CASE("a walk meets every block in reading order, parents first") {
  std::string seen;
  Document const document = sample();
  walk(document,
       [&](Block const& block, int depth) { seen += block.id + ":" + std::to_string(depth) + " "; });
  CHECK(seen == "p1:0 q1:0 p2:1 l1:0 p3:1 p4:1 t1:0 p5:1 p6:1 p7:0 ");
}

TEST_CASE("language and direction are the nearest ancestor's") {
  Document const document = sample();
  ResolvedTable const table = resolve(document);
  Block const& quote = document.blocks[1];
  Block const& inside = std::get<Quote>(quote.content).blocks[0];
  CHECK(table.of(inside).language == "ar");
  CHECK(table.of(inside).direction == text::Direction::rtl);
  CHECK(table.of(document.blocks[2]).language == "en");
  CHECK(table.of(document.metadata.title).language == "en");
}

TEST_CASE("only blocks that hold text themselves have a text") {
  Document document = sample();
  REQUIRE(text_of(document.blocks[0]) != nullptr);
  text_of(document.blocks[0])->utf8 = "changed";
  CHECK(std::get<Paragraph>(document.blocks[0].content).text.utf8 == "changed");
  CHECK(text_of(document.blocks[1]) == nullptr);
}

TEST_CASE("the dump shows what cannot be seen, and the structure by indentation") {
  CHECK(tree_dump(sample()) == R"(article en ltr
  title "A \"title\""
  author "Ana Ruiz"
  paragraph #p1 .first "First\u{200F} words"
  quote #q1 [ar] [rtl]
    paragraph #p2 "قال"
  list ordered from 3 #l1
    item "3."
      paragraph #p3 "three"
    item "4."
      paragraph #p4 "four"
  table #t1
    row
      cell
        paragraph #p5 "a"
      cell
        paragraph #p6 "b"
note n1
  paragraph #p7 "a note"
)");
}

TEST_CASE("JSON has resolved language and direction on every block") {
  std::string text;
  base::JsonWriter out([&](std::string_view piece) { text += piece; });
  out.begin_object();
  write_json(sample(), out);
  out.end_object();
  base::Json const json = base::Json::parse(text);
  CHECK(text == json.dump(2));
  CHECK(json["metadata"]["title"]["text"] == "A \"title\"");
  CHECK(json["metadata"]["byline"][0]["role"] == "author");
  CHECK(json["blocks"][1]["blocks"][0]["language"] == "ar");
  CHECK(json["blocks"][1]["blocks"][0]["direction"] == "rtl");
  CHECK(json["blocks"][2]["markers"] == base::Json({"3.", "4."}));
  CHECK(json["blocks"][3]["rows"][0][1][0]["text"] == "b");
}

TEST_CASE("words are counted in every block and note") {
  CHECK(word_count(sample()) == 2 + 1 + 1 + 1 + 1 + 1 + 2);
}

TEST_CASE("articles without a title of their own go by their first headlines") {
  auto const article = [](std::string title, std::string language, text::Direction direction) {
    doc::Document document;
    document.metadata.title.text.utf8 = std::move(title);
    document.metadata.language = std::move(language);
    document.metadata.direction = direction;
    return document;
  };
  std::vector<doc::Document> articles = {article("", "en", text::Direction::ltr),
                                         article("Bridge closed", "en", text::Direction::ltr),
                                         article("إغلاق الجسر", "ar", text::Direction::rtl)};
  CHECK(doc::edition_metadata(articles, std::nullopt).title.text.utf8 == "Bridge closed · إغلاق الجسر");
  articles.push_back(article("Brücke gesperrt", "de", text::Direction::ltr));
  doc::Line const title = doc::edition_metadata(articles, std::nullopt).title;
  CHECK(title.text.utf8 == "Bridge closed · إغلاق الجسر · …");
  CHECK(title.language == "en");
  REQUIRE(title.text.spans.size() == 3);
  CHECK(title.text.spans[1].value == "ar");
  doc::Metadata collection;
  collection.title.text.utf8 = "News";
  CHECK(doc::edition_metadata(articles, collection).title.text.utf8 == "News");
}
