#include "pdf/run_encoder.hpp"

#include <algorithm>

#include "pdf/reader_order.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::pdf {

namespace {

using base::Length;
using base::Range;
using page::Cluster;
using text::Direction;

constexpr std::string_view zero_width_space = "\u200B";

bool is_space(std::string_view text) {
  if (text.empty()) return false;
  auto const first = text::code_point_at(text, 0);
  return first.length == text.size() && text::is_white_space(first.value);
}

/// No letter: it does not draw where a letter can.
bool is_dependent(char32_t c) {
  return text::is_mark(c) || text::is_default_ignorable(c);
}

/// poppler takes a character that begins within a tenth of an em of the one before for the same printed
/// twice.
std::int32_t smallest_share(int units_per_em) {
  return (units_per_em * 21 + 199) / 200;
}

bool has_private_use(std::string_view text) {
  if (text.find_first_of("\xEE\xEF\xF3\xF4") == std::string_view::npos) return false;  // lead bytes it has
  for (auto const c : text::code_points(text))
    if (text::is_private_use(c.value)) return true;
  return false;
}

/// MuPDF before 1.22 drops the text of a code that has more than eight UTF-16 units.
std::vector<std::string_view> pieces_of(std::string_view text) {
  constexpr std::size_t most_units = 8, longest_unit = 3;
  std::vector<std::string_view> out;
  if (text.size() > most_units) {
    std::size_t units = 0, start = 0;
    for (auto const c : text::code_points(text)) {
      std::size_t const more = c.length > longest_unit ? 2 : 1;
      if (units + more > most_units) {
        out.push_back(text.substr(start, c.offset - start));
        start = c.offset;
        units = 0;
      }
      units += more;
    }
    text.remove_prefix(start);
  }
  out.push_back(text);
  return out;
}

std::string to_text(char32_t c) {
  std::string out;
  text::append(out, c);
  return out;
}

}  // namespace

std::int32_t Fit::units(std::int64_t value) const {
  return static_cast<std::int32_t>(Length::units(value).scaled(numerator, denominator).units());
}

RunEncoder::RunEncoder(EmbeddedFonts& fonts, Run const& run, Fit const& fit, std::vector<Shown>& codes,
                       std::vector<Strip>& strips)
    : fonts_(fonts),
      item_(run.item),
      run_(*run.glyphs),
      in_right_to_left_(run.paragraph == Direction::rtl),
      fit_(fit),
      scale_(fit.scale()),
      codes_(codes),
      strips_(strips) {}

std::string_view RunEncoder::text_of(Cluster const& cluster) const {
  if (cluster.hyphen) return "\u00AD";
  return base::slice(run_.text, cluster.text);
}

bool RunEncoder::is_invisible(Cluster const& cluster) const {
  std::string_view const text = text_of(cluster);
  if (text.size() == 1) return false;  // ASCII
  for (auto const c : text::code_points(text))
    if (!text::is_default_ignorable(c.value)) return false;
  return !text.empty() && !cluster.hyphen;
}

bool RunEncoder::is_off_baseline(Cluster const& cluster) const {
  for (std::size_t i = cluster.glyphs.start; i < cluster.glyphs.end; ++i)
    if (run_.glyphs[i].advance != 0 && run_.glyphs[i].y_offset != 0) return true;
  return false;
}

/// Where the clusters that one code draws end, in a right-to-left run: with the word when part of it is off
/// the baseline, else where there is room for the code points.
std::size_t RunEncoder::end_of_group(std::size_t first) const {
  bool off = false;
  std::size_t word = first;
  for (; word < run_.clusters.size() && !is_space(text_of(run_.clusters[word])); ++word)
    off = off || is_off_baseline(run_.clusters[word]);
  if (off) return word;
  std::int64_t room = 0, points = 0;
  std::size_t end = first;
  do {
    Cluster const& cluster = run_.clusters[end++];
    for (std::size_t i = cluster.glyphs.start; i < cluster.glyphs.end; ++i) room += run_.glyphs[i].advance;
    for ([[maybe_unused]] auto const c : text::code_points(text_of(cluster))) ++points;
  } while (end < word && room < points * smallest_share(run_.face->metrics().units_per_em));
  return end;
}

std::int32_t RunEncoder::host_units(Length length) const {
  if (length == Length()) return 0;
  std::int64_t const per_em = fit_.host->metrics().units_per_em;
  return static_cast<std::int32_t>(Length::units(per_em).scaled(length.units(), fit_.size.units()).units());
}

