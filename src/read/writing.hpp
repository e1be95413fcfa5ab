// Language and direction of what was read. In: text and what is known of the article. Out: a language for
// each block, a direction for each block (majority and edges of its letters, not the first letter alone), and
// spans over runs in the other direction.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/language.hpp"
#include "read/read.hpp"
#include "text/direction.hpp"
#include "text/text.hpp"

namespace ms::read {

/// Of a whole text: what the user says; else what is found; what the source declares (may be empty) is better
/// than nothing, and is not believed against clear evidence.
language::Identification identified(std::string_view text, std::string_view declared, Options const& options);

/// Of a whole article: as its language is written; by the majority of letters when that is not known.
text::Direction article_direction(std::string_view text, language::Identification const& language);

/// Of a block in an article of direction `article`: the other one only when nearly all letters have it, or
/// more than three in five and both the first and the last, and they are not names alone. `lead`: what was
/// trimmed before the block, where a direction mark may stand.
text::Direction block_direction(std::string_view text, std::string_view lead, text::Direction article);

/// The language found for a block with that direction, or the article's when it is not written so (the names
/// in a sentence may be more than its words).
language::Identification fitting(language::Identification found, text::Direction direction,
                                 language::Identification const& article);

/// How much of an article is in which language.
class LanguageShares {
 public:
  void add(std::string_view tag, std::size_t bytes);
  /// The article's own language first, then the others that have a tenth of the text or more, in the order in
  /// which they came; what is not known, in whatever script, is none.
  std::vector<std::string> main_languages(std::string const& article) const;

 private:
  std::vector<std::pair<std::string, std::size_t>> sizes_;
  std::size_t all_ = 0;
};

/// Isolates around runs of the other direction that hold more than one word, so that their punctuation and
/// digits stay with them, and languages of long runs in another script.
std::vector<text::Span> embedded_runs(std::string_view text, text::Direction direction,
                                      std::string_view language);

}  // namespace ms::read
