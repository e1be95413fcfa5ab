#include "read/lines.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || (c >= 0x80 && (text::is_white_space(c) || text::is_default_ignorable(c)));
}

/// Invisible characters that belong to the visible one before them: variation selectors, tags of flags,
/// joiners.
bool belongs_to_last(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0020 && c <= 0xE01EF) || c == 0x200C || c == 0x200D ||
         c == 0x34F || (c >= 0x180B && c <= 0x180F);
}

/// The full stop after a number or an abbreviation ends no sentence: "3. März", "EE. UU.", "U.S. troops"; nor
/// does one with a letter right behind it ("พ.ศ.", "example.org").
bool is_abbreviation(std::string_view text, std::size_t stop) {
  if (text[stop] != '.') return false;
  std::size_t letters = 0, digits = 0, start = stop;
  char32_t first = 0;
  while (start > 0 && letters + digits <= 2) {
    text::CodePoint const c = text::code_point_before(text, start);
    bool const is_digit = text::is_digit(c.value);
    if (!is_digit && !text::is_letter(c.value)) break;
    (is_digit ? digits : letters) += 1;
    first = c.value;
    start -= c.length;
  }
  if (letters + digits > 2 || letters + digits == 0) return false;
  return letters == 0 || (digits == 0 && text::is_upper(first));
}

/// Full stops of all scripts, without question and exclamation marks.
bool is_full_stop(char32_t c) {
  return c == '.' || c == 0x3002 || c == 0xFF0E || c == 0xFF61 || c == 0x6D4 || c == 0x964 || c == 0x965 ||
         c == 0x1362 || c == 0x104B || c == 0x17D4 || c == 0x589 || c == 0x1803 || c == 0x0F0D || c == 0x0F0E;
}

bool is_closing_mark(char32_t c) {
  return c == '"' || c == '\'' || text::is_closing(c) || c == 0xAB || c == 0x201C || c == 0x2018 ||
         c == 0x201E || c == 0xBB || c == '*' || c == '_';
}

/// What a letter says, against one of an alphabet; the `count`th of its line. A syllable says one and a half.
std::size_t letter_weight(char32_t c, text::Script script, std::size_t count) {
  if (text::is_ideographic(c)) return 3;
  if (script == text::script_tag("Hang")) return 2;
  if (script == text::script_tag("Hira") || script == text::script_tag("Kana")) return 2;
  if (script == text::script_tag("Ethi") || script == text::script_tag("Cans") ||
      script == text::script_tag("Cher"))
    return 1 + count % 2;
  return 1;
}

bool is_unspaced(text::Script script) {
  return script == text::script_tag("Thai") || script == text::script_tag("Laoo") ||
         script == text::script_tag("Khmr") || script == text::script_tag("Mymr") ||
         script == text::script_tag("Hani") || script == text::script_tag("Hira") ||
         script == text::script_tag("Kana") || script == text::script_tag("Tibt");
}

/// Ethiopic full stops are often typed as two word separators: ፡፡
bool is_ethiopic_stop(std::string_view text, std::size_t end) {
  constexpr std::string_view stop = "፡፡";
  return end >= stop.size() && text.substr(end - stop.size(), stop.size()) == stop;
}

constexpr std::size_t longest_reference = 12;

/// Bytes of a reference to a note: "[12]", "[a]", "[note 3]"; 0 where none begins.
std::size_t reference_at(std::string_view text, std::size_t at) {
  if (text[at] != '[') return 0;
  std::size_t const close = text.substr(0, at + longest_reference).find(']', at);
  if (close == std::string_view::npos || close == at + 1) return 0;
  for (char const c : text.substr(at + 1, close - at - 1))
    if (!base::is_ascii_letter(c) && !base::is_ascii_digit(c) && c != ' ' && c != '.') return 0;
  bool const is_letter = close == at + 2;
  return is_letter || base::is_ascii_digit(text[close - 1]) ? close + 1 - at : 0;
}

