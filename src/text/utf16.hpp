// The bridge to ICU, which counts in UTF-16: a text walked once, in both kinds of offsets. Only for the
// sources of this folder; UTF-16 offsets never leave it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace ms::text {

/// Fills `units` with the text; as to_utf16, but into a buffer that is kept.
void fill_utf16(std::u16string& units, std::string_view utf8);

/// Goes from code point to code point and says where that is in UTF-8.
class Utf16Walk {
 public:
  explicit Utf16Walk(std::string_view utf8) : utf8_(utf8) {}

  /// The UTF-8 offset of UTF-16 offset `target`, which must not be smaller than the one before.
  std::size_t utf8_offset_of(std::size_t target) {
    while (utf16_ < target && offset_ < utf8_.size()) {
      CodePoint const c = code_point_at(utf8_, offset_);
      offset_ += c.length;
      utf16_ += c.value < 0x10000 ? 1 : 2;
    }
    return offset_;
  }

 private:
  std::string_view utf8_;
  std::size_t offset_ = 0;
  std::size_t utf16_ = 0;
};

}  // namespace ms::text
