#include "language/common_words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace ms::language;

namespace {

std::string const english =
    "The council said on Tuesday that it would wait until spring before it decides about the old bridge, "
    "because nobody knows yet what the repairs are going to cost.";
std::string const german =
    "Der Rat erklärte am Dienstag, er wolle bis zum Frühjahr warten, bevor er über die alte Brücke "
    "entscheidet, weil noch niemand weiß, was die Arbeiten kosten werden.";
std::string const russian =
    "Совет сообщил во вторник, что он подождёт до весны и что о старом мосте ещё не принято решение, потому "
    "что никто из них не знает, сколько будет стоить ремонт.";

}  // namespace

TEST_CASE("prose is plainly in its own language and in no other") {
  CHECK(is_plainly(english, "en"));
  CHECK(is_plainly(english, "en-GB"));
  CHECK(is_plainly(german, "de"));
  CHECK(is_plainly(russian, "ru"));
  struct Sample {
    std::string const& text;
    std::string_view tag;
  };
  for (Sample const& sample : {Sample{english, "en"}, Sample{german, "de"}, Sample{russian, "ru"}})
    for (std::string_view const tag : {"en", "de", "ru", "fr", "es", "pt", "it", "nl", "pl", "uk", "und", ""})
      CHECK(is_plainly(sample.text, tag) == (tag == sample.tag));
}

TEST_CASE("what is near to a language is not plainly in it") {
  // Galician, Scots, Bulgarian.
  CHECK_FALSE(is_plainly(
      "O concello dixo o martes que agardará ata a primavera antes de decidir sobre a vella ponte, "
      "porque ninguén sabe aínda canto custarán as obras nin quen as ha pagar.",
      "pt"));
  CHECK_FALSE(is_plainly(
      "The cooncil said on Tysday it wad bide till the ware afore it thinks on the auld brig, acause "
      "naebody kens yet whit the mendin is gaun tae cost the toun.",
      "en"));
  CHECK_FALSE(
      is_plainly("Съветът съобщи във вторник, че ще изчака до пролетта, преди да реши за стария мост, "
                 "защото никой не знае колко ще струва ремонтът на моста.",
                 "ru"));
}

TEST_CASE("a long quotation, a list of names or a few words are left to the detectors") {
  CHECK_FALSE(is_plainly(english + " " + german + " " + german, "en"));
  CHECK_FALSE(is_plainly("the of and with was from", "en"));
  CHECK_FALSE(
      is_plainly("Ana Lund, Peter Berg, Maria Costa, Jan Novak, Eva Svensson, Paul Meyer, Tom Brown", "en"));
  CHECK_FALSE(is_plainly("", "en"));
  // In letters that the language is not usually written in.
  CHECK_FALSE(is_plainly(english, "en-Cyrl"));
}
