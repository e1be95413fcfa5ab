// From glyph runs to codes: the rules that make a reader give back the text itself (pdf design, the recipe).
// In: the runs of one line. Out: strips of codes, run after run as the text goes, each run left to right.
//
// - Left to right: a cluster is one code whose text is the whole cluster; characters that draw nothing belong
// to
//   the cluster before them, since pdf.js leaves out codes that mean nothing else.
// - Right to left: every code stands for exactly one code point, because readers turn right-to-left text
// round
//   code point by code point: one code draws the cluster, the others share its advance. Where a glyph that
//   moves the pen is off the baseline (Nastaliq), the whole word is drawn by one code, or readers see several
//   lines. Direction marks keep punctuation in its place (reader_order.hpp).
// - The label of a right-to-left list is one code with the whole label as its text: it has no strong
// character.
// - A line with right-to-left text has one font: glyphs of other faces are taken into the line's own, because
//   readers misplace punctuation that comes from a second font. In other lines punctuation and digits that
//   the line's font lacks are taken into it, which saves a font.
// - Running matter in a face that the text has not is taken into the font of the text: nobody asks in which
//   font an artifact is set, and a font of its own would be a tenth of a short file.
// - Runs are painted as the text goes: MuPDF and pdf.js read them in that order, poppler and PDFium by
// position.
// - A character no font covers draws the box of .notdef under a code of its own; it is reported.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "pdf/run_encoder.hpp"
#include "pdf/strip.hpp"

namespace ms::pdf {

/// The faces of the text, without running matter. In: a document. Out: which there are, and the one that
/// draws most.
struct TextFaces {
  std::set<font::Face const*> all;  ///< looked up, never walked
  font::Face const* main = nullptr;
};
TextFaces text_faces_of(page::Document const& document);

class Encoder {
 public:
  Encoder(EmbeddedFonts& fonts, TextFaces faces) : fonts_(fonts), faces_(std::move(faces)) {}

  /// `line` holds the runs of a line as the text goes; codes and strips are appended.
  void encode(std::vector<Run> const& line, std::vector<Shown>& codes, std::vector<Strip>& strips);

  /// Was everything covered by a font?
  bool is_complete() const { return missing_.empty(); }
  void report(base::Diagnostics& diagnostics) const;

 private:
  Fit fit_of(Run const& run, page::GlyphRun const& host, bool has_right_to_left) const;
  void miss(page::GlyphRun const& run, std::string_view text);

  EmbeddedFonts& fonts_;
  TextFaces faces_;
  std::map<char32_t, std::optional<base::Range>> missing_;  ///< with the first place
};

}  // namespace ms::pdf
