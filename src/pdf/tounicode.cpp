#include "pdf/tounicode.hpp"

#include "pdf/numbers.hpp"
#include "text/utf8.hpp"

namespace ms::pdf {

namespace {

/// U+0000, U+FEFF and U+FFFE are no text (PDF/UA-1 7.21.7, PDF/A-2 6.2.11.7.2).
std::u16string units_of(std::string_view text) {
  std::u16string units = text::to_utf16(text);
  for (char16_t& unit : units)
    if (unit == 0 || unit == 0xFEFF || unit == 0xFFFE || unit == 0xFFFF) unit = 0xFFFD;
  return units;
}

}  // namespace

std::string to_unicode(CodeTable const& table) {
  std::vector<std::u16string> texts;
  for (std::string const& text : table.texts) texts.push_back(units_of(text));
  // A range counts up in the last byte, of the code and of the text.
  auto const goes_on = [&](std::size_t cid) {
    return cid < texts.size() && texts[cid - 1].size() == 1 && texts[cid].size() == 1 &&
           texts[cid][0] == texts[cid - 1][0] + 1 && texts[cid][0] % 256 != 0 && cid % 256 != 0;
  };
  std::vector<std::string> ranges, singles;
  for (std::size_t cid = 1; cid < texts.size();) {
    std::size_t end = cid + 1;
    while (goes_on(end)) ++end;
    if (!texts[cid].empty()) {
      std::string& row = (end - cid > 1 ? ranges : singles).emplace_back();
      append_code_hex(row, cid);
      if (end - cid > 1) append_code_hex(row, end - 1);
      row += '<';
      for (char16_t const unit : texts[cid]) append_hex16(row, unit);
      row += ">\n";
    }
    cid = end;
  }
  std::string out =
      "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
      table.space.ranges();
  append_rows(out, ranges, "bfrange");
  append_rows(out, singles, "bfchar");
  return out + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend";
}

}  // namespace ms::pdf
