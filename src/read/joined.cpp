#include "read/joined.hpp"

namespace ms::read {
namespace {

void shift(base::Range& range, std::size_t offset) {
  if (range.is_empty()) return;  // says that there is none
  range.start += offset;
  range.end += offset;
}

}  // namespace

Outline shifted(Outline outline, std::size_t offset) {
  if (offset == 0) return outline;
  for (Part& part : outline.parts) {
    shift(part.marker, offset);
    for (Piece& piece : part.pieces) {
      piece.range.start += offset;
      piece.range.end += offset;
    }
    for (Marked& marked : part.marks) shift(marked.range, offset);
  }
  for (Drop& drop : outline.drops) shift(drop.range, offset);
  shift(outline.byline, offset);
  shift(outline.date_line, offset);
  return outline;
}

Outline joined(std::vector<Outline const*> const& outlines, std::vector<Stretch> const& stretches) {
  Outline all;
  for (std::size_t i = 0; i < outlines.size(); ++i) {
    Outline const& one = *outlines[i];
    Stretch const& stretch = stretches[i];
    if (!stretch.separator.is_empty())
      all.drops.push_back(
          {stretch.separator, split_rule, text::EditClass::remove, stretch.confidence, stretch.evidence});
    for (Part const& part : one.parts) {
      all.parts.push_back(part);
      bool const is_first = &part == one.parts.data();
      if (is_first && i > 0) all.parts.back().before = "\n\n";
    }
    all.drops.insert(all.drops.end(), one.drops.begin(), one.drops.end());
  }
  return all;
}

}  // namespace ms::read
