// Every article of input/ in every format. What is wrong with each file on purpose stands in the table; see
// there before changing input/.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "base/digest.hpp"
#include "base/json.hpp"
#include "whole/program.hpp"

namespace {

namespace fs = std::filesystem;
using ms::base::Json;
using whole::manyscript;
using whole::Scratch;

struct Expected {
  std::string language, direction, title;
  std::string residue;              ///< must go: what the button on the page said
  std::vector<std::string> kept{};  ///< must stay: text that a careless rule would take or change
};

std::map<std::string, Expected> const expected = {
    // Latin names inside right-to-left text; stray LRM and RLM; Arabic-Indic beside ASCII digits.
    {"ar-maktaba-mutanaqqila.txt",
     {"ar",
      "rtl",
      "مكتبة على عربة يجرها حمار تعود إلى قرى وادي الزعتر",
      "نسخ الرابط",
      {"BookTrail 2", "اسمه «قاموس»", "480"}}},
    // A paragraph that begins with a Latin name; Arabic kaf in Persian words; ZWNJ everywhere.
    {"fa-rasadkhane.txt",
     {"fa",
      "rtl",
      "دانش‌آموزان یک روستا از مخزن آب قدیمی رصدخانه ساختند",
      "کپی لینک",
      {"ستاره‌ها را بشماریم", "Stellarium نخستین"}}},
    // CRLF; geresh and gershayim typed as straight marks beside real quotation marks.
    {"he-gina-al-hagag.txt",
     {"he",
      "rtl",
      "גג תחנת האוטובוס בגבעת הסחלבים הפך לגן ירק – והנהגים קוטפים ראשונים",
      "העתקת קישור",
      {"סטארט־אפ"}}},
    // CRLF; curly and straight marks mixed, an apostrophe that opens a word, an insertion in brackets.
    {"en-harbour-ferry.txt",
     {"en",
      "ltr",
      "Harbour ferry returns to Saltmarsh Bay after nine winters",
      "Copy in clipboard",
      {"they [the Saltmarsh cafés] got", "the ’90s ticket hut", "‘the sandwich boat’", "22\u00A0minutes"}}},
    {"de-bahnhofsuhr.txt",
     {"de",
      "ltr",
      "Die Bahnhofsuhr von Lindenfurt geht wieder – auf einer Seite",
      "In die Zwischenablage kopieren",
      {"„Freunde der Lindenfurter Bahn“", "z.\u00A0B.", "Unbedenklichkeitsbescheinigung"}}},
    {"fr-boulangerie-de-nuit.txt",
     {"fr",
      "ltr",
      "À Valcreuse, la boulangerie rouvre… à deux heures du matin",
      "Copier le lien",
      {"12\u00A0%"}}},
    // Hard-wrapped at 72 columns, blank lines between paragraphs.
    {"es-silbar-en-la-sierra.txt",
     {"es",
      "ltr",
      "El pueblo que aprendió a silbar para no perder la cobertura",
      "Copiar enlace",
      {"¿Y no hay malentendidos?", "cincuenta y tres", "dos veces por semana"}}},
    // Byte order mark and CRLF.
    {"ru-tramvai.txt",
     {"ru",
      "ltr",
      "В Заречинске последний трамвай переделали в классную комнату",
      "Скопировать ссылку",
      {"маршруте № 3", "в нём начались"}}},
    // Both kinds of apostrophe inside words.
    {"uk-kompot.txt",
     {"uk", "ltr", "У Вербовій Балці зварили компот на все село – і посварилися через грушу",
      "Скопіювати посилання"}},
    {"el-faros.txt",
     {"el",
      "ltr",
      "Το νησί που ψήφισε για το χρώμα του φάρου του",
      "Αντιγραφή συνδέσμου",
      {"έρανο·", "6.400"}}},
    {"hi-dakghar-sangeet.txt",
     {"hi",
      "ltr",
      "बंद पड़े डाकघर में खुला संगीत विद्यालय, डाकिये की साइकिल अब पहुँचाती है तबला",
      "लिंक कॉपी करें",
      {"₹1,42,000", "निःशुल्क"}}},
    {"bn-bhasaman-haat.txt",
     {"bn", "ltr", "দশ বছর পর আবার জমল কাজলডাঙার ভাসমান হাট", "লিংক কপি করুন", {"দু’জনের", "১৮৬টি"}}},
    {"th-rong-nang-mai.txt",
     {"th",
      "ltr",
      "โรงหนังไม้อายุ 70 ปีกลับมาฉายอีกครั้ง ชาวคลองจันทร์หอบเสื่อไปนั่งดูแน่นโรง",
      "คัดลอกลิงก์",
      {"เด็ก ๆ เลยเก่งกว่าที่คิด"}}},
    // Ideographic space in the headline and at the start of paragraphs; straight marks around one sentence.
    {"ja-tofuya.txt",
     {"ja",
      "ltr",
      "町で最後の豆腐店、高校生三人が引き継ぐ　霧ヶ浦町",
      "URLをコピー",
      {"「『変えなかった』と言えば聞こえはいいが", "（79）"}}},
    // An ASCII comma between ideographs, single marks outermost, a byline given twice.
    {"zh-Hans-xiusanpu.txt",
     {"zh-Hans",
      "ltr",
      "老码头的修伞铺重新开张，最远的一把伞寄自三千公里外",
      "复制链接",
      {"《借一把伞》", "‘我家的旧伞，您还肯收吗？’"}}},
    {"ko-ganiyeok-doseogwan.txt",
     {"ko",
      "ltr",
      "기차는 끊겼지만 책은 온다… 폐역이 된 물안개역, 주민 도서관으로 변신",
      "링크 복사",
      {"역사(驛舍)", "<기다림에 관하여>"}}},
    // Saved pages: menus, share bars, comments; a picture inside the page; a table, lists, a quotation.
    {"en-lighthouse.html",
     {"en-GB",
      "ltr",
      "The lighthouse that sells its own electricity",
      "Copy link",
      {"By Maeve Tarrant and Oskar Lindqvist", "17 June 2025", "Monday\tspring\t31",
       "3. the second-best cake at every fête", "Correction: an earlier version",
       "Drawing: The Skerrow Packet"}}},
    // No data for machines at all; a picture that was not saved; a name in Latin letters marked by the page.
    {"ar-suqouf-alzaatar.html",
     {"ar",
      "rtl",
      "قرية الصنوبر تزرع سقوفها بالزعتر وتبيع الظل",
      "نسخ الرابط",
      {"كتبت: سلمى الحداد", "٣ أيار ٢٠٢٥", "Green Roof Lab 3", "بيت الخباز\t٣٦\t٣١"}}},
    {"am-dildiy.txt",
     {"am", "ltr", "የሰባት ቀበሌ ነዋሪዎች ከመቶ ዓመት በላይ ያስቆጠረውን የድንጋይ ድልድይ መልሰው ገነቡ", "ሊንክ ቅዳ", {"«ቲማቲሙ"}}},
    // Markdown: head, table, lists in lists, tasks, footnotes, a picture that is not there.
    {"pt-barco-biblioteca.md",
     {"pt-BR",
      "ltr",
      "O barco que leva livros rio acima",
      "tags: [livros, rios, escolas]",
      {"– O rio é a nossa rua – diz ele.", "Igarapé do Meio\t37,5\t119", "crianças”.[1]", "[1] O sino veio",
       "- [x] lona azul", "velho MWM D-225, “que só pega conversando”"}}},
    {"ka-sabagiro.txt",
     {"ka", "ltr", "მთის სოფელმა ძველი საბაგირო საკუთარი ხელით აამუშავა", "ბმულის კოპირება", {"„ფეხით"}}},
};

std::string shown(fs::path const& article, char const* format) {
  auto const result = manyscript({"convert", article, "--to", format, "-o", "-"});
  INFO(article.string(), " to ", format, ": ", result.err);
  REQUIRE(result.status == 0);
  REQUIRE(!result.out.empty());
  return result.out;
}

/// How often `part` stands in `text`.
std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
    ++found;
  return found;
}

}  // namespace

