#include "font/cluster.hpp"

#include "font/harfbuzz.hpp"

namespace ms::font {

bool draws_nothing(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) return true;
  if (c < 0xAD) return false;
  bool const filler = c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
  return !filler && text::is_default_ignorable(c);
}

char32_t stand_in(char32_t c) {
  if (c == 0x2011) return 0x2010;
  bool const space = c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
  return space ? U' ' : 0;
}

bool decompose(char32_t c, char32_t& first, char32_t& second) {
  hb_codepoint_t a = 0, b = 0;
  if (c < 0xC0 || !hb_unicode_decompose(hb_unicode_funcs_get_default(), c, &a, &b)) return false;
  first = a;
  second = b;
  return true;
}

}  // namespace ms::font
