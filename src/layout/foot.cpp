#include "layout/foot.hpp"

#include <algorithm>

#include "layout/paragraph.hpp"
#include "layout/paragraph_text.hpp"
#include "text/breaks.hpp"
#include "text/tag.hpp"

namespace ms::layout {
namespace {

struct OneLine {
  std::vector<page::GlyphRun> runs;
  Length left, width;
};

/// Text on a single line of any length, as it stands alone.
OneLine set_alone(std::string const& utf8, doc::Resolved const& place, style::Computed const& look,
                  Workshop& workshop, base::Diagnostics& diagnostics) {
  StyledText text;
  text.utf8 = utf8;
  text.direction = place.direction;
  text.language = place.language;
  text.runs.push_back({.range = {0, utf8.size()},
                       .style = text_style_of(look),
                       .language = place.language,
                       .structure = {},
                       .link = {}});
  OneLine out;
  auto lines = set_paragraph(text, {.width = Length::points(100'000), .indent = {}}, workshop, diagnostics);
  if (lines.empty()) return out;
  out.width = lines[0].width;
  for (SetRun& set : lines[0].runs) {
    out.left = out.runs.empty() ? set.run.origin.x : std::min(out.left, set.run.origin.x);
    out.runs.push_back(std::move(set.run));
  }
  return out;
}

/// The longest beginning of the title that fits, cut after a word; the whole of it when it fits.
OneLine set_shortened(FootLine const& line, style::Computed const& look, Length room, Workshop& workshop,
                      base::Diagnostics& diagnostics) {
  OneLine whole = set_alone(line.title, line.title_place, look, workshop, diagnostics);
  if (whole.width <= room) return whole;
  auto const words = text::words(line.title, line.title_place.language);
  // Widths grow with the number of words, so the longest that fits is found by halving.
  std::size_t low = 0, high = words.size();
  OneLine best = set_alone("…", line.title_place, look, workshop, diagnostics);
  while (low < high) {
    std::size_t const middle = (low + high) / 2;
    OneLine candidate = set_alone(line.title.substr(0, words[middle].end) + "…", line.title_place, look,
                                  workshop, diagnostics);
    if (candidate.width <= room) {
      best = std::move(candidate);
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return best;
}

Length baseline_of(style::Computed const& foot, doc::Resolved const& place, Workshop& workshop) {
  TextStyle const look = text_style_of(foot);
  font::Face const* face = workshop.library().face(
      {.family = look.family, .script = text::script_of_tag("en"), .language = place.language});
  Length const ascender = font::scaled(face->metrics().ascender, look.size, face->metrics());
  Length const descender = font::scaled(face->metrics().descender, look.size, face->metrics());
  return (foot.line_height - (ascender - descender)) / 2 + ascender;
}

}  // namespace

Length foot_height(style::Computed const& foot) {
  if (!foot.shown) return {};
  return foot.margin_before + foot.rule_before + foot.padding_before + foot.line_height;
}

std::vector<page::Item> set_foot(FootLine const& line, style::Computed const& foot, Length measure,
                                 Workshop& workshop, base::Diagnostics& diagnostics) {
  std::vector<page::Item> items;
  if (!foot.shown) return items;
  bool const is_ltr = line.direction == text::Direction::ltr;
  Length const top = foot.margin_before + foot.rule_before + foot.padding_before;
  Length const baseline = top + baseline_of(foot, line.title_place, workshop);
  doc::Resolved const number_place{line.title_place.language, line.direction};
  OneLine number = set_alone(line.number, number_place, foot, workshop, diagnostics);
  OneLine title =
      set_shortened(line, foot, measure - number.width - 2 * foot.line_height, workshop, diagnostics);

  auto const add = [&](page::Item item) {
    item.furniture = page::Furniture::footer;
    items.push_back(std::move(item));
  };
  if (foot.rule_before > Length())
    add({.structure = {},
         .what = page::Rule{{{Length(), foot.margin_before}, {measure, foot.rule_before}},
                            {foot.rule_colour.red, foot.rule_colour.green, foot.rule_colour.blue}}});
  // Title at the start edge, number at the end edge; two lines to the display list, since they are apart.
  std::uint32_t index = 0;
  auto const place = [&](OneLine& text, bool at_left) {
    if (text.runs.empty()) return;
    Length const wanted = at_left ? Length() : measure - text.width;
    for (page::GlyphRun& run : text.runs) {
      run.origin = {run.origin.x - text.left + wanted, baseline};
      run.line = index;
      add({.structure = {}, .what = std::move(run)});
    }
    ++index;
  };
  place(title, is_ltr);
  place(number, !is_ltr);
  return items;
}

}  // namespace ms::layout
