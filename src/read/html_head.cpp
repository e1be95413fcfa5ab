#include "read/html_head.hpp"

#include <algorithm>

#include "read/dates.hpp"
#include "read/html_title.hpp"
#include "read/links.hpp"
#include "read/people.hpp"
#include "read/stated_day.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read::html {
namespace {

class HeadFinder {
 public:
  HeadFinder(Page const& page, Flow const& flow, std::vector<Hint> const& hints, Facts const& facts,
             Body& body, Vocabulary const& vocabulary, std::string_view language)
      : page_(page),
        flow_(flow),
        hints_(hints),
        facts_(facts),
        body_(body),
        words_(vocabulary),
        language_(language) {}

  Head head() {
    find_limits();
    find_title();
    stated_day_ = stated_day(facts_.published, words_, language_);
    find_lines();
    find_people();
    find_date();
    find_standfirst();
    drop_repeated_title();
    keep_captions();
    part_byline_from_date();
    fill_facts();
    return std::move(head_);
  }

 private:
  Passage const& passage(std::size_t i) const { return flow_.passages[i]; }
  std::size_t count() const { return flow_.passages.size(); }
  bool is_visible(std::size_t i) const { return !passage(i).is_hidden; }

  Hint hint_at(std::size_t i, Hint wanted) const {
    // The elements around it, and those inside that hold its text.
    int level = 0;
    for (NodeId node = passage(i).node; node != no_node && node != body_.container && level < 4;
         node = page_.nodes[node].parent, ++level)
      if (hints_[node] == wanted) return wanted;
    for (NodeId const text : passage(i).texts)
      for (NodeId node = page_.nodes[text].parent; node != no_node && node != passage(i).node;
           node = page_.nodes[node].parent)
        if (hints_[node] == wanted) return wanted;
    return Hint::none;
  }
  bool has_hint(std::size_t i, Hint wanted) const { return hint_at(i, wanted) == wanted; }

  // ---- the headline

  bool is_h1(std::size_t i) const { return page_.nearest(passage(i).node, Tag::h1) != no_node; }

  void find_limits() {
    first_ = std::min(body_.first, count());
    // The last h1 before the text, else the first one at all.
    for (std::size_t i = 0; i < count(); ++i) {
      if (!is_visible(i) || !is_h1(i) || passage(i).unit.shape.letters < 2) continue;
      if (i > first_ && h1_) break;
      if (!is_site(passage(i).text.utf8)) h1_ = i;
    }
    if (auto const title = title_of_document()) h1_ = title;
    if (!h1_) h1_ = printed_title();
    start_ = h1_ ? std::min(*h1_, first_) : first_;
    start_ = start_ > 12 ? start_ - 12 : 0;
    end_ = std::min(std::max(first_, h1_.value_or(0)) + 4, count());
  }

  bool is_site(std::string_view text) const {
    std::string const own = skeleton_of(text);
    return std::ranges::any_of(facts_.sites,
                               [&](std::string const& site) { return skeleton_of(site) == own; });
  }

  /// Word processors name a paragraph the title, and every chapter is an h1: <p class="MsoTitle">.
  std::optional<std::size_t> title_of_document() const {
    for (std::size_t i = 0; i < std::min(count(), first_ + 2); ++i) {
      if (!is_visible(i)) continue;
      if (is_h1(i)) return std::nullopt;
      NodeId const node = passage(i).node;
      std::string_view const name = page_.attribute(node, "class");
      bool const is_named = name == "MsoTitle" || name == "title" || name.ends_with(" title");
      if (page_.nodes[node].tag == Tag::p && is_named && passage(i).unit.shape.letters >= 2) return i;
    }
    return std::nullopt;
  }

  /// Where no heading is marked as one: the longest line above the text with which the title begins.
  std::optional<std::size_t> printed_title() const {
    std::optional<std::size_t> found;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < std::min(count(), first_ + 2); ++i) {
      if (!is_visible(i) || passage(i).unit.shape.columns > 300) continue;
      std::string const own = skeleton_of(passage(i).text.utf8);
      bool const is_title =
          own.size() >= 12 && own.size() > longest && !is_site(passage(i).text.utf8) &&
          (skeleton_of(facts_.title).starts_with(own) || skeleton_of(facts_.og_title).starts_with(own));
      if (!is_title) continue;
      found = i;
      longest = own.size();
    }
    return found;
  }

