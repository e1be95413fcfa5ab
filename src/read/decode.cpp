#include "read/decode.hpp"

#include <fmt/format.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "read/legacy.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t sample_size = 1 << 16;

std::string_view marked_encoding(std::string_view bytes) {
  // UTF-32LE first: its mark begins with that of UTF-16LE.
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return "UTF-32LE";
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32BE";
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return "UTF-8";
  if (bytes.starts_with("\xFF\xFE"sv)) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF"sv)) return "UTF-16BE";
  return {};
}

/// Text in UTF-16 or UTF-32 that was read right: no rubbish, blanks or full stops, letters of hardly more
/// than one script. Read with the wrong size or order it is scattered over all planes.
bool reads_well(std::string_view sample, std::string_view encoding) {
  text::Decoded const decoded = text::decoded(sample, encoding);
  std::map<std::uint32_t, std::size_t> scripts;
  std::size_t letters = 0, rubbish = 0, common = 0, all = 0;
  for (text::CodePointAt const c : text::code_points(decoded.utf8)) {
    ++all;
    bool const is_space = c.value == ' ' || c.value == '\n' || c.value == '\r' || c.value == '\t';
    if (is_space || c.value == '.' || c.value == ',' || c.value == 0x3002 || c.value == 0x3001) ++common;
    if (text::is_letter(c.value)) {
      ++letters;
      // Chinese characters, kana and Hangul stand side by side.
      ++scripts[text::is_wide(c.value) ? text::script_tag("Hani").tag : text::script_of(c.value).tag];
    } else if (!is_space && (text::is_control(c.value) || text::is_noncharacter(c.value) ||
                             text::is_private_use(c.value) || c.value == 0xFFFD ||
                             text::script_of(c.value) == text::script_tag("Zzzz"))) {
      ++rubbish;
    }
  }
  std::size_t main = 0;
  for (auto const& [script, count] : scripts) main = std::max(main, count);
  // Names in other scripts are text as well; what matters is that it is not thirty.
  return all >= 4 && letters > 0 && common > 0 && rubbish * 50 <= all && main * 3 >= letters &&
         scripts.size() <= 4 + letters / 200;
}

/// UTF-16 without one ASCII character, hence without a NUL: Chinese or Japanese, told by its commas and full
/// stops, whose bytes (a control among them) no other encoding has.
std::string_view ideographic_encoding(std::string_view bytes) {
  std::string_view const sample = bytes.substr(0, sample_size);
  if (sample.size() % 2 != 0) return {};
  for (std::string_view const encoding : {"UTF-16LE"sv, "UTF-16BE"sv}) {
    std::size_t stops = 0, ideographic = 0, all = 0;
    text::Decoded const decoded = text::decoded(sample, encoding);
    for (text::CodePointAt const c : text::code_points(decoded.utf8)) {
      ++all;
      stops += c.value == 0x3001 || c.value == 0x3002 || c.value == 0xFF0C;
      ideographic += text::is_wide(c.value) && text::script_of(c.value) != text::script_tag("Zzzz");
    }
    if (decoded.invalid == 0 && stops > 0 && ideographic * 20 >= all * 19) return encoding;
  }
  return {};
}

