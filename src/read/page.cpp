#include "read/page.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

#include "read/caption.hpp"
#include "read/credit.hpp"
#include "read/elapsed.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

/// What words say, as weights: against being text of the article, and for the article being over. A weight is
/// a log-odds, about: 1 is a hint, 3 is as good as a long sentence, 6 outweighs any paragraph.
struct Weight {
  Word word;
  double against, end;
  std::string_view says;
};
constexpr Weight whole_lines[] = {
    {Word::navigation, 2.0, 0.4, "words of a menu"},
    {Word::cookie, 2.5, 1.0, "a question for consent"},
    {Word::comments, 2.0, 8.0, "words around comments"},
    {Word::most_read, 2.5, 5.0, "the title of a list of links"},
    {Word::related, 2.0, 0.6, "the title of a list of other articles"},
    {Word::newsletter, 2.0, 0.5, "an invitation to subscribe"},
    {Word::tags, 1.5, 2.0, "the title of a list of topics"},
    {Word::rights, 4.0, 15.0, "a reservation of rights"},
    {Word::section, 1.2, 0.2, "the name of a section"},
};
constexpr Weight beginnings[] = {
    {Word::cookie, 6.0, 1.0, "a question for consent"},
    {Word::newsletter, 3.0, 0.5, "an invitation to subscribe"},
    {Word::rights, 5.0, 15.0, "a reservation of rights"},
    {Word::tags, 1.5, 2.0, "a list of topics"},
};

/// Columns of the longest line whose words are looked at.
constexpr std::size_t longest_told = 400;

/// No page has more bylines and days in lines of their own.
constexpr std::size_t most_credits = 400;

bool is_short(Unit const& unit) {
  return !is_sentence(unit) && unit.shape.weight < 140;
}

bool is_share_bar(Key const& key, Vocabulary const& vocabulary) {
  return key.text().size() < 400 && vocabulary.made_of(Word::share, Word::clipboard, key) > 0;
}

/// "By Ana Lund", "Updated 3 May 2024". "El", "am", "on" begin days and many other lines: only a whole credit
/// counts.
bool is_credit(Unit const& unit, std::string_view line, Vocabulary const& vocabulary, std::size_t& credits) {
  for (Word const word : {Word::byline, Word::published, Word::updated, Word::editor, Word::translator})
    if (credits < most_credits && unit.labels.begins(word) && credit_of(line, vocabulary, {}).is_credit) {
      ++credits;
      return true;
    }
  return false;
}

/// What rules of its own judge, wherever it stands.
bool is_aside(Unit const& unit, std::string_view line, bool is_bar, Vocabulary const& vocabulary) {
  for (Word const word : {Word::advert, Word::clipboard, Word::share, Word::reading_time})
    if (unit.labels.is(word)) return true;
  if (unit.labels.begins(Word::related) && !is_sentence(unit)) return true;
  if (unit.is_labelled && is_short(unit) && tells_elapsed(line, unit.labels, vocabulary)) return true;
  return is_bar || is_caption(unit, line, vocabulary);
}

/// "HomeWorldPoliticsBusiness": words of a menu that lost what was between them.
bool is_glued(std::string_view line) {
  std::size_t seams = 0, spaces = 0;
  bool after_lower = false;
  for (text::CodePointAt const c : text::code_points(line)) {
    bool const is_upper = text::is_upper(c.value);
    seams += after_lower && is_upper;
    after_lower = text::is_letter(c.value) && !is_upper;
    spaces += text::is_white_space(c.value);
  }
  return seams >= 2 && seams * 2 > spaces;
}

double by_shape(Unit const& unit) {
  double const weight = static_cast<double>(unit.shape.weight);
  if (is_prose(unit))
    return unit.shape.ends_sentence || !unit.shape.has_spaces_between_words
               ? std::min(6.0, 1.0 + weight / 100)
               : std::min(3.0, 0.5 + weight / 250);
  if (is_sentence(unit)) return weight < 40 ? 0.3 : 0.8;
  if (unit.shape.ends_clause && weight >= 90) return 0.8;  // "… these are:"
  return weight < 25 ? -0.8 : weight < 120 ? -0.6 : -0.3;
}

