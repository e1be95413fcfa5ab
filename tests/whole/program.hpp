// Running programs for tests. In: arguments and the surroundings. Out: exit status and what was said. Nothing
// of the test's own environment gets in but what Surroundings says; a program that runs too long is stopped.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace whole {

namespace fs = std::filesystem;

struct Surroundings {
  fs::path folder = fs::current_path();  ///< working directory
  std::map<std::string, std::string> environment = {{"LC_ALL", "C.UTF-8"}, {"TZ", "UTC"}};
  unsigned umask = 022;
  fs::path standard_input = "/dev/null";
  fs::path standard_output = {};  ///< empty: taken into Result::out
  unsigned seconds = 120;
};

struct Result {
  int status = 0;  ///< of exit; 128 + signal when a signal ended it
  std::string out, err;
};

/// Runs a program, found in PATH when its name has no slash. PATH and HOME are those of the test.
Result run(std::vector<std::string> const& command, Surroundings const& surroundings = {});

/// The program under test, `manyscript`.
Result manyscript(std::vector<std::string> arguments, Surroundings const& surroundings = {});

/// A folder of the test's own, gone with everything in it at the end.
class Scratch {
 public:
  Scratch();
  Scratch(Scratch const&) = delete;
  Scratch& operator=(Scratch const&) = delete;
  ~Scratch();
  fs::path const& path() const { return path_; }
  /// Names of all files below, sorted, relative to the folder.
  std::vector<std::string> files() const;

 private:
  fs::path path_;
};

std::string contents(fs::path const& path);
void write(fs::path const& path, std::string_view bytes);

/// All articles of input/, sorted.
std::vector<fs::path> articles();

std::vector<std::string> lines_of(std::string_view text);

}  // namespace whole
