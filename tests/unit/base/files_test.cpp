#include "base/files.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/failure.hpp"

namespace fs = std::filesystem;
using namespace ms::base;

namespace {

struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "manyscript-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Folder() { fs::remove_all(path); }
  std::string operator/(char const* name) const { return (path / name).string(); }
  std::size_t entries() const {
    std::size_t count = 0;
    for ([[maybe_unused]] auto const& entry : fs::directory_iterator(path)) ++count;
    return count;
  }
  fs::path path;
};

std::string code_of(void (*work)(std::string const&), std::string const& path) {
  try {
    work(path);
  } catch (Failure const& failure) {
    CHECK(failure.path() == path);
    return failure.code();
  }
  return "no failure";
}

}  // namespace

TEST_CASE("a file is written whole, read back, replaced") {
  Folder const folder;
  write_file(folder / "a", "one");
  write_file(folder / "a", std::string(300000, 'x'));
  CHECK(read_file(folder / "a") == std::string(300000, 'x'));
  CHECK(folder.entries() == 1);
}

TEST_CASE("a replaced file keeps its permissions, a link stays a link") {
  Folder const folder;
  write_file(folder / "a", "one");
  REQUIRE(::chmod((folder / "a").c_str(), 0640) == 0);
  fs::create_symlink(folder / "a", folder / "link");
  write_file(folder / "link", "two");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(read_file(folder / "a") == "two");
  struct stat status {};
  REQUIRE(::stat((folder / "a").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
}

TEST_CASE("what cannot be read or written is a failure that leaves nothing behind") {
  Folder const folder;
  CHECK(code_of([](std::string const& p) { read_file(p); }, folder / "absent") == "file.unreadable");
  CHECK(code_of([](std::string const& p) { read_file(p); }, folder.path.string()) == "file.unreadable");
  CHECK(code_of([](std::string const& p) { write_file(p, "x"); }, folder / "no/such") == "file.unwritable");
  CHECK(code_of([](std::string const& p) { write_file(p, "x"); }, folder.path.string()) == "file.unwritable");
  CHECK(folder.entries() == 0);
}

TEST_CASE("a killed process leaves nothing of a file on its way") {
  Folder const folder;
  int const probe = ::open(folder.path.c_str(), O_TMPFILE | O_WRONLY, S_IRUSR | S_IWUSR);
  if (probe < 0) {
    MESSAGE("this file system knows no files without a name: nothing to see here");
    return;
  }
  ::close(probe);
  pid_t const child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    NewFile file(folder / "out.txt");
    file.write("half of it");
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFSIGNALED(status));
  CHECK(folder.entries() == 0);
}

TEST_CASE("files that were left beside are no hindrance") {
  Folder const folder;
  std::string const left = fmt::format(".manyscript-{}-0", ::getpid());
  write_file(folder / left.c_str(), "left");
  write_file(folder / "out.txt", "new");
  CHECK(read_file(folder / "out.txt") == "new");
  CHECK(read_file(folder / left.c_str()) == "left");
  CHECK(folder.entries() == 2);
}

TEST_CASE("a full device is noticed however little is written") {
  if (!exists("/dev/full")) return;
  CHECK(code_of([](std::string const& p) { write_file(p, "x"); }, "/dev/full") == "file.unwritable");
}

TEST_CASE("a folder is walked in the order of bytes, without what is hidden") {
  Folder const folder;
  fs::create_directories(folder / "b/.hidden");
  for (char const* name : {"b/2.txt", "b/10.txt", "a.txt", ".dot", "b/.hidden/x.txt"})
    std::ofstream(folder / name) << "x";
  std::vector<std::string> const expected = {folder / "a.txt", folder / "b/10.txt", folder / "b/2.txt"};
  CHECK(files_below(folder.path.string()) == expected);
}

TEST_CASE("parts of names") {
  CHECK(file_name("a/b.tar.GZ") == "b.tar.GZ");
  CHECK(file_stem("a/b.txt") == "b");
  CHECK(file_ending("a/b.HTML") == "html");
  CHECK(file_ending("a/b") == "");
}

TEST_CASE("several files appear together or not at all") {
  Folder const folder;
  write_file(folder / "a", "the one of yesterday");
  std::string const nowhere = folder / "missing/b";
  try {
    std::vector<NewFile> files;
    for (std::string const& path : {folder / "a", folder / "c", nowhere})
      files.emplace_back(path).write("new");
    appear(files);
    FAIL("the folder of one of them does not exist");
  } catch (Failure const& failure) {
    CHECK(failure.path() == nowhere);
  }
  CHECK(read_file(folder / "a") == "the one of yesterday");
  CHECK(folder.entries() == 1);
  std::vector<NewFile> files;
  for (char const* const name : {"a", "c"}) {
    NewFile& file = files.emplace_back(folder / name);
    file.write("ne");
    file.write(name == std::string("a") ? "w" : "wer");
  }
  CHECK(read_file(folder / "a") == "the one of yesterday");
  appear(files);
  CHECK(read_file(folder / "a") == "new");
  CHECK(read_file(folder / "c") == "newer");
  CHECK(folder.entries() == 2);
}
