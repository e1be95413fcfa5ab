#include "text/utf16.hpp"

#include <limits>

#include "base/ensure.hpp"

namespace ms::text {

void fill_utf16(std::u16string& units, std::string_view utf8) {
  base::ensure(utf8.size() <= std::numeric_limits<std::int32_t>::max(), "a text is shorter than 2 GiB");
  // A UTF-8 text never has more UTF-16 units than bytes.
  units.resize(utf8.size());
  std::size_t length = 0;
  for (std::size_t offset = 0; offset < utf8.size();) {
    CodePoint const c = code_point_at(utf8, offset);
    offset += c.length;
    if (c.value < 0x10000) {
      units[length++] = static_cast<char16_t>(c.value);
    } else {
      units[length++] = static_cast<char16_t>(0xD7C0 + (c.value >> 10));
      units[length++] = static_cast<char16_t>(0xDC00 + (c.value & 0x3FF));
    }
  }
  units.resize(length);
}

}  // namespace ms::text
