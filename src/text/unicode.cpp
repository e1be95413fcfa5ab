#include "text/unicode.hpp"

#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <limits>
#include <unordered_map>
#include <vector>

#include "base/ascii.hpp"
#include "base/ensure.hpp"
#include "text/utf8.hpp"

namespace ms::text {
namespace {

constexpr Script unknown = script_tag("Zzzz");

UChar32 icu_char(char32_t c) {
  return static_cast<UChar32>(c);
}

constexpr bool is_ascii_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Four ASCII letters in the case of ISO 15924: one capital, three small ones.
Script packed(std::string_view name) {
  if (name.size() != 4) return unknown;
  std::uint32_t tag = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    auto const letter = static_cast<unsigned char>(name[i]);
    if (!is_ascii_letter(letter)) return unknown;
    auto const small = static_cast<std::uint32_t>(letter | 0x20);
    tag = tag << 8 | (i == 0 ? small - 0x20 : small);
  }
  return {tag};
}

/// ICU numbers scripts from 0 without gaps; tags by that number.
std::vector<Script> const& tags() {
  static std::vector<Script> const table = [] {
    std::vector<Script> made;
    int const last = u_getIntPropertyMaxValue(UCHAR_SCRIPT);
    for (int code = 0; code <= last; ++code) {
      char const* const name = uscript_getShortName(static_cast<UScriptCode>(code));
      made.push_back(name == nullptr ? unknown : packed(name));
    }
    return made;
  }();
  return table;
}

constexpr bool is_unified_ideograph(char32_t c) {
  return c >= 0x4E00 && c <= 0x9FFF;  // all of them since Unicode 14
}
constexpr bool is_hangul_syllable(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}

UScriptCode icu_script(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode const code = uscript_getScript(icu_char(c), &status);
  return U_SUCCESS(status) ? code : USCRIPT_UNKNOWN;
}

/// What is asked of every character of a text, and a dozen times: for the alphabets and syllabaries it is
/// copied once from ICU, whose tables lie behind several steps.
struct Properties {
  static constexpr char32_t end = 0x3100;
  std::array<std::uint8_t, end> categories{};  ///< of the masks the one bit that is set
  std::array<Script, end> scripts{};
};
Properties made_properties() {
  Properties made;
  for (char32_t c = 0; c < Properties::end; ++c) {
    made.categories[c] = static_cast<std::uint8_t>(u_charType(icu_char(c)));
    auto const code = static_cast<std::size_t>(icu_script(c));
    made.scripts[c] = code < tags().size() ? tags()[code] : unknown;
  }
  return made;
}
[[gnu::always_inline]] inline Properties const& properties() {
  static Properties const table = made_properties();
  return table;
}

std::uint32_t category_mask(char32_t c) {
  if (c < Properties::end) return U_MASK(properties().categories[c]);
  return is_unified_ideograph(c) || is_hangul_syllable(c) ? U_GC_LO_MASK : U_GET_GC_MASK(icu_char(c));
}

UScriptCode icu_script(Script script) {
  static std::unordered_map<std::uint32_t, UScriptCode> const codes = [] {
    std::unordered_map<std::uint32_t, UScriptCode> made;
    for (std::size_t code = 0; code < tags().size(); ++code)
      made.try_emplace(tags()[code].tag, static_cast<UScriptCode>(code));
    return made;
  }();
  auto const found = codes.find(script.tag);
  return found == codes.end() ? USCRIPT_UNKNOWN : found->second;
}

/// The scripts that a tag for a whole writing system stands for (ISO 15924: Jpan, Kore, Hans, Hant, Hanb).
struct WritingSystem {
  Script script;
  std::array<UScriptCode, 3> parts;
};
constexpr std::array<WritingSystem, 5> writing_systems{{
    {script_tag("Jpan"), {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA}},
    {script_tag("Kore"), {USCRIPT_HANGUL, USCRIPT_HAN, USCRIPT_HAN}},
    {script_tag("Hans"), {USCRIPT_HAN, USCRIPT_HAN, USCRIPT_HAN}},
    {script_tag("Hant"), {USCRIPT_HAN, USCRIPT_HAN, USCRIPT_HAN}},
    {script_tag("Hanb"), {USCRIPT_HAN, USCRIPT_BOPOMOFO, USCRIPT_BOPOMOFO}},
}};

bool is_ascii(std::string_view utf8) {
  for (char const c : utf8)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

icu::StringPiece piece(std::string_view utf8) {
  base::ensure(utf8.size() <= std::numeric_limits<std::int32_t>::max(), "a text is shorter than 2 GiB");
  return {utf8.data(), static_cast<std::int32_t>(utf8.size())};
}

icu::Normalizer2 const& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  icu::Normalizer2 const* const normaliser = icu::Normalizer2::getNFCInstance(status);
  base::ensure(U_SUCCESS(status), "ICU has its normalisation data");
  return *normaliser;
}

}  // namespace

