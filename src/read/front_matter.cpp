#include "read/front_matter.hpp"

#include <algorithm>
#include <optional>

#include "base/ascii.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

constexpr std::string_view escape_rule = "markdown.escape", join_rule = "line.join";
constexpr std::size_t most_lines = 400;

/// Without white space around it.
base::Range trimmed(std::string_view source, base::Range range) {
  while (!range.is_empty() && (source[range.start] == ' ' || source[range.start] == '\t')) ++range.start;
  while (!range.is_empty() && (source[range.end - 1] == ' ' || source[range.end - 1] == '\t')) --range.end;
  return range;
}

class Reader {
 public:
  explicit Reader(std::string_view source) : source_(source) {}

  FrontMatter result() {
    std::size_t end = 0;
    base::Range const first = line(end);
    std::string_view const fence = base::slice(source_, trimmed(source_, first));
    if (source_.starts_with('%'))
      read_percent();
    else if (source_.starts_with("---") && fence == "---")
      read_fenced(end, {"---", "..."}, ':');
    else if (source_.starts_with("+++") && fence == "+++")
      read_fenced(end, {"+++"}, '=');
    return std::move(matter_);
  }

 private:
  /// The line at `at` without its line feed; `at` goes to the next one.
  base::Range line(std::size_t& at) const {
    base::Range const range{at, std::min(source_.find('\n', at), source_.size())};
    at = std::min(range.end + 1, source_.size());
    return range;
  }
  std::size_t indent_of(base::Range range) const { return trimmed(source_, range).start - range.start; }

  void read_percent() {
    constexpr std::string_view keys[] = {"title", "author", "date"};
    std::size_t at = 0;
    for (std::string_view const key : keys) {
      if (at >= source_.size() || source_[at] != '%') break;
      base::Range range = line(at);
      ++range.start;
      range = trimmed(source_, range);
      std::size_t const authors_end = key == "author" ? range.end : 0;
      for (std::size_t start = range.start; start < range.end;) {
        std::size_t const stop = authors_end > 0 ? std::min(source_.find(';', start), range.end) : range.end;
        add(std::string(key), scalar({start, stop}));
        start = stop + 1;
      }
    }
    matter_.range = {0, at};
  }

  void read_fenced(std::size_t at, std::vector<std::string_view> const& fences, char sign) {
    std::vector<base::Range> lines;
    bool is_closed = false;
    while (at < source_.size() && lines.size() < most_lines && !is_closed) {
      base::Range const range = line(at);
      is_closed = std::ranges::find(fences, base::slice(source_, trimmed(source_, range))) != fences.end() &&
                  indent_of(range) == 0;
      if (!is_closed) lines.push_back(range);
    }
    // "---" alone may be a separator: what follows has to look like keys.
    auto const first = std::ranges::find_if(lines, [&](base::Range range) {
      return !trimmed(source_, range).is_empty() && source_[trimmed(source_, range).start] != '#';
    });
    if (!is_closed || (first != lines.end() && !key_of(*first, sign))) return;
    matter_.range = {0, at};
    for (std::size_t i = 0; i < lines.size();) i = read_entry(lines, i, sign);
  }

  struct Key {
    std::string name;
    base::Range value;
  };
  std::optional<Key> key_of(base::Range range, char sign) const {
    std::string_view const text = base::slice(source_, range);
    std::size_t const at = text.find(sign);
    if (at == std::string_view::npos || at == 0) return std::nullopt;
    bool const is_parted =
        sign == '=' || at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\t';
    if (!is_parted) return std::nullopt;
    Key key;
    for (char const written : base::slice(source_, trimmed(source_, {range.start, range.start + at}))) {
      char const c = base::ascii_lower(written);
      bool const is_name = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
                           c == '.' || c == ':' || c == '"';
      if (!is_name) return std::nullopt;
      if (c != '"') key.name += c == '-' ? '_' : c;
    }
    key.value = trimmed(source_, {range.start + at + 1, range.end});
    return key;
  }

