#include "read/wrap.hpp"

#include <algorithm>
#include <memory>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

constexpr std::size_t narrowest = 28, widest = 140;
constexpr std::size_t shortest_before_number = 45;  ///< columns of a line whose sentence may go on with one
constexpr std::size_t farthest_item = 60;           ///< lines

bool is_hangul(char32_t c) {
  return text::script_of(c) == text::script_tag("Hang");
}

/// Scripts that break lines between words without a space there.
bool is_southeast_asian(char32_t c) {
  text::Script const script = text::script_of(c);
  return script == text::script_tag("Thai") || script == text::script_tag("Laoo") ||
         script == text::script_tag("Khmr") || script == text::script_tag("Mymr") ||
         script == text::script_tag("Tibt");
}

/// Width of what would have had to fit: the first word, or the first character where there are no spaces.
std::size_t first_word_columns(std::string_view text, Line const& line) {
  std::string_view const all = base::slice(text, line.visible);
  std::size_t columns = 0;
  for (text::CodePointAt const c : text::code_points(all)) {
    if (text::is_white_space(c.value)) return columns;
    bool const is_wide = text::is_wide(c.value) && !is_hangul(c.value);
    if (is_wide) return std::max<std::size_t>(columns, 2);
    if (is_southeast_asian(c.value) && columns >= 8) return columns;
    columns += text::is_mark(c.value) || text::is_default_ignorable(c.value) ? 0 : 1;
    if (columns > 40) return columns;
  }
  return columns;
}

struct Pair {
  std::size_t line = 0;    ///< goes on in line + 1, perhaps
  std::size_t needed = 0;  ///< width the line would have had with the next word
};

bool is_list_marker(char32_t c) {
  return c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x25E6 || c == 0x2023 || c == 0x25A0 ||
         c == 0xB7 || c == '*';
}

/// "12. …", "3) …": the number, or -1.
int number_of_item(std::string_view text, Line const& line) {
  std::string_view const visible = base::slice(text, line.visible);
  std::size_t at = 0, digits = 0;
  int number = 0;
  while (at < visible.size() && digits < 4 && text::is_digit(text::code_point_at(visible, at).value)) {
    number = number * 10 + text::digit_value(text::code_point_at(visible, at).value);
    at += text::code_point_at(visible, at).length;
    ++digits;
  }
  bool const is_item = digits > 0 && digits < 4 && at + 1 < visible.size() &&
                       (visible[at] == '.' || visible[at] == ')') && visible[at + 1] == ' ';
  return is_item ? number : -1;
}

bool begins_bullet(std::string_view text, Line const& line) {
  std::string_view const visible = base::slice(text, line.visible);
  return is_list_marker(text::code_point_at(visible, 0).value) || visible.starts_with("- ") ||
         visible.starts_with(">");
}

/// The letters at the end (beginning) of a piece of text.
std::string last_letters(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0) {
    text::CodePoint const c = text::code_point_before(text, start);
    if (!text::is_letter(c.value) && !text::is_mark(c.value)) break;
    start -= c.length;
  }
  return std::string(text.substr(start));
}
std::string first_letters(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    text::CodePoint const c = text::code_point_at(text, end);
    if (!text::is_letter(c.value) && !text::is_mark(c.value)) break;
    end += c.length;
  }
  return std::string(text.substr(0, end));
}

constexpr std::string_view not_sign = "\xC2\xAC";

/// Bytes of a hyphen at the end. The sign ¬ is what some programs make of a soft hyphen.
std::size_t hyphen_at_end(std::string_view line) {
  if (line.ends_with('-')) return 1;
  if (line.ends_with(not_sign)) return not_sign.size();
  return line.ends_with("\xE2\x80\x90") ? 3 : 0;
}

}  // namespace

