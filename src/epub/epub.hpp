// Front header of epub/. In: an edition, its style, and as plain data what pages and fonts have to tell. Out:
// a package as a list of files, and its bytes as an EPUB 3.3 that is clean under 3.4 too. Always: language
// and direction stand wherever text stands (package, navigation, blocks, runs), the same input gives the same
// bytes, and nothing here sees a page or a font. The edition's identifier and moment must be set.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "doc/document.hpp"
#include "style/style.hpp"

namespace ms::epub {

/// Where a printed page begins.
struct PageMark {
  std::size_t article = 0;
  std::string block;       ///< id of the block
  std::size_t offset = 0;  ///< byte in the block's text
  std::string label;       ///< printed number
};

struct FontFile {
  std::string family, name;  ///< CSS family, file name
  std::string bytes;
  bool bold = false, italic = false;
};

struct Extras {
  std::vector<PageMark> pages;
  std::string page_source;  ///< what the pages belong to, a URN or ISBN; empty: the edition's own identifier
  std::vector<FontFile> fonts;
};

struct Resource {
  std::string path;  ///< inside the container, ASCII
  std::string media_type;
  std::string bytes;
  bool compressed = true;
};

/// In the order of the container; `mimetype` is first and stored.
struct Package {
  std::vector<Resource> resources;
};

/// Diagnostics: `epub.image-missing`, `epub.image-kind`, `epub.image-without-text`, `epub.link`.
Package make_package(doc::Edition const& edition, style::Style const& style, Extras const& extras,
                     base::Diagnostics& diagnostics);

/// The edition's moment, or a fixed one where nobody said when it was: an ebook must have one, and no clock
/// may get into its bytes.
std::string moment_of(doc::Edition const& edition);

/// The container (OCF zip). Every entry has the day of `modified` (ISO 8601, from 1980 on), at noon: libzip
/// goes through local time, and at noon no zone puts its clocks forward.
std::string zip(Package const& package, std::string const& modified);

/// One article's content document, for tests and `--to xhtml`.
std::string xhtml(doc::Edition const& edition, std::size_t article, style::Style const& style,
                  Extras const& extras);

}  // namespace ms::epub
