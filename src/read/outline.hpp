// What a reader of text found, before it is text and tree: the parts of the article in the order of the
// source, what goes and why, and what was learnt about the article. Ranges are bytes of the source after the
// rules of the source. Always: parts and drops are sorted, do not overlap, and lie on code point boundaries.
#pragma once

#include <string>
#include <vector>

#include "base/range.hpp"
#include "doc/document.hpp"
#include "text/edit.hpp"

namespace ms::read {

enum class Role {
  paragraph,
  heading,
  item,
  verse,
  code,
  separator,
  caption,
  kicker,
  title,
  standfirst,
  byline,
  date
};

/// A stretch of the source that is kept as it is, and what is put between it and the one before.
struct Piece {
  base::Range range;
  std::string before;
  std::string_view rule = {};  ///< of the edit that puts it there; must outlive the part
  double confidence = 1;
};

/// A span over the text of a part, in bytes of the source; what of it was kept counts.
struct Marked {
  base::Range range;
  text::SpanKind kind = text::SpanKind::strong;
  std::string value;
};

/// One block, one item of a list, or one line of metadata.
struct Part {
  Role role = Role::paragraph;
  int level = 2;              ///< of a heading
  int quote_depth = 0;        ///< how many block quotes are around it
  int list_depth = 0;         ///< how many lists are around it, its own included
  bool starts_item = false;   ///< first part of a list item
  bool is_ordered = false;    ///< the list it is in
  int number = 1;             ///< of the item, in an ordered list
  base::Range marker;         ///< of the item, kept in the text but not part of the item's; may be empty
  bool is_tight = false;      ///< on the line after the part before, without a blank line
  std::vector<Piece> pieces;  ///< never empty
  std::vector<Marked> marks;
  std::string css_class;
};

/// A stretch of the source that goes, with the reason.
struct Drop {
  base::Range range;
  std::string_view rule;  ///< "residue.clipboard"
  text::EditClass kind = text::EditClass::remove;
  double confidence = 1;
  std::string evidence;
};

struct Outline {
  std::vector<Part> parts;
  std::vector<Drop> drops;
  // Ranges inside parts, printed as lines of their own on a page; empty when there are none.
  base::Range byline, date_line;
  doc::Metadata facts;  ///< people, date, place … but no lines and no language
};

}  // namespace ms::read
