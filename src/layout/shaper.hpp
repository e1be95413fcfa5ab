// The door to HarfBuzz: characters in, glyphs out. In: a range of a text (what is around it is context), the
// face, script, language and direction. Out: clusters in logical order with their glyphs, in font units.
// Always: shape gives what shape_whole gives; it is quicker where words repeat.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/range.hpp"
#include "font/library.hpp"
#include "layout/word_cache.hpp"

struct hb_buffer_t;

namespace ms::layout {

using base::Range;

struct ShapingJob {
  font::Face const* face = nullptr;
  text::Script script;
  std::string_view language;
  bool right_to_left = false;
  bool spaced_out = false;  ///< letters stand apart: no ligatures that join them by choice (css-text-3 8.2.1)
};

class Shaper {
 public:
  explicit Shaper(font::Library const& library);
  ~Shaper();

  /// Appends to `out`; starts of clusters are offsets in `text`.
  void shape(std::string_view text, Range range, ShapingJob const& job, ShapedPiece& out);
  void shape_whole(std::string_view text, Range range, ShapingJob const& job, ShapedPiece& out);

  std::size_t words_known() const { return cache_.count(); }

 private:
  void add_word(std::string_view text, Range word, ShapingJob const& job, ShapedPiece& out);

  font::Library const& library_;
  struct Destroy {
    void operator()(hb_buffer_t* buffer) const;
  };
  std::unique_ptr<hb_buffer_t, Destroy> buffer_;
  WordCache cache_;
  std::string key_;  // of the word in hand
};

/// `text` as the shaper is to see it: characters that leave no mark but that HarfBuzz would look for in the
/// font stand as white space or as invisible ones of the same length. Empty when nothing is to be changed.
std::string without_controls(std::string_view text);

}  // namespace ms::layout
