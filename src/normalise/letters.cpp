#include <map>

#include "normalise/rules_of.hpp"
#include "normalise/scan.hpp"

namespace ms::normalise {
namespace {

#include "normalise/presentation_forms.inc"

/// U+2F00 to U+2FD5 in order: the ideographs that the radicals are drawn like.
constexpr std::u32string_view radicals =
    U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀"
    U"寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋"
    U"比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸"
    U"缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛"
    U"辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻"
    U"黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// U+FF61 to U+FF9D in order, in their full width.
constexpr std::u32string_view full_width_kana =
    U"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ"
    U"ヤユヨラリルレロワン";

struct Form {
  std::u16string_view letters;
  char form = '-';
};

/// Forms by code point, made once.
std::map<char32_t, Form> const& presentation_forms() {
  static std::map<char32_t, Form> const table = [] {
    std::map<char32_t, Form> made;
    for (FormBlock const& block : form_blocks) {
      std::u16string_view rest = block.letters;
      for (std::size_t i = 0; i < block.forms.size(); ++i) {
        std::size_t const end = rest.find(u' ');
        if (block.forms[i] != '-' && rest.substr(0, end) != u"-")
          made[block.first + static_cast<char32_t>(i)] = {rest.substr(0, end), block.forms[i]};
        rest.remove_prefix(end + 1);
      }
    }
    return made;
  }();
  return table;
}

Form form_of(char32_t c) {
  bool const is_in_blocks = (c >= 0xFB50 && c <= 0xFDC7) || (c >= 0xFE70 && c <= 0xFEFC);
  if (!is_in_blocks) return {};
  auto const found = presentation_forms().find(c);
  return found == presentation_forms().end() ? Form{} : found->second;
}

bool is_han_or_kana(char32_t c) {
  text::Script const script = text::script_of(c);
  return text::is_letter(c) && (script == text::script_tag("Hani") || script == text::script_tag("Hira") ||
                                script == text::script_tag("Kana"));
}

}  // namespace

// Word writes bullets as characters of the Symbol and Wingdings fonts, at U+F000 and the font's own number.
text::Edits char_symbol_bullet(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  if (!has_byte(text, '\xEF')) return {};
  for (text::CodePointAt const c : text::code_points(text)) {
    bool const is_bullet = c.value == 0xF0B7 || c.value == 0xF0A7 || c.value == 0xF0D8 || c.value == 0xF0A8;
    if (is_bullet) changes.replace({c.offset, c.end()}, char32_t{0x2022});
  }
  return changes.take();
}

text::Edits char_private_use(std::string_view text, Context const&, base::Diagnostics& diagnostics) {
  if (!has_byte(text, '\xEE') && !has_byte(text, '\xEF') && !has_byte(text, '\xF3') &&
      !has_byte(text, '\xF4'))
    return {};
  for (text::CodePointAt const c : text::code_points(text)) {
    if (!text::is_private_use(c.value)) continue;
    diagnostics.warn("text.private-use", "a private character means something only in the font it came with",
                     base::Range{c.offset, c.end()}, "replace it in the source");
    break;
  }
  return {};
}

// Ligatures that PDF readers copy as they were drawn; the font of the page makes them anew.
text::Edits char_ligature(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  constexpr std::string_view letters[] = {"ff", "fi", "fl", "ffi", "ffl", "\xC5\xBFt", "st"};
  constexpr std::string_view lead = "\xEF\xAC";
  for (std::size_t at = text.find(lead); at != std::string_view::npos; at = text.find(lead, at + 3)) {
    char32_t const c = text::code_point_at(text, at).value;
    if (c >= 0xFB00 && c <= 0xFB06) changes.replace({at, at + 3}, std::string(letters[c - 0xFB00]));
  }
  return changes.take();
}

text::Edits char_halfwidth_kana(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  if (text.find("\xEF\xBD") == std::string_view::npos && text.find("\xEF\xBE") == std::string_view::npos)
    return {};
  Characters const all(text);
  for (std::size_t i = 0; i < all.count(); ++i) {
    char32_t const c = all.at(i);
    bool const is_sound_mark = c == 0xFF9E || c == 0xFF9F;
    if (is_sound_mark) changes.replace(all.range(i), c == 0xFF9E ? char32_t{0x309B} : char32_t{0x309C});
    if (c < 0xFF61 || c > 0xFF9D) continue;
    char32_t const next = all.at(i, 1);
    std::u32string full(1, full_width_kana[c - 0xFF61]);
    if (next == 0xFF9E || next == 0xFF9F) {
      std::u32string const marked = full + (next == 0xFF9E ? U'\x3099' : U'\x309A');
      std::string const composed = text::to_nfc(text::to_utf8(marked));
      bool const is_one = composed.size() == 3;
      changes.replace({all.start(i), all.end(is_one ? i + 1 : i)}, is_one ? composed : text::to_utf8(full));
      i += is_one;
      continue;
    }
    changes.replace(all.range(i), text::to_utf8(full));
  }
  return changes.take();
}

// A radical between ideographs or kana is a drawing of the ideograph, from a PDF; alone it may be meant.
text::Edits char_radical(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  if (text.find("\xE2\xBC") == std::string_view::npos && text.find("\xE2\xBD") == std::string_view::npos &&
      text.find("\xE2\xBE") == std::string_view::npos && text.find("\xE2\xBF") == std::string_view::npos)
    return {};
  Characters const all(text);
  for (std::size_t i = 0; i < all.count(); ++i) {
    char32_t const c = all.at(i);
    if (c < 0x2F00 || c > 0x2FD5 || !(is_han_or_kana(all.at(i, -1)) || is_han_or_kana(all.at(i, 1))))
      continue;
    changes.replace(all.range(i), radicals[c - 0x2F00]);
  }
  return changes.take();
}

// Letters in the forms a PDF drew. Where final forms stand before initial ones the text is in the order of
// the eye, not of reading; turning it is guesswork, so it is reported and stays.
text::Edits char_presentation_form(std::string_view text, Context const&, base::Diagnostics& diagnostics) {
  if (!has_byte(text, '\xEF')) return {};
  Changes changes;
  Characters const all(text);
  std::size_t logical = 0, visual = 0, first = all.count();
  for (std::size_t i = 0; i < all.count(); ++i) {
    char const here = form_of(all.at(i)).form, next = form_of(all.at(i, 1)).form;
    if (here != '-' && first == all.count()) first = i;
    logical += (here == 'i' || here == 'm') && (next == 'm' || next == 'f');
    visual += (here == 'f' || here == 'm') && (next == 'm' || next == 'i');
  }
  if (first == all.count()) return {};
  if (visual > logical) {
    diagnostics.warn("text.visual-order", "Arabic letters stand in the order of the eye, from right to left",
                     all.range(first), "copy the text from another place");
    return {};
  }
  for (std::size_t i = first; i < all.count(); ++i)
    if (Form const form = form_of(all.at(i)); form.form != '-')
      changes.replace(all.range(i), text::to_utf8(form.letters));
  return changes.take();
}

}  // namespace ms::normalise
