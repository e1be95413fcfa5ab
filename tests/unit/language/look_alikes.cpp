// Languages that CLD2 does not know, or takes for their neighbours. All sentences were written for this test.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include "language/chinese.hpp"
#include "language/cld2.hpp"
#include "language/clusters.hpp"
#include "language/language.hpp"
#include "language/profiles.hpp"

using namespace ms::language;

TEST_CASE("languages CLD2 has no name for") {
  std::map<std::string, std::string> const samples{
      {"yo",
       "Ìgbìmọ̀ náà sọ ní ọjọ́ Ìṣẹ́gun pé àwọn yóò dúró títí di ìgbà òjò kí wọ́n tó pinnu nípa afárá àtijọ́ náà, "
       "nítorí pé ẹnikẹ́ni kò tíì mọ iye owó tí àtúnṣe náà yóò ná wọn."},
      {"nds",
       "De Raat hett an’n Dingsdag seggt, he wull bet to’t Fröhjohr töven, ehrdat he över de ole Brüch "
       "besluten deit, wieldat noch keeneen weet, wat de Arbeiden kosten doot."},
      {"pcm",
       "Di council tok say dem go wait till rainy season finish before dem decide wetin dem go do wit di old "
       "bridge because nobody sabi how much money e go cost to repair am."},
      {"ku",
       "Meclîsê roja sêşemê got ku ew ê heta biharê bisekine berî ku li ser pira kevn biryarê bide, ji ber "
       "ku "
       "hîn kes nizane ka çend pere dê bên xerckirin."},
      {"ast",
       "El conceyu dixo'l martes qu'esperará hasta la primavera enantes de decidir sobre la ponte vieya, "
       "porque naide sabe entá cuánto van costar les obres. La xente del barriu nun ta contento."},
  };
  for (auto const& [tag, text] : samples) {
    Identification const found = identify(text);
    std::string const& expected = tag;
    CAPTURE(found.evidence);
    CHECK(found.tag == expected);
  }
}

TEST_CASE("Sorani is not Kurmanji, and not Arabic") {
  CHECK(
      identify(
          "ئەنجومەن ڕۆژی سێشەممە ڕایگەیاند کە تا بەهار چاوەڕێ دەکات پێش ئەوەی بڕیار لەسەر پردە کۆنەکە بدات، "
          "چونکە هێشتا کەس نازانێت چاککردنەوەکەی چەندی تێدەچێت.")
          .tag == "ckb");
}

TEST_CASE("Croatian, Serbian and Bosnian by their everyday words") {
  CHECK(identify("Vijeće je u utorak priopćilo da će čekati do proljeća prije nego što odluči o starom "
                 "mostu, jer još "
                 "nitko ne zna koliko će popravak stajati općinu, a tvrtka šuti.")
            .tag == "hr");
  CHECK(identify("Veće je u utorak saopštilo da će čekati do proleća pre nego što odluči o starom mostu, jer "
                 "još niko "
                 "ne zna koliko će popravka koštati, rekao je predsednik.")
            .tag == "sr-Latn");
  CHECK(identify("Vijeće je u utorak saopćilo da će čekati do proljeća prije nego što odluči o starom mostu, "
                 "jer još "
                 "niko ne zna koliko će popravka koštati univerzitet i kompaniju, kaže direktor.")
            .tag == "bs");
  CHECK(identify("Веће је у уторак саопштило да ће чекати до пролећа пре него што одлучи о старом мосту, јер "
                 "још нико "
                 "не зна колико ће поправка коштати.")
            .tag == "sr-Cyrl");
}

TEST_CASE("Indonesian and Malay") {
  CHECK(identify("Dewan mengatakan pada hari Selasa bahwa mereka akan menunggu sampai musim semi, karena "
                 "belum ada yang "
                 "tahu berapa biaya perbaikan jembatan tua itu.")
            .tag == "id");
  CHECK(identify("Majlis berkata pada hari Selasa bahawa mereka akan menunggu sehingga musim bunga, kerana "
                 "belum ada "
                 "sesiapa yang tahu berapa kos membaiki jambatan lama itu.")
            .tag == "ms");
}

TEST_CASE("the Sotho languages") {
  CHECK(identify("Lekgotla le boletše gore le tla leta go fihla selemo pele le tšea sepheto ka ga leporogo "
                 "la kgale, ka "
                 "gobane ga go motho yo a tsebago gore mošomo o tla bitša bokae.")
            .tag == "nso");
  CHECK(identify("Lekgotla le boletse hore le tla ema ho fihlela selemo pele le etsa qeto ka borokgo ba "
                 "kgale, hobane "
                 "ha ho motho ya tsebang hore mosebetsi o tla ja bokae.")
            .tag == "st");
  CHECK(identify(
            "Lekgotla le buile gore le tla ema go fitlha dikgakologo pele le tsaya tshwetso ka ga borogo jwa "
            "bogologolo, gonne ga go ope yo o itseng gore tiro e tla ja bokae.")
            .tag == "tn");
}

