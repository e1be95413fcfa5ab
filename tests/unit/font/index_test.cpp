#include "font/index.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <optional>
#include <random>
#include <string>

#include "base/files.hpp"
#include "fonts/folder.hpp"
#include "fonts/synthetic.hpp"

using namespace ms;
using namespace ms::font;
namespace fs = std::filesystem;

namespace {

/// Sets a variable of the environment for as long as it lives.
class Setting {
 public:
  Setting(char const* name, std::string const& value) : name_(name) {
    if (char const* const before = getenv(name)) before_ = before;
    setenv(name, value.c_str(), 1);
  }
  ~Setting() {
    if (before_)
      setenv(name_, before_->c_str(), 1);
    else
      unsetenv(name_);
  }
  Setting(Setting const&) = delete;
  Setting& operator=(Setting const&) = delete;

 private:
  char const* name_;
  std::optional<std::string> before_;
};

/// A system of its own: fontconfig sees one folder of fonts, and the cache is a folder too.
struct System {
  System() {
    fs::create_directories(folder.path() + "/fonts");
    fs::create_directories(folder.path() + "/etc");
    fs::create_directories(folder.path() + "/home");
    folder.add("etc/fonts.conf", "<?xml version=\"1.0\"?><fontconfig><dir>" + folder.path() +
                                     "/fonts</dir><cachedir>" + folder.path() +
                                     "/fontconfig</cachedir></fontconfig>");
    add("one", "One");
  }
  void add(std::string const& name, std::string const& family) const {
    synthetic::Font font;
    font.family = family;
    font.glyphs = synthetic::ascii();
    folder.add("fonts/" + name + ".ttf", synthetic::file(font));
    settle(1);
  }
  /// As if the last change had been `hours` ago: what is newer than a second is not remembered.
  void settle(int hours) const {
    auto const then = fs::file_time_type::clock::now() - std::chrono::hours(hours);
    for (auto const& entry : fs::recursive_directory_iterator(folder.path()))
      fs::last_write_time(entry.path(), then);
  }
  std::string index() const { return folder.path() + "/cache/manyscript/fonts"; }

  synthetic::Folder folder;
  Setting configuration{"FONTCONFIG_FILE", folder.path() + "/etc/fonts.conf"};
  Setting home{"HOME", folder.path() + "/home"};
  Setting cache{"XDG_CACHE_HOME", folder.path() + "/cache"};
  Setting settings{"XDG_CONFIG_HOME", folder.path() + "/settings"};
  Setting data{"XDG_DATA_HOME", folder.path() + "/data"};
  Setting extra{"MANYSCRIPT_FONTS", ""};
};

std::string families(Catalogue const& catalogue) {
  std::string all;
  for (FaceRecord const& face : catalogue.faces) all += face.family + ";";
  return all;
}

}  // namespace

TEST_CASE("the first run writes an index, and the next ones use it") {
  System const system;
  Catalogue const made = installed_catalogue();
  CHECK(families(made) == "One;");
  REQUIRE(base::exists(system.index()));
  CHECK(installed_catalogue() == made);
  // To see that it was used: a font that is not looked at any more, since no folder has changed.
  std::string const font = system.folder.path() + "/fonts/one.ttf";
  auto const changed = fs::last_write_time(system.folder.path() + "/fonts");
  fs::remove(font);
  fs::last_write_time(system.folder.path() + "/fonts", changed);
  CHECK(installed_catalogue() == made);
}

TEST_CASE("an index is made anew when fonts or settings have changed") {
  System const system;
  installed_catalogue();
  std::string const before = base::read_file(system.index());

  SUBCASE("a font more") {
    system.add("two", "Two");
    system.settle(2);
    CHECK(families(installed_catalogue()) == "One;Two;");
  }
  SUBCASE("a font less") {
    system.add("two", "Two");
    system.settle(2);
    installed_catalogue();
    fs::remove(system.folder.path() + "/fonts/one.ttf");
    CHECK(families(installed_catalogue()) == "Two;");
  }
  SUBCASE("a folder of the environment") {
    fs::create_directories(system.folder.path() + "/more");
    synthetic::Font font;
    font.family = "More";
    font.glyphs = synthetic::ascii();
    system.folder.add("more/more.ttf", synthetic::file(font));
    Setting const more("MANYSCRIPT_FONTS", "/nowhere:" + system.folder.path() + "/more");
    CHECK(families(installed_catalogue()) == "More;One;");
  }
  SUBCASE("fontconfig's settings") {
    system.folder.add("etc/fonts.conf", "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
    CHECK(families(installed_catalogue()) == "");
  }
  SUBCASE("a folder that was not there") {
    fs::create_directories(system.folder.path() + "/settings/fontconfig");
    installed_catalogue();
    system.settle(3);
    installed_catalogue();
    CHECK(base::read_file(system.index()) != before);
  }
}

TEST_CASE("what has just changed is not remembered: a clock may stand still for a moment") {
  System const system;
  fs::last_write_time(system.folder.path() + "/fonts", fs::file_time_type::clock::now());
  CHECK(families(installed_catalogue()) == "One;");
  CHECK(!base::exists(system.index()));
}

TEST_CASE("law: a damaged index is made anew") {
  System const system;
  Catalogue const made = installed_catalogue();
  std::string const good = base::read_file(system.index());
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string bad = good;
    if (random() % 3 == 0) bad.resize(random() % bad.size());
    for (auto n = random() % 4; n > 0 && !bad.empty(); --n)
      bad[random() % bad.size()] = static_cast<char>(random());
    base::write_file(system.index(), bad);
    CHECK(installed_catalogue() == made);
    CHECK(base::read_file(system.index()) == good);
  }
}

TEST_CASE("a cache that cannot be written is done without") {
  System const system;
  Setting const nowhere("XDG_CACHE_HOME", system.folder.path() + "/etc/fonts.conf");
  CHECK(families(installed_catalogue()) == "One;");
  Setting const relative("XDG_CACHE_HOME", "cache");
  Setting const no_home("HOME", "");
  CHECK(index_path() == "");
  CHECK(families(installed_catalogue()) == "One;");
}

TEST_CASE("the catalogue of a font says what the font says") {
  synthetic::Folder const folder;
  synthetic::Font font;
  font.family = "Some Family";
  font.weight = 300;
  font.italic = true;
  font.glyphs = {{U' '}, {U'x'}, {U'y'}};
  std::string const path = folder.add("x.ttf", synthetic::file(font));
  Catalogue const catalogue = catalogue_of(places_in(path));
  REQUIRE(catalogue.faces.size() == 1);
  FaceRecord const& face = catalogue.faces[0];
  CHECK(face.place == Place{path, 0});
  CHECK(face.family == "Some Family");
  CHECK(face.weight == 300);
  CHECK(face.width == 5);
  CHECK(face.italic);
  CHECK(!face.fixed_pitch);
  CHECK(face.plain_space);
  CHECK(face.coverage == 0);
  CHECK(catalogue.coverages == std::vector<std::string>{"20+0 57+1"});
  CHECK(parse_catalogue(text_of(catalogue)) == catalogue);
  CHECK(!parse_catalogue(text_of(catalogue) + "x").has_value());
  CHECK(!parse_catalogue("").has_value());
}
