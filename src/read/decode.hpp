// Bytes → text. In: the bytes of an input. Out: UTF-8 with the byte order mark kept, the name of the
// encoding, and where each character came from. Always total; the order of evidence is: byte order mark, NUL
// patterns of UTF-16 and UTF-32, escape sequences, strict UTF-8, UTF-8 with few errors, the encoding in which
// the bytes read best (legacy.hpp: what the source declares and uchardet's statistics among it),
// windows-1252, which has a character for every byte.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "text/encoding.hpp"

namespace ms::read {

struct DecodedSource {
  std::string encoding;  ///< WHATWG name
  text::Decoded decoded;
};

/// `declared`: a label from the source itself, may be empty; believed unless the bytes read clearly
/// better in another encoding (servers say iso-8859-1 of everything).
DecodedSource decode(std::string_view bytes, std::string_view declared, base::Diagnostics& diagnostics);

/// No text in any encoding: the signature of a picture, an archive, a font, a program, or mostly controls.
bool looks_binary(std::string_view bytes, std::string_view encoding);

}  // namespace ms::read
