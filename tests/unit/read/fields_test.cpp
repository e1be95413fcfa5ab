// Headline, byline and date of articles in many languages, calendars and digits: fields.txt, whose first
// lines tell how it is read. What was found stays where it stood, as it was written.
#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "read/read.hpp"

namespace {

using namespace ms;

struct Article {
  std::string language, headline, paragraph;
};

std::vector<std::string> cut(std::string_view text, std::string_view mark) {
  std::vector<std::string> pieces;
  for (std::size_t start = 0;;) {
    std::size_t const at = text.find(mark, start);
    pieces.emplace_back(text.substr(start, at - start));
    if (at == std::string_view::npos) return pieces;
    start = at + mark.size();
  }
}

doc::Document article_with(Article const& article, std::string const& lines, std::string& text) {
  std::string source = article.headline + "\n\n";
  for (std::string const& line : cut(lines, " // ")) source += line + "\n";
  source += "\n" + article.paragraph + "\n";
  read::Options options;
  options.language = article.language;
  base::Diagnostics diagnostics;
  read::Reading reading = read::read({"-", source, read::Format::text}, options, diagnostics);
  text = reading.text;
  return std::move(reading.documents.front());
}

std::string names_in(doc::Metadata const& metadata) {
  std::string names;
  for (doc::Person const& person : metadata.people) {
    if (person.role != doc::Role::author) continue;
    if (!names.empty()) names += "; ";
    names += person.name;
  }
  return names;
}

}  // namespace

TEST_CASE("who wrote it and when, in every language there are words for") {
  std::istringstream file(base::read_file(std::string(TEST_DIR) + "/unit/read/fields.txt"));
  Article article;
  std::size_t languages = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      std::size_t const end = line.find("] "), bar = line.find(" | ");
      article = {line.substr(1, end - 1), line.substr(end + 2, bar - end - 2), line.substr(bar + 3)};
      ++languages;
      continue;
    }
    std::size_t const blank = line.find(' ');
    std::string const kind = line.substr(0, blank);
    std::vector<std::string> const parts = cut(std::string_view(line).substr(blank + 1), " => ");
    std::string text;
    doc::Document const document = article_with(article, parts.front(), text);
    INFO(article.language, ": ", line);
    CHECK(document.metadata.title.text.utf8.substr(0, 12) == article.headline.substr(0, 12));
    if (kind == "by" || kind == "both") {
      CHECK(names_in(document.metadata) == parts.at(1));
      for (std::string const& name : cut(parts.at(1), "; ")) CHECK(text.find(name) != std::string::npos);
    }
    if (kind == "no") CHECK(names_in(document.metadata).empty());
    if (kind == "date" || kind == "both") CHECK(document.metadata.date == parts.back());
    if (kind == "none") CHECK(document.metadata.date.empty());
  }
  CHECK(languages >= 60);
}
