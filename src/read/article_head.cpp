#include "read/article_head.hpp"

#include <algorithm>

#include "read/article.hpp"
#include "read/dates.hpp"
#include "read/lines.hpp"
#include "read/markers.hpp"
#include "read/writing.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

/// A head and the first paragraphs: enough to tell the language and whether text follows.
constexpr std::size_t most_bytes = 4 * 1024, most_lines = 30, least_lines = 4;
/// Between the headline and who wrote it there is a summary at most, and a line or two more.
constexpr std::size_t farthest = 3;

/// Up to a separator: below it there may be another article, in another language.
std::string_view beginning_of(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t line = 0; line < most_lines && end < text.size(); ++line) {
    std::size_t const stop = std::min(text.find('\n', end), text.size() - 1);
    bool const is_over = line >= least_lines && is_separator(text.substr(end, stop - end));
    if ((is_over || stop + 1 > most_bytes) && end > 0) break;
    end = stop + 1;
  }
  return text.substr(0, end);
}

std::size_t numbers_in(std::string_view text) {
  std::size_t numbers = 0;
  bool in_number = false;
  for (text::CodePointAt const c : text::code_points(text)) {
    bool const is_digit = text::is_digit(c.value);
    numbers += is_digit && !in_number;
    in_number = is_digit;
  }
  return numbers;
}

/// What stands in the line of the day beside the day and the names.
void look_beside(ArticleHead& head, std::string line, std::string_view language) {
  auto const erase = [&](std::string_view what) {
    std::size_t const at = what.empty() ? std::string::npos : line.find(what);
    if (at != std::string::npos) line.erase(at, what.size());
  };
  if (auto const date = date_in(line, Vocabulary::of(language), language))
    line.erase(date->range.start, date->range.length());
  for (std::string const& name : head.people) erase(name);
  erase(head.publisher);
  head.beside_numbers = numbers_in(line);
  head.beside_columns = columns_of(line);
}

base::Range range_of(Part const& part) {
  return {part.pieces.front().range.start, part.pieces.back().range.end};
}

}  // namespace

std::optional<ArticleHead> article_head_of(std::string_view text, Options const& options,
                                           normalise::Selection const& selection) {
  std::string_view const beginning = beginning_of(text);
  std::string const language = identified(beginning, {}, options).tag;
  Outline const outline = article_of(beginning, language, selection);
  auto const title = std::ranges::find(outline.parts, Role::title, &Part::role);
  if (title == outline.parts.end() || title - outline.parts.begin() > 1) return std::nullopt;
  bool const has_kicker = title != outline.parts.begin();
  if (has_kicker && outline.parts.front().role != Role::kicker) return std::nullopt;

  ArticleHead head;
  head.title = base::slice(beginning, range_of(*title));
  head.title_start = range_of(outline.parts.front()).start;
  for (doc::Person const& person : outline.facts.people) head.people.push_back(person.name);
  head.publisher = outline.facts.publisher;
  head.date = outline.facts.date;
  bool has_credit = false;
  for (auto part = title + 1; part != outline.parts.end(); ++part) {
    bool const is_credit = part->role == Role::byline || part->role == Role::date;
    // What stands further down is the head of another text, or of a comment.
    if (!is_credit && (has_credit || ++head.between > farthest)) break;
    if (!is_credit) continue;
    has_credit = true;
    base::Range const range = range_of(*part);
    head.credit_end = range.end;
    head.has_names = head.has_names || part->role == Role::byline ||
                     (!outline.byline.is_empty() && range.contains(outline.byline)) ||
                     !head.publisher.empty();
    if (part->role != Role::date) continue;
    head.has_date_line = true;
    look_beside(head, std::string(base::slice(beginning, range)), language);
  }
  return has_credit ? std::optional(std::move(head)) : std::nullopt;
}

bool look_alike(ArticleHead const& one, ArticleHead const& other) {
  constexpr std::size_t weekday = 14;  // columns: "Wednesday, " is longer than "Friday, "
  auto const [least, most] = std::minmax(one.beside_columns, other.beside_columns);
  return one.has_people() == other.has_people() && one.has_date() == other.has_date() &&
         one.between == other.between && one.beside_numbers == other.beside_numbers &&
         most - least <= weekday;
}

}  // namespace ms::read
