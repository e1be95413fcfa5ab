// Objects as text (ISO 32000-1 7.3), in the fewest bytes: a space only where two tokens would run together.
// In: an object of libharu's and the numbers indirect objects have in the file. Out: its text, appended.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct _HPDF_Dict_Rec;

namespace ms::pdf {

/// Index: libharu's object number. 0: the object is not in the file.
using Numbering = std::vector<std::uint32_t>;

/// `object` is any libharu object but a stream; an indirect object is printed, not referred to.
void append_object(std::string& out, void const* object, Numbering const& numbering);

/// "/Key value" for every entry of the dictionary but those of a stream that the finaliser knows better
/// (Length, Filter).
void append_entries(std::string& out, _HPDF_Dict_Rec const* dict, Numbering const& numbering);

void append_name(std::string& out, std::string_view name);
void append_string(std::string& out, std::string_view bytes);

}  // namespace ms::pdf
