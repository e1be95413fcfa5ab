#include "layout/hyphen_places.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "text/tag.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::layout {
namespace {

using text::CodePointAt;
using text::script_tag;

// Fragments in letters (marks not counted) and the price of a hyphen; TeX's minima, a letter more after the
// hyphen where two look lost. 50 is the price in a language used to it.
struct Habit {
  std::string_view languages;
  std::size_t left, right, shortest_word;
  std::int32_t penalty;
};

Habit habit_of(std::string_view language) {
  static constexpr Habit habits[] = {
      {" de nl sv da nb nn no fi hu et is ", 2, 3, 5, 50},
      {" ru uk be bg sr mn el ", 2, 2, 5, 50},
      // Hindi and its relatives are seldom hyphenated in print; the four of the south, with long words, are.
      {" hi mr bn as gu pa or ", 2, 2, 4, 120},
      {" ta te kn ml ", 2, 2, 5, 60},
  };
  std::string const key = " " + std::string(text::primary_language(language)) + " ";
  for (Habit const& habit : habits)
    if (habit.languages.find(key) != habit.languages.npos) return habit;
  return {{}, 2, 3, 5, 60};
}

constexpr std::int32_t compound_bonus = 20;
constexpr std::int32_t short_fragment_penalty = 50;  ///< two letters before or after the hyphen
constexpr std::int32_t name_penalty = 40;            ///< capitalised where only names are
constexpr std::int32_t second_hyphen_penalty = 60;   ///< in a word that has a hyphen of its own

bool is_word_part(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return text::is_letter(c) || text::is_mark(c) || c == U'\u200C' || c == U'\u200D' || c == U'·';
}

bool is_blank(char32_t c) {
  return c == U' ' || text::is_white_space(c);
}

struct Token {
  bool skipped = false, has_hyphen = false;
};

// An address, a number, a word that says itself where it may be divided.
Token token_at(std::string_view token) {
  Token out;
  bool after_dot = false;
  for (CodePointAt c : text::code_points(token)) {
    if (c.value == U'@' || c.value == U'/' || c.value == U'\\' || c.value == U'_' || c.value == U'=' ||
        c.value == U'#' || c.value == U'\u00AD')
      out.skipped = true;
    if (c.value < 0x80 ? c.value >= '0' && c.value <= '9' : text::is_digit(c.value)) out.skipped = true;
    if (c.value == U'-' || c.value == U'\u2010' || c.value == U'\u2011') out.has_hyphen = true;
    // example.org
    if (after_dot && is_word_part(c.value)) out.skipped = true;
    after_dot = c.value == U'.' && c.offset > 0;
  }
  return out;
}

struct WordForm {
  std::size_t letters = 0;
  bool capitalised = false, capitals_inside = false;
};

WordForm form_of(std::string_view word) {
  WordForm out;
  for (CodePointAt c : text::code_points(word)) {
    if (text::is_mark(c.value)) continue;
    if (text::is_upper(c.value)) (c.offset == 0 ? out.capitalised : out.capitals_inside) = true;
    ++out.letters;
  }
  return out;
}

std::size_t letters_in(std::string_view text) {
  std::size_t count = 0;
  for (CodePointAt c : text::code_points(text))
    if (!text::is_mark(c.value)) ++count;
  return count;
}

class Places {
 public:
  Places(StyledText const& text, Hyphenators& hyphenators) : text_(text), hyphenators_(hyphenators) {}

  std::vector<HyphenPlace> find() {
    std::string_view const utf8 = text_.utf8;
    std::size_t start = 0;
    for (CodePointAt c : text::code_points(utf8)) {
      if (!is_blank(c.value)) continue;
      add_token({start, c.offset});
      start = c.end();
    }
    add_token({start, utf8.size()});
    return std::move(out_);
  }

 private:
  void add_token(Range token) {
    // No word is hyphenated that could not be divided into two letters and two.
    if (token.length() < 4) return;
    Token const kind = token_at(base::slice(text_.utf8, token));
    if (kind.skipped) return;
    std::string_view const utf8 = base::slice(text_.utf8, token);
    std::size_t start = 0;
    for (CodePointAt c : text::code_points(utf8)) {
      if (is_word_part(c.value)) continue;
      add_word({token.start + start, token.start + c.offset}, kind);
      start = c.end();
    }
    add_word({token.start + start, token.end}, kind);
  }

