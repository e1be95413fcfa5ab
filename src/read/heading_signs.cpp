#include "read/heading_signs.hpp"

#include <algorithm>

#include "read/lines.hpp"
#include "read/words.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

constexpr std::string_view pilcrow = "¶";
constexpr std::size_t longest_heading_line = 150;  ///< columns
constexpr std::size_t longest_button = 80;         ///< bytes: "[edit | edit source]"

/// What stands between the brackets at the end of the line; empty for none.
base::Range bracket_at_end(std::string_view line) {
  bool const is_wide = line.ends_with("］");
  if (!is_wide && !line.ends_with(']')) return {};
  std::string_view const open = is_wide ? "［" : "[";
  std::size_t const start = line.rfind(open);
  if (start == std::string_view::npos || line.size() - start > longest_button) return {};
  return {start, line.size()};
}

/// "[edit]", "[modifier | modifier le code]"
bool is_button(std::string_view bracket, Vocabulary const& vocabulary) {
  while (!bracket.empty()) {
    std::size_t const bar = std::min(bracket.find('|'), bracket.size());
    Key const key(bracket.substr(0, bar));
    std::string word = key.text();
    std::erase_if(word, [](char c) { return c == '[' || c == ']'; });
    if (!vocabulary.labels(Key(word)).is(Word::edit)) return false;
    bracket.remove_prefix(std::min(bar + 1, bracket.size()));
  }
  return true;
}

bool may_be_heading(std::string_view line) {
  if (line.empty() || columns_of(line) > longest_heading_line) return false;
  char32_t const last = text::code_point_before(line, line.size()).value;
  return !text::is_white_space(last) && !text::is_sentence_end(last);
}

/// Where the sign at the end of the line begins, blanks before it included; its size for none.
std::size_t start_of_sign(std::string_view line, Vocabulary const& vocabulary) {
  std::size_t start = line.size();
  if (line.ends_with(pilcrow)) {
    start -= pilcrow.size();
  } else {
    base::Range const bracket = bracket_at_end(line);
    if (bracket.is_empty() || !is_button(base::slice(line, bracket), vocabulary)) return line.size();
    start = bracket.start;
  }
  while (start > 0 && line[start - 1] == ' ') --start;
  return may_be_heading(line.substr(0, start)) ? start : line.size();
}

}  // namespace

text::Edits heading_sign_edits(std::string_view text) {
  text::Edits edits;
  Vocabulary const vocabulary = Vocabulary::of("mul");
  for (std::size_t start = 0; start < text.size();) {
    std::size_t const end = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, end - start);
    while (line.ends_with(' ')) line.remove_suffix(1);
    if (std::size_t const sign = start_of_sign(line, vocabulary); sign < line.size()) {
      text::Edit edit;
      edit.range = {start + sign, start + line.size()};
      edit.rules = {"heading.sign"};
      edit.kind = text::EditClass::remove;
      edit.confidence = 0.95;
      edit.evidence = "a button or a sign at a heading";
      edits.push_back(std::move(edit));
    }
    start = end + 1;
  }
  return edits;
}

bool is_heading_sign(std::string_view text) {
  for (text::CodePointAt const c : text::code_points(text))
    if (text::is_letter(c.value) || text::is_digit(c.value)) return false;
  return true;
}

}  // namespace ms::read
