#include "style/tokens.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "base/ascii.hpp"

namespace ms::style {
namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
constexpr bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool is_name(char c) {
  return is_name_start(c) || is_digit(c) || c == '-';
}

class Tokeniser {
 public:
  explicit Tokeniser(std::string_view css) : css_(css) { tokens_.reserve(css.size() / 2); }

  std::vector<Token> run() {
    while (at_ < css_.size()) step();
    return std::move(tokens_);
  }

 private:
  using Kind = Token::Kind;

  char peek(std::size_t ahead = 0) const { return at_ + ahead < css_.size() ? css_[at_ + ahead] : '\0'; }

  bool starts_name(std::size_t ahead = 0) const {
    if (peek(ahead) == '-') return is_name_start(peek(ahead + 1)) || peek(ahead + 1) == '-';
    return is_name_start(peek(ahead));
  }
  bool starts_number() const {
    std::size_t const sign = peek() == '+' || peek() == '-' ? 1 : 0;
    return is_digit(peek(sign)) || (peek(sign) == '.' && is_digit(peek(sign + 1)));
  }
  std::string_view name() {
    std::size_t const start = at_;
    while (at_ < css_.size() && is_name(css_[at_])) ++at_;
    return css_.substr(start, at_ - start);
  }
  void add(Kind kind, std::size_t start, std::string_view text, double number = 0) {
    tokens_.push_back({kind, text, number, {start, at_}});
  }

  void step() {
    std::size_t const start = at_;
    char const c = peek();
    if (c == '/' && peek(1) == '*') {
      std::size_t const end = css_.find("*/", at_ + 2);
      at_ = end == css_.npos ? css_.size() : end + 2;
    } else if (is_space(c)) {
      while (at_ < css_.size() && is_space(css_[at_])) ++at_;
      add(Kind::space, start, css_.substr(start, at_ - start));
    } else if (c == '"' || c == '\'') {
      string(start, c);
    } else if (starts_number()) {
      number(start);
    } else if (starts_name()) {
      name_or_function(start);
    } else if (c == '@' && starts_name(1)) {
      ++at_;
      std::string_view const text = name();
      add(Kind::at_keyword, start, text);
    } else if (c == '#' && is_name(peek(1))) {
      ++at_;
      std::string_view const text = name();
      add(Kind::hash, start, text);
    } else {
      ++at_;
      add(Kind::delimiter, start, css_.substr(start, 1));
    }
  }

  void string(std::size_t start, char quote) {
    ++at_;
    std::size_t const inside = at_;
    while (at_ < css_.size() && css_[at_] != quote && css_[at_] != '\n') at_ += css_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_, css_.size());
    std::string_view const text = css_.substr(inside, at_ - inside);
    if (at_ < css_.size() && css_[at_] == quote) ++at_;
    add(Kind::string, start, text);
  }

  void number(std::size_t start) {
    if (peek() == '+' || peek() == '-') ++at_;
    while (is_digit(peek())) ++at_;
    if (peek() == '.' && is_digit(peek(1))) {
      ++at_;
      while (is_digit(peek())) ++at_;
    }
    double const value = decimal(css_.substr(start, at_ - start));
    if (peek() == '%') {
      ++at_;
      add(Kind::percentage, start, "%", value);
    } else if (starts_name()) {
      std::string_view const unit = name();
      add(Kind::dimension, start, unit, value);
    } else {
      add(Kind::number, start, {}, value);
    }
  }

  /// Not strtod: the locale must not change what a point is.
  static double decimal(std::string_view text) {
    double sign = 1, value = 0, step = 1;
    bool fraction = false;
    for (char const c : text) {
      if (c == '-')
        sign = -1;
      else if (c == '.')
        fraction = true;
      else if (is_digit(c) && fraction)
        value += (c - '0') * (step /= 10);
      else if (is_digit(c))
        value = std::min(value * 10 + (c - '0'), 1e9);
    }
    return sign * value;
  }

  void name_or_function(std::size_t start) {
    std::string_view const text = name();
    if (peek() != '(') return add(Kind::ident, start, text);
    ++at_;
    std::size_t inside = at_;
    while (inside < css_.size() && is_space(css_[inside])) ++inside;
    bool const quoted = inside < css_.size() && (css_[inside] == '"' || css_[inside] == '\'');
    if (!same_name(text, "url") || quoted) return add(Kind::function, start, text);
    std::size_t const end = css_.find(')', at_);
    std::string_view const target = css_.substr(at_, end == css_.npos ? css_.npos : end - at_);
    at_ = end == css_.npos ? css_.size() : end + 1;
    add(Kind::url, start, target);
  }

  std::string_view css_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return base::ascii_lower(x) == base::ascii_lower(y); });
}

bool Token::is(Kind wanted, std::string_view value) const {
  return kind == wanted && same_name(text, value);
}

std::vector<Token> tokens_of(std::string_view css) {
  return Tokeniser(css).run();
}

}  // namespace ms::style
