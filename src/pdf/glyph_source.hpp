// The glyphs of a TrueType face, one by one. In: a face. Out: records of its glyf table as they stand there,
// without instructions, with their metrics. What is given out can be read without looking where its bytes end
// and draws something or is empty; a font for which that is not so is refused (Failure font.damaged, which
// names its file).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "font/glyph_tables.hpp"

namespace ms::pdf {

struct GlyphRecord {
  std::string bytes;  ///< empty: nothing is drawn
  std::uint32_t advance = 0;
  std::int32_t left_bearing = 0;
};

class GlyphSource {
 public:
  explicit GlyphSource(font::Face const& face);

  font::Face const& face() const { return *face_; }
  font::GlyphTables const& tables() const { return tables_; }
  std::size_t count() const { return count_; }
  GlyphRecord record(std::uint32_t glyph) const;

 private:
  std::string_view outline(std::uint32_t glyph) const;
  [[noreturn]] void refuse(char const* what) const;

  font::Face const* face_;
  font::GlyphTables tables_;
  std::size_t count_ = 0, metrics_ = 0;
  bool wide_ = false;
};

/// Does a record end where it says it does, and do the numbers of its points count up?
bool is_sound(std::string_view record);

}  // namespace ms::pdf
