#include "layout/hyphenation.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

#include "layout/patterns.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::layout {
namespace {

// The code points of the upper half of a single-byte character set, 0 where it has none.
std::array<char32_t, 128> upper_half(std::string const& charset) {
  std::array<char32_t, 128> out{};
  iconv_t const converter = iconv_open("UTF-8", charset.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return out;
  for (std::size_t i = 0; i < out.size(); ++i) {
    char byte = static_cast<char>(0x80 + i);
    char utf8[8] = {};
    char* in = &byte;
    char* to = utf8;
    std::size_t in_left = 1, to_left = sizeof utf8;
    if (iconv(converter, &in, &in_left, &to, &to_left) != static_cast<std::size_t>(-1))
      out[i] = text::code_point_at({utf8, sizeof utf8 - to_left}, 0).value;
  }
  iconv_close(converter);
  return out;
}

char32_t small_letter(text::CodePointAt c, std::string_view word) {
  if (c.value < 0x80) return c.value >= 'A' && c.value <= 'Z' ? c.value + 32 : c.value;
  if (!text::is_upper(c.value)) return c.value;
  std::string const small = text::folded(word.substr(c.offset, c.length));
  auto const first = text::code_point_at(small, 0);
  return first.length == small.size() ? first.value : c.value;
}

struct Options {
  std::size_t left = 2, right = 2;  // libhyphen's default where a file says nothing
  std::size_t compound_left = 0, compound_right = 0;
};

// "LEFTHYPHENMIN 2"
std::optional<std::size_t> option(std::string_view line, std::string_view name) {
  if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != ' ') return {};
  int const value = std::atoi(std::string(line.substr(name.size() + 1)).c_str());
  return value > 0 ? std::optional(static_cast<std::size_t>(value)) : std::nullopt;
}

struct Change {
  std::size_t start = 1, cut = 0;  // characters of the pattern's letters, the first is 1
  std::string_view before, after;
};

// "n1nyal./ny=,1,1": what stands after the slash. Nothing when the line has no change.
std::optional<Change> change_of(std::string_view line) {
  std::size_t const slash = line.find('/');
  if (slash == line.npos) return {};
  std::string_view const rest = line.substr(slash + 1);
  std::size_t const comma = rest.find(',');
  std::string_view const replacement = rest.substr(0, comma);
  std::size_t const equal = replacement.find('=');
  if (equal == replacement.npos) return {};
  Change change;
  change.before = replacement.substr(0, equal);
  change.after = replacement.substr(equal + 1);
  for (text::CodePointAt c : text::code_points(line.substr(0, slash)))
    if (c.value != '.' && !(c.value >= '0' && c.value <= '9')) ++change.cut;
  if (comma == rest.npos) return change;
  std::string const numbers(rest.substr(comma + 1));
  char* end = nullptr;
  change.start = std::strtoul(numbers.c_str(), &end, 10);
  if (*end == ',') change.cut = std::strtoul(end + 1, nullptr, 10);
  return change.start > 0 ? std::optional(change) : std::nullopt;
}

}  // namespace

struct Hyphenator::Parts {
  std::string file;
  bool utf8 = true;
  std::array<char32_t, 128> upper{};  // of a single-byte set
  Options options;
  std::vector<Patterns> levels;  // compounds first

  /// The word in the file's character set with, for each of its bytes and the end, the byte of the word.
  struct Encoded {
    std::string bytes;
    std::vector<std::size_t> source;
  };
  Encoded encoded(std::string_view word) const;
  std::string decoded(std::string_view bytes) const;
  std::string_view line_at(std::size_t start) const;
  void cut(Encoded const& word, Range part, std::size_t level, std::vector<HyphenPoint>& out) const;
  HyphenPoint point(Encoded const& word, Range part, std::size_t at, PatternLevel winner) const;
  std::size_t letters(std::string_view bytes) const;
};

Hyphenator::Parts::Encoded Hyphenator::Parts::encoded(std::string_view word) const {
  Encoded out;
  for (text::CodePointAt c : text::code_points(word)) {
    char32_t const small = small_letter(c, word);
    if (small < 0x80) {
      out.bytes += static_cast<char>(small);
    } else if (utf8) {
      text::append(out.bytes, small);
    } else {
      auto const found = std::find(upper.begin(), upper.end(), small);
      // A letter the set does not have matches no pattern.
      out.bytes += found == upper.end() ? '\1' : static_cast<char>(0x80 + (found - upper.begin()));
    }
    out.source.resize(out.bytes.size(), c.offset);
  }
  out.source.push_back(word.size());
  return out;
}

std::string Hyphenator::Parts::decoded(std::string_view bytes) const {
  if (utf8) return std::string(bytes);
  std::string out;
  for (char byte : bytes) {
    auto const value = static_cast<unsigned char>(byte);
    text::append(out, value < 0x80 ? value : upper[value - 0x80u]);
  }
  return out;
}

std::string_view Hyphenator::Parts::line_at(std::size_t start) const {
  std::string_view line = std::string_view(file).substr(start);
  line = line.substr(0, line.find('\n'));
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  return line;
}

