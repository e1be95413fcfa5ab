// How CIDs are written in content streams (ISO 32000-1 9.7.5, 9.7.6). In: how many codes there are. Out: the
// CID and the bytes of each, and the CMap that leads back. As many as fit have one byte, the others two, the
// first of which stands for nothing alone; either way the code is the CID as a number, since MuPDF before
// 1.22 looks for CIDs among the codes. The first code is 32, so that word spacing applies to it (9.3.3;
// poppler looks at the CID, others at the byte). One byte that strings must escape is no code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ms::pdf {

class CodeSpace {
 public:
  explicit CodeSpace(std::size_t count);

  /// Codes from 0 to this (not included) have one byte.
  std::size_t short_codes() const { return short_codes_; }
  std::size_t long_ranges() const { return leads_; }
  std::uint16_t cid_of(std::size_t index) const;

  /// The codespace ranges, as CMaps of both kinds have them.
  std::string ranges() const;
  /// Code → CID.
  std::string cmap(std::string const& name) const;

  /// Does the CMap of this one serve the other as well?
  bool holds(CodeSpace const& other) const;

 private:
  std::size_t lead(std::size_t index) const;
  std::size_t first_short() const;  ///< after the space

  std::size_t leads_ = 0;  ///< how many bytes begin a code of two
  std::size_t short_codes_ = 0;
};

void append_code(std::string& bytes, std::uint16_t cid);
/// "<20>", "<0141>"
void append_code_hex(std::string& out, std::size_t cid);

/// Rows of one kind in blocks of at most a hundred (PostScript CMap resources, 5014): "2 beginbfchar …".
void append_rows(std::string& out, std::vector<std::string> const& rows, std::string_view kind);

}  // namespace ms::pdf
