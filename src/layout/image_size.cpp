#include "layout/image_size.hpp"

#include <cstdint>

#include "base/exif.hpp"

namespace ms::layout {
namespace {

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::optional<PixelSize> sane(std::uint32_t width, std::uint32_t height) {
  // Larger sides are no pictures of an article but attacks on memory.
  constexpr std::uint32_t most = 65'500;
  if (width == 0 || height == 0 || width > most || height > most) return {};
  return PixelSize{static_cast<int>(width), static_cast<int>(height)};
}

std::optional<PixelSize> jpeg_size(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 9 <= bytes.size() && number(bytes, at, 1) == 0xFF) {
    std::uint32_t const marker = number(bytes, at + 1, 1);
    if (marker == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    bool const is_frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (is_frame) {
      std::uint32_t const height = number(bytes, at + 5, 2), width = number(bytes, at + 7, 2);
      return base::lies_on_its_side(base::exif_orientation(bytes)) ? sane(height, width)
                                                                   : sane(width, height);
    }
    std::uint32_t const length = number(bytes, at + 2, 2);
    if (length < 2) return {};
    at += 2 + length;
  }
  return {};
}

/// The first chunk of a WebP file: lossy, lossless, or with features to come (RFC 9649, 2.4 to 2.7).
std::optional<PixelSize> webp_size(std::string_view bytes) {
  if (bytes.size() < 30) return {};
  auto const little = [&](std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = count; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
  };
  std::string_view const chunk = bytes.substr(12, 4);
  if (chunk == "VP8 ") return sane(little(26, 2) & 0x3FFF, little(28, 2) & 0x3FFF);
  if (chunk == "VP8L") return sane((little(21, 4) & 0x3FFF) + 1, (little(21, 4) >> 14 & 0x3FFF) + 1);
  if (chunk == "VP8X") return sane(little(24, 3) + 1, little(27, 3) + 1);
  return {};
}

}  // namespace

std::optional<PixelSize> image_size(std::string_view bytes) {
  constexpr std::string_view png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), jpeg("\xFF\xD8\xFF", 3);
  if (bytes.starts_with(png) && bytes.size() >= 24) return sane(number(bytes, 16, 4), number(bytes, 20, 4));
  if (bytes.starts_with(jpeg)) return jpeg_size(bytes);
  if (bytes.starts_with("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP") return webp_size(bytes);
  return {};
}

}  // namespace ms::layout
