#include "read/excerpt.hpp"

#include <algorithm>
#include <functional>

namespace ms::read {

void Excerpt::add(std::string_view source, base::Range range) {
  if (range.is_empty()) return;
  bool const goes_on = !stretches_.empty() && stretches_.back().source.end == range.start &&
                       stretches_.back().start + stretches_.back().source.length() == text_.size();
  if (goes_on)
    stretches_.back().source.end = range.end;
  else
    stretches_.push_back({text_.size(), range});
  text_ += base::slice(source, range);
}

void Excerpt::add_foreign(std::string_view text) {
  text_ += text;
}

std::vector<base::Range> Excerpt::sources_of(base::Range range) const {
  std::vector<base::Range> all;
  auto stretch = std::ranges::upper_bound(stretches_, range.start, {}, &Stretch::start);
  if (stretch != stretches_.begin()) --stretch;
  for (; stretch != stretches_.end() && stretch->start < range.end; ++stretch) {
    std::size_t const start = std::max(range.start, stretch->start),
                      end = std::min(range.end, stretch->start + stretch->source.length());
    if (start < end)
      all.push_back(
          {stretch->source.start + (start - stretch->start), stretch->source.start + (end - stretch->start)});
  }
  return all;
}

std::optional<base::Range> Excerpt::range_of(char const* start, std::size_t length) const {
  char const* const begin = text_.data();
  char const* const end = begin + text_.size();
  // Pointers into different strings have an order only for std::less.
  if (std::less<>{}(start, begin) || std::less<>{}(end, start)) return std::nullopt;
  std::size_t const offset = static_cast<std::size_t>(start - begin);
  if (offset + length > text_.size()) return std::nullopt;
  return base::Range{offset, offset + length};
}

}  // namespace ms::read
