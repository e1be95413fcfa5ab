#include "read/credit.hpp"

#include <algorithm>

#include "read/lines.hpp"
#include "read/people.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

constexpr std::size_t longest = 200, longest_place = 25, most_beside_day = 30;

/// Marks that part who from when. A dash only with blanks around it.
std::size_t separator_at(std::string_view line, std::size_t at) {
  text::CodePoint const c = text::code_point_at(line, at);
  if (c.value == '|' || c.value == 0xFF5C || c.value == 0xB7 || c.value == 0x2022 || c.value == 0x25CF ||
      c.value == 0x2219 || c.value == 0x30FB || c.value == '\t')
    return c.length;
  bool const is_dash = c.value == '-' || c.value == 0x2013 || c.value == 0x2014 || c.value == '/';
  bool const is_parted =
      at > 0 && line[at - 1] == ' ' && at + c.length < line.size() && line[at + c.length] == ' ';
  if (is_dash && is_parted) return c.length;
  return line.substr(at).starts_with("  ") ? 2 : 0;
}

std::vector<base::Range> segments_of(std::string_view line) {
  std::vector<base::Range> segments;
  std::size_t start = 0;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t const length = separator_at(line, at);
    if (length > 0) {
      if (at > start) segments.push_back({start, at});
      start = at + length;
    }
    at += length > 0 ? length : text::code_point_at(line, at).length;
  }
  if (start < line.size()) segments.push_back({start, line.size()});
  return segments;
}

class CreditLine {
 public:
  CreditLine(std::string_view line, Vocabulary const& vocabulary, std::string_view language)
      : line_(line), vocabulary_(vocabulary), language_(language) {}

  Credit credit() {
    if (columns_of(line_) > longest) return {};
    std::vector<base::Range> const segments = segments_of(line_);
    segments_ = segments.size();
    for (base::Range const segment : segments) read(segment);
    credit_.is_credit = (credit_.date || has_byline_ || has_time_) && !has_strange_ &&
                        (unknown_ == 0 || (credit_.date && unknown_ <= longest_place));
    return std::move(credit_);
  }

 private:
  /// Names are often followed by an address of mail or a handle.
  base::Range without_address(base::Range range) const {
    for (;;) {
      std::string_view const segment = base::slice(line_, range);
      std::size_t const blank = segment.find_last_of(' ');
      if (blank == std::string_view::npos || segment.find('@', blank) == std::string_view::npos) return range;
      range.end = range.start + blank;
    }
  }

  void read(base::Range range) {
    range = without_address(range);
    std::string_view const segment = base::slice(line_, range);
    Labels const labels = vocabulary_.labels(Key(segment));
    if (columns_of(segment) <= 1 || labels.is(Word::reading_time) || labels.is(Word::comments) ||
        labels.is(Word::share) || labels.is(Word::section) || labels.is(Word::navigation) ||
        labels.is(Word::advert))
      return;
    if (read_day(range, segment, labels)) return;
    if (labels.is(Word::elapsed)) {
      has_time_ = true;
      return;
    }
    bool has_number = false;
    for (text::CodePointAt const c : text::code_points(segment))
      has_number = has_number || text::is_digit(c.value);
    if (has_number && columns_of(segment) <= 45 &&
        (labels.begins(Word::published) || labels.begins(Word::updated) || labels.ends(Word::updated))) {
      has_time_ = true;
      return;
    }
    std::optional<base::Range> rest = labels.begins(Word::byline);
    if (!rest) rest = labels.ends(Word::byline);
    has_byline_ = has_byline_ || (rest && is_byline_names(base::slice(segment, *rest), vocabulary_));
    if (rest && has_byline_) return add({range.start + rest->start, range.start + rest->end});
    // After "By Ana Lund |" other capitals are an office, a place, a paper.
    if (is_only_names(segment, vocabulary_) && (!has_byline_ || credit_.people.empty())) return add(range);
    // "By Ana Lund, in News, Business": a list of sections after the name, where the line has a day, too.
    if (rest && segments_ > 1) {
      std::string_view const who = base::slice(segment, *rest);
      std::size_t const comma = who.find(',');
      if (comma != std::string_view::npos && is_byline_names(who.substr(0, comma), vocabulary_))
        return add({range.start + rest->start, range.start + rest->start + comma});
    }
    if (time_in(segment) && columns_of(segment) <= 30) {
      has_time_ = true;
      return;
    }
    credit_.unknown = unknown_ == 0 ? range : base::Range{};
    unknown_ += columns_of(segment);
    has_strange_ = has_strange_ || columns_of(segment) > longest_place;
  }

