// Size of an image in pixels, from its header. In: the bytes of a PNG (ISO 15948 11.2.2) or JPEG (ITU T.81
// B.2.2). Out: width and height as it is to be seen (a JPEG whose camera lay on its
// side is as wide as it is stored high), or nothing when it is neither or its header is cut short.
#pragma once

#include <optional>
#include <string_view>

namespace ms::layout {

struct PixelSize {
  int width = 0, height = 0;
  friend bool operator==(PixelSize, PixelSize) = default;
};

std::optional<PixelSize> image_size(std::string_view bytes);

}  // namespace ms::layout
