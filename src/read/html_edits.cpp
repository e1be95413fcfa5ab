#include "read/html_edits.hpp"

#include <algorithm>

namespace ms::read::html {

text::Edits removals_of(Page const& page, Flow const& flow, std::vector<Removal> const& removals) {
  // All texts in the order of the source, each with what happens to it.
  struct Piece {
    base::Range range;
    std::size_t passage;
    Removal const* removal;
  };
  std::vector<Removal const*> by_passage(flow.passages.size(), nullptr);
  for (Removal const& one : removals) by_passage[one.passage] = &one;
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < flow.passages.size(); ++i)
    for (NodeId const text : flow.passages[i].texts)
      if (!page.nodes[text].source.is_empty()) pieces.push_back({page.nodes[text].source, i, by_passage[i]});
  std::ranges::stable_sort(pieces, {}, [](Piece const& one) { return one.range.start; });
  text::Edits edits;
  std::size_t last = flow.passages.size();
  for (Piece const& piece : pieces) {
    bool const goes_on = last == piece.passage && !edits.empty() && piece.removal != nullptr;
    last = piece.passage;
    if (piece.removal == nullptr) continue;
    // What the <head> holds is not shown on the page at all.
    if (page.nearest(flow.passages[piece.passage].node, Tag::head) != no_node) continue;
    if (goes_on) {
      edits.back().range.end = std::max(edits.back().range.end, piece.range.end);
      continue;
    }
    text::Edit edit;
    edit.range = piece.range;
    edit.rules = {piece.removal->rule};
    edit.kind = text::EditClass::remove;
    edit.confidence = piece.removal->confidence;
    edit.evidence = piece.removal->evidence;
    edits.push_back(std::move(edit));
  }
  return edits;
}

text::Edits in_order(text::Edits edits) {
  std::ranges::stable_sort(edits, [](text::Edit const& a, text::Edit const& b) {
    return a.range.start != b.range.start ? a.range.start < b.range.start : a.range.end < b.range.end;
  });
  text::Edits out;
  for (text::Edit& edit : edits) {
    bool const is_same_place = !out.empty() && out.back().range.is_empty() && edit.range == out.back().range;
    if (out.empty() || (edit.range.start >= out.back().range.end && !is_same_place)) {
      out.push_back(std::move(edit));
      continue;
    }
    text::Edit& last = out.back();
    last.range.end = std::max(last.range.end, edit.range.end);
    last.replacement += edit.replacement;
    last.rules.add(edit.rules);
    last.confidence = std::min(last.confidence, edit.confidence);
  }
  return out;
}

}  // namespace ms::read::html
