#include <algorithm>

#include "convert/editors_note.hpp"
#include "text/tag.hpp"

namespace ms::convert {
namespace {

/// In the order of NoteWords: the note itself; what was left out; what went to the metadata; what was left
/// out without being sure.
constexpr NoteWords rows[] = {
    {"en", "Editor’s note", "Left out", "Moved to the metadata", "Left out, but uncertain"},
    {"af", "Redakteursnota", "Weggelaat", "Na die metadata geskuif", "Weggelaat, maar onseker"},
    {"ar", "ملاحظة التحرير", "ما حُذف", "ما نُقل إلى البيانات الوصفية", "ما حُذف من غير يقين"},
    {"az", "Redaktorun qeydi", "Çıxarılanlar", "Metaməlumatlara köçürülənlər", "Çıxarılıb, amma dəqiq deyil"},
    {"be", "Заўвага рэдактара", "Прапушчана", "Перанесена ў метаданыя", "Прапушчана, але без упэўненасці"},
    {"bg", "Бележка на редактора", "Пропуснато", "Преместено в метаданните", "Пропуснато, но несигурно"},
    {"bn", "সম্পাদকের টীকা", "যা বাদ দেওয়া হয়েছে", "যা মেটাডেটায় সরানো হয়েছে",
     "বাদ দেওয়া হয়েছে, তবে নিশ্চিত নয়"},
    {"bs", "Napomena urednika", "Izostavljeno", "Premješteno u metapodatke", "Izostavljeno, ali nesigurno"},
    {"ca", "Nota de l’editor", "Omès", "Traslladat a les metadades", "Omès, però incert"},
    {"cs", "Poznámka redakce", "Vynecháno", "Přesunuto do metadat", "Vynecháno, ale nejisté"},
    {"da", "Redaktionens note", "Udeladt", "Flyttet til metadata", "Udeladt, men usikkert"},
    {"de", "Anmerkung der Redaktion", "Weggelassen", "In die Metadaten verschoben",
     "Weggelassen, aber unsicher"},
    {"el", "Σημείωση του επιμελητή", "Παραλείφθηκαν", "Μεταφέρθηκαν στα μεταδεδομένα",
     "Παραλείφθηκαν, αλλά με αβεβαιότητα"},
    {"es", "Nota del editor", "Omitido", "Trasladado a los metadatos", "Omitido, pero dudoso"},
    {"et", "Toimetaja märkus", "Välja jäetud", "Metaandmetesse viidud", "Välja jäetud, kuid ebakindel"},
    {"eu", "Editorearen oharra", "Kendutakoa", "Metadatuetara eramandakoa", "Kendutakoa, baina zalantzazkoa"},
    {"fa", "یادداشت ویراستار", "کنار گذاشته‌شده", "منتقل‌شده به فراداده",
     "کنار گذاشته‌شده، اما نامطمئن"},
    {"fi", "Toimituksen huomautus", "Jätetty pois", "Siirretty metatietoihin",
     "Jätetty pois, mutta epävarmaa"},
    {"fr", "Note de la rédaction", "Omis", "Déplacé vers les métadonnées", "Omis, mais incertain"},
    {"gl", "Nota do editor", "Omitido", "Trasladado aos metadatos", "Omitido, pero dubidoso"},
    {"he", "הערת העורך", "הושמט", "הועבר למטא־נתונים", "הושמט, אך לא בוודאות"},
    {"hi", "संपादक की टिप्पणी", "छोड़ा गया", "मेटाडेटा में ले जाया गया", "छोड़ा गया, पर अनिश्चित"},
    {"hr", "Napomena urednika", "Izostavljeno", "Premješteno u metapodatke", "Izostavljeno, ali nesigurno"},
    {"hu", "A szerkesztő megjegyzése", "Kihagyva", "A metaadatokba áthelyezve", "Kihagyva, de bizonytalan"},
    {"hy", "Խմբագրի նշում", "Բաց թողնված", "Տեղափոխված մետատվյալներ", "Բաց թողնված, բայց ոչ վստահ"},
    {"id", "Catatan editor", "Dihilangkan", "Dipindahkan ke metadata", "Dihilangkan, tetapi tidak pasti"},
    {"is", "Athugasemd ritstjóra", "Sleppt", "Fært í lýsigögn", "Sleppt, en óvíst"},
    {"it", "Nota del curatore", "Omesso", "Spostato nei metadati", "Omesso, ma incerto"},
    {"ja", "編集注", "省いたもの", "メタデータに移したもの", "省いたが確かでないもの"},
    {"ka", "რედაქტორის შენიშვნა", "გამოტოვებული", "მეტამონაცემებში გადატანილი",
     "გამოტოვებული, მაგრამ არა დანამდვილებით"},
    {"kk", "Редактор ескертпесі", "Алынып тасталды", "Метадеректерге көшірілді",
     "Алынып тасталды, бірақ анық емес"},
    {"ko", "편집자 주", "뺀 것", "메타데이터로 옮긴 것", "뺐지만 확실하지 않은 것"},
    {"lt", "Redaktoriaus pastaba", "Praleista", "Perkelta į metaduomenis", "Praleista, bet neaišku"},
    {"lv", "Redaktora piezīme", "Izlaists", "Pārvietots uz metadatiem", "Izlaists, bet nav droši"},
    {"mk", "Забелешка на уредникот", "Изоставено", "Преместено во метаподатоците",
     "Изоставено, но несигурно"},
    {"mr", "संपादकाची टीप", "वगळलेले", "मेटाडेटात हलवलेले", "वगळलेले, पण अनिश्चित"},
    {"ms", "Nota editor", "Ditinggalkan", "Dipindahkan ke metadata", "Ditinggalkan, tetapi tidak pasti"},
    {"nb", "Redaksjonell merknad", "Utelatt", "Flyttet til metadata", "Utelatt, men usikkert"},
    {"ne", "सम्पादकको टिप्पणी", "छोडिएको", "मेटाडेटामा सारिएको", "छोडिएको, तर अनिश्चित"},
    {"nl", "Noot van de redactie", "Weggelaten", "Naar de metagegevens verplaatst",
     "Weggelaten, maar onzeker"},
    {"nn", "Redaksjonell merknad", "Utelate", "Flytta til metadata", "Utelate, men usikkert"},
    {"no", "Redaksjonell merknad", "Utelatt", "Flyttet til metadata", "Utelatt, men usikkert"},
    {"pl", "Od redakcji", "Pominięto", "Przeniesiono do metadanych", "Pominięto, choć niepewnie"},
    {"pt", "Nota do editor", "Omitido", "Movido para os metadados", "Omitido, mas incerto"},
    {"ro", "Nota redacției", "Omis", "Mutat în metadate", "Omis, dar nesigur"},
    {"ru", "Примечание редактора", "Опущено", "Перенесено в метаданные", "Опущено, но без уверенности"},
    {"sk", "Poznámka redakcie", "Vynechané", "Presunuté do metadát", "Vynechané, ale neisté"},
    {"sl", "Opomba urednika", "Izpuščeno", "Premaknjeno med metapodatke", "Izpuščeno, a negotovo"},
    {"sq", "Shënim i redaktorit", "Lënë jashtë", "Kaluar te metadatat", "Lënë jashtë, por e pasigurt"},
    {"sr", "Напомена уредника", "Изостављено", "Премештено у метаподатке", "Изостављено, али несигурно"},
    {"sr-Latn", "Napomena urednika", "Izostavljeno", "Premešteno u metapodatke",
     "Izostavljeno, ali nesigurno"},
    {"sv", "Redaktionens anmärkning", "Utelämnat", "Flyttat till metadata", "Utelämnat, men osäkert"},
    {"sw", "Maelezo ya mhariri", "Yaliyoachwa", "Yaliyohamishiwa kwenye metadata",
     "Yaliyoachwa, bila uhakika"},
    {"ta", "ஆசிரியர் குறிப்பு", "விடப்பட்டவை", "மேனிலைத் தரவுக்கு மாற்றப்பட்டவை", "விடப்பட்டவை, ஆனால் உறுதியில்லை"},
    {"te", "సంపాదకుని గమనిక", "వదిలివేసినవి", "మెటాడేటాకు తరలించినవి", "వదిలివేసినవి, కానీ ఖచ్చితం కాదు"},
    {"th", "หมายเหตุบรรณาธิการ", "ที่ตัดออก", "ที่ย้ายไปยังข้อมูลกำกับ", "ที่ตัดออกแต่ไม่แน่ใจ"},
    {"tr", "Editörün notu", "Çıkarılanlar", "Üst verilere taşınanlar", "Çıkarılmış, ama kesin değil"},
    {"uk", "Примітка редактора", "Пропущено", "Перенесено до метаданих", "Пропущено, але непевно"},
    {"ur", "مدیر کا نوٹ", "جو چھوڑ دیا گیا", "جو میٹا ڈیٹا میں منتقل کیا گیا",
     "جو چھوڑ دیا گیا مگر یقین نہیں"},
    {"vi", "Lời người biên tập", "Đã lược bỏ", "Đã chuyển sang siêu dữ liệu",
     "Đã lược bỏ, nhưng không chắc chắn"},
    {"zh-Hans", "编者注", "略去的内容", "移入元数据的内容", "略去但不确定的内容"},
    {"zh-Hant", "編者註", "略去的內容", "移入後設資料的內容", "略去但不確定的內容"},
};

}  // namespace

NoteWords const& note_words(std::string_view language) {
  auto const row_of = [](std::string_view tag) { return std::ranges::find(rows, tag, &NoteWords::language); };
  std::string const primary(text::primary_language(language)),
      script = text::name_of(text::script_of_tag(language));
  if (auto const* const row = row_of(primary + "-" + script); row != std::end(rows)) return *row;
  if (auto const* const row = row_of(primary); row != std::end(rows)) return *row;
  return rows[0];
}

std::size_t note_languages() {
  return std::size(rows);
}

}  // namespace ms::convert
