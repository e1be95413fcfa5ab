#include "read/writing.hpp"

#include <algorithm>

#include "text/tag.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

using text::Direction;

std::optional<Direction> direction_of(char32_t c) {
  if (c < 0x590)
    return (c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : text::is_letter(c))
               ? std::optional(Direction::ltr)
               : std::nullopt;
  if (!text::is_letter(c)) return std::nullopt;
  return text::is_right_to_left(text::script_of(c)) ? Direction::rtl : Direction::ltr;
}

/// Is there a letter of a script that is written from right to left? A cheap look at the bytes: all of them
/// are in U+0590 to U+08FF, the presentation forms up to U+FEFF, U+10800 to U+10FFF or U+1E800 to U+1EFFF.
bool may_have_rtl(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if (byte < 0xD6) continue;
    if (byte <= 0xDF) return true;
    auto const next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\0');
    if (byte == 0xE0   ? next < 0xA4
        : byte == 0xEF ? next >= 0xAC && next <= 0xBB
                       : byte == 0xF0 && (next == 0x90 || next == 0x9E))
      return true;
  }
  return false;
}

bool joins_words(char32_t c) {
  return c == ' ' || c == 0xA0 || c == '-' || c == '.' || c == ',' || c == '\'' || c == 0x2019 || c == '&' ||
         c == '/' || c == ':' || c == '@' || c == '_' || c == '+' || c == '%' || c == '#' || c == '=' ||
         c == '?' || c == 0x2013 || text::is_digit(c) || text::is_mark(c);
}

bool sticks_to_word(char32_t c) {
  return c == '-' || c == '.' || c == '/' || c == ':' || c == '_' || c == '+' || c == '#' || c == '%' ||
         (c < 0x80 && text::is_digit(c));
}

/// Addresses of pages and of mail, names of users: no language, so no direction. Where one ends that the word
/// at `start` begins or belongs to; `start` when it is a word like others.
std::size_t address_end(std::string_view text, std::size_t start) {
  constexpr std::size_t longest = 512;
  std::string_view const near = text.substr(start, longest);
  std::size_t const end = start + std::min(near.find_first_of(" \n\t"), near.size());
  std::string_view const word = text.substr(start, end - start);
  bool const is_handle = start > 0 && text[start - 1] == '@';
  bool const is_address = is_handle || word.find("://") != std::string_view::npos ||
                          word.starts_with("www.") || word.find('@') != std::string_view::npos;
  if (!is_address) return start;
  std::size_t const last = word.find_last_not_of(".,;:!?)\"'");
  return last == std::string_view::npos ? start : start + last + 1;
}

}  // namespace

language::Identification identified(std::string_view text, std::string_view declared,
                                    Options const& options) {
  if (options.language) return {*options.language, 1, true, "given by the user"};
  language::Identification found = language::identify(text, declared);
  if (!found.is_sure && !declared.empty()) found = {std::string(declared), 0.5, true, "declared"};
  return found;
}

text::Direction article_direction(std::string_view text, language::Identification const& language) {
  if (language.tag != "und")
    if (auto const direction = text::direction_of_tag(language.tag)) return *direction;
  return text::majority_direction(text).value_or(Direction::ltr);
}

text::Direction block_direction(std::string_view text, std::string_view lead, text::Direction article) {
  if (article == Direction::ltr && !may_have_rtl(text)) return article;
  std::size_t same = 0, other = 0;
  std::size_t own_words = 0, prose_words = 0, names = 0;  // prose: not a name, as far as capitals tell
  std::size_t end_of_address = 0;
  bool is_inside = false;
  std::optional<Direction> first, last;
  if (lead.find("\xE2\x80\x8F") != std::string_view::npos ||
      lead.find("\xE2\x80\xAB") != std::string_view::npos)
    first = Direction::rtl;
  if (lead.find("\xE2\x80\x8E") != std::string_view::npos ||
      lead.find("\xE2\x80\xAA") != std::string_view::npos)
    first = Direction::ltr;
  for (text::CodePointAt const c : text::code_points(text)) {
    if (c.offset < end_of_address) continue;
    std::optional<Direction> const direction = direction_of(c.value);
    if (direction && !is_inside) end_of_address = std::max(c.offset, address_end(text, c.offset));
    if (c.offset < end_of_address) continue;
    if (!direction) {
      is_inside = is_inside && (text::is_mark(c.value) || c.value == '\'' || c.value == 0x2019);
      continue;
    }
    ++(*direction == article ? same : other);
    if (!is_inside && *direction == article) ++own_words;
    if (!is_inside && *direction != article) ++(text::is_upper(c.value) ? names : prose_words);
    is_inside = true;
    if (!first) first = direction;
    last = direction;
  }
  bool const is_nearly_all = other * 4 >= (same + other) * 3 && other > 0;
  bool const is_framed = other * 2 > same * 3 && first && *first != article && *last != article;
  if (!is_nearly_all && !is_framed) return article;
  // A sentence about the BBC, The New York Times and Fox News is in the language of its verbs.
  if (own_words >= 1 && (prose_words < own_words || prose_words * 2 <= names)) return article;
  return article == Direction::ltr ? Direction::rtl : Direction::ltr;
}

