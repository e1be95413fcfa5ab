#include "read/caption.hpp"

#include "read/people.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

/// What may stand before "Photo:" at the end of a caption.
bool may_begin(char32_t c) {
  return c == '.' || c == '(' || c == 0xFF08 || c == 0x3002 || c == 0x964 || c == '/' || c == '|' ||
         c == ')' || c == 0x2014 || c == 0x2013 || c == ' ' || c == 0x1362 || c == 0x3000 || c == '[' ||
         c == 0x6D4;
}

bool is_after_stop(std::string_view line, std::size_t offset) {
  if (offset == 0) return false;
  char32_t const before = text::code_point_before(line, offset).value;
  return text::is_sentence_end(before) || before == ')' || before == 0xFF09;
}

/// "Photo:", "사진=": the first word ends with a mark that words for pictures have.
bool is_marked_word(std::string_view tail) {
  for (text::CodePointAt const c : text::code_points(tail.substr(0, 40))) {
    if (c.value == ':' || c.value == '=' || c.value == 0xFF1A || c.value == 0xFF1D) return true;
  }
  return false;
}

/// "… at the town hall. (Ana Lund)", "(AP)": after the sentence the names of who took the picture.
bool ends_with_names(std::string_view line, Vocabulary const& vocabulary) {
  if (!line.ends_with(')')) return false;
  std::size_t const open = line.rfind('(');
  if (open == std::string_view::npos || open < 12 || line[open - 1] != ' ') return false;
  std::string_view const names = line.substr(open + 1, line.size() - open - 2);
  return is_after_stop(line, open - 1) && (is_only_names(names, vocabulary) || is_agency(names));
}

/// "…する職人＝霧ヶ浦町本町", "…の会場＝２０日、水嶋撮影": a Japanese caption ends with where and when.
bool ends_with_place(Unit const& unit, std::string_view line) {
  constexpr std::string_view mark = "＝";
  constexpr std::size_t shortest = 12, longest_place = 36;
  if (!unit.shape.is_wide || unit.shape.ends_sentence || unit.shape.has_sentence_inside) return false;
  std::size_t const at = line.rfind(mark);
  if (at == std::string_view::npos || columns_of(line.substr(0, at)) < shortest) return false;
  std::string_view const place = line.substr(at + mark.size());
  return !place.empty() && columns_of(place) <= longest_place;
}

/// "Fabrizio Bensch/REUTERS", "Lichtgut/Christoph Schmidt": who took a picture and for whom, nothing else.
bool is_name_and_agency(Unit const& unit, std::string_view line, Vocabulary const& vocabulary) {
  constexpr std::size_t longest = 60;
  std::size_t const slash = line.find('/');
  if (unit.shape.columns > longest || slash == 0 || slash == line.npos || slash + 1 >= line.size() ||
      line.find('/', slash + 1) != line.npos || line[slash - 1] == ' ' || line[slash + 1] == ' ')
    return false;
  std::string_view const first = line.substr(0, slash), second = line.substr(slash + 1);
  auto const is_name = [&](std::string_view one) { return is_only_names(one, vocabulary); };
  auto const is_house = [](std::string_view one) {
    return is_agency(one) || (one.find(' ') == one.npos && text::is_upper(text::code_point_at(one, 0).value));
  };
  return (is_name(first) && (is_name(second) || is_house(second))) || (is_house(first) && is_name(second));
}

}  // namespace

bool is_caption(Unit const& unit, std::string_view line, Vocabulary const& vocabulary) {
  if (!unit.is_labelled || unit.lines() > 2 || unit.shape.columns > 280) return false;
  if (unit.shape.columns <= 160 && unit.labels.has(Word::photo)) return true;
  if (unit.shape.columns <= 160 && ends_with_names(line, vocabulary)) return true;
  if (unit.shape.columns <= 160 && ends_with_place(unit, line)) return true;
  if (is_name_and_agency(unit, line, vocabulary)) return true;
  // After the end of a sentence or a bracket inside the line the rest may begin with "Photo:". Inside of a
  // sentence only a word with its colon counts.
  std::size_t const longest = 70 * 4;
  std::size_t const from = line.size() - std::min(line.size(), longest);
  for (text::CodePointAt const c : text::code_points(line)) {
    if (c.offset < from || !may_begin(c.value)) continue;
    std::string_view const tail = line.substr(c.end());
    // Of a row of marks the last one: what begins with another is looked at there.
    if (!tail.empty() && may_begin(text::code_point_at(tail, 0).value)) continue;
    bool const needs_mark = c.value == ' ' && !is_after_stop(line, c.offset);
    if (tail.empty() || (needs_mark && !is_marked_word(tail)) || columns_of(tail) > 70) continue;
    Labels const labels = vocabulary.labels(Key(tail));
    std::optional<base::Range> const rest = labels.begins(Word::photo);
    if (rest && (!needs_mark || is_marked_word(base::slice(tail, {0, rest->start})))) return true;
  }
  return false;
}

}  // namespace ms::read
