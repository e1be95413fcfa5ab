// Front header of style/. In: CSS (styles/*.css, the user's own on top). Out: computed values for any place
// in the tree, the geometry of the page, and the sheet the ebook carries. Always: what is not understood is a
// diagnostic with file, line and column, never a failure.
//
// CSS itself says which side reads a rule: the page is print, the ebook is a screen. `@media print` and
// `@page` are read for pages only, `@media screen` for the ebook only, every other rule for both. Other media
// (`amzn-kf8`, `(prefers-color-scheme: dark)`) are never a page and go to the ebook as they stand. The subset
// the page understands is in docs/styles.md: type, class and :lang() selectors, descendant and child
// combinators, the properties of properties.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/length.hpp"
#include "base/rect.hpp"
#include "text/direction.hpp"

namespace ms::style {

using base::Length;

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend bool operator==(Colour, Colour) = default;
};

enum class Family { serif, sans, mono };
enum class Align { start, end, centre, justify };
enum class Keep { automatic, avoid, always };  ///< for break-before, break-after, break-inside

/// Computed values of one box; lengths are absolute. Defaults are CSS initial values, but for lengths of
/// type.
struct Computed {
  Family family = Family::serif;
  Length size = Length::points(10.25);
  Length line_height = Length::points(14);
  Length grid;  ///< block-step-size: lines stand at multiples of it; inherited, zero: none
  bool bold = false;
  bool italic = false;
  std::int32_t letter_spacing = 0;  ///< 1/1000 em
  Colour colour;
  Align align = Align::start;
  Align align_last = Align::start;
  bool hyphenate = false;
  bool balance = false;  ///< text-wrap: balance
  Length indent;         ///< text-indent
  Length margin_before, margin_after, margin_start, margin_end;
  Length padding_before, padding_after, padding_start, padding_end;
  Length rule_before, rule_after;  ///< border widths, block axis
  Colour rule_colour;
  Keep break_before = Keep::automatic, break_after = Keep::automatic, break_inside = Keep::automatic;
  int widows = 2, orphans = 2;
  bool shown = true;         ///< false below `display: none`
  bool keeps_lines = false;  ///< white-space: pre-line or pre-wrap
  friend bool operator==(Computed const&, Computed const&) = default;
};

/// One step of the path from the root to the place asked about.
struct Element {
  std::string_view name;  ///< "p", "h1", "blockquote"
  std::vector<std::string_view> classes;
  std::string_view language;  ///< resolved BCP 47
  text::Direction direction = text::Direction::ltr;
};

/// Geometry of the page, from @page and the user's --paper.
struct PageStyle {
  base::Size paper{Length::millimetres(210), Length::millimetres(297)};
  Length top, bottom, inner, outer;  ///< margins; inner and outer are start and end where not mirrored
  bool mirrored = false;             ///< by @page :left and @page :right
  int columns = 1;
  Length column_gap;
  Length column_rule;  ///< width of the rule between columns
  Length grid;         ///< of body in no particular language; an article's own is compute({body}).grid
};

struct Sheet;  // parsed rules

class Style {
 public:
  /// Sheets in order, later ones win: those of sheets_of(), then the user's.
  struct Source {
    std::string name;  ///< for diagnostics
    std::string css;
  };
  static Style parse(std::vector<Source> sources, base::Diagnostics& diagnostics);

  /// The path begins with body, whose size is the rem and whose line height is the rlh.
  Computed compute(std::vector<Element> const& path) const;
  PageStyle const& page() const { return page_; }
  PageStyle& page() { return page_; }
  /// Style of the running foot's text and of its rule: body > footer.foot. Not `shown`: no foot.
  Computed foot() const;
  /// The same of the running head: body > header.head.
  Computed head() const;
  /// The sheets as the ebook carries them: without what only pages read, `@media screen` unwrapped (old
  /// engines skip every @media), and without what EPUB refuses: `direction`, `unicode-bidi`, @import, files.
  std::string css() const;
  /// Multiplies every font size, line height, em-based length and the grid of the page side (--font-size).
  void scale_type(std::int64_t numerator, std::int64_t denominator);

 private:
  std::shared_ptr<Sheet const> sheet_;
  PageStyle page_;
  std::int64_t scale_numerator_ = 1, scale_denominator_ = 1;
};

/// File names in styles/ that make a style, in the order of parse(): every style stands on brief.css.
/// "brief" or "book"; any other name gives none.
std::vector<std::string> sheets_of(std::string_view style);

/// Classes of h1.headline: a long title is set a step smaller over 90 characters and two over 140, a wide
/// character counting as two. Both writers ask here, so they agree.
std::vector<std::string_view> headline_classes(std::string_view title);

/// --paper: a CSS page size (a3 a4 a5 b4 b5 jis-b4 jis-b5 letter legal ledger), or WxH with a unit:
/// 148x210mm, 6inx9in. Nothing for anything else, or for less than 20 mm or more than 5 m.
std::optional<base::Size> paper_named(std::string_view name);

/// --font-size: a number with an absolute unit, "11pt", "4mm". Nothing for anything else.
std::optional<Length> length_named(std::string_view name);

/// The same page on other paper: margins keep their share of it.
PageStyle on_paper(PageStyle page, base::Size paper);

}  // namespace ms::style
