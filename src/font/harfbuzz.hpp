// Owners of HarfBuzz's objects. In: a pointer that a hb_…_create function gave. Out: the same, destroyed when
// its owner is. Always: one reference each; for font/ and layout/ alone, the two folders HarfBuzz may enter.
#pragma once

#include <hb.h>

#include <memory>

namespace ms::font {

template <auto destroy>
struct Destroyer {
  template <typename T>
  void operator()(T* object) const {
    destroy(object);
  }
};

using OwnedBlob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using OwnedFace = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using OwnedFont = std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>>;
using OwnedSet = std::unique_ptr<hb_set_t, Destroyer<hb_set_destroy>>;
using OwnedBuffer = std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>>;

}  // namespace ms::font
