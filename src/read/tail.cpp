#include <algorithm>

#include "read/article.hpp"
#include "read/dates.hpp"
#include "read/links.hpp"
#include "read/people.hpp"

namespace ms::read {
namespace {

/// Nothing but an address in a line: above the text, or in one of the last lines.
bool may_be_address_of_article(Draft const& draft, std::size_t i) {
  constexpr std::size_t last_lines = 3;
  std::vector<Unit> const& units = draft.units();
  if (i > 0 && units[i - 1].shape.ends_clause) return false;
  return i < draft.body || i + last_lines >= units.size();
}

/// "Source: https://…": the address goes to the metadata.
bool move_source(Draft& draft, std::size_t i) {
  Unit const& unit = draft.units()[i];
  std::string_view const line = draft.visible(i);
  std::optional<base::Range> const address = address_in(line);
  if (!address || unit.shape.columns > 300) return false;
  std::string_view const before = line.substr(0, address->start), after = line.substr(address->end);
  Labels const labels = draft.vocabulary->labels(Key(line));
  bool const is_named =
      labels.begins(Word::source) || labels.begins(Word::related) || labels.begins(Word::share);
  bool const is_bare = columns_of(before) == 0 && columns_of(after) <= 1;
  if (!is_named && !is_bare) return false;
  // There is one; what a colon leads to, or stands among other lines, is a link of the text.
  if (!draft.facts.url.empty() || (!is_named && !may_be_address_of_article(draft, i))) return false;
  if (columns_of(before) > 60 || columns_of(after) > 20) return false;
  if (!draft.drop(i, "residue.source", 0.97, "the address of the article, now in the metadata",
                  text::EditClass::move))
    return false;
  if (draft.facts.url.empty()) draft.facts.url = without_tracking(base::slice(line, *address));
  return true;
}

/// A headline may begin with such words ("Read more books, says the minister"): nothing is kept above it, and
/// no colon parts them from the rest.
bool may_be_headline(Draft const& draft, std::size_t i, base::Range rest) {
  for (std::size_t before = 0; before < i; ++before)
    if (draft.fates[before].kind != Fate::Kind::dropped) return false;
  return !draft.has_colon_before(i, rest);
}

/// What stands beside the links of such a list: the section of the first, who wrote one.
bool is_beside_link(Draft const& draft, std::size_t i, bool is_first) {
  constexpr std::size_t longest_section = 25;
  std::vector<Unit> const& units = draft.units();
  bool const is_above_link =
      i + 1 < units.size() && !is_sentence(units[i + 1]) && units[i + 1].shape.columns > longest_heading;
  bool const is_section = is_first && is_above_link && units[i].shape.columns <= longest_section;
  return is_section || units[i].labels.is(Word::section) ||
         is_only_names(draft.visible(i), *draft.vocabulary);
}

/// What follows the title of a list of links looks like links until there is text again.
void drop_links(Draft& draft, std::size_t title, bool is_in_tail) {
  std::vector<Unit> const& units = draft.units();
  bool const is_tight = title + 1 < units.size() && units[title + 1].shape.blank_before == 0;
  for (std::size_t i = title + 1; i < units.size() && draft.is_open(i); ++i) {
    Unit const& unit = units[i];
    bool const is_first = i == title + 1;
    bool const is_beside = is_tight && !is_in_tail && is_beside_link(draft, i, is_first);
    bool const is_link = !is_sentence(unit) && unit.shape.columns < 160 && unit.shape.columns > 12;
    if ((!is_link && !is_beside) || (!is_in_tail && i > title + 8)) break;
    // In the middle of an article a list ends at a blank line, and the line above a paragraph is its heading.
    if (!is_in_tail && is_tight && !is_first && unit.shape.blank_before > 0) break;
    bool const is_above_text = i + 1 < units.size() && is_prose(units[i + 1]);
    bool const may_be_heading = unit.shape.blank_before > 0 || unit.shape.columns <= longest_heading;
    if (!is_in_tail && !is_first && !is_beside && is_above_text && may_be_heading) break;
    draft.drop(i, "residue.related", is_in_tail ? 0.9 : 0.75, "a link in a list of other articles");
  }
}

void find_related(Draft& draft, std::size_t i, bool is_in_tail) {
  Unit const& unit = draft.units()[i];
  std::optional<base::Range> const rest = unit.labels.begins(Word::related);
  if (rest && may_be_headline(draft, i, *rest)) return;
  // "Read more books!" is a sentence, "Read more: Who pays?" is none.
  bool const is_said =
      unit.shape.ends_with_stop || (rest && unit.shape.ends_sentence && !draft.has_colon_before(i, *rest));
  if (rest && !is_said && unit.shape.columns < 200) {
    draft.drop(i, "residue.related", is_in_tail ? 0.95 : 0.85, "a link to another article");
    return;
  }
  if (unit.labels.is(Word::related) &&
      draft.drop(i, "residue.related", is_in_tail ? 0.95 : 0.8, "the title of a list of other articles"))
    drop_links(draft, i, is_in_tail);
}

/// No page has more; a text with more is about rights: a licence, a list of authors.
constexpr std::size_t most_reservations = 3;

/// "All rights reserved", "© 2025 The Gazette"; not the middle of a sentence.
bool is_reservation(Unit const& unit) {
  return unit.is_labelled && unit.lines() == 1 && unit.labels.has(Word::rights) && unit.shape.columns < 160 &&
         !unit.shape.starts_lower;
}

std::size_t reservations_in(Draft const& draft) {
  return static_cast<std::size_t>(std::ranges::count_if(draft.units(), is_reservation));
}

void find_editor(Draft& draft, std::size_t i) {
  Unit const& unit = draft.units()[i];
  std::optional<base::Range> const rest = unit.labels.begins(Word::editor);
  if (!rest || unit.shape.columns > 60) return;
  std::vector<doc::Person> const people =
      people_in(base::slice(draft.visible(i), *rest), *draft.vocabulary, doc::Role::editor);
  if (people.empty()) return;
  if (!draft.drop(i, "meta.editor", 0.95, "who edited it, now in the metadata", text::EditClass::move))
    return;
  for (doc::Person const& person : people)
    if (std::ranges::find(draft.facts.people, person) == draft.facts.people.end())
      draft.facts.people.push_back(person);
}

/// An earlier day than the article's, and hardly more than that in the line.
bool is_earlier_day(Draft const& draft, std::size_t i) {
  constexpr std::size_t most_beside = 12;
  Unit const& unit = draft.units()[i];
  if (unit.lines() > 1 || unit.shape.digits < 4 || unit.shape.columns > 40) return false;
  std::string_view const line = draft.visible(i);
  std::optional<FoundDate> const day = date_in(line, *draft.vocabulary, draft.language);
  return day && day->iso < draft.facts.date && columns_of(line) <= 10 + most_beside;
}

/// A long title and right below it an earlier day, alone between two paragraphs: another article is shown
/// there. Where many paragraphs have such a title they are what it announces: events, letters.
void find_dated_teasers(Draft& draft) {
  constexpr std::size_t shortest = 40, fewest_paragraphs = 4;  // to each of them
  std::vector<Unit> const& units = draft.units();
  if (draft.facts.date.empty()) return;
  std::vector<std::size_t> teasers;
  std::size_t paragraphs = 0;
  for (std::size_t i = draft.body; i < std::min(draft.body_end, units.size()); ++i) {
    paragraphs += is_prose(units[i]);
    Line const& shape = units[i].shape;
    bool const is_inside = i > draft.body && i + 2 < std::min(draft.body_end, units.size());
    if (is_inside && draft.is_open(i) && draft.is_open(i + 1) && units[i].lines() == 1 &&
        shape.columns >= shortest && !is_sentence(units[i]) && shape.blank_before > 0 &&
        shape.blank_after == 0 && units[i + 1].shape.blank_after > 0 && is_prose(units[i - 1]) &&
        is_prose(units[i + 2]) && is_earlier_day(draft, i + 1))
      teasers.push_back(i);
  }
  if (paragraphs < teasers.size() * fewest_paragraphs) return;
  for (std::size_t const i : teasers) {
    draft.drop(i, "residue.related", 0.7, "the title of another article, above its day");
    draft.drop(i + 1, "residue.related", 0.7, "the day of another article, below its title");
  }
}

}  // namespace

void find_tail(Draft& draft) {
  find_dated_teasers(draft);
  std::size_t const count = draft.units().size();
  // Without running text the last lines may be of a page; more is what the text is about.
  std::size_t const tail = draft.body_end > 0 ? draft.body_end : count - std::min<std::size_t>(count, 2);
  bool const is_legal_text = reservations_in(draft) > most_reservations;
  for (std::size_t i = 0; i < draft.units().size(); ++i) {
    Unit const& unit = draft.units()[i];
    // The frame took the title of a list and left its links.
    if (draft.fates[i].rule == "page.inset" && unit.labels.is(Word::related)) drop_links(draft, i, i >= tail);
    if (!draft.is_open(i) || !unit.is_labelled || unit.lines() > 1 || unit.labels.begins(Word::correction))
      continue;
    bool const is_in_tail = i >= tail;
    if ((is_in_tail || i < draft.body) && move_source(draft, i)) continue;
    if (is_in_tail && !is_legal_text && is_reservation(unit)) {
      std::string const licence(draft.visible(i));
      if (draft.drop(i, "residue.rights", 0.95, "a reservation of rights, now in the metadata",
                     text::EditClass::move) &&
          draft.facts.licence.empty())
        draft.facts.licence = licence;
      continue;
    }
    if (is_in_tail) find_editor(draft, i);
    if (draft.is_open(i) && !draft.is_broken) find_related(draft, i, is_in_tail);
  }
}

}  // namespace ms::read
