// Targets of links. In: what the tree has. Out: a URL that may stand in an EPUB, or nothing: only the web,
// mail and telephone leave a book, and a file: or relative address leads nowhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ms::epub {

/// Characters that no URL has are percent-encoded (URL Standard, 1.3; RFC 3986, 2).
std::optional<std::string> safe_link(std::string_view target);

}  // namespace ms::epub
