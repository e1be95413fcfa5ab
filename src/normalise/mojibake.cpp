#include <optional>

#include "normalise/rules_of.hpp"
#include "normalise/scan.hpp"
#include "text/encoding.hpp"

namespace ms::normalise {
namespace {

/// Could a byte above 0x7F have become c, when the bytes of UTF-8 were read as this encoding?
bool is_from_byte(char32_t c, bool cyrillic) {
  if (c < 0x80) return false;
  if (cyrillic) return c < 0x100 || (c >= 0x400 && c < 0x460) || c == 0x490 || c == 0x491 || c >= 0x2000;
  return c < 0x100 || c == 0x152 || c == 0x153 || c == 0x160 || c == 0x161 || c == 0x178 || c == 0x17D ||
         c == 0x17E || c == 0x192 || c == 0x2C6 || c == 0x2DC || (c >= 0x2013 && c <= 0x203A) ||
         c == 0x20AC || c == 0x2122;
}

struct Repair {
  std::string text;
  std::size_t characters = 0;
};

/// The text a run was before it was misread: all of its bytes must be whole, valid sequences of UTF-8, none
/// of them a control or a private character, so that the way back is exact.
std::optional<Repair> repair(std::string_view run, std::string_view encoding) {
  // The first byte leads a sequence: 0xC2 to 0xF4. Most runs end here.
  char32_t const first = text::code_point_at(run, 0).value;
  if ((encoding == "windows-1252" && (first < 0xC2 || first > 0xF4)) ||
      (encoding == "windows-1251" && (first < 0x412 || first > 0x444)))
    return std::nullopt;
  // The second goes on with it, so it is none of the letters from 0xC0 on: no more than a look at most words.
  char32_t const second = text::code_point_at(run, text::code_point_at(run, 0).length).value;
  if ((encoding == "windows-1252" && second >= 0xC0 && second <= 0xFF) ||
      (encoding == "windows-1251" && second >= 0x410 && second <= 0x44F))
    return std::nullopt;
  std::optional<std::string> const bytes = text::encoded_bytewise(run, encoding);
  if (!bytes || !text::is_valid_utf8(*bytes)) return std::nullopt;
  Repair found{*bytes, 0};
  for (text::CodePointAt const c : text::code_points(found.text)) {
    if (c.value < 0xA0 || text::is_noncharacter(c.value) || text::is_private_use(c.value) ||
        c.value == 0xFFFD)
      return std::nullopt;
    ++found.characters;
  }
  return found;
}

struct Found {
  text::Edits edits;
  std::size_t characters = 0;
  bool has_long = false;  ///< a sequence of three bytes or more: hardly ever chance
};

Found misread(std::string_view text, std::string_view encoding, bool cyrillic) {
  Found found;
  Changes changes;
  std::size_t start = 0, length = 0;  // of the run so far
  auto const close = [&](std::size_t end) {
    if (length >= 2) {
      std::string_view const run = text.substr(start, end - start);
      if (auto const repaired = repair(run, encoding)) {
        found.characters += repaired->characters;
        found.has_long = found.has_long || length > 2 * repaired->characters;
        changes.replace({start, end}, repaired->text, 0.98,
                        std::string("UTF-8 that was read as ") + std::string(encoding));
      }
    }
    length = 0;
  };
  for (text::CodePointAt const c : text::code_points(text)) {
    if (!is_from_byte(c.value, cyrillic)) {
      close(c.offset);
      continue;
    }
    if (length++ == 0) start = c.offset;
  }
  close(text.size());
  found.edits = changes.take();
  return found;
}

}  // namespace

// One repaired character may be chance (a Portuguese capital before a closing quotation mark), two are not,
// nor is one of three bytes. A run counts only when all of it goes back to UTF-8.
text::Edits char_mojibake(std::string_view text, Context const&, base::Diagnostics&) {
  bool const has_lead = text.find("\xC3\xA2\xE2\x82\xAC") != std::string_view::npos ||  // â€
                        text.find("\xC3\x83\xC2") != std::string_view::npos ||          // Ã and a symbol
                        text.find("\xC3\x82\xC2") != std::string_view::npos ||          // Â and a symbol
                        text.find("\xC3\x90\xC2") != std::string_view::npos ||          // Ð …: Cyrillic
                        text.find("\xC3\x91\xE2") != std::string_view::npos ||
                        text.find("\xC3\x98\xC2") != std::string_view::npos ||  // Ø …: Arabic
                        text.find("\xC3\x99\xE2") != std::string_view::npos ||
                        text.find("\xC3\xA0\xC2") != std::string_view::npos ||  // à ¤…: Indic
                        text.find("\xC3\xA2\xC2") != std::string_view::npos ||
                        text.find("\xC3\xA3\xC2") != std::string_view::npos;  // ã …: kana
  if (has_lead) {
    Found western = misread(text, "windows-1252", false);
    if (western.characters >= 2 || (western.characters == 1 && western.has_long)) return western.edits;
  }
  bool const has_cyrillic_lead = text.find("\xD0\xA0\xD1") != std::string_view::npos ||  // Рј, Рѕ …
                                 text.find("\xD0\xA0\xC2") != std::string_view::npos ||
                                 text.find("\xD0\xA1\xE2") != std::string_view::npos ||
                                 text.find("\xD0\xB2\xD0\x82") != std::string_view::npos;  // вЂ
  if (has_cyrillic_lead) {
    Found cyrillic = misread(text, "windows-1251", true);
    if (cyrillic.characters >= 4) return cyrillic.edits;
  }
  return {};
}

}  // namespace ms::normalise
