#include <algorithm>

#include "read/article.hpp"
#include "read/credit.hpp"
#include "read/dates.hpp"
#include "read/headline.hpp"
#include "read/people.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

constexpr std::size_t longest_head = 14;  ///< units before the text that may be headline, byline and the like
constexpr std::size_t farthest_line = 256;  ///< units below the start that may be byline or date
constexpr std::size_t longest_byline = 90;  ///< columns
constexpr std::size_t longest_date_line = 120;

class Head {
 public:
  explicit Head(Draft& draft) : draft_(draft) {}

  void find() {
    find_limits();
    std::size_t const first = draft_.headline.value_or(draft_.start);
    for (std::size_t i = first; i < far_limit_; ++i)
      if (draft_.is_open(i) && draft_.headline != i) find_lines_with_words(i);
    // Above the headline there may be the day, too, but it may be today's.
    for (std::size_t i = first; i-- > draft_.start;)
      if (draft_.is_open(i)) find_lines_with_words(i);
    find_title();
    find_bare_byline();
    find_late_lines();
    find_standfirst();
  }

 private:
  Unit const& unit(std::size_t i) const { return draft_.units()[i]; }

  /// Bylines and dates stand before the second paragraph of running text; below two summaries only lines
  /// whose words say what they are.
  void find_limits() {
    std::size_t prose = 0;
    for (limit_ = draft_.start; limit_ < draft_.units().size(); ++limit_) {
      prose += is_prose(unit(limit_)) && !(draft_.is_page && limit_ <= draft_.body);
      if (prose == 2 || limit_ >= draft_.body + 8) break;
    }
    limit_ = std::min(
        {limit_, std::max(draft_.body, draft_.start + longest_head) + 8, draft_.start + farthest_line});
    far_limit_ = limit_;
    if (prose < 2) return;
    for (std::size_t i = limit_ + 1; i < std::min(limit_ + 5, draft_.units().size()) && !is_prose(unit(i));
         ++i) {
      Labels const& labels = unit(i).labels;
      if (unit(i).shape.columns <= longest_date_line && labels.begins(Word::published)) far_limit_ = i + 1;
    }
  }

  base::Range in_text(std::size_t i, base::Range rest) const {
    std::size_t const start = unit(i).shape.visible.start;
    return {start + rest.start, start + rest.end};
  }

  void find_lines_with_words(std::size_t i) {
    Unit const& one = unit(i);
    if (!one.is_labelled || one.lines() > 1) return;
    if (find_credit(i) || find_date(i)) return;
    find_byline_of_two_lines(i);
    if (!draft_.is_open(i)) return;
    // Below the first paragraph there must be more of the article, or it is a line at its end.
    if (i > draft_.body && i >= draft_.body_end) return;
    if (one.shape.columns > longest_byline || (one.shape.ends_with_stop && one.shape.weight > 40)) return;
    std::string_view const line = draft_.visible(i);
    constexpr std::pair<Word, doc::Role> kinds[] = {{Word::editor, doc::Role::editor},
                                                    {Word::translator, doc::Role::translator},
                                                    {Word::byline, doc::Role::author}};
    for (auto const& [word, role] : kinds) {
      std::optional<base::Range> rest = one.labels.begins(word);
      if (!rest) rest = one.labels.ends(word);
      if (!rest) continue;
      std::vector<doc::Person> const people = people_in(base::slice(line, *rest), *draft_.vocabulary, role);
      if (people.empty() || !(is_all_names(base::slice(line, *rest), people) ||
                              is_byline_names(base::slice(line, *rest), *draft_.vocabulary)))
        continue;
      add_people(people);
      set_byline(i, one.shape.visible);
      return;
    }
  }

