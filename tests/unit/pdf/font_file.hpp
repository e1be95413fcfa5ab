// Font programs read back: a program becomes a font file that the font library can open.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "folder.hpp"
#include "font/face.hpp"
#include "pdf/program.hpp"

namespace ms::tests {

/// A face in which U+F0000 + n is glyph n. `count` is the number of glyphs of a CFF program.
std::shared_ptr<font::Face const> opened(Folder const& folder, pdf::Program const& program, bool truetype,
                                         int units_per_em, std::size_t count);

/// The tables of a font file.
std::map<std::string, std::string> tables_of(std::string const& file);

}  // namespace ms::tests