/// From `start` to the pen, in units of the host.
std::int32_t RunEncoder::distance(Pen const& start) const {
  return fit_.units(pen_.units - start.units) + host_units(pen_.extra - start.extra);
}

Length RunEncoder::x_of(Pen const& pen) const {
  return run_.origin.x + font::scaled(pen.units, run_.size, run_.face->metrics()) + pen.extra;
}

void RunEncoder::draw(Cluster const& cluster, Pen const& start, std::int32_t offset, Drawing& drawing) {
  for (std::size_t i = cluster.glyphs.start; i < cluster.glyphs.end; ++i) {
    page::Glyph const& glyph = run_.glyphs[i];
    if (glyph.id == 0) missed_.emplace_back(text_of(cluster));
    drawing.parts.push_back({run_.face, glyph.id, offset + distance(start) + fit_.units(glyph.x_offset),
                             fit_.units(glyph.y_offset), scale_});
    pen_.units += glyph.advance;
  }
}

/// Some clusters as one drawing; their text in its own order. White space between them belongs to it, that
/// after the last one does not.
Drawing RunEncoder::drawing_of(std::size_t first, std::size_t end, std::string& text) {
  Pen const start = pen_;
  Drawing drawing;
  text.clear();
  for (std::size_t i = first; i < end; ++i) {
    if (i > first) pen_.extra += run_.clusters[i - 1].extra;
    draw(run_.clusters[i], start, 0, drawing);
    text += text_of(run_.clusters[run_.direction == Direction::rtl ? first + end - 1 - i : i]);
  }
  drawing.advance = std::max(distance(start), 0);
  pen_.extra += run_.clusters[end - 1].extra;
  return drawing;
}

void RunEncoder::draw_all(Length start, Drawing& drawing) {
  std::int32_t const offset = host_units(run_.origin.x - start);
  for (Cluster const& cluster : run_.clusters) {
    draw(cluster, {}, offset, drawing);
    pen_.extra += cluster.extra;
  }
  drawing.advance = std::max(drawing.advance, offset + distance({}));
}

void RunEncoder::show(Drawing drawing, std::string_view text, Length x) {
  if (text.empty()) text = zero_width_space;  // every code means something; this one nothing that is seen
  append(fonts_.place_of(*fit_.host, drawing, text), text, x);
}

void RunEncoder::append(EntryPlace place, std::string_view text, Length x) {
  bool const private_use = has_private_use(text);
  if (strips_.empty() || strips_.back().item != item_ || strips_.back().font != place.font ||
      strips_.back().private_use || private_use)
    strips_.push_back({item_, place.font, fit_.size, run_.origin.y, run_.colour, private_use, codes_.size(),
                       codes_.size()});
  codes_.push_back({place, static_cast<std::int32_t>(x.units())});
  strips_.back().end = codes_.size();
}

void RunEncoder::encode(Neighbour before, Neighbour after) {
  if (run_.direction == Direction::ltr)
    encode_forwards(before, after);
  else
    encode_backwards(before, after);
}

/// One glyph of the font it is shown in, in its place: its drawing need not be made to be known.
bool RunEncoder::is_plain_glyph(Cluster const& cluster) const {
  if (fit_.host != run_.face || fit_.numerator != fit_.denominator || cluster.glyphs.length() != 1)
    return false;
  page::Glyph const& glyph = run_.glyphs[cluster.glyphs.start];
  return glyph.id != 0 && glyph.x_offset == 0 && glyph.y_offset == 0 && glyph.advance >= 0;
}

/// A line that begins with two words of one cluster is a spaced-out word to poppler, and it leaves out the
/// white space. Which cluster is the white space between them?
std::size_t RunEncoder::doubtful_space() const {
  auto const letter = [&](std::size_t i) {
    return i < run_.clusters.size() && !is_space(text_of(run_.clusters[i]));
  };
  bool const doubtful = letter(0) && !letter(1) && letter(2) && !letter(3);
  return doubtful ? 1 : run_.clusters.size();
}

