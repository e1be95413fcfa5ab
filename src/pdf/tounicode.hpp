// What the codes of fonts mean (ISO 32000-1 9.10.3). In: a table of codes. Out: the CMap that gives each of
// its codes its text in UTF-16BE.
#pragma once

#include <string>

#include "pdf/embedded.hpp"

namespace ms::pdf {

std::string to_unicode(CodeTable const& table);

}  // namespace ms::pdf
