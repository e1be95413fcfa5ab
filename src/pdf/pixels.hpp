// Pictures as pixels (libpng, libwebp). In: the bytes of a PNG or WebP file, which may be anything. Out:
// eight bits a channel, colour and opacity apart; or why there are none, in words. Nothing larger than the
// limits is unpacked, so a small file cannot fill the memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace ms::pdf {

struct Pixels {
  std::uint32_t width = 0, height = 0;
  int channels = 3;     ///< of a pixel's colour: 1 or 3
  std::string colour;   ///< rows from the top
  std::string opacity;  ///< a byte a pixel; empty: opaque
};

constexpr std::uint64_t most_pixels = 50'000'000;

using PixelsOrReason = std::variant<Pixels, std::string>;
PixelsOrReason png_pixels(std::string_view bytes);
PixelsOrReason webp_pixels(std::string_view bytes);

/// Rows with PNG's filters (ISO 32000-1 7.4.4.4, predictor 15), each row with the one whose differences are
/// the smallest.
std::string filtered_rows(std::string const& samples, std::size_t row_bytes, std::size_t pixel_bytes);

}  // namespace ms::pdf
