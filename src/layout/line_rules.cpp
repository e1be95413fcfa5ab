#include "layout/line_rules.hpp"

#include <string_view>

#include "text/tag.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::layout {
namespace {

constexpr std::int32_t never = -1;

// Penalties stand beside those of break_lines: 50 is a hyphen, 1000 as bad as a ragged line.
constexpr std::int32_t after_hyphen_minus = 150;  // readers of the finished file drop it: see docs
constexpr std::int32_t after_hyphen = 30;
constexpr std::int32_t after_slash = 60;
constexpr std::int32_t before_dash = 300;
constexpr std::int32_t after_short_word = 400;
constexpr std::int32_t after_initial = 150;
constexpr std::int32_t after_tibetan_space = 200;

bool is_one_of(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != set.npos;
}

bool is_word(char32_t c) {
  return text::is_letter(c) || text::is_digit(c);
}

bool is_quotation_mark(char32_t c) {
  return is_one_of(c, U"«»‹›“”„");
}

// What stands round a break: 0 where the text ends.
struct Surroundings {
  char32_t next = 0, after_next = 0;
  char32_t previous = 0;               // with spaces
  char32_t last = 0, before_last = 0;  // the last two characters that are no space, if adjacent
  bool spaced = false;                 // spaces before the break
};

Surroundings surroundings(std::string_view text, std::size_t offset) {
  Surroundings out;
  if (offset < text.size()) {
    auto const next = text::code_point_at(text, offset);
    out.next = next.value;
    if (offset + next.length < text.size())
      out.after_next = text::code_point_at(text, offset + next.length).value;
  }
  std::size_t at = offset;
  while (at > 0) {
    auto const c = text::code_point_before(text, at);
    if (at == offset) out.previous = c.value;
    if (!text::is_white_space(c.value)) {
      out.last = c.value;
      at -= c.length;
      if (at > 0) out.before_last = text::code_point_before(text, at).value;
      return out;
    }
    out.spaced = true;
    at -= c.length;
  }
  return out;
}

// Marks that never begin a line, even after a space (UAX 14 leaves that to the space):
//  danda (ilreq), ๆ ฯ ໆ (sealreq), Khmer signs, Ethiopic stops and wordspace (elreq), Tibetan shads (tlreq),
//  and closing marks that a writer has set off with a space.
bool never_begins_a_line(Surroundings const& s) {
  if (is_one_of(s.next, U"\u0964\u0965\u0E46\u0E2F\u0EC6\u0EAF\u17D4\u17D5\u17D6\u17D7\u17DA")) return true;
  if (s.next >= 0x1361 && s.next <= 0x1368) return true;
  if ((s.next >= 0x0F0D && s.next <= 0x0F12) || s.next == 0x0F14) return true;
  if (is_one_of(s.next, U".,;:!?%‰)]}،؛؟۔、。，．；：！？）］｝】」』〉》…")) return !is_word(s.after_next);
  return false;
}

// « mot »: marks set off inside with a space stay with what they enclose. A mark between two spaces is what
// its shape says.
bool splits_quotation(Surroundings const& s) {
  if (!s.spaced) return false;
  bool const last_opens =
      is_quotation_mark(s.last) &&
      (s.before_last == 0 || text::is_white_space(s.before_last) || text::is_opening(s.before_last));
  if (last_opens && (text::is_opening(s.last) || !text::is_closing(s.last))) return true;
  bool const next_closes =
      is_quotation_mark(s.next) &&
      (s.after_next == 0 || text::is_white_space(s.after_next) || text::is_punctuation(s.after_next));
  return next_closes && text::is_closing(s.next);
}

bool is_dash(char32_t c) {
  return is_one_of(c, U"—–―‒");
}

// Dashes: one with a space on either side stays on the line of the word before it (Russian and French books,
// and good use elsewhere); one that hangs on a word like a bracket is kept like a bracket.
std::int32_t dash_penalty(Surroundings const& s) {
  if (is_dash(s.next)) {
    bool const space_after = s.after_next == 0 || text::is_white_space(s.after_next);
    if (s.spaced) return space_after ? before_dash : 0;
    return space_after || text::is_punctuation(s.after_next) ? never : before_dash;
  }
  if (is_dash(s.last) && !s.spaced) {
    bool const opens = s.before_last == 0 || text::is_white_space(s.before_last);
    return opens && s.next != 0 ? never : 0;
  }
  return 0;
}

// Prepositions and conjunctions of one letter are not left at a line's end (Polish, Czech and Slovak rules,
// and what careful Russian and Ukrainian books do). Everywhere: initials stay with the name.
std::int32_t short_word_penalty(Surroundings const& s, std::string_view language) {
  if (!s.spaced) return 0;
  bool const alone =
      s.before_last == 0 || text::is_white_space(s.before_last) || text::is_opening(s.before_last);
  if (alone && text::is_letter(s.last)) {
    static constexpr std::string_view languages = " be bg cs mk pl ru sk uk ";
    std::string const key = " " + std::string(text::primary_language(language)) + " ";
    if (languages.find(key) != languages.npos) return after_short_word;
  }
  if (s.last == U'.' && text::is_upper(s.before_last)) return after_initial;
  return 0;
}

// What the table says of one place.
std::int32_t penalty_at(Surroundings const& s, std::string_view language) {
  if (never_begins_a_line(s) || splits_quotation(s)) return never;
  if (std::int32_t const dash = dash_penalty(s); dash != 0) return dash;
  if (std::int32_t const word = short_word_penalty(s, language); word != 0) return word;
  if (s.spaced) {
    // tlreq: a line ends after a tsheg; after the space behind a shad only where nothing else helps.
    return s.previous == U' ' && text::script_of(s.last) == text::script_tag("Tibt") ? after_tibetan_space
                                                                                     : 0;
  }
  if (s.last == U'-') return after_hyphen_minus;
  if (s.last == U'\u2010') return after_hyphen;
  if (s.last == U'/') return after_slash;
  return 0;
}

// The number of a note stays with what it is a note of, in every script and after a space as well (jlreq:
// reference marks, cl-20, never begin a line). `run`: one that ends at the offset or holds it.
bool is_before_note_number(std::vector<StyleRun> const& runs, std::size_t run, std::size_t offset) {
  if (run < runs.size() && runs[run].range.end == offset) ++run;
  return run < runs.size() && !runs[run].reference.empty();
}

}  // namespace

