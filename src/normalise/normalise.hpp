// Front header of normalise/. In: text of one language and the rules that are on. Out: edits, one list for
// all rules together, against the text that came in. Always: rules are pure and run in the order of the table
// (rules.cpp); normalising twice changes nothing more; what rules must never touch (docs/rules.md) stays.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "normalise/habits.hpp"
#include "text/direction.hpp"
#include "text/edit.hpp"

namespace ms::normalise {

/// What a rule may know of the text it is given.
struct Context {
  std::string language = "und";              ///< BCP 47 of this block
  bool language_is_sure = false;             ///< rules of class L need it
  bool is_code = false;                      ///< code: only what is safe there
  bool keeps_spaces = false;                 ///< verse and tables of blanks: runs of spaces mean something
  std::optional<text::Direction> direction;  ///< of the paragraph, when it is known
  Habits habits = {};                        ///< of the article
};

enum class Safety { safe, language, ask, optional };  ///< classes S, L, A, O of the rule table

/// When a rule runs: on the whole source, before there are lines, or on one block of known language.
enum class Stage { source, block };

struct Rule {
  std::string_view name;  ///< "space.trailing", stable
  std::string_view says;  ///< one sentence for people
  Stage stage = Stage::block;
  Safety safety = Safety::safe;
  bool on_by_default = true;
  bool in_code = false;                               ///< runs in code, too
  text::EditClass kind = text::EditClass::normalise;  ///< decode: cannot be switched off
  /// Sorted edits of which range, replacement, evidence and confidence are set; the runner fills in the rest.
  text::Edits (*edits)(std::string_view text, Context const& context,
                       base::Diagnostics& diagnostics) = nullptr;
};

/// All rules in the order in which they run.
std::vector<Rule> const& rules();

struct Selection {
  bool raw = false;               ///< none but those of class decode
  std::vector<std::string> keep;  ///< names of rules to switch on
  std::vector<std::string> drop;  ///< names of rules to switch off
};

/// Is the rule of this name and default to run?
bool is_selected(Selection const& selection, std::string_view name, bool on_by_default);

/// Edits of all selected rules of a stage, composed. Diagnostics point into `text`.
text::Edits normalise(std::string_view text, Context const& context, Selection const& selection,
                      base::Diagnostics& diagnostics, Stage stage = Stage::block);

}  // namespace ms::normalise
