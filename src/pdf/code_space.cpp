#include "pdf/code_space.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "pdf/numbers.hpp"

namespace ms::pdf {

namespace {

constexpr std::size_t bytes = 256;
constexpr std::size_t space = ' ';
constexpr std::size_t free_leads = 31;  ///< bytes 1 to 31; after them leads take what codes of one byte lose

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
  constexpr std::size_t most_leads = 160;
  do {
    short_codes_ = 1;
    for (std::size_t byte = first_short(); byte < bytes; ++byte)
      short_codes_ += must_be_escaped(byte) ? 0 : 1;
    if (short_codes_ + leads_ * bytes >= count) return;
    ++leads_;
  } while (leads_ <= most_leads);
  base::ensure(false, "a font has no more than 40,000 codes");
}

bool CodeSpace::holds(CodeSpace const& other) const {
  return leads_ >= other.leads_ && first_short() == other.first_short();
}

std::size_t CodeSpace::first_short() const {
  return space + 1 + (leads_ > free_leads ? leads_ - free_leads : 0);
}

std::size_t CodeSpace::lead(std::size_t index) const {
  return index < free_leads ? 1 + index : space + 1 + index - free_leads;
}

std::uint16_t CodeSpace::cid_of(std::size_t index) const {
  if (index == 0) return space;
  if (index >= short_codes_) {
    std::size_t const at = index - short_codes_;
    return static_cast<std::uint16_t>(lead(at / bytes) * bytes + at % bytes);
  }
  std::size_t byte = first_short() - 1;
  for (std::size_t i = 0; i < index; ++i) do
      ++byte;
    while (must_be_escaped(byte));
  return static_cast<std::uint16_t>(byte);
}

void append_code(std::string& out, std::uint16_t cid) {
  if (cid >= bytes) out += static_cast<char>(cid / bytes);
  out += static_cast<char>(cid % bytes);
}

void append_code_hex(std::string& out, std::size_t cid) {
  out += '<';
  if (cid >= bytes) append_byte(out, cid / bytes);
  append_byte(out, cid);
  out += '>';
}

std::string CodeSpace::ranges() const {
  std::vector<std::string> rows = {"<20><20>\n"};
  auto const add = [&](std::size_t first, std::size_t last, char const* from, char const* to) {
    std::string& row = rows.emplace_back("<");
    append_byte(row, first);
    row += from;
    append_byte(row, last);
    row += to;
  };
  if (first_short() == space + 1)
    rows[0] = "<20><FF>\n";
  else
    add(first_short(), bytes - 1, "><", ">\n");
  if (leads_ > 0) add(1, std::min(leads_, free_leads), "00><", "FF>\n");
  if (leads_ > free_leads) add(space + 1, lead(leads_ - 1), "00><", "FF>\n");
  std::string out;
  append_rows(out, rows, "codespacerange");
  return out;
}

std::string CodeSpace::cmap(std::string const& name) const {
  std::vector<std::string> rows;
  auto const add = [&](std::size_t first, std::size_t last) {
    std::string& row = rows.emplace_back();
    append_code_hex(row, first);
    append_code_hex(row, last);
    append_integer(row, static_cast<std::int64_t>(first));
    row += '\n';
  };
  if (first_short() != space + 1) add(space, space);
  add(first_short() == space + 1 ? space : first_short(), bytes - 1);
  for (std::size_t i = 0; i < leads_; ++i) add(lead(i) * bytes, lead(i) * bytes + bytes - 1);
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
