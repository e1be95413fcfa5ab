#include <fmt/format.h>

#include "cases/sections.hpp"
#include "normalise/normalise.hpp"
#include "text/printable.hpp"

namespace cases {
namespace {

using namespace ms;

struct Result {
  std::string input;
  text::Edits edits;
  base::Diagnostics diagnostics;
};

/// The input as one block, without the line feed at its end.
Result result_of(Case const& one) {
  Result result;
  result.input = one.input();
  if (result.input.ends_with('\n')) result.input.pop_back();
  normalise::Context context;
  context.language = one.option("language", "und");
  context.language_is_sure = context.language != "und" && one.options("unsure").empty();
  context.is_code = !one.options("code").empty();
  context.keeps_spaces = !one.options("verse").empty();
  if (auto const value = one.option("direction"); !value.empty())
    context.direction = value == "rtl" ? text::Direction::rtl : text::Direction::ltr;
  context.habits = normalise::habits_of(result.input);
  normalise::Selection const selection{!one.options("raw").empty(), one.options("keep"), one.options("drop")};
  normalise::Stage const stage =
      one.options("source").empty() ? normalise::Stage::block : normalise::Stage::source;
  result.edits = normalise::normalise(result.input, context, selection, result.diagnostics, stage);
  return result;
}

std::string result_section(Case const& one) {
  Result const result = result_of(one);
  return escaped(text::edited(result.input, result.edits) + '\n');
}

std::string rules_section(Case const& one) {
  Result const result = result_of(one);
  std::string out;
  for (text::Edit const& edit : result.edits) {
    std::string rules;
    for (std::string_view const rule : edit.rules) rules.append(" ").append(rule);
    out += fmt::format("{} {} > {}{}\n", edit.range.start,
                       text::printable(base::slice(result.input, edit.range)),
                       text::printable(edit.replacement), rules);
  }
  return out;
}

std::string reports_section(Case const& one) {
  Result const result = result_of(one);
  std::string out;
  for (base::Diagnostic const& each : result.diagnostics.list())
    out +=
        fmt::format("{} {}\n", each.code,
                    each.source ? text::printable(base::slice(result.input, *each.source)) : std::string());
  return out;
}

}  // namespace

std::vector<Section> normalise_sections() {
  return {{"result", result_section}, {"rules", rules_section}, {"reports", reports_section}};
}

}  // namespace cases