std::string_view wide_encoding(std::string_view bytes) {
  std::string_view sample = bytes.substr(0, sample_size);
  std::array<std::size_t, 4> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 4] += sample[i] == '\0';
  std::size_t const all = zeros[0] + zeros[1] + zeros[2] + zeros[3];
  if (all == 0) return {};
  std::size_t const quarter = sample.size() / 4;
  if (quarter > 0) {
    sample = sample.substr(0, quarter * 4);
    if (zeros[2] + zeros[3] >= quarter * 2 - 1 && zeros[0] < quarter / 4 && reads_well(sample, "UTF-32LE"))
      return "UTF-32LE";
    if (zeros[0] + zeros[1] >= quarter * 2 - 1 && zeros[3] < quarter / 4 && reads_well(sample, "UTF-32BE"))
      return "UTF-32BE";
  }
  std::string_view const pairs = sample.substr(0, sample.size() / 2 * 2);
  std::size_t const even = zeros[0] + zeros[2], odd = zeros[1] + zeros[3];
  // A byte that is zero may be the low one of a character: U+4E00 is frequent in Chinese.
  bool const is_little = odd >= even;
  if (reads_well(pairs, is_little ? "UTF-16LE" : "UTF-16BE")) return is_little ? "UTF-16LE" : "UTF-16BE";
  if (even > 0 && odd > 0 && reads_well(pairs, is_little ? "UTF-16BE" : "UTF-16LE"))
    return is_little ? "UTF-16BE" : "UTF-16LE";
  return {};
}

struct Utf8Count {
  std::size_t valid = 0, invalid = 0;  ///< sequences of more than one byte; parts that are none
};

Utf8Count utf8_count(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t offset = 0; offset < bytes.size();) {
    text::CodePoint const c = text::code_point_at(bytes, offset);
    if (!c.valid)
      ++count.invalid;
    else if (c.length > 1)
      ++count.valid;
    offset += c.length;
  }
  return count;
}

/// Seven-bit encodings of East Asia name themselves by escape sequences.
std::string_view escaped_encoding(std::string_view bytes) {
  auto const has = [&](std::string_view escape) { return bytes.find(escape) != std::string_view::npos; };
  if (has("\x1B$B") || has("\x1B$@")) return "ISO-2022-JP";
  if (has("\x1B$)C")) return "ISO-2022-KR";
  if (has("~{") && has("~}")) return "HZ-GB-2312";
  return {};
}

bool has_ideographs(std::string_view utf8) {
  for (text::CodePointAt const c : text::code_points(utf8))
    if (text::is_wide(c.value)) return true;
  return false;
}

struct DeleteDetector {
  void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};

std::optional<std::string_view> detected_encoding(std::string_view bytes) {
  std::unique_ptr<std::remove_pointer_t<uchardet_t>, DeleteDetector> const detector(uchardet_new());
  std::string_view const sample = bytes.substr(0, sample_size);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return std::nullopt;
  uchardet_data_end(detector.get());
  return text::encoding_named(uchardet_get_charset(detector.get()));
}

/// A claim about a legacy encoding holds when the bytes are possible in it: a byte that a single-byte
/// encoding leaves undefined refutes it; encodings of East Asia may be damaged here and there.
bool is_possible(text::Decoded const& decoded, std::string_view encoding) {
  bool const is_multi = encoding == "Shift_JIS" || encoding == "EUC-JP" || encoding == "gb18030" ||
                        encoding == "Big5" || encoding == "EUC-KR";
  if (!is_multi && decoded.invalid > 0) return false;
  if (decoded.invalid * 50 > decoded.utf8.size() / 3) return false;
  if (encoding == "windows-1252") return true;
  // C1 controls stand in no text; the tables have them only so that every byte is something.
  for (text::CodePointAt const c : text::code_points(decoded.utf8))
    if (c.value >= 0x80 && c.value < 0xA0) return false;
  return true;
}

DecodedSource decoded_as(std::string_view bytes, std::string_view encoding) {
  return {std::string(encoding), text::decoded(bytes, encoding)};
}

DecodedSource legacy(std::string_view bytes, std::string_view declared) {
  std::optional<std::string_view> said = text::encoding_named(declared);
  if (said == "UTF-8") said = std::nullopt;  // which it is not
  std::string_view const likeliest = legacy_encoding(bytes, detected_encoding(bytes), said);
  std::string_view refuted;
  for (std::string_view const name : {likeliest, said.value_or(likeliest)}) {
    if (name == std::exchange(refuted, name)) continue;
    DecodedSource claimed = decoded_as(bytes, name);
    if (is_possible(claimed.decoded, name)) return claimed;
  }
  return decoded_as(bytes, "windows-1252");
}

