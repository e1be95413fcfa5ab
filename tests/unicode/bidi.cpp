#include "text/bidi.hpp"

#include <algorithm>
#include <map>

#include "text/utf8.hpp"
#include "unicode/data.hpp"

using namespace ms::text;
using namespace unicode_data;

namespace {

/// One character of each class; BidiTest.txt demands that none of them is a bracket.
std::string_view sample(std::string_view bidi_class) {
  static std::map<std::string_view, std::string_view> const samples{
      {"L", "a"},        {"R", "\u05D0"},   {"AL", "\u0628"},  {"EN", "1"},       {"ES", "+"},
      {"ET", "#"},       {"AN", "\u0660"},  {"CS", ","},       {"NSM", "\u0300"}, {"BN", "\u00AD"},
      {"B", "\u2029"},   {"S", "\t"},       {"WS", " "},       {"ON", "!"},       {"LRE", "\u202A"},
      {"LRO", "\u202D"}, {"RLE", "\u202B"}, {"RLO", "\u202E"}, {"PDF", "\u202C"}, {"LRI", "\u2066"},
      {"RLI", "\u2067"}, {"FSI", "\u2068"}, {"PDI", "\u2069"}};
  return samples.at(bidi_class);
}

/// Levels and visual order of a line that is the whole paragraph.
struct Resolved {
  std::vector<std::uint8_t> levels;  ///< of the characters that have one
  std::string order;                 ///< their indices as the files write them
};

/// `expected` says with an x which characters rule X9 has removed; they have no level and no place.
Resolved resolved(std::string_view text, Direction direction, std::vector<std::string_view> const& expected) {
  auto const runs = line_levels(text, bidi_levels(text, direction), {0, text.size()}, direction);
  Resolved result;
  std::vector<std::size_t> indices;
  std::size_t run = 0;
  std::size_t index = 0;
  for (CodePointAt const c : code_points(text)) {
    while (run < runs.size() && runs[run].range.end <= c.offset) ++run;
    if (run < runs.size() && index < expected.size() && expected[index] != "x") {
      result.levels.push_back(runs[run].level);
      indices.push_back(index);
    }
    ++index;
  }
  for (std::size_t const i : visual_order(result.levels)) {
    if (!result.order.empty()) result.order += ' ';
    result.order += std::to_string(indices[i]);
  }
  return result;
}

/// Are the levels those of the file? ICU does not count them where all text runs one way, and says the
/// paragraph's level: then only evenness is asked for, which is all that order and mirroring depend on.
bool is_same(std::vector<std::uint8_t> const& levels, std::vector<std::string_view> const& expected) {
  std::vector<std::uint8_t> wanted;
  bool has_even = false, has_odd = false;
  for (std::string_view const level : expected) {
    if (level == "x" || level.empty()) continue;
    wanted.push_back(static_cast<std::uint8_t>(std::stoi(std::string(level))));
    (wanted.back() % 2 == 0 ? has_even : has_odd) = true;
  }
  if (levels.size() != wanted.size()) return false;
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (has_even && has_odd ? levels[i] != wanted[i] : levels[i] % 2 != wanted[i] % 2) return false;
  return true;
}

std::string shown(Resolved const& result) {
  std::string out;
  for (std::uint8_t const level : result.levels) out.append(1, ' ').append(std::to_string(level));
  return out.append(" / ").append(result.order);
}

/// ICU-23513, open in 2026: an override that flanks an isolate does not reach it, and more than 63 brackets
/// are still paired (BD16). Neither occurs in an article.
bool is_known_defect(std::string_view code_points) {
  auto const has = [&](std::string_view code_point) {
    return code_points.find(code_point) != code_points.npos;
  };
  bool const has_override = has("202D") || has("202E");
  bool const has_isolate = has("2066") || has("2067") || has("2068");
  auto const parts = split(code_points, ' ');
  return (has_override && has_isolate) || std::count(parts.begin(), parts.end(), "0028") > 63;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  return text;
}

}  // namespace

TEST_CASE("BidiTest.txt: levels and order for every sequence of classes") {
  Failures failures;
  std::string levels, order;
  std::vector<std::string_view> expected;
  int cases = 0;
  for (std::string const& line : lines("BidiTest.txt")) {
    if (line.starts_with("@Levels:")) {
      levels = trimmed(std::string_view(line).substr(8));
      expected = split(levels, ' ');
    } else if (line.starts_with("@Reorder:")) {
      order = trimmed(std::string_view(line).substr(9));
    } else if (line.front() != '@') {
      auto const parts = split(line, ';');
      std::string text;
      for (std::string_view const bidi_class : split(parts[0], ' ')) text += sample(bidi_class);
      // Bit 1 asks for the first strong character, which is not how this program finds a direction.
      int const bits = std::stoi(std::string(parts[1]), nullptr, 16);
      for (auto const direction : {Direction::ltr, Direction::rtl}) {
        if ((bits & (direction == Direction::ltr ? 2 : 4)) == 0) continue;
        ++cases;
        Resolved const got = resolved(text, direction, expected);
        if (!is_same(got.levels, expected) || got.order != order)
          failures.add(line + ":" + shown(got) + ", not " + levels + " / " + order);
      }
    }
  }
  failures.check();
  CHECK(cases > 500'000);
}

TEST_CASE("BidiCharacterTest.txt: brackets and real characters") {
  Failures failures;
  int known = 0;
  int cases = 0;
  for (std::string const& line : lines("BidiCharacterTest.txt")) {
    auto const parts = split(line, ';');
    REQUIRE(parts.size() == 5);
    if (parts[1] == "2") continue;  // first strong
    ++cases;
    Direction const direction = parts[1] == "1" ? Direction::rtl : Direction::ltr;
    auto const expected = split(parts[3], ' ');
    Resolved const got = resolved(text_of(parts[0]), direction, expected);
    if (is_same(got.levels, expected) && got.order == parts[4]) continue;
    if (is_known_defect(parts[0]))
      ++known;
    else
      failures.add(line + ":" + shown(got));
  }
  failures.check();
  CHECK(known <= 3);
  CHECK(cases > 60'000);
}
