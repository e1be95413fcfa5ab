#include "read/headline.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "read/caption.hpp"
#include "read/credit.hpp"
#include "read/lines.hpp"
#include "read/trail.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

/// How far above the text a headline may stand: pages put share bars and counters between.
constexpr std::size_t farthest = 100;
/// How far below the first line of text: what stands there may be the summary of another article.
constexpr std::size_t deepest = 12;
/// More of a text than this says nothing new about its words.
constexpr std::size_t enough_text = 24 * 1024;

/// Numbers, for looking up, and never 0: a text has thousands of pieces, and a set of the library makes a
/// node of each.
class Numbers {
 public:
  void add(std::uint64_t number) {
    if (number == 0) return;
    if (2 * (count_ + 1) > slots_.size()) grow();
    std::uint64_t& slot = slots_[slot_of(number)];
    count_ += slot == 0;
    slot = number;
  }
  bool has(std::uint64_t number) const {
    return number != 0 && !slots_.empty() && slots_[slot_of(number)] == number;
  }

 private:
  /// Where the number is, or the free place where it would be.
  std::size_t slot_of(std::uint64_t number) const {
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15U;
    std::size_t slot = (number * golden >> 32U) & (slots_.size() - 1);
    while (slots_[slot] != 0 && slots_[slot] != number) slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  }
  void grow() {
    std::vector<std::uint64_t> const old = std::exchange(slots_, {});
    slots_.resize(old.empty() ? 64 : 4 * old.size());
    for (std::uint64_t const number : old)
      if (number != 0) slots_[slot_of(number)] = number;
  }
  std::vector<std::uint64_t> slots_;  ///< a power of two of them, at most half of them taken
  std::size_t count_ = 0;
};

/// Pieces of letters: four of an alphabet, two of a script whose characters are syllables or words. What a
/// headline has in common with its text, in any language, without knowing where words end.
class Pieces {
 public:
  /// Calls `each` with a number for every piece.
  template <class Each>
  static void of(std::string_view text, Each each) {
    std::string const folded = text::folded(text);
    std::uint64_t window = 0;
    std::size_t in_window = 0;
    for (text::CodePointAt const c : text::code_points(folded)) {
      if (!text::is_letter(c.value) && !text::is_mark(c.value) && !text::is_digit(c.value)) {
        in_window = 0;
        continue;
      }
      bool const is_wide = text::is_wide(c.value);
      window = (window << 16U) ^ c.value;
      ++in_window;
      if (is_wide ? in_window >= 2 : in_window >= 4) each(is_wide ? window & 0xFFFFFFFFU : window);
    }
  }

  void add(std::string_view text) {
    of(text, [&](std::uint64_t piece) { known_.add(piece); });
  }

  /// Which part of the pieces of `text` is known?
  double share(std::string_view text) const {
    std::size_t all = 0, found = 0;
    of(text, [&](std::uint64_t piece) {
      ++all;
      found += known_.has(piece);
    });
    return all < 3 ? 0 : static_cast<double>(found) / static_cast<double>(all);
  }

 private:
  Numbers known_;
};

class Headline {
 public:
  Headline(std::string_view text, std::vector<Unit> const& units, Page const& page,
           Vocabulary const& vocabulary)
      : text_(text), units_(units), page_(page), vocabulary_(vocabulary), credits_(units.size()) {
    for (std::size_t i = page.first, size = 0; i < page.last && size < enough_text; ++i) {
      if (page.places[i] != Place::article || !is_prose(units[i])) continue;
      article_.add(line(i));
      size += line(i).size();
    }
    for (std::size_t i = 0; i < units.size(); ++i)
      if (units[i].is_labelled) ++times_[line(i)];
  }

  std::optional<std::size_t> found() const {
    std::size_t const begin = page_.first - std::min(page_.first, farthest);
    std::size_t const end = std::min(page_.first + deepest, page_.last);
    std::optional<std::size_t> best;
    double top = 1.5;
    bool is_in_text = false;
    for (std::size_t i = begin; i < end; ++i) {
      // Below a paragraph it is the heading of a part, or the paragraph belonged to another article.
      is_in_text = is_in_text || (i > page_.first && is_prose(units_[i - 1]));
      if (is_in_text && !has_credit_below(i)) continue;
      double const score = score_of(i);
      if (score <= top) continue;
      top = score;
      best = i;
    }
    if (!best) return above_credit(begin);
    std::size_t const upper = above_subtitle(*best, top);
    return says_again(upper, top) ? upper + 1 : upper;
  }

 private:
  std::string_view line(std::size_t i) const { return base::slice(text_, units_[i].shape.visible); }

