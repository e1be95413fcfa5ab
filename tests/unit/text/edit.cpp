#include "text/edit.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "random_edits.hpp"

using namespace ms::text;
using random_edits::Random;

namespace {

Edit change(std::size_t start, std::size_t end, std::string replacement, char const* rule = "test.rule",
            EditClass kind = EditClass::normalise) {
  return {{start, end}, std::move(replacement), {rule}, kind, {}, 1, {}};
}

RuleNames list(std::initializer_list<std::string_view> names) {
  return names;
}

/// What a reader who has only the edited text and the edits makes of it.
std::string source_again(std::string_view source, std::string_view edited_text, Edits const& edits) {
  std::string out;
  std::size_t at = 0;
  std::size_t source_at = 0;
  for (Edit const& edit : edits) {
    std::size_t const kept = edit.range.start - source_at;
    out += edited_text.substr(at, kept);
    at += kept;
    REQUIRE(edited_text.substr(at, edit.replacement.size()) == edit.replacement);
    at += edit.replacement.size();
    out += ms::base::slice(source, edit.range);
    source_at = edit.range.end;
  }
  return out + std::string(edited_text.substr(at));
}

/// The list as another reads it: place, text and kind.
void check_list(Edits const& edits, std::string_view source) {
  check_edits(edits, source);
  for (Edit const& edit : edits)
    REQUIRE((edit.kind == EditClass::annotate || edit.replacement != ms::base::slice(source, edit.range)));
}

}  // namespace

TEST_CASE("edits are carried out in order") {
  CHECK(edited("abc", {}) == "abc");
  CHECK(edited("abc", {change(0, 0, "x"), change(1, 2, ""), change(3, 3, "y")}) == "xacy");
  CHECK(edited("", {change(0, 0, "x")}) == "x");
  CHECK(edited("abc", {change(0, 1, "x"), change(1, 2, "y")}) == "xyc");
}

TEST_CASE("two lists become one against the first text") {
  // "Say  'hi' now" → one space → curly quotes
  Edits const first{change(3, 5, " ", "space.run")};
  Edits const second{change(4, 5, "‘", "quote.pair"), change(7, 8, "’", "quote.pair")};
  Edits const all = composed("Say  'hi' now", first, second);
  REQUIRE(all.size() == 3);
  CHECK(all[0] == change(3, 5, " ", "space.run"));
  CHECK(all[1] == change(5, 6, "‘", "quote.pair"));
  CHECK(all[2] == change(8, 9, "’", "quote.pair"));
}

TEST_CASE("edits of the same bytes become one, with the rules of both") {
  Edits const all = composed("a--b", {change(1, 3, "–", "dash.pair")}, {change(1, 4, " – ", "dash.spaced")});
  REQUIRE(all.size() == 1);
  CHECK(all[0].range == ms::base::Range{1, 3});
  CHECK(all[0].replacement == " – ");
  CHECK(all[0].rules == list({"dash.pair", "dash.spaced"}));
}

TEST_CASE("a rule that acts twice on the same bytes is named once") {
  Edits const all = composed("abc", {change(0, 1, "x", "r.a"), change(2, 3, "z", "r.b")},
                             {change(0, 3, "q", "r.a", EditClass::remove)});
  REQUIRE(all.size() == 1);
  CHECK(all[0] == Edit{{0, 3}, "q", list({"r.a", "r.b"}), EditClass::remove, {}, 1, {}});
}

TEST_CASE("edits that only touch stay apart") {
  Edits const all = composed("line\n\"a", {change(0, 5, "", "residue.line", EditClass::remove)},
                             {change(0, 1, "“", "quote.pair")});
  REQUIRE(all.size() == 2);
  CHECK(all[0] == change(0, 5, "", "residue.line", EditClass::remove));
  CHECK(all[1] == change(5, 6, "“", "quote.pair"));
}

TEST_CASE("insertions at one place become one edit") {
  CHECK(composed("ab", {change(1, 1, "x", "r.a")}, {change(2, 2, "y", "r.b")}) ==
        Edits{{{1, 1}, "xy", list({"r.a", "r.b"}), EditClass::normalise, {}, 1, {}}});
  CHECK(composed("ab", {change(1, 1, "x", "r.a")}, {change(1, 1, "y", "r.b")}) ==
        Edits{{{1, 1}, "yx", list({"r.b", "r.a"}), EditClass::normalise, {}, 1, {}}});
  CHECK(composed("abc", {change(1, 2, "", "r.a")}, {change(1, 1, "y", "r.b")}) ==
        Edits{{{1, 2}, "y", list({"r.a", "r.b"}), EditClass::normalise, {}, 1, {}}});
}

