#include "pdf/sfnt.hpp"

#include "pdf/bytes.hpp"

namespace ms::pdf {

namespace {

std::uint32_t checksum(std::string_view padded) {
  std::uint32_t sum = 0;
  for (std::size_t at = 0; at + 4 <= padded.size(); at += 4) sum += u32_at(padded, at);
  return sum;
}

}  // namespace

std::string sfnt_of(std::map<std::string, std::string> const& tables) {
  auto const count = static_cast<std::uint32_t>(tables.size());
  std::uint32_t exponent = 0;
  while (2u << exponent <= count) ++exponent;
  std::string directory, body;
  append_u32(directory, 0x00010000);
  append_u16(directory, count);
  append_u16(directory, 16u << exponent);
  append_u16(directory, exponent);
  append_u16(directory, 16 * count - (16u << exponent));
  std::size_t const start = directory.size() + 16 * tables.size();
  std::size_t adjustment = 0;
  for (auto const& [name, bytes] : tables) {
    std::string padded = bytes;
    if (name == "head") {
      for (std::size_t i = 8; i < 12; ++i) padded[i] = '\0';  // checksums are taken without the adjustment
      adjustment = start + body.size() + 8;
    }
    while (padded.size() % 4 != 0) padded += '\0';
    directory += name;
    append_u32(directory, checksum(padded));
    append_u32(directory, static_cast<std::uint32_t>(start + body.size()));
    append_u32(directory, static_cast<std::uint32_t>(bytes.size()));
    body += padded;
  }
  std::string out = directory + body;
  if (adjustment != 0) {
    std::uint32_t const sum = 0xB1B0AFBA - checksum(out);
    set_u16(out, adjustment, sum >> 16);
    set_u16(out, adjustment + 2, sum);
  }
  return out;
}

}  // namespace ms::pdf
