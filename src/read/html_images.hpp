// The pictures of a saved page. In: what an image element points to and where the page lies. Out: the bytes
// of a JPEG or PNG, from a data: address or from a file beside the page. Always: nothing is fetched, nothing
// above the folder of the page is read, and a file that is neither JPEG nor PNG is as good as missing.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/document.hpp"
#include "read/html_page.hpp"

namespace ms::read::html {

class Images {
 public:
  /// `path`: of the page; "-" for standard input, which has no files beside it.
  explicit Images(std::string const& path);

  /// Id of the picture an <img> shows; empty when it is missing.
  std::string id_of(Page const& page, NodeId image);
  std::vector<doc::Image> take() { return std::move(images_); }

 private:
  std::optional<std::string> bytes_of(std::string_view address) const;
  std::string folder_;
  bool has_folder_ = false;
  std::map<std::string, std::string, std::less<>> ids_;  ///< by address
  std::vector<doc::Image> images_;
  std::size_t total_ = 0;
};

}  // namespace ms::read::html
