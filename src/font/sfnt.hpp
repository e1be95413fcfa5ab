// The bytes of a font file as the OpenType specification lays them out. In: the file and the index of a face
// in it. Out: whether its tables are all there, and numbers read from them; reading past the end gives 0.
#pragma once

#include <cstdint>
#include <string_view>

#include "font/harfbuzz.hpp"

namespace ms::font {

/// Big-endian numbers of a table.
std::uint16_t u16(std::string_view bytes, std::size_t offset);
std::uint32_t u32(std::string_view bytes, std::size_t offset);
inline std::int16_t s16(std::string_view bytes, std::size_t offset) {
  return static_cast<std::int16_t>(u16(bytes, offset));
}

/// The bytes of a blob, which must outlive the view.
std::string_view bytes_of(hb_blob_t* blob);

/// A table of a face, held for as long as the object lives.
class Table {
 public:
  Table(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {}
  std::string_view bytes() const { return bytes_of(blob_.get()); }
  bool is_there() const { return !bytes().empty(); }

 private:
  OwnedBlob blob_;
};

/// Does the table directory of face `index` lie in the file, and every table it lists? (HarfBuzz itself takes
/// what there is, so a file cut short would draw empty glyphs.)
bool has_all_tables(std::string_view file, unsigned index);

/// May this face be embedded as a subset? (OpenType, OS/2 fsType: not when the licence is "restricted",
/// forbids subsetting, or allows bitmaps only; without an OS/2 table nothing forbids it.)
bool may_be_embedded(hb_face_t* face);

}  // namespace ms::font
