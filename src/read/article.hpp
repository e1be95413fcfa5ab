// From units to an outline: what is the headline, who wrote it and when, what is text, what is residue. In:
// text, its units and words. Out: an outline. Always: whatever does not go is kept in its order; when nothing
// would be left, nothing goes.
#pragma once

#include <optional>
#include <string_view>

#include "normalise/normalise.hpp"
#include "read/outline.hpp"
#include "read/units.hpp"

namespace ms::read {

/// What is decided about a unit on the way.
struct Fate {
  enum class Kind { undecided, kept, dropped } kind = Kind::undecided;
  Role role = Role::paragraph;
  std::string_view rule;
  text::EditClass edit = text::EditClass::remove;
  double confidence = 1;
  std::string evidence;
};

/// All a step may look at and change.
struct Draft {
  std::string_view text;
  std::string_view language;
  Vocabulary const* vocabulary = nullptr;
  normalise::Selection const* selection = nullptr;
  Units all;
  std::vector<Fate> fates;              ///< one for each unit
  std::size_t body = 0;                 ///< the first unit of running text; units.size() when there is none
  std::size_t start = 0;                ///< the first unit that is not what a page says before its article
  std::optional<std::size_t> headline;  ///< the unit that was found to be the headline of a page
  bool is_page = false;                 ///< the text is a page that was copied as a whole
  bool is_broken = false;               ///< it is broken at a width, a program, a table: from no browser
  std::size_t body_end = 0;             ///< after the last unit of running text; 0 when there is none
  doc::Metadata facts;
  base::Range byline, date_line;
  std::size_t title_start = 0;  ///< where in its line the headline begins, after a kicker; 0: at its start

  std::vector<Unit> const& units() const { return all.units; }
  std::string_view visible(std::size_t unit) const { return base::slice(text, units()[unit].shape.visible); }
  /// Does a colon part the words of a label from the rest of the line? "Read more: …"
  bool has_colon_before(std::size_t unit, base::Range rest) const;
  bool is_open(std::size_t unit) const { return fates[unit].kind == Fate::Kind::undecided; }
  /// Drops the unit if the rule is on.
  bool drop(std::size_t unit, std::string_view rule, double confidence, std::string evidence,
            text::EditClass edit = text::EditClass::remove);
  void keep(std::size_t unit, Role role);
};

// Steps, in this order.
void find_frame(Draft& draft);        ///< frame.cpp: body, and what a page says around it
void find_residue(Draft& draft);      ///< residue.cpp
void find_head(Draft& draft);         ///< head.cpp
void find_tail(Draft& draft);         ///< tail.cpp
void find_pull_quotes(Draft& draft);  ///< pull_quotes.cpp
Outline outline_of(Draft& draft);     ///< blocks.cpp: parts of what is left

/// The rules of these steps, for lists of all rules.
struct StepRule {
  std::string_view name, says;
};
std::vector<StepRule> const& step_rules();

/// More lines than any article has, and hardly anything in them: no rule looks at such a text.
bool is_mere_lines(std::string_view text);
/// It is kept as it is, so many lines a block.
Outline outline_of_mere_lines(std::string_view text);

Outline article_of(std::string_view text, std::string_view language, normalise::Selection const& selection);

}  // namespace ms::read