std::vector<Opportunity> opportunities(StyledText const& text, Analysis const& analysis) {
  std::vector<Opportunity> out;
  out.reserve(analysis.breaks.size());
  std::size_t run = 0;
  for (text::LineBreak const& place : analysis.breaks) {
    bool const is_end = place.offset == text.utf8.size();
    if (place.mandatory || is_end) {
      out.push_back({.offset = place.offset, .penalty = 0, .forced = true, .soft_hyphen = false});
      continue;
    }
    // The language of the word before the break.
    while (run + 1 < text.runs.size() && text.runs[run].range.end < place.offset) ++run;
    std::string_view const language = text.runs.empty() ? text.language : text.runs[run].language;
    if (is_before_note_number(text.runs, run, place.offset)) continue;
    Surroundings const s = surroundings(text.utf8, place.offset);
    if (s.previous == U'\u00AD') {
      // Joined scripts take no hyphen (alreq); Uyghur alone does.
      bool const is_arabic = text::script_of(s.before_last) == text::script_tag("Arab");
      if (!is_arabic || text::primary_language(language) == "ug")
        out.push_back({.offset = place.offset, .penalty = 0, .forced = false, .soft_hyphen = true});
      continue;
    }
    std::int32_t const penalty = penalty_at(s, language);
    if (penalty != never)
      out.push_back({.offset = place.offset, .penalty = penalty, .forced = false, .soft_hyphen = false});
  }
  if (out.empty() || out.back().offset != text.utf8.size())
    out.push_back({.offset = text.utf8.size(), .penalty = 0, .forced = true, .soft_hyphen = false});
  return out;
}

}  // namespace ms::layout
