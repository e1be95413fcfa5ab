#include "epub/blocks.hpp"

#include <fmt/format.h>

#include "doc/walk.hpp"

namespace ms::epub {
namespace {

/// Would a browser write this marker of its own accord?
bool is_usual(doc::List const& list) {
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    std::string const& marker = list.items[i].marker;
    if (marker.empty()) continue;
    bool const usual =
        list.ordered ? marker == fmt::format("{}.", list.start + static_cast<int>(i)) : marker == "•";
    if (!usual) return false;
  }
  return true;
}

bool has_cells(std::vector<doc::TableRow> const& rows) {
  for (doc::TableRow const& row : rows)
    if (!row.cells.empty()) return true;
  return false;
}

}  // namespace

Attributes BlockWriter::attributes(doc::Block const& block, Place const& around,
                                   std::string_view more_class) {
  Attributes out;
  auto const id = article_.ids.find(&block);
  if (id != article_.ids.end()) out.emplace_back("id", id->second);
  std::string classes;
  auto const add = [&](std::string_view one) {
    if (one.empty()) return;
    if (!classes.empty()) classes += ' ';
    classes += one;
  };
  for (std::string const& one : block.classes) add(one);
  add(more_class);
  if (!classes.empty()) out.emplace_back("class", classes);
  for (auto& attribute : place_attributes(Xml::Kind::xhtml, place(block), &around))
    out.push_back(std::move(attribute));
  return out;
}

void BlockWriter::write(doc::Blocks const& blocks, Place const& around) {
  for (doc::Block const& block : blocks) write(block, around);
}

void BlockWriter::marks_before(doc::Block const& block) {
  auto const marks = article_.marks.find(block.id);
  if (marks == article_.marks.end()) return;
  for (Mark const& mark : marks->second) inline_.page_mark(mark);
}

void BlockWriter::write_marks_at_start() {
  auto const marks = article_.marks.find("");
  if (marks == article_.marks.end()) return;
  for (Mark const& mark : marks->second) inline_.page_mark(mark);
}

void BlockWriter::write_lead() {
  Lead const lead = std::exchange(lead_, {});
  if (lead.note != nullptr) {
    if (lead.note->referred_to)
      xml_.leaf("a",
                {{"class", "backlink"}, {"href", "#" + lead.note->reference_id}, {"role", "doc-backlink"}},
                std::to_string(lead.note->number));
    else
      xml_.text(std::to_string(lead.note->number));
    xml_.text(" ");
  }
  if (!lead.marker.empty()) {
    xml_.leaf("span", {{"class", "marker"}}, lead.marker);
    xml_.text(" ");
  }
}

void BlockWriter::write_text(char const* name, doc::Block const& block, text::Text const& text,
                             Place const& around, std::string_view more_class) {
  auto const marks = article_.marks.find(block.id);
  std::vector<Mark> const* own = marks == article_.marks.end() ? nullptr : &marks->second;
  if (text.is_empty() && lead_.is_empty() && own == nullptr) return;
  {
    auto const element = xml_.element(name, attributes(block, around, more_class));
    write_lead();
    inline_.write(text, place(block), Objects::all, own);
  }
  xml_.line();
}

void BlockWriter::write(doc::Block const& block, Place const& around) {
  if (auto const* paragraph = std::get_if<doc::Paragraph>(&block.content))
    return write_text("p", block, paragraph->text, around);
  if (auto const* heading = std::get_if<doc::Heading>(&block.content)) {
    auto const level = article_.levels.find(&block);
    if (level == article_.levels.end()) return marks_before(block);
    return write_text(fmt::format("h{}", level->second).c_str(), block, heading->text, around);
  }
  if (auto const* verse = std::get_if<doc::Verse>(&block.content)) {
    text::Text lines = verse->text;
    if (lines.utf8.ends_with('\n')) lines = text::part(lines, {0, lines.utf8.size() - 1});
    return write_text("p", block, lines, around, "verse");
  }
  // What follows holds no text of its own: what a list item or a note begins with goes before it.
  if (!lead_.is_empty()) {
    auto const paragraph = xml_.element("p");
    write_lead();
  }
  marks_before(block);
  if (auto const* code = std::get_if<doc::Code>(&block.content)) {
    {
      auto const element = xml_.element("pre", attributes(block, around));
      auto const inner = xml_.element("code", {{"translate", "no"}});
      xml_.text(code->text.utf8);
    }
    return xml_.line();
  }
  if (auto const* quote = std::get_if<doc::Quote>(&block.content)) {
    {
      auto const element = xml_.element("blockquote", attributes(block, around));
      xml_.line();
      write(quote->blocks, place(block));
    }
    return xml_.line();
  }
  if (auto const* list = std::get_if<doc::List>(&block.content)) return write_list(block, *list, around);
  if (auto const* figure = std::get_if<doc::Figure>(&block.content))
    return write_figure(block, *figure, around);
  if (auto const* table = std::get_if<doc::Table>(&block.content)) return write_table(block, *table, around);
  if (std::holds_alternative<doc::Separator>(block.content)) {
    xml_.leaf("hr", attributes(block, around, "separator"));
    xml_.line();
  }
}

