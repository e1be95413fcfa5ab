#include "pdf/pixels.hpp"

#include <png.h>
#include <webp/decode.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace ms::pdf {

namespace {

constexpr char const* too_large = "it has more than 50 million pixels";

bool is_too_large(std::uint64_t width, std::uint64_t height) {
  return width == 0 || height == 0 || width > 65500 || height > 65500 || width * height > most_pixels;
}

/// RGBA or grey with opacity → colour and opacity apart, each only as far as there is any.
Pixels apart(std::uint32_t width, std::uint32_t height, int channels, std::string const& samples) {
  Pixels out{width, height, channels, {}, {}};
  auto const step = static_cast<std::size_t>(channels) + 1;
  bool opaque = true, grey = true;
  for (std::size_t at = 0; at < samples.size(); at += step) {
    opaque = opaque && samples[at + step - 1] == '\xFF';
    if (channels == 3) grey = grey && samples[at] == samples[at + 1] && samples[at] == samples[at + 2];
  }
  std::size_t const kept = grey ? 1 : 3;
  out.channels = static_cast<int>(kept);
  out.colour.reserve(samples.size() / step * kept);
  for (std::size_t at = 0; at < samples.size(); at += step) {
    out.colour.append(samples, at, kept);
    if (!opaque) out.opacity += samples[at + step - 1];
  }
  return out;
}

/// Paeth's predictor (PNG, 9.4).
int paeth(int left, int above, int corner) {
  int const guess = left + above - corner;
  int const a = std::abs(guess - left), b = std::abs(guess - above), c = std::abs(guess - corner);
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

}  // namespace

PixelsOrReason png_pixels(std::string_view bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  struct Free {
    png_image& image;
    ~Free() { png_image_free(&image); }
  } const free{image};
  if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()))
    return std::string(image.message);
  if (is_too_large(image.width, image.height)) return too_large;
  bool const colour = (image.format & PNG_FORMAT_FLAG_COLOR) != 0;
  image.format = colour ? PNG_FORMAT_RGBA : PNG_FORMAT_GA;
  std::string samples(PNG_IMAGE_SIZE(image), '\0');
  if (!png_image_finish_read(&image, nullptr, samples.data(), 0, nullptr)) return std::string(image.message);
  return apart(image.width, image.height, colour ? 3 : 1, samples);
}

PixelsOrReason webp_pixels(std::string_view bytes) {
  auto const* const data = reinterpret_cast<std::uint8_t const*>(bytes.data());
  WebPBitstreamFeatures features{};
  if (WebPGetFeatures(data, bytes.size(), &features) != VP8_STATUS_OK) return "its header is damaged";
  if (features.has_animation) return "it is animated";
  auto const width = static_cast<std::uint32_t>(features.width),
             height = static_cast<std::uint32_t>(features.height);
  if (is_too_large(width, height)) return too_large;
  std::string samples(std::size_t{4} * width * height, '\0');
  auto* const out = reinterpret_cast<std::uint8_t*>(samples.data());
  if (WebPDecodeRGBAInto(data, bytes.size(), out, samples.size(), 4 * features.width) == nullptr)
    return "its data are damaged";
  return apart(width, height, 3, samples);
}

std::string filtered_rows(std::string const& samples, std::size_t row_bytes, std::size_t pixel_bytes) {
  std::string out;
  out.reserve(samples.size() + samples.size() / row_bytes);
  std::string const blank(row_bytes, '\0');
  std::array<std::string, 5> rows;
  for (std::size_t start = 0; start + row_bytes <= samples.size(); start += row_bytes) {
    char const* const row = samples.data() + start;
    char const* const above = start == 0 ? blank.data() : row - row_bytes;
    std::size_t best = 0, least = 0;
    for (std::size_t filter = 0; filter < rows.size(); ++filter) {
      std::string& made = rows[filter];
      made.resize(row_bytes);
      std::size_t sum = 0;
      for (std::size_t i = 0; i < row_bytes; ++i) {
        auto const byte = [](char c) { return static_cast<int>(static_cast<unsigned char>(c)); };
        int const left = i < pixel_bytes ? 0 : byte(row[i - pixel_bytes]);
        int const corner = i < pixel_bytes ? 0 : byte(above[i - pixel_bytes]);
        int const up = byte(above[i]);
        int const guess = filter == 0   ? 0
                          : filter == 1 ? left
                          : filter == 2 ? up
                          : filter == 3 ? (left + up) / 2
                                        : paeth(left, up, corner);
        made[i] = static_cast<char>(byte(row[i]) - guess);
        sum += static_cast<std::size_t>(std::abs(static_cast<int>(static_cast<signed char>(made[i]))));
      }
      if (filter == 0 || sum < least) best = filter, least = sum;
    }
    out += static_cast<char>(best);
    out += rows[best];
  }
  return out;
}

}  // namespace ms::pdf
