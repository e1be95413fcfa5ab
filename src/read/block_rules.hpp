// What language and rules make of one block, remembered for short blocks: cells, items and dialogue repeat
// themselves. In: a block's text. Out: its language, its edits. Always: the same as without the memory.
#pragma once

#include <string>
#include <unordered_map>

#include "base/diagnostics.hpp"
#include "language/language.hpp"
#include "normalise/normalise.hpp"

namespace ms::read {

class BlockRules {
 public:
  explicit BlockRules(normalise::Selection const& selection) : selection_(selection) {}

  /// Of the article; to be told before its blocks are.
  void know(normalise::Habits const& habits) { habits_ = habits; }
  /// `article` must be the same for all blocks.
  language::Identification language_of(std::string_view text, language::Identification const& article);
  text::Edits edits_of(std::string_view text, normalise::Context context, base::Diagnostics& diagnostics);

 private:
  normalise::Selection const& selection_;
  normalise::Habits habits_;
  std::unordered_map<std::string, language::Identification> languages_;
  struct Settled {
    text::Edits edits;
    base::Diagnostics noticed;
  };
  std::unordered_map<std::string, Settled> settled_;  ///< by context and text
};

}  // namespace ms::read
