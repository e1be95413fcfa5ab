#include "style/syntax.hpp"

namespace ms::style {
namespace {

using Kind = Token::Kind;

/// Deeper blocks are skipped over: no sheet of ours or of a sane user nests conditions that deep.
constexpr int max_nesting = 8;

class Parser {
 public:
  explicit Parser(std::string_view css) : tokens_(tokens_of(css)), size_(css.size()) {}

  std::vector<Rule> sheet() { return rules(0, false); }

 private:
  bool ended() const { return at_ == tokens_.size(); }
  Token const& now() const { return tokens_[at_]; }
  std::size_t place() const { return ended() ? size_ : now().range.start; }
  void skip_space() {
    while (!ended() && now().kind == Kind::space) ++at_;
  }

  static bool opens(Token const& token) {
    return token.is('{') || token.is('(') || token.is('[') || token.kind == Kind::function;
  }
  static bool closes(Token const& token) { return token.is('}') || token.is(')') || token.is(']'); }

  /// Past the bracket that belongs to the one just before.
  void skip_block() {
    for (int depth = 1; !ended() && depth > 0; ++at_) {
      if (opens(now())) ++depth;
      if (closes(now())) --depth;
    }
  }

  std::vector<Rule> rules(int depth, bool in_block) {
    std::vector<Rule> out;
    for (skip_space(); !ended(); skip_space()) {
      if (now().is('}')) {
        if (in_block) break;
        ++at_;  // a brace too many
        continue;
      }
      out.push_back(rule(depth));
    }
    return out;
  }

  Rule rule(int depth) {
    Rule rule;
    rule.range.start = place();
    if (now().kind == Kind::at_keyword) {
      rule.at = now().text;
      ++at_;
    }
    prelude(rule);
    if (!ended() && now().is('{')) {
      ++at_;
      rule.inside.start = place();
      if (!same_name(rule.at, "media"))
        declarations(rule);
      else if (depth < max_nesting)
        rule.rules = rules(depth + 1, true);
      else
        skip_to_brace();
      rule.inside.end = place();
    }
    if (!ended()) ++at_;  // the closing brace, or the semicolon of @import
    rule.range.end = at_ == 0 ? 0 : tokens_[at_ - 1].range.end;
    return rule;
  }

  /// To the closing brace of the block we are in, and not past it.
  void skip_to_brace() {
    while (!ended() && !now().is('}')) {
      bool const block = opens(now());
      ++at_;
      if (block) skip_block();
    }
  }

  void prelude(Rule& rule) {
    skip_space();
    while (!ended() && !now().is('{') && !now().is('}') && !(now().is(';') && !rule.at.empty())) {
      rule.prelude.push_back(now());
      ++at_;
    }
    while (!rule.prelude.empty() && rule.prelude.back().kind == Kind::space) rule.prelude.pop_back();
  }

  void declarations(Rule& rule) {
    for (skip_space(); !ended() && !now().is('}'); skip_space()) {
      if (now().is(';')) {
        ++at_;
        continue;
      }
      Declaration declaration;
      declaration.range.start = place();
      bool const named = now().kind == Kind::ident;
      if (named) {
        declaration.name = now().text;
        ++at_;
        skip_space();
      }
      bool const whole = named && !ended() && now().is(':');
      if (whole) ++at_;
      value(declaration);
      if (!ended() && now().is(';')) ++at_;
      declaration.range.end = tokens_[at_ - 1].range.end;
      if (whole)
        rule.declarations.push_back(std::move(declaration));
      else
        rule.strays.push_back(declaration.range.start);
    }
  }

  void value(Declaration& declaration) {
    skip_space();
    std::vector<Token>& value = declaration.value;
    while (!ended() && !now().is(';') && !now().is('}')) {
      bool const block = now().is('{');
      value.push_back(now());
      ++at_;
      if (!block) continue;
      skip_block();  // a nested rule, or a mistake; it ends this declaration
      break;
    }
    auto const trim = [&] {
      while (!value.empty() && value.back().kind == Kind::space) value.pop_back();
    };
    trim();
    if (value.empty() || !value.back().is(Kind::ident, "important")) return;
    std::vector<Token> const whole = value;
    value.pop_back();
    trim();
    if (value.empty() || !value.back().is('!')) {
      value = whole;
      return;
    }
    value.pop_back();
    trim();
    declaration.important = true;
  }

  std::vector<Token> tokens_;
  std::size_t size_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Rule> rules_of(std::string_view css) {
  return Parser(css).sheet();
}

}  // namespace ms::style
