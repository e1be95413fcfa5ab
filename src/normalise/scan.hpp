// Text as a row of characters with neighbours, which most rules look at. In: UTF-8. Out: code points by
// index; indices outside of the text read as 0, so a rule needs no edge cases.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/edit.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::normalise {

class Characters {
 public:
  explicit Characters(std::string_view text) {
    all_.reserve(text.size());
    for (text::CodePointAt const c : text::code_points(text)) all_.push_back(c);
  }
  std::size_t count() const { return all_.size(); }
  /// The character `step` places from `index`, 0 outside of the text.
  char32_t at(std::size_t index, std::ptrdiff_t step = 0) const {
    std::ptrdiff_t const place = static_cast<std::ptrdiff_t>(index) + step;
    return place < 0 || place >= static_cast<std::ptrdiff_t>(all_.size())
               ? 0
               : all_[static_cast<std::size_t>(place)].value;
  }
  std::size_t start(std::size_t index) const { return all_[index].offset; }
  std::size_t end(std::size_t index) const { return all_[index].end(); }
  base::Range range(std::size_t index) const { return {start(index), end(index)}; }

 private:
  std::vector<text::CodePointAt> all_;
};

/// The edits of one rule: only what differs from rule to rule. Adjacent deletions become one.
class Changes {
 public:
  void replace(base::Range range, base::ShortString replacement, double confidence = 1,
               base::ShortString evidence = {}) {
    if (replacement.empty() && !edits_.empty() && edits_.back().range.end == range.start &&
        edits_.back().replacement.empty() && edits_.back().evidence == evidence) {
      edits_.back().range.end = range.end;
      return;
    }
    text::Edit edit;
    edit.range = range;
    edit.replacement = std::move(replacement);
    edit.confidence = confidence;
    edit.evidence = std::move(evidence);
    edits_.push_back(std::move(edit));
  }
  void replace(base::Range range, char32_t replacement) {
    std::string utf8;
    text::append(utf8, replacement);
    replace(range, std::move(utf8));
  }
  void remove(base::Range range) { replace(range, std::string()); }
  text::Edits take() { return std::move(edits_); }

 private:
  text::Edits edits_;
};

/// Some bytes, to look for any of them: string_view's own search asks for each byte anew where it is in a
/// list.
class Bytes {
 public:
  constexpr explicit Bytes(std::string_view bytes) {
    for (char const c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }
  /// The first of them at `from` or behind it; npos for none.
  std::size_t find(std::string_view text, std::size_t from = 0) const {
    for (; from < text.size(); ++from)
      if (has(text[from])) return from;
    return std::string_view::npos;
  }

 private:
  std::array<bool, 256> has_{};
};

/// Does the text hold this lead byte at all? A cheap first look before a rule scans by character.
inline bool has_byte(std::string_view text, char byte) {
  return text.find(byte) != std::string_view::npos;
}

/// White space, or the edge of the text.
inline bool is_space_or_edge(char32_t c) {
  return c == 0 || text::is_white_space(c);
}

inline bool is_letter_or_mark(char32_t c) {
  return text::is_letter(c) || text::is_mark(c);
}

/// Latin, Greek and Cyrillic: letters that stand alone, words with spaces, no joiners.
inline bool is_european(char32_t c) {
  text::Script const script = text::script_of(c);
  return script == text::script_tag("Latn") || script == text::script_tag("Grek") ||
         script == text::script_tag("Cyrl");
}

}  // namespace ms::normalise
