// Articles inside of made-up pages: menus above, buttons and boxes inside, lists and footers below, all in
// the words of the tables. And the other way round: texts with all these words that are no pages.
#include <doctest/doctest.h>

#include <algorithm>

#include "read/lines.hpp"
#include "read/read.hpp"
#include "read/words.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "unit/read/contract.hpp"
#include "unit/read/samples.hpp"

namespace {

using namespace ms;
using read::Word;

class PageMaker {
 public:
  PageMaker(std::string const& language, std::uint64_t seed) : random_(seed) {
    std::string const own = " " + language.substr(0, 2) + " ";
    for (read::Phrase const& phrase : read::all_phrases())
      if ((" " + phrase.language + " ").find(own) != std::string::npos &&
          phrase.text.find_first_of("*#") == std::string::npos)
        words_[static_cast<std::size_t>(phrase.kind)].push_back(phrase.text);
  }

  std::string page(samples::Article const& article, std::string const& separator) {
    page_.clear();
    separator_ = separator;
    add(Word::navigation, 6);
    add(Word::section, 6);
    line(article.title);
    line("Ana Lund");
    line("3.5.2024");
    add(Word::share, 4);
    for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
      line(article.paragraphs[i]);
      if (i + 1 == article.paragraphs.size()) break;
      std::size_t const what = random_.below(5);
      if (what == 0) add(Word::advert, 1);
      if (what == 1) add(Word::related, 1);
    }
    add(Word::tags, 1);
    add(Word::comments, 2);
    add(Word::most_read, 2);
    add(Word::newsletter, 2);
    add(Word::navigation, 6);
    add(Word::rights, 1);
    return page_;
  }

  /// A manual, broken at a width: words of menus are its headings, notices of rights its subject.
  std::string manual(samples::Article const& article, std::size_t width) {
    page_.clear();
    separator_ = "\n\n";
    line(article.title);
    constexpr Word headings[] = {Word::navigation, Word::section, Word::comments, Word::tags,
                                 Word::newsletter};
    for (Word const heading : headings)
      for (std::string const& paragraph : article.paragraphs) {
        separator_ = "\n";
        add(heading, 1);
        line(broken(paragraph, width));
        // What is short and stands in rows, as in menus: fields of a form, lines of a program, notices.
        add(Word::navigation, 4);
        for (int i = 0; i < 6; ++i) line("start(ferry, " + std::to_string(random_.below(9)) + ");");
        add(Word::rights, 2);
        separator_ = "\n\n";
        add(Word::rights, 1);
      }
    return page_;
  }

 private:
  static std::string broken(std::string const& text, std::size_t width) {
    std::string lines;
    std::size_t column = 0;
    for (std::size_t start = 0; start < text.size();) {
      std::size_t const end = std::min(text.find(' ', start), text.size());
      std::size_t const columns = read::columns_of(text.substr(start, end - start));
      bool const fits = column + columns + 1 <= width;
      lines += lines.empty() ? "" : fits ? " " : "\n";
      column = fits ? column + columns + 1 : columns;
      lines.append(text, start, end - start);
      start = end + 1;
    }
    return lines;
  }

  void line(std::string const& text) { page_ += text + separator_; }
  void add(Word kind, std::size_t count) {
    std::vector<std::string> const& words = words_[static_cast<std::size_t>(kind)];
    for (std::size_t i = 0; i < count && !words.empty(); ++i) line(words[random_.below(words.size())]);
  }

  samples::Random random_;
  std::vector<std::string> words_[static_cast<std::size_t>(Word::count_)];
  std::string page_, separator_;
};

}  // namespace

TEST_CASE("an article inside of a page keeps its title and every paragraph") {
  for (samples::Article const& article : samples::articles()) {
    if (article.language == "th") continue;  // no full stops: paragraphs as short as these look like links
    // What the rules make of the article alone.
    std::string const alone = contract::reading_of(samples::text_of(article)).text;
    for (std::uint64_t seed = 1; seed <= 12; ++seed)
      for (std::string const separator : {"\n", "\n\n"}) {
        PageMaker maker(article.language, seed);
        std::string const page = maker.page(article, separator);
        INFO(article.language, " ", seed, "\n", page);
        read::Reading const reading = contract::reading_of(page);
        contract::check_contract(reading);
        CHECK(reading.documents.front().metadata.title.text.utf8 == article.title);
        for (std::size_t start = 0; start < alone.size();) {
          std::size_t const end = std::min(alone.find("\n\n", start), alone.size());
          CHECK(reading.text.find(alone.substr(start, end - start)) != std::string::npos);
          start = end + 2;
        }
      }
  }
}

TEST_CASE("a text that is broken at a width keeps every letter, whatever its headings are called") {
  auto const letters = [](std::string_view utf8) {
    std::string only;
    for (text::CodePointAt const c : text::code_points(utf8))
      if (text::is_letter(c.value)) text::append(only, c.value);
    return only;
  };
  for (samples::Article const& article : samples::articles()) {
    bool const has_spaces = article.paragraphs.front().find(' ') != std::string::npos;
    if (!has_spaces || article.language == "th") continue;
    for (std::size_t const width : {58U, 66U, 78U}) {
      PageMaker maker(article.language, width);
      std::string const manual = maker.manual(article, width);
      INFO(article.language, " ", width, "\n", manual);
      CHECK(letters(contract::reading_of(manual).text) == letters(manual));
    }
  }
}
