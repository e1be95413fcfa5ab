// Letters that look like those of another script.
#include <algorithm>
#include <bit>
#include <optional>

#include "base/ascii.hpp"
#include "normalise/rules_of.hpp"
#include "normalise/scan.hpp"

namespace ms::normalise {
namespace {

/// Letters that most faces draw like a letter of another of these scripts.
constexpr std::u32string_view of_latin = U"aceopxyijsABCEHIJKMNOPSTXYZvuk",
                              of_cyrillic = U"аеорсухіјѕһԁԛԝАВЕКМНОРСТХУІЈЅ",
                              of_greek = U"οανρτυκιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

enum class Alphabet { latin, cyrillic, greek };

std::optional<Alphabet> alphabet_of(char32_t c) {
  if (!text::is_letter(c)) return std::nullopt;
  text::Script const script = text::script_of(c);
  if (script == text::script_tag("Latn")) return Alphabet::latin;
  if (script == text::script_tag("Cyrl")) return Alphabet::cyrillic;
  if (script == text::script_tag("Grek")) return Alphabet::greek;
  return std::nullopt;
}

bool looks_like_another(char32_t c, Alphabet alphabet) {
  std::u32string_view const letters = alphabet == Alphabet::latin      ? of_latin
                                      : alphabet == Alphabet::cyrillic ? of_cyrillic
                                                                       : of_greek;
  return letters.find(c) != std::u32string_view::npos;
}

/// Is all that a word has of the alphabet it has less of a look-alike, and not an ending ("IBMа")?
bool is_mixed(Characters const& all, std::size_t start, std::size_t end) {
  std::size_t counts[3] = {};
  for (std::size_t i = start; i < end; ++i)
    if (auto const alphabet = alphabet_of(all.at(i))) ++counts[static_cast<std::size_t>(*alphabet)];
  std::size_t const kinds = (counts[0] > 0) + (counts[1] > 0) + (counts[2] > 0);
  if (kinds != 2) return false;
  auto const main = static_cast<Alphabet>(std::max_element(std::begin(counts), std::end(counts)) - counts);
  std::size_t last_main = start, last_other = start;
  for (std::size_t i = start; i < end; ++i) {
    auto const alphabet = alphabet_of(all.at(i));
    if (!alphabet) continue;
    if (*alphabet != main && !looks_like_another(all.at(i), *alphabet)) return false;
    (*alphabet == main ? last_main : last_other) = i;
  }
  return last_other < last_main && counts[static_cast<std::size_t>(main)] >= 2;
}

/// A cheap look at the bytes: is there a word with letters of two of the alphabets? What stands between the
/// words may be taken for a part of them, but for spaces, quotation marks and dashes.
bool may_have_mixed(std::string_view text) {
  enum : unsigned { latin_or_mark = 1, greek_or_mark = 2, cyrillic = 4, any = 8 };
  unsigned word = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]),
               next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\0');
    if (byte >= 0x80 && byte < 0xC0) continue;
    bool const is_between = byte < 0x80 ? !base::is_ascii_letter(text[i])
                                        : (byte == 0xC2 && next != 0xAA && next != 0xB5 && next != 0xBA) ||
                                              (byte == 0xE2 && (next == 0x80 || next == 0x81));
    if (is_between)
      word = 0;
    else if (byte < 0xCD)
      word |= latin_or_mark;
    else if (byte < 0xD0)
      word |= greek_or_mark;
    else if (byte < 0xD5)
      word |= cyrillic;
    else if (byte == 0xE1 || byte == 0xE2 || byte == 0xEA || byte == 0xEF)
      word |= any;
    if (word > cyrillic || std::popcount(word) > 1) return true;
  }
  return false;
}

}  // namespace

text::Edits letter_look_alike(std::string_view text, Context const&, base::Diagnostics& diagnostics) {
  bool const may_have = std::ranges::any_of(text, [](char c) { return c >= '\xCD' && c <= '\xD4'; });
  if (!may_have || !may_have_mixed(text)) return {};
  Characters const all(text);
  for (std::size_t start = 0; start < all.count();) {
    std::size_t end = start;
    while (end < all.count() && is_letter_or_mark(all.at(end))) ++end;
    if (end - start >= 3 && is_mixed(all, start, end))
      diagnostics.warn("text.look-alike", "a word mixes letters of two alphabets that look alike",
                       base::Range{all.start(start), all.end(end - 1)}, "type it again in one alphabet");
    start = std::max(end, start + 1);
  }
  return {};
}

}  // namespace ms::normalise
