#include <fmt/format.h>

#include "cases/sections.hpp"
#include "doc/dump.hpp"
#include "read/read.hpp"
#include "text/printable.hpp"

namespace cases {
namespace {

using namespace ms;

struct Result {
  read::Reading reading;
  base::Diagnostics diagnostics;
};

Result result_of(Case const& one) {
  Result result;
  read::Options options;
  options.raw = !one.options("raw").empty();
  options.keep = one.options("keep");
  options.drop = one.options("drop");
  if (auto const value = one.option("language"); !value.empty()) options.language = value;
  if (auto const value = one.option("title"); !value.empty()) options.title = value;
  if (auto const value = one.option("author"); !value.empty()) options.author = value;
  if (auto const value = one.option("date"); !value.empty()) options.date = value;
  if (auto const value = one.option("source"); !value.empty()) options.source = value;
  if (auto const value = one.option("direction"); !value.empty())
    options.direction = value == "rtl" ? text::Direction::rtl : text::Direction::ltr;
  std::string const path = one.option("path", "case.txt");
  result.reading = read::read({path, one.input()}, options, result.diagnostics);
  return result;
}

std::string text_section(Case const& one) {
  return escaped(result_of(one).reading.text);
}

std::string tree_section(Case const& one) {
  std::string out;
  for (doc::Document const& document : result_of(one).reading.documents) out += doc::tree_dump(document);
  return out;
}

/// One line an article: what tells whether it is whole.
std::string articles_section(Case const& one) {
  std::string out;
  for (doc::Document const& document : result_of(one).reading.documents) {
    doc::Metadata const& metadata = document.metadata;
    out += fmt::format("{} {} {}", metadata.language, text::name_of(metadata.direction),
                       text::printable(metadata.title.text.utf8));
    for (doc::Person const& person : metadata.people) out += ", " + person.name;
    if (!metadata.date.empty()) out += ", " + metadata.date;
    if (!metadata.url.empty()) out += ", " + metadata.url;
    out += fmt::format(", {} blocks\n", document.blocks.size());
  }
  return out;
}

std::string edits_section(Case const& one) {
  read::Reading const reading = result_of(one).reading;
  std::string out;
  for (text::Edit const& edit : reading.edits) {
    std::string rules;
    for (std::string_view const rule : edit.rules) rules.append(" ").append(rule);
    out += fmt::format("{} {} > {}{} ({})\n", edit.range.start,
                       text::printable(base::slice(reading.source.text, edit.range)),
                       text::printable(edit.replacement), rules, name_of(edit.kind));
  }
  return out;
}

std::string diagnostics_section(Case const& one) {
  Result const result = result_of(one);
  read::Places const places(result.reading.source);
  std::string out;
  for (base::Diagnostic const& each : result.diagnostics.list()) {
    out += each.code;
    if (each.source) {
      read::Place const place = places.of(each.source->start);
      out += fmt::format(" {}:{} {}", place.line, place.column,
                         text::printable(base::slice(result.reading.source.text, *each.source)));
    }
    out += fmt::format(" {}\n", each.message);
  }
  return out;
}

std::string source_section(Case const& one) {
  read::Source const source = result_of(one).reading.source;
  return fmt::format("{} {} {} bytes\n{}", name_of(source.format), source.encoding, source.bytes,
                     escaped(source.text));
}

}  // namespace

std::vector<Section> read_sections() {
  return {{"text", text_section},
          {"edits", edits_section},
          {"tree", tree_section},
          {"articles", articles_section},
          {"diagnostics", diagnostics_section},
          {"source", source_section}};
}

}  // namespace cases