/// Sentences that ask readers to pay, to sign up, to allow something: one of their words says little, several
/// do.
void add_prompts(Evidence& found, Unit const& unit, Key const& key, Vocabulary const& vocabulary) {
  constexpr std::size_t shortest_of_two = 160;
  if (unit.lines() > 1) return;
  std::size_t const prompts = vocabulary.prompts_in(key);
  if (prompts == 0) return;
  // A long paragraph may be about such things.
  double const told = static_cast<double>(prompts) - (unit.shape.weight < shortest_of_two ? 0 : 1);
  found.text -= std::min(4.0, 1.3 * told);
  if (prompts < 2) return;
  if (found.says.empty()) found.says = "words of a prompt to pay, to sign up or to agree";
  found.is_furniture = found.is_furniture || prompts >= 3 || unit.shape.weight < shortest_of_two;
}

/// `is_bar`: is it a short line of words of share bars?
Evidence by_words(Unit const& unit, std::string_view line, Key const& key, bool is_bar,
                  Vocabulary const& vocabulary) {
  Evidence found;
  double strongest = 0;
  auto const add = [&](Weight const& one) {
    found.text -= one.against;
    found.end = std::max(found.end, one.end);
    if (one.against > strongest) found.says = one.says;
    strongest = std::max(strongest, one.against);
    found.is_furniture = found.is_furniture || one.against >= 1;
  };
  for (Weight const& one : whole_lines)
    if (unit.labels.is(one.word)) add(one);
  if (found.text < -3 && found.end < 4) found.text = -3;  // a word of several tables counts once
  if (found.text == 0)
    for (Weight const& one : beginnings)
      if (unit.labels.begins(one.word) || (one.word == Word::rights && unit.labels.ends(one.word))) add(one);
  add_prompts(found, unit, key, vocabulary);
  if (is_short(unit) && !is_bar && (is_glued(line) || vocabulary.is_glued_of(key))) {
    found.text -= 2;
    found.is_furniture = true;
    if (found.says.empty()) found.says = "words of a menu without blanks";
  }
  return found;
}

/// "About us", "Photos", "Contact" parted by blank lines, and a sentence below: headings of a report, too.
bool is_heading_of_text(std::vector<Unit> const& units, std::size_t i) {
  for (Word const word : {Word::cookie, Word::most_read, Word::related, Word::newsletter, Word::rights})
    if (units[i].labels.has(word)) return false;
  return stands_like_heading(units, i);
}

/// Menus stand in rows: where each word of theirs stands alone above text, there is no menu.
void free_headings_of_text(Page& page, std::vector<Unit> const& units) {
  for (std::size_t i = 0; i < units.size(); ++i)
    if (page.reasons[i].is_furniture && !is_heading_of_text(units, i)) return;
  for (Evidence& one : page.reasons)
    if (one.is_furniture) one = {0.1, 0, false, false, false, {}};
}

/// How units that are no asides follow each other.
class Pattern {
 public:
  Pattern(std::string_view text, std::vector<Unit> const& units, std::vector<Evidence>& reasons)
      : text_(text), units_(units), reasons_(reasons) {
    for (std::size_t i = 0; i < units.size(); ++i)
      if (!reasons[i].is_aside) order_.push_back(i);
  }

  void weigh() {
    weigh_runs();
    weigh_teasers();
    weigh_repetition();
  }

 private:
  Unit const& unit(std::size_t k) const { return units_[order_[k]]; }
  Evidence& reason(std::size_t k) { return reasons_[order_[k]]; }

  /// Short lines without an end stand alone in an article (headings), and in long runs in menus and lists.
  void weigh_runs() {
    for (std::size_t k = 0; k < order_.size();) {
      std::size_t const list = end_of_list(k);
      std::size_t end = list;
      while (end < order_.size() && is_short(unit(end)) && !is_opening(end)) ++end;
      std::size_t const length = end - k;
      for (std::size_t j = k; j < list; ++j) reason(j).text = std::max(reason(j).text, 0.1);
      for (std::size_t j = list; j < end && length >= 3; ++j) {
        reason(j).text -= length >= 8 ? 1.0 : 0.4;
        if (reason(j).says.empty()) reason(j).says = "one of many short lines in a row";
      }
      // The line before a paragraph may be its heading, the more so when it is parted from the lines above.
      if (end > k && end < order_.size() && is_prose(unit(end))) {
        Line const& shape = unit(end - 1).shape;
        bool const is_parted =
            shape.blank_before > 0 && shape.blank_after > 0 && shape.weight <= longest_heading;
        if (is_parted && !reason(end - 1).is_furniture && !is_as_long_as_links(k, end - 1))
          reason(end - 1).text = 0.1;
        else if (length < 8)
          reason(end - 1).text += 0.3;
      }
      k = std::max(end, k + 1);
    }
  }

