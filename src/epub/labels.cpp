#include "epub/labels.hpp"

#include <algorithm>
#include <array>

#include "text/tag.hpp"

namespace ms::epub {
namespace {

struct Row {
  std::string_view language;  ///< primary language, with its script where the language has two
  std::array<std::string_view, 5> words;
};

/// In the order of the enumeration: contents, title page, start of the text, source, untitled.
constexpr Row rows[] = {
    {"en", {"Contents", "Title page", "Start of text", "Source:", "Untitled"}},
    {"af", {"Inhoud", "Titelblad", "Begin van die teks", "Bron:", "Sonder titel"}},
    {"am", {"ማውጫ", "የርዕስ ገጽ", "የጽሑፉ መጀመሪያ", "ምንጭ፦", "ርዕስ የሌለው"}},
    {"ar", {"المحتويات", "صفحة العنوان", "بداية النص", "المصدر:", "بلا عنوان"}},
    {"az", {"Mündəricat", "Titul səhifəsi", "Mətnin başlanğıcı", "Mənbə:", "Başlıqsız"}},
    {"be", {"Змест", "Тытульны ліст", "Пачатак тэксту", "Крыніца:", "Без назвы"}},
    {"bg", {"Съдържание", "Заглавна страница", "Начало на текста", "Източник:", "Без заглавие"}},
    {"bn", {"সূচিপত্র", "শিরোনাম পৃষ্ঠা", "পাঠ্যের শুরু", "উৎস:", "শিরোনামহীন"}},
    {"bs", {"Sadržaj", "Naslovna stranica", "Početak teksta", "Izvor:", "Bez naslova"}},
    {"ca", {"Contingut", "Portada", "Inici del text", "Font:", "Sense títol"}},
    {"cs", {"Obsah", "Titulní strana", "Začátek textu", "Zdroj:", "Bez názvu"}},
    {"da", {"Indhold", "Titelside", "Tekstens begyndelse", "Kilde:", "Uden titel"}},
    {"de", {"Inhalt", "Titelseite", "Textbeginn", "Quelle:", "Ohne Titel"}},
    {"el", {"Περιεχόμενα", "Σελίδα τίτλου", "Αρχή του κειμένου", "Πηγή:", "Χωρίς τίτλο"}},
    {"es", {"Contenido", "Portada", "Comienzo del texto", "Fuente:", "Sin título"}},
    {"et", {"Sisukord", "Tiitelleht", "Teksti algus", "Allikas:", "Pealkirjata"}},
    {"eu", {"Edukia", "Izenburu-orria", "Testuaren hasiera", "Iturria:", "Izenbururik gabe"}},
    {"fa", {"فهرست", "صفحهٔ عنوان", "آغاز متن", "منبع:", "بدون عنوان"}},
    {"fi", {"Sisällys", "Nimiölehti", "Tekstin alku", "Lähde:", "Nimetön"}},
    {"fil", {"Nilalaman", "Pahina ng pamagat", "Simula ng teksto", "Pinagmulan:", "Walang pamagat"}},
    {"fr", {"Sommaire", "Page de titre", "Début du texte", "Source\u00A0:", "Sans titre"}},
    {"gl", {"Contido", "Portada", "Inicio do texto", "Fonte:", "Sen título"}},
    {"gu", {"અનુક્રમણિકા", "શીર્ષક પૃષ્ઠ", "લખાણની શરૂઆત", "સ્રોત:", "શીર્ષક વિનાનું"}},
    {"he", {"תוכן העניינים", "עמוד השער", "תחילת הטקסט", "מקור:", "ללא כותרת"}},
    {"hi", {"विषय-सूची", "शीर्षक पृष्ठ", "पाठ का आरंभ", "स्रोत:", "शीर्षकहीन"}},
    {"hr", {"Sadržaj", "Naslovna stranica", "Početak teksta", "Izvor:", "Bez naslova"}},
    {"hu", {"Tartalom", "Címlap", "A szöveg kezdete", "Forrás:", "Cím nélkül"}},
    {"hy", {"Բովանդակություն", "Տիտղոսաթերթ", "Տեքստի սկիզբը", "Աղբյուր՝", "Անվերնագիր"}},
    {"id", {"Daftar isi", "Halaman judul", "Awal teks", "Sumber:", "Tanpa judul"}},
    {"is", {"Efnisyfirlit", "Titilsíða", "Upphaf texta", "Heimild:", "Án titils"}},
    {"it", {"Indice", "Frontespizio", "Inizio del testo", "Fonte:", "Senza titolo"}},
    {"ja", {"目次", "扉", "本文", "出典：", "無題"}},
    {"ka", {"სარჩევი", "სატიტულო გვერდი", "ტექსტის დასაწყისი", "წყარო:", "უსათაურო"}},
    {"kk", {"Мазмұны", "Титул беті", "Мәтіннің басы", "Дереккөз:", "Атаусыз"}},
    {"km", {"មាតិកា", "ទំព័រចំណងជើង", "ដើមអត្ថបទ", "ប្រភព៖", "គ្មានចំណងជើង"}},
    {"kn", {"ಪರಿವಿಡಿ", "ಶೀರ್ಷಿಕೆ ಪುಟ", "ಪಠ್ಯದ ಆರಂಭ", "ಮೂಲ:", "ಶೀರ್ಷಿಕೆ ಇಲ್ಲ"}},
    {"ko", {"차례", "표제지", "본문 시작", "출처:", "제목 없음"}},
    {"lo", {"ສາລະບານ", "ໜ້າຫົວເລື່ອງ", "ຈຸດເລີ່ມຕົ້ນຂອງເນື້ອຫາ", "ທີ່ມາ:", "ບໍ່ມີຊື່"}},
    {"lt", {"Turinys", "Titulinis puslapis", "Teksto pradžia", "Šaltinis:", "Be pavadinimo"}},
    {"lv", {"Saturs", "Titullapa", "Teksta sākums", "Avots:", "Bez nosaukuma"}},
    {"mk", {"Содржина", "Насловна страница", "Почеток на текстот", "Извор:", "Без наслов"}},
    {"ml", {"ഉള്ളടക്കം", "ശീർഷക താൾ", "പാഠത്തിന്റെ തുടക്കം", "ഉറവിടം:", "ശീർഷകമില്ല"}},
    {"mr", {"अनुक्रमणिका", "शीर्षक पृष्ठ", "मजकुराची सुरुवात", "स्रोत:", "शीर्षक नाही"}},
    {"ms", {"Kandungan", "Halaman judul", "Permulaan teks", "Sumber:", "Tanpa tajuk"}},
    {"my", {"မာတိကာ", "ခေါင်းစဉ်စာမျက်နှာ", "စာသားအစ", "ရင်းမြစ်−", "ခေါင်းစဉ်မရှိ"}},
    {"nb", {"Innhold", "Tittelside", "Begynnelsen av teksten", "Kilde:", "Uten tittel"}},
    {"ne", {"विषयसूची", "शीर्षक पृष्ठ", "पाठको सुरु", "स्रोत:", "शीर्षकविहीन"}},
    {"nl", {"Inhoud", "Titelpagina", "Begin van de tekst", "Bron:", "Zonder titel"}},
    {"nn", {"Innhald", "Tittelside", "Byrjinga av teksten", "Kjelde:", "Utan tittel"}},
    {"no", {"Innhold", "Tittelside", "Begynnelsen av teksten", "Kilde:", "Uten tittel"}},
    {"pa", {"ਤਤਕਰਾ", "ਸਿਰਲੇਖ ਪੰਨਾ", "ਪਾਠ ਦੀ ਸ਼ੁਰੂਆਤ", "ਸਰੋਤ:", "ਬਿਨਾਂ ਸਿਰਲੇਖ"}},
    {"pl", {"Spis treści", "Strona tytułowa", "Początek tekstu", "Źródło:", "Bez tytułu"}},
    {"pt", {"Conteúdo", "Página de título", "Início do texto", "Fonte:", "Sem título"}},
    {"ro", {"Cuprins", "Pagina de titlu", "Începutul textului", "Sursa:", "Fără titlu"}},
    {"ru", {"Содержание", "Титульный лист", "Начало текста", "Источник:", "Без названия"}},
    {"si", {"පටුන", "මාතෘකා පිටුව", "පෙළ ආරම්භය", "මූලාශ්‍රය:", "මාතෘකාවක් නැත"}},
    {"sk", {"Obsah", "Titulná strana", "Začiatok textu", "Zdroj:", "Bez názvu"}},
    {"sl", {"Vsebina", "Naslovna stran", "Začetek besedila", "Vir:", "Brez naslova"}},
    {"sr", {"Садржај", "Насловна страна", "Почетак текста", "Извор:", "Без наслова"}},
    {"sr-Latn", {"Sadržaj", "Naslovna strana", "Početak teksta", "Izvor:", "Bez naslova"}},
    {"sv", {"Innehåll", "Titelsida", "Textens början", "Källa:", "Utan titel"}},
    {"sw", {"Yaliyomo", "Ukurasa wa kichwa", "Mwanzo wa maandishi", "Chanzo:", "Bila kichwa"}},
    {"ta", {"பொருளடக்கம்", "தலைப்புப் பக்கம்", "உரையின் தொடக்கம்", "மூலம்:", "தலைப்பில்லை"}},
    {"te", {"విషయ సూచిక", "శీర్షిక పేజీ", "పాఠ్యం ప్రారంభం", "మూలం:", "శీర్షిక లేదు"}},
    {"th", {"สารบัญ", "หน้าชื่อเรื่อง", "จุดเริ่มต้นของเนื้อหา", "ที่มา:", "ไม่มีชื่อ"}},
    {"tr", {"İçindekiler", "Başlık sayfası", "Metnin başlangıcı", "Kaynak:", "Başlıksız"}},
    {"uk", {"Зміст", "Титульна сторінка", "Початок тексту", "Джерело:", "Без назви"}},
    {"ur", {"فہرست", "سرورق", "متن کا آغاز", "ماخذ:", "بلا عنوان"}},
    {"vi", {"Mục lục", "Trang tiêu đề", "Đầu văn bản", "Nguồn:", "Không có tiêu đề"}},
    {"zh-Hans", {"目录", "书名页", "正文", "来源：", "无标题"}},
    {"zh-Hant", {"目錄", "書名頁", "正文", "來源：", "無標題"}},
};

struct Summary {
  std::string_view language;
  std::string_view text, all_images, not_all_images;
};

constexpr Summary summaries[] = {
    {"en", "All text can be resized, restyled and read aloud; there is a table of contents.",
     "Every image has a text alternative.", "Some images have no text alternative."},
    {"ar", "يمكن تكبير النص كله وتغيير شكله وقراءته بصوت عالٍ؛ ويوجد جدول محتويات.", "لكل صورة نص بديل.",
     "بعض الصور بلا نص بديل."},
    {"de",
     "Der gesamte Text lässt sich vergrößern, umgestalten und vorlesen; es gibt ein Inhaltsverzeichnis.",
     "Jedes Bild hat eine Textalternative.", "Einige Bilder haben keine Textalternative."},
    {"es", "Todo el texto puede ampliarse, cambiar de aspecto y leerse en voz alta; hay un índice.",
     "Cada imagen tiene una alternativa textual.", "Algunas imágenes no tienen alternativa textual."},
    {"fa",
     "همهٔ متن را می‌توان بزرگ کرد، ظاهرش را تغییر داد و با صدای بلند "
     "خواند؛ "
     "فهرست "
     "مطالب "
     "دارد.",
     "هر تصویر متن جایگزین دارد.", "برخی تصویرها متن جایگزین ندارند."},
    {"fr",
     "Tout le texte peut être agrandi, remis en forme et lu à voix haute ; il y a une table des matières.",
     "Chaque image a une alternative textuelle.", "Certaines images n’ont pas d’alternative textuelle."},
    {"he", "אפשר להגדיל את כל הטקסט, לשנות את עיצובו ולהקריא אותו; יש תוכן עניינים.",
     "לכל תמונה יש חלופה טקסטואלית.", "לחלק מהתמונות אין חלופה טקסטואלית."},
    {"hi", "पूरे पाठ का आकार और रूप बदला जा सकता है और उसे ज़ोर से पढ़ा जा सकता है; विषय-सूची उपलब्ध है।",
     "हर चित्र का पाठ विकल्प है।", "कुछ चित्रों का पाठ विकल्प नहीं है।"},
    {"id", "Seluruh teks dapat diperbesar, diubah tampilannya, dan dibacakan; tersedia daftar isi.",
     "Setiap gambar memiliki teks alternatif.", "Beberapa gambar tidak memiliki teks alternatif."},
    {"it", "Tutto il testo può essere ingrandito, reimpaginato e letto ad alta voce; c’è un indice.",
     "Ogni immagine ha un’alternativa testuale.", "Alcune immagini non hanno un’alternativa testuale."},
    {"ja", "本文はすべて拡大、表示の変更、読み上げができます。目次があります。",
     "すべての画像に代替テキストがあります。", "代替テキストのない画像があります。"},
    {"ko", "모든 텍스트는 크기와 모양을 바꾸고 소리 내어 읽을 수 있으며, 차례가 있습니다.",
     "모든 이미지에 대체 텍스트가 있습니다.", "일부 이미지에는 대체 텍스트가 없습니다."},
    {"nl", "Alle tekst kan worden vergroot, anders opgemaakt en voorgelezen; er is een inhoudsopgave.",
     "Elke afbeelding heeft een tekstalternatief.", "Sommige afbeeldingen hebben geen tekstalternatief."},
    {"pl", "Cały tekst można powiększyć, zmienić jego wygląd i odczytać na głos; jest spis treści.",
     "Każda ilustracja ma tekst alternatywny.", "Niektóre ilustracje nie mają tekstu alternatywnego."},
    {"pt", "Todo o texto pode ser ampliado, reformatado e lido em voz alta; há um sumário.",
     "Cada imagem tem uma alternativa em texto.", "Algumas imagens não têm alternativa em texto."},
    {"ru", "Весь текст можно увеличить, оформить иначе и прочесть вслух; есть оглавление.",
     "У каждого изображения есть текстовое описание.", "У некоторых изображений нет текстового описания."},
    {"sv", "All text kan förstoras, formges om och läsas upp; det finns en innehållsförteckning.",
     "Varje bild har ett textalternativ.", "Vissa bilder saknar textalternativ."},
    {"th", "ข้อความทั้งหมดปรับขนาด เปลี่ยนรูปแบบ และอ่านออกเสียงได้ มีสารบัญ", "ภาพทุกภาพมีข้อความแทน",
     "บางภาพไม่มีข้อความแทน"},
    {"tr",
     "Metnin tamamı büyütülebilir, biçimi değiştirilebilir ve sesli okunabilir; içindekiler listesi vardır.",
     "Her görselin metin karşılığı vardır.", "Bazı görsellerin metin karşılığı yoktur."},
    {"uk", "Увесь текст можна збільшити, оформити інакше й прочитати вголос; є зміст.",
     "Кожне зображення має текстовий опис.", "Деякі зображення не мають текстового опису."},
    {"vi", "Toàn bộ văn bản có thể phóng to, đổi kiểu và đọc thành tiếng; có mục lục.",
     "Mọi hình ảnh đều có văn bản thay thế.", "Một số hình ảnh không có văn bản thay thế."},
    {"zh-Hans", "全部文字均可放大、更改样式和朗读，并有目录。", "每幅图像都有替代文本。",
     "部分图像没有替代文本。"},
    {"zh-Hant", "全部文字均可放大、更改樣式和朗讀，並有目錄。", "每幅圖像都有替代文字。",
     "部分圖像沒有替代文字。"},
};

/// The row of the language and script, or of the language alone; the first row, English, when there is none.
template <typename Table>
auto const& row_of(Table const& table, std::string_view tag) {
  std::string const language(text::primary_language(tag));
  std::string const with_script = language + "-" + text::name_of(text::script_of_tag(tag));
  for (std::string const& key : {with_script, language == "tl" ? std::string("fil") : language}) {
    auto const found = std::find_if(std::begin(table), std::end(table),
                                    [&](auto const& row) { return row.language == key; });
    if (found != std::end(table)) return *found;
  }
  return table[0];
}

/// A label keeps the edition's own tag when it is in its language: en-GB stays en-GB.
Place place_of(std::string_view row, std::string_view tag) {
  bool const own =
      text::primary_language(row) == text::primary_language(tag) || (row == "fil" && tag == "tl");
  std::string const language(own ? tag : row);
  return {language, text::direction_of_tag(language).value_or(text::Direction::ltr)};
}

}  // namespace

Label label(std::string_view language, Labels which) {
  Row const& row = row_of(rows, language);
  return {std::string(row.words[static_cast<std::size_t>(which)]), place_of(row.language, language)};
}

Label accessibility_summary(std::string_view language, Described images) {
  Summary const& row = row_of(summaries, language);
  std::string text(row.text);
  // Thai has its own spaces between sentences; Chinese and Japanese have none.
  bool const spaced = row.language.substr(0, 2) != "zh" && row.language != "ja";
  std::string_view const more = images == Described::all_images       ? row.all_images
                                : images == Described::not_all_images ? row.not_all_images
                                                                      : std::string_view{};
  if (!more.empty() && spaced) text += ' ';
  text += more;
  return {text, place_of(row.language, language)};
}

std::size_t label_languages() {
  return std::size(rows);
}
std::size_t summary_languages() {
  return std::size(summaries);
}

}  // namespace ms::epub
