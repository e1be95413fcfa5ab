#include <algorithm>

#include "read/article.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

/// More candidates than this are no pull quotes; longer ones are paragraphs; shorter ones are dialogue.
constexpr std::size_t most_tried = 24, longest = 300, shortest = 45, shortest_quoted = 30;

bool is_quote_mark(char32_t c) {
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A ||
         (c >= 0x300C && c <= 0x300F);
}

/// Without quotation marks and blanks at both ends.
base::Range inside(std::string_view line) {
  base::Range range{0, line.size()};
  auto const goes = [](char32_t c) { return is_quote_mark(c) || text::is_white_space(c); };
  while (!range.is_empty() && goes(text::code_point_at(line, range.start).value))
    range.start += text::code_point_at(line, range.start).length;
  while (!range.is_empty() && goes(text::code_point_before(line, range.end).value))
    range.end -= text::code_point_before(line, range.end).length;
  return range;
}

/// Does a sentence begin (end) at this place of a paragraph?
bool begins_sentence(std::string_view paragraph, std::size_t at) {
  while (at > 0) {
    text::CodePoint const c = text::code_point_before(paragraph, at);
    if (text::is_sentence_end(c.value) || c.value == ':' || c.value == 0xFF1A) return true;
    if (!is_quote_mark(c.value) && !text::is_white_space(c.value)) return false;
    if (is_quote_mark(c.value)) return true;  // what somebody said begins anywhere
    at -= c.length;
  }
  return true;
}

/// "… told us why," she said: what was said ends with a comma there.
bool ends_sentence(std::string_view paragraph, std::size_t end) {
  if (end >= paragraph.size()) return true;
  text::CodePoint const after = text::code_point_at(paragraph, end);
  if (text::is_sentence_end(after.value) || is_quote_mark(after.value)) return true;
  bool const is_comma = after.value == ',' || after.value == 0x60C || after.value == 0xFF0C;
  return is_comma && end + after.length < paragraph.size() &&
         is_quote_mark(text::code_point_at(paragraph, end + after.length).value);
}

/// Without the mark at the end of its sentence.
std::string_view without_end(std::string_view quote) {
  while (!quote.empty() && text::is_sentence_end(text::code_point_before(quote, quote.size()).value))
    quote.remove_suffix(text::code_point_before(quote, quote.size()).length);
  return quote;
}

class Search {
 public:
  explicit Search(Draft& draft) : draft_(draft) {}

  void find() {
    std::size_t tried = 0;
    for (std::size_t i = draft_.body + 1; i + 1 < draft_.body_end && tried < most_tried; ++i) {
      if (!may_be_pull_quote(i)) continue;
      ++tried;
      if (stands_in_paragraph(i))
        draft_.drop(i, "residue.pull-quote", 0.85, "it stands word for word in a paragraph of the text");
    }
  }

 private:
  /// A sentence or two that stand alone: the beginning of a text is no repetition, its end may be meant.
  bool may_be_pull_quote(std::size_t i) const {
    Unit const& unit = draft_.units()[i];
    if (!draft_.is_open(i) || unit.lines() > 1 || unit.shape.weight > longest) return false;
    std::string_view const line = draft_.visible(i);
    bool const is_quoted =
        inside(line).length() < line.size() && is_quote_mark(text::code_point_at(line, 0).value);
    // A line of a program or of data is no sentence.
    if (unit.shape.has_spaces_between_words && !unit.shape.is_wide && std::ranges::count(line, ' ') < 3)
      return false;
    return unit.shape.weight >= (is_quoted ? shortest_quoted : shortest) &&
           (is_quoted || unit.shape.ends_sentence);
  }

  bool stands_in_paragraph(std::size_t i) const {
    std::string_view const line = draft_.visible(i), quote = without_end(base::slice(line, inside(line)));
    for (std::size_t j = draft_.body; j < draft_.body_end; ++j) {
      Unit const& unit = draft_.units()[j];
      // A paragraph that says no more is a refrain.
      bool const says_more = unit.shape.weight * 2 >= draft_.units()[i].shape.weight * 3;
      if (j == i || !says_more || draft_.fates[j].kind == Fate::Kind::dropped) continue;
      std::string_view const paragraph = draft_.visible(j);
      std::size_t const at = paragraph.find(quote);
      if (at != std::string_view::npos && begins_sentence(paragraph, at) &&
          ends_sentence(paragraph, at + quote.size()))
        return true;
    }
    return false;
  }

  Draft& draft_;
};

}  // namespace

void find_pull_quotes(Draft& draft) {
  Search(draft).find();
}

}  // namespace ms::read
