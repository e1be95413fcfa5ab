#include "read/legacy.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "language/language.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

/// Every reading of a short sample is looked at, the best of them again with a longer one.
constexpr std::size_t short_sample = 240, long_sample = 1'600;
constexpr std::size_t readings_for_the_long = 4;
constexpr std::size_t words_around = 1;

/// What a reading costs, in nats, on the scale of language::fluency, where a letter in its place costs some
/// seven and one that no language has there some eleven.
constexpr double cost_of_rubbish = 30;   ///< invalid, unassigned, private, C1 controls
constexpr double cost_of_c1 = 10;        ///< in windows-1252
constexpr double cost_of_ornament = 16;  ///< frames, mathematics, letters that are symbols
constexpr double cost_of_symbol = 9;
constexpr double cost_of_punctuation = 5, cost_of_apostrophe = 8;
constexpr double cost_at_letter = 5;         ///< in addition: a sign is written apart from words
constexpr double cost_of_stray = 14;         ///< a character of East Asia in a text that is not
constexpr double cost_between_letters = 15;  ///< in addition: no sign splits a word
constexpr double cost_of_wrong_side = 4;     ///< an opening quotation mark behind a word
constexpr double cost_of_case = 6;           ///< a capital behind a small letter
constexpr double cost_of_half_width = 4;
constexpr double cost_of_mixing = 10;  ///< letters of two scripts side by side
constexpr double cost_of_name = 4;     ///< of the West in a text of East Asia, without a blank
constexpr double cost_of_mark = 5;     ///< on a Latin letter, which mostly has it built in
/// Rarer encodings need better evidence; statistics of bytes are some.
constexpr double cost_of_iso = 1, cost_of_machine = 6, gain_of_suspicion = 6, gain_of_declaration = 40;

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Words with bytes above 0x7F and their neighbours, then others as far as there is room. Blanks are no part
/// of a character in any of the encodings.
std::string sample_of(std::string_view bytes, std::size_t sample_size) {
  if (bytes.size() <= sample_size) return std::string(bytes);
  struct Word {
    std::size_t start, end;
    bool is_in = false;
  };
  constexpr std::size_t most_words = 20'000;
  std::vector<Word> words;
  for (std::size_t at = 0; at < bytes.size() && words.size() < most_words;) {
    std::size_t end = at;
    while (end < bytes.size() && !is_blank(bytes[end])) ++end;
    while (end < bytes.size() && is_blank(bytes[end])) ++end;
    words.push_back({at, end});
    at = end;
  }
  std::size_t taken = 0;
  auto const take = [&](Word& word, std::size_t limit) {
    std::size_t const length = word.end - word.start;
    if (word.is_in || taken >= limit) return;
    if (taken + length > sample_size) word.end = word.start + (sample_size - taken);
    word.is_in = true;
    taken += word.end - word.start;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_plain(bytes.substr(words[i].start, words[i].end - words[i].start))) continue;
    std::size_t const first = i - std::min(i, words_around);
    std::size_t const last = std::min(words.size() - 1, i + words_around);
    for (std::size_t j = first; j <= last; ++j) take(words[j], sample_size * 3 / 4);
  }
  for (Word& word : words) take(word, sample_size);
  std::string sample;
  for (Word const& word : words)
    if (word.is_in) sample += bytes.substr(word.start, word.end - word.start);
  return sample;
}

bool is_east_asian(char32_t c) {
  return text::is_wide(c) || (c >= 0x3000 && c < 0x3100);
}

bool is_ornament(char32_t c) {
  return (c >= 0x2190 && c < 0x2600) || (c >= 0x2044 && c < 0x20A0) || c == 0x3A9 || c == 0x3C0 ||
         c == 0xF8FF;
}

bool is_letter_like(char32_t c) {
  return text::is_letter(c) || text::is_mark(c);
}

/// Does a word change its script here? In East Asia names in Latin letters stand in the text without blanks.
bool is_mixed(char32_t before, char32_t c) {
  if (!text::is_letter(before) || !text::is_letter(c)) return false;
  if (is_east_asian(before) || is_east_asian(c)) return false;
  return !text::has_script(c, text::script_of(before));
}

/// The punctuation of prose; others are signs.
bool is_prose(char32_t c) {
  constexpr std::u32string_view marks =
      U"\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB\u2039\u203A\u2026\u2013\u2014\u00A1"
      U"\u00BF\u00A0\u2015\u060C\u061B\u061F\u05BE\u0387";
  return marks.find(c) != marks.npos;
}

