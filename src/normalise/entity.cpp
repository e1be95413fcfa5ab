#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.hpp"
#include "normalise/rules_of.hpp"
#include "normalise/scan.hpp"
#include "text/reference.hpp"

namespace ms::normalise {
namespace {

struct Entity {
  std::string_view name;
  char32_t value;
};

// The names of HTML 4 that are met in pasted text: Latin 1 in order, then what typography needs.
constexpr std::array<std::string_view, 96> latin1 = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
    "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
    "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
    "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
    "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
    "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
    "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
    "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

constexpr Entity others[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},        {"quot", '"'},      {"apos", '\''},
    {"ndash", 0x2013},  {"mdash", 0x2014}, {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},
    {"ldquo", 0x201C},  {"rdquo", 0x201D}, {"bdquo", 0x201E},  {"lsaquo", 0x2039}, {"rsaquo", 0x203A},
    {"hellip", 0x2026}, {"bull", 0x2022},  {"dagger", 0x2020}, {"Dagger", 0x2021}, {"permil", 0x2030},
    {"prime", 0x2032},  {"Prime", 0x2033}, {"euro", 0x20AC},   {"trade", 0x2122},  {"minus", 0x2212},
    {"ensp", 0x2002},   {"emsp", 0x2003},  {"thinsp", 0x2009}, {"zwnj", 0x200C},   {"zwj", 0x200D},
    {"lrm", 0x200E},    {"rlm", 0x200F},   {"OElig", 0x152},   {"oelig", 0x153},   {"Scaron", 0x160},
    {"scaron", 0x161},  {"Yuml", 0x178},   {"larr", 0x2190},   {"uarr", 0x2191},   {"rarr", 0x2192},
    {"darr", 0x2193},   {"le", 0x2264},    {"ge", 0x2265},     {"ne", 0x2260},     {"infin", 0x221E}};

std::optional<char32_t> named(std::string_view name) {
  if (auto const* at = std::ranges::find(latin1, name); at != latin1.end())
    return static_cast<char32_t>(0xA0 + (at - latin1.begin()));
  if (auto const* at = std::ranges::find(others, name, &Entity::name); at != std::end(others))
    return at->value;
  return std::nullopt;
}

struct Reference {
  char32_t value = 0;
  std::size_t length = 0;
};

/// The character reference that starts with the ampersand at `at`, with its semicolon.
std::optional<Reference> reference_at(std::string_view text, std::size_t at) {
  std::string_view const rest = text.substr(at + 1, 12);
  std::size_t const end = rest.find(';');
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  std::string_view const name = rest.substr(0, end);
  std::optional<char32_t> const value =
      name.front() == '#' ? text::numeric_reference(name.substr(1)) : named(name);
  if (!value) return std::nullopt;
  return Reference{*value, end + 2};
}

/// "\uD83D" → its number, or -1.
int escape_at(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || (text[at + 1] != 'u' && text[at + 1] != 'U')) return -1;
  int value = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    int const digit = base::hex_digit(text[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

}  // namespace

// Once only: an ampersand whose removal would make another reference ("&amp;lt;") was meant to be read so.
text::Edits char_entity(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  for (std::size_t at = text.find('&'); at != std::string_view::npos;) {
    std::optional<Reference> const found = reference_at(text, at);
    std::size_t const end = found ? at + found->length : at + 1;
    if (found) {
      std::string const again = fmt::format("&{}", text.substr(end, 12));
      bool const is_twice = found->value == '&' && reference_at(again, 0).has_value();
      bool const is_in_code = text.substr(0, at).ends_with('`');
      if (!is_twice && !is_in_code) changes.replace({at, end}, found->value);
      if (is_twice) {
        at = text.find('&', end + reference_at(again, 0)->length - 1);
        continue;
      }
    }
    at = text.find('&', end);
  }
  return changes.take();
}

// JSON and Java write characters beyond U+FFFF as two escapes; alone they are no character.
text::Edits char_escape(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  for (std::size_t at = text.find('\\'); at != std::string_view::npos;) {
    int const high = escape_at(text, at);
    int const low = high >= 0xD800 && high < 0xDC00 ? escape_at(text, at + 6) : -1;
    bool const is_pair = low >= 0xDC00 && low <= 0xDFFF;
    if (is_pair)
      changes.replace({at, at + 12},
                      static_cast<char32_t>(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)));
    at = text.find('\\', at + (is_pair ? 12 : 1));
  }
  return changes.take();
}

}  // namespace ms::normalise
