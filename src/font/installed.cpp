#include "font/installed.hpp"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <memory>

#include "base/files.hpp"
#include "font/harfbuzz.hpp"

namespace ms::font {
namespace {

namespace fs = std::filesystem;

using OwnedConfig = std::unique_ptr<FcConfig, Destroyer<FcConfigDestroy>>;
using OwnedList = std::unique_ptr<FcStrList, Destroyer<FcStrListDone>>;

constexpr char const* extra_folders = "MANYSCRIPT_FONTS";

std::string environment(char const* name) {
  char const* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

void add_all(std::vector<std::string>& paths, FcStrList* list) {
  OwnedList const owned(list);
  while (FcChar8 const* const path = list == nullptr ? nullptr : FcStrListNext(list))
    paths.emplace_back(reinterpret_cast<char const*>(path));
}

void add_system_faces(Installed& installed) {
  OwnedConfig const config(FcInitLoadConfigAndFonts());
  if (!config) return;
  add_all(installed.watched, FcConfigGetFontDirs(config.get()));
  std::vector<std::string> files;
  add_all(files, FcConfigGetConfigFiles(config.get()));
  for (std::string const& file : files) {
    installed.watched.push_back(file);
    installed.watched.push_back(fs::path(file).parent_path().string());
  }
  FcFontSet const* const set = FcConfigGetFonts(config.get(), FcSetSystem);
  for (int i = 0; set != nullptr && i < set->nfont; ++i) {
    FcChar8* path = nullptr;
    int index = 0;
    bool const named = FcPatternGetString(set->fonts[i], FC_FILE, 0, &path) == FcResultMatch &&
                       FcPatternGetInteger(set->fonts[i], FC_INDEX, 0, &index) == FcResultMatch;
    // The upper half numbers the instances of a variable font; the default one is used.
    if (named)
      installed.places.push_back(
          {reinterpret_cast<char const*>(path), static_cast<unsigned>(index) & 0xFFFF});
  }
}

void add_extra_faces(Installed& installed) {
  std::string const list = environment(extra_folders);
  for (std::size_t start = 0; start < list.size();) {
    std::size_t const end = std::min(list.find(':', start), list.size());
    std::string const folder = list.substr(start, end - start);
    start = end + 1;
    if (!base::is_folder(folder)) continue;
    installed.watched.push_back(folder);
    for (std::string const& file : base::files_below(folder)) {
      installed.watched.push_back(fs::path(file).parent_path().string());
      std::vector<Place> const places = places_in(file);
      installed.places.insert(installed.places.end(), places.begin(), places.end());
    }
  }
}

/// What fontconfig would read if it came to be: it lists only what is there.
void add_user_places(std::vector<std::string>& watched) {
  std::string const home = environment("HOME");
  auto const folder = [&](char const* variable, char const* below) {
    std::string const set = environment(variable);
    return set.empty() ? home + below : set;
  };
  std::string const settings = folder("XDG_CONFIG_HOME", "/.config");
  for (char const* const name : {"/fontconfig", "/fontconfig/fonts.conf", "/fontconfig/conf.d"})
    watched.push_back(settings + name);
  watched.push_back(folder("XDG_DATA_HOME", "/.local/share") + "/fonts");
  for (char const* const name : {"/.fonts", "/.fonts.conf", "/.fonts.conf.d"}) watched.push_back(home + name);
}

template <typename T>
void sort_once(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

Installed installed_faces() {
  Installed installed;
  add_system_faces(installed);
  add_extra_faces(installed);
  add_user_places(installed.watched);
  sort_once(installed.places);
  sort_once(installed.watched);
  return installed;
}

Stamp stamp_of(std::vector<std::string> const& watched) {
  Stamp stamp;
  auto const out = std::back_inserter(stamp.text);
  for (char const* const name : {"FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "HOME",
                                 "XDG_CONFIG_HOME", "XDG_DATA_HOME", extra_folders})
    fmt::format_to(out, "{}={}\n", name, environment(name));
  auto const settled = fs::file_time_type::clock::now() - std::chrono::seconds(1);
  for (std::string const& path : watched) {
    std::error_code error;
    fs::file_time_type const changed = fs::last_write_time(path, error);
    stamp.is_settled = stamp.is_settled && (error || changed < settled);
    fmt::format_to(out, "{}\t{}\n", error ? 0 : static_cast<std::int64_t>(changed.time_since_epoch().count()),
                   path);
  }
  return stamp;
}

}  // namespace ms::font
