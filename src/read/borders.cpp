#include "read/borders.hpp"

#include <algorithm>
#include <optional>

#include "read/article_body.hpp"
#include "read/article_head.hpp"
#include "read/lines.hpp"
#include "read/markers.hpp"
#include "read/words.hpp"
#include "read/writing.hpp"

namespace ms::read {
namespace {

/// More places than this look like heads in no paste of articles.
constexpr std::size_t most_places = 600;
/// Lines below a headline in which a day would have to stand.
constexpr std::size_t head_lines = 6;
/// A day has so many, with its year: a place without is not worth a closer look.
constexpr std::size_t fewest_digits = 5;
constexpr std::size_t longest_title = 220, longest_credit = 140;  ///< columns

/// A page that was copied as a whole has more lines above its headline, and heads of other articles below.
constexpr std::size_t most_above_head = 6;
/// Of a long text so much tells its language.
constexpr std::size_t most_read = std::size_t{1} << 16;

/// What stands above a head, the weakest first: no more than above a paragraph, a gap that is wider than
/// those between paragraphs, what ends an article, a line that someone drew.
enum class Above { nothing, gap, tail, separator };

struct Border {
  std::size_t line = 0;  ///< the first of the new article
  Above above = Above::nothing;
  ArticleHead head;
  bool is_full() const { return head.has_people() && head.has_date(); }
};

class Search {
 public:
  Search(std::string_view text, Options const& options, normalise::Selection const& selection)
      : text_(text), options_(options), selection_(selection), lines_(lines_of(text)) {}

  std::vector<Stretch> stretches() {
    find_habits();
    std::vector<std::size_t> const places = places_of_heads();
    if (!places.empty() && places.size() <= most_places) {
      find_heads(places);
      judge_heads();
      check_texts();
      check_stories();
    }
    return made();
  }

 private:
  std::string_view visible(std::size_t i) const { return base::slice(text_, lines_[i].visible); }

  void find_habits() {
    std::size_t parted = 0, far = 0;
    for (Line const& line : lines_) {
      parted += line.blank_before > 0;
      far += line.blank_before > 1;
    }
    uses_blank_lines_ = parted * 5 >= lines_.size();
    uses_gaps_ = far * 8 <= lines_.size();
  }

  bool may_be_title(std::size_t i) const {
    Line const& line = lines_[i];
    return line.letters >= 2 && line.weight >= 6 && line.columns <= longest_title && !line.ends_clause &&
           !line.ends_with_stop && !line.starts_lower;
  }

  /// Lines that look like headlines without a word of them being read: below a separator, or with digits
  /// below them and a paragraph's end above.
  std::vector<std::size_t> places_of_heads() const {
    std::vector<std::size_t> places;
    for (std::size_t i = 2; i + 2 < lines_.size(); ++i) {
      if (is_separator(visible(i - 1)) && lines_[i].letters >= 2) {
        places.push_back(i);
        continue;
      }
      if (!may_be_title(i)) continue;
      bool const is_parted = lines_[i].blank_before > 0 || lines_[i - 1].weight < 40 ||
                             (!uses_blank_lines_ && ends_paragraph(i - 1));
      if (is_parted && has_digits_below(i)) places.push_back(i);
    }
    return places;
  }

  /// Nothing shows it where no full stops are written.
  bool ends_paragraph(std::size_t i) const {
    return lines_[i].ends_sentence || !lines_[i].has_spaces_between_words || lines_[i].columns < 60;
  }

  bool has_digits_below(std::size_t i) const {
    for (std::size_t j = i + 1; j < lines_.size() && j <= i + head_lines; ++j)
      if (lines_[j].digits >= fewest_digits && lines_[j].columns <= longest_credit) return true;
    return false;
  }

  std::optional<ArticleHead> head_at(std::size_t line) const {
    return article_head_of(text_.substr(lines_[line].range.start), options_, selection_);
  }

