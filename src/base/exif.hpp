// How a JPEG is to be turned, as its camera said (Exif 2.32, tag 274). In: the file. Out: 1 (as it stands)
// to 8. Always: 1 for what is no JPEG, has no Exif or a damaged one. Browsers and ebook readers turn pictures
// so by themselves; whoever lays out or draws one must ask here.
#pragma once

#include <string_view>

namespace ms::base {

/// 1 as it stands, 2 mirrored, 3 half a turn, 4 upside down and mirrored; 5 to 8 lie on their side: what is
/// drawn is as wide as the stored picture is high.
int exif_orientation(std::string_view jpeg);

inline bool lies_on_its_side(int orientation) {
  return orientation >= 5;
}

}  // namespace ms::base
