#include "read/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <functional>
#include <mutex>

#include "base/ascii.hpp"
#include "base/ensure.hpp"
#include "text/tag.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

// Not constexpr: clang 14 counts every character and gives up.
std::string_view const sources[] = {
#include "read/words/all.inc"
};
constexpr std::size_t source_count = std::size(sources);

constexpr std::array<std::string_view, static_cast<std::size_t>(Word::count_)> names = {
    "clipboard",   "share",   "advert",    "related", "source",       "rights",     "byline",     "editor",
    "translator",  "photo",   "published", "updated", "reading time", "elapsed",    "newsletter", "cookie",
    "navigation",  "section", "comments",  "tags",    "most read",    "correction", "abstract",   "prompt",
    "conjunction", "edit",    "release",   "version", "month"};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Marks that pages put around words of a menu or a button; not brackets, not quotation marks.
bool is_decoration(char32_t c) {
  if (c == '.' || c == ',' || c == ':' || c == ';' || c == '|' || c == '>' || c == '<' || c == '-' ||
      c == '*' || c == '+' || c == '/' || c == '!' || c == '_' || c == '=' || c == '~' || c == 0xB7 ||
      c == 0xBB || c == 0xAB || c == 0x2013 || c == 0x2014 || c == 0x2022 || c == 0x2026 || c == 0x203A ||
      c == 0x2039 || c == 0x3002 || c == 0x3001 || c == 0x300B || c == 0x60C || c == 0x964 || c == 0x6D4 ||
      c == 0xFF1A || c == 0xFF01 || c == 0xFF5C || c == 0x1366 || c == 0x1361 || c == 0x1362 || c == 0x30FB ||
      c == 0x2500)
    return true;
  return (c >= 0x2190 && c < 0x2460) || (c >= 0x2500 && c < 0x2C00) || (c >= 0x1F300 && c < 0x1FB00) ||
         c == 0xFE0F;
}

std::string utf8_folded(char32_t c) {
  std::string utf8;
  text::append(utf8, c);
  return text::folded(utf8);
}

/// The Latin ones beyond ASCII are made once: each is asked for again and again.
std::string folded_character(char32_t c) {
  constexpr char32_t first = 0x80;
  static std::array<std::string, 0x100> const latin = [] {
    std::array<std::string, 0x100> made;
    for (char32_t i = 0; i < made.size(); ++i) made[i] = utf8_folded(first + i);
    return made;
  }();
  return c >= first && c < first + latin.size() ? latin[c - first] : utf8_folded(c);
}

/// Appends one character of a line as keys have it; nothing for what they leave out.
void append_key_character(std::string& out, char32_t c) {
  if (c > ' ' && c < 0x80 && c != '#') {
    out += base::ascii_lower(static_cast<char>(c));
    return;
  }
  if (text::is_white_space(c)) {
    out += ' ';
    return;
  }
  if (c == '#' || text::is_default_ignorable(c) || text::is_control(c)) return;
  if (c == 0xFF1A || c == 0x1366) {
    out += ':';
  } else if (c == 0x2019 || c == 0x2018 || c == 0x2BC || c == 0x5F3) {
    out += '\'';
  } else if (c == 0x5F4) {
    out += '"';  // gershayim of Hebrew abbreviations
  } else if (c == 0x130) {
    out += 'i';  // Turkish: a dot above would stand apart after folding
  } else {
    out += folded_character(c);
  }
}

/// The characters of a key, one after the other, and where each came from.
struct Letters {
  struct Letter {
    std::size_t at = 0;              ///< in `text`; it ends where the next begins
    std::size_t start = 0, end = 0;  ///< in the line
    bool is_decoration = false;
  };
  std::string text;
  std::vector<Letter> all;

  std::size_t end_of(std::size_t i) const { return i + 1 < all.size() ? all[i + 1].at : text.size(); }
  std::string_view operator[](std::size_t i) const {
    return std::string_view(text).substr(all[i].at, end_of(i) - all[i].at);
  }
  bool ends_with(char c) const {
    return !all.empty() && all.back().at + 1 == text.size() && text.back() == c;
  }
};

