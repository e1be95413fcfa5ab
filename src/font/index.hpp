// The font index: the catalogue of installed faces, kept in the user's cache folder so that a run need not
// ask fontconfig (10 ms) nor open any font. In: the system. Out: the catalogue. Always: an index is used only
// when its stamp is today's; one that is damaged or old is made anew, and one that cannot be written is done
// without.
#pragma once

#include <string>

#include "font/catalogue.hpp"

namespace ms::font {

/// $XDG_CACHE_HOME/manyscript/fonts, or below $HOME/.cache; empty when neither is set.
std::string index_path();

Catalogue installed_catalogue();

}  // namespace ms::font
