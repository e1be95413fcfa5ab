#include "font/sfnt.hpp"

namespace ms::font {
std::uint16_t u16(std::string_view bytes, std::size_t offset) {
  if (offset > bytes.size() || bytes.size() - offset < 2) return 0;
  auto const at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[offset + i]); };
  return static_cast<std::uint16_t>(at(0) << 8 | at(1));
}

std::uint32_t u32(std::string_view bytes, std::size_t offset) {
  if (offset > bytes.size() || bytes.size() - offset < 4) return 0;
  return static_cast<std::uint32_t>(u16(bytes, offset)) << 16 | u16(bytes, offset + 2);
}

std::string_view bytes_of(hb_blob_t* blob) {
  unsigned length = 0;
  char const* const bytes = hb_blob_get_data(blob, &length);
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, length);
}

bool has_all_tables(std::string_view file, unsigned index) {
  std::size_t start = 0;
  if (u32(file, 0) == HB_TAG('t', 't', 'c', 'f')) {
    if (index >= u32(file, 8)) return false;
    start = u32(file, 12 + std::size_t{4} * index);
    if (start == 0) return false;
  } else if (index != 0) {
    return false;
  }
  std::size_t const count = u16(file, start + 4);
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t const record = start + 12 + 16 * i;
    if (record + 16 > file.size()) return false;
    std::size_t const offset = u32(file, record + 8), length = u32(file, record + 12);
    if (offset > file.size() || length > file.size() - offset) return false;
  }
  return count > 0;
}

bool may_be_embedded(hb_face_t* face) {
  Table const os2(face, HB_TAG('O', 'S', '/', '2'));
  unsigned const type = u16(os2.bytes(), 8);
  // Of the bits 1 to 3 the least restrictive one that is set counts.
  bool const restricted = (type & 0x000E) == 0x0002;
  return !restricted && (type & 0x0100) == 0 && (type & 0x0200) == 0;
}

}  // namespace ms::font
