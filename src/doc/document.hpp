// The document tree: one article as values. In: what `read` found. Out: what `layout` and `epub` need; no
// fonts, no pages, no markup. Language and direction that are absent are inherited; `resolve` (resolve.hpp)
// settles them once.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "text/direction.hpp"
#include "text/text.hpp"

namespace ms::doc {

struct Block;
using Blocks = std::vector<Block>;

struct Paragraph {
  text::Text text;
};
struct Heading {
  int level = 2;  ///< 1 to 6; the headline of an article is not a block
  text::Text text;
};
struct Quote {
  Blocks blocks;
};
struct ListItem {
  std::string marker;  ///< the source's own, "•" or "١."
  Blocks blocks;
};
struct List {
  bool ordered = false;
  int start = 1;
  std::vector<ListItem> items;
};
struct Figure {
  std::string image;  ///< id in Document::images, empty when missing
  std::string alt;
  Blocks caption;
  bool missing = false;
};
struct TableRow {
  std::vector<Blocks> cells;
};
struct Table {
  std::vector<TableRow> head, rows;
};
struct Code {
  text::Text text;  ///< lines end with \n
};
struct Verse {
  text::Text text;  ///< lines end with \n
};
struct Separator {};

using Content = std::variant<Paragraph, Heading, Quote, List, Figure, Table, Code, Verse, Separator>;

struct Block {
  std::string id;                    ///< unique in its article, ASCII: "p1", "h2"
  std::vector<std::string> classes;  ///< "first" …
  std::string language;              ///< BCP 47, empty: inherited
  std::optional<text::Direction> direction;
  Content content;
};

/// A line of metadata that is printed as it was found.
struct Line {
  text::Text text;
  std::string language;
  std::optional<text::Direction> direction;
  bool is_empty() const { return text.is_empty(); }
};

enum class Role { author, editor, translator, photographer, agency };
struct Person {
  std::string name;
  Role role = Role::author;
  friend bool operator==(Person const&, Person const&) = default;
};

struct Metadata {
  Line kicker;      ///< section or rubric printed above the headline
  Line title;       ///< the headline
  Line standfirst;  ///< the paragraph under the headline that sums up
  Line byline;      ///< as found: "By Ana Ruiz", "من مراسلنا"
  Line date_line;   ///< as found: "11 August 2025"
  std::vector<Person> people;
  std::string date;  ///< ISO 8601 day or moment, empty when not known
  std::string place, publisher, section, url, licence;
  std::string language = "und";        ///< of the article, BCP 47
  std::vector<std::string> languages;  ///< all main languages, the article's own first
  text::Direction direction = text::Direction::ltr;
};

struct Note {
  std::string id;
  Blocks blocks;
};

struct Image {
  std::string id;
  std::string media_type;  ///< image/jpeg, image/png
  std::string bytes;
};

struct Document {
  Metadata metadata;
  Blocks blocks;
  std::vector<Note> notes;
  std::vector<Image> images;
};

struct Section {
  std::string title;
  std::vector<std::size_t> articles;  ///< indices into Edition::articles
};

/// One article or many; an article on its own is an Edition of one.
struct Edition {
  Metadata metadata;
  std::vector<Document> articles;
  std::vector<Section> sections;
  std::string identifier;  ///< UUID from the content, the same for the same source and program
  std::string modified;    ///< "2025-08-11T00:00:00Z", of the outputs, never the clock; empty: nobody said
  std::string generator;   ///< "Manyscript 0.1.0"
};

/// An Edition of one: metadata from the article.
Edition edition_of(Document article);
/// Of all articles together: what their collection says of itself, completed by what they say; an article
/// on its own says all there is to say.
Metadata edition_metadata(std::vector<Document> const& articles, std::optional<Metadata> const& collection);
Edition edition_of(std::vector<Document> articles, std::optional<Metadata> const& collection);

std::string_view name_of(Role role);
/// "paragraph", "heading" … as in the JSON contract.
std::string_view kind_of(Block const& block);

}  // namespace ms::doc
