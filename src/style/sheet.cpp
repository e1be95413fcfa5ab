#include "style/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ms::style {
namespace {

using Kind = Token::Kind;

bool names_file(std::vector<Token> const& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](Token const& token) {
    return token.kind == Kind::url || token.is(Kind::function, "url") || token.is(Kind::function, "src");
  });
}

/// Of a rule that is carried as it stands: direction or unicode-bidi as a property somewhere in it.
bool says_direction(std::vector<Token> const& tokens) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
    if (tokens[i].kind == Kind::ident && is_refused_by_epub(tokens[i].text) && tokens[i + 1].is(':'))
      return true;
  return false;
}

class SheetReader {
 public:
  SheetReader(Sheet& sheet, base::Diagnostics& diagnostics) : sheet_(sheet), diagnostics_(diagnostics) {}

  void read(Style::Source const& source) {
    source_ = &source;
    cuts_.clear();
    rules(rules_of(source.css), {true, Audience::Ebook::as_it_stands});
    std::sort(cuts_.begin(), cuts_.end(), [](auto a, auto b) { return a.start < b.start; });
    sheet_.cuts.push_back(cuts_);
  }

 private:
  void report(std::string code, std::size_t offset, std::string_view what, std::string hint = {}) {
    std::string_view const before = std::string_view(source_->css).substr(0, offset);
    auto const line = 1 + std::count(before.begin(), before.end(), '\n');
    std::size_t const start = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
    // Columns are code points: continuation bytes do not count.
    auto const column =
        1 + std::count_if(before.begin() + static_cast<std::ptrdiff_t>(start), before.end(),
                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    diagnostics_.warn(std::move(code), fmt::format("{}:{}:{}: {}", source_->name, line, column, what), {},
                      std::move(hint));
  }

  void rules(std::vector<Rule> const& rules, Audience audience) {
    for (Rule const& rule : rules) {
      if (rule.at.empty())
        style_rule(rule, audience);
      else if (same_name(rule.at, "media"))
        media(rule, audience);
      else if (same_name(rule.at, "page"))
        page(rule, audience);
      else
        other(rule, audience);
    }
  }

  void media(Rule const& rule, Audience audience) {
    Audience inner = audience_of(rule.prelude);
    inner.page = inner.page && audience.page;
    if (inner.ebook == Audience::Ebook::not_at_all) {
      cuts_.push_back(rule.range);
    } else if (inner.ebook == Audience::Ebook::unwrapped) {
      cuts_.push_back({rule.range.start, rule.inside.start});
      cuts_.push_back({rule.inside.end, rule.range.end});
    }
    if (audience.ebook == Audience::Ebook::not_at_all) inner.ebook = audience.ebook;
    rules(rule.rules, inner);
  }

  void page(Rule const& rule, Audience audience) {
    if (audience.ebook != Audience::Ebook::not_at_all) cuts_.push_back(rule.range);
    if (!audience.page) return;
    strays(rule);
    for (Declaration const& declaration : rule.declarations)
      if (!set_page(sheet_.page, rule.prelude, declaration.name, terms_of(declaration.value)))
        report("style.unknown-page-setting", declaration.range.start,
               fmt::format("“{}” in @page is not understood", declaration.name));
  }

  void other(Rule const& rule, Audience audience) {
    auto const tokens = tokens_of(base::slice(source_->css, rule.range));
    bool const import = same_name(rule.at, "import") || same_name(rule.at, "charset");
    if (audience.ebook != Audience::Ebook::not_at_all &&
        (import || names_file(tokens) || says_direction(tokens))) {
      cuts_.push_back(rule.range);
      report("style.not-in-epub", rule.range.start,
             fmt::format("@{} cannot go into an EPUB as it is", rule.at),
             import ? "write the rules into the style sheet itself" : "");
    } else if (audience.page) {
      report("style.unknown-rule", rule.range.start, fmt::format("@{} is not understood for pages", rule.at),
             "put it into @media screen when it is for the ebook");
    }
  }

  void strays(Rule const& rule) {
    for (std::size_t const offset : rule.strays)
      report("style.unknown-declaration", offset, "this is no declaration");
  }

  void style_rule(Rule const& rule, Audience audience) {
    if (rule.inside.start == 0) return report("style.unknown-rule", rule.range.start, "this is no rule");
    for (Declaration const& declaration : rule.declarations) refuse(declaration, audience);
    if (!audience.page) return;
    strays(rule);
    auto selectors = selectors_of(rule.prelude);
    if (!selectors)
      return report(
          "style.unknown-selector", rule.range.start,
          fmt::format("“{}” is not understood for pages",
                      rule.prelude.empty() ? std::string_view{}
                                           : base::slice(source_->css, {rule.prelude.front().range.start,
                                                                        rule.prelude.back().range.end})),
          "put the rule into @media screen when it is for the ebook");
    StyleRule out;
    out.selectors = std::move(*selectors);
    for (Declaration const& declaration : rule.declarations) assign(out, declaration);
    sheet_.rules.push_back(std::move(out));
  }

  void refuse(Declaration const& declaration, Audience audience) {
    if (audience.ebook == Audience::Ebook::not_at_all) return;
    bool const direction = is_refused_by_epub(declaration.name);
    if (!direction && !names_file(declaration.value)) return;
    cuts_.push_back(declaration.range);
    report("style.not-in-epub", declaration.range.start,
           direction ? fmt::format("EPUB refuses “{}” in a style sheet", declaration.name)
                     : fmt::format("“{}” names a file that is not in the EPUB", declaration.name),
           direction ? "the markup says the direction" : "");
  }

  void assign(StyleRule& out, Declaration const& declaration) {
    if (is_refused_by_epub(declaration.name)) return;  // reported already
    Property const* property = property_named(declaration.name);
    if (property == nullptr)
      return report("style.unknown-property", declaration.range.start,
                    fmt::format("“{}” is not understood for pages", declaration.name),
                    "put it into @media screen when it is for the ebook");
    Assignment assignment{property, terms_of(declaration.value), declaration.important};
    Box trial;
    if (!set_property(*property, trial, assignment.terms))
      return report("style.unknown-value", declaration.range.start,
                    fmt::format("this value of “{}” is not understood for pages", declaration.name));
    out.assignments.push_back(std::move(assignment));
  }

  Sheet& sheet_;
  base::Diagnostics& diagnostics_;
  Style::Source const* source_ = nullptr;
  std::vector<base::Range> cuts_;
};

}  // namespace

