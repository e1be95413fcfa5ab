#include "read/units.hpp"

#include <algorithm>

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

}  // namespace

Units units_of(std::string_view text, Vocabulary const& vocabulary, bool joins) {
  Units all;
  all.lines = lines_of(text);
  std::vector<Labels> labels(all.lines.size());
  std::vector<bool> barrier(all.lines.size());
  for (std::size_t i = 0; i < all.lines.size(); ++i) {
    if (all.lines[i].visible.length() > longest_label) continue;
    labels[i] = vocabulary.labels(Key(base::slice(text, all.lines[i].visible)));
    barrier[i] = stands_alone(labels[i]);
  }
  all.wraps = joins ? wraps_of(text, all.lines, barrier) : std::vector<Wrap>(all.lines.size());
  for (std::size_t i = 0; i < all.lines.size(); ++i) {
    bool const goes_on = i > 0 && all.wraps[i - 1].joins_next;
    if (goes_on) {
      all.units.back().last = i;
      add_line(all.units.back(), all.lines[i]);
      all.units.back().labels = {};
      all.units.back().is_labelled = false;
    } else {
      Unit unit;
      unit.first = unit.last = i;
      unit.shape = all.lines[i];
      unit.is_labelled = all.lines[i].visible.length() <= longest_label;
      unit.labels = std::move(labels[i]);
      all.units.push_back(std::move(unit));
    }
  }
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

}  // namespace ms::read
