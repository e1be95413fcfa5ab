// An Exif segment that says nothing but how a JPEG is to be turned (tag 274), in either order of bytes.
#pragma once

#include <string>

namespace samples {

inline std::string exif_segment(int orientation, bool is_little) {
  using namespace std::string_literals;
  char const value = static_cast<char>(orientation);
  std::string const tiff = is_little
                               ? "II\x2A\0\x08\0\0\0\1\0\x12\x01\3\0\1\0\0\0"s + value + "\0\0\0\0\0\0\0"s
                               : "MM\0\x2A\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0"s + value + "\0\0\0\0\0\0"s;
  return "\xFF\xE1\0"s + static_cast<char>(2 + 6 + tiff.size()) + "Exif\0\0"s + tiff;
}

}  // namespace samples
