#include "read/html_shingles.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read::html {
namespace {

constexpr std::size_t size = 10;

std::uint64_t hash(std::u32string const& text, std::size_t at) {
  std::uint64_t value = 1469598103934665603u;
  for (std::size_t i = at; i < at + size; ++i) value = (value ^ text[i]) * 1099511628211u;
  return value;
}

}  // namespace

std::u32string skeleton(std::string_view text, std::size_t most) {
  std::u32string out;
  for (text::CodePointAt const c : text::code_points(text)) {
    if (out.size() >= most) break;
    if (text::is_letter(c.value) || text::is_digit(c.value)) out += text::lower(c.value);
  }
  return out;
}

Shingles::Shingles(std::u32string const& text) {
  for (std::size_t i = 0; i + size <= text.size(); ++i) all_.insert(hash(text, i));
}

double Shingles::share(std::u32string const& text) const {
  if (text.size() < size) return -1;
  std::size_t asked = 0, found = 0;
  for (std::size_t i = 0; i + size <= text.size(); i += 4, ++asked) found += all_.contains(hash(text, i));
  return static_cast<double>(found) / static_cast<double>(asked);
}

}  // namespace ms::read::html
