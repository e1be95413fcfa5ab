#include <algorithm>

#include "read/article.hpp"
#include "read/elapsed.hpp"
#include "read/trail.hpp"

namespace ms::read {
namespace {

/// How far from the edges a button that copies or shares may stand.
constexpr std::size_t edge = 3;

bool is_at_edge(Draft const& draft, std::size_t i) {
  return i < edge || i + edge >= draft.units().size();
}

/// Before any running text, or after all of it.
bool is_outside_body(Draft const& draft, std::size_t i) {
  return i < draft.body || i >= draft.body_end;
}

/// Inside of a text that is broken at a width there are no buttons and no advertisements.
bool is_inside_broken(Draft const& draft, std::size_t i, std::size_t head) {
  if (draft.body_end == 0) return draft.is_broken && !is_at_edge(draft, i);
  return draft.is_broken && i >= head && !is_outside_body(draft, i);
}

/// "Share Facebook X WhatsApp Email", or one button of several lines.
bool is_share_bar(Draft const& draft, std::size_t i) {
  Unit const& unit = draft.units()[i];
  if (!unit.is_labelled || unit.lines() > 1 || unit.shape.weight > 120) return false;
  Key const key(draft.visible(i));
  return draft.vocabulary->made_of(Word::share, Word::clipboard, key) > 0 ||
         draft.vocabulary->is_glued_of(key);
}

/// "Home > News > Asia" above the text.
bool move_trail(Draft& draft, std::size_t i) {
  if (i >= draft.body || draft.headline == i || draft.units()[i].shape.ends_with_stop) return false;
  std::vector<std::string_view> const steps = trail_of(draft.visible(i), *draft.vocabulary);
  if (steps.empty()) return false;
  if (!draft.drop(i, "meta.section", 0.9, "a trail of sections, the last one now in the metadata",
                  text::EditClass::move))
    return false;
  draft.facts.section = section_of(steps, *draft.vocabulary);
  return true;
}

/// The head goes to the second paragraph: a standfirst may be the first.
std::size_t end_of_head(Draft const& draft) {
  std::size_t end = 0, prose = 0;
  while (end < draft.units().size() && (prose += is_prose(draft.units()[end])) < 2) ++end;
  return end;
}

/// "5 minutes ago" alone above a sentence may be the heading of a story.
bool is_elapsed(Draft const& draft, std::size_t i) {
  Unit const& unit = draft.units()[i];
  if (unit.shape.ends_with_stop || !tells_elapsed(draft.visible(i), unit.labels, *draft.vocabulary))
    return false;
  bool const is_of_head = i < draft.body && draft.body_end > 0;
  return draft.is_page || is_of_head || !unit.labels.is(Word::elapsed) ||
         !stands_like_heading(draft.units(), i);
}

void find_share_bars(Draft& draft, std::size_t head) {
  std::size_t const count = draft.units().size();
  // Without running text "Print" and "Email" are items of somebody's list, unless nothing else is there.
  bool is_list = false;
  for (std::size_t i = 0; i < count && draft.body_end == 0 && !is_list; ++i)
    is_list = draft.is_open(i) && !is_share_bar(draft, i);
  for (std::size_t i = 0; i < count;) {
    std::size_t end = i;
    std::size_t words = 0;
    while (end < count && draft.is_open(end) && is_share_bar(draft, end)) {
      words += std::max<std::size_t>(
          draft.vocabulary->made_of(Word::share, Word::clipboard, Key(draft.visible(end))),
          draft.vocabulary->is_glued_of(Key(draft.visible(end))) ? 3 : 0);
      ++end;
    }
    // One word alone may be a headline of one word; beside others, or outside of the text, it is a button.
    bool const is_button =
        is_outside_body(draft, i) && (draft.is_page || !stands_like_heading(draft.units(), i));
    bool const is_of_list = is_list && words == end - i;  // one word a line
    bool const is_of_text = is_inside_broken(draft, i, head);
    if (end > i && !is_of_list && !is_of_text && (words >= 2 || is_button))
      for (std::size_t j = i; j < end; ++j)
        draft.drop(j, "residue.share", words >= 2 ? 0.98 : 0.85, "words of a share bar");
    i = std::max(end, i + 1);
  }
}

}  // namespace

void find_residue(Draft& draft) {
  std::size_t const count = draft.units().size(), head = end_of_head(draft);
  for (std::size_t i = 0; i < count; ++i) {
    Unit const& unit = draft.units()[i];
    if (!unit.is_labelled || unit.lines() > 1 || !draft.is_open(i)) continue;
    if (move_trail(draft, i)) continue;
    if (unit.labels.is(Word::clipboard) &&
        (is_at_edge(draft, i) || (draft.is_page && is_outside_body(draft, i))))
      draft.drop(i, "residue.clipboard", 0.98, "what a button that copies says, outside of the text");
    else if (unit.labels.is(Word::advert) && !is_inside_broken(draft, i, head))
      draft.drop(i, "residue.advert", 0.97, "the mark of an advertisement");
    else if (unit.labels.is(Word::reading_time) && (is_outside_body(draft, i) || i <= head))
      draft.drop(i, "residue.reading-time", 0.97, "a reading time or a counter", text::EditClass::move);
    else if (is_elapsed(draft, i))
      draft.drop(i, "residue.elapsed", 0.9, "how long ago it was when the page was read",
                 text::EditClass::move);
  }
  find_share_bars(draft, head);
}

}  // namespace ms::read
