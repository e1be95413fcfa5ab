#include <algorithm>

#include "read/article.hpp"
#include "read/caption.hpp"
#include "read/markers.hpp"
#include "read/people.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

constexpr std::size_t longest_verse_line = 60, longest_verse = 200;

class Blocks {
 public:
  explicit Blocks(Draft& draft)
      : draft_(draft), keeps_edges_(!normalise::is_selected(*draft.selection, "space.edge", true)) {}

  Outline outline() {
    find_habits();
    for (std::size_t i = 0; i < draft_.units().size();) {
      switch (draft_.fates[i].kind) {
        case Fate::Kind::dropped: drop(i++); break;
        case Fate::Kind::kept:
          if (has_kicker(i)) add_kicker(i);
          add(simple_part(i++));
          break;
        case Fate::Kind::undecided: i = add_blocks(i); break;
      }
    }
    outline_.byline = draft_.byline;
    outline_.date_line = draft_.date_line;
    outline_.facts = std::move(draft_.facts);
    return std::move(outline_);
  }

 private:
  Unit const& unit(std::size_t i) const { return draft_.units()[i]; }
  bool is_open(std::size_t i) const { return i < draft_.units().size() && draft_.is_open(i); }

  /// Are paragraphs of this text parted by blank lines? Is there running text at all?
  void find_habits() {
    std::size_t parted = 0, together = 0, before = draft_.units().size();
    for (std::size_t i = 0; i < draft_.units().size(); ++i) {
      if (!is_prose(unit(i))) continue;
      if (before != draft_.units().size()) ++(unit(i).shape.blank_before > 0 ? parted : together);
      before = i;
      has_prose_ = true;
    }
    uses_blank_lines_ = parted > 0 && parted >= together;
    for (std::size_t i = 0; i < draft_.units().size(); ++i)
      headings_ += draft_.is_open(i) && stands_like_heading(draft_.units(), i);
    for (Unit const& one : draft_.units())
      quoted_ += mail_quote_of(base::slice(draft_.text, one.shape.visible)).depth > 0;
    find_chapters();
  }

  /// "2. Basic permissions.", alone between blank lines, above text, and more of them that count up:
  /// headings, with or without a full stop.
  void find_chapters() {
    constexpr std::size_t fewest = 3;
    std::vector<std::size_t> found;
    int last = -1;
    for (std::size_t i = 0; i + 1 < draft_.units().size(); ++i) {
      Line const& shape = unit(i).shape;
      Line const& below = unit(i + 1).shape;
      bool const is_above_text =
          is_sentence(unit(i + 1)) || (below.ends_clause && below.weight >= longest_heading);
      if (shape.digits == 0 || unit(i).lines() > 1 || shape.blank_before == 0 || shape.blank_after == 0 ||
          shape.weight > longest_heading || shape.has_sentence_inside || !is_above_text)
        continue;
      std::optional<Marker> const own = marker(i);
      bool const counts = own && own->is_ordered && !marker(i + 1) && (last < 0 || own->number == last + 1);
      if (!counts) continue;
      last = own->number;
      found.push_back(i);
    }
    if (found.size() < fewest) return;
    is_chapter_.assign(draft_.units().size(), false);
    for (std::size_t const i : found) is_chapter_[i] = true;
  }

  void drop(std::size_t i) {
    Fate const& fate = draft_.fates[i];
    std::size_t const start = draft_.all.lines[unit(i).first].range.start;
    std::size_t const end = std::min(draft_.all.lines[unit(i).last].range.end + 1, draft_.text.size());
    outline_.drops.push_back({{start, end}, fate.rule, fate.edit, fate.confidence, fate.evidence});
  }

  void add(Part part) {
    has_title_ = has_title_ || part.role == Role::title;
    outline_.parts.push_back(std::move(part));
  }

