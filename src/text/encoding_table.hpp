// The encodings we can decode. Labels are those of the Encoding Standard that are met in practice; beside its
// encodings stand UTF-32 and what old machines wrote (code pages of DOS, Macintosh, HZ). Always: names are
// those of the standard where it has one that other libraries of codecs know, else IANA's.
#pragma once

#include <span>
#include <string_view>

namespace ms::text {

enum class EncodingKind { utf8, utf16le, utf16be, utf32le, utf32be, single, multi, stateful };

struct Encoding {
  std::string_view name;
  EncodingKind kind;
  char const* converter;          ///< ICU's name for what the standard means; empty: `from_a0`
  std::string_view labels;        ///< lower case, blank around each
  std::u32string_view from_a0{};  ///< the characters of bytes 0xA0 to 0xFF, below them the C1 controls
};

std::span<Encoding const> encodings();

}  // namespace ms::text
