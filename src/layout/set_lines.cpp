#include "layout/set_lines.hpp"

#include <algorithm>
#include <utility>

#include "layout/justify.hpp"
#include "layout/line_pieces.hpp"
#include "text/bidi.hpp"

namespace ms::layout {
namespace {

constexpr std::string_view soft_hyphen = "\u00AD";

// Clusters [first, last) of a line that make one glyph run.
struct Segment {
  std::size_t first = 0, last = 0;
  std::uint8_t level = 0;
  Length width;
};

class LineSetter {
 public:
  LineSetter(ParagraphParts const& parts, Measure const& measure, Workshop& workshop)
      : parts_(parts), measure_(measure), workshop_(workshop) {}

  SetLine set(Range text, BreakPlace const& end, bool is_first, bool ends_text) {
    pieces_ = line_pieces(parts_, text, end, workshop_);
    available_ = measure_.width - (is_first ? measure_.indent : Length());
    find_visible();
    find_extras();
    find_segments(text);
    bool const filled = fill(ends_text ? measure_.align_last : measure_.align);
    SetLine line;
    line.text = text;
    line.width = width_;
    place(line, left_end(is_first, filled ? style::Align::start : alignment(ends_text)));
    return line;
  }

  /// How far the line last set stands out of its measure.
  Length excess() const { return width_ - available_; }

 private:
  style::Align alignment(bool ends_text) const {
    style::Align const align = ends_text ? measure_.align_last : measure_.align;
    return align == style::Align::justify ? style::Align::start : align;
  }

  std::vector<LineCluster> const& clusters() const { return pieces_.clusters; }

  Length natural_width(std::size_t index) const {
    LineCluster const& cluster = clusters()[index];
    return font::scaled(cluster.cluster->advance, cluster.item().size, cluster.item().face->metrics());
  }

  /// Letter spacing is what a cluster is wider than its glyphs, by more than rounding.
  Length letter_spacing(std::size_t index) const {
    TextStyle const& style = parts_.text.runs[clusters()[index].item().style_run].style;
    if (style.letter_spacing == 0) return {};
    Length const more = clusters()[index].cluster->width - natural_width(index);
    return more >= Length::units(-1) && more <= Length::units(1) ? Length() : more;
  }

  /// White space at the end is there, but has no width.
  void find_visible() {
    visible_ = clusters().size();
    while (visible_ > 0 && clusters()[visible_ - 1].look.is_trailing()) --visible_;
  }

  void find_extras() {
    gaps_.assign(visible_ > 0 ? visible_ - 1 : 0, {});
    extras_.assign(clusters().size(), Length());
    for (std::size_t i = 0; i < clusters().size(); ++i) {
      if (i >= visible_) {
        extras_[i] = -natural_width(i);
      } else if (i + 1 == visible_) {
        extras_[i] = -clusters()[i].look.end_trim;
      } else {
        gaps_[i] = spring_between(clusters()[i].look, clusters()[i + 1].look, parts_.spaces);
        // Nothing comes between a cluster and what is drawn for the same text.
        if (clusters()[i + 1].text.is_empty() && !clusters()[i + 1].hyphen) gaps_[i] = {};
        extras_[i] = gaps_[i].gap + letter_spacing(i);
      }
    }
    start_trim_ = visible_ > 0 ? clusters()[0].look.start_trim : Length();
  }

  bool is_same_run(std::size_t a, std::size_t b) const {
    Item const& before = clusters()[a].item();
    Item const& after = clusters()[b].item();
    return before.style_run == after.style_run && before.face == after.face && before.size == after.size &&
           before.language == after.language;
  }

  /// Runs in logical order with their widths; rule L1 is in the levels.
  void find_segments(Range text) {
    segments_.clear();
    auto const levels =
        text::line_levels(parts_.text.utf8, parts_.analysis.levels, text, parts_.text.direction);
    std::size_t run = 0;
    for (std::size_t i = 0; i < clusters().size(); ++i) {
      LineCluster const& cluster = clusters()[i];
      std::uint8_t level = cluster.item().level;
      if (!cluster.text.is_empty()) {
        while (run + 1 < levels.size() && levels[run].range.end <= cluster.text.start) ++run;
        if (run < levels.size()) level = levels[run].level;
      }
      if (segments_.empty() || segments_.back().level != level || !is_same_run(i - 1, i))
        segments_.push_back({i, i, level, {}});
      segments_.back().last = i + 1;
    }
    width_ = -start_trim_;
    for (Segment& segment : segments_) {
      std::int64_t advance = 0;
      for (std::size_t i = segment.first; i < segment.last; ++i) {
        advance += clusters()[i].cluster->advance;
        segment.width += extras_[i];
      }
      Item const& item = clusters()[segment.first].item();
      segment.width += font::scaled(advance, item.size, item.face->metrics());
      width_ += segment.width;
    }
  }

  /// Stretches or shrinks the gaps so that the line fills its width, where it is to and can.
  bool fill(style::Align align) {
    Length const slack = available_ - width_;
    if (slack >= Length() && align != style::Align::justify) return false;
    std::vector<Length> added = shared_out(gaps_, slack);
    if (added.empty() && slack < Length() && !gaps_.empty()) added = squeezed(gaps_, slack);
    if (added.empty()) return false;
    std::size_t segment = 0;
    for (std::size_t i = 0; i < added.size(); ++i) {
      while (segments_[segment].last <= i) ++segment;
      extras_[i] += added[i];
      segments_[segment].width += added[i];
      width_ += added[i];
    }
    return true;
  }

