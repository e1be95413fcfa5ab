#include "layout/line_items.hpp"

#include <utility>

#include "font/face.hpp"

namespace ms::layout {
namespace {

Length width_of(page::GlyphRun const& run) {
  Length width;
  for (page::Glyph const& glyph : run.glyphs)
    width += font::scaled(glyph.advance, run.size, run.face->metrics());
  for (page::Cluster const& cluster : run.clusters) width += cluster.extra;
  return width;
}

}  // namespace

void add_run(std::vector<page::Item>& items, page::GlyphRun run, StyleRun const& style,
             LinePlace const& line) {
  run.origin = {run.origin.x + line.right, line.baseline};
  if (!style.link.empty())
    items.push_back({.structure = style.structure,
                     .what = page::LinkBox{
                         {{run.origin.x, line.top}, {width_of(run), line.height}}, style.link, run.text}});
  items.push_back({.structure = style.structure, .what = std::move(run)});
}

}  // namespace ms::layout
