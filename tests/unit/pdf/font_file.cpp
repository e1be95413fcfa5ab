#include "font_file.hpp"

#include "base/files.hpp"
#include "pdf/bytes.hpp"
#include "pdf/sfnt.hpp"

namespace ms::tests {

namespace {

std::string character_map(std::size_t count) {
  std::string out;
  pdf::append_u16(out, 0);
  pdf::append_u16(out, 1);
  pdf::append_u16(out, 3);
  pdf::append_u16(out, 10);
  pdf::append_u32(out, 12);
  pdf::append_u16(out, 12);
  pdf::append_u16(out, 0);
  pdf::append_u32(out, 28);
  pdf::append_u32(out, 0);
  pdf::append_u32(out, 1);
  pdf::append_u32(out, 0xF0000);
  pdf::append_u32(out, static_cast<std::uint32_t>(0xF0000 + count - 1));
  pdf::append_u32(out, 0);
  return out;
}

}  // namespace

std::map<std::string, std::string> tables_of(std::string const& file) {
  std::map<std::string, std::string> out;
  for (std::size_t i = 0; i < pdf::u16_at(file, 4); ++i) {
    std::size_t const at = 12 + 16 * i;
    out[file.substr(at, 4)] = file.substr(pdf::u32_at(file, at + 8), pdf::u32_at(file, at + 12));
  }
  return out;
}

std::shared_ptr<font::Face const> opened(Folder const& folder, pdf::Program const& program, bool truetype,
                                         int units_per_em, std::size_t count) {
  std::map<std::string, std::string> tables;
  if (truetype) {
    tables = tables_of(program.bytes);
    count = pdf::u16_at(tables.at("maxp"), 4);
  } else {
    std::string head(54, '\0');
    pdf::set_u16(head, 18, static_cast<std::uint32_t>(units_per_em));
    std::string hhea(36, '\0'), hmtx(4 * count, '\0'), maxp(6, '\0');
    pdf::set_u16(hhea, 34, static_cast<std::uint32_t>(count));
    pdf::set_u16(maxp, 2, 0x5000);
    pdf::set_u16(maxp, 4, static_cast<std::uint32_t>(count));
    tables = {{"CFF ", program.bytes}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"maxp", maxp}};
  }
  tables["cmap"] = character_map(count);
  std::string const path = folder.path() + "/font";
  base::write_file(path, pdf::sfnt_of(tables));
  return font::Face::open(path, 0);
}

}  // namespace ms::tests
