#include <algorithm>

#include "read/article.hpp"
#include "read/links.hpp"
#include "read/people.hpp"

namespace ms::read {
namespace {

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
  if (!unit.labels.is(Word::related)) return;
  // A title of a list of links; what follows looks like links until there is text again.
  if (!draft.drop(i, "residue.related", is_in_tail ? 0.95 : 0.8, "the title of a list of other articles"))
    return;
  bool const is_tight = i + 1 < draft.units().size() && draft.units()[i + 1].shape.blank_before == 0;
  for (std::size_t j = i + 1; j < draft.units().size() && draft.is_open(j); ++j) {
    Unit const& next = draft.units()[j];
    bool const is_link = !is_sentence(next) && next.shape.columns < 160 && next.shape.columns > 12;
    if (!is_link || (!is_in_tail && j > i + 8)) break;
    // In the middle of an article a list ends at a blank line, and the line above a paragraph is its heading.
    if (!is_in_tail && is_tight && j > i + 1 && next.shape.blank_before > 0) break;
    if (!is_in_tail && j > i + 1 && j + 1 < draft.units().size() && is_prose(draft.units()[j + 1]) &&
        next.shape.blank_before > 0)
      break;
    draft.drop(j, "residue.related", is_in_tail ? 0.9 : 0.75, "a link in a list of other articles");
  }
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

}  // namespace

void find_tail(Draft& draft) {
  std::size_t const tail = draft.body_end;
  for (std::size_t i = 0; i < draft.units().size(); ++i) {
    Unit const& unit = draft.units()[i];
    if (!draft.is_open(i) || !unit.is_labelled || unit.lines() > 1 || unit.labels.begins(Word::correction))
      continue;
    bool const is_in_tail = i >= tail;
    if ((is_in_tail || i < draft.body) && move_source(draft, i)) continue;
    if (is_in_tail && unit.labels.has(Word::rights) && unit.shape.columns < 160) {
      std::string const licence(draft.visible(i));
      if (draft.drop(i, "residue.rights", 0.95, "a reservation of rights, now in the metadata",
                     text::EditClass::move) &&
          draft.facts.licence.empty())
        draft.facts.licence = licence;
      continue;
    }
    if (is_in_tail) find_editor(draft, i);
    if (draft.is_open(i)) find_related(draft, i, is_in_tail);
  }
}

}  // namespace ms::read
