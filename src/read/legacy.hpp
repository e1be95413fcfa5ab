// Which encoding bytes are in that are no Unicode. In: the bytes, what statistics of bytes suspect, and what
// the source says of itself, which counts for much but not against plain evidence. Out: the name of the
// encoding in which they read best: as words of a language, with punctuation where it belongs. Always: one
// that has a character for (nearly) all bytes; windows-1252 when none reads well.
#pragma once

#include <optional>
#include <string_view>

namespace ms::read {

std::string_view legacy_encoding(std::string_view bytes, std::optional<std::string_view> suspected,
                                 std::optional<std::string_view> declared = {});

}  // namespace ms::read
