#include "text/encoding.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "base/ascii.hpp"
#include "base/ensure.hpp"
#include "text/encoding_table.hpp"
#include "text/utf8.hpp"

namespace ms::text {
namespace {

using Kind = EncodingKind;

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t undefined = 0xFFFFFFFF;

Encoding const& encoding_of(std::string_view name) {
  std::span<Encoding const> const all = encodings();
  auto const found =
      std::find_if(all.begin(), all.end(), [&](Encoding const& encoding) { return encoding.name == name; });
  base::ensure(found != all.end(), "an encoding is named as encoding_named names it");
  return *found;
}

/// Collects characters and where they come from.
class Output {
 public:
  explicit Output(std::size_t expected) { result_.utf8.reserve(expected + expected / 4); }

  void character(char32_t value, std::size_t start, std::size_t end) {
    std::size_t const text_start = result_.utf8.size();
    append(result_.utf8, value);
    piece({{text_start, result_.utf8.size()}, {start, end}});
  }
  void invalid(std::size_t start, std::size_t end) {
    ++result_.invalid;
    character(replacement, start, end);
  }
  /// Bytes that are the same in UTF-8.
  void same(std::string_view bytes, std::size_t start) {
    if (bytes.empty()) return;
    std::size_t const text_start = result_.utf8.size();
    result_.utf8 += bytes;
    piece({{text_start, result_.utf8.size()}, {start, start + bytes.size()}});
  }
  Decoded result() {
    result_.origin = Origin(std::move(pieces_));
    return std::move(result_);
  }

 private:
  static bool is_straight(OriginPiece const& piece) { return piece.text.length() == piece.source.length(); }

  void piece(OriginPiece next) {
    if (!pieces_.empty() && is_straight(pieces_.back()) && is_straight(next) &&
        pieces_.back().source.end == next.source.start) {
      pieces_.back().text.end = next.text.end;
      pieces_.back().source.end = next.source.end;
    } else {
      pieces_.push_back(next);
    }
  }
  Decoded result_;
  std::vector<OriginPiece> pieces_;
};

std::size_t ascii_end(std::string_view bytes, std::size_t offset) {
  while (offset < bytes.size() && static_cast<unsigned char>(bytes[offset]) < 0x80) ++offset;
  return offset;
}

Decoded from_utf8(std::string_view bytes) {
  Output output(bytes.size());
  std::size_t same = 0;
  for (std::size_t offset = 0; offset < bytes.size();) {
    CodePoint const c = code_point_at(bytes, offset);
    if (!c.valid) {
      output.same(bytes.substr(same, offset - same), same);
      output.invalid(offset, offset + c.length);
      same = offset + c.length;
    }
    offset += c.length;
  }
  output.same(bytes.substr(same), same);
  return output.result();
}

unsigned unit_of(std::string_view bytes, std::size_t offset, std::size_t size, bool big_endian) {
  unsigned value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    std::size_t const at = big_endian ? offset + i : offset + size - 1 - i;
    value = value << 8 | static_cast<unsigned char>(bytes[at]);
  }
  return value;
}

Decoded from_utf16(std::string_view bytes, bool big_endian) {
  Output output(bytes.size());
  std::size_t offset = 0;
  while (offset + 2 <= bytes.size()) {
    unsigned const lead = unit_of(bytes, offset, 2, big_endian);
    bool const is_lead = lead >= 0xD800 && lead < 0xDC00;
    if (lead < 0xD800 || lead > 0xDFFF) {
      output.character(lead, offset, offset + 2);
      offset += 2;
    } else if (is_lead && offset + 4 > bytes.size()) {
      break;  // cut off inside a pair: one invalid part to the end
    } else {
      unsigned const trail = is_lead ? unit_of(bytes, offset + 2, 2, big_endian) : 0;
      bool const is_pair = trail >= 0xDC00 && trail <= 0xDFFF;
      if (is_pair)
        output.character(0x10000 + ((lead - 0xD800) << 10) + (trail - 0xDC00), offset, offset + 4);
      else
        output.invalid(offset, offset + 2);
      offset += is_pair ? 4 : 2;
    }
  }
  if (offset < bytes.size()) output.invalid(offset, bytes.size());
  return output.result();
}

Decoded from_utf32(std::string_view bytes, bool big_endian) {
  Output output(bytes.size() / 2);
  std::size_t offset = 0;
  for (; offset + 4 <= bytes.size(); offset += 4) {
    unsigned const value = unit_of(bytes, offset, 4, big_endian);
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
      output.invalid(offset, offset + 4);
    else
      output.character(value, offset, offset + 4);
  }
  if (offset < bytes.size()) output.invalid(offset, bytes.size());
  return output.result();
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter converter_of(Encoding const& encoding) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.converter, &error));
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  base::ensure(U_SUCCESS(error), "ICU has the converters of the encoding table");
  return converter;
}

using ByteTable = std::array<char32_t, 256>;

ByteTable made_byte_table(Encoding const& encoding) {
  ByteTable table;
  if (!encoding.from_a0.empty()) {
    for (std::size_t byte = 0; byte < 256; ++byte)
      table[byte] = byte < 0xA0 ? static_cast<char32_t>(byte) : encoding.from_a0[byte - 0xA0];
    return table;
  }
  Converter const converter = converter_of(encoding);
  for (std::size_t byte = 0; byte < 256; ++byte) {
    // ICU's table for code page 866 exchanges three controls, as IBM's hardware did.
    if (byte < 0x80) {
      table[byte] = static_cast<char32_t>(byte);
      continue;
    }
    char const source = static_cast<char>(byte);
    char const* start = &source;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_reset(converter.get());
    UChar32 const value = ucnv_getNextUChar(converter.get(), &start, &source + 1, &error);
    table[byte] = U_SUCCESS(error) ? static_cast<char32_t>(value) : undefined;
  }
  return table;
}

