#include "page/dump.hpp"

#include <fmt/format.h>

#include "base/ensure.hpp"
#include "text/printable.hpp"

namespace ms::page {
namespace {

using text::printable;

std::string_view name_of(Role role) {
  switch (role) {
    case Role::document: return "document";
    case Role::part: return "part";
    case Role::section: return "section";
    case Role::heading: return "heading";
    case Role::paragraph: return "paragraph";
    case Role::list: return "list";
    case Role::list_item: return "list_item";
    case Role::label: return "label";
    case Role::list_body: return "list_body";
    case Role::quote: return "quote";
    case Role::table: return "table";
    case Role::table_row: return "table_row";
    case Role::table_head_cell: return "table_head_cell";
    case Role::table_cell: return "table_cell";
    case Role::figure: return "figure";
    case Role::caption: return "caption";
    case Role::note: return "note";
    case Role::reference: return "reference";
    case Role::link: return "link";
    case Role::span: return "span";
    case Role::code: return "code";
    case Role::contents: return "contents";
    case Role::contents_item: return "contents_item";
  }
  base::ensure(false, "a structure role is one of those listed");
  return {};
}

std::string_view name_of(Furniture furniture) {
  switch (furniture) {
    case Furniture::body: return "decoration";
    case Furniture::header: return "header";
    case Furniture::footer: return "footer";
  }
  base::ensure(false, "furniture is body, header or footer");
  return {};
}

std::string points(Length length) {
  return fmt::format("{:.2f}", length.points());
}

std::string box(Rect const& rect) {
  return fmt::format("{} {} {}×{}", points(rect.left()), points(rect.top()), points(rect.size.width),
                     points(rect.size.height));
}

struct ItemPrinter {
  std::string& out;
  void operator()(GlyphRun const& run) const {
    Length width;
    for (Glyph const& glyph : run.glyphs) width += font::scaled(glyph.advance, run.size, run.face->metrics());
    for (Cluster const& cluster : run.clusters) width += cluster.extra;
    out += fmt::format("text line {} at {} {} width {} {} {} {} {}{}\n", run.line, points(run.origin.x),
                       points(run.origin.y), points(width), run.face->postscript_name(), points(run.size),
                       text::name_of(run.direction), printable(run.text), run.last_of_line ? " ." : "");
  }
  void operator()(Rule const& rule) const { out += fmt::format("rule {}\n", box(rule.box)); }
  void operator()(ImageBox const& image) const {
    out += fmt::format("image {} {}\n", image.image, box(image.box));
  }
  void operator()(LinkBox const& link) const {
    out += fmt::format("link {} {} {}\n", box(link.box), link.target, printable(link.text));
  }
};

std::size_t depth_of(Document const& document, std::size_t node) {
  std::size_t depth = 0;
  for (auto parent = document.structure[node].parent; parent; parent = document.structure[*parent].parent)
    ++depth;
  return depth;
}

void print_structure(Document const& document, std::string& out) {
  for (std::size_t i = 0; i < document.structure.size(); ++i) {
    StructureNode const& node = document.structure[i];
    out += fmt::format("{}{} {}", std::string(2 * depth_of(document, i), ' '), i, name_of(node.role));
    if (node.level != 0) out += fmt::format(" {}", node.level);
    if (!node.language.empty()) out += fmt::format(" [{}]", node.language);
    if (node.direction == text::Direction::rtl) out += " [rtl]";
    if (!node.alternative.empty()) out += " " + printable(node.alternative);
    out += '\n';
  }
}

}  // namespace

std::string lines_dump(Document const& document) {
  std::string out;
  for (Page const& page : document.pages) {
    out += fmt::format("page {}\n", page.label);
    std::string line, mark;
    auto const flush = [&] {
      if (!line.empty()) out += mark + line + '\n';
      line.clear();
    };
    std::optional<std::uint32_t> current;
    for (Item const& item : page.items) {
      auto const* run = std::get_if<GlyphRun>(&item.what);
      if (run == nullptr) continue;
      if (current != run->line) flush();
      current = run->line;
      mark = item.structure ? "  " : fmt::format("  ({}) ", name_of(item.furniture));
      line += run->text;
    }
    flush();
  }
  return out;
}

std::string pages_dump(Document const& document) {
  std::string out;
  for (Page const& page : document.pages) {
    out += fmt::format("page {} {}×{}\n", page.label, points(page.paper.width), points(page.paper.height));
    for (Item const& item : page.items) {
      out += item.structure ? fmt::format("  {:>4} ", *item.structure)
                            : fmt::format("  {} ", name_of(item.furniture));
      std::visit(ItemPrinter{out}, item.what);
    }
  }
  out += "structure\n";
  print_structure(document, out);
  out += "outline\n";
  for (OutlineEntry const& entry : document.outline)
    out += fmt::format("  {} {} page {} at {}\n", entry.level, printable(entry.title), entry.page,
                       points(entry.top));
  out += "destinations\n";
  for (Destination const& place : document.destinations)
    out += fmt::format("  {} page {} at {}\n", place.name, place.page, points(place.top));
  out += "starts\n";
  for (PageStart const& start : document.starts)
    out +=
        fmt::format("  {} article {} #{} byte {}\n", start.label, start.article, start.block, start.offset);
  return out;
}

}  // namespace ms::page
