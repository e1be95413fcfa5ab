#include <fmt/format.h>

#include <algorithm>

#include "convert/convert.hpp"

namespace ms::convert {

std::string bar_of(Progress const& progress, std::size_t columns) {
  double const rate = progress.seconds > 0 ? static_cast<double>(progress.done) / progress.seconds : 0;
  std::string tail = fmt::format(" {}/{}", progress.done, progress.all);
  if (rate > 0) {
    auto const left =
        static_cast<std::size_t>(static_cast<double>(progress.all - progress.done) / rate + 0.5);
    tail += fmt::format("  {:.1f}/s  {}:{:02} left", rate, left / 60, left % 60);
  }
  if (progress.failed != 0) tail += fmt::format("  {} failed", progress.failed);
  if (columns < tail.size() + 8) return tail.substr(1, columns);
  std::size_t const width = std::min<std::size_t>(columns - tail.size() - 2, 40);
  std::size_t const filled = progress.all == 0 ? width : width * progress.done / progress.all;
  std::string bar(filled, '=');
  if (filled < width) bar += '>';
  bar.resize(width, ' ');
  return "[" + bar + "]" + tail;
}

}  // namespace ms::convert
