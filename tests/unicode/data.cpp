#include "unicode/data.hpp"

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>

#include "text/utf8.hpp"

namespace unicode_data {
namespace {

std::string content_of(std::string const& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

std::string unpacked(std::string const& path) {
  if (!std::ifstream(path).good()) return {};
  struct Closed {
    void operator()(std::FILE* pipe) const { pclose(pipe); }
  };
  std::unique_ptr<std::FILE, Closed> const pipe(popen(("bzip2 -dc '" + path + "'").c_str(), "r"));
  REQUIRE_MESSAGE(pipe, "bzip2 cannot be started: install the package bzip2");
  std::string out;
  char buffer[1 << 16];
  while (std::size_t const got = std::fread(buffer, 1, sizeof buffer, pipe.get())) out.append(buffer, got);
  REQUIRE_MESSAGE(!out.empty(), "bzip2 unpacks nothing: install the package bzip2");
  return out;
}

}  // namespace

std::vector<std::string> lines(std::string const& name) {
  std::string const path = std::string(UNICODE_DATA) + "/" + name;
  std::string content = content_of(path);
  if (content.empty()) content = unpacked(path + ".bz2");
  REQUIRE_MESSAGE(!content.empty(), path << " is missing: install the package unicode-data");
  std::vector<std::string> list;
  std::istringstream in(content);
  for (std::string line; std::getline(in, line);) {
    line.resize(std::min(line.find('#'), line.size()));
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
      line.pop_back();
    if (!line.empty()) list.push_back(line);
  }
  return list;
}

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    std::size_t const end = line.find(separator);
    parts.push_back(line.substr(0, end));
    if (end == line.npos) return parts;
    line.remove_prefix(end + 1);
  }
}

std::string text_of(std::string_view code_points) {
  std::string utf8;
  for (std::string_view const number : split(code_points, ' '))
    if (!number.empty())
      ms::text::append(utf8, static_cast<char32_t>(std::stoul(std::string(number), nullptr, 16)));
  return utf8;
}

}  // namespace unicode_data