  /// No line has much in common with the text: the one right above the byline or the day may still be it.
  std::optional<std::size_t> above_credit(std::size_t begin) const {
    constexpr double enough = 0.5;
    for (std::size_t i = begin; i < page_.first; ++i)
      if (is_credit(i + 1) && score_of(i) >= enough) return i;
    return std::nullopt;
  }

  /// Of two lines in a row that may both be it, the first is the headline and the second its subtitle.
  std::size_t above_subtitle(std::size_t best, double top) const {
    if (best == 0) return best;
    std::size_t const above = best - 1;
    // The last step of a trail of sections, or a kicker and the headline in one: the later line is complete.
    if (line(above).ends_with(line(best)) || line(best).ends_with(line(above))) return best;
    bool const is_long_enough = units_[above].shape.weight >= 24 && !units_[above].shape.ends_with_stop;
    bool const is_shorter = units_[above].shape.weight <= units_[best].shape.weight * 5 / 4;
    return is_long_enough && is_shorter && score_of(above) >= top - 1 ? above : best;
  }

  /// The last step of a trail of sections is often the headline in other words; the line below, with a kicker
  /// before it, is the one.
  bool says_again(std::size_t i, double top) const {
    if (i + 1 >= units_.size() || units_[i + 1].shape.ends_with_stop || score_of(i + 1) < top - 1)
      return false;
    bool const has_kicker =
        end_of_kicker(line(i + 1), vocabulary_) > 0 || end_of_section(line(i + 1), vocabulary_) > 0;
    return has_kicker && shared_words(line(i), line(i + 1)) >= 0.4;
  }

  double score_of(std::size_t i) const {
    Unit const& unit = units_[i];
    Line const& shape = unit.shape;
    if (!unit.is_labelled || shape.letters < 2 || shape.columns > 220 || shape.weight < 8) return 0;
    if (page_.reasons[i].is_furniture || unit.labels.has(Word::source) ||
        line(i).find("://") != std::string_view::npos || is_caption(unit, line(i), vocabulary_) ||
        is_credit(i) || !trail_of(line(i), vocabulary_).empty())
      return 0;
    double const weight = static_cast<double>(shape.weight);
    // A part of its words is enough: headlines say more than the text does, headings say less.
    double score = 3 * std::min(1.0, 2 * article_.share(line(i)));
    score += weight < 16 ? -1.5 : weight < 28 ? 0 : weight <= 130 ? 1 : -0.5;
    if (shape.ends_with_stop) score -= 1.3;
    if (shape.digits >= 4 && shape.letters < 30) score -= 1.5;
    if (i >= page_.first) score -= 0.4;
    // A text that begins with it was copied from its headline on.
    if (i == 0 && weight >= 24 && score > 2) score += 0.8;
    if (shape.ends_clause) score -= 1;
    if (is_prose(unit)) score -= 1.5;
    if (shape.has_sentence_inside && weight > 110) score -= 0.5;
    if (shape.has_sentence_inside && ends_with_byline(line(i))) score -= 2;
    if (vocabulary_.prompts_in(Key(line(i))) > 0) score -= 1.5;
    if (shape.is_upper && shape.columns < 30) score -= 0.5;
    if (times_.at(line(i)) > 1) score += score > 1.5 ? 0.7 : -0.7;
    if (i + 1 < units_.size() && line(i).ends_with(line(i + 1)) && units_[i + 1].shape.weight >= 20)
      score -= 1;
    bool const below = has_line_near(i, i + 1, i + 5);
    score += below                                                  ? 0.9
             : has_line_near(i, i + 5, i + 9)                       ? 0.4
             : has_line_near(i, i - std::min<std::size_t>(i, 5), i) ? -0.6
                                                                    : 0;
    // It may be the heading of the first part, the more so when others follow.
    if (!below && i + 1 >= page_.first) score -= opens_sections(units_, i) ? 1.2 : 0.4;
    if (i + 1 < units_.size() && units_[i + 1].labels.begins(Word::photo))
      score -= shape.ends_sentence ? 0.8 : 0.4;  // a caption above its credit
    double distance = 0;
    for (std::size_t j = i + 1; j < page_.first; ++j)
      distance += !page_.reasons[j].is_aside && !is_sentence(units_[j]);
    return score - std::min(1.2, 0.04 * distance);
  }

  /// "… on the run. A comment by Ana Lund": a summary with its byline.
  bool ends_with_byline(std::string_view text) const {
    for (text::CodePointAt const c : text::code_points(text)) {
      if (!text::is_sentence_end(c.value) || c.end() >= text.size()) continue;
      std::string_view const tail = text.substr(c.end());
      if (columns_of(tail) <= 60 && vocabulary_.labels(Key(tail)).begins(Word::byline)) return true;
    }
    return false;
  }

