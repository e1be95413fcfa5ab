#include "text/text.hpp"

#include <doctest/doctest.h>

#include "random_edits.hpp"

using namespace ms::text;
using ms::base::Range;
using random_edits::Random;

namespace {

Edit change(std::size_t start, std::size_t end, std::string replacement) {
  return {{start, end}, std::move(replacement), {"test.rule"}, EditClass::normalise, {}, 1, {}};
}

Text strong(std::string utf8, Range range) {
  Origin const origin = Origin::straight(utf8.size(), 0);
  return {std::move(utf8), {{range, SpanKind::strong, ""}}, origin};
}

std::vector<Range> ranges(Text const& text) {
  std::vector<Range> list;
  for (Span const& span : text.spans) list.push_back(span.range);
  return list;
}

/// Sorted, longer first, nested, on boundaries, never empty.
void check_spans(Text const& text) {
  std::vector<Range> open;
  for (std::size_t i = 0; i < text.spans.size(); ++i) {
    Range const range = text.spans[i].range;
    REQUIRE(range.start < range.end);
    REQUIRE(range.end <= text.utf8.size());
    REQUIRE(is_boundary(text.utf8, range.start));
    REQUIRE(is_boundary(text.utf8, range.end));
    if (i > 0) {
      Range const before = text.spans[i - 1].range;
      REQUIRE((before.start < range.start || (before.start == range.start && before.end >= range.end)));
    }
    while (!open.empty() && open.back().end <= range.start) open.pop_back();
    if (!open.empty()) REQUIRE(open.back().contains(range));
    open.push_back(range);
  }
}

void check_origin(Text const& text, std::size_t source_size) {
  std::size_t at = 0;
  for (OriginPiece const& piece : text.origin.pieces()) {
    REQUIRE(piece.text.start >= at);
    REQUIRE(piece.text.start < piece.text.end);
    REQUIRE(piece.text.end <= text.utf8.size());
    REQUIRE(piece.source.start <= piece.source.end);
    REQUIRE(piece.source.end <= source_size);
    at = piece.text.end;
  }
}

/// Nested spans over random boundaries.
void add_spans(Random& random, std::string_view utf8, Range inside, int depth, std::vector<Span>& spans) {
  std::vector<std::size_t> bounds;
  for (CodePointAt const c : code_points(utf8))
    if (inside.contains(c.offset)) bounds.push_back(c.offset);
  bounds.push_back(inside.end);
  std::size_t at = random() % bounds.size();
  while (at + 1 < bounds.size()) {
    std::size_t const end = at + 1 + random() % (bounds.size() - 1 - at);
    Range const range{bounds[at], bounds[end]};
    spans.push_back({range, static_cast<SpanKind>(random() % 9), std::to_string(spans.size())});
    if (depth > 0 && random() % 2 == 0) add_spans(random, utf8, range, depth - 1, spans);
    at = end + random() % 3;
  }
}

Text random_text(Random& random) {
  Text text;
  text.utf8 = random_edits::text(random, 24);
  text.origin = Origin::straight(text.utf8.size(), 100);
  if (!text.is_empty()) add_spans(random, text.utf8, {0, text.utf8.size()}, 3, text.spans);
  return text;
}

}  // namespace

TEST_CASE("a span keeps what is replaced inside of it") {
  CHECK(ranges(edited(strong("a bold b", {2, 6}), {change(2, 6, "BOLD!")})) == std::vector<Range>{{2, 7}});
  CHECK(ranges(edited(strong("a bold b", {2, 6}), {change(3, 4, "")})) == std::vector<Range>{{2, 5}});
}

TEST_CASE("an insertion at an edge stays outside, inside it belongs to the span") {
  Text const text = strong("a bold b", {2, 6});
  CHECK(ranges(edited(text, {change(2, 2, "xx")})) == std::vector<Range>{{4, 8}});
  CHECK(ranges(edited(text, {change(6, 6, "xx")})) == std::vector<Range>{{2, 6}});
  CHECK(ranges(edited(text, {change(4, 4, "xx")})) == std::vector<Range>{{2, 8}});
}

TEST_CASE("a replacement across an edge is outside; a span that loses all its text goes") {
  Text const text = strong("a bold b", {2, 6});
  CHECK(ranges(edited(text, {change(1, 4, "-")})) == std::vector<Range>{{2, 4}});
  CHECK(ranges(edited(text, {change(4, 8, "-")})) == std::vector<Range>{{2, 4}});
  CHECK(ranges(edited(text, {change(0, 8, "-")})).empty());
  CHECK(ranges(edited(text, {change(2, 6, "")})).empty());
}