  /// "… and these will be the prices of it:"
  bool is_opening(std::size_t k) const {
    constexpr std::size_t shortest = 60;
    Line const& shape = unit(k).shape;
    return shape.ends_clause && !reasons_[order_[k]].is_furniture &&
           (shape.weight >= shortest || opens_figures(k));
  }

  /// "Ingredients:" above lines most of which have numbers: titles of other articles have few.
  bool opens_figures(std::size_t k) const {
    constexpr std::size_t fewest = 3, most = 40;
    std::size_t const first = k + 1;
    std::size_t end = first, figures = 0, counted = 0;
    for (; end < std::min(order_.size(), first + most) && is_item(end, first); ++end) {
      std::string_view const item = line(end);
      figures += unit(end).shape.digits > 0;
      counted +=
          text::is_digit(text::code_point_at(item, 0).value) &&
          text::digit_value(text::code_point_at(item, 0).value) == static_cast<int>(end - first + 1) % 10;
    }
    // Lists of links are counted: "1 …", "2 …".
    return end - first >= fewest && figures * 2 >= end - first && counted * 2 < end - first;
  }

  /// May it be an item of the list that begins with `first`?
  bool is_item(std::size_t k, std::size_t first) const {
    Line const& shape = unit(k).shape;
    // "24 months, then 14.99 p. m."
    bool const is_figure = shape.digits > 0 && shape.weight <= longest_heading && !is_prose(unit(k));
    return (is_short(unit(k)) || is_figure) && !reasons_[order_[k]].is_furniture &&
           (k <= first + 1 || unit(k).shape.blank_before == unit(k - 1).shape.blank_before);
  }

  /// Below a sentence that ends with a colon the short lines are its list, as long as they stand alike.
  std::size_t end_of_list(std::size_t first) {
    if (first == 0 || !is_opening(first - 1)) return first;
    std::size_t list = first;
    while (list < order_.size() && is_item(list, first)) ++list;
    if (list - first < 2) return first;
    reason(first - 1).text = std::max(reason(first - 1).text, 0.3);
    return list;
  }

  /// "Read also:", a title, and here another one that is about as long: no heading.
  bool is_as_long_as_links(std::size_t first, std::size_t k) const {
    if (k < first + 2) return false;
    Unit const &title = unit(k - 2), &link = unit(k - 1);
    return title.labels.is(Word::related) && !link.labels.is_any() &&
           unit(k).shape.weight * 5 >= link.shape.weight * 3;
  }

  bool is_single(std::size_t k) const {
    return is_prose(unit(k)) && k > 0 && k + 1 < order_.size() && is_short(unit(k - 1)) &&
           is_short(unit(k + 1));
  }

  /// A short paragraph between two short lines, and again, and again: titles and summaries of other articles.
  void weigh_teasers() {
    std::vector<std::size_t> prose;
    for (std::size_t k = 0; k < order_.size(); ++k)
      if (is_prose(unit(k))) prose.push_back(k);
    // A short article with a box or a heading between any two paragraphs looks the same: only beside running
    // text that goes on they are known.
    std::size_t const alone = static_cast<std::size_t>(
        std::ranges::count_if(prose, [&](std::size_t const k) { return is_single(k); }));
    if (prose.size() < alone + 2) return;
    for (std::size_t p = 0; p < prose.size(); ++p) {
      std::size_t singles = 0;
      for (std::size_t q = p - std::min<std::size_t>(p, 2); q < std::min(p + 3, prose.size()); ++q)
        singles += q != p && is_single(prose[q]);
      if (!is_single(prose[p]) || singles < 3 || unit(prose[p]).shape.weight > 260) continue;
      Evidence& one = reason(prose[p]);
      one.text = std::min(one.text, 0.3);
      if (one.says.empty()) one.says = "one of many summaries in a row";
    }
  }

  /// What stands twice on a page was written for the page; long paragraphs may be quoted again.
  void weigh_repetition() {
    std::unordered_map<std::string_view, std::size_t> times;
    for (std::size_t k = 0; k < order_.size(); ++k)
      if (unit(k).is_labelled) ++times[line(k)];
    for (std::size_t k = 0; k < order_.size(); ++k) {
      if (!unit(k).is_labelled || unit(k).shape.weight > 160 || !is_sentence(unit(k)) || times[line(k)] < 2)
        continue;
      reason(k).text -= 2;
      if (reason(k).says.empty()) reason(k).says = "it stands on the page twice";
    }
  }

  std::string_view line(std::size_t k) const { return base::slice(text_, unit(k).shape.visible); }

  std::string_view text_;
  std::vector<Unit> const& units_;
  std::vector<Evidence>& reasons_;
  std::vector<std::size_t> order_;
};

