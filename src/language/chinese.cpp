#include "language/chinese.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/ensure.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::language {
namespace {

/// Particles and pronouns of written Cantonese that the standard language does not write, sorted.
constexpr std::u32string_view cantonese_characters = U"乜佢冇咁咗哋唔啦啲喎喺嗰嘅嘢嚟噉睇畀";

/// Cantonese prose has some four in a hundred; a quotation in a standard text stays far below one.
constexpr std::size_t one_cantonese_in = 80;
constexpr std::size_t least_cantonese = 3;

/// What a character says of the text it stands in. Each is asked for again and again, so the lists are not
/// searched but laid out by code point.
class Signs {
 public:
  enum Sign : std::uint8_t { simplified = 1, traditional = 2, cantonese = 4 };

  Signs() {
    add(simplified_characters, simplified);
    add(traditional_characters, traditional);
    add(cantonese_characters, cantonese);
  }
  std::uint8_t of(char32_t c) const {
    return c >= first && c - first < signs_.size() ? signs_[c - first] : 0;
  }

 private:
  static constexpr char32_t first = 0x3400, end = 0xA000;  ///< extension A and the unified ideographs

  void add(std::u32string_view characters, Sign sign) {
    for (char32_t const c : characters) {
      base::ensure(c >= first && c < end, "an everyday Chinese character is in the first two blocks");
      signs_[c - first] |= sign;
    }
  }
  std::array<std::uint8_t, end - first> signs_{};
};

Signs const& signs() {
  static Signs const table;
  return table;
}

}  // namespace

Chinese chinese(std::string_view utf8) {
  Signs const& table = signs();
  std::size_t all = 0, simplified = 0, traditional = 0, cantonese = 0;
  for (text::CodePointAt const c : text::code_points(utf8)) {
    if (!text::is_ideographic(c.value)) continue;
    ++all;
    std::uint8_t const says = table.of(c.value);
    simplified += (says & Signs::simplified) != 0;
    traditional += (says & Signs::traditional) != 0;
    cantonese += (says & Signs::cantonese) != 0;
  }
  if (cantonese >= least_cantonese && cantonese * one_cantonese_in >= all) return {"yue", 0.9, cantonese};
  std::size_t const told = simplified + traditional;
  if (simplified == traditional) return {"zh", 0.5, told};
  auto const share = static_cast<double>(std::max(simplified, traditional)) / static_cast<double>(told);
  return {simplified > traditional ? "zh-Hans" : "zh-Hant", share, told};
}

}  // namespace ms::language
