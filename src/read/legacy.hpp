// Which encoding bytes are in that are no Unicode and do not say. In: the bytes, and what statistics of bytes
// suspect. Out: the name of the encoding in which they read best: as words of a language, with punctuation
// where it belongs. Always: one that has a character for (nearly) all bytes; windows-1252 when none reads
// well.
#pragma once

#include <optional>
#include <string_view>

namespace ms::read {

std::string_view legacy_encoding(std::string_view bytes, std::optional<std::string_view> suspected);

}  // namespace ms::read
