#include "layout/note_numbers.hpp"

#include <fmt/format.h>

#include "doc/walk.hpp"

namespace ms::layout {

NoteMarks note_marks(doc::Document const& article, std::size_t article_index) {
  NoteMarks marks;
  int number = 0;
  for (doc::Note const* note : doc::notes_in_order(article))
    marks.emplace(note->id, NoteMark{++number, fmt::format("note-{}-{}", article_index + 1, note->id),
                                     fmt::format("reference-{}-{}", article_index + 1, note->id)});
  return marks;
}

void bracket(page::GlyphRun& number, text::Direction direction) {
  if (number.clusters.empty() || direction == text::Direction::rtl) return;
  number.text = "[" + number.text + "]";
  auto const size = static_cast<std::uint32_t>(number.text.size());
  for (page::Cluster& cluster : number.clusters) {
    bool const is_first = cluster.text.start == 0, is_last = cluster.text.end + 2 == size;
    cluster.text.start += is_first ? 0 : 1;
    cluster.text.end += is_last ? 2 : 1;
  }
}

void raise(page::GlyphRun& number, Length by) {
  if (number.face == nullptr || number.size <= Length()) return;
  std::int64_t const units = by.scaled(number.face->metrics().units_per_em, number.size.units()).units();
  for (page::Glyph& glyph : number.glyphs) glyph.y_offset += static_cast<std::int32_t>(units);
}

}  // namespace ms::layout
