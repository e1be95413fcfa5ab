#include "pdf/embedded.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "base/ensure.hpp"

namespace ms::pdf {

namespace {

/// In 1/1000 em. Readers take gaps from 100 on for spaces between words (poppler's minWordBreakSpace).
constexpr int shared_advance = 60;

template <class T>
void append_raw(std::string& key, T const& value) {
  key.append(reinterpret_cast<char const*>(&value), sizeof value);
}

void count(Entry& entry, std::int32_t advance) {
  ++entry.uses;
  for (auto& [known, times] : entry.advances)
    if (known == advance) {
      ++times;
      return;
    }
  entry.advances.emplace_back(advance, 1);
}

}  // namespace

int thousandths_of_em(std::int64_t units, int units_per_em) {
  std::int64_t const twice = 2 * units * 1000 + (units < 0 ? -units_per_em : units_per_em);
  return static_cast<int>(twice / (2 * units_per_em));
}

bool is_plain(Drawing const& drawing, font::Face const& host) {
  return drawing.parts.size() == 1 && drawing.parts[0] == Part{&host, drawing.parts[0].glyph};
}

int EmbeddedFont::width_of(std::size_t entry) const {
  return thousandths_of_em(entries[entry].drawing.advance, host->metrics().units_per_em);
}

EntryPlace EmbeddedFonts::place_of(font::Face const& host, Drawing const& drawing, std::string_view text) {
  base::ensure(drawing.advance >= 0 && !text.empty(), "a code has a text and moves forward");
  key_.clear();
  append_raw(key_, &host);
  append_raw(key_, drawing.parts.size());
  for (Part const& part : drawing.parts) {
    append_raw(key_, part.face);
    append_raw(key_, part.glyph);
    append_raw(key_, part.x);
    append_raw(key_, part.y);
    append_raw(key_, part.scale);
  }
  key_ += text;
  std::vector<Variant>& variants = places_[key_];
  Variant const* best = nullptr;
  auto const difference = [&](Variant const& variant) { return std::abs(variant.advance - drawing.advance); };
  for (Variant const& variant : variants)
    if (best == nullptr || difference(variant) < difference(*best)) best = &variant;
  bool const same =
      best != nullptr &&
      (drawing.parts.empty()  // where nothing is drawn the caller has chosen the width
           ? difference(*best) == 0
           : thousandths_of_em(difference(*best), host.metrics().units_per_em) <= shared_advance);
  if (same) {
    count(fonts_[best->place.font].entries[best->place.entry], drawing.advance);
    return best->place;
  }
  EntryPlace const place = add(host, drawing, text);
  variants.push_back({drawing.advance, place});
  return place;
}

std::size_t EmbeddedFonts::HashPlain::operator()(Plain const& plain) const {
  std::uint64_t const mixed = plain.text ^ std::uint64_t{plain.glyph} << 32 ^
                              static_cast<std::uint32_t>(plain.advance) ^
                              reinterpret_cast<std::uintptr_t>(plain.host);
  return static_cast<std::size_t>((mixed * 0x9E3779B97F4A7C15u) >> 17);
}

EntryPlace EmbeddedFonts::place_of_glyph(font::Face const& host, std::uint32_t glyph, std::int32_t advance,
                                         std::string_view text) {
  Plain plain{&host, 0, glyph, advance};
  if (text.size() > sizeof plain.text) return place_of(host, {{{&host, glyph}}, advance}, text);
  std::memcpy(&plain.text, text.data(), text.size());
  auto const [known, is_new] = plain_.try_emplace(plain);
  if (is_new)
    known->second = place_of(host, {{{&host, glyph}}, advance}, text);
  else
    count(fonts_[known->second.font].entries[known->second.entry], advance);
  return known->second;
}

EntryPlace EmbeddedFonts::add(font::Face const& host, Drawing const& drawing, std::string_view text) {
  std::size_t const glyphs = is_plain(drawing, host) ? 1 : 1 + drawing.parts.size();
  std::size_t const index = open_font(host, glyphs);
  EmbeddedFont& font = fonts_[index];
  font.glyphs += glyphs;
  font.entries.push_back({drawing, std::string(text), 0, {}});
  count(font.entries.back(), drawing.advance);
  return {static_cast<std::uint16_t>(index), static_cast<std::uint16_t>(font.entries.size() - 1)};
}

void EmbeddedFonts::number_codes() {
  for (EmbeddedFont& font : fonts_)
    for (Entry& entry : font.entries) {
      auto const commonest =
          std::max_element(entry.advances.begin(), entry.advances.end(), [](auto const& a, auto const& b) {
            return a.second != b.second ? a.second < b.second : a.first > b.first;
          });
      entry.drawing.advance = commonest->first;
    }
  tables_ = ms::pdf::number_codes(fonts_);
}

std::size_t EmbeddedFonts::open_font(font::Face const& host, std::size_t glyphs) {
  for (std::size_t i = fonts_.size(); i-- > 0;)
    if (fonts_[i].host == &host) {
      if (fonts_[i].glyphs + glyphs <= capacity_) return i;
      break;
    }
  base::ensure(fonts_.size() < 65535, "a document has fewer than 65,535 fonts");
  fonts_.emplace_back().host = &host;
  return fonts_.size() - 1;
}

}  // namespace ms::pdf
