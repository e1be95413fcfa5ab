#include "layout/shaper.hpp"

#include <hb.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/ensure.hpp"
#include "text/utf8.hpp"

namespace ms::layout {
namespace {

constexpr std::size_t longest_word_kept = 64;

/// Does the character at `offset` join what is before it to one cluster, be it a space?
bool continues_cluster(std::string_view text, std::size_t offset) {
  if (static_cast<unsigned char>(text[offset]) < 0x80) return false;
  char32_t const c = text::code_point_at(text, offset).value;
  return text::is_mark(c) || text::is_default_ignorable(c);
}

/// A space that can be taken out of the text without a trace.
bool is_plain_space(std::string_view text, std::size_t offset) {
  return text[offset] == ' ' && (offset + 1 == text.size() || !continues_cluster(text, offset + 1));
}

template <typename T>
void append_number(std::string& key, T number) {
  for (std::size_t i = 0; i < sizeof number; ++i) key += static_cast<char>(number >> (8 * i) & 0xFF);
}

/// All that the shape of a word between spaces depends on.
void make_key(std::string& key, ShapingJob const& job, std::string_view word) {
  key.clear();
  append_number(key, static_cast<std::uint32_t>(job.face->order()));
  append_number(key, job.script.tag);
  key += static_cast<char>((job.right_to_left ? 1 : 0) | (job.spaced_out ? 2 : 0));
  key += job.language;
  key += '\0';
  key += word;
}

/// Appends the buffer's glyphs, whose clusters stand in visual order.
void append_clusters(hb_buffer_t* buffer, Range range, bool right_to_left, ShapedPiece& out) {
  unsigned count = 0, count_again = 0;
  hb_glyph_info_t const* const infos = hb_buffer_get_glyph_infos(buffer, &count);
  hb_glyph_position_t const* const positions = hb_buffer_get_glyph_positions(buffer, &count_again);
  if (count == 0) {
    // Nothing but characters that leave no mark, in a face without a space to stand for them.
    out.clusters.push_back({range.start, 0, 0, true, false});
    return;
  }
  std::size_t const first_cluster = out.clusters.size();
  auto const add = [&](unsigned first, unsigned end) {
    PieceCluster cluster{infos[first].cluster, end - first, 0, true, false};
    for (unsigned i = first; i < end; ++i) {
      out.glyphs.push_back(
          {infos[i].codepoint, positions[i].x_offset, positions[i].y_offset, positions[i].x_advance});
      cluster.advance += positions[i].x_advance;
    }
    hb_glyph_flags_t const flags = hb_glyph_info_get_glyph_flags(&infos[first]);
    cluster.safe_to_break = (flags & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) == 0;
    // HarfBuzz says it of the cluster before which a tatweel may stand.
    if ((flags & HB_GLYPH_FLAG_SAFE_TO_INSERT_TATWEEL) != 0 && out.clusters.size() > first_cluster)
      out.clusters.back().takes_tatweel = true;
    out.clusters.push_back(cluster);
  };
  if (right_to_left) {
    for (unsigned end = count; end > 0;) {
      unsigned first = end - 1;
      while (first > 0 && infos[first - 1].cluster == infos[end - 1].cluster) --first;
      add(first, end);
      end = first;
    }
  } else {
    for (unsigned first = 0; first < count;) {
      unsigned end = first + 1;
      while (end < count && infos[end].cluster == infos[first].cluster) ++end;
      add(first, end);
      first = end;
    }
  }
  base::ensure(out.clusters[first_cluster].start == range.start, "the first cluster begins with the text");
}

}  // namespace

void Shaper::Destroy::operator()(hb_buffer_t* buffer) const {
  hb_buffer_destroy(buffer);
}

Shaper::Shaper(font::Library const& library) : library_(library), buffer_(hb_buffer_create()) {}
Shaper::~Shaper() = default;

void Shaper::shape_whole(std::string_view text, Range range, ShapingJob const& job, ShapedPiece& out) {
  if (range.is_empty()) return;
  hb_buffer_t* const buffer = buffer_.get();
  hb_buffer_clear_contents(buffer);
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), static_cast<unsigned>(range.start),
                     static_cast<int>(range.length()));
  hb_buffer_set_direction(buffer, job.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(job.script.tag));
  hb_buffer_set_language(buffer,
                         hb_language_from_string(job.language.data(), static_cast<int>(job.language.size())));
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  unsigned flags = HB_BUFFER_FLAG_PRODUCE_SAFE_TO_INSERT_TATWEEL;
  if (range.start == 0) flags |= HB_BUFFER_FLAG_BOT;
  if (range.end == text.size()) flags |= HB_BUFFER_FLAG_EOT;
  hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));

  constexpr hb_tag_t liga = HB_TAG('l', 'i', 'g', 'a'), clig = HB_TAG('c', 'l', 'i', 'g');
  constexpr std::array<hb_feature_t, 2> apart{{{liga, 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
                                               {clig, 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}}};
  hb_shape(job.face->hb_font(), buffer, apart.data(), job.spaced_out ? 2 : 0);
  append_clusters(buffer, range, job.right_to_left, out);
}