  /// The lines of a unit as pieces, the first one from `start` on.
  void add_pieces(Part& part, std::size_t i, std::size_t start) const {
    Unit const& one = unit(i);
    for (std::size_t l = one.first; l <= one.last; ++l) {
      base::Range range = kept_of(draft_.all.lines[l]);
      if (l == one.first) range.start = start;
      Wrap const& wrap = draft_.all.wraps[l];
      if (l < one.last) range.end -= wrap.cut;
      Piece piece{range, {}, "line.join", 1};
      if (l > one.first) {
        Wrap const& before = draft_.all.wraps[l - 1];
        piece.before = before.between;
        piece.rule = before.cut > 0 ? "line.hyphen" : "line.join";
        piece.confidence = before.confidence;
      }
      part.pieces.push_back(std::move(piece));
    }
  }

  /// What stays of a line: without the white space at its edges, unless that is to stay.
  base::Range kept_of(Line const& line) const { return keeps_edges_ ? line.range : line.visible; }

  Part simple_part(std::size_t i) const {
    Part part;
    part.role = draft_.fates[i].role;
    if (part.role == Role::standfirst) part.css_class = "standfirst";
    add_pieces(part, i, has_kicker(i) ? draft_.title_start : kept_of(draft_.all.lines[unit(i).first]).start);
    return part;
  }

  /// Does the line of the headline begin with a kicker?
  bool has_kicker(std::size_t i) const {
    return draft_.fates[i].role == Role::title &&
           draft_.title_start > kept_of(draft_.all.lines[unit(i).first]).start;
  }

  void add_kicker(std::size_t i) {
    base::Range range = kept_of(draft_.all.lines[unit(i).first]);
    range.end = draft_.title_start;
    while (range.end > range.start && draft_.text[range.end - 1] == ' ') --range.end;
    Part part;
    part.role = Role::kicker;
    part.pieces.push_back({range, {}, "line.join", 1});
    add(std::move(part));
  }

  /// Adds the block that starts with unit i; returns the unit after it.
  std::size_t add_blocks(std::size_t i) {
    std::string_view const line = draft_.visible(i);
    if (is_separator(line) && !outline_.parts.empty() && i + 1 < draft_.units().size())
      return add_simple(i, Role::separator);
    if (quoted_ >= 2 && mail_quote_of(line).depth > 0) {
      if (mail_quote_of(line).text < line.size()) return add_quoted(i);
      draft_.drop(i, "quote.prefix", 1, "an empty line of quoted mail", text::EditClass::normalise);
      return i;
    }
    if (std::size_t const end = end_of_list(i); end > i) return add_list(i, end);
    if (is_caption(i)) return add_simple(i, Role::caption);
    if (std::size_t const end = end_of_verse(i); end > i) return add_verse(i, end);
    if (is_heading(i)) return add_simple(i, Role::heading);
    return add_simple(i, Role::paragraph);
  }

  std::size_t add_simple(std::size_t i, Role role) {
    Part part = simple_part(i);
    part.role = role;
    if (role == Role::paragraph)
      while (PageBreak const* const page = page_break(i)) {
        while (++i < page->after) drop(i);
        part.pieces.back().range.end -= page->wrap.cut;
        std::size_t const first = part.pieces.size();
        add_pieces(part, i, kept_of(draft_.all.lines[unit(i).first]).start);
        part.pieces[first].before = page->wrap.between;
        part.pieces[first].rule = page->wrap.cut > 0 ? "line.hyphen" : "line.join";
        part.pieces[first].confidence = page->wrap.confidence;
      }
    add(std::move(part));
    return i + 1;
  }

  /// Behind the unit, if its paragraph goes on on the next page and all between goes.
  PageBreak const* page_break(std::size_t i) const {
    auto const& all = draft_.all.page_breaks;
    auto const found = std::ranges::lower_bound(all, i, {}, &PageBreak::before);
    if (found == all.end() || found->before != i || !is_open(found->after)) return nullptr;
    for (std::size_t between = i + 1; between < found->after; ++between)
      if (draft_.fates[between].kind != Fate::Kind::dropped) return nullptr;
    return &*found;
  }

