// Texts for laws: short articles in several scripts, and what people and programs do to them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace samples {

/// Paragraphs of one article in one language.
struct Article {
  std::string language, title;
  std::vector<std::string> paragraphs;
};
std::vector<Article> const& articles();

/// The article as a text: title and paragraphs with `separator` between.
std::string text_of(Article const& article, std::string const& separator = "\n\n");

/// A small generator of numbers, the same on every machine (xorshift).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 2685821657736338717u + 1) {}
  std::uint64_t next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_;
  }
  /// 0 to limit - 1
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }

 private:
  std::uint64_t state_;
};

/// Characters that make trouble, put into pieces of the articles at random places.
std::string nasty_text(Random& random);
std::string nasty_bytes(Random& random);

}  // namespace samples
