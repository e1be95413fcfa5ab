#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "blocks.hpp"

using namespace ms;
using blocks::heading;
using blocks::paragraph;

namespace {

doc::Block block_of(std::string id, doc::Content content) {
  doc::Block block;
  block.id = std::move(id);
  block.content = std::move(content);
  return block;
}

/// Some two pages before headings at the top, in a list's item, in a table's cells and below them.
doc::Document article() {
  doc::Document out;
  out.metadata.language = "en";
  for (int i = 0; i < 60; ++i) out.blocks.push_back(paragraph("p" + std::to_string(i), "A paragraph."));
  out.blocks.push_back(heading("h1", "Open"));
  doc::List inner, list;
  inner.items.push_back({"a.", {heading("h2", "Item of an item", 4)}});
  list.items.push_back({"1.", {paragraph("l1", "An item."), heading("h3", "Item", 3)}});
  list.items.push_back({"2.", {block_of("l2", std::move(inner))}});
  out.blocks.push_back(block_of("l", std::move(list)));
  doc::Table table;
  table.rows.push_back({{{paragraph("t1", "First."), heading("h4", "Below in its cell")},
                         {heading("h5", "In another cell"), paragraph("t2", "Text.")}}});
  out.blocks.push_back(block_of("t", std::move(table)));
  out.blocks.push_back(heading("h6", "Last"));
  out.blocks.push_back(paragraph("z", "The end."));
  return out;
}

struct Place {
  std::size_t page = 0;
  base::Length top;
};

/// Baseline of the first run that belongs to the node.
Place baseline_of(page::Document const& document, std::size_t node) {
  for (std::size_t i = 0; i < document.pages.size(); ++i)
    for (page::Item const& item : document.pages[i].items)
      if (auto const* run = std::get_if<page::GlyphRun>(&item.what); run != nullptr && item.structure == node)
        return {i, run->origin.y};
  FAIL("nothing is drawn of the node");
  return {};
}

}  // namespace

TEST_CASE("the outline leads to the heading's own line, in lists and tables too, in the order of the text") {
  page::Document const document = blocks::laid_out(
      article(), "body { font-size: 10pt; line-height: 14pt } ol, ul, li { padding-left: 2em }");
  REQUIRE(document.pages.size() > 1);
  std::string titles;
  for (page::OutlineEntry const& entry : document.outline) {
    INFO(entry.title);
    titles += entry.title + '\n';
    REQUIRE(entry.structure);
    CHECK(document.structure[*entry.structure].role == page::Role::heading);
    Place const drawn = baseline_of(document, *entry.structure);
    CHECK(entry.page == drawn.page);
    CHECK(entry.top < drawn.top);
    CHECK(drawn.top < entry.top + base::Length::points(14));
    auto const same =
        std::ranges::find(document.destinations, entry.structure, &page::Destination::structure);
    REQUIRE(same != document.destinations.end());
    CHECK(same->page == entry.page);
    CHECK(same->top == entry.top);
  }
  CHECK(titles == "Open\nItem\nItem of an item\nBelow in its cell\nIn another cell\nLast\n");
}

TEST_CASE("a heading that the style hides leads to what comes next, and to nothing at the end") {
  doc::Document hidden;
  hidden.metadata.language = "en";
  hidden.blocks = {paragraph("p1", "One."), heading("h1", "Unseen"), paragraph("p2", "Two."),
                   heading("h2", "Unseen too")};
  page::Document const document = blocks::laid_out(std::move(hidden), "h2 { display: none }");
  REQUIRE(document.outline.size() == 1);
  CHECK(document.outline[0].title == "Unseen");
  REQUIRE(document.pages[0].items.size() >= 2);
  auto const& two = std::get<page::GlyphRun>(document.pages[0].items[1].what);
  CHECK(two.text == "Two.");
  CHECK(document.outline[0].top < two.origin.y);
  CHECK(document.outline[0].top > std::get<page::GlyphRun>(document.pages[0].items[0].what).origin.y);
}
