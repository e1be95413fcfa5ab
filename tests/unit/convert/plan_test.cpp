#include "convert/plan.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/failure.hpp"

namespace fs = std::filesystem;
using namespace ms::convert;

namespace {

struct Folder {
  Folder() {
    std::string name = (fs::temp_directory_path() / "manyscript-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
    fs::create_directory(path / "in");
    fs::create_directory(path / "out");
    fs::create_directory(path / "empty");
    for (char const* file : {"in/b.txt", "in/a.md", "in/picture.png", "other.txt"})
      std::ofstream(path / file) << "x";
  }
  ~Folder() { fs::remove_all(path); }
  std::string operator/(char const* name) const { return (path / name).string(); }
  fs::path path;
};

std::string failure_of(Request const& request) {
  try {
    plan(request);
  } catch (ms::base::Failure const& failure) {
    return failure.code();
  }
  return "none";
}

}  // namespace

TEST_CASE("a folder gives its articles in order, each to EPUB and PDF") {
  Folder const folder;
  Request request;
  request.inputs = {folder / "in"};
  request.out_dir = folder / "out";
  std::vector<Job> const jobs = plan(request);
  REQUIRE(jobs.size() == 2);
  CHECK(jobs[0].input == folder / "in/a.md");
  REQUIRE(jobs[0].targets.size() == 2);
  CHECK(jobs[0].targets[0].path == folder / "out/a.epub");
  CHECK(jobs[0].targets[1].path == folder / "out/a.pdf");
}

TEST_CASE("-o chooses the format by its ending, or takes that of --to") {
  Folder const folder;
  Request request;
  request.inputs = {folder / "other.txt"};
  request.outputs = {folder / "out/x.epub"};
  CHECK(plan(request)[0].targets[0].format->name == "epub");
  request.formats = {"tree"};
  CHECK(plan(request)[0].targets[0].format->name == "tree");
  request.outputs = {"-"};
  CHECK(plan(request)[0].targets[0].path == "-");
}

TEST_CASE("wrong usage is found before any work") {
  Folder const folder;
  Request request;
  CHECK(failure_of(request) == "usage.no-input");
  request.inputs = {folder / "empty"};
  CHECK(failure_of(request) == "usage.no-articles");
  request.inputs = {folder / "other.txt"};
  request.formats = {"docx"};
  CHECK(failure_of(request) == "usage.unknown-format");
  request.formats = {"text"};
  request.out_dir = folder.path.string();
  CHECK(failure_of(request) == "usage.overwrites-input");
  request.formats = {};
  request.out_dir = folder / "absent";
  CHECK(failure_of(request) == "usage.no-output-folder");
  request.out_dir = folder / "out";
  request.outputs = {folder / "out/x.pdf"};
  CHECK(failure_of(request) == "usage.outputs");
  request.out_dir = {};
  request.outputs = {"-"};
  CHECK(failure_of(request) == "usage.stdout");
  request.outputs = {folder / "out/x.docx"};
  CHECK(failure_of(request) == "usage.unknown-format");
  request.outputs = {};
  request.out_dir = folder / "out";
  std::ofstream(folder.path / "in/other.txt") << "x";
  request.inputs = {folder / "other.txt", folder / "in"};
  CHECK(failure_of(request) == "usage.same-output");
}
