#include "language/clusters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <vector>

#include "language/telltales.hpp"
#include "text/tag.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::language {
namespace {

/// Each with a space before and behind every member.
constexpr std::string_view clusters[] = {
    " bs hr sr cnr sh ", " ms id ",  " nb nn no da ",    " xh zu ss nd nr ", " st tn nso ", " zh yue ",
    " rw rn ",           " fil tl ", " hi bho mai mag ", " ak tw fat ",      " ro mo ",
};

struct Tally {
  std::string_view tag;
  std::size_t words = 0;
};

/// Calls `take` with every word, in lower case, a space before and behind it.
template <typename Take>
void take_words(std::string_view letters, Take const& take) {
  std::string word(1, ' ');
  auto const finish = [&] {
    if (word.size() > 1) take(std::string_view(word += ' '));
    word.assign(1, ' ');
  };
  for (text::CodePointAt const c : text::code_points(letters)) {
    if (text::is_letter(c.value) || text::is_mark(c.value))
      text::append(word, text::lower(c.value));
    else
      finish();
  }
  finish();
}

bool contains(std::string_view list, std::string_view word) {
  return list.find(word) != list.npos;
}

/// The group of look-alikes that `tag` is in; empty when it is in none.
std::string_view group_of(std::string_view tag) {
  std::string const member = fmt::format(" {} ", tag);
  for (std::string_view const group : groups_of_look_alikes())
    if (contains(group, member)) return group;
  return {};
}

std::vector<Tally> members_of(std::string_view group) {
  std::vector<Tally> tallies;
  for (std::size_t end; (end = group.find(' ', 1)) != group.npos; group.remove_prefix(end))
    tallies.push_back({group.substr(1, end - 1), 0});
  return tallies;
}

bool speaks_for(std::string_view tags, std::string_view tag) {
  std::size_t const at = tags.find(tag);
  return at != tags.npos && tags[at - 1] == ' ' && tags[at + tag.size()] == ' ';
}

/// Croatian and Bosnian have ije in the middle of words where Serbian has e; but klijent, prijem have it all.
bool is_ijekavian(std::string_view word) {
  std::size_t const at = word.find("ije");
  if (at == word.npos || at < 2 || at + 4 >= word.size()) return false;
  std::string_view const rest = word.substr(at + 3);
  constexpr std::string_view vowels = "aeiou";
  return vowels.find(rest[0]) == vowels.npos && !rest.starts_with("nt") && !rest.starts_with("m ") &&
         !rest.starts_with("n ");
}

/// The telltale words of one group, for looking up.
class Lexicon {
 public:
  explicit Lexicon(std::string_view group) : has_ije_(speaks_for(group, "hr")) {
    for (Telltale const& telltale : telltales()) {
      std::vector<Tally> const tags = members_of(telltale.tags);
      bool const is_of_group = std::all_of(tags.begin(), tags.end(),
                                           [&](Tally const& tally) { return speaks_for(group, tally.tag); });
      if (!is_of_group) continue;
      std::string_view list = telltale.words;
      for (std::size_t end; (end = list.find(' ', 1)) != list.npos; list.remove_prefix(end))
        entries_.push_back({list.substr(0, end + 1), telltale.tags});
    }
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](Entry const& a, Entry const& b) { return a.word < b.word; });
  }

  /// Whom the word speaks for, with a space before and behind each tag; empty: for nobody. A word in several
  /// lists speaks for nobody alone.
  std::string_view tags_of(std::string_view word) const {
    auto const found =
        std::lower_bound(entries_.begin(), entries_.end(), word,
                         [](Entry const& e, std::string_view wanted) { return e.word < wanted; });
    if (found != entries_.end() && found->word == word) {
      bool const is_in_two = found + 1 != entries_.end() && found[1].word == word;
      return is_in_two ? std::string_view() : found->tags;
    }
    return has_ije_ && is_ijekavian(word) ? " hr bs " : std::string_view();
  }

 private:
  struct Entry {
    std::string_view word, tags;
  };
  std::vector<Entry> entries_;
  bool has_ije_;
};

/// Made when a text first needs it.
Lexicon const& lexicon_of(std::string_view group) {
  static std::mutex mutex;
  static std::map<std::string_view, Lexicon> lexicons;
  std::lock_guard const lock(mutex);
  return lexicons.try_emplace(group, group).first->second;
}

