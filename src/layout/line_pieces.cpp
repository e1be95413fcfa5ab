#include "layout/line_pieces.hpp"

#include <string_view>

#include "base/ensure.hpp"

namespace ms::layout {
namespace {

constexpr std::string_view soft_hyphen = "\u00AD";

class Pieces {
 public:
  Pieces(ParagraphParts const& parts, Workshop& workshop) : parts_(parts), workshop_(workshop) {}

  LinePieces make(Range text, BreakPlace const& end) {
    std::vector<ShapedCluster> const& clusters = parts_.shaped.clusters;
    if (text.is_empty()) return {};
    // What is drawn as it is in the text; a change of spelling comes after it.
    bool const changes = !end.replaced.is_empty() && end.replaced.start > text.start;
    Range const plain{text.start, changes ? end.replaced.start : text.end};
    std::string const appended = changes ? end.before + end.hyphen : end.hyphen;

    std::size_t const first = parts_.shaped.cluster_at(plain.start);
    std::size_t const last = parts_.shaped.cluster_at(plain.end);
    bool const starts_unsafe = !is_safe(first, plain.start) && plain.start != 0;
    bool const ends_unsafe = !appended.empty() || (!is_safe(last, plain.end) && plain.end != size());
    // The safe places next to the ends: what lies between them stays as it is.
    std::size_t from = first;
    if (starts_unsafe)
      for (++from; from < last && !clusters[from].safe_to_break;) ++from;
    std::size_t to = last;
    if (ends_unsafe) {
      bool const inside = to < clusters.size() && clusters[to].text.start < plain.end;
      if (!inside && to > from) --to;
      while (to > from && !clusters[to].safe_to_break) --to;
    }
    if ((starts_unsafe || ends_unsafe) && from >= to) {
      again(plain, appended);
    } else {
      if (starts_unsafe) again({plain.start, clusters[from].text.start}, {});
      for (std::size_t i = from; i < to; ++i)
        out_.clusters.push_back({&parts_.shaped, &clusters[i], parts_.looks[i], clusters[i].text, false});
      if (ends_unsafe) again({clusters[to].text.start, plain.end}, appended);
    }
    name_appended(plain.end, text.end, !end.hyphen.empty());
    return std::move(out_);
  }

 private:
  std::size_t size() const { return parts_.text.utf8.size(); }

  bool is_safe(std::size_t cluster, std::size_t offset) const {
    auto const& clusters = parts_.shaped.clusters;
    return cluster == clusters.size() ||
           (clusters[cluster].text.start == offset && clusters[cluster].safe_to_break);
  }

  void again(Range range, std::string_view appended) {
    if (range.is_empty()) return;
    out_.shaped_again.push_back(
        std::make_unique<Shaped>(reshape(parts_.text, parts_.shaped, range, appended, workshop_)));
    Shaped const& piece = *out_.shaped_again.back();
    for (ShapedCluster const& cluster : piece.clusters)
      out_.clusters.push_back({&piece, &cluster, look_of(parts_.text, piece, cluster), cluster.text, false});
  }

  // The clusters that were appended stand for the replaced bytes [start, end); the hyphen, which is the last,
  // for none, or for a soft hyphen that stands in the text.
  void name_appended(std::size_t start, std::size_t end, bool has_hyphen) {
    std::vector<LineCluster>& clusters = out_.clusters;
    if (has_hyphen && !clusters.empty() && clusters.back().text.is_empty()) {
      clusters.back().hyphen = true;
      clusters.back().text = {end, end};
      auto const count = clusters.size();
      if (count > 1 && base::slice(parts_.text.utf8, clusters[count - 2].text) == soft_hyphen) {
        clusters.back().text = clusters[count - 2].text;
        clusters.erase(clusters.end() - 2);
      }
    }
    if (start == end) return;
    for (LineCluster& cluster : clusters) {
      if (cluster.hyphen || !cluster.text.is_empty()) continue;
      cluster.text = {start, end};
      return;
    }
  }

  ParagraphParts const& parts_;
  Workshop& workshop_;
  LinePieces out_;
};

}  // namespace

LinePieces line_pieces(ParagraphParts const& parts, Range text, BreakPlace const& end, Workshop& workshop) {
  return Pieces(parts, workshop).make(text, end);
}

}  // namespace ms::layout
