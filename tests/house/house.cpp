#include "house/house.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string_view>

namespace house {
namespace {

using Names = std::set<std::string>;

/// Which folders a folder names; it may also include what those may include, and itself.
std::map<std::string, Names> const edges = {
    {"base", {}},
    {"text", {"base"}},
    {"language", {"text"}},
    {"doc", {"text"}},
    {"normalise", {"language"}},
    {"read", {"normalise", "doc"}},
    {"style", {"doc"}},
    {"font", {"text"}},
    {"page", {"font"}},
    {"layout", {"doc", "style", "font", "page"}},
    {"epub", {"style", "doc"}},
    {"pdf", {"page", "font"}},
    {"convert", {"read", "layout", "epub", "pdf"}},
    {"main", {"convert"}},
};

/// Folders that are entered by FOLDER/FOLDER.hpp and nothing else.
Names const stages = {"read", "normalise", "language", "style", "layout", "epub", "pdf", "convert"};

/// The folders that may include headers of a library, by the beginning of the header's name.
struct Door {
  std::string_view prefix;
  Names folders;
};
std::vector<Door> const doors = {
    {"hpdf", {"pdf"}},
    {"libdeflate.h", {"pdf"}},
    {"zlib.h", {}},
    {"png", {"pdf"}},
    {"libpng", {"pdf"}},
    {"webp/", {"pdf"}},
    {"zip", {"epub"}},
    {"tinyxml2", {"epub"}},
    {"CLI/", {"main"}},
    {"gumbo", {"read"}},
    {"md4c", {"read"}},
    {"expat", {"read"}},
    {"uchardet/", {"read"}},
    {"fontconfig/", {"font"}},
    {"hb", {"font", "layout"}},
    {"hyphen", {"layout"}},
    {"unicode/", {"text"}},
    {"cld2/", {"language"}},
    {"nlohmann/", {"base"}},
    {"sha1.h", {"base"}},
    {"sha2.h", {"base"}},
    {"md5.h", {"base"}},
    // The operating system: files, and what a batch needs of processes and terminals.
    {"sys/", {"base", "convert", "main"}},
    {"fcntl.h", {"base", "convert", "main"}},
    {"unistd.h", {"base", "convert", "main"}},
    {"malloc.h", {"main"}},   // how glibc keeps memory is set once, before anything is made
    {"iconv.h", {"layout"}},  // pattern files name encodings that only the C library knows
    {"poll.h", {"convert"}},
    {"spawn.h", {"convert"}},
    {"signal.h", {"convert", "main"}},
};

constexpr int longest_file = 600;

bool begins(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}
bool ends(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}
bool is_source(std::string_view path) {
  return ends(path, ".cpp") || ends(path, ".hpp");
}

/// All folders that `folder` may include, itself with them.
Names reach(std::string const& folder) {
  Names found = {folder};
  std::vector<std::string> open = {folder};
  while (!open.empty()) {
    std::string const next = open.back();
    open.pop_back();
    for (auto const& name : edges.at(next))
      if (found.insert(name).second) open.push_back(name);
  }
  return found;
}

/// "src/pdf/file.cpp" → "pdf", "src/main.cpp" → "main", "tests/…" → nothing.
std::optional<std::string> folder_of(std::string const& path) {
  if (!begins(path, "src/")) return {};
  std::string const rest = path.substr(4);
  auto const slash = rest.find('/');
  return slash == std::string::npos ? rest.substr(0, rest.find('.')) : rest.substr(0, slash);
}

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string joined(Names const& names) {
  std::string all;
  for (auto const& name : names) all += (all.empty() ? "" : ", ") + name;
  return all.empty() ? "nothing" : all;
}

class Check {
 public:
  explicit Check(Tree const& tree) : tree_(tree) {
    for (auto const& file : tree_) paths_.insert(file.path);
  }

  std::vector<Violation> run() {
    for (auto const& file : tree_) {
      path_ = file.path;
      lines_ = lines_of(file.text);
      if (path_ == "CMakeLists.txt") links();
      // Test data may hold any word.
      if (!begins(path_, "tests/") || is_source(path_)) leftovers();
      if (begins(path_, "src/") || begins(path_, "tests/")) length();
      if (is_source(path_)) source();
    }
    return std::move(found_);
  }

 private:
  void add(std::size_t line, std::string rule, std::string message) {
    found_.push_back({path_, static_cast<int>(line), std::move(rule), std::move(message)});
  }

  void length() {
    if (is_source(path_) && lines_.size() > longest_file)
      add(0, "length", std::to_string(lines_.size()) + " lines, at most " + std::to_string(longest_file));
  }

  /// Notes to oneself are work left over. (The words are put together here, or this file would break the
  /// rule.)
  void leftovers() {
    static std::regex const note("\\b(" + std::string("TO") + "DO|FIX" + "ME|XX" + "X)\\b");
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (std::regex_search(lines_[i], note)) add(i + 1, "leftover", "a note to oneself: do it or drop it");
  }

