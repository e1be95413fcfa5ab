#include "pdf/content.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "base/exif.hpp"
#include "pdf/numbers.hpp"
#include "pdf/print.hpp"

namespace ms::pdf {

namespace {

using base::Length;
using page::GlyphRun;

/// Millionths of a point.
using Fine = std::int64_t;
Fine fine(Length length) {
  return (length.units() * 15625 + 8) / 16;
}
Fine fine_of_thousandths(std::int64_t thousandths) {
  return thousandths * 1000;
}

/// A pen that is less than this off goes on; beyond it the difference is made up. A twentieth of a point is
/// the dot of the finest printers.
constexpr Fine tolerance = 50'000;

/// What a sequence belongs to.
struct Owner {
  std::optional<std::size_t> node;
  page::Furniture furniture = page::Furniture::body;
  bool private_use = false;
  friend bool operator==(Owner const&, Owner const&) = default;
};

/// Running matter first: PDFium takes what follows a page's last line for its end when that was hyphenated.
std::vector<std::size_t> painting_order(page::Page const& page) {
  std::vector<std::size_t> out(page.items.size());
  std::iota(out.begin(), out.end(), std::size_t{0});
  std::stable_partition(out.begin(), out.end(), [&](std::size_t i) {
    return !page.items[i].structure && page.items[i].furniture != page::Furniture::body;
  });
  return out;
}

class Painter {
 public:
  Painter(page::Page const& page, EncodedPage const& encoded, std::vector<EmbeddedFont> const& fonts,
          std::vector<Picture> const& images, std::vector<std::string_view> const& tags)
      : page_(page), encoded_(encoded), fonts_(fonts), images_(images), tags_(tags) {}

  Content paint() {
    std::size_t strip = 0;
    for (std::size_t const i : painting_order(page_)) {
      auto const& what = page_.items[i].what;
      if (std::holds_alternative<GlyphRun>(what)) {
        // The strips of the line this run begins, of all its runs.
        std::size_t const end = end_of_line(strip, i);
        if (end > strip) paint_line(strip, end);
        strip = end;
      } else if (auto const* rule = std::get_if<page::Rule>(&what)) {
        paint_rule(*rule, i);
      } else if (auto const* image = std::get_if<page::ImageBox>(&what)) {
        paint_image(*image, i);
      }
    }
    close_text();
    close_mark();
    return std::move(content_);
  }

 private:
  std::uint32_t line_of(std::size_t item) const { return std::get<GlyphRun>(page_.items[item].what).line; }

  /// Strips are in painting order: a line's strips are neighbours, and its first item comes first.
  std::size_t end_of_line(std::size_t strip, std::size_t item) const {
    if (strip == encoded_.strips.size() || line_of(encoded_.strips[strip].item) != line_of(item))
      return strip;
    std::size_t end = strip;
    while (end < encoded_.strips.size() && line_of(encoded_.strips[end].item) == line_of(item)) ++end;
    return end;
  }

  Owner owner_of(std::size_t item, bool private_use = false) const {
    page::Item const& it = page_.items[item];
    return {it.structure, it.structure ? page::Furniture::body : it.furniture, private_use};
  }

  void paint_line(std::size_t first, std::size_t end) {
    choose_spacing(first, end);
    for (std::size_t i = first; i < end; ++i) paint_strip(encoded_.strips[i]);
    flush();
  }

  // Marked content ------------------------------------------------------------------------------------------

  void open_mark(Owner const& owner, std::size_t item) {
    if (mark_ && *mark_ == owner && !owner.private_use) {
      if (owner.node) content_.marks.back().item = std::min(content_.marks.back().item, item);
      return;
    }
    close_mark();
    mark_ = owner;
    std::string& out = content_.operators;
    if (!owner.node) {
      switch (owner.furniture) {
        case page::Furniture::body: out += "/Artifact BMC\n"; return;
        case page::Furniture::header: out += "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n"; return;
        case page::Furniture::footer: out += "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"; return;
      }
    }
    append_name(out, tags_[*owner.node]);
    out += "<</MCID ";
    append_integer(out, static_cast<std::int64_t>(content_.marks.size()));
    // Private characters mean nothing to a reader (PDF/A-2 6.2.11.7.3).
    if (owner.private_use) out += "/ActualText<FEFFFFFD>";
    out += ">>BDC\n";
    content_.marks.push_back({*owner.node, item});
  }