  std::string h1_text() const {
    if (!h1_) return {};
    // An h1 of several lines is one headline.
    NodeId const node = page_.nearest(passage(*h1_).node, Tag::h1);
    if (node == no_node) return passage(*h1_).text.utf8;
    std::string all;
    for (std::size_t i = 0; i < count(); ++i) {
      if (!is_visible(i) || !page_.is_inside(passage(i).node, node)) continue;
      if (!all.empty()) all += ' ';
      all += passage(i).text.utf8;
    }
    std::ranges::replace(all, '\n', ' ');
    return all;
  }

  void find_title() {
    std::string const heading = h1_text();
    std::vector<std::string> headings;
    for (std::size_t i = 0; i < std::min(count(), first_ + 2); ++i) {
      if (!is_visible(i) || passage(i).is_link()) continue;
      if (is_h1(i) && i == h1_)
        headings.push_back(heading);
      else if (page_.heading_around(passage(i).node) != no_node && (!is_h1(i) || i == h1_))
        headings.push_back(passage(i).text.utf8);
    }
    if (headings.empty()) headings.push_back(heading);
    head_.title = headline_of(facts_, heading, headings);
    std::string const wanted = skeleton_of(head_.title);
    // In print: the h1, or any line before the text that says the same.
    for (std::size_t i = 0; i < std::min(count(), end_); ++i) {
      if (!is_visible(i) || skeleton_of(passage(i).text.utf8) != wanted) continue;
      head_.title_passage = i;
      if (is_h1(i)) break;
    }
    if (head_.title.empty()) find_title_in_text();
    // Two lines of a heading run together in print, where "Kicker: Headline" was written for others.
    if (head_.title_passage && signs_in(passage(*head_.title_passage).text.utf8) < signs_in(head_.title))
      head_.title_passage.reset();
  }

  static std::size_t signs_in(std::string_view text) {
    std::size_t signs = 0;
    for (text::CodePointAt const c : text::code_points(text)) signs += text::is_punctuation(c.value);
    return signs;
  }

  /// A page that says nothing of itself: its first heading, or the largest line above the text.
  void find_title_in_text() {
    for (std::size_t i = 0; i < end_; ++i) {
      if (!is_visible(i) || !is_heading(page_.nodes[passage(i).node].tag)) continue;
      Line const& shape = passage(i).unit.shape;
      if (shape.letters < 2 || (shape.weight < 8 && i >= first_)) continue;
      return set_title(i);
    }
    // No heading at all: the longest line right above the text that is no sentence, no link and no date.
    std::optional<std::size_t> longest;
    for (std::size_t i = first_ > 5 ? first_ - 5 : 0; i < first_; ++i) {
      Line const& shape = passage(i).unit.shape;
      bool const is_line = is_visible(i) && shape.weight >= 15 && shape.columns <= 200 &&
                           !shape.ends_with_stop && passage(i).link_share() < 0.3 &&
                           shape.digits * 3 < shape.letters;
      if (is_line && (!longest || shape.weight > passage(*longest).unit.shape.weight)) longest = i;
    }
    if (longest) set_title(*longest);
  }

  void set_title(std::size_t i) {
    head_.title_passage = i;
    head_.title = passage(i).text.utf8;
    std::ranges::replace(head_.title, '\n', ' ');
  }

  /// The headline again, and other forms of it, go.
  void drop_repeated_title() {
    std::string const wanted = skeleton_of(head_.title);
    NodeId const heading = h1_ ? page_.nearest(passage(*h1_).node, Tag::h1) : no_node;
    for (std::size_t i = 0; i < count(); ++i) {
      Fate& fate = body_.fates[i];
      if (!fate.is_kept || fate.is_caption) continue;
      bool is_title = false;
      if (i < end_ && !wanted.empty()) {
        std::string const own = skeleton_of(passage(i).text.utf8);
        is_title = own == wanted || (page_.heading_around(passage(i).node) != no_node &&
                                     own.ends_with(wanted) && own.size() < wanted.size() + 40);
      }
      bool const is_form = heading != no_node && page_.is_inside(passage(i).node, heading);
      if (is_title || is_form) take(i, "residue.duplicate", "the headline, which stands above the text");
    }
  }

  void take(std::size_t i, std::string_view rule, std::string_view evidence) {
    body_.fates[i] = {false, false, false, rule, 0.95, evidence};
  }

  // ---- lines between headline and text

