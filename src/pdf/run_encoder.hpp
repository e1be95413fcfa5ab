// One run of a line becomes codes; the rules are those of encode.hpp. In: a run, the font that draws it, and
// what stands beside it in the text. Out: codes and strips, appended.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.hpp"
#include "pdf/embedded.hpp"
#include "pdf/strip.hpp"

namespace ms::pdf {

/// How glyphs of a run are drawn by a font of `host` at `size`.
struct Fit {
  font::Face const* host = nullptr;
  base::Length size;
  std::int64_t numerator = 1, denominator = 1;  ///< units of the run's face → units of the host

  std::int32_t units(std::int64_t value) const;
  std::int32_t scale() const { return units(Part::unscaled); }
};

/// The run in the line before or after this one, in the order of the text.
struct Neighbour {
  char32_t character = 0;  ///< its nearest one; 0: the line ends here
  text::Direction direction = text::Direction::rtl;
  bool is_apart = false;  ///< it is not painted in one go with this run
};

class RunEncoder {
 public:
  RunEncoder(EmbeddedFonts& fonts, Run const& run, Fit const& fit, std::vector<Shown>& codes,
             std::vector<Strip>& strips);

  void encode(Neighbour before, Neighbour after);

  /// Adds all clusters to a drawing that begins at `start` of the page.
  void draw_all(base::Length start, Drawing& drawing);
  void show(Drawing drawing, std::string_view text, base::Length x);

  /// Texts of clusters that hold a glyph 0.
  std::vector<std::string> const& missed() const { return missed_; }

 private:
  /// How far the run has come: in units of its face, and white space on top.
  struct Pen {
    std::int64_t units = 0;
    base::Length extra;
  };

  void append(EntryPlace place, std::string_view text, base::Length x);
  bool is_plain_glyph(page::Cluster const& cluster) const;
  std::string_view text_of(page::Cluster const& cluster) const;
  bool is_invisible(page::Cluster const& cluster) const;
  bool is_off_baseline(page::Cluster const& cluster) const;
  std::size_t end_of_group(std::size_t first) const;
  std::int32_t host_units(base::Length length) const;
  std::int32_t distance(Pen const& start) const;
  base::Length x_of(Pen const& pen) const;
  void draw(page::Cluster const& cluster, Pen const& start, std::int32_t offset, Drawing& drawing);
  Drawing drawing_of(std::size_t first, std::size_t end, std::string& text);
  std::size_t doubtful_space() const;
  std::size_t independent_signs(page::Cluster const& cluster) const;
  void show_signs(page::Cluster const& cluster, std::size_t signs);
  void encode_forwards(Neighbour before, Neighbour after);
  void encode_backwards(Neighbour before, Neighbour after);
  void show_forwards(Drawing drawing, std::string_view text, base::Length x);
  void show_backwards(Drawing drawing, std::vector<char32_t> const& points, char32_t next, base::Length x,
                      base::Length gap);

  EmbeddedFonts& fonts_;
  std::size_t item_;
  page::GlyphRun const& run_;
  bool in_right_to_left_;  ///< is the paragraph one?
  Fit fit_;
  std::int32_t scale_;
  std::vector<Shown>& codes_;
  std::vector<Strip>& strips_;
  Pen pen_;
  std::vector<std::string> missed_;
};

}  // namespace ms::pdf