Script script_named(std::string_view name) {
  return packed(name);
}

std::string name_of(Script script) {
  std::string name;
  for (int shift = 24; shift >= 0; shift -= 8) name += static_cast<char>(script.tag >> shift & 0xFF);
  return name;
}

Script script_of(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) ? script_tag("Latn") : script_tag("Zyyy");
  if (c < Properties::end) return properties().scripts[c];
  if (is_unified_ideograph(c)) return script_tag("Hani");
  if (is_hangul_syllable(c)) return script_tag("Hang");
  auto const code = static_cast<std::size_t>(icu_script(c));
  return code < tags().size() ? tags()[code] : unknown;
}

bool has_script(char32_t c, Script script) {
  if (c < 0x80) return !is_ascii_letter(c) || script == script_tag("Latn");
  // A letter's own script is among its Script_Extensions, and answers for nearly every letter of a text.
  if (script_of(c) == script && script != unknown && script != script_tag("Zyyy") &&
      script != script_tag("Zinh"))
    return true;
  // uscript_hasScript knows a common character with Script_Extensions only by these, not as common.
  if (uscript_hasScript(icu_char(c), USCRIPT_COMMON) || uscript_hasScript(icu_char(c), USCRIPT_INHERITED))
    return true;
  for (WritingSystem const& system : writing_systems) {
    if (system.script != script) continue;
    for (UScriptCode const part : system.parts)
      if (uscript_hasScript(icu_char(c), part)) return true;
    return false;
  }
  UScriptCode const code = icu_script(script);
  return code != USCRIPT_UNKNOWN && uscript_hasScript(icu_char(c), code);
}

bool is_right_to_left(Script script) {
  return uscript_isRightToLeft(icu_script(script));
}

// These are asked of every character of a text several times: what ASCII and Latin answer needs no table.
bool is_letter(char32_t c) {
  return c < 0x80 ? is_ascii_letter(c) : (category_mask(c) & U_GC_L_MASK) != 0;
}
bool is_mark(char32_t c) {
  constexpr char32_t first_mark = 0x300;
  return c >= first_mark && (category_mask(c) & U_GC_M_MASK) != 0;
}
bool is_digit(char32_t c) {
  constexpr char32_t next_after_ascii = 0x660;
  return c < next_after_ascii ? c >= '0' && c <= '9' : (category_mask(c) & U_GC_ND_MASK) != 0;
}
bool is_upper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : (category_mask(c) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
}
bool is_punctuation(char32_t c) {
  return (category_mask(c) & U_GC_P_MASK) != 0;
}
bool is_white_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  bool const is_far_from_all = (c > 0xA0 && c < 0x1680) || c > 0x3000;
  return !is_far_from_all && u_isUWhiteSpace(icu_char(c));
}
bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);  // no others will be (Unicode's stability policy)
}
bool is_private_use(char32_t c) {
  return (category_mask(c) & U_GC_CO_MASK) != 0;
}
bool is_noncharacter(char32_t c) {
  return U_IS_UNICODE_NONCHAR(c);
}
bool is_opening(char32_t c) {
  return (category_mask(c) & (U_GC_PS_MASK | U_GC_PI_MASK)) != 0;
}
bool is_closing(char32_t c) {
  return (category_mask(c) & (U_GC_PE_MASK | U_GC_PF_MASK)) != 0;
}

