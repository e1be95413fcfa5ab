// UTF-8 in, code points out, and back. Every string inside the program is valid UTF-8 (`decode` sees to it);
// the functions here still never read outside their argument: what is not valid reads as U+FFFD, one for each
// maximal invalid part (Unicode 15, 3.9, U+FFFD substitution of maximal subparts).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ms::text {

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;  ///< bytes taken, 1 to 4
  bool valid = true;
};

/// The one that starts at `offset` < utf8.size() with a byte that is not ASCII.
CodePoint long_code_point_at(std::string_view utf8, std::size_t offset);
/// The code point that starts at `offset` < utf8.size().
inline CodePoint code_point_at(std::string_view utf8, std::size_t offset) {
  auto const first = static_cast<unsigned char>(utf8[offset]);
  return first < 0x80 ? CodePoint{first, 1, true} : long_code_point_at(utf8, offset);
}
/// The code point that ends at `offset` > 0.
CodePoint code_point_before(std::string_view utf8, std::size_t offset);

bool is_valid_utf8(std::string_view bytes);
/// Is `offset` the start of a code point, or the end of the text?
bool is_boundary(std::string_view utf8, std::size_t offset);

/// Appends one code point; surrogates and values above U+10FFFF are appended as U+FFFD.
void append(std::string& utf8, char32_t value);
std::string to_utf8(std::u32string_view code_points);
std::string to_utf8(std::u16string_view units);
std::u32string to_utf32(std::string_view utf8);
std::u16string to_utf16(std::string_view utf8);

/// for (CodePointAt c : code_points(text)) … with c.value, c.offset and c.length.
struct CodePointAt {
  char32_t value = 0;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::size_t end() const { return offset + length; }
};

class CodePoints {
 public:
  class Iterator {
   public:
    Iterator(std::string_view utf8, std::size_t offset) : utf8_(utf8), offset_(offset) { look(); }
    CodePointAt operator*() const { return {now_.value, offset_, now_.length}; }
    Iterator& operator++() {
      offset_ += now_.length;
      look();
      return *this;
    }
    bool operator==(Iterator const& other) const { return offset_ == other.offset_; }

   private:
    void look() {
      if (offset_ < utf8_.size()) now_ = code_point_at(utf8_, offset_);
    }
    std::string_view utf8_;
    std::size_t offset_;
    CodePoint now_;
  };
  explicit CodePoints(std::string_view utf8) : utf8_(utf8) {}
  Iterator begin() const { return {utf8_, 0}; }
  Iterator end() const { return {utf8_, utf8_.size()}; }

 private:
  std::string_view utf8_;
};

inline CodePoints code_points(std::string_view utf8) {
  return CodePoints(utf8);
}

}  // namespace ms::text
