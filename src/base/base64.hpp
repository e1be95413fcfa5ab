// Bytes as text and back (RFC 4648, section 4). In: bytes, or text. Out: text with its padding, or the bytes.
// Always: what is no base64 gives nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ms::base {

std::string base64_of(std::string_view bytes);
/// White space between the letters is allowed.
std::optional<std::string> bytes_of_base64(std::string_view text);

}  // namespace ms::base
