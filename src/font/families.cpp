#include "font/families.hpp"

#include <string>

namespace ms::font {
namespace {

constexpr std::string_view latin_serif = "Noto Serif|DejaVu Serif|Liberation Serif|FreeSerif";
constexpr std::string_view latin_sans = "Noto Sans|DejaVu Sans|Liberation Sans|FreeSans";
constexpr std::string_view latin_mono =
    "Noto Sans Mono|DejaVu Sans Mono|Liberation Mono|Noto Sans Mono CJK JP";

// Punjabi is in Gurmukhi in India: only its Arabic script looks here.
constexpr std::string_view nastaliq_languages = " ur pa pnb ks lah skr hno hnd khw phr ";

// Regions of Han: the language says which shapes a reader expects (clreq 2.2, jlreq 1.1).
constexpr std::string_view japanese = " ja ", korean = " ko ";
constexpr std::string_view taiwanese = " zh-Hant zh-TW lzh nan hak ";
constexpr std::string_view hong_kong = " zh-HK zh-MO zh-Hant-HK zh-Hant-MO yue ";

constexpr FamilyRow rows[] = {
    {"Latn", "", latin_serif, latin_sans, latin_mono},
    {"Grek", "", latin_serif, latin_sans, latin_mono},
    {"Cyrl", "", latin_serif, latin_sans, latin_mono},
    {"Arab", nastaliq_languages, "Noto Nastaliq Urdu|Noto Naskh Arabic|DejaVu Sans", "", ""},
    {"Arab", "", "Noto Naskh Arabic|DejaVu Sans", "Noto Sans Arabic|Noto Kufi Arabic", ""},
    {"Hebr", "", "Noto Serif Hebrew|DejaVu Sans", "Noto Sans Hebrew", ""},

    {"Hani", japanese, "Noto Serif CJK JP", "Noto Sans CJK JP", "Noto Sans Mono CJK JP"},
    {"Hani", korean, "Noto Serif CJK KR", "Noto Sans CJK KR", "Noto Sans Mono CJK KR"},
    {"Hani", hong_kong, "Noto Serif CJK HK", "Noto Sans CJK HK", "Noto Sans Mono CJK HK"},
    {"Hani", taiwanese, "Noto Serif CJK TC", "Noto Sans CJK TC", "Noto Sans Mono CJK TC"},
    {"Hani", "", "Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Sans Mono CJK SC"},
    {"Hang", "", "Noto Serif CJK KR", "Noto Sans CJK KR", "Noto Sans Mono CJK KR"},
    {"Bopo", "", "Noto Serif CJK TC", "Noto Sans CJK TC", "Noto Sans Mono CJK TC"},
    {"Yiii", "", "Noto Sans Yi", "", ""},
    {"Lisu", "", "Noto Sans Lisu", "", ""},
    {"Plrd", "", "Noto Sans Miao", "", ""},
    {"Nshu", "", "Noto Traditional Nushu|Noto Sans Nushu", "Noto Sans Nushu", ""},
    {"Tang", "", "Noto Serif Tangut", "", ""},

    {"Deva", "", "Noto Serif Devanagari", "Noto Sans Devanagari", ""},
    {"Beng", "", "Noto Serif Bengali", "Noto Sans Bengali", ""},
    {"Guru", "", "Noto Serif Gurmukhi", "Noto Sans Gurmukhi", ""},
    {"Gujr", "", "Noto Serif Gujarati", "Noto Sans Gujarati", ""},
    {"Orya", "", "Noto Serif Oriya|Noto Sans Oriya", "Noto Sans Oriya", ""},
    {"Taml", "", "Noto Serif Tamil", "Noto Sans Tamil", ""},
    {"Telu", "", "Noto Serif Telugu", "Noto Sans Telugu", ""},
    {"Knda", "", "Noto Serif Kannada", "Noto Sans Kannada", ""},
    {"Mlym", "", "Noto Serif Malayalam", "Noto Sans Malayalam", ""},
    {"Sinh", "", "Noto Serif Sinhala", "Noto Sans Sinhala", ""},
    {"Thaa", "", "Noto Sans Thaana", "", ""},
    {"Olck", "", "Noto Sans Ol Chiki", "", ""},
    {"Mtei", "", "Noto Sans Meetei Mayek", "", ""},
    {"Sylo", "", "Noto Sans Syloti Nagri", "", ""},
    {"Cakm", "", "Noto Sans Chakma", "", ""},
    {"Lepc", "", "Noto Sans Lepcha", "", ""},
    {"Limb", "", "Noto Sans Limbu", "", ""},
    {"Newa", "", "Noto Sans Newa", "", ""},
    {"Tirh", "", "Noto Sans Tirhuta", "", ""},
    {"Kthi", "", "Noto Sans Kaithi", "", ""},
    {"Modi", "", "Noto Sans Modi", "", ""},
    {"Mahj", "", "Noto Sans Mahajani", "", ""},
    {"Khoj", "", "Noto Serif Khojki", "Noto Sans Khojki", ""},
    {"Sind", "", "Noto Sans Khudawadi", "", ""},
    {"Mult", "", "Noto Sans Multani", "", ""},
    {"Takr", "", "Noto Sans Takri", "", ""},
    {"Dogr", "", "Noto Serif Dogra", "", ""},
    {"Shrd", "", "Noto Sans Sharada", "", ""},
    {"Saur", "", "Noto Sans Saurashtra", "", ""},
    {"Gran", "", "Noto Serif Grantha", "Noto Sans Grantha", ""},
    {"Sidd", "", "Noto Sans Siddham", "", ""},
    {"Brah", "", "Noto Sans Brahmi", "", ""},
    {"Khar", "", "Noto Sans Kharoshthi", "", ""},
    {"Bhks", "", "Noto Sans Bhaiksuki", "", ""},
    {"Ahom", "", "Noto Serif Ahom", "", ""},
    {"Wara", "", "Noto Sans Warang Citi", "", ""},
    {"Wcho", "", "Noto Sans Wancho", "", ""},
    {"Sora", "", "Noto Sans Sora Sompeng", "", ""},
    {"Mroo", "", "Noto Sans Mro", "", ""},
    {"Gong", "", "Noto Sans Gunjala Gondi", "", ""},
    {"Gonm", "", "Noto Sans Masaram Gondi", "", ""},
    {"Rohg", "", "Noto Sans Hanifi Rohingya", "", ""},
    {"Pauc", "", "Noto Sans Pau Cin Hau", "", ""},

    {"Thai", "", "Noto Serif Thai", "Noto Sans Thai", ""},
    {"Laoo", "", "Noto Serif Lao", "Noto Sans Lao", ""},
    {"Khmr", "", "Noto Serif Khmer", "Noto Sans Khmer", ""},
    {"Mymr", "", "Noto Serif Myanmar", "Noto Sans Myanmar", ""},
    {"Tibt", "", "Noto Serif Tibetan", "", ""},
    {"Phag", "", "Noto Sans PhagsPa", "", ""},
    {"Marc", "", "Noto Sans Marchen", "", ""},
    {"Soyo", "", "Noto Sans Soyombo", "", ""},
    {"Zanb", "", "Noto Sans Zanabazar Square", "", ""},
    {"Mong", "", "Noto Sans Mongolian", "", ""},
    {"Tale", "", "Noto Sans Tai Le", "", ""},
    {"Talu", "", "Noto Sans New Tai Lue", "", ""},
    {"Lana", "", "Noto Sans Tai Tham", "", ""},
    {"Tavt", "", "Noto Sans Tai Viet", "", ""},
    {"Cham", "", "Noto Sans Cham", "", ""},
    {"Kali", "", "Noto Sans Kayah Li", "", ""},
    {"Hmng", "", "Noto Sans Pahawh Hmong", "", ""},
    {"Hmnp", "", "Noto Serif Hmong Nyiakeng", "", ""},
    {"Java", "", "Noto Sans Javanese", "", ""},
    {"Bali", "", "Noto Serif Balinese", "Noto Sans Balinese", ""},
    {"Sund", "", "Noto Sans Sundanese", "", ""},
    {"Batk", "", "Noto Sans Batak", "", ""},
    {"Bugi", "", "Noto Sans Buginese", "", ""},
    {"Rjng", "", "Noto Sans Rejang", "", ""},
    {"Tglg", "", "Noto Sans Tagalog", "", ""},
    {"Hano", "", "Noto Sans Hanunoo", "", ""},
    {"Buhd", "", "Noto Sans Buhid", "", ""},
    {"Tagb", "", "Noto Sans Tagbanwa", "", ""},

    {"Armn", "", "Noto Serif Armenian|DejaVu Serif", "Noto Sans Armenian|DejaVu Sans", ""},
    {"Geor", "", "Noto Serif Georgian|DejaVu Serif", "Noto Sans Georgian|DejaVu Sans", ""},
    {"Ethi", "", "Noto Serif Ethiopic", "Noto Sans Ethiopic", ""},
    {"Cher", "", "Noto Sans Cherokee", "", ""},
    {"Cans", "", "Noto Sans Canadian Aboriginal", "", ""},
    {"Osge", "", "Noto Sans Osage", "", ""},
    {"Dsrt", "", "Noto Sans Deseret", "", ""},
    {"Shaw", "", "Noto Sans Shavian", "", ""},
    {"Tfng", "", "Noto Sans Tifinagh", "", ""},
    {"Nkoo", "", "Noto Sans NKo", "", ""},
    {"Adlm", "", "Noto Sans Adlam", "", ""},
    {"Vaii", "", "Noto Sans Vai", "", ""},
    {"Bamu", "", "Noto Sans Bamum", "", ""},
    {"Bass", "", "Noto Sans Bassa Vah", "", ""},
    {"Mend", "", "Noto Sans Mende Kikakui", "", ""},
    {"Medf", "", "Noto Sans Medefaidrin", "", ""},
    {"Osma", "", "Noto Sans Osmanya", "", ""},
    {"Syrc", "", "Noto Sans Syriac", "", ""},
    {"Samr", "", "Noto Sans Samaritan", "", ""},
    {"Mand", "", "Noto Sans Mandaic", "", ""},
    {"Yezi", "", "Noto Serif Yezidi", "", ""},
    {"Copt", "", "Noto Sans Coptic", "", ""},
    {"Dupl", "", "Noto Sans Duployan", "", ""},
    {"Sgnw", "", "Noto Sans SignWriting", "", ""},

    {"Aghb", "", "Noto Sans Caucasian Albanian", "", ""},
    {"Armi", "", "Noto Sans Imperial Aramaic", "", ""},
    {"Avst", "", "Noto Sans Avestan", "", ""},
    {"Cari", "", "Noto Sans Carian", "", ""},
    {"Cprt", "", "Noto Sans Cypriot", "", ""},
    {"Egyp", "", "Noto Sans Egyptian Hieroglyphs", "", ""},
    {"Elba", "", "Noto Sans Elbasan", "", ""},
    {"Elym", "", "Noto Sans Elymaic", "", ""},
    {"Glag", "", "Noto Sans Glagolitic", "", ""},
    {"Goth", "", "Noto Sans Gothic", "", ""},
    {"Hatr", "", "Noto Sans Hatran", "", ""},
    {"Hluw", "", "Noto Sans Anatolian Hieroglyphs", "", ""},
    {"Hung", "", "Noto Sans Old Hungarian", "", ""},
    {"Ital", "", "Noto Sans Old Italic", "", ""},
    {"Lina", "", "Noto Sans Linear A", "", ""},
    {"Linb", "", "Noto Sans Linear B", "", ""},
    {"Lyci", "", "Noto Sans Lycian", "", ""},
    {"Lydi", "", "Noto Sans Lydian", "", ""},
    {"Mani", "", "Noto Sans Manichaean", "", ""},
    {"Merc", "", "Noto Sans Meroitic", "", ""},
    {"Mero", "", "Noto Sans Meroitic", "", ""},
    {"Narb", "", "Noto Sans Old North Arabian", "", ""},
    {"Nbat", "", "Noto Sans Nabataean", "", ""},
    {"Ogam", "", "Noto Sans Ogham", "", ""},
    {"Orkh", "", "Noto Sans Old Turkic", "", ""},
    {"Palm", "", "Noto Sans Palmyrene", "", ""},
    {"Perm", "", "Noto Sans Old Permic", "", ""},
    {"Phli", "", "Noto Sans Inscriptional Pahlavi", "", ""},
    {"Phlp", "", "Noto Sans Psalter Pahlavi", "", ""},
    {"Phnx", "", "Noto Sans Phoenician", "", ""},
    {"Prti", "", "Noto Sans Inscriptional Parthian", "", ""},
    {"Runr", "", "Noto Sans Runic", "", ""},
    {"Sarb", "", "Noto Sans Old South Arabian", "", ""},
    {"Sogd", "", "Noto Sans Sogdian", "", ""},
    {"Sogo", "", "Noto Sans Old Sogdian", "", ""},
    {"Ugar", "", "Noto Sans Ugaritic", "", ""},
    {"Xpeo", "", "Noto Sans Old Persian", "", ""},
    {"Xsux", "", "Noto Sans Cuneiform", "", ""},
};

/// zh-Hant-TW is looked for as zh-Hant-TW, zh-Hant, zh (RFC 4647 3.4, lookup).
bool names(std::string_view list, std::string_view language) {
  while (!language.empty()) {
    std::string const word = ' ' + std::string(language) + ' ';
    if (list.find(word) != std::string_view::npos) return true;
    std::size_t const dash = language.rfind('-');
    language = dash == std::string_view::npos ? std::string_view() : language.substr(0, dash);
  }
  return false;
}

void add_names(std::vector<std::string_view>& list, std::string_view names) {
  while (!names.empty()) {
    std::size_t const bar = names.find('|');
    list.push_back(names.substr(0, bar));
    names = bar == std::string_view::npos ? std::string_view() : names.substr(bar + 1);
  }
}

bool is_one_of(text::Script script, std::initializer_list<text::Script> scripts) {
  for (text::Script const each : scripts)
    if (each == script) return true;
  return false;
}

}  // namespace

std::span<FamilyRow const> family_rows() {
  return rows;
}

FamilyRow const& family_row(text::Script script, std::string_view language) {
  text::Script const wanted = main_script_of(script);
  // Kana are Japanese whatever the language is said to be; Han is so only when the language says so.
  if (is_one_of(script, {text::script_tag("Hira"), text::script_tag("Kana"), text::script_tag("Hrkt"),
                         text::script_tag("Jpan")}))
    language = "ja";
  if (script == text::script_tag("Hant") && !names(hong_kong, language)) language = "zh-Hant";
  if (script == text::script_tag("Aran")) language = "ur";
  for (FamilyRow const& row : rows)
    if (text::script_tag(row.script) == wanted && (row.languages.empty() || names(row.languages, language)))
      return row;
  return rows[0];
}

std::vector<std::string_view> families(FamilyRow const& row, Family family) {
  std::string_view const sans = row.sans.empty() ? row.serif : row.sans;
  std::vector<std::string_view> list;
  if (family == Family::mono) add_names(list, row.mono);
  if (family != Family::serif) add_names(list, sans);
  add_names(list, row.serif);
  if (family == Family::serif) add_names(list, sans);
  return list;
}

std::vector<std::string_view> symbol_families() {
  std::vector<std::string_view> list;
  add_names(list,
            "Noto Sans Symbols|Noto Sans Symbols2|Noto Sans Math|Noto Music|Noto Emoji|Symbola|DejaVu Sans|"
            "Noto Sans CJK JP");
  return list;
}

text::Script main_script_of(text::Script script) {
  using text::script_tag;
  if (is_one_of(script, {script_tag("Jpan"), script_tag("Hrkt"), script_tag("Hira"), script_tag("Kana"),
                         script_tag("Hans"), script_tag("Hant"), script_tag("Hanb")}))
    return script_tag("Hani");
  if (script == script_tag("Kore") || script == script_tag("Jamo")) return script_tag("Hang");
  if (script == script_tag("Aran")) return script_tag("Arab");
  if (is_one_of(script, {script_tag("Zyyy"), script_tag("Zinh"), script_tag("Zzzz"), text::Script()}))
    return script_tag("Latn");
  return script;
}

bool is_nastaliq(text::Script script, std::string_view language) {
  return script == text::script_tag("Aran") ||
         (script == text::script_tag("Arab") && names(nastaliq_languages, language));
}

}  // namespace ms::font
