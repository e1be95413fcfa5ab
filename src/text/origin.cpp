#include "text/origin.hpp"

#include <algorithm>

namespace ms::text {
namespace {

bool is_straight(OriginPiece const& piece) {
  return piece.text.length() == piece.source.length();
}

/// The part of a piece that lies in `range` of the text. What does not map byte to byte still maps as a
/// whole.
OriginPiece cut(OriginPiece const& piece, base::Range range) {
  base::Range const text{std::max(piece.text.start, range.start), std::min(piece.text.end, range.end)};
  if (!is_straight(piece)) return {text, piece.source};
  std::size_t const start = piece.source.start + (text.start - piece.text.start);
  return {text, {start, start + text.length()}};
}

base::Range moved(base::Range range, std::size_t forwards, std::size_t backwards) {
  return {range.start + forwards - backwards, range.end + forwards - backwards};
}

/// The source of an empty range: a place inside a piece or, failing that, at its end.
std::optional<base::Range> place(std::vector<OriginPiece> const& pieces, std::size_t offset) {
  auto const after =
      std::upper_bound(pieces.begin(), pieces.end(), offset,
                       [](std::size_t at, OriginPiece const& piece) { return at < piece.text.start; });
  if (after == pieces.begin()) return std::nullopt;
  OriginPiece const& piece = *std::prev(after);
  if (offset > piece.text.end) return std::nullopt;
  if (offset == piece.text.end) return base::Range{piece.source.end, piece.source.end};
  if (offset == piece.text.start) return base::Range{piece.source.start, piece.source.start};
  if (!is_straight(piece)) return piece.source;
  std::size_t const at = piece.source.start + (offset - piece.text.start);
  return base::Range{at, at};
}

}  // namespace

Origin Origin::straight(std::size_t length, std::size_t source_start) {
  Origin origin;
  if (length > 0) origin.add({{0, length}, {source_start, source_start + length}});
  return origin;
}

std::optional<base::Range> Origin::source_of(base::Range range) const {
  if (range.is_empty()) return place(pieces_, range.start);
  std::optional<base::Range> all;
  auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), range.start,
                                [](std::size_t at, OriginPiece const& p) { return at < p.text.end; });
  for (; piece != pieces_.end() && piece->text.start < range.end; ++piece) {
    base::Range const source = cut(*piece, range).source;
    all = all ? base::Range{std::min(all->start, source.start), std::max(all->end, source.end)} : source;
  }
  return all;
}

Origin Origin::after(Edits const& edits) const {
  Origin result;
  auto piece = pieces_.begin();
  std::size_t put_in = 0;
  std::size_t taken_out = 0;
  auto const keep = [&](base::Range kept) {
    if (kept.is_empty()) return;
    for (; piece != pieces_.end() && piece->text.start < kept.end; ++piece) {
      if (piece->text.end > kept.start) {
        OriginPiece part = cut(*piece, kept);
        part.text = moved(part.text, put_in, taken_out);
        result.add(part);
      }
      if (piece->text.end > kept.end) break;  // the next kept range has a share in it
    }
  };
  std::size_t kept_from = 0;
  for (Edit const& edit : edits) {
    keep({kept_from, edit.range.start});
    std::size_t const start = edit.range.start + put_in - taken_out;
    std::optional<base::Range> const source = edit.range.is_empty() ? std::nullopt : source_of(edit.range);
    if (source && !edit.replacement.empty()) result.add({{start, start + edit.replacement.size()}, *source});
    put_in += edit.replacement.size();
    taken_out += edit.range.length();
    kept_from = edit.range.end;
  }
  keep({kept_from, pieces_.empty() ? kept_from : std::max(kept_from, pieces_.back().text.end)});
  return result;
}

Origin Origin::part(base::Range range) const {
  Origin result;
  auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), range.start,
                                [](std::size_t at, OriginPiece const& p) { return at < p.text.end; });
  for (; piece != pieces_.end() && piece->text.start < range.end; ++piece) {
    OriginPiece inside = cut(*piece, range);
    inside.text = moved(inside.text, 0, range.start);
    result.add(inside);
  }
  return result;
}

void Origin::append(Origin const& other, std::size_t offset) {
  for (OriginPiece piece : other.pieces_) {
    piece.text = moved(piece.text, offset, 0);
    add(piece);
  }
}

void Origin::add(OriginPiece piece) {
  if (!pieces_.empty()) {
    OriginPiece& last = pieces_.back();
    if (is_straight(last) && is_straight(piece) && last.text.end == piece.text.start &&
        last.source.end == piece.source.start) {
      last.text.end = piece.text.end;
      last.source.end = piece.source.end;
      return;
    }
  }
  pieces_.push_back(piece);
}

}  // namespace ms::text
