// Language tags (BCP 47). A tag is kept as its canonical string; `und` is "not known".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/direction.hpp"
#include "text/unicode.hpp"

namespace ms::text {

/// The canonical form (zh-hans → zh-Hans, eng → en, iw → he); nothing when it is not well-formed.
std::optional<std::string> canonical_tag(std::string_view tag);

/// Primary language subtag: "zh-Hans" → "zh".
std::string_view primary_language(std::string_view tag);

/// The script the tag names, or the likely one of its language (CLDR likely subtags); Zzzz for `und`.
Script script_of_tag(std::string_view tag);

/// The direction the tag's script is written in; nothing for `und`.
std::optional<Direction> direction_of_tag(std::string_view tag);

/// The language's name in itself ("français"), or the tag when CLDR has none.
std::string own_name(std::string_view tag);

}  // namespace ms::text
