// The hyphenation dictionary of a language. In: a BCP 47 tag. Out: its patterns, read on first use from the
// files that the hyphen-* packages install, or nothing: a language without a dictionary of its own is never
// hyphenated by another one's. One set for each thread; what it remembers never changes a result.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "layout/hyphenation.hpp"

namespace ms::layout {

class Hyphenators {
 public:
  explicit Hyphenators(std::string folder = "/usr/share/hyphen");
  Hyphenators(Hyphenators const&) = delete;
  Hyphenators& operator=(Hyphenators const&) = delete;

  /// nullptr where there is no dictionary for the language in its script.
  Hyphenator const* of(std::string_view language);
  /// hyphenator.points(word), remembered: the words of an article repeat. Valid until the next call.
  std::vector<HyphenPoint> const& points(Hyphenator const& hyphenator, std::string_view word);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Words = std::unordered_map<std::string, std::vector<HyphenPoint>, Hash, std::equal_to<>>;

  std::string folder_;
  std::map<std::string, std::unique_ptr<Hyphenator>, std::less<>> open_;  // by file; null: there is none
  std::map<std::string, Hyphenator const*, std::less<>> by_language_;
  std::map<Hyphenator const*, Words> words_;
};

/// Names of pattern files without "hyph_" and ".dic", the best first: "de-CH" → {"de_CH", "de_DE"}.
std::vector<std::string> dictionary_names(std::string_view language);

}  // namespace ms::layout