  void source() {
    if (ends(path_, ".hpp")) {
      if (lines_.empty() || !begins(lines_[0], "// "))
        add(1, "comment", "a header begins with a comment: what comes in, what goes out, what always holds");
      if (std::find(lines_.begin(), lines_.end(), "#pragma once") == lines_.end())
        add(0, "once", "a header without #pragma once");
    }
    auto const folder = folder_of(path_);
    if (!folder) return;
    if (!edges.contains(*folder))
      return add(0, "folder", "src/" + *folder + " is not in the table of folders");
    static std::regex const include(R"(^\s*#\s*include\b\s*(.*)$)");
    static std::regex const name(R"(^(["<])([^">]+)[">])");
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      std::smatch match;
      if (!std::regex_search(lines_[i], match, include)) continue;
      std::string const argument = match[1];
      if (!std::regex_search(argument, match, name))
        add(i + 1, "computed", "an include whose file cannot be read off");
      else if (match[1] == "\"")
        inside(i + 1, *folder, match[2]);
      else
        outside(i + 1, *folder, match[2]);
    }
  }

  /// #include "folder/file.hpp"
  void inside(std::size_t line, std::string const& from, std::string const& header) {
    if (!paths_.contains("src/" + header))
      return add(line, "missing", "\"" + header + "\" is no file of src; libraries stand in <>");
    std::string const to = *folder_of("src/" + header);
    if (!edges.contains(to) || !reach(from).contains(to))
      return add(line, "edge", from + " may not include " + to + "/; it may include " + joined(reach(from)));
    if (to != from && stages.contains(to) && header != to + "/" + to + ".hpp")
      add(line, "front", to + "/ is entered by \"" + to + "/" + to + ".hpp\" only");
  }

  /// #include <header>
  void outside(std::size_t line, std::string const& from, std::string const& header) {
    if (begins(header, "fmt/")) return;
    for (auto const& door : doors)
      if (begins(header, door.prefix)) {
        if (!door.folders.contains(from))
          add(line, "door", "<" + header + "> may be included in " + joined(door.folders) + " only");
        return;
      }
    // What is left without a slash or a dot is C++'s own library.
    if (header.find_first_of("./") != std::string::npos)
      add(line, "door", "<" + header + "> has no door: name its folder in tests/house/house.cpp");
  }

  /// house(NAME USES a b LIBRARIES …): a folder is linked with those it names, no fewer and no more.
  void links() {
    static std::regex const call(R"(^\s*house\((\w+)([^)]*)\))");
    static std::regex const uses(R"(\bUSES((?:\s+[a-z]\w*)+))");
    Names seen;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      std::smatch match;
      if (!std::regex_search(lines_[i], match, call)) continue;
      std::string const name = match[1], rest = match[2];
      if (!edges.contains(name)) {
        add(i + 1, "folder", name + " is not in the table of folders");
        continue;
      }
      seen.insert(name);
      Names linked;
      if (std::regex_search(rest, match, uses)) {
        std::istringstream words(match[1]);
        linked = Names(std::istream_iterator<std::string>(words), {});
      }
      if (linked != edges.at(name))
        add(i + 1, "link",
            name + " is linked with " + joined(linked) + ", the table says " + joined(edges.at(name)));
    }
    for (auto const& [name, unused] : edges)
      if (name != "main" && !seen.contains(name)) add(0, "link", "no house(" + name + " …)");
  }

  Tree const& tree_;
  Names paths_;
  std::string path_;
  std::vector<std::string> lines_;
  std::vector<Violation> found_;
};

}  // namespace

Tree tree_at(std::filesystem::path const& root) {
  namespace fs = std::filesystem;
  Tree tree;
  auto const take = [&](fs::path const& path) {
    std::ifstream stream(path, std::ios::binary);
    tree.push_back(
        {fs::relative(path, root).generic_string(), std::string(std::istreambuf_iterator<char>(stream), {})});
  };
  if (fs::exists(root / "CMakeLists.txt")) take(root / "CMakeLists.txt");
  for (char const* const top : {"src", "tests", "scripts", "styles", "cmake"}) {
    if (!fs::exists(root / top)) continue;
    for (auto const& entry : fs::recursive_directory_iterator(root / top))
      if (entry.is_regular_file()) take(entry.path());
  }
  std::ranges::sort(tree, {}, &File::path);
  return tree;
}

std::vector<Violation> violations(Tree const& tree) {
  return Check(tree).run();
}

std::string text_of(Violation const& violation) {
  std::string const place = violation.line > 0 ? ":" + std::to_string(violation.line) : "";
  return violation.path + place + ": " + violation.rule + ": " + violation.message;
}

}  // namespace house
