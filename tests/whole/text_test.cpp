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

/// Without white space and what nobody sees: hyphenation, direction marks, places to break.
std::string tight(std::string_view text) {
  std::string out(text);
  for (std::string_view const unseen :
       {" ",      "\n",     "\f",     "\r",     "\t",     "\u00A0", "\u202F", "\u3000",
        "\u00AD", "\u200B", "\uFEFF", "\u061C", "\u200E", "\u200F", "\u202A", "\u202B",
        "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"})
    out = without(std::move(out), unseen);
  return out;
}

/// Takes the foot of every page out: its pieces have a line each, or share one, left to right or right to
/// left.
std::string without_feet_anywhere(std::string const& text,
                                  std::vector<std::vector<std::string>> const& feet) {
  std::string out;
  std::size_t start = 0;
  for (std::size_t page = 0; page < feet.size(); ++page) {
    std::size_t const end = std::min(text.find('\f', start), text.size());
    std::vector<std::string> lines = whole::lines_of(text.substr(start, end - start));
    start = end + 1;
    std::string forwards, backwards;
    for (std::string const& piece : feet[page]) {
      forwards += tight(piece);
      backwards = tight(piece) + backwards;
    }
    auto const drop = [&](auto const& is_it) {
      auto const found = std::find_if(lines.begin(), lines.end(), is_it);
      if (found == lines.end()) return false;
      lines.erase(found);
      return true;
    };
    if (!drop([&](std::string const& line) { return tight(line) == forwards || tight(line) == backwards; }))
      for (std::string const& piece : feet[page])
        CHECK_MESSAGE(drop([&](std::string const& line) { return tight(line) == tight(piece); }),
                      "not in the foot of page ", page + 1, ": ", piece);
    for (std::string const& line : lines) out += line + '\n';
  }
  return out;
}

/// The text of the tree with the number of each note before it, as pages have it.
std::string with_note_numbers(std::string text, Json const& document) {
  std::size_t at = 0, number = 0;
  for (Json const& note : document["notes"]) {
    std::string const first = tight(std::string(note["blocks"][0]["text"]));
    at = text.find(first, at == 0 ? text.size() - std::min(text.size(), std::size_t{600}) : at);
    REQUIRE(at != std::string::npos);
    std::string const label = "[" + std::to_string(++number) + "]";
    text.insert(at, label);
    at += label.size() + first.size();
  }
  return text;
}

}  // namespace

TEST_SUITE("text") {
  TEST_CASE("poppler and MuPDF give every article back, white space apart") {
    Scratch const out;
    for (fs::path const& article : whole::articles()) {
      INFO(article.filename().string());
      fs::path const pdf = out.path() / "a.pdf";
      REQUIRE(manyscript({"convert", article, "-o", pdf}).status == 0);
      // A page has the order of the tree and its bullets; the text of Markdown has those of its source.
      fs::path const tree = out.path() / "a.json";
      REQUIRE(manyscript({"convert", article, "-o", tree}).status == 0);
      fs::path const source = article.extension() == ".md" ? tree : article;
      // A separator is drawn, not written.
      Json const document = Json::parse(manyscript({"convert", article, "--to", "json", "-o", "-"}).out);
      std::string const text = with_note_numbers(
          without(tight(manyscript({"convert", source, "--to", "text", "-o", "-"}).out), "***"), document);
      Json const& facts = document["metadata"];
      std::string const url = facts["url"];
      auto const feet = feet_of(article);
      std::string const name = article.filename().string();
      bool const is_right_to_left =
          name.starts_with("ar-") || name.starts_with("fa-") || name.starts_with("he-");
      for (auto const& command : {std::vector<std::string>{"pdftotext", "-enc", "UTF-8", pdf, "-"},
                                  std::vector<std::string>{"mutool", "draw", "-q", "-F", "txt", pdf}}) {
        INFO(command[0]);
        // MuPDF before 1.22 gives the letters of right-to-left lines as they stand, from left to right.
        if (is_right_to_left && command[0] == "mutool") continue;
        auto const taken = whole::run(command);
        REQUIRE(taken.status == 0);
        std::string printed = tight(without_feet_anywhere(taken.out, feet));
        if (auto const colophon = url.empty() ? std::string::npos : printed.rfind(tight(url));
            colophon != std::string::npos)
          printed.erase(colophon, tight(url).size());
        // The kicker may be known from the metadata alone.
        for (char const* const fact : {"section", "publisher"}) {
          std::string const kicker = tight(std::string(facts[fact]));
          if (!kicker.empty() && printed.starts_with(kicker) && !text.starts_with(kicker))
            printed.erase(0, kicker.size());
        }
        CHECK(printed == text);
      }
    }
  }

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
