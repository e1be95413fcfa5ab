#include "layout/shaped.hpp"

#include <algorithm>
#include <iterator>

#include "base/ensure.hpp"
#include "layout/workshop.hpp"
#include "text/utf8.hpp"

namespace ms::layout {
namespace {

/// Line ends and other controls take no room; a tab that is left in the text is a space.
bool takes_no_room(std::string_view cluster) {
  for (auto const c : text::code_points(cluster)) {
    bool const control = c.value < 0x20 || c.value == 0x7F || c.value == 0x2028 || c.value == 0x2029;
    if (!control || c.value == U'\t') return false;
  }
  return !cluster.empty();
}

bool is_ignorable(std::string_view cluster) {
  for (auto const c : text::code_points(cluster))
    if (!text::is_default_ignorable(c.value)) return false;
  return !cluster.empty();
}

/// Puts shaped pieces one behind the other and sums up their widths.
class Assembly {
 public:
  Assembly(StyledText const& text, Workshop& workshop) : text_(text), shaper_(workshop.parts().shaper) {}

  /// Shapes `range` of `drawn`, which is the text from byte `origin` on as the shaper is to see it, and what
  /// was appended to it.
  void add(Item item, std::string_view drawn, Range range, std::size_t origin) {
    std::int32_t const spacing = letter_spacing(item);
    ShapingJob const job{item.face, item.script, item.language, item.is_right_to_left(), spacing != 0};
    piece_.glyphs.clear();
    piece_.clusters.clear();
    shaper_.shape(drawn, range, job, piece_);
    Length const start = total_;
    Length const apart = item.size.scaled(spacing, 1000);
    std::int64_t units = 0;
    std::size_t gaps = 0, glyph = 0;
    for (std::size_t i = 0; i < piece_.clusters.size(); ++i) {
      PieceCluster const& from = piece_.clusters[i];
      bool const is_last = i + 1 == piece_.clusters.size();
      Range const in_text{origin + from.start,
                          is_last ? origin + range.end : origin + piece_.clusters[i + 1].start};
      ShapedCluster cluster;
      cluster.text = {std::min(in_text.start, item.range.end), std::min(in_text.end, item.range.end)};
      cluster.item = shaped_.items.size();
      cluster.advance = from.advance;
      cluster.safe_to_break = from.safe_to_break;
      cluster.takes_tatweel = from.takes_tatweel;
      cluster.glyphs = {shaped_.glyphs.size(), shaped_.glyphs.size()};
      if (leaves_no_mark(cluster, glyph, from.glyphs)) {
        cluster.advance = 0;
      } else {
        auto const first = piece_.glyphs.begin() + static_cast<std::ptrdiff_t>(glyph);
        shaped_.glyphs.insert(shaped_.glyphs.end(), first, first + static_cast<std::ptrdiff_t>(from.glyphs));
        cluster.glyphs.end = shaped_.glyphs.size();
      }
      glyph += from.glyphs;
      // Every position comes from whole font units and whole gaps, so nothing adds up but what is there.
      cluster.start = total_;
      units += cluster.advance;
      if (cluster.advance != 0) ++gaps;
      total_ = start + font::scaled(units, item.size, item.face->metrics()) +
               apart * static_cast<std::int64_t>(gaps);
      cluster.width = total_ - cluster.start;
      shaped_.clusters.push_back(cluster);
    }
    last_gap_ = gaps > 0 ? apart : Length();
    shaped_.items.push_back(std::move(item));
  }

  Shaped finish() {
    // Letter spacing stands between clusters: none is left behind the last one.
    if (!shaped_.clusters.empty() && shaped_.clusters.back().advance != 0) {
      shaped_.clusters.back().width -= last_gap_;
      total_ -= last_gap_;
    }
    shaped_.total = total_;
    return std::move(shaped_);
  }