  /// Lines of a mail with ">" before them; the signs go, wrapped lines go together.
  std::size_t add_quoted(std::size_t i) {
    MailQuote const first = mail_quote_of(draft_.visible(i));
    Part part;
    // Of one depth are one quote: neighbours go together.
    for (int depth = 1; depth <= std::min(first.depth, int{deepest_container}); ++depth)
      part.inside.push_back({.kind = Container::Kind::quote, .id = depth});
    std::size_t end = i;
    for (; is_open(end); ++end) {
      std::string_view const line = draft_.visible(end);
      MailQuote const quote = mail_quote_of(line);
      if (quote.depth != first.depth || quote.text >= line.size()) break;
      bool const goes_on = end > i && unit(end).shape.blank_before == 0 &&
                           unit(end - 1).shape.columns >= 45 && !unit(end - 1).shape.ends_sentence;
      if (end > i && !goes_on) break;
      base::Range range = unit(end).shape.visible;
      range.start += quote.text;
      part.pieces.push_back({range, end > i ? " " : "", "quote.prefix", 0.9});
    }
    add(std::move(part));
    return end;
  }

  std::optional<Marker> marker(std::size_t i) const {
    if (!is_open(i) || unit(i).shape.columns > 600) return std::nullopt;
    return marker_of(draft_.visible(i));
  }

  /// At least two items of the same kind in a row, numbers counting up.
  std::size_t end_of_list(std::size_t i) const {
    std::optional<Marker> const first = marker(i);
    if (!first) return i;
    std::size_t end = i + 1, sentences = unit(i).shape.ends_sentence;
    for (int number = first->number + 1;; ++end, ++number) {
      std::optional<Marker> const next = marker(end);
      if (!next || next->is_ordered != first->is_ordered || next->sign != first->sign) break;
      if (next->is_ordered && next->number != number) break;
      sentences += unit(end).shape.ends_sentence;
    }
    // A dash before sentences is direct speech in many languages.
    bool const may_be_speech = first->sign == 0x2013 && sentences > 0;
    return end - i >= 2 && !may_be_speech ? end : i;
  }

  std::size_t add_list(std::size_t i, std::size_t end) {
    for (std::size_t item = i; item < end; ++item) {
      Marker const found = *marker(item);
      std::size_t const start = unit(item).shape.visible.start;
      Part part;
      part.role = Role::item;
      part.marker = {start, start + found.length};
      part.inside.push_back({.kind = Container::Kind::list,
                             .id = -static_cast<int>(i),
                             .is_ordered = found.is_ordered,
                             .item = static_cast<int>(item - i),
                             .number = found.number,
                             .marker = std::string(base::slice(draft_.text, part.marker)),
                             .name = {}});
      if (item > i) part.before = "\n";
      add_pieces(part, item, start + found.text);
      add(std::move(part));
    }
    return end;
  }

  bool is_caption(std::size_t i) const {
    return read::is_caption(unit(i), draft_.visible(i), *draft_.vocabulary);
  }

  /// Short, without an end, before running text: a heading. In doubt it is a paragraph.
  bool is_heading(std::size_t i) const {
    Unit const& one = unit(i);
    if (!has_title_ || one.lines() > 1 || i + 1 >= draft_.units().size() || outline_.parts.empty())
      return false;
    if (!is_chapter_.empty() && is_chapter_[i]) return true;
    Line const& shape = one.shape;
    std::size_t const longest = shape.is_wide ? 48 : shape.has_spaces_between_words ? 64 : 45;
    bool const is_question =
        shape.ends_sentence && !shape.ends_with_stop && shape.columns <= 60 && shape.weight >= 8;
    if (shape.weight < 3 || shape.weight > longest || shape.starts_lower ||
        (shape.ends_sentence && !is_question) || shape.ends_clause)
      return false;
    if (shape.is_wide && (shape.digits > 0 || draft_.visible(i).find("＝") != std::string_view::npos ||
                          draft_.visible(i).find("（") != std::string_view::npos))
      return false;
    char32_t const start = text::code_point_at(draft_.visible(i), 0).value;
    if (!text::is_letter(start) && !text::is_digit(start) && start != 0xBF && start != 0xA1) return false;
    bool const is_parted = shape.blank_before > 0 && shape.blank_after > 0;
    if (uses_blank_lines_ && !is_parted && !(shape.blank_before > 0)) return false;
    if (!is_parted && is_list_line(i - 1) && i > 1 && is_list_line(i - 2)) return false;
    std::size_t next = i + 1;
    while (next < draft_.units().size() && draft_.fates[next].kind == Fate::Kind::dropped) ++next;
    // Three such lines above sentences make a pattern, though the paragraphs are short. Lines with numbers
    // may be items.
    constexpr std::size_t fewest = 3;
    bool const is_patterned =
        headings_ >= fewest && shape.digits == 0 && stands_like_heading(draft_.units(), i);
    if (next >= draft_.units().size() || !is_open(next) || !(is_prose(unit(next)) || is_patterned))
      return false;
    Role const before = outline_.parts.back().role;
    return before == Role::paragraph || before == Role::item || before == Role::caption ||
           before == Role::standfirst || before == Role::separator || is_patterned ||
           (opens_sections(draft_.units(), i) && !is_only_names(draft_.visible(i), *draft_.vocabulary));
  }