/// Noise has the escapes of every encoding, too; its beginning is enough to see that. The cut makes a few
/// invalid sequences at most.
bool begins_valid(std::string_view bytes, std::string_view encoding) {
  constexpr std::size_t enough = 4096, made_by_cut = 4;
  return text::decoded(bytes.substr(0, enough), encoding).invalid <= made_by_cut;
}

DecodedSource decoded_source(std::string_view bytes, std::string_view declared) {
  if (std::string_view const marked = marked_encoding(bytes); !marked.empty())
    return decoded_as(bytes, marked);
  if (std::string_view const wide = wide_encoding(bytes); !wide.empty()) return decoded_as(bytes, wide);
  if (std::string_view const escaped = escaped_encoding(bytes);
      !escaped.empty() && begins_valid(bytes, escaped)) {
    DecodedSource source = decoded_as(bytes, escaped);
    if (source.decoded.invalid == 0 && has_ideographs(source.decoded.utf8)) return source;
  }
  Utf8Count const count = utf8_count(bytes);
  if (count.invalid <= count.valid) return decoded_as(bytes, "UTF-8");
  if (std::string_view const wide = ideographic_encoding(bytes); !wide.empty())
    return decoded_as(bytes, wide);
  return legacy(bytes, declared);
}

}  // namespace

DecodedSource decode(std::string_view bytes, std::string_view declared, base::Diagnostics& diagnostics) {
  DecodedSource source = decoded_source(bytes, declared);
  if (source.encoding != "UTF-8" && source.encoding.substr(0, 3) != "UTF")
    diagnostics.note("encoding.legacy",
                     fmt::format("the text is not in UTF-8 and was read as {}", source.encoding));
  if (source.decoded.invalid > 0) {
    std::size_t const first = source.decoded.utf8.find("\xEF\xBF\xBD");
    diagnostics.warn(
        "encoding.invalid",
        fmt::format("{} {} not valid {} and became U+FFFD", source.decoded.invalid,
                    source.decoded.invalid == 1 ? "sequence of bytes is" : "sequences of bytes are",
                    source.encoding),
        base::Range{first, first + 3}, "save the source as UTF-8");
  }
  return source;
}

bool looks_binary(std::string_view bytes, std::string_view encoding) {
  constexpr std::string_view signatures[] = {"\x89PNG\r\n"sv,
                                             "%PDF-"sv,
                                             "PK\3\4"sv,
                                             "PK\5\6"sv,
                                             "\xFF\xD8\xFF"sv,
                                             "\x7F"
                                             "ELF"sv,
                                             "GIF87a"sv,
                                             "GIF89a"sv,
                                             "\x1F\x8B"sv,
                                             "\xD0\xCF\x11\xE0"sv,
                                             "Rar!\x1A"sv,
                                             "7z\xBC\xAF"sv,
                                             "BZh9"sv,
                                             "\xFD"
                                             "7zXZ"sv,
                                             "wOFF"sv,
                                             "wOF2"sv,
                                             "OTTO\0"sv,
                                             "\0\1\0\0\0"sv,
                                             "ID3\3"sv,
                                             "ID3\4"sv,
                                             "OggS\0"sv,
                                             "SQLite format 3\0"sv,
                                             "MThd\0"sv,
                                             "RIFF"sv};
  for (std::string_view const signature : signatures)
    if (bytes.starts_with(signature)) return true;
  if (encoding.starts_with("UTF-16") || encoding.starts_with("UTF-32")) return false;
  std::string_view const sample = bytes.substr(0, sample_size);
  std::size_t controls = 0, zeros = 0;
  for (char const c : sample) {
    zeros += c == '\0';
    controls += static_cast<unsigned char>(c) < 0x20 && (c < '\t' || c > '\r') && c != '\x1B';
  }
  return (zeros > 0 && controls * 20 > sample.size()) || controls * 7 > sample.size();
}

}  // namespace ms::read