/// What a browser puts on the clipboard has paragraphs of one line each and no indents. Text that is broken
/// at a width, programs and tables are something else, however many short lines they have.
bool is_from_no_browser(std::vector<Unit> const& units) {
  constexpr std::size_t longest_broken = 110;  ///< columns
  constexpr std::size_t deep = 2, few = 80, few_broken = 3, shortest_broken = 40;
  std::size_t long_lines = 0, broken = 0, indented = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    Line const& shape = units[i].shape;
    // A sentence that goes on in the next line, though the two were not joined.
    bool const goes_on = i + 1 < units.size() && shape.columns >= shortest_broken && !shape.ends_sentence &&
                         units[i + 1].shape.starts_lower && units[i + 1].shape.blank_before == 0;
    if (units[i].lines() > 1)
      broken += is_prose(units[i]);
    else if (shape.columns > longest_broken)
      ++long_lines;
    else
      broken += goes_on;
    indented += shape.indent >= deep && !is_prose(units[i]);
  }
  return (broken >= few_broken && broken > long_lines) || indented * 5 > units.size() ||
         (long_lines == 0 && units.size() >= few);
}

/// Is there enough that only pages have? Menus and lists in words, or so many short lines, some of them
/// twice, that no article has them.
Furniture furniture_of(std::string_view text, std::vector<Unit> const& units,
                       std::vector<Evidence> const& reasons) {
  std::size_t furniture = 0, in_runs = 0, twice = 0;
  std::unordered_map<std::string_view, std::size_t> seen;
  for (std::size_t i = 0; i < units.size(); ++i) {
    furniture += reasons[i].is_furniture || units[i].labels.is(Word::share);
    if (!is_short(units[i])) continue;
    bool const is_in_run =
        (i > 0 && is_short(units[i - 1])) || (i + 1 < units.size() && is_short(units[i + 1]));
    in_runs += is_in_run;
    twice += ++seen[base::slice(text, units[i].shape.visible)] == 2;
  }
  if ((furniture >= 3 && in_runs >= 8) || furniture >= 8 || (in_runs >= 40 && twice >= 5))
    return Furniture::page;
  return furniture >= 2 ? Furniture::some : Furniture::none;
}

constexpr double to_inset = 2.6, in_inset = 0.15;
/// A box that begins with words of prompts or menus needs less to be one.
constexpr double to_told_inset = 1.5;
constexpr std::size_t places = 4;

/// The most probable way through the places, in this order: before, article and insets by turns, after.
void find_places(Page& page) {
  std::size_t const count = page.reasons.size();
  constexpr double never = -std::numeric_limits<double>::infinity();
  std::array<double, places> best = {0, never, never, never};
  std::vector<std::array<unsigned char, places>> from(count);
  for (std::size_t i = 0; i < count; ++i) {
    Evidence const& unit = page.reasons[i];
    std::array<double, places> next{};
    auto const choose = [&](std::size_t to, std::initializer_list<std::pair<std::size_t, double>> ways,
                            double gain) {
      double top = never;
      for (auto const& [place, cost] : ways) {
        if (best[place] - cost <= top) continue;
        top = best[place] - cost;
        from[i][to] = static_cast<unsigned char>(place);
      }
      next[to] = top + gain;
    };
    choose(0, {{0, 0}}, 0);
    choose(1, {{1, 0}, {2, 0}, {0, 0}}, unit.text);
    choose(2, {{2, 0}, {1, unit.is_furniture ? to_told_inset : to_inset}}, -in_inset - unit.end);
    choose(3, {{3, 0}, {1, 0}}, 0);
    best = next;
  }
  std::size_t place = best[3] > best[1] ? 3 : 1;
  if (best[place] <= best[0]) place = 0;
  for (std::size_t i = count; i-- > 0;) {
    page.places[i] = static_cast<Place>(place);
    place = from[i][place];
  }
}

/// The last line of a box may be the heading of the paragraph below it: it is much shorter than the titles
/// of other articles above it, or nothing but an advertisement is there.
void free_headings(Page& page, std::vector<Unit> const& units) {
  auto const is_advert = [&](std::size_t i) { return units[i].labels.is(Word::advert); };
  for (std::size_t i = 1; i + 1 < units.size(); ++i) {
    Line const& shape = units[i].shape;
    if (page.places[i] != Place::inset || page.reasons[i].is_furniture || page.reasons[i].is_aside ||
        !is_short(units[i]) || shape.ends_with_stop || shape.ends_clause || shape.starts_lower ||
        shape.weight < 3 || shape.weight > longest_heading || units[i].lines() > 1)
      continue;
    std::size_t next = i + 1;
    while (next < units.size() && is_advert(next)) ++next;
    if (next == units.size() || page.places[next] != Place::article || !is_prose(units[next])) continue;
    std::size_t const above = i - 1;
    bool const is_alone = is_advert(above) || page.places[above] == Place::article;
    bool const is_shorter = !page.reasons[above].is_furniture && page.places[above] == Place::inset &&
                            shape.weight * 2 < units[above].shape.weight;
    if (is_alone || is_shorter) page.places[i] = Place::article;
  }
}

