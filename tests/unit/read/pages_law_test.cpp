// Articles inside of made-up pages: menus above, buttons and boxes inside, lists and footers below, all in
// the words of the tables.
#include <doctest/doctest.h>

#include <algorithm>

#include "read/read.hpp"
#include "read/words.hpp"
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

 private:
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
