#include "text/printable.hpp"

#include <fmt/format.h>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::text {

std::string printable(std::string_view utf8) {
  std::string out = "\"";
  for (CodePointAt const c : code_points(utf8)) {
    bool const unseen =
        is_control(c.value) || is_default_ignorable(c.value) || (is_white_space(c.value) && c.value != ' ');
    if (c.value == '\n')
      out += "\\n";
    else if (c.value == '"' || c.value == '\\')
      out += {'\\', static_cast<char>(c.value)};
    else if (unseen)
      out += fmt::format("\\u{{{:04X}}}", static_cast<std::uint32_t>(c.value));
    else
      out += utf8.substr(c.offset, c.length);
  }
  return out + '"';
}

}  // namespace ms::text
