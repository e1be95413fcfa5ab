#include "layout/springs.hpp"

#include <algorithm>
#include <string_view>

#include "font/families.hpp"
#include "text/tag.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::layout {
namespace {

using text::Script;
using text::script_tag;

constexpr Script han = script_tag("Hani"), hangul = script_tag("Hang"), tibetan = script_tag("Tibt"),
                 ethiopic = script_tag("Ethi");

bool writes_words_together(Script script) {
  static constexpr Script scripts[] = {script_tag("Thai"), script_tag("Laoo"), script_tag("Khmr"),
                                       script_tag("Mymr"), script_tag("Java"), script_tag("Bali"),
                                       script_tag("Lana"), script_tag("Talu"), script_tag("Tavt"),
                                       script_tag("Cham"), script_tag("Tale")};
  return std::find(std::begin(scripts), std::end(scripts), script) != std::end(scripts);
}

// Neither joined nor hung from a line.
bool letters_stand_apart(Script script) {
  static constexpr Script scripts[] = {script_tag("Latn"), script_tag("Cyrl"), script_tag("Grek"),
                                       script_tag("Armn"), script_tag("Geor"), script_tag("Taml"),
                                       script_tag("Telu"), script_tag("Knda"), script_tag("Mlym"),
                                       script_tag("Sinh"), script_tag("Ethi"), script_tag("Cher")};
  return std::find(std::begin(scripts), std::end(scripts), script) != std::end(scripts);
}

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != set.npos;
}

// In Taiwan and Hong Kong these stand in the middle of their square (clreq 3.1.6).
bool is_centred(char32_t c, std::string_view language) {
  if (!is_one_of(c, U"、。，．")) return false;
  return text::script_of_tag(language) == script_tag("Hant");
}

ClusterKind kind_of_wide(char32_t c, std::string_view language) {
  if (is_one_of(c, U"「『（【《〈〔［｛〖〘〚｟“‘")) return ClusterKind::opening;
  if (is_one_of(c, U"」』）】》〉〕］｝〗〙〛｠”’、。，．"))
    return is_centred(c, language) ? ClusterKind::full_width : ClusterKind::closing;
  if (is_one_of(c, U"—…―⸺‥")) return ClusterKind::dash;
  // Among the letters of kana are the prolonged sound mark and the iteration marks.
  bool const is_letter = text::is_letter(c) || text::is_ideographic(c) || c == U'々' || c == U'〆';
  return is_letter ? ClusterKind::ideograph : ClusterKind::full_width;
}

ClusterKind kind_of(char32_t c, Item const& item, Length width) {
  if (c == U' ' || c == U'\u00A0') return ClusterKind::space;
  if (c < 0x80) {
    if (c < 0x20 || c == 0x7F) return ClusterKind::invisible;
    bool const is_letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return is_letter ? ClusterKind::alphabetic : ClusterKind::other;
  }
  if (text::is_white_space(c) || c == U'\u200B') return ClusterKind::fixed_space;
  if (width == Length() && (text::is_default_ignorable(c) || text::is_control(c)))
    return ClusterKind::invisible;
  Script const script = font::main_script_of(item.script);
  if (text::script_of(c) == hangul) return ClusterKind::hangul;
  bool const is_square = width >= item.size.scaled(9, 10);
  if (script == han || (is_square && text::is_wide(c) && !text::is_emoji_presentation(c)))
    if (is_square) return kind_of_wide(c, item.language);
  if (script == tibetan && c == U'\u0F0B') return ClusterKind::tsheg;
  if (script == ethiopic && c == U'\u1361') return ClusterKind::wordspace;
  if (writes_words_together(script)) return ClusterKind::cluster;
  if (text::is_letter(c) || text::is_digit(c)) return ClusterKind::alphabetic;
  return ClusterKind::other;
}

bool is_square(ClusterKind kind) {
  return kind == ClusterKind::ideograph || kind == ClusterKind::opening || kind == ClusterKind::closing ||
         kind == ClusterKind::dash || kind == ClusterKind::full_width;
}

Length permille(Length em, std::int64_t value) {
  return em.scaled(value, 1000);
}

