#include "read/furniture.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

constexpr std::size_t longest_line = 40, longest_head = 90;
/// Between two page numbers there are so many lines at least.
constexpr std::size_t shortest_page = 6;
/// "Page 3 of 2025" is a day: nobody copies so many pages.
constexpr int most_pages = 999;
/// A running head stands so near to the number.
constexpr std::size_t nearest = 2;

/// "Page 3 of 9" as its words and its numbers.
struct Numbered {
  std::string form;  ///< numbers as #
  std::vector<int> numbers;
  std::size_t letters = 0;
};

Numbered numbered_of(std::string_view line) {
  Numbered found;
  bool in_number = false;
  for (text::CodePointAt const c : text::code_points(line)) {
    if (text::is_digit(c.value)) {
      if (!in_number) {
        found.numbers.push_back(0);
        found.form += '#';
      }
      int& number = found.numbers.back();
      number = std::min(number * 10 + text::digit_value(c.value), 100000);
      in_number = true;
      continue;
    }
    in_number = false;
    found.letters += text::is_letter(c.value);
    text::append(found.form, c.value);
  }
  return found;
}

struct Occurrence {
  std::size_t line = 0;
  int number = 0, total = 0;
};

class Search {
 public:
  Search(std::string_view text, std::vector<Line> const& lines)
      : text_(text), lines_(lines), found_(lines.size()), is_number_(lines.size()) {}

  std::vector<bool> found() {
    std::unordered_map<std::string, std::vector<Occurrence>> by_form;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].columns > longest_head) continue;
      ++times_[visible(i)];
      if (lines_[i].digits == 0 || lines_[i].columns > longest_line) continue;
      Numbered numbered = numbered_of(visible(i));
      std::size_t const count = numbered.numbers.size();
      if ((count == 1 || count == 2) && numbered.letters <= 24)
        by_form[std::move(numbered.form)].push_back(
            {i, numbered.numbers.front(), count == 2 ? numbered.numbers.back() : 0});
    }
    for (auto const& [form, all] : by_form) find_numbers(all, form);
    if (has_numbers_) find_all_heads();
    return std::move(found_);
  }

 private:
  std::string_view visible(std::size_t i) const { return base::slice(text_, lines_[i].visible); }

  /// The longest stretch of one form that counts up by one, page by page.
  void find_numbers(std::vector<Occurrence> const& all, std::string const& form) {
    for (std::size_t start = 0; start < all.size();) {
      std::size_t end = start + 1;
      while (end < all.size() && all[end].number == all[end - 1].number + 1 &&
             all[end].total == all[start].total && all[end].line >= all[end - 1].line + shortest_page)
        ++end;
      if (is_counted(all, start, end, form))
        for (std::size_t i = start; i < end; ++i) {
          found_[all[i].line] = is_number_[all[i].line] = true;
          has_numbers_ = true;
        }
      start = end;
    }
  }

  /// Numbers of pages stand in the middle of sentences, tell how many there are, or stand beside a running
  /// head; those of chapters and articles do not.
  bool is_counted(std::vector<Occurrence> const& all, std::size_t start, std::size_t end,
                  std::string const& form) const {
    std::size_t const count = end - start;
    if (all[start].total > most_pages) return false;
    if (count >= 2 && all[start].total >= static_cast<int>(count) &&
        all[end - 1].number <= all[start].total && form.find('.') == std::string::npos)
      return true;
    if (count < 3) return false;
    std::size_t broken = 0, beside = 0;
    for (std::size_t i = start; i < end; ++i) {
      std::size_t const line = all[i].line;
      broken += line > 0 && lines_[line - 1].columns >= 20 && !lines_[line - 1].ends_sentence;
      beside += has_repeated_beside(line, count);
    }
    return broken * 2 >= count || beside + 1 >= count;
  }

  /// Does a line near by stand near the other numbers, too? It is enough that it is there as often.
  bool has_repeated_beside(std::size_t line, std::size_t count) const {
    for (std::size_t i = line - std::min(line, nearest); i < lines_.size() && i <= line + nearest; ++i) {
      if (i == line || lines_[i].columns > longest_head || lines_[i].letters < 3) continue;
      if (times_.at(visible(i)) + 1 >= count) return true;
    }
    return false;
  }

  void find_all_heads() {
    std::unordered_map<std::string, std::vector<std::size_t>> by_form;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (lines_[i].columns <= longest_head && !is_number_[i])
        by_form[numbered_of(visible(i)).form].push_back(i);
    for (auto const& [form, all] : by_form) find_heads(all);
  }

  void find_heads(std::vector<std::size_t> const& all) {
    if (all.size() < 3) return;
    std::size_t near = 0;
    for (std::size_t const line : all) near += is_near_number(line);
    // The first page often has no number.
    if (near + 1 < all.size() || near < 2) return;
    for (std::size_t const line : all)
      if (is_near_number(line)) found_[line] = true;
  }

  bool is_near_number(std::size_t line) const {
    for (std::size_t i = line - std::min(line, nearest); i < lines_.size() && i <= line + nearest; ++i)
      if (i != line && is_number_[i]) return true;
    return false;
  }

  std::string_view text_;
  std::vector<Line> const& lines_;
  std::vector<bool> found_, is_number_;
  bool has_numbers_ = false;
  std::unordered_map<std::string_view, std::size_t> times_;  ///< of every short line
};

}  // namespace

std::vector<bool> furniture_in(std::string_view text, std::vector<Line> const& lines) {
  return Search(text, lines).found();
}

}  // namespace ms::read