/// All words of the text in lower case, to prove that a hyphen at a line's end was not the author's. A word
/// with a hyphen inside of a line is one of them, and so is each of its parts.
class Joints::WordList {
 public:
  explicit WordList(std::string_view text) {
    std::string word, compound;
    auto const close = [&] {
      if (word.size() > 1) words_.push_back(text::folded(word));  // what is asked for has two letters
      word.clear();
    };
    for (text::CodePointAt const c : text::code_points(text)) {
      if (text::is_letter(c.value) || text::is_mark(c.value)) {
        text::append(word, c.value);
        text::append(compound, c.value);
        continue;
      }
      close();
      if (c.value == '-' || c.value == 0x2010) {
        compound += '-';
      } else {
        if (compound.find('-') != std::string::npos) words_.push_back(text::folded(compound));
        compound.clear();
      }
    }
    close();
    words_.push_back(text::folded(compound));
    std::ranges::sort(words_);
  }
  bool has(std::string_view word) const { return std::ranges::binary_search(words_, text::folded(word)); }
  /// The word itself, or with an ending: "internationals" proves "international".
  bool has_form_of(std::string_view word) const {
    constexpr std::size_t shortest = 7, longest_ending = 4;  // bytes
    std::string const key = text::folded(word);
    auto const found = std::ranges::lower_bound(words_, key);
    if (found == words_.end()) return false;
    if (*found == key) return true;
    return key.size() >= shortest && found->starts_with(key) &&
           found->size() <= key.size() + longest_ending && found->find('-') == std::string::npos;
  }

 private:
  std::vector<std::string> words_;  ///< sorted
};

Joints::Joints(std::string_view text, std::vector<Line> const& lines) : text_(text), lines_(lines) {}
Joints::~Joints() = default;

Wrap Joints::between(std::size_t line, std::size_t following, double confidence) {
  Wrap wrap;
  wrap.joins_next = true;
  wrap.confidence = confidence;
  std::string_view const here = base::slice(text_, lines_[line].visible),
                         next = base::slice(text_, lines_[following].visible);
  std::size_t const length = hyphen_at_end(here);
  base::Range const behind{lines_[line].visible.end, lines_[line].range.end};
  bool const has_soft_hyphen = base::slice(text_, behind).starts_with("\xC2\xAD");
  if (length > 0 || has_soft_hyphen) {
    std::string const head = last_letters(here.substr(0, here.size() - length)), tail = first_letters(next);
    if (!head.empty() && !tail.empty()) {
      if (words_ == nullptr) words_ = std::make_unique<WordList>(text_);
      // The hyphen may be the author's, who wrote it in the middle of a line, too.
      bool const is_proven = words_->has_form_of(head + tail) && !words_->has(head + "-" + tail);
      bool const is_one_word =
          has_soft_hyphen || (lines_[following].starts_lower && (is_proven || here.ends_with(not_sign)));
      wrap.cut = is_one_word ? length : 0;
      return wrap;
    }
    if (!head.empty()) return wrap;
  }
  wrap.between = joint(text::code_point_before(here, here.size()).value, text::code_point_at(next, 0).value);
  return wrap;
}

namespace {

class Wrapping {
 public:
  Wrapping(std::string_view text, std::vector<Line> const& lines, std::vector<bool> const& barrier)
      : text_(text), lines_(lines), barrier_(barrier), wraps_(lines.size()), joints_(text, lines) {}

  std::vector<Wrap> result() {
    find_pairs();
    if (pairs_.size() >= 2 && find_width()) join();
    join_hyphens();
    return std::move(wraps_);
  }

 private:
  bool may_join(std::size_t i) const {
    return i + 1 < lines_.size() && lines_[i + 1].blank_before == 0 && !barrier_[i] && !barrier_[i + 1] &&
           lines_[i].letters > 0 && lines_[i + 1].letters + lines_[i + 1].digits > 0 &&
           !begins_bullet(text_, lines_[i + 1]) && !begins_item(i + 1);
  }

  /// Not "… under section" and "7. This …" below it: the number does not follow that of an item above.
  bool begins_item(std::size_t i) const {
    int const number = number_of_item(text_, lines_[i]);
    if (number < 0 || i == 0) return number >= 0;
    Line const& above = lines_[i - 1];
    if (above.ends_sentence || above.ends_clause || above.columns < shortest_before_number) return true;
    for (std::size_t j = i; j-- > i - std::min(i, farthest_item);)
      if (int const last = number_of_item(text_, lines_[j]); last >= 0) return number == last + 1;
    return number <= 1;
  }

