#include "pdf/code_space.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "pdf/numbers.hpp"

namespace ms::pdf {

namespace {

constexpr std::size_t bytes = 256, first_byte = ' ';

bool must_be_escaped(std::size_t byte) {
  return byte == '(' || byte == ')' || byte == '\\';
}

void append_byte(std::string& out, std::size_t byte) {
  constexpr char digits[] = "0123456789ABCDEF";
  out += digits[byte >> 4 & 15];
  out += digits[byte & 15];
}

}  // namespace

CodeSpace::CodeSpace(std::size_t count) {
  constexpr std::size_t escaped = 3;
  for (leads_ = 0; leads_ < bytes - first_byte - 64; ++leads_) {
    short_codes_ = bytes - first_byte - escaped - leads_;
    if (short_codes_ + leads_ * bytes >= count) return;
  }
  base::ensure(false, "a font has fewer than 40,000 codes");
}

std::uint16_t CodeSpace::cid_of(std::size_t index) const {
  if (index >= short_codes_) return static_cast<std::uint16_t>(bytes + index - short_codes_);
  std::size_t byte = first_byte + index;
  for (std::size_t const escaped : {'(', ')', '\\'}) byte += byte >= escaped ? 1 : 0;
  return static_cast<std::uint16_t>(byte);
}

void CodeSpace::append(std::string& out, std::size_t cid) const {
  base::ensure(cid >= first_byte && (cid >= bytes || !must_be_escaped(cid)), "every CID has a code");
  if (cid >= bytes) out += static_cast<char>(bytes - leads_ + cid / bytes - 1);
  out += static_cast<char>(cid % bytes);
}

void CodeSpace::append_hex(std::string& out, std::size_t cid) const {
  out += '<';
  if (cid >= bytes) append_byte(out, bytes - leads_ + cid / bytes - 1);
  append_byte(out, cid);
  out += '>';
}

std::string CodeSpace::ranges() const {
  std::string out = leads_ == 0 ? "1 begincodespacerange\n<00><" : "2 begincodespacerange\n<00><";
  append_byte(out, bytes - leads_ - 1);
  out += ">\n";
  if (leads_ > 0) {
    out += '<';
    append_byte(out, bytes - leads_);
    out += "00><FFFF>\n";
  }
  return out + "endcodespacerange\n";
}

std::string CodeSpace::cmap(std::string const& name) const {
  std::vector<std::string> rows;
  auto const add = [&](std::size_t first, std::size_t last) {
    std::string& row = rows.emplace_back();
    append_hex(row, first);
    append_hex(row, last);
    append_integer(row, static_cast<std::int64_t>(first));
    row += '\n';
  };
  add(first_byte, bytes - leads_ - 1);
  for (std::size_t i = 1; i <= leads_; ++i) add(i * bytes, i * bytes + bytes - 1);
  std::string out =
      "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>def\n/CMapName/" +
      name + " def\n/CMapType 1 def\n" + ranges();
  append_rows(out, rows, "cidrange");
  return out + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend";
}

void append_rows(std::string& out, std::vector<std::string> const& rows, std::string_view kind) {
  constexpr std::size_t most = 100;
  for (std::size_t i = 0; i < rows.size(); i += most) {
    std::size_t const end = std::min(rows.size(), i + most);
    append_integer(out, static_cast<std::int64_t>(end - i));
    out.append(" begin").append(kind) += '\n';
    for (std::size_t k = i; k < end; ++k) out += rows[k];
    out.append("end").append(kind) += '\n';
  }
}

}  // namespace ms::pdf
