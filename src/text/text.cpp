#include "text/text.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace ms::text {
namespace {

/// Where offsets of a text are after edits.
class Shifts {
 public:
  explicit Shifts(Edits const& edits) : edits_(edits), after_(edits.size() + 1) {
    std::size_t put_in = 0;
    std::size_t taken_out = 0;
    for (std::size_t i = 0; i < edits.size(); ++i) {
      after_[i] = {put_in, taken_out};
      put_in += edits[i].replacement.size();
      taken_out += edits[i].range.length();
    }
    after_[edits.size()] = {put_in, taken_out};
  }

  /// Of the start of a span: behind what is inserted here and behind a replacement that began before it.
  std::size_t start(std::size_t offset) const {
    auto const inside = std::partition_point(edits_.begin(), edits_.end(),
                                             [&](Edit const& e) { return e.range.end <= offset; });
    if (inside != edits_.end() && inside->range.start < offset)
      return moved(inside->range.start, inside) + inside->replacement.size();
    return moved(offset, inside);
  }
  /// Of the end of a span: before what is inserted here and before a replacement that goes on after it.
  std::size_t end(std::size_t offset) const {
    auto const behind = std::partition_point(edits_.begin(), edits_.end(),
                                             [&](Edit const& e) { return e.range.start < offset; });
    if (behind != edits_.begin()) {
      auto const last = std::prev(behind);
      if (last->range.end > offset) return moved(last->range.start, last);
    }
    return moved(offset, behind);
  }

 private:
  struct Shift {
    std::size_t put_in = 0;
    std::size_t taken_out = 0;
  };
  /// `offset` moved by all edits before `next`.
  std::size_t moved(std::size_t offset, Edits::const_iterator next) const {
    Shift const& shift = after_[static_cast<std::size_t>(next - edits_.begin())];
    return offset + shift.put_in - shift.taken_out;
  }
  Edits const& edits_;
  std::vector<Shift> after_;
};

}  // namespace

Text edited(Text const& text, Edits const& edits) {
  Text result{edited(text.utf8, edits), {}, text.origin.after(edits)};
  Shifts const shifts(edits);
  for (Span const& span : text.spans) {
    base::Range const range{shifts.start(span.range.start), shifts.end(span.range.end)};
    if (range.start < range.end) result.spans.push_back({range, span.kind, span.value});
  }
  return result;
}

Text part(Text const& text, base::Range range) {
  base::ensure(range.start <= range.end && range.end <= text.utf8.size(), "a part lies inside its text");
  Text result{std::string(base::slice(text.utf8, range)), {}, text.origin.part(range)};
  for (Span const& span : text.spans) {
    base::Range const cut{std::max(span.range.start, range.start), std::min(span.range.end, range.end)};
    if (cut.start < cut.end)
      result.spans.push_back({{cut.start - range.start, cut.end - range.start}, span.kind, span.value});
  }
  return result;
}

void append(Text& head, Text const& tail, std::string_view between) {
  if (!head.is_empty()) head.utf8 += between;
  std::size_t const offset = head.utf8.size();
  head.utf8 += tail.utf8;
  for (Span const& span : tail.spans)
    head.spans.push_back({{span.range.start + offset, span.range.end + offset}, span.kind, span.value});
  head.origin.append(tail.origin, offset);
}

std::string_view name_of(SpanKind kind) {
  switch (kind) {
    case SpanKind::language: return "language";
    case SpanKind::isolate: return "isolate";
    case SpanKind::strong: return "strong";
    case SpanKind::emphasis: return "emphasis";
    case SpanKind::link: return "link";
    case SpanKind::css_class: return "class";
    case SpanKind::ruby: return "ruby";
    case SpanKind::note: return "note";
    case SpanKind::code: return "code";
  }
  return {};
}

}  // namespace ms::text
