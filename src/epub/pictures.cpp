#include "epub/pictures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/digest.hpp"
#include "epub/plan.hpp"

namespace ms::epub {
namespace {

struct Format {
  std::string_view media_type, ending, signature;
};
constexpr std::array<Format, 3> formats{{{"image/jpeg", "jpg", "\xFF\xD8\xFF"},
                                         {"image/png", "png", "\x89PNG\r\n\x1A\n"},
                                         {"image/gif", "gif", "GIF8"}}};

}  // namespace

std::optional<std::string> Pictures::path(doc::Image const& image) {
  auto const format = std::find_if(formats.begin(), formats.end(), [&](Format const& one) {
    return one.media_type == image.media_type &&
           image.bytes.compare(0, one.signature.size(), one.signature) == 0;
  });
  if (format == formats.end()) {
    diagnostics_.warn(
        "epub.image-kind",
        fmt::format("image “{}” ({}) is left out, its caption stays", image.id, image.media_type), {},
        "convert it to JPEG or PNG");
    return {};
  }
  std::string path = fmt::format("images/{}.{}", base::sha256_hex(image.bytes).substr(0, 16), format->ending);
  bool const known =
      std::any_of(out_.begin(), out_.end(), [&](Picture const& picture) { return picture.path == path; });
  if (!known) out_.push_back({path, image.media_type, &image.bytes});
  return path;
}

void Pictures::report_missing(std::string const& id) {
  diagnostics_.warn("epub.image-missing", fmt::format("there is no image “{}”, its caption stays", id));
}

void Pictures::report_without_text(std::string const& id) {
  diagnostics_.note("epub.image-without-text", fmt::format("image “{}” has no text alternative", id), {},
                    "the accessibility metadata says so");
}

}  // namespace ms::epub
