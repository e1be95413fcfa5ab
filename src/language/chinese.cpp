#include "language/chinese.hpp"

#include <algorithm>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::language {
namespace {

/// Particles and pronouns of written Cantonese that the standard language does not write, sorted.
constexpr std::u32string_view cantonese_characters = U"乜佢冇咁咗哋唔啦啲喎喺嗰嘅嘢嚟噉睇畀";

/// Cantonese prose has some four in a hundred; a quotation in a standard text stays far below one.
constexpr std::size_t one_cantonese_in = 80;
constexpr std::size_t least_cantonese = 3;

bool contains(std::u32string_view sorted, char32_t c) {
  return std::binary_search(sorted.begin(), sorted.end(), c);
}

}  // namespace

Chinese chinese(std::string_view utf8) {
  std::size_t all = 0, simplified = 0, traditional = 0, cantonese = 0;
  for (text::CodePointAt const c : text::code_points(utf8)) {
    if (!text::is_ideographic(c.value)) continue;
    ++all;
    if (contains(simplified_characters, c.value)) ++simplified;
    if (contains(traditional_characters, c.value)) ++traditional;
    if (cantonese_characters.find(c.value) != cantonese_characters.npos) ++cantonese;
  }
  if (cantonese >= least_cantonese && cantonese * one_cantonese_in >= all) return {"yue", 0.9, cantonese};
  std::size_t const told = simplified + traditional;
  if (simplified == traditional) return {"zh", 0.5, told};
  auto const share = static_cast<double>(std::max(simplified, traditional)) / static_cast<double>(told);
  return {simplified > traditional ? "zh-Hans" : "zh-Hant", share, told};
}

}  // namespace ms::language
