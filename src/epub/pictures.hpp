// Pictures of the tree as files of the package. In: images. Out: paths by content, so the same picture is
// there once whichever articles show it; nothing for what no reading system must support (EPUB 3.3, 3.2), or
// for bytes that are not what they are said to be. Files go in as they are: reading systems turn a JPEG as
// its Exif says (CSS Images 3, image-orientation: from-image), so nothing is done about that here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "doc/document.hpp"

namespace ms::epub {

struct Picture;

class Pictures {
 public:
  Pictures(std::vector<Picture>& out, base::Diagnostics& diagnostics)
      : out_(out), diagnostics_(diagnostics) {}

  std::optional<std::string> path(doc::Image const& image);
  void report_missing(std::string const& id);
  void report_without_text(std::string const& id);

 private:
  std::vector<Picture>& out_;
  base::Diagnostics& diagnostics_;
};

}  // namespace ms::epub
