// Big-endian numbers in strings of bytes, as font files and colour profiles have them. Reading past the end
// is a broken promise: what is read here was made by this program or checked when its file was opened.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/ensure.hpp"

namespace ms::pdf {

inline void append_u8(std::string& out, std::uint32_t value) {
  out += static_cast<char>(value & 0xFF);
}
inline void append_u16(std::string& out, std::uint32_t value) {
  append_u8(out, value >> 8);
  append_u8(out, value);
}
inline void append_u32(std::string& out, std::uint32_t value) {
  append_u16(out, value >> 16);
  append_u16(out, value);
}
inline void append_s16(std::string& out, std::int32_t value) {
  append_u16(out, static_cast<std::uint32_t>(value));
}

inline std::uint32_t u8_at(std::string_view bytes, std::size_t at) {
  base::ensure(at < bytes.size(), "tables are as long as they say");
  return static_cast<unsigned char>(bytes[at]);
}
inline std::uint32_t u16_at(std::string_view bytes, std::size_t at) {
  return u8_at(bytes, at) << 8 | u8_at(bytes, at + 1);
}
inline std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  return u16_at(bytes, at) << 16 | u16_at(bytes, at + 2);
}
inline std::int32_t s16_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::int16_t>(u16_at(bytes, at));
}

inline void set_u16(std::string& bytes, std::size_t at, std::uint32_t value) {
  base::ensure(at + 2 <= bytes.size(), "tables are as long as they say");
  bytes[at] = static_cast<char>(value >> 8 & 0xFF);
  bytes[at + 1] = static_cast<char>(value & 0xFF);
}

}  // namespace ms::pdf
