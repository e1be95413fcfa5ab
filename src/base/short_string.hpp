// Strings of what there is a million of: most are empty, a character or two, or words of the code. In: any
// string. Out: the same in half the memory; only what is neither short nor a literal has memory of its own. A
// literal is known as such when the program is compiled, and is never copied.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace ms::base {

class ShortString {
 public:
  constexpr ShortString() : letters_{} {}
  consteval ShortString(char const* literal)
      : literal_(literal),
        size_(static_cast<std::uint32_t>(std::string_view(literal).size())),
        kind_(Kind::literal) {}
  ShortString(std::string_view text) : letters_{} {
    if (text.size() <= shortest) {
      std::ranges::copy(text, letters_.begin());
      size_ = static_cast<std::uint32_t>(text.size());
    } else {
      own(std::string(text));
    }
  }
  ShortString(std::string const& text) : ShortString(std::string_view(text)) {}
  ShortString(std::string&& text) : letters_{} {
    if (text.size() <= shortest)
      *this = ShortString(std::string_view(text));
    else
      own(std::move(text));
  }
  ShortString(ShortString const& other) : letters_{} {
    if (other.kind_ == Kind::owned)
      own(*other.owned_);
    else
      take(other);
  }
  ShortString(ShortString&& other) noexcept : letters_{} {
    take(other);
    other.forget();
  }
  ShortString& operator=(ShortString const& other) {
    if (this != &other) *this = ShortString(other);
    return *this;
  }
  ShortString& operator=(ShortString&& other) noexcept {
    if (this == &other) return *this;
    clear();
    take(other);
    other.forget();
    return *this;
  }
  constexpr ~ShortString() {
    if (kind_ == Kind::owned) delete owned_;
  }

  constexpr std::string_view view() const {
    switch (kind_) {
      case Kind::letters: break;
      case Kind::literal: return {literal_, size_};
      case Kind::owned: return *owned_;
    }
    return {letters_.data(), size_};
  }
  constexpr operator std::string_view() const { return view(); }
  constexpr std::size_t size() const { return view().size(); }
  constexpr bool empty() const { return size() == 0; }
  void clear() {
    if (kind_ == Kind::owned) delete owned_;
    forget();
  }
  ShortString& operator+=(std::string_view more) {
    if (kind_ == Kind::owned)
      owned_->append(more);
    else
      *this = std::string(view()).append(more);
    return *this;
  }
  friend bool operator==(ShortString const& a, ShortString const& b) { return a.view() == b.view(); }
  template <std::convertible_to<std::string_view> Other>
  requires(!std::same_as<Other, ShortString>) friend bool operator==(ShortString const& a, Other const& b) {
    return a.view() == std::string_view(b);
  }

 private:
  enum class Kind : std::uint8_t { letters, literal, owned };
  static constexpr std::size_t shortest = 8;  ///< a longer one has memory of its own

  void own(std::string text) {
    owned_ = new std::string(std::move(text));
    kind_ = Kind::owned;
  }
  void take(ShortString const& other) {
    switch (other.kind_) {
      case Kind::letters: letters_ = other.letters_; break;
      case Kind::literal: literal_ = other.literal_; break;
      case Kind::owned: owned_ = other.owned_; break;
    }
    size_ = other.size_;
    kind_ = other.kind_;
  }
  void forget() {
    letters_ = {};
    size_ = 0;
    kind_ = Kind::letters;
  }

  union {
    std::array<char, shortest> letters_;
    char const* literal_;
    std::string* owned_;
  };
  std::uint32_t size_ = 0;  ///< of letters and of a literal
  Kind kind_ = Kind::letters;
};

}  // namespace ms::base
