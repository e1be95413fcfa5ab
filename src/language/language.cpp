#include "language/language.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.hpp"
#include "base/failure.hpp"
#include "language/chinese.hpp"
#include "language/cld2.hpp"
#include "language/clusters.hpp"
#include "language/common_words.hpp"
#include "language/profiles.hpp"
#include "language/scripts.hpp"
#include "language/words.hpp"
#include "text/tag.hpp"
#include "text/utf8.hpp"

namespace ms::language {
namespace {

using text::Script;
using text::script_tag;

/// More text than this tells nothing new, and a monstrous one must not take seconds.
constexpr std::size_t most_bytes = 1 << 18;

/// With fewer letters a block has the language of its article, unless it is in another script.
constexpr std::size_t letters_of_a_block = 100;

/// A letter of a syllabary, or a Chinese character, is two of an alphabet.
std::size_t weight(Writing const& writing) {
  constexpr Script dense[] = {script_tag("Ethi"), script_tag("Cans"), script_tag("Hani"), script_tag("Jpan"),
                              script_tag("Kore")};
  bool const is_dense = std::find(std::begin(dense), std::end(dense), writing.script) != std::end(dense);
  return is_dense ? 2 * writing.letters : writing.letters;
}

std::string_view beginning(std::string_view text) {
  if (text.size() <= most_bytes) return text;
  std::size_t end = most_bytes;
  while (!text::is_boundary(text, end)) --end;
  return text.substr(0, end);
}

/// Letters, and marks that stand inside of words or end them; not those that open brackets or quotations.
bool is_of_words(char32_t c) {
  if (text::is_letter(c) || text::is_mark(c) || c == U'\'' || c == U'’' || c == U'-' || c == U'\u200C' ||
      c == U'\u200D')
    return true;
  return text::is_punctuation(c) && !text::is_opening(c);
}

/// The same of ASCII, which is most of what is asked.
constexpr bool is_of_ascii_words(char c) {
  constexpr std::string_view marks = "'-!\"#%&)*,./:;?@\\]_}";
  return base::is_ascii_letter(c) || marks.find(c) != marks.npos;
}

/// Letters of one script with what stands between them; everything else becomes a space.
std::string letters_of(std::string_view text, Script script) {
  static constexpr auto of_ascii_words = [] {
    std::array<bool, 0x80> made{};
    for (std::size_t c = 0; c < made.size(); ++c) made[c] = is_of_ascii_words(static_cast<char>(c));
    return made;
  }();
  bool const is_latin = script == script_tag("Latn");
  std::string out;
  out.reserve(text.size());
  for (text::CodePointAt const c : text::code_points(text)) {
    bool const is_kept = c.value < 0x80 ? of_ascii_words[c.value] &&
                                              (is_latin || !base::is_ascii_letter(static_cast<char>(c.value)))
                                        : is_of_words(c.value) && is_of(c.value, script);
    if (is_kept)
      out.append(text, c.offset, c.length);
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

Identification of_script(Writing const& writing, std::string_view tag) {
  return {std::string(tag), writing.share, writing.share > 0.5 && writing.letters >= 4,
          fmt::format("script {}, {:.0f} %", text::name_of(writing.script), writing.share * 100)};
}

Identification of_chinese(Writing const& writing, std::string_view text) {
  Chinese const found = chinese(text);
  bool const is_sure = found.tag != "zh" && found.characters >= 3 && found.confidence > 0.7;
  return {found.tag, writing.share * found.confidence, is_sure,
          fmt::format("{} characters of one orthography only, {:.0f} %", found.characters,
                      found.confidence * 100)};
}

/// `expected`: the language of the article around a block, or empty. When CLD2 alone sees it, the rest, which
/// is dearer, could only agree: it tells languages apart that look alike, and a block in one of those is as
/// the article.
Identification of_words(Writing const& writing, std::string_view text, std::string_view expected) {
  std::string const letters = letters_of(text, writing.script);
  Detection const found = detection(letters, writing.script);
  if (found.is_reliable && found.tag == expected) return {found.tag, 1, true, "CLD2 full tables"};
  return verdict_of_words(found, letters, writing.script, weight(writing));
}

Identification found_in(std::string_view text, Writing const& written, std::string_view expected = {}) {
  if (written.letters == 0) return {"und", 0, false, "no letters"};
  if (std::optional<std::string_view> const tag = only_language(written.script))
    return of_script(written, *tag);
  if (written.script == script_tag("Hani")) return of_chinese(written, text);
  return of_words(written, text, expected);
}

/// Could a block in this script belong to an article in that language?
bool is_written_in(Script script, std::string_view tag) {
  Script const usual = text::script_of_tag(tag);
  if (script == usual) return true;
  bool const is_east_asian = usual == script_tag("Jpan") || usual == script_tag("Kore") ||
                             usual == script_tag("Hans") || usual == script_tag("Hant");
  return is_east_asian && script == script_tag("Hani");
}

/// What the source says of itself, where it knows better than the text: which of several languages that look
/// alike, and which region's form of the language. The script is always the text's.
std::optional<std::string> believed(std::string_view declared, std::string_view found) {
  std::optional<std::string> said = text::canonical_tag(declared);
  if (!said || found == "und") return std::nullopt;
  Script const script = text::script_of_tag(found);
  bool const is_bare = said->find('-') == std::string::npos;
  if (are_confused(*said, found)) {
    if (text::script_of_tag(*said) == script) return said;
    if (is_bare) return text::canonical_tag(fmt::format("{}-{}", *said, text::name_of(script)));
  }
  bool const is_finer = text::primary_language(*said) == found && !is_bare;
  if (is_finer && text::script_of_tag(*said) == script) return said;
  return std::nullopt;
}

}  // namespace

Identification identify(std::string_view text, std::string_view declared) {
  std::string_view const part = beginning(text);
  Identification found = found_in(part, writing(part));
  if (std::optional<std::string> tag = believed(declared, found.tag)) {
    found.evidence += fmt::format(", declared {}", *tag);
    found.tag = *std::move(tag);
  }
  return found;
}

Identification identify_block(std::string_view text, Identification const& article) {
  Identification inherited = article;
  inherited.evidence = "as the article";
  std::string_view const part = beginning(text);
  Writing const written = writing(part);
  if (written.letters == 0) return inherited;
  bool const is_at_home = is_written_in(written.script, article.tag);
  if (is_at_home && (weight(written) < letters_of_a_block || is_plainly(part, article.tag))) return inherited;
  Identification found = found_in(part, written, is_at_home ? article.tag : std::string_view());
  if (!is_at_home) {
    // Unknown, but not the language of the article.
    if (found.tag == "und" && article.tag != "und")
      found.tag = fmt::format("und-{}", text::name_of(written.script));
    return found;
  }
  bool const is_same = text::primary_language(found.tag) == text::primary_language(article.tag) &&
                       text::script_of_tag(found.tag) == text::script_of_tag(article.tag);
  bool const is_other =
      found.is_sure && found.confidence >= 0.8 && !is_same && !are_confused(found.tag, article.tag);
  return is_other ? found : inherited;
}

double fluency(std::string_view text) {
  std::string_view const part = beginning(text);
  return likelihood(part, writing(part).script);
}

void check_tables() {
  if (!has_full_tables())
    throw base::Failure("language.tables",
                        "CLD2 runs without its full tables, so languages would be guessed wrong: link "
                        "libcld2_full before libcld2");
}

}  // namespace ms::language
