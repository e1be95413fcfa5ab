// Language and direction where text stands. In: tags and directions of the tree. Out: attributes that say
// what differs from the place around, and strings that show their direction to readers who know no attribute.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "doc/resolve.hpp"
#include "epub/xml.hpp"

namespace ms::epub {

/// What a place's text is in.
using Place = doc::Resolved;

/// The tag a reading system wants: canonical, and Chinese always with its script (Apple demands it, Readium
/// takes zh-TW without one for vertical). Nothing when it is not well-formed.
std::optional<std::string> ebook_tag(std::string_view tag);
/// The same, `und` when it is not well-formed.
Place ebook_place(Place place);

/// lang, xml:lang and dir (for XML that is no HTML: xml:lang and dir) as far as `place` differs from
/// `around`; all of them when there is nothing around.
Attributes place_attributes(Xml::Kind kind, Place const& place, Place const* around);

/// `text` so that it shows its direction: with U+200F before it when it is right to left and begins with
/// anything but such a letter, with U+200E when it is left to right and its first letter is not. Only 3 of 12
/// readers honour `dir` in a package document, the others go by the letters.
std::string marked(std::string_view text, text::Direction direction);

/// Direction of a name, by its letters, where nothing else is known.
text::Direction direction_of_name(std::string_view name, text::Direction otherwise);

}  // namespace ms::epub