/// A short paragraph right below the byline or the day, and a box below it: the box costs more than so short
/// a text is worth, but what stands below a byline is the article.
void reach_up(Page& page, std::vector<Unit> const& units) {
  constexpr std::size_t farthest = 12, nearest = 3;
  auto const first =
      static_cast<std::size_t>(std::ranges::find(page.places, Place::article) - page.places.begin());
  if (first == units.size()) return;
  for (std::size_t credit = first; credit-- > first - std::min(first, farthest);) {
    if (!page.reasons[credit].is_credit) continue;
    for (std::size_t i = credit + 1; i < std::min(first, credit + 1 + nearest); ++i) {
      if (!is_prose(units[i]) || page.reasons[i].text < 1) continue;
      for (std::size_t j = i; j < first; ++j)
        page.places[j] = is_prose(units[j]) && page.reasons[j].text >= 1 ? Place::article : Place::inset;
      return;
    }
  }
}

/// The same at the other end: a short paragraph below a box, and right below it what ends an article.
void reach_down(Page& page, std::vector<Unit> const& units) {
  constexpr std::size_t farthest = 12, longest_link = 60;
  constexpr double ending = 2;
  std::size_t last = units.size();
  while (last > 0 && page.places[last - 1] != Place::article) --last;
  if (last == 0) return;
  for (std::size_t i = last; i < std::min(units.size(), last + farthest); ++i) {
    bool const is_end = i + 1 == units.size() || page.reasons[i + 1].is_furniture;
    if (page.reasons[i].end >= ending) return;
    // Two sentences are no link, however short, and few links end with a full stop.
    Line const& shape = units[i].shape;
    bool const is_whole = (shape.ends_sentence && shape.has_sentence_inside) ||
                          (shape.ends_with_stop && shape.weight >= longest_link);
    bool const is_text =
        (is_prose(units[i]) && page.reasons[i].text >= 1) || (is_whole && page.reasons[i].text > 0);
    if (!is_end || !is_text) continue;
    for (std::size_t j = last; j < i; ++j) page.places[j] = Place::inset;
    page.places[i] = Place::article;
    return;
  }
}

}  // namespace

Page page_of(std::string_view text, std::vector<Unit> const& units, Vocabulary const& vocabulary) {
  Page page;
  page.places.assign(units.size(), Place::article);
  std::size_t credits = 0;
  for (Unit const& unit : units) {
    std::string_view const line = base::slice(text, unit.shape.visible);
    // Long lines are held against no words.
    Key const key(unit.shape.columns <= longest_told ? line : std::string_view());
    bool const is_bar = is_short(unit) && is_share_bar(key, vocabulary);
    Evidence evidence = by_words(unit, line, key, is_bar, vocabulary);
    evidence.is_credit = !evidence.is_furniture && is_credit(unit, line, vocabulary, credits);
    evidence.is_aside =
        evidence.is_credit || (!evidence.is_furniture && is_aside(unit, line, is_bar, vocabulary));
    evidence.text = evidence.is_aside ? -0.2 : evidence.text + by_shape(unit);
    if (unit.labels.begins(Word::correction)) evidence = {1, 0, true, false, false, "a correction"};
    page.reasons.push_back(evidence);
  }
  free_headings_of_text(page, units);
  Pattern(text, units, page.reasons).weigh();
  page.first = units.size();
  page.is_broken = is_from_no_browser(units);
  if (!page.is_broken) page.furniture = furniture_of(text, units, page.reasons);
  if (page.furniture != Furniture::none) {
    find_places(page);
    reach_up(page, units);
    reach_down(page, units);
    free_headings(page, units);
    if (std::ranges::find(page.places, Place::article) == page.places.end()) {
      page.furniture = Furniture::none;
      page.places.assign(units.size(), Place::article);
    }
  }
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (page.places[i] != Place::article || (page.furniture == Furniture::none && !is_prose(units[i])))
      continue;
    page.first = std::min(page.first, i);
    page.last = i + 1;
  }
  return page;
}

}  // namespace ms::read