language::Identification fitting(language::Identification found, Direction direction,
                                 language::Identification const& article) {
  if (found.tag == article.tag) return found;  // as most blocks
  auto const is_written_so = [&](std::string_view tag) {
    return text::direction_of_tag(tag).value_or(direction) == direction;
  };
  return is_written_so(found.tag) || !is_written_so(article.tag) ? std::move(found) : article;
}

void LanguageShares::add(std::string_view tag, std::size_t bytes) {
  all_ += bytes;
  auto const found = std::ranges::find(sizes_, tag, &std::pair<std::string, std::size_t>::first);
  if (found == sizes_.end())
    sizes_.emplace_back(tag, bytes);
  else
    found->second += bytes;
}

std::vector<std::string> LanguageShares::main_languages(std::string const& article) const {
  std::vector<std::string> tags;
  if (text::primary_language(article) != "und") tags.push_back(article);
  for (auto const& [tag, size] : sizes_)
    if (text::primary_language(tag) != "und" && tag != article && size * 10 >= all_) tags.push_back(tag);
  return tags;
}

std::vector<text::Span> embedded_runs(std::string_view text, text::Direction direction,
                                      std::string_view language) {
  std::vector<text::Span> spans;
  if (direction == Direction::ltr && !may_have_rtl(text)) return spans;
  std::size_t start = 0, end = 0, letters = 0;
  bool is_open = false, has_more = false;  // than one word
  auto const close = [&] {
    if (is_open && has_more && end > start && !(start == 0 && end == text.size())) {
      spans.push_back({{start, end},
                       text::SpanKind::isolate,
                       std::string(name_of(direction == Direction::ltr ? Direction::rtl : Direction::ltr))});
      if (letters >= 20) {
        language::Identification const found = language::identify(text.substr(start, end - start));
        if (found.is_sure && text::primary_language(found.tag) != text::primary_language(language))
          spans.push_back({{start, end}, text::SpanKind::language, found.tag});
      }
    }
    is_open = has_more = false;
    letters = 0;
  };
  bool has_gap = false;
  std::size_t end_of_address = 0;
  for (text::CodePointAt const c : text::code_points(text)) {
    if (c.offset < end_of_address) continue;
    std::optional<Direction> const found = direction_of(c.value);
    if (found && *found != direction) {
      bool const begins_word = !is_open || has_gap;
      if (!is_open) start = c.offset;
      if (is_open && has_gap) has_more = true;
      is_open = true;
      has_gap = false;
      end = c.end();
      ++letters;
      // An address is one run, whatever signs it ends with.
      if (begins_word) end_of_address = address_end(text, c.offset);
      if (begins_word && end_of_address > c.offset) {
        end = end_of_address;
        has_more = true;
      }
    } else if (found || !joins_words(c.value)) {
      close();
    } else if (is_open) {
      // A digit or sign that touches the word belongs to it: COVID-19, C++.
      bool const touches = end == c.offset && sticks_to_word(c.value) && c.value != '.' && c.value != ':';
      if (touches && (text::is_digit(c.value) || c.value == '+' || c.value == '#')) {
        end = c.end();
        has_more = true;
      } else if (c.value == '-' && end == c.offset && c.end() < text.size() && text[c.end()] >= '0' &&
                 text[c.end()] <= '9') {
        end = c.end();
      } else {
        has_gap = true;
      }
    }
  }
  close();
  return spans;
}

}  // namespace ms::read