  /// Do the lines above, which belong to the article before, end one: its address, rights, buttons to share
  /// it?
  bool has_tail_above(std::size_t i) {
    if (i < 3) return false;
    for (std::size_t j = i; j-- > i - 2;) {
      if (visible(j).size() > 320) return false;
      Labels const labels = vocabulary().labels(Key(visible(j)));
      bool const is_address = visible(j).find("://") != std::string_view::npos;
      if (labels.has(Word::rights) || (labels.begins(Word::source) && is_address) ||
          labels.is(Word::clipboard) || labels.is(Word::share) || labels.begins(Word::tags))
        return true;
      if (vocabulary().made_of(Word::share, Word::clipboard, Key(visible(j))) >= 2) return true;
      if (lines_[j].ends_sentence) return false;
    }
    return false;
  }

  Vocabulary const& vocabulary() {
    if (!vocabulary_) vocabulary_ = Vocabulary::of(identified(text_.substr(0, most_read), {}, options_).tag);
    return *vocabulary_;
  }

  void find_heads(std::vector<std::size_t> const& places) {
    first_ = head_at(0);
    bool const is_page = !first_ || lines_before(first_->title_start) > most_above_head;
    std::size_t taken = first_ ? lines_[0].range.start + first_->credit_end : 0;  // heads do not overlap
    for (std::size_t const place : places) {
      std::size_t const start = lines_[place].range.start;
      if (start < taken || (is_page && !is_separator(visible(place - 1)))) continue;
      std::optional<ArticleHead> head = head_at(place);
      if (!head || is_known(head->title)) continue;
      Border border{place, Above::nothing, *std::move(head)};
      if (is_separator(visible(place - 1)))
        border.above = Above::separator;  // buttons may stand between it and the headline
      else if (is_page || start + border.head.title_start != lines_[place].visible.start)
        continue;
      else if (has_tail_above(place))
        border.above = Above::tail;
      else if (uses_gaps_ && lines_[place].blank_before > 1)
        border.above = Above::gap;
      else if (!looks_like_another(border))
        continue;
      taken = start + border.head.credit_end;
      borders_.push_back(std::move(border));
    }
  }

  std::size_t lines_before(std::size_t offset) const {
    std::size_t count = 0;
    while (count < lines_.size() && lines_[count].range.end <= offset) ++count;
    return count;
  }

  /// The headline once more is no other article's.
  bool is_known(std::string_view title) const {
    if (first_ && first_->title == title) return true;
    return std::ranges::any_of(borders_, [&](Border const& border) { return border.head.title == title; });
  }

  /// A head of the same template as one before, with all that it can say.
  bool looks_like_another(Border const& border) const {
    if (!border.is_full()) return false;
    if (first_ && look_alike(border.head, *first_)) return true;
    return std::ranges::any_of(borders_, [&](Border const& other) {
      return other.is_full() && look_alike(border.head, other.head);
    });
  }

  void judge_heads() {
    std::erase_if(borders_, [&](Border const& border) {
      return !border.is_full() && !is_like_first(border) && !is_below_usual_separator(border);
    });
  }

  /// Items of a newsletter tell who wrote them, days of a diary when: the first head has to do the same.
  bool is_like_first(Border const& border) const {
    return first_ && border.above != Above::gap && border.head.has_people() == first_->has_people() &&
           border.head.has_date() == first_->has_date();
  }

  /// Does the same line stand above most heads that tell who and when, and hardly anywhere else?
  bool is_below_usual_separator(Border const& border) const {
    if (border.above != Above::separator) return false;
    std::string_view const separator = visible(border.line - 1);
    std::size_t full = 0, all = 0;
    for (Border const& other : borders_)
      full += other.is_full() && other.above == Above::separator && visible(other.line - 1) == separator;
    for (std::size_t i = 0; i < lines_.size(); ++i) all += visible(i) == separator;
    return full * 2 >= all && full > 0;
  }

  std::size_t end_of(std::size_t border) const {
    return border + 1 < borders_.size() ? lines_[borders_[border + 1].line].range.start : text_.size();
  }

  ArticleBody body_of(base::Range range) const {
    std::string_view const text = base::slice(text_, range);
    return article_body_of(text, identified(text.substr(0, most_read), {}, options_).tag);
  }