void Shaper::shape(std::string_view text, Range range, ShapingJob const& job, ShapedPiece& out) {
  if (!library_.has_plain_space(*job.face)) return shape_whole(text, range, job, out);
  std::uint32_t const space = job.face->glyph_of(U' ');
  int const space_advance = job.face->advance_of(space);
  for (std::size_t at = range.start; at < range.end;) {
    if (is_plain_space(text, at)) {
      out.clusters.push_back({at, 1, space_advance, true, false});
      out.glyphs.push_back({space, 0, 0, space_advance});
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < range.end && !is_plain_space(text, end)) ++end;
    add_word(text, {at, end}, job, out);
    at = end;
  }
}

void Shaper::add_word(std::string_view text, Range word, ShapingJob const& job, ShapedPiece& out) {
  // Only between spaces (or the ends of the text) is a word a word: elsewhere letters join across, and a mark
  // without a base gets one at the beginning of a text alone.
  bool const alone = (word.start == 0 || text[word.start - 1] == ' ') &&
                     (word.end == text.size() || is_plain_space(text, word.end)) &&
                     !continues_cluster(text, word.start);
  if (!alone || word.length() > longest_word_kept) return shape_whole(text, word, job, out);
  make_key(key_, job, base::slice(text, word));
  ShapedPiece const* known = cache_.find(key_);
  if (known == nullptr) {
    ShapedPiece piece;
    shape_whole(text, word, job, piece);
    for (PieceCluster& cluster : piece.clusters) cluster.start -= word.start;
    known = &cache_.add(key_, std::move(piece));
  }
  out.glyphs.insert(out.glyphs.end(), known->glyphs.begin(), known->glyphs.end());
  for (PieceCluster cluster : known->clusters) {
    cluster.start += word.start;
    out.clusters.push_back(cluster);
  }
}

std::string without_controls(std::string_view text) {
  auto const is_odd = [](unsigned char c) { return c < 0x20 || c == 0x7F || c == 0xC2 || c == 0xE2; };
  if (std::none_of(text.begin(), text.end(), [&](char c) { return is_odd(static_cast<unsigned char>(c)); }))
    return {};
  std::string changed(text);
  for (auto const c : text::code_points(text)) {
    if (c.value < 0x20 || c.value == 0x7F)
      changed[c.offset] = ' ';
    else if (c.value >= 0x80 && c.value < 0xA0)
      changed.replace(c.offset, c.length, "\u00AD");
    else if (c.value == 0x2028 || c.value == 0x2029)
      changed.replace(c.offset, c.length, "\u200B");
  }
  return changed;
}

}  // namespace ms::layout
