// The container of TrueType tables (OpenType, "Font file"). In: tables by name. Out: the file, with
// its checksums.
#pragma once

#include <map>
#include <string>

namespace ms::pdf {

std::string sfnt_of(std::map<std::string, std::string> const& tables);

}  // namespace ms::pdf
