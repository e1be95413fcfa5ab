#include "pdf/tounicode.hpp"

#include "pdf/numbers.hpp"
#include "text/utf8.hpp"

namespace ms::pdf {

namespace {

constexpr std::size_t most_rows = 100;  ///< of one begin… end… (PostScript CMap resources, 5014)

/// U+0000, U+FEFF and U+FFFE are no text (PDF/UA-1 7.21.7, PDF/A-2 6.2.11.7.2).
std::u16string units_of(std::string_view text) {
  std::u16string units = text::to_utf16(text);
  for (char16_t& unit : units)
    if (unit == 0 || unit == 0xFEFF || unit == 0xFFFE || unit == 0xFFFF) unit = 0xFFFD;
  return units;
}

void append_code(std::string& out, std::size_t code) {
  out += '<';
  append_hex16(out, static_cast<std::uint32_t>(code));
  out += '>';
}

void append_rows(std::string& out, std::vector<std::string> const& rows, std::string_view kind) {
  for (std::size_t i = 0; i < rows.size(); i += most_rows) {
    std::size_t const end = std::min(rows.size(), i + most_rows);
    append_integer(out, static_cast<std::int64_t>(end - i));
    out.append(" begin").append(kind) += '\n';
    for (std::size_t k = i; k < end; ++k) out += rows[k];
    out.append("end").append(kind) += '\n';
  }
}

}  // namespace

std::string to_unicode(EmbeddedFont const& font) {
  std::vector<std::u16string> texts(1);
  for (std::uint16_t const entry : font.in_order) texts.push_back(units_of(font.entries[entry].text));
  std::vector<std::string> ranges, singles;
  for (std::size_t code = 1; code < texts.size();) {
    // A range counts up in the last byte, of the code and of the text.
    std::size_t end = code + 1;
    while (end < texts.size() && texts[code].size() == 1 && texts[end].size() == 1 && end % 256 != 0 &&
           texts[end][0] == texts[end - 1][0] + 1 && texts[end][0] % 256 != 0)
      ++end;
    std::string row;
    append_code(row, code);
    if (end - code > 1) append_code(row, end - 1);
    row += '<';
    for (char16_t const unit : texts[code]) append_hex16(row, unit);
    row += ">\n";
    (end - code > 1 ? ranges : singles).push_back(row);
    code = end;
  }
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
  append_rows(out, ranges, "bfrange");
  append_rows(out, singles, "bfchar");
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend";
}

}  // namespace ms::pdf