Letters letters_of(std::string_view line) {
  Letters letters;
  letters.text.reserve(line.size());
  letters.all.reserve(line.size());
  for (text::CodePointAt const c : text::code_points(line)) {
    // Most of them: nothing before decides about them.
    if (c.value < 0x80 && base::is_ascii_letter(static_cast<char>(c.value))) {
      letters.all.push_back({letters.text.size(), c.offset, c.end(), false});
      letters.text += base::ascii_lower(static_cast<char>(c.value));
      continue;
    }
    if (text::is_digit(c.value)) {
      // Numbers with their separators are one mark: 1.234, 10:30.
      bool const goes_on = letters.ends_with('#') && letters.all.back().end == c.offset;
      if (!goes_on) {
        letters.all.push_back({letters.text.size(), c.offset, c.offset, false});
        letters.text += '#';
      }
      letters.all.back().end = c.end();
      continue;
    }
    bool const follows_blank = letters.ends_with(' ');
    std::size_t at = letters.text.size();
    append_key_character(letters.text, c.value);
    std::string_view const added = std::string_view(letters.text).substr(at);
    if (added.empty()) continue;
    bool const is_blank = added == " ";
    if (is_blank && (follows_blank || letters.all.empty())) {
      letters.text.pop_back();
      continue;
    }
    if (added == ":" && follows_blank) {
      letters.all.pop_back();
      letters.text.erase(--at, 1);
    }
    letters.all.push_back({at, c.offset, c.end(), is_blank || is_decoration(c.value)});
  }
  return letters;
}

/// In tables "#" stands for a number; in keys any number is "#".
std::string with_numbers(std::string_view pattern) {
  std::string text(pattern);
  std::ranges::replace(text, '#', '0');
  return text;
}

/// A pattern's fixed part: like a key, but its ends are as they are.
std::string pattern_text(std::string_view pattern) {
  return std::string(trimmed(letters_of(with_numbers(pattern)).text));
}

bool is_spaceless(char32_t c) {
  return text::is_ideographic(c) || text::script_of(c) == text::script_tag("Hira") ||
         text::script_of(c) == text::script_tag("Kana") || text::script_of(c) == text::script_tag("Thai") ||
         text::script_of(c) == text::script_tag("Khmr") || text::script_of(c) == text::script_tag("Laoo") ||
         text::script_of(c) == text::script_tag("Mymr");
}

/// May a word end between these two characters?
bool is_word_edge(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) return true;
  char32_t const before = text::code_point_before(text, offset).value,
                 after = text::code_point_at(text, offset).value;
  bool const both_letters =
      (text::is_letter(before) || text::is_mark(before)) && (text::is_letter(after) || text::is_mark(after));
  return !both_letters || is_spaceless(before) || is_spaceless(after);
}

/// The fixed part of a pattern with an open end; without a blank before the star it may end inside a word.
struct Open {
  Word kind;
  std::string text;
  bool ends_word = true;
  friend bool operator==(Open const&, Open const&) = default;
};

Open open_pattern(Word kind, std::string_view fixed) {
  bool const ends_word = fixed.starts_with(' ') || fixed.ends_with(' ');
  Open open{kind, pattern_text(fixed), ends_word};
  base::ensure(!open.text.empty(), "a pattern of a table of words has more than a star");
  return open;
}

constexpr std::size_t index_length = 4;

/// Up to four bytes as one number, so that a line is held against the table without making strings.
std::uint64_t packed(std::string_view bytes) {
  std::uint64_t number = bytes.size();
  for (char const c : bytes) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

void add(std::unordered_map<std::uint64_t, std::vector<Open>>& index, Open open, bool by_start) {
  std::string_view const text = open.text;
  std::size_t const length = std::min(index_length, text.size());
  std::vector<Open>& all =
      index[packed(by_start ? text.substr(0, length) : text.substr(text.size() - length))];
  if (std::ranges::find(all, open) == all.end()) all.push_back(std::move(open));
}

std::uint16_t pair_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint16_t>(static_cast<unsigned char>(text[at]) << 8U |
                                    static_cast<unsigned char>(text[at + 1]));
}

void add_once(std::vector<std::string>& all, std::string one) {
  if (std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
}

constexpr std::uint32_t bit(Word kind) {
  return std::uint32_t{1} << static_cast<unsigned>(kind);
}
static_assert(static_cast<unsigned>(Word::count_) <= 32);

}  // namespace

std::optional<Word> word_named(std::string_view name) {
  auto const* const found = std::ranges::find(names, name);
  return found == names.end() ? std::nullopt : std::optional(static_cast<Word>(found - names.begin()));
}