std::shared_ptr<Sheet const> read_sheet(std::vector<Style::Source> sources, base::Diagnostics& diagnostics) {
  auto sheet = std::make_shared<Sheet>();
  sheet->sources = std::move(sources);  // first: the rules point into it
  SheetReader reader(*sheet, diagnostics);
  for (Style::Source const& source : sheet->sources) reader.read(source);
  return sheet;
}

Audience audience_of(std::vector<Token> const& prelude) {
  std::vector<std::vector<Token>> queries(1);
  for (Token const& token : prelude) {
    if (token.is(','))
      queries.emplace_back();
    else if (token.kind != Kind::space)
      queries.back().push_back(token);
  }
  bool page = false, ebook = false;
  for (auto const& query : queries) {
    bool const bare = query.size() == 1 && query.front().kind == Kind::ident;
    bool const print = bare && same_name(query.front().text, "print");
    bool const all = query.empty() || (bare && same_name(query.front().text, "all"));
    page = page || print || all;
    ebook = ebook || !print;
  }
  bool const screen =
      queries.size() == 1 && queries[0].size() == 1 && queries[0][0].is(Kind::ident, "screen");
  using Ebook = Audience::Ebook;
  return {page, !ebook ? Ebook::not_at_all : screen ? Ebook::unwrapped : Ebook::as_it_stands};
}

}  // namespace ms::style
