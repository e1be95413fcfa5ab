#include "read/article_body.hpp"

#include "read/units.hpp"

namespace ms::read {
namespace {

/// Scripts without vowels say as much in fewer letters than running text has elsewhere.
constexpr std::size_t shortest = 40;

}  // namespace

ArticleBody article_body_of(std::string_view text, std::string_view language) {
  Vocabulary const vocabulary = Vocabulary::of(language);
  Units const units = units_of(text, vocabulary, language, true);
  ArticleBody body;
  for (Unit const& unit : units.units) {
    if (!is_sentence(unit) || unit.shape.weight < shortest) continue;
    ++body.paragraphs;
    body.weight += unit.shape.weight;
  }
  return body;
}

}  // namespace ms::read