  void find_pairs() {
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i)
      if (may_join(i))
        pairs_.push_back({i, lines_[i].columns + 1 + first_word_columns(text_, lines_[i + 1])});
  }

  /// The width the lines were broken at, if most of them could not have taken the next word.
  bool find_width() {
    std::vector<std::size_t> widths;
    std::size_t last = lines_.size();
    for (Pair const& pair : pairs_) {
      if (pair.line != last) widths.push_back(lines_[pair.line].columns);
      last = pair.line + 1;
      widths.push_back(lines_[last].columns);
    }
    std::ranges::sort(widths);
    // A few lines may be longer than the width (an address that could not be broken).
    width_ = widths[widths.size() - 1 - widths.size() / 20];
    if (width_ < narrowest || width_ > widest) return false;
    // Where paragraphs are long lines, the few short ones are a headline, its subtitle, a caption.
    std::size_t in_pairs = 0, in_long = 0;
    for (std::size_t const width : widths) in_pairs += width;
    for (Line const& line : lines_) in_long += line.columns > widest ? line.columns : 0;
    if (in_long > in_pairs) return false;
    std::size_t full = 0, nearly = 0, goes_on = 0;
    for (Pair const& pair : pairs_) {
      full += pair.needed > width_;
      nearly += pair.needed + width_ / 8 > width_;
      goes_on += !lines_[pair.line].ends_sentence;
    }
    // Most lines of wrapped prose end within a sentence; one paragraph a line does not.
    if (goes_on * 2 < pairs_.size()) return false;
    is_exact_ = full * 10 >= pairs_.size() * 8;
    return is_exact_ || (pairs_.size() >= 4 && nearly * 10 >= pairs_.size() * 7);
  }

  void join() {
    std::size_t const slack = is_exact_ ? 0 : width_ / 8;
    for (Pair const& pair : pairs_) {
      Line const& line = lines_[pair.line];
      bool const has_room = pair.needed + slack <= width_;
      bool const ends_early = line.columns * 10 < width_ * 7;
      // The first line of a text may be its headline.
      bool const is_headline = is_exact_ && pair.line == 0;
      bool const may_go_on = lines_[pair.line + 1].starts_lower || (!line.ends_sentence && !is_headline);
      bool const is_end = has_room && (ends_early || !may_go_on);
      // A new paragraph of prose without blank lines begins with an indent.
      bool const is_indented = lines_[pair.line + 1].indent >= line.indent + 2 && line.ends_sentence;
      if (is_end || is_indented) continue;
      connect(pair.line, is_exact_ ? 0.95 : 0.8);
    }
  }

  /// A hyphen at the end of a line and a small letter at the start of the next go together at any width.
  void join_hyphens() {
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (wraps_[i].joins_next || !may_join(i) || !lines_[i + 1].starts_lower) continue;
      std::string_view const line = base::slice(text_, lines_[i].visible);
      std::size_t const length = hyphen_at_end(line);
      if (length > 0 && !last_letters(line.substr(0, line.size() - length)).empty()) connect(i, 0.8);
    }
  }

  void connect(std::size_t i, double confidence) { wraps_[i] = joints_.between(i, i + 1, confidence); }

  std::string_view text_;
  std::vector<Line> const& lines_;
  std::vector<bool> const& barrier_;
  std::vector<Wrap> wraps_;
  std::vector<Pair> pairs_;
  Joints joints_;
  std::size_t width_ = 0;
  bool is_exact_ = false;
};

}  // namespace

std::string_view joint(char32_t before, char32_t after) {
  if (before == 0x200B || after == 0x200B) return {};
  bool const both_wide =
      text::is_wide(before) && text::is_wide(after) && !is_hangul(before) && !is_hangul(after);
  bool const both_unspaced = is_southeast_asian(before) && is_southeast_asian(after);
  return both_wide || both_unspaced ? std::string_view() : std::string_view(" ");
}

std::vector<Wrap> wraps_of(std::string_view text, std::vector<Line> const& lines,
                           std::vector<bool> const& barrier) {
  return Wrapping(text, lines, barrier).result();
}

}  // namespace ms::read
