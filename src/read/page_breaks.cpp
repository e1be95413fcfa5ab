#include "read/page_breaks.hpp"

#include <algorithm>

#include "read/markers.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

constexpr std::size_t longest_heading = 100;  ///< weight

class Search {
 public:
  Search(std::string_view text, Units const& all) : text_(text), all_(all), joints_(text, all.lines) {
    for (std::size_t i = 0; i < all.wraps.size(); ++i)
      if (all.wraps[i].joins_next) width_ = std::max(width_, all.lines[i].columns);
  }

  std::vector<PageBreak> found() {
    std::vector<PageBreak> breaks;
    for (std::size_t i = 0; i + 2 < all_.units.size(); ++i) {
      if (all_.units[i].is_furniture || !all_.units[i + 1].is_furniture) continue;
      std::size_t next = i + 1;
      while (next < all_.units.size() && all_.units[next].is_furniture) ++next;
      if (next == all_.units.size() || !goes_on(all_.units[i], all_.units[next])) continue;
      breaks.push_back({i, next, joints_.between(all_.units[i].last, all_.units[next].first, 0.85)});
    }
    return breaks;
  }

 private:
  bool goes_on(Unit const& before, Unit const& after) const {
    Line const &above = before.shape, &below = after.shape;
    if (above.letters == 0 || above.ends_sentence || ends_with_colon(before) || below.letters == 0)
      return false;
    std::string_view const line = base::slice(text_, below.visible);
    if (marker_of(line) || is_separator(line) || mail_quote_of(line).depth > 0) return false;
    if (below.starts_lower) return above.weight >= 25;
    if (above.weight < 60 || !(is_prose(after) || is_sentence(after))) return false;
    // Where no full stops are written the width alone can tell.
    bool const has_stops = above.has_spaces_between_words || above.is_wide;
    return width_ > 0 ? is_full(before) : has_stops && (is_prose(before) || above.weight >= longest_heading);
  }

  bool ends_with_colon(Unit const& unit) const {
    char32_t const last = text::code_point_before(text_, unit.shape.visible.end).value;
    return last == ':' || last == 0xFF1A;
  }

  /// Hardly a word would have fitted into the last line.
  bool is_full(Unit const& unit) const { return all_.lines[unit.last].columns * 20 >= width_ * 17; }

  std::string_view text_;
  Units const& all_;
  Joints joints_;
  std::size_t width_ = 0;  ///< of broken lines; 0: no line is broken
};

}  // namespace

std::vector<PageBreak> page_breaks_in(std::string_view text, Units const& all) {
  if (std::ranges::none_of(all.units, &Unit::is_furniture)) return {};
  return Search(text, all).found();
}

}  // namespace ms::read
