#include "language/language.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <random>
#include <string>

using namespace ms::language;

namespace {

/// Sentences written for this test, of some sixty to two hundred letters.
std::map<std::string, std::string> const& samples() {
  static std::map<std::string, std::string> const list{
      {"en",
       "The council said on Tuesday that it would wait until spring before it decides about the old bridge, "
       "because nobody knows yet what the repairs are going to cost."},
      {"de",
       "Der Rat erklärte am Dienstag, er wolle bis zum Frühjahr warten, bevor er über die alte Brücke "
       "entscheidet, weil noch niemand weiß, was die Arbeiten kosten werden."},
      {"fr",
       "Le conseil a déclaré mardi qu’il attendrait le printemps avant de se prononcer sur le vieux pont, "
       "car personne ne sait encore ce que coûteront les travaux."},
      {"es",
       "El ayuntamiento dijo el martes que esperará hasta la primavera antes de decidir sobre el viejo "
       "puente, porque nadie sabe todavía cuánto costarán las obras."},
      {"ru",
       "Совет сообщил во вторник, что подождёт до весны, прежде чем принять решение о старом мосте, потому "
       "что никто пока не знает, сколько будет стоить ремонт."},
      {"uk",
       "Рада повідомила у вівторок, що чекатиме до весни, перш ніж ухвалити рішення про старий міст, бо ще "
       "ніхто не знає, скільки коштуватиме ремонт."},
      {"ar",
       "قال المجلس يوم الثلاثاء إنه سينتظر حتى الربيع قبل أن يقرر مصير الجسر القديم، لأن أحدا لا يعرف بعد كم "
       "ستكلف أعمال الإصلاح."},
      {"fa",
       "شورا روز سه‌شنبه اعلام کرد که تا بهار صبر می‌کند و سپس درباره‌ی پل قدیمی تصمیم می‌گیرد، "
       "زیرا "
       "هنوز کسی "
       "نمی‌داند هزینه‌ی تعمیر آن چقدر خواهد شد."},
      {"ur",
       "کونسل نے منگل کو کہا کہ وہ پرانے پل کے بارے میں فیصلہ کرنے سے پہلے بہار تک انتظار کرے گی کیونکہ ابھی "
       "کسی "
       "کو معلوم نہیں کہ مرمت پر کتنا خرچ آئے گا۔"},
      {"he",
       "המועצה הודיעה ביום שלישי כי תמתין עד האביב לפני שתחליט על הגשר הישן, משום שאיש אינו יודע עדיין כמה "
       "יעלה התיקון."},
      {"yi",
       "דער ראַט האָט דינסטיק געזאָגט אַז ער וועט וואַרטן ביז פֿרילינג איידער ער באַשליסט וועגן דער אַלטער בריק, "
       "ווײַל קיינער ווייסט נאָך נישט וויפֿל די אַרבעט וועט קאָסטן."},
      {"hi",
       "परिषद ने मंगलवार को कहा कि वह पुराने पुल के बारे में निर्णय लेने से पहले वसंत तक प्रतीक्षा करेगी क्योंकि अभी "
       "किसी को नहीं पता कि मरम्मत में कितना खर्च आएगा।"},
      {"mr",
       "परिषदेने मंगळवारी सांगितले की जुन्या पुलाबद्दल निर्णय घेण्यापूर्वी ती वसंत ऋतूपर्यंत वाट पाहील, कारण दुरुस्तीला किती "
       "खर्च येईल हे अजून कोणालाच माहीत नाही."},
      {"ne",
       "परिषद्ले मङ्गलबार भन्यो कि पुरानो पुलको बारेमा निर्णय गर्नुअघि उसले वसन्तसम्म पर्खनेछ किनभने मर्मतमा कति खर्च "
       "लाग्छ भन्ने अझै कसैलाई थाहा छैन।"},
      {"th", "สภาแถลงเมื่อวันอังคารว่าจะรอจนถึงฤดูใบไม้ผลิก่อนตัดสินใจเรื่องสะพานเก่า"},
      {"ja",
       "議会は火曜日、修理にいくらかかるかまだ誰にも分からないため、古い橋について決める前に春まで待つと発表"
       "した。"},
      {"zh-Hans", "议会星期二表示，由于还没有人知道维修需要多少钱，将等到春天再对旧桥作出决定。"},
      {"zh-Hant", "議會星期二表示，由於還沒有人知道維修需要多少錢，將等到春天再對舊橋作出決定。"},
      {"yue",
       "議會星期二話，因為仲未有人知道維修要使幾多錢，佢哋會等到春天先至決定嗰條舊橋嘅命運，冇人可以話係唔係"
       "啱。"},
      {"ko",
       "의회는 화요일 수리비가 얼마나 들지 아직 아무도 모르기 때문에 봄까지 기다린 뒤 결정하겠다고 밝혔다."},
      {"el", "Το συμβούλιο δήλωσε την Τρίτη ότι θα περιμένει μέχρι την άνοιξη."},
      {"ka", "საბჭომ სამშაბათს განაცხადა, რომ გაზაფხულამდე დაელოდება."},
      {"tr",
       "Meclis salı günü, onarımın neye mal olacağını henüz kimse bilmediği için eski köprü hakkında karar "
       "vermeden önce bahara kadar bekleyeceğini söyledi."},
      {"vi",
       "Hội đồng hôm thứ Ba cho biết sẽ đợi đến mùa xuân trước khi quyết định về cây cầu cũ, vì chưa ai biết "
       "việc sửa chữa sẽ tốn bao nhiêu tiền."},
      {"sw",
       "Baraza lilisema Jumanne kwamba litasubiri hadi majira ya kuchipua kabla ya kuamua kuhusu daraja la "
       "zamani, kwa sababu hakuna anayejua bado gharama ya ukarabati."},
      {"am", "ምክር ቤቱ ማክሰኞ ዕለት እንዳስታወቀው ስለ አሮጌው ድልድይ ከመወሰኑ በፊት እስከ ጸደይ ድረስ ይጠብቃል።"},
  };
  return list;
}

}  // namespace