  /// The entry at line i and the indented lines below it; returns the line after them.
  std::size_t read_entry(std::vector<base::Range> const& lines, std::size_t i, char sign) {
    std::optional<Key> const key = key_of(lines[i], sign);
    std::size_t end = i + 1;
    auto const is_below = [&](base::Range range) {
      base::Range const text = trimmed(source_, range);
      bool const is_item = sign == ':' && !text.is_empty() && source_[text.start] == '-' &&
                           (text.length() == 1 || source_[text.start + 1] == ' ');
      return text.is_empty() || text.start > range.start || is_item;
    };
    while (end < lines.size() && is_below(lines[end])) ++end;
    if (!key || key->name.empty()) return end;
    std::vector<base::Range> const below(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                         lines.begin() + static_cast<std::ptrdiff_t>(end));
    std::string_view const value = base::slice(source_, key->value);
    bool const is_block =
        !value.empty() && (value.front() == '|' || value.front() == '>') && value.size() <= 3;
    if (is_block || (value.empty() && !below.empty() && !is_list(below)))
      add_block(key->name, below);
    else if (value.empty())
      add_list(key->name, below);
    else if (value.front() == '[')
      add_flow(key->name, {key->value.start, end_of_flow(key->value, below)});
    else
      add_folded(key->name, key->value, below);
    return end;
  }

  bool is_list(std::vector<base::Range> const& lines) const {
    for (base::Range const range : lines) {
      base::Range const text = trimmed(source_, range);
      if (!text.is_empty()) return source_[text.start] == '-';
    }
    return false;
  }

  std::size_t end_of_flow(base::Range value, std::vector<base::Range> const& below) const {
    if (base::slice(source_, value).ends_with(']')) return value.end;
    for (base::Range const range : below)
      if (base::slice(source_, trimmed(source_, range)).ends_with(']')) return trimmed(source_, range).end;
    return value.end;
  }

  /// Lines below a key: folded into one, or the members of a map, of which a name is what counts.
  void add_block(std::string const& key, std::vector<base::Range> const& lines) {
    if (std::optional<FrontMatter::Value> name = name_in(lines)) return add(key, *std::move(name));
    FrontMatter::Value all;
    for (base::Range const range : lines) append(all, scalar(range));
    add(key, std::move(all));
  }

  std::optional<FrontMatter::Value> name_in(std::vector<base::Range> const& lines) const {
    for (base::Range const range : lines) {
      base::Range text = trimmed(source_, range);
      if (base::slice(source_, text).starts_with("- ")) text = trimmed(source_, {text.start + 2, text.end});
      std::optional<Key> const member = key_of(text, ':');
      if (member && (member->name == "name" || member->name == "given_name")) return scalar(member->value);
    }
    return std::nullopt;
  }

  void add_list(std::string const& key, std::vector<base::Range> const& lines) {
    for (std::size_t i = 0; i < lines.size();) {
      base::Range const text = trimmed(source_, lines[i]);
      std::size_t next = i + 1;
      if (text.is_empty() || source_[text.start] != '-') {
        i = next;
        continue;
      }
      while (next < lines.size() && indent_of(lines[next]) > indent_of(lines[i])) ++next;
      std::vector<base::Range> const item(lines.begin() + static_cast<std::ptrdiff_t>(i),
                                          lines.begin() + static_cast<std::ptrdiff_t>(next));
      std::optional<FrontMatter::Value> name = name_in(item);
      add(key, name ? *std::move(name) : scalar({text.start + 1, text.end}));
      i = next;
    }
  }

  /// [one, "two, three"]
  void add_flow(std::string const& key, base::Range range) {
    std::size_t start = range.start + 1;
    char quote = 0;
    for (std::size_t at = start; at <= range.end; ++at) {
      char const c = at < range.end ? source_[at] : ',';
      if (quote != 0) {
        if (c == '\\' && quote == '"')
          ++at;
        else if (c == quote)
          quote = 0;
        continue;
      }
      if ((c == '"' || c == '\'') && trimmed(source_, {start, at}).is_empty()) quote = c;
      bool const is_end = c == ',' || c == ']';
      if (!is_end) continue;
      add(key, scalar({start, at}));
      start = at + 1;
      if (c == ']') return;
    }
  }

