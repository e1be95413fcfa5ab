// What can be copied out of a PDF is what was put in. Compared with `--to text` word by word: what was
// hyphenated at the end of a line is one word again, and feet, kicker and colophon, which belong to the page,
// are left out as `--to lines` names them.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/json.hpp"
#include "whole/program.hpp"

namespace {

namespace fs = std::filesystem;
using ms::base::Json;
using whole::manyscript;
using whole::Scratch;

std::string without(std::string text, std::string_view part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at))
    text.erase(at, part.size());
  return text;
}

/// One space for every run of white space, none at the ends.
std::string spaced(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 0;
    for (std::string_view const space : {" ", "\n", "\f", "\r", "\t", "\u00A0", "\u202F", "\u3000"})
      if (text.substr(i).starts_with(space)) length = space.size();
    if (length == 0)
      out += text[i++];
    else {
      if (!out.empty() && out.back() != ' ') out += ' ';
      i += length;
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

/// Takes out the first line of each page that says nothing but `foot`.
std::string without_feet(std::string const& text, std::vector<std::string> const& feet) {
  std::string out;
  std::size_t page = 0, start = 0;
  while (start < text.size()) {
    std::size_t const end = std::min(text.find('\f', start), text.size());
    std::vector<std::string> lines = whole::lines_of(text.substr(start, end - start));
    REQUIRE(page < feet.size());
    auto const foot =
        std::ranges::find(lines, spaced(feet[page]), [](std::string const& line) { return spaced(line); });
    CHECK_MESSAGE(foot != lines.end(), "no foot on page ", page + 1, ": ", feet[page]);
    if (foot != lines.end()) lines.erase(foot);
    for (std::string const& line : lines) out += line + '\n';
    start = end + 1;
    ++page;
  }
  CHECK(page == feet.size());
  return out;
}

/// The foot of every page, as `--to lines` marks it.
std::vector<std::string> feet_of(fs::path const& article) {
  std::vector<std::string> feet;
  std::string const mark = "  (footer) ";
  for (std::string const& line :
       whole::lines_of(manyscript({"convert", article, "--to", "lines", "-o", "-"}).out)) {
    if (line.starts_with("page "))
      feet.emplace_back();
    else if (line.starts_with(mark)) {
      REQUIRE(!feet.empty());
      feet.back() += (feet.back().empty() ? "" : " ") + line.substr(mark.size());
    }
  }
  return feet;
}

}  // namespace

TEST_SUITE("text") {
  TEST_CASE("pdftotext gives the text back") {
    Scratch const out;
    for (std::string const language : {"en", "de", "fr", "ru", "es", "uk", "el"}) {
      INFO(language);
      auto const all = whole::articles();
      auto const article = std::ranges::find_if(
          all, [&](fs::path const& path) { return path.filename().string().starts_with(language + "-"); });
      REQUIRE(article != all.end());
      fs::path const pdf = out.path() / (language + ".pdf");
      REQUIRE(manyscript({"convert", *article, "-o", pdf}).status == 0);
      auto const taken = whole::run({"pdftotext", "-enc", "UTF-8", pdf, "-"});
      REQUIRE(taken.status == 0);

      std::string const text = manyscript({"convert", *article, "--to", "text", "-o", "-"}).out;
      CHECK(text.size() > 1500);
      std::string printed = without_feet(taken.out, feet_of(*article));
      printed = spaced(without(without(printed, "\u00AD\n"), "\u00AD"));
      CHECK(printed == spaced(without(text, "\u00AD")));
    }
  }
}
