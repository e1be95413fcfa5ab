// Letters that look like those of another script.
#include <algorithm>
#include <optional>

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

}  // namespace

text::Edits letter_look_alike(std::string_view text, Context const&, base::Diagnostics& diagnostics) {
  bool const may_have = std::ranges::any_of(text, [](char c) { return c >= '\xCD' && c <= '\xD4'; });
  if (!may_have) return {};
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