  void find_lines() {
    for (std::size_t i = start_; i < end_; ++i) {
      Passage const& one = passage(i);
      if (!is_visible(i) || i == head_.title_passage || is_h1(i) || body_.fates[i].is_caption) continue;
      if (is_prose(one.unit) && one.unit.shape.weight > 200) continue;
      if (one.unit.shape.columns > 200) continue;
      look_for_names(i);
      look_for_date(i);
      if (!head_.kicker && has_hint(i, Hint::kicker) && one.unit.shape.columns < 60 && i < first_ &&
          (!head_.title_passage || i + 4 > *head_.title_passage))
        head_.kicker = i;
    }
    // Some papers name the author below the text.
    if (printed_.empty())
      for (std::size_t i = body_.last; i < std::min(count(), body_.last + 4); ++i)
        if (is_visible(i) && passage(i).unit.shape.columns < 90 &&
            passage(i).unit.labels.begins(Word::byline))
          look_for_names(i);
  }

  void look_for_names(std::size_t i) {
    Passage const& one = passage(i);
    if (one.unit.shape.columns > 140) return;
    std::string line = one.text.utf8;
    bool is_marked = has_hint(i, Hint::byline);
    bool is_said = false;
    doc::Role role = doc::Role::author;
    std::size_t at = 0;
    while (at <= line.size()) {
      std::size_t const end = std::min(line.find('\n', at), line.size());
      std::string_view const part = std::string_view(line).substr(at, end - at);
      Labels const labels = words_.labels(Key(part));
      std::string_view names = part;
      constexpr std::pair<Word, doc::Role> kinds[] = {{Word::editor, doc::Role::editor},
                                                      {Word::translator, doc::Role::translator},
                                                      {Word::byline, doc::Role::author}};
      for (auto const& [word, kind] : kinds) {
        std::optional<base::Range> rest = labels.begins(word);
        if (!rest) rest = labels.ends(word);
        if (!rest) continue;
        names = base::slice(part, *rest);
        role = kind;
        is_said = true;
        break;
      }
      if (is_said || is_marked) {
        names = beside_day(names);
        std::vector<doc::Person> people = people_in(names, words_, role);
        bool is_names = are_names(people, names);
        // "By Ana Ruiz, in Politics, …": the first at least.
        if (!is_names && is_said) {
          names = names.substr(0, names.find(','));
          people = people_in(names, words_, role);
          is_names = are_names(people, names);
        }
        if (is_names) {
          if (!head_.byline || (is_said && !byline_is_said_)) {
            head_.byline = i;
            auto const start = at + static_cast<std::size_t>(names.data() - part.data());
            names_range_ = range_of(people, names, start);
            head_.byline_part = part_around(i, names_range_);
          }
          for (doc::Person& person : people)
            if (std::ranges::find(printed_, person) == printed_.end()) printed_.push_back(std::move(person));
          byline_is_said_ = byline_is_said_ || is_said;
        }
      }
      is_said = false;
      at = end + 1;
    }
  }

  /// What stands before the day, or after it where nothing or "Posted on" is before: "Posted on 3 May by
  /// Ana".
  std::string_view beside_day(std::string_view line) const {
    auto const date = date_in(line, words_, language_);
    if (!date) return line;
    std::string_view const before = line.substr(0, date->range.start);
    Key const key(before);
    Labels const labels = words_.labels(key);
    if (!key.text().empty() && !labels.opens(Word::published) && !labels.opens(Word::updated)) return before;
    std::string_view const after = line.substr(date->range.end);
    auto const rest = words_.labels(Key(after)).begins(Word::byline);
    return rest ? base::slice(after, *rest) : after;
  }

  /// From the first to the last of the names.
  static base::Range range_of(std::vector<doc::Person> const& people, std::string_view names,
                              std::size_t start) {
    base::Range range{start + names.size(), start};
    for (doc::Person const& person : people) {
      std::size_t const at = names.find(person.name);
      if (at == std::string_view::npos) continue;
      range.start = std::min(range.start, start + at);
      range.end = std::max(range.end, start + at + person.name.size());
    }
    return range.start < range.end ? range : base::Range{start, start + names.size()};
  }

  /// Most of it is names; "By road the trip is shorter" is not.
  static bool are_names(std::vector<doc::Person> const& people, std::string_view line) {
    std::size_t size = 0;
    for (doc::Person const& person : people) size += person.name.size();
    return !people.empty() && size * 5 >= line.size() * 2;
  }

