#include "read/html_source_map.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace ms::read::html {
namespace {

bool is_reference_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
}

/// Do both go on alike, until the next thing that is written otherwise than it is meant?
bool go_on_alike(std::string_view decoded, std::string_view written) {
  for (std::size_t i = 0; i < 12; ++i) {
    if (i == written.size() || i == decoded.size()) return i == written.size() && i == decoded.size();
    if (written[i] == '&' || written[i] == '\r' || written[i] == '<' || written[i] == '\0') return true;
    if (written[i] != decoded[i]) return false;
  }
  return true;
}

}  // namespace

SourceMap::SourceMap(std::string_view decoded, std::string_view written, std::size_t start) : start_(start) {
  if (decoded == written) return;
  ranges_.reserve(decoded.size());
  std::size_t d = 0, w = 0;
  while (d < decoded.size()) {
    if (w == written.size()) break;
    if (written[w] == '&') {
      std::size_t end = w + 1;
      while (end < written.size() && is_reference_character(written[end]) && end - w < 40) ++end;
      if (end < written.size() && written[end] == ';') ++end;
      bool matched = false;
      // One code point, or two for a few names; the longest name that fits.
      std::size_t length = text::code_point_at(decoded, d).length;
      for (int points = 0; points < 2 && !matched && d + length <= decoded.size(); ++points) {
        for (std::size_t stop = end; stop > w + 1 && !matched; --stop) {
          bool const is_itself = decoded.substr(d, stop - w) == written.substr(w, stop - w);
          if (is_itself || !go_on_alike(decoded.substr(d + length), written.substr(stop))) continue;
          ranges_.insert(ranges_.end(), length, {start + w, start + stop});
          d += length;
          w = stop;
          matched = true;
        }
        if (!matched && d + length < decoded.size())
          length += text::code_point_at(decoded, d + length).length;
        else if (!matched)
          break;
      }
      if (matched) continue;
    }
    if (written[w] == decoded[d]) {
      ranges_.push_back({start + w, start + w + 1});
      ++w;
      ++d;
    } else if (written[w] == '\r' && decoded[d] == '\n') {
      std::size_t const length = w + 1 < written.size() && written[w + 1] == '\n' ? 2 : 1;
      ranges_.push_back({start + w, start + w + length});
      w += length;
      ++d;
    } else if (written[w] == '\r' || written[w] == '\0') {
      ++w;
    } else if (written[w] == '<') {
      // A tag the parser ignored.
      std::size_t const end = written.find('>', w);
      if (end == std::string_view::npos) break;
      w = end + 1;
    } else {
      break;
    }
  }
  // A character the parser put another one for may begin with the same bytes.
  while (!text::is_boundary(written, w)) ++w;
  base::Range const rest{start + w, start + written.size()};
  ranges_.resize(decoded.size(), rest);
}

}  // namespace ms::read::html