 private:
  std::int32_t letter_spacing(Item const& item) const {
    TextStyle const& style = text_.runs[item.style_run].style;
    bool const allowed = font::Library::fit(item.script, item.language, style.family).letter_spacing;
    return allowed ? style.letter_spacing : 0;
  }

  bool leaves_no_mark(ShapedCluster const& cluster, std::size_t first_glyph, std::size_t count) const {
    std::string_view const text = base::slice(text_.utf8, cluster.text);
    if (takes_no_room(text)) return true;
    for (std::size_t i = 0; i < count; ++i)
      if (piece_.glyphs[first_glyph + i].id == 0) return is_ignorable(text);
    return false;
  }

  StyledText const& text_;
  Shaper& shaper_;
  Shaped shaped_;
  ShapedPiece piece_;
  Length total_, last_gap_;
};

}  // namespace

std::size_t Shaped::cluster_at(std::size_t offset) const {
  auto const after = std::upper_bound(
      clusters.begin(), clusters.end(), offset,
      [](std::size_t value, ShapedCluster const& cluster) { return value < cluster.text.start; });
  if (after == clusters.begin()) return 0;
  std::size_t const index = static_cast<std::size_t>(after - clusters.begin()) - 1;
  return clusters[index].text.contains(offset) ? index : index + 1;
}

Length Shaped::position(std::size_t offset) const {
  auto const first = std::lower_bound(
      clusters.begin(), clusters.end(), offset,
      [](ShapedCluster const& cluster, std::size_t value) { return cluster.text.start < value; });
  return first == clusters.end() ? total : first->start;
}

Shaped shape(StyledText const& text, std::vector<Item> items, Workshop& workshop) {
  std::string const changed = without_controls(text.utf8);
  std::string_view const drawn = changed.empty() ? std::string_view(text.utf8) : changed;
  Assembly assembly(text, workshop);
  for (Item& item : items) {
    Range const range = item.range;
    assembly.add(std::move(item), drawn, range, 0);
  }
  return assembly.finish();
}

Shaped reshape(StyledText const& text, Shaped const& shaped, Range range, std::string_view appended,
               Workshop& workshop) {
  std::vector<Item> items;
  auto item = std::upper_bound(shaped.items.begin(), shaped.items.end(), range.start,
                               [](std::size_t start, Item const& one) { return start < one.range.end; });
  for (; item != shaped.items.end() && item->range.start < range.end; ++item) {
    items.push_back(*item);
    items.back().range = {std::max(item->range.start, range.start), std::min(item->range.end, range.end)};
  }
  // Letters join at a line's end as if it were none (css-text-3 5.4.1), so what is around the range stays as
  // context; more than HarfBuzz looks at is not copied.
  std::size_t origin = range.start > 64 ? range.start - 64 : 0;
  while (!text::is_boundary(text.utf8, origin)) --origin;
  std::size_t end = std::min(text.utf8.size(), range.end + 64);
  while (!text::is_boundary(text.utf8, end)) ++end;
  std::string drawn = text.utf8.substr(origin, end - origin);
  if (std::string changed = without_controls(drawn); !changed.empty()) drawn = std::move(changed);
  if (!appended.empty()) drawn.replace(range.end - origin, drawn.npos, appended);

  Assembly assembly(text, workshop);
  if (!items.empty() && !items.back().face->covers(appended)) {
    // A face without hyphens borrows one.
    Item hyphen = items.back();
    hyphen.range = {range.end, range.end};
    font::Request const latin{.script = text::script_tag("Latn"), .language = hyphen.language};
    if (font::Face const* const face = workshop.library().face_for(appended, latin)) hyphen.face = face;
    items.push_back(std::move(hyphen));
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    bool const is_last = i + 1 == items.size();
    Range const part{items[i].range.start - origin,
                     is_last ? range.end - origin + appended.size() : items[i].range.end - origin};
    assembly.add(std::move(items[i]), drawn, part, origin);
  }
  return assembly.finish();
}

}  // namespace ms::layout
