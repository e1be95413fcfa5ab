// The display list: what is on every page and what it means, and nothing about how it came there. In: what
// compose placed. Out: all the PDF writer knows. Positions are from the page's top left corner, y downwards.
// Items stand in reading order, the runs of one line in logical order (who paints sorts them by origin.x);
// within a run glyphs and clusters are in visual order, left to right.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/rect.hpp"
#include "base/short_range.hpp"
#include "font/face.hpp"
#include "text/direction.hpp"

namespace ms::page {

using base::Length;
using base::Point;
using base::Rect;

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend bool operator==(Colour, Colour) = default;
};

/// Offsets and advance in font units; y upwards, as fonts have it.
struct Glyph {
  std::uint32_t id = 0;
  std::int32_t x_offset = 0, y_offset = 0;
  std::int32_t advance = 0;
  friend bool operator==(Glyph, Glyph) = default;
};

/// What belongs together: some glyphs and the text they stand for.
struct Cluster {
  base::ShortRange glyphs;  ///< indices into GlyphRun::glyphs
  base::ShortRange text;    ///< bytes of GlyphRun::text; clusters of a right-to-left run have falling ranges
  Length extra;             ///< white space added after its advance (justification); may be negative
  bool hyphen = false;      ///< a hyphen that hyphenation put here: text is U+00AD, not of the source
  friend bool operator==(Cluster const&, Cluster const&) = default;
};

/// Text in one face and size on one line.
struct GlyphRun {
  font::Face const* face = nullptr;  ///< lives in the font library, which outlives the pages
  Length size;
  Point origin;  ///< left end of the run on the baseline
  Colour colour;
  text::Direction direction = text::Direction::ltr;
  std::string language;  ///< BCP 47 of this run
  std::string text;      ///< what the run stands for, in logical order, UTF-8
  std::vector<Glyph> glyphs;
  std::vector<Cluster> clusters;    ///< visual order; together they cover glyphs and text
  std::int32_t letter_spacing = 0;  ///< already part of Cluster::extra; kept for dumps
  base::Range source;               ///< bytes of the article's source this comes from; empty: none
  std::uint32_t line = 0;           ///< number of the line within its page: runs of one line are neighbours
  bool last_of_line = false;        ///< logically last run of its line
};

struct Rule {
  Rect box;
  Colour colour;
};

struct ImageBox {
  Rect box;
  std::size_t image = 0;  ///< index into Document::images
};

/// A clickable rectangle.
struct LinkBox {
  Rect box;
  std::string target;  ///< IRI, or "#name" of a Destination
  std::string text;    ///< what a screen reader says
};

/// A node of the structure tree (ISO 32000-1 14.7, 14.8).
enum class Role {
  document,
  part,
  section,
  heading,
  paragraph,
  list,
  list_item,
  label,
  list_body,
  quote,
  table,
  table_row,
  table_head_cell,
  table_cell,
  figure,
  caption,
  note,
  reference,
  link,
  span,
  code,
  contents,
  contents_item
};

struct StructureNode {
  Role role = Role::paragraph;
  int level = 0;                      ///< of a heading, 1 to 6
  std::optional<std::size_t> parent;  ///< index; a parent stands before its children; none: the root
  std::string language;               ///< BCP 47; empty: the parent's
  text::Direction direction = text::Direction::ltr;
  std::string alternative;  ///< of a figure
  std::string id;           ///< of a note
  bool ordered = false;     ///< of a list
  std::string refers_to;    ///< of a reference: the note's id
};

/// Why a thing is an artifact: decoration of the body, or running matter.
enum class Furniture { body, header, footer };

/// What a thing on the page is part of: a node, or nothing (running matter, rules).
struct Item {
  std::optional<std::size_t> structure;  ///< index into Document::structure; none: artifact
  std::variant<GlyphRun, Rule, ImageBox, LinkBox> what;
  Furniture furniture = Furniture::body;  ///< of an artifact
};

struct Page {
  base::Size paper;
  std::string label;        ///< printed number, "3"
  std::vector<Item> items;  ///< reading order; artifacts (foot, rules) at the end
};

struct OutlineEntry {
  std::string title;
  std::string language;
  int level = 1;  ///< 1 is the top; never jumps down by more than one
  std::size_t page = 0;
  Length top;
  std::optional<std::size_t> structure;
};

struct Destination {
  std::string name;
  std::size_t page = 0;
  Length top;
  std::optional<std::size_t> structure;
};

struct Image {
  std::string media_type;
  std::string bytes;
};

/// Which block begins or goes on at the top of a page: for the EPUB's page list.
struct PageStart {
  std::size_t article = 0;
  std::string block;       ///< id of the block
  std::size_t offset = 0;  ///< byte in the block's text where the page begins
  std::string label;
};

struct Properties {
  std::string title, language;
  std::vector<std::string> authors;
  std::string date;  ///< of the article, ISO 8601, may be empty
  std::string publisher, source_url, licence, subject;
  text::Direction direction = text::Direction::ltr;
  std::string modified;    ///< ISO 8601 moment, of the output
  std::string identifier;  ///< UUID
  std::string generator;
};

struct Document {
  Properties properties;
  std::vector<Page> pages;
  std::vector<StructureNode> structure;
  std::vector<OutlineEntry> outline;
  std::vector<Destination> destinations;
  std::vector<Image> images;
  std::vector<PageStart> starts;
};

}  // namespace ms::page
