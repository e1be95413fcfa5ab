#include "read/near_duplicates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <set>
#include <unordered_map>
#include <vector>

#include "doc/walk.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

/// Of the pieces of a text the smallest number for each of so many orders (Broder's min-wise sketch): the
/// share of equal numbers is about the share of pieces that two texts have in common.
constexpr std::size_t orders = 64;
/// Letters of a piece; a text with fewer pieces is too short to tell.
constexpr std::size_t piece_length = 6, fewest_pieces = 100;
/// Equal numbers, of all, from which texts are nearly the same.
constexpr std::size_t alike = 45;
/// The numbers are parted into bands. Two sketches that are alike differ in fewer numbers than there are
/// bands, hence have a band in common: only such are compared, not each with each.
constexpr std::size_t band_width = 3, bands = orders / band_width;
static_assert(orders - alike < bands);
/// Articles that share a band and are not alike share a phrase; of so many the first are enough.
constexpr std::size_t most_in_band = 32;

std::uint64_t mixed(std::uint64_t value) {
  value ^= value >> 31U;
  value *= 0x9E3779B97F4A7C15U;
  value ^= value >> 29U;
  value *= 0xBF58476D1CE4E5B9U;
  return value ^ (value >> 32U);
}

class Sketch {
 public:
  explicit Sketch(doc::Document const& article) {
    smallest_.fill(std::numeric_limits<std::uint64_t>::max());
    doc::walk(article, [&](doc::Block const& block, int) {
      if (text::Text const* const text = doc::text_of(block)) add(text->utf8);
    });
  }

  bool is_long() const { return pieces_ >= fewest_pieces; }

  std::uint64_t band(std::size_t which) const {
    std::uint64_t all = which;
    for (std::size_t i = 0; i < band_width; ++i) all = mixed(all ^ smallest_[which * band_width + i]);
    return all;
  }

  bool is_like(Sketch const& other) const {
    std::size_t equal = 0;
    for (std::size_t i = 0; i < orders; ++i) equal += smallest_[i] == other.smallest_[i];
    return equal >= alike;
  }

 private:
  /// Letters alone count, in lower case: punctuation and spaces differ from paste to paste.
  void add(std::string_view utf8) {
    std::array<char32_t, piece_length> window{};
    std::size_t letters = 0;
    for (text::CodePointAt const c : text::code_points(utf8)) {
      if (!text::is_letter(c.value) && !text::is_digit(c.value)) continue;
      window[letters++ % piece_length] = text::lower(c.value);
      if (letters < piece_length) continue;
      std::uint64_t piece = 0;
      for (std::size_t i = 0; i < piece_length; ++i)
        piece = mixed(piece ^ window[(letters + i) % piece_length]);
      ++pieces_;
      for (std::size_t i = 0; i < orders; ++i) smallest_[i] = std::min(smallest_[i], mixed(piece + i));
    }
  }

  std::array<std::uint64_t, orders> smallest_;
  std::size_t pieces_ = 0;
};

}  // namespace

void report_near_duplicates(std::vector<doc::Document> const& articles, base::Diagnostics& diagnostics) {
  if (articles.size() < 2) return;
  std::unordered_map<std::size_t, Sketch> before;  // of those that are long enough to tell
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_band;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    Sketch const sketch(articles[i]);
    if (!sketch.is_long()) continue;
    std::set<std::size_t> candidates;
    for (std::size_t band = 0; band < bands; ++band) {
      std::vector<std::size_t>& same = by_band[sketch.band(band)];
      candidates.insert(same.begin(), same.end());
      if (same.size() < most_in_band) same.push_back(i);
    }
    for (std::size_t const j : candidates) {
      if (!sketch.is_like(before.at(j))) continue;
      doc::Line const& title = articles[i].metadata.title;
      auto const& pieces = title.text.origin.pieces();
      diagnostics.warn("edition.near-duplicate",
                       fmt::format("article {} says nearly the same as article {}", i + 1, j + 1),
                       pieces.empty() ? std::nullopt : std::optional(pieces.front().source));
      break;
    }
    before.emplace(i, sketch);
  }
}

}  // namespace ms::read
