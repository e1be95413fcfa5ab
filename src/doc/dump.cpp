#include "doc/dump.hpp"

#include <fmt/format.h>

#include "base/base64.hpp"
#include "doc/resolve.hpp"
#include "doc/walk.hpp"
#include "text/printable.hpp"

namespace ms::doc {
namespace {

using base::Json;
using text::printable;

class Tree {
 public:
  explicit Tree(Document const& document) : document_(document) {}

  std::string print() {
    Metadata const& m = document_.metadata;
    out_ += fmt::format("article {} {}\n", m.language, name_of(m.direction));
    print_line("kicker", m.kicker);
    print_line("title", m.title);
    print_line("standfirst", m.standfirst);
    print_line("byline", m.byline);
    print_line("date_line", m.date_line);
    for (Person const& person : m.people)
      out_ += fmt::format("  {} {}\n", name_of(person.role), printable(person.name));
    print_value("date", m.date);
    print_value("place", m.place);
    print_value("publisher", m.publisher);
    print_value("section", m.section);
    print_value("url", m.url);
    print_value("licence", m.licence);
    print_blocks(document_.blocks, 1);
    for (Note const& note : document_.notes) {
      out_ += fmt::format("note {}\n", note.id);
      print_blocks(note.blocks, 1);
    }
    return std::move(out_);
  }

 private:
  void print_value(std::string_view name, std::string const& value) {
    if (!value.empty()) out_ += fmt::format("  {} {}\n", name, printable(value));
  }

  void print_place(std::string const& language, std::optional<text::Direction> direction) {
    if (!language.empty()) out_ += fmt::format(" [{}]", language);
    if (direction) out_ += fmt::format(" [{}]", name_of(*direction));
  }

  void print_line(std::string_view name, Line const& line) {
    if (line.is_empty()) return;
    out_ += fmt::format("  {}", name);
    print_place(line.language, line.direction);
    out_ += fmt::format(" {}\n", printable(line.text.utf8));
    print_spans(line.text, "    ");
  }

  void print_spans(text::Text const& text, std::string const& indent) {
    for (text::Span const& span : text.spans)
      out_ += fmt::format("{}{} {}–{} {} {}\n", indent, name_of(span.kind), span.range.start, span.range.end,
                          printable(slice(text.utf8, span.range)), span.value);
  }

  void print_blocks(Blocks const& blocks, int depth) {
    std::string const indent(static_cast<std::size_t>(2 * depth), ' ');
    for (Block const& block : blocks) {
      out_ += indent;
      out_ += kind_of(block);
      print_details(block);
      if (!block.id.empty()) out_ += " #" + block.id;
      for (std::string const& name : block.classes) out_ += " ." + name;
      print_place(block.language, block.direction);
      if (text::Text const* text = text_of(block)) {
        out_ += " " + printable(text->utf8) + '\n';
        print_spans(*text, indent + "  ");
      } else {
        out_ += '\n';
      }
      print_children(block, depth);
    }
  }

  void print_details(Block const& block) {
    if (auto const* heading = std::get_if<Heading>(&block.content))
      out_ += fmt::format(" {}", heading->level);
    if (auto const* list = std::get_if<List>(&block.content))
      out_ += list->ordered ? fmt::format(" ordered from {}", list->start) : " unordered";
    if (auto const* figure = std::get_if<Figure>(&block.content))
      out_ += fmt::format(" {} {}", figure->missing ? "missing" : figure->image, printable(figure->alt));
  }

  void print_children(Block const& block, int depth) {
    std::string const indent(static_cast<std::size_t>(2 * (depth + 1)), ' ');
    if (auto const* list = std::get_if<List>(&block.content)) {
      for (ListItem const& item : list->items) {
        out_ += fmt::format("{}item {}\n", indent, printable(item.marker));
        print_blocks(item.blocks, depth + 2);
      }
    } else if (auto const* table = std::get_if<Table>(&block.content)) {
      print_rows("head", table->head, depth + 1);
      print_rows("row", table->rows, depth + 1);
    } else {
      for (Blocks const* children : children_of(block)) print_blocks(*children, depth + 1);
    }
  }

  void print_rows(std::string_view name, std::vector<TableRow> const& rows, int depth) {
    std::string const indent(static_cast<std::size_t>(2 * depth), ' ');
    for (TableRow const& row : rows) {
      out_ += fmt::format("{}{}\n", indent, name);
      for (Blocks const& cell : row.cells) {
        out_ += fmt::format("{}  cell\n", indent);
        print_blocks(cell, depth + 2);
      }
    }
  }

