// What a reader of text found, before it is text and tree: the parts of the article in the order of the
// source, what goes and why, and what was learnt about the article. Ranges are bytes of the source after the
// rules of the source. Always: parts and drops are sorted, do not overlap, and lie on code point boundaries.
#pragma once

#include <optional>
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
  std::string instead = {};            ///< stands there in place of the range; empty: the range itself
  std::string_view instead_rule = {};  ///< of the edit that does it
};

/// A span over the text of a part, in bytes of the source; what of it was kept counts.
struct Marked {
  base::Range range;
  text::SpanKind kind = text::SpanKind::strong;
  std::string value;
};

/// What is around a part. Neighbours with the same container are in it together.
struct Container {
  enum class Kind { quote, list, note };
  Kind kind = Kind::quote;
  int id = 0;  ///< tells it from the container beside it
  // Of a list:
  bool is_ordered = false;
  int item = 0;             ///< which of its items, counted from 0
  int number = 1;           ///< of that item, in an ordered list
  std::string marker = {};  ///< of that item, for the tree
  // Of a note:
  std::string name = {};
};

/// Where in a table a part is. A cell may have several parts, or none.
struct Cell {
  int table = 0;  ///< tells it from other tables
  std::size_t row = 0, column = 0, columns = 1;
  bool is_head = false;
};

/// One block, one paragraph of an item or a cell, or one line of metadata.
struct Part {
  Role role = Role::paragraph;
  int level = 2;                  ///< of a heading
  std::vector<Container> inside;  ///< the outermost first; at most deepest_container
  std::optional<Cell> cell;
  base::Range marker;           ///< of the item, kept in the text but not part of the item's; may be empty
  std::string before = "\n\n";  ///< what parts it from the part before it
  std::vector<Piece> pieces;    ///< never empty
  std::vector<Marked> marks;
  std::string css_class;
};

/// Deeper nesting is flattened, so that the tree stays below doc::max_depth.
constexpr std::size_t deepest_container = 16;

/// A stretch of the source that goes, with the reason.
struct Drop {
  base::Range range;
  std::string_view rule;  ///< "residue.clipboard"
  text::EditClass kind = text::EditClass::remove;
  double confidence = 1;
  base::ShortString evidence;
};

struct Outline {
  std::vector<Part> parts;
  std::vector<Drop> drops;
  // Ranges inside parts, printed as lines of their own on a page; empty when there are none.
  base::Range byline, date_line;
  doc::Metadata facts;  ///< people, date, place … but no lines and no language
  // What the source says of itself.
  std::string language;  ///< BCP 47, canonical; may be empty
  std::optional<text::Direction> direction;
  std::string_view markup_rule;  ///< of edits that take away more than white space between parts
};

}  // namespace ms::read