TEST_CASE("origins follow edits") {
  Text const text = edited(strong("one  two", {0, 3}), {change(3, 5, " "), change(8, 8, "!")});
  CHECK(text.utf8 == "one two!");
  CHECK(text.origin.pieces() ==
        std::vector<OriginPiece>{{{0, 3}, {0, 3}}, {{3, 4}, {3, 5}}, {{4, 7}, {5, 8}}});
  CHECK(text.origin.source_of({0, 8}) == Range{0, 8});
  CHECK(text.origin.source_of({3, 5}) == Range{3, 6});
  CHECK(text.origin.source_of({5, 6}) == Range{6, 7});
  CHECK_FALSE(text.origin.source_of({7, 8}));
  CHECK(text.origin.source_of({7, 7}) == Range{8, 8});
  CHECK(text.origin.source_of({5, 5}) == Range{6, 6});
  CHECK_FALSE(text.origin.source_of({8, 8}));
  CHECK_FALSE(Origin().source_of({0, 1}));
}

TEST_CASE("straight neighbours join") {
  Origin origin = Origin::straight(3, 10);
  origin.append(Origin::straight(4, 13), 3);
  CHECK(origin == Origin::straight(7, 10));
  origin.append(Origin::straight(1, 30), 7);
  CHECK(origin.pieces().size() == 2);
  CHECK(Origin::straight(0, 5).pieces().empty());
}

TEST_CASE("parts and joined texts") {
  Text const text = strong("a bold b", {2, 6});
  Text const inside = part(text, {4, 8});
  CHECK(inside.utf8 == "ld b");
  CHECK(ranges(inside) == std::vector<Range>{{0, 2}});
  CHECK(inside.origin == Origin::straight(4, 4));
  CHECK(part(text, {6, 8}).spans.empty());

  Text head;
  append(head, inside, ", ");
  CHECK(head == inside);
  append(head, text, ", ");
  CHECK(head.utf8 == "ld b, a bold b");
  CHECK(ranges(head) == std::vector<Range>{{0, 2}, {8, 12}});
  CHECK(head.origin.pieces() == std::vector<OriginPiece>{{{0, 4}, {4, 8}}, {{6, 14}, {0, 8}}});
}

TEST_CASE("kinds have the names of the contract") {
  CHECK(name_of(SpanKind::css_class) == "class");
  CHECK(name_of(SpanKind::language) == "language");
}

TEST_CASE("law: edits break no nesting, lose no origin, and two passes are one") {
  for (unsigned seed = 1; seed <= 1'500; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    Text const text = random_text(random);
    check_spans(text);
    Edits const a = random_edits::edits(random, text.utf8, "a");
    Text const once = edited(text, a);
    check_spans(once);
    check_origin(once, 100 + text.utf8.size());
    Edits const b = random_edits::edits(random, once.utf8, "b");
    Text const twice = edited(once, b);
    check_spans(twice);
    check_origin(twice, 100 + text.utf8.size());
    REQUIRE(edited(text, composed(text.utf8, a, b)).utf8 == twice.utf8);
    REQUIRE(edited(text, {}) == text);
  }
}

TEST_CASE("law: kept bytes come from themselves") {
  for (unsigned seed = 1; seed <= 1'500; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    std::string const source = random_edits::text(random, 24);
    Edits const edits = random_edits::edits(random, source, "a");
    Origin const origin = Origin::straight(source.size(), 0).after(edits);
    std::string const target = edited(source, edits);
    std::size_t put_in = 0, taken_out = 0, at = 0;
    auto const check_kept = [&](std::size_t start, std::size_t end) {
      for (std::size_t i = start; i < end; ++i)
        REQUIRE(origin.source_of({i + put_in - taken_out, i + 1 + put_in - taken_out}) == Range{i, i + 1});
    };
    for (Edit const& edit : edits) {
      check_kept(at, edit.range.start);
      std::size_t const start = edit.range.start + put_in - taken_out;
      if (!edit.replacement.empty()) {
        auto const from = origin.source_of({start, start + edit.replacement.size()});
        if (edit.range.is_empty())
          REQUIRE_FALSE(from);
        else
          REQUIRE(from == edit.range);
      }
      put_in += edit.replacement.size();
      taken_out += edit.range.length();
      at = edit.range.end;
    }
    check_kept(at, source.size());
    REQUIRE(target.size() == source.size() + put_in - taken_out);
  }
}

TEST_CASE("law: a text is its parts") {
  for (unsigned seed = 1; seed <= 1'500; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    Text const text = random_text(random);
    std::vector<std::size_t> bounds;
    for (CodePointAt const c : code_points(text.utf8)) bounds.push_back(c.offset);
    bounds.push_back(text.utf8.size());
    std::size_t const cut = bounds[random() % bounds.size()];
    Text whole = part(text, {0, cut});
    check_spans(whole);
    append(whole, part(text, {cut, text.utf8.size()}));
    check_spans(whole);
    REQUIRE(whole.utf8 == text.utf8);
    REQUIRE(whole.origin == text.origin);
    REQUIRE(whole.spans.size() >= text.spans.size());
  }
}