  /// Each stretch is an article and not the summary of one.
  void check_texts() {
    constexpr int most_rounds = 8;
    for (int round = 0; !borders_.empty() && round < most_rounds; ++round) {
      std::vector<ArticleBody> bodies = {body_of({0, lines_[borders_.front().line].range.start})};
      for (std::size_t b = 0; b < borders_.size(); ++b)
        bodies.push_back(body_of({lines_[borders_[b].line].range.start, end_of(b)}));
      first_body_ = bodies.front();
      std::vector<std::size_t> bad;
      bool is_weak_bad = false;
      for (std::size_t b = 0; b < borders_.size(); ++b) {
        if (is_enough(bodies[b], borders_[b].above) && is_enough(bodies[b + 1], borders_[b].above)) continue;
        bad.push_back(b);
        is_weak_bad = is_weak_bad || borders_[b].above != Above::separator;
      }
      if (bad.empty()) return;
      for (std::size_t const b : std::vector(bad.rbegin(), bad.rend()))
        borders_.erase(borders_.begin() + static_cast<std::ptrdiff_t>(b));
      if (is_weak_bad)  // a list of summaries
        std::erase_if(borders_, [](Border const& border) { return border.above != Above::separator; });
    }
    borders_.clear();
  }

  static bool is_enough(ArticleBody const& body, Above above) {
    constexpr std::size_t shortest = 100, shortest_alone = 400;
    if (above == Above::separator) return body.paragraphs > 0 && body.weight >= shortest;
    return body.paragraphs >= 2 || body.weight >= shortest_alone;
  }

  /// Heads of one kind may be those of the parts of one article: days of a diary, voices in a debate.
  void check_stories() {
    if (borders_.empty() || std::ranges::any_of(borders_, &Border::is_full)) return;
    if (first_->has_date() ? is_diary() : is_collection()) borders_.clear();
  }

  bool is_diary() const {
    std::string_view day = first_->date;
    for (Border const& border : borders_) {
      if (border.head.date <= day) return false;
      day = border.head.date;
    }
    return true;
  }

  /// Several write about one thing: what is above them is short, or tells of them.
  bool is_collection() const {
    if (first_body_.paragraphs < 3) return true;
    std::string_view const above = text_.substr(0, lines_[borders_.front().line].range.start);
    auto const is_named = [&](std::string_view what) { return above.find(what) != std::string_view::npos; };
    return std::ranges::any_of(borders_, [&](Border const& border) {
      return is_named(border.head.title) || std::ranges::any_of(border.head.people, is_named);
    });
  }

  std::vector<Stretch> made() const {
    std::vector<Stretch> all(1);
    for (Border const& border : borders_) {
      Stretch next;
      next.range.start = lines_[border.line].range.start;
      all.back().range.end = next.range.start;
      next.evidence = "a new head, much like the first";
      next.confidence = 0.85;
      if (border.above == Above::separator) {
        next.separator = lines_[border.line - 1].range;
        all.back().range.end = next.separator.start;
        next.evidence = "a new head below a separator";
        next.confidence = 0.95;
      } else if (border.above == Above::gap) {
        next.evidence = "a new head below a gap";
      } else if (border.above == Above::tail) {
        next.evidence = "a new head below what ends an article";
        next.confidence = 0.9;
      }
      all.push_back(std::move(next));
    }
    all.back().range.end = text_.size();
    return all;
  }

  std::string_view text_;
  Options const& options_;
  normalise::Selection const& selection_;
  std::vector<Line> lines_;
  std::optional<Vocabulary> vocabulary_;
  bool uses_blank_lines_ = false, uses_gaps_ = false;
  std::optional<ArticleHead> first_;
  ArticleBody first_body_;
  std::vector<Border> borders_;
};

}  // namespace

std::vector<Stretch> stretches_of(std::string_view text, Options const& options,
                                  normalise::Selection const& selection) {
  if (!normalise::is_selected(selection, split_rule, true)) return {{{0, text.size()}, {}, {}, 1}};
  return Search(text, options, selection).stretches();
}

}  // namespace ms::read