Key::Key(std::string_view line) {
  Letters const letters = letters_of(line);
  std::size_t first = 0, last = letters.all.size();
  while (first < last && letters.all[first].is_decoration) ++first;
  while (last > first && letters.all[last - 1].is_decoration) --last;
  // Brackets around all of it are decoration, too: "(Responsible: …)".
  auto const is_pair = [&](std::string_view open, std::string_view close) {
    return last - first > 2 && letters[first] == open && letters[last - 1] == close;
  };
  if (is_pair("(", ")") || is_pair("[", "]") || is_pair("（", "）") || is_pair("【", "】") ||
      is_pair("［", "］")) {
    ++first;
    --last;
  }
  if (first == last) {
    offsets_.push_back(0);
    return;
  }
  std::size_t const start = letters.all[first].at;
  text_ = letters.text.substr(start, letters.end_of(last - 1) - start);
  offsets_.reserve(text_.size() + 1);
  for (std::size_t i = first; i < last; ++i)
    offsets_.insert(offsets_.end(), letters[i].size(), letters.all[i].start);
  offsets_.push_back(letters.all[last - 1].end);
}

namespace {

/// Kinds of phrases that run into each other where a page loses what was between them.
constexpr std::uint32_t kinds_of_glued = bit(Word::share) | bit(Word::clipboard) | bit(Word::navigation) |
                                         bit(Word::section) | bit(Word::newsletter) | bit(Word::cookie);
constexpr std::size_t longest_glued = 40;

/// So that maps of strings are asked with parts of strings.
struct HashOfText {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <class Value>
using MapOfTexts = std::unordered_map<std::string, Value, HashOfText, std::equal_to<>>;

}  // namespace

struct Vocabulary::Table {
  MapOfTexts<std::uint32_t> whole;
  /// By their first (last) bytes, so that a line is held against few of them.
  std::unordered_map<std::uint64_t, std::vector<Open>> beginnings, endings;
  MapOfTexts<int> months;
  std::vector<std::string> conjunctions, prompts, versions;
  /// Which prompts begin with a pair of bytes: every place of a line is looked up once.
  std::unordered_map<std::uint16_t, std::vector<std::size_t>> prompts_by_start;
  std::bitset<0x10000> prompt_starts;  ///< the pairs in there
  /// How long the phrases are that may be glued, a bit for each length, by their first byte.
  std::array<std::uint64_t, 256> glued_lengths{};
};

namespace {

/// Calls `each(kind name, phrase)` for every phrase of a table; the line of tags is of kind "tags of
/// languages".
template <class Each>
void for_each_phrase(std::string_view source, Each each) {
  std::string_view kind;
  while (!source.empty()) {
    std::size_t const line_end = std::min(source.find('\n'), source.size());
    std::string_view line = source.substr(0, line_end);
    source.remove_prefix(std::min(line_end + 1, source.size()));
    bool const continues = line.starts_with(' ');
    if (trimmed(line).empty()) continue;
    if (!continues) {
      std::size_t const colon = line.find(':');
      base::ensure(colon != std::string_view::npos,
                   "a line of a table of words begins with its kind and a colon");
      kind = line.substr(0, colon);
      line.remove_prefix(colon + 1);
    }
    while (!line.empty()) {
      std::size_t const bar = std::min(line.find(" | "), line.size());
      if (std::string_view const phrase = trimmed(line.substr(0, bar)); !phrase.empty()) each(kind, phrase);
      line.remove_prefix(std::min(bar + 3, line.size()));
    }
  }
}

/// Is the language among those that the first line of the table names?
bool is_for(std::string_view source, std::string_view language) {
  bool found = false;
  std::string_view const first = source.substr(0, source.find('\n', 1));
  for_each_phrase(first, [&](std::string_view, std::string_view tag) { found = found || tag == language; });
  return found;
}

/// "month" and "persian month": in which hundred the numbers of a calendar begin.
std::optional<int> calendar_of(std::string_view kind) {
  if (kind == "month") return 0;
  if (kind == "persian month") return 100;
  if (kind == "islamic month") return 200;
  if (kind == "ethiopic month") return 300;
  if (kind == "hebrew month") return 400;
  return std::nullopt;
}

}  // namespace

void Vocabulary::add_whole(Table& table, Word kind, std::string const& phrase) {
  static_assert(longest_glued < 64);
  table.whole[phrase] |= bit(kind);
  if ((bit(kind) & kinds_of_glued) != 0 && !phrase.empty() && phrase.size() <= longest_glued)
    table.glued_lengths[static_cast<unsigned char>(phrase.front())] |= std::uint64_t{1} << phrase.size();
}

void Vocabulary::fill(Table& table, std::string_view source) {
  int month = 0;
  std::string_view last_kind;
  for_each_phrase(source, [&](std::string_view name, std::string_view phrase) {
    if (name != last_kind) month = 0;
    last_kind = name;
    if (name == "languages") return;
    if (auto const calendar = calendar_of(name)) {
      ++month;
      for (std::string_view rest = phrase; !rest.empty();) {
        std::size_t const slash = std::min(rest.find('/'), rest.size());
        table.months.emplace(Key(rest.substr(0, slash)).text(), *calendar + month);
        rest.remove_prefix(std::min(slash + 1, rest.size()));
      }
      return;
    }
    auto const kind = word_named(name);
    base::ensure(kind.has_value(), "a line of a table of words begins with a kind there is");
    if (*kind == Word::conjunction)
      add_once(table.conjunctions, fmt::format(" {} ", pattern_text(phrase)));
    else if (*kind == Word::version)
      add_once(table.versions, Key(phrase).text());
    else if (*kind == Word::prompt)
      add_once(table.prompts, pattern_text(phrase));
    else if (phrase.ends_with('*'))
      add(table.beginnings, open_pattern(*kind, phrase.substr(0, phrase.size() - 1)), true);
    else if (phrase.starts_with('*'))
      add(table.endings, open_pattern(*kind, phrase.substr(1)), false);
    else
      add_whole(table, *kind, Key(with_numbers(phrase)).text());
    if (*kind == Word::elapsed) {
      add(table.beginnings, open_pattern(*kind, phrase), true);
      add(table.endings, open_pattern(*kind, phrase), false);
    }
  });
  table.prompts_by_start.clear();
  for (std::size_t i = 0; i < table.prompts.size(); ++i) {
    base::ensure(table.prompts[i].size() >= 2, "a prompt has more than one letter");
    table.prompts_by_start[pair_at(table.prompts[i], 0)].push_back(i);
    table.prompt_starts.set(pair_at(table.prompts[i], 0));
  }
}

Vocabulary::Table const& Vocabulary::table(std::size_t index) {
  static std::array<Table, source_count> tables;
  static std::array<std::once_flag, source_count> made;
  std::call_once(made[index], [&] { fill(tables[index], sources[index]); });
  return tables[index];
}

/// All languages in one table: a line of an unknown language is looked up once, not once for each.
Vocabulary::Table const& Vocabulary::table_of_all() {
  static Table const all = [] {
    Table table;
    for (std::string_view const source : sources) fill(table, source);
    return table;
  }();
  return all;
}

Vocabulary Vocabulary::of(std::string_view language) {
  Vocabulary vocabulary;
  std::string_view const primary = text::primary_language(language);
  if (primary == "und" || primary.empty()) {
    vocabulary.tables_ = {&table_of_all()};
    vocabulary.conjunctions_ = table_of_all().conjunctions;
    return vocabulary;
  }
  for (std::size_t i = 0; i < source_count; ++i) {
    // The first two tables are those of no language and of English, whose words stand on pages everywhere.
    if (i > 1 && !is_for(sources[i], primary)) continue;
    Table const& one = table(i);
    vocabulary.tables_.push_back(&one);
    vocabulary.conjunctions_.insert(vocabulary.conjunctions_.end(), one.conjunctions.begin(),
                                    one.conjunctions.end());
  }
  return vocabulary;
}

Labels Vocabulary::labels(Key const& key) const {
  Labels labels;
  std::string const& text = key.text();
  std::array<std::uint64_t, index_length> starts{}, ends{};
  std::size_t const longest = std::min(index_length, text.size());
  for (std::size_t length = 1; length <= longest; ++length) {
    starts[length - 1] = packed(std::string_view(text).substr(0, length));
    ends[length - 1] = packed(std::string_view(text).substr(text.size() - length));
  }
  for (Table const* one : tables_) {
    if (auto const found = one->whole.find(text); found != one->whole.end()) labels.whole_ |= found->second;
    for (std::size_t length = 1; length <= longest; ++length) {
      if (auto const found = one->beginnings.find(starts[length - 1]); found != one->beginnings.end()) {
        for (Open const& open : found->second) {
          if (text == open.text) labels.open_ |= bit(open.kind);
          if (!text.starts_with(open.text) || text.size() == open.text.size()) continue;
          if (open.ends_word && !is_word_edge(text, open.text.size())) continue;
          std::size_t const start = text.find_first_not_of(' ', open.text.size());
          if (start == std::string::npos) continue;
          labels.matches_.push_back({open.kind, true, {key.in_line(start), key.in_line(text.size())}});
        }
      }
      if (auto const found = one->endings.find(ends[length - 1]); found != one->endings.end()) {
        for (Open const& open : found->second) {
          std::size_t const end = text.size() - std::min(open.text.size(), text.size());
          if (!text.ends_with(open.text) || end == 0 || (open.ends_word && !is_word_edge(text, end)))
            continue;
          labels.matches_.push_back({open.kind, false, {key.in_line(0), key.in_line(end)}});
        }
      }
    }
  }
  std::ranges::stable_sort(labels.matches_, {},
                           [](Labels::Match const& match) { return match.rest.length(); });
  return labels;
}

std::size_t Vocabulary::made_of(Word kind, Word other, Key const& key) const {
  std::vector<std::string_view> words;
  std::string_view rest = key.text();
  constexpr std::string_view separators = " ,:;|/+()#";
  while (true) {
    std::size_t const start = rest.find_first_not_of(separators);
    if (start == std::string_view::npos) break;
    std::size_t const end = std::min(rest.find_first_of(separators, start), rest.size());
    words.push_back(rest.substr(start, end - start));
    rest.remove_prefix(end);
  }
  auto const is_phrase = [&](std::string_view first, std::string_view last) {
    std::string_view const phrase(first.data(),
                                  static_cast<std::size_t>(last.data() + last.size() - first.data()));
    return std::ranges::any_of(tables_, [&](Table const* one) {
      auto const found = one->whole.find(phrase);
      return found != one->whole.end() && (found->second & (bit(kind) | bit(other))) != 0;
    });
  };
  std::size_t phrases = 0;
  for (std::size_t i = 0; i < words.size(); ++phrases) {
    std::size_t taken = 0;
    for (std::size_t length = std::min<std::size_t>(4, words.size() - i); length > 0 && taken == 0; --length)
      if (is_phrase(words[i], words[i + length - 1])) taken = length;
    if (taken == 0) return 0;
    i += taken;
  }
  return phrases;
}

std::size_t Vocabulary::prompts_in(Key const& key) const {
  std::string const& text = key.text();
  std::size_t count = 0;
  for (Table const* one : tables_) {
    std::vector<std::size_t> seen;  // the first place of a phrase tells
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
      std::uint16_t const pair = pair_at(text, at);
      if (!one->prompt_starts.test(pair)) continue;
      for (std::size_t const i : one->prompts_by_start.at(pair)) {
        std::string const& phrase = one->prompts[i];
        if (text.compare(at, phrase.size(), phrase) != 0 || std::ranges::find(seen, i) != seen.end())
          continue;
        seen.push_back(i);
        count += is_word_edge(text, at) && is_word_edge(text, at + phrase.size());
      }
    }
  }
  return count;
}

