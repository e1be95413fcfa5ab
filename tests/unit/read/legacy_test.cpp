// Bytes that do not say what they are. All sentences were written for this test.
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "read/decode.hpp"
#include "read/legacy.hpp"
#include "text/encoding.hpp"
#include "unit/read/samples.hpp"

namespace {

using namespace ms;

struct Sample {
  std::vector<std::string_view> encodings;
  std::string_view text;
};

std::vector<Sample> const& sentences() {
  static std::vector<Sample> const list{
      {{"windows-1252", "ISO-8859-15", "macintosh", "IBM850", "IBM437"},
       "Der Rat erklärte am Dienstag, er wolle bis zum Frühjahr warten, bevor er über die alte Brücke "
       "entscheidet, weil niemand weiß, was die Arbeiten kosten und wer für die Schäden zahlt."},
      {{"windows-1252", "ISO-8859-15", "macintosh", "IBM850"},
       "Le conseil a déclaré mardi qu'il attendrait le printemps avant de décider du vieux pont, car "
       "personne ne sait à quel prix il sera réparé, ni même où passera la route l'été prochain."},
      {{"windows-1250", "ISO-8859-2", "mac-latin2", "IBM852", "ISO-8859-16"},
       "Rada poinformowała we wtorek, że poczeka, aż stopnieją śniegi, zanim podejmie decyzję w sprawie "
       "starego mostu, bo nikt jeszcze nie wie, ile będzie kosztować remont i kto za niego zapłaci."},
      {{"windows-1250", "ISO-8859-2", "IBM852"},
       "Rada v úterý oznámila, že s rozhodnutím o starém mostě počká až do jara, protože nikdo zatím "
       "neví, kolik budou opravy stát a který úřad je nakonec zaplatí."},
      {{"windows-1252", "ISO-8859-10"},
       "Ráðið sagði á þriðjudag að það myndi bíða fram á vor áður en það ákveður hvað verður um gömlu "
       "brúna, því enginn veit enn hvað viðgerðin kostar."},
      {{"windows-1254", "ISO-8859-3", "mac-turkish", "IBM857"},
       "Meclis salı günü, onarımın neye mal olacağını henüz kimse bilmediği için eski köprü hakkında karar "
       "vermeden önce bahara kadar bekleyeceğini söyledi."},
      {{"windows-1257", "ISO-8859-13", "cp775"},
       "Taryba antradienį pranešė, kad lauks iki pavasario, prieš priimdama sprendimą dėl senojo tilto, "
       "nes niekas dar nežino, kiek kainuos remontas ir kas už jį sumokės."},
      {{"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "mac-cyrillic", "IBM855", "KOI8-U"},
       "Совет сообщил во вторник, что подождет до весны, прежде чем принять решение о старом мосте, потому "
       "что никто пока не знает, сколько будет стоить ремонт."},
      {{"windows-1251", "KOI8-U", "ISO-8859-5", "mac-cyrillic"},
       "Рада повідомила у вівторок, що чекатиме до весни, перш ніж ухвалити рішення про старий міст, бо "
       "ніхто ще не знає, скільки коштуватиме ремонт її єдиної дороги."},
      {{"windows-1253", "ISO-8859-7", "mac-greek", "cp737"},
       "Το συμβούλιο δήλωσε την Τρίτη ότι θα περιμένει μέχρι την άνοιξη πριν αποφασίσει για την παλιά "
       "γέφυρα, επειδή κανείς δεν ξέρει πόσο θα κοστίσουν τα έργα."},
      {{"windows-1255", "ISO-8859-8", "IBM862"},
       "המועצה הודיעה ביום שלישי כי תמתין עד האביב לפני שתחליט על הגשר הישן, משום שאיש אינו יודע עדיין כמה "
       "יעלה התיקון."},
      {{"windows-1256", "ISO-8859-6"},
       "قال المجلس يوم الثلاثاء إنه سينتظر حتى الربيع قبل أن يقرر مصير الجسر القديم، لأن أحدا لا يعرف بعد كم "
       "ستكلف أعمال الإصلاح."},
      {{"windows-874"}, "สภาแถลงเมื่อวันอังคารว่าจะรอจนถึงฤดูใบไม้ผลิก่อนตัดสินใจเรื่องสะพานเก่า"},
  };
  return list;
}

}  // namespace

TEST_CASE("sentences of a hundred letters in encodings of the Web, of DOS and of the Macintosh") {
  for (Sample const& sample : sentences()) {
    for (std::string_view const encoding : sample.encodings) {
      auto const bytes = text::encoded_bytewise(sample.text, encoding);
      INFO(encoding, ": ", sample.text);
      REQUIRE(bytes);
      base::Diagnostics diagnostics;
      read::DecodedSource const source = read::decode(*bytes, {}, diagnostics);
      INFO("read as ", source.encoding);
      CHECK(source.decoded.utf8 == sample.text);
    }
  }
}

TEST_CASE("among readings that are the same the Web's encoding is named, unless statistics know better") {
  CHECK(read::legacy_encoding("caf\xE9 noir", {}) == "windows-1252");
  CHECK(read::legacy_encoding("caf\xE9 noir", "ISO-8859-15") == "ISO-8859-15");
  CHECK(read::legacy_encoding("", {}) == "windows-1252");
}

TEST_CASE("one answer for any bytes, in time") {
  auto const before = std::chrono::steady_clock::now();
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    samples::Random random(seed);
    std::string bytes;
    for (std::size_t i = random.below(4'000); i > 0; --i) bytes += static_cast<char>(random.below(256));
    std::string_view const found = read::legacy_encoding(bytes, {});
    CHECK(text::encoding_named(found) == found);
    CHECK(read::legacy_encoding(bytes, {}) == found);
  }
  (void)read::legacy_encoding(std::string(1'000'000, '\xE9'), {});
  (void)read::legacy_encoding(std::string(500'000, ' ') + "\x93", {});
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(20));
}
