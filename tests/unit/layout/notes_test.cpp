#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "blocks.hpp"
#include "layout/note_numbers.hpp"

using namespace ms;
using blocks::paragraph;
using namespace std::string_literals;

namespace {

/// "One.[b] Two.[a] Three.[b]", where the notes are a and b.
doc::Document article(std::string language, text::Direction direction) {
  doc::Document out;
  out.metadata.language = std::move(language);
  out.metadata.direction = direction;
  doc::Block block = paragraph("p1", "One.[b] Two.[a] Three.[b]");
  std::get<doc::Paragraph>(block.content).text.spans = {{{4, 7}, text::SpanKind::note, "nb"},
                                                        {{5, 6}, text::SpanKind::emphasis, ""},
                                                        {{12, 15}, text::SpanKind::note, "na"},
                                                        {{22, 25}, text::SpanKind::note, "nb"}};
  out.blocks.push_back(std::move(block));
  for (std::string const name : {"a", "b"}) {
    doc::Note note;
    note.id = "n" + name;
    note.blocks.push_back(paragraph("n" + name, "The note " + name + "."));
    out.notes.push_back(std::move(note));
  }
  return out;
}

page::Document laid_out(doc::Document article) {
  return blocks::laid_out(
      std::move(article),
      "body { font-size: 10pt } a.noteref { font-size: 0.7em } aside { padding-left: 2em }");
}

struct Shown {
  page::GlyphRun run;
  std::size_t node = 0;
};
/// What is drawn of links that stand in such a node.
std::vector<Shown> links_in(page::Document const& document, page::Role role) {
  auto const is_one = [&](std::optional<std::size_t> node) {
    return node && document.structure[*node].role == page::Role::link &&
           document.structure[*document.structure[*node].parent].role == role;
  };
  std::vector<Shown> out;
  for (page::Page const& page : document.pages)
    for (page::Item const& item : page.items)
      if (auto const* run = std::get_if<page::GlyphRun>(&item.what); run != nullptr && is_one(item.structure))
        out.push_back({*run, *item.structure});
  return out;
}

}  // namespace

TEST_CASE("a reference is the note's number, raised, in the order of the text, and leads to the note") {
  page::Document const document = laid_out(article("en", text::Direction::ltr));
  auto const references = links_in(document, page::Role::reference);
  REQUIRE(references.size() == 3);
  std::string numbers;
  for (auto const& [run, node] : references) {
    numbers += run.text;
    REQUIRE(run.glyphs.size() == 1);
    CHECK(run.glyphs[0].y_offset > 0);
    CHECK(run.glyphs[0].id == run.face->glyph_of(static_cast<char32_t>(run.text[1])));
    CHECK(run.size == base::Length::points(7));
    CHECK(run.clusters[0].text == base::ShortRange{0, 3});
    page::StructureNode const& reference = document.structure[*document.structure[node].parent];
    CHECK(reference.role == page::Role::reference);
    CHECK(document.structure[*reference.parent].role == page::Role::paragraph);
    CHECK(reference.refers_to == (run.text == "[1]" ? "note-1-nb" : "note-1-na"));
    CHECK(std::ranges::count(document.destinations, reference.refers_to, &page::Destination::name) == 1);
  }
  CHECK(numbers == "[1][2][1]");
}

TEST_CASE("a note begins with its number, in the order of the text") {
  page::Document const document = laid_out(article("en", text::Direction::ltr));
  auto const labels = links_in(document, page::Role::label);
  REQUIRE(labels.size() == 2);
  CHECK(labels[0].run.text + labels[1].run.text == "[1][2]");
  for (auto const& [run, node] : labels) {
    page::StructureNode const& label = document.structure[*document.structure[node].parent];
    page::StructureNode const& note = document.structure[*label.parent];
    CHECK(note.role == page::Role::note);
    CHECK(note.id == (run.text == "[1]" ? "note-1-nb" : "note-1-na"));
    CHECK(run.glyphs[0].y_offset == 0);
  }
}

TEST_CASE("a note's number leads back to the first of its references") {
  page::Document const document = laid_out(article("en", text::Direction::ltr));
  auto const references = links_in(document, page::Role::reference),
             labels = links_in(document, page::Role::label);
  REQUIRE(references.size() == 3);
  REQUIRE(labels.size() == 2);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    auto const box = std::ranges::find_if(document.pages[0].items, [&](page::Item const& item) {
      return item.structure == labels[i].node && std::holds_alternative<page::LinkBox>(item.what);
    });
    REQUIRE(box != document.pages[0].items.end());
    auto const& link = std::get<page::LinkBox>(box->what);
    CHECK(link.text == labels[i].run.text);
    CHECK(link.box.left() == labels[i].run.origin.x);
    CHECK(link.box.top() < labels[i].run.origin.y);
    CHECK(link.box.bottom() > labels[i].run.origin.y);
    REQUIRE(link.target.starts_with('#'));
    std::string const name = link.target.substr(1);
    REQUIRE(std::ranges::count(document.destinations, name, &page::Destination::name) == 1);
    auto const place = std::ranges::find(document.destinations, name, &page::Destination::name);
    CHECK(place->structure == references[i].node);  // the third has the note of the first
    CHECK(place->top < references[i].run.origin.y);
  }
}

TEST_CASE("a note that nothing refers to has a number that leads nowhere") {
  doc::Document lonely = article("en", text::Direction::ltr);
  std::erase_if(std::get<doc::Paragraph>(lonely.blocks[0].content).text.spans,
                [](text::Span const& span) { return span.value == "na"; });
  page::Document const document = laid_out(std::move(lonely));
  CHECK(links_in(document, page::Role::label).size() == 1);
  CHECK(std::ranges::count(document.structure, page::Role::label, &page::StructureNode::role) == 2);
}

TEST_CASE("in right-to-left text a number stands for itself") {
  page::Document const document = laid_out(article("ar", text::Direction::rtl));
  auto const labels = links_in(document, page::Role::label);
  REQUIRE(labels.size() == 2);
  CHECK(labels[0].run.text + labels[1].run.text == "12");
}

TEST_CASE("the text of several digits is cut between their clusters") {
  page::GlyphRun run;
  run.text = "12";
  run.clusters.resize(2);
  run.clusters[0].text = {0, 1};
  run.clusters[1].text = {1, 2};
  layout::bracket(run, text::Direction::ltr);
  CHECK(run.text == "[12]");
  CHECK(run.clusters[0].text == base::ShortRange{0, 2});
  CHECK(run.clusters[1].text == base::ShortRange{2, 4});
}

TEST_CASE("a caption stands in its figure, or alone where no picture is") {
  for (bool const missing : {false, true}) {
    doc::Document picture;
    picture.metadata.language = "en";
    picture.images.push_back({"i1", "image/png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\0\x20"s});
    doc::Figure figure{missing ? "" : "i1", "A bridge", {}, missing};
    figure.caption.push_back(paragraph("c1", "The bridge."));
    doc::Block block;
    block.id = "f1";
    block.content = std::move(figure);
    picture.blocks.push_back(std::move(block));
    page::Document const document = laid_out(std::move(picture));
    auto const caption =
        std::ranges::find(document.structure, page::Role::caption, &page::StructureNode::role);
    REQUIRE(caption != document.structure.end());
    page::StructureNode const& above = document.structure[*caption->parent];
    CHECK(above.role == (missing ? page::Role::section : page::Role::figure));
    CHECK(above.alternative == (missing ? "" : "A bridge"));
  }
}
