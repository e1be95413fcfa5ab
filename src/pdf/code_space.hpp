// How CIDs are written in content streams (ISO 32000-1 9.7.5, 9.7.6). In: how many codes there are. Out: the
// CID and the bytes of each, and the CMap that leads back. As many as fit have one byte, which is their CID;
// the others have two, the first of which stands for nothing alone, and CIDs from 256 on. The first code is
// 32, so that word spacing applies to it (9.3.3; poppler looks at the CID, others at the byte); bytes that
// strings must escape are left out.
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

  void append(std::string& bytes, std::size_t cid) const;
  /// "<20>", "<FC41>"
  void append_hex(std::string& out, std::size_t cid) const;
  /// The codespace ranges, as CMaps of both kinds have them.
  std::string ranges() const;
  /// Code → CID.
  std::string cmap(std::string const& name) const;

  friend bool operator==(CodeSpace const& a, CodeSpace const& b) { return a.leads_ == b.leads_; }

 private:
  std::size_t leads_ = 0;  ///< first bytes of two: the highest
  std::size_t short_codes_ = 0;
};

/// Rows of one kind in blocks of at most a hundred (PostScript CMap resources, 5014): "2 beginbfchar …".
void append_rows(std::string& out, std::vector<std::string> const& rows, std::string_view kind);

}  // namespace ms::pdf
