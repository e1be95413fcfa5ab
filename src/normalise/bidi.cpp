#include <algorithm>
#include <optional>

#include "normalise/rules_of.hpp"
#include "normalise/scan.hpp"

namespace ms::normalise {
namespace {

constexpr char32_t lre = 0x202A, rle = 0x202B, pdf = 0x202C, lro = 0x202D, rlo = 0x202E, lri = 0x2066,
                   rli = 0x2067, fsi = 0x2068, pdi = 0x2069, lrm = 0x200E, rlm = 0x200F, alm = 0x61C;
constexpr std::size_t none = static_cast<std::size_t>(-1);

bool is_embedding(char32_t c) {
  return c == lre || c == rle;
}
bool is_override(char32_t c) {
  return c == lro || c == rlo;
}
bool is_isolate(char32_t c) {
  return c == lri || c == rli || c == fsi;
}
bool is_mark_of_direction(char32_t c) {
  return c == lrm || c == rlm || c == alm;
}

/// Explicit formatting as UAX 9 (BD9 to BD11, X7, X6a) pairs it: a PDF never reaches out of its isolate.
struct Pairs {
  std::vector<std::size_t> partner;  ///< index of the other half, `none` when unpaired
  std::vector<std::size_t> depth;    ///< how many open pairs are around the character
};

Pairs pairs_of(Characters const& all) {
  Pairs pairs{std::vector<std::size_t>(all.count(), none), std::vector<std::size_t>(all.count(), 0)};
  std::vector<std::size_t> open;
  std::size_t isolates = 0;
  for (std::size_t i = 0; i < all.count(); ++i) {
    char32_t const c = all.at(i);
    pairs.depth[i] = open.size();
    if (is_embedding(c) || is_override(c) || is_isolate(c)) {
      isolates += is_isolate(c);
      open.push_back(i);
    } else if (c == pdf && !open.empty() && !is_isolate(all.at(open.back()))) {
      pairs.partner[i] = open.back();
      pairs.partner[open.back()] = i;
      open.pop_back();
    } else if (c == pdi && isolates > 0) {
      while (!is_isolate(all.at(open.back()))) open.pop_back();
      pairs.partner[i] = open.back();
      pairs.partner[open.back()] = i;
      open.pop_back();
      --isolates;
    }
  }
  return pairs;
}

/// U+202A to U+202E, U+2066 to U+2069.
bool has_formatting(std::string_view text) {
  for (std::size_t at = text.find('\xE2'); at != std::string_view::npos && at + 2 < text.size();
       at = text.find('\xE2', at + 1)) {
    char const middle = text[at + 1], last = text[at + 2];
    if (middle == '\x80' && last >= '\xAA' && last <= '\xAE') return true;
    if (middle == '\x81' && last >= '\xA6' && last <= '\xA9') return true;
  }
  return false;
}

/// The part of the text that is more than white space and formatting.
struct Core {
  std::size_t first = none, last = 0;
};

Core core_of(Characters const& all) {
  Core core;
  for (std::size_t i = 0; i < all.count(); ++i) {
    char32_t const c = all.at(i);
    if (text::is_white_space(c) || is_embedding(c) || is_override(c) || is_isolate(c) || c == pdf ||
        c == pdi || is_mark_of_direction(c))
      continue;
    if (core.first == none) core.first = i;
    core.last = i;
  }
  return core;
}

/// No more levels than people can mean; UAX 9 itself stops at 125.
constexpr std::size_t deepest = 8;

/// Strong direction of a letter; nothing for digits, marks, punctuation.
std::optional<text::Direction> direction_of(char32_t c) {
  if (c == lrm) return text::Direction::ltr;
  if (c == rlm || c == alm) return text::Direction::rtl;
  if (!text::is_letter(c)) return std::nullopt;
  return text::is_right_to_left(text::script_of(c)) ? text::Direction::rtl : text::Direction::ltr;
}

constexpr std::ptrdiff_t farthest = 16;

struct Neighbour {
  bool is_edge = false;
  bool is_far = false;  ///< neutral characters between
  std::optional<text::Direction> direction;
};

/// The next strong letter that way, if only spaces and simple punctuation are between. Digits and brackets
/// have rules of their own in UAX 9 (W1 to W7, N0), and what stands beside them is left alone.
Neighbour neighbour(Characters const& all, std::size_t index, std::ptrdiff_t step) {
  Neighbour found;
  for (std::ptrdiff_t place = step;; place += step) {
    char32_t const c = all.at(index, place);
    if (c == 0) {
      found.is_edge = true;
      return found;
    }
    if (place > farthest || place < -farthest) return found;
    if (is_mark_of_direction(c) || text::is_mark(c)) continue;
    if (auto const direction = direction_of(c)) {
      found.direction = direction;
      return found;
    }
    bool const is_plain = c == ' ' || c == '.' || c == ',' || c == 0x60C || c == 0x61B || c == 0x61F ||
                          c == '!' || c == '?' || c == ':' || c == ';';
    if (!is_plain) return found;
    found.is_far = true;
  }
}

}  // namespace

// An override shows letters in another order than they are written: there is no honest use of it in an
// article.
text::Edits bidi_override(std::string_view text, Context const&, base::Diagnostics& diagnostics) {
  Changes changes;
  if (text.find("\xE2\x80\xAD") == std::string_view::npos &&
      text.find("\xE2\x80\xAE") == std::string_view::npos)
    return {};
  Characters const all(text);
  Pairs const pairs = pairs_of(all);
  for (std::size_t i = 0; i < all.count(); ++i) {
    bool const closes = all.at(i) == pdf && pairs.partner[i] != none && is_override(all.at(pairs.partner[i]));
    if (!is_override(all.at(i)) && !closes) continue;
    changes.remove(all.range(i));
    if (!closes)
      diagnostics.warn("text.direction-override",
                       "an invisible character turned letters round; the text is shown in its real order",
                       all.range(i), "compare this place with the source");
  }
  return changes.take();
}

// Embeddings are what isolates replaced (UAX 9, 2.1 and 2.4): their contents may not change what is around
// them.
text::Edits bidi_embedding(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  if (!has_formatting(text)) return {};
  Characters const all(text);
  Pairs const pairs = pairs_of(all);
  Core const core = core_of(all);
  auto const is_idle = [&](std::size_t first, std::size_t last) {
    bool const is_empty = last == first + 1;
    bool const encloses_all = first <= core.first && last >= core.last;
    bool const repeats = all.at(first, -1) == all.at(first) && all.at(last, 1) == pdf && first > 0 &&
                         pairs.partner[first - 1] == last + 1;
    return is_empty || repeats || pairs.depth[first] >= deepest || encloses_all;
  };
  for (std::size_t i = 0; i < all.count(); ++i) {
    char32_t const c = all.at(i);
    if (!is_embedding(c) && c != pdf) continue;
    std::size_t const partner = pairs.partner[i];
    if (partner == none)
      changes.remove(all.range(i));
    else if (c == pdf && is_override(all.at(partner)))
      continue;
    else if (is_idle(std::min(i, partner), std::max(i, partner)))
      changes.remove(all.range(i));
    else
      changes.replace(all.range(i), c == lre ? lri : c == rle ? rli : pdi);
  }
  return changes.take();
}

text::Edits bidi_isolate(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  if (!has_formatting(text)) return {};
  Characters const all(text);
  Pairs const pairs = pairs_of(all);
  std::string closing;
  for (std::size_t i = 0; i < all.count(); ++i) {
    char32_t const c = all.at(i);
    if (!is_isolate(c) && c != pdi) continue;
    std::size_t const partner = pairs.partner[i];
    if (partner == none && (c == pdi || pairs.depth[i] >= deepest || i + 1 == all.count()))
      changes.remove(all.range(i));
    else if (partner == none)
      text::append(closing, pdi);
    else if (std::max(i, partner) == std::min(i, partner) + 1 || pairs.depth[std::min(i, partner)] >= deepest)
      changes.remove(all.range(i));
  }
  if (!closing.empty()) changes.replace({text.size(), text.size()}, closing);
  return changes.take();
}

// A mark does something only where a neutral character would take another direction without it.
text::Edits bidi_mark(std::string_view text, Context const& context, base::Diagnostics&) {
  Changes changes;
  if (text.find("\xE2\x80\x8E") == std::string_view::npos &&
      text.find("\xE2\x80\x8F") == std::string_view::npos && text.find("\xD8\x9C") == std::string_view::npos)
    return {};
  Characters const all(text);
  for (std::size_t i = 0; i < all.count(); ++i) {
    char32_t const c = all.at(i);
    if (!is_mark_of_direction(c)) continue;
    std::optional<text::Direction> const own = direction_of(c);
    Neighbour const before = neighbour(all, i, -1), after = neighbour(all, i, 1);
    bool const agrees_before = before.is_edge ? context.direction == own : before.direction == own;
    bool const agrees_after = after.is_edge ? context.direction == own : after.direction == own;
    bool const is_idle_at_edge =
        (before.is_edge && !before.is_far && after.direction == own && !after.is_far) ||
        (after.is_edge && !after.is_far && before.direction == own && !before.is_far);
    bool const is_repeated = all.at(i, 1) == c;
    if ((agrees_before && agrees_after) || is_idle_at_edge || is_repeated) changes.remove(all.range(i));
  }
  return changes.take();
}

}  // namespace ms::normalise
