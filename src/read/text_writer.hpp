// Writes a text with spans from its beginning to its end. In: words and marks in order. Out: a text. Always:
// spans are sorted, properly nested and not empty.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/text.hpp"

namespace ms::read {

class TextWriter {
 public:
  void put(std::string_view words) { text_.utf8 += words; }
  bool ends_with(char c) const { return text_.utf8.ends_with(c); }
  bool is_empty() const { return text_.utf8.empty(); }
  void open(text::SpanKind kind, std::string value = {}) {
    open_.push_back(text_.spans.size());
    text_.spans.push_back({{text_.utf8.size(), 0}, kind, std::move(value)});
  }
  /// Closes what was opened last.
  void close() {
    text_.spans[open_.back()].range.end = text_.utf8.size();
    open_.pop_back();
  }
  text::Text take() {
    while (!open_.empty()) close();
    std::erase_if(text_.spans, [](text::Span const& span) { return span.range.is_empty(); });
    return std::move(text_);
  }

 private:
  text::Text text_;
  std::vector<std::size_t> open_;
};

}  // namespace ms::read