TEST_CASE("what is as before vanishes, annotations stay") {
  CHECK(composed("ab", {change(0, 1, "x")}, {change(0, 1, "a")}).empty());
  CHECK(composed("ab", {change(1, 1, "x")}, {change(1, 2, "")}).empty());
  CHECK(composed("ab", {change(0, 1, "a")}, {}).empty());
  Edit const note = change(0, 1, "a", "quote.doubtful", EditClass::annotate);
  CHECK(composed("ab", {note}, {}) == Edits{note});
  CHECK(composed("ab", {}, {note}) == Edits{note});
}

TEST_CASE("the later reason wins, the smaller confidence counts") {
  Edit a = change(0, 1, "x", "r.a", EditClass::decode);
  a.language = "en";
  a.evidence = "first";
  a.confidence = 0.5;
  Edit b = change(0, 1, "y", "r.b", EditClass::annotate);
  b.evidence = "second";
  b.confidence = 0.9;
  CHECK(composed("q", {a}, {b}) ==
        Edits{{{0, 1}, "y", list({"r.a", "r.b"}), EditClass::decode, "en", 0.5, "second"}});
}

TEST_CASE("the way back") {
  CHECK(inverse("abcd", {change(0, 1, ""), change(1, 2, "")}) ==
        Edits{{{0, 0}, "ab", list({"test.rule"}), EditClass::normalise, {}, 1, {}}});
  CHECK(inverse("abcd", {change(1, 2, "xyz")}) == Edits{change(1, 4, "b")});
}

TEST_CASE("kinds have the names of the contract") {
  CHECK(name_of(EditClass::decode) == "decode");
  CHECK(name_of(EditClass::annotate) == "annotate");
}

TEST_CASE("law: composition, inverse and the reader's way back") {
  for (unsigned seed = 1; seed <= 6'000; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    std::string const source = random_edits::text(random, 20);
    Edits const a = random_edits::edits(random, source, "a");
    std::string const middle = edited(source, a);
    Edits const b = random_edits::edits(random, middle, "b");
    std::string const target = edited(middle, b);

    REQUIRE(edited(middle, inverse(source, a)) == source);
    Edits const ab = composed(source, a, b);
    check_list(ab, source);
    REQUIRE(edited(source, ab) == target);
    REQUIRE(source_again(source, target, ab) == source);
    REQUIRE(edited(target, inverse(source, ab)) == source);
    REQUIRE(edited(source, composed(source, a, inverse(source, a))) == source);
    // A composed list is its own normal form.
    REQUIRE(composed(source, ab, {}) == ab);
    REQUIRE(composed(source, {}, ab) == ab);
  }
}

TEST_CASE("law: three lists compose to one effect, whichever two come first") {
  for (unsigned seed = 1; seed <= 2'000; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    std::string const source = random_edits::text(random, 20);
    Edits const a = random_edits::edits(random, source, "a");
    std::string const second = edited(source, a);
    Edits const b = random_edits::edits(random, second, "b");
    std::string const third = edited(second, b);
    Edits const c = random_edits::edits(random, third, "c");
    std::string const target = edited(third, c);
    Edits const left = composed(source, composed(source, a, b), c);
    Edits const right = composed(source, a, composed(second, b, c));
    check_list(left, source);
    check_list(right, source);
    REQUIRE(edited(source, left) == target);
    REQUIRE(edited(source, right) == target);
  }
}

TEST_CASE("a hundred thousand edits of a megabyte compose at once") {
  std::string source;
  Edits first;
  for (std::size_t i = 0; i < 100'000; ++i) {
    source += "word  and ";
    first.push_back(change(i * 10 + 4, i * 10 + 6, " ", "space.run"));
  }
  std::string const middle = edited(source, first);
  Edits second;
  for (std::size_t i = 0; i < 100'000; ++i) second.push_back(change(i * 9 + 4, i * 9 + 8, "&", "word.and"));
  auto const before = std::chrono::steady_clock::now();
  Edits const all = composed(source, first, second);
  Edits const back = inverse(source, all);
  std::string const target = edited(source, all);
  auto const spent = std::chrono::steady_clock::now() - before;
  CHECK(all.size() == 100'000);
  CHECK(target == edited(middle, second));
  CHECK(edited(target, back) == source);
  CHECK(spent < std::chrono::seconds(5));  // milliseconds; a quadratic way takes minutes
}
