// Which font faces this system has (fontconfig), and how to notice that this has changed. In: fontconfig's
// configuration, and MANYSCRIPT_FONTS: more folders, parted by colons. Out: places of faces, and a stamp, a
// text that differs after fonts or configuration have changed. Making the stamp does not touch fontconfig.
#pragma once

#include <string>
#include <vector>

#include "font/catalogue.hpp"

namespace ms::font {

struct Installed {
  std::vector<Place> places;         ///< sorted, each once
  std::vector<std::string> watched;  ///< folders and configuration files the list depends on, there or not
};
Installed installed_faces();

/// The environment fontconfig listens to, and for each path the time it was last changed.
struct Stamp {
  std::string text;
  bool is_settled = true;  ///< has nothing changed within the last second? A file system's clock ticks
                           ///< slowly: a list made now could miss a change that leaves no other mark
};
Stamp stamp_of(std::vector<std::string> const& watched);

}  // namespace ms::font