  /// A short line without an end: two of them above a third make a list without markers.
  bool is_list_line(std::size_t i) const {
    return is_open(i) && is_verse_line(i) && !unit(i).shape.ends_sentence;
  }

  bool is_verse_line(std::size_t i) const {
    Unit const& one = unit(i);
    return one.lines() == 1 && one.shape.columns <= longest_verse_line && !is_prose(one) &&
           one.shape.letters > 0 && !is_caption(i);
  }

  /// Short lines in a group of their own, in a text whose paragraphs are parted by blank lines: verse, an
  /// address, a table of results. Lines that mean something as lines.
  std::size_t end_of_verse(std::size_t i) {
    if (i < no_verse_before_) return i;
    if (has_prose_ && (!uses_blank_lines_ || unit(i).shape.blank_before == 0)) return i;
    std::size_t end = i, sentences = 0;
    while (is_open(end) && end - i <= longest_verse && (end == i || unit(end).shape.blank_before == 0) &&
           is_verse_line(end)) {
      sentences += unit(end).shape.ends_with_stop;
      ++end;
    }
    bool const is_group = end == draft_.units().size() || unit(end).shape.blank_before > 0;
    std::size_t const count = end - i;
    // Beside longer stanzas two lines are one, too.
    std::size_t const shortest = has_stanzas_ ? 2 : 3;
    if (count >= shortest && count <= longest_verse && is_group && sentences * 2 <= count) {
      has_stanzas_ = !has_prose_;
      return end;
    }
    no_verse_before_ = end;
    return i;
  }

  std::size_t add_verse(std::size_t i, std::size_t end) {
    Part part;
    part.role = Role::verse;
    for (std::size_t l = i; l < end; ++l) {
      Line const& line = unit(l).shape;
      // Indents inside of a stanza stay; the first line's is that of the stanza.
      std::size_t const start = l == i ? kept_of(line).start : indent_start(line);
      part.pieces.push_back({{start, kept_of(line).end}, l == i ? "" : "\n", "space.edge", 1});
    }
    add(std::move(part));
    return end;
  }

  /// The line from its indent on, if that is made of blanks alone.
  std::size_t indent_start(Line const& line) const {
    std::string_view const indent =
        draft_.text.substr(line.range.start, line.visible.start - line.range.start);
    return indent.find_first_not_of(' ') == std::string_view::npos ? line.range.start : line.visible.start;
  }

  Draft& draft_;
  bool keeps_edges_;
  Outline outline_;
  bool has_prose_ = false, uses_blank_lines_ = false;
  bool has_title_ = false, has_stanzas_ = false;
  std::size_t quoted_ = 0;
  std::size_t headings_ = 0;         ///< lines that stand like headings
  std::vector<bool> is_chapter_;     ///< by unit; empty when there are none
  std::size_t no_verse_before_ = 0;  ///< units before this were looked at together and are no verse
};

}  // namespace

Outline outline_of(Draft& draft) {
  return Blocks(draft).outline();
}

}  // namespace ms::read