std::size_t Hyphenator::Parts::letters(std::string_view bytes) const {
  if (!utf8) return bytes.size();
  return static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & '\xC0') != '\x80'; }));
}

HyphenPoint Hyphenator::Parts::point(Encoded const& word, Range part, std::size_t at,
                                     PatternLevel winner) const {
  HyphenPoint out;
  out.offset = word.source[at];
  std::string_view const line = line_at(winner.line);
  auto const change = change_of(line);
  if (!change) return out;
  // Where the pattern stands in the word: its winning number is before byte `at`.
  std::size_t letters_before = 0;
  for (char c : line.substr(0, line.find('/'))) {
    if (c >= '0' && c <= '9') {
      if (c - '0' == winner.number) break;
    } else if (c != '.') {
      ++letters_before;
    }
  }
  if (letters_before > at - part.start) return out;
  std::size_t start = at - letters_before;
  auto const skip = [&](std::size_t from, std::size_t count) {
    for (; count > 0 && from < part.end; --count) {
      ++from;
      while (utf8 && from < part.end && (word.bytes[from] & '\xC0') == '\x80') ++from;
    }
    return from;
  };
  start = skip(start, change->start - 1);
  std::size_t const end = skip(start, change->cut);
  if (start > at || end < at) return out;
  out.replaced = {word.source[start], word.source[end]};
  out.before = decoded(change->before);
  out.after = decoded(change->after);
  return out;
}

void Hyphenator::Parts::cut(Encoded const& word, Range part, std::size_t level,
                            std::vector<HyphenPoint>& out) const {
  std::string dotted = "." + word.bytes.substr(part.start, part.length()) + ".";
  std::vector<PatternLevel> places;
  // NEXTLEVEL is libhyphen's own: such a file was made for its way of matching.
  levels[level].match(dotted, levels.size() > 1 ? Matching::longest : Matching::all, places);
  bool const innermost = level + 1 == levels.size();
  std::size_t start = part.start;
  for (std::size_t at = part.start + 1; at <= part.end; ++at) {
    bool const is_end = at == part.end;
    bool const is_point = !is_end && places[at - part.start + 1].number % 2 == 1;
    if (!is_end && !is_point) continue;
    if (innermost) {
      if (is_end) break;
      std::string_view const bytes = word.bytes;
      bool const far_from_start =
          part.start == 0 || letters(bytes.substr(part.start, at - part.start)) >= options.compound_left;
      bool const far_from_end =
          part.end == bytes.size() || letters(bytes.substr(at, part.end - at)) >= options.compound_right;
      if (far_from_start && far_from_end) out.push_back(point(word, part, at, places[at - part.start + 1]));
      continue;
    }
    cut(word, {start, at}, level + 1, out);
    if (is_point) {
      out.push_back(point(word, part, at, places[at - part.start + 1]));
      out.back().compound = true;
    }
    start = at;
  }
}

Hyphenator::Hyphenator(std::string dictionary) : parts_(std::make_unique<Parts>()) {
  Parts& parts = *parts_;
  parts.file = std::move(dictionary);
  std::string_view const file = parts.file;
  std::string const charset(parts.line_at(0));
  parts.utf8 = charset == "UTF-8";
  if (!parts.utf8) {
    // The files write ISO8859-1 where the converter knows ISO-8859-1.
    std::string name = charset;
    if (name.starts_with("ISO8859")) name.insert(3, "-");
    if (name.starts_with("microsoft-cp")) name = "CP" + name.substr(12);
    parts.upper = upper_half(name);
  }
  std::size_t first = std::min(file.find('\n'), file.size());
  for (std::size_t line = first; line < file.size();
       line = std::min(file.find('\n', line), file.size()) + 1) {
    // Every option is a word in capitals; most lines are patterns and need no closer look.
    if (file[line] < 'A' || file[line] > 'Z') continue;
    std::string_view const text = parts.line_at(line);
    if (auto value = option(text, "LEFTHYPHENMIN")) parts.options.left = *value;
    if (auto value = option(text, "RIGHTHYPHENMIN")) parts.options.right = *value;
    if (auto value = option(text, "COMPOUNDLEFTHYPHENMIN")) parts.options.compound_left = *value;
    if (auto value = option(text, "COMPOUNDRIGHTHYPHENMIN")) parts.options.compound_right = *value;
    if (text == "NEXTLEVEL") {
      parts.levels.emplace_back(file, first, line);
      first = line;
    }
  }
  parts.levels.emplace_back(file, first, file.size());
}

Hyphenator::~Hyphenator() = default;

std::vector<HyphenPoint> Hyphenator::points(std::string_view word) const {
  Parts const& parts = *parts_;
  std::vector<HyphenPoint> out;
  Parts::Encoded const encoded = parts.encoded(word);
  if (encoded.bytes.empty()) return out;
  parts.cut(encoded, {0, encoded.bytes.size()}, 0, out);
  auto const count = [](std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & '\xC0') != '\x80'; }));
  };
  std::erase_if(out, [&](HyphenPoint const& point) {
    return count(word.substr(0, point.offset)) < parts.options.left ||
           count(word.substr(point.offset)) < parts.options.right;
  });
  return out;
}

}  // namespace ms::layout