void BlockWriter::write_list(doc::Block const& block, doc::List const& list, Place const& around) {
  if (list.items.empty()) return;
  bool const usual = is_usual(list);
  Attributes attributes = this->attributes(block, around, usual ? "" : "marked");
  // Some engines take a list without bullets for no list.
  if (!usual) attributes.emplace_back("role", "list");
  if (usual && list.ordered && list.start != 1) attributes.emplace_back("start", std::to_string(list.start));
  {
    auto const element = xml_.element(list.ordered ? "ol" : "ul", attributes);
    xml_.line();
    for (doc::ListItem const& item : list.items) {
      {
        auto const inner = xml_.element("li");
        if (!usual) lead_.marker = item.marker;
        write(item.blocks, place(block));
        if (!lead_.is_empty()) write_lead();
      }
      xml_.line();
    }
  }
  xml_.line();
}

void BlockWriter::write_figure(doc::Block const& block, doc::Figure const& figure, Place const& around) {
  auto const path = article_.pictures.find(figure.image);
  bool const shown = !figure.missing && path != article_.pictures.end();
  bool const described = !shown && !figure.alt.empty();
  if (!shown && !described && figure.caption.empty()) return;
  {
    auto const element = xml_.element("figure", attributes(block, around));
    if (shown) xml_.leaf("img", {{"src", path->second}, {"alt", figure.alt}});
    if (described) xml_.leaf("p", {{"class", "alternative"}}, figure.alt);
    if (!figure.caption.empty()) {
      auto const caption = xml_.element("figcaption");
      write(figure.caption, place(block));
    }
  }
  xml_.line();
}

void BlockWriter::write_table(doc::Block const& block, doc::Table const& table, Place const& around) {
  if (!has_cells(table.head) && !has_cells(table.rows)) return;
  {
    auto const element = xml_.element("table", attributes(block, around));
    xml_.line();
    if (has_cells(table.head)) {
      auto const head = xml_.element("thead");
      for (doc::TableRow const& row : table.head) write_row("th", row, place(block));
    }
    if (has_cells(table.rows)) {
      auto const body = xml_.element("tbody");
      for (doc::TableRow const& row : table.rows) write_row("td", row, place(block));
    }
  }
  xml_.line();
}

void BlockWriter::write_row(char const* cell, doc::TableRow const& row, Place const& around) {
  if (row.cells.empty()) return;
  {
    auto const element = xml_.element("tr");
    Attributes attributes;
    if (std::string_view(cell) == "th") attributes.emplace_back("scope", "col");
    for (doc::Blocks const& blocks : row.cells) {
      auto const inner = xml_.element(cell, attributes);
      write(blocks, around);
    }
  }
  xml_.line();
}

void BlockWriter::write_notes(Place const& around) {
  if (article_.notes.empty()) return;
  auto const notes = xml_.element("div", {{"class", "notes"}});
  xml_.line();
  for (Note const& note : article_.notes) {
    {
      auto const aside = xml_.element(
          "aside", {{"id", note.id}, {"class", "note"}, {"epub:type", "footnote"}, {"role", "doc-footnote"}});
      lead_ = {{}, &note};
      write(note.note->blocks, around);
      if (!lead_.is_empty()) write_lead();
    }
    xml_.line();
  }
}

}  // namespace ms::epub
