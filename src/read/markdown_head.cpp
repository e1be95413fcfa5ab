#include "read/markdown_head.hpp"

#include <algorithm>

#include "read/dates.hpp"
#include "read/links.hpp"
#include "read/people.hpp"
#include "read/stated_day.hpp"
#include "read/words.hpp"
#include "text/tag.hpp"

namespace ms::read {
namespace {

constexpr std::string_view head_rule = "markdown.head";

enum class Meaning {
  nothing,
  title,
  kicker,
  standfirst,
  author,
  editor,
  translator,
  photographer,
  date,
  language,
  direction,
  section,
  publisher,
  place,
  url,
  licence
};

struct KeyMeaning {
  std::string_view keys;  ///< blank around each
  Meaning meaning;
};
constexpr KeyMeaning meanings[] = {
    {" title headline ", Meaning::title},
    {" kicker ", Meaning::kicker},
    {" subtitle standfirst description summary abstract excerpt lead dek ", Meaning::standfirst},
    {" author authors by byline creator ", Meaning::author},
    {" editor editors ", Meaning::editor},
    {" translator translators ", Meaning::translator},
    {" photographer photographers photos ", Meaning::photographer},
    {" date published pubdate publish_date date_published created ", Meaning::date},
    {" lang language locale ", Meaning::language},
    {" dir direction ", Meaning::direction},
    {" section category rubric ", Meaning::section},
    {" publisher site site_name publication ", Meaning::publisher},
    {" place location dateline ", Meaning::place},
    {" url link canonical canonical_url source source_url original ", Meaning::url},
    {" licence license rights copyright ", Meaning::licence},
};

Meaning meaning_of(std::string const& key) {
  std::string const word = " " + key + " ";
  for (KeyMeaning const& one : meanings)
    if (one.keys.find(word) != std::string_view::npos) return one.meaning;
  return Meaning::nothing;
}

std::string trimmed(std::string_view text) {
  std::size_t const start = text.find_first_not_of(" \t");
  if (start == std::string_view::npos) return {};
  return std::string(text.substr(start, text.find_last_not_of(" \t") + 1 - start));
}

class Head {
 public:
  Head(std::string_view language, PartWriter& writer, Outline& outline)
      : language_(language), vocabulary_(Vocabulary::of(language)), writer_(writer), outline_(outline) {}

  std::string write(FrontMatter const& matter) {
    for (FrontMatter::Entry const& entry : matter.entries) write(entry);
    writer_.drop({writer_.at(), matter.range.end}, head_rule, text::EditClass::move);
    return title_;
  }

 private:
  void write(FrontMatter::Entry const& entry) {
    FrontMatter::Value const& value = entry.values.front();
    doc::Metadata& facts = outline_.facts;
    auto const set = [&](std::string& fact) {
      if (fact.empty()) fact = trimmed(value.text);
    };
    switch (meaning_of(entry.key)) {
      case Meaning::title:
        if (title_.empty()) {
          title_ = trimmed(value.text);
          add_part(Role::title, {value});
        }
        break;
      case Meaning::kicker: add_part(Role::kicker, {value}); break;
      case Meaning::standfirst:
        if (!has_standfirst_) add_part(Role::standfirst, {value});
        has_standfirst_ = true;
        break;
      case Meaning::author:
        for (FrontMatter::Value const& one : entry.values) add_people(one.text, doc::Role::author);
        add_part(Role::byline, entry.values);
        break;
      case Meaning::editor: add_all(entry, doc::Role::editor); break;
      case Meaning::translator: add_all(entry, doc::Role::translator); break;
      case Meaning::photographer: add_all(entry, doc::Role::photographer); break;
      case Meaning::date:
        if (!facts.date.empty()) break;
        facts.date = stated_day(value.text, vocabulary_, language_);
        add_part(Role::date, {value});
        break;
      case Meaning::language:
        if (auto const tag = text::canonical_tag(trimmed(value.text))) outline_.language = *tag;
        break;
      case Meaning::direction:
        if (value.text == "rtl") outline_.direction = text::Direction::rtl;
        if (value.text == "ltr") outline_.direction = text::Direction::ltr;
        break;
      case Meaning::section: set(facts.section); break;
      case Meaning::publisher: set(facts.publisher); break;
      case Meaning::place: set(facts.place); break;
      case Meaning::url:
        if (address_in(value.text)) set(facts.url);
        facts.url = without_tracking(facts.url);
        break;
      case Meaning::licence: set(facts.licence); break;
      case Meaning::nothing: break;
    }
  }

  void add_all(FrontMatter::Entry const& entry, doc::Role role) {
    for (FrontMatter::Value const& one : entry.values) add_people(one.text, role);
  }

