// Two questions: does the tree keep the rules, and would a tree that breaks one be found?
#include "house/house.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace {

namespace fs = std::filesystem;

/// A folder that is gone when the test is over.
class Scratch {
 public:
  Scratch() : path_(fs::temp_directory_path() / ("manyscript-house-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  Scratch(Scratch const&) = delete;
  Scratch& operator=(Scratch const&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  fs::path const& path() const { return path_; }

 private:
  fs::path path_;
};

/// A small tree that keeps every rule; a case changes one file or adds one.
house::Tree good_tree() {
  return {
      {"src/base/length.hpp", "// Lengths.\n#pragma once\n#include <cstdint>\n"},
      {"src/convert/convert.hpp", "// Front header.\n#pragma once\n"},
      {"src/doc/document.hpp", "// The tree.\n#pragma once\n#include \"base/length.hpp\"\n"},
      {"src/layout/inner.hpp", "// Inside of layout.\n#pragma once\n#include <hb.h>\n"},
      {"src/layout/layout.hpp", "// Front header.\n#pragma once\n#include \"doc/document.hpp\"\n"},
      {"src/layout/layout.cpp",
       "#include \"layout/inner.hpp\"\n#include \"layout/layout.hpp\"\n#include <fmt/format.h>\n"},
      {"src/main.cpp", "#include <CLI/CLI.hpp>\n#include \"convert/convert.hpp\"\n"},
      {"src/page/page.hpp", "// Pages.\n#pragma once\n"},
      {"src/pdf/pdf.cpp", "#include <hpdf.h>\n#include <vector>\n#include \"page/page.hpp\"\n"},
  };
}

/// Writes the tree to a folder and reads it back, so that the walk is tested with the rules.
std::vector<house::Violation> violations_with(std::string const& path, std::string const& text) {
  auto tree = good_tree();
  std::erase_if(tree, [&](auto const& file) { return file.path == path; });
  tree.push_back({path, text});
  Scratch const scratch;
  for (auto const& file : tree) {
    fs::create_directories((scratch.path() / file.path).parent_path());
    std::ofstream(scratch.path() / file.path, std::ios::binary) << file.text;
  }
  return house::violations(house::tree_at(scratch.path()));
}

struct Broken {
  char const* rule;
  int line;
  std::string path, text;
};

std::string lines(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "//\n";
  return text;
}

}  // namespace

TEST_CASE("the project keeps the rules of the house") {
  auto const tree = house::tree_at(PROJECT_DIR);
  CHECK(std::ranges::count_if(tree, [](auto const& file) { return file.path.starts_with("src/"); }) >= 40);
  for (std::string const path :
       {"CMakeLists.txt", "src/main.cpp", "src/base/files.cpp", "tests/house/house.cpp"}) {
    INFO(path);
    CHECK(std::ranges::count(tree, path, &house::File::path) == 1);
  }
  for (auto const& violation : house::violations(tree)) FAIL_CHECK(house::text_of(violation));
}

TEST_CASE("a tree that keeps the rules has no violation") {
  for (auto const& violation : violations_with("src/base/length.cpp", "#include \"base/length.hpp\"\n"))
    FAIL_CHECK(house::text_of(violation));
}

TEST_CASE("every rule finds what breaks it") {
  std::string const note = std::string("// TO") + "DO later\n";
  std::string const fix = std::string("# FIX") + "ME\n";
  Broken const all[] = {
      {"edge", 1, "src/pdf/a.cpp", "#include \"doc/document.hpp\"\n"},
      {"edge", 2, "src/doc/a.cpp", "\n#include \"layout/layout.hpp\"\n"},
      {"edge", 1, "src/epub/a.cpp", "#include \"page/page.hpp\"\n"},
      {"edge", 1, "src/base/a.cpp", "  #  include \"doc/document.hpp\"\n"},
      {"front", 1, "src/convert/a.cpp", "#include \"layout/inner.hpp\"\n"},
      {"front", 1, "src/main.cpp", "#include \"layout/inner.hpp\"\n"},
      {"missing", 1, "src/pdf/a.cpp", "#include \"pdf/nowhere.hpp\"\n"},
      {"missing", 1, "src/pdf/a.cpp", "#include \"hpdf.h\"\n"},
      {"computed", 1, "src/pdf/a.cpp", "#include HEADER\n"},
      {"door", 1, "src/text/a.cpp", "#include <fontconfig/fontconfig.h>\n"},
      {"door", 1, "src/epub/a.cpp", "#include <hpdf.h>\n"},
      {"door", 1, "src/epub/a.cpp", "#include <zlib.h>\n"},
      {"door", 1, "src/pdf/a.cpp", "#include <zip.h>\n"},
      {"door", 1, "src/pdf/a.cpp", "#include <tinyxml2.h>\n"},
      {"door", 1, "src/epub/a.cpp", "#include <png.h>\n"},
      {"door", 1, "src/epub/a.cpp", "#include <jpeglib.h>\n"},
      {"door", 1, "src/convert/a.cpp", "#include <CLI/CLI.hpp>\n"},
      {"door", 1, "src/doc/a.cpp", "#include <gumbo.h>\n"},
      {"door", 1, "src/doc/a.cpp", "#include <md4c.h>\n"},
      {"door", 1, "src/epub/a.cpp", "#include <expat.h>\n"},
      {"door", 1, "src/text/a.cpp", "#include <uchardet/uchardet.h>\n"},
      {"door", 1, "src/pdf/a.cpp", "#include <hb.h>\n"},
      {"door", 1, "src/pdf/a.cpp", "#include <hb-subset.h>\n"},
      {"door", 1, "src/text/a.cpp", "#include <hyphen.h>\n"},
      {"door", 1, "src/layout/a.cpp", "#include <unicode/ubidi.h>\n"},
      {"door", 1, "src/text/a.cpp", "#include <cld2/public/compact_lang_det.h>\n"},
      {"door", 1, "src/doc/a.cpp", "#include <nlohmann/json.hpp>\n"},
      {"door", 1, "src/doc/a.cpp", "#include <sha2.h>\n"},
      {"door", 1, "src/read/a.cpp", "#include <sys/stat.h>\n"},
      {"door", 1, "src/doc/a.cpp", "#include <boost/variant.hpp>\n"},
      {"door", 1, "src/doc/a.cpp", "#include <doctest/doctest.h>\n"},
      {"folder", 0, "src/magic/a.cpp", "\n"},
      {"length", 0, "src/doc/a.cpp", lines(601)},
      {"length", 0, "tests/unit/doc/a.cpp", lines(601)},
      {"comment", 1, "src/doc/a.hpp", "#pragma once\n// Too late.\n"},
      {"comment", 1, "src/doc/a.hpp", "\n// Too late.\n#pragma once\n"},
      {"once", 0, "src/doc/a.hpp", "// No guard.\n"},
      {"leftover", 1, "src/doc/a.cpp", note},
      {"leftover", 1, "scripts/demo", fix},
      {"leftover", 1, "tests/unit/doc/a.cpp", note},
  };
  for (auto const& broken : all) {
    auto const found = violations_with(broken.path, broken.text);
    INFO(broken.path, ": ", broken.text.substr(0, 80));
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == broken.rule);
    CHECK(found[0].path == broken.path);
    CHECK(found[0].line == broken.line);
    CHECK(!found[0].message.empty());
  }
  CHECK(violations_with("src/doc/a.cpp", lines(600)).empty());
}

TEST_CASE("what is linked is held to the table, too") {
  auto tree = house::tree_at(PROJECT_DIR);
  std::erase_if(tree, [](auto const& file) { return file.path != "CMakeLists.txt"; });
  REQUIRE(tree.size() == 1);
  CHECK(house::violations(tree).empty());

  auto const rules_after = [&](std::string const& from, std::string const& to) {
    house::Tree changed = tree;
    auto const at = changed[0].text.find(from);
    REQUIRE(at != std::string::npos);
    changed[0].text.replace(at, from.size(), to);
    std::string rules;
    for (auto const& violation : house::violations(changed)) rules += violation.rule + " ";
    return rules;
  };
  CHECK(rules_after("house(epub USES style doc", "house(epub USES style doc page") == "link ");
  CHECK(rules_after("house(pdf USES page font", "house(pdf USES page") == "link ");
  CHECK(rules_after("house(pdf USES", "# house(pdf USES") == "link ");
  CHECK(rules_after("house(pdf USES", "house(magic USES base)\nhouse(pdf USES") == "folder ");
}
