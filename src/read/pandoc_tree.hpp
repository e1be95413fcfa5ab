// Blocks and inlines of pandoc as blocks and texts. In: parts of its JSON. Out: parts of a tree, texts as
// they came. Always: nesting is at most doc::max_depth; what is unknown is left out with a diagnostic.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/json.hpp"
#include "doc/document.hpp"
#include "read/html_images.hpp"
#include "read/text_writer.hpp"

namespace ms::read {

class PandocTree {
 public:
  PandocTree(std::string const& path, base::Diagnostics& diagnostics)
      : images_(path), diagnostics_(diagnostics) {}

  doc::Blocks blocks(base::Json const& json) { return blocks(json, 0); }
  text::Text text(base::Json const& inlines);
  /// All texts of blocks in one.
  text::Text text_of_blocks(base::Json const& json);
  std::vector<doc::Note> take_notes() { return std::move(notes_); }
  std::vector<doc::Image> take_images() { return images_.take(); }

 private:
  struct Attributes {
    std::string id, language, direction, reading, alt;
    std::vector<std::string> classes;
  };
  static Attributes attributes(base::Json const& json);

  doc::Blocks blocks(base::Json const& json, int depth);
  void add_block(doc::Blocks& made, base::Json const& json, int depth);
  void add_div(doc::Blocks& made, base::Json const& content, int depth);
  void add_paragraph(doc::Blocks& made, base::Json const& inlines);
  void add_figure(doc::Blocks& made, base::Json const& content, int depth);
  void add_definitions(doc::Blocks& made, base::Json const& content, int depth);
  void add_table(doc::Blocks& made, base::Json const& content, int depth);
  void add_rows(std::vector<doc::TableRow>& made, base::Json const& rows, std::size_t columns, int depth);
  doc::List list(base::Json const& items, base::Json const& ordered, int depth);
  doc::Verse verse(base::Json const& lines);
  static void place(doc::Block& block, Attributes const& attributes);

  void inlines(TextWriter& out, base::Json const& json, int depth);
  void add_inline(TextWriter& out, base::Json const& json, int depth);
  void add_span(TextWriter& out, base::Json const& content, int depth);
  void add_note(TextWriter& out, base::Json const& content, int depth);
  void raw(base::Json const& content);
  void left_out(std::string const& what);

  html::Images images_;
  base::Diagnostics& diagnostics_;
  std::vector<doc::Note> notes_;
};

}  // namespace ms::read
