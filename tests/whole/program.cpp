#include "whole/program.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace whole {
namespace {

void redirect(fs::path const& path, int flags, int to) {
  int const file = ::open(path.c_str(), flags, 0600);
  if (file < 0 || ::dup2(file, to) < 0) ::_exit(126);
  ::close(file);
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (std::string& string : strings) out.push_back(string.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

Result run(std::vector<std::string> const& command, Surroundings const& surroundings) {
  Scratch const scratch;
  bool const takes_output = surroundings.standard_output.empty();
  fs::path const out = takes_output ? scratch.path() / "out" : surroundings.standard_output;
  fs::path const err = scratch.path() / "err";

  std::vector<std::string> arguments = command, environment;
  for (auto const& [name, value] : surroundings.environment) environment.push_back(name + "=" + value);
  for (char const* const name : {"PATH", "HOME", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"})
    if (char const* const value = std::getenv(name);
        value != nullptr && !surroundings.environment.contains(name))
      environment.push_back(std::string(name) + "=" + value);
  std::vector<char*> const argv = pointers(arguments), envp = pointers(environment);

  pid_t const child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    redirect(surroundings.standard_input, O_RDONLY, STDIN_FILENO);
    redirect(out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    redirect(err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    ::umask(surroundings.umask);
    ::alarm(surroundings.seconds);
    if (::chdir(surroundings.folder.c_str()) != 0) ::_exit(126);
    ::execvpe(argv[0], argv.data(), envp.data());
    ::_exit(127);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), takes_output ? contents(out) : "",
          contents(err)};
}

Result manyscript(std::vector<std::string> arguments, Surroundings const& surroundings) {
  arguments.insert(arguments.begin(), MANYSCRIPT);
  return run(arguments, surroundings);
}

Scratch::Scratch() {
  std::string name = (fs::temp_directory_path() / "manyscript-test-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::vector<std::string> Scratch::files() const {
  std::vector<std::string> names;
  for (auto const& entry : fs::recursive_directory_iterator(path_))
    if (!entry.is_directory()) names.push_back(fs::relative(entry.path(), path_).string());
  std::ranges::sort(names);
  return names;
}

std::string contents(fs::path const& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE_MESSAGE(stream.good(), path.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(fs::path const& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream stream(path, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  REQUIRE_MESSAGE(stream.good(), path.string());
}

std::vector<fs::path> articles() {
  std::vector<fs::path> paths;
  for (auto const& entry : fs::directory_iterator(fs::path(PROJECT_DIR) / "input"))
    if (entry.is_regular_file()) paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    auto const end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

}  // namespace whole