/// How many characters at the end of a cluster have a glyph of their own that follows the others on the
/// baseline and moves the pen, such as vowel signs after their letter: they have codes of their own, which
/// saves a glyph for each letter they stand beside.
std::size_t RunEncoder::independent_signs(Cluster const& cluster) const {
  std::size_t const glyphs = cluster.glyphs.length();
  if (cluster.hyphen || glyphs < 2) return 0;
  std::string_view text = text_of(cluster);
  std::size_t signs = 0;
  int const least = smallest_share(run_.face->metrics().units_per_em);
  while (signs + 1 < glyphs) {
    page::Glyph const& glyph = run_.glyphs[cluster.glyphs.end - 1 - signs];
    auto const last = text::code_point_before(text, text.size());
    bool const stands_alone = last.length < text.size() && glyph.id == run_.face->glyph_of(last.value) &&
                              glyph.x_offset == 0 && glyph.y_offset == 0 && glyph.advance > least;
    if (!stands_alone) break;
    text.remove_suffix(last.length);
    ++signs;
  }
  // What they leave must be a letter that moves the pen as well.
  std::int64_t left = 0;
  for (std::size_t i = cluster.glyphs.start; i < cluster.glyphs.end - signs; ++i)
    left += run_.glyphs[i].advance;
  return left > least ? signs : 0;
}

void RunEncoder::encode_forwards(Neighbour before, Neighbour after) {
  std::string text;
  std::size_t const doubtful = before.character == 0 ? doubtful_space() : run_.clusters.size();
  for (std::size_t i = 0; i < run_.clusters.size();) {
    bool const is_followed = i + 1 < run_.clusters.size() && is_invisible(run_.clusters[i + 1]);
    if (std::size_t const signs = is_followed ? 0 : independent_signs(run_.clusters[i]); signs > 0) {
      show_signs(run_.clusters[i], signs);
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < run_.clusters.size() && is_invisible(run_.clusters[end])) ++end;
    Length const x = x_of(pen_);
    // Readers take a hyphen at the end of a line for hyphenation and drop it, unless something follows.
    bool const ends_line = end == run_.clusters.size() && after.character == 0;
    if (Cluster const& cluster = run_.clusters[i]; end == i + 1 && i != doubtful && is_plain_glyph(cluster)) {
      std::string_view const own = text_of(cluster);
      page::Glyph const& glyph = run_.glyphs[cluster.glyphs.start];
      if (!own.empty() && own.size() <= 8 && !(ends_line && own == "-")) {
        append(fonts_.place_of_glyph(*fit_.host, glyph.id, glyph.advance, own), own, x);
        pen_.units += glyph.advance;
        pen_.extra += cluster.extra;
        i = end;
        continue;
      }
    }
    Drawing drawing = drawing_of(i, end, text);
    if (i == doubtful || (ends_line && text == "-")) text += zero_width_space;
    show_forwards(std::move(drawing), text, x);
    i = end;
  }
}

void RunEncoder::show_signs(Cluster const& cluster, std::size_t signs) {
  std::string_view text = text_of(cluster);
  std::size_t letters = text.size();
  for (std::size_t i = 0; i < signs; ++i) letters -= text::code_point_before(text, letters).length;
  Range glyphs{cluster.glyphs.start, cluster.glyphs.end - signs};
  for (std::size_t i = 0; i <= signs; ++i) {
    Pen const start = pen_;
    Length const x = x_of(pen_);
    Drawing drawing;
    draw({{glyphs.start, glyphs.end}, cluster.text, {}, false}, start, 0, drawing);
    drawing.advance = distance(start);
    std::size_t const length = i == 0 ? letters : text::code_point_at(text, 0).length;
    show_forwards(std::move(drawing), text.substr(0, length), x);
    text.remove_prefix(length);
    glyphs = {glyphs.end, glyphs.end + 1};
  }
  pen_.extra += cluster.extra;
}

/// A text that is too long for one code goes on in codes that draw nothing and share the advance.
void RunEncoder::show_forwards(Drawing drawing, std::string_view text, Length x) {
  std::vector<std::string_view> const pieces = pieces_of(text);
  auto const others = static_cast<std::int32_t>(pieces.size()) - 1;
  std::int32_t share = smallest_share(fit_.host->metrics().units_per_em);
  while (others > 0 && share * (others + 1) > drawing.advance) share /= 2;
  drawing.advance -= share * others;
  for (std::string_view const piece : pieces) {
    Length const after = x + font::scaled(drawing.advance, fit_.size, fit_.host->metrics());
    show(std::move(drawing), piece, x);
    drawing = {{}, share};
    x = after;
  }
}

