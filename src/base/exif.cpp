#include "base/exif.hpp"

#include <cstdint>

namespace ms::base {
namespace {

constexpr int upright = 1;

/// Numbers of a TIFF file, whose first two bytes say in which order theirs stand. Zero beyond the end.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), is_little_(bytes.starts_with("II")) {}

  std::uint32_t number(std::size_t at, std::size_t count) const {
    if (at > bytes_.size() || bytes_.size() - at < count) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
      value = value << 8 | static_cast<unsigned char>(bytes_[at + (is_little_ ? count - 1 - i : i)]);
    return value;
  }

 private:
  std::string_view bytes_;
  bool is_little_;
};

int orientation_of(std::string_view bytes) {
  if (!bytes.starts_with("II") && !bytes.starts_with("MM")) return upright;
  Tiff const tiff(bytes);
  if (tiff.number(2, 2) != 42) return upright;
  std::size_t const directory = tiff.number(4, 4), count = tiff.number(directory, 2);
  constexpr std::uint32_t orientation = 274, short_number = 3;
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t const entry = directory + 2 + 12 * i;
    if (tiff.number(entry, 2) != orientation || tiff.number(entry + 2, 2) != short_number) continue;
    std::uint32_t const value = tiff.number(entry + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : upright;
  }
  return upright;
}

}  // namespace

int exif_orientation(std::string_view jpeg) {
  constexpr std::string_view start("\xFF\xD8", 2), name("Exif\0\0", 6);
  if (!jpeg.starts_with(start)) return upright;
  Tiff const numbers(jpeg);  // big-endian: a JPEG never begins with "II"
  for (std::size_t at = 2; at + 4 <= jpeg.size() && numbers.number(at, 1) == 0xFF;) {
    std::uint32_t const marker = numbers.number(at + 1, 1);
    if (marker == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    std::size_t const length = numbers.number(at + 2, 2);
    if (marker == 0xDA || length < 2) return upright;  // the picture begins
    std::string_view const segment = jpeg.substr(at + 4).substr(0, length - 2);
    if (marker == 0xE1 && segment.starts_with(name)) return orientation_of(segment.substr(name.size()));
    at += 2 + length;
  }
  return upright;
}

}  // namespace ms::base