  /// A byline or a day stands right below a headline, or below the sentence after it.
  bool has_line_near(std::size_t i, std::size_t begin, std::size_t end) const {
    for (std::size_t j = begin; j < units_.size() && j < end; ++j) {
      Unit const& unit = units_[j];
      if (j == i || !unit.is_labelled || is_prose(unit)) continue;
      if (is_credit(j)) return true;
      if (unit.shape.digits >= 5 && unit.shape.columns < 80 && !unit.shape.ends_with_stop) return true;
    }
    return false;
  }

  bool is_credit(std::size_t i) const {
    return units_[i].is_labelled && units_[i].shape.columns <= 120 && credit_in(i) != InCredit::nothing;
  }

  bool has_credit_below(std::size_t i) const {
    for (std::size_t j = i + 1; j < units_.size() && j <= i + 3; ++j) {
      Unit const& unit = units_[j];
      if (!unit.is_labelled || is_prose(unit) || unit.shape.columns > 100) continue;
      if (credit_in(j) == InCredit::date_or_people) return true;
    }
    return false;
  }

  enum class InCredit : std::uint8_t { nothing, other, date_or_people };
  /// Each line is asked for by all lines near it, and to read one takes long.
  InCredit credit_in(std::size_t i) const {
    std::optional<InCredit>& known = credits_[i];
    if (!known) {
      Credit const credit = credit_of(line(i), vocabulary_, {});
      known = !credit.is_credit                       ? InCredit::nothing
              : credit.date || !credit.people.empty() ? InCredit::date_or_people
                                                      : InCredit::other;
    }
    return *known;
  }

  std::string_view text_;
  std::vector<Unit> const& units_;
  Page const& page_;
  Vocabulary const& vocabulary_;
  Pieces article_;
  std::unordered_map<std::string_view, std::size_t> times_;
  mutable std::vector<std::optional<InCredit>> credits_;  ///< of the units that were asked for
};

}  // namespace

double shared_words(std::string_view text, std::string_view other) {
  Pieces pieces;
  pieces.add(other);
  return pieces.share(text);
}

std::size_t end_of_section(std::string_view line, Vocabulary const& vocabulary) {
  for (std::size_t blank = line.find(' '); blank != std::string_view::npos && blank < 40;
       blank = line.find(' ', blank + 1)) {
    if (blank + 1 >= line.size() || !text::is_upper(text::code_point_at(line, blank + 1).value)) continue;
    if (vocabulary.labels(Key(line.substr(0, blank))).is(Word::section)) return blank + 1;
  }
  return 0;
}

std::size_t end_of_kicker(std::string_view line, Vocabulary const& vocabulary) {
  constexpr std::size_t longest = 34, shortest_rest = 25, shortest_capitals = 8;
  // "Culture : Guest of the fair"
  for (std::string_view const mark : {" : ", " | ", " › ", " » "}) {
    std::size_t const at = line.find(mark);
    if (at == std::string_view::npos || columns_of(line.substr(0, at)) > longest) continue;
    bool const is_section = vocabulary.labels(Key(line.substr(0, at))).is(Word::section);
    if (is_section && columns_of(line.substr(at + mark.size())) >= shortest_rest) return at + mark.size();
  }
  // "SPACE TRAVEL A probe reaches Jupiter": several words in capitals, then a line with small letters.
  std::size_t end = 0, letters = 0, words = 0, small = 0;
  bool is_capitals = true;
  for (std::size_t start = 0; start < line.size() && is_capitals;) {
    std::size_t const blank = std::min(line.find(' ', start), line.size());
    std::size_t own = 0;
    for (text::CodePointAt const c : text::code_points(line.substr(start, blank - start))) {
      bool const is_letter = text::is_letter(c.value);
      is_capitals = is_capitals && (text::is_upper(c.value) || c.value == '-' || c.value == '&');
      own += is_letter;
    }
    if (!is_capitals || own == 0) break;
    words += 1 + (line.substr(start, blank - start).find('-') != std::string_view::npos);
    letters += own;
    end = std::min(blank + 1, line.size());
    start = blank + 1;
  }
  if (end >= line.size() || words < 2 || letters < shortest_capitals ||
      columns_of(line.substr(0, end)) > longest)
    return 0;
  std::string_view const rest = line.substr(end);
  for (text::CodePointAt const c : text::code_points(rest))
    small += text::is_letter(c.value) && !text::is_upper(c.value);
  bool const starts_upper = text::is_upper(text::code_point_at(rest, 0).value);
  return starts_upper && small * 2 > rest.size() && columns_of(rest) >= shortest_rest ? end : 0;
}

std::optional<std::size_t> headline_of(std::string_view text, std::vector<Unit> const& units,
                                       Page const& page, Vocabulary const& vocabulary) {
  if (page.first >= page.last) return std::nullopt;
  return Headline(text, units, page, vocabulary).found();
}

}  // namespace ms::read