TEST_SUITE("articles") {
  TEST_CASE("what is known of each article") {
    auto const all = whole::articles();
    CHECK(all.size() == expected.size());
    for (fs::path const& article : all) {
      INFO(article.filename().string());
      REQUIRE(expected.contains(article.filename().string()));
      Expected const& want = expected.at(article.filename().string());

      Json const json = Json::parse(shown(article, "json"));
      std::string const source = whole::contents(article);
      CHECK(json["manyscript"] == 1);
      CHECK(json["source"]["sha256"] == ms::base::sha256_hex(source));
      CHECK(json["source"]["bytes"] == source.size());
      CHECK(json["source"]["encoding"] == "UTF-8");
      CHECK(json["metadata"]["title"]["text"] == want.title);
      CHECK(json["metadata"]["language"] == want.language);
      CHECK(json["metadata"]["direction"] == want.direction);
      CHECK(json["blocks"].size() >= 7);
      for (Json const& block : json["blocks"]) {
        INFO(block.dump());
        CHECK(block["language"] == want.language);
        CHECK(block["direction"] == want.direction);
      }

      std::string const text = shown(article, "text");
      CHECK(text.starts_with(want.title + "\n"));
      CHECK(count(text, want.title) == 1);
      CHECK(count(source, want.residue) == 1);
      CHECK(count(text, want.residue) == 0);
      for (char const* const gone : {"\r", "\uFEFF", "\n\n\n", " \n"}) CHECK(count(text, gone) == 0);
      for (std::string const& kept : want.kept) CHECK_MESSAGE(count(text, kept) == 1, kept);
    }
  }

  TEST_CASE("edits lead from the source to the text and back") {
    for (fs::path const& article : whole::articles()) {
      if (article.extension() == ".html") continue;
      INFO(article.filename().string());
      std::string const source = whole::contents(article), text = shown(article, "text");
      std::string forwards, backwards;
      std::size_t in_source = 0, in_text = 0;
      for (std::string const& line : whole::lines_of(shown(article, "edits"))) {
        INFO(line);
        Json const edit = Json::parse(line);
        std::string const before = edit["before"], after = edit["after"];
        std::size_t const start = edit["start"], end = edit["end"];
        REQUIRE(in_source <= start);
        REQUIRE(start <= end);
        REQUIRE(end <= source.size());
        CHECK(source.substr(start, end - start) == before);
        CHECK(!edit["rules"].empty());
        CHECK((before != after || edit["class"] == "annotate"));
        std::size_t const same = start - in_source;
        REQUIRE(in_text + same <= text.size());
        forwards += source.substr(in_source, same) + after;
        backwards += text.substr(in_text, same) + before;
        in_text += same;
        CHECK(text.substr(in_text, after.size()) == after);
        in_text += after.size();
        in_source = end;
      }
      CHECK(forwards + source.substr(in_source) == text);
      CHECK(backwards + text.substr(std::min(in_text, text.size())) == source);
    }
  }

  TEST_CASE("edits of a page say what of it is not in the text") {
    for (fs::path const& article : whole::articles()) {
      if (article.extension() != ".html") continue;
      INFO(article.filename().string());
      std::string const source = whole::contents(article);
      std::string gone;
      std::size_t last = 0;
      for (std::string const& line : whole::lines_of(shown(article, "edits"))) {
        INFO(line);
        Json const edit = Json::parse(line);
        std::string const before = edit["before"], after = edit["after"];
        std::size_t const start = edit["start"], end = edit["end"];
        REQUIRE(last <= start);
        REQUIRE(end <= source.size());
        CHECK(source.substr(start, end - start) == before);
        CHECK(!edit["rules"].empty());
        last = end;
        if (after.empty()) gone += before + '\n';
      }
      CHECK(count(gone, expected.at(article.filename().string()).residue) == 1);
    }
  }

  TEST_CASE("raw changes nothing but the encoding") {
    for (fs::path const& article : whole::articles()) {
      if (article.extension() == ".html") continue;  // markup is no text, raw or not
      INFO(article.filename().string());
      auto const result = manyscript({"convert", article, "--raw", "--to", "edits", "-o", "-"});
      CHECK(result.status == 0);
      bool const is_markdown = article.extension() == ".md";
      for (std::string const& line : whole::lines_of(result.out)) {
        INFO(line);
        Json const edit = Json::parse(line);
        std::string const kind = edit["class"], rule = edit["rules"][0];
        // The marks of a format are no text.
        if (is_markdown && (rule.starts_with("markdown.") || rule == "residue.duplicate")) continue;
        CHECK((kind == "decode" || kind == "join" || kind == "move"));
      }
    }
  }

  TEST_CASE("every article in every format, and sound") {
    Scratch const out;
    std::string const formats = "epub,pdf,text,json,edits,tree,lines,pages,xhtml";
    for (fs::path const& article : whole::articles()) {
      INFO(article.filename().string());
      auto const result = manyscript({"convert", article, "--to", formats, "--out-dir", out.path()});
      INFO(result.err);
      CHECK(result.status == 0);
      // No character without a glyph, no line that leaves its margins.
      CHECK(count(result.err, "[font.") == 0);
      CHECK(count(result.err, "[layout.") == 0);
      std::string const stem = article.stem().string();
      std::string const epub = whole::contents(out.path() / (stem + ".epub"));
      CHECK(epub.starts_with("PK\x03\x04"));
      CHECK(epub.substr(30, 28) == "mimetypeapplication/epub+zip");
      auto const check = whole::run({"qpdf", "--check", out.path() / (stem + ".pdf")});
      INFO(check.out, check.err);
      CHECK(check.status == 0);
      CHECK(count(check.out + check.err, "WARNING") == 0);
    }
    CHECK(out.files().size() == 9 * whole::articles().size());
  }
}
