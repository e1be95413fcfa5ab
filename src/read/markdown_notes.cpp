#include "read/markdown_notes.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace ms::read {
namespace {

constexpr std::size_t longest_label = 60;
/// The parser looks up lines one by one, so its time grows with the square of a paragraph's lines: a longer
/// one is parsed in parts.
constexpr std::size_t longest_paragraph = 400;

class Divider {
 public:
  Divider(std::string_view source, std::size_t start) : source_(source), at_(start) {}

  MarkdownText result(bool with_notes) {
    if (with_notes) find_references();
    while (at_ < source_.size()) {
      base::Range const line = next_line();
      std::string_view const text = base::slice(source_, line);
      if (std::optional<std::string_view> const label = definition(text)) {
        take_note(line, *label);
        continue;
      }
      look_for_fence(text);
      bool const is_blank = text.find_first_not_of(" \t\n") == std::string_view::npos;
      lines_ = is_blank || !fence_.empty() ? 0 : lines_ + 1;
      out_.body.add(source_, line);
      if (lines_ == longest_paragraph) {
        out_.body.add_foreign("\n");
        lines_ = 0;
      }
    }
    return std::move(out_);
  }

 private:
  base::Range next_line() {
    std::size_t const start = at_, end = source_.find('\n', at_);
    at_ = end == std::string_view::npos ? source_.size() : end + 1;
    return {start, at_};
  }

  static std::size_t indent_of(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
  }

  void find_references() {
    for (std::size_t at = source_.find("[^", at_); at != std::string_view::npos;
         at = source_.find("[^", at + 2)) {
      std::string_view const label = note_label_at(source_, at);
      if (label.empty()) continue;
      std::size_t const end = at + label.size() + 3;
      std::size_t const near = at - std::min<std::size_t>(at, 4);
      std::size_t const line = base::slice(source_, {near, at}).rfind('\n');
      std::string_view const before =
          base::slice(source_, {line == std::string_view::npos ? near : near + line + 1, at});
      bool const is_definition = end < source_.size() && source_[end] == ':' && before.size() <= 3 &&
                                 before.find_first_not_of(' ') == std::string_view::npos;
      if (!is_definition) referred_.insert(label);
    }
  }

  /// The label, when the line begins the definition of a note that is referred to and not defined yet.
  std::optional<std::string_view> definition(std::string_view line) {
    if (referred_.empty() || !fence_.empty()) return std::nullopt;
    std::size_t const indent = indent_of(line);
    if (indent > 3 || indent == line.size() || line[indent] != '[') return std::nullopt;
    std::string_view const label = note_label_at(line, indent);
    std::size_t const colon = indent + label.size() + 3;
    if (label.empty() || colon >= line.size() || line[colon] != ':' || !referred_.contains(label))
      return std::nullopt;
    return label;
  }

  /// Fences of code hide what looks like a definition.
  void look_for_fence(std::string_view line) {
    std::size_t const indent = indent_of(line);
    if (indent > 3 || indent == line.size() || (line[indent] != '`' && line[indent] != '~')) return;
    std::size_t const end = std::min(line.find_first_not_of(line[indent], indent), line.size());
    std::string_view const fence = line.substr(indent, end - indent);
    if (fence.size() < 3) return;
    bool const is_bare = line.find_first_not_of(" \t\n", end) == std::string_view::npos;
    if (fence_.empty()) {
      if (fence.front() == '`' && line.find('`', end) != std::string_view::npos) return;
      fence_ = fence;
    } else if (fence.front() == fence_.front() && fence.size() >= fence_.size() && is_bare) {
      fence_ = {};
    }
  }

  void take_note(base::Range first, std::string_view label) {
    MarkdownNote note;
    note.label = label;
    referred_.erase(label);
    std::size_t const indent = indent_of(base::slice(source_, first));
    note.start = first.start + indent;
    std::size_t start = note.start + label.size() + 4;
    while (start < first.end && (source_[start] == ' ' || source_[start] == '\t')) ++start;
    note.text.add(source_, {start, first.end});
    lines_ = 0;
    std::size_t lines = 1;
    bool is_parted = source_[first.end - 1] == '\n' && start + 1 >= first.end;
    std::size_t blank_from = at_;
    while (at_ < source_.size()) {
      std::size_t const before = at_;
      base::Range line = next_line();
      std::string_view const text = base::slice(source_, line);
      if (text.find_first_not_of(" \t\n") == std::string_view::npos) {
        if (!is_parted) blank_from = before;
        is_parted = true;
        continue;
      }
      std::size_t const inner = text.starts_with('\t') ? 4 : indent_of(text);
      bool const goes_on =
          inner >= 4 || (!is_parted && !definition(text) && note_label_at(text, inner).empty());
      if (!goes_on) {
        at_ = before;
        break;
      }
      if (is_parted) note.text.add_foreign("\n");
      if (is_parted) lines = 0;
      is_parted = false;
      if (++lines == longest_paragraph) {
        note.text.add_foreign("\n");
        lines = 0;
      }
      line.start += text.starts_with('\t') ? 1 : std::min<std::size_t>(inner, 4);
      note.text.add(source_, line);
    }
    // Blank lines after it part what stands around it.
    if (is_parted) at_ = std::min(blank_from, at_);
    out_.notes.push_back(std::move(note));
  }

  std::string_view source_;
  std::size_t at_;
  std::set<std::string_view> referred_;
  std::string_view fence_;
  std::size_t lines_ = 0;
  MarkdownText out_;
};

}  // namespace

MarkdownText markdown_text_of(std::string_view source, std::size_t start, bool with_notes) {
  return Divider(source, start).result(with_notes);
}

std::string_view note_label_at(std::string_view source, std::size_t at) {
  if (source.substr(at, 2) != "[^") return {};
  std::string_view const rest = source.substr(at + 2, longest_label + 1);
  std::size_t const end = rest.find_first_of("[] \t\n");
  if (end == std::string_view::npos || end == 0 || rest[end] != ']') return {};
  return rest.substr(0, end);
}

}  // namespace ms::read
