#include "text/breaks.hpp"

#include <algorithm>
#include <set>

#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "unicode/data.hpp"

using namespace ms::text;
using namespace unicode_data;

namespace {

/// "÷ 0020 × 0308 ÷" → the text and the offsets of its ÷.
struct Case {
  std::string text;
  std::vector<std::size_t> boundaries;
};

Case case_of(std::string const& line) {
  Case result;
  for (std::string_view const part : split(line, ' ')) {
    if (part == "÷")
      result.boundaries.push_back(result.text.size());
    else if (part != "×")
      result.text += text_of(part);
  }
  return result;
}

std::string shown(std::vector<std::size_t> const& offsets) {
  std::string out;
  for (std::size_t const offset : offsets) out.append(1, ' ').append(std::to_string(offset));
  return out;
}

/// ICU 72 already has three rules that UAX 14 took up later: a hyphen that begins a word stays with the
/// letter after it (LB20a), a point or comma with the digit after it (LB25), and so a line may end between a
/// space and such a point (LB15c). Changes the boundaries to these and says how many there were.
int add_later_rules(Case& expected) {
  int count = 0;
  std::vector<std::size_t> changed;
  for (std::size_t const offset : expected.boundaries) {
    std::string_view before = std::string_view(expected.text).substr(0, offset);
    char32_t last = 0;
    while (!before.empty()) {
      CodePoint const c = code_point_before(before, before.size());
      before.remove_suffix(c.length);
      last = c.value;
      if (!is_mark(c.value)) break;
    }
    char32_t const next = offset < expected.text.size() ? code_point_at(expected.text, offset).value : 0;
    // These four stand for the class AL in the file.
    bool const is_letter_like =
        std::u32string_view(U"#§\u0E01\U00050005").find(next) != std::string_view::npos;
    bool const is_hyphen_pair = last == U'-' && before.empty() && is_letter_like;
    bool const is_number = (last == U'.' || last == U',') && is_digit(next);
    if (!is_hyphen_pair && !is_number) {
      changed.push_back(offset);
      continue;
    }
    ++count;
    if (is_number && before.ends_with(' ')) changed.push_back(before.size());
  }
  expected.boundaries = std::move(changed);
  return count;
}

}  // namespace

TEST_CASE("GraphemeBreakTest.txt") {
  Failures failures;
  int cases = 0;
  for (std::string const& line : lines("auxiliary/GraphemeBreakTest.txt")) {
    ++cases;
    Case const expected = case_of(line);
    auto const got = grapheme_starts(expected.text);
    if (got != expected.boundaries) failures.add(line + ":" + shown(got));
  }
  failures.check();
  CHECK(cases > 600);
}

TEST_CASE("LineBreakTest.txt: no language, no tailoring but what is said here") {
  Failures failures;
  int cases = 0;
  int inside_cluster = 0;
  int later_rules = 0;
  for (std::string const& line : lines("auxiliary/LineBreakTest.txt")) {
    ++cases;
    Case expected = case_of(line);
    auto const clusters = grapheme_starts(expected.text);
    inside_cluster += static_cast<int>(std::erase_if(expected.boundaries, [&](std::size_t offset) {
      return !std::binary_search(clusters.begin(), clusters.end(), offset);
    }));
    later_rules += add_later_rules(expected);
    std::vector<std::size_t> got;
    for (LineBreak const b : line_breaks(expected.text, "")) got.push_back(b.offset);
    if (got != expected.boundaries) failures.add(line + ":" + shown(got));
  }
  failures.check();
  CHECK(cases > 7'000);
  // A space with a combining mark is one cluster, yet LB18 would break inside of it.
  CHECK(inside_cluster > 0);
  CHECK(inside_cluster < cases / 10);
  CHECK(later_rules == 22);
}

TEST_CASE("WordBreakTest.txt: every word lies between two neighbouring boundaries, every letter in a word") {
  Failures failures;
  int cases = 0;
  for (std::string const& line : lines("auxiliary/WordBreakTest.txt")) {
    ++cases;
    Case const expected = case_of(line);
    // CLDR joins words at a colon only where people write so (Swedish k:a).
    bool const has_colon = expected.text.find(':') != std::string::npos;
    std::set<std::size_t> starts;
    for (Word const word : words(expected.text, has_colon ? "sv" : "")) {
      auto const at = std::find(expected.boundaries.begin(), expected.boundaries.end(), word.start);
      if (at == expected.boundaries.end() || std::next(at) == expected.boundaries.end() ||
          *std::next(at) != word.end)
        failures.add(line + ": no word " + std::to_string(word.start) + "-" + std::to_string(word.end));
      starts.insert(word.start);
    }
    for (std::size_t i = 0; i + 1 < expected.boundaries.size(); ++i) {
      std::size_t const start = expected.boundaries[i];
      auto const segment = std::string_view(expected.text).substr(start, expected.boundaries[i + 1] - start);
      char32_t const first = code_point_at(segment, 0).value;
      bool const is_emoji = segment.find("\u200D") != segment.npos;
      if ((is_letter(first) || is_digit(first)) && !is_emoji && !starts.contains(start))
        failures.add(line + ": a word is missing at " + std::to_string(start));
    }
  }
  failures.check();
  CHECK(cases > 1'800);
}
