#include "layout/analysis.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "font/families.hpp"
#include "text/tag.hpp"
#include "text/utf8.hpp"

namespace ms::layout {
namespace {

using text::Script;
using text::script_tag;

constexpr Script common = script_tag("Zyyy"), inherited = script_tag("Zinh"), unknown = script_tag("Zzzz");
constexpr Script latin = script_tag("Latn"), han = script_tag("Hani");

bool is_real(Script script) {
  return script != common && script != inherited && script != unknown;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Bidi class B: each such character ends a paragraph of its own as far as UAX 9 is concerned.
bool ends_bidi_paragraph(char32_t c) {
  return c == U'\n' || c == U'\r' || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2029;
}

std::vector<text::LevelRun> levels_of(std::string_view text, text::Direction direction) {
  std::vector<text::LevelRun> levels;
  std::size_t start = 0;
  auto const add = [&](std::size_t end) {
    for (text::LevelRun run : text::bidi_levels(text.substr(start, end - start), direction)) {
      run.range = {run.range.start + start, run.range.end + start};
      if (!levels.empty() && levels.back().level == run.level)
        levels.back().range.end = run.range.end;
      else
        levels.push_back(run);
    }
    start = end;
  };
  for (auto const c : text::code_points(text))
    if (ends_bidi_paragraph(c.value)) add(c.end());
  if (start < text.size()) add(text.size());
  return levels;
}

/// Han and kana are one script here: Japanese mixes them in every word, and fonts treat them alike.
Script joined(Script script) {
  return is_real(script) ? font::main_script_of(script) : script;
}

/// May c, which is common or inherited, stand in a run of `script`? (Its Script_Extensions say where it is
/// used, if that is not everywhere: UAX 24, 2.8.)
bool is_used_in(char32_t c, Script script) {
  return text::has_script(c, script == han ? script_tag("Jpan") : script);
}

/// Walks through a text and says of each character which script's run it belongs to.
class ScriptWalk {
 public:
  explicit ScriptWalk(StyledText const& text) : text_(text.utf8), language_(text.language) {}

  std::vector<ScriptRun> run() {
    for (auto const c : text::code_points(text_)) {
      Script const own = joined(text::script_of(c.value));
      if (is_real(own)) current_ = own;
      add({c.offset, c.end()}, is_real(own) ? own : script_for(c));
    }
    return std::move(runs_);
  }

 private:
  /// Looked up only when letters do not say enough.
  Script script_of_language() {
    if (!of_language_) {
      Script const script = joined(text::script_of_tag(language_));
      of_language_ = is_real(script) ? script : latin;
    }
    return *of_language_;
  }

  /// The script of the first letter from `offset` on.
  std::optional<Script> next_script(std::size_t offset) const {
    for (auto const c : text::code_points(text_.substr(offset)))
      if (Script const script = joined(text::script_of(c.value)); is_real(script)) return script;
    return {};
  }

  /// UAX 24 5.1: the script of the letters before; before all letters that of the first one; in a text
  /// without letters that of its language. 5.2: a closing bracket has the script of the one that it closes.
  Script script_for(text::CodePointAt const& c) {
    if (!current_) current_ = next_script(c.offset);
    if (!current_) current_ = script_of_language();
    if (char32_t const partner = text::mirrored(c.value); partner != c.value) {
      if (text::is_opening(c.value)) {
        open_.push_back({partner, *current_});
      } else {
        auto const opened = std::find_if(open_.rbegin(), open_.rend(),
                                         [&](Bracket const& bracket) { return bracket.closing == c.value; });
        if (opened != open_.rend()) {
          current_ = opened->script;
          open_.erase(std::prev(opened.base()), open_.end());
        }
      }
    }
    if (!is_used_in(c.value, *current_)) current_ = other_script_for(c);
    return *current_;
  }

  /// For a character that is not used in the script before it: CJK or Arabic punctuation, a danda.
  Script other_script_for(text::CodePointAt const& c) {
    if (is_used_in(c.value, script_of_language())) return script_of_language();
    if (auto const next = next_script(c.end()); next && is_used_in(c.value, *next)) return *next;
    for (Script const script : {han, script_tag("Arab"), script_tag("Deva"), script_tag("Grek")})
      if (is_used_in(c.value, script)) return script;
    return *current_;
  }

  void add(Range range, Script script) {
    if (!runs_.empty() && runs_.back().script == script)
      runs_.back().range.end = range.end;
    else
      runs_.push_back({range, script});
  }

  struct Bracket {
    char32_t closing;
    Script script;
  };
  std::string_view text_, language_;
  std::optional<Script> of_language_, current_;
  std::vector<Bracket> open_;
  std::vector<ScriptRun> runs_;
};

/// Latin letters and what all scripts share: nothing to look up.
void analyse_ascii(std::string_view text, Analysis& analysis) {
  for (std::size_t i = 0; i <= text.size(); ++i)
    if (i == 0 || i == text.size() || text[i] != '\n' || text[i - 1] != '\r') analysis.graphemes.push_back(i);
  if (text.empty()) return;
  analysis.scripts.push_back({{0, text.size()}, latin});
}

bool has_letter(std::string_view ascii) {
  return std::any_of(ascii.begin(), ascii.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

Analysis analyse(StyledText const& text) {
  Analysis analysis;
  bool const ascii = is_ascii(text.utf8);
  if (ascii && has_letter(text.utf8)) {
    analyse_ascii(text.utf8, analysis);
  } else {
    analysis.scripts = ScriptWalk(text).run();
    analysis.graphemes = text::grapheme_starts(text.utf8);
  }
  if (ascii && text.direction == text::Direction::ltr && !text.utf8.empty())
    analysis.levels.push_back({{0, text.utf8.size()}, 0});
  else
    analysis.levels = levels_of(text.utf8, text.direction);
  analysis.breaks = text::line_breaks(text.utf8, text.language);
  return analysis;
}

}  // namespace ms::layout
