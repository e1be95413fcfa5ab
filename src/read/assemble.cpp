#include "read/assemble.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace ms::read {
namespace {

/// Rules of what happens between parts and pieces.
constexpr std::string_view break_rule = "paragraph.break", edge_rule = "space.edge", join_rule = "line.join",
                           marker_rule = "space.marker";

/// A gap between two kept stretches, and the text wanted there.
struct Gap {
  base::Range range;
  std::string_view wanted;
  std::string_view rule;
  text::EditClass kind = text::EditClass::join;
  double confidence = 1;
};

class Assembler {
 public:
  Assembler(std::string_view source, Outline const& outline) : source_(source), outline_(outline) {}

  Assembly result() {
    bool is_first = true;
    for (Part const& part : outline_.parts) {
      std::string_view before = part.before;
      if (is_first) before.remove_prefix(std::min(before.find_first_not_of('\n'), before.size()));
      Gap next{{}, before, break_rule};
      if (!part.marker.is_empty()) {
        close(next, part.marker.start);
        at_ = part.marker.end;
        next = {{}, " ", marker_rule};
      }
      bool is_first_piece = true;
      for (Piece const& piece : part.pieces) {
        if (!is_first_piece)
          next = {{},
                  piece.before,
                  piece.rule.empty() ? join_rule : piece.rule,
                  text::EditClass::join,
                  piece.confidence};
        close(next, piece.range.start);
        if (!piece.instead.empty()) replace(piece);
        at_ = piece.range.end;
        is_first_piece = false;
      }
      is_first = false;
    }
    close({{}, outline_.parts.empty() ? "" : "\n", break_rule}, source_.size());
    place_parts();
    return std::move(assembly_);
  }

 private:
  /// Makes the edits of the gap from the last kept byte to `end`.
  void close(Gap gap, std::size_t end) {
    gap.range = {at_, end};
    // Line feeds that stay: first those outside of drops, then, if too few, those at the ends of drops.
    std::size_t const wanted = static_cast<std::size_t>(std::ranges::count(gap.wanted, '\n'));
    std::size_t there = 0;
    std::vector<Drop const*> drops;
    std::size_t position = gap.range.start;
    for (; drop_ < outline_.drops.size() && outline_.drops[drop_].range.end <= end; ++drop_) {
      drops.push_back(&outline_.drops[drop_]);
      there += count_line_feeds({position, drops.back()->range.start});
      position = drops.back()->range.end;
    }
    there += count_line_feeds({position, end});
    std::size_t lent = wanted > there ? wanted - there : 0;

    std::string_view missing = gap.wanted;
    position = gap.range.start;
    for (Drop const* drop : drops) {
      missing = keep_from({position, drop->range.start}, gap, missing);
      base::Range gone = drop->range;
      while (lent > 0 && gone.end > gone.start && source_[gone.end - 1] == '\n') {
        --gone.end;
        --lent;
      }
      remove(gone, *drop);
      position = gone.end;
    }
    missing = keep_from({position, end}, gap, missing);
    if (!missing.empty()) insert(end, missing, gap);
  }

  std::size_t count_line_feeds(base::Range range) const {
    return static_cast<std::size_t>(std::ranges::count(base::slice(source_, range), '\n'));
  }

  /// Keeps of `range` what is wanted, in order, and deletes the rest. Returns what is still wanted.
  std::string_view keep_from(base::Range range, Gap const& gap, std::string_view wanted) {
    std::size_t deleted_from = range.start;
    for (std::size_t at = range.start; at < range.end; ++at) {
      if (wanted.empty() || source_[at] != wanted.front()) continue;
      erase({deleted_from, at}, gap);
      wanted.remove_prefix(1);
      deleted_from = at + 1;
    }
    erase({deleted_from, range.end}, gap);
    return wanted;
  }

  void erase(base::Range range, Gap const& gap) {
    if (range.is_empty()) return;
    bool const has_line_feed = count_line_feeds(range) > 0;
    bool const touches_drop = !edits().empty() && edits().back().range.end == range.start &&
                              edits().back().replacement.empty() && has_line_feed && count_words(range) == 0;
    if (touches_drop) {
      edits().back().range.end = range.end;
      return;
    }
    text::Edit edit;
    edit.range = range;
    // Indents and padding are marks of a format as much as its signs.
    bool const is_padding = !has_line_feed && gap.rule == break_rule;
    if (!outline_.markup_rule.empty() && (count_words(range) > 0 || is_padding)) {
      edit.rules = {outline_.markup_rule};
      edits().push_back(std::move(edit));
      return;
    }
    edit.rules = {has_line_feed || gap.rule != break_rule ? gap.rule : edge_rule};
    edit.kind = has_line_feed ? gap.kind : text::EditClass::normalise;
    edit.confidence = has_line_feed ? gap.confidence : 1;
    edits().push_back(std::move(edit));
  }

