#include "read/units.hpp"

#include <algorithm>

#include "read/dates.hpp"
#include "read/furniture.hpp"
#include "read/page_breaks.hpp"
#include "read/people.hpp"

namespace ms::read {
namespace {

/// Longer lines are no buttons and no bylines.
constexpr std::size_t longest_label = 320;

/// A line that words tell to be something of its own never goes on in the next one.
bool stands_alone(Labels const& labels) {
  constexpr Word whole[] = {Word::clipboard,  Word::share,        Word::advert,    Word::related,
                            Word::rights,     Word::section,      Word::cookie,    Word::comments,
                            Word::navigation, Word::reading_time, Word::most_read, Word::newsletter};
  for (Word const word : whole)
    if (labels.is(word)) return true;
  constexpr Word starts[] = {Word::source, Word::updated, Word::editor, Word::translator, Word::tags};
  for (Word const word : starts)
    if (labels.begins(word)) return true;
  return false;
}

/// A head has few lines: only the first of a text are held against names and days.
constexpr std::size_t longest_head = 8;

/// "Redacción: Irene Valdepeñas": what follows the word is names and nothing else.
bool is_byline(std::string_view line, Labels const& labels, Vocabulary const& vocabulary) {
  for (Word const word : {Word::byline, Word::editor, Word::translator}) {
    std::optional<base::Range> rest = labels.begins(word);
    if (!rest) rest = labels.ends(word);
    if (rest && is_byline_names(base::slice(line, *rest), vocabulary)) return true;
  }
  return false;
}

/// "Fuentelaguna, 27 de noviembre de 2025": a day, and little beside it.
bool is_date_line(std::string_view line, Line const& shape, Vocabulary const& vocabulary,
                  std::string_view language) {
  bool const may_have_day = shape.digits > 0 || line.find("月") != std::string_view::npos;
  if (!may_have_day || shape.columns > 70 || shape.has_sentence_inside) return false;
  std::optional<FoundDate> const date = date_in(line, vocabulary, language);
  if (!date) return false;
  std::string_view const before = line.substr(0, date->range.start), after = line.substr(date->range.end);
  bool const is_alone = columns_of(before) <= 1 || before.ends_with(", ") || before.ends_with("، ") ||
                        vocabulary.labels(Key(line)).begins(Word::published);
  return is_alone && columns_of(before) <= 30 && columns_of(after) <= 25;
}

void add_line(Unit& unit, Line const& line) {
  Line& all = unit.shape;
  all.range.end = line.range.end;
  all.visible.end = line.visible.end;
  all.blank_after = line.blank_after;
  all.columns += line.columns + 1;
  all.letters += line.letters;
  all.weight += line.weight;
  all.digits += line.digits;
  all.has_sentence_inside = all.has_sentence_inside || all.ends_sentence || line.has_sentence_inside;
  all.ends_sentence = line.ends_sentence;
  all.ends_with_stop = line.ends_with_stop;
  all.ends_clause = line.ends_clause;
  all.is_upper = all.is_upper && line.is_upper;
}

/// Does a byline or a day stand in one of the next lines?
bool is_above_credit(std::string_view text, std::vector<Line> const& lines, std::vector<Labels> const& labels,
                     std::size_t i, Vocabulary const& vocabulary, std::string_view language) {
  for (std::size_t j = i; j < std::min(i + 6, lines.size()); ++j)
    if (labels[j].opens(Word::byline) || labels[j].begins(Word::byline) ||
        is_date_line(base::slice(text, lines[j].visible), lines[j], vocabulary, language))
      return true;
  return false;
}

/// Pages that print a kicker, its colon and the headline as three elements are copied as three lines.
void join_colons(std::string_view text, Units& all, std::vector<Labels> const& labels,
                 Vocabulary const& vocabulary, std::string_view language) {
  for (std::size_t i = 1; i + 1 < all.lines.size(); ++i) {
    std::string_view const line = base::slice(text, all.lines[i].visible);
    if (line != ":" && line != "：") continue;
    Line const &before = all.lines[i - 1], &after = all.lines[i + 1];
    bool const is_close = all.lines[i].blank_before == 0 && after.blank_before == 0;
    if (!is_close || before.columns > 80 || after.columns > 160 || before.letters == 0 ||
        after.letters == 0 || !is_above_credit(text, all.lines, labels, i + 2, vocabulary, language))
      continue;
    all.wraps[i - 1] = {true, "", 0, 0.9};
    all.wraps[i] = {true, line == ":" ? " " : "", 0, 0.9};
  }
}

}  // namespace

Units units_of(std::string_view text, Vocabulary const& vocabulary, std::string_view language, bool joins) {
  Units all;
  all.lines = lines_of(text);
  std::vector<Labels> labels(all.lines.size());
  std::vector<bool> barrier(all.lines.size());
  std::vector<bool> const furniture = furniture_in(text, all.lines);
  for (std::size_t i = 0; i < all.lines.size(); ++i) {
    if (all.lines[i].visible.length() > longest_label) continue;
    std::string_view const line = base::slice(text, all.lines[i].visible);
    labels[i] = vocabulary.labels(Key(line));
    barrier[i] = furniture[i] || stands_alone(labels[i]) ||
                 (i < longest_head && (is_byline(line, labels[i], vocabulary) ||
                                       is_date_line(line, all.lines[i], vocabulary, language)));
  }
  all.wraps = joins ? wraps_of(text, all.lines, barrier) : std::vector<Wrap>(all.lines.size());
  if (joins) join_colons(text, all, labels, vocabulary, language);
  for (std::size_t i = 0; i < all.lines.size(); ++i) {
    bool const goes_on = i > 0 && all.wraps[i - 1].joins_next;
    if (goes_on) {
      bool const is_after_colon = all.units.back().is_labelled && all.units.back().lines() == 2;
      all.units.back().last = i;
      add_line(all.units.back(), all.lines[i]);
      all.units.back().labels = {};
      all.units.back().is_labelled = all.lines[i].columns == 1 || is_after_colon;
    } else {
      Unit unit;
      unit.first = unit.last = i;
      unit.shape = all.lines[i];
      unit.is_labelled = all.lines[i].visible.length() <= longest_label;
      unit.labels = std::move(labels[i]);
      unit.is_furniture = furniture[i];
      all.units.push_back(std::move(unit));
    }
  }
  if (joins) all.page_breaks = page_breaks_in(text, all);
  return all;
}

bool is_prose(Unit const& unit) {
  Line const& shape = unit.shape;
  bool const has_end = shape.ends_sentence || shape.has_sentence_inside;
  if (!shape.has_spaces_between_words && !shape.is_wide)
    return shape.weight >= 140;  // Thai: hardly any full stops
  return (shape.weight >= 90 && has_end) || shape.weight >= 220;
}

bool is_sentence(Unit const& unit) {
  Line const& shape = unit.shape;
  return is_prose(unit) || (shape.weight >= 15 && shape.ends_sentence);
}

bool stands_like_heading(std::vector<Unit> const& units, std::size_t unit) {
  Line const& shape = units[unit].shape;
  return unit > 0 && unit + 1 < units.size() && shape.blank_before > 0 && shape.blank_after > 0 &&
         !is_sentence(units[unit]) && shape.weight <= longest_heading && is_sentence(units[unit + 1]);
}

bool opens_sections(std::vector<Unit> const& units, std::size_t unit) {
  constexpr std::size_t farthest = 12, fewest = 3;
  auto const is_above_text = [&](std::size_t i) {
    Unit const& one = units[i];
    return is_prose(units[i + 1]) && !is_sentence(one) && one.lines() == 1 && !one.labels.is_any() &&
           one.shape.letters >= 3 && one.shape.weight <= longest_heading && !one.shape.ends_clause;
  };
  if (unit + 1 >= units.size() || !is_above_text(unit)) return false;
  std::size_t found = 0;
  for (std::size_t i = unit; i + 1 < units.size() && i < unit + farthest; ++i) found += is_above_text(i);
  return found >= fewest;
}

}  // namespace ms::read
