#include "style/selector.hpp"

#include <algorithm>

namespace ms::style {
namespace {

using Kind = Token::Kind;

class Reader {
 public:
  explicit Reader(std::vector<Token> const& tokens) : tokens_(tokens) {}

  std::optional<std::vector<Selector>> list() {
    std::vector<Selector> out;
    do {
      auto one = selector();
      if (!one) return {};
      out.push_back(std::move(*one));
    } while (take(','));
    if (!ended()) return {};
    return out;
  }

 private:
  bool ended() const { return at_ == tokens_.size(); }
  Token const& now() const { return tokens_[at_]; }
  bool skip_space() {
    std::size_t const start = at_;
    while (!ended() && now().kind == Kind::space) ++at_;
    return at_ != start;
  }
  bool take(char delimiter) {
    if (ended() || !now().is(delimiter)) return false;
    ++at_;
    return true;
  }

  std::optional<Selector> selector() {
    Selector out;
    bool child = false;
    skip_space();
    while (true) {
      auto compound = this->compound(out.specificity);
      if (!compound) return {};
      compound->child = child;
      out.compounds.push_back(std::move(*compound));
      skip_space();
      child = take('>');
      if (child) skip_space();
      if (ended() || now().is(',')) break;
    }
    if (child) return {};
    return out;
  }

  std::optional<Compound> compound(int& specificity) {
    Compound out;
    std::size_t const start = at_;
    if (!ended() && now().kind == Kind::ident) {
      out.type = now().text;
      ++at_;
      specificity += 1;
    } else {
      take('*');
    }
    while (!ended()) {
      if (take('.')) {
        if (ended() || now().kind != Kind::ident) return {};
        out.classes.push_back(now().text);
        ++at_;
      } else if (take(':')) {
        auto ranges = languages();
        if (!ranges) return {};
        out.languages.push_back(std::move(*ranges));
      } else {
        break;
      }
      specificity += 1000;
    }
    if (at_ == start) return {};
    return out;
  }

  /// After the colon: lang(ar, "zh-Hant")
  std::optional<std::vector<std::string_view>> languages() {
    if (ended() || !now().is(Kind::function, "lang")) return {};
    ++at_;
    std::vector<std::string_view> out;
    do {
      skip_space();
      if (ended() || (now().kind != Kind::ident && now().kind != Kind::string)) return {};
      out.push_back(now().text);
      ++at_;
      skip_space();
    } while (take(','));
    if (!take(')')) return {};
    return out;
  }

  std::vector<Token> const& tokens_;
  std::size_t at_ = 0;
};

/// RFC 4647, 3.3.1: the range is the tag or its beginning up to a hyphen. (Letters of either case differ in
/// one bit, which sorts out most of a sheet's many languages at once.)
bool in_range(std::string_view tag, std::string_view range) {
  if (tag.empty() || range.empty() || ((tag.front() ^ range.front()) & ~0x20) != 0) return false;
  return tag.size() >= range.size() && same_name(tag.substr(0, range.size()), range) &&
         (tag.size() == range.size() || tag[range.size()] == '-');
}

bool fits(Compound const& compound, Element const& element) {
  if (!compound.type.empty() &&
      (compound.type.size() != element.name.size() || !same_name(compound.type, element.name)))
    return false;
  for (std::string_view const wanted : compound.classes)
    if (std::find(element.classes.begin(), element.classes.end(), wanted) == element.classes.end())
      return false;
  for (auto const& ranges : compound.languages)
    if (std::none_of(ranges.begin(), ranges.end(),
                     [&](std::string_view range) { return in_range(element.language, range); }))
      return false;
  return true;
}

/// One step down the path for each element, so that no sheet takes more than elements × compounds steps.
bool fits_path(Selector const& selector, std::vector<Element> const& path, std::size_t size) {
  std::size_t const count = selector.compounds.size();
  std::vector<bool> above(count), parent(count), here(count);  // the first n + 1 compounds match, the last …
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t n = 0; n < count; ++n) {
      Compound const& compound = selector.compounds[n];
      bool const joined = n == 0 || (compound.child ? parent[n - 1] : above[n - 1]);
      here[n] = joined && fits(compound, path[i]);
    }
    for (std::size_t n = 0; n < count; ++n) above[n] = above[n] || here[n];
    parent = here;
  }
  return here[count - 1];
}

}  // namespace

std::optional<std::vector<Selector>> selectors_of(std::vector<Token> const& prelude) {
  return Reader(prelude).list();
}

bool matches(Selector const& selector, std::vector<Element> const& path, std::size_t size) {
  if (size == 0 || !fits(selector.compounds.back(), path[size - 1])) return false;
  return selector.compounds.size() == 1 || fits_path(selector, path, size);
}

}  // namespace ms::style