  void add_folded(std::string const& key, base::Range value, std::vector<base::Range> const& below) {
    FrontMatter::Value all = scalar(value);
    bool const is_quoted = source_[value.start] == '"' || source_[value.start] == '\'';
    if (!is_quoted)
      for (base::Range const range : below) append(all, scalar(range));
    add(key, std::move(all));
  }

  static void append(FrontMatter::Value& all, FrontMatter::Value more) {
    if (more.pieces.empty()) return;
    if (!all.pieces.empty()) {
      more.pieces.front().before = " ";
      more.pieces.front().rule = join_rule;
      all.text += ' ';
    }
    all.text += more.text;
    for (Piece& piece : more.pieces) all.pieces.push_back(std::move(piece));
  }

  void add(std::string const& key, FrontMatter::Value value) {
    if (value.pieces.empty() || value.text.find_first_not_of(" \t") == std::string::npos) return;
    if (matter_.entries.empty() || matter_.entries.back().key != key) matter_.entries.push_back({key, {}});
    matter_.entries.back().values.push_back(std::move(value));
  }

  /// A word, or a string in quotation marks, within one line.
  FrontMatter::Value scalar(base::Range range) const {
    range = trimmed(source_, range);
    FrontMatter::Value value;
    if (range.is_empty()) return value;
    char const quote = source_[range.start];
    if (quote == '"' || quote == '\'') return quoted({range.start + 1, range.end}, quote);
    std::string_view const text = base::slice(source_, range);
    std::size_t const comment = std::min({text.find(" #"), text.find("\t#"), text.size()});
    range = trimmed(source_, {range.start, range.start + comment});
    keep(value, range);
    return value;
  }

  FrontMatter::Value quoted(base::Range range, char quote) const {
    FrontMatter::Value value;
    std::size_t start = range.start;
    std::size_t at = start;
    while (at < range.end) {
      char const c = source_[at];
      bool const is_doubled = quote == '\'' && c == quote && at + 1 < range.end && source_[at + 1] == quote;
      if (c == quote && !is_doubled) break;
      bool const is_escape = (quote == '"' && c == '\\' && at + 1 < range.end) || is_doubled;
      if (!is_escape) {
        ++at;
        continue;
      }
      keep(value, {start, at});
      std::size_t const end = escape(value, at);
      start = end > at ? end : at + 1;
      at = end > at ? end : at + 1 + text::code_point_at(source_, at + 1).length;
    }
    keep(value, {start, at});
    return value;
  }

  /// An escape that stands for another character; returns its end, or `at` when the next one stands for
  /// itself.
  std::size_t escape(FrontMatter::Value& value, std::size_t at) const {
    char const c = source_[at + 1];
    if (c == 'n' || c == 't' || c == 'r') return replace(value, {at, at + 2}, " ");
    std::size_t const length = c == 'u' ? 4 : c == 'x' ? 2 : 0;
    if (length == 0 || at + 2 + length > source_.size()) return at;
    char32_t code = 0;
    for (char const digit : source_.substr(at + 2, length)) {
      int const number = base::hex_digit(digit);
      if (number < 0) return at;
      code = code * 16 + static_cast<char32_t>(number);
    }
    if (code < 0x20 || (code >= 0x7F && code < 0xA0)) return at;
    std::string utf8;
    text::append(utf8, code);
    return replace(value, {at, at + 2 + length}, utf8);
  }

  void keep(FrontMatter::Value& value, base::Range range) const {
    if (range.is_empty()) return;
    Piece piece;
    piece.range = range;
    value.pieces.push_back(std::move(piece));
    value.text += base::slice(source_, range);
  }

  static std::size_t replace(FrontMatter::Value& value, base::Range range, std::string const& with) {
    Piece piece;
    piece.range = range;
    piece.instead = with;
    piece.instead_rule = escape_rule;
    value.pieces.push_back(std::move(piece));
    value.text += with;
    return range.end;
  }

  std::string_view source_;
  FrontMatter matter_;
};

}  // namespace

FrontMatter::Entry const* FrontMatter::find(std::string_view key) const {
  auto const found = std::ranges::find(entries, key, &Entry::key);
  return found == entries.end() ? nullptr : &*found;
}

FrontMatter front_matter_of(std::string_view source) {
  return Reader(source).result();
}

}  // namespace ms::read