TEST_CASE("the full tables of CLD2 are in") {
  CHECK_NOTHROW(check_tables());
}

TEST_CASE("a paragraph is enough") {
  for (auto const& [tag, text] : samples()) {
    std::string const& expected = tag;
    CAPTURE(expected);
    Identification const found = identify(text);
    CHECK(found.tag == expected);
    CHECK(found.is_sure);
    CHECK(found.confidence > 0.5);
    CHECK(found.confidence <= 1);
    CHECK_FALSE(found.evidence.empty());
  }
}

TEST_CASE("nothing is not English") {
  for (char const* text : {"", " \n", "12.5 % (2024)", "…!?", "\u200B\u200E", "Ok", "xqz vbk wrtp", "@@@@"}) {
    CAPTURE(text);
    Identification const found = identify(text);
    CHECK(found.tag == "und");
    CHECK_FALSE(found.is_sure);
  }
}

TEST_CASE("names in Latin letters do not make a text English") {
  CHECK(identify("Reuters: " + samples().at("fa") + " (BBC, The New York Times)").tag == "fa");
  CHECK(identify(samples().at("ja") + " iPhone 15 Pro Max, Tim Cook, Apple").tag == "ja");
  CHECK(identify("北京 " + samples().at("en")).tag == "en");
}

TEST_CASE("what a source says of itself counts only between languages that look alike") {
  CHECK(identify(samples().at("de"), "en").tag == "de");
  CHECK(identify(samples().at("sw"), "en-US").tag == "sw");
  CHECK(identify(samples().at("en"), "en-gb").tag == "en-GB");
  CHECK(identify(samples().at("zh-Hans"), "zh").tag == "zh-Hans");
  CHECK(identify(samples().at("zh-Hans"), "zh-TW").tag == "zh-Hans");
  CHECK(identify(samples().at("fa"), "fa-AF").tag == "fa-AF");
  CHECK(identify("12", "de").tag == "und");
  CHECK(identify(samples().at("fr"), "not a tag").tag == "fr");
  std::string const croatian =
      "Vijeće je u utorak priopćilo da će čekati do proljeća prije nego što odluči o starom mostu, jer još "
      "nitko "
      "ne zna koliko će popravak stajati.";
  CHECK(identify(croatian, "hr").tag == "hr");
  CHECK(identify(croatian, "bs").tag == "bs");
  CHECK(identify(croatian, "sr").tag == "sr-Latn");
}

TEST_CASE("a block has another language than its article only on good evidence") {
  Identification const german = identify(samples().at("de"));
  CHECK(identify_block("", german).tag == "de");
  CHECK(identify_block("The New York Times", german).tag == "de");
  CHECK(identify_block(samples().at("de"), german).tag == "de");
  CHECK(identify_block(samples().at("fr"), german).tag == "fr");
  CHECK(identify_block("กรุงเทพมหานคร", german).tag == "th");
  CHECK(identify_block("قال", german).tag != "en");

  Identification const japanese = identify(samples().at("ja"));
  CHECK(identify_block("東京都知事選挙", japanese).tag == "ja");
  CHECK(identify_block(samples().at("en"), japanese).tag == "en");
}

TEST_CASE("hostile text is survived in time") {
  auto const before = std::chrono::steady_clock::now();
  (void)identify(std::string(1'000'000, 'x'));
  std::string isolates;
  for (int i = 0; i < 100'000; ++i) isolates += "\u2067";
  (void)identify(isolates + samples().at("ar"));
  (void)identify_block("\xFF\xC3(\xE2\x82 abc \xED\xA0\x80", identify(samples().at("en")));
  (void)identify(std::string("\0\0", 2) + samples().at("en"));
  for (unsigned seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string bytes;
    for (std::size_t i = random() % 3'000; i > 0; --i) bytes += static_cast<char>(random() % 256);
    Identification const found = identify(bytes);
    CHECK(found.confidence >= 0);
    CHECK(found.confidence <= 1);
  }
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(20));
}