/// What one character costs beside its part in a word.
double cost_of(char32_t before, char32_t c, char32_t after) {
  bool const is_word_before = is_letter_like(before), is_word_after = is_letter_like(after);
  if (is_letter_like(c)) {
    double cost = is_mixed(before, c) ? cost_of_mixing : 0;
    if (text::is_letter(before) && is_east_asian(before) != is_east_asian(c)) cost += cost_of_name;
    if (c >= 0x300 && c < 0x370) cost += cost_of_mark;
    if (text::is_letter(before) && !text::is_upper(before) && text::lower(before) == before &&
        text::is_upper(c) && text::script_of(before) == text::script_of(c))
      cost += cost_of_case;
    if (c >= 0xFF61 && c <= 0xFF9F) cost += cost_of_half_width;
    return cost;
  }
  if (c < 0x80) return 0;
  bool const is_rubbish = c == 0xFFFD || c < 0xA0 || text::is_private_use(c) || text::is_noncharacter(c) ||
                          text::script_of(c) == text::script_tag("Zzzz");
  if (is_rubbish) return cost_of_rubbish;
  if (is_east_asian(c)) return cost_of_punctuation;
  if (c == 0x2019 && (is_word_before || is_word_after))
    return is_word_before && is_word_after ? cost_of_apostrophe : cost_of_punctuation - 1;
  double cost = is_word_before && is_word_after ? cost_between_letters : 0;
  if (is_ornament(c)) return cost + cost_of_ornament;
  if (c == 0xA0 || c == 0x2026 || c == 0x2013 || c == 0x2014) return cost + cost_of_punctuation;
  if (!is_prose(c)) {
    bool const is_after_number = text::is_digit(before) || before == ' ' || before == 0xA0;
    bool const is_sign_of_number = c == 0xB0 || c == 0xBA || c == 0xAA || c == 0x20AC || c == 0xA3;
    if (is_after_number && is_sign_of_number) return cost + cost_of_punctuation;
    return cost + cost_of_symbol + (is_word_before ? cost_at_letter : 0) +
           (is_word_after ? cost_at_letter : 0);
  }
  if (text::is_opening(c) && is_word_before) cost += cost_of_wrong_side;
  if (text::is_closing(c) && is_word_after) cost += cost_of_wrong_side;
  if ((c == 0xBF || c == 0xA1) && is_word_before) cost += cost_of_wrong_side;
  return cost + cost_of_punctuation;
}

double cost_of_characters(std::string_view utf8) {
  double cost = 0;
  std::size_t wide = 0, letters = 0;
  char32_t before = ' ', c = ' ';
  for (text::CodePointAt const next : text::code_points(utf8)) {
    cost += cost_of(before, c, next.value);
    letters += text::is_letter(next.value);
    wide += text::is_letter(next.value) && is_east_asian(next.value);
    before = c;
    c = next.value;
  }
  cost += cost_of(before, c, ' ');
  return cost + (wide * 3 < letters ? cost_of_stray * static_cast<double>(wide) : 0);
}

/// What is known of the encoding beside the bytes.
struct Hints {
  std::optional<std::string_view> suspected, declared;
};

double cost_of_encoding(std::string_view name, Hints const& hints) {
  double cost = 0;
  if (name.starts_with("ISO-8859")) cost = cost_of_iso;
  if (name.starts_with("IBM") || name.starts_with("cp") || name.starts_with("mac")) cost = cost_of_machine;
  if (name == "IBM866") cost = cost_of_iso;
  return cost - (hints.suspected == name ? gain_of_suspicion : 0) -
         (hints.declared == name ? gain_of_declaration : 0);
}

/// The sample may end inside a character.
std::string_view without_cut(std::string_view utf8) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  while (utf8.ends_with(replacement)) utf8.remove_suffix(replacement.size());
  return utf8;
}

std::size_t c1_controls(std::string_view utf8) {
  std::size_t controls = 0;
  for (text::CodePointAt const c : text::code_points(utf8)) controls += c.value >= 0x80 && c.value < 0xA0;
  return controls;
}

/// All encodings in which a sample reads the same.
struct Reading {
  std::vector<std::string_view> encodings;  ///< the first costs least
  std::string text;
  double cost_of_first = 0;
  double cost = 0;
};

/// The cheapest first.
std::vector<Reading> readings_of(std::string_view sample, std::vector<std::string_view> const& encodings,
                                 Hints const& hints) {
  std::vector<Reading> readings;
  for (std::string_view const name : encodings) {
    text::Decoded const decoded = text::decoded(sample, name);
    if (text::is_bytewise(name) && decoded.invalid > 0) continue;
    std::string_view const text = without_cut(decoded.utf8);
    double const cost = cost_of_encoding(name, hints);
    auto const same =
        std::find_if(readings.begin(), readings.end(), [&](Reading const& r) { return r.text == text; });
    if (same == readings.end()) {
      readings.push_back({{name}, std::string(text), cost, 0});
    } else if (cost < same->cost_of_first) {
      same->cost_of_first = cost;
      same->encodings.insert(same->encodings.begin(), name);
    } else {
      same->encodings.push_back(name);
    }
  }
  for (Reading& reading : readings) {
    reading.cost = reading.cost_of_first + cost_of_characters(reading.text) - language::fluency(reading.text);
    // The one that has something for every byte, as the Web reads it.
    if (reading.encodings.front() == "windows-1252")
      reading.cost -= (cost_of_rubbish - cost_of_c1) * static_cast<double>(c1_controls(reading.text));
  }
  std::stable_sort(readings.begin(), readings.end(),
                   [](Reading const& a, Reading const& b) { return a.cost < b.cost; });
  return readings;
}

}  // namespace

std::string_view legacy_encoding(std::string_view bytes, std::optional<std::string_view> suspected,
                                 std::optional<std::string_view> declared) {
  Hints const hints{suspected, declared};
  std::vector<Reading> readings =
      readings_of(sample_of(bytes, short_sample), text::legacy_encodings(), hints);
  if (bytes.size() > short_sample) {
    std::vector<std::string_view> best;
    for (std::size_t i = 0; i < std::min(readings.size(), readings_for_the_long); ++i)
      best.insert(best.end(), readings[i].encodings.begin(), readings[i].encodings.end());
    readings = readings_of(sample_of(bytes, long_sample), best, hints);
  }
  return readings.empty() ? "windows-1252" : readings.front().encodings.front();
}

}  // namespace ms::read
