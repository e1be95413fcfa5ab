#include "convert/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "convert/edit_groups.hpp"
#include "text/edit.hpp"
#include "text/utf8.hpp"

namespace ms::convert {
namespace {

/// Of a passage so many characters are shown; of one rule so many characters changes, of a group so many
/// lines.
constexpr std::size_t longest_passage = 72, most_lines = 200;

std::string shown(std::string_view passage) {
  return on_one_line(passage, longest_passage);
}

/// A letter is shown as it is; what cannot be seen by its number.
std::string shown_character(std::string_view characters) {
  std::string out;
  for (text::CodePointAt const c : text::code_points(characters)) {
    bool const is_plain = (c.value > ' ' && c.value < 0x7F) ||
                          (c.value > 0xA0 && c.value < 0x2000 && c.value != 0xAD) ||
                          (c.value >= 0x2010 && c.value <= 0x2027) || (c.value > 0x206F && c.value != 0xFEFF);
    if (!out.empty()) out += ' ';
    if (is_plain)
      text::append(out, c.value);
    else
      out += fmt::format("U+{:04X}", static_cast<std::uint32_t>(c.value));
  }
  return out.empty() ? "nothing" : out;
}

class Explanation {
 public:
  explicit Explanation(read::Reading const& reading) : reading_(reading), places_(reading.source) {
    for (text::Edit const& edit : reading.edits)
      groups_[static_cast<std::size_t>(group_of(edit))].push_back(&edit);
  }

  std::string made() {
    out_ = fmt::format("{}\n", reading_.source.path);
    for (doc::Document const& document : reading_.documents) {
      doc::Metadata const& metadata = document.metadata;
      if (!metadata.title.is_empty()) out_ += fmt::format("  {}\n", shown(metadata.title.text.utf8));
      out_ += fmt::format("  language {}\n", metadata.language);
    }
    out_ += fmt::format("  encoding {}, {} edits\n", reading_.source.encoding, reading_.edits.size());
    passages("Removed", Group::removed);
    passages("Moved to the metadata", Group::moved);
    passages("Uncertain", Group::uncertain);
    characters("Characters changed", Group::changed);
    counts("Lines joined and paragraphs parted", Group::lines);
    passages("Noted", Group::noted);
    if (reading_.edits.empty()) out_ += "\nNothing was changed.\n";
    return std::move(out_);
  }

 private:
  std::vector<text::Edit const*> const& of(Group group) const {
    return groups_[static_cast<std::size_t>(group)];
  }

  static std::string rules_of(text::Edit const& edit) {
    std::string out;
    for (std::string_view const rule : edit.rules) out.append(out.empty() ? "" : ", ").append(rule);
    return out;
  }

  void head(std::string_view name, std::size_t count) { out_ += fmt::format("\n{} ({})\n", name, count); }

  /// Each with its place, the rule and the reason.
  void passages(std::string_view name, Group group) {
    if (of(group).empty()) return;
    head(name, of(group).size());
    std::size_t lines = 0;
    for (text::Edit const* edit : of(group)) {
      if (++lines > most_lines) {
        out_ += fmt::format("  and {} more; --to edits lists all\n", of(group).size() - most_lines);
        break;
      }
      read::Place const place = places_.of(edit->range.start);
      std::string_view const before = base::slice(reading_.source.text, edit->range);
      std::string const passage = shown(before);
      out_ += fmt::format("  {:>6}  {}\n", fmt::format("{}:{}", place.line, place.column),
                          passage.empty() ? shown_character(before) : passage);
      std::string const instead = shown(edit->replacement);
      if (!instead.empty()) out_ += fmt::format("          instead: {}\n", instead);
      out_ += fmt::format("          {}, {:.0f} %{}{}\n", rules_of(*edit), edit->confidence * 100,
                          edit->evidence.empty() ? "" : ": ", edit->evidence);
    }
  }

  struct Change {
    std::string rules, before, after;
    std::size_t count = 0;
    read::Place first;
  };

  /// The same change many times is one line.
  void characters(std::string_view name, Group group) {
    if (of(group).empty()) return;
    head(name, of(group).size());
    std::vector<Change> changes;
    for (text::Edit const* edit : of(group)) {
      std::string_view const before = base::slice(reading_.source.text, edit->range);
      bool const is_short = before.size() <= 16 && edit->replacement.size() <= 16;
      std::string const from = is_short ? shown_character(before) : shown(before),
                        to = is_short ? shown_character(edit->replacement) : shown(edit->replacement);
      std::string const rules = rules_of(*edit);
      auto const same = std::ranges::find_if(changes, [&](Change const& change) {
        return change.rules == rules && change.before == from && change.after == to;
      });
      if (same != changes.end())
        ++same->count;
      else if (changes.size() < most_lines)
        changes.push_back({rules, from, to, 1, places_.of(edit->range.start)});
    }
    for (Change const& change : changes)
      out_ += fmt::format("  {:>6}  {} became {}{}  {}\n",
                          fmt::format("{}:{}", change.first.line, change.first.column), change.before,
                          change.after, change.count > 1 ? fmt::format(", {} times", change.count) : "",
                          change.rules);
  }

  void counts(std::string_view name, Group group) {
    if (of(group).empty()) return;
    head(name, of(group).size());
    std::vector<std::pair<std::string, std::size_t>> rules;
    for (text::Edit const* edit : of(group)) {
      std::string const own = rules_of(*edit);
      auto const same = std::ranges::find(rules, own, [](auto const& entry) { return entry.first; });
      if (same != rules.end())
        ++same->second;
      else
        rules.emplace_back(own, 1);
    }
    for (auto const& [rule, count] : rules) out_ += fmt::format("  {:>6}  {}\n", count, rule);
  }

  read::Reading const& reading_;
  read::Places places_;
  std::vector<text::Edit const*> groups_[6];
  std::string out_;
};

}  // namespace

std::string explanation(read::Reading const& reading) {
  return Explanation(reading).made();
}

}  // namespace ms::convert
