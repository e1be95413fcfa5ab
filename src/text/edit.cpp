#include "text/edit.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "base/ensure.hpp"
#include "text/utf8.hpp"

namespace ms::text {
namespace {

/// What is said of a change but its place and text: `earlier` becomes what is to be said of both together.
void add_reasons(Edit& earlier, Edit later) {
  earlier.rules.add(later.rules);
  if (later.kind != EditClass::annotate) earlier.kind = later.kind;
  if (!later.language.empty()) earlier.language = std::move(later.language);
  if (!later.evidence.empty()) earlier.evidence = std::move(later.evidence);
  earlier.confidence = std::min(earlier.confidence, later.confidence);
}

Edit reasons_of(Edit edit) {
  edit.range = {};
  edit.replacement.clear();
  return edit;
}

void add_reasons(std::optional<Edit>& all, Edit edit) {
  if (all)
    add_reasons(*all, std::move(edit));
  else
    all = reasons_of(std::move(edit));
}

/// Appends to a list; two insertions at one place become one.
void append(Edits& edits, Edit edit) {
  if (!edits.empty() && edit.range.is_empty() && edits.back().range == edit.range) {
    edits.back().replacement += edit.replacement;
    add_reasons(edits.back(), std::move(edit));
  } else {
    edits.push_back(std::move(edit));
  }
}

/// Walks over two lists in the text between them, the middle: `first` by what its edits left there, `second`
/// by what its edits take away. Edits that share a byte of the middle, or that meet at one place where
/// neither has any, are a group, and a group becomes one edit of the source.
class Composition {
 public:
  Composition(std::string_view source, Edits first, Edits second)
      : source_(source),
        middle_(edited(source, first)),
        first_(std::move(first)),
        second_(std::move(second)) {
    check_edits(second_, middle_);
  }

  Edits result() {
    Edits all;
    all.reserve(first_.size() + second_.size());  // never more, and never a second list while it grows
    while (i_ < first_.size() || j_ < second_.size()) {
      Edit edit = next_group();
      bool const is_change = edit.replacement != base::slice(source_, edit.range);
      if (is_change || edit.kind == EditClass::annotate) append(all, std::move(edit));
    }
    return all;
  }

 private:
  /// Where edit i of `first` left its replacement.
  base::Range left() const {
    std::size_t const start = in_middle(first_[i_].range.start);
    return {start, start + first_[i_].replacement.size()};
  }
  base::Range taken() const { return second_[j_].range; }

  std::size_t in_middle(std::size_t source) const { return source + put_in_ - taken_out_; }
  std::size_t in_source(std::size_t middle) const { return middle + taken_out_ - put_in_; }

  Edit next_group() {
    bool const has_first = i_ < first_.size();
    bool const has_second = j_ < second_.size();
    bool const both =
        has_first && has_second && (left().overlaps(taken()) || (left().is_empty() && left() == taken()));
    bool const from_first = has_first && (both || !has_second || left().end <= taken().start);
    bool const from_second = has_second && (both || !from_first);

    std::size_t const start =
        std::min(from_first ? left().start : middle_.size(), from_second ? taken().start : middle_.size());
    base::Range source{in_source(start), 0};
    std::size_t end = start;
    std::size_t copied = start;
    std::string text;
    std::optional<Edit> earlier, later;
    auto const take_first = [&] {
      end = std::max(end, left().end);
      put_in_ += first_[i_].replacement.size();
      taken_out_ += first_[i_].range.length();
      add_reasons(earlier, std::move(first_[i_]));
      ++i_;
    };
    auto const take_second = [&] {
      end = std::max(end, taken().end);
      text += base::slice(middle_, {copied, taken().start});
      text += second_[j_].replacement;
      copied = taken().end;
      add_reasons(later, std::move(second_[j_]));
      ++j_;
    };
    if (from_first) take_first();
    if (from_second) take_second();
    for (;;) {
      if (i_ < first_.size() && left().start < end)
        take_first();
      else if (j_ < second_.size() && taken().start < end)
        take_second();
      else
        break;
    }
    text += base::slice(middle_, {copied, end});
    source.end = in_source(end);

    if (later) add_reasons(earlier, *std::move(later));
    Edit group = *std::move(earlier);
    group.range = source;
    group.replacement = std::move(text);
    return group;
  }

  std::string_view source_;
  std::string middle_;
  Edits first_, second_;
  std::size_t i_ = 0;          ///< next edit of `first`
  std::size_t j_ = 0;          ///< next edit of `second`
  std::size_t put_in_ = 0;     ///< bytes that the edits of `first` before i put in
  std::size_t taken_out_ = 0;  ///< and took out
};

}  // namespace

void check_edits(Edits const& edits, std::string_view source) {
  for (std::size_t i = 0; i < edits.size(); ++i) {
    base::Range const range = edits[i].range;
    base::ensure(range.start <= range.end && range.end <= source.size(), "an edit lies inside the text");
    base::ensure(is_boundary(source, range.start) && is_boundary(source, range.end),
                 "an edit lies on code point boundaries");
    base::ensure(!edits[i].rules.is_empty(), "an edit names its rule");
    if (i == 0) continue;
    base::ensure(edits[i - 1].range.end <= range.start, "edits are sorted and do not overlap");
    base::ensure(!range.is_empty() || edits[i - 1].range != range,
                 "two insertions at one place are one edit");
  }
}

std::string edited(std::string_view source, Edits const& edits) {
  check_edits(edits, source);
  std::size_t length = source.size();
  for (Edit const& edit : edits) length += edit.replacement.size();
  std::string out;
  out.reserve(length);
  std::size_t copied = 0;
  for (Edit const& edit : edits) {
    out += base::slice(source, {copied, edit.range.start});
    out += edit.replacement;
    copied = edit.range.end;
  }
  out += source.substr(copied);
  return out;
}

Edits composed(std::string_view source, Edits first, Edits second) {
  return Composition(source, std::move(first), std::move(second)).result();
}

Edits inverse(std::string_view source, Edits const& edits) {
  check_edits(edits, source);
  Edits back;
  std::size_t put_in = 0;
  std::size_t taken_out = 0;
  for (Edit const& edit : edits) {
    std::size_t const start = edit.range.start + put_in - taken_out;
    Edit opposite = reasons_of(edit);
    opposite.range = {start, start + edit.replacement.size()};
    opposite.replacement = base::slice(source, edit.range);
    put_in += edit.replacement.size();
    taken_out += edit.range.length();
    append(back, std::move(opposite));
  }
  return back;
}

std::string_view name_of(EditClass kind) {
  switch (kind) {
    case EditClass::decode: return "decode";
    case EditClass::normalise: return "normalise";
    case EditClass::join: return "join";
    case EditClass::remove: return "remove";
    case EditClass::move: return "move";
    case EditClass::annotate: return "annotate";
  }
  return {};
}

}  // namespace ms::text