bool is_default_ignorable(char32_t c) {
  // The first of them is the soft hyphen; between three others are all letters of most scripts.
  bool const is_far_from_all = c < 0xAD || (c > 0x61C && c < 0x115F) || (c > 0x3164 && c < 0xFE00);
  return !is_far_from_all && u_hasBinaryProperty(icu_char(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}
bool is_emoji_presentation(char32_t c) {
  return u_hasBinaryProperty(icu_char(c), UCHAR_EMOJI_PRESENTATION);
}
bool is_ideographic(char32_t c) {
  constexpr char32_t first = 0x3006;
  if (c < first || is_unified_ideograph(c)) return c >= first;
  return u_hasBinaryProperty(icu_char(c), UCHAR_IDEOGRAPHIC);
}
bool is_sentence_end(char32_t c) {
  return u_hasBinaryProperty(icu_char(c), UCHAR_S_TERM);
}

bool is_wide(char32_t c) {
  constexpr char32_t first_jamo = 0x1100;  // the first of them
  if (c < first_jamo) return false;
  if (is_unified_ideograph(c) || is_hangul_syllable(c)) return true;
  int const width = u_getIntPropertyValue(icu_char(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

char32_t lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  return static_cast<char32_t>(u_tolower(icu_char(c)));
}
char32_t mirrored(char32_t c) {
  return static_cast<char32_t>(u_charMirror(icu_char(c)));
}

int digit_value(char32_t c) {
  return is_digit(c) ? u_charDigitValue(icu_char(c)) : -1;
}

std::string name_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<char, 256> buffer{};
  int const length =
      u_charName(icu_char(c), U_UNICODE_CHAR_NAME, buffer.data(), static_cast<int>(buffer.size()), &status);
  if (U_SUCCESS(status) && length > 0) return {buffer.data(), static_cast<std::size_t>(length)};
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
}

std::string to_nfc(std::string_view utf8) {
  if (is_ascii(utf8)) return std::string(utf8);
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(utf8.size()));
  UErrorCode status = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, piece(utf8), sink, nullptr, status);
  base::ensure(U_SUCCESS(status), "every text has a normal form");
  return out;
}

bool is_nfc(std::string_view utf8) {
  if (is_ascii(utf8)) return true;
  UErrorCode status = U_ZERO_ERROR;
  bool const yes = nfc().isNormalizedUTF8(piece(utf8), status);
  base::ensure(U_SUCCESS(status), "every text is normal or not");
  return yes;
}

std::string folded(std::string_view utf8) {
  if (is_ascii(utf8)) return base::ascii_lower(utf8);
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(utf8.size()));
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, piece(utf8), sink, nullptr, status);
  base::ensure(U_SUCCESS(status), "every text can be folded");
  return out;
}

Script main_script(std::string_view utf8) {
  std::array<std::size_t, USCRIPT_CODE_LIMIT> letters{};
  UScriptCode best = USCRIPT_COMMON;
  for (CodePointAt const c : code_points(utf8)) {
    if (!is_letter(c.value)) continue;
    UScriptCode const code = icu_script(c.value);
    if (code == USCRIPT_COMMON || code == USCRIPT_INHERITED || code == USCRIPT_UNKNOWN) continue;
    // Only a script that overtakes takes the lead, so a tie goes to the one that reached the number first.
    auto const at = static_cast<std::size_t>(code);
    if (++letters[at] > letters[static_cast<std::size_t>(best)]) best = code;
  }
  return tags()[static_cast<std::size_t>(best)];
}

}  // namespace ms::text
