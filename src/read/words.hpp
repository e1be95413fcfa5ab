// What people and pages write around an article, by language: "Copy link", "By …", "Related stories", months.
// In: a line as it was found. Out: which kinds of words it is made of, and where the rest of it begins. The
// words themselves are data (words/*.inc, one file a language, described in docs/rules.md); adding a language
// is a file and a line in words.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/range.hpp"

namespace ms::read {

enum class Word : std::uint8_t {
  clipboard,     ///< "Copy link": what the button said that copied the text
  share,         ///< words of share bars
  advert,        ///< "Advertisement"
  related,       ///< "Read also", before a link to another article or a list of them
  source,        ///< "Source:", before an address or a name
  rights,        ///< "All rights reserved"
  byline,        ///< "By …", "… reports"
  editor,        ///< "Editing by …"
  translator,    ///< "Translated by …"
  photo,         ///< "Photo: …"
  published,     ///< before a date
  updated,       ///< before a date or time of change
  reading_time,  ///< "4 min read"
  elapsed,       ///< "3 hours ago"; each phrase may have something before it and after it
  newsletter,    ///< invitations to subscribe
  cookie,        ///< consent
  navigation,    ///< menus, footers, "Skip to content", "Log in"
  section,       ///< names of sections of a paper, in menus and as kickers
  comments,      ///< "Comments (12)", "Reply"
  tags,          ///< "Topics:"
  most_read,     ///< titles of lists of links
  correction,    ///< "Correction:": never removed
  abstract,      ///< "In brief", "Summary"
  prompt,       ///< words anywhere in a line of those that ask readers to pay, to sign up, to allow something
  conjunction,  ///< between names
  edit,         ///< what buttons at headings of encyclopedias say, in any language
  release,      ///< "Press release", above a headline
  version,      ///< before the number of a program, which looks like a day
  month,        ///< with its number, see dates.hpp
  count_
};

std::optional<Word> word_named(std::string_view name);

/// A line made ready for comparison: in lower case, digits of any script as "#" for each number, one space
/// for each white space, invisible characters left out, marks of apostrophes alike, decoration at both ends
/// cut off.
class Key {
 public:
  explicit Key(std::string_view line);
  std::string const& text() const { return text_; }
  /// Where the byte `offset` of the key stands in the line; for its size, the end of what it was made of.
  std::size_t in_line(std::size_t offset) const { return offsets_[offset]; }

 private:
  std::string text_;
  std::vector<std::size_t> offsets_;
};

/// What the words of a vocabulary say of a line.
class Labels {
 public:
  /// Is all of the line such a phrase?
  bool is(Word kind) const { return (whole_ & bit(kind)) != 0; }
  bool is_any() const { return whole_ != 0; }
  /// Does the line begin (end) with such a phrase and go on (have something before)? Then the rest of it, as
  /// a range of the line.
  std::optional<base::Range> begins(Word kind) const { return rest(kind, true); }
  std::optional<base::Range> ends(Word kind) const { return rest(kind, false); }
  bool has(Word kind) const { return is(kind) || begins(kind) || ends(kind); }
  /// Is all of the line the beginning of such a phrase, and what goes on is in the next line? "By", "Photo:"
  bool opens(Word kind) const { return (open_ & bit(kind)) != 0; }

 private:
  friend class Vocabulary;
  struct Match {
    Word kind;
    bool is_beginning;
    base::Range rest;
  };
  static constexpr std::uint32_t bit(Word kind) { return std::uint32_t{1} << static_cast<unsigned>(kind); }
  std::optional<base::Range> rest(Word kind, bool is_beginning) const {
    for (Match const& match : matches_)
      if (match.kind == kind && match.is_beginning == is_beginning) return match.rest;
    return std::nullopt;
  }
  std::uint32_t whole_ = 0, open_ = 0;
  std::vector<Match> matches_;  ///< the longest phrase of its kind first
};

/// The words of some languages together.
class Vocabulary {
 public:
  /// The words of `language` and those that stand on pages in any language; all words there are for "und".
  static Vocabulary of(std::string_view language);

  Labels labels(Key const& key) const;
  /// Is every word of the line, or every two to four words together, a phrase of one of these kinds, and how
  /// many are there?
  std::size_t made_of(Word kind, Word other, Key const& key) const;
  /// How many different phrases of prompts there are inside of the line.
  std::size_t prompts_in(Key const& key) const;
  /// "ShareFacebookX": three or more phrases of menus, or two of buttons, that lost what was between them.
  bool is_glued_of(Key const& key) const;
  /// Number of the month of this name (1 to 12, in a calendar: 100 Persian, 200 Islamic, 300 Ethiopic …), or
  /// 0.
  int month(std::string_view name) const;
  /// "Version", "Android": what comes next is the number of a program.
  bool is_version(std::string_view word) const;
  /// Conjunctions between names, with their blanks.
  std::vector<std::string> const& conjunctions() const { return conjunctions_; }

 private:
  struct Table;
  static void fill(Table& table, std::string_view source);
  static void add_whole(Table& table, Word kind, std::string const& phrase);
  static Table const& table(std::size_t index);
  static Table const& table_of_all();
  std::vector<Table const*> tables_;
  std::vector<std::string> conjunctions_;
};

/// For the tests of the tables: the tags of every file, and every phrase with its kind.
struct Phrase {
  std::string language;
  Word kind;
  std::string text;
};
std::vector<Phrase> all_phrases();

}  // namespace ms::read
