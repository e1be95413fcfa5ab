#include "read/html_images.hpp"

#include <fmt/format.h>

#include "base/base64.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "read/links.hpp"

namespace ms::read::html {
namespace {

constexpr std::size_t most_images = 200, most_bytes = std::size_t{100} << 20;

std::string_view media_type_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
  return {};
}

/// Does a relative path lead out of its folder?
bool leads_up(std::string_view path) {
  int depth = 0;
  for (std::size_t start = 0; start <= path.size();) {
    std::size_t const end = std::min(path.find('/', start), path.size());
    std::string_view const part = path.substr(start, end - start);
    if (part == "..")
      --depth;
    else if (!part.empty() && part != ".")
      ++depth;
    if (depth < 0) return true;
    start = end + 1;
  }
  return false;
}

}  // namespace

Images::Images(std::string const& path) {
  has_folder_ = !path.empty() && path != "-";
  std::size_t const slash = path.rfind('/');
  if (slash != std::string::npos) folder_ = path.substr(0, slash + 1);
}

std::string Images::id_of(Page const& page, NodeId image) {
  for (std::string_view const name : {"src", "data-src", "data-original", "srcset", "data-srcset"}) {
    std::string_view address = page.attribute(image, name);
    while (!address.empty() && address.front() == ' ') address.remove_prefix(1);
    bool const is_set = name.ends_with("srcset");
    if (is_set) address = address.substr(0, address.find_first_of(" ,"));
    if (std::string id = id_at(address); !id.empty()) return id;
  }
  return {};
}

std::string Images::id_at(std::string_view address) {
  if (address.empty()) return {};
  if (auto const known = ids_.find(address); known != ids_.end()) return known->second;
  std::optional<std::string> bytes =
      images_.size() < most_images ? bytes_of(address) : std::optional<std::string>();
  std::string id;
  if (bytes && !media_type_of(*bytes).empty() && total_ + bytes->size() <= most_bytes) {
    id = fmt::format("i{}", images_.size() + 1);
    total_ += bytes->size();
    std::string type(media_type_of(*bytes));
    images_.push_back({id, std::move(type), std::move(*bytes)});
  }
  ids_.emplace(address, id);
  return id;
}

std::optional<std::string> Images::bytes_of(std::string_view address) const {
  if (address.starts_with("data:")) {
    std::size_t const comma = address.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    bool const is_base64 = address.substr(0, comma).ends_with(";base64");
    std::string data = percent_decoded(address.substr(comma + 1));
    return is_base64 ? base::bytes_of_base64(data) : data;
  }
  if (!has_folder_ || address.starts_with("/") || address.find(':') != std::string_view::npos)
    return std::nullopt;
  std::string const relative = percent_decoded(address.substr(0, address.find_first_of("?#")));
  if (relative.empty() || relative.front() == '/' || leads_up(relative) ||
      relative.find('\0') != std::string::npos)
    return std::nullopt;
  std::string const path = folder_ + relative;
  if (!base::exists(path) || base::is_folder(path)) return std::nullopt;
  try {
    return base::read_file(path);
  } catch (base::Failure const&) {
    return std::nullopt;  // there, but not for us: as good as missing
  }
}

}  // namespace ms::read::html