  void close_mark() {
    flush();
    if (mark_) content_.operators += "EMC\n";
    mark_.reset();
  }

  // Text ----------------------------------------------------------------------------------------------------

  void open_text() {
    if (in_text_) return;
    close_mark();
    content_.operators += "BT\n";
    in_text_ = true;
    line_x_ = line_y_ = 0;
    pen_ = 0;
  }
  void close_text() {
    if (!in_text_) return;
    close_mark();  // begin and end of a sequence are both inside BT … ET or both outside
    content_.operators += "ET\n";
    in_text_ = false;
  }

  void set_colour(page::Colour colour) {
    if (colour_ == colour) return;
    flush();
    colour_ = colour;
    std::string& out = content_.operators;
    auto const append = [&](int value) { append_thousandths(out, (value * 1000 + 127) / 255); };
    append(colour.red);
    if (colour.red == colour.green && colour.red == colour.blue) {
      out += " g\n";
      return;
    }
    out += ' ';
    append(colour.green);
    out += ' ';
    append(colour.blue);
    out += " rg\n";
  }

  void set_font(std::uint16_t font, std::int64_t size) {
    if (font_ == font && size_ == size) return;
    flush();
    font_ = font;
    size_ = size;
    std::string& out = content_.operators;
    out += "/F";
    append_integer(out, font);
    out += ' ';
    append_thousandths(out, size);
    out += " Tf\n";
  }

  /// To the start of a line; what is shown next is shown by `'` when that is a line below on the grid.
  void move_to(Length x, std::int64_t y) {
    flush();
    std::string& out = content_.operators;
    std::int64_t const to_x = thousandths_of(x), right = to_x - line_x_, up = y - line_y_;
    if (right == 0 && up == -leading_ && up != 0) {
      next_line_ = true;
    } else {
      append_thousandths(out, right);
      out += ' ';
      append_thousandths(out, up);
      // A step straight down is taken for the distance of the lines to come.
      bool const sets_leading = right == 0 && up < 0;
      out += sets_leading ? " TD\n" : " Td\n";
      if (sets_leading) leading_ = -up;
    }
    line_x_ = to_x;
    line_y_ = y;
    pen_ = fine_of_thousandths(to_x);
  }

  static bool is_space(Shown const& shown, EmbeddedFont const& font) {
    return font.cids[shown.place.entry] == ' ';
  }

  static Fine median(std::vector<Fine>& values) {
    if (values.empty()) return 0;
    auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
  }

