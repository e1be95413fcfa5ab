// Image XObjects (ISO 32000-1 8.9.5). In: pictures as files. Out: for each the object that draws it: a JPEG
// goes in as it is, PNG and WebP as pixels with a soft mask where they are not opaque; the same picture twice
// is one object. One that cannot be drawn is reported, and its place stays empty. A JPEG that its camera held
// askew is turned by the matrix it is drawn with, since no reader of PDF looks at Exif.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "page/page.hpp"
#include "pdf/objects.hpp"

namespace ms::pdf {

struct Picture {
  std::string name;     ///< of its object in the resources; empty: it cannot be drawn
  int orientation = 1;  ///< base::exif_orientation
};

struct Images {
  Dict resources;                 ///< name → object; nothing when there are none
  std::vector<Picture> pictures;  ///< one for each image
};
Images image_objects(Objects& objects, std::vector<page::Image> const& images,
                     base::Diagnostics& diagnostics);

/// What a JPEG file says of itself, or why it cannot be used. Its scans are not decoded.
struct Jpeg {
  std::uint32_t width = 0, height = 0;
  int components = 0;
  std::string reason;  ///< not empty: it cannot be used
};
Jpeg look_at_jpeg(std::string_view bytes);

}  // namespace ms::pdf