bool is_raised_digit(char32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

/// The end of the line without references to notes: "… in the north.[2][3]", "… in the north.¹".
std::size_t end_before_references(std::string_view text, base::Range line) {
  std::size_t end = line.end;
  while (end > line.start) {
    text::CodePoint const last = text::code_point_before(text, end);
    std::size_t length = is_raised_digit(last.value) ? last.length : 0;
    if (last.value == ']') {
      std::size_t const first = std::max(line.start, end - std::min(end, longest_reference));
      std::size_t const open = text.substr(0, end).rfind('[');
      if (open != std::string_view::npos && open >= first && reference_at(text, open) == end - open)
        length = end - open;
    }
    if (length == 0) break;
    end -= length;
  }
  return end > line.start ? end : line.end;
}

void look_at_end(Line& line, std::string_view text) {
  std::size_t end = end_before_references(text, line.visible);
  for (int steps = 0; end > line.visible.start && steps < 6; ++steps) {
    text::CodePoint const last = text::code_point_before(text, end);
    bool const is_double_colon = is_ethiopic_stop(text, end);
    if (is_full_stop(last.value) || is_double_colon) line.ends_with_stop = true;
    if (is_double_colon || text::is_sentence_end(last.value) || is_full_stop(last.value) ||
        last.value == 0x2026) {
      line.ends_sentence = true;
      return;
    }
    if (last.value == ',' || last.value == ':' || last.value == ';' || last.value == 0x2013 ||
        last.value == 0x2014 || last.value == 0x60C || last.value == 0x61B || last.value == 0x3001 ||
        last.value == 0xFF0C || last.value == 0xFF1A || last.value == 0xFF1B || last.value == 0x1363) {
      line.ends_clause = true;
      return;
    }
    if (!is_closing_mark(last.value) && !is_blank(last.value)) return;
    end -= last.length;
  }
}

Line seen(std::string_view text, base::Range range) {
  Line line;
  line.range = range;
  line.visible = {range.end, range.end};
  std::size_t wide = 0, unspaced = 0, upper = 0, lower = 0;
  bool has_started = false, has_letter = false, after_stop = false;
  std::size_t width = 0;
  for (std::size_t at = range.start; at < range.end;) {
    auto const byte = static_cast<unsigned char>(text[at]);
    text::CodePoint const c = byte < 0x80 ? text::CodePoint{byte, 1, true} : text::code_point_at(text, at);
    std::size_t const start = at;
    at += c.length;
    if (is_blank(c.value)) {
      std::size_t const columns = c.value == '\t'                 ? 4
                                  : c.value == 0x3000             ? 2
                                  : text::is_white_space(c.value) ? 1
                                                                  : 0;
      (has_started ? width : line.indent) += columns;
      if (has_started && belongs_to_last(c.value) && line.visible.end == start) line.visible.end = at;
      continue;
    }
    if (!has_started) line.visible.start = start;
    has_started = true;
    line.visible.end = at;
    bool const is_ascii_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (is_ascii_letter || (byte >= 0x80 && text::is_letter(c.value))) {
      ++line.letters;
      text::Script const script = is_ascii_letter ? text::script_tag("Latn") : text::script_of(c.value);
      line.weight += is_ascii_letter ? 1 : letter_weight(c.value, script, line.letters);
      bool const is_wide = !is_ascii_letter && text::is_wide(c.value);
      width += is_wide ? 2 : 1;
      wide += is_wide && script != text::script_tag("Hang");
      unspaced += is_unspaced(script);
      bool const is_upper = is_ascii_letter ? byte <= 'Z' : text::is_upper(c.value);
      bool const is_lower =
          is_ascii_letter
              ? byte >= 'a'
              : !is_upper && (script == text::script_tag("Latn") || script == text::script_tag("Cyrl") ||
                              script == text::script_tag("Grek") || script == text::script_tag("Armn"));
      upper += is_upper;
      lower += is_lower;
      if (!has_letter) {
        line.starts_upper = is_upper;
        line.starts_lower = is_lower;
      }
      has_letter = true;
      bool const is_glued = start > range.start && text[start - 1] == '.';
      line.has_sentence_inside = line.has_sentence_inside || (after_stop && !is_lower && !is_glued);
      after_stop = false;
    } else if ((byte >= '0' && byte <= '9') || (byte >= 0x80 && text::is_digit(c.value))) {
      ++line.digits;
      ++line.weight;
      ++width;
      if (!has_letter) has_letter = true;  // a number first: neither capital nor small letter begins
      after_stop = false;
    } else {
      if (after_stop && byte == '[') {
        if (std::size_t const length = reference_at(text.substr(0, range.end), start); length > 0) {
          at = line.visible.end = start + length;
          width += length;
          continue;
        }
      }
      width += byte < 0x80 ? 1 : text::is_mark(c.value) ? 0 : text::is_wide(c.value) ? 2 : 1;
      if (byte >= 0x80 && text::is_mark(c.value)) ++line.weight;
      if (line.letters > 12 && (is_full_stop(c.value) || c.value == '!' || c.value == '?' ||
                                c.value == 0xFF01 || c.value == 0xFF1F || c.value == 0x61F))
        after_stop = !is_abbreviation(text.substr(range.start), start - range.start);
      else if (line.letters > 12 && c.value == 0x1361 && is_ethiopic_stop(text, at))
        after_stop = true;
      else if (byte == ',' || byte == ':' || byte == ';')
        after_stop = false;  // "& Co.: How …"
    }
  }
  line.columns = width;
  line.is_wide = wide * 2 > line.letters;
  line.has_spaces_between_words = unspaced * 2 <= line.letters;
  line.is_upper = upper >= 2 && lower == 0;
  if (has_started) look_at_end(line, text);
  return line;
}

}  // namespace

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::size_t blank = 0;
  for (std::size_t start = 0; start <= text.size();) {
    std::size_t const end = std::min(text.find('\n', start), text.size());
    Line line = seen(text, {start, end});
    start = end + 1;
    if (line.visible.is_empty()) {
      ++blank;
      if (!lines.empty()) lines.back().blank_after = blank;
      continue;
    }
    line.blank_before = blank;
    blank = 0;
    lines.push_back(line);
  }
  return lines;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (text::CodePointAt const c : text::code_points(text))
    columns += text::is_mark(c.value) || text::is_default_ignorable(c.value) ? 0
               : text::is_wide(c.value)                                      ? 2
                                                                             : 1;
  return columns;
}

}  // namespace ms::read
