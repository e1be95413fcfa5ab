#include "layout/candidates.hpp"

#include <algorithm>

#include "font/families.hpp"
#include "layout/line_rules.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::layout {
namespace {

// Of a last line: a part of a word, one short word, less than two ideographs.
constexpr std::int32_t runt_fragment = 260;
constexpr std::int32_t runt_word = 200;
constexpr std::int32_t runt_ideograph = 400;

/// Sums over clusters, one element more than clusters: what is before each.
struct Sums {
  std::vector<Length> position, stretch, shrink;
};

Sums sums_of(ParagraphParts const& parts) {
  std::size_t const count = parts.looks.size();
  Sums out;
  out.position.resize(count + 1);
  out.stretch.resize(count + 1);
  out.shrink.resize(count + 1);
  for (std::size_t i = 0; i < count; ++i) {
    Spring spring;
    if (i + 1 < count) spring = spring_between(parts.looks[i], parts.looks[i + 1], parts.spaces);
    out.position[i + 1] = out.position[i] + parts.looks[i].width + spring.gap;
    // Gaps of the second order are a last resort: half of what they can give counts, so that lines that need
    // all of it are dear.
    out.stretch[i + 1] = out.stretch[i] + (spring.order == 0 ? spring.stretch : spring.stretch / 2);
    out.shrink[i + 1] = out.shrink[i] + spring.shrink;
  }
  return out;
}

class Builder {
 public:
  Builder(ParagraphParts const& parts, std::vector<HyphenPlace> const& hyphens, LineWidths widths,
          font::Library const& library)
      : parts_(parts),
        clusters_(parts.shaped.clusters),
        hyphens_(hyphens),
        widths_(widths),
        library_(library),
        sums_(sums_of(parts)) {}

  Candidates build() {
    Candidate start;
    if (!parts_.looks.empty()) start.start = parts_.looks[0].start_trim;
    out_.numbers.push_back(start);
    out_.places.emplace_back();
    std::size_t hyphen = 0;
    for (Opportunity const& place : opportunities(parts_.text, parts_.analysis)) {
      for (; hyphen < hyphens_.size() && hyphens_[hyphen].offset < place.offset; ++hyphen)
        add_hyphen(hyphens_[hyphen]);
      while (hyphen < hyphens_.size() && hyphens_[hyphen].offset == place.offset) ++hyphen;
      add_opportunity(place);
    }
    mark_runts();
    return std::move(out_);
  }

 private:
  /// The cluster that holds the byte; offsets rise from call to call, but for a cluster or two.
  std::size_t cluster_at(std::size_t offset) {
    while (cursor_ > 0 && clusters_[cursor_ - 1].text.start >= offset) --cursor_;
    while (cursor_ < clusters_.size() && clusters_[cursor_].text.end <= offset) ++cursor_;
    return cursor_;
  }

  /// Sums at a byte; inside a cluster (a ligature) its width is shared out by bytes.
  struct Place {
    Length position, stretch, shrink;
    std::size_t cluster = 0;
  };
  Place place_at(std::size_t offset) {
    std::size_t const cluster = cluster_at(offset);
    Place out{sums_.position[cluster], sums_.stretch[cluster], sums_.shrink[cluster], cluster};
    if (cluster < clusters_.size() && offset > clusters_[cluster].text.start) {
      Range const text = clusters_[cluster].text;
      out.position += clusters_[cluster].width.scaled(static_cast<std::int64_t>(offset - text.start),
                                                      static_cast<std::int64_t>(text.length()));
    }
    return out;
  }

  /// A line that ends before `offset`, spaces and the empty halves of marks left out.
  void set_end(Candidate& candidate, std::size_t offset, Place const& place) {
    candidate.end = place.position;
    candidate.end_stretch = place.stretch;
    candidate.end_shrink = place.shrink;
    bool const inside = place.cluster < clusters_.size() && offset > clusters_[place.cluster].text.start;
    if (inside) return;
    std::size_t last = place.cluster;
    while (last > line_floor_ && parts_.looks[last - 1].is_trailing()) --last;
    if (last == line_floor_) {
      candidate.end = sums_.position[last];
      candidate.end_stretch = sums_.stretch[last];
      candidate.end_shrink = sums_.shrink[last];
      return;
    }
    --last;
    candidate.end = sums_.position[last] + parts_.looks[last].width - parts_.looks[last].end_trim;
    candidate.end_stretch = sums_.stretch[last];
    candidate.end_shrink = sums_.shrink[last];
  }

  void set_start(Candidate& candidate, Place const& place) {
    candidate.start = place.position;
    candidate.start_stretch = place.stretch;
    candidate.start_shrink = place.shrink;
    if (place.cluster < clusters_.size()) candidate.start += parts_.looks[place.cluster].start_trim;
  }

  void add(Candidate candidate, BreakPlace place) {
    add_emergencies(candidate, place.offset);
    out_.numbers.push_back(candidate);
    out_.places.push_back(std::move(place));
  }

