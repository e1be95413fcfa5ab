#include "layout/item.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "base/ensure.hpp"
#include "text/utf8.hpp"

namespace ms::layout {
namespace {

using text::script_tag;

constexpr text::Script latin = script_tag("Latn");

/// Does the cluster belong to no script of its own: punctuation, digits, spaces, signs? Emoji do: a space
/// after one is not theirs.
bool is_neutral(char32_t c) {
  text::Script const script = text::script_of(c);
  return (script == script_tag("Zyyy") || script == script_tag("Zinh")) && !text::is_emoji_presentation(c);
}

/// A grapheme cluster, or a part of one that no face covers whole, and who draws it.
struct Piece {
  Range range;
  font::Face const* face = nullptr;
  bool is_open = false;  ///< neutral, and the preferred face could draw it: neighbours may have it
};

class Itemiser {
 public:
  Itemiser(StyledText const& text, Analysis const& analysis, font::Library const& library,
           base::Diagnostics& diagnostics)
      : text_(text), analysis_(analysis), library_(library), diagnostics_(diagnostics) {}

  std::vector<Item> run() {
    std::size_t const end = text_.utf8.size();
    std::size_t level = 0, script = 0, style = 0;
    for (std::size_t at = 0; at < end;) {
      while (analysis_.levels[level].range.end <= at) ++level;
      while (analysis_.scripts[script].range.end <= at) ++script;
      while (text_.runs[style].range.end <= at) ++style;
      std::size_t const cut =
          std::min({analysis_.levels[level].range.end, analysis_.scripts[script].range.end,
                    text_.runs[style].range.end, end});
      Item item;
      // A cluster that a boundary would cut belongs whole to what is before the boundary.
      item.range = {at, *std::lower_bound(analysis_.graphemes.begin(), analysis_.graphemes.end(), cut)};
      item.level = analysis_.levels[level].level;
      item.script = analysis_.scripts[script].script;
      item.language = text_.runs[style].language;
      item.style_run = style;
      at = item.range.end;
      add_stretch(item);
    }
    return std::move(items_);
  }

 private:
  font::Request request_of(Item const& item) const {
    TextStyle const& style = text_.runs[item.style_run].style;
    return {style.family, item.script, item.language, style.bold, style.italic};
  }

  /// Cuts a stretch of one level, script and style where the face changes.
  void add_stretch(Item const& stretch) {
    font::Request const request = request_of(stretch);
    font::Face const* const preferred = library_.face(request);
    auto const first =
        std::lower_bound(analysis_.graphemes.begin(), analysis_.graphemes.end(), stretch.range.start);
    auto const last = std::lower_bound(first, analysis_.graphemes.end(), stretch.range.end);
    auto const is_covered = [&](std::size_t const& start) {
      return preferred->covers(std::string_view(text_.utf8).substr(start, *(&start + 1) - start));
    };
    if (std::all_of(first, last, is_covered)) return add_item(stretch, stretch.range, preferred, preferred);

    std::vector<Piece> pieces;
    for (auto start = first; start != last; ++start) {
      Range const cluster{*start, *(start + 1)};
      if (is_covered(*start))
        pieces.push_back({cluster, preferred, is_neutral(code_point(cluster.start))});
      else
        add_uncovered(cluster, request, preferred, pieces);
    }
    settle(pieces);
    for (std::size_t i = 0; i < pieces.size();) {
      std::size_t end = i + 1;
      while (end < pieces.size() && pieces[end].face == pieces[i].face) ++end;
      add_item(stretch, {pieces[i].range.start, pieces[end - 1].range.end}, pieces[i].face, preferred);
      i = end;
    }
  }

  char32_t code_point(std::size_t offset) const { return text::code_point_at(text_.utf8, offset).value; }

  /// A cluster that the preferred face lacks: another face for the whole, or else for each character.
  void add_uncovered(Range cluster, font::Request const& request, font::Face const* preferred,
                     std::vector<Piece>& pieces) {
    std::string_view const whole = base::slice(text_.utf8, cluster);
    if (font::Face const* const face = library_.face_for(whole, request)) {
      pieces.push_back({cluster, face});
      return;
    }
    for (auto const c : text::code_points(whole)) {
      font::Face const* face = library_.face_for(whole.substr(c.offset, c.length), request);
      Range const range{cluster.start + c.offset, cluster.start + c.end()};
      if (face == nullptr) {
        report(c.value, range);
        face = preferred;
      }
      // A joiner or a selector stays with the character before it.
      bool const follows = c.offset > 0 && text::is_default_ignorable(c.value);
      if (follows)
        pieces.back().range.end = range.end;
      else
        pieces.push_back({range, face});
    }
  }

  bool covers_all(font::Face const& face, std::vector<Piece> const& pieces, std::size_t first,
                  std::size_t end) const {
    for (std::size_t i = first; i < end; ++i)
      if (!face.covers(base::slice(text_.utf8, pieces[i].range))) return false;
    return true;
  }

  /// Neutral pieces between two pieces of one face go with it where it covers them all: "12, 34" in a face
  /// that was brought in for the digits is not cut at the space. At the ends of a stretch one neighbour
  /// decides.
  void settle(std::vector<Piece>& pieces) const {
    for (std::size_t first = 0, end = 0; first < pieces.size(); first = end + 1) {
      end = first;
      while (end < pieces.size() && pieces[end].is_open) ++end;
      if (end == first || (first == 0 && end == pieces.size())) continue;
      font::Face const* const left = pieces[first == 0 ? end : first - 1].face;
      font::Face const* const right = pieces[end == pieces.size() ? first - 1 : end].face;
      if (left != right || !covers_all(*left, pieces, first, end)) continue;
      for (std::size_t i = first; i < end; ++i) pieces[i].face = left;
    }
  }

  void add_item(Item const& stretch, Range range, font::Face const* face, font::Face const* preferred) {
    Item item = stretch;
    item.range = range;
    item.face = face;
    // A face brought in from elsewhere keeps the size it has elsewhere: Latin digits in Arabic text look like
    // those of the Latin words beside them.
    text::Script fitted = item.script;
    if (face != preferred) {
      text::Script const own = text::script_of(code_point(range.start));
      fitted =
          own == script_tag("Zyyy") || own == script_tag("Zinh") || own == script_tag("Zzzz") ? latin : own;
    }
    TextStyle const& style = text_.runs[item.style_run].style;
    font::ScriptFit const fit = font::Library::fit(fitted, item.language, style.family);
    item.size = style.size.scaled(fit.size_permille, 1000);
    items_.push_back(std::move(item));
  }

  void report(char32_t c, Range range) {
    if (text::is_default_ignorable(c) || !reported_.insert(c).second) return;
    diagnostics_.warn(
        "font.missing-glyph",
        fmt::format("no installed font has U+{:04X} {}", static_cast<std::uint32_t>(c), text::name_of(c)),
        text_.origin.source_of(range), "install a font that has this character");
  }

  StyledText const& text_;
  Analysis const& analysis_;
  font::Library const& library_;
  base::Diagnostics& diagnostics_;
  std::vector<Item> items_;
  std::set<char32_t> reported_;
};

}  // namespace

std::vector<Item> itemise(StyledText const& text, Analysis const& analysis, font::Library const& library,
                          base::Diagnostics& diagnostics) {
  if (text.utf8.empty()) return {};
  base::ensure(!text.runs.empty() && text.runs.back().range.end == text.utf8.size(),
               "style runs cover the text");
  return Itemiser(text, analysis, library, diagnostics).run();
}

}  // namespace ms::layout
