#include "unit/epub/editions.hpp"

#include <doctest/doctest.h>

#include "base/digest.hpp"
#include "text/tag.hpp"

namespace editions {

using namespace ms;
using text::Span;
using text::SpanKind;

text::Text text(std::string utf8, std::vector<Span> spans) {
  text::Text out;
  out.utf8 = std::move(utf8);
  out.spans = std::move(spans);
  return out;
}

Span over(std::string const& utf8, std::string_view part, SpanKind kind, std::string value) {
  std::size_t const start = utf8.find(part);
  REQUIRE(start != utf8.npos);
  return {{start, start + part.size()}, kind, std::move(value)};
}

doc::Line line(std::string utf8, std::string language) {
  doc::Line out;
  out.text = text(std::move(utf8));
  out.language = std::move(language);
  return out;
}

doc::Block paragraph(std::string id, std::string utf8, std::vector<Span> spans) {
  doc::Block out;
  out.id = std::move(id);
  out.content = doc::Paragraph{text(std::move(utf8), std::move(spans))};
  return out;
}

std::string png() {
  static constexpr char bytes[] =
      "\x89\x50\x4E\x47\x0D\x0A\x1A\x0A\x00\x00\x00\x0D\x49\x48\x44\x52\x00\x00\x00\x08\x00\x00\x00\x06\x08"
      "\x02\x00"
      "\x00\x00\x71\x67\x48\xAC\x00\x00\x00\x29\x49\x44\x41\x54\x78\xDA\x63\x38\x51\x61\x83\x15\x31\x6C\xA9"
      "\x08\xC0"
      "\x8A\x18\x16\x54\xA4\x60\x45\x0C\x3D\x15\x15\x58\x11\x03\x0E\xF1\x1E\x86\x94\x8A\x05\x58\x11\x00\xE9"
      "\x02\x47"
      "\x41\x30\xA0\x7A\x28\x00\x00\x00\x00\x49\x45\x4E\x44\xAE\x42\x60\x82";
  return {bytes, sizeof bytes - 1};
}

namespace {

struct Words {
  std::string language, kicker, title, standfirst, byline, date_line, place;
  std::vector<std::string> paragraphs;
};

std::vector<Words> const& words() {
  static std::vector<Words> const all{
      {"en",
       "Harbour",
       "The old crane turns again",
       "After nine years the port has its landmark back.",
       "By Nora Field",
       "3 May 2025",
       "Westhaven",
       {"The crane on the eastern quay lifted its first load on Saturday, while several hundred people "
        "watched from the wall.",
        "“We kept every bolt,” said the foreman, who had numbered the parts by hand when it was taken down.",
        "Visitors may climb to the cabin on Sundays from ten to four."}},
      {"ar",
       "ميناء",
       "الرافعة القديمة تدور من جديد",
       "بعد تسع سنوات استعاد المرفأ معلمه الأشهر.",
       "بقلم ليلى منصور",
       "3 أيار 2025",
       "الميناء الغربي",
       {"رفعت الرافعة على الرصيف الشرقي حمولتها الأولى يوم السبت، وشاهدها مئات الناس من فوق السور.",
        "وقال رئيس العمال: «احتفظنا بكل برغي»، وكان قد رقّم القطع بيده عند تفكيكها.",
        "ويمكن للزوار الصعود إلى المقصورة أيام الأحد من العاشرة حتى الرابعة."}},
      {"fa",
       "بندر",
       "جرثقیل کهنه دوباره می‌چرخد",
       "پس از نُه سال، بندر نماد خود را بازیافت.",
       "نوشتهٔ مینا رستگار",
       "۱۳ اردیبهشت ۱۴۰۴",
       "بندر باختری",
       {"جرثقیل اسکلهٔ خاوری روز شنبه نخستین بار خود را برداشت و چند صد نفر از روی دیوار تماشا کردند.",
        "سرکارگر گفت: «همهٔ پیچ‌ها را نگه داشتیم.» او هنگام پیاده‌کردن، قطعه‌ها را "
        "با "
        "دست "
        "شماره‌گذاری "
        "کرده بود.",
        "بازدیدکنندگان می‌توانند یکشنبه‌ها از ساعت ده تا چهار "
        "به "
        "اتاقک "
        "بالا "
        "بروند."}},
      {"he",
       "נמל",
       "העגורן הישן מסתובב שוב",
       "אחרי תשע שנים שב לנמל סמלו המוכר.",
       "מאת נועה שדה",
       "3 במאי 2025",
       "נמל המערב",
       {"העגורן ברציף המזרחי הרים בשבת את המטען הראשון שלו, וכמה מאות אנשים צפו בו מן החומה.",
        "״שמרנו כל בורג״, אמר מנהל העבודה, שמספר את החלקים ביד כשפורק העגורן.",
        "מבקרים יוכלו לטפס אל התא בימי ראשון, מעשר עד ארבע."}},
      {"ja",
       "港",
       "古いクレーンがまた動きだす",
       "九年ぶりに港の目印が戻ってきた。",
       "文・野原のぞみ",
       "2025年5月3日",
       "西港",
       {"東の岸壁のクレーンが土曜日、初めての荷を持ち上げ、数百人が防波堤から見守った。",
        "「ねじは一本残らず取っておいた」と親方は話す。解体のとき、部品に手で番号を書いたという。",
        "日曜日の十時から四時まで、運転室まで登ることができる。"}},
      {"zh-Hans",
       "港口",
       "旧起重机重新转动",
       "时隔九年，港口找回了自己的标志。",
       "文／田诺",
       "2025年5月3日",
       "西港",
       {"星期六，东码头的起重机吊起了第一批货物，数百人在堤上观看。",
        "“每一颗螺栓我们都留着。”工头说。拆卸时，他亲手给零件编了号。",
        "每逢星期日十点到四点，游客可以登上驾驶室。"}},
      {"zh-Hant",
       "港口",
       "舊起重機重新轉動",
       "時隔九年，港口找回了自己的標誌。",
       "文／田諾",
       "2025年5月3日",
       "西港",
       {"星期六，東碼頭的起重機吊起了第一批貨物，數百人在堤上觀看。",
        "「每一顆螺栓我們都留着。」工頭說。拆卸時，他親手給零件編了號。",
        "每逢星期日十點到四點，遊客可以登上駕駛室。"}},
      {"hi",
       "बंदरगाह",
       "पुरानी क्रेन फिर घूमी",
       "नौ साल बाद बंदरगाह को अपनी पहचान वापस मिली।",
       "नोरा मैदानी",
       "3 मई 2025",
       "पश्चिमी घाट",
       {"पूर्वी घाट की क्रेन ने शनिवार को अपना पहला बोझ उठाया और कई सौ लोगों ने दीवार पर खड़े होकर देखा।",
        "मिस्त्री ने कहा, “हमने एक-एक पेंच सँभालकर रखा था।” खोलते समय उसने पुर्ज़ों पर हाथ से नंबर लिखे थे।",
        "आगंतुक रविवार को दस से चार बजे तक केबिन तक चढ़ सकते हैं।"}},
      {"th",
       "ท่าเรือ",
       "ปั้นจั่นเก่ากลับมาหมุนอีกครั้ง",
       "ผ่านไปเก้าปี ท่าเรือได้สัญลักษณ์ของตนคืนมา",
       "โดย นรา ทุ่งกว้าง",
       "3 พฤษภาคม 2568",
       "ท่าตะวันตก",
       {"ปั้นจั่นที่ท่าฝั่งตะวันออกยกสินค้าชิ้นแรกเมื่อวันเสาร์ โดยมีผู้คนหลายร้อยคนยืนชมจากบนกำแพง",
        "หัวหน้าคนงานบอกว่า “เราเก็บน็อตไว้ครบทุกตัว” เขาเขียนหมายเลขบนชิ้นส่วนด้วยมือเมื่อครั้งรื้อลงมา",
        "ผู้เข้าชมขึ้นไปถึงห้องคนขับได้ทุกวันอาทิตย์ ตั้งแต่สิบโมงถึงสี่โมงเย็น"}},
      {"ru",
       "Порт",
       "Старый кран снова вращается",
       "Через девять лет порт вернул себе приметный силуэт.",
       "Нора Полева",
       "3 мая 2025",
       "Западная гавань",
       {"В субботу кран на восточном причале поднял первый груз; несколько сотен человек смотрели со стены.",
        "«Мы сохранили каждый болт», — сказал бригадир, который при разборке пронумеровал детали от руки.",
        "По воскресеньям с десяти до четырёх можно подняться в кабину."}}};
  return all;
}

}  // namespace

doc::Document article(std::string const& language) {
  for (Words const& one : words()) {
    if (one.language != language) continue;
    doc::Document out;
    doc::Metadata& metadata = out.metadata;
    metadata.kicker = line(one.kicker);
    metadata.title = line(one.title);
    metadata.standfirst = line(one.standfirst);
    metadata.byline = line(one.byline);
    metadata.date_line = line(one.date_line);
    metadata.date = "2025-05-03";
    metadata.place = one.place;
    metadata.people = {{one.byline.substr(one.byline.find(' ') + 1), doc::Role::author}};
    metadata.url = "https://example.org/" + language + "/crane";
    metadata.language = language;
    metadata.languages = {language};
    metadata.direction = text::direction_of_tag(language).value_or(text::Direction::ltr);
    for (std::size_t i = 0; i < one.paragraphs.size(); ++i)
      out.blocks.push_back(paragraph("p" + std::to_string(i + 1), one.paragraphs[i]));
    out.blocks.front().classes = {"first"};
    return out;
  }
  FAIL("there is an article in " << language);
  return {};
}

doc::Document everything() {
  doc::Document out = article("en");
  doc::Blocks& blocks = out.blocks;
  auto const block = [](std::string id, doc::Content content) {
    doc::Block made;
    made.id = std::move(id);
    made.content = std::move(content);
    return made;
  };

  std::string const mixed = "He wrote رافعة on the wall, and the paper called it a Kran; see the plan.";
  blocks.push_back(
      paragraph("p4", mixed,
                {over(mixed, "رافعة", SpanKind::language, "ar"),
                 over(mixed, "the paper called it a Kran", SpanKind::strong),
                 over(mixed, "Kran", SpanKind::language, "de"),
                 over(mixed, "the plan", SpanKind::link, "https://example.org/plan?a=1&b=zwei drei")}));
  blocks.push_back(block("h1", doc::Heading{2, text("How it was moved")}));
  std::string const noted = "It weighs forty tonnes.\uFFFC Nobody knew.\uFFFC";
  std::size_t const first = noted.find("\uFFFC"), second = noted.rfind("\uFFFC");
  blocks.push_back(paragraph(
      "p5", noted,
      {{{first, first + 3}, SpanKind::note, "weight"}, {{second, second + 3}, SpanKind::note, "weight"}}));
  out.notes.push_back(
      {"weight", {paragraph("n1", "Without its counterweight, which was never found again.")}});

  doc::Block quote = block("q1", doc::Quote{{paragraph("q1p1", "الميناء ذاكرة المدينة، وكل حجر فيه شاهد.")}});
  quote.language = "ar";
  quote.direction = text::Direction::rtl;
  blocks.push_back(quote);

  doc::List steps;
  steps.ordered = true;
  steps.start = 3;
  steps.items = {{"3.", {paragraph("l1a", "The cabin came first.")}},
                 {"4.", {paragraph("l1b", "Then the jib.")}}};
  blocks.push_back(block("l1", steps));
  doc::List parts;
  parts.ordered = true;
  parts.items = {{"א.", {paragraph("l2a", "הזרוע")}}, {"ב.", {paragraph("l2b", "התא")}}};
  doc::Block hebrew = block("l2", parts);
  hebrew.language = "he";
  hebrew.direction = text::Direction::rtl;
  blocks.push_back(hebrew);

  blocks.push_back(block("h2", doc::Heading{4, text("What it shows")}));
  out.images.push_back({"crane", "image/png", png()});
  doc::Figure figure;
  figure.image = "crane";
  figure.alt = "A crane before a red sky";
  figure.caption = {paragraph("f1c", "The crane at dusk. Photo: N. Field")};
  blocks.push_back(block("f1", figure));
  doc::Figure missing;
  missing.missing = true;
  missing.alt = "The foreman";
  missing.caption = {paragraph("f2c", "The foreman on the quay.")};
  blocks.push_back(block("f2", missing));

  doc::Table table;
  table.head = {{{{paragraph("t1a", "Part")}, {paragraph("t1b", "Tonnes")}}}};
  table.rows = {{{{paragraph("t1c", "Jib")}, {paragraph("t1d", "11")}}},
                {{{paragraph("t1e", "Cabin")}, {paragraph("t1f", "4")}}}};
  blocks.push_back(block("t1", table));
  blocks.push_back(block("c1", doc::Code{text("lift(load);\nif (load < 4 && wind)\n  wait();\n")}));
  blocks.push_back(block("v1", doc::Verse{text("The iron bird\nlooks out to sea\n")}));
  blocks.push_back(block("s1", doc::Separator{}));

  doc::Block japanese = paragraph("p6", "岸壁に立つ。", {{{0, 6}, SpanKind::ruby, "がんぺき"}});
  japanese.language = "ja";
  blocks.push_back(japanese);
  out.metadata.licence = "CC BY 4.0";
  return out;
}

doc::Edition edition(doc::Document document) {
  doc::Edition out = doc::edition_of(std::move(document));
  out.identifier = base::uuid_of(out.metadata.title.text.utf8);
  out.modified = "2025-05-04T06:07:08Z";
  out.generator = "Manyscript test";
  return out;
}

doc::Edition digest(std::string const& language) {
  doc::Edition out;
  for (char const* one : {"en", "ar", "ja", "he", "ru"}) out.articles.push_back(article(one));
  out.articles.push_back(everything());
  out.articles.back().metadata.url.clear();
  out.articles.back().metadata.title = line("Everything about the crane");
  out.sections = {{"Ports", {3, 0, 1}}, {"More", {2, 4, 5}}};
  bool const arabic = language == "ar";
  out.metadata.title = line(arabic ? "3 موانئ" : "Ports of May");
  out.metadata.language = language;
  out.metadata.languages = {language, "en", "ar", "ja", "he", "ru"};
  out.metadata.direction = arabic ? text::Direction::rtl : text::Direction::ltr;
  out.metadata.date = "2025-05-04";
  out.identifier = base::uuid_of("digest");
  out.modified = "2025-05-04T06:07:08Z";
  out.generator = "Manyscript test";
  return out;
}

}  // namespace editions
