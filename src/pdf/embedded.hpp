// The fonts of a document and the codes in them. In: drawings (glyphs that stay together) with the text they
// stand for. Out: for each distinct pair of drawing and text one code, so that one code always means one text
// (pdf design: CID is not GID). A drawing whose advance differs a little from an earlier one with the same
// glyphs and text shares its code, whose advance is the commonest of them; the content stream moves the pen
// by the difference. Codes are numbered once everything is known (code_tables.cpp). When a font is full a
// second one for the same face begins.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "font/face.hpp"
#include "pdf/code_space.hpp"

namespace ms::pdf {

/// One glyph of a drawing. x and y are in units of the host face, y upwards; `scale` is in 1/16384 (F2DOT14)
/// and brings a glyph of another face to the host's units.
struct Part {
  static constexpr int unscaled = 1 << 14;
  font::Face const* face = nullptr;
  std::uint32_t glyph = 0;
  std::int32_t x = 0, y = 0;
  std::int32_t scale = unscaled;
  friend bool operator==(Part const&, Part const&) = default;
};

/// What a code draws: some parts, or nothing, and how far the pen moves (units of the host face, not
/// negative).
struct Drawing {
  std::vector<Part> parts;
  std::int32_t advance = 0;
  friend bool operator==(Drawing const&, Drawing const&) = default;
};

/// One glyph of the host as it is: it needs no glyph of our making.
bool is_plain(Drawing const& drawing, font::Face const& host);

struct Entry {
  Drawing drawing;
  std::string text;  ///< UTF-8, never empty
  std::uint32_t uses = 0;
  std::vector<std::pair<std::int32_t, std::uint32_t>> advances;  ///< that it was asked for with, how often
};

/// One font of the PDF: entries of a host face. After `number_codes` the CID of entry i is cids[i], and
/// by_cid[cids[i]] == i. CID 0 is .notdef and never used; others may be unused as well.
struct EmbeddedFont {
  static constexpr std::uint16_t unused = 0xFFFF;

  font::Face const* host = nullptr;
  std::vector<Entry> entries;
  std::size_t table = 0;  ///< index into EmbeddedFonts::tables()
  std::vector<std::uint16_t> cids;
  std::vector<std::uint16_t> by_cid;  ///< as long as it must be; index of an entry, or `unused`
  std::size_t glyphs = 1;             ///< .notdef, one a code, one a part of what is not plain

  /// Width in 1/1000 em as the W array has it.
  int width_of(std::size_t entry) const;
};

struct EntryPlace {
  std::uint16_t font = 0;  ///< index into EmbeddedFonts::fonts()
  std::uint16_t entry = 0;
  friend bool operator==(EntryPlace, EntryPlace) = default;
};

/// What the CIDs of some fonts mean: the same in each of them.
struct CodeTable {
  CodeSpace space;
  std::vector<std::string> texts;  ///< by CID; empty: no code leads there
  bool simple = false;             ///< its fonts are simple ones, a CID is a code, and they share a program
};
/// Gives every entry of every font its CID (code_tables.cpp).
std::vector<CodeTable> number_codes(std::vector<EmbeddedFont>& fonts);
/// Those of simple fonts (simple_codes.cpp); the others have none yet.
void number_simple_fonts(std::vector<EmbeddedFont>& fonts, std::vector<CodeTable>& tables);

class EmbeddedFonts {
 public:
  /// A font begins no further entry beyond `capacity` glyphs. 65,535 is what a font file can hold, and
  /// glyphs that others are made of come on top; a code space holds 40,000.
  explicit EmbeddedFonts(std::size_t capacity = 40000) : capacity_(capacity) {}

  EntryPlace place_of(font::Face const& host, Drawing const& drawing, std::string_view text);
  /// The same for one glyph of the host as it is, which most codes are.
  EntryPlace place_of_glyph(font::Face const& host, std::uint32_t glyph, std::int32_t advance,
                            std::string_view text);
  std::vector<EmbeddedFont> const& fonts() const { return fonts_; }
  std::vector<CodeTable> const& tables() const { return tables_; }
  void number_codes();

 private:
  struct Variant {
    std::int32_t advance = 0;
    EntryPlace place;
  };
  struct Plain {
    font::Face const* host = nullptr;
    std::uint64_t text = 0;  ///< its bytes
    std::uint32_t glyph = 0;
    std::int32_t advance = 0;
    friend bool operator==(Plain const&, Plain const&) = default;
  };
  struct HashPlain {
    std::size_t operator()(Plain const& plain) const;
  };
  EntryPlace add(font::Face const& host, Drawing const& drawing, std::string_view text);
  std::size_t open_font(font::Face const& host, std::size_t glyphs);

  std::size_t capacity_;
  std::vector<EmbeddedFont> fonts_;
  std::vector<CodeTable> tables_;
  std::unordered_map<std::string, std::vector<Variant>> places_;  ///< looked up, never walked
  std::unordered_map<Plain, EntryPlace, HashPlain> plain_;        ///< looked up, never walked
  std::string key_;                                               ///< kept for its memory
};

/// `units` of a face in 1/1000 em, rounded to nearest.
int thousandths_of_em(std::int64_t units, int units_per_em);

}  // namespace ms::pdf