TEST_CASE("telltale words change only what is in their cluster, and only when they are clear") {
  CHECK(told_by_words("vreme gde mesto", "de") == "de");
  CHECK(told_by_words("", "bs") == "bs");
  CHECK(told_by_words("vreme", "bs") == "bs");
  CHECK(told_by_words("vreme, gde mesto", "bs") == "sr-Latn");
  CHECK(told_by_words("vreme vrijeme gde gdje", "bs") == "bs");
  CHECK(told_by_words("در ماه اپریل پولیس گفت", "fa") == "fa-AF");
  CHECK(told_by_words("در ماه آوریل پلیس گفت", "fa") == "fa");
  CHECK(told_by_words("labantu lezinye lokuthi lomphakathi lamanye", "zu") == "nd");
  CHECK(told_by_words("nabantu nezinye nokuthi lomphakathi namanye", "zu") == "zu");
  CHECK(told_by_words("تمازيرت ن سوس د وكال ن درا غ تگمي د ن", "ar") == "shi-Arab");
  CHECK(told_by_words("قال المجلس إنه سينتظر", "ar") == "ar");
}

TEST_CASE("clusters") {
  CHECK(are_confused("hr", "sr-Latn"));
  CHECK(are_confused("nb", "da"));
  CHECK(are_confused("yue", "zh-Hant"));
  CHECK_FALSE(are_confused("hr", "hr"));
  CHECK_FALSE(are_confused("zh-Hans", "zh-Hant"));
  CHECK_FALSE(are_confused("de", "nl"));
  CHECK_FALSE(are_confused("und", "und"));
}

TEST_CASE("Chinese orthographies") {
  CHECK(chinese("").tag == "zh");
  CHECK(chinese("人口").tag == "zh");
  CHECK(chinese("这个国家").tag == "zh-Hans");
  CHECK(chinese("這個國家").tag == "zh-Hant");
  CHECK(chinese("佢哋唔知係唔係，冇人話嘅").tag == "yue");
  CHECK(std::is_sorted(simplified_characters.begin(), simplified_characters.end()));
  CHECK(std::is_sorted(traditional_characters.begin(), traditional_characters.end()));
  for (char32_t const c : simplified_characters)
    REQUIRE(traditional_characters.find(c) == std::u32string_view::npos);
}

TEST_CASE("CLD2's answers are canonical tags of the script they are written in") {
  auto const latin = ms::text::script_tag("Latn");
  CHECK(detection("", latin).tag == "und");
  CHECK(detection("Rådet sa tirsdag at de vil vente til våren før de bestemmer seg.", latin).tag == "nb");
  CHECK(detection("Predsednik Srbije je rekao da će se uskoro videti gde je rešenje za decu i reku, a vlada "
                  "u Beogradu "
                  "nije želela da govori o vremenu pre sledeće nedelje.",
                  latin)
            .tag == "sr-Latn");
}

TEST_CASE("the table of profiles is sorted and complete") {
  REQUIRE_FALSE(profile_sections().empty());
  std::size_t languages = 0;
  for (ProfileSection const& section : profile_sections()) {
    languages += section.profiles.size();
    std::string_view before;
    for (char const* const text : section.lines) {
      std::string_view line = text;
      REQUIRE(line.ends_with(' '));
      while (!line.empty()) {
        std::string_view const entry = line.substr(0, line.find(' '));
        std::size_t const bar = entry.find('|');
        REQUIRE(bar != entry.npos);
        REQUIRE(before < entry.substr(0, bar));
        REQUIRE(entry.size() > bar + 1);
        REQUIRE((entry.size() - bar - 1) % 3 == 0);
        before = entry.substr(0, bar);
        line.remove_prefix(entry.size() + 1);
      }
    }
  }
  CHECK(languages > 200);
}

TEST_CASE("profiles: no letters and strange scripts give no list; scores are logarithms, the best first") {
  auto const latin = ms::text::script_tag("Latn");
  CHECK(likenesses("", latin).empty());
  CHECK(likenesses("12 …", latin).empty());
  CHECK(likenesses("abc", ms::text::script_tag("Zyyy")).empty());
  auto const list =
      likenesses("Der Rat will bis zum Frühjahr warten, bevor er über die alte Brücke entscheidet", latin);
  REQUIRE(list.size() > 100);
  CHECK(list.front().tag == "de");
  for (std::size_t i = 1; i < list.size(); ++i) REQUIRE(list[i - 1].score >= list[i].score);
  CHECK(list.front().score < 0);
}
