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

/// Takes out of each page, from its end, the line that says nothing but a piece of its foot; pdftotext gives
/// the pieces, which stand far apart, a line each.
std::string without_feet(std::string const& text, std::vector<std::vector<std::string>> const& feet) {
  std::string out;
  std::size_t page = 0, start = 0;
  while (start < text.size()) {
    std::size_t const end = std::min(text.find('\f', start), text.size());
    std::vector<std::string> lines = whole::lines_of(text.substr(start, end - start));
    REQUIRE(page < feet.size());
    for (std::string const& piece : feet[page]) {
      auto const last = std::find_if(lines.rbegin(), lines.rend(),
                                     [&](std::string const& line) { return spaced(line) == spaced(piece); });
      CHECK_MESSAGE(last != lines.rend(), "not in the foot of page ", page + 1, ": ", piece);
      if (last != lines.rend()) lines.erase(std::next(last).base());
    }
    for (std::string const& line : lines) out += line + '\n';
    start = end + 1;
    ++page;
  }
  CHECK(page == feet.size());
  return out;
}

/// The pieces of the foot of every page, as `--to lines` marks them.
std::vector<std::vector<std::string>> feet_of(fs::path const& article) {
  std::vector<std::vector<std::string>> feet;
  std::string const mark = "  (footer) ";
  for (std::string const& line :
       whole::lines_of(manyscript({"convert", article, "--to", "lines", "-o", "-"}).out)) {
    if (line.starts_with("page ")) feet.emplace_back();
    if (!line.starts_with(mark)) continue;
    REQUIRE(!feet.empty());
    feet.back().push_back(line.substr(mark.size()));
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
      // The address of the article was moved to the metadata; the page ends with it.
      std::string const url =
          Json::parse(manyscript({"convert", *article, "--to", "json", "-o", "-"}).out)["metadata"]["url"];
      if (!url.empty()) {
        auto const colophon = printed.rfind(url);
        REQUIRE(colophon != std::string::npos);
        printed.erase(colophon, url.size());
      }
      printed = spaced(without(without(printed, "\u00AD\n"), "\u00AD"));
      CHECK(printed == spaced(without(text, "\u00AD")));
    }
  }
}