void RunEncoder::encode_backwards(Neighbour before, Neighbour after) {
  std::string text;
  char32_t next = after.character;
  for (std::size_t i = 0; i < run_.clusters.size();) {
    std::size_t const end = end_of_group(i);
    bool const is_last = i == 0, is_first = end == run_.clusters.size();  // in the order of the text
    Length const x = x_of(pen_);
    Drawing drawing = drawing_of(i, end, text);
    // Justified white space is as wide as what follows it says; a mark beside it must not part the two.
    Length const gap = is_space(text) ? std::max(run_.clusters[end - 1].extra, Length()) : Length();
    i = end;
    if (text.empty()) {
      show(std::move(drawing), text, x);
      continue;
    }
    std::vector<char32_t> points;
    for (auto const c : text::code_points(text)) points.push_back(c.value);
    if (in_right_to_left_) {
      bool const at_edge = (is_first && before.is_apart) || (is_last && after.is_apart);
      if (at_edge && is_space(text)) {
        // pdf.js forgets white space where it finds the pen somewhere else, but for this. The mark is on the
        // side of the other run.
        next = points.front();
        std::string const mark = to_text(right_to_left_mark);
        show(std::move(drawing), is_first && before.is_apart ? text + mark : mark + text, x);
        continue;
      }
      if (!is_last    ? needs_right_to_left_mark(points.back(), next)
          : next == 0 ? needs_right_to_left_mark_at_end(points.back())
                      : after.direction == Direction::ltr && needs_right_to_left_mark(points.back(), next))
        points.push_back(right_to_left_mark);
      if (is_first && before.character != 0 && needs_right_to_left_mark(before.character, points.front()))
        points.insert(points.begin(), right_to_left_mark);
    } else if (is_first && after.character != 0 && needs_left_to_right_mark(after.character)) {
      points.insert(points.begin(), left_to_right_mark);
    }
    for (std::size_t k = 1; in_right_to_left_ && k < points.size(); ++k)
      if (points[k] != right_to_left_mark && points[k - 1] != right_to_left_mark &&
          needs_right_to_left_mark(points[k - 1], points[k]))
        points.insert(points.begin() + static_cast<std::ptrdiff_t>(k++), right_to_left_mark);
    show_backwards(std::move(drawing), points, next, x, gap);
    next = points.front();
  }
}

/// One code a code point, the last one leftmost; `next` follows them in the text. The leftmost letter draws
/// and takes what the others leave of the advance, `gap` comes after it.
void RunEncoder::show_backwards(Drawing drawing, std::vector<char32_t> const& points, char32_t next, Length x,
                                Length gap) {
  std::size_t drawn = points.size() - 1;
  while (drawn > 0 && is_dependent(points[drawn])) --drawn;
  if (is_dependent(points[drawn])) drawn = points.size() - 1;
  int const per_em = fit_.host->metrics().units_per_em;
  auto const others = static_cast<std::int32_t>(points.size()) - 1;
  std::int32_t share = smallest_share(per_em);
  // What is left of a space must be wide enough for one (pdf.js).
  if (text::is_white_space(points[drawn])) share /= 10;
  while (others > 0 && share * (others + 1) > drawing.advance) share /= 2;
  // PDFium takes a line that begins with a code much wider than lines are apart for part of the line above.
  // What others get is of few sizes, since each is a code of its own.
  std::int32_t const widest = 2 * per_em, step = per_em / 4;
  if (others > 0 && drawing.advance - share * others > widest)
    share = std::max(share, (drawing.advance - widest + others * step - 1) / (others * step) * step);
  if (share * (others + 1) > drawing.advance && others > 0) share = drawing.advance / (others + 1);
  std::int32_t at = 0;
  for (std::size_t i = points.size(); i-- > 0;) {
    std::string text;
    // pdf.js measures no distance to a mark: after white space, or at the start of what it finds on a line,
    // the code must mean something else as well.
    if (text::is_mark(points[i]) && (next == 0 || text::is_white_space(next)))
      text = to_text(right_to_left_mark);
    text::append(text, points[i]);
    next = points[i];
    Length const here = x + font::scaled(at, fit_.size, fit_.host->metrics());
    Drawing piece{{}, share};
    if (i == drawn) {
      piece = {std::move(drawing.parts), drawing.advance - share * others};
      for (Part& part : piece.parts) part.x -= at;
    }
    at += piece.advance;
    show(std::move(piece), text, here);
    if (i == drawn) x += gap;
  }
}

}  // namespace ms::pdf