/// Tahitian has neither k nor g nor w, of which its sister languages are full; detectors know its sisters.
bool has_no_velars(std::string_view letters, std::string_view tag) {
  if (tag != "mi" && tag != "rar" && tag != "haw" && tag != "to" && tag != "sm" && tag != "niu") return false;
  std::size_t all = 0, velars = 0, others = 0;
  for (char const c : letters) {
    char const lower = static_cast<char>(c | 0x20);
    all += lower >= 'a' && lower <= 'z';
    velars += lower == 'k' || lower == 'g' || lower == 'w' || lower == 'l';
    others += lower == 't' || lower == 'r' || lower == 'f' || lower == 'h';
  }
  return all >= 60 && velars * 50 < all && others * 8 > all;
}

/// In shorter texts one telltale word decides nothing.
constexpr std::size_t words_for_one = 15;

/// Northern Ndebele says "with" and "and" as la-, le-, lo-, where its sister languages have na-, ne-, no-;
/// but these begin demonstratives there too. `own` and `of_zulu`: telltale words.
bool is_northern_ndebele(std::string_view letters, std::size_t own, std::size_t of_zulu) {
  int words = 0;
  int evidence = 3 * (static_cast<int>(own) - static_cast<int>(of_zulu));
  take_words(letters, [&](std::string_view word) {
    ++words;
    if (word == " noma " || word == " uma ") evidence -= 1;
    bool const has_vowel = word[2] == 'a' || word[2] == 'e' || word[2] == 'o';
    if (word.size() < 9 || !has_vowel) return;
    if (word[1] == 'l') evidence += 1;
    if (word[1] == 'n') evidence -= 3;
  });
  return evidence >= 3 && evidence * 25 >= words;
}

/// Tashelhit in Arabic letters writes its prepositions as words of one letter (n "of", d "with", gh "in",
/// s "to"), which Arabic never does.
bool is_tashelhit(std::string_view letters) {
  std::size_t words = 0, of = 0, other = 0;
  take_words(letters, [&](std::string_view word) {
    ++words;
    if (word == " ن ") ++of;
    if (word == " د " || word == " غ " || word == " س " || word == " ف ") ++other;
  });
  return of >= 2 && other >= 2 && (of + other) * 25 > words;
}

}  // namespace

bool are_confused(std::string_view tag, std::string_view other) {
  if (text::primary_language(tag) == text::primary_language(other)) return false;
  auto const member = [](std::string_view t) { return fmt::format(" {} ", text::primary_language(t)); };
  std::string const a = member(tag), b = member(other);
  return std::any_of(std::begin(clusters), std::end(clusters),
                     [&](std::string_view cluster) { return contains(cluster, a) && contains(cluster, b); });
}

std::string told_by_words(std::string_view letters, std::string_view tag) {
  if (tag == "ar" && is_tashelhit(letters)) return "shi-Arab";
  if (has_no_velars(letters, tag)) return "ty";
  std::string_view const found = tag == "cnr" || tag == "sr-Latn" ? "sr-Latn" : tag;
  std::string_view const group = group_of(found);
  if (group.empty()) return std::string(tag);

  std::vector<Tally> tallies = members_of(group);
  std::vector<std::string_view> told;  // by each telltale word
  std::size_t words = 0;
  Lexicon const& lexicon = lexicon_of(group);
  take_words(letters, [&](std::string_view word) {
    ++words;
    std::string_view const tags = lexicon.tags_of(word);
    if (tags.empty()) return;
    told.push_back(tags);
    for (Tally& tally : tallies)
      if (speaks_for(tags, tally.tag)) ++tally.words;
  });
  std::stable_sort(tallies.begin(), tallies.end(), [&](Tally const& a, Tally const& b) {
    return a.words != b.words ? a.words > b.words : a.tag == found && b.tag != found;
  });
  // Between the first and the one that was found only those words count that do not speak for both.
  std::size_t for_best = 0, for_found = 0;
  for (std::string_view const tags : told) {
    bool const is_best = speaks_for(tags, tallies[0].tag), is_found = speaks_for(tags, found);
    for_best += is_best && !is_found;
    for_found += is_found && !is_best;
  }
  bool const is_clear = for_best >= 2 || (for_best == 1 && words >= words_for_one);
  bool const is_ahead = for_best > for_found + for_found / 2;
  std::string_view const best = is_clear && is_ahead ? tallies[0].tag : found;
  auto const words_of = [&](std::string_view wanted) {
    auto const at =
        std::find_if(tallies.begin(), tallies.end(), [&](Tally const& t) { return t.tag == wanted; });
    return at->words;
  };
  if (best == "zu" && is_northern_ndebele(letters, words_of("nd"), words_of("zu"))) return "nd";
  return std::string(best == found ? tag : best);
}

}  // namespace ms::language
