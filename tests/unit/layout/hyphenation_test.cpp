#include "layout/hyphenation.hpp"

#include <doctest/doctest.h>
#include <hyphen.h>

#include <cstdlib>
#include <cstring>
#include <string>

#include "layout/hyphenators.hpp"

#if defined(__SANITIZE_ADDRESS__)
// Of the files with a second level libhyphen loses some bytes when it frees them.
extern "C" char const* __lsan_default_suppressions() {
  return "leak:libhyphen";
}
#endif

namespace ms::layout {
namespace {

// The word with its points: "hy-phen-ation", changes in braces: "as{sz-}szony".
std::string shown(std::string_view word, std::vector<HyphenPoint> const& points) {
  std::string out;
  std::size_t at = 0;
  for (HyphenPoint const& point : points) {
    if (point.replaced.is_empty()) {
      out += word.substr(at, point.offset - at);
      out += point.compound ? '=' : '-';
      at = point.offset;
    } else {
      out += word.substr(at, point.replaced.start - at);
      out += "{" + point.before + "-" + point.after + "}";
      at = point.replaced.end;
    }
  }
  return out.append(word.substr(at));
}

std::string hyphenated(Hyphenators& hyphenators, std::string_view language, std::string_view word) {
  Hyphenator const* hyphenator = hyphenators.of(language);
  REQUIRE(hyphenator != nullptr);
  return shown(word, hyphenators.points(*hyphenator, word));
}

TEST_CASE("patterns: the highest number counts, odd ones are points, ends are full stops") {
  Hyphenator const hyphenator("UTF-8\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\na1b\n% c1d\n2bc\nb3c\n.a2b\nc1d.\n");
  CHECK(shown("ab", hyphenator.points("ab")) == "ab");
  CHECK(shown("cab", hyphenator.points("cab")) == "ca-b");
  CHECK(shown("xabcd", hyphenator.points("xabcd")) == "xa-b-c-d");
  CHECK(shown("cdx", hyphenator.points("cdx")) == "cdx");
}

TEST_CASE("patterns: an even number forbids, whatever the order of the lines") {
  Hyphenator const hyphenator("UTF-8\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\nxa2b\na1b\n");
  CHECK(shown("xab", hyphenator.points("xab")) == "xab");
  CHECK(shown("yab", hyphenator.points("yab")) == "ya-b");
}

TEST_CASE("patterns: in a file of levels a longer beginning hides the shorter patterns that end with it") {
  std::string const options = "UTF-8\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\n", patterns = "1н\nдна4\n";
  CHECK(shown("адна", Hyphenator(options + patterns).points("адна")) == "ад-на");
  Hyphenator const levels(options + "NEXTLEVEL\n" + patterns);
  CHECK(shown("ана", levels.points("ана")) == "а-на");
  CHECK(shown("адна", levels.points("адна")) == "адна");
}

TEST_CASE("distances from the ends are counted in letters, 2 where the file says nothing") {
  Hyphenator const silent("UTF-8\nä1\n");
  CHECK(shown("ääääää", silent.points("ääääää")) == "ää-ä-ä-ää");
  Hyphenator const strict("UTF-8\nLEFTHYPHENMIN 3\nRIGHTHYPHENMIN 4\nä1\n");
  CHECK(shown("ääääääää", strict.points("ääääääää")) == "äää-ä-ääää");
}

TEST_CASE("capital letters match small ones in any alphabet") {
  Hyphenator const hyphenator("UTF-8\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\nä1б\na1b\n");
  CHECK(shown("ÄБ", hyphenator.points("ÄБ")) == "Ä-Б");
  CHECK(shown("AB", hyphenator.points("AB")) == "A-B");
}

TEST_CASE("a single-byte character set is read through its table") {
  Hyphenator const hyphenator(
      "ISO8859-2\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\n\xb1"
      "1c\n");  // ą1c
  CHECK(shown("ąc", hyphenator.points("ąc")) == "ą-c");
  CHECK(shown("日c", hyphenator.points("日c")) == "日c");
}

TEST_CASE("changes of spelling say what is replaced and by what") {
  Hyphenator const hyphenator(
      "UTF-8\nLEFTHYPHENMIN 1\nRIGHTHYPHENMIN 1\n.schif3fahrt/ff=f,5,2\n.as3szon/sz=,2,1\nn1nyal./ny=ny,1,3\n"
      "ö1ssze/sz=sz,2,3\nl·1l/l=l\na1atje./a=t,1,3\n");
  auto const points = hyphenator.points("schiffahrt");
  REQUIRE(points.size() == 1);
  CHECK(points[0].offset == 5);
  CHECK(points[0].replaced == Range{4, 6});
  CHECK(shown("schiffahrt", points) == "schi{ff-f}ahrt");
  CHECK(shown("asszonnyal", hyphenator.points("asszonnyal")) == "a{sz-}szo{ny-ny}al");
  CHECK(shown("paral·lel", hyphenator.points("paral·lel")) == "para{l-l}el");
  CHECK(shown("omaatje", hyphenator.points("omaatje")) == "om{a-t}je");
}

TEST_CASE("compounds are cut first, then their parts as words of their own") {
  Hyphenator const hyphenator(
      "UTF-8\nCOMPOUNDLEFTHYPHENMIN 2\nCOMPOUNDRIGHTHYPHENMIN "
      "2\nhaus1tür\nNEXTLEVEL\n.tü1r\nhau1s\na1u\n.ha1\n");
  CHECK(shown("haustür", hyphenator.points("haustür")) == "ha-us=tür");
}

TEST_CASE("dictionary names: region, then the language's usual file, never another script") {
  using Names = std::vector<std::string>;
  CHECK(dictionary_names("de-CH") == Names{"de_CH", "de_DE"});
  CHECK(dictionary_names("de-1996") == Names{"de_DE"});
  CHECK(dictionary_names("en") == Names{"en_US"});
  CHECK(dictionary_names("en-IE") == Names{"en_IE", "en_GB", "en_US"});
  CHECK(dictionary_names("en-US") == Names{"en_US", "en_US"});
  CHECK(dictionary_names("pt-BR") == Names{"pt_BR", "pt_PT"});
  CHECK(dictionary_names("sr") == Names{"sr_RS"});
  CHECK(dictionary_names("sr-Latn") == Names{"sr-Latn_RS"});
  CHECK(dictionary_names("mn-Mong").empty());
  CHECK(dictionary_names("ar").empty());
  CHECK(dictionary_names("th").empty());
  CHECK(dictionary_names("und").empty());
  CHECK(dictionary_names("").empty());
}

TEST_CASE("no dictionary, no hyphenator") {
  Hyphenators hyphenators("/nonexistent");
  CHECK(hyphenators.of("de") == nullptr);
  CHECK(hyphenators.of("fa") == nullptr);
}

TEST_CASE("the installed dictionaries divide as their languages do") {
  Hyphenators hyphenators;
  CHECK(hyphenated(hyphenators, "en", "hyphenation") == "hy-phen-ation");
  CHECK(hyphenated(hyphenators, "en-GB", "democratic") == "demo-cratic");
  CHECK(hyphenated(hyphenators, "de", "Schifffahrt") == "Schiff=fahrt");
  CHECK(hyphenated(hyphenators, "hu", "asszonnyal") == "a{sz-}szo{ny-ny}al");
  CHECK(hyphenated(hyphenators, "ru", "правительство") == "пра-ви-тель-ство");
  CHECK(hyphenated(hyphenators, "cs", "rozhodnutí") == "roz-hod-nu-tí");
  CHECK(hyphenated(hyphenators, "nb", "regjeringen") == "re-gje-rin-gen");
  CHECK(hyphenated(hyphenators, "de", "Zusammenarbeit") == "Zu=sam-men-ar-beit");
  CHECK(hyphenated(hyphenators, "fr", "gouvernement") == "gou-ver-ne-ment");
}

// libhyphen's own answer: the word with "=" at its points.
class Oracle {
 public:
  explicit Oracle(std::string const& name)
      : dictionary_(hnj_hyphen_load(("/usr/share/hyphen/hyph_" + name + ".dic").c_str())) {
    REQUIRE(dictionary_ != nullptr);
  }
  ~Oracle() { hnj_hyphen_free(dictionary_); }
  std::string answer(std::string const& word) {
    std::string hyphens(word.size() + 5, '\0'), out(2 * word.size() + 10, '\0');
    char** rep = nullptr;
    int *pos = nullptr, *cut = nullptr;
    hnj_hyphen_hyphenate2(dictionary_, word.c_str(), static_cast<int>(word.size()), hyphens.data(),
                          out.data(), &rep, &pos, &cut);
    if (rep != nullptr)
      for (std::size_t i = 0; i < word.size(); ++i) std::free(rep[i]);
    std::free(rep);
    std::free(pos);
    std::free(cut);
    return out.substr(0, std::strlen(out.c_str()));
  }

