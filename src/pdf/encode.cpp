#include "pdf/encode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "pdf/run_encoder.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::pdf {

namespace {

using page::GlyphRun;
using text::Direction;

bool has_right_to_left(std::vector<Run> const& line) {
  return std::any_of(line.begin(), line.end(),
                     [](Run const& run) { return run.glyphs->direction == Direction::rtl; });
}

Fit own_fit(GlyphRun const& run) {
  return {run.face, run.size, 1, 1};
}

/// Nothing when a font of the host's face cannot hold the run's outlines: cubic curves have no place in glyf,
/// and a component is scaled by less than 2 (OpenType, F2DOT14).
std::optional<Fit> fit_into(GlyphRun const& run, GlyphRun const& host) {
  if (run.face == host.face && run.size == host.size) return own_fit(run);
  if (host.face->outlines() == font::Outlines::truetype && run.face->outlines() != font::Outlines::truetype)
    return std::nullopt;
  Fit const out{host.face, host.size, run.size.units() * host.face->metrics().units_per_em,
                host.size.units() * run.face->metrics().units_per_em};
  if (out.numerator <= 0 || out.numerator >= 2 * out.denominator) return std::nullopt;
  return out;
}

/// The run whose face, at its size, draws most of the line.
GlyphRun const& main_run(std::vector<Run> const& line) {
  GlyphRun const* best = line.front().glyphs;
  std::size_t most = 0;
  for (Run const& run : line) {
    std::size_t clusters = 0;
    for (Run const& other : line)
      if (other.glyphs->face == run.glyphs->face && other.glyphs->size == run.glyphs->size)
        clusters += other.glyphs->clusters.size();
    if (clusters > most) most = clusters, best = run.glyphs;
  }
  return *best;
}

/// Is it there because the host has no glyphs for it, and no word of its own?
bool is_punctuation_for(GlyphRun const& host, GlyphRun const& run) {
  bool lacks = false;
  for (auto const c : text::code_points(run.text)) {
    if (text::is_letter(c.value) || text::is_mark(c.value)) return false;
    lacks = lacks || (!text::is_white_space(c.value) && host.face->glyph_of(c.value) == 0);
  }
  return lacks;
}

/// Right-to-left runs of one thing are painted in one go, from left to right.
bool belong_together(Run const& a, Run const& b) {
  return a.glyphs->direction == Direction::rtl && b.glyphs->direction == Direction::rtl && a.node == b.node;
}

Neighbour neighbour(std::vector<Run> const& line, std::size_t index, int step) {
  if (step < 0 ? index == 0 : index + 1 == line.size()) return {};
  Run const& other = line[step < 0 ? index - 1 : index + 1];
  std::string const& text = other.glyphs->text;
  if (text.empty()) return {};
  return {step < 0 ? text::code_point_before(text, text.size()).value : text::code_point_at(text, 0).value,
          other.glyphs->direction, !belong_together(line[index], other)};
}

/// Indices of the runs in the order in which they are painted.
std::vector<std::size_t> painting_order(std::vector<Run> const& line) {
  std::vector<std::size_t> out(line.size());
  std::iota(out.begin(), out.end(), std::size_t{0});
  for (std::size_t i = 0; i < line.size();) {
    std::size_t end = i + 1;
    while (end < line.size() && belong_together(line[end - 1], line[end])) ++end;
    std::stable_sort(
        out.begin() + static_cast<std::ptrdiff_t>(i), out.begin() + static_cast<std::ptrdiff_t>(end),
        [&](std::size_t a, std::size_t b) { return line[a].glyphs->origin.x < line[b].glyphs->origin.x; });
    i = end;
  }
  return out;
}

}  // namespace

TextFaces text_faces_of(page::Document const& document) {
  TextFaces out;
  std::map<font::Face const*, std::size_t> clusters;
  std::size_t most = 0;
  for (page::Page const& page : document.pages)
    for (page::Item const& item : page.items) {
      auto const* run = std::get_if<GlyphRun>(&item.what);
      if (run == nullptr || !item.structure) continue;
      out.all.insert(run->face);
      std::size_t const now = clusters[run->face] += run->clusters.size();
      if (now > most) most = now, out.main = run->face;
    }
  return out;
}

