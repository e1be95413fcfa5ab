#include "text/utf8.hpp"

#include <unicode/utf8.h>

namespace ms::text {
namespace {

constexpr char32_t replacement = 0xFFFD;

std::uint8_t const* octets(std::string_view utf8) {
  return reinterpret_cast<std::uint8_t const*>(utf8.data());
}

}  // namespace

CodePoint long_code_point_at(std::string_view utf8, std::size_t offset) {
  // Well-formed characters of two and three bytes first: they are nearly all that is asked for.
  std::uint8_t const* const bytes = octets(utf8) + offset;
  std::size_t const left = utf8.size() - offset;
  auto const continues = [&](std::size_t i) { return (bytes[i] & 0xC0U) == 0x80U; };
  if (bytes[0] >= 0xC2 && bytes[0] < 0xE0 && left >= 2 && continues(1))
    return {(bytes[0] & 0x1FU) << 6U | (bytes[1] & 0x3FU), 2, true};
  bool const is_of_three = bytes[0] >= 0xE0 && bytes[0] < 0xF0 && left >= 3 && continues(1) && continues(2);
  // Overlong forms and surrogates are ill-formed; U+D000 to U+D7FF are rare enough to go with the latter.
  if (is_of_three && bytes[0] != 0xED && !(bytes[0] == 0xE0 && bytes[1] < 0xA0))
    return {(bytes[0] & 0x0FU) << 12U | (bytes[1] & 0x3FU) << 6U | (bytes[2] & 0x3FU), 3, true};
  // U8_NEXT works with 32-bit offsets; four bytes are all it may look at.
  std::string_view const window = utf8.substr(offset, 4);
  std::int32_t position = 0;
  UChar32 value = 0;
  U8_NEXT(octets(window), position, static_cast<std::int32_t>(window.size()), value);
  if (value < 0) return {replacement, static_cast<std::size_t>(position), false};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(position), true};
}

CodePoint code_point_before(std::string_view utf8, std::size_t offset) {
  std::size_t const start = offset < 4 ? 0 : offset - 4;
  std::string_view const window = utf8.substr(start, offset - start);
  std::int32_t position = static_cast<std::int32_t>(window.size());
  UChar32 value = 0;
  U8_PREV(octets(window), 0, position, value);
  std::size_t const length = window.size() - static_cast<std::size_t>(position);
  if (value < 0) return {replacement, length, false};
  return {static_cast<char32_t>(value), length, true};
}

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t offset = 0; offset < bytes.size();) {
    CodePoint const c = code_point_at(bytes, offset);
    if (!c.valid) return false;
    offset += c.length;
  }
  return true;
}

bool is_boundary(std::string_view utf8, std::size_t offset) {
  return offset == utf8.size() ||
         (offset < utf8.size() && (static_cast<unsigned char>(utf8[offset]) & 0xC0) != 0x80);
}

void append(std::string& utf8, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = replacement;
  if (value < 0x80) {
    utf8 += static_cast<char>(value);
    return;
  }
  std::uint8_t buffer[4];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<std::uint32_t>(value));
  utf8.append(reinterpret_cast<char const*>(buffer), length);
}

std::string to_utf8(std::u32string_view code_points) {
  std::string utf8;
  for (char32_t const value : code_points) append(utf8, value);
  return utf8;
}

std::string to_utf8(std::u16string_view units) {
  std::string utf8;
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t value = units[i];
    bool const lead = value >= 0xD800 && value <= 0xDBFF;
    if (lead && i + 1 < units.size() && units[i + 1] >= 0xDC00 && units[i + 1] <= 0xDFFF)
      value = 0x10000 + ((value - 0xD800) << 10) + (units[++i] - 0xDC00u);
    append(utf8, value);
  }
  return utf8;
}

std::u32string to_utf32(std::string_view utf8) {
  std::u32string out;
  for (CodePointAt const c : code_points(utf8)) out += c.value;
  return out;
}

std::u16string to_utf16(std::string_view utf8) {
  std::u16string out;
  for (CodePointAt const c : code_points(utf8)) {
    if (c.value < 0x10000) {
      out += static_cast<char16_t>(c.value);
    } else {
      out += static_cast<char16_t>(0xD7C0 + (c.value >> 10));
      out += static_cast<char16_t>(0xDC00 + (c.value & 0x3FF));
    }
  }
  return out;
}

}  // namespace ms::text
