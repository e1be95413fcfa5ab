#include "font/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "font/harfbuzz.hpp"

namespace ms::font {

Coverage Coverage::of(hb_face_t* face) {
  OwnedSet const set(hb_set_create());
  hb_face_collect_unicodes(face, set.get());
  std::vector<Block> blocks;
  hb_codepoint_t first = HB_SET_VALUE_INVALID, last = HB_SET_VALUE_INVALID;
  while (hb_set_next_range(set.get(), &first, &last)) blocks.push_back({first, last});
  return Coverage(std::move(blocks));
}

bool Coverage::has(char32_t c) const {
  auto const after = std::upper_bound(blocks_.begin(), blocks_.end(), c,
                                      [](char32_t value, Block block) { return value < block.first; });
  return after != blocks_.begin() && c <= std::prev(after)->last;
}

std::string Coverage::text() const {
  std::string text;
  char32_t end = 0;
  for (Block const block : blocks_) {
    if (!text.empty()) text += ' ';
    fmt::format_to(std::back_inserter(text), "{:x}+{:x}", static_cast<std::uint32_t>(block.first - end),
                   static_cast<std::uint32_t>(block.last - block.first));
    end = block.last + 1;
  }
  return text;
}

std::optional<Coverage> Coverage::parse(std::string_view text) {
  constexpr std::uint32_t limit = 0x110000;
  std::vector<Block> blocks;
  char const* at = text.data();
  char const* const stop = at + text.size();
  std::uint32_t end = 0;
  while (at != stop) {
    std::uint32_t gap = 0, more = 0;
    if (!blocks.empty() && *at++ != ' ') return {};
    auto read = std::from_chars(at, stop, gap, 16);
    if (read.ec != std::errc() || read.ptr == stop || *read.ptr != '+') return {};
    read = std::from_chars(read.ptr + 1, stop, more, 16);
    if (read.ec != std::errc() || gap >= limit - end || more >= limit - end - gap) return {};
    blocks.push_back({end + gap, end + gap + more});
    end += gap + more + 1;
    at = read.ptr;
  }
  return Coverage(std::move(blocks));
}

}  // namespace ms::font
