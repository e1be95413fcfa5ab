#include "read/part_writer.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "read/wrap.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

constexpr std::string_view join_rule = "line.join", white = " \t\n\r\f";

bool is_white(char c) {
  return white.find(c) != std::string_view::npos;
}

char32_t first_of(std::string_view text) {
  return text.empty() ? 0 : text::code_point_at(text, 0).value;
}
char32_t last_of(std::string_view text) {
  return text.empty() ? 0 : text::code_point_before(text, text.size()).value;
}

}  // namespace

void PartWriter::begin(Part part) {
  end();
  part_ = std::move(part);
  open_.clear();
  before_.clear();
  joins_ = false;
}

Part const* PartWriter::end() {
  std::optional<Part> done = take();
  if (!done || !has_text(*done)) return nullptr;
  outline_.parts.push_back(*std::move(done));
  return &outline_.parts.back();
}

void PartWriter::end_dropped(std::string_view rule, std::string evidence) {
  std::optional<Part> const done = take();
  if (!done || done->pieces.empty()) return;
  base::Range const range{done->pieces.front().range.start, done->pieces.back().range.end};
  while (!outline_.drops.empty() && outline_.drops.back().range.start >= range.start)
    outline_.drops.pop_back();
  outline_.drops.push_back({range, rule, text::EditClass::remove, 1, std::move(evidence)});
}

std::optional<Part> PartWriter::take() {
  if (!part_) return std::nullopt;
  while (!open_.empty()) close(part_->marks[open_.back().mark].kind);
  trim();
  std::optional<Part> done = std::move(part_);
  part_.reset();
  return done;
}

bool PartWriter::has_text(Part const& part) const {
  return std::ranges::any_of(part.pieces, [&](Piece const& piece) {
    std::string_view const text =
        piece.instead.empty() ? base::slice(source_, piece.range) : std::string_view(piece.instead);
    for (text::CodePointAt const c : text::code_points(text))
      if (!text::is_white_space(c.value) && !text::is_default_ignorable(c.value)) return true;
    return false;
  });
}

/// Formats leave white space at the end of a line that they themselves would not show.
void PartWriter::trim() {
  if (part_->role == Role::code) return;
  std::vector<Piece>& pieces = part_->pieces;
  while (!pieces.empty() && pieces.back().instead.empty()) {
    base::Range& range = pieces.back().range;
    while (!range.is_empty() && is_white(source_[range.end - 1])) --range.end;
    if (!range.is_empty()) break;
    pieces.pop_back();
  }
  std::size_t const end = pieces.empty() ? 0 : pieces.back().range.end;
  for (Marked& mark : part_->marks) {
    mark.range.end = std::min(mark.range.end, end);
    mark.range.start = std::min(mark.range.start, mark.range.end);
  }
  std::erase_if(part_->marks, [](Marked const& mark) {
    return mark.range.is_empty() || (mark.kind == text::SpanKind::link && mark.value.empty());
  });
}

void PartWriter::add(Piece piece) {
  base::ensure(part_.has_value(), "text is written into a part");
  if (piece.range.start < at_ || piece.range.is_empty()) return;
  std::vector<Piece>& pieces = part_->pieces;
  std::string_view const text =
      piece.instead.empty() ? base::slice(source_, piece.range) : std::string_view(piece.instead);
  if (joins_ && !pieces.empty()) {
    Piece const& last = pieces.back();
    std::string_view const before =
        last.instead.empty() ? base::slice(source_, last.range) : std::string_view(last.instead);
    before_ += joint(last_of(before), first_of(text));
    before_rule_ = join_rule;
  }
  if (!pieces.empty()) piece.before = std::move(before_);
  piece.rule = before_rule_;
  before_.clear();
  before_rule_ = {};
  joins_ = false;
  at_ = piece.range.end;
  for (Open& open : open_) {
    if (open.is_started) continue;
    part_->marks[open.mark].range = {piece.range.start, piece.range.start};
    open.is_started = true;
  }
  bool const goes_on = !pieces.empty() && piece.before.empty() && piece.instead.empty() &&
                       pieces.back().instead.empty() && pieces.back().range.end == piece.range.start;
  if (goes_on)
    pieces.back().range.end = piece.range.end;
  else
    pieces.push_back(std::move(piece));
}

void PartWriter::keep(base::Range range) {
  Piece piece;
  piece.range = range;
  add(std::move(piece));
}

void PartWriter::keep_flowing(base::Range range) {
  for (std::size_t at = range.start; at < range.end;) {
    std::size_t end = at;
    if (is_white(source_[at])) {
      while (end < range.end && is_white(source_[end])) ++end;
      if (!part_->pieces.empty()) put_joint();
    } else {
      while (end < range.end && !is_white(source_[end])) ++end;
      // One blank inside of a line stays what it is.
      while (end + 1 < range.end && source_[end] == ' ' && !is_white(source_[end + 1]))
        for (++end; end < range.end && !is_white(source_[end]);) ++end;
      keep({at, end});
    }
    at = end;
  }
}

void PartWriter::replace(base::Range range, std::string text, std::string_view rule) {
  Piece piece;
  piece.range = range;
  piece.instead = std::move(text);
  piece.instead_rule = rule;
  add(std::move(piece));
}

void PartWriter::put(std::string_view text, std::string_view rule) {
  before_ += text;
  before_rule_ = rule;
}

void PartWriter::put_joint() {
  joins_ = before_.empty();
}

void PartWriter::open(text::SpanKind kind, std::string value) {
  if (!part_) return;
  open_.push_back({part_->marks.size(), false});
  part_->marks.push_back({{}, kind, std::move(value)});
}

void PartWriter::close(text::SpanKind kind) {
  if (!part_) return;
  auto const is_meant = [&](Open const& open) { return part_->marks[open.mark].kind == kind; };
  auto const found = std::find_if(open_.rbegin(), open_.rend(), is_meant);
  if (found == open_.rend()) return;
  // What was opened inside of it ends with it.
  std::size_t const end = part_->pieces.empty() ? 0 : part_->pieces.back().range.end;
  auto const first = std::prev(found.base());
  for (auto one = first; one != open_.end(); ++one) {
    Marked& mark = part_->marks[one->mark];
    mark.range.end = one->is_started ? std::max(end, mark.range.start) : mark.range.start;
  }
  open_.erase(first, open_.end());
}

void PartWriter::mark(base::Range range, text::SpanKind kind, std::string value) {
  part_->marks.push_back({range, kind, std::move(value)});
}

void PartWriter::drop(base::Range range, std::string_view rule, text::EditClass kind, std::string evidence) {
  if (range.start < at_ || range.is_empty()) return;
  outline_.drops.push_back({range, rule, kind, 1, std::move(evidence)});
  at_ = range.end;
}

void put_in_order(Outline& outline) {
  auto const start_of = [](Part const& part) {
    return part.marker.is_empty() ? part.pieces.front().range.start : part.marker.start;
  };
  if (!std::ranges::is_sorted(outline.parts, {}, start_of))
    std::ranges::stable_sort(outline.parts, {}, start_of);
  std::ranges::stable_sort(outline.drops, {}, [](Drop const& drop) { return drop.range.start; });
}

}  // namespace ms::read