void Encoder::miss(GlyphRun const& run, std::string_view text) {
  auto const place = run.source.is_empty() ? std::nullopt : std::optional(run.source);
  bool found = false;
  for (auto const c : text::code_points(text)) {
    if (run.face->glyph_of(c.value) != 0 || text::is_default_ignorable(c.value)) continue;
    missing_.try_emplace(c.value, place);
    found = true;
  }
  if (!found && !text.empty()) missing_.try_emplace(text::code_point_at(text, 0).value, place);
}

/// One report for all of them: layout has named each character with its place.
void Encoder::report(base::Diagnostics& diagnostics) const {
  if (missing_.empty()) return;
  auto const& [c, place] = *missing_.begin();
  std::string character;
  text::append(character, c);
  std::string const others = missing_.size() > 1 ? fmt::format(" and {} more", missing_.size() - 1) : "";
  diagnostics.warn(
      "pdf.no-glyph",
      fmt::format("no font has a glyph for {} (U+{:04X} {}){}; the pages show boxes, and the PDF makes no "
                  "claim to PDF/UA or PDF/A",
                  character, static_cast<std::uint32_t>(c), text::name_of(c), others),
      place, "install a font that covers it");
}

Fit Encoder::fit_of(Run const& run, GlyphRun const& host, bool has_right_to_left) const {
  if (!run.node && faces_.main != nullptr && faces_.all.count(run.glyphs->face) == 0) {
    GlyphRun text = *run.glyphs;
    text.face = faces_.main;
    auto const fit = fit_into(*run.glyphs, text);
    if (fit && fit->scale() == Part::unscaled) return *fit;
  }
  bool const into_host = has_right_to_left || is_punctuation_for(host, *run.glyphs);
  return (into_host ? fit_into(*run.glyphs, host) : std::nullopt).value_or(own_fit(*run.glyphs));
}

void Encoder::encode(std::vector<Run> const& runs, std::vector<Shown>& codes, std::vector<Strip>& strips) {
  std::vector<Run> line;
  for (Run const& run : runs)
    if (!run.glyphs->clusters.empty()) line.push_back(run);
  if (line.empty()) return;
  GlyphRun const& host = main_run(line);
  bool const one_font = has_right_to_left(line);
  auto const note_missed = [&](Run const& run, RunEncoder const& encoder) {
    for (std::string const& text : encoder.missed()) miss(*run.glyphs, text);
  };
  auto const is_whole = [](Run const& run) { return run.is_label && run.paragraph == Direction::rtl; };
  std::vector<std::size_t> const order = painting_order(line);
  for (std::size_t k = 0; k < order.size();) {
    Run const& run = line[order[k]];
    Fit const fit = fit_of(run, host, one_font);
    if (!is_whole(run)) {
      RunEncoder encoder(fonts_, run, fit, codes, strips);
      encoder.encode(neighbour(line, order[k], -1), neighbour(line, order[k], 1));
      note_missed(run, encoder);
      ++k;
      continue;
    }
    // A label, of several runs perhaps, drawn by the font that draws its first.
    std::vector<std::size_t> parts;
    for (; k < order.size() && is_whole(line[order[k]]); ++k) parts.push_back(order[k]);
    std::sort(parts.begin(), parts.end());
    base::Length start = run.glyphs->origin.x;
    for (std::size_t const part : parts) start = std::min(start, line[part].glyphs->origin.x);
    Drawing drawing;
    std::string text;
    for (std::size_t const part : parts) {
      RunEncoder encoder(fonts_, line[part], fit_into(*line[part].glyphs, *run.glyphs).value_or(fit), codes,
                         strips);
      encoder.draw_all(start, drawing);
      note_missed(line[part], encoder);
      text += line[part].glyphs->text;
    }
    RunEncoder(fonts_, run, fit, codes, strips).show(std::move(drawing), text, start);
  }
}

}  // namespace ms::pdf