  static Fine rounded_to(Fine value, Fine step) {
    return (value + (value < 0 ? -step : step) / 2) / step * step;
  }
  /// To hundredths of a point where the pen then stays in its place to the end of the line, else to
  /// thousandths.
  static Fine rounded(Fine value, std::size_t gaps) {
    Fine const rough = rounded_to(value, 10'000);
    bool const is_exact_enough = std::abs(value - rough) * static_cast<Fine>(gaps) <= tolerance;
    return is_exact_enough ? rough : rounded_to(value, 1'000);
  }

  /// What the gaps of a line have in common is made by the viewer: after every code, and after every space on
  /// top.
  void choose_spacing(std::size_t first, std::size_t end) {
    letter_gaps_.clear();
    space_gaps_.clear();
    for (std::size_t i = first; i < end; ++i) {
      Strip const& strip = encoded_.strips[i];
      EmbeddedFont const& font = fonts_[strip.font];
      std::int64_t const size = thousandths_of(strip.size);
      for (std::size_t k = strip.first; k + 1 < strip.end; ++k) {
        Shown const &shown = encoded_.codes[k], &next = encoded_.codes[k + 1];
        Fine const gap = fine(Length::units(next.x - shown.x)) - font.width_of(shown.place.entry) * size;
        (is_space(shown, font) ? space_gaps_ : letter_gaps_).push_back(gap);
      }
    }
    Fine letter = median(letter_gaps_);
    auto const alike =
        static_cast<std::size_t>(std::count_if(letter_gaps_.begin(), letter_gaps_.end(), [&](Fine gap) {
          return std::abs(gap - letter) <= tolerance;
        }));
    // The two operators are as long as some three corrections on the way.
    auto const letters = static_cast<Fine>(letter_gaps_.size());
    if (std::abs(letter) * letters <= 3 * tolerance || 2 * alike < letter_gaps_.size())
      letter = 0;
    else
      letter = rounded_to(letter, 1'000);
    if (!letter_gaps_.empty() && letter != letter_spacing_) next_letter_spacing_ = letter;
    if (space_gaps_.empty()) return;
    auto const spaces = static_cast<Fine>(space_gaps_.size());
    Fine const word = rounded(median(space_gaps_) - next_letter_spacing_, space_gaps_.size());
    if (std::abs(word - word_spacing_) * spaces > tolerance) next_word_spacing_ = word;
  }

  void set_spacing(Fine& now, Fine next, std::string_view name) {
    if (next == now) return;
    flush();
    now = next;
    append_thousandths(content_.operators, now / 1000);
    content_.operators += name;
  }

  /// In 1/1000 em; in fives where that is exact enough, since equal numbers deflate well.
  static std::int64_t adjustment_for(Fine off, std::int64_t size) {
    std::int64_t const step = 5 * size <= tolerance + tolerance / 4 ? 5 : 1;
    std::int64_t const unit = step * size;
    return (2 * off + (off < 0 ? -unit : unit)) / (2 * unit) * step;
  }

  void paint_strip(Strip const& strip) {
    if (strip.first == strip.end) return;
    std::int64_t const size = thousandths_of(strip.size);
    std::int64_t const y = thousandths_of(page_.paper.height - strip.baseline);
    open_text();
    open_mark(owner_of(strip.item, strip.private_use), strip.item);
    set_colour(strip.colour);
    set_font(strip.font, size);
    set_spacing(letter_spacing_, next_letter_spacing_, " Tc\n");
    set_spacing(word_spacing_, next_word_spacing_, " Tw\n");
    Length const x = Length::units(encoded_.codes[strip.first].x);
    // A jump of more than an em is a new place, not white space.
    if (y != line_y_ || std::abs(fine(x) - pen_) > fine_of_thousandths(size)) move_to(x, y);
    EmbeddedFont const& font = fonts_[strip.font];
    for (std::size_t i = strip.first; i < strip.end; ++i) {
      Shown const& shown = encoded_.codes[i];
      Fine const off = pen_ - fine(Length::units(shown.x));
      if (std::abs(off) > tolerance) {
        std::int64_t const adjustment = adjustment_for(off, size);
        if (adjustment != 0) adjust(adjustment);
        pen_ -= adjustment * size;
      }
      append_code(bytes_, font.cids[shown.place.entry]);
      pen_ += font.width_of(shown.place.entry) * size;
      pen_ += letter_spacing_ + (is_space(shown, font) ? word_spacing_ : 0);
    }
  }

  /// In 1/1000 em; moves back.
  void adjust(std::int64_t adjustment) {
    if (!bytes_.empty()) append_string(shown_, bytes_);
    bytes_.clear();
    append_integer(shown_, adjustment);
    adjusted_ = true;
  }

  void flush() {
    if (bytes_.empty() && shown_.empty()) return;
    if (!bytes_.empty()) append_string(shown_, bytes_);
    std::string& out = content_.operators;
    if (adjusted_)
      out.append(next_line_ ? "T*[" : "[").append(shown_).append("]TJ\n");
    else
      out.append(shown_).append(next_line_ ? "'\n" : "Tj\n");
    bytes_.clear();
    shown_.clear();
    adjusted_ = next_line_ = false;
  }

  // Rules and images ----------------------------------------------------------------------------------------

  void append_lengths(std::initializer_list<Length> lengths) {
    for (Length const length : lengths) {
      append_length(content_.operators, length);
      content_.operators += ' ';
    }
  }

  void paint_rule(page::Rule const& rule, std::size_t item) {
    close_text();
    open_mark(owner_of(item), item);
    set_colour(rule.colour);
    append_lengths(
        {rule.box.left(), page_.paper.height - rule.box.bottom(), rule.box.size.width, rule.box.size.height});
    content_.operators += "re f\n";
  }

  /// From the unit square to the box, so that a picture of this orientation (Exif) stands upright.
  void append_matrix(base::Rect const& box, int orientation) {
    bool const lies = base::lies_on_its_side(orientation);
    bool const mirrors_x = orientation == 2 || orientation == 3 || orientation == 5 || orientation == 8;
    bool const mirrors_y = orientation >= 3 && orientation <= 6;
    Length const width = mirrors_x ? -box.size.width : box.size.width;
    Length const height = mirrors_y ? -box.size.height : box.size.height;
    Length const none;
    append_lengths({lies ? none : width, lies ? height : none, lies ? width : none, lies ? none : height,
                    mirrors_x ? box.right() : box.left(),
                    page_.paper.height - (mirrors_y ? box.top() : box.bottom())});
  }

  void paint_image(page::ImageBox const& image, std::size_t item) {
    if (images_[image.image].name.empty()) return;
    close_text();
    open_mark(owner_of(item), item);
    content_.operators += "q ";
    append_matrix(image.box, images_[image.image].orientation);
    content_.operators += "cm/";
    content_.operators += images_[image.image].name;
    content_.operators += " Do Q\n";
  }

  page::Page const& page_;
  EncodedPage const& encoded_;
  std::vector<EmbeddedFont> const& fonts_;
  std::vector<Picture> const& images_;
  std::vector<std::string_view> const& tags_;
  Content content_;

  std::optional<Owner> mark_;
  bool in_text_ = false;
  page::Colour colour_;  // black is where every page begins
  std::optional<std::uint16_t> font_;
  std::int64_t size_ = 0;                 // thousandths of a point, as printed
  std::int64_t line_x_ = 0, line_y_ = 0;  // thousandths of a point, as printed
  std::int64_t leading_ = 0;
  bool next_line_ = false;  // before what is shown next
  Fine letter_spacing_ = 0, next_letter_spacing_ = 0;
  Fine word_spacing_ = 0, next_word_spacing_ = 0;
  std::vector<Fine> letter_gaps_, space_gaps_;  // of the line; kept for their memory
  Fine pen_ = 0;
  std::string bytes_;  // codes not yet in shown_
  std::string shown_;  // operand of the next Tj or TJ
  bool adjusted_ = false;
};

}  // namespace

EncodedPage encoded(Encoder& encoder, page::Page const& page, page::Document const& document) {
  EncodedPage out;
  std::vector<Run> line;
  for (std::size_t const i : painting_order(page)) {
    auto const* run = std::get_if<GlyphRun>(&page.items[i].what);
    if (run == nullptr) continue;
    if (!line.empty() && line.back().glyphs->line != run->line) {
      encoder.encode(line, out.codes, out.strips);
      line.clear();
    }
    Run next{i, run, page.items[i].structure, text::Direction::ltr, false};
    if (page.items[i].structure) {
      page::StructureNode const& node = document.structure[*page.items[i].structure];
      next.paragraph = node.direction;
      // A note's label is a link, which is a node of its own.
      next.is_label = node.role == page::Role::label ||
                      (node.parent && document.structure[*node.parent].role == page::Role::label);
    }
    line.push_back(next);
  }
  if (!line.empty()) encoder.encode(line, out.codes, out.strips);
  return out;
}

Content content_of(page::Page const& page, EncodedPage const& encoded, std::vector<EmbeddedFont> const& fonts,
                   std::vector<Picture> const& images, std::vector<std::string_view> const& tags) {
  return Painter(page, encoded, fonts, images, tags).paint();
}

}  // namespace ms::pdf