  /// Who and when in one line, in any order.
  bool find_credit(std::size_t i) {
    Unit const& one = unit(i);
    if (one.shape.has_sentence_inside || one.labels.begins(Word::photo) || one.labels.begins(Word::source))
      return false;
    Credit credit = credit_of(draft_.visible(i), *draft_.vocabulary, draft_.language);
    if (!credit.is_credit || !draft_.byline.is_empty()) return false;
    std::string_view const unknown = trimmed(base::slice(draft_.visible(i), credit.unknown));
    if (credit.people.empty() && credit.date && is_bare_name(i, unknown)) {
      credit.names = credit.unknown;
      credit.people = {{std::string(unknown), doc::Role::author}};
    }
    if (credit.people.empty()) return false;
    if (!credit.date) {
      // "Ana Lund | Published 2 hours ago"
      if (credit.names.length() + 4 > draft_.visible(i).size()) return false;
      add_people(credit.people);
      set_byline(i, one.shape.visible);
      return true;
    }
    if (!draft_.date_line.is_empty()) return false;
    add_people(credit.people);
    draft_.keep(i, Role::date);
    draft_.facts.date = credit.date->iso;
    std::size_t const start = one.shape.visible.start;
    // As they are printed, each a line of its own, when one stands before the other.
    bool const is_byline_first = credit.names.start == 0 && credit.names.end <= credit.date->range.start;
    draft_.byline =
        is_byline_first ? in_text(i, trimmed_range(draft_.visible(i), credit.names)) : one.shape.visible;
    draft_.date_line = is_byline_first ? base::Range{start + credit.date->range.start, one.shape.visible.end}
                                       : one.shape.visible;
    last_line_ = std::max(last_line_, i);
    find_publisher(i);
    return true;
  }