  Document const& document_;
  std::string out_;
};

Json spans_json(text::Text const& text) {
  Json spans = Json::array();
  for (text::Span const& span : text.spans)
    spans.push_back({{"start", span.range.start},
                     {"end", span.range.end},
                     {"kind", name_of(span.kind)},
                     {"value", span.value}});
  return spans;
}

Json line_json(Line const& line, ResolvedTable const& resolved) {
  Resolved const place = resolved.of(line);
  Json json;
  json["text"] = line.text.utf8;
  json["language"] = place.language;
  json["direction"] = name_of(place.direction);
  if (!line.text.spans.empty()) json["spans"] = spans_json(line.text);
  return json;
}

/// A line that the contract has as its text alone: the rest of it, where there is any.
void add_line(Json& json, std::string const& name, Line const& line, ResolvedTable const& resolved) {
  json[name + "_text"] = line.text.utf8;
  if (!line.language.empty() || line.direction || !line.text.spans.empty())
    json[name + "_line"] = line_json(line, resolved);
}

Json metadata_json(Metadata const& m, ResolvedTable const& resolved) {
  Json json;
  json["title"] = line_json(m.title, resolved);
  if (!m.kicker.is_empty()) json["kicker"] = line_json(m.kicker, resolved);
  if (!m.standfirst.is_empty()) json["standfirst"] = line_json(m.standfirst, resolved);
  Json byline = Json::array();
  for (Person const& person : m.people)
    byline.push_back({{"name", person.name}, {"role", name_of(person.role)}});
  json["byline"] = std::move(byline);
  add_line(json, "byline", m.byline, resolved);
  json["date"] = m.date;
  add_line(json, "date", m.date_line, resolved);
  json["place"] = m.place;
  json["publisher"] = m.publisher;
  json["section"] = m.section;
  json["url"] = m.url;
  json["licence"] = m.licence;
  json["language"] = m.language;
  json["languages"] = m.languages;
  json["direction"] = name_of(m.direction);
  return json;
}

/// Writes blocks one by one: a text of many small ones is far larger as a tree of JSON than as a text.
class BlockWriter {
 public:
  BlockWriter(base::JsonWriter& out, ResolvedTable const& resolved) : out_(out), resolved_(resolved) {}

  void write(std::string_view name, Blocks const& blocks) {
    out_.key(name);
    write(blocks);
  }

 private:
  void write(Blocks const& blocks) {
    out_.begin_array();
    for (Block const& block : blocks) write(block);
    out_.end_array();
  }

  void write(Block const& block) {
    Resolved const& place = resolved_.of(block);
    out_.begin_object();
    out_.member("kind", kind_of(block));
    out_.member("id", block.id);
    if (!block.classes.empty()) out_.member("classes", Json(block.classes));
    out_.member("language", place.language);
    out_.member("direction", name_of(place.direction));
    if (text::Text const* text = text_of(block)) write(*text);
    if (auto const* heading = std::get_if<Heading>(&block.content)) out_.member("level", heading->level);
    if (auto const* quote = std::get_if<Quote>(&block.content)) write("blocks", quote->blocks);
    if (auto const* list = std::get_if<List>(&block.content)) write(*list);
    if (auto const* figure = std::get_if<Figure>(&block.content)) {
      out_.member("image", figure->image);
      out_.member("alt", figure->alt);
      write("caption", figure->caption);
      out_.member("missing", figure->missing);
    }
    if (auto const* table = std::get_if<Table>(&block.content)) {
      write("head", table->head);
      write("rows", table->rows);
    }
    out_.end_object();
  }

  void write(text::Text const& text) {
    out_.member("text", text.utf8);
    out_.key("spans");
    out_.begin_array();
    for (text::Span const& span : text.spans) {
      out_.begin_object();
      out_.member("start", span.range.start);
      out_.member("end", span.range.end);
      out_.member("kind", name_of(span.kind));
      out_.member("value", span.value);
      out_.end_object();
    }
    out_.end_array();
    out_.key("origin");
    out_.begin_array();
    for (text::OriginPiece const& piece : text.origin.pieces()) {
      out_.begin_array();
      for (std::size_t const offset :
           {piece.text.start, piece.text.end, piece.source.start, piece.source.end})
        out_.value(offset);
      out_.end_array();
    }
    out_.end_array();
  }

  void write(List const& list) {
    out_.member("ordered", list.ordered);
    out_.member("start", list.start);
    out_.key("markers");
    out_.begin_array();
    for (ListItem const& item : list.items) out_.value(item.marker);
    out_.end_array();
    out_.key("items");
    out_.begin_array();
    for (ListItem const& item : list.items) write(item.blocks);
    out_.end_array();
  }

  void write(std::string_view name, std::vector<TableRow> const& rows) {
    out_.key(name);
    out_.begin_array();
    for (TableRow const& row : rows) {
      out_.begin_array();
      for (Blocks const& cell : row.cells) write(cell);
      out_.end_array();
    }
    out_.end_array();
  }

  base::JsonWriter& out_;
  ResolvedTable const& resolved_;
};

}  // namespace

base::Json metadata_json(Metadata const& metadata) {
  Document article;
  article.metadata = metadata;
  return metadata_json(article.metadata, resolve(article));
}

std::string tree_dump(Document const& document) {
  return Tree(document).print();
}

void write_json(Document const& document, base::JsonWriter& out) {
  ResolvedTable const resolved = resolve(document);
  BlockWriter blocks(out, resolved);
  out.member("metadata", metadata_json(document.metadata, resolved));
  blocks.write("blocks", document.blocks);
  out.key("notes");
  out.begin_array();
  for (Note const& note : document.notes) {
    out.begin_object();
    out.member("id", note.id);
    blocks.write("blocks", note.blocks);
    out.end_object();
  }
  out.end_array();
  out.key("images");
  out.begin_array();
  for (Image const& image : document.images) {
    out.begin_object();
    out.member("id", image.id);
    out.member("media_type", image.media_type);
    out.member("bytes", image.bytes.size());
    out.member("data", base::base64_of(image.bytes));
    out.end_object();
  }
  out.end_array();
}

}  // namespace ms::doc
