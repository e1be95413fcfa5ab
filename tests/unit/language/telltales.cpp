// Telltale words are data that people correct by hand, so their form is held here.
#include "language/telltales.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "language/clusters.hpp"
#include "language/language.hpp"
#include "text/tag.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

using namespace ms::language;

namespace {

std::vector<std::string> items(std::string_view list) {
  REQUIRE(list.size() > 2);
  REQUIRE(list.starts_with(' '));
  REQUIRE(list.ends_with(' '));
  std::vector<std::string> found;
  for (std::size_t end; (end = list.find(' ', 1)) != list.npos; list.remove_prefix(end))
    found.emplace_back(list.substr(1, end - 1));
  return found;
}

}  // namespace

TEST_CASE("groups and tags are canonical, and every list belongs to one group") {
  for (Telltale const& telltale : telltales()) {
    std::vector<std::string> const tags = items(telltale.tags);
    int groups = 0;
    for (std::string_view const group : groups_of_look_alikes()) {
      std::size_t inside = 0;
      for (std::string const& tag : tags) inside += group.find(' ' + tag + ' ') != group.npos;
      groups += inside == tags.size();
      CHECK((inside == 0 || inside == tags.size()));
    }
    CAPTURE(std::string(telltale.tags));
    CHECK(groups == 1);
    for (std::string const& tag : tags) CHECK(ms::text::canonical_tag(tag) == tag);
  }
}

TEST_CASE("words are lower case letters, and none is in two lists of a group") {
  std::map<std::string, std::string> lists;  // by group and word
  for (Telltale const& telltale : telltales()) {
    for (std::string const& word : items(telltale.words)) {
      CAPTURE(word);
      REQUIRE_FALSE(word.empty());
      for (ms::text::CodePointAt const c : ms::text::code_points(word)) {
        CHECK((ms::text::is_letter(c.value) || ms::text::is_mark(c.value)));
        CHECK(ms::text::lower(c.value) == c.value);
      }
      for (std::string_view const group : groups_of_look_alikes()) {
        if (group.find(' ' + items(telltale.tags)[0] + ' ') == group.npos) continue;
        auto const entry = lists.try_emplace(std::string(group) + word, telltale.tags);
        CAPTURE(entry.first->second);
        CAPTURE(std::string(telltale.tags));
        CHECK(entry.second);
      }
    }
  }
  CHECK(lists.size() > 1'000);
}

TEST_CASE("Danish and the two Norwegians") {
  CHECK(told_by_words("hun blev efter mødet spurgt af en mand", "nb") == "da");
  CHECK(told_by_words("hun ble etter møtet spurt av en mann", "da") == "nb");
  CHECK(told_by_words("ho vart etter møtet spurd av ein mann og kom ikkje", "nb") == "nn");
}

TEST_CASE("the Nguni languages") {
  CHECK(told_by_words("begodu abantu namkha iinkhathi kodwana", "zu") == "nr");
  CHECK(told_by_words("okanye abantu kwaye kwakhona", "zu") == "xh");
  CHECK(told_by_words("futsi bantfu kutsi emanti", "zu") == "ss");
  CHECK(told_by_words("futhi abantu abaningi kaningi", "xh") == "zu");
  // Demonstratives in la-, le-, lo- are Zulu as well.
  CHECK(told_by_words("futhi lesosikhathi lomsebenzi kaningi lokhukhanya lelizwe nabantu", "zu") == "zu");
}

TEST_CASE("Croatian and Bosnian have ije in words where Serbian has e, and klijent says nothing") {
  CHECK(told_by_words("snijeg se bijelio nad rijekom", "sr-Latn") != "sr-Latn");
  CHECK(told_by_words("klijent i pacijent na prijem", "sr-Latn") == "sr-Latn");
}

TEST_CASE("Tahitian has no k, no g and no w") {
  std::string const tahitian =
      "ua haere mai te mau taata i te fare no te faaroo i te parau a te metua vahine o te tamarii i teie "
      "mahana";
  CHECK(told_by_words(tahitian, "mi") == "ty");
  CHECK(told_by_words(
            "kua haere mai nga tangata ki te whare ki te whakarongo ki te korero a te kuia i tenei ra",
            "mi") == "mi");
  CHECK(told_by_words("mai te fare", "mi") == "mi");
}

TEST_CASE("a fragment is not English because of its names") {
  CHECK(identify("Stellarium, Ferdinand Okoro").tag != "en");
  CHECK(identify("The council will not decide").tag == "en");
}

TEST_CASE("a block that is not in the article's script is not in its language") {
  Identification const english{"en", 1, true, "given"};
  CHECK(identify_block("Ъгж щцъ ыфв ѣѳ зхц.", english).tag == "und-Cyrl");
  CHECK(identify_block("xq zrt plk", english).tag == "en");
  CHECK(identify_block("12 %", english).tag == "en");
  CHECK(identify_block("xq zrt", Identification{}).tag == "und");
}

TEST_CASE("text that was read right is more fluent than text that was not") {
  double const right =
      fluency("Der Rat erklärte, er wolle bis zum Frühjahr warten, bevor er über die Brücke entscheidet");
  double const wrong =
      fluency("Der Rat erklŠrte, er wolle bis zum FrŸhjahr warten, bevor er Ÿber die BrŸcke entscheidet");
  CHECK(right < 0);
  CHECK(wrong < right);
  CHECK(fluency("") == 0);
  CHECK(fluency("12 % …") == 0);
}
