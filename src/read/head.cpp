#include <algorithm>

#include "read/article.hpp"
#include "read/dates.hpp"
#include "read/people.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

constexpr std::size_t longest_head = 14;  ///< units before the text that may be headline, byline and the like
constexpr std::size_t longest_byline = 90;  ///< columns
constexpr std::size_t longest_date_line = 120;

class Head {
 public:
  explicit Head(Draft& draft) : draft_(draft) {}

  void find() {
    find_limits();
    for (std::size_t i = 0; i < limit_; ++i)
      if (draft_.is_open(i)) find_lines_with_words(i);
    find_title();
    find_bare_byline();
    find_standfirst();
  }

 private:
  Unit const& unit(std::size_t i) const { return draft_.units()[i]; }

  /// Bylines and dates stand before the second paragraph of running text.
  void find_limits() {
    std::size_t prose = 0;
    for (limit_ = 0; limit_ < draft_.units().size(); ++limit_) {
      prose += is_prose(unit(limit_));
      if (prose == 2 || limit_ >= draft_.body + 8) break;
    }
    limit_ = std::min(limit_, std::max(draft_.body, longest_head) + 8);
  }

  base::Range in_text(std::size_t i, base::Range rest) const {
    std::size_t const start = unit(i).shape.visible.start;
    return {start + rest.start, start + rest.end};
  }

  void find_lines_with_words(std::size_t i) {
    Unit const& one = unit(i);
    if (!one.is_labelled || one.lines() > 1) return;
    if (find_date(i)) return;
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
      if (people.empty() || !is_all_names(base::slice(line, *rest), people)) continue;
      add_people(people);
      set_byline(i, one.shape.visible);
      return;
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
    if (one.shape.digits == 0 || one.shape.columns > longest_date_line || one.shape.has_sentence_inside)
      return false;
    std::string_view const line = draft_.visible(i);
    bool const is_update = one.labels.begins(Word::updated) || one.labels.ends(Word::updated);
    std::optional<FoundDate> const date = date_in(line, *draft_.vocabulary, draft_.language);
    if (!date) {
      // "Updated 14:05": a time without a day.
      if (is_update && time_in(line) && one.shape.columns < 60) {
        draft_.drop(i, "meta.updated", 0.95, "when the page was changed", text::EditClass::move);
        return true;
      }
      return false;
    }
    std::string_view const before = line.substr(0, date->range.start), after = line.substr(date->range.end);
    std::size_t const beside = columns_of(before) + columns_of(after);
    bool const is_sentence = one.shape.ends_with_stop && one.shape.weight > 45;
    if (beside > 75 || is_sentence || (one.labels.begins(Word::photo) && !one.labels.begins(Word::published)))
      return false;
    if (is_update && !draft_.facts.date.empty()) {
      draft_.drop(i, "meta.updated", 0.95, "when the page was changed", text::EditClass::move);
      return true;
    }
    if (!draft_.date_line.is_empty()) return false;
    draft_.keep(i, Role::date);
    draft_.date_line = one.shape.visible;
    draft_.facts.date = date->iso;
    last_line_ = std::max(last_line_, i);
    find_byline_before_date(i, before);
    find_publisher(i);
    return true;
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
    if (!draft_.is_open(i) || one.shape.letters < 2 || one.shape.weight < 6 || one.shape.columns > 220)
      return false;
    if (one.labels.has(Word::source) || one.labels.begins(Word::photo) || one.labels.begins(Word::related) ||
        one.labels.is(Word::related) || one.labels.has(Word::rights) || one.labels.is(Word::navigation) ||
        one.labels.is(Word::cookie) || one.labels.is(Word::most_read))
      return false;
    std::string_view const line = draft_.visible(i);
    if (line.find("://") != std::string_view::npos || line.front() == '>') return false;
    return !one.shape.ends_clause && !one.shape.has_sentence_inside;
  }

  /// Is there an article below, for which the unit could be the headline?
  bool has_text_below(std::size_t i) const {
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
    std::size_t const last = std::min(draft_.units().size(), std::max(draft_.body, last_line_) + 1);
    std::size_t first = draft_.units().size();
    for (std::size_t i = 0; i < last && i < longest_head; ++i) {
      if (!draft_.is_open(i)) continue;
      first = i;
      break;
    }
    if (first == draft_.units().size() || !may_be_title(first) || !has_text_below(first)) return;
    std::size_t title = first;
    if (is_kicker(first)) {
      draft_.keep(first, Role::kicker);
      draft_.facts.section = std::string(draft_.visible(first));
      title = first + 1;
    }
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
    draft_.keep(title, Role::title);
    title_ = title;
    has_title_ = true;
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

  /// A line of names between headline and text, beside the date: "Sarah Whitcombe".
  void find_bare_byline() {
    if (!has_title_ || !draft_.byline.is_empty() || draft_.date_line.is_empty()) return;
    for (std::size_t i = title_ + 1; i < limit_; ++i) {
      if (!draft_.is_open(i) || unit(i).lines() > 1 || unit(i).shape.columns > 60) continue;
      bool const is_by_date = (i + 1 < draft_.fates.size() && draft_.fates[i + 1].role == Role::date) ||
                              draft_.fates[i - 1].role == Role::date;
      if (!is_by_date || !is_only_names(draft_.visible(i), *draft_.vocabulary)) continue;
      add_people(people_in(draft_.visible(i), *draft_.vocabulary));
      set_byline(i, unit(i).shape.visible);
      return;
    }
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
  std::size_t limit_ = 0;      ///< units before this may be byline and date
  std::size_t last_line_ = 0;  ///< the last byline or date
  std::size_t title_ = 0;
  bool has_title_ = false;
};

}  // namespace

void find_head(Draft& draft) {
  Head(draft).find();
}

}  // namespace ms::read