  /// Bytes of a gap that are more than white space (markup of another format).
  std::size_t count_words(base::Range range) const {
    std::size_t words = 0;
    for (char const c : base::slice(source_, range)) words += c != ' ' && c != '\t' && c != '\n';
    return words;
  }

  void remove(base::Range range, Drop const& drop) {
    if (range.is_empty()) return;
    bool const is_same = !edits().empty() && edits().back().range.end == range.start &&
                         edits().back().replacement.empty() && edits().back().rules.front() == drop.rule &&
                         edits().back().evidence == drop.evidence;
    if (is_same) {
      edits().back().range.end = range.end;
      return;
    }
    text::Edit edit;
    edit.range = range;
    edit.rules = {drop.rule};
    edit.kind = drop.kind;
    edit.confidence = drop.confidence;
    edit.evidence = drop.evidence;
    edits().push_back(std::move(edit));
  }

  void insert(std::size_t offset, std::string_view text, Gap const& gap) {
    if (!edits().empty() && edits().back().range.end == offset && edits().back().rules.front() == gap.rule) {
      edits().back().replacement += text;
      edits().back().kind = gap.kind;
      return;
    }
    if (!edits().empty() && edits().back().range.end == offset && edits().back().rules.front() == edge_rule) {
      edits().back().replacement += text;
      edits().back().rules.add(gap.rule);
      edits().back().kind = gap.kind;
      return;
    }
    text::Edit edit;
    edit.range = {offset, offset};
    edit.replacement = text;
    edit.rules = {gap.rule};
    edit.kind = gap.kind;
    edit.confidence = gap.confidence;
    edits().push_back(std::move(edit));
  }

  void replace(Piece const& piece) {
    text::Edit edit;
    edit.range = piece.range;
    edit.replacement = piece.instead;
    edit.rules = {piece.instead_rule};
    if (piece.instead != base::slice(source_, piece.range)) edits().push_back(std::move(edit));
  }

  void place_parts() {
    Shift const shift(assembly_.edits);
    for (Part const& part : outline_.parts)
      assembly_.parts.push_back(
          {shift.of_start(part.pieces.front().range.start), shift.of_end(part.pieces.back().range.end)});
  }

  text::Edits& edits() { return assembly_.edits; }

  std::string_view source_;
  Outline const& outline_;
  Assembly assembly_;
  std::size_t at_ = 0;    ///< end of what was kept last
  std::size_t drop_ = 0;  ///< next drop
};

}  // namespace

Assembly assemble(std::string_view source, Outline const& outline) {
  return Assembler(source, outline).result();
}

Shift::Shift(text::Edits const& edits) {
  std::size_t put_in = 0, taken_out = 0;
  for (text::Edit const& edit : edits) {
    steps_.push_back({edit.range, edit.replacement.size(), edit.range.start + put_in - taken_out});
    put_in += edit.replacement.size();
    taken_out += edit.range.length();
  }
}

std::size_t Shift::of_start(std::size_t offset) const {
  // The last edit that ends at or before the offset, or holds it.
  auto step = std::upper_bound(steps_.begin(), steps_.end(), offset,
                               [](std::size_t at, Step const& one) { return at < one.range.start; });
  if (step == steps_.begin()) return offset;
  --step;
  if (offset < step->range.end) return step->start_after;
  return offset - step->range.end + step->start_after + step->length;
}

std::size_t Shift::of_end(std::size_t offset) const {
  // The last edit that starts before the offset.
  auto step = std::lower_bound(steps_.begin(), steps_.end(), offset,
                               [](Step const& one, std::size_t at) { return one.range.start < at; });
  if (step == steps_.begin()) return offset;
  --step;
  if (offset < step->range.end) return step->start_after + step->length;
  return offset - step->range.end + step->start_after + step->length;
}

}  // namespace ms::read