/// Made once for each encoding: who looks for misread text asks for every run of it.
ByteTable const& byte_table(Encoding const& encoding) {
  static std::mutex guard;
  static std::map<std::string_view, ByteTable> tables;
  std::lock_guard const lock(guard);
  auto const known = tables.find(encoding.name);
  return known != tables.end() ? known->second
                               : tables.emplace(encoding.name, made_byte_table(encoding)).first->second;
}

Decoded from_single(std::string_view bytes, Encoding const& encoding) {
  ByteTable const& table = byte_table(encoding);
  Output output(bytes.size());
  for (std::size_t offset = 0; offset < bytes.size();) {
    std::size_t const plain = ascii_end(bytes, offset);
    output.same(bytes.substr(offset, plain - offset), offset);
    offset = plain;
    if (offset == bytes.size()) break;
    char32_t const value = table[static_cast<unsigned char>(bytes[offset])];
    if (value == undefined)
      output.invalid(offset, offset + 1);
    else
      output.character(value, offset, offset + 1);
    ++offset;
  }
  return output.result();
}

/// The standard has no private-use characters in these sets and no C1 controls but one byte of Shift_JIS.
bool is_outside_standard(char32_t value, Encoding const& encoding) {
  bool const is_private = value >= 0xE000 && value <= 0xF8FF;
  bool const keeps_private = encoding.name == "Shift_JIS" || encoding.name == "gb18030";
  bool const is_c1 = value >= 0x80 && value < 0xA0;
  return (is_private && !keeps_private) || (is_c1 && encoding.name != "gb18030");
}

Decoded from_multi(std::string_view bytes, Encoding const& encoding) {
  Converter const converter = converter_of(encoding);
  bool const has_states = encoding.kind == Kind::stateful;
  Output output(bytes.size() + bytes.size() / 2);
  for (std::size_t offset = 0; offset < bytes.size();) {
    std::size_t const plain = has_states ? offset : ascii_end(bytes, offset);
    output.same(bytes.substr(offset, plain - offset), offset);
    offset = plain;
    if (offset == bytes.size()) break;
    char const* start = bytes.data() + offset;
    UErrorCode error = U_ZERO_ERROR;
    if (!has_states) ucnv_reset(converter.get());
    UChar32 const first = ucnv_getNextUChar(converter.get(), &start, bytes.data() + bytes.size(), &error);
    std::size_t const end = static_cast<std::size_t>(start - bytes.data());
    if (error == U_INDEX_OUTOFBOUNDS_ERROR) break;  // an escape sequence at the end: no character
    if (U_FAILURE(error) || is_outside_standard(static_cast<char32_t>(first), encoding)) {
      // Resume after one byte: what follows a stray lead byte is often good text.
      std::size_t const next = has_states ? std::max(end, offset + 1) : offset + 1;
      output.invalid(offset, next);
      offset = next;
      continue;
    }
    output.character(static_cast<char32_t>(first), offset, end);
    offset = end;
  }
  return output.result();
}

}  // namespace

std::optional<std::string_view> encoding_named(std::string_view label) {
  std::string key = " ";
  for (char const c : label) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    key += base::ascii_lower(c);
  }
  key += ' ';
  if (key.size() == 2) return std::nullopt;
  for (Encoding const& encoding : encodings())
    if (encoding.labels.find(key) != std::string_view::npos) return encoding.name;
  return std::nullopt;
}

Decoded decoded(std::string_view bytes, std::string_view encoding) {
  Encoding const& found = encoding_of(encoding);
  switch (found.kind) {
    case Kind::utf8: return from_utf8(bytes);
    case Kind::utf16le: return from_utf16(bytes, false);
    case Kind::utf16be: return from_utf16(bytes, true);
    case Kind::utf32le: return from_utf32(bytes, false);
    case Kind::utf32be: return from_utf32(bytes, true);
    case Kind::single: return from_single(bytes, found);
    case Kind::multi:
    case Kind::stateful: return from_multi(bytes, found);
  }
  return {};
}

std::vector<std::string_view> legacy_encodings() {
  std::vector<std::string_view> names;
  for (Encoding const& encoding : encodings())
    if (encoding.kind == Kind::single || encoding.kind == Kind::multi) names.push_back(encoding.name);
  return names;
}

bool is_bytewise(std::string_view encoding) {
  return encoding_of(encoding).kind == Kind::single;
}

std::optional<std::string> encoded_bytewise(std::string_view utf8, std::string_view encoding) {
  Encoding const& found = encoding_of(encoding);
  if (found.kind != Kind::single) return std::nullopt;
  ByteTable const& table = byte_table(found);
  std::string bytes;
  bytes.reserve(utf8.size());
  for (CodePointAt const c : code_points(utf8)) {
    // Most single bytes are characters of their own number.
    bool const is_same = c.value < table.size() && table[c.value] == c.value;
    auto const* const at = is_same ? table.begin() + c.value : std::ranges::find(table, c.value);
    if (at == table.end()) return std::nullopt;
    bytes += static_cast<char>(at - table.begin());
  }
  return bytes;
}

}  // namespace ms::text