  void look_for_date(std::size_t i) {
    Passage const& one = passage(i);
    bool const is_of_comments = i > first_ && body_.pruned[one.node];
    if (is_of_comments || one.unit.shape.digits == 0 || one.unit.shape.columns > 140 ||
        (one.unit.shape.ends_with_stop && one.unit.shape.weight > 60))
      return;
    auto const found = date_in(one.text.utf8, words_, language_);
    if (!found) return;
    bool const is_update = one.unit.labels.begins(Word::updated).has_value();
    // The day the page states is the article's; others may be today's, or of a change.
    int const trust = found->iso == stated_day_ ? 3 : is_update ? 1 : 2;
    if (head_.date && trust <= date_trust_) return;
    head_.date = i;
    head_.date_part = part_around(i, found->range);
    day_range_ = found->range;
    printed_day_ = found->iso;
    date_trust_ = trust;
  }

  /// What stands between line breaks and the signs that part one thing from another (· | •) around a range.
  base::Range part_around(std::size_t i, base::Range range) const {
    std::string_view const text = passage(i).text.utf8;
    base::Range part{0, text.size()};
    for (text::CodePointAt const c : text::code_points(text)) {
      bool const parts = c.value == '\n' || c.value == '|' || c.value == 0xB7 || c.value == 0x2022 ||
                         c.value == 0xFF5C || c.value == 0x3000;
      if (!parts) continue;
      if (c.end() <= range.start) part.start = c.end();
      if (c.offset >= range.end) {
        part.end = c.offset;
        break;
      }
    }
    while (part.start < range.start && (text[part.start] == ' ' || text[part.start] == ',')) ++part.start;
    while (part.end > range.end && (text[part.end - 1] == ' ' || text[part.end - 1] == ',')) --part.end;
    return part;
  }

  /// "Ana Ruiz, 11 August 2025" has no sign that parts the two.
  void part_byline_from_date() {
    base::Range &byline = head_.byline_part, &day = head_.date_part;
    if (head_.byline != head_.date || !head_.byline || !byline.overlaps(day)) return;
    std::string_view const text = passage(*head_.byline).text.utf8;
    bool const is_byline_first = names_range_.start < day_range_.start;
    std::size_t const cut = is_byline_first ? day_range_.start : day_range_.end;
    std::size_t before = cut, after = cut;
    auto const joins = [](char32_t c) {
      return c == ' ' || c == ',' || c == '-' || c == 0x2013 || c == 0x2014 || c == ':' || c == '/' ||
             c == '(';
    };
    while (before > 0 && joins(text::code_point_before(text, before).value))
      before -= text::code_point_before(text, before).length;
    while (after < text.size() && joins(text::code_point_at(text, after).value))
      after += text::code_point_at(text, after).length;
    (is_byline_first ? byline : day).end = before;
    (is_byline_first ? day : byline).start = after;
    if (byline.start >= byline.end || day.start >= day.end) byline = day = {0, text.size()};
  }

  // ---- people

  void find_people() {
    std::vector<std::string> stated = facts_.authors.empty() ? facts_.meta_authors : facts_.authors;
    std::vector<doc::Person> people;
    for (std::string const& name : stated) add_names(people, name);
    bool const is_only_site = !people.empty() && std::ranges::all_of(people, [&](doc::Person const& person) {
      std::string const own = skeleton_of(person.name);
      return std::ranges::any_of(facts_.sites,
                                 [&](std::string const& site) { return skeleton_of(site) == own; });
    });
    std::vector<doc::Person> authors;
    std::ranges::copy_if(printed_, std::back_inserter(authors),
                         [](doc::Person const& person) { return person.role == doc::Role::author; });
    if ((people.empty() || is_only_site) && authors.empty()) authors = signed_below();
    if (people.empty() || (is_only_site && !authors.empty())) people = authors;
    for (doc::Person const& person : printed_)
      if (person.role != doc::Role::author) people.push_back(person);
    head_.facts.people = std::move(people);
    find_bare_names();
  }

  /// A line near the headline that is nothing but the author's name.
  void find_bare_names() {
    for (std::size_t i = start_; i < end_ && !head_.byline; ++i) {
      if (!is_visible(i) || i == head_.title_passage || passage(i).unit.shape.columns > 60) continue;
      std::string const own = skeleton_of(passage(i).text.utf8);
      bool const is_name = std::ranges::any_of(head_.facts.people, [&](doc::Person const& person) {
        return own.size() >= 4 && skeleton_of(person.name) == own;
      });
      if (!is_name) continue;
      head_.byline = i;
      head_.byline_part = {0, passage(i).text.utf8.size()};
    }
  }