  void add_opportunity(Opportunity const& opportunity) {
    Place const place = place_at(opportunity.offset);
    Candidate candidate;
    candidate.penalty = opportunity.penalty;
    candidate.kind = opportunity.forced ? Candidate::Kind::forced : Candidate::Kind::ordinary;
    set_end(candidate, opportunity.offset, place);
    set_start(candidate, place);
    BreakPlace out{.offset = opportunity.offset, .hyphen = {}, .replaced = {}, .before = {}};
    if (opportunity.soft_hyphen) {
      candidate.kind = Candidate::Kind::hyphen;
      candidate.penalty = 40;  // the writer put it there
      add_mark(candidate, out, place.cluster);
    }
    add(candidate, std::move(out));
    if (opportunity.forced) line_floor_ = place.cluster;
  }

  void add_hyphen(HyphenPlace const& hyphen) {
    Place const place = place_at(hyphen.offset);
    Candidate candidate;
    candidate.kind = Candidate::Kind::hyphen;
    candidate.penalty = hyphen.penalty;
    set_end(candidate, hyphen.offset, place);
    set_start(candidate, place);
    BreakPlace out{
        .offset = hyphen.offset, .hyphen = {}, .replaced = hyphen.replaced, .before = hyphen.before};
    add_mark(candidate, out, place.cluster);
    if (!hyphen.replaced.is_empty()) {
      Place const start = place_at(hyphen.replaced.start);
      candidate.end += start.position - place.position + width_of(hyphen.before, item_before(start.cluster));
    }
    add(candidate, std::move(out));
  }

  Item const& item_before(std::size_t cluster) const {
    return parts_.shaped.items[clusters_[cluster > 0 ? cluster - 1 : 0].item];
  }

  /// Puts the script's hyphen at the line's end.
  void add_mark(Candidate& candidate, BreakPlace& place, std::size_t cluster) {
    Item const& item = item_before(cluster);
    place.hyphen = hyphen_of(item.script, item.language, item.face->covers(U'\u2010'));
    place.takes_hyphen = true;
    candidate.end += width_of(place.hyphen, item);
  }

  Length width_of(std::string_view drawn, Item const& item) const {
    font::Face const* face = item.face;
    if (!drawn.empty() && !face->covers(text::code_point_at(drawn, 0).value)) {
      font::Request const request{.script = text::script_tag("Latn"), .language = item.language};
      if (font::Face const* other = library_.face_for(drawn, request)) face = other;
    }
    std::int64_t units = 0;
    for (auto const c : text::code_points(drawn)) units += face->advance_of(face->glyph_of(c.value));
    return font::scaled(units, item.size, face->metrics());
  }

  bool is_note_number(std::size_t cluster) const {
    return !parts_.text.runs[parts_.shaped.items[clusters_[cluster].item].style_run].reference.empty();
  }

  /// Where the stretch since the last candidate fits no line it may be cut at any cluster that is not of a
  /// note's number.
  void add_emergencies(Candidate const& next, std::size_t offset) {
    Candidate const previous = out_.numbers.back();
    Length const narrowest = std::min(widths_.first, widths_.others);
    Length const least = next.end - previous.start - (next.end_shrink - previous.start_shrink);
    if (least <= narrowest) return;
    std::size_t cluster = cluster_at(out_.places.back().offset);
    for (++cluster; cluster < clusters_.size() && clusters_[cluster].text.start < offset; ++cluster) {
      if (parts_.looks[cluster].is_trailing() || is_note_number(cluster)) continue;
      std::size_t const start = clusters_[cluster].text.start;
      Place const place{sums_.position[cluster], sums_.stretch[cluster], sums_.shrink[cluster], cluster};
      Candidate candidate;
      candidate.kind = Candidate::Kind::emergency;
      set_end(candidate, start, place);
      set_start(candidate, place);
      out_.numbers.push_back(candidate);
      out_.places.push_back({.offset = start, .hyphen = {}, .replaced = {}, .before = {}});
    }
  }

  /// What is little text for a last line of its own.
  void mark_runts() {
    Candidate const end = out_.numbers.back();
    std::size_t ideographs = 0, words = 0;
    std::size_t cluster = clusters_.size();
    for (std::size_t i = out_.numbers.size() - 1; i-- > 1;) {
      Candidate& candidate = out_.numbers[i];
      if (candidate.kind == Candidate::Kind::forced) return;
      for (; cluster > 0 && clusters_[cluster - 1].text.start >= out_.places[i].offset; --cluster)
        if (parts_.looks[cluster - 1].kind == ClusterKind::ideograph) ++ideographs;
      Length const em = clusters_.empty() ? Length() : parts_.looks[clusters_.size() - 1].em;
      if (ideographs > 0) {
        if (ideographs >= 2) return;
        candidate.runt = runt_ideograph;
        continue;
      }
      if (end.end - candidate.start > em * 8 || words > 1) return;
      if (candidate.kind != Candidate::Kind::ordinary) {
        if (words == 0) candidate.runt = runt_fragment;
      } else if (++words == 1) {
        candidate.runt = runt_word;
      }
    }
  }

  ParagraphParts const& parts_;
  std::vector<ShapedCluster> const& clusters_;
  std::vector<HyphenPlace> const& hyphens_;
  LineWidths widths_;
  font::Library const& library_;
  Sums sums_;
  Candidates out_;
  std::size_t cursor_ = 0;
  std::size_t line_floor_ = 0;  ///< first cluster after the last forced end
};

}  // namespace

Candidates candidates(ParagraphParts const& parts, std::vector<HyphenPlace> const& hyphens, LineWidths widths,
                      font::Library const& library) {
  return Builder(parts, hyphens, widths, library).build();
}

}  // namespace ms::layout
