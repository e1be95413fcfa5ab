#include "text/zawgyi.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace ms::text {

std::string from_zawgyi(std::string_view utf8) {
  // A transliterator is no constant thing: each thread has its own.
  thread_local std::unique_ptr<icu::Transliterator> const transform = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Zawgyi-my", UTRANS_FORWARD, status));
  }();
  if (transform == nullptr) return std::string(utf8);
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  transform->transliterate(text);
  std::string out;
  return text.toUTF8String(out);
}

}  // namespace ms::text