  /// "Ana Ruiz <ana@example.org>"; two names in one value are two people.
  void add_people(std::string_view text, doc::Role role) {
    std::string const name = trimmed(text.substr(0, text.find('<')));
    if (name.empty()) return;
    std::vector<doc::Person> people = people_in(name, vocabulary_, role);
    if (people.size() < 2) people = {{name, role}};
    for (doc::Person& person : people)
      if (std::ranges::find(outline_.facts.people, person) == outline_.facts.people.end())
        outline_.facts.people.push_back(std::move(person));
  }

  void add_part(Role role, std::vector<FrontMatter::Value> const& values) {
    std::size_t const start = values.front().pieces.front().range.start;
    writer_.drop({writer_.at(), start}, head_rule, text::EditClass::move);
    Part part;
    part.role = role;
    if (role == Role::standfirst) part.css_class = "standfirst";
    writer_.begin(std::move(part));
    bool is_first = true;
    for (FrontMatter::Value const& value : values) {
      if (!is_first) writer_.put(", ", head_rule);
      is_first = false;
      for (Piece const& piece : value.pieces) {
        if (!piece.before.empty()) writer_.put(piece.before, piece.rule);
        if (piece.instead.empty())
          writer_.keep(piece.range);
        else
          writer_.replace(piece.range, piece.instead, piece.instead_rule);
      }
    }
    writer_.end();
  }

  std::string_view language_;
  Vocabulary vocabulary_;
  PartWriter& writer_;
  Outline& outline_;
  std::string title_;
  bool has_standfirst_ = false;
};

bool is_headline(Part const& part) {
  return part.role == Role::heading && part.inside.empty();
}

void find_title(std::vector<Part>& parts) {
  bool const has_title =
      std::ranges::any_of(parts, [](Part const& part) { return part.role == Role::title; });
  if (has_title) return;
  auto const first = std::ranges::find_if(parts, [](Part const& part) {
    return part.role != Role::byline && part.role != Role::date && part.role != Role::standfirst;
  });
  if (first == parts.end() || !is_headline(*first)) return;
  bool const is_alone = std::none_of(first + 1, parts.end(), [&](Part const& part) {
    return is_headline(part) && part.level <= first->level;
  });
  if (is_alone) first->role = Role::title;
}

/// The highest heading below the title is of level 2, whatever its author began with.
void settle_levels(std::vector<Part>& parts) {
  int highest = 7;
  for (Part const& part : parts)
    if (part.role == Role::heading) highest = std::min(highest, part.level);
  for (Part& part : parts)
    if (part.role == Role::heading) part.level = std::clamp(part.level + 2 - highest, 2, 6);
}

/// The text of a part that is one piece of one line, else nothing.
std::string_view line_of(std::string_view source, Part const& part) {
  constexpr std::size_t longest = 160;
  std::string_view const text =
      base::slice(source, {part.pieces.front().range.start, part.pieces.back().range.end});
  bool const is_whole = std::ranges::all_of(
      part.pieces, [](Piece const& piece) { return piece.before.empty() && piece.instead.empty(); });
  return is_whole && text.size() <= longest ? text : std::string_view();
}

void find_byline(std::string_view source, std::string_view language, Outline& outline) {
  auto part = std::ranges::find(outline.parts, Role::title, &Part::role);
  if (part == outline.parts.end() || !outline.facts.people.empty() || !outline.facts.date.empty()) return;
  Vocabulary const vocabulary = Vocabulary::of(language);
  constexpr int most_lines = 3;
  bool has_byline = false, has_date = false;
  for (int i = 0; i < most_lines && ++part != outline.parts.end(); ++i) {
    if (part->role != Role::paragraph || !part->inside.empty() || part->cell) continue;
    std::string_view const line = line_of(source, *part);
    if (line.empty()) continue;
    auto const names = vocabulary.labels(Key(line)).begins(Word::byline);
    auto const date = date_in(line, vocabulary, language);
    std::vector<doc::Person> people;
    if (names && !has_byline) {
      std::string_view const rest = base::slice(line, *names);
      // "By Ana Ruiz, 11 August 2025": the names end where the day begins.
      people = people_in(date && date->range.start >= names->start
                             ? base::slice(line, {names->start, date->range.start})
                             : rest,
                         vocabulary);
    }
    if (!people.empty()) {
      part->role = Role::byline;
      outline.facts.people = std::move(people);
      has_byline = true;
      if (date) outline.facts.date = date->iso;
    } else if (date && !has_date && line.size() <= date->range.length() + 24) {
      part->role = Role::date;
      outline.facts.date = date->iso;
      has_date = true;
    }
  }
}

}  // namespace

std::string write_head(FrontMatter const& matter, std::string_view language, PartWriter& writer,
                       Outline& outline) {
  return Head(language, writer, outline).write(matter);
}

void settle_head(std::string_view source, std::string_view language, Outline& outline) {
  find_title(outline.parts);
  settle_levels(outline.parts);
  find_byline(source, language, outline);
}

}  // namespace ms::read
