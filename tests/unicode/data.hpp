// Reads Unicode's test files. In: a name below the folder of the package unicode-data. Out: its lines without
// comments; a missing or empty file fails the test and names the package.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace unicode_data {

/// Lines that are not empty once the comment is gone. NAME.bz2 is unpacked where NAME is not there.
std::vector<std::string> lines(std::string const& name);

/// "1E0A 0323" → "Ḍ̇", in UTF-8.
std::string text_of(std::string_view code_points);

std::vector<std::string_view> split(std::string_view line, char separator);

/// Counts what went wrong, shows the first of it, and asks at the end for nothing.
class Failures {
 public:
  void add(std::string const& what) {
    if (++count_ <= 5) MESSAGE(what);
  }
  void check() const { CHECK(count_ == 0); }

 private:
  int count_ = 0;
};

}  // namespace unicode_data