  /// Where the line's ink begins on the left.
  Length left_end(bool is_first, style::Align align) const {
    bool const is_ltr = parts_.text.direction == text::Direction::ltr;
    Length const indent = is_first && is_ltr ? measure_.indent : Length();
    Length const free = available_ - width_;
    if (align == style::Align::centre) return indent + free / 2;
    bool const at_left = is_ltr == (align != style::Align::end);
    // A line that nothing can make fit begins where lines begin.
    return at_left ? indent : indent + free;
  }

  void place(SetLine& line, Length left) {
    std::vector<std::uint8_t> levels;
    for (Segment const& segment : segments_) levels.push_back(segment.level);
    std::vector<Length> lefts(segments_.size());
    Length x = left - start_trim_;
    for (std::size_t index : text::visual_order(levels)) {
      lefts[index] = x;
      x += segments_[index].width;
    }
    for (std::size_t i = 0; i < segments_.size(); ++i) line.runs.push_back(run_of(segments_[i], lefts[i]));
    if (!line.runs.empty()) line.runs.back().run.last_of_line = true;
  }

  SetRun run_of(Segment const& segment, Length left) const {
    LineCluster const& first = clusters()[segment.first];
    Item const& item = first.item();
    StyleRun const& look = parts_.text.runs[item.style_run];
    SetRun out;
    out.style_run = item.style_run;
    page::GlyphRun& run = out.run;
    run.face = item.face;
    run.size = item.size;
    run.origin.x = left;
    run.colour = look.style.colour;
    run.direction = segment.level % 2 == 1 ? text::Direction::rtl : text::Direction::ltr;
    run.language = item.language;
    run.letter_spacing = look.style.letter_spacing;
    Range text{first.text.start, first.text.start};
    for (std::size_t i = segment.first; i < segment.last; ++i)
      text.end = std::max(text.end, clusters()[i].text.end);
    run.text = base::slice(parts_.text.utf8, text);
    run.source = parts_.text.origin.source_of(text).value_or(Range{});
    // A book has millions of them, and they stay until it is written.
    std::size_t glyphs = 0;
    for (std::size_t i = segment.first; i < segment.last; ++i)
      glyphs += clusters()[i].cluster->glyphs.length();
    run.glyphs.reserve(glyphs);
    run.clusters.reserve(segment.last - segment.first);
    for (std::size_t i = segment.first; i < segment.last; ++i) {
      bool const backwards = run.direction == text::Direction::rtl;
      add_cluster(run, backwards ? segment.last - 1 - (i - segment.first) : i, text.start);
    }
    return out;
  }

  void add_cluster(page::GlyphRun& run, std::size_t index, std::size_t text_start) const {
    LineCluster const& from = clusters()[index];
    auto const glyphs = from.shaped->glyphs.begin();
    run.glyphs.insert(run.glyphs.end(), glyphs + static_cast<std::ptrdiff_t>(from.cluster->glyphs.start),
                      glyphs + static_cast<std::ptrdiff_t>(from.cluster->glyphs.end));
    std::size_t const count = from.cluster->glyphs.length();
    if (from.text.is_empty() && !from.hyphen && !run.clusters.empty()) {
      run.clusters.back().glyphs.end += static_cast<std::uint32_t>(count);
      run.clusters.back().extra += extras_[index];
      return;
    }
    page::Cluster cluster;
    cluster.glyphs = {run.glyphs.size() - count, run.glyphs.size()};
    cluster.extra = extras_[index];
    cluster.hyphen = from.hyphen;
    if (from.hyphen && from.text.is_empty()) {
      cluster.text = {run.text.size(), run.text.size() + soft_hyphen.size()};
      run.text += soft_hyphen;
    } else {
      cluster.text = {from.text.start - text_start, from.text.end - text_start};
    }
    run.clusters.push_back(cluster);
  }

  ParagraphParts const& parts_;
  Measure const& measure_;
  Workshop& workshop_;
  // Of the line in hand:
  LinePieces pieces_;
  std::size_t visible_ = 0;
  std::vector<Spring> gaps_;    // between visible clusters
  std::vector<Length> extras_;  // after each cluster
  std::vector<Segment> segments_;
  Length available_, width_, start_trim_;
};

}  // namespace

std::vector<SetLine> set_lines(ParagraphParts const& parts, Candidates const& candidates,
                               Breaks const& breaks, Measure const& measure, Workshop& workshop,
                               base::Diagnostics& diagnostics) {
  std::vector<SetLine> lines;
  lines.reserve(breaks.ends.size());
  LineSetter setter(parts, measure, workshop);
  std::size_t start = 0;
  for (std::size_t end : breaks.ends) {
    BreakPlace const& place = candidates.places[end];
    bool const ends_text = candidates.numbers[end].kind == Candidate::Kind::forced;
    lines.push_back(setter.set({start, place.offset}, place, lines.empty(), ends_text));
    if (setter.excess() > Length())
      diagnostics.warn("layout.overfull", "a character is wider than the line",
                       parts.text.origin.source_of(lines.back().text),
                       "choose a larger paper or a smaller type size");
    start = place.offset;
  }
  return lines;
}

}  // namespace ms::layout
