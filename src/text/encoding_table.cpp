#include "text/encoding_table.hpp"

namespace ms::text {
namespace {

using Kind = EncodingKind;

/// ICU has no converter for ISO 8859-16.
constexpr std::u32string_view latin10_from_a0 =
    U"\u00A0ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸż"
    U"ÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚß"
    U"àáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ";

// Where ICU's table of the same name differs from the standard (Shift_JIS without the extensions of Windows,
// Big5 without those of Hong Kong) another one is named.
constexpr Encoding table[] = {
    {"UTF-8", Kind::utf8, "", " utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8 "},
    {"UTF-16LE", Kind::utf16le, "", " utf-16le utf-16 unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff "},
    {"UTF-16BE", Kind::utf16be, "", " utf-16be unicodefffe "},
    {"UTF-32LE", Kind::utf32le, "", " utf-32le utf-32 ucs-4 "},
    {"UTF-32BE", Kind::utf32be, "", " utf-32be "},
    {"windows-1252", Kind::single, "ibm-5348_P100-1997",
     " windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso_8859-1 iso88591 latin1 l1 ascii us-ascii "
     "ansi_x3.4-1968 ibm819 cp819 "},
    {"windows-1250", Kind::single, "ibm-5346_P100-1998", " windows-1250 cp1250 x-cp1250 "},
    {"windows-1251", Kind::single, "ibm-5347_P100-1998", " windows-1251 cp1251 x-cp1251 "},
    {"windows-1253", Kind::single, "ibm-5349_P100-1998", " windows-1253 cp1253 x-cp1253 "},
    {"windows-1254", Kind::single, "ibm-5350_P100-1998",
     " windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso_8859-9 latin5 l5 "},
    {"windows-1255", Kind::single, "ibm-9447_P100-2002", " windows-1255 cp1255 x-cp1255 "},
    {"windows-1256", Kind::single, "ibm-9448_X100-2005", " windows-1256 cp1256 x-cp1256 "},
    {"windows-1257", Kind::single, "ibm-9449_P100-2002", " windows-1257 cp1257 x-cp1257 "},
    {"windows-1258", Kind::single, "ibm-5354_P100-1998", " windows-1258 cp1258 x-cp1258 "},
    {"windows-874", Kind::single, "windows-874-2000",
     " windows-874 tis-620 tis620 iso-8859-11 iso8859-11 dos-874 "},
    {"ISO-8859-2", Kind::single, "ibm-912_P100-1995",
     " iso-8859-2 iso8859-2 iso_8859-2 iso88592 latin2 l2 csisolatin2 "},
    {"ISO-8859-3", Kind::single, "ibm-913_P100-2000", " iso-8859-3 iso8859-3 iso_8859-3 latin3 l3 "},
    {"ISO-8859-4", Kind::single, "ibm-914_P100-1995", " iso-8859-4 iso8859-4 iso_8859-4 latin4 l4 "},
    {"ISO-8859-5", Kind::single, "ibm-915_P100-1995", " iso-8859-5 iso8859-5 iso_8859-5 cyrillic "},
    {"ISO-8859-6", Kind::single, "ibm-1089_P100-1995",
     " iso-8859-6 iso8859-6 iso_8859-6 arabic asmo-708 ecma-114 "},
    {"ISO-8859-7", Kind::single, "ibm-9005_X110-2007",
     " iso-8859-7 iso8859-7 iso_8859-7 greek greek8 ecma-118 elot_928 "},
    {"ISO-8859-8", Kind::single, "ibm-5012_P100-1999",
     " iso-8859-8 iso8859-8 iso_8859-8 hebrew visual iso-8859-8-i logical "},
    {"ISO-8859-13", Kind::single, "ibm-921_P100-1995", " iso-8859-13 iso8859-13 iso885913 "},
    {"ISO-8859-14", Kind::single, "iso-8859_14-1998", " iso-8859-14 iso8859-14 iso885914 "},
    {"ISO-8859-15", Kind::single, "ibm-923_P100-1998", " iso-8859-15 iso8859-15 iso_8859-15 latin9 l9 "},
    {"KOI8-R", Kind::single, "ibm-878_P100-1996", " koi8-r koi koi8 koi8_r cskoi8r "},
    {"KOI8-U", Kind::single, "ibm-1168_P100-2002", " koi8-u koi8-ru "},
    {"IBM866", Kind::single, "ibm-866_P100-1995", " ibm866 cp866 866 csibm866 "},
    {"macintosh", Kind::single, "macos-0_2-10.2", " macintosh mac x-mac-roman csmacintosh "},
    {"ISO-8859-10", Kind::single, "iso-8859_10-1998", " iso-8859-10 iso8859-10 iso885910 latin6 l6 "},
    {"ISO-8859-16", Kind::single, "", " iso-8859-16 iso8859-16 iso885916 ", latin10_from_a0},
    {"mac-cyrillic", Kind::single, "macos-7_3-10.2", " mac-cyrillic x-mac-cyrillic x-mac-ukrainian "},
    {"mac-latin2", Kind::single, "macos-29-10.2", " mac-latin2 x-mac-ce x-mac-centraleurroman "},
    {"mac-turkish", Kind::single, "macos-35-10.2", " mac-turkish x-mac-turkish "},
    {"mac-greek", Kind::single, "macos-6_2-10.4", " mac-greek x-mac-greek "},
    {"IBM437", Kind::single, "ibm-437_P100-1995", " ibm437 cp437 437 "},
    {"IBM850", Kind::single, "ibm-850_P100-1995", " ibm850 cp850 850 "},
    {"IBM852", Kind::single, "ibm-852_P100-1995", " ibm852 cp852 852 "},
    {"IBM855", Kind::single, "ibm-855_P100-1995", " ibm855 cp855 855 "},
    {"IBM857", Kind::single, "ibm-857_P100-1995", " ibm857 cp857 857 "},
    {"IBM862", Kind::single, "ibm-862_P100-1995", " ibm862 cp862 862 "},
    {"IBM865", Kind::single, "ibm-865_P100-1995", " ibm865 cp865 865 "},
    {"cp737", Kind::single, "ibm-737_P100-1997", " cp737 ibm737 737 "},
    {"cp775", Kind::single, "ibm-775_P100-1996", " cp775 ibm775 775 "},
    {"Shift_JIS", Kind::multi, "ibm-943_P15A-2003",
     " shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j cp932 csshiftjis "},
    {"EUC-JP", Kind::multi, "euc-jp-2007", " euc-jp x-euc-jp cseucpkdfmtjapanese "},
    {"ISO-2022-JP", Kind::stateful, "ISO_2022,locale=ja,version=0", " iso-2022-jp csiso2022jp "},
    {"gb18030", Kind::multi, "gb18030",
     " gb18030 gbk gb2312 gb_2312 gb_2312-80 chinese x-gbk cp936 iso-ir-58 euc-cn "},
    {"Big5", Kind::multi, "ibm-1375_P100-2008", " big5 big5-hkscs big5hkscs cn-big5 x-x-big5 csbig5 cp950 "},
    {"EUC-KR", Kind::multi, "windows-949-2000",
     " euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 cp949 uhc cseuckr "},
    {"ISO-2022-KR", Kind::stateful, "ISO_2022,locale=ko,version=0", " iso-2022-kr csiso2022kr "},
    {"HZ-GB-2312", Kind::stateful, "HZ", " hz-gb-2312 hz "},
};

}  // namespace

std::span<Encoding const> encodings() {
  return table;
}

}  // namespace ms::text
