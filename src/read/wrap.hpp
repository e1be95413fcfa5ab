// Hard wraps: lines that a program broke at a width, not the author. In: the lines of a text. Out: which
// lines go on in the next one, and what to put between. The test is the same in every script: would the next
// word have fitted? Always: verse, addresses and lists stay as they are (their lines end early).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "read/lines.hpp"

namespace ms::read {

struct Wrap {
  bool joins_next = false;
  std::string between;  ///< a space, nothing (East Asian scripts), or nothing and no hyphen
  std::size_t cut = 0;  ///< bytes of a hyphen at the end of the line that go
  double confidence = 1;
};

/// One element for each line. `barrier[i]`: line i is known to stand alone.
std::vector<Wrap> wraps_of(std::string_view text, std::vector<Line> const& lines,
                           std::vector<bool> const& barrier);

/// What becomes of the end of a line that goes on in another one, with and without a hyphen.
class Joints {
 public:
  Joints(std::string_view text, std::vector<Line> const& lines);
  ~Joints();
  Wrap between(std::size_t line, std::size_t next, double confidence);

 private:
  class WordList;
  std::string_view text_;
  std::vector<Line> const& lines_;
  std::unique_ptr<WordList> words_;  ///< of the whole text, when a hyphen asks for them
};

/// What stands between two lines that become one (CSS Text 3, 4.1.3): nothing between wide characters that
/// are not Hangul, nor in scripts without spaces; else a space.
std::string_view joint(char32_t before, char32_t after);

}  // namespace ms::read