// Between two full-width characters.
Spring between_squares(ClusterLook const& before, ClusterLook const& after) {
  using enum ClusterKind;
  Spring out{.gap = {}, .stretch = permille(before.em, 80), .shrink = {}, .order = 1};
  if (before.kind == dash && after.kind == dash) return {};
  // Two marks in a row share one empty half (clreq 3.1.6.1, jlreq 3.1.4).
  if (before.kind == closing && (after.kind == closing || after.kind == opening))
    out.gap = -before.end_trim;
  else if (before.kind == opening && after.kind == opening)
    out.gap = -after.start_trim;
  else if (before.kind == closing)
    out.shrink = before.end_trim / 2;
  else if (after.kind == opening)
    out.shrink = after.start_trim / 2;
  if (before.kind == opening || after.kind == closing) out.stretch = Length();
  return out;
}

}  // namespace

ClusterLook look_of(StyledText const& text, Shaped const& shaped, ShapedCluster const& cluster) {
  Item const& item = shaped.items[cluster.item];
  ClusterLook out;
  out.em = item.size;
  out.width = cluster.width;
  if (cluster.text.is_empty()) return out;
  char32_t const c = text::code_point_at(text.utf8, cluster.text.start).value;
  out.kind = kind_of(c, item, cluster.width);
  // The number of a note is no word beside ideographs (jlreq: cl-20 is set solid).
  bool const is_note_number = !text.runs[item.style_run].reference.empty();
  if (is_note_number && out.kind == ClusterKind::alphabetic) out.kind = ClusterKind::other;
  // What is said of left and right holds where the line runs from left to right.
  bool const is_ltr = text.direction == text::Direction::ltr && !item.is_right_to_left();
  if (!is_ltr && is_square(out.kind)) out.kind = ClusterKind::other;
  out.parts = is_ltr && out.kind == ClusterKind::alphabetic && letters_stand_apart(item.script);
  if (out.kind == ClusterKind::closing) out.end_trim = item.size / 2;
  if (out.kind == ClusterKind::opening) out.start_trim = item.size / 2;
  return out;
}

Spring spring_between(ClusterLook const& before, ClusterLook const& after, Spaces spaces) {
  using enum ClusterKind;
  Length const em = before.em;
  switch (before.kind) {
    case space: {
      // To twice its width, or, where nothing can be hyphenated, to 0.65 em; both stay below what readers of
      // the finished file take for a gap between columns (0.7 em).
      // Between the phrases of scripts that write words together a space is wide already.
      Length const widest = permille(em, spaces == Spaces::loose ? 650 : 550);
      Length const growth = after.kind == cluster     ? permille(em, 250)
                            : spaces == Spaces::loose ? permille(em, 400)
                                                      : before.width;
      return {.gap = {},
              .stretch = std::max(std::min(growth, widest - before.width), Length()),
              .shrink = before.width.scaled(25, 100),
              .order = 0};
    }
    case fixed_space:
    case invisible: return {};
    case tsheg: return {.gap = {}, .stretch = permille(em, 95), .shrink = permille(em, 15), .order = 0};
    case wordspace: return {.gap = {}, .stretch = permille(em, 250), .shrink = permille(em, 20), .order = 0};
    case cluster:
      if (after.kind == cluster || after.kind == alphabetic)
        return {.gap = {}, .stretch = permille(em, 60), .shrink = {}, .order = 1};
      return {};
    case hangul:
      if (after.kind == hangul) return {.gap = {}, .stretch = permille(em, 40), .shrink = {}, .order = 1};
      return {};
    case alphabetic:
    case other:
      // A quarter of an em at most between Latin letters and ideographs (clreq 3.2.3, jlreq 3.2.3).
      if (before.kind == alphabetic && after.kind == ideograph)
        return {.gap = permille(after.em, 160),
                .stretch = permille(after.em, 90),
                .shrink = permille(after.em, 80),
                .order = 0};
      if (before.parts && after.parts)
        return {
            .gap = {}, .stretch = permille(em, spaces == Spaces::loose ? 25 : 15), .shrink = {}, .order = 1};
      if (after.kind == opening)
        return {.gap = {}, .stretch = {}, .shrink = after.start_trim / 2, .order = 0};
      return {};
    case ideograph:
    case opening:
    case closing:
    case dash:
    case full_width:
      if (is_square(after.kind)) return between_squares(before, after);
      if (before.kind == ideograph && after.kind == alphabetic)
        return {
            .gap = permille(em, 160), .stretch = permille(em, 90), .shrink = permille(em, 80), .order = 0};
      if (before.kind == closing)
        return {.gap = {}, .stretch = {}, .shrink = before.end_trim / 2, .order = 0};
      return {};
  }
  return {};
}

}  // namespace ms::layout