  static bool has_letter(std::string_view text) {
    for (text::CodePointAt const c : text::code_points(text))
      if (text::is_letter(c.value)) return true;
    return false;
  }

  /// In some countries the author signs below the last paragraph, in bold or at the other edge.
  std::vector<doc::Person> signed_below() {
    for (std::size_t i = std::min(body_.last + 3, count()); i-- > body_.first;) {
      if (i + 3 < body_.last) break;
      Passage const& one = passage(i);
      if (!is_visible(i) || !page_.is_inside(one.node, body_.container) || one.unit.shape.columns > 60)
        continue;
      bool const is_marked =
          page_.attribute(one.node, "style").find("right") != std::string_view::npos ||
          page_.attribute(one.node, "class").find("right") != std::string_view::npos ||
          (!one.text.spans.empty() && one.text.spans.front().range.length() == one.text.utf8.size());
      if (!is_marked || !is_only_names(one.text.utf8, words_)) continue;
      if (!head_.byline) {
        head_.byline = i;
        head_.byline_part = {0, one.text.utf8.size()};
      }
      return people_in(one.text.utf8, words_);
    }
    return {};
  }

  /// "By Ana Ruiz and Tom Hill, Reuters": one string for several names.
  void add_names(std::vector<doc::Person>& people, std::string const& written) const {
    std::string_view names = written;
    if (auto const rest = words_.labels(Key(names)).begins(Word::byline)) names = base::slice(names, *rest);
    std::vector<std::string> parts;
    bool const has_list = names.find_first_of(",;|/&") != std::string_view::npos ||
                          names.find("、") != std::string_view::npos ||
                          names.find("،") != std::string_view::npos ||
                          std::ranges::any_of(words_.conjunctions(), [&](std::string const& word) {
                            return word.size() > 2 && names.find(word) != std::string_view::npos;
                          });
    if (has_list)
      for (doc::Person const& person : people_in(names, words_)) parts.push_back(person.name);
    if (parts.empty()) parts.emplace_back(names);
    // "Ana Ruiz, dpa": agencies write themselves small.
    if (std::size_t const comma = names.rfind(", ");
        comma != std::string_view::npos && names.size() - comma <= 6) {
      std::string_view const last = names.substr(comma + 2);
      if (last.size() >= 2 && std::ranges::all_of(last, [](char c) { return c >= 'a' && c <= 'z'; }))
        parts.emplace_back(last);
    }
    for (std::string& part : parts) {
      std::size_t const bracket = part.find(" (");
      if (bracket != std::string::npos && bracket > 0) part.resize(bracket);
      while (!part.empty() && (part.back() == ' ' || part.back() == ',')) part.pop_back();
      if (part.find('@') != std::string::npos || skeleton_of(part).size() < 2 || !has_letter(part)) continue;
      bool const is_known = std::ranges::any_of(
          people, [&](doc::Person const& one) { return skeleton_of(one.name) == skeleton_of(part); });
      if (!is_known && people.size() < 12) people.push_back({part, doc::Role::author});
    }
  }

  // ---- the day

  void find_date() {
    std::string day = stated_day_;
    if (day.empty())
      for (NodeId id = 0; id < page_.nodes.size() && day.empty(); ++id) {
        if (page_.nodes[id].tag != Tag::time || !page_.has(id, "datetime")) continue;
        bool const is_near = std::ranges::any_of(flow_.passages, [&](Passage const& one) {
          std::size_t const i = static_cast<std::size_t>(&one - flow_.passages.data());
          return i >= start_ && i < end_ && !one.texts.empty() && page_.is_inside(one.texts.front(), id);
        });
        if (is_near) day = stated_day(page_.attribute(id, "datetime"), words_, language_);
      }
    if (day.empty() && date_trust_ > 1) day = printed_day_;
    if (day.empty()) day = day_in_address();
    if (day.empty()) day = printed_day_;
    if (day.empty()) day = stated_day(facts_.modified, words_, language_);
    head_.facts.date = day;
  }

  /// ".../2024/05/02/…" or ".../2024-05-02-…"
  std::string day_in_address() const {
    std::string_view const url = facts_.url;
    for (std::size_t at = url.find("20"); at != std::string_view::npos; at = url.find("20", at + 1)) {
      if (at > 0 && url[at - 1] >= '0' && url[at - 1] <= '9') continue;
      std::string_view const part = url.substr(at, 10);
      if (part.size() < 10 || (part[4] != '/' && part[4] != '-') || part[7] != part[4]) continue;
      if (std::string day = stated_day(part, words_, language_); !day.empty()) return day;
    }
    return {};
  }