bool Vocabulary::is_glued_of(Key const& key) const {
  constexpr std::size_t shortest_line = 8, longest_line = 600;
  std::string_view const text = key.text();
  if (text.size() < shortest_line || text.size() > longest_line) return false;
  auto const kinds_of = [&](std::string_view phrase) {
    std::uint32_t found = 0;
    for (Table const* const one : tables_)
      if (auto const kind = one->whole.find(phrase); kind != one->whole.end()) found |= kind->second;
    return found & kinds_of_glued;
  };
  auto const lengths_at = [&](std::size_t at) {
    std::uint64_t lengths = 0;
    for (Table const* const one : tables_)
      lengths |= one->glued_lengths[static_cast<unsigned char>(text[at])];
    return lengths;
  };
  std::size_t phrases = 0, buttons = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    std::uint64_t const lengths = lengths_at(at);
    std::size_t length = std::min(longest_glued, text.size() - at);
    std::uint32_t found = 0;
    for (; length > 0; --length)
      if ((lengths >> length & 1U) != 0 && text::is_boundary(text, at + length))
        if ((found = kinds_of(text.substr(at, length))) != 0) break;
    if (length == 0) return false;
    at += length;
    ++phrases;
    buttons += (found & (bit(Word::share) | bit(Word::clipboard))) != 0;
  }
  // Two names of sections may be one word of a language; two buttons are not.
  return phrases >= 3 || (buttons == 2 && text.find(' ') == text.npos);
}

int Vocabulary::month(std::string_view name) const {
  std::string const key = Key(name).text();
  for (Table const* one : tables_)
    if (auto const found = one->months.find(key); found != one->months.end()) return found->second;
  return 0;
}

bool Vocabulary::is_version(std::string_view word) const {
  std::string const key = Key(word).text();
  return std::ranges::any_of(tables_, [&](Table const* one) {
    return std::ranges::find(one->versions, key) != one->versions.end();
  });
}

std::vector<Phrase> all_phrases() {
  std::vector<Phrase> all;
  for (std::string_view const source : sources) {
    std::string language;
    for_each_phrase(source, [&](std::string_view kind, std::string_view phrase) {
      if (kind == "languages") language.append(language.empty() ? "" : " ").append(phrase);
      if (auto const word = word_named(kind)) all.push_back({language, *word, std::string(phrase)});
    });
  }
  return all;
}

}  // namespace ms::read
