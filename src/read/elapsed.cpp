#include "read/elapsed.hpp"

#include "read/dates.hpp"
#include "read/lines.hpp"
#include "read/people.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

constexpr std::size_t longest_beside = 45;  ///< columns

/// From the first letter to the last, or nothing.
std::string_view letters_of(std::string_view text) {
  auto const is_letter = [](char32_t c) {
    return text::is_letter(c) || text::is_mark(c) || text::is_digit(c);
  };
  while (!text.empty() && !is_letter(text::code_point_at(text, 0).value))
    text.remove_prefix(text::code_point_at(text, 0).length);
  while (!text.empty() && !is_letter(text::code_point_before(text, text.size()).value))
    text.remove_suffix(text::code_point_before(text, text.size()).length);
  return text;
}

bool may_stand_beside(std::string_view rest, Vocabulary const& vocabulary) {
  rest = letters_of(rest);
  if (auto const time = time_in(rest))
    rest = letters_of(time->start == 0 ? rest.substr(time->end) : rest.substr(0, time->start));
  if (rest.empty()) return true;
  if (columns_of(rest) > longest_beside) return false;
  Labels const labels = vocabulary.labels(Key(rest));
  for (Word const word : {Word::section, Word::comments, Word::share, Word::reading_time})
    if (labels.is(word)) return true;
  for (Word const word : {Word::published, Word::updated})
    if (labels.opens(word)) return true;
  if (auto const names = labels.begins(Word::byline))
    return is_byline_names(base::slice(rest, *names), vocabulary);
  return is_only_names(rest, vocabulary);
}

/// "3 hours ago", and behind it what may stand beside it.
bool begins_elapsed(std::string_view line, Labels const& labels, Vocabulary const& vocabulary) {
  if (labels.is(Word::elapsed)) return true;
  auto const after = labels.begins(Word::elapsed);
  return after && may_stand_beside(base::slice(line, *after), vocabulary);
}

}  // namespace

bool tells_elapsed(std::string_view line, Labels const& labels, Vocabulary const& vocabulary) {
  if (begins_elapsed(line, labels, vocabulary)) return true;
  if (auto const before = labels.ends(Word::elapsed))
    return may_stand_beside(base::slice(line, *before), vocabulary);
  // "Updated 3 hours ago by Ana Lund"
  for (Word const word : {Word::published, Word::updated}) {
    auto const rest = labels.begins(word);
    if (!rest) continue;
    std::string_view const told = base::slice(line, *rest);
    if (columns_of(told) <= longest_beside + 25 &&
        begins_elapsed(told, vocabulary.labels(Key(told)), vocabulary))
      return true;
  }
  return false;
}

}  // namespace ms::read
