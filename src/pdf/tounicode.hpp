// What the codes of a font mean (ISO 32000-1 9.10.3). In: a font whose codes are numbered. Out: the CMap that
// gives each of its codes the text of its entry in UTF-16BE.
#pragma once

#include <string>

#include "pdf/embedded.hpp"

namespace ms::pdf {

std::string to_unicode(EmbeddedFont const& font);

}  // namespace ms::pdf
