#include <doctest/doctest.h>

#include "read/read.hpp"
#include "read/writing.hpp"

namespace {

using namespace ms;

using Tags = std::vector<std::string>;

Tags languages_of(std::string bytes, read::Format format) {
  base::Diagnostics diagnostics;
  return read::read({"-", std::move(bytes), format}, {}, diagnostics).documents.front().metadata.languages;
}

}  // namespace

TEST_CASE("the article's own language is first, a tenth of the text is enough for another") {
  read::LanguageShares shares;
  shares.add("de", 50);
  shares.add("ar", 10);
  shares.add("en", 900);
  shares.add("de", 60);
  CHECK(shares.main_languages("en") == Tags{"en", "de"});
  CHECK(shares.main_languages("und") == Tags{"de", "en"});
}

TEST_CASE("a language that is not known is none, whatever its script and whoever reads it") {
  std::string const known =
                        "The council said on Tuesday that it would wait until the spring before it decides "
                        "about the bridge.",
                    unknown = "Ъгж щцъ ыфв ѣѳ зхц ъгж щцъ ыфв ѣѳ зхц.";
  CHECK(languages_of(known + "\n\n" + unknown + "\n", read::Format::text) == Tags{"en"});
  CHECK(languages_of("<p>" + known + "</p><p>" + unknown + "</p>", read::Format::html) == Tags{"en"});
  auto const para = [](std::string const& text) {
    return R"({"t": "Para", "c": [{"t": "Str", "c": ")" + text + R"("}]})";
  };
  CHECK(languages_of(R"({"pandoc-api-version": [1, 22], "meta": {}, "blocks": [)" + para(known) + ", " +
                         para(unknown) + "]}",
                     read::Format::pandoc) == Tags{"en"});
}
