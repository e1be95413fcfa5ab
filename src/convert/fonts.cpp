#include <fmt/format.h>

#include <map>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "convert/convert.hpp"
#include "convert/plan.hpp"
#include "doc/resolve.hpp"
#include "doc/walk.hpp"
#include "font/library.hpp"
#include "text/breaks.hpp"
#include "text/utf8.hpp"

namespace ms::convert {
namespace {

/// Characters of one document that no installed font covers, with how often they occur.
std::map<char32_t, std::size_t> uncovered(doc::Document const& document, font::Library const& library) {
  std::map<char32_t, std::size_t> out;
  doc::ResolvedTable const resolved = doc::resolve(document);
  auto const look = [&](std::string_view utf8, std::string_view language) {
    for (text::CodePointAt const c : text::code_points(utf8)) {
      if (text::is_default_ignorable(c.value) || text::is_white_space(c.value)) continue;
      font::Request const request{font::Family::serif, text::script_of(c.value), language};
      if (library.face_for(utf8.substr(c.offset, c.length), request) == nullptr) ++out[c.value];
    }
  };
  look(document.metadata.title.text.utf8, resolved.of(document.metadata.title).language);
  doc::walk(document, [&](doc::Block const& block, int) {
    if (text::Text const* text = doc::text_of(block)) look(text->utf8, resolved.of(block).language);
  });
  return out;
}

}  // namespace

Exit list_fonts(Request const& request, Console const& console) {
  Exit exit = Exit::good;
  try {
    font::Library const library;
    if (request.inputs.empty()) {
      for (font::Library::Choice const& choice : library.table())
        console.out(fmt::format("{}\t{}\t{}\t{}\n", text::name_of(choice.script), choice.language,
                                choice.family, choice.path.empty() ? "not installed" : choice.path));
      return exit;
    }
    for (std::string const& path : inputs_of(request)) {
      base::Diagnostics diagnostics;
      read::Reading const reading = read::read({path, base::read_file(path)}, {}, diagnostics);
      std::map<char32_t, std::size_t> missing;
      for (doc::Document const& document : reading.documents)
        for (auto const& [c, count] : uncovered(document, library)) missing[c] += count;
      for (auto const& [c, count] : missing)
        console.out(fmt::format("{}: {} {} ×{}: no installed font has it\n", path, text::to_utf8({&c, 1}),
                                text::name_of(c), count));
      if (missing.empty()) console.out(fmt::format("{}: every character is covered\n", path));
      if (!missing.empty()) exit = Exit::some_failed;
    }
  } catch (base::Failure const& failure) {
    console.err(fmt::format("{}: error: {} [{}]", failure.path().empty() ? "manyscript" : failure.path(),
                            failure.message(), failure.code()));
    return Exit::some_failed;
  }
  return exit;
}

std::string version() {
  return MANYSCRIPT_VERSION;
}

}  // namespace ms::convert