  /// A day; what stands before it in the segment may be names: "Ana Lund, 3 May 2024".
  bool read_day(base::Range range, std::string_view segment, Labels const& labels) {
    std::optional<FoundDate> const date = date_in(segment, vocabulary_, language_);
    if (!date) return false;
    std::string_view const before = segment.substr(0, date->range.start),
                           after = segment.substr(date->range.end);
    std::size_t beside = columns_of(after);
    if (base::Range const names = names_after(after); !names.is_empty()) {
      std::size_t const start = range.start + date->range.end;
      add({start + names.start, start + names.end});
      beside = 0;
    }
    if (std::size_t const names = end_of_names(before); names > 0)
      add({range.start, range.start + names});
    else
      beside += columns_of(before);
    if (beside > most_beside_day + 20 || (beside > most_beside_day && !labels.begins(Word::published))) {
      has_strange_ = true;
      return true;
    }
    bool const is_update = labels.begins(Word::updated) && !labels.begins(Word::published);
    if (!credit_.date || (is_of_update_ && !is_update)) {
      credit_.date = FoundDate{date->iso, {range.start + date->range.start, range.start + date->range.end}};
      is_of_update_ = is_update;
    }
    return true;
  }

  /// How much of the text before a day is a byline; a word for "published" may stand at its end.
  std::size_t end_of_names(std::string_view before) const {
    std::size_t end = before.size();
    if (vocabulary_.labels(Key(before)).opens(Word::published)) return 0;  // "Posted on"
    for (text::CodePointAt const c : text::code_points(before)) {
      if (!text::is_white_space(c.value)) continue;
      if (vocabulary_.labels(Key(before.substr(c.end()))).opens(Word::published)) {
        end = c.offset;
        break;
      }
    }
    std::string_view const who = before.substr(0, end);
    std::optional<base::Range> const rest = vocabulary_.labels(Key(who)).begins(Word::byline);
    bool const is_byline = rest && is_byline_names(base::slice(who, *rest), vocabulary_);
    return is_byline || is_only_names(who, vocabulary_) ? end : 0;
  }

  /// "12 May 2025 by Ana Lund", "3 May 2024, 14:05 Ana Lund": from the word before the names to their end.
  base::Range names_after(std::string_view after) {
    std::size_t start = 0;
    if (auto const time = time_in(after)) start = time->end;
    while (start < after.size() && !text::is_letter(text::code_point_at(after, start).value))
      start += text::code_point_at(after, start).length;
    std::string_view const who = after.substr(start);
    if (is_only_names(who, vocabulary_) && columns_of(who) >= 8)
      return {start, after.size()};  // not "PM IST"
    std::optional<base::Range> const rest = vocabulary_.labels(Key(who)).begins(Word::byline);
    if (!rest) return {};
    // Names end where a small word comes: "in News".
    std::string_view const names = base::slice(who, *rest);
    for (std::size_t end = names.size(); end != std::string_view::npos && end > 0;
         end = names.find_last_of(' ', end - 1))
      if (is_only_names(names.substr(0, end), vocabulary_) ||
          (end == names.size() && is_byline_names(names, vocabulary_)))
        return {start, start + rest->start + end};
    return {};
  }

  void add(base::Range range) {
    std::string_view who = base::slice(line_, range);
    if (auto const rest = vocabulary_.labels(Key(who)).begins(Word::byline)) who = base::slice(who, *rest);
    std::vector<doc::Person> const people = people_in(who, vocabulary_);
    if (people.empty()) return;
    if (credit_.names.is_empty()) credit_.names = range;
    for (doc::Person const& person : people)
      if (std::ranges::find(credit_.people, person) == credit_.people.end()) credit_.people.push_back(person);
  }

  std::string_view line_;
  Vocabulary const& vocabulary_;
  std::string_view language_;
  Credit credit_;
  std::size_t segments_ = 0, unknown_ = 0;
  bool has_strange_ = false, has_byline_ = false, has_time_ = false, is_of_update_ = false;
};

}  // namespace

Credit credit_of(std::string_view line, Vocabulary const& vocabulary, std::string_view language) {
  return CreditLine(line, vocabulary, language).credit();
}

}  // namespace ms::read
