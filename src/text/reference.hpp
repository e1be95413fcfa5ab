// Numeric character references (HTML 13.2.5.80). In: what stands between "&#" and ";". Out: the character, or
// nothing when that is no number or no character a text can hold: controls, surrogates, noncharacters, line
// and paragraph separators, interlinear marks.
#pragma once

#include <optional>
#include <string_view>

namespace ms::text {

/// "233" or "xE9".
std::optional<char32_t> numeric_reference(std::string_view digits);

}  // namespace ms::text
