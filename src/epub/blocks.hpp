// Blocks to XHTML. In: blocks and the plan of their article. Out: one element for each block that has
// something to show, with its id, its classes, and language and direction where they change.
#pragma once

#include <string>

#include "epub/inline.hpp"

namespace ms::epub {

class BlockWriter {
 public:
  BlockWriter(Xml& xml, ArticlePlan const& article, Tags& tags, base::Diagnostics& diagnostics)
      : xml_(xml), article_(article), tags_(tags), inline_(xml, article, tags, diagnostics) {}

  void write(doc::Blocks const& blocks, Place const& around);
  /// The notes of the article, each with its way back.
  void write_notes(Place const& around);
  /// Page marks that belong to no block.
  void write_marks_at_start();
  Inline& inlines() { return inline_; }

 private:
  /// What stands before the text of the next paragraph: a list's marker, a note's way back.
  struct Lead {
    std::string marker;
    Note const* note = nullptr;
    bool is_empty() const { return marker.empty() && note == nullptr; }
  };

  void write(doc::Block const& block, Place const& around);
  void write_text(char const* name, doc::Block const& block, text::Text const& text, Place const& around,
                  std::string_view more_class = {});
  void write_list(doc::Block const& block, doc::List const& list, Place const& around);
  void write_figure(doc::Block const& block, doc::Figure const& figure, Place const& around);
  void write_table(doc::Block const& block, doc::Table const& table, Place const& around);
  void write_row(char const* cell, doc::TableRow const& row, Place const& around);
  void write_lead();
  void marks_before(doc::Block const& block);
  Attributes attributes(doc::Block const& block, Place const& around, std::string_view more_class = {});
  Place place(doc::Block const& block) { return tags_.place(article_.resolved.of(block)); }

  Xml& xml_;
  ArticlePlan const& article_;
  Tags& tags_;
  Inline inline_;
  Lead lead_;
};

}  // namespace ms::epub
