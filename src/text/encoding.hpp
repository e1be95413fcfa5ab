// Bytes in any encoding of the Web become UTF-8 (WHATWG Encoding Standard; converters by ICU, UTF-16 and
// UTF-32 by hand). In: bytes and the name of an encoding. Out: UTF-8 with one U+FFFD for each maximal invalid
// part, and where each character came from. Always: total; a byte order mark stays as U+FEFF.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/origin.hpp"

namespace ms::text {

/// The standard's name for a label that pages and tools use ("latin1" → "windows-1252", "gb2312" →
/// "gb18030"), or for what the standard leaves out (UTF-32, code pages of DOS and of the Macintosh) the name
/// it goes by elsewhere; nothing for a label we cannot decode.
std::optional<std::string_view> encoding_named(std::string_view label);

struct Decoded {
  std::string utf8;
  Origin origin;            ///< utf8 → bytes
  std::size_t invalid = 0;  ///< invalid parts, each a U+FFFD now
};

/// `encoding` is a name that encoding_named returns.
Decoded decoded(std::string_view bytes, std::string_view encoding);

/// Names of all that are neither UTF nor have states: any bytes may be text in them, so only how the text
/// reads can tell which it is.
std::vector<std::string_view> legacy_encodings();

/// Is a byte a character in it?
bool is_bytewise(std::string_view encoding);

/// The bytes the single-byte encoding `encoding` has for `utf8`; nothing when a character is not in it, or
/// the encoding takes more than one byte for a character. What is undefined in windows-1252 are its C1
/// controls.
std::optional<std::string> encoded_bytewise(std::string_view utf8, std::string_view encoding);

}  // namespace ms::text