  void choose_language(std::size_t offset) {
    if (!text_.runs.empty()) {
      while (run_ + 1 < text_.runs.size() && text_.runs[run_].range.end <= offset) ++run_;
      language_ = text_.runs[run_].language;
    } else {
      language_ = text_.language;
    }
    if (known_ && *known_ == language_) return;
    known_ = language_;
    hyphenator_ = hyphenators_.of(language_);
    habit_ = habit_of(language_);
    names_only_ = text::primary_language(language_) != "de" && text::primary_language(language_) != "lb";
  }

  void add_word(Range range, Token token) {
    std::string_view const word = base::slice(text_.utf8, range);
    // The patterns of libhyphen's files end at 100 letters; so does any word worth hyphenating.
    if (word.size() < 4 || word.size() > 200) return;
    choose_language(range.start);
    if (hyphenator_ == nullptr) return;
    WordForm const form = form_of(word);
    if (form.letters < habit_.shortest_word || form.capitals_inside) return;
    for (HyphenPoint const& point : hyphenators_.points(*hyphenator_, word)) {
      auto place = place_of(point, word);
      if (!place) continue;
      std::size_t const left = letters_in(word.substr(0, place->offset));
      std::size_t const right = form.letters - left;
      if (left < habit_.left || right < habit_.right) continue;
      place->penalty = habit_.penalty;
      if (point.compound) place->penalty -= compound_bonus;
      if (left < 3 || right < 3) place->penalty += short_fragment_penalty;
      if (form.capitalised && names_only_) place->penalty += name_penalty;
      if (token.has_hyphen) place->penalty += second_hyphen_penalty;
      place->offset += range.start;
      place->replaced = {place->replaced.start + range.start, place->replaced.end + range.start};
      out_.push_back(std::move(*place));
    }
  }

  // The line is cut where the next one begins with letters that are in the text anyway: Schiffahrt, drawn
  // Schiff-fahrt, is cut between the two f. Where no such place is, the point is left out (none of the
  // installed dictionaries has one).
  static std::optional<HyphenPlace> place_of(HyphenPoint const& point, std::string_view word) {
    HyphenPlace out;
    out.offset = point.offset;
    out.replaced = {point.offset, point.offset};
    if (point.replaced.is_empty()) return out;
    std::string_view const source = base::slice(word, point.replaced);
    if (!source.ends_with(point.after)) return {};
    out.offset = point.replaced.end - point.after.size();
    std::string_view const kept = word.substr(point.replaced.start, out.offset - point.replaced.start);
    if (kept == point.before) return out.replaced = {out.offset, out.offset}, out;
    if (kept.empty()) return {};
    out.replaced = {point.replaced.start, out.offset};
    out.before = point.before;
    return out;
  }

  StyledText const& text_;
  Hyphenators& hyphenators_;
  std::vector<HyphenPlace> out_;
  std::size_t run_ = 0;
  std::string_view language_;
  std::optional<std::string_view> known_;
  Hyphenator const* hyphenator_ = nullptr;
  Habit habit_{};
  bool names_only_ = false;
};

}  // namespace

std::vector<HyphenPlace> hyphen_places(StyledText const& text, Hyphenators& hyphenators) {
  if (!text.hyphenate) return {};
  return Places(text, hyphenators).find();
}

std::string hyphen_of(text::Script script, std::string_view language, bool has_true_hyphen) {
  if (script == script_tag("Armn")) return "\u058A";
  if (script == script_tag("Hebr")) return "\u05BE";
  if (script == script_tag("Cans")) return "\u1400";
  if (script == script_tag("Mong")) return "\u1806";
  if (script == script_tag("Arab") && text::primary_language(language) != "ug") return "";
  static constexpr text::Script without[] = {
      script_tag("Thai"), script_tag("Laoo"), script_tag("Khmr"), script_tag("Mymr"), script_tag("Tibt"),
      script_tag("Ethi"), script_tag("Hani"), script_tag("Hira"), script_tag("Kana"), script_tag("Hang"),
      script_tag("Bopo"), script_tag("Java"), script_tag("Bali")};
  if (std::find(std::begin(without), std::end(without), script) != std::end(without)) return "";
  return has_true_hyphen ? "\u2010" : "-";
}

}  // namespace ms::layout
