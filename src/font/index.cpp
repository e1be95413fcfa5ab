#include "font/index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "font/installed.hpp"

namespace ms::font {
namespace {

/// FNV-1a over words of eight bytes: quick, and enough to notice a file that was cut or overwritten.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = 0xcbf29ce484222325;
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
    sum = (sum ^ word) * 0x100000001b3;
  }
  return sum;
}

/// Checksum, length of the stamp, stamp, catalogue.
std::string index_text(std::string const& stamp, Catalogue const& catalogue) {
  std::string const body = fmt::format("{}\n{}{}", stamp.size(), stamp, text_of(catalogue));
  return fmt::format("{:016x}\n{}", checksum(body), body);
}

/// The paths a stamp was made of.
std::vector<std::string> watched_of(std::string_view stamp) {
  std::vector<std::string> watched;
  for (; !stamp.empty(); stamp.remove_prefix(stamp.find('\n') + 1)) {
    std::string_view const line = stamp.substr(0, stamp.find('\n'));
    std::size_t const tab = line.find('\t');
    if (tab != std::string_view::npos) watched.emplace_back(line.substr(tab + 1));
  }
  return watched;
}

/// The catalogue in `text` if its stamp still holds. The checksum vouches for the form.
std::optional<Catalogue> fresh_catalogue(std::string_view text) {
  std::size_t const head = text.find('\n') + 1;
  if (head == 0 || text.substr(0, head) != fmt::format("{:016x}\n", checksum(text.substr(head)))) return {};
  text.remove_prefix(head);
  std::size_t length = 0;
  char const* const start = std::from_chars(text.data(), text.data() + text.size(), length).ptr + 1;
  text.remove_prefix(static_cast<std::size_t>(start - text.data()));
  std::string_view const stamp = text.substr(0, length);
  if (stamp_of(watched_of(stamp)).text != stamp) return {};
  return parse_catalogue(text.substr(length));
}

}  // namespace

std::string index_path() {
  auto const variable = [](char const* name) {
    char const* const value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  // The XDG base directory specification: a relative path counts as none.
  if (std::string const cache = variable("XDG_CACHE_HOME"); cache.starts_with('/'))
    return cache + "/manyscript/fonts";
  if (std::string const home = variable("HOME"); home.starts_with('/'))
    return home + "/.cache/manyscript/fonts";
  return "";
}

Catalogue installed_catalogue() {
  std::string const path = index_path();
  try {
    if (!path.empty() && base::exists(path))
      if (std::optional<Catalogue> known = fresh_catalogue(base::read_file(path))) return std::move(*known);
  } catch (base::Failure const&) {
    // Unreadable is as good as absent.
  }
  Installed const installed = installed_faces();
  Stamp const stamp = stamp_of(installed.watched);
  Catalogue catalogue = catalogue_of(installed.places);
  try {
    if (!path.empty() && stamp.is_settled) {
      base::make_folder(std::filesystem::path(path).parent_path().string());
      base::write_file(path, index_text(stamp.text, catalogue));
    }
  } catch (base::Failure const&) {
    // A cache that cannot be kept is made again next time.
  }
  return catalogue;
}

}  // namespace ms::font