  static std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
  }

  /// Without blanks and marks at its end.
  static base::Range trimmed_range(std::string_view line, base::Range range) {
    while (range.end > range.start && !text::is_letter(text::code_point_before(line, range.end).value) &&
           !text::is_mark(text::code_point_before(line, range.end).value))
      range.end -= text::code_point_before(line, range.end).length;
    return range;
  }

  /// "By" in a line of its own, and the names in the next.
  void find_byline_of_two_lines(std::size_t i) {
    if (!unit(i).labels.opens(Word::byline) || i + 1 >= draft_.units().size() || !draft_.is_open(i + 1))
      return;
    Unit const& next = unit(i + 1);
    if (!next.is_labelled || next.lines() > 1 || next.shape.columns > longest_byline) return;
    std::string_view const line = draft_.visible(i + 1);
    std::optional<base::Range> const rest = next.labels.begins(Word::byline);
    std::string_view const names = rest ? base::slice(line, *rest) : line;
    if (!is_byline_names(names, *draft_.vocabulary)) return;
    if (!draft_.drop(i, "meta.byline", 0.9, "the word before the names in the next line",
                     text::EditClass::move))
      return;
    add_people(people_in(names, *draft_.vocabulary));
    set_byline(i + 1, next.shape.visible);
    find_more_names(i + 2);
  }

  /// "and" in a line of its own and another name, or another name at once.
  void find_more_names(std::size_t i) {
    for (; i < draft_.units().size() && draft_.is_open(i) && unit(i).lines() == 1; ++i) {
      std::string_view const line = draft_.visible(i);
      std::string const between = " " + text::folded(line) + " ";
      std::vector<std::string> const& joins = draft_.vocabulary->conjunctions();
      if (std::ranges::find(joins, between) != joins.end()) {
        draft_.drop(i, "meta.byline", 0.9, "a word between names", text::EditClass::move);
        continue;
      }
      if (unit(i).shape.columns > longest_byline || !is_only_names(line, *draft_.vocabulary)) return;
      add_people(people_in(line, *draft_.vocabulary));
      set_byline(i, unit(i).shape.visible);
    }
  }

  /// Most of a byline is names; "By road the trip is shorter" is not.
  static bool is_all_names(std::string_view rest, std::vector<doc::Person> const& people) {
    std::size_t names = 0;
    for (doc::Person const& person : people) names += person.name.size();
    return names * 5 >= rest.size() * 2;
  }

  void add_people(std::vector<doc::Person> const& people) {
    for (doc::Person const& person : people)
      if (std::ranges::find(draft_.facts.people, person) == draft_.facts.people.end())
        draft_.facts.people.push_back(person);
  }

  void set_byline(std::size_t i, base::Range range) {
    draft_.keep(i, Role::byline);
    if (draft_.byline.is_empty()) draft_.byline = range;
    last_line_ = std::max(last_line_, i);
  }

  /// What is left of a line beside its date is little: a weekday, a time, a place, who published it.
  bool find_date(std::size_t i) {
    Unit const& one = unit(i);
    std::string_view const line = draft_.visible(i);
    bool const may_have_day = one.shape.digits > 0 || line.find("月") != std::string_view::npos;
    if (!may_have_day || one.shape.columns > longest_date_line || one.shape.has_sentence_inside) return false;
    bool const is_update = one.labels.begins(Word::updated) || one.labels.ends(Word::updated);
    std::optional<FoundDate> const date = first_published(line);
    if (!date) {
      // "Updated 14:05": a time without a day.
      if (is_update && time_in(line) && one.shape.columns < 60) {
        draft_.drop(i, "meta.updated", 0.95, "when the page was changed", text::EditClass::move);
        return true;
      }
      return find_time(i);
    }
    std::string_view const before = line.substr(0, date->range.start), after = line.substr(date->range.end);
    std::size_t const beside = columns_of(before) + columns_of(after);
    // The same day once more.
    bool const is_again = !draft_.date_line.is_empty() && base::slice(draft_.text, draft_.date_line) == line;
    if ((draft_.is_page || is_again) && draft_.facts.date == date->iso && beside <= 20) {
      draft_.drop(i, "meta.updated", 0.9, "the day once more", text::EditClass::move);
      return true;
    }
    bool const is_sentence = one.shape.ends_with_stop && one.shape.weight > 45;
    if (beside > 75 || is_sentence || (one.labels.begins(Word::photo) && !one.labels.begins(Word::published)))
      return false;
    if (is_update && !draft_.facts.date.empty()) {
      draft_.drop(i, "meta.updated", 0.95, "when the page was changed", text::EditClass::move);
      return true;
    }
    if (changed_ && !is_update) {
      // The day of a change stood first: "Updated 14 May" above "12 May".
      draft_.fates[*changed_] = {};
      draft_.drop(*changed_, "meta.updated", 0.95, "when the page was changed", text::EditClass::move);
      draft_.date_line = {};
      changed_.reset();
    }
    if (!draft_.date_line.is_empty()) return false;
    if (is_update && !one.labels.has(Word::published)) changed_ = i;
    draft_.keep(i, Role::date);
    draft_.date_line = one.shape.visible;
    draft_.facts.date = date->iso;
    last_line_ = std::max(last_line_, i);
    find_byline_before_date(i, before);
    find_publisher(i);
    return true;
  }

  /// "14:05 Uhr" in a line of its own below the day
  bool find_time(std::size_t i) {
    std::string_view const line = draft_.visible(i);
    std::optional<base::Range> const time = time_in(line);
    bool const is_below_day =
        i > 0 && draft_.fates[i - 1].kind == Fate::Kind::kept && draft_.fates[i - 1].role == Role::date;
    if (!time || !is_below_day || columns_of(line) > columns_of(base::slice(line, *time)) + 12) return false;
    draft_.keep(i, Role::date);
    last_line_ = std::max(last_line_, i);
    return true;
  }

  /// The day it came out where that of a change stands before it: "Updated 4 May 2024 | Published 3 May
  /// 2024".
  std::optional<FoundDate> first_published(std::string_view line) const {
    std::optional<FoundDate> const first = date_in(line, *draft_.vocabulary, draft_.language);
    if (!first || !draft_.vocabulary->labels(Key(line)).begins(Word::updated)) return first;
    std::size_t start = first->range.end;
    for (text::CodePointAt const c : text::code_points(line.substr(first->range.end))) {
      start = first->range.end + c.offset;
      bool const begins_word =
          text::is_letter(c.value) && !text::is_letter(text::code_point_before(line, start).value);
      if (!begins_word) continue;
      std::string_view const rest = line.substr(start);
      if (!draft_.vocabulary->labels(Key(rest)).begins(Word::published)) continue;
      if (auto second = date_in(rest, *draft_.vocabulary, draft_.language)) {
        second->range = {second->range.start + start, second->range.end + start};
        return second;
      }
    }
    return first;
  }

  /// "Stefan Trunzik, 26.04.2024 10:00 Uhr"
  void find_byline_before_date(std::size_t i, std::string_view before) {
    Labels const labels = draft_.vocabulary->labels(Key(before));
    std::optional<base::Range> const rest = labels.begins(Word::byline);
    std::string_view const names = rest ? base::slice(before, *rest) : before;
    if (!rest && !is_only_names(names, *draft_.vocabulary)) return;
    std::vector<doc::Person> const people = people_in(names, *draft_.vocabulary);
    if (people.empty()) return;
    add_people(people);
    std::size_t const start = unit(i).shape.visible.start;
    std::size_t end = start + before.size();
    while (end > start && !text::is_letter(text::code_point_before(draft_.text, end).value))
      end -= text::code_point_before(draft_.text, end).length;
    draft_.byline = {start, end};
    std::size_t date_start = start + before.size();
    draft_.date_line = {date_start, unit(i).shape.visible.end};
  }

  /// "2026年03月02日 08:17 来源：青芦晚报"
  void find_publisher(std::size_t i) {
    std::string_view const line = draft_.visible(i);
    for (std::size_t at = line.find(' '); at != std::string_view::npos; at = line.find(' ', at + 1)) {
      std::string_view const tail = line.substr(at + 1);
      if (auto const rest = draft_.vocabulary->labels(Key(tail)).begins(Word::source)) {
        std::string_view const name = base::slice(tail, *rest);
        if (columns_of(name) <= 40 && name.find("://") == std::string_view::npos)
          draft_.facts.publisher = name;
        return;
      }
    }
  }

  bool may_be_title(std::size_t i) const {
    Unit const& one = unit(i);
    // The shorter, the more it must stand alone: "On rye".
    std::size_t const shortest = i == 0 && one.shape.blank_after > 0 ? 3 : 6;
    if (!draft_.is_open(i) || one.shape.letters < 2 || one.shape.weight < shortest || one.shape.columns > 220)
      return false;
    std::optional<base::Range> const related = one.labels.begins(Word::related);
    if (one.labels.has(Word::source) || one.labels.begins(Word::photo) ||
        (related && draft_.has_colon_before(i, *related)) || one.labels.is(Word::related) ||
        one.labels.has(Word::rights) || one.labels.is(Word::navigation) || one.labels.is(Word::cookie) ||
        one.labels.is(Word::most_read))
      return false;
    std::string_view const line = draft_.visible(i);
    if (line.find("://") != std::string_view::npos || line.front() == '>') return false;
    return !one.shape.ends_clause && !one.shape.has_sentence_inside;
  }

  /// Three lines or more without a blank line between them, below one.
  bool has_stanza_below(std::size_t i) const {
    constexpr std::size_t shortest = 3;
    std::size_t end = i + 1;
    while (end < draft_.units().size() && end - i <= shortest &&
           (end == i + 1 || unit(end).shape.blank_before == 0))
      ++end;
    return unit(i).shape.blank_after > 0 && end - i > shortest;
  }

  /// Is there an article below, for which the unit could be the headline?
  bool has_text_below(std::size_t i) const {
    if (has_stanza_below(i)) return true;
    for (std::size_t j = i + 1; j < draft_.units().size(); ++j) {
      if (is_prose(unit(j)) ||
          (unit(j).shape.weight >= 40 && unit(j).shape.weight * 2 >= unit(i).shape.weight * 5))
        return true;
      bool const is_parted = unit(i).shape.blank_after > 0;
      if (is_sentence(unit(j)) && unit(j).shape.weight >= (is_parted ? 15 : 30) &&
          unit(j).shape.weight > unit(i).shape.weight / 2)
        return true;
    }
    return false;
  }

  void find_title() {
    if (draft_.headline) {
      set_title(*draft_.headline);
      return;
    }
    std::size_t const last = std::min(draft_.units().size(), std::max(draft_.body, last_line_) + 1);
    std::size_t first = draft_.units().size();
    for (std::size_t i = draft_.start; i < last && i < draft_.start + longest_head; ++i) {
      if (!draft_.is_open(i)) continue;
      first = i;
      break;
    }
    if (first == draft_.units().size() || !may_be_title(first) || !has_text_below(first)) return;
    bool const has_kicker = is_kicker(first);
    std::size_t title = has_kicker ? first + 1 : first;
    bool const is_release = !has_kicker && unit(first).labels.is(Word::release);
    if (is_release) title = title_below(first).value_or(first);
    bool const is_long =
        unit(title).shape.columns > 170 || (is_prose(unit(title)) && unit(title).shape.ends_with_stop);
    // A first sentence with a full stop is a headline only when a byline or date follows, or much longer
    // text.
    bool const has_line_below = last_line_ > title && last_line_ <= title + 6;
    std::size_t longest = 0;
    for (std::size_t j = title + 1; j < draft_.units().size() && j < title + 6; ++j)
      longest = std::max(longest, unit(j).shape.weight);
    if (is_long ||
        (unit(title).shape.ends_with_stop && !has_line_below && longest < 3 * unit(title).shape.weight))
      return;
    if (title > first) {
      draft_.keep(first, Role::kicker);
      if (!is_release) draft_.facts.section = std::string(draft_.visible(first));
    }
    set_title(title);
  }

  /// Below "Press release", perhaps with whom to ask in between: the first line with text right below it, or
  /// below its subtitle.
  std::optional<std::size_t> title_below(std::size_t label) const {
    for (std::size_t i = label + 1; i < std::min(draft_.units().size(), label + longest_head); ++i) {
      if (is_prose(unit(i))) return std::nullopt;
      bool const is_above_text = (i + 1 < draft_.units().size() && is_prose(unit(i + 1))) ||
                                 (i + 2 < draft_.units().size() && is_prose(unit(i + 2)));
      if (draft_.is_open(i) && may_be_title(i) && is_above_text && unit(i).lines() == 1) return i;
    }
    return std::nullopt;
  }

  void set_title(std::size_t i) {
    draft_.keep(i, Role::title);
    title_ = i;
    has_title_ = true;
    if (unit(i).lines() > 1) return;
    std::size_t kicker = end_of_kicker(draft_.visible(i), *draft_.vocabulary);
    if (kicker == 0) kicker = end_of_proved_section(i);
    if (kicker == 0) return;
    draft_.title_start = unit(i).shape.visible.start + kicker;
    if (draft_.facts.section.empty())
      draft_.facts.section = draft_.visible(i).substr(0, kicker_name(kicker, i));
  }

  /// The line above says the same without the name of the section.
  std::size_t end_of_proved_section(std::size_t i) const {
    std::size_t const end = end_of_section(draft_.visible(i), *draft_.vocabulary);
    if (end == 0 || i == 0 || !unit(i - 1).is_labelled) return 0;
    std::string_view const above = draft_.visible(i - 1), line = draft_.visible(i);
    bool const has_section = above.find(line.substr(0, end - 1)) != std::string_view::npos;
    return !has_section && shared_words(above, line.substr(end)) >= 0.4 ? end : 0;
  }

  /// Without the blanks and marks after it.
  std::size_t kicker_name(std::size_t kicker, std::size_t i) const {
    return trimmed_range(draft_.visible(i), {0, kicker}).end;
  }

  /// A short line above the headline: the name of a section, or a word in capitals.
  bool is_kicker(std::size_t i) const {
    if (i + 1 >= draft_.units().size() || !may_be_title(i + 1) || !has_text_below(i + 1) ||
        is_prose(unit(i + 1)))
      return false;
    Unit const &one = unit(i), &next = unit(i + 1);
    bool const is_short = one.shape.columns <= 30 && next.shape.columns >= 2 * one.shape.columns;
    bool const is_name = one.labels.is(Word::section) || (one.shape.is_upper && !next.shape.is_upper);
    return is_short && is_name && next.shape.columns >= 20;
  }

  /// A line of names between headline and text, near the date: "Sarah Whitcombe".
  void find_bare_byline() {
    if (!has_title_ || !draft_.byline.is_empty()) return;
    for (std::size_t i = title_ + 1; i < far_limit_; ++i) {
      if (!draft_.is_open(i) || unit(i).lines() > 1 || unit(i).shape.columns > 90) continue;
      std::string_view const line = draft_.visible(i);
      bool const is_at_place = is_near_date(i) || (i < draft_.body && is_above_task(i));
      bool const is_bare = is_beside_date(i) && is_bare_name(i, line);
      if (!is_at_place || !(is_bare || is_only_names(line, *draft_.vocabulary) || is_agency(line))) continue;
      if (is_bare || is_agency(line))
        add_people({{std::string(line), is_bare ? doc::Role::author : doc::Role::agency}});
      else
        add_people(people_in(line, *draft_.vocabulary));
      set_byline(i, unit(i).shape.visible);
      return;
    }
  }

  /// "Ana Lund", and in the next line "Correspondent in Athens".
  bool is_above_task(std::size_t i) const {
    if (i + 1 >= draft_.units().size()) return false;
    Unit const& next = unit(i + 1);
    return next.lines() == 1 && next.shape.columns <= 60 && !is_sentence(next) &&
           begins_with_task(draft_.visible(i + 1));
  }

  /// Where there are no capitals: neither words of pages, nor a place or a subject of the text.
  bool is_bare_name(std::size_t i, std::string_view line) const {
    return may_be_name(line) && !draft_.vocabulary->labels(Key(line)).is_any() && !is_printed_again(i) &&
           !is_spoken_of(line);
  }

  bool is_day_line(std::size_t i) const {
    Fate const& fate = draft_.fates[i];
    return (fate.kind == Fate::Kind::kept && fate.role == Role::date) ||
           (fate.kind == Fate::Kind::dropped && fate.rule == "meta.updated");
  }

  /// How many lines lie between the unit and the day, buttons not counted; more than `most` for far ones.
  std::size_t lines_to_date(std::size_t i, std::size_t most) const {
    for (bool const is_down : {false, true}) {
      std::size_t between = 0;
      for (std::size_t j = i; between <= most && (is_down ? j + 1 < draft_.fates.size() : j > title_);) {
        j = is_down ? j + 1 : j - 1;
        if (is_day_line(j)) return between;
        between += draft_.fates[j].kind != Fate::Kind::dropped;
      }
    }
    return most + 1;
  }

  bool is_near_date(std::size_t i) const { return !draft_.date_line.is_empty() && lines_to_date(i, 2) <= 2; }
  bool is_beside_date(std::size_t i) const {
    return !draft_.date_line.is_empty() && lines_to_date(i, 0) == 0;
  }

  /// Below the last sentence: who wrote it, and when, if the head does not say.
  void find_late_lines() {
    if (!draft_.is_page || !has_title_) return;
    std::size_t const end = std::min(draft_.units().size(), draft_.body_end + 3);
    for (std::size_t i = std::max(limit_, draft_.body_end - std::min<std::size_t>(draft_.body_end, 2));
         i < end; ++i) {
      Unit const& one = unit(i);
      if (!draft_.is_open(i) || one.lines() > 1 || one.shape.columns > 60 || !draft_.byline.is_empty())
        continue;
      std::string_view names = draft_.visible(i);
      bool is_names = i < draft_.body_end + 2 && one.shape.columns <= 40 && !one.labels.is_any() &&
                      !is_one_of_list(i) && !is_spoken_of(names) && is_only_names(names, *draft_.vocabulary);
      if (auto const rest = one.labels.begins(Word::byline)) {
        names = base::slice(names, *rest);
        is_names = is_byline_names(names, *draft_.vocabulary);
      }
      if (!is_names) continue;
      add_people(people_in(names, *draft_.vocabulary));
      draft_.keep(i, Role::byline);
      draft_.byline = one.shape.visible;
    }
    // A day near the headline or below the text that went with what is around it.
    if (!draft_.facts.date.empty()) return;
    std::size_t const first = title_ - std::min<std::size_t>(title_, 12);
    for (std::size_t i = title_; i-- > first && draft_.facts.date.empty();) note_day(i);
    for (std::size_t i =
             std::max(draft_.body + 1, draft_.body_end - std::min<std::size_t>(draft_.body_end, 3));
         i < std::min(draft_.units().size(), draft_.body_end + 6); ++i)
      if (draft_.facts.date.empty() && (i >= draft_.body_end || unit(i).shape.columns <= 40)) note_day(i);
  }

  /// Topics stand below each other, and buttons stand on a page twice.
  bool is_one_of_list(std::size_t i) const {
    auto const is_short = [&](std::size_t j) {
      return j < draft_.units().size() && !is_sentence(unit(j)) && unit(j).shape.weight < 40;
    };
    if (is_short(i + 1) && is_short(i + 2) && unit(i + 1).shape.blank_before == 0) return true;
    if (i > draft_.body && unit(i - 1).labels.has(Word::tags)) return true;
    return is_printed_again(i);
  }

  bool is_printed_again(std::size_t i) const {
    for (std::size_t j = i + 1; j < std::min(i + 8, draft_.units().size()); ++j)
      if (draft_.visible(j) == draft_.visible(i)) return true;
    return false;
  }

  /// Whose name stands in the text is its subject, not its author.
  bool is_spoken_of(std::string_view name) const {
    for (std::size_t i = draft_.body; i < draft_.body_end; ++i)
      if (is_prose(unit(i)) &&
          base::slice(draft_.text, unit(i).shape.range).find(name) != std::string_view::npos)
        return true;
    return false;
  }

  /// The day goes to the metadata, the line stays or goes as it was.
  void note_day(std::size_t i) {
    Unit const& one = unit(i);
    bool const may_have_day = one.shape.digits >= 3 || draft_.visible(i).find("月") != std::string_view::npos;
    if (!one.is_labelled || one.shape.columns > longest_date_line || !may_have_day ||
        one.labels.has(Word::rights))
      return;
    std::optional<FoundDate> const date = date_in(draft_.visible(i), *draft_.vocabulary, draft_.language);
    if (date) draft_.facts.date = date->iso;
  }

  /// The paragraph between the headline and the byline sums the article up.
  void find_standfirst() {
    if (!has_title_ || title_ + 1 >= last_line_ + 1 || last_line_ < title_ + 2) return;
    std::size_t found = draft_.units().size();
    for (std::size_t i = title_ + 1; i < last_line_; ++i) {
      if (draft_.fates[i].kind == Fate::Kind::dropped) continue;
      if (!draft_.is_open(i)) break;
      if (found != draft_.units().size()) return;  // two paragraphs are no standfirst
      found = i;
    }
    if (found == draft_.units().size() || unit(found).shape.weight < 25 || unit(found).shape.columns > 500)
      return;
    draft_.keep(found, Role::standfirst);
  }

  Draft& draft_;
  std::size_t limit_ = 0;               ///< units before this may be byline and date
  std::size_t far_limit_ = 0;           ///< and these, if their words say so
  std::size_t last_line_ = 0;           ///< the last byline or date
  std::optional<std::size_t> changed_;  ///< the line of the day, when it says when the page was changed
  std::size_t title_ = 0;
  bool has_title_ = false;
};

}  // namespace

void find_head(Draft& draft) {
  Head(draft).find();
}

}  // namespace ms::read