 private:
  HyphenDict* dictionary_;
};

TEST_CASE("the same points as libhyphen, from the files that were prepared for it") {
  struct Sample {
    char const* language;
    char const* file;
    std::vector<std::string> words;
  };
  std::vector<Sample> const samples = {
      {"en",
       "en_US",
       {"international", "agreement", "government", "neighboring", "developments", "university"}},
      {"fr", "fr", {"développement", "gouvernement", "international", "ministre", "communauté"}},
      {"it", "it_IT", {"internazionale", "governo", "dell", "ministero", "sviluppo"}},
      {"es", "es_ES", {"internacional", "desarrollo", "gobierno", "constitución"}},
      {"ro", "ro_RO", {"guvernul", "dezvoltare", "internațional", "președinte"}},
      {"hi", "hi_IN", {"अंतरराष्ट्रीय", "विश्वविद्यालय"}},
      {"hu", "hu_HU", {"asszonnyal", "összeg", "könnyű", "magyarország", "nemzetközi", "hosszú"}}};
  Hyphenators hyphenators;
  for (Sample const& sample : samples) {
    Oracle oracle(sample.file);
    Hyphenator const* hyphenator = hyphenators.of(sample.language);
    REQUIRE(hyphenator != nullptr);
    for (std::string const& word : sample.words) {
      std::string ours;
      std::size_t at = 0;
      for (HyphenPoint const& point : hyphenator->points(word)) {
        bool const plain = point.replaced.is_empty();
        std::size_t const start = plain ? point.offset : point.replaced.start;
        ours += word.substr(at, start - at) + point.before + "=" + point.after;
        at = plain ? point.offset : point.replaced.end;
      }
      ours += word.substr(at);
      CAPTURE(std::string(sample.language));
      CHECK(ours == oracle.answer(word));
    }
  }
}

}  // namespace
}  // namespace ms::layout
