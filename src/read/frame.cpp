#include <fmt/format.h>

#include <algorithm>

#include "read/article.hpp"
#include "read/credit.hpp"
#include "read/dates.hpp"
#include "read/headline.hpp"
#include "read/people.hpp"
#include "read/trail.hpp"

namespace ms::read {
namespace {

/// Buttons, and the address of the article, go by rules of their own.
bool has_own_rule(Draft const& draft, std::size_t i) {
  Labels const& labels = draft.units()[i].labels;
  for (Word const word : {Word::clipboard, Word::share, Word::advert, Word::reading_time, Word::elapsed})
    if (labels.is(word)) return true;
  Line const& shape = draft.units()[i].shape;
  if (labels.begins(Word::related) && !shape.ends_with_stop && shape.columns < 200) return true;
  if (i < draft.body && !trail_of(draft.visible(i), *draft.vocabulary).empty() && !shape.ends_with_stop)
    return true;
  return labels.begins(Word::source) && draft.visible(i).find("://") != std::string_view::npos;
}

/// What a page says around an article goes; the more of a text a line is, the less sure.
void drop_furniture(Draft& draft, Page const& page, std::size_t i, std::string_view rule) {
  Evidence const& reason = page.reasons[i];
  if (!reason.is_furniture && has_own_rule(draft, i)) return;
  double const confidence = reason.is_furniture ? 0.97 : is_prose(draft.units()[i]) ? 0.7 : 0.9;
  std::string_view const says = reason.says.empty() ? "it stands outside of the running text" : reason.says;
  draft.drop(i, rule, confidence, std::string(says));
}

/// A day and little beside it.
bool is_day(Draft const& draft, std::size_t i) {
  Unit const& unit = draft.units()[i];
  std::string_view const line = draft.visible(i);
  bool const may_have_day = unit.shape.digits >= 2 || line.find("月") != std::string_view::npos;
  if (!unit.is_labelled || unit.shape.columns > 90 || !may_have_day) return false;
  std::optional<FoundDate> const date = date_in(line, *draft.vocabulary, draft.language);
  return date &&
         columns_of(line.substr(0, date->range.start)) + columns_of(line.substr(date->range.end)) <= 50;
}

/// Below the last sentence: "(dpa)", a correction, who wrote it.
bool ends_article(Draft const& draft, std::size_t i) {
  Unit const& unit = draft.units()[i];
  std::string_view const line = draft.visible(i);
  if (unit.labels.begins(Word::correction)) return true;
  if (unit.labels.has(Word::byline) && unit.shape.columns <= 60) return true;
  // Names alone sign; names below each other are topics.
  auto const is_plain = [&](std::size_t j) {
    return j < draft.units().size() && draft.units()[j].shape.columns <= 40 &&
           !is_sentence(draft.units()[j]) && !draft.units()[j].labels.is_any();
  };
  bool const is_alone =
      unit.shape.blank_after > 0 || (!is_plain(i + 1) && (i <= draft.body || !is_plain(i - 1)));
  if (unit.shape.columns <= 40 && is_alone && is_only_names(line, *draft.vocabulary)) return true;
  return unit.shape.columns <= 40 && (line.starts_with('(') || line.starts_with("（"));
}

/// Is there a day above or below, or only buttons between?
bool is_beside_day(Draft const& draft, Page const& page, std::size_t i) {
  constexpr std::size_t farthest = 8;
  auto const is_button = [&](std::size_t j) {
    Labels const& labels = draft.units()[j].labels;
    return page.reasons[j].is_furniture || labels.is(Word::share) || labels.is(Word::reading_time) ||
           labels.is(Word::clipboard);
  };
  std::size_t above = i, below = i + 1;
  while (above > 0 && i - above < farthest && is_button(above - 1)) --above;
  while (below < draft.units().size() && below - i < farthest && is_button(below)) ++below;
  return (above > 0 && is_day(draft, above - 1)) || (below < draft.units().size() && is_day(draft, below));
}

/// The lines between headline and text that tell about the article; what else is there are buttons.
bool is_of_head(Draft const& draft, Page const& page, std::size_t i) {
  Unit const& unit = draft.units()[i];
  if (page.reasons[i].is_furniture || unit.labels.is(Word::advert) || unit.labels.is(Word::share) ||
      unit.labels.is(Word::reading_time) || unit.labels.is(Word::clipboard))
    return false;
  bool const has_word = unit.labels.has(Word::byline) || unit.labels.opens(Word::byline) ||
                        unit.labels.has(Word::published) || unit.labels.has(Word::updated) ||
                        unit.labels.has(Word::photo) || unit.labels.begins(Word::editor) ||
                        unit.labels.begins(Word::translator);
  if (credit_of(draft.visible(i), *draft.vocabulary, draft.language).is_credit) return true;
  if (unit.shape.columns <= 12 && is_agency(draft.visible(i))) return true;
  if (has_word || is_sentence(unit) || unit.shape.weight >= 60) return true;
  // A day, names.
  if (!unit.labels.is_any() && may_be_name(draft.visible(i)) && is_beside_day(draft, page, i)) return true;
  return (unit.shape.digits >= 4 && unit.shape.columns <= 90) ||
         (unit.shape.columns <= 60 && is_only_names(draft.visible(i), *draft.vocabulary));
}

/// A careful copy of an article with a box or a row of buttons left in: only what its words tell goes, and
/// what stands between two such lines.
void drop_boxes(Draft& draft, Page const& page) {
  std::size_t const count = draft.units().size();
  for (std::size_t i = 0; i < count;) {
    std::size_t end = i;
    while (end < count && page.places[end] == page.places[i]) ++end;
    if (page.places[i] != Place::article) {
      std::size_t first = end, last = i, told = 0;
      for (std::size_t j = i; j < end; ++j) {
        if (!page.reasons[j].is_furniture) continue;
        first = std::min(first, j);
        last = j + 1;
        ++told;
      }
      // The end of a text belongs to it unless each line is told by its words.
      bool const is_box = page.places[i] == Place::inset && told >= 2;
      for (std::size_t j = first; j < last; ++j)
        if (page.reasons[j].is_furniture || is_box) drop_furniture(draft, page, j, "page.inset");
    }
    i = end;
  }
}

void drop_around(Draft& draft, Page const& page) {
  std::size_t const first = draft.headline.value_or(page.first);
  draft.start = first;
  for (std::size_t i = 0; i < draft.units().size(); ++i) {
    if (draft.headline == i) continue;
    if (i < first) {
      // Many pages print the day above the headline.
      if (i + 4 >= first && is_day(draft, i))
        draft.start = std::min(draft.start, i);
      else
        drop_furniture(draft, page, i, "page.before");
    } else if (i < page.first) {
      bool const is_heading = i + 1 == page.first && !page.reasons[i].is_furniture &&
                              !page.reasons[i].is_aside && opens_sections(draft.units(), i);
      if (!is_of_head(draft, page, i) && !is_heading) drop_furniture(draft, page, i, "page.inset");
    } else if (i >= page.last) {
      if (i > page.last + 1 || !ends_article(draft, i)) drop_furniture(draft, page, i, "page.after");
    } else if (page.places[i] == Place::inset)
      drop_furniture(draft, page, i, "page.inset");
  }
}

}  // namespace

void find_frame(Draft& draft) {
  for (std::size_t i = 0; i < draft.units().size(); ++i)
    if (draft.units()[i].is_furniture)
      draft.drop(i, "page.furniture", 0.85,
                 "it stands on every page, beside or with a number that counts them");
  Page page = page_of(draft.text, draft.units(), *draft.vocabulary);
  draft.is_page = page.furniture == Furniture::page;
  draft.is_broken = page.is_broken;
  if (draft.is_page) draft.headline = headline_of(draft.text, draft.units(), page, *draft.vocabulary);
  if (draft.headline) page.first = std::max(page.first, *draft.headline + 1);
  draft.body = page.first;
  draft.body_end = page.last;
  if (draft.is_page)
    drop_around(draft, page);
  else if (page.furniture == Furniture::some)
    drop_boxes(draft, page);
}

}  // namespace ms::read
