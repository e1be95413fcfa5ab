#include "pdf/tounicode.hpp"

#include "pdf/numbers.hpp"
#include "text/utf8.hpp"

namespace ms::pdf {

namespace {

/// As many codes in a row are worth leaving a list for.
constexpr std::size_t worth_a_row = 4;

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
  // A row holds codes whose last byte counts up, and their texts: the first of them where they count up with
  // the codes, or a list.
  auto const is_neighbour = [&](std::size_t cid) {
    return cid < texts.size() && !texts[cid - 1].empty() && !texts[cid].empty() && cid % 256 != 0;
  };
  auto const counts_up = [&](std::size_t cid) {
    return is_neighbour(cid) && texts[cid - 1].size() == 1 && texts[cid].size() == 1 &&
           texts[cid][0] == texts[cid - 1][0] + 1 && texts[cid][0] % 256 != 0;
  };
  auto const end_of = [](std::size_t cid, auto const& goes_on) {
    while (goes_on(cid)) ++cid;
    return cid;
  };
  std::vector<std::string> ranges, singles;
  for (std::size_t cid = 1; cid < texts.size();) {
    if (texts[cid].empty()) {
      ++cid;
      continue;
    }
    std::size_t end = end_of(cid + 1, counts_up);
    bool const is_list = end - cid < worth_a_row;
    if (is_list) {
      end = cid;
      do ++end;
      while (is_neighbour(end) && end_of(end + 1, counts_up) - end < worth_a_row);
    }
    std::string& row = (end - cid > 1 ? ranges : singles).emplace_back();
    append_code_hex(row, cid);
    if (end - cid > 1) append_code_hex(row, end - 1);
    if (end - cid > 1 && is_list) row += '[';
    for (std::size_t i = cid; i < (is_list ? end : cid + 1); ++i) {
      row += '<';
      for (char16_t const unit : texts[i]) append_hex16(row, unit);
      row += '>';
    }
    row += end - cid > 1 && is_list ? "]\n" : "\n";
    cid = end;
  }
  std::string out =
      "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CMapName/U def\n/CMapType 2 def\n" +
      table.space.ranges();
  append_rows(out, ranges, "bfrange");
  append_rows(out, singles, "bfchar");
  return out + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend";
}

}  // namespace ms::pdf
