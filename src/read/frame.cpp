#include <fmt/format.h>

#include <algorithm>

#include "read/article.hpp"
#include "read/headline.hpp"
#include "read/people.hpp"

namespace ms::read {
namespace {

/// What a page says around an article goes; the more of a text a line is, the less sure.
void drop_furniture(Draft& draft, Page const& page, std::size_t i, std::string_view rule) {
  Evidence const& reason = page.reasons[i];
  double const confidence = reason.is_furniture ? 0.97 : is_prose(draft.units()[i]) ? 0.7 : 0.9;
  std::string_view const says = reason.says.empty() ? "it stands outside of the running text" : reason.says;
  draft.drop(i, rule, confidence, std::string(says));
}

/// Below the last sentence: "(dpa)", a correction.
bool ends_article(Draft const& draft, std::size_t i) {
  Unit const& unit = draft.units()[i];
  std::string_view const line = draft.visible(i);
  if (unit.labels.begins(Word::correction)) return true;
  return unit.shape.columns <= 40 && (line.starts_with('(') || line.starts_with("（"));
}

/// The lines between headline and text that tell about the article; what else is there are buttons.
bool is_of_head(Draft const& draft, Page const& page, std::size_t i) {
  Unit const& unit = draft.units()[i];
  if (page.reasons[i].is_furniture || unit.labels.is(Word::advert) || unit.labels.is(Word::share) ||
      unit.labels.is(Word::reading_time) || unit.labels.is(Word::clipboard))
    return false;
  bool const has_word = unit.labels.has(Word::byline) || unit.labels.has(Word::published) ||
                        unit.labels.has(Word::updated) || unit.labels.has(Word::photo) ||
                        unit.labels.begins(Word::editor) || unit.labels.begins(Word::translator);
  if (has_word || is_sentence(unit) || unit.shape.weight >= 60) return true;
  // A day, names.
  return (unit.shape.digits >= 4 && unit.shape.columns <= 90) ||
         (unit.shape.columns <= 60 && is_only_names(draft.visible(i), *draft.vocabulary));
}

}  // namespace

void find_frame(Draft& draft) {
  Page const page = page_of(draft.text, draft.units(), *draft.vocabulary);
  draft.body = page.first;
  draft.body_end = page.last;
  if (!page.is_page) return;
  std::optional<std::size_t> const headline = headline_of(draft.text, draft.units(), page, *draft.vocabulary);
  std::size_t const first = headline.value_or(page.first);
  draft.start = first;
  draft.has_headline = headline.has_value();
  for (std::size_t i = 0; i < draft.units().size(); ++i) {
    if (headline == i) continue;
    if (i < std::min(first, page.first))
      drop_furniture(draft, page, i, "page.before");
    else if (i < page.first) {
      if (!is_of_head(draft, page, i)) drop_furniture(draft, page, i, "page.inset");
    } else if (i >= page.last) {
      if (i > page.last || !ends_article(draft, i)) drop_furniture(draft, page, i, "page.after");
    } else if (page.places[i] == Place::inset)
      drop_furniture(draft, page, i, "page.inset");
  }
}

}  // namespace ms::read
