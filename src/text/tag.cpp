#include "text/tag.hpp"

#include <unicode/bytestream.h>
#include <unicode/localpointer.h>
#include <unicode/locid.h>
#include <unicode/uldnames.h>
#include <unicode/ures.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "text/utf8.hpp"

namespace ms::text {
namespace {

/// No tag anybody writes is longer, and ICU is slow on longer ones.
constexpr std::size_t longest_tag = 200;

std::optional<icu::Locale> locale_of(std::string_view tag) {
  if (tag.empty() || tag.size() > longest_tag) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  auto locale = icu::Locale::forLanguageTag({tag.data(), static_cast<std::int32_t>(tag.size())}, status);
  if (U_FAILURE(status) || locale.isBogus()) return std::nullopt;
  return locale;
}

/// Codes of two letters are as they are but for these that others took the place of; ICU reads all of CLDR's
/// aliases before it says so. (tests/unit/text holds the list against ICU.)
bool is_canonical(std::string_view tag) {
  static constexpr std::string_view replaced[] = {"bh", "in", "iw", "ji", "jw", "mo", "sh", "tl", "tw"};
  auto const is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  return tag.size() == 2 && is_small(tag[0]) && is_small(tag[1]) &&
         std::ranges::find(replaced, tag) == std::ranges::end(replaced);
}

/// Has CLDR names in this language? ICU would otherwise answer in the language of the machine.
bool has_names(icu::Locale const& locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::LocalUResourceBundlePointer const bundle(
      ures_open(U_ICUDATA_NAME "-lang", locale.getLanguage(), &status));
  return U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING;
}

Script usual_script(std::string_view tag) {
  std::optional<icu::Locale> locale = locale_of(tag);
  if (!locale) return script_tag("Zzzz");
  if (*locale->getScript() == '\0' && *locale->getLanguage() != '\0') {
    UErrorCode status = U_ZERO_ERROR;
    if (!is_canonical(tag)) locale->canonicalize(status);
    locale->addLikelySubtags(status);
    if (U_FAILURE(status)) return script_tag("Zzzz");
  }
  return script_named(locale->getScript());
}

}  // namespace

std::optional<std::string> canonical_tag(std::string_view tag) {
  if (is_canonical(tag)) return std::string(tag);
  std::optional<icu::Locale> locale = locale_of(tag);
  if (!locale) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  locale->canonicalize(status);
  auto canonical = locale->toLanguageTag<std::string>(status);
  if (U_FAILURE(status)) return std::nullopt;
  return canonical;
}

std::string_view primary_language(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

Script script_of_tag(std::string_view tag) {
  // Asked for every block of an article, always with the same few tags; ICU takes tens of microseconds.
  thread_local std::map<std::string, Script, std::less<>> known;
  if (auto const found = known.find(tag); found != known.end()) return found->second;
  constexpr std::size_t most_known = 256;
  if (known.size() >= most_known) known.clear();
  return known.emplace(tag, usual_script(tag)).first->second;
}

std::optional<Direction> direction_of_tag(std::string_view tag) {
  Script const script = script_of_tag(tag);
  if (script == script_tag("Zzzz")) return std::nullopt;
  return is_right_to_left(script) ? Direction::rtl : Direction::ltr;
}

std::string own_name(std::string_view tag) {
  std::optional<icu::Locale> const locale = locale_of(tag);
  if (!locale || *locale->getLanguage() == '\0' || !has_names(*locale)) return std::string(tag);
  UErrorCode status = U_ZERO_ERROR;
  icu::LocalULocaleDisplayNamesPointer const names(uldn_open(locale->getName(), ULDN_DIALECT_NAMES, &status));
  std::array<char16_t, 256> buffer{};
  int const length = uldn_localeDisplayName(names.getAlias(), locale->getName(), buffer.data(),
                                            static_cast<int>(buffer.size()), &status);
  if (U_FAILURE(status) || length <= 0) return std::string(tag);
  return to_utf8(std::u16string_view(buffer.data(), static_cast<std::size_t>(length)));
}

}  // namespace ms::text
