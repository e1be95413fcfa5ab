// HTML inside of Markdown. In: raw HTML as the parser hands it out, in stretches of the source. Out: its text
// in the open part, its tags as edits. Always: what a browser would show as text is kept; scripts, styles and
// comments go; a tag may begin a new part, make a mark, or nothing at all.
#pragma once

#include <string>
#include <vector>

#include "read/excerpt.hpp"
#include "read/part_writer.hpp"

namespace ms::read {

/// What a character reference ("&eacute;", "&#233;") stands for; nothing when it stands for itself.
std::optional<std::string> character_of(std::string_view reference);

class MarkdownTags {
 public:
  MarkdownTags(std::string_view source, PartWriter& writer) : source_(source), writer_(writer) {}

  /// One tag or comment inside of a paragraph.
  void write_inline(std::vector<base::Range> const& tag);
  /// A block of HTML. `model` is what its parts begin as, the first one with what is before it. Returns
  /// whether there was any.
  bool write_block(std::vector<base::Range> const& stretches, Part model);

 private:
  void text(base::Range range, Part& model);
  void tag(std::string_view tag, bool is_block);
  void end();
  void drop(std::vector<base::Range> const& ranges);

  std::string_view source_;
  PartWriter& writer_;
  bool has_parts_ = false;  ///< of the block being written
};

}  // namespace ms::read