  // ---- the standfirst

  bool is_described(std::size_t i) const {
    std::string const own = skeleton_of(passage(i).text.utf8);
    if (own.size() < 30) return false;
    return std::ranges::any_of(facts_.descriptions, [&](std::string const& text) {
      std::string const said = skeleton_of(text);
      // Cut by the page, or with a place before it.
      std::string const start = said.substr(0, 60);
      bool const is_in =
          start.size() >= 30 && own.find(start) != std::string::npos && said.size() * 5 >= own.size() * 2;
      return is_in || (said.starts_with(own) && own.size() * 3 >= said.size());
    });
  }

  void find_standfirst() {
    std::size_t const from = head_.title_passage ? *head_.title_passage + 1 : h1_ ? *h1_ + 1 : start_;
    for (std::size_t i = from; i < std::min(first_, count()); ++i) {
      Passage const& one = passage(i);
      if (!is_visible(i) || body_.fates[i].is_kept || i == head_.byline || i == head_.date) continue;
      if (one.link_share() > 0.5 || one.unit.shape.weight < 20 || one.unit.shape.columns > 900) continue;
      bool const is_pruned = body_.fates[i].rule == "residue.share" ||
                             body_.fates[i].rule == "residue.advert" ||
                             body_.fates[i].rule == "residue.related";
      if (is_pruned) continue;
      bool const is_under_title = head_.title_passage || h1_;
      bool const is_marked = has_hint(i, Hint::standfirst) && is_under_title;
      NodeId const node = passage(i).node;
      bool const is_sub = page_.nodes[node].tag == Tag::h2 && is_under_title && one.unit.shape.weight >= 40;
      if (!is_marked && !is_described(i) && !is_sub) continue;
      if (head_.standfirst.size() < 4) head_.standfirst.push_back(i);
    }
    for (std::size_t const i : head_.standfirst) body_.fates[i] = {true, false, false, {}, 0.9, {}};
  }

  /// Of pictures between headline and text, which often stand outside of what holds the text.
  void keep_captions() {
    std::size_t const from = head_.title_passage ? *head_.title_passage : h1_ ? *h1_ : first_;
    for (std::size_t i = from; i < first_; ++i) {
      Passage const& one = passage(i);
      bool const is_in_figure = page_.nearest(one.node, Tag::figure) != no_node && has_hint(i, Hint::caption);
      if (!is_in_figure || !is_visible(i) || one.is_link() || body_.pruned[one.node] ||
          body_.fates[i].is_kept)
        continue;
      body_.fates[i] = {true, true, false, {}, 0.9, {}};
    }
  }

  void fill_facts() {
    doc::Metadata& facts = head_.facts;
    facts.section = facts_.section;
    facts.publisher = facts_.publisher;
    facts.url = without_tracking(facts_.url);
    facts.licence = facts_.licence;
    // Lines of the head are no blocks.
    for (auto const& line : {head_.byline, head_.date, head_.kicker, head_.title_passage})
      if (line) take(*line, "html.head", "a line of the head");
  }

  Page const& page_;
  Flow const& flow_;
  std::vector<Hint> const& hints_;
  Facts const& facts_;
  Body& body_;
  Vocabulary const& words_;
  std::string_view language_;
  Head head_;
  std::optional<std::size_t> h1_;
  std::size_t first_ = 0, start_ = 0, end_ = 0;
  std::vector<doc::Person> printed_;
  std::string printed_day_;
  std::string stated_day_;
  base::Range day_range_, names_range_;
  int date_trust_ = 0;
  bool byline_is_said_ = false;
};

}  // namespace

std::string skeleton_of(std::string_view text) {
  std::string out;
  for (text::CodePointAt const c : text::code_points(text))
    if (text::is_letter(c.value) || text::is_digit(c.value) || text::is_mark(c.value))
      text::append(out, text::lower(c.value));
  return out;
}

Head head_of(Page const& page, Flow const& flow, std::vector<Hint> const& hints, Facts const& facts,
             Body& body, Vocabulary const& vocabulary, std::string_view language) {
  return HeadFinder(page, flow, hints, facts, body, vocabulary, language).head();
}

}  // namespace ms::read::html
