#include "read/marks.hpp"

#include <algorithm>

#include "normalise/normalise.hpp"

namespace ms::read {
namespace {

using text::Span;
using text::SpanKind;

/// No run begins inside of these; what the source isolates or names is isolated and named already.
bool is_whole(Span const& span) {
  return span.kind == SpanKind::code || span.kind == SpanKind::note || span.kind == SpanKind::ruby ||
         span.kind == SpanKind::isolate || span.kind == SpanKind::language;
}

void sort(std::vector<Span>& spans) {
  std::ranges::stable_sort(spans, [](Span const& a, Span const& b) {
    return a.range.start != b.range.start ? a.range.start < b.range.start : a.range.end > b.range.end;
  });
}

/// Of sorted ranges that do not overlap, the one that holds the byte.
template <typename Ranges>
base::Range const* holding(Ranges const& ranges, std::size_t offset) {
  auto found = std::ranges::upper_bound(ranges, offset, {}, &base::Range::start);
  if (found == ranges.begin()) return nullptr;
  --found;
  return offset < found->end ? &*found : nullptr;
}

}  // namespace

std::vector<Span> spans_of(Part const& part, base::Range place, Shift const& assembly) {
  std::vector<Span> spans;
  for (Marked const& mark : part.marks) {
    std::size_t const start = std::max(assembly.of_start(mark.range.start), place.start),
                      end = std::min(assembly.of_end(mark.range.end), place.end);
    if (start < end) spans.push_back({{start - place.start, end - place.start}, mark.kind, mark.value});
  }
  sort(spans);
  return spans;
}

text::Edits sparing_code(text::Edits edits, std::vector<Span> const& spans) {
  std::vector<base::Range> code;
  for (Span const& span : spans)
    if (span.kind == SpanKind::code && (code.empty() || code.back().end <= span.range.start))
      code.push_back(span.range);
  if (code.empty()) return edits;
  auto const is_meant_for_code = [](std::string_view name) {
    return std::ranges::any_of(
        normalise::rules(), [&](normalise::Rule const& rule) { return rule.name == name && rule.in_code; });
  };
  std::erase_if(edits, [&](text::Edit const& edit) {
    std::size_t const last = edit.range.is_empty() ? edit.range.start : edit.range.end - 1;
    base::Range const* const first_hit = holding(code, edit.range.start);
    bool const is_inside =
        first_hit != nullptr && (!edit.range.is_empty() || first_hit->start < edit.range.start);
    bool const touches = is_inside || (!edit.range.is_empty() && holding(code, last) != nullptr);
    return touches && std::ranges::none_of(edit.rules, is_meant_for_code);
  });
  return edits;
}

std::vector<Span> with_runs(std::vector<Span> const& marks, std::vector<Span> const& runs) {
  std::vector<base::Range> whole;
  for (Span const& mark : marks)
    if (is_whole(mark) && (whole.empty() || whole.back().end <= mark.range.start))
      whole.push_back(mark.range);
  std::vector<Span> kept;
  std::vector<base::Range> ranges;
  for (Span const& run : runs) {
    auto const next = std::ranges::lower_bound(whole, run.range.start, {}, &base::Range::start);
    bool const holds_code = next != whole.end() && next->start < run.range.end;
    if (holds_code || holding(whole, run.range.start) != nullptr) continue;
    kept.push_back(run);
    if (ranges.empty() || ranges.back() != run.range) ranges.push_back(run.range);
  }
  std::vector<Span> all;
  for (Span mark : marks) {
    base::Range const* const at_start = holding(ranges, mark.range.start);
    if (at_start != nullptr && at_start->start < mark.range.start && at_start->end < mark.range.end) {
      all.push_back({{mark.range.start, at_start->end}, mark.kind, mark.value});
      mark.range.start = at_start->end;
    }
    base::Range const* const at_end = holding(ranges, mark.range.end - 1);
    if (at_end != nullptr && at_end->start > mark.range.start && at_end->end > mark.range.end) {
      all.push_back({{mark.range.start, at_end->start}, mark.kind, mark.value});
      mark.range.start = at_end->start;
    }
    all.push_back(std::move(mark));
  }
  all.insert(all.end(), kept.begin(), kept.end());
  sort(all);
  return all;
}

}  // namespace ms::read
